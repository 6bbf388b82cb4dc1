"""What the fields of a letter are worked out from: the dossier as it stands once the letter is recorded.

A letter counts its own gebeurtenis: the one that tells of a verdaging names the new date, and the one that brings the
outcome names the last day for a bezwaar. What happened after the date of the letter is left out.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from klachtdesk.errors import GebeurtenisError
from klachtdesk.formulieren import Veld, VeldSoort
from klachtdesk.formulieren.lezen import read_value
from klachtdesk.models import Dossier, Formulier, Persoon
from klachtdesk.models import Gebeurtenis as Record
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
from klachtdesk.reglement.explanation import source_of_artikel
from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.reglement.parts import vindplaats_of
from klachtdesk.reglement.schema import Reglement, Termijn
from klachtdesk.reglement.stappen import Stap
from klachtdesk.reglement.termijnen import TermijnStand, derive_termijnen
from klachtdesk.reglement.validation import validate_gebeurtenissen
from klachtdesk.services.feiten import NOT_REACHED, gebeurtenis_of
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.people import people_in
from klachtdesk.services.procedure_feiten import procedure_feiten
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.views.brief import BriefInvoer

_DATUM = Veld("datum", "Datum", VeldSoort.DATUM, na_vandaag=True)

NOT_TYPED = "…"
"""What stands in a letter for a field of its gebeurtenis that has to be filled in and is not yet."""


@dataclass(frozen=True)
class BriefContext:
    """A letter in the making: its dossier, what was chosen and typed for it, and who is to read it.

    `rol` is the part of the reader ("klager", "betrokkene"), `lezer` the record of that person, if there is one.
    """

    session: Session
    dossier: Dossier
    invoer: BriefInvoer
    vandaag: date
    rol: str
    lezer: Persoon | None = None

    @cached_property
    def reglement(self) -> Reglement:
        """The reglement of the dossier."""
        return reglement_of(self.dossier.reglement_versie)

    @cached_property
    def stap(self) -> Stap | None:
        """The stap that the letter records, if the reglement knows it."""
        return self.reglement.stap_bij_gebeurtenis.get(self.invoer.soort)

    @cached_property
    def datum(self) -> date:
        """The date of the letter; today while what was typed can't be read or lies ahead."""
        return min(read_day(self.invoer.datum, self.vandaag) or self.vandaag, self.vandaag)

    @cached_property
    def formulier(self) -> Formulier:
        """What was filled in on the forms."""
        return self.session.get(Formulier, self.dossier.id) or Formulier()

    @cached_property
    def voorvallen(self) -> list[Record]:
        """The gebeurtenissen that count, up to the date of the letter, by date; not the one that it replaces."""
        found = (
            item
            for item in counting_events(self.dossier)
            if item.datum <= self.datum
            and (item.document_id is None or item.document_id != self.invoer.vervangt)
        )
        return sorted(found, key=lambda item: item.datum)

    @cached_property
    def voor(self) -> DossierFeiten:
        """The dossier just before the letter is sent."""
        feiten = procedure_feiten(self.session, self.dossier, self.datum)
        happened = (item for item in self.voorvallen if item.velden.get("uitkomst") != NOT_REACHED)
        return replace(feiten, gebeurtenissen=tuple(map(gebeurtenis_of, happened)))

    @cached_property
    def feiten(self) -> DossierFeiten:
        """The dossier with the letter recorded; without it while that can't be true."""
        if self.invoer.soort not in SOORTEN:
            return self.voor
        happened = (*self.voor.gebeurtenissen, self._gebeurtenis())
        try:
            validate_gebeurtenissen(self.reglement, happened, self.datum, in_dossier=True)
        except GebeurtenisError:
            return self.voor
        return replace(self.voor, gebeurtenissen=happened)

    @cached_property
    def termijnen(self) -> tuple[TermijnStand, ...]:
        """The termijnen as they stand once the letter is recorded."""
        return derive_termijnen(self.reglement, self.feiten, self.datum)

    def typed(self, veld: str) -> str:
        """Return what was typed in a field of the gebeurtenis, without blanks around it."""
        return self.invoer.velden.get(veld, "").strip()

    def day(self, veld: str) -> date | None:
        """Return the date that was typed in a field; None while it can't be read."""
        return read_day(self.typed(veld), self.vandaag)

    def last(self, soort: str, **velden: str) -> Record | None:
        """Return the last gebeurtenis of a kind (with these values in its fields) before the letter."""
        return next(
            (
                item
                for item in reversed(self.voorvallen)
                if item.soort == soort and velden.items() <= item.velden.items()
            ),
            None,
        )

    def running(self, regel: Termijn) -> TermijnStand | None:
        """Return how a termijn stands in the ronde that runs now; None when it did not start in it."""
        ronde = len(self.feiten.rondes)
        found = (item for item in self.termijnen if item.loop.regel is regel and item.ronde == ronde)
        return next(found, None)

    def source(self, artikel: str | None) -> str:
        """Return where an artikel stands: "artikel 5.2 van de Klachtenregeling X"; empty for a praktijkregel."""
        return source_of_artikel(self.reglement, artikel) if artikel else ""

    def _gebeurtenis(self) -> Gebeurtenis:
        """Return what would be recorded with the letter, as far as it can be read."""
        return Gebeurtenis(
            soort=self.invoer.soort,
            datum=self.datum,
            ref=self.typed("ref") or None,
            persoon=self._person_key(self.typed("persoon")),
            termijn=self.typed("termijn") or None,
            tot=self.day("tot"),
            reden=self.typed("reden") or None,
            grond=self.typed("grond") or None,
            velden=dict(self.invoer.velden),
        )

    def _person_key(self, naam: str) -> str | None:
        wanted = " ".join(naam.split()).casefold()
        for persoon in people_in(self.session, self.dossier):
            if wanted and " ".join(persoon.naam.split()).casefold() == wanted:
                return str(persoon.id)
        return None


def read_day(text: str, vandaag: date) -> date | None:
    """Return the date that was typed, or None while it is empty or can't be read."""
    try:
        found = read_value(_DATUM, text, vandaag)
    except ValueError:
        return None
    return found if isinstance(found, date) else None


def place_of(artikel: str | None) -> str:
    """Return where something stands, in short: "artikel 5.5", "artikelen 2.2 en 4", or nothing."""
    return vindplaats_of(artikel) if artikel else ""
