"""Every eis of every stap in the five reglementen and the praktijkregels: refused without it, possible with it.

The sentences are those that the office reads. The last test holds the tables to the files: no eis without its rows.
"""

import re

import pytest
from eisen import Row
from eisen_interactie import INTERACTIE
from eisen_klassewerk import KLASSEWERK
from eisen_klik_onderwijs import KLIK_ONDERWIJS
from eisen_leefstijlwijzer import LEEFSTIJLWIJZER
from eisen_praktijk import PRAKTIJK
from eisen_tien_voor_taal import TIEN_VOOR_TAAL, TT, TT_KEYS
from procedures import Case, case, reglement

from klachtdesk.reglement.dossier import Persoon
from klachtdesk.reglement.stappen import Eis

SLEUTELS = ("interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal")
TABLE = [*INTERACTIE, *KLASSEWERK, *KLIK_ONDERWIJS, *TIEN_VOOR_TAAL, *LEEFSTIJLWIJZER, *PRAKTIJK]


def chosen(found: Case) -> Case:
    """10 voor Taal closes nothing before a bewaartermijn was chosen; that has a test of its own."""
    return found.knowing(gekozen_bewaartermijn=reglement("leefstijlwijzer").bewaartermijn.duur)


@pytest.mark.parametrize("row", TABLE)
def test_refused_without_and_possible_with(row: Row):
    assert chosen(row.case()).reasons(row.soort, row.persoon) == []
    assert row.said in chosen(row.lacking()).reasons(row.soort, row.persoon)


@pytest.mark.clausule("TT-1.3")
def test_a_gemachtigde_needs_a_complete_machtiging():
    """The klager whom a melder named to stand in for them: one eis that needs a third person."""
    road = [text.strip() for text in TT.replace("persoon=k", "persoon=g").split(";")]
    people = (Persoon("m", "melder"), Persoon("g", "klager"), Persoon("b", "betrokkene"))
    without = case("tien_voor_taal").people(*people).filled(TT_KEYS).after(*road)
    said = "De machtiging van de gemachtigde is er nog niet, of is niet volledig (artikel 1.2)."
    assert without.reasons("oordeel_vastgesteld") == [said]
    assert without.after("machtiging_ontvangen persoon=g volledig=nee").reasons("oordeel_vastgesteld") == [
        said
    ]
    given = without.after("machtiging_ontvangen persoon=g volledig=ja")
    assert given.reasons("oordeel_vastgesteld") == []
    assert given.after("machtiging_ingetrokken").reasons("oordeel_vastgesteld") == [said]
    # A machtiging that was given once counts on when the dossier is opened again.
    assert said not in given.after("ingetrokken", "heropend reden=nieuw").reasons("oordeel_vastgesteld")


def takings(eis: Eis) -> set[str]:
    """What to take away, or with a + to add, for an eis to fail: each way to meet it, and each that undoes it."""
    if eis.ingevuld:
        return {key for keys in eis.ingevuld for key in keys}
    undone = {event.soort for event in eis.na}
    if eis.gebeurd:
        return {event.soort for event in eis.gebeurd} | {f"+{soort}" for soort in undone}
    return undone or {f"+{event.soort}" for event in eis.niet_gebeurd}


def taken_for(eis: Eis, rows: list[Row]) -> set[str]:
    """Return what these rows take away or add for this eis, by what they say."""
    words = [part.strip(" .") for part in re.split(r"{\w+}", eis.anders)]
    return {row.without.split()[0] for row in rows if all(word in row.said for word in words)}


def test_no_eis_is_without_a_row_for_each_way_to_meet_it():
    found = [item.values[0] for item in TABLE]
    for sleutel in SLEUTELS:
        for stap in reglement(sleutel).stappen:
            # Of a praktijkregel, the rows of any reglement that says nothing of it itself.
            rows = [
                row for row in found if stap == reglement(row.sleutel).stap_bij_gebeurtenis.get(row.soort)
            ]
            for eis in stap.eisen:
                # The eis of the gemachtigde needs a third person and has a test of its own.
                if eis.elk != ("gemachtigde",):
                    assert takings(eis) <= taken_for(eis, rows), (
                        f"{sleutel}, {stap.gebeurtenis}: {eis.anders}"
                    )
