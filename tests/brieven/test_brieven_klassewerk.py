"""The letters of Klassewerk's story: a klacht of 24 April 2026, with a bezwaar; and of one that a call solved."""

from collections.abc import Callable

import pytest
from brieven_verhalen import Brieven
from elke_brief import ElkeBrief


@pytest.fixture
def brieven(brieven_of: Callable[[str], Brieven]) -> Brieven:
    return brieven_of("klassewerk")


class TestElkeBrief(ElkeBrief):
    sleutel = "klassewerk"
    kantoor = "Klassewerk onderwijstraining"


@pytest.mark.clausule("KW-3d")
def test_the_confirmation_says_that_it_is_confidential(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    assert "Wij behandelen iedere klacht vertrouwelijk" in words


def test_the_confirmation_tells_of_the_call_and_of_the_right_to_object(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    assert "Geachte Elsbeth Kuiper, Op 24 april 2026 hebben wij uw klacht ontvangen." in words
    assert "binnen 2 werkdagen nadat de klacht is doorgestuurd (artikel 2)" in words
    assert "binnen 1 maand nadat u de uitkomst hebt gekregen (artikel 5)" in words
    assert "op geen enkele manier openbaar" in words


@pytest.mark.clausule("KW-3c", "KW-4b", "KW-5a")
def test_what_was_agreed_by_phone_is_confirmed(brieven: Brieven) -> None:
    words = brieven["bevestiging_afspraken"].tekst
    assert "Op 28 april 2026 sprak Simone Haven met u over uw klacht." in words
    assert "Onze afspraken Elsbeth Kuiper krijgt een andere trainer, vanaf 11 mei." in words
    assert "schriftelijk laten weten dat u tevreden bent met de afhandeling" in words
    # A month after Thursday 30 April is Saturday 30 May; as a right of the klager it moves to Monday 1 June.
    assert "U kunt bezwaar maken tot en met 1 juni 2026 (artikel 5)." in words


@pytest.mark.clausule("KW-5a")
def test_the_outcome_names_the_last_day_for_a_bezwaar(brieven: Brieven) -> None:
    words = brieven["oordeel_klager"].tekst
    assert "De klacht is ongegrond." in words
    assert "binnen 1 maand schriftelijk bezwaar maken bij Simone Haven" in words
    # A month after Tuesday 12 May is Friday 12 June 2026.
    assert "U kunt bezwaar maken tot en met 12 juni 2026 (artikel 5)." in words
    assert "Wilt u ons dan schriftelijk laten weten dat u tevreden bent" in words


@pytest.mark.clausule("KW-5a")
def test_a_bezwaar_by_phone_is_asked_for_in_writing(brieven: Brieven) -> None:
    words = brieven["verzoek_schriftelijke_indiening"].tekst
    assert "Betreft Wilt u uw bezwaar opschrijven?" in words
    assert "Dat kan per e-mail, brief of klachtenformulier." in words
    assert "Dat het op schrift moet, staat in artikel 5 van de Klachtenprocedure Klassewerk." in words
    assert "Zet erbij dat het is voor Simone Haven, directeur Klassewerk Onderwijstraining." in words
    assert "U kunt bezwaar maken tot en met 12 juni 2026 (artikel 5)." in words


@pytest.mark.clausule("KW-5b")
def test_the_klager_is_invited_to_explain_the_bezwaar(brieven: Brieven) -> None:
    words = brieven["uitnodiging_toelichting_bezwaar"].tekst
    assert "Op 8 juni 2026 ontvingen wij uw bezwaar." in words
    assert "Maandag 22 juni 2026 om 16.00 uur" in words
    assert "beoordeeld door Simone Haven, directeur Klassewerk Onderwijstraining" in words
    # A month after Monday 8 June is Wednesday 8 July 2026.
    assert "uiterlijk op 8 juli 2026" in words


@pytest.mark.clausule("KW-5c", "KW-6")
def test_the_uitspraak_says_why_and_where_to_go_next(brieven: Brieven) -> None:
    words = brieven["uitspraak_bezwaar"].tekst
    assert "De uitspraak Uw bezwaar is deels gegrond. Wij bieden u onze excuses aan." in words
    assert "Waarom De aanwijzing had ook na de les gekund." in words
    assert "andere instantie: Geschillencommissie. De uitspraak daarvan is bindend." in words
    assert "Wij vertellen u graag hoe u deze instantie bereikt." in words  # the reglement gives no address
    assert "staat in artikel 6 van de Klachtenprocedure Klassewerk" in words


@pytest.mark.clausule("KW-6")
def test_the_geschillencommissie_is_named_with_its_members(brieven: Brieven) -> None:
    words = brieven["doorverwijzing_extern"].tekst
    for lid in ("voorzitter: dhr. M. de Groot", "vicevoorzitter: mevr. N. Stubbe", "lid: mevr. I. Stevelink",
                "lid: mevr. I. Vermeulen-de Vilder", "secretariaat: mevr. H. Borgers"):  # fmt: skip
        assert lid in words
    assert "De uitspraak is bindend." in words


def test_the_betrokkene_is_addressed_as_the_name_was_typed(brieven: Brieven) -> None:
    words = brieven["kennisgeving_betrokkene"].tekst
    assert "De heer Wim de Boer Klassewerk onderwijstraining Kade 12" in words
    assert "Geachte heer De Boer," in words
    assert "De klacht komt van Elsbeth Kuiper, Basisschool De Regenboog." in words
