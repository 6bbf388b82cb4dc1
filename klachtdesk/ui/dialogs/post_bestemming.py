"""The dossier that post goes to: found by name or number, and as what it is recorded there, if it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.dutch import typed_date
from klachtdesk.errors import DeskError
from klachtdesk.services.dossiers import list_dossiers
from klachtdesk.services.post_import import propose_ontvangst
from klachtdesk.ui.forms.gebeurtenis_form import GebeurtenisForm
from klachtdesk.ui.widgets.choice import Choice
from klachtdesk.ui.widgets.controls import text_label
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.bijlagen import DossierKeuze, MailView, OntvangstVoorstel
from klachtdesk.views.dossier import GebeurtenisKeuze
from klachtdesk.views.dossiers import DossierRegel

_PAUSE = 150
"""Milliseconds without a keystroke before a search starts."""

_MOST_FOUND = 30
_LIST_HEIGHTS = (58, 112)
"""Pixels, at least and at most: on a low screen the fields below it need the room more."""
_FORM_HEIGHT = 120
_KEPT_ONLY = "Alleen bewaren als bijlage"


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """What is recorded of the post: the kind of gebeurtenis, its day and its fields as typed."""

    soort: str
    label: str
    datum: str
    velden: Mapping[str, str]


class Bestemming(QWidget):
    """A search field, the dossiers found, and below them what is recorded in the chosen one."""

    changed = Signal()

    def __init__(
        self, workspace: Workspace, proposed: tuple[DossierKeuze, ...], mail: MailView | None
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._proposed = proposed
        self._mail = mail
        self._ontvangst: OntvangstVoorstel | None = None
        self._looking = 0
        self._asked_for: int | None = None
        self._proposing = False
        self._form: GebeurtenisForm | None = None
        self._search = QLineEdit()
        self._list = QListWidget()
        self._reason = text_label(look="small", name="post.reden", wrap=True)
        self._kind = Choice()
        self._scroll = QScrollArea()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._prepare()
        self._assemble()
        self._fill(proposed)
        if not proposed:
            self._look()

    def _prepare(self) -> None:
        self._search.setObjectName("post.zoeken")
        self._search.setAccessibleName("Dossier zoeken")
        self._search.setPlaceholderText("Zoek een dossier op naam, nummer of tekst")
        self._search.setClearButtonEnabled(True)
        self._search.setMaxLength(200)
        self._search.textChanged.connect(self._on_typed)
        self._search.installEventFilter(self)
        self._pause.timeout.connect(self._look)
        self._list.setObjectName("post.dossiers")
        self._list.setAccessibleName("Gevonden dossiers")
        self._list.setMinimumHeight(_LIST_HEIGHTS[0])
        self._list.setMaximumHeight(_LIST_HEIGHTS[1])
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._on_dossier)
        self._kind.setObjectName("post.soort")
        self._kind.setAccessibleName("Vastleggen als")
        self._kind.currentIndexChanged.connect(self._on_kind)
        self._scroll.setMinimumHeight(_FORM_HEIGHT)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _assemble(self) -> None:
        label = text_label("Vastleggen als", look="strong")
        label.setBuddy(self._kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._search)
        column.addWidget(self._list)
        column.addWidget(self._reason)
        column.addWidget(label)
        column.addWidget(self._kind)
        column.addWidget(self._scroll, 1)

    def focus_first(self) -> None:
        """Put the keyboard where somebody goes on: how it is recorded, or first which dossier."""
        (self._kind if self._proposed else self._search).setFocus()

    def last_field(self) -> QWidget:
        """Return what has the keyboard last before the buttons of the dialog."""
        fields = self._form.findChildren(QWidget) if self._form is not None else []
        takes_tab = (
            field
            for field in reversed(fields)
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus
            and field.focusProxy() is None
            and field.window() is self.window()  # the list of a drop-down is a window of its own
        )
        return next(takes_tab, self._kind)

    @property
    def settled(self) -> bool:
        """Whether what is found and proposed is of what was typed, and of the dossier that is chosen."""
        return not (self._pause.isActive() or self._looking or self._proposing)

    def dossier(self) -> DossierKeuze | None:
        """Return the chosen dossier."""
        item = self._list.currentItem()
        found = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, DossierKeuze) else None

    def gebeurtenis(self) -> Ontvangst | None:
        """Return what is to be recorded; None for a file that is only kept."""
        if self._form is None:
            return None
        return Ontvangst(
            str(self._kind.currentData()), self._kind.currentText(), self._form.datum(), self._form.velden()
        )

    def action(self) -> str:
        """Return what the button says that does it."""
        return "&Toevoegen" if self._form is None else "&Vastleggen"

    def show_faults(self, faults: Mapping[str, str]) -> bool:
        """Show faults at their fields; return whether one was about a field here."""
        return self._form is not None and self._form.show_faults(faults)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go from the search field through the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._list.count():
                row = self._list.currentRow() + step
                self._list.setCurrentRow(max(0, min(row, self._list.count() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        self._pause.start()
        self.changed.emit()

    def _look(self) -> None:
        words = self._search.text().strip()
        if not words and self._proposed:
            self._fill(self._proposed)
            return
        service = partial(list_dossiers, zoek=words, alleen_open=not words)
        self._looking += 1
        self._workspace.read(self, service, self._on_found, self._on_not_found)

    def _on_not_found(self, error: DeskError) -> None:
        self._looking -= 1
        self._workspace.notices.tell_error(error)
        self.changed.emit()

    def _on_found(self, regels: tuple[DossierRegel, ...]) -> None:
        self._looking -= 1
        self._fill(tuple(_keuze(regel) for regel in regels[:_MOST_FOUND]))

    def _fill(self, keuzes: tuple[DossierKeuze, ...]) -> None:
        before = self.dossier()
        self._list.blockSignals(True)
        self._list.clear()
        for keuze in keuzes:
            item = QListWidgetItem(f"{keuze.nummer}  {keuze.titel}")
            item.setData(Qt.ItemDataRole.UserRole, keuze)
            self._list.addItem(item)
        again = next((row for row, keuze in enumerate(keuzes) if before and keuze.id == before.id), 0)
        self._list.setCurrentRow(again if keuzes else -1)
        self._list.blockSignals(False)
        self._on_dossier()

    def _on_dossier(self) -> None:
        keuze = self.dossier()
        self._reason.setText("Geen dossier gevonden." if keuze is None else keuze.reden)
        self._reason.setVisible(bool(self._reason.text()))
        if keuze is None:
            self._asked_for, self._proposing = None, False
        elif keuze.id != self._asked_for:
            self._asked_for, self._proposing = keuze.id, True
            service = partial(propose_ontvangst, dossier_id=keuze.id, mail=self._mail)
            failed = partial(self._on_no_proposal, keuze.id)
            self._workspace.read(self, service, partial(self._on_proposed, keuze.id), failed)
        self.changed.emit()

    def _on_no_proposal(self, dossier_id: int, error: DeskError) -> None:
        self._workspace.notices.tell_error(error)
        if dossier_id == self._asked_for:
            self._asked_for, self._proposing = None, False
            self.changed.emit()

    def _on_proposed(self, dossier_id: int, ontvangst: OntvangstVoorstel) -> None:
        if dossier_id != self._asked_for:
            return  # another dossier was chosen since: its own answer comes
        self._proposing = False
        before = self._kind.currentData() if self._ontvangst is not None else None
        self._ontvangst = ontvangst
        self._kind.blockSignals(True)
        self._kind.clear()
        for keuze in ontvangst.keuzes:
            self._kind.addItem(keuze.label, keuze.soort)
        self._kind.addItem(_KEPT_ONLY, "")
        self._kind.setCurrentIndex(max(0, self._kind.findData(before)) if before is not None else 0)
        self._kind.blockSignals(False)
        self._on_kind()

    def _on_kind(self) -> None:
        ontvangst, soort = self._ontvangst, self._kind.currentData()
        keuze = next((item for item in ontvangst.keuzes if item.soort == soort), None) if ontvangst else None
        typed = self._form.velden() if self._form is not None else {}
        with keyboard_kept(self._scroll):
            self._make_form(keuze, {key: text for key, text in typed.items() if text})
        self.changed.emit()

    def _make_form(self, keuze: GebeurtenisKeuze | None, typed: Mapping[str, str]) -> None:
        ontvangst = self._ontvangst
        self._form = None
        if keuze is not None and ontvangst is not None:
            self._form = GebeurtenisForm(keuze, self._workspace.klok.vandaag)
            kanaal = "email" if self._mail is not None else "brief"
            datum = typed_date(ontvangst.datum)
            self._form.propose({"datum": datum, "persoon": ontvangst.persoon, "kanaal": kanaal})
            self._form.put(typed)
            self._scroll.setWidget(self._form)
        else:
            self._scroll.setWidget(QWidget())


def _keuze(regel: DossierRegel) -> DossierKeuze:
    who = ", ".join(filter(None, (regel.klager, regel.organisatie))) or "Klager nog onbekend"
    return DossierKeuze(regel.id, regel.nummer, f"{who} ({regel.status})")
