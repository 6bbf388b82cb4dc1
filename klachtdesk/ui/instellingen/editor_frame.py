"""What stands around an editor in the settings: the way back above it, and its buttons under it."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import card, push_button
from klachtdesk.ui.widgets.flow_layout import FlowLayout


def editor_head(
    name: str, back: str, leave: Callable[[], None], title: QLabel, *beside: QLabel
) -> QHBoxLayout:
    """Return the button that goes back, by the name of where it goes; the title; and what is told beside that."""
    head = QHBoxLayout()
    head.setContentsMargins(16, 0, 24, 6)
    head.setSpacing(10)
    head.addWidget(push_button(f"{name}.terug", back, leave, look="quiet", icon="arrow-left", tip="Esc"))
    head.addWidget(title, 1)
    for label in beside:
        head.addWidget(label)
    return head


def lay_out_editor(
    editor: QWidget, head: QHBoxLayout, middle: QWidget, buttons: Iterable[QPushButton]
) -> None:
    """Put the head of an editor above what is edited, and its buttons below that."""
    foot = card(look="foot")
    around = QVBoxLayout(foot)
    around.setContentsMargins(24, 10, 24, 10)
    row = FlowLayout()
    around.addLayout(row)
    for button in buttons:
        row.addWidget(button)
    column = QVBoxLayout(editor)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(head)
    column.addWidget(middle, 1)
    column.addWidget(foot)
