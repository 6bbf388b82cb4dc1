"""Filling in a letter: what people typed comes out as typed, and never as structure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtdesk.brieven.invullen import MAX_TEKENS, fill_plat, fill_regel, fill_tekst
from klachtdesk.brieven.waarden import Alinea, Kop, Lijst, Opsomming, Tabel, Waarden
from klachtdesk.errors import SjabloonError

STAPPEN = Tabel(("Datum", "Stap"), (("24 april 2026", "Oordeel"), ("1 mei 2026", "Ondertekening")))
NASTY = [
    "{{ aanhef }}",
    "{% if x %}",
    "## Kop",
    "- punt",
    "<b>vet</b>",
    "&amp;",
    "\n\n",
    "\ue0000\ue001",
    "\0",
]
anything = st.text() | st.sampled_from(NASTY) | st.lists(st.sampled_from(NASTY)).map("".join)


def inked(text: str) -> bool:
    return bool(text.strip())


@given(anything.filter(inked))
def test_whatever_somebody_typed_comes_out_exactly_and_in_one_block(typed: str) -> None:
    waarden = {"naam": typed}
    assert fill_tekst("{{ naam }}", waarden) == (Alinea(typed),)
    assert fill_tekst("## {{ naam }}", waarden) == (Kop(typed),)
    assert fill_tekst("- {{ naam }}", waarden) == (Lijst((typed,)),)
    assert fill_tekst("Voor.\n\nU zei: {{ naam }}!\n\nNa.", waarden) == (
        Alinea("Voor."),
        Alinea(f"U zei: {typed}!"),
        Alinea("Na."),
    )


@given(anything.filter(inked), anything.filter(inked))
def test_values_do_not_mix(first: str, second: str) -> None:
    waarden: Waarden = {"een": first, "twee": second, "punten": Opsomming((first, second))}
    assert fill_tekst("{{ twee }}|{{ een }}|{{ twee }}", waarden) == (Alinea(f"{second}|{first}|{second}"),)
    assert fill_tekst("{{ punten }}", waarden) == (Lijst((first, second)),)
    assert fill_tekst("{{ delen.d }}", waarden, {"d": "## {{ een }}\n\n{{ twee }}"}) == (
        Kop(first),
        Alinea(second),
    )


@pytest.mark.parametrize(
    ("tekst", "filled"),
    [
        ("Een brief van {{ naam }}.", "Een brief van Interactie B.V."),
        ("Van {{ naam }}. Wij lezen die.", "Van Interactie B.V. Wij lezen die."),
        ("Bij {{ naam }}, of bij {{ naam }}...", "Bij Interactie B.V., of bij Interactie B.V...."),
        ("{{ naam }}.nl", "Interactie B.V..nl"),
    ],
)
def test_a_sentence_has_one_full_stop_also_after_a_name_that_ends_with_one(tekst: str, filled: str) -> None:
    assert fill_tekst(tekst, {"naam": "Interactie B.V."}) == (Alinea(filled),)


@given(anything)
def test_a_condition_looks_at_the_value_itself(typed: str) -> None:
    text = '{% if naam == "ja" %}A{% elif naam %}B{% else %}C{% endif %}'
    expected = "A" if typed == "ja" else "B" if typed.strip() else "C"
    assert fill_tekst(text, {"naam": typed}) == (Alinea(expected),)


def test_blocks_stand_between_empty_lines() -> None:
    blocks = fill_tekst(
        "{{ aanhef }}\n\nEerste regel.\nTweede regel.\n \n## Vervolg\n- een\n- twee\nSlot.\n",
        {"aanhef": "Geachte mevrouw De Vries,"},
    )
    assert blocks == (
        Alinea("Geachte mevrouw De Vries,"),
        Alinea("Eerste regel.\nTweede regel."),
        Kop("Vervolg"),
        Lijst(("een", "twee")),
        Alinea("Slot."),
    )


@pytest.mark.parametrize(("soort", "middle"), [("lang", (Alinea("Lang."),)), ("", ())])
def test_a_line_with_only_a_condition_leaves_no_line_behind(soort: str, middle: tuple[Alinea, ...]) -> None:
    own_lines = "Een.\n\n{% if soort %}\nLang.\n{% endif %}\n\nTwee."
    assert fill_tekst(own_lines, {"soort": soort}) == (Alinea("Een."), *middle, Alinea("Twee."))
    inside = "Een.\n\n{% if soort %}Lang.{% endif %}\n\nTwee."
    assert fill_tekst(inside, {"soort": soort}) == (Alinea("Een."), *middle, Alinea("Twee."))


def test_a_condition_around_a_line_keeps_the_lines_around_it() -> None:
    text = "Een.\n{% if soort %}\nLang.\n{% endif %}\nTwee."
    assert fill_tekst(text, {"soort": "x"}) == (Alinea("Een.\nLang.\nTwee."),)
    assert fill_tekst(text, {"soort": ""}) == (Alinea("Een.\nTwee."),)


def test_lists_and_tables_stand_alone_on_a_line() -> None:
    waarden: Waarden = {"stappen": STAPPEN, "gronden": Opsomming(("te laat", " ", "te duur"))}
    assert fill_tekst("Dit volgt:\n{{ stappen }}\nGronden:\n{{ gronden }}", waarden) == (
        Alinea("Dit volgt:"),
        STAPPEN,
        Alinea("Gronden:"),
        Lijst(("te laat", "te duur")),
    )
    assert fill_tekst("- {{ gronden }}\n- overig", waarden) == (Lijst(("te laat", "te duur", "overig")),)


def test_a_list_reads_on_in_a_sentence() -> None:
    for items, words in [
        (("te laat", "te duur", "te ver"), "te laat, te duur en te ver"),
        (("te laat", "te duur"), "te laat en te duur"),
        (("te laat",), "te laat"),
    ]:
        assert fill_tekst("Wegens {{ gronden }}.", {"gronden": Opsomming(items)}) == (
            Alinea(f"Wegens {words}."),
        )


def test_what_is_empty_leaves_nothing_behind() -> None:
    waarden: Waarden = {"niets": "  ", "lijst": Opsomming(("",)), "tabel": Tabel(("a",), ()), "nee": False}
    text = "{{ niets }}\n\n## {{ niets }}\n\n- {{ niets }}\n\n{{ lijst }}\n\n{{ tabel }}\n\nSlot."
    assert fill_tekst(text, waarden) == (Alinea("Slot."),)
    asked = "{% if niets or lijst or tabel or nee %}x{% endif %}"
    assert fill_tekst(asked, waarden) == ()


def test_a_field_may_have_fields_under_it() -> None:
    text = "{{ gronden }}{% if gronden and gronden != gronden.uitleg %}: {{ gronden.uitleg }}{% endif %}"
    either: tuple[Waarden, ...] = (
        {"gronden": Opsomming(("te laat",)), "gronden.uitleg": "x"},
        {"gronden.uitleg": "x", "gronden": "te laat"},
    )
    for waarden in either:
        assert fill_tekst(text, waarden) == (Alinea("te laat: x"),)
    assert fill_tekst(text, {"gronden": "", "gronden.uitleg": "x"}) == ()
    assert fill_tekst("{% if a == b %}gelijk{% endif %}", {"a": "x", "a.c": "", "b": "x"}) == (
        Alinea("gelijk"),
    )


def test_dates_are_written_out() -> None:
    assert (
        fill_regel("Uw klacht van {{ dossier.op }}", {"dossier.op": date(2026, 3, 1)})
        == "Uw klacht van 1 maart 2026"
    )


def test_a_shared_part_stands_where_it_is_named() -> None:
    delen = {
        "groet": "Met vriendelijke groet,\n",
        "vervolg": "## Vervolg\n\n{% if klaar %}Klaar.{% endif %}\n",
    }
    blocks = fill_tekst(
        "{{ delen.vervolg }}\n\n{{ delen.groet }}\n{{ naam }}", {"naam": "Noor", "klaar": True}, delen
    )
    assert blocks == (Kop("Vervolg"), Alinea("Klaar."), Alinea("Met vriendelijke groet,\nNoor"))


def test_a_subject_is_one_line_and_a_free_part_keeps_its_lines() -> None:
    waarden = {"over": "de les\n van  maandag"}
    assert fill_regel("Uw klacht over {{ over }}", waarden) == "Uw klacht over de les van maandag"
    assert fill_plat("Beste,\n\nover {{ over }}\n", waarden) == "Beste,\n\nover de les\n van  maandag"


@pytest.mark.parametrize(
    "tekst",
    ["{{ x }}", "{% for a in b %}{% endfor %}", "{{ ().__class__ }}", "{{ naam.upper() }}", "{{ delen.x }}"],
)
def test_a_faulty_text_is_never_run(tekst: str) -> None:
    with pytest.raises(SjabloonError) as caught:
        fill_tekst(f"Regel een.\n{tekst}", {"naam": "x"})
    assert caught.value.faults[0].startswith("Regel 2: ")
    assert "Instellingen" in caught.value.hint


def test_a_part_does_not_use_parts() -> None:
    with pytest.raises(SjabloonError, match=r"delen\.a bestaat niet"):
        fill_tekst("{{ delen.a }}", {}, {"a": "{{ delen.a }}"})


def test_a_letter_has_an_end() -> None:
    long = "x" * 100_000
    assert fill_tekst("{{ a }}\n\n{{ a }}", {"a": long}) == (Alinea(long), Alinea(long))
    for text in ("{{ a }}\n\n{{ a }}\n\n{{ a }}", "{{ a }} " * 400, "- {{ a }}\n" * 3):
        with pytest.raises(SjabloonError, match=r"langer dan 250\.000 tekens"):
            fill_tekst(text, {"a": long})
    assert MAX_TEKENS == 250_000
