"""What holds for the stappen of every reglement: the core mechanisms that no file can switch off.

A closed dossier, what can't be true beside what was recorded, completeness, independence, and a bewaartermijn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.dutch import long_date
from klachtdesk.reglement.bewaartermijn import derive_bewaartermijn
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND, REF_PAREN, SOORTEN
from klachtdesk.reglement.onafhankelijkheid import derive_belemmeringen
from klachtdesk.reglement.procedure_eisen import NEVER, Situatie
from klachtdesk.reglement.procedure_redenen import Reden, reden, reden_missing
from klachtdesk.reglement.stappen import Voorval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klachtdesk.reglement.stappen import Functie, Stap

OPENED_BY = {closes: opens for opens, closes in REF_PAREN.items()} | {
    "actiepunt_gereed": "actiepunt_vastgesteld"
}
"""What is rounded off with a kind of gebeurtenis: the two are tied together by their ref."""

ASKS_FOR_MORE = "aanvulling_gevraagd"
"""The kind of gebeurtenis that asks the klager for what is missing."""

_JUDGED_BY: dict[str, Functie] = {
    "oordeel_vastgesteld": "behandelaar",
    "oordeel_verzonden": "behandelaar",
    "afgehandeld": "behandelaar",
    "bezwaar_uitspraak_verzonden": "beoordelaar",
}
_BLOCKED = {
    "bezwaar": "er loopt nog een bezwaar.",
    "beroep": "er loopt nog een beroep.",
    "opgeschort": "de vernietiging is opgeschort.",
}
_CHOOSE_BEWAARTERMIJN = (
    "het reglement noemt geen bewaartermijn: het kantoor moet er eerst een kiezen, met een motivering."
)


def kern_redenen(stap: Stap, situatie: Situatie) -> Iterator[Reden]:
    """Yield why a stap is not possible whatever its reglement asks."""
    soort = stap.gebeurtenis
    if "vernietigd" in situatie.feiten.posities:
        yield reden("dit dossier is vernietigd.", vast=True)
        return
    yield from _contradicted(soort, situatie)
    closed = situatie.closed_by
    if closed is not None and not stap.na_afsluiten:
        label = SOORTEN[closed.soort].label.lower()
        yield reden(f"het dossier is afgesloten ({label}); heropen het eerst.", vast=True)
    yield from _incomplete(soort, situatie)
    yield from _not_independent(soort, situatie)
    if soort in BEEINDIGEND:
        yield from _without_bewaartermijn(situatie)
    if soort in OPENED_BY and not open_refs(soort, situatie):
        yield reden("er staat niets open dat hiermee wordt afgerond.", vast=True)
    if soort == "heropend":
        yield from _taken_up_again(situatie)
    elif soort == "verdaagd":
        yield from _nothing_to_extend(situatie)
    elif soort == "alsnog_in_behandeling":
        yield from _not_temporary(stap, situatie)
    elif soort == "vernietigd":
        yield from _to_be_kept(situatie)


def open_refs(soort: str, situatie: Situatie) -> set[str]:
    """Return the refs that were opened and can still be rounded off with this kind."""
    happened = situatie.feiten.gebeurtenissen
    positions = situatie.feiten.posities
    closed = {happened[position].ref for position in positions.get(soort, ())}
    opened = {happened[position].ref for position in positions.get(OPENED_BY[soort], ())}
    return {ref for ref in opened - closed if ref}


def is_let_through(soort: str, situatie: Situatie) -> bool:
    """Tell whether a besluit of the directie, with a motivering, lets this kind through once in this ronde."""
    if "besluit_directie" not in situatie.feiten.posities:
        return False
    position = situatie.last_of([Voorval("besluit_directie", "stap", soort)])
    if position == NEVER or not situatie.feiten.gebeurtenissen[position].waarde("motivering"):
        return False
    return position > situatie.last(soort)


def _contradicted(soort: str, situatie: Situatie) -> Iterator[Reden]:
    refused = situatie.course.refusal(soort)
    if refused is None:
        return
    indiening = situatie.reglement.indiening
    if "ontvangen" not in situatie.feiten.posities and indiening is not None and indiening.anders:
        yield reden(indiening.anders, indiening, vast=True)
    else:
        yield reden(refused[1], vast=True)


def ontbreekt(situatie: Situatie) -> tuple[str, ...]:
    """Return the form keys of what a klacht has to contain and does not, by the first of those that would do."""
    indiening = situatie.reglement.indiening
    if indiening is None or indiening.volledig is None:
        return ()
    return tuple(keys[0] for keys in situatie.missing(indiening.volledig.ingevuld))


def _taken_up_again(situatie: Situatie) -> Iterator[Reden]:
    """Refuse to open what a gone ground opened already; the order of events alone does not forbid it."""
    if situatie.closed_by is None and situatie.course.refusal("heropend") is None:
        yield reden("het dossier is niet afgesloten en kan dus niet worden heropend.", vast=True)


def _incomplete(soort: str, situatie: Situatie) -> Iterator[Reden]:
    indiening = situatie.reglement.indiening
    volledig = indiening and indiening.volledig
    if volledig and soort in volledig.voor and (missing := situatie.missing(volledig.ingevuld)):
        yield reden_missing("nog in te vullen: {velden}.", missing, volledig)


def _not_independent(soort: str, situatie: Situatie) -> Iterator[Reden]:
    functie = _JUDGED_BY.get(soort)
    if functie is not None:
        found = derive_belemmeringen(situatie.reglement, situatie.feiten)
        yield from (item.reden for item in found if item.functie == functie)


def _without_bewaartermijn(situatie: Situatie) -> Iterator[Reden]:
    regel = situatie.reglement.bewaartermijn
    if regel.duur is None and situatie.feiten.gekozen_bewaartermijn is None:
        yield reden(_CHOOSE_BEWAARTERMIJN, regel, vast=True)


def _nothing_to_extend(situatie: Situatie) -> Iterator[Reden]:
    if not any(stand.status == "open" and stand.loop.regel.verdaagbaar for stand in situatie.termijnen):
        yield reden("er loopt geen termijn die kan worden verdaagd.", vast=True)


def _not_temporary(stap: Stap, situatie: Situatie) -> Iterator[Reden]:
    position = situatie.last("niet_in_behandeling")
    regel = situatie.reglement.stap_bij_gebeurtenis.get("niet_in_behandeling")
    if position == NEVER or regel is None:
        yield reden("de klacht is niet buiten behandeling gelaten.", stap)
        return
    chosen = situatie.feiten.gebeurtenissen[position].waarde("gronden").split()
    if situatie.closed_by is None:
        yield reden("de klacht is al alsnog in behandeling genomen.", stap)
    elif not any(grond.tijdelijk for grond in regel.gronden if grond.sleutel in chosen):
        yield reden(
            "geen van de gekozen gronden is tijdelijk; heropen het dossier als u de klacht toch behandelt.",
            stap,
        )


def _to_be_kept(situatie: Situatie) -> Iterator[Reden]:
    regel = situatie.reglement.bewaartermijn
    gekozen = situatie.feiten.gekozen_bewaartermijn if regel.duur is None else None
    stand = derive_bewaartermijn(situatie.reglement, situatie.feiten, situatie.peildatum, gekozen=gekozen)
    if stand.status == "loopt" and stand.tot is not None:
        yield reden(f"de bewaartermijn loopt tot en met {long_date(stand.tot)}.", regel, vast=True)
    elif stand.status != "verstreken":
        yield reden(stand.reden or _CHOOSE_BEWAARTERMIJN, None if stand.reden else regel, vast=True)
    for blocked in stand.geblokkeerd_door:
        yield reden(_BLOCKED[blocked], vast=True)
