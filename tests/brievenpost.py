"""Makes letters in a story over the services, as the window does, and reads them back from their PDFs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

from office import Office
from pdf_text import text_of
from pypdf import PdfReader
from verhaal import Verhaal

from klachtdesk.services.brieven.making import begin_brief, finalize_brief, preview_brief
from klachtdesk.services.documenten import read_document
from klachtdesk.views.brief import BriefInvoer, BriefView

VRIJ = {
    "afspraak": "Donderdag 9 april 2026 om 14.00 uur, bij ons op kantoor.",
    "afspraken": "Wij sturen u een nieuwe factuur.",
    "deel": "Het deel over wat er is gebeurd.",
    "klacht": "De factuur is hoger dan de offerte.",
    "motivering": "Het gesprek gaf geen ander beeld.",
    "polis": "AV-4711",
    "reactie": "U hebt gelijk: het rooster kwam te laat.",
    "samenvatting": "Een cursist miste een examen en vraagt de kosten terug.",
    "stand": "Wij hebben met beide partijen gesproken.",
    "uitspraak": "Uw bezwaar is ongegrond.",
}
"""What is typed in a free part where a story says nothing of it and something has to be typed."""


@dataclass(frozen=True)
class Brief:
    """A letter as somebody gets it."""

    sleutel: str
    titel: str
    pdf: bytes
    opmerkingen: tuple[str, ...] = ()

    @property
    def tekst(self) -> str:
        """Its words as one line."""
        return text_of(self.pdf)

    @property
    def regels(self) -> list[str]:
        """Its lines as they stand on paper."""
        pages = PdfReader(BytesIO(self.pdf)).pages
        return [line for page in pages for line in page.extract_text().splitlines()]


class Post(Verhaal):
    """A story in which letters are made; `brieven` keeps each by a name, which is its key unless another was given."""

    def __init__(self, office: Office, day: date, melding: Mapping[str, str]) -> None:
        super().__init__(office, day, melding)
        self.brieven: dict[str, Brief] = {}

    def sends(
        self,
        day: date,
        soort: str,
        naam: str = "",
        *,
        persoon: str = "",
        velden: Mapping[str, str] | None = None,
        vrij: Mapping[str, str] | None = None,
    ) -> Brief:
        """Let it be this day, make the letter of this stap final, and so record the stap; return the letter."""
        view, invoer = self._typed(day, soort, persoon, velden, vrij)
        made = finalize_brief(self.office.desk, self.dossier, invoer)
        return self._kept(
            naam, Brief(view.sleutel, view.titel, read_document(self.office.desk, made.document_id))
        )

    def shows(
        self,
        day: date,
        soort: str,
        naam: str = "",
        *,
        persoon: str = "",
        velden: Mapping[str, str] | None = None,
        vrij: Mapping[str, str] | None = None,
    ) -> Brief:
        """Let it be this day and look at the letter of this stap, which is not sent; return it."""
        view, invoer = self._typed(day, soort, persoon, velden, vrij)
        seen = preview_brief(self.office.desk, self.dossier, invoer)
        return self._kept(naam, Brief(view.sleutel, view.titel, seen.pdf, seen.opmerkingen))

    def _typed(
        self,
        day: date,
        soort: str,
        persoon: str,
        velden: Mapping[str, str] | None,
        vrij: Mapping[str, str] | None,
    ) -> tuple[BriefView, BriefInvoer]:
        self.to(day)
        view = begin_brief(self.office.desk, self.dossier, soort, persoon)
        free = {
            part.sleutel: VRIJ.get(part.sleutel, "")
            for part in view.vrij
            if part.verplicht and not part.standaard
        }
        invoer = view.invoer
        return view, replace(
            invoer,
            velden={**invoer.velden, **(velden or {})},
            vrij={**invoer.vrij, **free, **(vrij or {})},
            adres="Verzekeraar Zeker\nPostbus 1\n1000 AA  UTRECHT"
            if view.geadresseerden[0].naam == ""
            else "",
        )

    def _kept(self, naam: str, brief: Brief) -> Brief:
        self.brieven[naam or brief.sleutel] = brief
        return brief
