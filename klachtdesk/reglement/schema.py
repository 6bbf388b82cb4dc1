"""What a reglement says, as frozen and validated data: the shape of the files in resources/reglementen.

Every rule carries its clause ids, its artikel and the words of the text it rests on. A reglement
composes the kinds of gebeurtenissen that exist and can't invent one. Read one with `loading.load_reglement`.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from klachtdesk.reglement.gebeurtenissen import AFSLUITEND, REF_SOORTEN
from klachtdesk.reglement.parts import Duur, Keuze, Key, Kind, Many, OneOrMore, Part, Rule, Text
from klachtdesk.reglement.stappen import Bezwaar, Indiening, Onafhankelijkheid, SignaalRegel, Stap

__all__ = ["Beroepsinstantie", "Duur", "Functionaris", "Keuze", "Reglement", "Rule", "Stap", "Termijn"]

Voor = Literal["kantoor", "klager", "signaal"]


class Onderwerp(Keuze, Rule):
    """A subject a klacht can be about according to the text."""


class Verdaging(Rule):
    """That a termijn can be extended; with `gronden`, only on one of these."""

    gronden: Many[Keuze] = ()


class Termijn(Keuze, Rule):
    """One termijn: when it starts, how long it lasts, whose it is, and what meets it."""

    start: OneOrMore[Kind]  # in order of preference
    rekent_vanaf: Many[Kind] = ()
    duur: Duur
    voor: Voor
    voldaan_door: OneOrMore[Kind]
    vervalt_door: Many[Kind] = ()
    ontvangst: bool = False  # the text says that the klager receives it within the term
    na_afsluiten: bool = False  # runs on, or starts, after the dossier is closed
    streven: bool = False  # the text strives for it: letters promise no day
    verdaging: Verdaging | None = None

    @cached_property
    def per_ref(self) -> bool:
        """Whether it runs once for each ref instead of once in each ronde."""
        return self.start[0] in REF_SOORTEN

    @cached_property
    def lapses_by(self) -> tuple[str, ...]:
        """The kinds that make it lapse: those of the reglement, and closing unless it runs on after that."""
        return self.vervalt_door if self.na_afsluiten else (*self.vervalt_door, *AFSLUITEND)

    @property
    def verdaagbaar(self) -> bool:
        """Whether it can be extended at all."""
        return self.verdaging is not None


class Vereiste(Part):
    """Something that must have happened in the ronde of the closing before the bewaartermijn runs.

    Not asked for when one of `niet_bij` happened in that ronde. With `na_afsluiten` it counts only on or
    after the closing. `anders` is the sentence that says what is missing.
    """

    gebeurtenis: Kind
    niet_bij: Many[Kind] = ()
    na_afsluiten: bool = False
    anders: Text


class Bewaartermijn(Rule):
    """How long a closed dossier is kept; without a `duur` the office has to choose one, with a motivering.

    A `motivering` stands here where an office made the choice in a reglement of its own.
    """

    duur: Duur | None = None
    motivering: Text | None = None
    vereist: Many[Vereiste] = ()


class Jaartermijn(Keuze, Rule):
    """The yearly bespreking or analyse of all klachten, a termijn of the office as a whole."""

    duur: Duur


class Contact(Part):
    """Where somebody can be reached, as far as the text says it."""

    adres: Text | None = None
    telefoon: Text | None = None
    email: Text | None = None
    website: Text | None = None


class Kantoor(Contact):
    """The office whose reglement it is."""

    naam: Text


class Functionaris(Contact):
    """A person or post that the text names, and what it names them for; `vervangt` those they stand in for."""

    sleutel: Key
    functie: Text
    naam: Text | None = None
    vervangt: Many[Key] = ()


class Lid(Part):
    """A member of a beroepsinstantie."""

    functie: Text
    naam: Text


class Beroepsinstantie(Contact, Rule):
    """The body above the office's own procedure; `kosten` says in words who pays what."""

    sleutel: Key
    naam: Text
    bindend: bool
    kosten: Text | None = None
    leden: Many[Lid] = ()


class Bekendmaking(Rule):
    """Where klanten or medewerkers are told of the procedure."""

    sleutel: Key
    doelgroep: Literal["klanten", "medewerkers"]
    waar: Text


class Vragen(Rule):
    """Whom somebody with questions can turn to: the key of a functionaris; without this it is the office itself."""

    functionaris: Key


class Mededeling(Rule):
    """A sentence that stands in letters because the text says so; `zin` holds for whoever reads it."""

    sleutel: Literal["vertrouwelijk", "kosten", "geheimhouding", "rol_betrokkene", "bindend"]
    zin: Text


class OordeelRegels(Part):
    """What the text says about the oordeel: on which words it rests, who sign it, and where to go next.

    `vervolg` is the paragraph with which the document ends; without `ondertekening` nobody signs.
    """

    grondslag: OneOrMore[Rule]
    ondertekening: Rule | None = None
    vervolg: Text


class Reglement(Part):
    """A whole reglement. The tables of the file are singular ([[termijn]]), the attributes here plural."""

    sleutel: Key
    naam: Text
    lidwoord: Literal["de", "het"] | None = None  # of the naam, for sentences
    versie: Text
    tekst: Text  # the file with the text of the regulation, beside this one
    gelijkgestelde_dagen: bool = False
    kantoor: Kantoor
    termijnen: Many[Termijn] = Field(default=(), alias="termijn")
    indiening: Indiening | None = None
    stappen: Many[Stap] = Field(default=(), alias="stap")
    oordeel: OordeelRegels | None = None
    vragen: Vragen | None = None
    mededelingen: Many[Mededeling] = Field(default=(), alias="mededeling")
    bezwaar: Bezwaar | None = None
    onafhankelijkheid: Onafhankelijkheid = Onafhankelijkheid()
    signalen: Many[SignaalRegel] = Field(default=(), alias="signaal")
    bewaartermijn: Bewaartermijn
    jaartermijn: Jaartermijn | None = None
    onderwerpen: Many[Onderwerp] = Field(default=(), alias="onderwerp")
    oorzaken: Many[Keuze] = Field(default=(), alias="oorzaak")
    hoedanigheden: Many[Keuze] = Field(default=(), alias="hoedanigheid")
    functionarissen: Many[Functionaris] = Field(default=(), alias="functionaris")
    beroepsinstanties: Many[Beroepsinstantie] = Field(default=(), alias="beroepsinstantie")
    bekendmakingen: Many[Bekendmaking] = Field(default=(), alias="bekendmaking")

    @cached_property
    def termijn_bij_sleutel(self) -> dict[str, Termijn]:
        """The termijnen by their key."""
        return {termijn.sleutel: termijn for termijn in self.termijnen}

    @cached_property
    def stap_bij_gebeurtenis(self) -> dict[str, Stap]:
        """The stappen by the kind of gebeurtenis that records them."""
        return {stap.gebeurtenis: stap for stap in self.stappen}

    @cached_property
    def signaal_bij_sleutel(self) -> dict[str, SignaalRegel]:
        """The signalen by their key."""
        return {signaal.sleutel: signaal for signaal in self.signalen}

    def accepts_kanaal(self, kanaal: str) -> bool:
        """Tell whether a klacht that comes in by this kanaal counts as received."""
        accepted = self.indiening.kanalen if self.indiening else ()
        return not accepted or kanaal in accepted
