"""The Desk: an open kluis, who is at work and what day it is. Every service takes one as its first argument."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from klachtdesk.kluis import OpenKluis
from klachtdesk.services.klok import Klok, SysteemKlok, VasteKlok
from klachtdesk.views.kluis import GebruikerView

__all__ = ["Desk", "Klok", "SysteemKlok", "VasteKlok"]


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
