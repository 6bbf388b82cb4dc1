"""The five files in resources/reglementen: their quotes, their texts, and what the design says they hold."""

import ast
import hashlib
import re
from pathlib import Path

import pytest
from procedures import PREFIXES

from klachtdesk.assets import names, read_bytes, read_text
from klachtdesk.reglement import schema
from klachtdesk.reglement.loading import load_praktijk, load_reglement
from klachtdesk.reglement.schema import Rule

# The regulations as the offices published them; a changed byte means that a quote may rest on nothing.
TEXTS = {
    "interactie": "f47375038df969645a655e67a27ca5803b9172b4fa6f3d77a762e723fb2d488d",
    "klassewerk": "a7dfd24f812571a9eac9c6ba79a37e1c08655f16d817d55a831af1cfe383461a",
    "klik_onderwijs": "a1eba1825ace3f83b38af5b6e65b0dae86161c32cfd7b82a270758a4d75bb187",
    "leefstijlwijzer": "4dd4e4edb5b88a4829a5f5c4a3cf579a6c6aab0f815d67727ebb77c7079e9fc4",
    "tien_voor_taal": "8756970e5fd61b59c0625c98e679776fe31aa27b628ef2eb24345479041764ea",
}

# reglement, termijn -> clauses, artikel, duur, whose, ontvangst, na_afsluiten, verdaagbaar
TERMIJNEN = {
    ("klassewerk", "verantwoordelijke_bereiken"): (["KW-3a"], "3", "0 werkdagen", "signaal", False, False, False),
    ("klassewerk", "telefonisch_contact"): (["KW-2c"], "2", "2 werkdagen", "kantoor", False, False, False),
    ("klassewerk", "bezwaar_indienen"): (["KW-5a"], "5", "1 maand", "klager", False, True, False),
    ("klassewerk", "uitspraak_bezwaar"): (["KW-5c"], "5", "1 maand", "kantoor", True, True, False),
    ("klik_onderwijs", "ontvangstbevestiging"): (["KL-4"], "Formeel 4", "3 werkdagen", "kantoor", True, False, False),
    ("klik_onderwijs", "contact_indiener"): (["KL-7"], "Formeel 7", "10 werkdagen", "kantoor", False, False, False),
    ("klik_onderwijs", "bezwaar_indienen"): (["KL-9"], "Formeel 9", "10 werkdagen", "klager", False, True, False),
    ("klik_onderwijs", "uitspraak_bezwaar"): (["KL-11"], "Formeel 11", "4 weken", "kantoor", False, True, True),
    ("klik_onderwijs", "consequenties"): (["KL-14"], "Formeel 14", "2 weken", "kantoor", False, True, False),
    ("tien_voor_taal", "ontvangstbevestiging"): (["TT-2.2c"], "2.2 en 4", "14 dagen", "kantoor", True, False, False),
    ("tien_voor_taal", "bericht_afhandeling"): (
        ["TT-2.3a", "TT-1.2c"], "1.2, 2.3 en 4", "4 weken", "kantoor", True, False, False
    ),
    ("tien_voor_taal", "oordeel"): (["TT-4c"], "4", "6 weken", "kantoor", True, False, True),
    ("tien_voor_taal", "evaluatie_maatregel"): (["TT-2.4d"], "2.4", "3 maanden", "kantoor", False, True, False),
    ("interactie", "oordeel"): (["IA-5.5"], "5.5", "4 weken", "kantoor", False, False, True),
    ("leefstijlwijzer", "reactie"): (["LW-3"], "Behandelen", "5 werkdagen", "kantoor", True, False, False),
    ("leefstijlwijzer", "afhandeling"): (["LW-4"], "Behandelen", "14 werkdagen", "kantoor", False, False, False),
}  # fmt: skip

# What the texts name as part of the procedure, where a praktijkregel would let it happen too but rest on nothing.
NAMED_BY_THE_TEXT = {
    "interactie": {
        "toegewezen": "5.4", "tussenbericht_verzonden": "7.3", "doorverwezen": "4.3", "mededeling_betrokkene": "7.2",
        "besproken": "8.4",
    },
    "klassewerk": {
        "oplossing_voorgesteld": "4", "schriftelijke_indiening_gevraagd": "5", "doorverwezen": "6",
        "tevredenheid_bevestigd": "4",
    },
    "klik_onderwijs": {
        "aanvulling_gevraagd": "Formeel 2", "doorgezonden": "Formeel 5", "verdaagd": "Formeel 11",
        "besproken": "Formeel 13",
    },
    "leefstijlwijzer": {
        "ontvangen": "Verantwoordelijkheden", "oplossing_voorgesteld": "Behandelen",
        "toegewezen": "Verantwoordelijkheden", "overleg": "Oorzaak", "verbetermaatregel_vastgesteld": "Oorzaak",
        "doorverwezen": "Behandelen", "besproken": "Analyse",
    },
    "tien_voor_taal": {
        "aanvulling_gevraagd": "1.2", "vertaling_gevraagd": "1.2", "toegewezen": "2.3 en 4", "actiepunt_gereed": "2.4",
        "werkoverleg": "2.4", "verdaagd": "4", "verbetermaatregel_vastgesteld": "2.4",
        "verbetermaatregel_geevalueerd": "2.4", "doorverwezen": "2.5 en 5",
    },
}  # fmt: skip


def rules(reglement):
    """Yield every part of a reglement that rests on its text."""
    for termijn in reglement.termijnen:
        yield termijn
        if termijn.verdaging is not None:
            yield termijn.verdaging
    yield from reglement.onderwerpen
    yield from reglement.beroepsinstanties
    yield reglement.bewaartermijn
    if reglement.jaartermijn is not None:
        yield reglement.jaartermijn


def test_the_five_reglementen_are_there():
    assert set(names("reglementen", ".toml")) == set(names("reglementen", ".txt")) == set(TEXTS)


@pytest.mark.parametrize("sleutel", TEXTS)
def test_the_text_is_as_published(sleutel):
    assert hashlib.sha256(read_bytes("reglementen", f"{sleutel}.txt")).hexdigest() == TEXTS[sleutel]


@pytest.mark.parametrize("sleutel", TEXTS)
def test_every_quote_stands_in_the_text(reglementen, sleutel):
    text = re.sub(r"\s+", " ", read_text("reglementen", f"{sleutel}.txt"))
    found = list(rules(reglementen[sleutel]))
    assert all(isinstance(rule, Rule) for rule in found)
    for rule in found:
        for words in rule.citaat:
            assert words in text
            assert len(words.split()) >= 3, "too little to rest a rule on"


@pytest.mark.parametrize("sleutel", TEXTS)
def test_every_clause_is_one_of_this_reglement(reglementen, sleutel):
    for rule in rules(reglementen[sleutel]):
        assert all(clausule.startswith(PREFIXES[sleutel]) for clausule in rule.clausule)


@pytest.mark.parametrize("sleutel", TEXTS)
def test_a_file_names_itself_and_its_text(reglementen, sleutel):
    assert reglementen[sleutel].sleutel == sleutel
    assert reglementen[sleutel].tekst == f"{sleutel}.txt"
    assert not reglementen[sleutel].gelijkgestelde_dagen


def test_the_termijnen_are_those_of_the_table(reglementen):
    found = {
        (sleutel, termijn.sleutel): (
            list(termijn.clausule),
            termijn.artikel,
            str(termijn.duur),
            termijn.voor,
            termijn.ontvangst,
            termijn.na_afsluiten,
            termijn.verdaagbaar,
        )
        for sleutel, reglement in reglementen.items()
        for termijn in reglement.termijnen
    }
    assert found == TERMIJNEN


@pytest.mark.clausule("TT-4c")
def test_the_gronden_of_a_verdaging(reglementen):
    gronden = {
        (sleutel, termijn.sleutel): [grond.sleutel for grond in termijn.verdaging.gronden]
        for sleutel, reglement in reglementen.items()
        for termijn in reglement.termijnen
        if termijn.verdaging is not None
    }
    assert gronden == {
        ("interactie", "oordeel"): [],
        ("klik_onderwijs", "uitspraak_bezwaar"): [],
        ("tien_voor_taal", "oordeel"): ["ernst", "complexiteit"],
    }


def test_the_bewaartermijnen(reglementen):
    assert {sleutel: str(reglement.bewaartermijn.duur) for sleutel, reglement in reglementen.items()} == {
        "interactie": "0 dagen",
        "klassewerk": "12 maanden",
        "klik_onderwijs": "1 jaar",
        "leefstijlwijzer": "2 jaar",
        "tien_voor_taal": "None",
    }


def test_a_file_loads_without_its_text_too():
    assert load_reglement(read_text("reglementen", "interactie.toml")).naam == "Klachtenregeling Interactie"


# A form field and a fase that happen to be called as a termijn is.
NAMESAKES = {"invulvelden.py: afhandeling", "stappen.py: oordeel"}


def test_no_code_of_the_core_knows_a_reglement_or_a_termijn_by_name(reglementen):
    """What differs stands in the files: a name in the code would be a rule outside them."""
    keys = set(reglementen) | {
        termijn.sleutel for reglement in reglementen.values() for termijn in reglement.termijnen
    }
    package = Path(schema.__file__).parent
    named = {
        f"{source.name}: {node.value}"
        for source in package.glob("*.py")
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in keys
    }
    assert named == NAMESAKES


@pytest.mark.parametrize("sleutel", NAMED_BY_THE_TEXT)
def test_what_the_text_names_rests_on_the_text(sleutel):
    stappen = load_reglement(read_text("reglementen", f"{sleutel}.toml")).stap_bij_gebeurtenis
    for soort, artikel in NAMED_BY_THE_TEXT[sleutel].items():
        assert stappen[soort].artikel == artikel, soort


@pytest.mark.parametrize(
    ("sleutel", "rests_on"),
    [
        ("interactie", ["5.6"]),
        ("klassewerk", ["4", "5"]),
        ("klik_onderwijs", ["Formeel 8", "Formeel 14"]),
        ("leefstijlwijzer", ["Behandelen"]),
        ("tien_voor_taal", ["4", "4"]),
    ],
)
def test_an_oordeel_quotes_what_it_rests_on(sleutel, rests_on):
    """What the text says of an outcome in writing, and of what it means; both stand on the oordeel itself."""
    oordeel = load_reglement(read_text("reglementen", f"{sleutel}.toml")).oordeel
    assert [rule.artikel for rule in oordeel.grondslag] == rests_on


# What can come up in any dossier, and so has to be known in each reglement, its own or by a praktijkregel.
IN_EVERY_DOSSIER = {
    "melding_ontvangen", "ingediend", "ontvangen", "folder_verstrekt", "schriftelijke_indiening_gevraagd",
    "ontvangstbevestiging_verzonden", "machtiging_ontvangen", "machtiging_ingetrokken", "aanvulling_gevraagd",
    "aanvulling_ontvangen", "vertaling_gevraagd", "vertaling_ontvangen", "direct_opgelost", "doorgezonden",
    "toegewezen", "terugbelverzoek", "contact_klager", "betrokkene_ingelicht", "mededeling_betrokkene", "overleg",
    "uitgenodigd_horen", "gehoord", "actiepunt_vastgesteld", "actiepunt_gereed", "oplossing_voorgesteld",
    "oplossingspoging", "verdaagd", "tussenbericht_verzonden", "correspondentie_ontvangen", "notitie", "werkoverleg",
    "oordeel_vastgesteld", "oordeel_verzonden", "oordeel_verzonden_betrokkene", "tevredenheidscheck",
    "tevredenheid_bevestigd", "verbetermaatregel_vastgesteld", "verbetermaatregel_geevalueerd", "afgehandeld",
    "ingetrokken", "heropend", "beroep_ingetrokken", "beroep_uitspraak", "uitspraak_uitgevoerd",
    "financiele_vergoeding_gevraagd", "verzekeraar_ingelicht", "besluit_directie", "besproken", "bewaren_opgeschort",
    "bewaren_hervat", "vernietigd",
}  # fmt: skip


@pytest.mark.clausule("KD-1")
def test_an_own_reglement_need_not_say_what_comes_up_in_every_dossier():
    praktijk = load_praktijk(read_text("praktijk", "praktijk.toml"))
    assert {stap.gebeurtenis for stap in praktijk.stap} == IN_EVERY_DOSSIER


@pytest.mark.parametrize(
    ("sleutel", "functionaris"),
    [
        ("interactie", "klachtenfunctionaris"),  # 7.3: keeps the klager informed
        ("klassewerk", None),
        ("klik_onderwijs", None),
        ("leefstijlwijzer", "contactpersoon"),  # Contact
        ("tien_voor_taal", "klachtenfunctionaris"),  # 2.3: has the contact with melder and klager
    ],
)
def test_whom_a_klager_can_ask(sleutel, functionaris):
    vragen = load_reglement(read_text("reglementen", f"{sleutel}.toml")).vragen
    assert (vragen and vragen.functionaris) == functionaris
