"""What is written with an overview, and what becomes of it: an aanbeveling, a maatregel, and whether it worked."""

from datetime import date

import pytest
from office import Office, OfficeMaker

from klachtdesk.errors import InvalidInput, NotAllowed, NotFound
from klachtdesk.services.besprekingen.holding import (
    bespreking_formulier,
    cancel_bespreking,
    hold_bespreking,
    list_besprekingen,
)
from klachtdesk.services.overzicht.aanbevelingen import (
    aanbeveling_formulier,
    open_aanbevelingen,
    read_conclusies,
    remove_aanbeveling,
    save_aanbeveling,
    save_analyse,
)
from klachtdesk.services.overzicht.reading import read_overzicht
from klachtdesk.views.overzicht import Over

OVER = Over(date(2026, 1, 1), date(2026, 12, 31))
LATER = Over(date(2027, 1, 1), date(2027, 12, 31))
MEERWERK = {"soort": "voorkoming", "tekst": "Meerwerk alleen na schriftelijk akkoord."}
BESPREKING = {
    "datum": "4-1-2027",
    "aanwezigen": "Amber Veldman",
    "verslag": "Alle klachten van 2026 zijn besproken.",
    "voorgelegd": "nee",
}


def test_the_analysis_of_a_period_stands_in_its_overview_only(office: Office):
    desk = office.desk
    assert read_conclusies(desk, OVER).analyse == ""
    save_analyse(desk, OVER, {"analyse": "De facturen waren de oorzaak."})
    save_analyse(desk, OVER, {"analyse": "Vooral de facturen waren de oorzaak."})
    assert read_overzicht(desk, OVER.van, OVER.tot).analyse == "Vooral de facturen waren de oorzaak."
    assert read_overzicht(desk, LATER.van, LATER.tot).analyse == ""
    assert read_overzicht(desk, OVER.van, OVER.tot, reglement="interactie").analyse == ""
    with pytest.raises(InvalidInput):
        save_analyse(desk, Over(OVER.tot, OVER.van), {"analyse": "x"})


@pytest.mark.parametrize(
    "reglement",
    [
        pytest.param("interactie", marks=pytest.mark.clausule("IA-8.3")),
        pytest.param("leefstijlwijzer", marks=pytest.mark.clausule("LW-10")),
    ],
)
def test_the_verslag_has_aanbevelingen_to_prevent_and_to_improve(make_office: OfficeMaker, reglement: str):
    desk = make_office(reglement, date(2026, 4, 1)).desk
    save_aanbeveling(desk, OVER, MEERWERK)
    save_aanbeveling(desk, OVER, {"soort": "verbetering", "tekst": "Sneller bellen."})
    found = read_overzicht(desk, OVER.van, OVER.tot).aanbevelingen
    assert [(item.soort_label, item.tekst, item.besluit_label) for item in found] == [
        ("Om klachten te voorkomen", "Meerwerk alleen na schriftelijk akkoord.", "Nog geen besluit"),
        ("Om de behandeling van klachten te verbeteren", "Sneller bellen.", "Nog geen besluit"),
    ]
    with pytest.raises(InvalidInput) as refused:
        save_aanbeveling(desk, OVER, {})
    assert set(refused.value.fields) == {"soort", "tekst"}


@pytest.mark.clausule("IA-8.4")
def test_the_bespreking_adopts_what_has_an_owner_and_a_day(office: Office):
    desk = office.desk
    save_aanbeveling(desk, OVER, MEERWERK)
    save_aanbeveling(desk, OVER, {"soort": "verbetering", "tekst": "Sneller bellen."})
    first, second = (item.id for item in read_conclusies(desk, OVER).aanbevelingen)
    decided = BESPREKING | {
        f"aanbeveling_{first}_besluit": "overgenomen",
        f"aanbeveling_{second}_besluit": "niet_overgenomen",
    }
    office.on(2027, 1, 4)
    with pytest.raises(InvalidInput) as refused:
        hold_bespreking(desk, decided)
    assert set(refused.value.fields) == {f"aanbeveling_{first}_eigenaar", f"aanbeveling_{first}_uiterlijk"}
    assert list_besprekingen(desk) == ()  # nothing was recorded, and nothing decided
    assert {item.besluit for item in read_conclusies(desk, OVER).aanbevelingen} == {""}
    owned = {
        f"aanbeveling_{first}_eigenaar": "Sanne Bos",
        f"aanbeveling_{first}_uiterlijk": "1-3-2027",
    }
    hold_bespreking(desk, decided | owned)
    held = list_besprekingen(desk)[0].id
    assert [(item.overgenomen, item.niet_overgenomen) for item in list_besprekingen(desk)] == [
        (("Meerwerk alleen na schriftelijk akkoord.",), ("Sneller bellen.",))
    ]
    adopted, other = read_conclusies(desk, OVER).aanbevelingen
    assert (adopted.besluit, adopted.bespreking_id, other.besluit) == (
        "overgenomen",
        held,
        "niet_overgenomen",
    )
    assert (adopted.eigenaar, adopted.uiterlijk) == ("Sanne Bos", date(2027, 3, 1))
    assert [item.id for item in open_aanbevelingen(desk)] == [first]
    with pytest.raises(NotAllowed):
        remove_aanbeveling(desk, first)
    assert not any(key.startswith("aanbeveling_") for key in _asked(office, held))  # decided once


def _asked(office: Office, bespreking_id: int | None) -> set[str]:
    """Return the keys of the fields on the form of a bespreking."""
    return {veld.sleutel for veld in bespreking_formulier(office.desk, bespreking_id).formulier.velden()}


@pytest.mark.clausule("IA-8.4")
def test_what_a_bespreking_decided_by_mistake_waits_for_a_decision_again(office: Office):
    """Two were adopted in a bespreking that never was; one of them was carried out meanwhile, and stays as it is."""
    desk = office.on(2027, 1, 4)
    owned = MEERWERK | {"eigenaar": "Sanne Bos", "uiterlijk": "1-3-2027"}
    for _ in range(2):
        save_aanbeveling(desk, OVER, owned)
    first, second = (item.id for item in read_conclusies(desk, OVER).aanbevelingen)
    adopted = {
        f"aanbeveling_{item}_{key}": text for item in (first, second) for key, text in _ADOPTED.items()
    }
    hold_bespreking(desk, BESPREKING | adopted)
    done = owned | {"besluit": "overgenomen", "uitgevoerd_op": "4-1-2027"}
    save_aanbeveling(desk, OVER, done, aanbeveling_id=second)
    held = list_besprekingen(desk)[0].id
    changes = cancel_bespreking(desk, held, reden="Verkeerde dag.")
    assert changes.conclusies
    assert [item.besluit for item in read_conclusies(desk, OVER).aanbevelingen] == ["", "overgenomen"]
    assert f"aanbeveling_{first}_besluit" in _asked(office, None)


_ADOPTED = {"besluit": "overgenomen", "eigenaar": "Sanne Bos", "uiterlijk": "1-3-2027"}


@pytest.mark.clausule("KL-13")
def test_the_next_overview_tells_whether_those_of_last_year_worked(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 4, 1))
    desk = office.desk
    adopted = MEERWERK | {"besluit": "overgenomen", "eigenaar": "Sanne Bos", "uiterlijk": "1-3-2027"}
    save_aanbeveling(desk, OVER, adopted)
    (made,) = read_conclusies(office.on(2027, 3, 2), OVER).aanbevelingen
    assert made.te_laat  # a day after its last day it is not carried out
    done = adopted | {"uitgevoerd_op": "2-3-2027"}
    save_aanbeveling(desk, OVER, done, aanbeveling_id=made.id)
    desk = office.on(2027, 9, 1)
    judged = {"geevalueerd_op": "1-9-2027", "uitkomst": "effectief"}
    save_aanbeveling(desk, OVER, done | judged, aanbeveling_id=made.id)
    view = read_overzicht(desk, LATER.van, LATER.tot)
    assert [(item.tekst, item.uitkomst_label, item.eigenaar) for item in view.eerdere_aanbevelingen] == [
        (MEERWERK["tekst"], "Ja", "Sanne Bos")
    ]
    assert view.aanbevelingen == ()
    outside = read_overzicht(desk, LATER.van, LATER.tot, publiek=True)
    assert (outside.analyse, outside.aanbevelingen, outside.eerdere_aanbevelingen) == ("", (), ())
    assert open_aanbevelingen(desk) == ()
    assert aanbeveling_formulier(desk, made.id).waarden["uitkomst"] == "effectief"
    # Two years later it is history; one that was never judged would still be there.
    assert read_overzicht(desk, date(2029, 1, 1), date(2029, 12, 31)).eerdere_aanbevelingen == ()
    save_aanbeveling(desk, OVER, adopted)
    late = read_overzicht(desk, date(2029, 1, 1), date(2029, 12, 31)).eerdere_aanbevelingen
    assert [item.geevalueerd_op for item in late] == [None]


@pytest.mark.parametrize(
    ("more", "fields"),
    [
        ({"besluit": "overgenomen"}, {"eigenaar", "uiterlijk"}),
        ({"uitgevoerd_op": "1-3-2026"}, {"uitgevoerd_op"}),
        ({"uitkomst": "effectief"}, {"geevalueerd_op"}),
        ({"geevalueerd_op": "1-3-2026"}, {"uitkomst"}),
        ({"geevalueerd_op": "1-3-2026", "uitkomst": "niet"}, {"geevalueerd_op"}),
        ({"besluit": "misschien"}, {"besluit"}),
    ],
)
def test_what_does_not_fit_together_is_refused(office: Office, more: dict[str, str], fields: set[str]):
    with pytest.raises(InvalidInput) as refused:
        save_aanbeveling(office.desk, OVER, MEERWERK | more)
    assert set(refused.value.fields) == fields
    assert read_conclusies(office.desk, OVER).aanbevelingen == ()


def test_an_evaluation_before_it_was_carried_out_is_refused(office: Office):
    adopted = MEERWERK | {"besluit": "overgenomen", "eigenaar": "Sanne Bos", "uiterlijk": "1-3-2026"}
    backwards = {"uitgevoerd_op": "3-3-2026", "geevalueerd_op": "2-3-2026", "uitkomst": "niet"}
    with pytest.raises(InvalidInput) as refused:
        save_aanbeveling(office.desk, OVER, adopted | backwards)
    assert set(refused.value.fields) == {"geevalueerd_op"}


def test_an_aanbeveling_without_besluit_can_be_taken_back(office: Office):
    save_aanbeveling(office.desk, OVER, MEERWERK)
    (made,) = read_conclusies(office.desk, OVER).aanbevelingen
    remove_aanbeveling(office.desk, made.id)
    assert read_conclusies(office.desk, OVER).aanbevelingen == ()
    for action in (remove_aanbeveling, aanbeveling_formulier):
        with pytest.raises(NotFound):
            action(office.desk, made.id)
