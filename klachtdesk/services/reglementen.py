"""The reglementen of the office: those that come with the program, and the versions kept in the kluis."""

import hashlib
import re
from datetime import date, datetime
from functools import cache, lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk import assets
from klachtdesk.errors import ReglementError
from klachtdesk.formulieren import Keuze
from klachtdesk.models import ReglementVersie
from klachtdesk.reglement.loading import load_praktijk, load_reglement
from klachtdesk.reglement.schema import Reglement
from klachtdesk.reglement.stappen import Praktijk
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.kluis import ReglementKeuze

_FOLDER = "reglementen"


def beschikbare_reglementen() -> tuple[ReglementKeuze, ...]:
    """Return the reglementen that come with the program, each with the office it was written for."""
    found = (_shipped(sleutel)[2] for sleutel in assets.names(_FOLDER, ".toml"))
    return tuple(ReglementKeuze(item.sleutel, item.naam, _kantoor_of(item)) for item in found)


def store_shipped(session: Session, sleutel: str, now: datetime) -> ReglementVersie:
    """Put a reglement that comes with the program in force from the first klacht on.

    Raises ReglementError when there is none with this key.
    """
    toml, tekst, reglement = _shipped(sleutel)
    return store_versie(session, reglement, toml, tekst, now.date(), now)


def store_versie(
    session: Session, reglement: Reglement, toml: str, tekst: str, van: date, now: datetime
) -> ReglementVersie:
    """Keep a reglement as it is from this day on; dossiers received before it keep theirs."""
    versie = ReglementVersie(
        sleutel=reglement.sleutel,
        sha256=hashlib.sha256(toml.encode()).hexdigest(),
        toml=toml,
        tekst=tekst,
        van_kracht=van,
        vastgelegd_op=now,
    )
    session.add(versie)
    session.flush()
    return versie


def shipped_texts(sleutel: str) -> tuple[str, str]:
    """Return the file and the text of a reglement that comes with the program; raises ReglementError."""
    toml, tekst, _reglement = _shipped(sleutel)
    return toml, tekst


def check_reglement(toml: str, tekst: str, *, bestand: str) -> Reglement:
    """Return what may become a reglement of the office as rules; raises ReglementError with every fault at once."""
    return load_reglement(toml, reglement_tekst=tekst, bestand=bestand, praktijk=_praktijk())


def versie_on(session: Session, day: date, reglement: str | None = None) -> ReglementVersie:
    """Return the version in force on a day; before the first one the first one counts.

    Where an office has several reglementen beside each other, `reglement` is the key of the one that is meant; without
    it the one that came into force last. Raises ReglementError for a key that the office does not have.
    """
    query = select(ReglementVersie).order_by(ReglementVersie.van_kracht, ReglementVersie.id)
    if reglement is not None:
        query = query.where(ReglementVersie.sleutel == reglement)
    versies = session.scalars(query).all()
    if not versies:
        raise ReglementError("Dit kantoor heeft dit reglement niet.", "Kies een ander reglement.")
    in_force = [versie for versie in versies if versie.van_kracht <= day]
    return in_force[-1] if in_force else versies[0]


def reglement_of(versie: ReglementVersie) -> Reglement:
    """Return a stored version as rules."""
    return _parsed(versie.toml, versie.tekst)


def form_choices(reglement: Reglement) -> dict[str, tuple[Keuze, ...]]:
    """Return the choices that forms take from the reglement."""
    return {
        "onderwerpen": tuple(Keuze(item.sleutel, item.label) for item in reglement.onderwerpen),
        "hoedanigheden": tuple(Keuze(item.sleutel, item.label) for item in reglement.hoedanigheden),
        "oorzaken": tuple(Keuze(item.sleutel, item.label) for item in reglement.oorzaken),
    }


@lru_cache(maxsize=32)
def _parsed(toml: str, tekst: str) -> Reglement:
    return load_reglement(toml, reglement_tekst=tekst, praktijk=_praktijk())


@cache
def _praktijk() -> Praktijk:
    return load_praktijk(assets.read_text("praktijk", "praktijk.toml"))


def _shipped(sleutel: str) -> tuple[str, str, Reglement]:
    known = assets.names(_FOLDER, ".toml")
    if sleutel not in known:
        raise ReglementError(
            f"Het reglement ‘{sleutel}’ is niet bekend.", f"Kies een van deze: {', '.join(known)}."
        )
    toml, tekst = assets.read_text(_FOLDER, f"{sleutel}.toml"), assets.read_text(_FOLDER, f"{sleutel}.txt")
    return toml, tekst, _parsed(toml, tekst)


def _kantoor_of(reglement: Reglement) -> KantoorView:
    kantoor = reglement.kantoor
    return KantoorView(
        naam=kantoor.naam,
        adres=kantoor.adres or "",
        postcode="",
        plaats="",
        telefoon=kantoor.telefoon or "",
        email=kantoor.email or "",
        website=kantoor.website or "",
    )


def termijn_lines(toml: str, sleutel: str) -> str:
    """Return the lines of a reglement file that hold one termijn, as they stand there."""
    blocks: list[list[str]] = [[]]
    for line in toml.splitlines():
        if line.startswith("[") and not line.startswith("[termijn."):
            blocks.append([])
        blocks[-1].append(line)
    wanted = re.compile(rf'sleutel\s*=\s*"{re.escape(sleutel)}"\s*(#.*)?')
    for block in blocks:
        if (
            block
            and block[0].strip() == "[[termijn]]"
            and any(wanted.fullmatch(line.strip()) for line in block)
        ):
            return "\n".join(block).rstrip()
    return ""
