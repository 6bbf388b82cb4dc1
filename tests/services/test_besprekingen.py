"""The yearly bespreking: held once for the office, shown on each dossier, and what becomes due after it."""

from datetime import date

import pytest
from office import Office, OfficeMaker

from klachtdesk.errors import InvalidInput, NotAllowed, NotFound
from klachtdesk.services.besprekingen.holding import (
    bespreking_formulier,
    cancel_bespreking,
    hold_bespreking,
    list_besprekingen,
    save_bespreking,
    to_discuss,
)
from klachtdesk.services.besprekingen.jaartermijnen import read_jaartermijnen
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.vergissingen import withdraw_vergissing
from klachtdesk.views.dossier import TijdlijnRegel

BESPROKEN = {
    "aanwezigen": "Amber Veldman\n\n  Joris Kramer ",
    "verslag": "Twee klachten over facturen.",
    "maatregelen": "Ja: sinds mei geen meerwerk zonder akkoord.",
    "aanbevelingen": "Offertes in één sjabloon.",
    "voorgelegd": "nee",
}
VOORGELEGD = {**BESPROKEN, "voorgelegd": "ja"}


def _klacht(desk: Desk, kanaal: str = "brief") -> int:
    """A klacht received today."""
    return register_melding(desk, {"kanaal": kanaal}, draft_id=None).dossier_id


def _closed(office: Office, maand: int, dag: int) -> int:
    """A klacht received and withdrawn by the klager on one day in 2026."""
    desk = office.on(2026, maand, dag)
    dossier = _klacht(desk)
    record_gebeurtenis(desk, dossier, "ingetrokken", f"{dag}-{maand}-2026", {})
    return dossier


def _events(desk: Desk, dossier: int) -> list[TijdlijnRegel]:
    return [item for item in read_dossier(desk, dossier).tijdlijn if item.soort == "besproken"]


@pytest.mark.clausule("IA-8.4", "IA-8.5")
def test_a_bespreking_stands_in_each_closed_dossier_and_then_it_may_be_destroyed(office: Office):
    first, second = _closed(office, 4, 1), _closed(office, 6, 1)
    still_open = _klacht(office.desk)
    desk = office.on(2027, 1, 14)
    assert read_dossier(desk, first).bewaren.status == "loopt_niet"
    assert [(item.dossier_id, item.gesloten_op) for item in to_discuss(desk)] == [
        (first, date(2026, 4, 1)),
        (second, date(2026, 6, 1)),
    ]
    changes = hold_bespreking(desk, {**BESPROKEN, "datum": "14-1-2027"})
    assert changes.dossiers == {first, second}
    for dossier in (first, second):
        (event,) = _events(desk, dossier)
        assert event.datum == date(2027, 1, 14)
        assert "Besproken op donderdag 14 januari 2027." in dict(event.details).values()
        bewaren = read_dossier(desk, dossier).bewaren
        assert (bewaren.status, bewaren.tot) == ("loopt", date(2027, 1, 14))  # 0 dagen after the bespreking
    assert _events(desk, still_open) == []
    assert to_discuss(desk) == ()
    (held,) = list_besprekingen(desk)
    assert held.aanwezigen == ("Amber Veldman", "Joris Kramer")
    assert (held.dossiers, held.afgerond, held.geldt_vanaf) == ((first, second), True, date(2027, 1, 14))
    assert read_dossier(office.on(2027, 1, 15), first).bewaren.status == "verstreken"


@pytest.mark.clausule("IA-8.5")
def test_put_to_the_directie_it_counts_only_after_the_besluit(office: Office):
    dossier = _closed(office, 4, 1)
    desk = office.on(2027, 1, 14)
    hold_bespreking(desk, {**VOORGELEGD, "datum": "14-1-2027"})
    assert _events(desk, dossier) == []
    assert read_dossier(desk, dossier).bewaren.status == "loopt_niet"
    assert to_discuss(desk) == ()  # it waits for the besluit, not for another bespreking
    (held,) = list_besprekingen(desk)
    assert (held.voorgelegd, held.afgerond, held.geldt_vanaf) == (True, False, None)
    desk = office.on(2027, 2, 3)
    typed = bespreking_formulier(desk, held.id).waarden
    changes = save_bespreking(
        desk, held.id, {**typed, "besluit": "Sjabloon invoeren.", "besluit_op": "1-2-2027"}
    )
    assert changes.dossiers == {dossier}
    (event,) = _events(desk, dossier)
    assert event.datum == date(2027, 2, 1)
    verslag = "Besproken op donderdag 14 januari 2027. De directie besloot op maandag 1 februari 2027."
    assert verslag in dict(event.details).values()
    assert read_dossier(desk, dossier).bewaren.tot == date(2027, 2, 1)
    assert list_besprekingen(desk)[0].geldt_vanaf == date(2027, 2, 1)


@pytest.mark.clausule("IA-8.5")
def test_a_dossier_opened_again_before_the_besluit_has_to_be_discussed_again(office: Office):
    dossier = _closed(office, 4, 1)
    desk = office.on(2027, 1, 14)
    hold_bespreking(desk, {**VOORGELEGD, "datum": "14-1-2027"})
    record_gebeurtenis(desk, dossier, "heropend", "14-1-2027", {"reden": "Nieuwe feiten."})
    desk = office.on(2027, 1, 20)
    record_gebeurtenis(desk, dossier, "ingetrokken", "20-1-2027", {})
    desk = office.on(2027, 2, 1)
    (held,) = list_besprekingen(desk)
    save_bespreking(
        desk, held.id, {**VOORGELEGD, "datum": "14-1-2027", "besluit": "x", "besluit_op": "1-2-2027"}
    )
    assert _events(desk, dossier) == []
    assert [item.dossier_id for item in to_discuss(desk)] == [dossier]


@pytest.mark.clausule("IA-8.4")
def test_the_yearly_termijn_counts_from_the_first_klacht_and_then_from_each_bespreking(office: Office):
    assert read_jaartermijnen(office.desk) == ()  # nothing to discuss yet
    _klacht(office.desk)
    (stand,) = read_jaartermijnen(office.desk)
    assert (stand.start, stand.einde, stand.eerste, stand.te_laat) == (
        date(2026, 4, 1),
        date(2027, 4, 1),
        True,
        False,
    )
    assert stand.artikel == "artikel 8.4 van de Klachtenregeling Interactie"
    (late,) = read_jaartermijnen(office.desk, date(2027, 4, 2))
    assert late.te_laat
    desk = office.on(2027, 3, 1)
    hold_bespreking(desk, {**BESPROKEN, "datum": "26-2-2027"})
    (stand,) = read_jaartermijnen(desk)
    # 26 February 2028 is a Saturday, so the streefdatum is the Friday before it
    assert (stand.einde, stand.streefdatum, stand.eerste) == (date(2028, 2, 26), date(2028, 2, 25), False)


@pytest.mark.clausule("KL-13", "LW-10")
@pytest.mark.parametrize(("reglement", "artikel"), [("klik_onderwijs", "13"), ("leefstijlwijzer", "Analyse")])
def test_the_jaaranalyse_is_due_a_year_after_the_first_klacht(
    make_office: OfficeMaker, reglement: str, artikel: str
):
    office = make_office(reglement, date(2026, 3, 5))
    _klacht(office.desk, "email")
    (stand,) = read_jaartermijnen(office.desk)
    assert (stand.einde, stand.label) == (date(2027, 3, 5), "Jaarlijkse analyse van de klachten")
    assert artikel in stand.artikel
    hold_bespreking(office.on(2027, 1, 7), {**BESPROKEN, "datum": "7-1-2027"})
    (held,) = list_besprekingen(office.desk)
    assert held.maatregelen == BESPROKEN["maatregelen"]  # whether the maatregelen were effective
    assert held.aanbevelingen == BESPROKEN["aanbevelingen"]
    (stand,) = read_jaartermijnen(office.desk)
    assert stand.einde == date(2028, 1, 7)


@pytest.mark.parametrize("reglement", ["klassewerk", "tien_voor_taal"])
def test_where_the_reglement_asks_for_none_nothing_is_due(make_office: OfficeMaker, reglement: str):
    office = make_office(reglement, date(2026, 4, 1))
    _klacht(office.desk)
    assert read_jaartermijnen(office.desk, date(2030, 1, 1)) == ()


def test_a_mistaken_first_dossier_starts_no_year(office: Office):
    mistake = _klacht(office.desk)
    withdraw_vergissing(office.desk, mistake, reden="Twee keer ingevoerd.")
    assert read_jaartermijnen(office.desk) == ()


def test_a_bespreking_by_mistake_is_cancelled_in_every_dossier(office: Office):
    dossier = _closed(office, 4, 1)
    desk = office.on(2027, 1, 14)
    hold_bespreking(desk, {**BESPROKEN, "datum": "14-1-2027"})
    (held,) = list_besprekingen(desk)
    with pytest.raises(InvalidInput):
        cancel_bespreking(desk, held.id, reden=" ")
    assert cancel_bespreking(desk, held.id, reden="Ging niet door.").dossiers == {dossier}
    assert [event.vervangen for event in _events(desk, dossier)] == [True]
    assert read_dossier(desk, dossier).bewaren.status == "loopt_niet"
    assert list_besprekingen(desk)[0].vervallen == "Ging niet door."
    assert [item.dossier_id for item in to_discuss(desk)] == [dossier]
    (stand,) = read_jaartermijnen(desk)
    assert stand.eerste
    with pytest.raises(NotFound):
        save_bespreking(desk, held.id, {**BESPROKEN, "datum": "14-1-2027"})


def test_texts_can_be_improved_but_dates_in_dossiers_stand(office: Office):
    _closed(office, 4, 1)
    desk = office.on(2027, 1, 14)
    hold_bespreking(desk, {**BESPROKEN, "datum": "14-1-2027"})
    (held,) = list_besprekingen(desk)
    assert bespreking_formulier(desk, held.id).vaste_sleutels == {
        "datum",
        "reglementen",
        "voorgelegd",
        "besluit_op",
    }
    better = {**BESPROKEN, "datum": "14-1-2027", "verslag": "Drie klachten."}
    assert save_bespreking(desk, held.id, better).dossiers == frozenset()
    assert list_besprekingen(desk)[0].verslag == "Drie klachten."
    for other in ({"datum": "13-1-2027"}, {"voorgelegd": "ja"}):
        with pytest.raises(NotAllowed):
            save_bespreking(desk, held.id, better | other)


def test_a_dossier_that_was_not_closed_then_is_refused(office: Office):
    later = _closed(office, 6, 1)
    still_open = _klacht(office.desk)
    for dossier in (later, still_open, 99):
        with pytest.raises(InvalidInput):
            hold_bespreking(office.desk, {**BESPROKEN, "datum": "31-5-2026"}, dossiers=(dossier,))
    assert list_besprekingen(office.desk) == ()
    hold_bespreking(office.desk, {**BESPROKEN, "datum": "1-6-2026"}, dossiers=())
    assert to_discuss(office.desk)[0].dossier_id == later


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        ({"datum": "", "verslag": " ", "voorgelegd": ""}, {"datum", "verslag", "voorgelegd"}),
        ({"datum": "2-4-2026"}, {"datum"}),  # tomorrow
        ({"besluit": "x"}, {"voorgelegd"}),
        ({"voorgelegd": "ja", "besluit": "x"}, {"besluit_op"}),
        ({"voorgelegd": "ja", "besluit_op": "1-4-2026"}, {"besluit"}),
        ({"voorgelegd": "ja", "besluit": "x", "besluit_op": "31-3-2026"}, {"besluit_op"}),
    ],
)
def test_what_cannot_be_is_named_by_field(office: Office, other: dict[str, str], fields: set[str]):
    with pytest.raises(InvalidInput) as caught:
        hold_bespreking(office.desk, {**BESPROKEN, "datum": "1-4-2026", **other})
    assert caught.value.fields.keys() == fields
    assert list_besprekingen(office.desk) == ()


def test_a_new_form_begins_with_today(office: Office):
    assert bespreking_formulier(office.desk, None).waarden == {"datum": "1-4-2026"}
