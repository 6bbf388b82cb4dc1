"""Keeps who is betrokken from being named as the one who filled in the intern klachtenformulier (10 voor Taal 2.2)."""

from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.models import Dossier
from klachtdesk.reglement.onafhankelijkheid import check_functie
from klachtdesk.services.procedure_feiten import procedure_feiten
from klachtdesk.services.reglementen import reglement_of


def check_invuller(session: Session, dossier: Dossier, vandaag: date) -> None:
    """Raise NotAllowed when the invuller of this dossier has a part in the klacht.

    To be asked when an invuller is named; who turns out to be betrokken later is pointed out by a signaal, because
    then what was filled in stands already.
    """
    feiten = procedure_feiten(session, dossier, vandaag)
    for persoon in feiten.personen:
        if persoon.rol == "invuller":
            check_functie(reglement_of(dossier.reglement_versie), feiten, persoon.sleutel, "invuller")
