"""What a form is made of: a form has sections, a section has fields, and a field knows how it is filled in.

The catalogue is the one place where fields are defined: screen, paper, storage, import and the eisen of a
reglement (`ingevuld`) all read it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

MAX_TEKST = 300
"""Longest one-line value, in characters: a long name or address, not a story."""

MAX_LANGE_TEKST = 50_000
"""Longest story, in characters: some twenty printed pages."""


class VeldSoort(StrEnum):
    """How a field is filled in, and so which widget and which column it gets."""

    TEKST = "tekst"
    LANGE_TEKST = "lange_tekst"
    DATUM = "datum"
    TIJD = "tijd"
    KEUZE = "keuze"
    MEERKEUZE = "meerkeuze"
    JA_NEE = "ja_nee"
    GETAL = "getal"


@dataclass(frozen=True, slots=True)
class Keuze:
    """One possible answer: its key as stored, and its label as shown."""

    sleutel: str
    label: str


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A text that a line offers while somebody types, and by what other words it is found."""

    tekst: str
    ook_wel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Veld:
    """One field.

    `keuzes_uit` names a list that the reglement supplies (`onderwerpen`, `oorzaken`) for a field whose
    choices are not the same in every office. `na_vandaag` tells whether a date may lie in the future.
    `voorstellen` are what a line of text offers; it takes any other text too. `langst` is the longest text in
    characters, where that is less than any other line takes.
    """

    sleutel: str
    label: str
    soort: VeldSoort = VeldSoort.TEKST
    keuzes: tuple[Keuze, ...] = ()
    keuzes_uit: str | None = None
    hulp: str = ""
    na_vandaag: bool = False
    voorstellen: tuple[Voorstel, ...] = ()
    langst: int | None = None

    @property
    def max_lengte(self) -> int:
        """The longest raw text that can be accepted, in characters."""
        return self.langst or (MAX_LANGE_TEKST if self.soort is VeldSoort.LANGE_TEKST else MAX_TEKST)

    @property
    def naam(self) -> str:
        """What the field is called before what is wrong with it: its label without question mark or asterisk."""
        return self.label.rstrip(" *?")

    def label_of(self, sleutel: str) -> str:
        """Return the label of a choice, or the key itself when the choice is not (any more) in the list."""
        return next((keuze.label for keuze in self.keuzes if keuze.sleutel == sleutel), sleutel)


@dataclass(frozen=True, slots=True)
class Sectie:
    """Fields that belong together under one heading.

    A section with `rij` repeats: its fields are filled in once per row, and their raw values stand under
    `rij.1.veld`, `rij.2.veld` and so on. `enkelvoud` names one row ("betrokkene"), and `leeg` says what it means that
    there is none.
    """

    sleutel: str
    titel: str
    velden: tuple[Veld, ...]
    rij: str | None = None
    enkelvoud: str = ""
    hulp: str = ""
    leeg: str = "Niet ingevuld."

    def raw_key(self, veld: Veld, rij: int | None = None) -> str:
        """Return the key under which a raw value of this section stands."""
        if self.rij is None:
            return veld.sleutel
        return f"{self.rij}.{rij or 1}.{veld.sleutel}"


@dataclass(frozen=True, slots=True)
class Formulier:
    """A whole form, as shown on screen and on paper."""

    sleutel: str
    titel: str
    uitleg: str
    secties: tuple[Sectie, ...]

    def velden(self) -> Iterator[Veld]:
        """Yield the fields that do not repeat, in the order of the form."""
        for sectie in self.secties:
            if sectie.rij is None:
                yield from sectie.velden

    def veld(self, sleutel: str) -> Veld:
        """Return a field that does not repeat by its key; raises KeyError when the form has none."""
        for veld in self.velden():
            if veld.sleutel == sleutel:
                return veld
        raise KeyError(sleutel)

    def with_keuzes(self, lijsten: dict[str, tuple[Keuze, ...]]) -> "Formulier":
        """Return this form with the choices that the reglement supplies filled in."""
        secties = tuple(replace(sectie, velden=_filled(sectie.velden, lijsten)) for sectie in self.secties)
        return replace(self, secties=secties)

    def with_voorstellen(self, sleutel: str, voorstellen: tuple[Voorstel, ...]) -> "Formulier":
        """Return this form with what a field that does not repeat offers to whoever types in it."""
        return self._with_single(
            lambda veld: replace(veld, voorstellen=voorstellen) if veld.sleutel == sleutel else veld
        )

    def without(self, sleutel: str) -> "Formulier":
        """Return this form without a field that does not repeat."""
        return self._with_single(lambda veld: None if veld.sleutel == sleutel else veld)

    def _with_single(self, change: Callable[[Veld], Veld | None]) -> "Formulier":
        """Return this form with its fields that do not repeat changed, or left out where the change is None."""
        secties = tuple(
            replace(sectie, velden=tuple(filter(None, map(change, sectie.velden))))
            if sectie.rij is None
            else sectie
            for sectie in self.secties
        )
        return replace(self, secties=secties)


def _filled(velden: tuple[Veld, ...], lijsten: dict[str, tuple[Keuze, ...]]) -> tuple[Veld, ...]:
    return tuple(
        replace(veld, keuzes=lijsten.get(veld.keuzes_uit, ())) if veld.keuzes_uit else veld for veld in velden
    )
