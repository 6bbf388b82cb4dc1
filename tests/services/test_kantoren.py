"""The name and the addresses of the office."""

from datetime import date

import pytest
from brieven_op_kantoor import begun, klacht_met_adres
from office import Office, OfficeMaker
from pdf_text import text_of
from sqlalchemy import select

from klachtdesk.errors import InvalidInput
from klachtdesk.models import Certificaat
from klachtdesk.ondertekening.certificaten import load_pkcs12
from klachtdesk.services.brieven.making import finalize_brief, preview_brief
from klachtdesk.services.documenten import read_document
from klachtdesk.services.kantoor.kantoren import (
    KANTOOR_FIELDS,
    kantoor_formulier,
    save_kantoor,
    save_werkwijze,
    werkwijze_formulier,
)
from klachtdesk.services.kluis import read_status
from klachtdesk.services.overzicht.reading import read_overzicht
from klachtdesk.views.brief import BriefInvoer

AS_IT_BEGINS = {"eenmanskantoor": "nee", "kleine_aantallen": "3"}


def test_the_office_can_move(office: Office):
    view = kantoor_formulier(office.desk)
    assert tuple(veld.sleutel for veld in view.formulier.velden()) == KANTOOR_FIELDS
    assert (view.waarden["naam"], view.waarden["plaats"]) == ("Interactie", "Amersfoort")
    changes = save_kantoor(
        office.desk, {**view.waarden, "adres": "Singel 3", "plaats": "Utrecht", "website": ""}
    )
    assert changes.instellingen
    kantoor = read_status(office.desk).kantoor
    assert (kantoor.adres, kantoor.plaats, kantoor.website) == ("Singel 3", "Utrecht", "")


def test_a_new_letter_has_the_new_address_and_one_that_was_made_keeps_the_old(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    made = finalize_brief(office.desk, *confirmation(office))
    typed = kantoor_formulier(office.desk).waarden
    moved = {"naam": "10 voor Taal Utrecht", "adres": "Singel 3", "postcode": "3512 GA", "plaats": "Utrecht"}
    save_kantoor(office.desk, typed | moved)
    new = text_of(preview_brief(office.desk, *confirmation(office)).pdf)
    assert all(part in new for part in ("10 voor Taal Utrecht", "Singel 3", "3512 GA Utrecht"))
    assert "Kade 12" not in new
    assert "Kade 12" in text_of(read_document(office.desk, made.document_id))


def confirmation(office: Office) -> tuple[int, BriefInvoer]:
    """Return the dossier of a klacht of today, and the letter that says it was received."""
    dossier = klacht_met_adres(office)
    return dossier, begun(office, dossier, "ontvangstbevestiging_verzonden")


def test_with_another_name_comes_a_certificate_in_that_name(office: Office):
    typed = kantoor_formulier(office.desk).waarden
    save_kantoor(office.desk, {**typed, "plaats": "Utrecht"})
    assert sealing_names(office) == ["Interactie"]
    save_kantoor(office.desk, {**typed, "naam": "Interactie & Zonen"})
    assert sealing_names(office) == ["Interactie", "Interactie & Zonen"]


def sealing_names(office: Office) -> list[str]:
    """Return in whose names the office has certificates; the last one seals."""
    with office.desk.reading() as session:
        found = session.scalars(select(Certificaat).order_by(Certificaat.id)).all()
        return [load_pkcs12(item.pkcs12, item.wachtwoord, item.gemaakt_op).naam for item in found]


def test_a_name_it_must_have(office: Office):
    with pytest.raises(InvalidInput) as caught:
        save_kantoor(office.desk, {"naam": " ", "plaats": "x" * 121})
    assert caught.value.fields == {
        "naam": "Vul de naam van het kantoor in; die staat boven elke brief.",
        "plaats": "Plaats: de tekst is te lang (121 tekens; hier passen er 120). Kort de tekst in.",
    }
    assert read_status(office.desk).kantoor.naam == "Interactie"


def test_how_the_office_works_is_kept_and_can_be_emptied(office: Office):
    assert werkwijze_formulier(office.desk).waarden == AS_IT_BEGINS
    chosen = {"eenmanskantoor": "ja", "stilte_dagen": "21", "kleine_aantallen": "5"}
    assert save_werkwijze(office.desk, chosen).lijst
    assert werkwijze_formulier(office.desk).waarden == chosen
    save_werkwijze(office.desk, {})
    assert werkwijze_formulier(office.desk).waarden == AS_IT_BEGINS


@pytest.mark.parametrize("typed", ["-1", "twee weken", "367"])
def test_a_number_of_days_that_can_not_be_meant_is_refused(office: Office, typed: str):
    with pytest.raises(InvalidInput) as caught:
        save_werkwijze(office.desk, {"eenmanskantoor": "ja", "stilte_dagen": typed})
    assert caught.value.fields.keys() == {"stilte_dagen"}
    assert werkwijze_formulier(office.desk).waarden == AS_IT_BEGINS


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "kies 3 of meer"),
        ("2", "kies 3 of meer"),
        ("21", "kies hoogstens 20"),
        ("drie", "schrijf een heel getal"),
        ("-3", "schrijf een heel getal"),
    ],
)
def test_small_counts_are_hidden_within_bounds(office: Office, typed: str, said: str):
    with pytest.raises(InvalidInput) as caught:
        save_werkwijze(office.desk, {"kleine_aantallen": typed})
    assert said in caught.value.fields["kleine_aantallen"]
    assert werkwijze_formulier(office.desk).waarden == AS_IT_BEGINS


@pytest.mark.parametrize("drempel", [3, 20])
def test_the_overview_for_outside_follows_the_bound(office: Office, drempel: int):
    save_werkwijze(office.desk, {"kleine_aantallen": str(drempel)})
    view = read_overzicht(office.desk, date(2026, 1, 1), date(2026, 12, 31), publiek=True)
    assert view.drempel == drempel
    totaal = view.tabel("kanaal").totaal
    assert totaal is not None
    assert totaal[0].tekst == f"<{drempel}"  # there is no klacht yet
