"""Every letter that a reglement asks for is there, and uses only fields that there are."""

import tomllib

import pytest
from elke_brief import NO_LETTER
from procedures import reglement

from klachtdesk.assets import read_text
from klachtdesk.brieven.controle import check_tekst
from klachtdesk.brieven.sjabloon import check_sjabloon, list_delen, list_sjablonen, read_deel, read_sjabloon
from klachtdesk.brieven.velden import VELDEN, VELDSOORTEN
from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.services.reglementen import beschikbare_reglementen

REGLEMENTEN = [item.sleutel for item in beschikbare_reglementen()]
WITHIN_THE_OFFICE = {
    "melding_ontvangen", "ingediend", "informele_fase_gestart", "informele_fase_beeindigd", "folder_verstrekt",
    "machtiging_ontvangen", "machtiging_ingetrokken", "verantwoordelijke_bereikt", "terugbelverzoek",
    "schriftelijke_indiening_gevraagd", "aanvulling_gevraagd", "vertaling_gevraagd", "niet_in_behandeling",
    "alsnog_in_behandeling", "mededeling_betrokkene", "overleg", "afgezien_van_horen", "actiepunt_vastgesteld",
    "actiepunt_gereed", "oplossing_voorgesteld", "verdaagd", "tussenbericht_verzonden", "correspondentie_ontvangen",
    "notitie", "werkoverleg", "oordeel_vastgesteld", "consequenties_vastgesteld", "ondertekening_gevraagd",
    "ondertekening_geweigerd", "ondertekening_ingetrokken", "verbetermaatregel_vastgesteld",
    "verbetermaatregel_geevalueerd", "heropend", "ingetrokken", "bezwaar_ingetrokken", "doorverwezen",
    "beroep_ingesteld", "beroep_ingetrokken", "financiele_vergoeding_gevraagd", "verzekeraar_ingelicht",
    "besluit_directie", "besproken", "bewaren_opgeschort", "bewaren_hervat", "vernietigd", "correctie",
}  # fmt: skip
"""Kinds that no letter announces: work within the office, or news of the moment."""


@pytest.mark.parametrize("sleutel", REGLEMENTEN)
def test_every_stap_with_a_letter_has_one(sleutel: str) -> None:
    for stap in reglement(sleutel).stappen:
        if stap.brief is not None and stap.brief not in NO_LETTER:
            assert read_sjabloon(stap.brief, sleutel).tekst


def test_every_letter_belongs_to_a_stap() -> None:
    asked = {(sleutel, stap.brief) for sleutel in REGLEMENTEN for stap in reglement(sleutel).stappen}
    for sleutel, brief in list_sjablonen():
        assert any(brief == other and sleutel in {"", where} for where, other in asked), (sleutel, brief)


@pytest.mark.parametrize(("sleutel", "brief"), list_sjablonen())
def test_a_letter_uses_only_fields_that_there_are(sleutel: str, brief: str) -> None:
    assert check_sjabloon(read_sjabloon(brief, sleutel), VELDSOORTEN) == ()


@pytest.mark.parametrize("deel", list_delen())
def test_a_shared_part_uses_only_fields_that_there_are(deel: str) -> None:
    assert check_tekst(read_deel(deel), VELDSOORTEN) == ()


def test_the_catalogue_names_each_field_once_and_tells_what_it_is() -> None:
    assert len(VELDSOORTEN) == len(VELDEN)
    assert all(veld.uitleg and veld.voorbeeld is not None for veld in VELDEN)
    assert all(veld.sleutel.count(".") <= 1 for veld in VELDEN)


def test_every_kind_that_can_be_to_come_has_words_or_stays_within_the_office() -> None:
    words = tomllib.loads(read_text("brieven", "delen", "stappen.toml"))
    assert words.keys() | WITHIN_THE_OFFICE == SOORTEN.keys()
    assert not words.keys() & WITHIN_THE_OFFICE
    assert all(item.keys() <= {"klager", "betrokkene", "zelf", "nadat"} for item in words.values())


@pytest.mark.parametrize("sleutel", REGLEMENTEN)
def test_every_termijn_that_is_told_ahead_says_from_when_it_counts(sleutel: str) -> None:
    words = tomllib.loads(read_text("brieven", "delen", "stappen.toml"))
    for termijn in reglement(sleutel).termijnen:
        told = {"klager", "betrokkene"} & words.get(termijn.voldaan_door[0], {}).keys()
        if told and not termijn.per_ref and termijn.voor != "signaal":
            assert any("nadat" in words.get(soort, {}) for soort in termijn.start), termijn.sleutel
