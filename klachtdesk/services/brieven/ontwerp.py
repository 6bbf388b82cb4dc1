"""Designs the letters that belong to a stap: in whose words, to whom, with what values. Nothing is stored here."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from klachtdesk.brieven.sjabloon import Sjabloon, begin_vrij, fill
from klachtdesk.brieven.waarden import Waarden
from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.models import Document, Dossier
from klachtdesk.reglement.gebeurtenissen import SOORTEN, GebeurtenisSoort
from klachtdesk.reglement.stappen import Stap
from klachtdesk.services.brieven.context import read_day
from klachtdesk.services.brieven.geadresseerden import (
    BETROKKENE,
    KLAGER,
    MELDER,
    Geadresseerde,
    geadresseerden,
)
from klachtdesk.services.brieven.machtigingen import gemachtigden, onbevoegden
from klachtdesk.services.brieven.teksten import brief_of, delen_of
from klachtdesk.services.brieven.velden import brief_values
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import latest_document
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.views.brief import BriefInvoer

if TYPE_CHECKING:
    from klachtdesk.documenten.brief import BriefInhoud

PERSOON = "persoon"
"""The field that names whom a gebeurtenis is about: of a letter that is who gets it."""

_WITH_OORDEEL = frozenset({"oordeel_verzonden", "oordeel_verzonden_betrokkene", "ondertekening_gevraagd"})
"""Kinds whose letter goes with the final oordeel."""


@dataclass(frozen=True)
class Briefstap:
    """A stap of a dossier with the letter that goes with it, and everybody to whom that can go."""

    dossier: Dossier
    stap: Stap
    soort: GebeurtenisSoort
    sjabloon: Sjabloon
    mensen: tuple[Geadresseerde, ...]
    bijlage: Document | None
    """What goes along with it."""
    onbevoegd: frozenset[str] = frozenset()
    """The keys of those who can't speak for the melder yet: nothing goes to them unasked."""
    namens_melder: bool = False
    """Whether a klager speaks for the melder, by a machtiging: what that klager gets is the melder's business."""

    @property
    def per_persoon(self) -> bool:
        """Whether it is recorded of one person, to whom the letter goes."""
        return self.soort.veld(PERSOON) is not None

    @property
    def is_verzending(self) -> bool:
        """Whether sending the letter is what happened; else it tells, today, of something that happened earlier."""
        return self.soort.veld("document") is not None

    @property
    def keuzes(self) -> tuple[Geadresseerde, ...]:
        """To whom it can be addressed, those to whom it would not go unasked last."""
        possible = (item for item in self.mensen if item.rol in self.sjabloon.aan)
        return tuple(sorted(possible, key=lambda item: item.sleutel in self.onbevoegd))

    def ook(self, aan: Geadresseerde) -> tuple[tuple[Geadresseerde, bool], ...]:
        """Return who else gets it, and whether that is a copy: others of the same rol get a letter of their own.

        What goes to a betrokkene is never copied to the side that complains.
        """
        others = [item for item in self.mensen if item.naam and item.naam != aan.naam]
        own = [item for item in others if item.rol == aan.rol and not self.per_persoon]
        barred = {KLAGER, MELDER} if aan.rol == BETROKKENE else set()
        roles = set(self.sjabloon.kopie) - barred
        copies = [item for item in others if item.rol in roles and item not in own]
        return (*((item, False) for item in own), *((item, True) for item in copies))

    def proposes(self, aan: Geadresseerde, item: Geadresseerde) -> bool:
        """Tell whether somebody else gets it unasked.

        What is about a klager does not go to somebody who only reported it.
        """
        if item.rol == MELDER and aan.rol != MELDER:
            return self.namens_melder
        return item.sleutel not in self.onbevoegd


@dataclass(frozen=True)
class Ontwerp:
    """One letter, ready to be laid out."""

    aan: Geadresseerde
    inhoud: "BriefInhoud"
    kopie: bool


def brief_stap(session: Session, dossier: Dossier, soort: str, vandaag: date) -> Briefstap:
    """Return the letter of a kind of gebeurtenis; raises NotFound when the reglement has none with it."""
    reglement = reglement_of(dossier.reglement_versie)
    stap = reglement.stap_bij_gebeurtenis.get(soort)
    if stap is None or stap.brief is None:
        raise NotFound("Bij deze stap hoort geen brief.", "Leg de stap vast zonder brief.")
    sjabloon = brief_of(session, reglement.sleutel, stap.brief)
    rollen = dict.fromkeys((*sjabloon.aan, *sjabloon.kopie))
    return Briefstap(
        dossier,
        stap,
        SOORTEN[soort],
        sjabloon,
        geadresseerden(session, dossier, tuple(rollen), vandaag),
        latest_document(session, dossier, "oordeel") if soort in _WITH_OORDEEL else None,
        frozenset(f"{KLAGER}:{key}" for key in onbevoegden(session, dossier)),
        bool(gemachtigden(session, dossier)),
    )


def chosen(briefstap: Briefstap, invoer: BriefInvoer) -> Geadresseerde:
    """Return to whom a letter goes, with the lines that were typed instead of those of the dossier.

    Raises InvalidInput when that person is not (any more) somebody it can go to.
    """
    aan = next((item for item in briefstap.keuzes if item.sleutel == invoer.geadresseerde), None)
    if aan is None:
        message = "Kies aan wie de brief gaat."
        raise InvalidInput(message, "Er is nog niets vastgelegd.", fields={"geadresseerde": message})
    typed = tuple(regel.strip() for regel in invoer.adres.splitlines() if regel.strip())
    if not typed:
        return aan
    return replace(aan, adres=typed, naam=aan.naam or typed[0])


def with_persoon(briefstap: Briefstap, invoer: BriefInvoer, aan: Geadresseerde) -> BriefInvoer:
    """Return the input with whom the gebeurtenis is about, where that is who gets the letter."""
    if not briefstap.per_persoon:
        return invoer
    return replace(invoer, velden={**invoer.velden, PERSOON: aan.naam})


def design(session: Session, desk: Desk, briefstap: Briefstap, invoer: BriefInvoer) -> Iterator[Ontwerp]:
    """Yield the letter, then those to others of the same rol, then the copies.

    Raises InvalidInput without an addressee, and SjabloonError for a text that can't be used.
    """
    aan = chosen(briefstap, invoer)
    also = [
        (item, copy)
        for item, copy in briefstap.ook(aan)
        if (briefstap.proposes(aan, item) if invoer.ook is None else item.sleutel in invoer.ook)
    ]
    copied = tuple(item.naam for item, copy in also if copy)
    first = _letter(session, desk, briefstap, invoer, aan)
    yield Ontwerp(aan, replace(first, kopie_aan=copied), kopie=False)
    for item, copy in also:
        own = first if copy else _letter(session, desk, briefstap, invoer, item)
        whose = aan.naam if copy else ""
        yield Ontwerp(item, replace(own, adres=item.adres, kopie_aan=copied, kopie_van=whose), kopie=copy)


def values_for(
    session: Session, desk: Desk, briefstap: Briefstap, invoer: BriefInvoer, aan: Geadresseerde
) -> Waarden:
    """Return what the fields of the letter hold for this reader."""
    return brief_values(session, desk, briefstap.dossier, with_persoon(briefstap, invoer, aan), aan)


def vrije_delen(briefstap: Briefstap, waarden: Waarden) -> dict[str, str]:
    """Return the free parts as they stand to begin with."""
    return begin_vrij(briefstap.sjabloon, waarden)


def _letter(
    session: Session, desk: Desk, briefstap: Briefstap, invoer: BriefInvoer, aan: Geadresseerde
) -> "BriefInhoud":
    from klachtdesk.documenten.brief import BriefInhoud  # loads ReportLab

    vandaag = desk.klok.vandaag()
    waarden = values_for(session, desk, briefstap, invoer, aan)
    return BriefInhoud(
        kantoor=kantoor_view(session),
        titel=briefstap.sjabloon.titel,
        kenmerk=briefstap.dossier.nummer,
        datum=(read_day(invoer.datum, vandaag) if briefstap.is_verzending else None) or vandaag,
        adres=aan.adres,
        tekst=fill(briefstap.sjabloon, waarden, dict(invoer.vrij), delen_of(session)),
        ondertekening=tuple(filter(None, map(str.strip, invoer.ondertekening.splitlines()))),
        bijlagen=tuple(filter(None, map(str.strip, invoer.bijlagen.splitlines()))),
    )
