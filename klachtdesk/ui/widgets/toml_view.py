"""Lines of a reglement file as they stand there, to be read and copied, not to be changed."""

import re

from PySide6.QtGui import QColor, QFontDatabase, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from klachtdesk.ui.theme import colors

_PARTS = re.compile(
    r"""(?P<good>"(?:[^"\\]|\\.)*") | (?P<muted>\#.*$) | (?P<accent>^\s*\[.*?\]+|[\w.-]+(?=\s*=))""",
    re.VERBOSE,
)
"""What gets a colour, by the name of that colour: texts; remarks; headings and keys."""


class TomlView(QPlainTextEdit):
    """A monospaced box in the colours of the moment."""

    def __init__(self, name: str, label: str, toml: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setReadOnly(True)
        self.setProperty("look", "code")
        self.setTabChangesFocus(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() - 0.5)
        self.setFont(font)
        self._highlighter = _Highlighter(self.document())
        self.setPlainText(toml)


class _Highlighter(QSyntaxHighlighter):
    """Gives the parts of each line their colour."""

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        named = colors()
        for match in _PARTS.finditer(text):
            if match.lastgroup is not None:
                look = QTextCharFormat()
                look.setForeground(QColor(getattr(named, match.lastgroup)))
                self.setFormat(match.start(), match.end() - match.start(), look)
