"""Tells in whole Dutch sentences how the dates of a termijn came about; built only when somebody asks.

What no reglement says is called a "praktijkregel van klachtdesk", so that nobody takes it for an artikel.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from klachtdesk.reglement.gebeurtenissen import AFSLUITEND, BEEINDIGEND, SOORTEN
from klachtdesk.reglement.kalender import LAST_DECREED_YEAR, ONE_DAY, Kalender, in_words, kalender
from klachtdesk.reglement.parts import PRAKTIJKREGEL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klachtdesk.reglement.bewaartermijn import BewaarStand
    from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
    from klachtdesk.reglement.schema import Duur, Reglement, Rule
    from klachtdesk.reglement.termijnen import TermijnStand


def explain(reglement: Reglement, feiten: DossierFeiten, stand: TermijnStand) -> tuple[str, ...]:
    """Return why a termijn has these dates and this status, a sentence each, in the order of reasoning."""
    days = kalender(gelijkgestelde_dagen=reglement.gelijkgestelde_dagen)
    sentences = [
        *_quotes(reglement, stand.loop.regel),
        *_start(feiten, stand),
        *_count(stand.start, stand.loop.regel.duur, days),
        *_end(stand, days),
        *_verdagingen(reglement, stand),
        *_streefdatum(stand),
        *_outcome(stand),
        *_undone(feiten, stand),
        *_undecreed(stand.einde, days),
    ]
    return tuple(sentence[0].upper() + sentence[1:] for sentence in sentences)


def explain_bewaren(
    reglement: Reglement, stand: BewaarStand, *, gekozen: Duur | None = None
) -> tuple[str, ...]:
    """Return until when a dossier is kept and why; `gekozen` is the duur that the office chose, if it did."""
    regel = reglement.bewaartermijn
    sentences = list(_quotes(reglement, regel))
    if stand.reden is not None:
        sentences.append(stand.reden)
    duur = regel.duur or gekozen
    if stand.vanaf is not None and stand.tot is not None and duur is not None:
        if gekozen is not None:
            sentences.append(f"Het kantoor koos een bewaartermijn van {gekozen}.")
        if stand.reden is None:
            sentences.append(f"De bewaartermijn van {duur} telt vanaf {in_words(stand.vanaf)}.")
        sentences.append(f"De laatste dag waarop het dossier wordt bewaard, is {in_words(stand.tot)}.")
    sentences.extend(_BLOCKED[name] for name in stand.geblokkeerd_door)
    return tuple(sentences)


_BLOCKED = {
    "bezwaar": "Er loopt nog een bezwaar: het dossier mag niet worden vernietigd.",
    "beroep": "Er loopt nog een beroep: het dossier mag niet worden vernietigd.",
    "opgeschort": "De vernietiging is opgeschort.",
}


def _quotes(reglement: Reglement, regel: Rule) -> Iterator[str]:
    for words in regel.citaat:
        yield f"{reglement.naam}, {regel.vindplaats}: “{' '.join(words.split())}”"


def _label(gebeurtenis: Gebeurtenis) -> str:
    return f"“{SOORTEN[gebeurtenis.soort].label}”"


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
    yield f"de termijn begint met {_label(started_by)} op {in_words(started_by.datum)}."
    if counted_from is not started_by:
        yield (
            f"hij telt vanaf {_label(counted_from)} op {in_words(counted_from.datum)}, want daaruit volgt wat er "
            "gebeuren moet."
        )
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
            yield f"week {week} loopt tot en met {in_words(days.add(start, week, 'weken'))}."
    elif duur.eenheid != "dagen" and end.day != start.day:
        yield f"{duur} na {in_words(start)} is {in_words(end)}, de laatste dag van die maand."
    else:
        yield f"{duur} na {in_words(start)} is {in_words(end)}."


def _count_werkdagen(start: date, aantal: int, days: Kalender) -> Iterator[str]:
    if aantal == 0:
        yield f"het moet dezelfde dag: {in_words(start)}."
    day, counted = start, 0
    while counted < aantal:
        day += ONE_DAY
        if days.is_werkdag(day):
            counted += 1
            yield f"{in_words(day)} is werkdag {counted}."
        else:
            yield f"{in_words(day)} telt niet mee: {days.why_no_werkdag(day)}."


def _end(stand: TermijnStand, days: Kalender) -> Iterator[str]:
    """Tell where the count ends, and whether that moves because it is no werkdag."""
    duur = stand.loop.regel.duur
    counted = days.add(stand.start, duur.aantal, duur.eenheid)
    end = stand.loop.einde_zonder_verdaging
    if end != counted:
        day = counted
        while day < end:
            yield f"{in_words(day)} is geen werkdag: {days.why_no_werkdag(day)}."
            day += ONE_DAY
        yield (
            "omdat dit een recht van de klager is, schuift het einde op naar de eerstvolgende werkdag "
            f"({PRAKTIJKREGEL})."
        )
    elif not days.is_werkdag(end):
        yield (
            f"dat is geen werkdag ({days.why_no_werkdag(end)}), maar het einde blijft staan: de Algemene termijnenwet "
            f"verlengt een termijn uit een reglement niet ({PRAKTIJKREGEL})."
        )
    yield f"de laatste dag van de termijn is {in_words(end)}."


def _verdagingen(reglement: Reglement, stand: TermijnStand) -> Iterator[str]:
    verdaging = stand.loop.regel.verdaging
    if verdaging is None or not stand.loop.verdagingen:
        return
    yield from _quotes(reglement, verdaging)
    labels = {grond.sleutel: grond.label for grond in verdaging.gronden}
    for verdaagd in stand.loop.verdagingen:
        grond = labels.get(verdaagd.grond or "")
        because = f" vanwege {grond}" if grond else ""
        new_end = in_words(verdaagd.tot) if verdaagd.tot else ""
        yield f"op {in_words(verdaagd.datum)} is de termijn{because} verdaagd tot en met {new_end}."


def _streefdatum(stand: TermijnStand) -> Iterator[str]:
    if stand.streefdatum is None:
        return
    regel = stand.loop.regel
    which = (
        "de laatste werkdag voor het einde" if regel.ontvangst else "de laatste werkdag op of voor het einde"
    )
    if stand.streefdatum == stand.einde:
        which = "het einde zelf"
    because = (
        f", zodat de klager het volgens {regel.vindplaats} op tijd ontvangt"
        if regel.ontvangst and stand.streefdatum < stand.einde
        else ""
    )
    yield f"de streefdatum is {in_words(stand.streefdatum)}, {which}{because} ({PRAKTIJKREGEL})."


def _outcome(stand: TermijnStand) -> Iterator[str]:
    """Tell what met the termijn or made it lapse; a closing makes it lapse though no reglement says so."""
    loop = stand.loop
    met, lapsed = loop.voldaan_door, loop.vervallen_door
    if met is not None and loop.is_met:
        late = ", na het einde" if met.datum > stand.einde else ""
        yield f"eraan is voldaan met {_label(met)} op {in_words(met.datum)}{late}."
    elif lapsed is not None:
        rests_on = PRAKTIJKREGEL if lapsed.soort in AFSLUITEND else loop.regel.vindplaats
        late = ", na het einde" if lapsed.datum > stand.einde else ""
        yield f"de termijn is vervallen door {_label(lapsed)} op {in_words(lapsed.datum)}{late} ({rests_on})."
    elif stand.status != "open":
        yield "voor het einde is er niet aan voldaan."


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
                f"{_label(closed[0])} op {in_words(closed[0].datum)} laat de termijn niet vervallen, want het dossier "
                f"is heropend op {in_words(feiten.gebeurtenissen[stop - 1].datum)} ({PRAKTIJKREGEL})."
            )


def _undecreed(einde: date, days: Kalender) -> Iterator[str]:
    if days.gelijkgestelde_dagen and einde.year > LAST_DECREED_YEAR:
        yield (
            f"de gelijkgestelde dagen na {LAST_DECREED_YEAR} zijn nog niet vastgesteld; worden zij dat wel, dan kan "
            "deze datum nog veranderen."
        )
