"""The audit log: who did what when, in ids only, each line chained to the one before it.

It holds no names and no texts, so that it can outlive the destruction of a dossier (design: the kluis).
"""

import hashlib
import json
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.models import AuditRegel
from klachtdesk.services.desk import Desk

_BEGIN = "0" * 64


def record_audit(
    session: Session, desk: Desk, handeling: str, soort: str, object_id: int | None = None
) -> None:
    """Add a line to the log, inside the transaction of the action that it records."""
    session.flush()
    last = session.scalars(select(AuditRegel.keten).order_by(AuditRegel.id.desc()).limit(1)).first()
    moment = desk.klok.nu()
    regel = AuditRegel(
        moment=moment,
        gebruiker_id=desk.gebruiker.id,
        handeling=handeling,
        object_soort=soort,
        object_id=object_id,
        keten="",
    )
    regel.keten = _chain(last or _BEGIN, regel, moment)
    session.add(regel)


def audit_faults(session: Session) -> tuple[int, ...]:
    """Return the ids of the lines that do not follow from the line before them; empty when all is whole."""
    previous, faults = _BEGIN, []
    for regel in session.scalars(select(AuditRegel).order_by(AuditRegel.id)):
        if regel.keten != _chain(previous, regel, regel.moment):
            faults.append(regel.id)
        previous = regel.keten
    return tuple(faults)


def _chain(previous: str, regel: AuditRegel, moment: datetime) -> str:
    fields = [
        previous,
        int(moment.timestamp() * 1_000_000),
        regel.gebruiker_id,
        regel.handeling,
        regel.object_soort,
        regel.object_id,
    ]
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()
