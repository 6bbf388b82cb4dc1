"""Between two overviews: the periods to choose from, the werkoverleg, and what may go after a bespreking."""

from datetime import date

import pytest
from dossiers import BETROKKENE, KLAGER, klacht_by_mail
from office import Office, OfficeMaker

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.services.besprekingen.holding import cancel_bespreking, hold_bespreking, list_besprekingen
from klachtdesk.services.besprekingen.na_bespreking import proposed_destruction
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kantoor.bewaarkeuze import choose_bewaartermijn
from klachtdesk.services.overzicht.periodiek import (
    hold_werkoverleg,
    list_periods,
    read_werkoverleg,
    werkoverleg_formulier,
)

BESPREKING = {"aanwezigen": "Amber Veldman", "verslag": "Besproken.", "voorgelegd": "nee"}


def test_the_years_and_quarters_since_the_first_klacht(office: Office):
    assert [item.label for item in list_periods(office.desk)] == [
        "2026",
        "2e kwartaal 2026",
        "1e kwartaal 2026",
    ]
    klacht_by_mail(office, KLAGER, "30-12-2025")
    labels = [item.label for item in list_periods(office.desk)]
    assert labels[3:] == [
        "2025",
        "4e kwartaal 2025",
        "3e kwartaal 2025",
        "2e kwartaal 2025",
        "1e kwartaal 2025",
    ]


@pytest.mark.clausule("TT-2.4e")
def test_the_werkoverleg_has_what_is_open_and_no_more_than_it_needs(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 13))
    bewaren = {"aantal": "2", "eenheid": "jaren", "motivering": "De audit kijkt twee jaar terug."}
    choose_bewaartermijn(office.desk, bewaren)
    waarden = {"onderwerpen": "gedrag", "kanaal": "brief", "ontvangen_op": "13-4-2026"}
    first = klacht_by_mail(office, KLAGER, **waarden)
    second = klacht_by_mail(
        office, "Ad Smit", **(waarden | {"ontvangen_op": "1-4-2026", "onderwerpen": "kwaliteit"})
    )
    closed = klacht_by_mail(office, "Bo Vos", **waarden)
    record_gebeurtenis(office.desk, closed, "ingetrokken", "13-4-2026", {})
    for ref, uiterlijk in (("A1", "30-4-2026"), ("A2", "14-4-2026")):
        velden = {"ref": ref, "omschrijving": f"Doe {ref}.", "persoon": "Noor Bakker", "uiterlijk": uiterlijk}
        record_gebeurtenis(office.desk, first, "actiepunt_vastgesteld", "13-4-2026", velden)
    view = read_werkoverleg(office.on(2026, 4, 15))
    # Of the first A2 is due on 14 April; of the second the ontvangstbevestiging, 14 days after 1 April: 15 April.
    assert [regel.dossier_id for regel in view.regels] == [first, second]
    assert [regel.uiterlijk for regel in view.regels] == [date(2026, 4, 14), date(2026, 4, 15)]
    regel = view.regels[0]
    assert regel.onderwerpen == ("Gedrag van medewerkers of directie",)
    assert [(item.omschrijving, item.wie, item.te_laat) for item in regel.actiepunten] == [
        ("Doe A2.", "Noor Bakker", True),
        ("Doe A1.", "Noor Bakker", False),
    ]
    # What stands with the day is what is due on that day.
    assert [(regel.termijn, regel.te_laat) for regel in view.regels] == [
        ("Actiepunt", True),
        ("Ontvangstbevestiging", False),
    ]
    for name in (KLAGER, BETROKKENE, "factuur"):
        assert name not in str(view)


@pytest.mark.clausule("TT-2.4e")
def test_the_date_of_the_werkoverleg_is_recorded_with_each_open_dossier(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 13))
    first = klacht_by_mail(office, KLAGER, "13-4-2026")
    desk = office.on(2026, 4, 20)
    later = klacht_by_mail(office, "Ad Smit", "20-4-2026")
    assert werkoverleg_formulier(desk).waarden == {"datum": "20-4-2026"}
    changes = hold_werkoverleg(desk, {"datum": "17-4-2026", "verslag": "Loopt goed."})
    assert changes.dossiers == {first}
    assert [(item.datum, item.soort) for item in read_dossier(desk, first).tijdlijn][-1] == (
        date(2026, 4, 17),
        "werkoverleg",
    )
    assert all(item.soort != "werkoverleg" for item in read_dossier(desk, later).tijdlijn)
    assert hold_werkoverleg(desk, {"datum": "20-4-2026"}, dossiers=(later,)).dossiers == {later}
    with pytest.raises(InvalidInput) as refused:
        hold_werkoverleg(desk, {})
    assert set(refused.value.fields) == {"datum"}
    with pytest.raises(NotFound):
        hold_werkoverleg(desk, {"datum": "20-4-2026"}, dossiers=(99,))


def _withdrawn(office: Office, maand: int) -> int:
    desk = office.on(2026, maand, 1)
    made = register_melding(desk, {"kanaal": "brief"}, draft_id=None).dossier_id
    record_gebeurtenis(desk, made, "ingetrokken", f"1-{maand}-2026", {})
    return made


@pytest.mark.clausule("IA-8.5")
def test_after_the_bespreking_it_is_proposed_to_destroy_what_was_discussed(office: Office):
    first, second = _withdrawn(office, 4), _withdrawn(office, 5)
    desk = office.on(2027, 1, 4)
    record_gebeurtenis(
        desk, second, "bewaren_opgeschort", "4-1-2027", {"reden": "De accountant vraagt erom."}
    )
    hold_bespreking(desk, BESPREKING | {"datum": "4-1-2027"})
    (held,) = list_besprekingen(desk)
    found = {item.dossier_id: item for item in proposed_destruction(desk, held.id)}
    assert found.keys() == {first, second}
    # 0 dagen after the bespreking: the day itself is the last on which it is kept.
    assert (found[first].vanaf, found[first].mag_nu) == (date(2027, 1, 5), False)
    assert found[first].artikel == "artikel 8.5"
    desk = office.on(2027, 1, 5)
    found = {item.dossier_id: item for item in proposed_destruction(desk, held.id)}
    assert (found[first].mag_nu, found[second].mag_nu) == (True, False)
    assert found[second].geblokkeerd_door == ("opgeschort",)
    cancel_bespreking(desk, held.id, reden="Verkeerde dag.")
    with pytest.raises(NotFound):
        proposed_destruction(desk, held.id)


@pytest.mark.clausule("IA-8.5")
def test_put_to_the_directie_nothing_may_go_before_the_besluit(office: Office):
    made = _withdrawn(office, 4)
    desk = office.on(2027, 1, 4)
    hold_bespreking(desk, BESPREKING | {"datum": "4-1-2027", "voorgelegd": "ja"})
    (proposal,) = proposed_destruction(office.on(2027, 2, 1), list_besprekingen(desk)[0].id)
    assert (proposal.dossier_id, proposal.mag_nu, proposal.vanaf) == (made, False, None)
    assert "nog niet besproken" in proposal.reden


def test_a_reglement_that_does_not_ask_for_it_has_nothing_destroyed_after_a_bespreking(
    make_office: OfficeMaker,
):
    office = make_office("leefstijlwijzer", date(2026, 4, 1))
    _withdrawn(office, 4)
    desk = office.on(2029, 1, 4)
    hold_bespreking(desk, BESPREKING | {"datum": "4-1-2029"})
    assert proposed_destruction(desk, list_besprekingen(desk)[0].id) == ()
