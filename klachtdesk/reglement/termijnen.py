"""Derives the termijnen of a dossier: which run, until when, and what became of them.

What makes one reglement different from another stands in its file; the way of counting is the same for all.
Nothing here is stored: every date follows again from the gebeurtenissen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from klachtdesk.errors import GebeurtenisError
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND
from klachtdesk.reglement.kalender import ONE_DAY, Kalender, kalender

if TYPE_CHECKING:
    from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
    from klachtdesk.reglement.schema import Reglement, Termijn, Voor

Status = Literal[
    "open", "gehaald", "te_laat_gehaald", "vervallen", "te_laat_vervallen", "te_laat", "verlopen"
]  # fmt: skip


class Loop(NamedTuple):
    """One run of a termijn, before anything is said of its status.

    `start` is the date that is counted from; `start_position` is where its start event stands in the counting
    order. `until` is the start of its next ronde: what happens from then on can't meet this run.
    `voldaan_op` and `vervallen_op` are the first dates of meeting and of lapsing; both can be there.
    """

    regel: Termijn
    ref: str | None
    ronde: int | None
    start: date
    start_position: int
    einde_zonder_verdaging: date
    until: date | None = None
    voldaan_door: Gebeurtenis | None = None
    vervallen_door: Gebeurtenis | None = None
    verdagingen: tuple[Gebeurtenis, ...] = ()

    @property
    def einde(self) -> date:
        """The last day: that of the last verdaging, else the one counted."""
        return (self.verdagingen and self.verdagingen[-1].tot) or self.einde_zonder_verdaging

    @property
    def is_met(self) -> bool:
        """Whether meeting decides: it came first, or on the day of the lapsing."""
        met, lapsed = self.voldaan_door, self.vervallen_door
        return met is not None and (lapsed is None or met.datum <= lapsed.datum)


@dataclass(frozen=True, slots=True)
class TermijnStand:
    """A termijn as it stands on the peildatum; `ronde` is None where `ref` is not.

    `einde` is the last day, `streefdatum` the day to aim for (None for a right of the klager),
    `voldaan_op` the day on which it was met. `explanation.explain` tells how the dates came about.
    """

    loop: Loop
    einde: date
    streefdatum: date | None
    status: Status
    voldaan_op: date | None

    @property
    def termijn(self) -> str:
        """The key of the termijn in its reglement."""
        return self.loop.regel.sleutel

    @property
    def label(self) -> str:
        """Its Dutch name for the screen."""
        return self.loop.regel.label

    @property
    def ref(self) -> str | None:
        """What it is about, where it runs once for each ref."""
        return self.loop.ref

    @property
    def ronde(self) -> int | None:
        """The ronde in which it runs, from 1."""
        return self.loop.ronde

    @property
    def clausule(self) -> tuple[str, ...]:
        """The clauses it rests on."""
        return self.loop.regel.clausule

    @property
    def artikel(self) -> str:
        """The artikel it rests on, as the text numbers it."""
        return self.loop.regel.artikel

    @property
    def voor(self) -> Voor:
        """Whose it is: a duty of the kantoor, a right of the klager, or a signaal."""
        return self.loop.regel.voor

    @property
    def start(self) -> date:
        """The date that is counted from."""
        return self.loop.start


def derive_termijnen(
    reglement: Reglement, feiten: DossierFeiten, peildatum: date
) -> tuple[TermijnStand, ...]:
    """Return the termijnen of a dossier, sorted by einde, termijn, ref and ronde.

    The feiten must have been validated, and hold nothing after the peildatum.
    Raises GebeurtenisError when a termijn would end after the year 9999.
    """
    days = kalender(gelijkgestelde_dagen=reglement.gelijkgestelde_dagen)
    standen = [_stand(loop, days, peildatum) for loop in derive_loops(reglement, feiten)]
    standen.sort(key=lambda stand: (stand.einde, stand.termijn, stand.ref or "", stand.ronde or 0))
    return tuple(standen)


def derive_loops(reglement: Reglement, feiten: DossierFeiten) -> list[Loop]:
    """Return every run of every termijn, in the order of the reglement and of their starts."""
    days = kalender(gelijkgestelde_dagen=reglement.gelijkgestelde_dagen)
    loops: list[Loop] = []
    happened = feiten.posities.keys()
    for regel in reglement.termijnen:
        if happened.isdisjoint(regel.start):
            continue
        of_termijn = (_per_ref if regel.per_ref else _per_ronde)(regel, feiten, days)
        if of_termijn and regel.verdaagbaar and "verdaagd" in happened:
            of_termijn = _with_verdagingen(of_termijn, feiten)
        loops.extend(of_termijn)
    return loops


def _per_ronde(regel: Termijn, feiten: DossierFeiten, days: Kalender) -> list[Loop]:
    """Run it once in each ronde in which it finds a start; looked for backwards, as the next run bounds this one."""
    loops: list[Loop] = []
    until: date | None = None
    for number in range(len(feiten.rondes), 0, -1):
        position = _start_in(regel, feiten, number - 1)
        if position is not None:
            start = feiten.gebeurtenissen[position].datum
            loops.append(_loop(regel, feiten, days, position, start, ronde=number, until=until))
            until = start
    loops.reverse()
    return loops


def _start_in(regel: Termijn, feiten: DossierFeiten, index: int) -> int | None:
    """Return where the termijn starts in a ronde: the first of the most preferred kind that is in time."""
    ronde, closing = feiten.rondes[index], feiten.sluitingen[index]
    for soort in regel.start:
        position = feiten.first(soort, ronde)
        if position is not None and (closing is None or position <= closing or regel.na_afsluiten):
            return position
    return None


def _per_ref(regel: Termijn, feiten: DossierFeiten, days: Kalender) -> list[Loop]:
    """Run it once for each ref, counted from the latest of `rekent_vanaf` if there is one."""
    loops: list[Loop] = []
    for ronde, closing in zip(feiten.rondes, feiten.sluitingen, strict=True):
        last = ronde.stop if closing is None or regel.na_afsluiten else closing
        for position in ronde:
            gebeurtenis = feiten.gebeurtenissen[position]
            if gebeurtenis.soort not in regel.start or position > last:
                continue
            counted_from = [
                earlier.datum
                for earlier in feiten.gebeurtenissen
                if earlier.soort in regel.rekent_vanaf and earlier.datum <= gebeurtenis.datum
            ]
            start = max(counted_from, default=gebeurtenis.datum)
            loops.append(_loop(regel, feiten, days, position, start, ref=gebeurtenis.ref))
    return loops


def _loop(
    regel: Termijn,
    feiten: DossierFeiten,
    days: Kalender,
    position: int,
    start: date,
    *,
    ronde: int | None = None,
    ref: str | None = None,
    until: date | None = None,
) -> Loop:
    try:
        einde = days.add(start, regel.duur.aantal, regel.duur.eenheid)
        if regel.voor == "klager":
            einde = days.werkdag_on_or_after(einde)
    except OverflowError as error:
        gebeurtenis = feiten.gebeurtenissen[position]
        raise GebeurtenisError(
            f"Gebeurtenis {gebeurtenis.plaats}, datum: de termijn die hier begint, eindigt na het jaar 9999.",
            "Controleer de datum.",
            place=gebeurtenis.plaats,
            field="datum",
        ) from error
    return Loop(
        regel=regel,
        ref=ref,
        ronde=ronde,
        start=start,
        start_position=position,
        einde_zonder_verdaging=einde,
        until=until,
        voldaan_door=_first(feiten, regel.voldaan_door, start, until=until, ref=ref),
        vervallen_door=_first(feiten, regel.lapses_by, start, ref=ref, skip_undone=True),
    )


def _first(
    feiten: DossierFeiten,
    soorten: tuple[str, ...],
    start: date,
    *,
    until: date | None = None,
    ref: str | None = None,
    skip_undone: bool = False,
) -> Gebeurtenis | None:
    """Return the first gebeurtenis of these kinds on or after `start` and before `until`, with the same ref.

    With `skip_undone`, a closing that a later `heropend` undid does not count.
    """
    found: int | None = None
    known = feiten.posities
    reopened = known.get("heropend", (-1,))[-1]
    for soort in soorten:
        if soort not in known:
            continue
        for position in known[soort]:
            gebeurtenis = feiten.gebeurtenissen[position]
            if gebeurtenis.datum < start or (skip_undone and soort in BEEINDIGEND and position < reopened):
                continue
            if ref is not None and gebeurtenis.ref not in {None, ref}:
                continue
            if (until is None or gebeurtenis.datum < until) and (found is None or position < found):
                found = position
            break
    return None if found is None else feiten.gebeurtenissen[found]


def _with_verdagingen(loops: list[Loop], feiten: DossierFeiten) -> list[Loop]:
    """Give each verdaging of this termijn to the run that was the latest to start before it."""
    sleutel = loops[0].regel.sleutel
    for position in feiten.posities["verdaagd"]:
        verdaging = feiten.gebeurtenissen[position]
        started = [index for index, loop in enumerate(loops) if loop.start_position < position]
        if verdaging.termijn == sleutel and started:
            loop = loops[started[-1]]
            loops[started[-1]] = loop._replace(verdagingen=(*loop.verdagingen, verdaging))
    return loops


def _stand(loop: Loop, days: Kalender, peildatum: date) -> TermijnStand:
    einde = loop.einde
    is_met = loop.is_met
    decided = loop.voldaan_door if is_met else loop.vervallen_door
    late = (decided.datum if decided else peildatum) > einde
    return TermijnStand(
        loop=loop,
        einde=einde,
        streefdatum=_streefdatum(loop, einde, days),
        status=_status(loop.regel.voor, met=is_met, decided=decided is not None, late=late),
        voldaan_op=decided.datum if decided and is_met else None,
    )


def _streefdatum(loop: Loop, einde: date, days: Kalender) -> date | None:
    """Return the last werkdag on which it can be done, or early enough to be received in time."""
    if loop.regel.voor == "klager":
        return None
    if einde == date.min:
        return einde
    last = einde - ONE_DAY if loop.regel.ontvangst else einde
    return days.last_werkdag(last, not_before=loop.start) or einde


def _status(voor: Voor, *, met: bool, decided: bool, late: bool) -> Status:
    if met:
        if not late:
            return "gehaald"
        return "verlopen" if voor == "signaal" else "te_laat_gehaald"
    if not late:
        return "vervallen" if decided else "open"
    if voor != "kantoor":
        return "verlopen"
    return "te_laat_vervallen" if decided else "te_laat"
