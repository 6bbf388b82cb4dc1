"""One dossier, whole."""

from dataclasses import dataclass
from datetime import date, datetime

from klachtdesk.formulieren import Keuze
from klachtdesk.views.stap import ProcedureView, RedenView
from klachtdesk.views.termijn import TermijnView


def name_without_ending(naam: str) -> str:
    """Return the name of a file without its ending; it may hold what no path can, such as a slash."""
    stem, _dot, ending = naam.rpartition(".")
    return stem or ending


@dataclass(frozen=True, slots=True)
class PersoonView:
    """Somebody in a dossier, and the part they play there."""

    id: int
    rol: str
    rol_label: str
    naam: str
    organisatie: str
    functie: str
    telefoon: str
    email: str
    afdeling: str = ""


@dataclass(frozen=True, slots=True)
class TijdlijnRegel:
    """One gebeurtenis on the tijdlijn; a replaced one stays visible, struck through."""

    id: int
    datum: date
    soort: str
    label: str
    details: tuple[tuple[str, str], ...]
    """Pairs of a field's label and its value."""
    document_id: int | None
    vastgelegd_door: str
    vastgelegd_op: datetime
    vervangen: bool
    waarden: tuple[tuple[str, str], ...] = ()
    """What was recorded as raw texts by field, to begin a correction with."""


@dataclass(frozen=True, slots=True)
class DocumentRegel:
    """A stored document. `actueel` is false for one that a later version replaced."""

    id: int
    soort: str
    titel: str
    gemaakt_op: datetime
    grootte: int
    """In bytes."""
    sha256: str
    actueel: bool
    bestandsnaam: str = ""
    """What a file from outside was called; empty for what was made here."""
    herkomst: str = "gemaakt"
    soort_bestand: str = "PDF"
    """What kind of file it is, as its content shows."""
    toonbaar: str = "pdf"
    """`pdf`, `beeld`, or empty for what is only saved elsewhere."""
    gevaar: str = ""
    """A sentence of warning; empty for what can't do harm."""
    opslaan_als: str = ""
    """Its name as it is saved elsewhere: the kind and the dossier, and nobody's name."""
    verwijderbaar: bool = False
    """Whether it was added from outside, and nothing on the tijdlijn rests on it."""
    brief: str = ""
    """The kind of gebeurtenis of which this is the letter, where a new version of it can be made."""
    teruggenomen: bool = False
    """Whether what rested on it was corrected away: it stays, and proves nothing any more."""

    @property
    def naam_buiten(self) -> str:
        """What it is called where others can read it, such as in the title of a window."""
        return name_without_ending(self.opslaan_als)


@dataclass(frozen=True, slots=True)
class BewaarView:
    """How long the dossier is kept, as it stands today."""

    status: str
    status_label: str
    tot: date | None
    reden: str | None


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything the dossier page shows."""

    id: int
    nummer: str
    titel: str
    status: str
    open: bool
    """Not closed, or opened again; `DossierRegel.loopt` is wider."""
    reglement: str
    personen: tuple[PersoonView, ...]
    termijnen: tuple[TermijnView, ...]
    tijdlijn: tuple[TijdlijnRegel, ...]
    documenten: tuple[DocumentRegel, ...]
    bewaren: BewaarView
    onderwerpen: tuple[str, ...]
    omschrijving: str
    wens: str
    ontvangen_op: date | None
    procedure: ProcedureView
    andere_reglementen: tuple[Keuze, ...] = ()
    """Under which other reglementen it can still be put; none once anything has happened in it."""


@dataclass(frozen=True, slots=True)
class GebeurtenisVeld:
    """A field that the dialog for a gebeurtenis asks for; `soort` as in the vocabulary."""

    sleutel: str
    label: str
    soort: str
    keuzes: tuple[tuple[str, str], ...]
    verplicht: bool
    voorstel: str = ""
    """What is meant most likely, as a raw text."""
    toelichting: str = ""
    """A word with the field: when it has to be filled in, or who can't be chosen and why."""


@dataclass(frozen=True, slots=True)
class GebeurtenisKeuze:
    """A kind of gebeurtenis with what it asks for; `redenen` say why it is not possible now, if it is not."""

    soort: str
    label: str
    velden: tuple[GebeurtenisVeld, ...]
    mogelijk: bool = True
    redenen: tuple[RedenView, ...] = ()
    fase: str = ""
