"""What the audit log says of the overview: nothing of looking at figures, each time that a paper is made of them."""

from datetime import date
from pathlib import Path

from office import Office
from sqlalchemy import select

from klachtdesk.models import AuditRegel
from klachtdesk.services.audit import audit_faults
from klachtdesk.services.overzicht.bestanden import render_overzicht_as, save_overzicht, save_overzichten
from klachtdesk.services.overzicht.reading import drill_down, read_overzicht

JAAR = (date(2026, 1, 1), date(2026, 12, 31))


def _noted(office: Office) -> list[str]:
    with office.desk.reading() as session:
        assert audit_faults(session) == ()
        query = select(AuditRegel.handeling).where(AuditRegel.object_soort == "overzicht")
        return list(session.scalars(query.order_by(AuditRegel.id)))


def test_looking_at_figures_that_name_nobody_leaves_no_line(office: Office):
    for _turn in range(3):
        read_overzicht(office.desk, *JAAR)
        drill_down(office.desk, *JAAR, "voorraad", "eind")
    assert _noted(office) == []


def test_a_report_that_can_be_printed_is_noted_each_time(office: Office):
    for _turn in range(2):
        render_overzicht_as(office.desk, "pdf", *JAAR)
    assert _noted(office) == ["overzicht_gemaakt"] * 2


def test_each_file_that_leaves_the_kluis_is_noted_each_time(office: Office, tmp_path: Path):
    for _turn in range(2):
        save_overzicht(office.desk, tmp_path / "cijfers.csv", "csv", *JAAR)
    assert _noted(office) == ["overzicht_geexporteerd"] * 2
    assert len(save_overzichten(office.desk, tmp_path, *JAAR, publiek=True)) == 3
    assert _noted(office) == ["overzicht_geexporteerd"] * 5
