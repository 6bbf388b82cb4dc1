"""Fields of text, one line or many. What does not fit is refused with a reason, never cut off in silence."""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from klachtdesk.dutch import dutch_number
from klachtdesk.formulieren import Veld
from klachtdesk.ui.forms.field import Field
from klachtdesk.ui.forms.proposals import Proposals

_LEAST_LINES = 3
_MOST_LINES = 18


def too_long(found: int, limit: int) -> str:
    """Return what to say of a text that was not taken over because it does not fit."""
    return (
        f"De geplakte tekst is te lang: {dutch_number(found)} tekens; hier passen er {dutch_number(limit)}. "
        "Er is niets veranderd. Plak een kleiner stuk, of voeg de tekst als bijlage toe."
    )


class LineField(Field):
    """One line of text; where its field has proposals, it offers those that fit what is typed."""

    def __init__(self, veld: Veld) -> None:
        super().__init__()
        self._limit = veld.max_lengte
        self._accepted = ""
        self.edit = QLineEdit()
        self.edit.setMaxLength(self._limit)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.inputRejected.connect(self._on_rejected)
        self.edit.editingFinished.connect(self.left)
        self._rejected = False
        if veld.voorstellen:
            self._complete_with(Proposals(veld.voorstellen, self.edit))
        self._fill(self.edit)

    def _complete_with(self, completer: QCompleter) -> None:
        """Offer what fits; Qt puts what is picked, or only looked at, in the line without calling that edited."""
        self.edit.setCompleter(completer)
        completer.highlighted[str].connect(self._on_edited)  # type: ignore[index]
        completer.activated[str].connect(self._on_edited)  # type: ignore[index]

    def text(self) -> str:
        """Return the raw text."""
        return self.edit.text()

    def put(self, text: str) -> None:
        """Show a raw text."""
        self._accepted = text
        self.edit.setMaxLength(max(self._limit, len(text)))
        self.edit.setText(text)
        self.edit.setCursorPosition(0)

    def focus_target(self) -> QWidget:
        """Return the line itself."""
        return self.edit

    def lock(self, reason: str) -> None:
        """Leave the text selectable."""
        self.edit.setReadOnly(True)
        self.edit.setToolTip(reason)

    def _on_edited(self, text: str) -> None:
        if not self._rejected:
            self._accepted = text
            self.edited.emit(text)

    def _on_rejected(self) -> None:
        """Qt has cut the text off at the limit and says so halfway; half a text would go unnoticed."""
        self._rejected = True
        QTimer.singleShot(0, self, self._refuse)

    def _refuse(self) -> None:
        self._rejected = False
        if self.edit.text() != self._accepted:
            self.edit.undo()
            self.refused.emit(
                f"Dat is te lang voor dit veld: hier passen {dutch_number(self._limit)} tekens. Er is niets veranderd."
            )


class _GrowingText(QPlainTextEdit):
    """A text that is as high as what stands in it, within bounds; Tab goes on to the next field."""

    refused = Signal(str)
    left = Signal()

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files that are dropped to the window, which keeps them; here only their names would appear."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop a text, unless it does not fit: megabytes would bring the window to a halt."""
        text = source.text()
        kept = len(self.toPlainText()) - len(self.textCursor().selectedText())
        if kept + len(text) > self._limit:
            self.refused.emit(too_long(len(text), self._limit))
            return
        self.textCursor().insertText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text is left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        shown = max(_LEAST_LINES, min(_MOST_LINES, lines))
        around = 2 * round(self.document().documentMargin()) + 12
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + around)


class LongTextField(Field):
    """Several lines of text."""

    def __init__(self, veld: Veld) -> None:
        super().__init__()
        self.edit = _GrowingText(veld.max_lengte)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.refused.connect(self.refused)
        self.edit.left.connect(self.left)
        self._putting = False
        self._fill(self.edit)

    def text(self) -> str:
        """Return the raw text."""
        return self.edit.toPlainText()

    def put(self, text: str) -> None:
        """Show a raw text."""
        self._putting = True
        self.edit.setPlainText(text)
        self._putting = False

    def focus_target(self) -> QWidget:
        """Return the text itself."""
        return self.edit

    def lock(self, reason: str) -> None:
        """Leave the text selectable."""
        self.edit.setReadOnly(True)
        self.edit.setToolTip(reason)

    def _on_changed(self) -> None:
        if not self._putting:
            self.edited.emit(self.text())
