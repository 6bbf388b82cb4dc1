"""The Desk: an open kluis, who is at work and what day it is. Every service takes one as its first argument."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Protocol

from sqlalchemy.orm import Session

from klachtdesk.kluis import OpenKluis
from klachtdesk.views.kluis import GebruikerView


class Klok(Protocol):
    """Where dates and moments come from; tests, stories and the demo have a clock of their own."""

    def vandaag(self) -> date:
        """Return today, as the office's calendar has it."""
        ...

    def nu(self) -> datetime:
        """Return this moment, with its time zone."""
        ...


class SysteemKlok:
    """The clock of the computer. The only place where the program reads it."""

    def vandaag(self) -> date:
        """Return today in the computer's time zone."""
        return self.nu().date()

    def nu(self) -> datetime:
        """Return this moment in the computer's time zone."""
        return datetime.now(UTC).astimezone()


class VasteKlok:
    """A clock that stands still until it is set: for tests, stories and the demo."""

    def __init__(self, vandaag: date, uur: time = time(10, 40)) -> None:
        self._moment = datetime.combine(vandaag, uur, tzinfo=UTC)

    def vandaag(self) -> date:
        """Return the day it was set to."""
        return self._moment.date()

    def nu(self) -> datetime:
        """Return the moment it was set to."""
        return self._moment

    def zet(self, vandaag: date) -> None:
        """Set the clock to another day, at the same hour."""
        self._moment = datetime.combine(vandaag, self._moment.timetz())


@dataclass(frozen=True, slots=True)
class Desk:
    """What a service needs to work. To the window it is opaque: handed down, never looked into."""

    kluis: OpenKluis = field(repr=False)
    gebruiker: GebruikerView
    klok: Klok

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a transaction that only reads."""
        with self.kluis.reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open the one transaction of a use case: all of it is kept, or nothing."""
        with self.kluis.writing() as session:
            yield session
