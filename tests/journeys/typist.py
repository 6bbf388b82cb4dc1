"""Run as a program of its own: opens a kluis in the window, types in it, and then just goes on running."""

import sys
from datetime import date
from pathlib import Path

from hand import Hand
from program import Program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from klachtdesk.app import dress

CONTROL = Qt.KeyboardModifier.ControlModifier


def type_melding(hand: Hand) -> None:
    """Begin a new melding, up to a date that is not finished."""
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.wait(lambda: hand.find("meldingsformulier.omschrijving").hasFocus())
    hand.write("De factuur is 850 euro hoger")
    hand.find("meldingsformulier.datum_gebeurtenis").setFocus()
    hand.write("12-3-")


def type_notitie(hand: Hand) -> None:
    """Begin a note in the only dossier there is, up to a date that is not finished."""
    hand.press(Qt.Key.Key_F, CONTROL)
    hand.fill("dossiers.zoeken", "2026-001")
    rows = hand.find("dossiers.tabel", QTableView).model()
    hand.wait(lambda: rows.rowCount() == 1)
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: hand.text("dossier.nummer") == "2026-001")
    hand.press(Qt.Key.Key_G, CONTROL)
    hand.fill("gebeurtenis.zoeken", "notitie")
    hand.fill("gebeurtenis.tekst", "Zij belde: de factuur is 850 euro hoger")
    hand.fill("gebeurtenis.datum", "31-3-")


def main(folder: Path, wachtwoord: str, what: str) -> int:
    """Type, say so on standard output, and stay."""
    application = QApplication([])
    dress(application)
    program = Program(application, date(2026, 4, 1))
    program.shell.begin(folder)
    hand = program.hand
    hand.fill("ontgrendelen.wachtwoord", wachtwoord)
    hand.click("ontgrendelen.openen")
    hand.find("zijbalk")
    {"melding": type_melding, "notitie": type_notitie}[what](hand)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
