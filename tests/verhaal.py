"""Plays a story on the services: the clock goes from day to day, and every event is recorded on its own day."""

from collections.abc import Mapping
from datetime import date

import pytest
from office import Office

from klachtdesk.errors import NotAllowed
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import read_formulier, register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.oordeel import freeze_oordeel
from klachtdesk.views.dossier import DossierView
from klachtdesk.views.stap import StapView
from klachtdesk.views.termijn import TermijnView


class Verhaal:
    """One dossier of an office, from its melding on."""

    def __init__(self, office: Office, day: date, melding: Mapping[str, str]) -> None:
        self.office = office
        self.to(day)
        ontvangst = {"ontvangen_op": _typed(day)}
        self.dossier = register_melding(office.desk, ontvangst | dict(melding), draft_id=None).dossier_id

    def to(self, day: date) -> None:
        """Let it be another day."""
        self.office.on(day.year, day.month, day.day)

    def happened(self, day: date, soort: str, **velden: str) -> None:
        """Let it be this day, and record what happened on it."""
        self.to(day)
        record_gebeurtenis(self.office.desk, self.dossier, soort, _typed(day), velden)

    def refused(self, day: date, soort: str, **velden: str) -> NotAllowed:
        """Return why this can't be recorded on this day; that it can't leaves no trace."""
        before = self.tijdlijn()
        with pytest.raises(NotAllowed) as refusal:
            self.happened(day, soort, **velden)
        assert self.tijdlijn() == before
        return refusal.value

    def filled_in(self, day: date, formulier: str, **waarden: str) -> None:
        """Let it be this day, and save a form with these values added; `__` in a name stands for a full stop."""
        self.to(day)
        typed = dict(read_formulier(self.office.desk, self.dossier, formulier).waarden)
        typed |= {key.replace("__", "."): text for key, text in waarden.items()}
        save_formulier(self.office.desk, self.dossier, formulier, typed, draft_id=None)

    def judged(self, day: date, **oordeel: str) -> None:
        """Let the oordeel be filled in, made final and sent on this day."""
        self.filled_in(day, "oordeel", **oordeel)
        freeze_oordeel(self.office.desk, self.dossier)
        self.happened(day, "oordeel_verzonden")

    def view(self) -> DossierView:
        """Return the dossier as it looks now."""
        return read_dossier(self.office.desk, self.dossier)

    def tijdlijn(self) -> list[tuple[date, str]]:
        """Return what happened, with its dates."""
        return [(regel.datum, regel.soort) for regel in self.view().tijdlijn]

    def termijn(self, sleutel: str, ref: str | None = None) -> TermijnView:
        """Return how the one termijn with this key (and ref) stands now."""
        (found,) = [
            item
            for item in self.view().termijnen
            if (item.sleutel.termijn, item.sleutel.ref) == (sleutel, ref)
        ]
        return found

    def stap(self, soort: str, persoon: str = "") -> StapView:
        """Return how the one stap of this kind (for this person) stands now."""
        (found,) = [
            item for item in self.view().procedure.stappen if (item.soort, item.persoon) == (soort, persoon)
        ]
        return found

    def wacht_op(self) -> tuple[str, str]:
        """Return the kind of the stap that the dossier waits for, and who is to move."""
        procedure = self.view().procedure
        assert procedure.wacht_op is not None
        return procedure.wacht_op.soort, procedure.aan_zet

    def signalen(self) -> dict[str, str]:
        """Return what the program points out now, by key."""
        return {item.sleutel: item.zin for item in self.view().procedure.signalen}


def _typed(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
