"""Answers "Waarom deze datum?": the count step by step, the words of the artikel, and the rule as it is set."""

from functools import partial
from html import escape

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.dutch import capital, long_date
from klachtdesk.services.termijnen import read_uitleg
from klachtdesk.ui.widgets.controls import card, push_button, readable_label, scrolled, text_label
from klachtdesk.ui.widgets.toml_view import TomlView
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.termijn import TermijnSleutel, Uitleg

_WIDTH, _HEIGHT = 600, 620
_RULE_WIDTH = 440


def ask_uitleg(workspace: Workspace, owner: QWidget, dossier_id: int, sleutel: TermijnSleutel) -> None:
    """Read why a termijn ends when it does, and show it over the window of `owner`."""

    def show(uitleg: Uitleg) -> None:
        UitlegDialog(uitleg, owner.window()).open()

    workspace.open(owner, partial(read_uitleg, dossier_id=dossier_id, sleutel=sleutel), show)


class UitlegDialog(QDialog):
    """Shows one Uitleg; it can be copied and printed. The rule opens beside it."""

    def __init__(self, uitleg: Uitleg, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("uitleg")
        self.setWindowTitle("Waarom deze datum?")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._uitleg = uitleg
        self._rule = _rule(uitleg)
        self._rule_button = push_button("uitleg.regel", "Toon de &regel", self._on_rule, icon="file-text")
        self._rule_button.setCheckable(True)
        self._copied = text_label(look="muted", name="uitleg.gekopieerd")
        self._assemble()
        self._rule.hide()
        self.resize(self.sizeHint().boundedTo(self._room().size()))

    def sizeHint(self) -> QSize:
        """Return a size that leaves air around the text, with the rule or without."""
        return QSize(_WIDTH + (0 if self._rule.isHidden() else _RULE_WIDTH), _HEIGHT)

    def _assemble(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(_story(self._uitleg), _WIDTH)
        body.addWidget(self._rule, _RULE_WIDTH)
        close = push_button("uitleg.sluiten", "&Sluiten", self.accept, look="primary")
        close.setDefault(True)
        foot = card(look="foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(8)
        row.addWidget(push_button("uitleg.kopieren", "&Kopiëren", self._on_copy, icon="copy"))
        row.addWidget(push_button("uitleg.afdrukken", "&Afdrukken…", self._on_print, icon="printer"))
        row.addWidget(self._rule_button)
        row.addWidget(self._copied)
        row.addStretch()
        row.addWidget(close)
        self._rule_button.setVisible(bool(self._uitleg.toml))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(foot)
        close.setFocus()

    def _on_rule(self) -> None:
        shown = self._rule_button.isChecked()
        self._rule.setVisible(shown)
        self._rule_button.setText("Verberg de &regel" if shown else "Toon de &regel")
        self._widen()

    def _widen(self) -> None:
        """Make room for the rule, or take it back, without leaving the screen."""
        room = self._room()
        self.resize(QSize(self.sizeHint().width(), self.height()).boundedTo(room.size()))
        beyond = self.frameGeometry().right() - room.right()
        if beyond > 0:
            self.move(max(room.left(), self.x() - beyond), self.y())

    def _room(self) -> QRect:
        return self.screen().availableGeometry()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._uitleg))
        self._copied.setText("Gekopieerd")

    def _on_print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(
            "Waarom deze datum"
        )  # the queue is read by others: what it is about may name somebody
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            print_uitleg(self._uitleg, printer)


def stappen(uitleg: Uitleg) -> tuple[str, ...]:
    """Return the sentences of the count, without those that only quote what is quoted beside them."""
    quotes = [" ".join(part.split()).removesuffix(".") for part in uitleg.citaat.split(" […] ")]
    return tuple(
        zin for zin in uitleg.zinnen if not any(quote and zin.endswith(f": “{quote}”.") for quote in quotes)
    )


def as_text(uitleg: Uitleg) -> str:
    """Return the whole explanation as plain text, for a letter or a mail."""
    lines = [uitleg.titel, long_date(uitleg.datum), ""]
    lines += [f"{number}. {zin}" for number, zin in enumerate(stappen(uitleg), start=1)]
    return "\n".join([*lines, "", f"“{uitleg.citaat}”", uitleg.artikel])


def print_uitleg(uitleg: Uitleg, printer: QPrinter) -> None:
    """Print the explanation on paper: the date, the count and the artikel."""
    zinnen = "".join(f"<li>{escape(zin)}</li>" for zin in stappen(uitleg))
    document = QTextDocument()
    document.setHtml(
        f"<p>{escape(uitleg.titel)}</p><h1>{long_date(uitleg.datum)}</h1><ol>{zinnen}</ol>"
        f"<blockquote><i>“{escape(uitleg.citaat)}”</i><br>{escape(uitleg.artikel)}</blockquote>"
    )
    document.print_(printer)


def _story(uitleg: Uitleg) -> QScrollArea:
    """Return the date, the artikel that gives it, and the count."""
    inside = QWidget()
    inside.setProperty("look", "clear")
    column = QVBoxLayout(inside)
    column.setContentsMargins(28, 24, 28, 20)
    column.setSpacing(0)
    column.addWidget(text_label(uitleg.titel, look="muted", name="uitleg.titel", wrap=True))
    day = text_label(long_date(uitleg.datum), look="display", name="uitleg.datum", wrap=True)
    column.addWidget(day)
    column.addSpacing(14)
    column.addWidget(_quote(uitleg))
    column.addSpacing(18)
    column.addWidget(text_label("Zo is er geteld", look="heading"))
    column.addSpacing(8)
    column.addLayout(_steps(stappen(uitleg)))
    column.addStretch()
    scroll = scrolled(inside)
    scroll.setObjectName("uitleg.inhoud")
    scroll.setAccessibleName("Uitleg")
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def _quote(uitleg: Uitleg) -> QFrame:
    frame = card(look="quote")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 10, 12, 10)
    column.setSpacing(4)
    column.addWidget(_fitting(readable_label(f"“{uitleg.citaat}”", name="uitleg.citaat")))
    artikel = readable_label(capital(uitleg.artikel), look="small", name="uitleg.artikel")
    column.addWidget(_fitting(artikel))
    return frame


def _fitting(label: QLabel) -> QLabel:
    """Let a label be as high as its text is at the width it gets, and no higher."""
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label


def _steps(zinnen: tuple[str, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(9)
    grid.setColumnStretch(1, 1)
    for row, zin in enumerate(zinnen):
        number = text_label(str(row + 1), look="step")
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_fitting(readable_label(zin, name=f"uitleg.stap.{row + 1}")), row, 1)
    return grid


def _rule(uitleg: Uitleg) -> QFrame:
    """Return the lines of the reglement that this date follows from."""
    frame = card("uitleg.regel.paneel", "aside")
    words = "Zo staat deze regel in het reglementbestand. Het programma rekent alleen met wat daar staat."
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 24, 20, 20)
    column.setSpacing(8)
    column.addWidget(text_label("De regel", look="heading"))
    column.addWidget(text_label(words, look="muted", wrap=True))
    column.addWidget(TomlView("uitleg.toml", "De regel in het reglementbestand", uitleg.toml), 1)
    if uitleg.clausules:
        clauses = f"Clausule {', '.join(uitleg.clausules)}"
        column.addWidget(text_label(clauses, look="small", name="uitleg.clausules"))
    return frame
