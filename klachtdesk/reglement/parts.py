"""What the parts of a reglement have in common: their base, the types of their values, and what a rule rests on."""

from __future__ import annotations

from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, model_validator

from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.reglement.kalender import Eenheid  # noqa: TC001 (pydantic reads it at run time)

PRAKTIJKREGEL = "praktijkregel van klachtdesk"
"""How a rule that no reglement holds is called, so that nobody takes it for an artikel."""

PRAKTIJK_CLAUSULE = "KD-1"
"""The clause on which such a rule rests."""

_ONE_OF_IT = {"dagen": "dag", "weken": "week", "werkdagen": "werkdag", "maanden": "maand", "jaren": "jaar"}

# Parts of a text that number their points anew.
_PROCEDURES = {"Formeel": "formele", "Informeel": "informele"}

Item = TypeVar("Item")


def _known_kind(soort: str) -> str:
    if soort not in SOORTEN:
        raise ValueError(f"de gebeurtenis “{soort}” bestaat niet")
    return soort


# TOML gives lists; what is kept is a tuple, so that a reglement can't be changed after it was checked.
Many = Annotated[tuple[Item, ...], Strict(strict=False)]
OneOrMore = Annotated[tuple[Item, ...], Strict(strict=False), Field(min_length=1)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, Field(pattern=r"\S")]
Kind = Annotated[str, AfterValidator(_known_kind)]


def vindplaats_of(artikel: str) -> str:
    """Name the place of a rule in words: "artikel 5.5", "artikelen 2.2 en 4", "onderdeel Behandelen".

    A point of a formal or informal procedure ("Formeel 4") is "punt 4 van de formele klachtenprocedure".
    """
    part, _, points = artikel.partition(" ")
    if part in _PROCEDURES and points:
        return f"{_one_or_more('punt', 'punten', points)} van de {_PROCEDURES[part]} klachtenprocedure"
    if artikel[0].isdigit():
        return _one_or_more("artikel", "artikelen", artikel)
    return f"onderdeel {artikel}"


def _one_or_more(one: str, more: str, numbers: str) -> str:
    return f"{more if ' en ' in numbers or ',' in numbers else one} {numbers}"


class Part(BaseModel):
    """Base of all parts: frozen, strict about types, and refusing keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Duur(Part):
    """A length of time in one unit; werkdagen skip weekends and feestdagen, the other units do not."""

    aantal: Annotated[int, Field(ge=0, le=99999)]
    eenheid: Eenheid

    def __str__(self) -> str:
        """Write it as the reglementen do: "1 maand", "2 jaar", "14 dagen"."""
        one = self.aantal == 1 or self.eenheid == "jaren"
        return f"{self.aantal} {_ONE_OF_IT[self.eenheid] if one else self.eenheid}"


class Rule(Part):
    """Something the reglement says: where (artikel), in which clauses, and in which words."""

    clausule: OneOrMore[Text]
    artikel: Text
    citaat: OneOrMore[Text]

    @property
    def vindplaats(self) -> str:
        """The place in words, as in "artikel 5.5"."""
        return vindplaats_of(self.artikel)


class PracticeOrRule(Part):
    """Something the reglement says, or where it says nothing a praktijkregel: clause KD-1 and no artikel."""

    clausule: OneOrMore[Text]
    artikel: Text | None = None
    citaat: Many[Text] = ()

    @model_validator(mode="after")
    def _rests_on_words(self) -> Self:
        check_words(self.clausule, self.artikel, self.citaat)
        return self


def check_words(clausule: tuple[str, ...], artikel: str | None, citaat: tuple[str, ...]) -> None:
    """Raise ValueError when a rule of the text names no artikel or words, or a praktijkregel does."""
    if clausule == (PRAKTIJK_CLAUSULE,):
        if artikel or citaat:
            raise ValueError(f"een praktijkregel ({PRAKTIJK_CLAUSULE}) heeft geen artikel en geen citaat")
    elif not (artikel and citaat):
        raise ValueError(
            f"hier ontbreekt het artikel of het citaat; alleen een praktijkregel ({PRAKTIJK_CLAUSULE}) kan zonder"
        )


class Keuze(Part):
    """Something to choose from a list, with its Dutch label."""

    sleutel: Key
    label: Text
