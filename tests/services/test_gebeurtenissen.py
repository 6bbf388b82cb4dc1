"""Recording what happened, and correcting it without editing anything away."""

from datetime import date

import pytest
from brieven_op_kantoor import begun, klacht_met_adres
from office import Office, OfficeMaker

from klachtdesk.errors import DeskError, GebeurtenisError, InvalidInput, NotAllowed, NotFound
from klachtdesk.services.brieven.making import finalize_brief
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import (
    correct_gebeurtenis,
    possible_gebeurtenissen,
    record_gebeurtenis,
)


@pytest.fixture
def dossier(office: Office) -> int:
    """A klacht by letter, received on Wednesday 1 April 2026, about a trainer."""
    waarden = {
        "kanaal": "brief",
        "melder.1.naam": "Marijke de Vries",
        "betrokkene.1.naam": "Joris Kramer",
        "onderwerpen": "hoogte_factuur",
    }
    return register_melding(office.desk, waarden, draft_id=None).dossier_id


def _soorten(office: Office, dossier: int) -> list[str]:
    return [regel.soort for regel in read_dossier(office.desk, dossier).tijdlijn if not regel.vervangen]


@pytest.mark.parametrize(
    ("datum", "field"),
    [
        ("", "datum"),
        ("morgen", "datum"),
        ("31-4-2026", "datum"),
        ("2-4-2026", "datum"),
        ("1-1-0001", "datum"),
    ],
)
def test_a_date_that_cannot_be_is_named(office: Office, dossier: int, datum: str, field: str):
    with pytest.raises(InvalidInput) as caught:
        record_gebeurtenis(office.desk, dossier, "notitie", datum, {"tekst": "x"})
    assert caught.value.fields.keys() == {field}
    assert _soorten(office, dossier) == ["ontvangen"]


def test_every_missing_field_is_named_at_once(office: Office, dossier: int):
    with pytest.raises(InvalidInput) as caught:
        record_gebeurtenis(office.desk, dossier, "contact_klager", "", {})
    assert caught.value.fields.keys() == {"datum", "persoon", "kanaal", "verslag"}


@pytest.mark.parametrize("soort", ["bestaat_niet", "correctie", "vernietigd", "oordeel_ondertekend"])
def test_kinds_that_nobody_records_by_hand_are_refused(office: Office, dossier: int, soort: str):
    assert soort not in {keuze.soort for keuze in possible_gebeurtenissen(office.desk, dossier)}
    with pytest.raises(DeskError):
        record_gebeurtenis(office.desk, dossier, soort, "1-4-2026", {})


def test_a_choice_outside_the_list_is_refused(office: Office, dossier: int):
    typed = {"uitkomst": "misschien", "kanaal": "telefoon"}
    with pytest.raises(InvalidInput) as caught:
        record_gebeurtenis(office.desk, dossier, "tevredenheidscheck", "1-4-2026", typed)
    assert caught.value.fields.keys() == {"uitkomst"}


def test_what_cannot_be_true_is_refused_and_nothing_is_recorded(office: Office, dossier: int):
    with pytest.raises(NotAllowed, match="al eerder ontvangen"):
        record_gebeurtenis(office.desk, dossier, "ontvangen", "1-4-2026", {"kanaal": "brief"})
    with pytest.raises(NotAllowed):
        record_gebeurtenis(office.desk, dossier, "heropend", "1-4-2026", {"reden": "x"})
    assert _soorten(office, dossier) == ["ontvangen"]


@pytest.mark.clausule("IA-5.5")
def test_a_verdaging_needs_a_reden_and_a_later_date_and_moves_the_end(office: Office, dossier: int):
    typed = {"termijn": "oordeel", "tot": "15-5-2026"}
    with pytest.raises(InvalidInput) as caught:
        record_gebeurtenis(office.desk, dossier, "verdaagd", "1-4-2026", typed)
    assert caught.value.fields.keys() == {"reden"}
    with pytest.raises(GebeurtenisError):  # not after 29 April, the end in force
        record_gebeurtenis(
            office.desk, dossier, "verdaagd", "1-4-2026", {**typed, "tot": "29-4-2026", "reden": "Ziekte."}
        )
    record_gebeurtenis(office.desk, dossier, "verdaagd", "1-4-2026", {**typed, "reden": "Ziekte."})
    (termijn,) = read_dossier(office.desk, dossier).termijnen
    assert termijn.einde == date(2026, 5, 15)  # exactly the date that was told
    assert termijn.streefdatum == date(2026, 5, 15)  # a Friday: Hemelvaartsdag was the day before


@pytest.mark.clausule("KD-1")
def test_a_cancelled_gebeurtenis_stays_visible_and_counts_no_more(office: Office, dossier: int):
    record_gebeurtenis(office.desk, dossier, "ingetrokken", "1-4-2026", {"reden": "Per abuis."})
    assert read_dossier(office.desk, dossier).termijnen[0].status == "vervallen"
    wrong = read_dossier(office.desk, dossier).tijdlijn[-1]
    correct_gebeurtenis(office.desk, dossier, wrong.id, reden="Verkeerd dossier.")
    view = read_dossier(office.desk, dossier)
    assert view.termijnen[0].status == "open"
    assert [(regel.soort, regel.vervangen) for regel in view.tijdlijn] == [
        ("ontvangen", False),
        ("ingetrokken", True),
        ("correctie", False),
    ]


@pytest.mark.clausule("KD-1")
def test_a_replacement_stands_where_the_wrong_one_stood(office: Office, dossier: int):
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
    first = read_dossier(office.desk, dossier).tijdlijn[0]
    # The new `ontvangen` is recorded last, on the same day: it must still count as before `doorgezonden`.
    correct_gebeurtenis(
        office.desk, dossier, first.id, reden="Kanaal verkeerd.", datum="1-4-2026", velden={"kanaal": "email"}
    )
    assert _soorten(office, dossier) == ["ontvangen", "doorgezonden", "correctie"]


def test_a_correction_that_leaves_an_impossible_story_is_refused_whole(office: Office, dossier: int):
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
    first = read_dossier(office.desk, dossier).tijdlijn[0]
    with pytest.raises(GebeurtenisError):  # doorgezonden without ontvangen
        correct_gebeurtenis(office.desk, dossier, first.id, reden="Toch niet.")
    assert _soorten(office, dossier) == ["ontvangen", "doorgezonden"]


def test_a_correction_needs_a_reden_and_something_that_still_counts(office: Office, dossier: int):
    record_gebeurtenis(office.desk, dossier, "notitie", "1-4-2026", {"tekst": "x"})
    note = read_dossier(office.desk, dossier).tijdlijn[-1]
    with pytest.raises(InvalidInput):
        correct_gebeurtenis(office.desk, dossier, note.id, reden="  ")
    correct_gebeurtenis(office.desk, dossier, note.id, reden="Hoort hier niet.")
    with pytest.raises(NotFound):
        correct_gebeurtenis(office.desk, dossier, note.id, reden="Nog een keer.")


def test_a_name_that_is_in_the_dossier_is_that_person_and_no_second_one(office: Office, dossier: int):
    for naam in ("Amber Veldman", "amber  veldman", "AMBER VELDMAN"):
        record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": naam})
    keuzes = next(
        k for k in possible_gebeurtenissen(office.desk, dossier) if k.soort == "doorgezonden"
    ).velden[0]
    # Once, as she is called in the dossier; the klager and the betrokkene can't handle it.
    assert [naam for naam, _label in keuzes.keuzes] == ["Amber Veldman", "Noor Bakker"]


@pytest.mark.clausule("IA-5.2")
def test_only_klager_and_betrokkene_can_be_heard(office: Office, dossier: int):
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
    gehoord = next(k for k in possible_gebeurtenissen(office.desk, dossier) if k.soort == "gehoord")
    assert [naam for naam, _label in gehoord.velden[0].keuzes] == ["Marijke de Vries", "Joris Kramer"]
    heard = {"persoon": "Amber Veldman", "verslag": "Verslag."}
    with pytest.raises(NotAllowed):
        record_gebeurtenis(office.desk, dossier, "gehoord", "1-4-2026", heard)


def test_the_list_shows_where_a_dossier_stands_and_what_comes_first(office: Office, dossier: int):
    desk = office.on(2026, 4, 30)
    (row,) = list_dossiers(desk)
    # 1 April + 4 weeks = 29 April: on the 30th it is late
    assert (row.loopt, row.te_laat) == (True, True)
    assert (row.eerstvolgend, row.klager) == (date(2026, 4, 29), "Marijke de Vries")
    record_gebeurtenis(desk, dossier, "ingetrokken", "30-4-2026", {})
    (row,) = list_dossiers(desk)
    assert (row.status, row.loopt, row.eerstvolgend) == ("Ingetrokken", False, None)
    assert list_dossiers(desk, alleen_open=True) == ()


@pytest.mark.clausule("KW-2c")
def test_a_call_that_nobody_answered_is_no_contact(make_office: OfficeMaker):
    office = make_office("klassewerk", date(2026, 4, 24))
    made = register_melding(
        office.desk, {"kanaal": "telefoon", "betrokkene.1.naam": "De trainer"}, draft_id=None
    )
    record_gebeurtenis(office.desk, made.dossier_id, "doorgezonden", "24-4-2026", {"persoon": "De directie"})
    # Friday 24 April + 2 werkdagen: not the weekend, not Koningsdag on Monday, so Tuesday and Wednesday the 29th.
    called = {
        "persoon": "De directie",
        "kanaal": "telefoon",
        "verslag": "Geen gehoor.",
        "uitkomst": "niet_bereikt",
    }
    desk = office.on(2026, 4, 28)
    record_gebeurtenis(desk, made.dossier_id, "contact_klager", "28-4-2026", called)
    contact = [
        t for t in read_dossier(desk, made.dossier_id).termijnen if t.sleutel.termijn == "telefonisch_contact"
    ]
    assert [(t.einde, t.status) for t in contact] == [(date(2026, 4, 29), "open")]
    record_gebeurtenis(
        desk, made.dossier_id, "contact_klager", "28-4-2026", {**called, "uitkomst": "meer_informatie"}
    )
    contact = [
        t for t in read_dossier(desk, made.dossier_id).termijnen if t.sleutel.termijn == "telefonisch_contact"
    ]
    assert [t.status for t in contact] == ["gehaald"]


def test_a_letter_stays_with_its_gebeurtenis_when_only_the_day_was_wrong(taal: Office):
    dossier = klacht_met_adres(taal)
    letter = finalize_brief(taal.desk, dossier, begun(taal, dossier, "ontvangstbevestiging_verzonden"))
    taal.on(2026, 4, 2)
    (sent,) = [item for item in read_dossier(taal.desk, dossier).tijdlijn if item.document_id is not None]
    correct_gebeurtenis(
        taal.desk,
        dossier,
        sent.id,
        reden="Een dag later gepost.",
        datum="2-4-2026",
        velden=dict(sent.waarden),
    )
    shown = read_dossier(taal.desk, dossier)
    (counts,) = [item for item in shown.tijdlijn if item.document_id is not None and not item.vervangen]
    assert (counts.datum, counts.document_id) == (date(2026, 4, 2), letter.document_id)
    assert not any(item.teruggenomen for item in shown.documenten)
