"""Judges what was filled in with a stap: the fields that a reglement demands, kanalen, gronden and persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.dutch import in_a_row
from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.reglement.onafhankelijkheid import belemmering
from klachtdesk.reglement.procedure_eisen import Deelnemer, Situatie, unmet
from klachtdesk.reglement.procedure_kern import OPENED_BY, open_refs
from klachtdesk.reglement.procedure_redenen import Reden, reden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klachtdesk.reglement.dossier import Gebeurtenis
    from klachtdesk.reglement.stappen import Functie, Grond, Stap

_APPOINTS: dict[str, Functie] = {
    "informele_fase_gestart": "bemiddelaar",
    "toegewezen": "behandelaar",
    "bezwaar_commissie_benoemd": "beoordelaar",
}


def invoer_redenen(
    stap: Stap, deelnemer: Deelnemer, gebeurtenis: Gebeurtenis, situatie: Situatie
) -> Iterator[Reden]:
    """Yield what is wrong with what was filled in; documents are for who makes them to attach."""
    yield from _velden(stap, gebeurtenis)
    yield from _kanaal(stap, gebeurtenis, situatie)
    yield from _gronden(stap, deelnemer, gebeurtenis, situatie)
    yield from _appointed(gebeurtenis, situatie)
    soort = stap.gebeurtenis
    if soort in OPENED_BY and gebeurtenis.ref not in open_refs(soort, situatie):
        yield reden("met dit kenmerk staat niets open.", velden=("ref",), vast=True)
    if soort == "besluit_directie" and not gebeurtenis.waarde("motivering"):
        yield reden("schrijf op waarom de directie zo besluit.", stap, velden=("motivering",), vast=True)


def usable_gronden(stap: Stap, deelnemer: Deelnemer, situatie: Situatie) -> tuple[Grond, ...]:
    """Return the gronden of a stap that can be chosen now, for this person."""
    return tuple(
        grond
        for grond in stap.gronden
        if (not grond.voor or deelnemer.rol in grond.voor)
        and (grond.eis is None or not any(unmet(grond.eis, grond, situatie)))
    )


def wanted_velden(stap: Stap, gebeurtenis: Gebeurtenis | None = None) -> tuple[str, ...]:
    """Return the fields that the reglement demands with this stap.

    Of those that it demands only where another field says so, without a gebeurtenis none, else those that apply.
    """
    wanted = []
    for veld in stap.velden:
        sleutel, _, condition = veld.partition(":")
        other, _, waarde = condition.partition("=")
        if not condition or (gebeurtenis is not None and gebeurtenis.waarde(other) == waarde):
            wanted.append(sleutel)
    return tuple(wanted)


def _velden(stap: Stap, gebeurtenis: Gebeurtenis) -> Iterator[Reden]:
    missing = tuple(veld for veld in wanted_velden(stap, gebeurtenis) if not gebeurtenis.waarde(veld))
    if missing:
        known = {veld.sleutel: veld.label.lower() for veld in SOORTEN[stap.gebeurtenis].velden}
        labels = in_a_row([known[veld] for veld in missing])
        yield reden(f"vul bij deze stap nog in: {labels}.", stap, velden=missing, vast=True)


def _kanaal(stap: Stap, gebeurtenis: Gebeurtenis, situatie: Situatie) -> Iterator[Reden]:
    kanaal = gebeurtenis.waarde("kanaal")
    indiening = situatie.reglement.indiening
    if stap.kanalen and kanaal not in stap.kanalen:
        yield reden(f"dit kan alleen via {' of '.join(stap.kanalen)}.", stap, velden=("kanaal",), vast=True)
    elif stap.gebeurtenis == "ontvangen" and indiening and not situatie.reglement.accepts_kanaal(kanaal):
        zin = indiening.anders or f"dit kan alleen via {' of '.join(indiening.kanalen)}."
        yield reden(zin, indiening, velden=("kanaal",), vast=True)


def _gronden(
    stap: Stap, deelnemer: Deelnemer, gebeurtenis: Gebeurtenis, situatie: Situatie
) -> Iterator[Reden]:
    if not stap.gronden:
        return
    veld = next(veld.sleutel for veld in SOORTEN[stap.gebeurtenis].velden if veld.soort == "gronden")
    chosen = gebeurtenis.waarde(veld).split()
    usable = {grond.sleutel: grond for grond in usable_gronden(stap, deelnemer, situatie)}
    if not chosen:
        yield reden("kies op welke grond.", stap, velden=(veld,), vast=True)
    for sleutel in chosen:
        if sleutel not in usable:
            yield from _refused_grond(sleutel, stap, deelnemer, situatie)
        elif usable[sleutel].beslist_door and not gebeurtenis.waarde("door"):
            zin = f"leg vast wie hierover besliste: de {usable[sleutel].beslist_door}."
            yield reden(zin, usable[sleutel], velden=("door",), vast=True)


def _refused_grond(sleutel: str, stap: Stap, deelnemer: Deelnemer, situatie: Situatie) -> Iterator[Reden]:
    """Say why a grond can't be chosen: the reglement does not have it, not for this person, or not (yet) now."""
    grond = next((grond for grond in stap.gronden if grond.sleutel == sleutel), None)
    if grond is None:
        yield reden("deze grond staat niet in het reglement.", stap, vast=True)
    elif grond.voor and deelnemer.rol not in grond.voor:
        yield reden(f"deze grond geldt niet voor {deelnemer.naam}.", grond, vast=True)
    elif grond.eis is not None:
        yield from (
            Reden(item.zin, item.clausule, item.artikel, item.velden, item.persoon, vast=True)
            for item in unmet(grond.eis, grond, situatie)
        )


def _appointed(gebeurtenis: Gebeurtenis, situatie: Situatie) -> Iterator[Reden]:
    functie = _APPOINTS.get(gebeurtenis.soort)
    if functie is None:
        return
    keys = gebeurtenis.waarde("personen").split() or [gebeurtenis.waarde("persoon")]
    for sleutel in keys:
        found = belemmering(situatie.reglement, situatie.feiten, sleutel, functie)
        if found is not None:
            yield found.reden
