"""The main window: a side bar, one page at a time, and the keys that work everywhere."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.klok import Klok
from klachtdesk.services.kluis import read_status
from klachtdesk.ui.dialogs.shortcuts import ShortcutsDialog
from klachtdesk.ui.incoming import Incoming
from klachtdesk.ui.meldingen import Meldingen
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.pages.calendar_page import CalendarPage
from klachtdesk.ui.pages.dossier_page import DossierPage
from klachtdesk.ui.pages.dossiers_page import DossiersPage
from klachtdesk.ui.pages.instellingen_page import InstellingenPage
from klachtdesk.ui.pages.melding_page import MeldingPage
from klachtdesk.ui.pages.overzicht_page import OverzichtPage
from klachtdesk.ui.pages.vandaag_page import VandaagPage
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.widgets.controls import let_go, text_label
from klachtdesk.ui.widgets.sidebar import Sidebar
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import DraftRegel, FormulierView
from klachtdesk.views.kluis import KantoorStatus
from klachtdesk.views.stap import StapView

if TYPE_CHECKING:
    from klachtdesk.services.desk import Desk

_PAGES = (
    ("vandaag", "Vandaag", "square-check"),
    ("dossiers", "Dossiers", "folders"),
    ("kalender", "Kalender", "calendar-days"),
    ("overzicht", "Overzicht", "chart-column"),
    ("instellingen", "Instellingen", "building-2"),
)

_NARROW = 860
"""Pixels of the window below which the side bar shows icons only."""


class MainWindow(QWidget):
    """Shows pages and passes wishes on; what a page does is the page's own business."""

    lock_wanted = Signal()
    closing = Signal()

    def __init__(self, desk: "Desk", klok: Klok, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("hoofdvenster")
        self.setWindowTitle("klachtdesk")
        self.notices = Notices(self)
        self.workspace = Workspace(desk, klok, tasks, self.notices)
        self._sidebar = Sidebar(_PAGES)
        self._stack = QStackedWidget()
        self._busy = QProgressBar()
        self._banner = text_label(look="banner", name="banner", wrap=True)
        self._banner.hide()
        self._dossiers = DossiersPage(self.workspace)
        self._kalender = CalendarPage(self.workspace)
        self._overzicht = OverzichtPage(self.workspace)
        self._vandaag = VandaagPage(self.workspace)
        self._instellingen = InstellingenPage(self.workspace)
        self._pages: dict[str, QWidget] = {
            "vandaag": self._vandaag,
            "dossiers": self._dossiers,
            "kalender": self._kalender,
            "overzicht": self._overzicht,
            "instellingen": self._instellingen,
        }
        self._page = "vandaag"
        self._passing: QWidget | None = None
        self.meldingen = Meldingen(self.workspace, self)
        self._incoming = Incoming(self.workspace, self, self._stack.currentWidget)
        self._assemble()
        self._connect(tasks)
        self._add_shortcuts()
        self._read_status()
        self._dossiers.refresh()
        self.show_page("vandaag")

    def sizeHint(self) -> QSize:
        """Return a size for reading comfortably; a small laptop gives what it has."""
        return QSize(1366, 820)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the room of the side bar where there is little."""
        super().resizeEvent(event)
        self._sidebar.set_narrow(narrow=event.size().width() < _NARROW)

    def _assemble(self) -> None:
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.hide()
        for page in self._pages.values():
            self._stack.addWidget(page)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._banner)
        right.addWidget(self._busy)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addLayout(right, 1)

    def _connect(self, tasks: Tasks) -> None:
        tasks.refused.connect(self.notices.tell_error)
        tasks.busy_changed.connect(self._busy.setVisible)
        self.workspace.changed.connect(self._on_changed)
        self._sidebar.page_wanted.connect(self.show_page)
        self._sidebar.melding_wanted.connect(self.meldingen.begin)
        self._sidebar.lock_wanted.connect(self.lock_wanted)
        self._sidebar.shortcuts_wanted.connect(self.show_shortcuts)
        self._dossiers.opened.connect(self.open_dossier)
        self._dossiers.melding_wanted.connect(self.meldingen.begin)
        self._dossiers.draft_resumed.connect(self._on_draft_resumed)
        self._kalender.dossier_chosen.connect(self.open_dossier)
        self._overzicht.dossier_opened.connect(self.open_dossier)
        self._overzicht.bespreking_wanted.connect(partial(self.open_setting, "besprekingen"))
        self._overzicht.producten_wanted.connect(partial(self.open_setting, "producten"))
        self._vandaag.opened.connect(self.open_dossier)
        self._vandaag.stap_wanted.connect(self._on_stap_wanted)
        self._vandaag.draft_resumed.connect(self._on_draft_resumed)
        self._vandaag.melding_wanted.connect(self.meldingen.begin)
        self._vandaag.files_wanted.connect(self._incoming.ask)
        self.meldingen.opened.connect(self._show_melding)
        self._incoming.form_read.connect(self.meldingen.read_form)
        self._incoming.melding_begun.connect(self.meldingen.resume_made)

    def _add_shortcuts(self) -> None:
        for keys, act in (
            (QKeySequence("Ctrl+N"), self.meldingen.begin),
            (QKeySequence("Ctrl+O"), self._incoming.ask),
            (QKeySequence("Ctrl+F"), self.search),
            (QKeySequence("Ctrl+L"), self.lock_wanted.emit),
            (QKeySequence("F1"), self.show_shortcuts),
            *(
                (QKeySequence(f"Ctrl+{place}"), partial(self.show_page, name))
                for place, name in enumerate(self._pages, 1)
            ),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)

    def show_banner(self, text: str) -> None:
        """Say something above every page for as long as the window is there: that this is a demo."""
        self._banner.setText(text)
        self._banner.show()

    def show_page(self, name: str) -> None:
        """Go to one of the pages of the side bar; what was asked for before comes no more."""
        self.workspace.forget()
        self._leave_passing()
        page = self._pages[name]
        self._page = name
        self._stack.setCurrentWidget(page)
        self._sidebar.mark(name)
        page.setFocus()

    def search(self) -> None:
        """Go to the list and put the keyboard in its search field."""
        self.show_page("dossiers")
        self._dossiers.search()

    def open_dossier(
        self,
        dossier_id: int,
        formulier: str | None = None,
        stap: StapView | None = None,
        *,
        just_made: bool = False,
    ) -> None:
        """Show a dossier; with `formulier`, at that form; with `stap`, at where that is done."""
        self.workspace.forget()
        page = DossierPage(self.workspace, dossier_id, formulier, just_made=just_made)
        page.left.connect(self._on_left)
        page.files_wanted.connect(self._incoming.ask)
        self._show_passing(page, self._page)
        if stap is not None:
            page.do_stap(stap)

    def open_setting(self, name: str) -> None:
        """Go to a part of the settings by its object name."""
        self._instellingen.open_part(name)
        self.show_page("instellingen")

    def show_shortcuts(self) -> None:
        """Show which keys there are."""
        ShortcutsDialog(self).open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the application close the kluis first; it closes the window after that."""
        event.ignore()
        self.closing.emit()

    def _show_melding(self, page: MeldingPage) -> None:
        page.files_wanted.connect(self._incoming.ask)
        page.left.connect(self._on_left)
        page.registered.connect(lambda dossier_id: self.open_dossier(dossier_id, just_made=True))
        page.discarded.connect(self._on_melding_discarded)
        self._show_passing(page, None)
        page.begin()

    def _show_passing(self, page: QWidget, mark: str | None) -> None:
        """Show a page that goes when it is left."""
        self._leave_passing()
        self._passing = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._sidebar.mark(mark)
        page.setFocus()

    def _leave_passing(self) -> None:
        if self._passing is None:
            return
        self.workspace.flushing.emit()
        self._stack.removeWidget(self._passing)
        let_go(self._passing)
        self._passing = None

    def _on_left(self) -> None:
        """Go back to the page from which a dossier or a melding was opened."""
        self.show_page(self._page)

    def _on_stap_wanted(self, dossier_id: int, stap: StapView) -> None:
        self.open_dossier(dossier_id, stap=stap)

    def _read_status(self) -> None:
        self.workspace.read(self, read_status, self._on_status)

    def _on_changed(self, changes: Changes) -> None:
        if changes.instellingen:
            self._read_status()

    def _on_status(self, status: KantoorStatus) -> None:
        self.setWindowTitle(f"{status.kantoor.naam} - klachtdesk")
        self._sidebar.show_status(status)

    def _on_draft_resumed(self, regel: DraftRegel) -> None:
        if regel.dossier_id is not None:
            self.open_dossier(regel.dossier_id, regel.formulier)
        else:
            self.meldingen.resume(regel.draft_id)

    def _on_melding_discarded(self, view: FormulierView) -> None:
        self._on_left()
        self.meldingen.tell_discarded(view)
