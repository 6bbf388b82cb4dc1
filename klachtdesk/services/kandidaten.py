"""Who can be named in a gebeurtenis: of the dossier and of the office, the one whom the reglement names first.

Who may not have the functie that a gebeurtenis gives is left out, and it says why.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.models import Dossier, Gebruiker
from klachtdesk.models.herkenning import is_same_naam
from klachtdesk.reglement.dossier import DossierFeiten
from klachtdesk.reglement.dossier import Persoon as Deelnemer
from klachtdesk.reglement.onafhankelijkheid import behandelaar_of, belemmering, vervangers
from klachtdesk.reglement.schema import Reglement
from klachtdesk.reglement.stappen import Functie
from klachtdesk.services.kantoor.functionarissen import commissieleden_on, functionarissen_on
from klachtdesk.services.people import people_in
from klachtdesk.services.procedure_feiten import procedure_feiten
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.views.kantoorgegevens import CommissielidView, FunctionarisView

_GIVES: Mapping[tuple[str, str], Functie] = {
    ("doorgezonden", "persoon"): "behandelaar",
    ("toegewezen", "persoon"): "behandelaar",
    ("bezwaar_commissie_benoemd", "personen"): "beoordelaar",
    ("informele_fase_gestart", "persoon"): "bemiddelaar",
}
"""The fields that give somebody a functie."""

_BY_THE_OFFICE = frozenset(
    {
        ("toegewezen", "door"),
        ("bezwaar_commissie_benoemd", "door"),
        ("niet_in_behandeling", "door"),
        ("verantwoordelijke_bereikt", "persoon"),
        ("overleg", "persoon"),
        ("actiepunt_vastgesteld", "persoon"),
        ("verbetermaatregel_vastgesteld", "persoon"),
    }
)
"""The fields that name somebody who acts for the office."""

_OUTSIDER = "nog niet in het dossier"
"""The key of a candidate who is not in the dossier: no number, so nobody has it."""


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Somebody who can be named, what they are at the office, and the afdeling where they work."""

    naam: str
    wat: tuple[str, ...] = ()
    afdeling: str = ""

    @property
    def label(self) -> str:
        """The name, and what tells this one apart from another of that name."""
        return f"{self.naam} ({', '.join(self.wat)})" if self.wat else self.naam


@dataclass(frozen=True, slots=True)
class Keuze:
    """Whom a field offers, whom it proposes, and a word with that: why others are not offered."""

    kandidaten: tuple[Kandidaat, ...]
    voorstel: tuple[str, ...] = ()
    toelichting: str = ""


def kandidaten_for(session: Session, dossier: Dossier, soort: str, veld: str, vandaag: date) -> Keuze:
    """Return whom a field that names people offers."""
    context = _Context(session, dossier, vandaag)
    functie = _GIVES.get((soort, veld))
    if functie is not None:
        return _for_functie(context, soort, functie)
    if (soort, veld) in _BY_THE_OFFICE:
        return Keuze(context.everybody)
    return Keuze(_merged(context.in_dossier))


def substitute_words(session: Session, dossier: Dossier, functie: Functie, vandaag: date) -> str:
    """Return a sentence that proposes who takes over a functie, by name where one is known; empty without any."""
    context = _Context(session, dossier, vandaag)
    soort = next((soort for (soort, _veld), gives in _GIVES.items() if gives == functie), "")
    voorstel = _for_functie(context, soort, functie).voorstel
    if voorstel:
        return f"Voorstel: wijs {' en '.join(voorstel)} aan."
    unnamed = _unnamed(context, soort) if functie == "behandelaar" else ()
    return f"Het reglement noemt: {'; '.join(unnamed)}. Wijs iemand aan." if unnamed else ""


@dataclass(frozen=True)
class _Context:
    """What is known of a dossier and its office on a day."""

    session: Session
    dossier: Dossier
    vandaag: date

    @cached_property
    def reglement(self) -> Reglement:
        return reglement_of(self.dossier.reglement_versie)

    @cached_property
    def feiten(self) -> DossierFeiten:
        return procedure_feiten(self.session, self.dossier, self.vandaag)

    @cached_property
    def functionarissen(self) -> tuple[FunctionarisView, ...]:
        return functionarissen_on(self.session, self.vandaag, self.reglement.sleutel)

    @cached_property
    def commissieleden(self) -> tuple[CommissielidView, ...]:
        return commissieleden_on(self.session, self.vandaag)

    @cached_property
    def in_dossier(self) -> list[Kandidaat]:
        return [Kandidaat(item.naam) for item in people_in(self.session, self.dossier) if item.naam]

    @cached_property
    def office(self) -> list[Kandidaat]:
        return [*self._functionarissen(), *self._commissieleden(), *self._gebruikers()]

    @cached_property
    def everybody(self) -> tuple[Kandidaat, ...]:
        """The office and then the dossier, each once; who is in the dossier is called as they are there."""
        known = {item.naam for item in self.in_dossier}
        return tuple(
            replace(item, naam=next((naam for naam in known if is_same_naam(naam, item.naam)), item.naam))
            for item in _merged([*self.office, *self.in_dossier])
        )

    def _functionarissen(self) -> Iterator[Kandidaat]:
        for item in self.functionarissen:
            if item.waarnemer:
                yield Kandidaat(item.waarnemer, (f"neemt waar als {item.functie}",))
            if item.naam:
                yield Kandidaat(item.naam, (f"{item.functie}, afwezig" if item.waarnemer else item.functie,))
            for naam in self.stand_ins(item):
                yield Kandidaat(naam, (f"vervangt de {item.functie}",))

    def _commissieleden(self) -> Iterator[Kandidaat]:
        for item in self.commissieleden:
            yield Kandidaat(item.naam, (f"lid van de {item.commissie}",), item.afdeling)

    def _gebruikers(self) -> Iterator[Kandidaat]:
        for naam in self.session.scalars(select(Gebruiker.naam).order_by(Gebruiker.id)):
            yield Kandidaat(naam, ("gebruiker van dit programma",))

    def stand_ins(self, functionaris: FunctionarisView) -> list[str]:
        """Return by name who take over where a functionaris has a part in the klacht.

        The reglement may name a functie only; that is the name of nobody.
        """
        functies = {item.functie for item in self.functionarissen}
        of_the_office = [item.naam for item in functionaris.vervangers if item.aanleiding == "betrokkenheid"]
        keys = {item.sleutel for item in vervangers(self.reglement, self.feiten, functionaris.sleutel)}
        named = [item.naam for item in self.functionarissen if item.sleutel in keys]
        return [naam for naam in dict.fromkeys([*named, *of_the_office]) if naam and naam not in functies]

    def why_not(self, kandidaat: Kandidaat, functie: Functie) -> str:
        """Return the sentence that says why somebody can't have a functie here; empty when they can."""
        feiten = self.feiten
        people = people_in(self.session, self.dossier)
        persoon = next((item for item in people if is_same_naam(item.naam, kandidaat.naam)), None)
        if persoon is None:
            outsider = Deelnemer(_OUTSIDER, "medewerker", afdeling=kandidaat.afdeling or None)
            feiten = replace(feiten, personen=(*feiten.personen, outsider))
        sleutel = _OUTSIDER if persoon is None else str(persoon.id)
        found = belemmering(self.reglement, feiten, sleutel, functie)
        return "" if found is None else found.reden.zin


def _for_functie(context: _Context, soort: str, functie: Functie) -> Keuze:
    everybody = context.everybody
    refused = {item.naam: why for item in everybody if (why := context.why_not(item, functie))}
    possible = tuple(item for item in everybody if item.naam not in refused)
    named = _proposed(context, soort, functie)
    voorstel = [item.naam for naam in named for item in possible if is_same_naam(item.naam, naam)]
    words = [
        f"{item.naam} kan niet worden gekozen. {refused[item.naam]}"
        for item in everybody
        if item.naam in refused and not _complains_only(context, item)
    ]
    if not voorstel and functie == "behandelaar" and (unnamed := _unnamed(context, soort)):
        words.insert(0, f"Het reglement noemt: {'; '.join(unnamed)}. Vul in wie dat is.")
    proposed = voorstel if functie == "beoordelaar" else voorstel[:1]
    first = [item for naam in proposed for item in possible if item.naam == naam]
    rest = [item for item in possible if item not in first]
    return Keuze((*first, *rest), tuple(proposed), "\n".join(words))


def _proposed(context: _Context, soort: str, functie: Functie) -> list[str]:
    """Return by name whom the reglement and the office put forward for a functie; for a bemiddelaar nobody."""
    if functie == "behandelaar":
        return _named(context, soort)
    return _commissie(context) if functie == "beoordelaar" else []


def _complains_only(context: _Context, kandidaat: Kandidaat) -> bool:
    """Tell whether nobody would look for this one here: a klager from outside needs no word of why not."""
    rollen = {
        item.rol
        for persoon in people_in(context.session, context.dossier)
        if is_same_naam(persoon.naam, kandidaat.naam)
        for item in context.feiten.personen
        if item.sleutel == str(persoon.id)
    }
    return not kandidaat.wat and bool(rollen) and rollen <= {"melder", "klager"}


def _functionaris(context: _Context, soort: str) -> FunctionarisView | None:
    """Return to whom the reglement sends the klacht with this stap, or else with another; or who handles it now."""
    stappen = context.reglement.stap_bij_gebeurtenis
    kinds = [soort, *(kind for (kind, _veld), gives in _GIVES.items() if gives == "behandelaar")]
    keys = [stap.naar for kind in kinds if (stap := stappen.get(kind)) and stap.naar]
    now = behandelaar_of(context.feiten)
    keys += [item.functie for item in context.feiten.personen if item.sleutel == now and item.functie]
    return next((item for key in keys for item in context.functionarissen if item.sleutel == key), None)


def _named(context: _Context, soort: str) -> list[str]:
    """Return by name who is to handle the klacht: the functionaris (in leave the waarnemer), then the stand-ins."""
    functionaris = _functionaris(context, soort)
    if functionaris is None:
        return []
    first = functionaris.waarnemer or functionaris.naam
    return [naam for naam in (first, *context.stand_ins(functionaris)) if naam]


def _unnamed(context: _Context, soort: str) -> tuple[str, ...]:
    """Return the functies that the reglement names for this, and for which the office filled in no name."""
    functionaris = _functionaris(context, soort)
    if functionaris is None:
        return ()
    keys = {item.sleutel for item in vervangers(context.reglement, context.feiten, functionaris.sleutel)}
    found = [functionaris, *(item for item in context.functionarissen if item.sleutel in keys)]
    return tuple(item.functie for item in found if not item.naam)


def _commissie(context: _Context) -> list[str]:
    """Return the members of the commissie, where the office has one."""
    commissies = {item.commissie for item in context.commissieleden}
    return [item.naam for item in context.commissieleden] if len(commissies) == 1 else []


def _merged(found: Iterable[Kandidaat]) -> tuple[Kandidaat, ...]:
    """Return everybody once, with all that they are; "mevrouw Amber Veldman" is Amber Veldman."""
    merged: list[Kandidaat] = []
    for item in found:
        place = next((at for at, other in enumerate(merged) if is_same_naam(other.naam, item.naam)), None)
        if place is None:
            merged.append(item)
        else:
            known = merged[place]
            wat = tuple(dict.fromkeys((*known.wat, *item.wat)))
            merged[place] = replace(known, wat=wat, afdeling=known.afdeling or item.afdeling)
    return tuple(merged)
