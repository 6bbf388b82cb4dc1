"""The overview in sentences, made from its figures: what a directeur reads first, and may be all there is time for."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from klachtdesk.documenten.overzicht_woorden import (
    UNKNOWN,
    all_of,
    days,
    hides_much,
    is_running,
    is_to_come,
    number,
    row_of,
    rows_of,
    tabel_of,
    then,
    total_of,
    verb,
    within,
    year_before,
)
from klachtdesk.dutch import capital, dutch_date, dutch_number, in_a_row
from klachtdesk.views.overzicht import Cel, OverzichtView, PeriodeView, RijView

_FEW: Final = 10
"""With fewer dossiers than this, the one at the 90th percentile is the longest of all."""

_MOST_NAMED: Final = 3
"""When more rows than this share the first place, naming them says nothing."""


def samenvatting(overzicht: OverzichtView) -> tuple[str, ...]:
    """Return the overview in a handful of whole sentences; every number in them stands in a table too."""
    if is_to_come(overzicht):
        return ("Deze periode moet nog beginnen; er zijn nog geen cijfers.",)
    stock = overzicht.voorraad[0]
    nothing = stock.binnengekomen.aantal == 0 and stock.begin.aantal == 0
    return tuple(zin for part in (_OF_NOTHING if nothing else _PARTS) for zin in part(overzicht))


def _nothing(overzicht: OverzichtView) -> Iterator[str]:
    when, ended = capital(overzicht.perioden[0].in_een_zin), "" if is_running(overzicht) else " meer"
    none = f"{when} kwam er geen enkele klacht of melding binnen{_so_far(overzicht)}"
    yield f"{none}, en er liep er ook geen{ended}."


def _came_in(overzicht: OverzichtView) -> Iterator[str]:
    now, before = overzicht.voorraad[0].binnengekomen, year_before(overzicht)
    words = f"{capital(overzicht.perioden[0].in_een_zin)} {_came(now)} binnen{_so_far(overzicht)}"
    if before is not None:
        earlier = overzicht.voorraad[1].binnengekomen
        compare = _in_total if is_running(overzicht) else _compared
        words += compare(now, earlier, before)
    yield f"{words}."


def _came(cel: Cel) -> str:
    if cel.aantal == 0:
        return "kwam er geen enkele klacht of melding"
    if cel.aantal == 1:
        return "kwam 1 klacht of melding"
    return f"kwamen {number(cel)} klachten en meldingen"


def _compared(now: Cel, before: Cel, periode: PeriodeView) -> str:
    when = then(periode)
    if now.aantal is None or before.aantal is None:
        return f", tegen {number(before)} {when}"
    if now.aantal == before.aantal:
        return f", {'evenveel' if now.aantal else 'net'} als {when}"
    more = now.aantal - before.aantal
    return f", {dutch_number(abs(more))} {'meer' if more > 0 else 'minder'} dan {when}"


def _in_total(_now: Cel, before: Cel, periode: PeriodeView) -> str:
    """Say how many came in in the whole of an earlier period, beside one that still runs."""
    return f"; {then(periode)} {verb(before, 'was', 'waren')} dat er in totaal {number(before)}"


def _stock(overzicht: OverzichtView) -> Iterator[str]:
    now = overzicht.voorraad[0]
    if any(map(hides_much, (now.begin, now.afgesloten, now.eind))):
        return
    opened = f"Aan het begin {verb(now.begin, 'liep', 'liepen')} er {number(now.begin)}"
    closed = f"er {verb(now.afgesloten, 'is', 'zijn')} er {number(now.afgesloten)} afgesloten"
    ended = f"op {_day(overzicht)}" if is_running(overzicht) else "aan het eind"
    running = f"nog {number(now.eind)}" if now.eind.aantal != 0 else "geen meer"
    yield f"{opened}, {closed}, en {ended} {verb(now.eind, 'liep', 'liepen')} er {running}."


def _subjects(overzicht: OverzichtView) -> Iterator[str]:
    yield from _most(
        overzicht,
        "onderwerp",
        "Het ging over {wat}.",
        "Het vaakst ging het over {wat} ({hoeveel}).",
        "Geen onderwerp kwam vaker dan {keer} keer voor.",
    )


def _causes(overzicht: OverzichtView) -> Iterator[str]:
    yield from _most(
        overzicht,
        "oorzaak",
        "De oorzaak was {wat}.",
        "De oorzaak was het vaakst {wat} ({hoeveel}).",
        "Geen oorzaak kwam vaker dan {keer} keer voor.",
    )


def _most(overzicht: OverzichtView, sleutel: str, one: str, most: str, none: str) -> Iterator[str]:
    """Name the row or rows with the most; nothing when that can't be told from what may be shown."""
    rows = [row for row in rows_of(overzicht, sleutel) if row.sleutel != UNKNOWN]
    known = [row for row in rows if row.cellen[0].aantal]
    if not known or any(hides_much(row.cellen[0]) for row in rows):
        return
    highest = max(row.cellen[0].aantal or 0 for row in known)
    top = [row for row in known if row.cellen[0].aantal == highest]
    total = total_of(overzicht, sleutel).aantal
    if total == 1:
        yield one.format(wat=_quoted(top))
    elif len(top) > _MOST_NAMED or (highest == 1 and len(top) > 1):
        yield none.format(keer=dutch_number(highest))
    else:
        each = f"elk {dutch_number(highest)}" if len(top) > 1 else dutch_number(highest)
        much = each if total is None else f"{each} van de {dutch_number(total)}"
        yield most.format(wat=_quoted(top), hoeveel=much)


def _verdicts(overzicht: OverzichtView) -> Iterator[str]:
    rows = [row for row in rows_of(overzicht, "uitkomst") if row.sleutel != UNKNOWN]
    given = [row for row in rows if row.cellen[0].aantal != 0]
    if not _can_be_told(given):
        return
    if [row.cellen[0].aantal for row in given] == [1]:
        yield f"Het enige oordeel was: {given[0].label.lower()}."
    else:
        told = [f"{number(row.cellen[0])} keer {row.label.lower()}" for row in given]
        yield f"Het oordeel was {in_a_row(told)}."


def _can_be_told(rows: Sequence[RijView]) -> bool:
    """Tell whether counts can be listed: one of them at least is shown, and the others are not hidden for its sake."""
    counts = [row.cellen[0] for row in rows]
    return any(cel.aantal for cel in counts) and not any(map(hides_much, counts))


def _time(overzicht: OverzichtView) -> Iterator[str]:
    figures = [rij.perioden[0] for rij in overzicht.termijnen]
    counts = [(item.gehaald.aantal, item.te_laat.aantal) for item in figures]
    if any(None in pair for pair in counts):
        return
    met, late = (sum(pair[place] or 0 for pair in counts) for place in (0, 1))
    if met + late == 1:
        yield f"De enige termijn die gehaald moest worden, is {'gehaald' if met else 'niet gehaald'}."
    elif met and not late:
        yield f"{all_of(met)} termijnen die gehaald moesten worden, zijn gehaald."
    elif late:
        were = "was er 1" if late == 1 else f"waren er {dutch_number(late)}"
        yield f"Van de {dutch_number(met + late)} termijnen die gehaald moesten worden, {were} te laat."


def _length(overzicht: OverzichtView) -> Iterator[str]:
    duur = overzicht.doorlooptijd[0]
    count, half, most = duur.aantal.aantal, duur.mediaan, duur.p90
    if not count or half.waarde is None or most.waarde is None:
        return
    if count == 1:
        yield f"Wat is afgesloten, was {f'na {days(half)}' if half.waarde else 'op de dag zelf'} klaar."
    elif half.waarde == most.waarde:
        what = "Alles wat is afgesloten, was" if count < _FEW else "Negen van de tien dossiers waren"
        yield f"{what} klaar {within(most)}."
    else:
        rest = f"; negen van de tien {within(most)}"
        if count < _FEW:  # outside the directie the longest is somebody's
            rest = "" if overzicht.publiek else f"; het langst duurde {days(most)}"
        yield f"De helft van wat is afgesloten, was klaar {within(half)}{rest}."


def _satisfaction(overzicht: OverzichtView) -> Iterator[str]:
    content, not_content = (row_of(overzicht, "tevredenheid", key) for key in ("tevreden", "niet_tevreden"))
    if content.aantal is None or not_content.aantal is None:
        return
    asked = content.aantal + not_content.aantal
    if asked == 1:
        yield f"De enige klager die het liet weten, was {'' if content.aantal else 'niet '}tevreden."
    elif asked and not not_content.aantal:
        yield f"{all_of(asked)} klagers die het lieten weten, waren tevreden."
    elif asked:
        were = verb(content, "was", "waren")
        yield f"Van de {dutch_number(asked)} klagers die het lieten weten, {were} er {number(content)} tevreden."


def _after(overzicht: OverzichtView) -> Iterator[str]:
    bezwaar, beroep = row_of(overzicht, "bezwaar", "ontvangen"), total_of(overzicht, "beroep")
    if hides_much(bezwaar) or hides_much(beroep):
        return
    objected = (
        f"Er is {number(bezwaar)} keer bezwaar gemaakt" if bezwaar.aantal != 0 else "Niemand maakte bezwaar"
    )
    if tabel_of(overzicht, "beroep") is None:
        yield f"{objected}."
        return
    went = f"{number(beroep)} keer stapte iemand" if beroep.aantal != 0 else "niemand stapte"
    both = ", en" if bezwaar.aantal == 0 == beroep.aantal else ";"
    yield f"{objected}{both} {went} naar een instantie buiten het kantoor."


def _after_all(overzicht: OverzichtView) -> Iterator[str]:
    """Say what came of klachten of earlier, where anything did."""
    if row_of(overzicht, "bezwaar", "ontvangen").aantal or total_of(overzicht, "beroep").aantal:
        yield from _after(overzicht)


def _measures(overzicht: OverzichtView) -> Iterator[str]:
    decided = row_of(overzicht, "maatregel", "verbetermaatregel.besloten")
    if decided.aantal != 0 and not hides_much(decided):
        yield f"Er {_measures_were(decided)} vastgesteld."
    judged = total_of(overzicht, "maatregel_uitkomst")
    if not judged.aantal:
        return
    rows = [row for row in rows_of(overzicht, "maatregel_uitkomst") if row.cellen[0].aantal != 0]
    told = [f"{number(row.cellen[0])} {_effect(row)}" for row in rows]
    words = f"Er {_measures_were(judged)} geëvalueerd"
    if judged.aantal == 1:
        words += f": {_effect(rows[0])}"
    elif _can_be_told(rows):
        words += f": {in_a_row(told)}"
    yield f"{words}."


def _effect(row: RijView) -> str:
    return "zonder uitkomst" if row.sleutel == UNKNOWN else row.label.lower()


def _measures_were(cel: Cel) -> str:
    return "is 1 verbetermaatregel" if cel.aantal == 1 else f"zijn {number(cel)} verbetermaatregelen"


def _so_far(overzicht: OverzichtView) -> str:
    return f", tot en met {_day(overzicht)}" if is_running(overzicht) else ""


def _day(overzicht: OverzichtView) -> str:
    """Return the day up to which the figures go; its year only where the period has several."""
    day, periode = overzicht.peildatum, overzicht.perioden[0]
    return dutch_date(day).removesuffix(f" {day.year}" if periode.van.year == periode.tot.year else "")


def _quoted(rows: Sequence[RijView]) -> str:
    return in_a_row([f"“{row.label}”" for row in rows])


_Part = Callable[[OverzichtView], Iterator[str]]
_PARTS: Final[tuple[_Part, ...]] = (
    _came_in, _stock, _subjects, _causes, _verdicts, _time, _length, _satisfaction, _after, _measures,
)  # fmt: skip
_OF_NOTHING: Final[tuple[_Part, ...]] = (_nothing, _after_all, _measures)
