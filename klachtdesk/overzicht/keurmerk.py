"""What a quality mark asks about klachten: its questions, each with the measure that answers it, as data in a file."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from klachtdesk.errors import KeurmerkError
from klachtdesk.reglement.parts import OneOrMore, Text  # noqa: TC001 (pydantic reads it at run time)
from klachtdesk.reglement.toml_faults import dutch_faults, faults_at, syntax_fault

if TYPE_CHECKING:
    from klachtdesk.reglement.toml_lines import Path

Maatstaf = Literal[
    "eerste_reactie",
    "termijnen",
    "verdaging",
    "registratie",
    "afloop",
    "tevredenheid",
    "buiten_het_kantoor",
    "maatregelen",
    "bespreking",
    "bekendmaking",
    "vertrouwelijk",
    "elders",
]
"""The measures that there are; `elders` says that klachtdesk has no figure for it."""

MAATSTAVEN: tuple[Maatstaf, ...] = get_args(Maatstaf)

_LONGEST = 366
"""Days: a guard against a slip of the finger."""


class _Deel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Vraag(_Deel):
    """A question. `dagen` is within how many calendar days; `elders` says where evidence lies that is not here."""

    tekst: Text
    maatstaf: Maatstaf
    dagen: int | None = Field(default=None, ge=1, le=_LONGEST)
    elders: str = ""

    @model_validator(mode="after")
    def _fits_its_measure(self) -> Self:
        if (self.dagen is not None) != (self.maatstaf == "eerste_reactie"):
            raise ValueError("dagen hoort bij de maatstaf eerste_reactie, en alleen daarbij")
        if self.maatstaf == "elders" and not self.elders.strip():
            raise ValueError("zeg bij de maatstaf elders waar het bewijs ligt")
        return self


class Keurmerk(_Deel):
    """A quality mark with its questions, in the order in which they are asked."""

    naam: Text
    voluit: Text
    vraag: OneOrMore[Vraag]


def load_keurmerk(toml_text: str, *, bestand: str) -> Keurmerk:
    """Return the quality mark that a TOML text describes.

    Raises KeurmerkError; its `faults` hold every fault with file, line and key.
    """
    try:
        return Keurmerk.model_validate(tomllib.loads(toml_text))
    except tomllib.TOMLDecodeError as error:
        faults: tuple[str, ...] = (syntax_fault(bestand, toml_text, error),)
    except ValidationError as error:
        found: list[tuple[Path, str]] = dutch_faults(error.errors())
        faults = faults_at(bestand, toml_text, found)
    raise KeurmerkError(f"{bestand} klopt niet: {faults[0]}.", "Verbeter het bestand.", faults=faults)
