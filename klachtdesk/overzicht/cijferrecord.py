"""The record on which all figures rest: one a dossier, with days and keys only.

It holds no person and no text that somebody typed, so that it may outlive the destruction of its dossier. Keys are
those of the reglement and the forms; what they are called is looked up when a report is made.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND
from klachtdesk.reglement.kalender import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Mapping

HEROPENEND = ("heropend", "alsnog_in_behandeling")
"""The kinds that open a closed dossier again."""


@dataclass(frozen=True, slots=True)
class Wending:
    """A day on which a dossier was closed or opened again, and by which kind of gebeurtenis."""

    dag: date
    soort: str

    @property
    def sluit(self) -> bool:
        """Whether it closed the dossier."""
        return self.soort in BEEINDIGEND


TermijnUitkomst = Literal["gehaald", "te_laat", "vervallen", "loopt"]


@dataclass(frozen=True, slots=True)
class TermijnCijfer:
    """One run of a termijn of the office.

    `einde` is the last day, verdagingen included. `beslist` is the day on which it was met, or lapsed when not
    `gehaald`; None while neither happened. `verdaagd` counts the verdagingen, `toegelicht` those with a reason.
    """

    sleutel: str
    start: date
    einde: date
    beslist: date | None
    gehaald: bool
    verdaagd: int = 0
    toegelicht: int = 0

    @property
    def telt_op(self) -> date:
        """The day to which it is counted: that of the decision, or the first day on which it was late."""
        late = self.einde + ONE_DAY if self.einde < date.max else self.einde
        return late if self.beslist is None else min(self.beslist, late)

    @property
    def dagen(self) -> int | None:
        """The calendar days from its start to its being met; None while it was not."""
        return (self.beslist - self.start).days if self.beslist is not None and self.gehaald else None

    def uitkomst(self, peildatum: date) -> TermijnUitkomst:
        """Return what has become of it by the end of a day; what happened later is not known then."""
        if self.telt_op > peildatum:
            return "loopt"
        if self.beslist is None or self.beslist > self.einde:
            return "te_laat"
        return "gehaald" if self.gehaald else "vervallen"


@dataclass(frozen=True, slots=True)
class Rechtsgang:
    """A bezwaar within the office (`instantie` is empty) or a beroep before a body above it.

    `uitkomst` is what the uitspraak was, `ingetrokken`, or empty where nobody recorded it.
    """

    begonnen: date
    instantie: str = ""
    beslist: date | None = None
    uitkomst: str = ""


@dataclass(frozen=True, slots=True)
class Maatregel:
    """Something that was decided on and is to be carried out.

    `soort` is `actiepunt`, `consequentie` or `verbetermaatregel`; `aard` is `training` where it is one. `uitgevoerd`
    and `geevalueerd` are days; `uitkomst` is `effectief`, `deels` or `niet`.
    """

    soort: str
    besloten: date
    aard: str = ""
    uitgevoerd: date | None = None
    geevalueerd: date | None = None
    uitkomst: str = ""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the klacht with its own oordeel."""

    onderwerp: str
    gegrondheid: str


@dataclass(frozen=True)
class Cijferrecord:
    """What the figures need of one dossier.

    `versie` is the id of the version of its reglement, `binnen` the day on which it first came in (as a melding or as a
    klacht), `ontvangen` that of the klacht itself. `gehoord` and `afgezien` tell whether somebody was heard and whether
    somebody's hearing was waived. `eerste_reactie` is the first day on which the klager heard from the office.
    A key is empty, and a day None, when nothing was recorded.
    """

    jaar: int
    volgnummer: int
    reglement: str
    versie: int
    binnen: date
    ontvangen: date | None = None
    wendingen: tuple[Wending, ...] = ()
    termijnen: tuple[TermijnCijfer, ...] = ()
    kanaal: str = ""
    hoedanigheid: str = ""
    soort: str = ""
    uiting: str = ""
    onderwerpen: tuple[str, ...] = ()
    product: str = ""
    oorzaak: str = ""
    gegrondheid: str = ""
    onderdelen: tuple[Onderdeel, ...] = ()
    informeel: str = ""
    gronden: tuple[str, ...] = ()
    tevredenheid: str = ""
    overeenstemming: str = ""
    gehoord: bool = False
    afgezien: bool = False
    bezwaren: tuple[Rechtsgang, ...] = ()
    beroepen: tuple[Rechtsgang, ...] = ()
    doorverwezen: tuple[Rechtsgang, ...] = ()
    maatregelen: tuple[Maatregel, ...] = ()
    eerste_reactie: date | None = None
    herhaalde_klager: bool = False
    herhaalde_oorzaak: bool = False

    @property
    def nummer(self) -> str:
        """The kenmerk of the dossier, as in 2026-014."""
        return f"{self.jaar}-{self.volgnummer:03d}"

    @cached_property
    def looptijden(self) -> tuple[tuple[date, Wending | None], ...]:
        """The times in which it was open: from when, and what closed it; the last may be open still."""
        found: list[tuple[date, Wending | None]] = []
        since: date | None = self.binnen
        for wending in self.wendingen:
            if wending.sluit and since is not None:
                found.append((since, wending))
                since = None
            elif not wending.sluit and since is None:
                since = wending.dag
        return tuple(found) if since is None else (*found, (since, None))

    def is_open(self, day: date) -> bool:
        """Tell whether it was open at the end of a day; not before it came in."""
        return any(since <= day and (closed is None or closed.dag > day) for since, closed in self.looptijden)

    def closing(self, day: date) -> Wending | None:
        """Return what had closed it by the end of a day; None while it was open, or had not come in."""
        if self.is_open(day):
            return None
        return next(
            (closed for _since, closed in reversed(self.looptijden) if closed and closed.dag <= day), None
        )

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values, to be stored; what is empty is left out."""
        return {
            item.name: _plain(value)
            for item in fields(self)
            if (value := getattr(self, item.name)) not in (None, "", (), False)
        }


_PARTS: Mapping[str, type[Any]] = {
    "wendingen": Wending,
    "termijnen": TermijnCijfer,
    "onderdelen": Onderdeel,
    "bezwaren": Rechtsgang,
    "beroepen": Rechtsgang,
    "doorverwezen": Rechtsgang,
    "maatregelen": Maatregel,
}
_DAYS = frozenset(
    item.name
    for part in (*_PARTS.values(), Cijferrecord)
    for item in fields(part)
    if "date" in str(item.type)
)


def from_json(stored: Mapping[str, Any]) -> Cijferrecord:
    """Return the record that was stored; keys of a later version of the program are passed over."""
    return Cijferrecord(**_read(Cijferrecord, stored))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if type(value) in _PARTS.values():
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    return value


def _read(kind: type[Any], stored: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for item in fields(kind):
        if item.name in stored:
            values[item.name] = _value(item.name, stored[item.name])
    return values


def _value(name: str, value: Any) -> Any:
    if name in _PARTS and isinstance(value, list):
        part = _PARTS[name]
        return tuple(part(**_read(part, item)) for item in value)
    if name in _DAYS and isinstance(value, str):
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
