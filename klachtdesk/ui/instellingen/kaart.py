"""A card in a list of the settings: what it is, how it stands, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import card, chip, readable_label, text_label
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.icon_mark import IconMark

Chips = Sequence[tuple[str, str]]
"""Short words with their kind: accent, danger, warning, good or nothing."""

_ICON = 22
_BROAD = QRect(0, 0, 100_000, 100)
"""Pixels: room for any text on one line."""
_BESIDE = 2
"""How many buttons fit beside the words in a narrow window; more of them stand under these."""


class Kaart(QFrame):
    """A title with chips behind it, lines under it, and buttons at its right."""

    def __init__(
        self,
        name: str,
        titel: str,
        regels: Sequence[str] = (),
        chips: Chips = (),
        buttons: Sequence[QPushButton] = (),
        look: str = "card",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", look)
        self.column = QVBoxLayout()
        self.column.setSpacing(3)
        marks = FlowLayout(spacing=8)
        marks.addWidget(_Titel(titel, f"{name}.titel"))
        for words, kind in chips:
            marks.addWidget(chip(words, kind))
        if not regels:
            self.column.addStretch()  # a title alone stands beside the middle of the buttons
        self.column.addLayout(marks)
        if not regels:
            self.column.addStretch()
        for number, regel in enumerate(regels, 1):
            self.column.addWidget(readable_label(regel, look="muted", name=f"{name}.regel.{number}"))
        beside = len(buttons) <= _BESIDE
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.setSpacing(6)
        row.addLayout(self.column, 1)
        below = FlowLayout(spacing=6)
        for button in buttons:
            button.setAccessibleName(f"{button.text().replace('&', '')}: {titel}")
            if beside:
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            else:
                below.addWidget(button)
        if not beside:
            self.column.addLayout(below)


class _Titel(QLabel):
    """Words that want to stand on one line, and wrap where that is too narrow."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", "strong")
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        self.ensurePolished()  # the style sheet says how bold it is
        width = self.fontMetrics().boundingRect(_BROAD, Qt.TextFlag.TextSingleLine, self.text()).width() + 1
        return QSize(width, self.heightForWidth(width))


def leeg(name: str, icon: str, titel: str, tekst: str) -> QWidget:
    """Return what stands where a list would be: why it is empty and what to do."""
    frame = card(f"{name}.leeg")
    texts = QVBoxLayout()
    texts.setSpacing(2)
    texts.addWidget(text_label(titel, look="strong", name=f"{name}.leeg.titel", wrap=True))
    texts.addWidget(text_label(tekst, look="muted", name=f"{name}.leeg.tekst", wrap=True))
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 14, 16, 14)
    row.setSpacing(14)
    row.addWidget(IconMark(icon, "muted", _ICON), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(texts, 1)
    return frame
