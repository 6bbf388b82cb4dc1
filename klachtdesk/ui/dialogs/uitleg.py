"""Answers "waarom deze datum?": the count in sentences, the article with its words, and the rule as configured."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.ui.dutch_dates import long_date
from klachtdesk.ui.printing import ask_and_print, print_text
from klachtdesk.ui.widgets.controls import card, push_button, readable_label, text_label
from klachtdesk.views.termijn import Uitleg

_RULE_LINES = 14


class UitlegDialog(QDialog):
    """Shows one Uitleg; it can be copied as text and printed."""

    def __init__(self, uitleg: Uitleg, nummer: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("uitleg")
        self.setWindowTitle("Waarom deze datum?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._uitleg = uitleg
        self._nummer = nummer
        self._rule = QPlainTextEdit(uitleg.toml)
        self._rule_button = push_button(
            "uitleg.regel.tonen", "Toon de regel in het reglementbestand", self._on_rule, look="link"
        )
        self._copied = text_label(look="muted", name="uitleg.gekopieerd")
        self._assemble()

    def sizeHint(self) -> QSize:
        """Return a size that fits a small laptop."""
        return QSize(640, 580)

    def _assemble(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(text_label(self._uitleg.titel, look="muted", name="uitleg.titel", wrap=True))
        column.addWidget(
            text_label(long_date(self._uitleg.datum), look="title", name="uitleg.datum", wrap=True)
        )
        column.addSpacing(4)
        for number, zin in enumerate(self._uitleg.zinnen, start=1):
            column.addLayout(_numbered(number, zin))
        column.addSpacing(6)
        column.addWidget(self._quote())
        self._rule.setReadOnly(True)
        self._rule.setObjectName("uitleg.regel")
        self._rule.setAccessibleName("De regel in het reglementbestand")
        self._rule.setProperty("look", "code")
        self._rule.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._rule.setTabChangesFocus(True)
        self._rule.setMinimumHeight(self._rule.fontMetrics().lineSpacing() * _RULE_LINES)
        self._rule.hide()
        column.addWidget(self._rule_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rule)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setObjectName("uitleg.inhoud")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(22, 18, 18, 16)
        page.setSpacing(12)
        page.addWidget(scroll, 1)
        page.addLayout(self._buttons())

    def _quote(self) -> QFrame:
        quote = card(look="quote")
        column = QVBoxLayout(quote)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(readable_label(f"“{self._uitleg.citaat}”", name="uitleg.citaat"))
        column.addWidget(readable_label(self._uitleg.artikel, look="small", name="uitleg.artikel"))
        return quote

    def _buttons(self) -> QHBoxLayout:
        close = push_button("uitleg.sluiten", "&Sluiten", self.accept, look="primary")
        close.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(push_button("uitleg.kopieren", "&Kopiëren", self._on_copy, icon="copy"))
        row.addWidget(push_button("uitleg.afdrukken", "&Afdrukken…", self._on_print, icon="printer"))
        row.addWidget(self._copied)
        row.addStretch()
        row.addWidget(close)
        return row

    def as_text(self) -> str:
        """Return the whole explanation as plain text."""
        zinnen = (f"{number}. {zin}" for number, zin in enumerate(self._uitleg.zinnen, start=1))
        return "\n".join(
            (
                f"{self._uitleg.titel} ({self._nummer})",
                long_date(self._uitleg.datum),
                "",
                *zinnen,
                "",
                f"“{self._uitleg.citaat}”",
                self._uitleg.artikel,
            )
        )

    def _on_rule(self) -> None:
        self._rule.show()
        self._rule_button.hide()
        self._rule.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())
        self._copied.setText("Gekopieerd")

    def _on_print(self) -> None:
        uitleg = self._uitleg
        document = QTextDocument()
        zinnen = "".join(f"<li>{escape(zin)}</li>" for zin in uitleg.zinnen)
        document.setHtml(
            f"<p>{escape(uitleg.titel)} ({escape(self._nummer)})</p><h2>{long_date(uitleg.datum)}</h2>"
            f"<ol>{zinnen}</ol><p><i>“{escape(uitleg.citaat)}”</i><br>{escape(uitleg.artikel)}</p>"
        )
        ask_and_print(self, uitleg.titel, lambda printer: print_text(document, printer))


def _numbered(number: int, zin: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(text_label(f"{number}.", look="muted"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(readable_label(zin, name=f"uitleg.zin.{number}"), 1)
    return row
