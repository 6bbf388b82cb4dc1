"""The program itself, with a clock of its own. Only for tests that have Qt."""

from datetime import date

from hand import Hand
from PySide6.QtWidgets import QApplication

from klachtdesk.app import Shell
from klachtdesk.services.klok import VasteKlok


class Program:
    """The running program: its clock, and a hand to work with."""

    def __init__(self, application: QApplication, vandaag: date) -> None:
        self.klok = VasteKlok(vandaag)
        self.hand = Hand()
        self.shell = Shell(application, self.klok)

    def on(self, jaar: int, maand: int, dag: int) -> None:
        """Let it be another day."""
        self.klok.zet(date(jaar, maand, dag))
