"""The same letter for many dossiers: choose which, make them with how far it is, and print them together."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.dutch import counted
from klachtdesk.errors import DeskError, DocumentError
from klachtdesk.services.brieven.afdruk import view_brieven
from klachtdesk.ui.announce import announce
from klachtdesk.ui.brieven.dossier_ticks import ApartList, DossierTicks
from klachtdesk.ui.brieven.letter_run import LetterRun, RunResult
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.screen_room import screen_room
from klachtdesk.ui.widgets.choice import Choice
from klachtdesk.ui.widgets.controls import card, push_button, text_label
from klachtdesk.ui.widgets.pdf_viewer import PdfViewer
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.veel_brieven import Briefstapel

_ONE_BY_ONE = "Deze doet u één voor één"
_FAILED = "Bij deze dossiers is geen brief gemaakt"
_KEPT = "Het is in elk dossier vastgelegd. U vindt de brieven daar terug bij Documenten."


class VeelBrievenDialog(QDialog):
    """First the choice, then how far it is, then what was made. While letters are made it can only be stopped."""

    opened = Signal(int)

    def __init__(self, workspace: Workspace, stapels: tuple[Briefstapel, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("brieven")
        self.setWindowTitle("Brieven in één keer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(680, 640).boundedTo(screen_room(parent)))
        self._workspace = workspace
        self._stapels = stapels
        self._at_work = False
        self._laying_out = False
        self._result: RunResult | None = None
        self._run = LetterRun(workspace, self)
        self._which = Choice()
        self._choosing = QWidget()
        self._ticks = DossierTicks()
        self._told = text_label(look="heading", name="brieven.gemaakt", wrap=True)
        self._kept = text_label(_KEPT, name="brieven.vastgelegd", wrap=True)
        self._viewer = PdfViewer("brieven.pdf")
        self._apart = ApartList()
        self._place = text_label(name="brieven.voortgang")
        self._bar = QProgressBar()
        self._make = push_button("brieven.maken", "", self._on_make, look="primary", icon="check")
        self._print = push_button(
            "brieven.afdrukken",
            "Alles &afdrukken…",
            self._on_print,
            look="primary",
            icon="printer",
            tip="Ctrl+P",
        )
        self._leave = push_button("brieven.sluiten", "&Sluiten", self.reject)
        self._notices = Notices(self)
        self._notices.setObjectName("brieven.melding")
        self._prepare()
        self._assemble()
        self._connect()
        self._look_over()

    def _prepare(self) -> None:
        self._which.setObjectName("brieven.welke")
        self._which.setAccessibleName("Welke brief")
        for stapel in self._stapels:
            self._which.addItem(f"{stapel.label} ({len(stapel.kandidaten)})")
        self._bar.setObjectName("brieven.balk")
        self._bar.setAccessibleName("Hoe ver het is")
        self._bar.setTextVisible(False)
        for later in (self._told, self._kept, self._viewer, self._print):
            later.hide()

    def _assemble(self) -> None:
        label = text_label("Welke brief", look="strong")
        label.setBuddy(self._which)
        choosing = QVBoxLayout(self._choosing)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.setSpacing(6)
        choosing.addWidget(label)
        choosing.addWidget(self._which)
        choosing.addSpacing(4)
        choosing.addWidget(self._ticks, 1)
        self._choosing.setProperty("look", "clear")
        inside = QVBoxLayout()
        inside.setContentsMargins(20, 16, 20, 12)
        inside.setSpacing(10)
        inside.addWidget(self._told)
        inside.addWidget(self._kept)
        inside.addWidget(self._choosing, 3)
        inside.addWidget(self._viewer, 4)
        inside.addWidget(self._apart, 2)
        inside.addStretch()
        inside.addWidget(self._place)
        inside.addWidget(self._bar)
        foot = card(look="foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addStretch(1)
        for button in (self._leave, self._make, self._print):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self._look_over)
        self._ticks.edited.connect(self._count)
        self._apart.opened.connect(self._on_open)
        self._run.progressed.connect(self._on_progress)
        self._run.looked_over.connect(self._on_looked_over)
        self._run.failed.connect(self._on_failed)
        self._run.ended.connect(self._on_ended)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._make.click)
        printing = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        printing.activated.connect(self._print.click)

    def _stapel(self) -> Briefstapel:
        return self._stapels[max(0, self._which.currentIndex())]

    def _look_over(self) -> None:
        """Find out which dossiers can get this letter together."""
        self._ticks.offer(())
        self._apart.tell("", ())
        self._run.look_over(self._stapel())

    def _on_looked_over(self, reasons: tuple[str, ...]) -> None:
        found = list(zip(self._stapel().kandidaten, reasons, strict=True))
        self._show_work(at_work=False)
        self._apart.tell(_ONE_BY_ONE, [(kandidaat, reason) for kandidaat, reason in found if reason])
        self._ticks.offer([kandidaat for kandidaat, reason in found if not reason])
        if self._make.isEnabled() and self.focusWidget() in {None, self, self._make}:
            self._make.setFocus()  # else somebody went elsewhere while it was looked over

    def _on_failed(self, error: DeskError) -> None:
        self._show_work(at_work=False)
        self._notices.tell_error(error)

    def _count(self) -> None:
        chosen = len(self._ticks.chosen())
        self._make.setText(f"&Maak {_letters(chosen)}" if chosen else "&Maak de brieven")
        self._make.setEnabled(chosen > 0)
        self._make.setDefault(True)

    def _on_make(self) -> None:
        self._at_work = True
        self._choosing.setEnabled(False)
        self._ticks.rest()
        self._apart.hide()
        self._make.hide()
        self._leave.setText("&Annuleren")
        self._leave.setFocus()
        self._run.make(self._stapel().soort, self._ticks.chosen())

    def _on_progress(self, done: int, total: int) -> None:
        doing = "Brieven maken" if self._at_work else "Nakijken wat er ontbreekt"
        self._place.setText(f"{doing}: {done} van {total}")
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._show_work(at_work=True)

    def _show_work(self, *, at_work: bool) -> None:
        self._place.setVisible(at_work)
        self._bar.setVisible(at_work)

    def _on_ended(self, result: RunResult) -> None:
        self._at_work = False
        self._result = result
        self._show_work(at_work=False)
        self._choosing.hide()
        self._leave.setText("&Sluiten")
        self._leave.setEnabled(True)
        people = {item.dossier_id: item for item in self._stapel().kandidaten}
        self._apart.tell(_FAILED, [(people[item.dossier_id], item.fout) for item in result.told if item.fout])
        self._told.setText(_summary(result))
        self._told.show()
        announce(self, self._told.text())
        if result.error is not None:
            self._notices.tell_error(result.error)
        self._kept.setVisible(bool(result.documenten))
        self._print.setVisible(bool(result.documenten))
        best = self._print if result.documenten else self._leave
        best.setDefault(True)
        best.setFocus()

    def _on_print(self) -> None:
        if self._result is None:
            return
        if self._viewer.isVisible():
            self._ask_printer()
            return
        if self._laying_out:
            return
        self._laying_out = True
        service = partial(view_brieven, document_ids=self._result.documenten)
        self._workspace.read(self, service, self._on_laid_out, self._on_not_laid_out)

    def _on_laid_out(self, inhoud: bytes) -> None:
        self._laying_out = False
        try:
            self._viewer.load(inhoud)
        except DocumentError as error:
            self._notices.tell_error(error)
            return
        self._viewer.show()
        self._ask_printer()

    def _on_not_laid_out(self, error: DeskError) -> None:
        self._laying_out = False
        self._notices.tell_error(error)

    def _ask_printer(self) -> None:
        try:
            self._viewer.print_dialog(self.windowTitle())
        except DocumentError as error:
            self._notices.tell_error(error)

    def _on_open(self, dossier_id: int) -> None:
        self.reject()
        self.opened.emit(dossier_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop, when letters are being made; the window stays to tell what was made."""
        if self._at_work:
            self._cancel()
            event.ignore()
            return
        self._run.stop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close; while letters are being made, stop after the one that is being made now."""
        if self._at_work:
            self._cancel()
            return
        self._run.stop()
        super().reject()

    def _cancel(self) -> None:
        self._run.stop()
        self._leave.setEnabled(False)
        self._place.setText("Stoppen na deze brief…")


def _letters(aantal: int) -> str:
    return counted(aantal, "brief", "brieven")


def _summary(result: RunResult) -> str:
    """Tell what was made, and what was not reached; copies count as letters too."""
    made = len(result.documenten)
    words = f"Er {'is' if made == 1 else 'zijn'} {_letters(made) if made else 'geen brieven'} gemaakt."
    if not result.left:
        return words
    waiting = counted(result.left, "dossier wacht", "dossiers wachten")
    kept = "" if not made else " Wat gemaakt is, blijft."
    return f"Gestopt. {words}{kept} Nog {waiting} op de brief."
