"""Tells in whole Dutch sentences how the dates of a termijn came about; built only when somebody asks.

What no reglement says is called a "praktijkregel van klachtdesk", so that nobody takes it for an artikel.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from klachtdesk.dutch import capital, long_date
from klachtdesk.reglement.gebeurtenissen import AFSLUITEND, BEEINDIGEND, SOORTEN
from klachtdesk.reglement.kalender import LAST_DECREED_YEAR, ONE_DAY, Kalender, kalender
from klachtdesk.reglement.parts import PRAKTIJKREGEL, vindplaats_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
    from klachtdesk.reglement.schema import Duur, Reglement, Rule
    from klachtdesk.reglement.termijnen import TermijnStand

# That a closing or a withdrawal ends a termijn is needed in practice (KD-1), but no reglement says it.
_IN_NO_REGLEMENT = frozenset({*AFSLUITEND, "bezwaar_ingetrokken"})


def explain(reglement: Reglement, feiten: DossierFeiten, stand: TermijnStand) -> tuple[str, ...]:
    """Return why a termijn has these dates and this status, a sentence each, in the order of reasoning."""
    days = kalender(gelijkgestelde_dagen=reglement.gelijkgestelde_dagen)
    sentences = [
        *quotes(reglement, stand.loop.regel),
        *_start(feiten, stand),
        *_count(stand.start, stand.loop.regel.duur, days),
        *_end(stand, days),
        *_verdagingen(reglement, stand, days),
        *_streefdatum(stand, days),
        *_undone(feiten, stand),
        *_outcome(stand),
        *_undecreed(stand.einde, days),
    ]
    return tuple(map(capital, sentences))


def quotes(reglement: Reglement, regel: Rule) -> Iterator[str]:
    """Yield a sentence for each passage that a rule rests on, which tells where it stands."""
    source = source_of(reglement, regel)
    for number, passage in enumerate(regel.citaat):
        words = " ".join(passage.split()).removesuffix(".")
        yield f"{'Er staat ook' if number else f'In {source} staat'}: “{words}”."


def source_of(reglement: Reglement, regel: Rule) -> str:
    """Return where a rule stands, in running text: "artikel 5.5 van de Klachtenregeling Interactie"."""
    return source_of_artikel(reglement, regel.artikel)


def source_of_artikel(reglement: Reglement, artikel: str) -> str:
    """Return where an artikel stands, in running text, as `source_of` does."""
    place = in_running_text(vindplaats_of(artikel))
    return f"{place} ({reglement.naam})" if " van " in place else f"{place} van {full_name(reglement)}"


def full_name(reglement: Reglement) -> str:
    """Return the name of a reglement in a sentence: "de Klachtenregeling Interactie"."""
    return f"{reglement.lidwoord} {reglement.naam}" if reglement.lidwoord else reglement.naam


def named(soort: str) -> str:
    """Return the name of a kind of gebeurtenis in quotation marks."""
    return f"“{SOORTEN[soort].label}”"


def dated(gebeurtenis: Gebeurtenis) -> str:
    """Return what happened and when: "“Klacht ontvangen” op woensdag 1 april 2026"."""
    return f"{named(gebeurtenis.soort)} op {long_date(gebeurtenis.datum)}"


def in_running_text(vindplaats: str) -> str:
    """Return a vindplaats for a sentence: "artikel 5", but "de artikelen 2.2 en 4" and "het onderdeel Behandelen"."""
    if vindplaats.startswith("onderdeel "):
        return f"het {vindplaats}"
    return f"de {vindplaats}" if vindplaats.startswith(("artikelen ", "punten ")) else vindplaats


def _start(feiten: DossierFeiten, stand: TermijnStand) -> Iterator[str]:
    regel = stand.loop.regel
    started_by = feiten.gebeurtenissen[stand.loop.start_position]
    counted_from = next(
        (
            earlier
            for earlier in feiten.gebeurtenissen
            if earlier.soort in regel.rekent_vanaf and earlier.datum == stand.start
        ),
        started_by,
    )
    yield f"de termijn begint met {dated(started_by)}."
    if counted_from is not started_by:
        yield (f"hij telt vanaf {dated(counted_from)}, want daaruit volgt wat er gebeuren moet.")
    if regel.duur.aantal:
        yield f"de duur is {regel.duur}; de dag van het begin telt zelf niet mee."


def _count(start: date, duur: Duur, days: Kalender) -> Iterator[str]:
    """Tell each step of the count."""
    if duur.eenheid == "werkdagen":
        yield from _count_werkdagen(start, duur.aantal, days)
        return
    end = days.add(start, duur.aantal, duur.eenheid)
    if duur.eenheid == "weken":
        for week in range(1, duur.aantal + 1):
            yield f"week {week} loopt tot en met {long_date(days.add(start, week, 'weken'))}."
    elif duur.eenheid != "dagen" and end.day != start.day:
        yield f"{duur} na {long_date(start)} is {long_date(end)}, de laatste dag van die maand."
    else:
        yield f"{duur} na {long_date(start)} is {long_date(end)}."


def _count_werkdagen(start: date, aantal: int, days: Kalender) -> Iterator[str]:
    if aantal == 0:
        yield f"het moet dezelfde dag: {long_date(start)}."
    day, counted = start, 0
    while counted < aantal:
        day += ONE_DAY
        if days.is_werkdag(day):
            counted += 1
            yield f"{long_date(day)} is werkdag {counted}."
        else:
            yield f"{long_date(day)} telt niet mee: {days.why_no_werkdag(day)}."


def _end(stand: TermijnStand, days: Kalender) -> Iterator[str]:
    """Tell where the count ends, and whether that moves because it is no werkdag."""
    duur = stand.loop.regel.duur
    counted = days.add(stand.start, duur.aantal, duur.eenheid)
    end = stand.loop.einde_zonder_verdaging
    if end != counted:
        day = counted
        while day < end:
            yield f"{long_date(day)} is geen werkdag: {days.why_no_werkdag(day)}."
            day += ONE_DAY
        yield (
            "omdat dit een recht van de klager is, schuift het einde op naar de eerstvolgende werkdag "
            f"({PRAKTIJKREGEL})."
        )
    yield from _end_that_stays(end, days)
    if stand.loop.verdagingen:
        yield f"zonder verdaging is de laatste dag van de termijn {long_date(end)}."
    else:
        yield f"de laatste dag van de termijn is {long_date(end)}."


def _end_that_stays(end: date, days: Kalender) -> Iterator[str]:
    if not days.is_werkdag(end):
        yield (
            f"dat is geen werkdag ({days.why_no_werkdag(end)}), maar het einde blijft staan: de Algemene termijnenwet "
            f"verlengt een termijn uit een reglement niet ({PRAKTIJKREGEL})."
        )


def _verdagingen(reglement: Reglement, stand: TermijnStand, days: Kalender) -> Iterator[str]:
    verdaging = stand.loop.regel.verdaging
    if verdaging is None or not stand.loop.verdagingen:
        return
    yield from quotes(reglement, verdaging)
    labels = {grond.sleutel: grond.label for grond in verdaging.gronden}
    for verdaagd in stand.loop.verdagingen:
        grond = labels.get(verdaagd.grond or "")
        because = f" vanwege {grond}" if grond else ""
        new_end = long_date(verdaagd.tot) if verdaagd.tot else ""
        yield f"op {long_date(verdaagd.datum)} is de termijn{because} verdaagd tot en met {new_end}."
    yield from _end_that_stays(stand.einde, days)
    yield f"de laatste dag van de termijn is nu {long_date(stand.einde)}."


def _streefdatum(stand: TermijnStand, days: Kalender) -> Iterator[str]:
    """Tell the day to aim for, and which days fall off on the way back to it from the end."""
    if stand.streefdatum is None:
        return
    regel = stand.loop.regel
    before = "voor" if regel.ontvangst else "op of voor"
    which, because = f"de laatste werkdag {before} het einde", ""
    if regel.ontvangst:
        because = f", zodat de klager het volgens {in_running_text(regel.vindplaats)} op tijd ontvangt"
    if stand.streefdatum == stand.einde:
        which = "het einde zelf"
        alone = regel.ontvangst or not days.is_werkdag(stand.einde)
        because = ", want daarvoor ligt geen werkdag meer in de termijn" if alone else ""
    back = (
        stand.einde - ONE_DAY * n
        for n in range(1 if regel.ontvangst else 0, (stand.einde - stand.start).days + 1)
    )
    for day in takewhile(lambda day: not days.is_werkdag(day), back):
        if day != stand.einde:  # that it is no werkdag has been told with the end
            yield f"voor de streefdatum valt {long_date(day)} af: {days.why_no_werkdag(day)}."
    yield f"de streefdatum is {long_date(stand.streefdatum)}, {which}{because} ({PRAKTIJKREGEL})."


def _outcome(stand: TermijnStand) -> Iterator[str]:
    """Tell what met the termijn or made it lapse, or that nothing did in time."""
    loop = stand.loop
    met, lapsed = loop.voldaan_door, loop.vervallen_door
    is_right = stand.voor == "klager"
    if met is not None and loop.is_met:
        done = "de klager heeft dit recht gebruikt" if is_right else "eraan is voldaan"
        yield f"{done} met {dated(met)}{_late(met, stand)}."
    elif lapsed is not None:
        rests_on = PRAKTIJKREGEL if lapsed.soort in _IN_NO_REGLEMENT else loop.regel.vindplaats
        yield f"de termijn is vervallen door {dated(lapsed)}{_late(lapsed, stand)} ({rests_on})."
    elif stand.status != "open":
        yield (
            "de klager heeft dit recht tot en met de laatste dag niet gebruikt."
            if is_right
            else "tot en met de laatste dag is er niet aan voldaan."
        )


def _late(gebeurtenis: Gebeurtenis, stand: TermijnStand) -> str:
    return ", na de laatste dag" if gebeurtenis.datum > stand.einde else ""


def _undone(feiten: DossierFeiten, stand: TermijnStand) -> Iterator[str]:
    """Tell that a closing did not make it lapse because the dossier was opened again."""
    loop = stand.loop
    ends = set(loop.regel.lapses_by).intersection(BEEINDIGEND)
    bounds = [0, *(ronde.stop for ronde in feiten.rondes[:-1])]
    for first, stop in pairwise(bounds):
        closed = [
            gebeurtenis
            for gebeurtenis in feiten.gebeurtenissen[first:stop]
            if gebeurtenis.soort in ends and gebeurtenis.datum >= stand.start
        ]
        if closed and stop > loop.start_position and not loop.is_met:
            yield (
                f"{dated(closed[0])} laat de termijn niet vervallen, want het dossier "
                f"is heropend op {long_date(feiten.gebeurtenissen[stop - 1].datum)} ({PRAKTIJKREGEL})."
            )


def _undecreed(einde: date, days: Kalender) -> Iterator[str]:
    if days.gelijkgestelde_dagen and einde.year > LAST_DECREED_YEAR:
        yield (
            f"de gelijkgestelde dagen na {LAST_DECREED_YEAR} zijn nog niet vastgesteld; worden zij dat wel, dan kan "
            "deze datum nog veranderen."
        )
