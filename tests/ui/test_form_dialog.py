"""A form in a dialog, by the keyboard. Today is Wednesday 1 April 2026."""

from hand import Hand
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from stage import Stage

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht.keuze import periode_formulier
from klachtdesk.ui.instellingen.form_dialog import FormDialog


def _open(stage: Stage) -> list[dict[str, str]]:
    """Open a dialog that asks for a period; what is saved comes in the list."""
    kept: list[dict[str, str]] = []

    def save(_desk: Desk, _waarden: dict[str, str]) -> Changes:
        return Changes()

    over = QWidget()
    stage.show(over)
    day = stage.workspace.klok.vandaag()
    FormDialog(stage.workspace, periode_formulier(day, day), save, kept.append, over.window()).open()
    return kept


def test_enter_in_a_line_saves(stage: Stage) -> None:
    kept = _open(stage)
    hand = Hand()
    hand.fill("periode.tot", "2-4-2026")
    QTest.keyClick(hand.find("periode.tot", QLineEdit), Qt.Key.Key_Return)
    hand.gone("periode.venster")
    stage.settle()
    assert kept == [{"van": "1-4-2026", "tot": "2-4-2026"}]


def test_the_longest_dates_beside_each_other_stay_within_the_window(stage: Stage) -> None:
    _open(stage)
    hand = Hand()
    for line in ("periode.van", "periode.tot"):
        hand.fill(line, "24-9-2026")  # donderdag 24 september 2026
    form = hand.find("periode.formulier", QScrollArea)
    # A larger font of the system takes a fifth more.
    assert 1.2 * form.widget().minimumSizeHint().width() <= form.viewport().width()
    hand.click("periode.annuleren")
    stage.settle()
