"""The catalogue is the one definition of the fields: storage follows it."""

import pytest
from sqlalchemy import Date, Integer, Time
from sqlalchemy.types import JSON, Boolean, String

from klachtdesk.assets import read_text
from klachtdesk.formulieren import FORMULIEREN, MELDINGSFORMULIER, VeldSoort, stored_velden
from klachtdesk.models import Formulier, Klachtonderdeel, Persoon
from klachtdesk.reglement.loading import load_reglement

COLUMN_TYPES = {
    VeldSoort.TEKST: String,
    VeldSoort.LANGE_TEKST: String,
    VeldSoort.DATUM: Date,
    VeldSoort.TIJD: Time,
    VeldSoort.KEUZE: String,
    VeldSoort.MEERKEUZE: JSON,
    VeldSoort.JA_NEE: Boolean,
    VeldSoort.GETAL: Integer,
}


def test_every_single_field_has_a_column_of_its_type_and_no_column_is_left_over():
    columns = {column.name: column for column in Formulier.__table__.columns if column.name != "dossier_id"}
    velden = stored_velden()
    assert columns.keys() == velden.keys()
    for sleutel, veld in velden.items():
        assert isinstance(columns[sleutel].type, COLUMN_TYPES[veld.soort]), sleutel
        assert columns[sleutel].nullable, f"{sleutel} can't be left open"


@pytest.mark.parametrize(
    ("rij", "record"),
    [("melder", Persoon), ("klager", Persoon), ("betrokkene", Persoon), ("klachtonderdeel", Klachtonderdeel)],
)
def test_every_field_of_a_row_has_a_column(rij, record):
    columns = {column.name: column for column in record.__table__.columns}
    sections = [
        sectie for formulier in FORMULIEREN.values() for sectie in formulier.secties if sectie.rij == rij
    ]
    assert sections
    for veld in sections[0].velden:
        assert isinstance(columns[veld.sleutel].type, COLUMN_TYPES[veld.soort])
        assert not isinstance(columns[veld.sleutel].type, Integer)


def test_keys_within_one_form_are_unique():
    for formulier in FORMULIEREN.values():
        keys = [sectie.raw_key(veld, 1) for sectie in formulier.secties for veld in sectie.velden]
        assert len(keys) == len(set(keys)), formulier.sleutel


@pytest.mark.clausule("TT-2.2a")
def test_the_meldingsformulier_ticks_who_what_and_how_directly():
    tien_voor_taal = load_reglement(read_text("reglementen", "tien_voor_taal.toml"))
    assert MELDINGSFORMULIER.veld("hoedanigheid").keuzes_uit == "hoedanigheden"
    assert [keuze.label for keuze in tien_voor_taal.hoedanigheden] == [
        "Cliënt (cursist)",
        "Opdrachtgever",
        "Zakelijke relatie",
        "Medewerker",
    ]
    assert [keuze.sleutel for keuze in MELDINGSFORMULIER.veld("soort").keuzes] == [
        "klacht",
        "fout",
        "ongeval",
        "bijna_ongeval",
    ]
    assert [keuze.sleutel for keuze in MELDINGSFORMULIER.veld("uiting").keuzes] == ["direct", "indirect"]


@pytest.mark.clausule("TT-2.3b")
def test_voortgang_is_one_field_on_both_forms():
    intern = FORMULIEREN["intern_klachtenformulier"]
    assert intern.veld("voortgang") is MELDINGSFORMULIER.veld("voortgang")
