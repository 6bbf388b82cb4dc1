"""What a quality mark asks about klachten, and what klachtdesk can show of it: figures, and cases without names."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KeurmerkKeuze:
    """A quality mark to choose."""

    sleutel: str
    naam: str


@dataclass(frozen=True, slots=True)
class ZakenView:
    """Cases in a table: what stands above the columns, and a row each, by kenmerk. None of it names a person.

    `totaal` is how many cases there are; where that is more than there are rows, those that went wrong come first.
    """

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    totaal: int


@dataclass(frozen=True, slots=True)
class AntwoordView:
    """What klachtdesk can show: sentences, figures (what they count, and how many), and the cases they rest on."""

    zinnen: tuple[str, ...] = ()
    cijfers: tuple[tuple[str, str], ...] = ()
    zaken: ZakenView | None = None


@dataclass(frozen=True, slots=True)
class BewijsVraag:
    """A question with its answer; `elders` says where evidence lies that klachtdesk does not have."""

    tekst: str
    antwoord: AntwoordView
    elders: str


@dataclass(frozen=True, slots=True)
class BewijsView:
    """All questions of a quality mark over a period. `reglement` is empty for all of the office."""

    naam: str
    voluit: str
    reglement: str
    van: date
    tot: date
    label: str
    peildatum: date
    vragen: tuple[BewijsVraag, ...]
