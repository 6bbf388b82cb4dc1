"""What texts with a form of their own have in common: letters of one width, and a colour for each of their parts."""

import re

from PySide6.QtGui import QColor, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from klachtdesk.ui.theme import colors


def set_code_font(edit: QPlainTextEdit) -> None:
    """Give a text letters of one width, a little smaller than those around it: they look larger."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(edit.font().pointSizeF() - 0.5)
    edit.setFont(font)


class PartsHighlighter(QSyntaxHighlighter):
    """Gives the parts of each line their colour: each group of the pattern has the name of one."""

    def __init__(self, document: QTextDocument, parts: re.Pattern[str]) -> None:
        super().__init__(document)
        self._parts = parts

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        named = colors()
        for match in self._parts.finditer(text):
            if match.lastgroup is not None:
                look = QTextCharFormat()
                look.setForeground(QColor(getattr(named, match.lastgroup)))
                self.setFormat(match.start(), match.end() - match.start(), look)
