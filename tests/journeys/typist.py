"""Run as a program of its own: opens a kluis in the window, types in a new melding, and then just goes on running."""

import sys
from datetime import date
from pathlib import Path

from program import Program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from klachtdesk.app import dress


def main(folder: Path, wachtwoord: str) -> int:
    """Type, say so on standard output, and stay."""
    application = QApplication([])
    dress(application)
    program = Program(application, date(2026, 4, 1))
    program.shell.begin(folder)
    hand = program.hand
    hand.fill("ontgrendelen.wachtwoord", wachtwoord)
    hand.click("ontgrendelen.openen")
    hand.find("zijbalk")
    hand.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: hand.find("meldingsformulier.omschrijving").hasFocus())
    hand.write("De factuur is 850 euro hoger")
    hand.find("meldingsformulier.datum_gebeurtenis").setFocus()
    hand.write("12-3-")
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
