"""The office's own words for its letters: changed, checked, shown, put back, and outdated by an update."""

import pytest
from office import Office
from pdf_text import text_of

from klachtdesk.brieven.sjabloon import fill
from klachtdesk.brieven.velden import VOORBEELD
from klachtdesk.brieven.waarden import Alinea
from klachtdesk.errors import NotFound, SjabloonError
from klachtdesk.models import AuditRegel, Briefsjabloon
from klachtdesk.services.brieven.sjablonen import (
    check_sjabloon,
    list_sjablonen,
    preview_sjabloon,
    read_sjabloon,
    restore_sjabloon,
    save_sjabloon,
)
from klachtdesk.services.brieven.teksten import brief_of, delen_of
from klachtdesk.views.brief import SjabloonRegel

BRIEF = "ontvangstbevestiging"
DEEL = "delen.vragen"


def row(office: Office, sleutel: str, reglement: str = "") -> SjabloonRegel:
    rows = {(item.sleutel, item.reglement): item for item in list_sjablonen(office.desk)}
    return rows[sleutel, reglement]


def store(office: Office, sleutel: str, onderwerp: str, tekst: str) -> None:
    """Keep words as an earlier version of the program did, whatever this one thinks of them."""
    with office.desk.writing() as session:
        session.add(
            Briefsjabloon(
                sleutel=sleutel,
                onderwerp=onderwerp,
                tekst=tekst,
                gewijzigd_op=office.klok.nu(),
                gewijzigd_door=office.desk.gebruiker.id,
            )
        )


def test_lists_the_letters_first_and_then_the_parts_that_they_share(office: Office):
    rows = list_sjablonen(office.desk)
    assert [item.deel for item in rows] == sorted(item.deel for item in rows)
    assert row(office, BRIEF).titel == "Ontvangstbevestiging"
    assert row(office, DEEL).titel == "Vragen"
    assert not any(item.eigen for item in rows)
    assert all(item.klopt for item in rows)


def test_lists_no_letter_of_a_reglement_that_the_office_does_not_have(office: Office):
    assert {item.reglement for item in list_sjablonen(office.desk)} <= {"", "interactie"}


def test_an_own_text_takes_the_place_of_the_standard_and_can_be_put_back(office: Office):
    before = read_sjabloon(office.desk, BRIEF)
    changes = save_sjabloon(
        office.desk, BRIEF, "Gelezen: {{ dossier.nummer }}", "{{ aanhef }}\r\n\r\nDank u wel.\r\n"
    )
    assert changes.instellingen
    view = read_sjabloon(office.desk, BRIEF)
    assert (view.onderwerp, view.tekst) == ("Gelezen: {{ dossier.nummer }}", "{{ aanhef }}\n\nDank u wel.")
    assert (view.standaard_onderwerp, view.standaard_tekst) == (before.onderwerp, before.tekst)
    assert view.eigen
    assert row(office, BRIEF).eigen
    with office.desk.reading() as session:
        brief = brief_of(session, "interactie", BRIEF)
        assert brief.opmerking == ""
        assert fill(brief, VOORBEELD).blokken == (Alinea("Geachte mevrouw De Vries,"), Alinea("Dank u wel."))
    restore_sjabloon(office.desk, BRIEF)
    assert read_sjabloon(office.desk, BRIEF) == before
    assert not row(office, BRIEF).eigen
    with office.desk.reading() as session:
        handelingen = [item.handeling for item in session.query(AuditRegel).order_by(AuditRegel.id)]
    assert handelingen[-2:] == ["briefsjabloon_bewaard", "briefsjabloon_teruggezet"]


def test_the_words_of_the_program_are_no_copy(office: Office):
    view = read_sjabloon(office.desk, BRIEF)
    save_sjabloon(office.desk, BRIEF, "Anders", view.tekst)
    save_sjabloon(office.desk, BRIEF, view.standaard_onderwerp, f"{view.standaard_tekst}\n")
    assert not row(office, BRIEF).eigen


def test_a_text_is_refused_with_every_fault_and_its_line(office: Office):
    tekst = "{{ aanhef }}\n{% for x in gronden %}\n{{ geheim }}\n\U0001f600"
    faults = check_sjabloon(office.desk, BRIEF, "{{ x }}\nb", tekst)
    assert [(fault.regel, fault.onderwerp) for fault in faults] == [
        (2, True),
        (2, False),
        (3, False),
        (4, False),
    ]
    with pytest.raises(SjabloonError) as caught:
        save_sjabloon(office.desk, BRIEF, "Goed", tekst)
    assert [fault.partition(":")[0] for fault in caught.value.faults] == ["Regel 2", "Regel 3", "Regel 4"]
    assert "\U0001f600" in caught.value.faults[2]
    assert not row(office, BRIEF).eigen
    with pytest.raises(SjabloonError):
        preview_sjabloon(office.desk, BRIEF, "Goed", tekst)


@pytest.mark.parametrize(
    ("onderwerp", "tekst", "said"),
    [
        ("", "x", "Onderwerp: Hier hoort tekst te staan."),
        ("x" * 151, "x", "Onderwerp: Hier passen 150 tekens."),
        ("x", " \n", "Regel 1: Een brief kan niet leeg zijn."),
        ("x", "x" * 30_001, "Regel 1: De tekst telt 30001 tekens; er passen er 30000."),
        ("x", "a\nb\0", "Regel 2: Het teken U+0000 kan niet in een brief staan; haal het weg."),
    ],
)
def test_says_what_a_letter_can_not_be(office: Office, onderwerp: str, tekst: str, said: str):
    with pytest.raises(SjabloonError) as caught:
        save_sjabloon(office.desk, BRIEF, onderwerp, tekst)
    assert caught.value.faults[0] == said


def test_a_letter_may_use_its_own_free_parts_and_the_shared_ones_but_those_not_each_other(office: Office):
    assert check_sjabloon(office.desk, BRIEF, "x", "{{ vrij.toelichting }}\n{{ delen.vragen }}") == ()
    assert check_sjabloon(office.desk, DEEL, "", "{{ vrij.toelichting }}\n{{ delen.vragen }}") != ()
    sleutels = {veld.sleutel for veld in read_sjabloon(office.desk, BRIEF).velden}
    assert {"aanhef", "vrij.toelichting", "delen.vragen", "dossier.nummer"} <= sleutels
    assert not any(
        veld.sleutel.startswith(("vrij.", "delen.")) for veld in read_sjabloon(office.desk, DEEL).velden
    )


def test_every_field_that_is_offered_may_be_used(office: Office):
    view = read_sjabloon(office.desk, BRIEF)
    conditions = "\n".join(f"{{% if {veld.sleutel} %}}x{{% endif %}}" for veld in view.velden)
    assert check_sjabloon(office.desk, BRIEF, "x", conditions) == ()


def test_the_preview_is_a_letter_about_an_invented_dossier(office: Office):
    blocks = (
        "{{ aanhef }}",
        "## Uw klacht {{ dossier.nummer }}",
        "{{ vrij.toelichting }}",
        "{{ komende_stappen }}",
    )
    pdf = preview_sjabloon(office.desk, BRIEF, "Gelezen", "\n\n".join(blocks))
    words = text_of(pdf)
    for part in ("Gelezen", "Geachte mevrouw De Vries,", "Uw klacht 2026-014", "[Toelichting: hier komt"):
        assert part in words
    assert "1 april 2026" in words


def test_every_text_can_be_shown(office: Office):
    for item in list_sjablonen(office.desk):
        view = read_sjabloon(office.desk, item.sleutel, item.reglement)
        assert (
            preview_sjabloon(office.desk, item.sleutel, view.onderwerp, view.tekst, item.reglement)[:5]
            == b"%PDF-"
        )


def test_a_shared_part_in_own_words_stands_in_every_letter(office: Office):
    save_sjabloon(office.desk, DEEL, "", "Bel gerust, {{ aanhef }}")
    with office.desk.reading() as session:
        assert delen_of(session)["vragen"] == "Bel gerust, {{ aanhef }}"
    view = read_sjabloon(office.desk, BRIEF)
    assert "Bel gerust" in text_of(preview_sjabloon(office.desk, BRIEF, view.onderwerp, view.tekst))
    save_sjabloon(office.desk, DEEL, "", "")
    with office.desk.reading() as session:
        assert delen_of(session)["vragen"] == ""


def test_an_own_letter_that_an_update_made_invalid_falls_back_and_says_so(office: Office):
    store(office, BRIEF, "Eigen", "{{ aanhef }}\n{{ veld_van_vroeger }}")
    assert not row(office, BRIEF).klopt
    standard = read_sjabloon(office.desk, BRIEF)
    assert standard.tekst.endswith("{{ veld_van_vroeger }}")  # what they wrote is still there to mend
    with office.desk.reading() as session:
        brief = brief_of(session, "interactie", BRIEF)
    assert (brief.onderwerp, brief.tekst) == (standard.standaard_onderwerp, standard.standaard_tekst)
    assert brief.opmerking == (
        "Uw eigen tekst van “Ontvangstbevestiging” klopt niet meer; hier staat de standaardtekst. "
        "Verbeter uw tekst bij Instellingen, Brieven."
    )


def test_an_own_part_that_an_update_made_invalid_falls_back_and_the_letters_that_use_it_say_so(
    office: Office,
):
    with office.desk.reading() as session:
        standard = delen_of(session)
    store(office, DEEL, "", "{{ veld_van_vroeger }}")
    save_sjabloon(office.desk, "verdaging", "Uitstel", "{{ aanhef }}")
    with office.desk.reading() as session:
        assert delen_of(session) == standard
        assert "“Vragen” klopt niet meer" in brief_of(session, "interactie", BRIEF).opmerking
        assert brief_of(session, "interactie", "verdaging").opmerking == ""


def test_there_is_no_letter_of_another_name(office: Office):
    for sleutel in ("bestaat_niet", "delen.bestaat_niet", "../pyproject"):
        with pytest.raises(NotFound):
            read_sjabloon(office.desk, sleutel)
