"""Gathers what stands in the oordeel from the dossier and its reglement."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.dutch import in_a_row
from klachtdesk.errors import DocumentError
from klachtdesk.formulieren.catalogus import GEGRONDHEID
from klachtdesk.models import Dossier, Formulier, Gebruiker, Klachtonderdeel, Persoon
from klachtdesk.reglement.invulvelden import INVULVELDEN
from klachtdesk.reglement.schema import Reglement, Rule
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.reglementen import form_choices, reglement_of
from klachtdesk.services.status import behandelaar_of, betrokkenen_of, klager_of, ontvangen_op
from klachtdesk.views.oordeel import GrondslagView, OnderdeelView, OordeelInhoud, PartijView

REQUIRED = ("bevindingen", "conclusies", "gegrondheid")
"""Without these it is no oordeel over de gegrondheid (Interactie 5.6)."""


_TEXTS = ("bevindingen", "reacties", "conclusies", "afhandeling", "aanbevelingen")


def oordeel_inhoud(session: Session, dossier: Dossier, vandaag: date) -> OordeelInhoud:
    """Return the content of the oordeel; raises DocumentError that names everything that is still missing."""
    formulier = session.get(Formulier, dossier.id) or Formulier()
    reglement = reglement_of(dossier.reglement_versie)
    regels = reglement.oordeel
    signed = regels is not None and regels.ondertekening is not None
    klager, ontvangen, betrokkenen = klager_of(dossier), ontvangen_op(dossier), betrokkenen_of(dossier)
    _check_complete(formulier, klager, betrokkenen, signed=signed)
    if klager is None or ontvangen is None:
        raise DocumentError("Voor het oordeel ontbreekt nog de datum van ontvangst.")
    # Who signs is called what the reglement calls that party; not every reglement has a klachtenfunctionaris.
    handles = "klachtenfunctionaris" if signed else "behandelaar"
    behandelaar = PartijView(handles, behandelaar_of(dossier) or _maker(session, dossier))
    partijen = (
        _partij("klager", klager),
        behandelaar,
        *(_partij("betrokkene", item) for item in betrokkenen[:1]),
    )
    texts = {name: getattr(formulier, name) or "" for name in _TEXTS}
    return OordeelInhoud(
        kantoor=kantoor_view(session),
        kenmerk=dossier.nummer,
        datum=vandaag,
        reglement=reglement.naam,
        klager=_partij("klager", klager),
        betrokkenen=tuple(_partij("betrokkene", item) for item in betrokkenen),
        behandelaar=behandelaar,
        ontvangen_op=ontvangen,
        klacht=formulier.omschrijving or "",
        onderdelen=_onderdelen(session, dossier, reglement),
        gegrondheid=_gegrondheid(formulier.gegrondheid),
        vervolg="" if regels is None else regels.vervolg,
        grondslag=() if regels is None else tuple(map(_grondslag, regels.grondslag)),
        ondertekening=None
        if regels is None or not regels.ondertekening
        else _grondslag(regels.ondertekening),
        partijen=partijen if signed else (),
        **texts,
    )


def _check_complete(
    formulier: Formulier, klager: Persoon | None, betrokkenen: list[Persoon], *, signed: bool
) -> None:
    missing = [INVULVELDEN[sleutel] for sleutel in REQUIRED if not getattr(formulier, sleutel)]
    if klager is None or not klager.naam:
        missing.append("de naam van de klager")
    if signed and not any(item.naam for item in betrokkenen[:1]):
        missing.append("de naam van de betrokkene")
    if missing:
        raise DocumentError(
            f"Voor het oordeel ontbreekt nog: {in_a_row(missing)}.",
            "Vul dit in op het meldingsformulier of op het formulier Oordeel.",
        )


def _partij(rol: str, persoon: Persoon) -> PartijView:
    return PartijView(rol, persoon.naam, persoon.organisatie)


def _maker(session: Session, dossier: Dossier) -> str:
    gebruiker = session.get(Gebruiker, dossier.aangemaakt_door)
    return "" if gebruiker is None else gebruiker.naam


def _onderdelen(session: Session, dossier: Dossier, reglement: Reglement) -> tuple[OnderdeelView, ...]:
    labels = {keuze.sleutel: keuze.label for keuze in form_choices(reglement)["onderwerpen"]}
    query = (
        select(Klachtonderdeel).where(Klachtonderdeel.dossier_id == dossier.id).order_by(Klachtonderdeel.rij)
    )
    return tuple(
        OnderdeelView(
            item.omschrijving or "", labels.get(item.onderwerp or "", ""), _gegrondheid(item.gegrondheid)
        )
        for item in session.scalars(query)
    )


def _gegrondheid(sleutel: str | None) -> str:
    return next((keuze.label.lower() for keuze in GEGRONDHEID if keuze.sleutel == sleutel), "")


def _grondslag(rule: Rule) -> GrondslagView:
    return GrondslagView(rule.artikel, " […] ".join(rule.citaat))
