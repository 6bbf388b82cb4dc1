"""Gathers what stands in the oordeel from the dossier and its reglement."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import DocumentError
from klachtdesk.formulieren import OORDEEL
from klachtdesk.formulieren.catalogus import GEGRONDHEID
from klachtdesk.models import Dossier, Formulier, Gebruiker, Klachtonderdeel, Persoon
from klachtdesk.reglement.schema import Reglement, Rule
from klachtdesk.services.kantoren import kantoor_view
from klachtdesk.services.reglementen import form_choices, reglement_of
from klachtdesk.services.status import behandelaar_of, klager_of, ontvangen_op
from klachtdesk.views.oordeel import GrondslagView, OnderdeelView, OordeelInhoud, PartijView

REQUIRED = ("bevindingen", "conclusies", "gegrondheid")
"""Without these it is no oordeel over de gegrondheid (Interactie 5.6)."""


def oordeel_inhoud(session: Session, dossier: Dossier, vandaag: date) -> OordeelInhoud:
    """Return the content of the oordeel; raises DocumentError that names everything that is still missing."""
    formulier = session.get(Formulier, dossier.id) or Formulier()
    reglement = reglement_of(dossier.reglement_versie)
    klager = klager_of(dossier)
    ontvangen = ontvangen_op(dossier)
    betrokkenen = [item.persoon for item in dossier.betrokkenheden if item.rol == "betrokkene"]
    missing = [OORDEEL.veld(sleutel).label.lower() for sleutel in REQUIRED if not getattr(formulier, sleutel)]
    missing += [] if klager is not None and klager.naam else ["de naam van de klager"]
    signs = reglement.oordeel is not None and reglement.oordeel.ondertekening is not None
    missing += ["de naam van de betrokkene"] if signs and not any(item.naam for item in betrokkenen) else []
    if missing or klager is None or ontvangen is None:
        raise DocumentError(
            f"Voor het oordeel ontbreekt nog: {', '.join(missing) or 'de datum van ontvangst'}.",
            "Vul dit in op het meldingsformulier of op het formulier Oordeel.",
        )
    behandelaar = PartijView("klachtenfunctionaris", behandelaar_of(dossier) or _maker(session, dossier))
    partijen = (
        _partij("klager", klager),
        behandelaar,
        *(_partij("betrokkene", item) for item in betrokkenen[:1]),
    )
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
        bevindingen=formulier.bevindingen or "",
        reacties=formulier.reacties or "",
        conclusies=formulier.conclusies or "",
        afhandeling=formulier.afhandeling or "",
        onderdelen=_onderdelen(session, dossier, reglement),
        gegrondheid=_gegrondheid(formulier.gegrondheid),
        aanbevelingen=formulier.aanbevelingen or "",
        vervolg=reglement.oordeel.vervolg if reglement.oordeel else "",
        grondslag=tuple(
            _grondslag(rule) for rule in (reglement.oordeel.grondslag if reglement.oordeel else ())
        ),
        ondertekening=_grondslag(reglement.oordeel.ondertekening)
        if reglement.oordeel and reglement.oordeel.ondertekening
        else None,
        partijen=partijen if signs else (),
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
