"""The notes with an overview: what somebody should know before reading its figures, in Dutch sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.dutch import counted, dutch_date
from klachtdesk.overzicht.labels import ONBEKEND
from klachtdesk.overzicht.tabellen_afgesloten import closed_how
from klachtdesk.reglement.kalender import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klachtdesk.overzicht.counting import Beeld
    from klachtdesk.overzicht.perioden import Periode

_YEAR = 365


def write_notes(beeld: Beeld, *, publiek: bool) -> tuple[str, ...]:
    """Return the notes with a period; in a copy for outside those that hold no count."""
    general = (*_about_the_period(beeld.periode), *_about_the_rules(beeld))
    return general if publiek else (*general, *_about_the_dossiers(beeld))


def _about_the_period(periode: Periode) -> Iterator[str]:
    if periode.peil < periode.van:
        yield "Deze periode moet nog beginnen; er zijn nog geen cijfers."
        return
    if periode.peil < periode.tot:
        yield f"Deze periode loopt nog: de cijfers gaan tot en met {dutch_date(periode.peil)}."
    if not _is_whole_years(periode):
        yield "Dit is een deel van een jaar; het wordt vergeleken met hetzelfde deel van de jaren ervoor."


def _about_the_rules(beeld: Beeld) -> Iterator[str]:
    """Yield what changed in the reglementen while they were in use."""
    seen: set[str] = set()
    for versie in beeld.labels.versies:
        if versie.lijn in seen and beeld.periode.van < versie.van_kracht <= beeld.periode.peil:
            yield (
                f"Sinds {dutch_date(versie.van_kracht)} geldt een nieuwe versie van {versie.reglement.naam}. "
                "Klachten van daarvoor vallen onder de versie die toen gold."
            )
        seen.add(versie.lijn)
    for before, now in beeld.labels.renamed():
        yield f"“{before}” heet nu “{now}”; beide zijn samen geteld."


def _about_the_dossiers(beeld: Beeld) -> Iterator[str]:
    heropend = sum(geval.stroom.heropend for geval in beeld.binnengekomen)
    if heropend:
        yield (
            f"{counted(heropend, 'dossier', 'dossiers')} {_verb(heropend, 'was', 'waren')} al eens gesloten en "
            f"{_verb(heropend, 'is', 'zijn')} heropend; {_verb(heropend, 'het telt', 'zij tellen')} opnieuw als "
            "binnengekomen."
        )
    eind = beeld.voorraad["eind"]
    if eind:
        yield (
            f"{counted(eind, 'klacht', 'klachten')} {_verb(eind, 'is', 'zijn')} nog niet afgesloten en "
            f"{_verb(eind, 'telt', 'tellen')} bij de uitkomsten nog niet mee."
        )
    old = sum(
        geval.stroom.eind and (beeld.periode.peil - geval.record.binnen).days > _YEAR
        for geval in beeld.gevallen
    )
    if old:
        yield f"{counted(old, 'klacht', 'klachten')} {_verb(old, 'loopt', 'lopen')} al langer dan een jaar."
    handled = [geval.record for geval in beeld.afgesloten if closed_how(geval) == "afgehandeld"]
    without = sum(not record.gegrondheid for record in handled)
    if without:
        yield f"Bij {counted(without, 'afgehandelde klacht', 'afgehandelde klachten')} is geen oordeel vastgelegd."
    unknown = sum(geval.rij("oorzaak", geval.record.oorzaak) == ONBEKEND for geval in beeld.afgesloten)
    if unknown:
        yield f"Bij {counted(unknown, 'afgesloten klacht', 'afgesloten klachten')} is de oorzaak niet ingevuld."


def _is_whole_years(periode: Periode) -> bool:
    after = periode.tot + ONE_DAY
    return (periode.van.day, periode.van.month) == (after.day, after.month)


def _verb(aantal: int, one: str, more: str) -> str:
    return one if aantal == 1 else more
