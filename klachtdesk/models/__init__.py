"""The stored records, typed and thin."""

from klachtdesk.models.base import Base
from klachtdesk.models.dossier import Betrokkenheid, Document, DocumentInhoud, Dossier, Gebeurtenis, Persoon
from klachtdesk.models.formulier import Draft, Formulier, FormulierWijziging, Klachtonderdeel
from klachtdesk.models.kantoor import AuditRegel, Certificaat, Gebruiker, Kantoor, ReglementVersie

__all__ = [
    "AuditRegel",
    "Base",
    "Betrokkenheid",
    "Certificaat",
    "Document",
    "DocumentInhoud",
    "Dossier",
    "Draft",
    "Formulier",
    "FormulierWijziging",
    "Gebeurtenis",
    "Gebruiker",
    "Kantoor",
    "Klachtonderdeel",
    "Persoon",
    "ReglementVersie",
]
