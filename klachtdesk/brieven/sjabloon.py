"""The letters that come with the program: finds their files, reads them, and names all that is wrong with one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from klachtdesk import assets
from klachtdesk.brieven.controle import Velden, check_regel, check_tekst
from klachtdesk.brieven.invullen import DELEN, fill_plat, fill_regel, fill_tekst
from klachtdesk.brieven.waarden import Brieftekst, VeldSoort, Waarden
from klachtdesk.errors import NotFound, SjabloonError
from klachtdesk.reglement.toml_faults import dutch_faults, faults_at, syntax_fault

VRIJ: Final = "vrij."
"""What the key of a free part begins with, where the text of its letter uses it as a field."""

_FOLDER: Final = "brieven"
_DELEN: Final = "delen"

_Filled = Annotated[str, StringConstraints(pattern=r"\S")]
_Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Vrij(_Strict):
    """A part of a letter that the medewerker words before it is made final."""

    sleutel: _Key
    label: _Filled
    uitleg: str = ""
    standaard: str = ""
    """What stands there to begin with; may use fields."""
    verplicht: bool = False
    verplicht_zonder: str = ""
    """A field: while it has nothing to say, this part has to."""

    def is_verplicht(self, waarden: Waarden) -> bool:
        """Tell whether it has to be filled in, by what the fields of the letter hold."""
        return self.verplicht or bool(self.verplicht_zonder and not waarden[self.verplicht_zonder])


class Briefbestand(_Strict):
    """What stands in the file of a letter."""

    titel: _Filled
    onderwerp: _Filled
    aan: Annotated[tuple[_Key, ...], Field(min_length=1, strict=False)]
    kopie: Annotated[tuple[_Key, ...], Field(strict=False)] = ()
    vrij: Annotated[tuple[Vrij, ...], Field(strict=False)] = ()
    tekst: _Filled


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """The template of a letter, as it came with the program or in the office's own words."""

    sleutel: str
    reglement: str
    """The key of the reglement that this text is for; empty for the one that serves every reglement."""
    titel: str
    onderwerp: str
    tekst: str
    aan: tuple[str, ...] = ()
    """The roles it can be addressed to, the proposed one first."""
    kopie: tuple[str, ...] = ()
    """The roles that get a copy, where that is somebody else."""
    vrij: tuple[Vrij, ...] = ()
    opmerking: str = ""
    """Why this is not the office's own text although it has one: a whole sentence, or nothing."""

    def velden(self, velden: Velden) -> dict[str, VeldSoort]:
        """Return the fields that its text may use: these, its own free parts, and the shared parts."""
        free = (f"{VRIJ}{part.sleutel}" for part in self.vrij)
        return {
            **velden,
            **dict.fromkeys(free, VeldSoort.TEKST),
            **dict.fromkeys((f"{DELEN}{name}" for name in list_delen()), VeldSoort.DEEL),
        }

    def in_own_words(self, onderwerp: str, tekst: str) -> "Sjabloon":
        """Return this letter with the words of the office."""
        return replace(self, onderwerp=onderwerp, tekst=tekst)


def begin_vrij(sjabloon: Sjabloon, waarden: Waarden) -> dict[str, str]:
    """Return what the free parts of a letter hold to begin with, by key; raises SjabloonError."""
    return {part.sleutel: fill_plat(part.standaard, waarden) for part in sjabloon.vrij}


def fill(
    sjabloon: Sjabloon,
    waarden: Waarden,
    vrij: Mapping[str, str] | None = None,
    delen: Mapping[str, str] | None = None,
) -> Brieftekst:
    """Return the words of a letter. `waarden` has every field, `vrij` what was typed in the free parts, by key.

    A free part that is missing is what it begins with. `delen` are the texts of the shared parts, those of the program
    by default. Raises SjabloonError.
    """
    parts = {name: read_deel(name) for name in list_delen()} if delen is None else delen
    free = begin_vrij(sjabloon, waarden)
    typed = {f"{VRIJ}{key}": (vrij or {}).get(key, standaard) for key, standaard in free.items()}
    onderwerp = fill_regel(sjabloon.onderwerp, waarden)
    return Brieftekst(onderwerp, fill_tekst(sjabloon.tekst, {**waarden, **typed}, parts))


def list_sjablonen() -> tuple[tuple[str, str], ...]:
    """Return (reglement, sleutel) of each letter that comes with the program; those for every reglement first."""
    folders = (folder for folder in assets.folders(_FOLDER) if folder != _DELEN)
    own = ((folder, name) for folder in folders for name in assets.names(f"{_FOLDER}/{folder}", ".toml"))
    return (*(("", name) for name in assets.names(_FOLDER, ".toml")), *own)


def list_delen() -> tuple[str, ...]:
    """Return the names of the shared parts."""
    return assets.names(f"{_FOLDER}/{_DELEN}", ".txt")


@cache
def read_sjabloon(sleutel: str, reglement: str = "") -> Sjabloon:
    """Return the letter of this key: the reglement's own where it has one, else the one for all.

    Raises NotFound when there is none, and SjabloonError with all that is wrong with its file.
    """
    known = list_sjablonen()
    own = reglement if (reglement, sleutel) in known else ""
    if (own, sleutel) not in known:
        raise NotFound(f"Er is geen brief met de naam {sleutel}.")
    name = f"{own}/{sleutel}.toml".lstrip("/")
    return load_sjabloon(assets.read_text(_FOLDER, *name.split("/")), sleutel, own, bestand=name)


@cache
def read_deel(name: str) -> str:
    """Return the text of a shared part; raises NotFound."""
    if name not in list_delen():
        raise NotFound(f"Er is geen gedeelde tekst met de naam {name}.")
    return assets.read_text(_FOLDER, _DELEN, f"{name}.txt").strip("\n")


def load_sjabloon(toml: str, sleutel: str, reglement: str = "", *, bestand: str = "brief.toml") -> Sjabloon:
    """Return the letter that a TOML text describes; raises SjabloonError, its `faults` with file, key and line."""
    try:
        brief = Briefbestand.model_validate(tomllib.loads(toml))
    except ValidationError as error:
        found = dutch_faults(error.errors())
        raise _refused(bestand, faults_at(bestand, toml, found)) from error
    except (ValueError, RecursionError) as error:
        raise _refused(bestand, (syntax_fault(bestand, toml, error),)) from error
    tekst = brief.tekst.strip("\n")
    return Sjabloon(
        sleutel, reglement, brief.titel, brief.onderwerp, tekst, brief.aan, brief.kopie, brief.vrij
    )


def check_sjabloon(sjabloon: Sjabloon, velden: Velden) -> tuple[str, ...]:
    """Return all that is wrong with the words of a letter, each with its place; `velden` are the fields there are."""
    own = sjabloon.velden(velden)
    texts = [
        ("onderwerp", check_regel(sjabloon.onderwerp, velden)),
        ("tekst", check_tekst(sjabloon.tekst, own)),
    ]
    texts += [(f"vrij.{part.sleutel}", check_tekst(part.standaard, velden)) for part in sjabloon.vrij]
    found = [f"{where}, regel {fault.regel}: {fault.zin}" for where, faults in texts for fault in faults]
    found += [
        f"vrij.{part.sleutel}: het veld {part.verplicht_zonder} bestaat niet."
        for part in sjabloon.vrij
        if part.verplicht_zonder and part.verplicht_zonder not in velden
    ]
    return tuple(found)


def _refused(bestand: str, faults: tuple[str, ...]) -> SjabloonError:
    return SjabloonError(f"Het bestand {bestand} klopt niet. {faults[0]}", faults=faults)
