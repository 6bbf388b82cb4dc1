"""A mail that was taken apart, whatever program wrote it."""

from dataclasses import dataclass
from datetime import datetime

from klachtdesk.views.bijlagen import Bestand

MAX_TEKST = 200_000
"""Characters of a mail that are read: four times what fits on a form."""

VERSLEUTELD = (
    "De e-mail is versleuteld en kan hier niet worden gelezen. "
    "Open hem in uw mailprogramma en neem de tekst over."
)
ONDERTEKEND_INGEPAKT = (
    "De e-mail is ingepakt in een handtekening (S/MIME) en kan hier niet worden gelezen. "
    "Open hem in uw mailprogramma en neem de tekst over."
)
WINMAIL = (
    "De bijlagen zitten in het bestand winmail.dat, dat alleen Outlook kan uitpakken. "
    "Vraag de afzender zo nodig om ze opnieuw te sturen."
)
INGEKORT = (
    "De tekst van de e-mail is te lang; het begin is overgenomen. De hele e-mail is als bijlage bewaard."
)
GEEN_TEKST = "In de e-mail staat geen tekst."


@dataclass(frozen=True, slots=True)
class Adres:
    """Somebody's name and e-mail address; either can be empty."""

    naam: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Bericht:
    """What a mail says and holds. `datum` is in Dutch time, `opmerkingen` tell what could not be read."""

    van: Adres
    aan: tuple[Adres, ...]
    datum: datetime | None
    onderwerp: str
    tekst: str
    bijlagen: tuple[Bestand, ...]
    opmerkingen: tuple[str, ...]


def te_veel_bijlagen(aantal: int, gelezen: int) -> str:
    """Return the remark on a mail with more attachments than are taken out of it."""
    return (
        f"In de e-mail zitten {aantal} bijlagen; de eerste {gelezen} zijn eruit gehaald. "
        "De andere zitten nog in de e-mail zelf."
    )


def niet_uitgepakt(aantal: int) -> str:
    """Return the remark on attachments that could not be taken out."""
    wat = "Een bijlage kon" if aantal == 1 else f"{aantal} bijlagen konden"
    return f"{wat} niet uit de e-mail worden gehaald; de e-mail zelf is wel heel bewaard."
