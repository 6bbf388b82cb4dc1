"""Termijnen as shown: on a dossier, in the calendar and in "Waarom deze datum?"."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TermijnSleutel:
    """Which termijn of a dossier: its key, its ref when it has one, else its ronde."""

    termijn: str
    ref: str | None
    ronde: int | None


@dataclass(frozen=True, slots=True)
class TermijnView:
    """A termijn as it stands on a day. `status` is its key, `status_label` what the screen says."""

    sleutel: TermijnSleutel
    label: str
    artikel: str
    """In words: "artikel 5.5"."""
    voor: str
    start: date
    einde: date
    streefdatum: date | None
    status: str
    status_label: str
    te_laat: bool
    open: bool
    voldaan_op: date | None
    verdaagbaar: bool


@dataclass(frozen=True, slots=True)
class Uitleg:
    """Why a date is what it is: the count in sentences, the article, and the rule as configured."""

    titel: str
    datum: date
    zinnen: tuple[str, ...]
    artikel: str
    citaat: str
    clausules: tuple[str, ...]
    toml: str
    """The lines of the reglement file that hold the rule."""


@dataclass(frozen=True, slots=True)
class KalenderItem:
    """Something in the calendar; `soort` is `streefdatum`, `einde` or `actiepunt`."""

    datum: date
    soort: str
    dossier_id: int
    nummer: str
    klager: str
    label: str
    te_laat: bool
    sleutel: TermijnSleutel | None = None


@dataclass(frozen=True, slots=True)
class KalenderDag:
    """A day of the month view; `feestdag` is its name when it is one."""

    datum: date
    in_maand: bool
    weekend: bool
    vandaag: bool
    feestdag: str | None
    items: tuple[KalenderItem, ...]


@dataclass(frozen=True, slots=True)
class KalenderMaand:
    """Whole weeks, Monday to Sunday, that cover one month."""

    jaar: int
    maand: int
    weken: tuple[tuple[KalenderDag, ...], ...]
