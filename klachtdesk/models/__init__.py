"""The stored records, typed and thin."""

from klachtdesk.models.base import Base
from klachtdesk.models.brieven import Brief, Briefsjabloon
from klachtdesk.models.dossier import Betrokkenheid, Document, DocumentInhoud, Dossier, Gebeurtenis, Persoon
from klachtdesk.models.formulier import Draft, DraftBijlage, Formulier, FormulierWijziging, Klachtonderdeel
from klachtdesk.models.functionarissen import (
    Commissielid,
    Functionaris,
    Instantie,
    Instantielid,
    Vervanging,
)
from klachtdesk.models.kantoor import (
    AuditRegel,
    Certificaat,
    Gebruiker,
    Kantoor,
    ReglementConcept,
    ReglementVersie,
)
from klachtdesk.models.overzicht import Aanbeveling, Cijferrecord, Overzichtstekst, Product
from klachtdesk.models.personen import Onderscheid, Samenvoeging
from klachtdesk.models.verantwoording import Bekendmaking, Bespreking, BesprokenDossier, Bewaarkeuze

__all__ = [
    "Aanbeveling",
    "AuditRegel",
    "Base",
    "Bekendmaking",
    "Bespreking",
    "BesprokenDossier",
    "Betrokkenheid",
    "Bewaarkeuze",
    "Brief",
    "Briefsjabloon",
    "Certificaat",
    "Cijferrecord",
    "Commissielid",
    "Document",
    "DocumentInhoud",
    "Dossier",
    "Draft",
    "DraftBijlage",
    "Formulier",
    "FormulierWijziging",
    "Functionaris",
    "Gebeurtenis",
    "Gebruiker",
    "Instantie",
    "Instantielid",
    "Kantoor",
    "Klachtonderdeel",
    "Onderscheid",
    "Overzichtstekst",
    "Persoon",
    "Product",
    "ReglementConcept",
    "ReglementVersie",
    "Samenvoeging",
    "Vervanging",
]
