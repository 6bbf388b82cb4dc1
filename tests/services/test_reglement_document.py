"""A reglement file that is edited in a form keeps its comments, its order and all that the form does not know."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtdesk.assets import names, read_text
from klachtdesk.errors import ReglementError
from klachtdesk.formulieren import read_formulier
from klachtdesk.reglement.loading import load_reglement
from klachtdesk.services.eigen_reglement.document import ReglementDocument

SHIPPED = {sleutel: read_text("reglementen", f"{sleutel}.toml") for sleutel in names("reglementen", ".toml")}
VANDAAG = date(2026, 4, 1)


def _edited(toml: str, changes: dict[str, str]) -> str:
    document = ReglementDocument(toml)
    gelezen = read_formulier(document.formulier(), {**document.waarden(), **changes}, VANDAAG)
    assert gelezen.fouten == ()
    document.write(gelezen)
    return document.toml


def _lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    was, now = before.splitlines(), after.splitlines()
    return [line for line in was if line not in now], [line for line in now if line not in was]


@pytest.mark.parametrize("sleutel", SHIPPED)
def test_a_form_that_is_saved_unchanged_leaves_every_byte(sleutel: str):
    assert _edited(SHIPPED[sleutel], {}) == SHIPPED[sleutel]


def test_a_duration_changes_one_line():
    gone, come = _lines_changed(
        SHIPPED["interactie"], _edited(SHIPPED["interactie"], {"termijn.oordeel.aantal": "6"})
    )
    assert gone == ['duur = { aantal = 4, eenheid = "weken" }']
    assert come == ['duur = { aantal = 6, eenheid = "weken" }']


def test_names_and_addresses_change_where_they_stand_and_new_ones_come_after():
    after = _edited(
        SHIPPED["leefstijlwijzer"],
        {
            "kantoor.naam": "Opleidingen Oost",
            "kantoor.adres": "Dorpsstraat 1",
            "functionaris.1.naam": "Jo Bos",
        },
    )
    data = tomllib.loads(after)
    assert data["kantoor"]["naam"] == "Opleidingen Oost"
    assert data["kantoor"]["adres"] == "Dorpsstraat 1"
    assert data["functionaris"][0]["naam"] == "Jo Bos"
    comments = [line for line in SHIPPED["leefstijlwijzer"].splitlines() if line.startswith("#")]
    assert comments
    assert [line for line in after.splitlines() if line.startswith("#")] == comments


def test_rows_can_come_and_go():
    after = tomllib.loads(
        _edited(
            SHIPPED["klassewerk"],
            {
                "onderwerp.1.label": "",
                "onderwerp.1.artikel": "",
                "onderwerp.1.citaat": "",
                "oorzaak.2.label": "",
                "oorzaak.9.label": "Het weer",
                "oorzaak.10.label": "Het weer",
                "functionaris.5.functie": "vertrouwenspersoon",
            },
        )
    )
    before = tomllib.loads(SHIPPED["klassewerk"])
    assert after["onderwerp"] == before["onderwerp"][1:]
    assert [item["sleutel"] for item in after["oorzaak"]] == [
        *(item["sleutel"] for item in before["oorzaak"] if item["sleutel"] != "planning"),
        "het_weer",
        "het_weer_2",
    ]
    assert after["functionaris"][4] == {"sleutel": "vertrouwenspersoon", "functie": "vertrouwenspersoon"}
    assert after["functionaris"][:4] == before["functionaris"]


def test_the_last_row_takes_its_list_with_it_and_a_first_row_makes_one():
    rows = {
        key: ""
        for key in ReglementDocument(SHIPPED["interactie"]).waarden()
        if key.startswith("beroepsinstantie")
    }
    without = _edited(SHIPPED["interactie"], rows)
    assert "beroepsinstantie" not in tomllib.loads(without)
    again = tomllib.loads(
        _edited(without, {"beroepsinstantie.1.naam": "Ombudsman", "beroepsinstantie.1.bindend": "nee"})
    )
    assert again["beroepsinstantie"] == [
        {"sleutel": "ombudsman", "clausule": ["eigen"], "naam": "Ombudsman", "bindend": False}
    ]


def test_gronden_can_be_added_and_their_other_keys_stay():
    before = tomllib.loads(SHIPPED["tien_voor_taal"])
    after = tomllib.loads(
        _edited(
            SHIPPED["tien_voor_taal"],
            {
                "termijn.oordeel.grond.3.label": "ziekte van de behandelaar",
                "stap.niet_in_behandeling.grond.6.label": "er loopt een onderzoek",
            },
        )
    )
    oordeel = next(item for item in after["termijn"] if item["sleutel"] == "oordeel")
    assert [grond["sleutel"] for grond in oordeel["verdaging"]["gronden"]] == [
        "ernst",
        "complexiteit",
        "ziekte_van_de_behandelaar",
    ]
    was, now = (
        next(item for item in data["stap"] if item["gebeurtenis"] == "niet_in_behandeling")["gronden"][5]
        for data in (before, after)
    )
    assert now == {**was, "label": "er loopt een onderzoek"}
    assert now["tijdelijk"] is True


def test_required_fields_can_be_added_to_a_stap_and_taken_away():
    keys = "oorzaak oplossing"
    with_fields = _edited(SHIPPED["interactie"], {"stap.afgehandeld.ingevuld": keys})
    reglement = load_reglement(with_fields, read_text("reglementen", "interactie.txt"))
    eis = reglement.stap_bij_gebeurtenis["afgehandeld"].eisen[-1]
    assert eis.ingevuld == (("oorzaak",), ("oplossing",))
    assert _edited(with_fields, {"stap.afgehandeld.ingevuld": ""}) == SHIPPED["interactie"]


def test_any_of_several_required_fields_stays_that():
    after = tomllib.loads(_edited(SHIPPED["klassewerk"], {"stap.doorgezonden.ingevuld": "product"}))
    stap = next(item for item in after["stap"] if item["gebeurtenis"] == "doorgezonden")
    (ingevuld,) = [eis["ingevuld"] for eis in stap["eisen"] if "ingevuld" in eis]
    assert ingevuld == [["betrokkene.naam", "onderwerpen"], "product"]


def test_a_bewaartermijn_can_be_named_where_there_was_none_and_unnamed_again():
    with_duur = _edited(
        SHIPPED["tien_voor_taal"], {"bewaartermijn.aantal": "2", "bewaartermijn.eenheid": "jaren"}
    )
    assert tomllib.loads(with_duur)["bewaartermijn"]["duur"] == {"aantal": 2, "eenheid": "jaren"}
    without = _edited(with_duur, {"bewaartermijn.aantal": "", "bewaartermijn.eenheid": ""})
    assert without == SHIPPED["tien_voor_taal"]


def test_what_is_no_number_is_kept_as_typed_and_named_with_its_line():
    after = _edited(SHIPPED["interactie"], {"termijn.oordeel.aantal": "zes", "naam": ""})
    with pytest.raises(ReglementError) as caught:
        load_reglement(after)
    assert [fault.split(", ", 2)[2] for fault in caught.value.faults] == [
        "naam: deze sleutel ontbreekt",
        "termijn[1].duur.aantal: hier hoort een geheel getal te staan",
    ]


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(st.sampled_from(sorted(SHIPPED)), st.data())
def test_whatever_is_typed_the_file_stays_toml_and_the_rest_of_it_the_same(sleutel: str, data: st.DataObject):
    document = ReglementDocument(SHIPPED[sleutel])
    formulier, raw = document.formulier(), document.waarden()
    free = sorted(
        key for key in raw if key.endswith((".naam", ".label", ".artikel", ".citaat", ".kosten", ".adres"))
    )
    key = data.draw(st.sampled_from(free))
    typed = data.draw(TEXT)
    gelezen = read_formulier(formulier, {**raw, key: typed}, VANDAAG)
    assert gelezen.fouten == ()
    document.write(gelezen)
    tomllib.loads(document.toml)
    again = ReglementDocument(document.toml).waarden()
    if typed.strip() and not key.endswith(".citaat"):
        assert again[key] == typed.strip()
    if typed.strip():
        assert {k: v for k, v in again.items() if k != key} == {k: v for k, v in raw.items() if k != key}
