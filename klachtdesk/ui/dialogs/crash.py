"""When something unexpected goes wrong: say so, and offer a report without personal data to send."""

import platform
from pathlib import Path
from traceback import walk_tb

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from klachtdesk import __version__
from klachtdesk.ui.widgets.controls import push_button, text_label

_PACKAGE = "klachtdesk"
_DEEPEST = 40


def report_of(error: BaseException) -> str:
    """Return what is needed to find the cause: kinds of error and places in code, no values and no messages.

    The message of an exception can hold what somebody typed, so it is left out.
    """
    lines = [
        f"klachtdesk {__version__}, Qt {qVersion()}, Python {platform.python_version()}",
        f"{platform.system()} {platform.release()}",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        places = [(frame.f_code, number) for frame, number in walk_tb(seen.__traceback__)][-_DEEPEST:]
        lines += [f"  {_place(code.co_filename)}:{number} {code.co_qualname}" for code, number in places]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return "\n".join(lines)


def _place(filename: str) -> str:
    """Return a file from the package on: a full path holds the name of the user."""
    parts = Path(filename).parts
    if _PACKAGE in parts:
        return "/".join(parts[len(parts) - parts[::-1].index(_PACKAGE) - 1 :])
    return Path(filename).name


class CrashDialog(QDialog):
    """Says what happened, what that means for the work, and what to do."""

    def __init__(self, error: BaseException, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("onverwacht")
        self.setWindowTitle("Er ging iets mis")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._report = QPlainTextEdit(report_of(error))
        self._report.setObjectName("onverwacht.verslag")
        self._report.setAccessibleName("Foutverslag")
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._copied = text_label(look="muted")
        close = push_button("onverwacht.sluiten", "&Verder werken", self.accept, look="primary")
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(
            push_button("onverwacht.kopieren", "&Kopieer het verslag", self._on_copy, icon="copy")
        )
        buttons.addWidget(self._copied)
        buttons.addStretch()
        buttons.addWidget(close)
        words = (
            "klachtdesk kwam iets tegen dat niet had mogen gebeuren. Wat in de kluis staat is ongeschonden, en "
            "wat u typte is als concept bewaard. Werk verder; gaat het weer mis, stuur dan het verslag hieronder "
            "naar de beheerder. Er staan geen persoonsgegevens in."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(12)
        column.addWidget(text_label("Er ging iets mis", look="title"))
        column.addWidget(text_label(words, wrap=True))
        column.addWidget(self._report, 1)
        column.addLayout(buttons)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._copied.setText("Gekopieerd")
