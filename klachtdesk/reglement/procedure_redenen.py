"""A reason why something is not possible: a whole Dutch sentence, and the artikel or practice it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from klachtdesk.dutch import capital, in_a_row
from klachtdesk.reglement.invulvelden import INVULVELDEN
from klachtdesk.reglement.parts import PRAKTIJKREGEL, vindplaats_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klachtdesk.reglement.parts import PracticeOrRule, Rule
    from klachtdesk.reglement.stappen import Eis

    RestsOn = Eis | PracticeOrRule | Rule


@dataclass(frozen=True, slots=True)
class Reden:
    """Why a stap is not possible (yet).

    `zin` names the artikel itself, or says that it is a praktijkregel. `velden` are the keys of what has to be filled
    in, `persoon` the key of whom it is about. What is `vast` not even the directie can set aside: it would contradict
    what was recorded, or hurt the independence.
    """

    zin: str
    clausule: tuple[str, ...] = ()
    artikel: str | None = None
    velden: tuple[str, ...] = ()
    persoon: str | None = None
    vast: bool = False


def reden(
    zin: str,
    rests_on: RestsOn | None = None,
    *,
    velden: tuple[str, ...] = (),
    persoon: str | None = None,
    vast: bool = False,
) -> Reden:
    """Return a reason; the sentence gets its capital here, and before its full stop the place it rests on."""
    zin = capital(zin)
    if rests_on is None:
        return Reden(zin, velden=velden, persoon=persoon, vast=vast)
    zin = f"{zin.removesuffix('.')} ({_place(rests_on.artikel)})."
    return Reden(zin, rests_on.clausule, rests_on.artikel, velden, persoon, vast)


@cache
def _place(artikel: str | None) -> str:
    return vindplaats_of(artikel) if artikel else PRAKTIJKREGEL


def reden_missing(
    anders: str, missing: Sequence[tuple[str, ...]], rests_on: RestsOn, *, vast: bool = False
) -> Reden:
    """Return the reason that form fields are empty; of the keys in one tuple any would do."""
    phrases = [" of ".join(INVULVELDEN[key] for key in keys) for keys in missing]
    velden = tuple(key for keys in missing for key in keys)
    return reden(anders.replace("{velden}", in_a_row(phrases)), rests_on, velden=velden, vast=vast)


def name_of(rol: str, number: int = 0) -> str:
    """Name somebody by their rol, because reasons hold no names: "de klager", "betrokkene 2"."""
    return f"{rol} {number}" if number else f"de {rol}"
