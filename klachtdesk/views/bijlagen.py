"""Files that come in: as they were dropped, as they are listed, and what is proposed to do with them."""

from dataclasses import dataclass
from datetime import date, datetime

from klachtdesk.views.dossier import GebeurtenisKeuze, name_without_ending

MAX_BESTAND = 25 * 1024 * 1024
"""Bytes of one file at most."""

MAX_TOTAAL = 100 * 1024 * 1024
"""Bytes that come in at once at most, with what is taken out of a mail."""

MAX_BESTANDEN = 200
"""Files that come in at once at most, and attachments that are taken out of one mail."""


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file as it came in: what it is called and its bytes."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class BestandRegel:
    """A file that is about to be kept: its kind as its content shows, and what to beware of."""

    naam: str
    soort: str
    grootte: int
    """In bytes."""
    gevaar: str = ""
    """A sentence of warning; empty for what can't do harm."""


@dataclass(frozen=True, slots=True)
class BijlageRegel:
    """A file that is kept with a melding.

    `toonbaar` is `pdf`, `beeld`, `mail`, or empty for what is only saved elsewhere.
    """

    id: int
    naam: str
    opslaan_als: str
    """Its name as it is saved elsewhere, which is nobody's."""
    soort: str
    grootte: int
    toonbaar: str
    gevaar: str

    @property
    def naam_buiten(self) -> str:
        """What it is called where others can read it, such as in the title of a window."""
        return name_without_ending(self.opslaan_als)


@dataclass(frozen=True, slots=True)
class BijlageInhoud:
    """A file to look at, from memory; a mail is drawn as a `pdf` for that.

    `opmerkingen` tell what is in it that does not work here, such as programs.
    """

    naam: str
    inhoud: bytes
    toonbaar: str
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailView:
    """A mail among the files: enough to recognise it by."""

    van: str
    email: str
    datum: datetime | None
    onderwerp: str
    begin: str
    """Its first words."""
    bijlagen: int
    """How many files are in it."""


@dataclass(frozen=True, slots=True)
class MailTekst:
    """A mail as it is read: its head, its words, and the names of what is attached to it."""

    van: str
    aan: str
    datum: datetime | None
    onderwerp: str
    tekst: str
    bijlagen: tuple[str, ...]
    opmerkingen: tuple[str, ...]
    """Sentences on what could not be read."""


@dataclass(frozen=True, slots=True)
class DossierKeuze:
    """A dossier to put files in; `reden` says why it is proposed."""

    id: int
    nummer: str
    titel: str
    reden: str = ""


@dataclass(frozen=True, slots=True)
class PostVoorstel:
    """What was dropped, the mail among it, and the dossiers it may belong to, the likeliest first."""

    bestanden: tuple[BestandRegel, ...]
    mail: MailView | None
    dossiers: tuple[DossierKeuze, ...]
    opmerkingen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GelezenBestanden:
    """What was read from disk; `fouten` says of each that was not why, by name."""

    bestanden: tuple[Bestand, ...]
    fouten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OntvangstVoorstel:
    """How received post can be recorded in a dossier: the kinds of gebeurtenis, from whom and when."""

    keuzes: tuple[GebeurtenisKeuze, ...]
    persoon: str
    datum: date
