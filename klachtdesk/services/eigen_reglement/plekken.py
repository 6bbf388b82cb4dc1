"""What of a reglement can be changed in a form: which places of its TOML file, by sections and fields.

The form follows the file: a section for each termijn, a field for each list of required keys. Further changes are made
in the file itself, by exporting and importing it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from klachtdesk.formulieren import Keuze, Sectie, Veld, VeldSoort
from klachtdesk.formulieren.kantoor import DOELGROEPEN, EENHEDEN
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND, SOORTEN
from klachtdesk.reglement.invulvelden import INVULVELDEN

Path = tuple[str | int, ...]
Vorm = Literal["tekst", "getal", "ja_nee", "regels", "sleutels"]

OWN_CLAUSULE = "eigen"
"""The clause of a rule that an office added itself: it stands in no list of ours."""

_S = VeldSoort
_VORMEN: Mapping[VeldSoort, Vorm] = {_S.JA_NEE: "ja_nee", _S.MEERKEUZE: "sleutels"}
_CLOSES_WITH_FIELDS = (*BEEINDIGEND, "oordeel_vastgesteld")
"""Stappen for which required fields can be added where the reglement asks for none yet."""


@dataclass(frozen=True, slots=True)
class Plek:
    """One field, and where in the file (or in its row) it stands."""

    veld: Veld
    path: Path
    vorm: Vorm


@dataclass(frozen=True, slots=True)
class Blok:
    """A section of the form; with `lijst`, rows that stand there as a list of tables.

    `nieuw` is what a new row gets beside what is typed; with `sleutel_uit` it gets a key made from that field.
    """

    sleutel: str
    titel: str
    plekken: tuple[Plek, ...]
    lijst: Path | None = None
    enkelvoud: str = ""
    sleutel_uit: str = ""
    nieuw: Mapping[str, Any] = field(default_factory=dict)
    hulp: str = ""

    def sectie(self) -> Sectie:
        """Return it as a section of a form."""
        velden = tuple(plek.veld for plek in self.plekken)
        rij = None if self.lijst is None else self.sleutel
        return Sectie(self.sleutel, self.titel, velden, rij, self.enkelvoud, self.hulp)


def blokken(data: Mapping[str, Any]) -> Iterator[Blok]:
    """Yield the sections of the form for the contents of a reglement file."""
    yield Blok(
        "reglement",
        "Het reglement",
        (
            _plek("naam", "Naam"),
            _plek("versie", "Versie", hulp="Hoger dan die van het reglement dat nu geldt."),
            _plek(
                "gelijkgestelde_dagen",
                "Tellen gelijkgestelde dagen als feestdag?",
                _S.JA_NEE,
                hulp="Dagen die bij koninklijk besluit met een feestdag zijn gelijkgesteld.",
            ),
        ),
    )
    yield Blok("kantoor", "Het kantoor", (_plek("kantoor.naam", "Naam"), *_contact("kantoor.")))
    yield from _people()
    yield from _choices()
    for index, termijn in enumerate(data.get("termijn", ())):
        yield from _termijn_blokken(termijn, ("termijn", index))
    yield from _office_blokken(data)
    yield Blok(
        "verplicht",
        "Verplichte velden",
        tuple(_required(data)),
        hulp="Wat op de formulieren ingevuld moet zijn voordat een stap kan.",
    )
    yield from _gronden(data)


def _office_blokken(data: Mapping[str, Any]) -> Iterator[Blok]:
    yield Blok(
        "bewaartermijn",
        "Bewaartermijn",
        (
            *_duur("bewaartermijn.", ("bewaartermijn",)),
            _plek(
                "bewaartermijn.motivering",
                "Motivering",
                _S.LANGE_TEKST,
                hulp="Waarom bewaart u zo lang? Nodig als u de termijn wijzigt.",
            ),
            *_bron("bewaartermijn.", ("bewaartermijn",)),
        ),
    )
    if "jaartermijn" in data:
        yield Blok(
            "jaartermijn",
            "Jaarlijkse bespreking",
            (
                _plek("jaartermijn.label", "Naam"),
                *_duur("jaartermijn.", ("jaartermijn",)),
                *_bron("jaartermijn.", ("jaartermijn",)),
            ),
        )


def _people() -> Iterator[Blok]:
    yield Blok(
        "functionaris",
        "Functionarissen",
        (_plek("functie", "Functie"), _plek("naam", "Naam"), *_contact()),
        ("functionaris",),
        "functionaris",
        "functie",
    )
    yield Blok(
        "beroepsinstantie",
        "Instanties boven het kantoor",
        (
            _plek("naam", "Naam"),
            _plek("bindend", "Is de uitspraak bindend?", _S.JA_NEE),
            _plek("kosten", "Kosten", _S.LANGE_TEKST),
            *_contact(),
            *_bron(),
        ),
        ("beroepsinstantie",),
        "instantie",
        "naam",
        {"clausule": [OWN_CLAUSULE]},
    )


def _choices() -> Iterator[Blok]:
    yield Blok(
        "bekendmaking",
        "Waar de procedure bekend is gemaakt",
        (
            _plek("doelgroep", "Voor wie", _S.KEUZE, DOELGROEPEN),
            _plek("waar", "Waar of hoe"),
            *_bron(),
        ),
        ("bekendmaking",),
        "bekendmaking",
        "waar",
        {"clausule": [OWN_CLAUSULE]},
    )
    yield Blok(
        "onderwerp",
        "Onderwerpen",
        (_plek("label", "Onderwerp"), *_bron()),
        ("onderwerp",),
        "onderwerp",
        "label",
        {"clausule": [OWN_CLAUSULE]},
    )
    for sleutel, titel in (("oorzaak", "Oorzaken"), ("hoedanigheid", "Hoedanigheden van de melder")):
        yield Blok(sleutel, titel, (_plek("label", titel),), (sleutel,), sleutel, "label")


def _termijn_blokken(termijn: Mapping[str, Any], path: Path) -> Iterator[Blok]:
    key = f"termijn.{termijn['sleutel']}"
    titel = f"Termijn: {termijn.get('label', termijn['sleutel'])}"
    label = _plek(f"{key}.label", "Naam", path=(*path, "label"))
    yield Blok(key, titel, (label, *_duur(f"{key}.", path), *_bron(f"{key}.", path)))
    if "verdaging" in termijn:
        yield Blok(
            f"{key}.grond",
            f"{titel}: gronden om te verdagen",
            (_plek("label", "Grond"),),
            (*path, "verdaging", "gronden"),
            "grond",
            "label",
            hulp="Zonder gronden kan verdagen met iedere reden.",
        )


def _required(data: Mapping[str, Any]) -> Iterator[Plek]:
    if "volledig" in data.get("indiening", {}):
        yield _ingevuld("indiening.ingevuld", "Een volledige klacht", ("indiening", "volledig", "ingevuld"))
    for index, stap in enumerate(data.get("stap", ())):
        soort = stap["gebeurtenis"]
        label = SOORTEN[soort].label
        found = [place for place, eis in enumerate(stap.get("eisen", ())) if "ingevuld" in eis]
        for number, place in enumerate(found, start=1):
            key = f"stap.{soort}.ingevuld" + ("" if number == 1 else f".{number}")
            yield _ingevuld(key, label, ("stap", index, "eisen", place, "ingevuld"))
        if not found and soort in _CLOSES_WITH_FIELDS:
            place = len(stap.get("eisen", ()))
            yield _ingevuld(f"stap.{soort}.ingevuld", label, ("stap", index, "eisen", place, "ingevuld"))


def _gronden(data: Mapping[str, Any]) -> Iterator[Blok]:
    for index, stap in enumerate(data.get("stap", ())):
        if stap.get("gronden"):
            yield Blok(
                f"stap.{stap['gebeurtenis']}.grond",
                f"Gronden: {SOORTEN[stap['gebeurtenis']].label.lower()}",
                (
                    _plek("label", "Grond"),
                    _plek("uitzondering", "Uitzondering", hulp="In een hele zin."),
                    _plek("tijdelijk", "Kan deze grond vervallen?", _S.JA_NEE),
                    *_bron(),
                ),
                ("stap", index, "gronden"),
                "grond",
                "label",
                {"clausule": [OWN_CLAUSULE]},
            )


def _plek(
    sleutel: str,
    label: str,
    soort: VeldSoort = _S.TEKST,
    keuzes: tuple[Keuze, ...] = (),
    *,
    path: Path | None = None,
    hulp: str = "",
    vorm: Vorm | None = None,
) -> Plek:
    veld = Veld(sleutel, label, soort, keuzes, hulp=hulp)
    where: Path = tuple(sleutel.split(".")) if path is None else path
    return Plek(veld, where, vorm or _VORMEN.get(soort, "tekst"))


def _contact(prefix: str = "") -> tuple[Plek, ...]:
    labels = {"adres": "Adres", "telefoon": "Telefoon", "email": "E-mailadres", "website": "Website"}
    return tuple(_plek(f"{prefix}{key}", label) for key, label in labels.items())


def _duur(prefix: str, path: Path) -> tuple[Plek, ...]:
    return (
        _plek(f"{prefix}aantal", "Duur", path=(*path, "duur", "aantal"), vorm="getal"),
        _plek(f"{prefix}eenheid", "Eenheid", _S.KEUZE, EENHEDEN, path=(*path, "duur", "eenheid")),
    )


def _bron(prefix: str = "", path: Path = ()) -> tuple[Plek, ...]:
    return (
        _plek(f"{prefix}artikel", "Artikel", path=(*path, "artikel")),
        _plek(
            f"{prefix}citaat",
            "Woorden uit de tekst",
            _S.LANGE_TEKST,
            path=(*path, "citaat"),
            hulp="Precies zoals ze in de tekst van het reglement staan; een nieuw citaat op een nieuwe regel.",
            vorm="regels",
        ),
    )


def _ingevuld(sleutel: str, label: str, path: Path) -> Plek:
    keuzes = tuple(Keuze(key, naam) for key, naam in INVULVELDEN.items())
    return _plek(sleutel, label, _S.MEERKEUZE, keuzes, path=path)
