"""The measures of time for a quality mark: the first reaction, the termijnen, and what was said when it took longer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klachtdesk.overzicht.zaken import cases, dutch_day, share
from klachtdesk.reglement.kalender import ONE_DAY
from klachtdesk.views.keurmerk import AntwoordView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from klachtdesk.overzicht.assembly import Bron
    from klachtdesk.overzicht.cijferrecord import Cijferrecord, TermijnCijfer

_IN_TIME, _LATE = "op tijd", "te laat"
_WAITING, _NOT_YET = "loopt nog", "te laat, nog geen reactie"
_CLOSED = "gesloten, geen reactie vastgelegd"
_UITKOMSTEN = {"gehaald": _IN_TIME, "te_laat": _LATE, "vervallen": "vervallen", "loopt": _WAITING}


@dataclass(frozen=True, slots=True)
class Loop:
    """One run of a termijn of the office that ended in the period or still runs; `label` is the name of the termijn."""

    record: Cijferrecord
    cijfer: TermijnCijfer
    label: str
    uitkomst: str


def first_reaction(bron: Bron, dagen: int) -> AntwoordView:
    """Return within how many calendar days whoever complained heard from the office, of what came in newly.

    A dossier that was opened again is no new klacht. One that was closed before anybody reacted counts for neither.
    """
    beeld = bron.beelden[0]
    found = [geval.record for geval in beeld.binnengekomen if not geval.stroom.heropend]
    peil = beeld.periode.peil
    rows = [(record, _reaction(record, dagen, peil)) for record in _in_order(found)]
    counted = Counter(uitkomst for _record, uitkomst in rows)
    late = counted[_LATE] + counted[_NOT_YET]
    return AntwoordView(
        share(f"Een reactie binnen {dagen} dagen", counted[_IN_TIME], late),
        (
            ("Binnengekomen", str(len(rows))),
            (f"Reactie binnen {dagen} dagen", str(counted[_IN_TIME])),
            ("Later, of nog niet terwijl het had gemoeten", str(late)),
            ("Wacht nog, en is nog op tijd", str(counted[_WAITING])),
            ("Gesloten zonder dat een reactie is vastgelegd", str(counted[_CLOSED])),
        ),
        zaken=cases(
            ("Kenmerk", "Binnen", "Eerste reactie", "Dagen", "Uitkomst"),
            (_reaction_row(record, uitkomst) for record, uitkomst in rows),
            lambda row: row[-1] in {_LATE, _NOT_YET},
        ),
    )


def met_or_late(bron: Bron) -> AntwoordView:
    """Return what became of each termijn of the reglementen that ended in the period, or runs at its end."""
    runs = loops(bron)
    counted = Counter(run.uitkomst for run in runs)
    return AntwoordView(
        share("Op tijd", counted["gehaald"], counted["te_laat"]),
        (
            ("Afgelopen", str(len(runs) - counted["loopt"])),
            ("Op tijd", str(counted["gehaald"])),
            ("Te laat", str(counted["te_laat"])),
            ("Vervallen: de stap was niet meer nodig", str(counted["vervallen"])),
            ("Loopt nog", str(counted["loopt"])),
        ),
        zaken=cases(
            ("Kenmerk", "Termijn", "Vanaf", "Uiterlijk", "Gedaan", "Uitkomst", "Verdaagd"),
            (_run_row(run, bron.periode.peil) for run in runs),
            lambda row: _LATE in row,
        ),
    )


def explained_delay(bron: Bron) -> AntwoordView:
    """Return how many termijnen were extended, how many of those with a reason, and how many ran late without it."""
    runs = loops(bron)
    extended = [run for run in runs if run.cijfer.verdaagd]
    explained = [run for run in extended if _is_explained(run)]
    silent = [run for run in runs if run.uitkomst == "te_laat" and not run.cijfer.verdaagd]
    shown = [run for run in runs if run.cijfer.verdaagd or run.uitkomst == "te_laat"]
    unexplained = len(extended) - len(explained) + len(silent)
    return AntwoordView(
        share("Uitleg vastgelegd waar het langer duurde", len(explained), unexplained),
        (
            ("Verdaagd", str(len(extended))),
            ("Verdaagd, met vastgelegde reden", str(len(explained))),
            ("Verdaagd, zonder vastgelegde reden", str(len(extended) - len(explained))),
            ("Te laat zonder dat er is verdaagd", str(len(silent))),
        ),
        zaken=cases(
            ("Kenmerk", "Termijn", "Uiterlijk", "Gedaan", "Uitkomst", "Verdaagd", "Reden"),
            (_delay_row(run, bron.periode.peil) for run in shown),
            lambda row: row[-1] != "ja",
        ),
    )


def loops(bron: Bron) -> tuple[Loop, ...]:
    """Return the runs that the overview counts in this period, by kenmerk."""
    return tuple(run for record in _in_order(bron.records) for run in _runs_of(bron, record))


def _runs_of(bron: Bron, record: Cijferrecord) -> Iterator[Loop]:
    periode, labels = bron.beelden[0].periode, bron.labels
    lijn = labels.lijn_of(record.versie, record.reglement)
    for cijfer in record.termijnen:
        known = labels.termijnen.get((lijn, cijfer.sleutel))
        uitkomst = None if known is None else periode.uitkomst(cijfer)
        if known is not None and uitkomst is not None:
            yield Loop(record, cijfer, known[1].label, uitkomst)


def _reaction(record: Cijferrecord, dagen: int, peil: date) -> str:
    last = record.binnen + dagen * ONE_DAY
    reactie = record.eerste_reactie
    if reactie is not None and reactie <= peil:
        return _IN_TIME if reactie <= last else _LATE
    if record.closing(peil) is not None:
        return _CLOSED
    return _WAITING if peil <= last else _NOT_YET


def _reaction_row(record: Cijferrecord, uitkomst: str) -> tuple[str, ...]:
    reactie = record.eerste_reactie if uitkomst in {_IN_TIME, _LATE} else None
    days = "" if reactie is None else str((reactie - record.binnen).days)
    return record.nummer, dutch_day(record.binnen), dutch_day(reactie), days, uitkomst


def _run_row(run: Loop, peil: date) -> tuple[str, ...]:
    cijfer = run.cijfer
    return (
        run.record.nummer,
        run.label,
        dutch_day(cijfer.start),
        dutch_day(cijfer.einde),
        _done(cijfer, peil),
        _UITKOMSTEN[run.uitkomst],
        "ja" if cijfer.verdaagd else "nee",
    )


def _delay_row(run: Loop, peil: date) -> tuple[str, ...]:
    cijfer = run.cijfer
    reason = ("ja" if _is_explained(run) else "nee") if cijfer.verdaagd else ""
    times = f"{cijfer.verdaagd} keer" if cijfer.verdaagd else "nee"
    return (
        run.record.nummer,
        run.label,
        dutch_day(cijfer.einde),
        _done(cijfer, peil),
        _UITKOMSTEN[run.uitkomst],
        times,
        reason,
    )


def _done(cijfer: TermijnCijfer, peil: date) -> str:
    known = cijfer.gehaald and cijfer.beslist is not None and cijfer.beslist <= peil
    return dutch_day(cijfer.beslist) if known else ""


def _is_explained(run: Loop) -> bool:
    """Tell whether every verdaging of a termijn has its reason."""
    return run.cijfer.toegelicht >= run.cijfer.verdaagd


def _in_order(records: Iterable[Cijferrecord]) -> list[Cijferrecord]:
    return sorted(records, key=lambda record: (record.jaar, record.volgnummer))
