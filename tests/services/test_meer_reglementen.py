"""An office with several reglementen beside each other: what a klacht falls under, who belongs to which, what is due.

Interactie is the office's own; Klassewerk comes beside it. Wednesday 1 April 2026.
"""

from datetime import date

import pytest
from office import Office

from klachtdesk.errors import InvalidInput, NotAllowed, NotFound, ReglementError
from klachtdesk.services.besprekingen.holding import (
    bespreking_formulier,
    hold_bespreking,
    list_besprekingen,
    save_bespreking,
    to_discuss,
)
from klachtdesk.services.besprekingen.jaartermijnen import read_jaartermijnen
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.eigen_reglement.concepten import copy_reglement, read_concept
from klachtdesk.services.eigen_reglement.van_kracht import put_in_force
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import possible_gebeurtenissen, record_gebeurtenis
from klachtdesk.services.kantoor.bewaarkeuze import choose_bewaartermijn, read_bewaarregels
from klachtdesk.services.kantoor.functionarissen import functionarissen_on, list_functionarissen
from klachtdesk.services.kantoor.gebruikte_reglementen import list_versies, propose_first, stop_with
from klachtdesk.services.kantoor.instanties import instanties_on, list_instanties
from klachtdesk.services.kantoorsignalen import kantoor_sentences
from klachtdesk.services.reglementen import versie_on, versies_on

INTERACTIE, KLASSEWERK = "interactie", "klassewerk"
BESPROKEN = {"aanwezigen": "Amber Veldman", "verslag": "Eén klacht.", "voorgelegd": "nee"}


def _add(office: Office, sleutel: str, van: str = "1-4-2026", vervangt: str | None = "") -> None:
    """Let a reglement that comes with the program hold from a day, beside the others unless `vervangt` says else."""
    concept = copy_reglement(office.desk, sleutel=sleutel).concept_id
    put_in_force(office.desk, concept, van, vervangt=vervangt)


def _in_force(office: Office, day: date) -> list[str]:
    with office.desk.reading() as session:
        return [item.sleutel for item in versies_on(session, day)]


def _klacht(office: Office, reglement: str | None = None) -> int:
    return register_melding(office.desk, {"kanaal": "brief"}, draft_id=None, reglement=reglement).dossier_id


def _closed(office: Office, reglement: str) -> int:
    dossier = _klacht(office, reglement)
    record_gebeurtenis(office.desk, dossier, "ingetrokken", "1-4-2026", {"reden": "opgelost"})
    return dossier


def test_a_second_reglement_stands_beside_the_first_which_stays_the_main_one(office: Office):
    _add(office, KLASSEWERK)
    assert _in_force(office, date(2026, 4, 1)) == [INTERACTIE, KLASSEWERK]
    assert read_dossier(office.desk, _klacht(office)).reglement == "Klachtenregeling Interactie"
    assert read_dossier(office.desk, _klacht(office, KLASSEWERK)).reglement == "Klachtenprocedure Klassewerk"
    assert [(item.sleutel, item.versie, item.geldt, item.hoofd) for item in list_versies(office.desk)] == [
        (INTERACTIE, "1", True, True),
        (KLASSEWERK, "1", True, False),  # the first one that this office has of it
    ]


def test_a_new_version_of_the_second_changes_nothing_for_the_first(office: Office):
    _add(office, KLASSEWERK)
    _add(office, KLASSEWERK, "1-6-2026", vervangt=None)
    with office.desk.reading() as session:
        assert versie_on(session, date(2026, 6, 1)).sleutel == INTERACTIE
    assert _in_force(office, date(2026, 6, 1)) == [INTERACTIE, KLASSEWERK]
    versies = [(item.sleutel, item.versie, item.geldt, item.later) for item in list_versies(office.desk)]
    assert versies == [
        (INTERACTIE, "1", True, False),
        (KLASSEWERK, "2", False, True),
        (KLASSEWERK, "1", True, False),
    ]


def test_a_second_reglement_counts_from_its_own_day(office: Office):
    _add(office, KLASSEWERK, "1-6-2026")
    assert _in_force(office, date(2026, 5, 31)) == [INTERACTIE]
    assert _in_force(office, date(2026, 6, 1)) == [INTERACTIE, KLASSEWERK]


def test_one_that_takes_the_place_of_another_leaves_one_in_force(office: Office):
    dossier = _klacht(office)
    _add(office, KLASSEWERK, "1-6-2026", vervangt=None)
    assert (_in_force(office, date(2026, 5, 31)), _in_force(office, date(2026, 6, 1))) == (
        [INTERACTIE],
        [KLASSEWERK],
    )
    office.on(2026, 6, 1)
    # Who began a melding under the old one before that day means its successor by now.
    assert read_dossier(office.desk, _klacht(office, INTERACTIE)).reglement == "Klachtenprocedure Klassewerk"
    assert read_dossier(office.desk, dossier).reglement == "Klachtenregeling Interactie"
    in_office = [item.functie for item in list_functionarissen(office.desk) if item.in_functie]
    assert not any("lachtenfunctionaris" in functie for functie in in_office)  # Klassewerk knows none


def test_a_concept_asks_how_it_comes_in_only_when_the_office_does_not_have_it(office: Office):
    own = copy_reglement(office.desk, versie_id=1).concept_id
    other = copy_reglement(office.desk, sleutel=KLASSEWERK).concept_id
    assert read_concept(office.desk, own).vervangbaar == ()
    (keuze,) = read_concept(office.desk, other).vervangbaar
    assert (keuze.sleutel, keuze.label) == (INTERACTIE, "Klachtenregeling Interactie")
    with pytest.raises(ReglementError, match="heeft dit reglement niet"):
        put_in_force(office.desk, other, "1-4-2026", vervangt="onbekend")


def test_another_reglement_can_become_the_one_that_is_proposed(office: Office):
    _add(office, KLASSEWERK)
    propose_first(office.desk, KLASSEWERK)
    assert _in_force(office, date(2026, 4, 1)) == [KLASSEWERK, INTERACTIE]
    assert read_dossier(office.desk, _klacht(office)).reglement == "Klachtenprocedure Klassewerk"
    with pytest.raises(ReglementError):
        propose_first(office.desk, "onbekend")


def test_the_office_stops_with_a_reglement_after_a_last_day(office: Office):
    _add(office, KLASSEWERK)
    dossier = _klacht(office, KLASSEWERK)
    with pytest.raises(NotAllowed, match="wordt voorgesteld"):
        stop_with(office.desk, INTERACTIE, "30-4-2026")
    for tot in ("", "31-3-2026", "ooit"):
        with pytest.raises(InvalidInput) as unread:
            stop_with(office.desk, KLASSEWERK, tot)
        assert set(unread.value.fields) == {"tot"}
    stop_with(office.desk, KLASSEWERK, "30-4-2026")
    assert _in_force(office, date(2026, 4, 30)) == [INTERACTIE, KLASSEWERK]
    assert _in_force(office, date(2026, 5, 1)) == [INTERACTIE]
    assert read_dossier(office.desk, dossier).reglement == "Klachtenprocedure Klassewerk"
    _add(office, KLASSEWERK, "1-9-2026", vervangt=None)
    assert _in_force(office, date(2026, 9, 1)) == [INTERACTIE, KLASSEWERK]


def test_each_reglement_has_its_own_functionarissen_and_bodies(office: Office):
    _add(office, KLASSEWERK)
    with office.desk.reading() as session:
        under = {key: functionarissen_on(session, date(2026, 4, 1), key) for key in (INTERACTIE, KLASSEWERK)}
        bodies = {
            key: [(item.sleutel, item.naam) for item in instanties_on(session, date(2026, 4, 1), key)]
            for key in (INTERACTIE, KLASSEWERK)
        }
    assert {item.naam for item in under[INTERACTIE]}.isdisjoint(
        {item.naam for item in under[KLASSEWERK]} - {""}
    )
    # Both texts name a Geschillencommissie, each its own: under one key, with other addresses and costs.
    assert bodies == {
        INTERACTIE: [("geschillencommissie", "De Geschillencommissie")],
        KLASSEWERK: [("geschillencommissie", "Geschillencommissie")],
    }
    names = {item.reglement for item in list_instanties(office.desk)}
    assert names == {"Klachtenregeling Interactie", "Klachtenprocedure Klassewerk"}
    beroep = next(
        item
        for item in possible_gebeurtenissen(office.desk, _klacht(office, KLASSEWERK))
        if item.soort == "beroep_ingesteld"
    )
    (offered,) = [veld.keuzes for veld in beroep.velden if veld.sleutel == "instantie"]
    assert offered == (("geschillencommissie", "Geschillencommissie"),)


def test_the_same_functie_in_two_reglementen_is_filled_twice(office: Office):
    before = [item.sleutel for item in list_functionarissen(office.desk)]
    _add(office, "tien_voor_taal")
    _add(office, "klik_onderwijs")
    after = [item.sleutel for item in list_functionarissen(office.desk)]
    assert after[: len(before)] == before
    assert all(item.reglement for item in list_functionarissen(office.desk))


@pytest.mark.clausule("TT-2.3d")
def test_the_bewaartermijn_is_chosen_for_the_reglement_that_names_none(office: Office):
    _add(office, "tien_voor_taal")
    keuze = {"aantal": "2", "eenheid": "jaren", "motivering": "De audit kijkt twee jaar terug."}
    with pytest.raises(NotAllowed, match="noemt zelf een bewaartermijn"):
        choose_bewaartermijn(office.desk, keuze)  # the main one, Interactie
    (sentence,) = [zin for zin in kantoor_sentences(office.desk) if "bewaartermijn" in zin]
    assert "Klachtenreglement 10 VOOR TAAL-ONDERWIJS" in sentence
    choose_bewaartermijn(office.desk, keuze, reglement="tien_voor_taal")
    regels = read_bewaarregels(office.desk)
    assert [(item.sleutel, item.te_kiezen, item.duur != "") for item in regels] == [
        (INTERACTIE, False, True),
        ("tien_voor_taal", True, True),
    ]
    assert not any("bewaartermijn" in zin for zin in kantoor_sentences(office.desk))


def test_a_reglement_that_was_replaced_keeps_its_bewaartermijn_for_its_dossiers(office: Office):
    _add(office, "tien_voor_taal")
    _klacht(office, "tien_voor_taal")
    stop_with(office.desk, "tien_voor_taal", "1-4-2026")
    office.on(2026, 5, 1)
    assert [item.sleutel for item in read_bewaarregels(office.desk)] == [INTERACTIE, "tien_voor_taal"]
    keuze = {"aantal": "2", "eenheid": "jaren", "motivering": "De audit kijkt twee jaar terug."}
    choose_bewaartermijn(office.desk, keuze, reglement="tien_voor_taal")
    assert read_bewaarregels(office.desk)[1].duur == "2 jaar"


def test_the_yearly_bespreking_counts_for_the_reglementen_that_were_discussed(office: Office):
    _add(office, "tien_voor_taal")
    choose_bewaartermijn(
        office.desk,
        {"aantal": "2", "eenheid": "jaren", "motivering": "De audit kijkt twee jaar terug."},
        reglement="tien_voor_taal",
    )
    one, other = _closed(office, INTERACTIE), _closed(office, "tien_voor_taal")
    assert [(item.dossier_id, item.reglement) for item in to_discuss(office.desk)] == [
        (one, INTERACTIE),
        (other, "tien_voor_taal"),
    ]
    form = bespreking_formulier(office.desk, None)
    assert (
        form.waarden["reglementen"] == f"{INTERACTIE} tien_voor_taal"
    )  # all, unless somebody says otherwise
    office.on(2026, 5, 6)
    waarden = {**BESPROKEN, "datum": "6-5-2026", "reglementen": INTERACTIE}
    with pytest.raises(InvalidInput, match="van dit reglement"):
        hold_bespreking(office.desk, waarden, dossiers=(one, other))
    hold_bespreking(office.desk, waarden)
    (held,) = list_besprekingen(office.desk)
    assert (held.reglementen, held.dossiers) == (("Klachtenregeling Interactie",), (one,))
    assert [item.dossier_id for item in to_discuss(office.desk)] == [other]
    begun = {item.reglement: item.start for item in read_jaartermijnen(office.desk)}
    assert begun["Klachtenregeling Interactie"] == date(2026, 5, 6)
    save_bespreking(office.desk, held.id, waarden | {"aanbevelingen": "Offertes eerder sturen."})
    assert list_besprekingen(office.desk)[0].reglementen == held.reglementen


def test_an_office_with_one_reglement_is_asked_nothing_about_it(office: Office):
    keys = [veld.sleutel for veld in bespreking_formulier(office.desk, None).formulier.velden()]
    assert "reglementen" not in keys
    assert {item.reglement for item in list_functionarissen(office.desk)} == {""}
    with pytest.raises(NotFound):
        bespreking_formulier(office.desk, 99)
