"""Finding dossiers, and showing one whole."""

from datetime import date

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from klachtdesk.models import Document, Dossier, Formulier
from klachtdesk.post.bestandssoort import kind_of_media_type
from klachtdesk.reglement.termijnen import TermijnStand
from klachtdesk.services.audit import record_audit
from klachtdesk.services.bijlagen import SOORT as BIJLAGE
from klachtdesk.services.brieven.versies import letter_kinds
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import corrected_away
from klachtdesk.services.documentnamen import outside_names
from klachtdesk.services.dossier_records import get_dossier, load_dossiers
from klachtdesk.services.dossier_rows import DossierRij, dossier_rows, under_way
from klachtdesk.services.feiten import bewaren_of, termijnen_of
from klachtdesk.services.people import ROL_LABELS
from klachtdesk.services.reglementen import form_choices, reglement_of
from klachtdesk.services.reglementkeuze import other_reglementen
from klachtdesk.services.stappen import procedure_view
from klachtdesk.services.status import is_open, klager_named, ontvangen_op, status_of
from klachtdesk.services.termijn_views import most_urgent, push_date, termijn_view
from klachtdesk.services.tijdlijn import tijdlijn_of
from klachtdesk.services.zoeken import match_query
from klachtdesk.views.dossier import BewaarView, DocumentRegel, DossierView, PersoonView
from klachtdesk.views.dossiers import DossierRegel

BEWAAR_LABELS = {
    "geen_termijn": "Geen bewaartermijn: het reglement noemt er geen en het kantoor heeft er nog geen gekozen",
    "loopt_niet": "De bewaartermijn loopt nog niet",
    "loopt": "Wordt bewaard",
    "verstreken": "De bewaartermijn is verstreken",
    "vernietigd": "Vernietigd",
}


def list_dossiers(desk: Desk, zoek: str = "", *, alleen_open: bool = False) -> tuple[DossierRegel, ...]:
    """Return the dossiers, the latest first; with `zoek` only those in which every word of it occurs.

    Termijnen are derived only where something may still have to be done.
    """
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        found = _matching(session, zoek)
        open_ids = set(under_way(session))
        wanted = open_ids if found is None else open_ids & found
        urgent = {
            dossier.id: most_urgent(termijnen_of(dossier, vandaag))
            for dossier in load_dossiers(session, wanted)
        }
        rows = dossier_rows(session, wanted if alleen_open else found)
        return tuple(_regel(row, row.id in open_ids, urgent.get(row.id)) for row in rows)


def read_dossier(desk: Desk, dossier_id: int) -> DossierView:
    """Return a dossier whole; opening one is noted in the audit log. Raises NotFound."""
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        record_audit(session, desk, "dossier_gelezen", "dossier", dossier.id)
        return dossier_view(session, dossier, desk.klok.vandaag())


def reread_dossier(desk: Desk, dossier_id: int) -> DossierView:
    """Return a dossier that is open on the screen already, as it stands by now. Raises NotFound."""
    with desk.reading() as session:
        return dossier_view(session, get_dossier(session, dossier_id), desk.klok.vandaag())


def _matching(session: Session, zoek: str) -> set[int] | None:
    """Return the dossiers in which what was typed occurs; None when nothing was typed."""
    if not zoek.strip():
        return None
    match = match_query(zoek)
    if match is None:
        return set()
    query = text("SELECT rowid FROM zoekindex WHERE zoekindex MATCH :match")
    return set(session.execute(query, {"match": match}).scalars())


def _regel(row: DossierRij, loopt: bool, urgent: TermijnStand | None) -> DossierRegel:
    return DossierRegel(
        id=row.id,
        nummer=row.nummer,
        ontvangen_op=row.ontvangen_op,
        klager=row.klager,
        organisatie=row.organisatie,
        status=row.status,
        loopt=loopt,
        eerstvolgend=None if urgent is None else push_date(urgent),
        termijn="" if urgent is None else urgent.label,
        te_laat=urgent is not None and urgent.status == "te_laat",
        behandelaar=row.behandelaar,
    )


def dossier_view(session: Session, dossier: Dossier, vandaag: date) -> DossierView:
    """Return a dossier as the screen and the bundle show it."""
    formulier = session.get(Formulier, dossier.id)
    reglement = reglement_of(dossier.reglement_versie)
    labels = {keuze.sleutel: keuze.label for keuze in form_choices(reglement)["onderwerpen"]}
    onderwerpen = (formulier.onderwerpen or []) if formulier else []
    standen = termijnen_of(dossier, vandaag)
    procedure = procedure_view(session, dossier, vandaag)
    omschrijving = (formulier.omschrijving or "") if formulier else ""
    return DossierView(
        id=dossier.id,
        nummer=dossier.nummer,
        titel=_titel(dossier, (formulier.product or "") if formulier else ""),
        status=status_of(dossier),
        open=is_open(dossier),
        reglement=reglement.naam,
        personen=_personen(dossier),
        termijnen=tuple(termijn_view(dossier, stand) for stand in standen),
        tijdlijn=tijdlijn_of(session, dossier),
        documenten=_documenten(session, dossier),
        bewaren=_bewaren(dossier, vandaag),
        onderwerpen=tuple(labels.get(sleutel, sleutel) for sleutel in onderwerpen),
        omschrijving=omschrijving,
        wens=(formulier.wens or "") if formulier else "",
        ontvangen_op=ontvangen_op(dossier),
        procedure=procedure,
        andere_reglementen=other_reglementen(session, dossier, vandaag),
    )


def _titel(dossier: Dossier, product: str) -> str:
    return " · ".join(filter(None, (klager_named(dossier) or "Klager nog onbekend", product)))


def _personen(dossier: Dossier) -> tuple[PersoonView, ...]:
    return tuple(
        PersoonView(
            id=item.persoon_id,
            rol=item.rol,
            rol_label=ROL_LABELS[item.rol],
            naam=item.persoon.naam,
            organisatie=item.persoon.organisatie,
            functie=item.persoon.functie,
            telefoon=item.persoon.telefoon,
            email=item.persoon.email,
            afdeling=item.persoon.afdeling,
        )
        for item in dossier.betrokkenheden
    )


def _documenten(session: Session, dossier: Dossier) -> tuple[DocumentRegel, ...]:
    found = session.scalars(
        select(Document).where(Document.dossier_id == dossier.id).order_by(Document.id.desc())
    ).all()
    replaced = {item.vervangt_id for item in found}
    proof = {item.document_id for item in dossier.gebeurtenissen}
    taken_back = corrected_away(dossier)
    letters, names = letter_kinds(session, dossier), outside_names(session, dossier)
    return tuple(
        DocumentRegel(
            id=item.id,
            soort=item.soort,
            titel=item.titel,
            gemaakt_op=item.gemaakt_op,
            grootte=item.grootte,
            sha256=item.sha256,
            actueel=item.id not in replaced,
            bestandsnaam=item.bestandsnaam,
            herkomst=item.herkomst,
            soort_bestand=(kind := kind_of_media_type(item.media_type)).label,
            toonbaar=kind.toonbaar,
            gevaar=kind.gevaar,
            opslaan_als=names[item.id],
            verwijderbaar=item.soort == BIJLAGE and item.id not in proof,
            brief="" if item.id in replaced else letters.get(item.id, ""),
            teruggenomen=item.id in taken_back and item.id not in replaced,
        )
        for item in found
    )


def _bewaren(dossier: Dossier, vandaag: date) -> BewaarView:
    stand = bewaren_of(dossier, vandaag)
    return BewaarView(stand.status, BEWAAR_LABELS[stand.status], stand.tot, stand.reden)
