"""Making and opening the kluis of an office, and the audit chain in it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from office import CHEAP, WACHTWOORD, Office
from sqlalchemy import text

from klachtdesk.errors import InvalidInput, KluisInUse, ReglementError, WrongPassword
from klachtdesk.services.audit import audit_faults
from klachtdesk.services.desk import VasteKlok
from klachtdesk.services.dossiers import read_dossier, reread_dossier
from klachtdesk.services.drafts import keep_draft
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.kluis import (
    beschikbare_reglementen,
    close_kluis,
    create_kluis,
    is_kluis,
    open_kluis,
    read_status,
)
from klachtdesk.views.kantoor import KantoorView

KANTOOR = KantoorView("Interactie", "Kade 12", "3811 AB", "Amersfoort")


def _create(folder: Path, **other: object) -> None:
    asked = {
        "kantoor": KANTOOR,
        "reglement": "interactie",
        "gebruikersnaam": "Noor Bakker",
        "wachtwoord": WACHTWOORD,
        "klok": VasteKlok(date(2026, 4, 1)),
        "kdf": CHEAP,
    }
    close_kluis(create_kluis(folder, **{**asked, **other}))  # type: ignore[arg-type]


def test_the_five_reglementen_can_be_chosen():
    assert {keuze.sleutel for keuze in beschikbare_reglementen()} == {
        "interactie",
        "klassewerk",
        "klik_onderwijs",
        "leefstijlwijzer",
        "tien_voor_taal",
    }


def test_what_was_filled_in_at_the_start_is_there_after_opening_again(office: Office):
    close_kluis(office.desk)
    desk = open_kluis(office.folder, WACHTWOORD, office.klok)
    status = read_status(desk)
    assert (status.kantoor.plaats, status.reglementen) == ("Amersfoort", ("Klachtenregeling Interactie",))
    assert status.gebruiker.naam == "Noor Bakker"
    close_kluis(desk)


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"kantoor": replace(KANTOOR, naam="  ")}, "naam"),
        ({"kantoor": replace(KANTOOR, plaats="x" * 121)}, "plaats"),
        ({"gebruikersnaam": ""}, "gebruikersnaam"),
        ({"wachtwoord": "kort"}, "wachtwoord"),
    ],
)
def test_what_the_wizard_can_not_accept_is_named_and_leaves_nothing_behind(tmp_path: Path, other, field):
    folder = tmp_path / "kluis"
    with pytest.raises(InvalidInput) as caught:
        _create(folder, **other)
    assert field in caught.value.fields
    assert not is_kluis(folder)
    _create(folder)  # and the same folder can be used after all


def test_an_unknown_reglement_names_those_there_are_and_leaves_nothing_behind(tmp_path: Path):
    with pytest.raises(ReglementError, match="tien_voor_taal"):
        _create(tmp_path / "kluis", reglement="bestaat_niet")
    assert not is_kluis(tmp_path / "kluis")


def test_a_wrong_password_and_a_second_program_are_told_apart(office: Office):
    with pytest.raises(KluisInUse):
        open_kluis(office.folder, WACHTWOORD, office.klok)
    close_kluis(office.desk)
    with pytest.raises(WrongPassword):
        open_kluis(office.folder, "vijf andere losse woorden", office.klok)


def test_each_change_and_each_reading_has_its_line_in_the_audit_chain(office: Office):
    made = register_melding(office.desk, {"omschrijving": "geheim"}, draft_id=None)
    read_dossier(office.desk, made.dossier_id)
    reread_dossier(office.desk, made.dossier_id)  # it is open already
    keep_draft(office.desk, "meldingsformulier", {"wens": "x"}, draft_id=None, dossier_id=None)
    with office.desk.reading() as session:
        lines = session.execute(text("SELECT handeling, object_id FROM audit_regel ORDER BY id")).all()
        assert [tuple(line) for line in lines] == [
            ("kluis_gemaakt", None),
            ("melding_geregistreerd", made.dossier_id),
            ("dossier_gelezen", made.dossier_id),
        ]
        assert audit_faults(session) == ()


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_regel SET handeling = 'niets' WHERE id = 2",
        "UPDATE audit_regel SET moment = '2020-01-01 00:00:00.000000' WHERE id = 2",
        "DELETE FROM audit_regel WHERE id = 2",
    ],
)
def test_a_line_that_was_changed_or_removed_breaks_the_chain(office: Office, tampering: str):
    for _ in range(3):
        register_melding(office.desk, {}, draft_id=None)
    with office.desk.writing() as session:
        session.execute(text(tampering))
    with office.desk.reading() as session:
        assert audit_faults(session) != ()
