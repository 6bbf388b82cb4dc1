"""A form with what is filled in, ready for the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from klachtdesk.formulieren import Formulier
from klachtdesk.views.bijlagen import Bestand

REGLEMENT = "reglement"
"""The raw key under which a melding keeps the reglement it falls under; no field, for most offices have just one."""


@dataclass(frozen=True, slots=True)
class MeldingReglement:
    """A reglement under which a melding can fall, and the meldingsformulier with its lists."""

    sleutel: str
    naam: str
    formulier: Formulier


@dataclass(frozen=True, slots=True)
class FormulierView:
    """A form with its raw values by raw key.

    `draft_id` is set when (part of) it was typed and not yet saved; then `bewaard_op` says when it was kept.
    """

    formulier: Formulier
    waarden: dict[str, str]
    dossier_id: int | None = None
    nummer: str | None = None
    draft_id: int | None = None
    bewaard_op: datetime | None = None
    vaste_sleutels: frozenset[str] = frozenset()
    """Raw keys that can't be changed here any more: they stand in a gebeurtenis that was recorded."""
    bijlagen: Sequence[Bestand] = ()
    """Of a draft that was thrown away: the files that were with it, to bring them back too."""
    reglementen: tuple[MeldingReglement, ...] = ()
    """Of a melding for which there is a choice: what it can fall under. What was chosen stands in `waarden`."""


@dataclass(frozen=True, slots=True)
class DraftRegel:
    """A form that was begun and not yet saved, as listed above the dossiers."""

    draft_id: int
    formulier: str
    titel: str
    dossier_id: int | None
    nummer: str | None
    begin: str
    """The first words of it, to recognise it by."""
    bewaard_op: datetime


@dataclass(frozen=True, slots=True)
class WijzigingRegel:
    """One earlier value of a field."""

    moment: datetime
    gebruiker: str
    veld: str
    oude_waarde: str
