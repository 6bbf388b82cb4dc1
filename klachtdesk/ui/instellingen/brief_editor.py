"""The words of one letter: typed at the left; at the right how they look, and the fields that they may use."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from klachtdesk.dutch import counted
from klachtdesk.errors import DeskError
from klachtdesk.services.brieven.sjablonen import (
    look_at_sjabloon,
    read_sjabloon,
    restore_sjabloon,
    save_sjabloon,
)
from klachtdesk.services.desk import Desk
from klachtdesk.ui.instellingen.brief_check import BriefCheck, Seen, Typed
from klachtdesk.ui.instellingen.brief_fouten import BriefFouten, tell_refused
from klachtdesk.ui.instellingen.editor_frame import editor_head, lay_out_editor
from klachtdesk.ui.instellingen.veldenlijst import Veldenlijst
from klachtdesk.ui.keys import add_keys
from klachtdesk.ui.theme import restyle
from klachtdesk.ui.widgets.controls import chip, page_tabs, push_button, text_label
from klachtdesk.ui.widgets.line_editor import LineEditor
from klachtdesk.ui.widgets.pdf_viewer import PdfViewer
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.brief import SjabloonFout, SjabloonView

T = TypeVar("T")


class BriefEditor(QWidget):
    """Edits one text; whatever leaves it saves it first, and a text with faults is not left unnoticed."""

    left = Signal()

    def __init__(self, workspace: Workspace, sleutel: str, reglement: str = "") -> None:
        super().__init__()
        self.setObjectName("brief")
        self._workspace = workspace
        self._which = (sleutel, reglement)
        self._view: SjabloonView | None = None
        self._title = text_label(look="heading", name="brief.titel", wrap=True)
        self._unsaved = text_label(look="muted", name="brief.opgeslagen")
        self._state = chip("", "", "brief.stand")
        self._subject = QLineEdit()
        self._subject_label = text_label("O&nderwerp", name="brief.onderwerp.label")
        self._tekst = LineEditor("brief.tekst", "Tekst van de brief")
        self._fouten = BriefFouten()
        self._viewer = PdfViewer("brief.voorbeeld")
        self._velden = Veldenlijst()
        self._tabs = page_tabs("brief.tabs")
        self._check = BriefCheck(workspace, self, lambda: self.typed, self._look_at)
        self._assemble()
        self._connect()
        self._workspace.read(self, self._service(read_sjabloon), self._show, self._on_gone)

    def _assemble(self) -> None:
        head = editor_head("brief", "Brieven", self.leave, self._title, self._unsaved, self._state)
        self._restore = push_button("brief.standaard", "&Terug naar de standaardtekst", self._on_restore)
        self._discard = push_button(
            "brief.weggooien", "Wijzigingen weggooien", self._on_discard, look="quiet"
        )
        save = push_button("brief.opslaan", "&Opslaan", self.save, look="primary", icon="check", tip="Ctrl+S")
        lay_out_editor(self, head, self._middle(), (save, self._restore, self._discard))
        add_keys(self, (QKeySequence.StandardKey.Save, self.save), (Qt.Key.Key_Escape, self.leave))

    def _middle(self) -> QSplitter:
        tabs = self._tabs
        tabs.addTab(self._viewer, "Voorbeeld")
        tabs.addTab(self._velden, "Velden")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._typing())
        split.addWidget(tabs)
        split.setSizes([1_000, 1_000])
        return split

    def _typing(self) -> QWidget:
        self._subject.setObjectName("brief.onderwerp")
        self._subject.setAccessibleName("Onderwerp")
        self._subject_label.setTextFormat(Qt.TextFormat.AutoText)
        self._subject_label.setBuddy(self._subject)
        words = QVBoxLayout()
        words.setContentsMargins(24, 8, 0, 8)
        words.setSpacing(6)
        words.addWidget(self._subject_label)
        words.addWidget(self._subject)
        label = text_label("Te&kst", name="brief.tekst.label")
        label.setTextFormat(Qt.TextFormat.AutoText)
        label.setBuddy(self._tekst)
        words.addWidget(label)
        words.addWidget(self._tekst, 1)
        words.addWidget(self._fouten)
        typing = QWidget()
        typing.setProperty("look", "clear")
        typing.setLayout(words)
        return typing

    def _connect(self) -> None:
        self._check.seen.connect(self._show_seen)
        self._subject.textChanged.connect(self._on_typed)
        self._tekst.textChanged.connect(self._on_typed)
        self._velden.chosen.connect(self._tekst.insert)
        self._fouten.chosen.connect(self._on_fault_chosen)
        self._workspace.flushing.connect(self._on_flushing)

    @property
    def typed(self) -> Typed:
        """The onderwerp and the text as they stand here."""
        return self._subject.text(), self._tekst.toPlainText()

    @property
    def altered(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._view is not None and _plain(*self.typed) != _plain(
            self._view.onderwerp, self._view.tekst
        )

    @property
    def busy(self) -> bool:
        """Whether what was typed last has not been looked at yet."""
        return self._check.busy

    def save(self) -> None:
        """Keep what was typed as the office's own words."""
        self._save(lambda: self._workspace.notices.tell("Opgeslagen. Nieuwe brieven krijgen deze tekst."))

    def leave(self) -> None:
        """Go back to the list; what was typed is saved, also meanwhile, and with faults in it one stays."""
        typed = self.typed
        self._save(lambda: self.left.emit() if self.typed == typed else self.leave())

    def _save(self, then: Callable[[], object], failed: Callable[[DeskError], None] | None = None) -> None:
        if not self.altered:
            then()
            return
        onderwerp, tekst = self.typed
        service = self._service(save_sjabloon, onderwerp=onderwerp, tekst=tekst)
        self._workspace.change(self, service, lambda _changes: self._read(then), failed or self._on_refused)

    def _service(self, service: Callable[..., T], **more: str) -> Callable[[Desk], T]:
        sleutel, reglement = self._which
        return partial(service, sleutel=sleutel, reglement=reglement, **more)

    def _read(self, then: Callable[[], object]) -> None:
        def show(view: SjabloonView) -> None:
            self._show(view)
            then()

        self._workspace.read(self, self._service(read_sjabloon), show, self._on_gone)

    def _show(self, view: SjabloonView) -> None:
        first = self._view is None
        self._view = view
        self._title.setText(f"Gedeelde tekst: {view.titel}" if view.deel else view.titel)
        for widget in (self._subject, self._subject_label):
            widget.setVisible(not view.deel)
        if first:
            self._subject.setText(view.onderwerp)
            self._subject.setCursorPosition(0)
            self._tekst.setPlainText(view.tekst)
            self._velden.show_velden(view.velden)
            self._tekst.go_to(1)
        self._tell_state()
        self._check.look()

    def _on_typed(self) -> None:
        self._tell_state()
        self._check.wait()

    def _tell_state(self) -> None:
        view, number = self._view, self._fouten.count()
        if view is None:
            return
        self._unsaved.setText("Nog niet opgeslagen" if self.altered else "")
        self._discard.setVisible(self.altered)
        standard = _plain(view.standaard_onderwerp, view.standaard_tekst)
        self._restore.setEnabled(view.eigen or _plain(*self.typed) != standard)
        whose = "Eigen tekst" if view.eigen else "Standaardtekst"
        self._state.setText(counted(number, "fout", "fouten") if number else whose)
        look = "chip-danger" if number else "chip-accent" if view.eigen else "chip"
        restyle(self._state, "look", look)

    def _look_at(self, typed: Typed) -> Callable[[Desk], Seen]:
        return self._service(look_at_sjabloon, onderwerp=typed[0], tekst=typed[1])

    def _show_seen(self, faults: tuple[SjabloonFout, ...], pdf: bytes) -> None:
        self._fouten.show_fouten(faults)
        self._tekst.mark_lines([fault.regel for fault in faults if not fault.onderwerp])
        restyle(self._subject, "faulty", "true" if any(fault.onderwerp for fault in faults) else "false")
        self._tell_state()
        self._tabs.setTabText(0, "Voorbeeld" if pdf else "Voorbeeld (van voor de fouten)")
        if pdf:
            bar = self._viewer.view.verticalScrollBar()
            place = bar.value()
            self._viewer.load(pdf)
            bar.setValue(place)

    def _on_fault_chosen(self, fault: SjabloonFout) -> None:
        if fault.onderwerp:
            self._subject.setFocus()
        else:
            self._tekst.go_to(fault.regel)

    def _on_refused(self, error: DeskError) -> None:
        self._check.look_again()
        tell_refused(self._workspace.notices, error)

    def _on_gone(self, error: DeskError) -> None:
        self._workspace.notices.tell_error(error)
        self.left.emit()

    def _on_flushing(self) -> None:
        self._save(lambda: None, self._workspace.keeping_failed.emit)

    def _on_restore(self) -> None:
        """Let the words of the program hold again; the notice brings the office's own back."""
        view, typed = self._view, self.typed
        if view is None:
            return

        def back() -> None:
            self._put(*typed)
            if view.eigen:
                self._save(lambda: self._workspace.notices.tell("Uw eigen tekst geldt weer."))

        def told() -> None:
            self._put(view.standaard_onderwerp, view.standaard_tekst)
            self._workspace.notices.tell("De standaardtekst geldt weer.", back)

        self._workspace.change(self, self._service(restore_sjabloon), lambda _changes: self._read(told))

    def _on_discard(self) -> None:
        view, typed = self._view, self.typed
        if view is not None:
            self._put(view.onderwerp, view.tekst)
            self._workspace.notices.tell("De wijzigingen zijn weg.", partial(self._put, *typed))

    def _put(self, onderwerp: str, tekst: str) -> None:
        self._subject.setText(onderwerp)
        self._tekst.replace_all(tekst)


def _plain(onderwerp: str, tekst: str) -> tuple[str, str]:
    """Return the words as they are kept: without blanks around the onderwerp and empty lines around the text."""
    return onderwerp.strip(), tekst.strip("\n")
