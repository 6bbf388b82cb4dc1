"""A text with the numbers of its lines beside it, in which faulty lines can be marked."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from klachtdesk.ui.theme import colors
from klachtdesk.ui.widgets.code_text import PartsHighlighter, set_code_font

_PARTS = re.compile(r"(?P<accent>\{\{.*?\}\})|(?P<warning>\{%.*?%\})|(?P<good>^(?:##|-) .*$)")
"""What gets a colour, by the name of that colour: fields; conditions; headings and items."""

_AIR = 8
"""Pixels at each side of a line number."""


class LineEditor(QPlainTextEdit):
    """Wraps its lines; Tab leaves it."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        set_code_font(self)
        self._faulty: tuple[int, ...] = ()
        self._margin = _Margin(self)
        self._highlighter = PartsHighlighter(self.document(), _PARTS)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._recolor)
        self._make_room()

    @property
    def faulty(self) -> tuple[int, ...]:
        """The lines that are marked, from 1."""
        return self._faulty

    def mark_lines(self, lines: Sequence[int]) -> None:
        """Mark these lines, from 1, and no others."""
        self._faulty = tuple(dict.fromkeys(lines))
        marks = []
        for line in self._faulty:
            block = self.document().findBlockByNumber(line - 1)
            if block.isValid():
                mark = QTextEdit.ExtraSelection()
                mark.format.setBackground(QColor(colors().danger_soft))
                mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                mark.cursor = QTextCursor(block)
                marks.append(mark)
        self.setExtraSelections(marks)
        self._margin.update()

    def go_to(self, line: int) -> None:
        """Put the cursor on a line, from 1, and the keyboard in the text."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
        self.centerCursor()
        self.setFocus()

    def insert(self, text: str) -> None:
        """Put a text at the cursor, which comes in the place of its "|"; one undo takes it back."""
        before, _, behind = text.partition("|")
        cursor = self.textCursor()
        cursor.insertText(before + behind)
        cursor.setPosition(cursor.position() - len(behind))
        self.setTextCursor(cursor)
        self.setFocus()

    def replace_all(self, text: str) -> None:
        """Put another text in place of this one; the editor's own undo still knows what stood here."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers beside the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), self._margin.wide(), inside.height()))

    def paint_margin(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in sight; a faulty one stands out by its colour and a dot."""
        named = colors()
        painter = QPainter(self._margin)
        painter.fillRect(event.rect(), QColor(named.window))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            number = block.blockNumber() + 1
            wrong = number in self._faulty
            painter.setPen(QColor(named.danger if wrong else named.muted))
            place = QRect(0, round(top), self._margin.width() - _AIR, self.fontMetrics().height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, f"• {number}" if wrong else str(number))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _make_room(self) -> None:
        self.setViewportMargins(self._margin.wide(), 0, 0, 0)

    def _follow(self, rect: QRect, down: int) -> None:
        if down:
            self._margin.scroll(0, down)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())

    def _recolor(self) -> None:
        self._highlighter.rehighlight()
        self.mark_lines(self._faulty)


class _Margin(QWidget):
    """Where the numbers stand."""

    def __init__(self, editor: LineEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def wide(self) -> int:
        """Return the width in pixels that the largest number takes, with the mark of a faulty line."""
        digits = max(2, len(str(self._editor.blockCount())))
        return self._editor.fontMetrics().horizontalAdvance("• " + "9" * digits) + 2 * _AIR

    def sizeHint(self) -> QSize:
        """Return the room that the numbers take."""
        return QSize(self.wide(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the editor draw, for it knows where its lines are."""
        self._editor.paint_margin(event)
