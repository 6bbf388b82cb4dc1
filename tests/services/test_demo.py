"""The kluis of the demo: of everything something, on one pinned day, and nobody in it exists."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from office import CHEAP, Office

from klachtdesk import assets
from klachtdesk.errors import ReglementError
from klachtdesk.services.demo import make_demo
from klachtdesk.services.desk import Desk, VasteKlok
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.drafts import list_drafts
from klachtdesk.services.formulieren import new_melding, register_melding
from klachtdesk.services.kantoor.functionarissen import list_functionarissen
from klachtdesk.services.kantoor.instanties import list_instanties
from klachtdesk.services.kluis import (
    beschikbare_reglementen,
    close_kluis,
    is_kluis,
    open_kluis,
    read_status,
)
from klachtdesk.services.overzicht.producten import read_producten
from klachtdesk.services.vandaag import read_vandaag
from klachtdesk.views.demo import DemoView
from klachtdesk.views.dossier import DossierView

DAY = date(2026, 5, 26)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoView:
    """Return a demo in which new meldingen fall under the procedure of Klassewerk; made once, tests only read it."""
    return make_demo(tmp_path_factory.mktemp("demo") / "kluis", "klassewerk", kdf=CHEAP)


@pytest.fixture(scope="module")
def desk(demo: DemoView) -> Iterator[Desk]:
    """Return a desk at the demo, on its day."""
    opened = open_kluis(demo.map, demo.wachtwoord, VasteKlok(demo.vandaag))
    yield opened
    close_kluis(opened)


@pytest.fixture(scope="module")
def dossiers(desk: Desk) -> tuple[DossierView, ...]:
    """Return all dossiers of the demo."""
    return tuple(read_dossier(desk, regel.id) for regel in list_dossiers(desk))


def test_the_window_is_told_which_day_it_is_and_that_nobody_is_real(demo: DemoView):
    assert demo.vandaag == DAY
    # 26 May 2026 is the Tuesday after Pinksteren (24 and 25 May).
    assert demo.banner == (
        "Demo: het is dinsdag 26 mei 2026; alle personen zijn verzonnen. Dit verdwijnt bij het sluiten."
    )


def test_there_are_dossiers_of_all_five_reglementen(dossiers: tuple[DossierView, ...]):
    assert {view.reglement for view in dossiers} == {item.naam for item in beschikbare_reglementen()}


def test_there_is_something_in_every_group_of_vandaag(desk: Desk):
    groepen = {regel.groep for regel in read_vandaag(desk).regels}
    assert groepen == {"te_laat", "vandaag", "deze_week", "later", "signaal"}


def test_there_are_dossiers_in_every_phase(desk: Desk, dossiers: tuple[DossierView, ...]):
    happened = [{regel.soort for regel in view.tijdlijn} for view in dossiers]
    for soort in (
        "bezwaar_ontvangen",
        "beroep_ingesteld",
        "ingetrokken",
        "direct_opgelost",
        "verdaagd",
        "besproken",
    ):
        assert any(soort in kinds for kinds in happened), soort
    assert {"melding_ontvangen", "folder_verstrekt", "notitie"} in happened  # a melding that is no klacht yet
    assert {"ontvangen"} in happened  # received this morning
    assert {view.bewaren.status for view in dossiers} >= {"loopt_niet", "loopt", "verstreken"}
    assert {view.open for view in dossiers} == {True, False}
    assert "de klager" in {view.procedure.aan_zet for view in dossiers}
    assert {(draft.formulier, draft.nummer is None) for draft in list_drafts(desk)} == {
        ("meldingsformulier", True),
        ("oordeel", False),
    }


def test_everything_was_recorded_on_its_own_day_and_nothing_after_today(dossiers: tuple[DossierView, ...]):
    for view in dossiers:
        for regel in view.tijdlijn:
            assert regel.datum <= DAY
            if regel.soort != "besproken":
                assert regel.vastgelegd_op.date() == regel.datum, (view.nummer, regel.soort)


REAL = ("Veldman", "Haven", "Groot", "Stubbe", "Stevelink", "Vermeulen", "Borgers", "Korst", "Philippo")
"""All who are named in the texts of the five regulations."""


def test_nobody_of_the_real_offices_is_in_it(desk: Desk):
    functionarissen = list_functionarissen(desk)
    assert {item.naam for item in functionarissen if item.naam} == {
        "Femke Draaisma",
        "Hilde Smits",
        "Otto Brandsma",
        "Tom Roelofs",
    }
    shown = [str(functionarissen), str(list_instanties(desk)), assets.read_text("demo", "dossiers.toml")]
    for naam in REAL:
        assert not any(naam in text for text in shown), naam


def test_a_new_melding_falls_under_the_reglement_that_was_asked_for(desk: Desk):
    assert read_status(desk).reglementen[0] == "Klachtenprocedure Klassewerk"
    keuzes = new_melding(desk).formulier.veld("onderwerpen").keuzes
    assert [keuze.sleutel for keuze in keuzes] == ["trainer", "financieel_geschil"]


def test_an_unknown_reglement_is_refused_and_leaves_nothing(tmp_path: Path):
    with pytest.raises(ReglementError, match="onbekend"):
        make_demo(tmp_path / "kluis", "onbekend", kdf=CHEAP)
    assert not is_kluis(tmp_path / "kluis")


def test_a_melding_under_a_reglement_that_the_office_does_not_have_is_refused(office: Office):
    with pytest.raises(ReglementError, match="heeft dit reglement niet"):
        register_melding(
            office.desk, {"omschrijving": "De zaal was koud."}, draft_id=None, reglement="klassewerk"
        )
    assert list_dossiers(office.desk) == ()


def test_most_of_what_is_offered_stands_on_the_list_and_the_rest_is_proposed(desk: Desk):
    producten = read_producten(desk)
    assert len(producten.producten) == 10
    assert {item.naam for item in producten.getypt} == {"Training Rapporten", "Basiscursus Onderhandelen"}
