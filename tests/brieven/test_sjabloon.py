"""Reading the file of a letter: all that is wrong with it at once, with the file, the line and the key."""

import pytest

from klachtdesk.brieven.sjabloon import begin_vrij, check_sjabloon, fill, load_sjabloon
from klachtdesk.brieven.waarden import Alinea, Brieftekst, VeldSoort
from klachtdesk.errors import SjabloonError

BRIEF = '''titel = "Ontvangstbevestiging"
onderwerp = "Uw klacht {{ nummer }}"
aan = ["klager"]
kopie = ["melder"]
tekst = """
{{ aanhef }}

{{ vrij.toelichting }}
"""

[[vrij]]
sleutel = "toelichting"
label = "Toelichting"
standaard = "Over {{ nummer }}."
'''
VELDEN = {"aanhef": VeldSoort.TEKST, "nummer": VeldSoort.TEKST}


def refused(toml: str) -> tuple[str, ...]:
    with pytest.raises(SjabloonError) as caught:
        load_sjabloon(toml, "proef", bestand="proef.toml")
    return caught.value.faults


def test_reads_a_letter_and_fills_it_in() -> None:
    brief = load_sjabloon(BRIEF, "proef")
    assert (brief.titel, brief.aan, brief.kopie) == ("Ontvangstbevestiging", ("klager",), ("melder",))
    assert [(part.sleutel, part.verplicht) for part in brief.vrij] == [("toelichting", False)]
    waarden = {"aanhef": "Geachte heer, mevrouw,", "nummer": "2026-001"}
    expected = Brieftekst("Uw klacht 2026-001", (Alinea("Geachte heer, mevrouw,"), Alinea("Dank.")))
    assert fill(brief, waarden, {"toelichting": "Dank."}, {}) == expected


def test_a_free_part_begins_with_its_own_words_and_may_be_emptied() -> None:
    brief = load_sjabloon(BRIEF, "proef")
    waarden = {"aanhef": "Geachte heer, mevrouw,", "nummer": "2026-001"}
    assert begin_vrij(brief, waarden) == {"toelichting": "Over 2026-001."}
    assert fill(brief, waarden, {}, {}).blokken[1:] == (Alinea("Over 2026-001."),)
    assert fill(brief, waarden, {"toelichting": ""}, {}).blokken[1:] == ()


def test_names_every_fault_in_the_file_with_line_and_key() -> None:
    toml = 'titel = " "\nonderwerp = 3\naan = []\nextra = 1\n\n[[vrij]]\nsleutel = "Te Veel"\n'
    faults = refused(toml)
    assert "proef.toml, regel 1, titel: deze tekst mag niet leeg zijn" in faults
    assert "proef.toml, regel 2, onderwerp: hier hoort tekst te staan" in faults
    assert "proef.toml, regel 3, aan: deze lijst mag niet leeg zijn" in faults
    assert "proef.toml, regel 4, extra: deze sleutel is onbekend" in faults
    assert any(fault.startswith("proef.toml, regel 7, vrij[1].sleutel: gebruik alleen") for fault in faults)
    assert any("vrij[1].label: deze sleutel ontbreekt" in fault for fault in faults)
    assert any("tekst: deze sleutel ontbreekt" in fault for fault in faults)


def test_names_the_line_where_it_stops_being_toml() -> None:
    [fault] = refused('titel = "a"\nonderwerp = "b\n')
    assert fault.startswith("proef.toml, regel 2, teken ")


def test_checks_the_words_of_the_letter_and_of_its_free_parts() -> None:
    brief = load_sjabloon(BRIEF.replace("Over {{ nummer }}", "Over {{ numer }}"), "proef")
    assert check_sjabloon(load_sjabloon(BRIEF, "proef"), VELDEN) == ()
    [fault] = check_sjabloon(brief.in_own_words("Uw klacht", "{{ aanhef }}"), VELDEN)
    assert fault == "vrij.toelichting, regel 1: Het veld numer bestaat niet. Bedoelt u nummer?"


def test_a_free_part_can_be_needed_only_while_a_field_says_nothing() -> None:
    toml = BRIEF.replace("standaard =", 'verplicht_zonder = "nummer"\nstandaard =')
    (part,) = load_sjabloon(toml, "proef").vrij
    assert [part.is_verplicht({"nummer": nummer}) for nummer in ("", "2026-001")] == [True, False]
    [fault] = check_sjabloon(load_sjabloon(toml.replace('"nummer"', '"nummers"'), "proef"), VELDEN)
    assert fault == "vrij.toelichting: het veld nummers bestaat niet."
