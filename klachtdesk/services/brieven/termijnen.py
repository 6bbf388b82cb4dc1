"""The fields of a letter that are about time: what is still to come, and the last day for each of it."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from klachtdesk import assets
from klachtdesk.brieven.aanhef import naam_in_zin
from klachtdesk.brieven.waarden import Opsomming, Tabel, Waarde
from klachtdesk.dutch import capital, dutch_date
from klachtdesk.reglement.kalender import kalender
from klachtdesk.reglement.komend import KomendeStap, derive_komende_stappen
from klachtdesk.reglement.schema import Termijn
from klachtdesk.reglement.termijnen import TermijnStand, derive_termijnen
from klachtdesk.services.brieven.context import NOT_TYPED, BriefContext, place_of
from klachtdesk.services.stappen import PARTIJ_LABELS
from klachtdesk.services.status import behandelaar_of

_OUTCOME: Final = "oordeel_verzonden"
_CLOSING: Final = "afgehandeld"
_HEAD: Final = ("Wat er gaat gebeuren", "Wanneer")
_LATE: Final = "zo snel mogelijk"
_AIM: Final = "wij streven naar "


def termijn_fields(context: BriefContext) -> dict[str, Waarde]:
    """Return the fields that are about time."""
    return {
        "komende_stappen": _steps(context),
        **_due(context, "uitkomst", _OUTCOME),
        "uitkomst.verdaagbaar": _can_be_extended(context),
        **_due(context, "afhandeling", _CLOSING),
        **_verdaging(context),
        **_right(context),
        **_gevolgen(context),
    }


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    """Return how a letter tells of each kind of gebeurtenis."""
    return MappingProxyType(tomllib.loads(assets.read_text("brieven", "delen", "stappen.toml")))


def _steps(context: BriefContext) -> Waarde:
    """Return what is to come for the reader; without the column of days where there are none."""
    coming = derive_komende_stappen(context.reglement, context.feiten, context.datum)
    rows = dict(row for item in coming if (row := _row(item, context)))
    if not rows:
        return ""
    if not any(rows.values()):
        return Opsomming(tuple(rows))
    return Tabel(_HEAD, tuple(rows.items()))


def _row(item: KomendeStap, context: BriefContext) -> tuple[str, str] | None:
    words = _words().get(item.stap.gebeurtenis, {})
    sentence = words.get("betrokkene" if context.rol == "betrokkene" else "klager")
    if sentence is None:
        return None
    if words.get("zelf") and context.lezer is not None and item.persoon != str(context.lezer.id):
        return None
    sentence = str(sentence).replace("{door}", _who(item, context))
    return capital(sentence), _when(item, context)


def _who(item: KomendeStap, context: BriefContext) -> str:
    """Name who is to do it; the behandelaar by name, once there is one."""
    known = behandelaar_of(context.dossier) if item.stap.door == "behandelaar" else None
    return naam_in_zin(known or "") or PARTIJ_LABELS[item.stap.door]


def _when(item: KomendeStap, context: BriefContext) -> str:
    if item.termijn is None:
        return ""
    place = place_of(item.termijn.artikel)
    if item.uiterlijk is None:
        aim = _AIM if item.termijn.streven else ""
        return f"{aim}binnen {item.termijn.duur}{_after(item.termijn)} ({place})"
    if item.uiterlijk < context.datum:
        return _LATE
    aim = _AIM if _is_aim(item.termijn, context.running(item.termijn)) else ""
    return f"{aim}uiterlijk {dutch_date(item.uiterlijk)} ({place})"


def _after(regel: Termijn) -> str:
    """Tell from when a termijn will count, by the kind with which it would rather begin."""
    told = (_words().get(soort, {}).get("nadat") for soort in regel.start)
    return next((f" nadat {words}" for words in told if words), "")


def _due(context: BriefContext, name: str, soort: str) -> dict[str, Waarde]:
    """Return the last day for what this kind brings, with the termijn that says so."""
    regel = _own_termijn(context, soort, voor="kantoor")
    return {
        **_last_day(context, f"{name}.", regel),
        f"{name}.binnen": "" if regel is None else str(regel.duur),
        f"{name}.bron": "" if regel is None else place_of(regel.artikel),
    }


def _last_day(context: BriefContext, name: str, regel: Termijn | None) -> dict[str, Waarde]:
    """Return the last day of a termijn that is not met; apart where it has passed, for nobody promises such a day."""
    stand = None if regel is None else context.running(regel)
    if regel is None or stand is None or stand.status not in {"open", "te_laat"}:
        return {f"{name}uiterlijk": "", f"{name}te_laat": "", f"{name}streven": False}
    late = stand.einde < context.datum
    return {
        f"{name}uiterlijk": "" if late else stand.einde,
        f"{name}te_laat": stand.einde if late else "",
        f"{name}streven": _is_aim(regel, stand),
    }


def _is_aim(regel: Termijn, stand: TermijnStand | None) -> bool:
    """Tell whether the office strives for the last day; what it named in a verdaging it promised itself."""
    return regel.streven and (stand is None or not stand.loop.verdagingen)


def _can_be_extended(context: BriefContext) -> bool:
    regel = _own_termijn(context, _OUTCOME, voor="kantoor")
    return regel is not None and regel.verdaagbaar


def _own_termijn(context: BriefContext, soort: str, *, voor: str) -> Termijn | None:
    """Return the termijn that a kind of gebeurtenis meets in the first place."""
    return next(
        (
            regel
            for regel in context.reglement.termijnen
            if regel.voldaan_door[0] == soort and regel.voor == voor and not regel.per_ref
        ),
        None,
    )


def _verdaging(context: BriefContext) -> dict[str, Waarde]:
    """Return what a verdaging extends, from and until when, and why; what has to be typed and is not yet, as a gap."""
    if context.invoer.soort != "verdaagd":
        return dict.fromkeys(
            (f"verdaging.{key}" for key in ("termijn", "was", "tot", "reden", "grond", "bron")), ""
        )
    regel = _extended(context)
    verdaging = None if regel is None else regel.verdaging
    labels = {grond.sleutel: grond.label for grond in verdaging.gronden} if verdaging else {}
    return {
        "verdaging.termijn": "" if regel is None else regel.label,
        "verdaging.was": _until(context, regel) or "",
        "verdaging.tot": context.day("tot") or context.typed("tot") or NOT_TYPED,
        "verdaging.reden": context.typed("reden") or NOT_TYPED,
        "verdaging.grond": labels.get(context.typed("grond"), ""),
        "verdaging.bron": context.source(verdaging.artikel if verdaging else None),
    }


def _extended(context: BriefContext) -> Termijn | None:
    """Return the termijn that was chosen, or the only one that can be."""
    chosen = context.reglement.termijn_bij_sleutel.get(context.typed("termijn"))
    possible = [regel for regel in context.reglement.termijnen if regel.verdaagbaar]
    return chosen or (possible[0] if len(possible) == 1 else None)


def _until(context: BriefContext, regel: Termijn | None) -> date | None:
    """Return the last day of a termijn before this letter."""
    standen = derive_termijnen(context.reglement, context.voor, context.datum)
    found = [stand.einde for stand in standen if stand.loop.regel is regel]
    return found[-1] if found else None


def _right(context: BriefContext) -> dict[str, Waarde]:
    """Return until when the klager can make a bezwaar; nothing where the reglement has none, or it was made."""
    regel = _own_termijn(context, "bezwaar_ontvangen", voor="klager")
    stand = None if regel is None else context.running(regel)
    ruled = _own_termijn(context, "bezwaar_uitspraak_verzonden", voor="kantoor")
    return {
        "bezwaar.uiterlijk": stand.einde if stand is not None and stand.status == "open" else "",
        "bezwaar.binnen": "" if regel is None else str(regel.duur),
        "bezwaar.bron": "" if regel is None else place_of(regel.artikel),
        "bezwaar.uitspraak_verdaagbaar": ruled is not None and ruled.verdaagbaar,
        **_last_day(context, "bezwaar.uitspraak_", ruled),
    }


def _gevolgen(context: BriefContext) -> dict[str, Waarde]:
    """Return before when has to be done what follows from the outcome that this letter brings."""
    found = next(_counted_from_the_letter(context), None)
    if found is None:
        return {"gevolgen.binnen": "", "gevolgen.uiterlijk": "", "gevolgen.bron": ""}
    days = kalender(gelijkgestelde_dagen=context.reglement.gelijkgestelde_dagen)
    return {
        "gevolgen.binnen": str(found.duur),
        "gevolgen.uiterlijk": days.add(context.datum, found.duur.aantal, found.duur.eenheid),
        "gevolgen.bron": place_of(found.artikel),
    }


def _counted_from_the_letter(context: BriefContext) -> Iterator[Termijn]:
    for regel in context.reglement.termijnen:
        if context.invoer.soort in regel.rekent_vanaf:
            yield regel
