"""The date on what the klager wrote: the day on which the klacht was put in (10 voor Taal 1.2)."""

from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import Gelezen
from klachtdesk.models import Dossier, Gebeurtenis
from klachtdesk.services.desk import Desk
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.gebeurtenis_records import add_correctie, check_gebeurtenissen

SOORT = "ingediend"


def record_dagtekening(
    session: Session, desk: Desk, dossier: Dossier, gelezen: Gelezen, ontvangen_op: date
) -> None:
    """Let the tijdlijn say on which day the klacht was put in, as the meldingsformulier says it; without it nothing.

    It counts before the receipt, whenever it is written down. Raises InvalidInput for a date after the receipt.
    """
    day = gelezen.waarden.get("dagtekening")
    known = next((item for item in counting_events(dossier) if item.soort == SOORT), None)
    if isinstance(day, date) and day > ontvangen_op:
        message = "Datum op het stuk: deze dag ligt na de dag waarop het is ontvangen."
        raise InvalidInput(message, "Wat u typte is bewaard als concept.", fields={"dagtekening": message})
    if known is not None and known.datum != day:
        add_correctie(session, desk, dossier, known, "Gewijzigd op het meldingsformulier.")
    if isinstance(day, date) and (known is None or known.datum != day):
        dossier.gebeurtenissen.append(
            Gebeurtenis(
                soort=SOORT,
                datum=day,
                velden={},
                vervangt_id=None if known is None else known.id,
                vastgelegd_op=desk.klok.nu(),
                vastgelegd_door=desk.gebruiker.id,
            )
        )
        session.flush()
        check_gebeurtenissen(dossier, desk.klok.vandaag())
