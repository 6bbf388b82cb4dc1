"""A faulty reglement: every fault at once, in Dutch, with file, line and key."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from klachtdesk.assets import read_text
from klachtdesk.errors import ReglementError
from klachtdesk.reglement.loading import load_reglement
from klachtdesk.reglement.toml_lines import locate_keys

GOOD = """\
sleutel = "proef"
naam = "Proefreglement"
versie = "1"
tekst = "proef.txt"

[kantoor]
naam = "Proef"

[[termijn]]
sleutel = "reactie"
label = "Reactie"
clausule = ["P-1"]
artikel = "1"
citaat = ["binnen een week"]
start = ["ontvangen"]
duur = { aantal = 1, eenheid = "weken" }
voor = "kantoor"
voldaan_door = ["reactie_verzonden"]

[bewaartermijn]
clausule = ["P-2"]
artikel = "2"
citaat = ["wordt een jaar bewaard"]
duur = { aantal = 1, eenheid = "jaren" }
"""
TEXT = "1. U hoort van ons binnen\n een  week. 2. Alles wordt een jaar bewaard."


def faults(toml_text: str, reglement_tekst: str | None = TEXT) -> list[str]:
    with pytest.raises(ReglementError) as refused:
        load_reglement(toml_text, reglement_tekst, bestand="proef.toml")
    return list(refused.value.faults)


def test_a_good_file_loads_and_is_frozen():
    reglement = load_reglement(GOOD, TEXT)
    assert reglement.termijnen[0].voldaan_door == ("reactie_verzonden",)
    with pytest.raises(ValidationError):
        reglement.naam = "Anders"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('versie = "1"\n', "", "regel 1, versie: deze sleutel ontbreekt"),
        ('voor = "kantoor"\n', "", "regel 9, termijn[1].voor: deze sleutel ontbreekt"),
        ('versie = "1"', "versie = 1", "regel 3, versie: hier hoort tekst te staan"),
        ('versie = "1"', 'versie = " "', "regel 3, versie: deze tekst mag niet leeg zijn"),
        ('sleutel = "proef"', 'sleutel = "Proef 1"',
         "regel 1, sleutel: gebruik alleen kleine letters, cijfers en _, te beginnen met een letter"),
        ('versie = "1"', 'versie = "1"\nuitgave = 2', "regel 4, uitgave: deze sleutel is onbekend"),
        ("aantal = 1, eenheid = \"weken\"", "aantal = -1, eenheid = \"weken\"",
         "regel 16, termijn[1].duur.aantal: dit getal mag niet kleiner zijn dan 0"),
        ("aantal = 1, eenheid = \"weken\"", "aantal = 1.5, eenheid = \"weken\"",
         "regel 16, termijn[1].duur.aantal: hier hoort een geheel getal te staan"),
        ("aantal = 1, eenheid = \"weken\"", "aantal = 100000, eenheid = \"weken\"",
         "regel 16, termijn[1].duur.aantal: dit getal mag hoogstens 99999 zijn"),
        ('"weken"', '"uren"', "regel 16, termijn[1].duur.eenheid: kies een van: 'dagen', 'weken', 'werkdagen', "
         "'maanden' of 'jaren'"),
        ('voor = "kantoor"', 'voor = "kantoor"\nontvangst = "ja"',
         "regel 18, termijn[1].ontvangst: hier hoort true of false te staan"),
        ('["reactie_verzonden"]', '[\n  "reactie_verzonden",\n  "reactie_gemaild",\n]',
         "regel 20, termijn[1].voldaan_door[2]: de gebeurtenis “reactie_gemaild” bestaat niet"),
        ('["reactie_verzonden"]', "[]", "regel 18, termijn[1].voldaan_door: deze lijst mag niet leeg zijn"),
        ('["reactie_verzonden"]', '"reactie_verzonden"',
         "regel 18, termijn[1].voldaan_door: hier hoort een lijst te staan"),
        ("[kantoor]\nnaam", "kantoor = 1\nnaam_kantoor", "regel 6, kantoor: hier hoort een tabel te staan"),
        ('["binnen een week"]', '["binnen een maand"]', "regel 14, termijn[1].citaat[1]: deze woorden staan niet "
         "letterlijk in de tekst van het reglement"),
        ('["binnen een week"]', '["Binnen een week"]', "regel 14, termijn[1].citaat[1]: deze woorden staan niet "
         "letterlijk in de tekst van het reglement"),
        ('["ontvangen"]', '["ontvangen", "consequenties_vastgesteld"]',
         "regel 15, termijn[1].start: hier staan gebeurtenissen met en zonder kenmerk door elkaar"),
        ('["ontvangen"]', '["ontvangen"]\nrekent_vanaf = ["oordeel_verzonden"]',
         "regel 16, termijn[1].rekent_vanaf: dit kan alleen bij een start met een kenmerk"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_file_line_and_key(old, new, fault):
    assert GOOD.count(old) == 1
    assert f"proef.toml, {fault}" in faults(GOOD.replace(old, new))


def test_a_termijn_per_ref_can_not_be_extended():
    per_ref = GOOD.replace('["ontvangen"]', '["consequenties_vastgesteld"]').replace(
        "[bewaartermijn]",
        '[termijn.verdaging]\nclausule = ["P-1"]\nartikel = "1"\ncitaat = ["binnen een week"]\n\n[bewaartermijn]',
    )
    assert faults(per_ref) == [
        "proef.toml, regel 20, termijn[1].verdaging: een termijn per kenmerk kan niet worden verdaagd"
    ]


def test_a_key_that_stands_twice_among_the_termijnen():
    again = GOOD[GOOD.index("[[termijn]]") : GOOD.index("[bewaartermijn]")]
    assert faults(GOOD + "\n" + again) == [
        "proef.toml, regel 27, termijn[2].sleutel: de sleutel “reactie” komt vaker voor"
    ]


def test_all_faults_come_at_once_in_the_order_of_the_file():
    broken = (
        GOOD.replace('versie = "1"', "versie = 1")
        .replace("binnen een week", "binnen een maand")
        .replace('"weken"', '"uren"')
        .replace('["reactie_verzonden"]', '["reactie_gemaild"]')
    )
    assert [fault.split(", ")[1] for fault in faults(broken)] == [
        "regel 3",
        "regel 14",
        "regel 16",
        "regel 18",
    ]


def test_quotes_are_not_checked_without_a_text():
    load_reglement(GOOD.replace("binnen een week", "binnen een maand"))


def test_the_message_counts_the_faults():
    with pytest.raises(ReglementError, match=r"^Het bestand proef\.toml heeft 2 fouten"):
        load_reglement(
            GOOD.replace('versie = "1"\n', "").replace('voor = "kantoor"\n', ""), bestand="proef.toml"
        )


@pytest.mark.parametrize(
    ("toml_text", "place"),
    [
        ('sleutel = "proef"\nnaam =\n', "regel 2, teken 7"),
        ('sleutel = "proef"\nsleutel = "proef"\n', "regel 2, teken 18"),
        ('sleutel = "proef"\nnaam = [1,', "regel 2"),
        ("naam = " + "[" * 5000, "regel 1"),
        (f"naam = {'9' * 5000}", "regel 1"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_place(toml_text, place):
    (fault,) = faults(toml_text)
    assert fault.startswith(f"proef.toml, {place}: dit is geen geldige TOML")


@given(st.text(max_size=60))
@example("\x00")
@example("[a]\n[a.b]\n[[c]]\nd.'e' = {f = [1, {g = 2}]}")
def test_no_text_makes_it_fall_over(text):
    with pytest.raises(ReglementError):
        load_reglement(text)


@given(
    st.integers(0, len(GOOD)),
    st.sampled_from(['"', "[", "]", "{", "}", "=", ".", "#", "\n", "'", "\r\n", "\\", ","]),
)
def test_a_typing_error_in_a_good_file_is_a_fault_or_harmless(at, typed):
    found: tuple[str, ...] = ("proef.toml, regel 1: nothing was wrong",)
    try:
        load_reglement(GOOD[:at] + typed + GOOD[at:], TEXT, bestand="proef.toml")
    except ReglementError as error:
        found = error.faults
    assert found
    assert all(fault.startswith("proef.toml, regel ") for fault in found)


def test_lines_of_keys_of_every_shape():
    lines = locate_keys(
        "# a comment = 1\r\n"  # 1
        'a.b = "x # y"\r\n'  # 2
        "[c]\r\n"  # 3
        '"d e" = """\r\n'  # 4
        "f = 1\r\n"  # 5
        '"""\r\n'  # 6
        "g = [ # [\r\n"  # 7
        "  1.5,\r\n"  # 8
        "  { h = '''\r\n"  # 9
        "]''' }, [2],\r\n"  # 10
        "]\r\n"  # 11
        "[[i]]\r\n"  # 12
        "[i.j]\r\n"  # 13
        "k = 2026-04-01T10:00:00Z\r\n"  # 14
        "[[i]]\r\n"  # 15
        "[[i.l]]\r\n"  # 16
        "m = {}\r\n"  # 17
    )
    assert lines == {
        ("a",): 2,
        ("a", "b"): 2,
        ("c",): 3,
        ("c", "d e"): 4,
        ("c", "g"): 7,
        ("c", "g", 0): 8,
        ("c", "g", 1): 9,
        ("c", "g", 1, "h"): 9,
        ("c", "g", 2): 10,
        ("c", "g", 2, 0): 10,
        ("i",): 12,
        ("i", 0): 12,
        ("i", 0, "j"): 13,
        ("i", 0, "j", "k"): 14,
        ("i", 1): 15,
        ("i", 1, "l"): 16,
        ("i", 1, "l", 0): 16,
        ("i", 1, "l", 0, "m"): 17,
    }


@pytest.mark.parametrize(
    "sleutel", ["interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal"]
)
def test_the_line_of_every_sleutel_in_the_built_in_files(sleutel):
    """Each path that ends in sleutel points at a line that assigns one."""
    toml_text = read_text("reglementen", f"{sleutel}.toml")
    found = {line for path, line in locate_keys(toml_text).items() if path[-1] == "sleutel"}
    expected = {number for number, line in enumerate(toml_text.splitlines(), 1) if "sleutel = " in line}
    assert found == expected
