"""A letter that is being made, as the window shows it: to whom, what to fill in, and what is proposed."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from klachtdesk.errors import NotAllowed
from klachtdesk.formulieren import write_value
from klachtdesk.models import Draft
from klachtdesk.services.brieven.geadresseerden import Geadresseerde
from klachtdesk.services.brieven.inhoud import proposed_velden
from klachtdesk.services.brieven.ondertekening import proposed_ondertekening
from klachtdesk.services.brieven.ontwerp import PERSOON, Briefstap, values_for, vrije_delen
from klachtdesk.services.desk import Desk
from klachtdesk.services.gebeurtenis_velden import keuze_of
from klachtdesk.services.people import ROL_LABELS
from klachtdesk.views.brief import BriefInvoer, BriefView, GeadresseerdeKeuze, MedeOntvanger, Vrijdeel
from klachtdesk.views.dossier import GebeurtenisKeuze, GebeurtenisVeld


def in_order(stap: Briefstap, persoon: str = "") -> list[Geadresseerde]:
    """Return to whom it can go, the person of the stap first; raises NotAllowed when there is nobody."""
    people = sorted(stap.keuzes, key=lambda item: bool(persoon) and item.naam != persoon)
    if not people:
        raise NotAllowed(
            "Er is niemand aan wie deze brief kan gaan.",
            "Vul op het meldingsformulier in om wie het gaat, of leg de stap vast zonder brief.",
        )
    return people


def draft_for(drafts: Sequence[Draft], aan: Geadresseerde, persoon: str) -> Draft | None:
    """Return the letter that was begun for this person; one to another person is another letter."""
    fresh = [draft for draft in drafts if "vervangt" not in draft.waarden]
    return next((item for item in fresh if not persoon or item.waarden["geadresseerde"] == aan.sleutel), None)


def proposed_invoer(session: Session, desk: Desk, stap: Briefstap, aan: Geadresseerde) -> BriefInvoer:
    """Return a letter as it stands before anybody typed."""
    invoer = BriefInvoer(
        soort=stap.soort.sleutel,
        datum=write_value(desk.klok.vandaag()),
        geadresseerde=aan.sleutel,
        velden={
            **_only_ways(asked_of(session, desk, stap)),
            **proposed_velden(session, desk, stap.dossier, stap.soort.sleutel),
        },
        ondertekening=proposed_ondertekening(session, desk, stap.dossier, stap.stap.door),
        bijlagen="" if stap.bijlage is None else stap.bijlage.titel,
    )
    return replace(invoer, vrij=vrije_delen(stap, values_for(session, desk, stap, invoer, aan)))


def brief_view(
    session: Session,
    desk: Desk,
    stap: Briefstap,
    people: Sequence[Geadresseerde],
    invoer: BriefInvoer,
    draft: Draft | None,
) -> BriefView:
    """Return the letter for the window."""
    keuze = _keuze(session, desk, stap)
    again = invoer.vervangt is not None
    waarden = values_for(session, desk, stap, invoer, people[0])
    standaard = vrije_delen(stap, waarden)
    return BriefView(
        dossier_id=stap.dossier.id,
        nummer=stap.dossier.nummer,
        sleutel=stap.sjabloon.sleutel,
        titel=stap.sjabloon.titel,
        gebeurtenis=stap.soort.label,
        mogelijk=keuze.mogelijk or again,
        redenen=() if again else keuze.redenen,
        geadresseerden=tuple(_choice(stap, item) for item in people),
        velden=_fields(stap, keuze),
        vrij=tuple(
            Vrijdeel(
                part.sleutel, part.label, part.uitleg, standaard[part.sleutel], part.is_verplicht(waarden)
            )
            for part in stap.sjabloon.vrij
        ),
        invoer=invoer,
        verzending=stap.is_verzending,
        bewaard_op=None if draft is None else draft.bewaard_op,
    )


def asked_of(session: Session, desk: Desk, stap: Briefstap) -> tuple[GebeurtenisVeld, ...]:
    """Return what the gebeurtenis asks beside its letter and who gets that."""
    return _fields(stap, _keuze(session, desk, stap))


def _keuze(session: Session, desk: Desk, stap: Briefstap) -> GebeurtenisKeuze:
    return keuze_of(session, stap.dossier, stap.soort.sleutel, desk.klok.vandaag())


def _fields(stap: Briefstap, keuze: GebeurtenisKeuze) -> tuple[GebeurtenisVeld, ...]:
    """Return the fields without the person, and without a ground where the reglement has none to choose from."""
    return tuple(
        veld
        for veld in keuze.velden
        if not (stap.per_persoon and veld.sleutel == PERSOON)
        and (veld.verplicht or veld.soort != "gronden" or veld.keuzes)
    )


def _only_ways(asked: Sequence[GebeurtenisVeld]) -> dict[str, str]:
    """Return what there is no choice about: nothing is judged by filling that in."""
    return {
        veld.sleutel: veld.keuzes[0][0]
        for veld in asked
        if veld.verplicht and veld.soort in {"ref", "termijn", "instantie"} and len(veld.keuzes) == 1
    }


def _choice(stap: Briefstap, aan: Geadresseerde) -> GeadresseerdeKeuze:
    ook = tuple(
        MedeOntvanger(item.sleutel, f"{_label(item)}{' (kopie)' * copy}", stap.proposes(aan, item))
        for item, copy in stap.ook(aan)
    )
    label = f"{_label(aan)}{' (nog geen machtiging)' * (aan.sleutel in stap.onbevoegd)}"
    return GeadresseerdeKeuze(aan.sleutel, label, aan.naam, aan.adres, ook)


def _label(item: Geadresseerde) -> str:
    rol = ROL_LABELS.get(item.rol, item.rol.capitalize())
    return f"{rol}: {item.naam}" if item.naam else f"{rol} (naam nog niet bekend)"
