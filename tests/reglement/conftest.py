"""The built-in reglementen, and a short way to write down what happened and ask what follows from it.

An event is written as "verdaagd 2026-05-20 termijn=oordeel tot=2026-06-12 reden=ziekte".
"""

from collections.abc import Callable
from datetime import date

import pytest

from klachtdesk.assets import names, read_text
from klachtdesk.reglement.bewaartermijn import BewaarStand, derive_bewaartermijn
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
from klachtdesk.reglement.loading import load_reglement
from klachtdesk.reglement.schema import Duur, Reglement
from klachtdesk.reglement.termijnen import TermijnStand, derive_termijnen
from klachtdesk.reglement.validation import validate_gebeurtenissen

LATER = "2030-01-01"  # a peildatum after everything that happens in the tests


def as_gebeurtenis(text: str) -> Gebeurtenis:
    soort, datum, *more = text.split(" ")
    fields = dict(field.split("=") for field in more)
    dates = {key: date.fromisoformat(fields.pop(key)) for key in ("tot", "bewaren_tot") if key in fields}
    return Gebeurtenis(soort, date.fromisoformat(datum), **fields, **dates)


class Desk:
    """One reglement to ask things of."""

    def __init__(self, reglement: Reglement) -> None:
        self.reglement = reglement

    def feiten(self, *events: str, op: str = LATER, in_dossier: bool = False) -> DossierFeiten:
        """Return the feiten after these events; raises GebeurtenisError when they can't be."""
        gebeurtenissen = [as_gebeurtenis(event) for event in events]
        day = date.fromisoformat(op)
        return validate_gebeurtenissen(self.reglement, gebeurtenissen, day, in_dossier=in_dossier)

    def termijnen(self, *events: str, op: str = LATER) -> dict[str, TermijnStand]:
        """Return the termijnen by name: "oordeel", "oordeel#2" in the second ronde, "consequenties@a" for ref a."""
        standen = derive_termijnen(self.reglement, self.feiten(*events, op=op), date.fromisoformat(op))
        return {_name(stand): stand for stand in standen}

    def dates(self, termijn: str, *events: str) -> tuple[str, str | None]:
        """Return einde and streefdatum of one termijn, as they are written."""
        stand = self.termijnen(*events)[termijn]
        return str(stand.einde), stand.streefdatum and str(stand.streefdatum)

    def status(self, termijn: str, *events: str, op: str = LATER) -> str:
        """Return the status of one termijn."""
        return self.termijnen(*events, op=op)[termijn].status

    def bewaren(
        self, *events: str, op: str = LATER, gekozen: Duur | None = None, in_dossier: bool = False
    ) -> BewaarStand:
        """Return the bewaartermijn."""
        feiten = self.feiten(*events, op=op, in_dossier=in_dossier)
        return derive_bewaartermijn(self.reglement, feiten, date.fromisoformat(op), gekozen=gekozen)


def _name(stand: TermijnStand) -> str:
    if stand.ref is not None:
        return f"{stand.termijn}@{stand.ref}"
    return stand.termijn if stand.ronde == 1 else f"{stand.termijn}#{stand.ronde}"


@pytest.fixture(scope="session")
def reglementen() -> dict[str, Reglement]:
    return {
        sleutel: load_reglement(
            read_text("reglementen", f"{sleutel}.toml"),
            read_text("reglementen", f"{sleutel}.txt"),
            bestand=f"{sleutel}.toml",
        )
        for sleutel in names("reglementen", ".toml")
    }


@pytest.fixture(scope="session")
def with_gelijkgestelde_dagen() -> Callable[[Desk], Desk]:
    return lambda desk: Desk(desk.reglement.model_copy(update={"gelijkgestelde_dagen": True}))


@pytest.fixture(scope="session")
def klassewerk(reglementen: dict[str, Reglement]) -> Desk:
    return Desk(reglementen["klassewerk"])


@pytest.fixture(scope="session")
def klik_onderwijs(reglementen: dict[str, Reglement]) -> Desk:
    return Desk(reglementen["klik_onderwijs"])


@pytest.fixture(scope="session")
def tien_voor_taal(reglementen: dict[str, Reglement]) -> Desk:
    return Desk(reglementen["tien_voor_taal"])


@pytest.fixture(scope="session")
def interactie(reglementen: dict[str, Reglement]) -> Desk:
    return Desk(reglementen["interactie"])


@pytest.fixture(scope="session")
def leefstijlwijzer(reglementen: dict[str, Reglement]) -> Desk:
    return Desk(reglementen["leefstijlwijzer"])
