"""Letters of a dossier at an office, made over the services as a user would."""

from dataclasses import replace

from dossiers import klacht_by_mail
from office import Office
from sqlalchemy import select

from klachtdesk.models import AuditRegel
from klachtdesk.services.brieven.making import begin_brief
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.views.brief import BriefInvoer

KLAGER = "mevrouw Marijke de Vries"
THUIS = {
    "melder.1.adres": "Lindelaan 14",
    "melder.1.postcode": "3511ab",
    "melder.1.plaats": "Utrecht",
    "melder.1.email": "marijke@delinde.example",
}
GEMACHTIGDE = {
    "klager.1.naam": "Noud Smit",
    "klager.1.adres": "Dorpsstraat 2",
    "klager.1.postcode": "3401 AA",
    "klager.1.plaats": "IJsselstein",
}
"""A klager who is not the melder, Marijke de Vries: at 10 voor Taal somebody who speaks for her, once authorised."""


def klacht_met_adres(office: Office, **more: str) -> int:
    """Register a klacht of somebody whose address is known, received today; return the dossier."""
    day = office.klok.vandaag()
    return klacht_by_mail(office, KLAGER, f"{day.day}-{day.month}-{day.year}", **(THUIS | more))


def begun(office: Office, dossier: int, soort: str, persoon: str = "", **changes: object) -> BriefInvoer:
    """Return what somebody chose and typed for a letter: what was proposed, with these changes."""
    return replace(begin_brief(office.desk, dossier, soort, persoon).invoer, **changes)  # type: ignore[arg-type]


def authorise(office: Office, dossier: int, volledig: str = "ja") -> None:
    """Record that the machtiging for that klager came in today."""
    day = office.klok.vandaag()
    velden = {"persoon": GEMACHTIGDE["klager.1.naam"], "volledig": volledig}
    record_gebeurtenis(
        office.desk, dossier, "machtiging_ontvangen", f"{day.day}-{day.month}-{day.year}", velden
    )


def audited(office: Office) -> list[str]:
    """Return what the audit log holds, in order."""
    with office.desk.reading() as session:
        return list(session.scalars(select(AuditRegel.handeling).order_by(AuditRegel.id)))
