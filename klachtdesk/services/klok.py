"""Where dates and moments come from. Light to import: the commands need it without a database."""

from datetime import UTC, date, datetime, time
from typing import Protocol


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
