"""What fields held before, also in the other dossiers of a person: who was merged is one record, wherever they are."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren import MELDINGSFORMULIER
from klachtdesk.models import Betrokkenheid, Dossier, FormulierWijziging
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.formulier_records import raw_values
from klachtdesk.services.zoeken import index_dossier

Snapshot = dict[int, dict[str, str]]
"""What the meldingsformulier of each dossier holds, by the id of the dossier."""


def keep_history(
    session: Session, desk: Desk, dossier: Dossier, before: Mapping[str, str], after: Mapping[str, str]
) -> None:
    """Keep what each field of a form held before, where that is gone now."""
    for key in sorted(before):
        if after.get(key, "") != before[key]:
            session.add(
                FormulierWijziging(
                    dossier_id=dossier.id,
                    sleutel=key,
                    oude_waarde=before[key],
                    moment=desk.klok.nu(),
                    gebruiker_id=desk.gebruiker.id,
                )
            )


def sharing_dossiers(session: Session, dossier: Dossier) -> list[Dossier]:
    """Return the other dossiers in which somebody of this one plays a part too."""
    people = [item.persoon_id for item in dossier.betrokkenheden]
    shared = select(Betrokkenheid.dossier_id).where(Betrokkenheid.persoon_id.in_(people))
    return list(session.scalars(select(Dossier).where(Dossier.id.in_(shared), Dossier.id != dossier.id)))


def snapshot(session: Session, dossiers: Iterable[Dossier]) -> Snapshot:
    """Return what is filled in about the people of these dossiers, before something changes."""
    return {dossier.id: raw_values(session, dossier, MELDINGSFORMULIER) for dossier in dossiers}


def keep_up(session: Session, desk: Desk, dossiers: Iterable[Dossier], before: Snapshot) -> Changes:
    """Keep in each dossier that changed what its form held before, and let it be found by what it holds now."""
    session.flush()
    changes = Changes()
    for dossier in dossiers:
        after = raw_values(session, dossier, MELDINGSFORMULIER)
        if after != before[dossier.id]:
            keep_history(session, desk, dossier, before[dossier.id], after)
            index_dossier(session, dossier)
            changes |= dossier_changed(dossier.id)
    return changes
