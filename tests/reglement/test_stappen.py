"""The language of the stappen: small, pinned, and every fault in it found with all others, in Dutch."""

import re

import pytest
from procedures import PREFIXES, praktijk, reglement

from klachtdesk.assets import read_text
from klachtdesk.errors import ReglementError
from klachtdesk.formulieren import FORMULIEREN, VeldSoort
from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.reglement.invulvelden import INVULVELDEN
from klachtdesk.reglement.loading import load_praktijk, load_reglement
from klachtdesk.reglement.parts import PracticeOrRule
from klachtdesk.reglement.stappen import FASE_LABELS, Eis, Fase, Grond, SignaalRegel, Stap

BRIEVEN = {
    "aanbiedingsbrief_ondertekening", "bericht_afhandeling", "bevestiging_afspraken", "doorverwijzing_extern", "folder",
    "kennisgeving_betrokkene", "kennisgeving_verzekeraar", "niet_in_behandeling", "ontvangstbevestiging", "oordeel",
    "oordeel_betrokkene", "oordeel_klager", "reactie", "tussenbericht", "uitnodiging_horen",
    "uitnodiging_toelichting_bezwaar", "uitspraak_bezwaar", "verdaging", "verdaging_bezwaar", "verslag_horen",
    "verzoek_aanvulling", "verzoek_schriftelijke_indiening", "verzoek_vertaling", "werkoverleglijst",
}  # fmt: skip

GOOD = """\
sleutel = "proef"
naam = "Proefreglement"
versie = "1"
tekst = "proef.txt"

[kantoor]
naam = "Proef"

[bewaartermijn]
clausule = ["P-2"]
artikel = "2"
citaat = ["wordt een jaar bewaard"]
duur = { aantal = 1, eenheid = "jaren" }

[[stap]]
gebeurtenis = "gehoord"
fase = "horen"
door = "medewerker"
clausule = ["P-1"]
artikel = "1"
citaat = ["binnen een week"]
per = ["klager"]
velden = ["verslag"]
eisen = [
  { gebeurd = ["contact_klager:uitkomst=opgelost"], anders = "Eerst bellen." },
]

[[stap]]
gebeurtenis = "niet_in_behandeling"
fase = "ontvankelijkheid"
door = "directie"
clausule = ["KD-1"]
gronden = [
  { sleutel = "flauw", label = "de klacht is flauw", clausule = ["KD-1"] },
]
eisen = [
  { ingevuld = ["onderwerpen", ["product", "wens"]], anders = "Vul in: {velden}." },
]
"""


def faults(toml_text: str) -> list[str]:
    with pytest.raises(ReglementError) as refused:
        load_reglement(toml_text, bestand="proef.toml")
    return list(refused.value.faults)


def rules_of(sleutel: str) -> list[PracticeOrRule | Eis]:
    """Return everything about stappen that a reglement says itself."""
    found: list[PracticeOrRule | Eis] = []
    for stap in reglement(sleutel).stappen:
        if stap not in praktijk().stap:
            found += [stap, *stap.eisen, *stap.gronden]
    found += [signaal for signaal in reglement(sleutel).signalen if signaal not in praktijk().signaal]
    onafhankelijkheid = reglement(sleutel).onafhankelijkheid
    found += [onafhankelijkheid.behandelaar, onafhankelijkheid.invuller, onafhankelijkheid.beoordelaar]
    found += [onafhankelijkheid.bemiddelaar] if onafhankelijkheid.bemiddelaar else []
    return found


def test_the_predicates_are_few():
    """A new one is a decision, not a convenience: it has to be learned by every office that writes a reglement."""
    assert set(Eis.model_fields) == {
        "gebeurd", "niet_gebeurd", "ingevuld", "elk", "na", "ooit", "clausule", "artikel", "citaat", "anders",
    }  # fmt: skip
    assert set(Stap.model_fields) == {
        "gebeurtenis", "fase", "door", "naar", "clausule", "artikel", "citaat", "brief", "verwacht", "verwacht_na",
        "voldaan_door", "opnieuw_na", "per", "herhaalbaar", "eenmalig", "na_afsluiten", "velden", "kanalen", "vraagt",
        "eisen", "gronden",
    }  # fmt: skip
    assert set(Grond.model_fields) == {
        "sleutel", "label", "clausule", "artikel", "citaat", "voor", "eis", "tijdelijk", "uitzondering",
        "beslist_door", "ouder_dan", "eerder_behandeld",
    }  # fmt: skip


def test_every_fase_has_a_label():
    assert set(FASE_LABELS) == set(Fase.__args__)
    assert len(set(FASE_LABELS.values())) == len(FASE_LABELS)


def test_every_signaal_has_somebody_who_watches():
    from klachtdesk.reglement.signalen import _WATCHERS

    assert set(_WATCHERS) == set(SignaalRegel.model_fields["sleutel"].annotation.__args__)


def test_the_invulvelden_are_those_of_the_forms():
    forms = {
        veld.sleutel if sectie.rij is None else f"{sectie.rij}.{veld.sleutel}"
        for formulier in FORMULIEREN.values()
        for sectie in formulier.secties
        for veld in sectie.velden
    }
    assert set(INVULVELDEN) == forms


@pytest.mark.parametrize("sleutel", PREFIXES)
def test_every_rule_quotes_the_text_and_cites_its_own_clauses(sleutel):
    text = re.sub(r"\s+", " ", read_text("reglementen", f"{sleutel}.txt"))
    for rule in rules_of(sleutel):
        assert rule.clausule in {("KD-1",), ()} or all(
            key.startswith(PREFIXES[sleutel]) for key in rule.clausule
        )
        for words in rule.citaat:
            assert " ".join(words.split()) in text
            assert len(words.split()) >= 3, "too little to rest a rule on"


@pytest.mark.parametrize("sleutel", PREFIXES)
def test_every_eis_can_come_true(sleutel):
    """What an eis asks to have happened is itself a stap of the reglement."""
    known = reglement(sleutel).stap_bij_gebeurtenis
    for stap in reglement(sleutel).stappen:
        asked = [event for eis in stap.eisen for event in (*eis.gebeurd, *eis.na)]
        asked += [*stap.verwacht_na, *stap.voldaan_door, *stap.opnieuw_na]
        if stap not in praktijk().stap:
            assert {event.soort for event in asked} <= known.keys()


def test_every_kind_of_gebeurtenis_is_a_stap_somewhere():
    known = {stap.gebeurtenis for sleutel in PREFIXES for stap in reglement(sleutel).stappen}
    assert known == set(SOORTEN) - {"correctie"}


def test_the_letters_that_go_with_stappen():
    named = {stap.brief for sleutel in PREFIXES for stap in reglement(sleutel).stappen if stap.brief}
    assert named == BRIEVEN


def test_praktijkregels_cite_no_artikel():
    for rule in (*praktijk().stap, *praktijk().signaal):
        assert (rule.clausule, rule.artikel, rule.citaat) == (("KD-1",), None, ())


def test_a_good_file_loads_with_and_without_praktijkregels():
    own = load_reglement(GOOD)
    assert [stap.gebeurtenis for stap in own.stappen] == ["gehoord", "niet_in_behandeling"]
    both = load_reglement(GOOD, praktijk=praktijk())
    assert len(both.stappen) == 1 + len(praktijk().stap)  # gehoord is in both; niet_in_behandeling only here


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"gehoord"', '"geproefd"', "stap[1].gebeurtenis: de gebeurtenis “geproefd” bestaat niet"),
        ('"gehoord"', '"niet_in_behandeling"',
         "stap[2].gebeurtenis: voor “niet_in_behandeling” staat er al een stap"),
        ('"niet_in_behandeling"', '"correctie"', "stap[2].gebeurtenis: een correctie is geen stap: zij kan altijd"),
        ('fase = "horen"', 'fase = "eten"', "stap[1].fase: kies een van: "),
        ('per = ["klager"]', 'per = ["buurman"]', "stap[1].per[1]: kies een van: "),
        ('["verslag"]', '["smaak"]', "stap[1].velden[1]: “gehoord” heeft geen veld “smaak”"),
        ('["verslag"]', '["verslag:smaak=zout"]', "stap[1].velden[1]: “gehoord” heeft geen veld “smaak”"),
        ('velden = ["verslag"]', 'kanalen = ["brief"]', "stap[1].kanalen: “gehoord” heeft geen kanaal"),
        ('velden = ["verslag"]', 'vraagt = ["voortgang"]', "stap[1].vraagt[1]: kies een van: "),
        ('velden = ["verslag"]', 'vraagt = ["oorzaak"]\nbrief = "verslag_horen"',
         "stap[1].vraagt: een stap met een brief vraagt niets van het intern klachtenformulier"),
        ('citaat = ["binnen een week"]\n', "", "stap[1]: hier ontbreekt het artikel of het citaat"),
        ('clausule = ["KD-1"]\ngronden', 'clausule = ["KD-1"]\nartikel = "1"\ngronden',
         "stap[2]: een praktijkregel (KD-1) heeft geen artikel en geen citaat"),
        ('uitkomst=opgelost"', 'uitkomst=lekker"',
         "stap[1].eisen[1].gebeurd[1]: “lekker” is geen keuze van “uitkomst”"),
        ("contact_klager:uitkomst=opgelost", "contact_klager:smaak=zout",
         "stap[1].eisen[1].gebeurd[1]: de gebeurtenis “contact_klager” heeft geen veld “smaak”"),
        ("contact_klager:uitkomst=opgelost", "contact_klager:uitkomst",
         "stap[1].eisen[1].gebeurd[1]: schrijf na “contact_klager:” een veld en een waarde"),
        ("contact_klager:uitkomst=opgelost", "niet_in_behandeling:gronden=saai",
         "stap[1].eisen[1].gebeurd[1]: de grond “saai” bestaat niet bij “niet_in_behandeling”"),
        ("contact_klager:uitkomst=opgelost", "gehoord:persoon=buurman",
         "stap[1].eisen[1].gebeurd[1]: “buurman” is geen rol; kies een van: "),
        ('"Eerst bellen."', '"Eerst {persoon} bellen."', "stap[1].eisen[1]: {persoon} kan hier niet worden ingevuld"),
        ('["contact_klager:uitkomst=opgelost"]', '["contact_klager"], ingevuld = ["wens"]',
         "stap[1].eisen[1]: een eis heeft precies een van: gebeurd, niet_gebeurd, ingevuld"),
        ("{ gebeurd = [\"contact_klager:uitkomst=opgelost\"]", '{ niet_gebeurd = ["notitie"], elk = ["klager"]',
         "stap[1].eisen[1]: elk kan alleen bij gebeurd"),
        ('["product", "wens"]', '["product", "smaak"]',
         "stap[2].eisen[1].ingevuld[2]: het invulveld “smaak” bestaat niet"),
        ('["onderwerpen", ["product", "wens"]]', '["onderwerpen"], ooit = true',
         "stap[2].eisen[1]: na en ooit kunnen niet bij ingevuld"),
        ('sleutel = "flauw"', 'sleutel = "flauw", duur = 1', "stap[2].gronden[1].duur: deze sleutel is onbekend"),
        ('gebeurtenis = "niet_in_behandeling"', 'gebeurtenis = "notitie"',
         "stap[2].gronden: bij “notitie” wordt geen grond gekozen"),
        ('gebeurtenis = "niet_in_behandeling"', 'gebeurtenis = "niet_in_behandeling"\nper = ["klager"]',
         "stap[2].per: bij “niet_in_behandeling” wordt geen persoon vastgelegd"),
        ("[bewaartermijn]",
         '[[functionaris]]\nsleutel = "kok"\nfunctie = "kok"\nvervangt = ["ober"]\n\n[bewaartermijn]',
         "functionaris[1].vervangt[1]: de functionaris “ober” bestaat niet"),
        ("[bewaartermijn]", '[bezwaar]\nclausule = ["P-1"]\nartikel = "1"\ncitaat = ["een week"]\n'
         'beoordeeld_door = "directeur"\nfunctionaris = "kok"\n\n[bewaartermijn]',
         "bezwaar.functionaris: de functionaris “kok” bestaat niet"),
        ('fase = "horen"', 'fase = "horen"\nnaar = "kok"', "stap[1].naar: de functionaris “kok” bestaat niet"),
        ("[bewaartermijn]", '[vragen]\nclausule = ["P-1"]\nartikel = "1"\ncitaat = ["een week"]\n'
         'functionaris = "kok"\n\n[bewaartermijn]',
         "vragen.functionaris: de functionaris “kok” bestaat niet"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(old, new, fault):
    assert GOOD.count(old) == 1
    assert any(f", {fault}" in found for found in faults(GOOD.replace(old, new)))


def test_two_gronden_with_one_key():
    twice = GOOD.replace(
        'clausule = ["KD-1"] },',
        'clausule = ["KD-1"] },\n  { sleutel = "flauw", label = "x", clausule = ["KD-1"] },',
    )
    assert any("de sleutel “flauw” komt vaker voor" in found for found in faults(twice))


def test_all_faults_come_at_once():
    broken = GOOD.replace('fase = "horen"', 'fase = "eten"').replace('["verslag"]', '["smaak"]')
    broken = broken.replace('"wens"', '"smaak"').replace('label = "de klacht is flauw"', 'label = ""')
    assert [found.split(": ")[0].split(", ")[2] for found in faults(broken)] == [
        "stap[1].fase", "stap[1].velden[1]", "stap[2].gronden[1].label", "stap[2].eisen[1].ingevuld[2]",
    ]  # fmt: skip


def test_a_faulty_praktijk_is_refused_in_the_same_way():
    good = read_text("praktijk", "praktijk.toml")
    with pytest.raises(ReglementError) as refused:
        load_praktijk(good.replace('fase = "melding"', 'fase = "eten"'))
    assert refused.value.faults[0].startswith("praktijk.toml, regel ")


# reglement -> its onderwerpen, as the text lists them
ONDERWERPEN = {
    "interactie": [
        "totstandkoming_overeenkomst", "uitvoering_overeenkomst", "kwaliteit_dienstverlening", "hoogte_factuur",
    ],
    "klassewerk": ["trainer", "financieel_geschil"],
    "klik_onderwijs": ["product", "dienst"],
    "tien_voor_taal": ["kwaliteit", "gedrag", "handelen", "klachtafhandeling"],
}  # fmt: skip


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param("interactie", marks=pytest.mark.clausule("IA-1")),
        pytest.param("klassewerk", marks=pytest.mark.clausule("KW-D1")),
        pytest.param("klik_onderwijs", marks=pytest.mark.clausule("KL-D1")),
        pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-1.1")),
    ],
)
def test_the_onderwerpen_are_those_of_the_text(sleutel):
    assert [item.sleutel for item in reglement(sleutel).onderwerpen] == ONDERWERPEN[sleutel]


@pytest.mark.clausule("IA-8.2")
def test_several_onderwerpen_are_one_answer():
    assert FORMULIEREN["meldingsformulier"].veld("onderwerpen").soort is VeldSoort.MEERKEUZE


@pytest.mark.parametrize(
    ("sleutel", "words"),
    [
        pytest.param(
            "tien_voor_taal", "College van Arbitrage", marks=pytest.mark.clausule("TT-4d", "TT-2.5")
        ),
        pytest.param("tien_voor_taal", "draagt de eigen kosten", marks=pytest.mark.clausule("TT-6.3")),
        pytest.param("interactie", "Geschillencommissie", marks=pytest.mark.clausule("IA-4.3")),
        pytest.param("klassewerk", "binnen 1 maand schriftelijk", marks=pytest.mark.clausule("KW-5a")),
        pytest.param("klik_onderwijs", "binnen tien werkdagen", marks=pytest.mark.clausule("KL-9")),
        pytest.param("leefstijlwijzer", "examencommissie", marks=pytest.mark.clausule("LW-6")),
    ],
)
def test_the_oordeel_says_where_to_go_next(sleutel, words):
    assert words in reglement(sleutel).oordeel.vervolg
