"""The folder of the procedure, read back from its PDF."""

import io
from datetime import date

import pytest
from dossiers import klacht_by_mail
from office import Office, OfficeMaker
from pdf_text import text_of
from pikepdf import pdfa

from klachtdesk.assets import read_text
from klachtdesk.services.documenten import read_document
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.folder import provide_folder, render_folder_of


@pytest.mark.clausule("KL-I1")
def test_it_tells_how_to_complain_whom_to_turn_to_and_how_long_it_takes(make_office: OfficeMaker) -> None:
    """Klik Onderwijs, formeel 1, 4, 5, 7, 9 and 11; the regulation itself follows word for word."""
    text = text_of(render_folder_of(make_office("klik_onderwijs", date(2026, 4, 1)).desk))
    assert "U kunt uw klacht indienen per e-mail of per brief." in text
    assert "dhr. N. Korst" in text
    assert "n.korst@vapro.nl" in text
    assert "Ontvangstbevestiging 3 werkdagen punt 4 van de formele klachtenprocedure" in text
    assert "Contact met de indiener 10 werkdagen punt 7 van de formele klachtenprocedure" in text
    assert "Bezwaar indienen 10 werkdagen punt 9 van de formele klachtenprocedure" in text
    assert "Uitspraak op het bezwaar 4 weken (streven) punt 11 van de formele klachtenprocedure" in text
    assert (
        "Een klacht t.a.v. training of dienstverlening dient schriftelijk en gemotiveerd ingediend te worden"
        in text
    )


@pytest.mark.parametrize(
    ("sleutel", "extended"),
    [
        ("interactie", "Soms is meer tijd nodig voor: oordeel over de klacht."),
        ("klik_onderwijs", "Soms is meer tijd nodig voor: uitspraak op het bezwaar."),
        ("tien_voor_taal", "Soms is meer tijd nodig voor: uitkomst van de klachtafhandeling."),
    ],
)
def test_it_promises_no_more_than_the_reglement(
    make_office: OfficeMaker, sleutel: str, extended: str
) -> None:
    """Interactie 5.5, Klik Onderwijs formeel 11 ("gestreefd") and 10 voor Taal 4 leave room for a later day."""
    text = text_of(render_folder_of(make_office(sleutel, date(2026, 4, 1)).desk))
    assert f"{extended} U krijgt dan op tijd bericht, met een nieuwe datum." in text


def test_a_reglement_that_leaves_no_room_for_later_says_nothing_of_it(make_office: OfficeMaker) -> None:
    """Klassewerk's and Leefstijlwijzer's terms are not extended anywhere in their text."""
    for sleutel in ("klassewerk", "leefstijlwijzer"):
        assert "Soms is meer tijd nodig" not in text_of(
            render_folder_of(make_office(sleutel, date(2026, 4, 1)).desk)
        )


@pytest.mark.clausule("IA-4.1")
def test_it_names_the_body_above_the_office_with_its_address(office: Office) -> None:
    """Interactie, artikel 4.3 and 6.3."""
    text = text_of(render_folder_of(office.desk))
    assert "De Geschillencommissie De uitspraak is bindend. Postbus 90600, 2509 LP Den Haag" in text
    assert "U hoeft voor de behandeling van uw klacht niets te betalen." in text
    assert "moeten geheimhouden" not in text  # that is for the betrokkene


@pytest.mark.clausule("TT-6.1")
def test_the_whole_reglement_stands_in_it(make_office: OfficeMaker) -> None:
    """10 voor Taal 6.1 wants it known and free to read; two sentences from its beginning and its end."""
    text = text_of(render_folder_of(make_office("tien_voor_taal", date(2026, 4, 1)).desk))
    assert "De volledige tekst" in text
    whole = " ".join(read_text("reglementen", "tien_voor_taal.txt").split())
    for piece in (whole[:120], whole[-120:]):
        assert piece in text


@pytest.mark.clausule("LW-11")
def test_it_names_the_contact_person(make_office: OfficeMaker) -> None:
    office = make_office("leefstijlwijzer", date(2026, 4, 1))
    text = text_of(render_folder_of(office.desk))
    assert "Jacqueline Philippo contactpersoon voor vragen over de klachtenprocedure 0645102233" in text


def test_it_leaves_out_a_functie_that_nobody_can_turn_to(make_office: OfficeMaker) -> None:
    """Klassewerk does not say who its trainer is; 10 voor Taal says of nobody who it is."""
    text = text_of(render_folder_of(make_office("klassewerk", date(2026, 4, 1)).desk))
    contacts = text[text.index("Bij wie u terechtkunt") : text.index("Hoe lang het duurt")]
    assert "Simone Haven" in contacts
    assert "Onderbouwd trainer" not in contacts
    taal = text_of(render_folder_of(make_office("tien_voor_taal", date(2026, 4, 1)).desk))
    assert "Klachtenfunctionaris (meestal de directeur zelf" in taal


@pytest.mark.parametrize(
    "sleutel", ["interactie", "klassewerk", "klik_onderwijs", "tien_voor_taal", "leefstijlwijzer"]
)
def test_it_is_fit_to_be_kept(make_office: OfficeMaker, sleutel: str) -> None:
    pdf = render_folder_of(make_office(sleutel, date(2026, 4, 1)).desk)
    assert pdfa.validate_written(io.BytesIO(pdf), "2b").passed


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param("klik_onderwijs", marks=pytest.mark.clausule("KL-I1")),
        pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-6.1")),
        pytest.param("interactie", marks=pytest.mark.clausule("IA-4.1")),
    ],
)
def test_that_the_klager_got_it_stands_in_the_dossier_with_the_folder_as_it_was(
    make_office: OfficeMaker, sleutel: str
) -> None:
    office = make_office(sleutel, date(2026, 4, 1))
    dossier_id = klacht_by_mail(office, "Marijke de Vries", "1-4-2026")
    provide_folder(office.on(2026, 4, 2), dossier_id)
    dossier = read_dossier(office.desk, dossier_id)
    (document,) = dossier.documenten
    regel = next(item for item in dossier.tijdlijn if item.soort == "folder_verstrekt")
    assert (regel.datum, regel.document_id) == (date(2026, 4, 2), document.id)
    assert "Een klacht? Zo gaat dat bij ons" in text_of(read_document(office.desk, document.id))
