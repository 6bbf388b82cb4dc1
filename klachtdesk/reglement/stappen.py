"""The parts of a reglement that say what may happen next: stappen with their eisen and gronden, and who may do what.

The language is small on purpose. A stap records one kind of gebeurtenis; all its eisen are needed; an eis has one
predicate (`gebeurd`, `niet_gebeurd` or `ingevuld`), and inside it a list of kinds means any of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping  # noqa: TC003 (pydantic may read it at run time)
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Annotated, Final, Literal, Self, get_args

from pydantic import BeforeValidator, InstanceOf, model_validator

from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.reglement.invulvelden import INVULVELDEN
from klachtdesk.reglement.parts import (
    Duur,
    Keuze,
    Key,
    Kind,
    Many,
    OneOrMore,
    Part,
    PracticeOrRule,
    Rule,
    Text,
    check_words,
)

Fase = Literal[
    "melding", "informeel", "ontvangst", "aanvulling", "ontvankelijkheid", "doorzenden", "toewijzen", "contact",
    "horen", "oplossing", "overleg", "oordeel", "tevredenheid", "ondertekening", "maatregelen", "afsluiten", "bezwaar",
    "beroep", "bewaren", "doorlopend",
]  # fmt: skip
FASE_LABELS: Final[Mapping[Fase, str]] = MappingProxyType(
    {
        "melding": "Melding",
        "informeel": "Informele fase",
        "ontvangst": "Ontvangen",
        "aanvulling": "Wacht op aanvulling",
        "ontvankelijkheid": "Ontvankelijkheid",
        "doorzenden": "Doorzenden",
        "toewijzen": "Behandelaar toewijzen",
        "contact": "Contact met de klager",
        "horen": "Horen",
        "oplossing": "Oplossing zoeken",
        "overleg": "Overleg",
        "oordeel": "Oordeel",
        "tevredenheid": "Tevredenheid navragen",
        "ondertekening": "Ondertekening",
        "maatregelen": "Maatregelen",
        "afsluiten": "Afsluiten",
        "bezwaar": "Bezwaar",
        "beroep": "Beroep",
        "bewaren": "Bewaren",
        "doorlopend": "In behandeling",
    }
)
Partij = Literal[
    "medewerker",
    "klachtenfunctionaris",
    "behandelaar",
    "directie",
    "klager",
    "betrokkene",
    "commissie",
    "instantie",
]
Rol = Literal["melder", "klager", "gemachtigde", "betrokkene", "behandelaar"]
IN_ROL: Final = "persoon"
"""The field of which a Voorval names no value but the rol of whoever it was."""
Functie = Literal["behandelaar", "invuller", "beoordelaar", "bemiddelaar"]


@dataclass(frozen=True, slots=True)
class Voorval:
    """A kind of gebeurtenis, perhaps only where one of its fields has a value ("" is: where it was left empty).

    Written as "gehoord" or "tevredenheidscheck:uitkomst=tevreden"; of whom it was, as "gehoord:persoon=klager".
    """

    soort: str
    veld: str | None = None
    waarde: str = ""


def _read_voorval(text: object) -> object:
    if not isinstance(text, str):
        return text
    soort, narrowed, condition = text.partition(":")
    if soort not in SOORTEN:
        raise ValueError(f"de gebeurtenis “{soort}” bestaat niet")
    if not narrowed:
        return Voorval(soort)
    veld, given, waarde = condition.partition("=")
    found = SOORTEN[soort].veld(veld)
    if not given:
        raise ValueError(f"schrijf na “{soort}:” een veld en een waarde, zoals {soort}:veld=waarde")
    if found is None:
        raise ValueError(f"de gebeurtenis “{soort}” heeft geen veld “{veld}”")
    if veld == IN_ROL and waarde not in get_args(Rol):
        raise ValueError(f"“{waarde}” is geen rol; kies een van: {', '.join(get_args(Rol))}")
    if waarde and found.keuzes and waarde not in found.keuzes:
        raise ValueError(f"“{waarde}” is geen keuze van “{veld}”; kies een van: {', '.join(found.keuzes)}")
    return Voorval(soort, veld, waarde)


def _known_invulveld(key: str) -> str:
    if key not in INVULVELDEN:
        raise ValueError(f"het invulveld “{key}” bestaat niet")
    return key


def _read_invulveld(value: object) -> object:
    """Read one key, or a list of keys of which any will do."""
    keys = value if isinstance(value, list) and value else [value]
    return tuple(_known_invulveld(str(key)) for key in keys)


# What a pydantic model holds is checked here already: it must be an instance, of a class that pydantic leaves alone.
Event = Annotated[InstanceOf[Voorval], BeforeValidator(_read_voorval)]
Invulveld = Annotated[InstanceOf[tuple], BeforeValidator(_read_invulveld)]  # type: ignore[type-arg]


class Eis(Part):
    """Something that must be so before a stap is possible; without an artikel it rests on that of its stap.

    `gebeurd` and `niet_gebeurd` look at this ronde, with `ooit` at the whole dossier, and with `na` only at what came
    after the last of those. `elk` asks it for every person in these rollen. An item of `ingevuld` that is a list is met
    by any of its keys. In `anders` stand {persoon} with `elk`, and {velden} with `ingevuld`.
    """

    gebeurd: Many[Event] = ()
    niet_gebeurd: Many[Event] = ()
    ingevuld: Many[Invulveld] = ()
    elk: Many[Rol] = ()
    na: Many[Event] = ()
    ooit: bool = False
    clausule: Many[Text] = ()
    artikel: Text | None = None
    citaat: Many[Text] = ()
    anders: Text

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if sum(map(bool, (self.gebeurd, self.niet_gebeurd, self.ingevuld))) != 1:
            raise ValueError("een eis heeft precies een van: gebeurd, niet_gebeurd, ingevuld")
        if self.elk and not self.gebeurd:
            raise ValueError("elk kan alleen bij gebeurd")
        if self.ingevuld and (self.na or self.ooit):
            raise ValueError("na en ooit kunnen niet bij ingevuld")
        allowed = {"persoon"} if self.elk else {"velden"} if self.ingevuld else set()
        if unknown := set(re.findall(r"\{(.*?)\}", self.anders)) - allowed:
            raise ValueError(f"{{{min(unknown)}}} kan hier niet worden ingevuld")
        if self.clausule or self.artikel or self.citaat:
            check_words(self.clausule, self.artikel, self.citaat)
        return self


class Grond(Keuze, PracticeOrRule):
    """A ground that can be chosen with a stap; `uitzondering` says in words when it does not hold after all.

    Only for a person in one of the rollen `voor`, and only while `eis` is met. A ground that is `tijdelijk` can go
    away: then the klacht is taken up after all. `beslist_door` has it decided by somebody, who is recorded.
    The program proposes a ground when what happened is older than `ouder_dan`, or was handled before.
    """

    voor: Many[Rol] = ()
    eis: Eis | None = None
    tijdelijk: bool = False
    uitzondering: Text | None = None
    beslist_door: Partij | None = None
    ouder_dan: Duur | None = None
    eerder_behandeld: bool = False


class Stap(PracticeOrRule):
    """One step of the procedure: the kind of gebeurtenis that records it, and what must be so before it may.

    `door` is who is to move. The dossier waits for it while it has not happened when `verwacht` (with `verwacht_na`,
    only once one of those happened), unless one of `voldaan_door` took its place. It happens once in a ronde (`per`
    person; `eenmalig`: in the whole dossier) and again after one of `opnieuw_na`, unless it is `herhaalbaar`.
    `velden` are the fields that must be filled in beyond what the vocabulary asks
    ("bevestiging_gewenst:uitkomst=opgelost": where that other field says so), and `kanalen` the only ones by which it
    counts. `naar` is the functionaris to whom the klacht goes with it. `vraagt` are fields of the intern
    klachtenformulier to ask for with it, without demanding them. `brief` is the key of the letter that goes with it.
    """

    gebeurtenis: Kind
    fase: Fase
    door: Partij
    naar: Key | None = None
    brief: Key | None = None
    verwacht: bool = True
    verwacht_na: Many[Event] = ()
    voldaan_door: Many[Event] = ()
    opnieuw_na: Many[Event] = ()
    per: Many[Rol] = ()
    herhaalbaar: bool = False
    eenmalig: bool = False
    na_afsluiten: bool = False
    velden: Many[Text] = ()
    kanalen: Many[Key] = ()
    vraagt: Many[Literal["oorzaak", "oorzaak_toelichting"]] = ()
    eisen: Many[Eis] = ()
    gronden: Many[Grond] = ()

    @cached_property
    def voorval(self) -> Voorval:
        """The gebeurtenis that records it, whatever its fields say."""
        return Voorval(self.gebeurtenis)


class Volledigheid(Rule):
    """What a klacht has to contain; while something is missing, none of the stappen `voor` is possible.

    `op_formulier` is asked of who fills in the klachtenformulier too, but nothing waits for it.
    """

    ingevuld: OneOrMore[Invulveld]
    op_formulier: Many[Invulveld] = ()
    voor: OneOrMore[Kind]


class Indiening(Rule):
    """How a klacht is put in: by which kanalen, and what it has to contain.

    By another kanaal it is a melding, which starts no termijn; without `kanalen` every kanaal will do. `anders` is the
    sentence that says so while there is only a melding. With `machtiging` the klachtenformulier has a part in which
    somebody else is authorised.
    """

    kanalen: Many[Key] = ()
    anders: Text | None = None
    volledig: Volledigheid | None = None
    machtiging: Rule | None = None

    @property
    def gevraagd(self) -> tuple[tuple[str, ...], ...]:
        """What the klachtenformulier asks for as needed: of each tuple any one."""
        return (*self.volledig.ingevuld, *self.volledig.op_formulier) if self.volledig else ()


class Bezwaar(Rule):
    """By whom a bezwaar is judged; `functionaris` names the one who does, where the text does."""

    beoordeeld_door: Literal["commissie", "directeur"]
    functionaris: Key | None = None


class Onafhankelijkheid(Part):
    """Where it says that somebody with a part in the klacht can't have this functie; else a praktijkregel does.

    Of a bemiddelaar no praktijkregel says it: where the reglement does not, anybody may talk with the klager.
    """

    behandelaar: PracticeOrRule | None = None
    invuller: PracticeOrRule | None = None
    beoordelaar: PracticeOrRule | None = None
    bemiddelaar: PracticeOrRule | None = None


class SignaalRegel(PracticeOrRule):
    """Something the program points out by itself; which numbers it needs, differs by signaal."""

    sleutel: Literal[
        "gebeurtenis_te_oud", "eerder_behandeld", "herhaling", "lang_niets_gehoord", "melding_blijft_liggen",
        "maatregel_zonder_evaluatie", "geen_contact", "dubbele_persoon", "geen_dagtekening", "geen_overeenkomst",
        "bewaren_loopt_niet", "bewaartermijn_kiezen", "niet_onafhankelijk", "termijn_verlopen",
    ]  # fmt: skip
    duur: Duur | None = None
    aantal: int | None = None


class Praktijk(Part):
    """What holds in every reglement that does not say otherwise: the contents of praktijk.toml."""

    stap: Many[Stap]
    onafhankelijkheid: Onafhankelijkheid
    signaal: Many[SignaalRegel]
