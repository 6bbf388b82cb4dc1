"""What an office may write in a letter, and what is refused: each fault with its line."""

import pytest

from klachtdesk.brieven.controle import MAX_DIEPTE, MAX_TAGS, MAX_TEKENS, check_regel, check_tekst
from klachtdesk.brieven.waarden import VeldSoort

VELDEN = {
    "aanhef": VeldSoort.TEKST,
    "dossier.nummer": VeldSoort.TEKST,
    "dossier.einddatum": VeldSoort.DATUM,
    "komende_stappen": VeldSoort.TABEL,
    "gronden": VeldSoort.LIJST,
    "dossier.schriftelijk": VeldSoort.VRAAG,
    "delen.vervolg": VeldSoort.DEEL,
}


def faults(tekst: str) -> list[tuple[int, str]]:
    return [(fault.regel, fault.zin) for fault in check_tekst(tekst, VELDEN)]


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "Geachte heer, mevrouw,",
        "{{ aanhef }}\n\nUw klacht {{dossier.nummer}} is binnen.",
        "{{ komende_stappen }}",
        "  {{ gronden }}  ",
        "Wegens {{ gronden }}.",
        "{% if dossier.einddatum %}Voor {{ dossier.einddatum }}.{% endif %}",
        "{% if dossier.schriftelijk %}\n{{ komende_stappen }}\n{% else %}\nNiets.\n{% endif %}",
        "{% if gronden %}{{ komende_stappen }}{% endif %}",
        '{% if dossier.nummer == "2026-001" and not aanhef %}x{% elif aanhef != dossier.nummer %}y{% endif %}',
        "{% if (aanhef or gronden) and dossier.schriftelijk %}x{% endif %}",
        "{{ delen.vervolg }}",
        "## Kop\n- punt\n{# dit is tekst #} } { 100% {x}",
    ],
)
def test_accepts_fields_and_conditions(tekst: str) -> None:
    assert faults(tekst) == []


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("{% for x in gronden %}", "Een herhaling ({% for %}) kan niet in een brief."),
        ("{% endfor %}", "{% endfor %} kan niet in een brief."),
        ("{% set x = aanhef %}", "Een eigen veld maken ({% set %}) kan niet"),
        ("{% macro m() %}", "Een macro ({% macro %}) kan niet"),
        ("{% include 'x' %}", "Een ander bestand invoegen ({% include %}) kan niet"),
        ("{% raw %}", "{% raw %} kan niet in een brief."),
        ("{% %}", "Tussen {% en %} staat niets."),
        ("{{ aanhef|upper }}", "Bewerkingen met | zijn niet mogelijk."),
        ("{{ aanhef() }}", "Aanroepen met haakjes zijn niet mogelijk."),
        ("{{ aanhef.format() }}", "Aanroepen met haakjes zijn niet mogelijk."),
        ("{{ aanhef[0] }}", "Vierkante haken zijn niet mogelijk."),
        ("{{ aanhef + aanhef }}", "Rekenen is niet mogelijk."),
        ("{{ 9 ** 9 ** 9 }}", "Rekenen is niet mogelijk."),
        ("{{ aanhef ~ aanhef }}", "Teksten samenvoegen met ~ is niet mogelijk."),
        ("{{ aanhef if gronden }}", "Een keuze kan alleen met {% if %}"),
        ("{{ 'x' }}", "Tussen {{ en }} kan alleen de naam van een veld staan."),
        ("{{ aanhef, gronden }}", "Tussen {{ en }} kan alleen de naam van een veld staan."),
        ("{{ de aanhef }}", "Tussen {{ en }} kan alleen de naam van een veld staan."),
        ("{{ }}", "Hier hoort de naam van een veld te staan."),
        ("{{ aanhev }}", "Het veld aanhev bestaat niet. Bedoelt u aanhef?"),
        ("{{ aanhef.__class__ }}", "Het veld aanhef.__class__ bestaat niet."),
        ("{{ zomaar }}", "Het veld zomaar bestaat niet."),
        ("{{ dossier.schriftelijk }}", "Het veld dossier.schriftelijk is alleen voor voorwaarden"),
        ("Zie {{ komende_stappen }}", "Het veld komende_stappen is een tabel: zet het alleen op een regel."),
        ("{{ aanhef", "Een {{ wordt op deze regel niet afgesloten met }}."),
        ("{{ aanhef {{ aanhef }}", "Een {{ wordt op deze regel niet afgesloten met }}."),
        ("{% if aanhef", "Een {% wordt op deze regel niet afgesloten met %}."),
        ("aanhef }}", "Er staat }} zonder {{ ervoor."),
        ("aanhef %}", "Er staat %} zonder {% ervoor."),
        ("{{ aanhef %}", "Er staat %} zonder {% ervoor."),
        ("{{- aanhef }}", "Laat het teken - of + direct naast {{ of }} weg."),
        ("{% endif %}", "Er staat {% endif %} zonder {% if %} ervoor."),
        ("{% else %}", "Er staat {% else %} zonder {% if %} ervoor."),
        ("{% if %}x{% endif %}", "Hier hoort de naam van een veld te staan."),
        ("{% if aanhef = 'x' %}x{% endif %}", "Deze voorwaarde is niet te lezen."),
        ("{% if aanhef > 'x' %}x{% endif %}", "Gebruik in een voorwaarde alleen velden"),
        ("{% if aanhef in gronden %}x{% endif %}", "Gebruik in een voorwaarde alleen velden"),
        ("{% if aanhef is defined %}x{% endif %}", 'Het woord "is" kan niet'),
        ("{% if zomaar %}x{% endif %}", "Het veld zomaar bestaat niet."),
        ("{% if aanhef.x() %}x{% endif %}", "Aanroepen met haakjes zijn niet mogelijk."),
        ("{% if aanhef %}x{% else x %}{% endif %}", "Achter else hoort niets te staan."),
        ("{% if aanhef %}x{% else %}{% else %}{% endif %}", "Er staat {% else %} na {% else %}"),
        ("{% if aanhef %}x{% else %}{% elif gronden %}{% endif %}", "Er staat {% elif %} na {% else %}"),
        ("{% if aanhef %}", "Deze {% if %} wordt nergens afgesloten met {% endif %}."),
        ("a\0b", "Het teken U+0000 kan niet in een brief staan; haal het weg."),
        ("a\ue000" + "0\ue001", "Het teken U+E000 kan niet in een brief staan"),
        ("{{ " + "(" * 90 + "aanhef" + ")" * 90 + " }}", ""),
        ("{% if " + "not " * 60 + "aanhef %}{% endif %}", "Deze voorwaarde is niet te lezen."),
    ],
)
def test_names_what_is_wrong_and_the_line(inside: str, said: str) -> None:
    found = faults(f"{{{{ aanhef }}}}\n\n{inside}\nSlot.")
    if said:
        assert [(line, zin[: len(said)]) for line, zin in found][:1] == [(3, said)]
    assert all(line == 3 for line, _ in found)


def test_names_all_faults_at_once_in_the_order_of_their_lines() -> None:
    found = faults("{% if aanhef %}\n{{ x }}\n{{ y|z }}\n{% for a in b %}\n")
    assert [line for line, _ in found] == [1, 2, 3, 4]


def test_counts_lines_as_an_editor_does() -> None:
    assert [line for line, _ in faults("a\r\nb\rc\n{{ x }}\n")] == [4]


def test_bounds_what_one_text_may_hold() -> None:
    assert faults("x" * MAX_TEKENS) == []
    [(line, zin)] = faults("x" * (MAX_TEKENS + 1))
    assert (line, zin) == (1, "De tekst telt 30001 tekens; er passen er 30000.")
    [(line, zin)] = faults("{{ aanhef }}\n" * (MAX_TAGS + 5))
    assert (line, zin) == (501, "Er staan meer dan 500 velden en voorwaarden in deze tekst.")
    deep = MAX_DIEPTE + 1
    [(line, zin)] = faults("{% if aanhef %}\n" * deep + "{% endif %}" * deep)
    assert (line, zin) == (9, "Er staan meer dan 8 voorwaarden in elkaar.")


def test_a_subject_is_one_line_without_a_table() -> None:
    assert check_regel("Uw klacht {{ dossier.nummer }}\n", VELDEN) == ()
    assert [fault.zin for fault in check_regel(" ", VELDEN)] == ["Hier hoort tekst te staan."]
    assert [fault.regel for fault in check_regel("a\nb", VELDEN)] == [2]
    [fault] = check_regel("{{ komende_stappen }}", VELDEN)
    assert fault.zin == "Het veld komende_stappen is een tabel en past hier niet."
