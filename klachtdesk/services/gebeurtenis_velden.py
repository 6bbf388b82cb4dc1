"""What the dialog for a gebeurtenis asks, and from which it lets choose: from the vocabulary and the reglement."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.dutch import in_a_row
from klachtdesk.formulieren.catalogus import KANALEN
from klachtdesk.models import Dossier
from klachtdesk.reglement.gebeurtenissen import REF_PAREN, SOORTEN, GebeurtenisSoort
from klachtdesk.reglement.gebeurtenissen import GebeurtenisVeld as VeldRegel
from klachtdesk.reglement.invulvelden import INVULVELDEN
from klachtdesk.reglement.procedure import Procedure
from klachtdesk.reglement.procedure_invoer import wanted_velden
from klachtdesk.reglement.procedure_status import StapStand
from klachtdesk.reglement.schema import Reglement
from klachtdesk.reglement.stappen import FASE_LABELS, Stap
from klachtdesk.services.formulier_records import counting_events, new_ref
from klachtdesk.services.gevraagd import gevraagde_velden, on_form
from klachtdesk.services.kandidaten import Kandidaat, Keuze, kandidaten_for
from klachtdesk.services.kantoor.instanties import instanties_on
from klachtdesk.services.people import PERSON_KINDS, people_in
from klachtdesk.services.procedure_feiten import procedure_of
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.views.dossier import GebeurtenisKeuze, GebeurtenisVeld
from klachtdesk.views.stap import RedenView

Pairs = tuple[tuple[str, str], ...]

_OPENED_BY = {closes: opens for opens, closes in REF_PAREN.items()} | {
    "actiepunt_gereed": "actiepunt_vastgesteld"
}

_REF_PREFIX = {
    "actiepunt_vastgesteld": "A",
    "verbetermaatregel_vastgesteld": "M",
    "consequenties_vastgesteld": "C",
}
"""What a kenmerk begins with, by the kind that gives it out."""

_NOT_TYPED = frozenset({"document", "gebeurtenis"})
"""Kinds of field that belong to the action that records them."""


@dataclass(frozen=True)
class _Context:
    """What the choices of a field can depend on."""

    session: Session
    dossier: Dossier
    reglement: Reglement
    procedure: Procedure
    soort: GebeurtenisSoort
    vandaag: date

    @property
    def standen(self) -> tuple[StapStand, ...]:
        return tuple(stand for stand in self.procedure.stappen if stand.soort == self.soort.sleutel)


def possible_keuzes(session: Session, dossier: Dossier, vandaag: date) -> tuple[GebeurtenisKeuze, ...]:
    """Return the kinds of gebeurtenis of this reglement in its own order, each with what it asks.

    Those not possible now ask too: a recorded one of that kind may have to be corrected.
    """
    procedure = procedure_of(session, dossier, vandaag)
    kinds = dict.fromkeys(stand.soort for stand in procedure.stappen)
    return tuple(_keuze(_context(session, dossier, procedure, soort, vandaag)) for soort in kinds)


def keuze_of(session: Session, dossier: Dossier, soort: str, vandaag: date) -> GebeurtenisKeuze:
    """Return one kind of gebeurtenis that the reglement knows, with what it asks."""
    return _keuze(_context(session, dossier, procedure_of(session, dossier, vandaag), soort, vandaag))


def asked_velden(
    session: Session, dossier: Dossier, soort: GebeurtenisSoort, vandaag: date
) -> tuple[GebeurtenisVeld, ...]:
    """Return the fields of a kind of gebeurtenis; documents are attached by the action that makes them, not typed."""
    procedure = procedure_of(session, dossier, vandaag)
    return _velden(_context(session, dossier, procedure, soort.sleutel, vandaag))


def _context(session: Session, dossier: Dossier, procedure: Procedure, soort: str, vandaag: date) -> _Context:
    return _Context(
        session, dossier, reglement_of(dossier.reglement_versie), procedure, SOORTEN[soort], vandaag
    )


def _keuze(context: _Context) -> GebeurtenisKeuze:
    standen = context.standen
    possible = any(stand.mogelijk for stand in standen)
    redenen = () if possible else tuple(item for stand in standen for item in stand.redenen)
    return GebeurtenisKeuze(
        context.soort.sleutel,
        context.soort.label,
        _velden(context),
        mogelijk=possible,
        redenen=tuple(dict.fromkeys(RedenView(item.zin, item.artikel) for item in redenen)),
        fase=FASE_LABELS[standen[0].regel.fase],
    )


def _velden(context: _Context) -> tuple[GebeurtenisVeld, ...]:
    own = tuple(_veld(veld, context) for veld in context.soort.velden if veld.soort not in _NOT_TYPED)
    stap = context.reglement.stap_bij_gebeurtenis.get(context.soort.sleutel)
    return (*own, *gevraagde_velden(context.session, context.dossier, stap))


def _veld(veld: VeldRegel, context: _Context) -> GebeurtenisVeld:
    stap = context.reglement.stap_bij_gebeurtenis.get(context.soort.sleutel)
    demanded = () if stap is None else wanted_velden(stap)
    people = _people(veld, context) if veld.soort in PERSON_KINDS else Keuze(())
    keuzes = tuple((item.naam, item.label) for item in people.kandidaten) or _choices(veld, context)
    toelichting = [people.toelichting, "" if stap is None else _demanded_when(veld, stap, context.soort)]
    return GebeurtenisVeld(
        veld.sleutel,
        veld.label,
        veld.soort,
        keuzes,
        veld.verplicht or veld.sleutel in demanded,
        ", ".join(people.voorstel) or _proposed(veld, context),
        "\n".join(filter(None, toelichting)),
    )


def _proposed(veld: VeldRegel, context: _Context) -> str:
    """Return the next free kenmerk of what is opened one by one, what the klacht lacks, or what the form says."""
    prefix = _REF_PREFIX.get(context.soort.sleutel)
    if veld.soort == "ref" and prefix:
        return new_ref(prefix, [item.ref for item in context.dossier.gebeurtenissen if item.ref])
    if veld.sleutel == "velden":
        return in_a_row([INVULVELDEN[key] for stand in context.standen for key in stand.ontbreekt])
    return on_form(context.session, context.dossier, veld.sleutel)


def _demanded_when(veld: VeldRegel, stap: Stap, soort: GebeurtenisSoort) -> str:
    """Say when a field has to be filled in that is only asked for where another one says so."""
    for demanded in stap.velden:
        sleutel, _, condition = demanded.partition(":")
        other, _, waarde = condition.partition("=")
        found = soort.veld(other)
        if sleutel == veld.sleutel and found is not None:
            return f"Verplicht als bij ‘{found.label}’ staat: {waarde.replace('_', ' ')}."
    return ""


def _choices(veld: VeldRegel, context: _Context) -> Pairs:
    if veld.keuzes:
        return tuple((sleutel, sleutel.replace("_", " ")) for sleutel in veld.keuzes)
    choose = _CHOICES.get(veld.soort)
    return () if choose is None else choose(context)


def _kanalen(context: _Context) -> Pairs:
    stap = context.reglement.stap_bij_gebeurtenis.get(context.soort.sleutel)
    allowed = stap.kanalen if stap is not None else ()
    if context.soort.sleutel == "ontvangen" and context.reglement.indiening is not None:
        allowed = context.reglement.indiening.kanalen
    return tuple((item.sleutel, item.label) for item in KANALEN if not allowed or item.sleutel in allowed)


def _termijnen(context: _Context) -> Pairs:
    return tuple((item.sleutel, item.label) for item in context.reglement.termijnen if item.verdaagbaar)


def _instanties(context: _Context) -> Pairs:
    """Return the bodies above the office, as the office itself keeps them."""
    found = instanties_on(context.session, context.vandaag, context.reglement.sleutel)
    return tuple((item.sleutel, item.naam) for item in found)


def _gronden(context: _Context) -> Pairs:
    if context.soort.sleutel == "verdaagd":
        verdagingen = [item.verdaging for item in context.reglement.termijnen if item.verdaging]
        return tuple((grond.sleutel, grond.label) for item in verdagingen for grond in item.gronden)
    found = [grond for stand in context.standen for grond in stand.gronden]
    return tuple(dict.fromkeys((grond.sleutel, grond.label) for grond in found))


def _people(veld: VeldRegel, context: _Context) -> Keuze:
    """Return the people to choose from; those of whom a stap `per` person can't be asked now are left out."""
    asked = [stand for stand in context.standen if stand.regel.per]
    if not asked:
        return kandidaten_for(
            context.session, context.dossier, context.soort.sleutel, veld.sleutel, context.vandaag
        )
    by_key = {str(item.id): item.naam for item in people_in(context.session, context.dossier)}
    names = [by_key[stand.persoon] for stand in asked if stand.mogelijk and stand.persoon in by_key]
    return Keuze(tuple(Kandidaat(naam) for naam in dict.fromkeys(names) if naam))


def _open_refs(context: _Context) -> Pairs:
    """Return what can be closed: the refs that were opened and not closed yet, with what they are about."""
    opened_by = _OPENED_BY.get(context.soort.sleutel)
    if opened_by is None:
        return ()
    events = counting_events(context.dossier)
    closed = {item.ref for item in events if item.soort == context.soort.sleutel}
    return tuple(
        (item.ref, f"{item.ref}: {item.velden.get('omschrijving', '')}".removesuffix(": "))
        for item in events
        if item.soort == opened_by and item.ref and item.ref not in closed
    )


def _stappen(context: _Context) -> Pairs:
    return tuple((sleutel, SOORTEN[sleutel].label) for sleutel in context.reglement.stap_bij_gebeurtenis)


_CHOICES: Mapping[str, Callable[[_Context], Pairs]] = {
    "keuze": _kanalen,
    "termijn": _termijnen,
    "instantie": _instanties,
    "gronden": _gronden,
    "ref": _open_refs,
    "stap": _stappen,
}
