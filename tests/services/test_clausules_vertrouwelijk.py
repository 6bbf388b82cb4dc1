"""Confidential, in every reglement that says so: who looked is noted, and neither log nor refusal names anybody."""

from datetime import date
from pathlib import Path

import pytest
from dossiers import KLAGER, klacht_by_mail, write_oordeel
from office import OfficeMaker
from sqlalchemy import text

from klachtdesk.errors import NotAllowed
from klachtdesk.services.audit import audit_faults
from klachtdesk.services.documenten import export_document, read_document
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.gebeurtenissen import possible_gebeurtenissen, record_gebeurtenis
from klachtdesk.services.oordeel import freeze_oordeel

REGLEMENTEN = [
    pytest.param("klassewerk", marks=pytest.mark.clausule("KW-3d")),
    pytest.param("klik_onderwijs", marks=pytest.mark.clausule("KL-3")),
    pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-0b")),
    pytest.param("interactie", marks=pytest.mark.clausule("IA-6.1")),
    pytest.param("leefstijlwijzer", marks=pytest.mark.clausule("LW-0")),
]
NAMES = ("Marijke", "Vries", "Joris", "Kramer")
"""Of the klager and the betrokkene."""
LET_THROUGH = {
    "besluit": "Het oordeel mag nu al.",
    "motivering": "Spoed voor Marijke de Vries.",
    "stap": "oordeel_vastgesteld",
}


@pytest.mark.parametrize("reglement", REGLEMENTEN)
def test_each_reading_and_export_is_noted_without_a_name(
    make_office: OfficeMaker, tmp_path: Path, reglement: str
):
    office = make_office(reglement, date(2026, 4, 1))
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    write_oordeel(office, dossier)
    record_gebeurtenis(office.desk, dossier, "besluit_directie", "1-4-2026", LET_THROUGH)
    freeze_oordeel(office.desk, dossier)
    (document,) = read_dossier(office.desk, dossier).documenten
    read_document(office.desk, document.id)
    export_document(office.desk, document.id, tmp_path / "oordeel.pdf")
    with office.desk.reading() as session:
        lines = session.execute(text("SELECT * FROM audit_regel ORDER BY id")).mappings().all()
        assert audit_faults(session) == ()
    assert [(line["handeling"], line["object_id"]) for line in lines[-3:]] == [
        ("dossier_gelezen", dossier),
        ("document_gelezen", document.id),
        ("document_geexporteerd", document.id),
    ]
    assert all(line["gebruiker_id"] == office.desk.gebruiker.id for line in lines[-3:])
    logged = " ".join(str(value) for line in lines for value in line.values())
    for secret in (*NAMES, "factuur", "Spoed"):
        assert secret not in logged


@pytest.mark.parametrize("reglement", REGLEMENTEN)
def test_no_reason_or_refusal_names_anybody(make_office: OfficeMaker, reglement: str):
    office = make_office(reglement, date(2026, 4, 1))
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    procedure = read_dossier(office.desk, dossier).procedure
    said = [item.zin for stap in procedure.stappen for item in stap.redenen]
    said += [signaal.zin for signaal in procedure.signalen]
    assert said
    refused = next(
        keuze for keuze in possible_gebeurtenissen(office.desk, dossier) if keuze.soort == "heropend"
    )
    assert not refused.mogelijk
    with pytest.raises(NotAllowed) as caught:
        record_gebeurtenis(office.desk, dossier, "heropend", "1-4-2026", {"reden": f"{KLAGER} wil het."})
    said.append(str(caught.value))
    assert not [name for name in NAMES if any(name in zin for zin in said)]
