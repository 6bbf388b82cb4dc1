"""The reglementen of the office: those that come with the program, and the versions kept in the kluis."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk import assets
from klachtdesk.errors import ReglementError
from klachtdesk.formulieren import Keuze
from klachtdesk.models import Kantoor, ReglementVersie
from klachtdesk.reglement.loading import load_praktijk, load_reglement
from klachtdesk.reglement.schema import Reglement
from klachtdesk.reglement.stappen import Praktijk
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.kluis import ReglementKeuze

_FOLDER = "reglementen"

Line = tuple[ReglementVersie, ...]
"""The versions of one reglement, in the order in which they came into force; never empty."""


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
    session: Session,
    reglement: Reglement,
    toml: str,
    tekst: str,
    van: date,
    now: datetime,
    *,
    vervangt: str = "",
) -> ReglementVersie:
    """Keep a reglement as it is from this day on; dossiers received before it keep theirs.

    `vervangt` is the key of another reglement whose place it takes; without it, it stands beside the others.
    """
    versie = ReglementVersie(
        sleutel=reglement.sleutel,
        sha256=hashlib.sha256(toml.encode()).hexdigest(),
        toml=toml,
        tekst=tekst,
        vervangt=vervangt,
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
    it the main one. Raises ReglementError for a key that the office does not have.
    """
    found = lines(session)
    line = next((item for item in found if reglement is None or reglement in keys_of(item)), None)
    if line is None:
        raise ReglementError("Dit kantoor heeft dit reglement niet.", "Kies een ander reglement.")
    return _latest(line, day) or line[0]


def known_versie(session: Session, sleutel: str, day: date) -> ReglementVersie | None:
    """Return the version in force on a day of a reglement that the office has; None for one that it does not have."""
    if sleutel not in set(session.scalars(select(ReglementVersie.sleutel))):
        return None
    return versie_on(session, day, sleutel)


def versies_on(session: Session, day: date) -> tuple[ReglementVersie, ...]:
    """Return the version of each reglement under which a klacht of this day can fall, that of the main one first."""
    main, *beside = lines(session)
    latest = [_latest(line, day) for line in beside]
    in_use = [item for item in latest if item is not None and (item.tot is None or day <= item.tot)]
    return (_latest(main, day) or main[0], *in_use)


def lines(session: Session) -> tuple[Line, ...]:
    """Return the reglementen that stand beside each other, the main one first.

    A version is in one line with those of its own key, and with those of the key whose place it takes.
    """
    versies = session.scalars(select(ReglementVersie).order_by(ReglementVersie.id)).all()
    roots = _roots((item.sleutel, item.vervangt) for item in versies)
    found: dict[str, list[ReglementVersie]] = {}
    for item in versies:
        found.setdefault(roots[item.sleutel], []).append(item)
    chosen = session.scalar(select(Kantoor.hoofdreglement)) or ""
    main = roots.get(chosen, next(iter(found), ""))
    ordered = sorted(found, key=lambda root: root != main)  # stable: the others stay as they came
    return tuple(tuple(sorted(found[root], key=lambda item: (item.van_kracht, item.id))) for root in ordered)


def keys_of(line: Line) -> frozenset[str]:
    """Return the keys under which the versions of a line are known."""
    return frozenset(item.sleutel for item in line)


def names_beside(session: Session) -> dict[str, str]:
    """Return what each reglement is called, by key; nothing where the office never had more than one beside it."""
    found = lines(session)
    several = found if len(found) > 1 else ()
    return {item.sleutel: reglement_of(item).naam for line in several for item in line}


def same_line(session: Session, sleutel: str) -> frozenset[str]:
    """Return the keys of all reglementen that are in one line with this one, itself included."""
    rows = session.execute(
        select(ReglementVersie.sleutel, ReglementVersie.vervangt).order_by(ReglementVersie.id)
    )
    roots = _roots((row.sleutel, row.vervangt) for row in rows)
    return frozenset(key for key, root in roots.items() if root == roots.get(sleutel)) | {sleutel}


def _roots(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each key the key with which its line began, from (key, whose place it takes) in order of storing."""
    roots: dict[str, str] = {}
    for sleutel, vervangt in pairs:
        roots.setdefault(sleutel, roots.get(vervangt, sleutel))
    return roots


def _latest(line: Line, day: date) -> ReglementVersie | None:
    return next((item for item in reversed(line) if item.van_kracht <= day), None)


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
