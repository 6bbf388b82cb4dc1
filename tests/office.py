"""An office to try things in: a real kluis with a clock of its own, made quickly."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from klachtdesk.errors import KluisError
from klachtdesk.kluis import KdfParameters, open_kluis
from klachtdesk.services.desk import Desk, VasteKlok
from klachtdesk.services.kluis import beschikbare_reglementen, close_kluis, create_kluis
from klachtdesk.views.kluis import GebruikerView

WACHTWOORD = "vier losse woorden samen"
CHEAP = KdfParameters(memory_kib=64, iterations=1, lanes=1)
"""The least that Argon2id can do: most tests are not about its cost."""


class Office:
    """An open desk and the clock it looks at; `on` moves to another day."""

    def __init__(self, folder: Path, reglement: str, vandaag: date) -> None:
        self.klok = VasteKlok(vandaag)
        self.folder = folder
        files, gebruiker = _first_office(reglement, vandaag)
        folder.mkdir(parents=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
        opened = open_kluis(folder, WACHTWOORD, nu=self.klok.nu())
        self.desk = Desk(opened, gebruiker, self.klok)

    def on(self, jaar: int, maand: int, dag: int) -> Desk:
        """Let it be another day, and return the desk to work at."""
        self.klok.zet(date(jaar, maand, dag))
        return self.desk


@cache
def _first_office(reglement: str, vandaag: date) -> tuple[dict[str, bytes], GebruikerView]:
    """Make a kluis as the first start does, once for all tests of this process: the others get a copy of its files.

    Making one takes much longer than opening one, for its tables are made by every migration.
    """
    keuze = next(item for item in beschikbare_reglementen() if item.sleutel == reglement)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "kluis")
        desk = create_kluis(
            folder,
            kantoor=replace(keuze.kantoor, adres="Kade 12", postcode="3811 AB", plaats="Amersfoort"),
            reglement=reglement,
            gebruikersnaam="Noor Bakker",
            wachtwoord=WACHTWOORD,
            klok=VasteKlok(vandaag),
            kdf=CHEAP,
        )
        desk.kluis.close()
        return {path.name: path.read_bytes() for path in folder.iterdir()}, desk.gebruiker


class OfficeMaker:
    """Makes offices, and closes them after the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[Office] = []

    def __call__(self, reglement: str, vandaag: date) -> Office:
        """Make an office with this reglement on this day."""
        office = Office(self._folder / f"kluis-{len(self._made)}", reglement, vandaag)
        self._made.append(office)
        return office

    def close(self) -> None:
        """Close what a test left open."""
        for office in self._made:
            with suppress(KluisError):
                close_kluis(office.desk)


@pytest.fixture
def make_office(tmp_path: Path) -> Iterator[OfficeMaker]:
    """Return what makes an office: `make_office("interactie", date(2026, 4, 1))`."""
    maker = OfficeMaker(tmp_path)
    yield maker
    maker.close()


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    """Return the office of Interactie on Wednesday 1 April 2026, the day of its story."""
    return make_office("interactie", date(2026, 4, 1))


@pytest.fixture
def taal(make_office: OfficeMaker) -> Office:
    """Return the office of 10 voor Taal on that day: it confirms each klacht by letter, and names no bewaartermijn."""
    return make_office("tien_voor_taal", date(2026, 4, 1))
