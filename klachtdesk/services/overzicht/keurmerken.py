"""Evidence for an audit: for each question of a quality mark the figures and the cases that show it, as one PDF."""

from datetime import date, datetime, time
from functools import cache
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from klachtdesk import assets
from klachtdesk.errors import NotFound
from klachtdesk.formulieren.kantoor import DOELGROEPEN
from klachtdesk.models import AuditRegel, Bekendmaking, Bespreking, Gebruiker, Kantoor
from klachtdesk.overzicht.assembly import assemble
from klachtdesk.overzicht.keurmerk import Keurmerk, load_keurmerk
from klachtdesk.overzicht.maatstaven import Bewijsbron, Kantoorfeiten, answer
from klachtdesk.overzicht.perioden import Periode
from klachtdesk.reglement.kalender import ONE_DAY
from klachtdesk.services.audit import audit_faults, record_audit
from klachtdesk.services.desk import Desk
from klachtdesk.services.files import write_whole
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.overzicht.aanbevelingen import aanbevelingen_of
from klachtdesk.services.overzicht.reading import bron_of
from klachtdesk.views.keurmerk import BewijsView, BewijsVraag, KeurmerkKeuze
from klachtdesk.views.overzicht import Over

_FOLDER = "keurmerken"
_READS = ("dossier_gelezen",)
_TAKEN = (
    "bijlage_geexporteerd",
    "document_geexporteerd",
    "document_gemaild",
    "dossier_geexporteerd",
    "overzicht_geexporteerd",
)
"""What the audit log calls it when something leaves the kluis."""


@cache
def list_keurmerken() -> tuple[KeurmerkKeuze, ...]:
    """Return the quality marks that are described, by name."""
    found = (KeurmerkKeuze(sleutel, _keurmerk(sleutel).naam) for sleutel in assets.names(_FOLDER, ".toml"))
    return tuple(sorted(found, key=lambda keuze: keuze.naam.casefold()))


def read_bewijs(desk: Desk, sleutel: str, over: Over) -> BewijsView:
    """Return the answers to the questions of a quality mark over a period.

    The audit log notes that it was made. Raises NotFound for an unknown quality mark, and as
    `overzicht.read_overzicht`.
    """
    if sleutel not in {keuze.sleutel for keuze in list_keurmerken()}:
        raise NotFound("Dit keurmerk kent klachtdesk niet.", "Kies een keurmerk uit de lijst.")
    keurmerk = _keurmerk(sleutel)
    with desk.writing() as session:
        bron, naam, _cijfers = bron_of(session, desk, over.van, over.tot, over.reglement or None)
        kantoor = session.scalars(select(Kantoor)).one()
        overzicht = assemble(bron, kantoor=kantoor.naam, reglement=naam, drempel=kantoor.kleine_aantallen)
        bewijs = Bewijsbron(bron, overzicht, _kantoorfeiten(session, desk, over, bron.periode))
        record_audit(session, desk, "keurmerkbewijs_gemaakt", "overzicht")
    return BewijsView(
        naam=keurmerk.naam,
        voluit=keurmerk.voluit,
        reglement=naam,
        van=over.van,
        tot=over.tot,
        label=bron.periode.label,
        peildatum=bron.periode.peil,
        vragen=tuple(BewijsVraag(item.tekst, answer(bewijs, item), item.elders) for item in keurmerk.vraag),
    )


def render_bewijs(desk: Desk, sleutel: str, over: Over) -> bytes:
    """Return the evidence for a quality mark as a PDF; raises as `read_bewijs`."""
    from klachtdesk.documenten.keurmerk import render_keurmerk  # loads ReportLab and pikepdf

    bewijs = read_bewijs(desk, sleutel, over)
    with desk.reading() as session:
        kantoor = kantoor_view(session)
    return render_keurmerk(bewijs, kantoor)


def save_bewijs(desk: Desk, target: Path, sleutel: str, over: Over) -> None:
    """Write that PDF to a file outside the kluis, complete or not at all; this is noted in the audit log.

    Raises as `read_bewijs`, and DocumentError when the place can't be written to.
    """
    made = render_bewijs(desk, sleutel, over)
    write_whole(target, made, wat="Dit bewijs", blijft="U kunt het altijd opnieuw maken.")
    with desk.writing() as session:
        record_audit(session, desk, "overzicht_geexporteerd", "overzicht")


def _keurmerk(sleutel: str) -> Keurmerk:
    bestand = f"{sleutel}.toml"
    return load_keurmerk(assets.read_text(_FOLDER, bestand), bestand=bestand)


def _kantoorfeiten(session: Session, desk: Desk, over: Over, periode: Periode) -> Kantoorfeiten:
    held = session.scalars(
        select(Bespreking)
        .where(Bespreking.datum.between(over.van, periode.peil), Bespreking.vervallen == "")
        .order_by(Bespreking.datum, Bespreking.id)
    )
    groups = {keuze.sleutel: keuze.label for keuze in DOELGROEPEN}
    places = session.scalars(select(Bekendmaking).order_by(Bekendmaking.doelgroep, Bekendmaking.id))
    reads, readers = _logged(session, _READS, over.van, periode.peil)
    taken, _takers = _logged(session, _TAKEN, over.van, periode.peil)
    return Kantoorfeiten(
        besprekingen=tuple((item.datum, len(item.dossiers)) for item in held),
        bekendmakingen=tuple(
            (groups.get(item.doelgroep, item.doelgroep), item.waar, item.laatst_nagekeken) for item in places
        ),
        aanbevelingen=aanbevelingen_of(session, over, desk.klok.vandaag()),
        gebruikers=session.scalar(select(func.count(Gebruiker.id))) or 0,
        lezers=readers,
        ingezien=reads,
        meegenomen=taken,
        logboek_heel=not audit_faults(session),
    )


def _logged(session: Session, handelingen: tuple[str, ...], van: date, tot: date) -> tuple[int, int]:
    """Return how often the audit log names these in a period, and by how many people."""
    if tot < van:
        return 0, 0
    begin = datetime.combine(van, time.min).astimezone()
    end = datetime.combine(tot + ONE_DAY, time.min).astimezone()
    query = select(func.count(AuditRegel.id), func.count(AuditRegel.gebruiker_id.distinct())).where(
        AuditRegel.handeling.in_(handelingen), AuditRegel.moment >= begin, AuditRegel.moment < end
    )
    found = session.execute(query).one()
    return found[0], found[1]
