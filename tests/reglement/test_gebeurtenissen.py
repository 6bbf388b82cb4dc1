"""The vocabulary against its list: the kinds, their order and their fields."""

import csv
from pathlib import Path

import pytest

from klachtdesk.reglement.gebeurtenissen import (
    AFSLUITEND,
    BEEINDIGEND,
    REF_SOORTEN,
    SOORTEN,
    VOOR_ONTVANGST,
    GebeurtenisSoort,
    GebeurtenisVeld,
)

with (Path(__file__).parent / "gebeurtenissen.csv").open(encoding="utf-8", newline="") as file:
    LIST = {row["soort"]: row["velden"] for row in csv.DictReader(file)}


# What klachtdesk records beyond the list, always optional: who decided and why, what a stap
# lets through, and what only the yearly overview counts.
OWN_FIELDS = {
    "niet_in_behandeling": "toelichting:tekst?; door:persoon?",
    "afgehandeld": "maatregel_gewenst:ja|nee?",
    "bezwaar_commissie_benoemd": "motivering:tekst?",
    "beroep_ingesteld": "aanleiding:niet_tevreden|bemiddeling?",
    "besluit_directie": "stap:stap?",
    "verbetermaatregel_vastgesteld": "aard:training|anders?",
    "verbetermaatregel_geevalueerd": "uitgevoerd:ja|nee?",
    "bezwaar_uitspraak_verzonden": "uitkomst:gegrond|deels_gegrond|ongegrond|niet_ontvankelijk?",
    "beroep_uitspraak": "uitkomst:gegrond|deels_gegrond|ongegrond|niet_ontvankelijk?",
}


def as_listed(soort: GebeurtenisSoort) -> str:
    """Write the fields of a kind the way the list does."""
    return "; ".join(_field(veld) for veld in soort.velden)


def _field(veld: GebeurtenisVeld) -> str:
    kind = "|".join(veld.keuzes) or veld.soort
    name = veld.sleutel if kind == veld.sleutel == "ref" else f"{veld.sleutel}:{kind}"
    return name if veld.verplicht else f"{name}?"


def test_the_vocabulary_is_the_list():
    assert list(SOORTEN) == list(LIST)


@pytest.mark.parametrize("soort", LIST)
def test_a_kind_has_the_fields_of_the_list(soort):
    assert as_listed(SOORTEN[soort]) == "; ".join(filter(None, [LIST[soort], OWN_FIELDS.get(soort)]))


def test_what_is_recorded_beyond_the_list_may_be_left_out():
    assert all(field.endswith("?") for fields in OWN_FIELDS.values() for field in fields.split("; "))


def test_every_kind_has_a_label_of_its_own():
    labels = [soort.label for soort in SOORTEN.values()]
    assert len(set(labels)) == len(labels)
    assert all(label[0].isupper() and "_" not in label for label in labels)


def test_the_groups_are_part_of_the_vocabulary():
    assert {*AFSLUITEND, *BEEINDIGEND, *REF_SOORTEN, *VOOR_ONTVANGST} <= set(SOORTEN)


def test_what_has_a_ref_in_the_count_has_the_field():
    assert all(SOORTEN[soort].veld("ref") for soort in REF_SOORTEN)


def test_a_field_that_a_kind_has_not():
    assert SOORTEN["ontvangen"].veld("ref") is None


def test_choices_and_optional_fields_are_read():
    uitkomst = SOORTEN["contact_klager"].veld("uitkomst")
    assert uitkomst is not None
    assert uitkomst.keuzes == ("meer_informatie", "opgelost", "niet_opgelost", "niet_bereikt")
    assert not uitkomst.verplicht
