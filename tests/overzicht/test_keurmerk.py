"""The descriptions of quality marks: those that are shipped are right, and what is wrong is said with its line."""

import pytest

from klachtdesk import assets
from klachtdesk.errors import KeurmerkError
from klachtdesk.overzicht.keurmerk import MAATSTAVEN, load_keurmerk
from klachtdesk.overzicht.zaken import MOST_CASES, cases

GOOD = """naam = "Proef"
voluit = "Proefkeurmerk"

[[vraag]]
tekst = "Krijgt de klager een reactie?"
maatstaf = "eerste_reactie"
dagen = 14
"""


def test_every_measure_is_asked_for_by_some_quality_mark() -> None:
    asked = {
        vraag.maatstaf
        for name in assets.names("keurmerken", ".toml")
        for vraag in load_keurmerk(assets.read_text("keurmerken", f"{name}.toml"), bestand=name).vraag
    }
    assert asked == set(MAATSTAVEN)


def test_questions_are_read_in_their_order() -> None:
    keurmerk = load_keurmerk(
        GOOD + '[[vraag]]\ntekst = "Tweede?"\nmaatstaf = "afloop"\n', bestand="proef.toml"
    )
    assert [(vraag.tekst, vraag.dagen) for vraag in keurmerk.vraag] == [
        ("Krijgt de klager een reactie?", 14),
        ("Tweede?", None),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            GOOD.replace("eerste_reactie", "goed_gevoel"),
            "proef.toml, regel 6, vraag[1].maatstaf: kies een van",
        ),
        (GOOD.replace("dagen = 14", ""), "dagen hoort bij de maatstaf eerste_reactie"),
        (GOOD.replace("eerste_reactie", "afloop"), "dagen hoort bij de maatstaf eerste_reactie"),
        (GOOD.replace("eerste_reactie", "elders").replace("dagen = 14", ""), "zeg bij de maatstaf elders"),
        (
            GOOD.replace("dagen = 14", "dagen = 0"),
            "regel 7, vraag[1].dagen: dit getal mag niet kleiner zijn dan 1",
        ),
        (GOOD.replace("voluit", "kleur"), "regel 2, kleur: deze sleutel is onbekend"),
        ('naam = "Proef"\nvoluit = "Proef"\nvraag = []\n', "vraag: deze lijst mag niet leeg zijn"),
        (GOOD.replace('"Proef"', '"Proef'), "regel 1, teken 14: dit is geen geldige TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, fault: str) -> None:
    with pytest.raises(KeurmerkError) as refused:
        load_keurmerk(text, bestand="proef.toml")
    assert any(fault in found for found in refused.value.faults), refused.value.faults


def test_of_too_many_cases_those_that_went_wrong_are_shown() -> None:
    rows = [(f"2026-{number:03d}", "op tijd") for number in range(1, MOST_CASES + 1)] + [
        ("2026-999", "te laat")
    ]
    found = cases(("Kenmerk", "Uitkomst"), rows, lambda row: row[1] == "te laat")
    assert (len(found.rijen), found.totaal) == (MOST_CASES, MOST_CASES + 1)
    assert found.rijen[:2] == (("2026-999", "te laat"), ("2026-001", "op tijd"))
    assert cases(("Kenmerk", "Uitkomst"), rows[:-1]).rijen == tuple(rows[:-1])
