"""Lines of a reglement file as they stand there, to be read and copied, not to be changed."""

import re

from PySide6.QtWidgets import QPlainTextEdit

from klachtdesk.ui.widgets.code_text import PartsHighlighter, set_code_font

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
        set_code_font(self)
        self._highlighter = PartsHighlighter(self.document(), _PARTS)
        self.setPlainText(toml)
