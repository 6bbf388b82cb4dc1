"""Fields with answers to choose from, by the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from stage import Stage

from klachtdesk.ui.forms.choice_fields import YesNoField


def _field(stage: Stage) -> YesNoField:
    field = YesNoField()
    field.name_buttons("vraag", "Klopt het?")
    stage.show(field)
    field.focus_target().setFocus()
    return field


def _holder() -> str:
    holder = QApplication.focusWidget()
    return "" if holder is None else holder.objectName()


def test_both_answers_can_be_given_by_the_keyboard(stage: Stage) -> None:
    field = _field(stage)
    assert _holder() == "vraag.ja"
    QTest.keyClick(field.focus_target(), Qt.Key.Key_Tab)
    assert _holder() == "vraag.nee"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert field.text() == "nee"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert field.text() == "ja"


def test_an_answer_that_is_pressed_again_is_taken_back(stage: Stage) -> None:
    field = _field(stage)
    heard: list[str] = []
    field.edited.connect(heard.append)
    for _ in range(2):
        QTest.keyClick(field.focus_target(), Qt.Key.Key_Space)
    assert heard == ["ja", ""]
    assert field.text() == ""
