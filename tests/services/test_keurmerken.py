"""Evidence for a quality mark over 2026, every figure against a count by hand on the stories (see jaarverhalen.py).

The dossiers by their number, as they were made: 2025-003 Leefstijlwijzer (22 December 2025), 2026-001 Klik (5 March),
2026-002 Interactie (1 April), 2026-003 10 voor Taal (13 April), 2026-004 Klassewerk (24 April).
"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jaarverhalen import make_year
from office import WACHTWOORD
from pdf_text import text_of

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.services.besprekingen.holding import hold_bespreking
from klachtdesk.services.desk import Desk, VasteKlok
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.kluis import close_kluis, open_kluis
from klachtdesk.services.overzicht.keurmerken import list_keurmerken, read_bewijs, render_bewijs, save_bewijs
from klachtdesk.services.overzicht.reading import read_overzicht
from klachtdesk.views.keurmerk import AntwoordView, BewijsView
from klachtdesk.views.overzicht import Over

JAAR = Over(date(2026, 1, 1), date(2026, 12, 31))
NAMES = ("Marijke", "de Vries", "Kramer", "Kuiper", "Postma", "Linden", "Tesfay", "Postmus", "Vos", "Noor")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the kluis in which the stories were played, closed again."""
    folder = tmp_path_factory.mktemp("keurmerk") / "kluis"
    desk, _klok, _stories = make_year(folder)
    close_kluis(desk)
    return folder


@pytest.fixture
def desk(played: Path, tmp_path: Path) -> Iterator[Desk]:
    """Return an own copy of it, on the last day of 2026."""
    folder = tmp_path / "kluis"
    shutil.copytree(played, folder)
    opened = open_kluis(folder, WACHTWOORD, VasteKlok(date(2026, 12, 31)))
    yield opened
    close_kluis(opened)


def answer(bewijs: BewijsView, words: str) -> AntwoordView:
    """Return the answer to the one question with these words in it."""
    (found,) = (vraag for vraag in bewijs.vragen if words in vraag.tekst)
    return found.antwoord


def cases(antwoord: AntwoordView) -> tuple[tuple[str, ...], ...]:
    assert antwoord.zaken is not None
    return antwoord.zaken.rijen


def test_who_heard_from_the_office_within_four_weeks(desk: Desk) -> None:
    found = answer(read_bewijs(desk, "crkbo", JAAR), "vier weken")
    # 2026-001: asked for more on 3 April, 26 days of March and 3 of April after the 5th: 29. 2026-002: oordeel on the
    # 21st, 2026-003: asked for a translation the next day, 2026-004: called on the 28th.
    assert cases(found) == (
        ("2026-001", "5-3-2026", "3-4-2026", "29", "te laat"),
        ("2026-002", "1-4-2026", "21-4-2026", "20", "op tijd"),
        ("2026-003", "13-4-2026", "14-4-2026", "1", "op tijd"),
        ("2026-004", "24-4-2026", "28-4-2026", "4", "op tijd"),
    )
    assert [number for _words, number in found.cijfers] == ["4", "3", "1", "0", "0"]
    assert found.zinnen == ("Een reactie binnen 28 dagen: 3 van de 4 (75%).",)


def test_who_waits_and_who_should_have_heard(desk: Desk) -> None:
    klok = desk.klok
    assert isinstance(klok, VasteKlok)
    klok.zet(date(2026, 4, 2))
    found = answer(read_bewijs(desk, "crkbo", JAAR), "vier weken")
    # The last of the 28 days of 2026-001 is 2 April; what it heard a day later nobody knows yet.
    assert [row[-1] for row in cases(found)] == ["loopt nog", "loopt nog"]
    assert found.zinnen == ()  # there is nothing to compare
    klok.zet(date(2026, 5, 12))
    assert [row[-1] for row in cases(answer(read_bewijs(desk, "crkbo", JAAR), "vier weken"))] == [
        "te laat",
        "op tijd",
        "op tijd",
        "op tijd",
    ]


def test_what_was_met_is_what_the_overview_counts(desk: Desk) -> None:
    found = answer(read_bewijs(desk, "crkbo", JAAR), "binnen de tijd")
    # Twelve termijnen ended, one of them (the consequenties of 2026-001) twice: C1 was met, C2 was not.
    assert [number for _words, number in found.cijfers] == ["13", "12", "1", "0", "0"]
    assert found.zinnen == ("Op tijd: 12 van de 13 (92%).",)  # 12 / 13 = 0,923
    late = [row for row in cases(found) if row[5] == "te laat"]
    # Two weeks after 6 May, and never done.
    assert [(row[0], row[2:]) for row in late] == [
        ("2026-001", ("6-5-2026", "20-5-2026", "", "te laat", "nee"))
    ]
    counted = [rij.perioden[0] for rij in read_overzicht(desk, JAAR.van, JAAR.tot).termijnen]
    assert sum(item.gehaald.aantal or 0 for item in counted) == 12
    assert sum(item.te_laat.aantal or 0 for item in counted) == 1


def test_whether_a_delay_was_explained(desk: Desk) -> None:
    found = answer(read_bewijs(desk, "crkbo", JAAR), "uitleg")
    # Put off with a reason: the bezwaar of 2026-001 and the oordeel of 2026-003. C2 ran late without a word.
    assert [number for _words, number in found.cijfers] == ["2", "2", "0", "1"]
    assert found.zinnen == ("Uitleg vastgelegd waar het langer duurde: 2 van de 3 (67%).",)
    assert sorted((row[0], row[4], row[5], row[6]) for row in cases(found)) == [
        ("2026-001", "op tijd", "1 keer", "ja"),
        ("2026-001", "te laat", "nee", ""),
        ("2026-003", "op tijd", "1 keer", "ja"),
    ]


def test_what_was_registered_and_how_it_ended(desk: Desk) -> None:
    found = answer(read_bewijs(desk, "crkbo", JAAR), "geregistreerd")
    assert [number for _words, number in found.cijfers] == ["1", "4", "5", "0"]
    assert cases(found) == (
        ("2025-003", "22-12-2025", "22-1-2026", "dossier"),
        ("2026-001", "5-3-2026", "30-6-2026", "dossier"),
        ("2026-002", "1-4-2026", "24-4-2026", "dossier"),
        ("2026-003", "13-4-2026", "15-6-2026", "dossier"),
        ("2026-004", "24-4-2026", "21-9-2026", "dossier"),
    )
    ended = dict(answer(read_bewijs(desk, "nrto", JAAR), "liepen").cijfers)
    assert ended["Afgehandeld"] == "5"
    assert (ended["Oordeel: Gegrond"], ended["Oordeel: Ongegrond"]) == ("3", "1")


def test_what_came_of_it_for_the_klager_and_the_office(desk: Desk) -> None:
    nrto = read_bewijs(desk, "nrto", JAAR)
    # Interactie and 10 voor Taal asked; both klagers were content.
    assert answer(nrto, "tevreden").zinnen == ("Tevreden, van wie het bekend is: 2 van de 2 (100%).",)
    outside = dict(answer(nrto, "geschillencommissie").cijfers)
    assert sorted(outside.values()) == ["1", "1", "1", "1"]  # two beroepen, and two uitspraken
    assert outside["Uitspraak: Gegrond"] == "1"
    assert cases(answer(nrto, "verbetering")) == (
        ("2025-003", "Verbetermaatregel", "22-1-2026", "", "", ""),
        ("2026-001", "Consequentie", "6-5-2026", "18-5-2026", "", ""),
        ("2026-001", "Consequentie", "6-5-2026", "", "", ""),
        ("2026-003", "Actiepunt", "6-5-2026", "", "", ""),
        ("2026-003", "Actiepunt", "6-5-2026", "", "", ""),
        ("2026-003", "Verbetermaatregel", "9-6-2026", "3-9-2026", "3-9-2026", "ja"),
    )


def test_who_looked_into_what_comes_from_the_audit_log(desk: Desk, tmp_path: Path) -> None:
    def counted() -> list[str]:
        return [
            number for _words, number in answer(read_bewijs(desk, "crkbo", JAAR), "vertrouwelijk").cijfers
        ]

    before = counted()
    for regel in list_dossiers(desk)[:2]:
        read_dossier(desk, regel.id)
    save_bewijs(desk, tmp_path / "bewijs.pdf", "crkbo", JAAR)
    users, looked, by, taken = (int(after) - int(was) for after, was in zip(counted(), before, strict=True))
    assert (users, looked, taken) == (0, 2, 1)
    assert counted()[2] == "1"
    assert by in {0, 1}
    later = read_bewijs(desk, "crkbo", Over(date(2025, 1, 1), date(2025, 12, 31)))
    assert dict(answer(later, "vertrouwelijk").cijfers)["Keren dat iets uit de kluis is meegenomen"] == "0"


def test_the_bespreking_of_the_directie(desk: Desk) -> None:
    def found() -> AntwoordView:
        return answer(read_bewijs(desk, "blik_op_werk", JAAR), "elk jaar")

    assert cases(found()) == ()
    waarden = {
        "datum": "30-12-2026",
        "aanwezigen": "Amber Veldman",
        "verslag": "Besproken.",
        "voorgelegd": "nee",
    }
    reglementen = " ".join(
        ("interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal")
    )
    hold_bespreking(desk, {**waarden, "reglementen": reglementen})
    # All seven are closed by then, the two of 2025 included, and none was discussed before.
    assert cases(found()) == (("30-12-2026", "7"),)


def test_one_reglement_alone(desk: Desk) -> None:
    found = read_bewijs(desk, "crkbo", Over(JAAR.van, JAAR.tot, "tien_voor_taal"))
    assert found.reglement == "Klachtenreglement 10 VOOR TAAL-ONDERWIJS"
    assert {row[0] for row in cases(answer(found, "geregistreerd"))} == {"2026-003"}


def test_a_year_without_klachten_says_so(desk: Desk) -> None:
    over = Over(date(2023, 1, 1), date(2023, 12, 31))
    for keuze in list_keurmerken():
        text = text_of(render_bewijs(desk, keuze.sleutel, over))
        assert "In deze periode" in text


@pytest.mark.parametrize("sleutel", [keuze.sleutel for keuze in list_keurmerken()])
def test_the_document_answers_every_question_and_names_nobody(desk: Desk, sleutel: str) -> None:
    bewijs = read_bewijs(desk, sleutel, JAAR)
    text = " ".join(text_of(render_bewijs(desk, sleutel, JAAR)).split())
    for number, vraag in enumerate(bewijs.vragen, 1):
        assert f"{number}. {vraag.tekst}" in text
        assert vraag.antwoord.zinnen or vraag.antwoord.cijfers or vraag.antwoord.zaken
        assert " ".join(vraag.elders.split()) in text
    assert not [name for name in NAMES if name in text]


def test_what_can_not_be_is_refused(desk: Desk) -> None:
    with pytest.raises(NotFound):
        read_bewijs(desk, "elders", JAAR)
    with pytest.raises(InvalidInput):
        read_bewijs(desk, "crkbo", Over(JAAR.tot, JAAR.van))
