"""Where a dossier stands and what may happen next, ready for the screen."""

from datetime import date
from functools import cache

from sqlalchemy.orm import Session

from klachtdesk.brieven.sjabloon import list_sjablonen
from klachtdesk.models import Dossier
from klachtdesk.reglement.invulvelden import INVULVELDEN
from klachtdesk.reglement.procedure_redenen import Reden
from klachtdesk.reglement.procedure_status import StapStand
from klachtdesk.reglement.stappen import FASE_LABELS
from klachtdesk.services.people import people_in
from klachtdesk.services.procedure_feiten import procedure_of
from klachtdesk.services.signalen import signalen_of
from klachtdesk.views.stap import ProcedureView, RedenView, StapView

PARTIJ_LABELS = {
    "medewerker": "een medewerker",
    "klachtenfunctionaris": "de klachtenfunctionaris",
    "behandelaar": "de behandelaar",
    "directie": "de directie",
    "klager": "de klager",
    "betrokkene": "de betrokkene",
    "commissie": "de commissie",
    "instantie": "de beroepsinstantie",
}


def procedure_view(session: Session, dossier: Dossier, vandaag: date) -> ProcedureView:
    """Return where a dossier stands, who is to move, every stap with why it is not possible, and the signalen."""
    procedure = procedure_of(session, dossier, vandaag)
    names = {str(persoon.id): persoon.naam for persoon in people_in(session, dossier)}
    status = procedure.status
    return ProcedureView(
        aan_zet=PARTIJ_LABELS[status.aan_zet] if status.aan_zet else "",
        wacht_op=None if status.wacht_op is None else stap_view(status.wacht_op, names),
        stappen=tuple(stap_view(stand, names) for stand in procedure.stappen),
        signalen=signalen_of(session, dossier, vandaag),
    )


def stap_view(stand: StapStand, names: dict[str, str]) -> StapView:
    """Return a stap as a screen shows it; `names` are those of the people in the dossier, by key."""
    return StapView(
        soort=stand.soort,
        label=stand.label,
        fase=FASE_LABELS[stand.regel.fase],
        door=PARTIJ_LABELS[stand.regel.door],
        persoon=names.get(stand.persoon or "", ""),
        mogelijk=stand.mogelijk,
        gebeurd=stand.gebeurd,
        verwacht=stand.regel.verwacht,
        redenen=tuple(reden_view(item) for item in stand.redenen),
        termijnen=tuple(item.label for item in stand.termijnen),
        streefdatum=stand.streefdatum,
        besluit=stand.besluit,
        ontbreekt=tuple(INVULVELDEN[key] for key in stand.ontbreekt),
        brief=stand.brief if stand.brief and stand.brief in _letters() else "",
    )


@cache
def _letters() -> frozenset[str]:
    """Return the keys of the letters there are: a reglement may name what is made elsewhere, such as the oordeel."""
    return frozenset(sleutel for _reglement, sleutel in list_sjablonen())


def reden_view(reden: Reden) -> RedenView:
    """Return a reason as a screen shows it."""
    return RedenView(reden.zin, reden.artikel)
