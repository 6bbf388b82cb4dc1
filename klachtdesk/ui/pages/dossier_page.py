"""One dossier: its head, what happened and what is due, its forms, documents and oordeel."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.errors import DeskError
from klachtdesk.services.brieven.drafts import letter_in
from klachtdesk.services.changes import Changes
from klachtdesk.services.dossiers import read_dossier, reread_dossier
from klachtdesk.services.folder import VERSTREKT
from klachtdesk.services.gebeurtenis_drafts import gebeurtenis_in
from klachtdesk.ui.brieven.openen import write_brief, write_on
from klachtdesk.ui.dialogs.bijlage import show_bijlage
from klachtdesk.ui.dialogs.document_dialog import open_document
from klachtdesk.ui.dialogs.folder import hand_folder
from klachtdesk.ui.dialogs.gebeurtenis import Begun
from klachtdesk.ui.dialogs.uitleg_dialog import ask_uitleg
from klachtdesk.ui.dossier.documenten import Documenten
from klachtdesk.ui.dossier.formulieren import Formulieren
from klachtdesk.ui.dossier.kop import Kop
from klachtdesk.ui.dossier.oordeel import OordeelTab
from klachtdesk.ui.dossier.samenvatting import Samenvatting
from klachtdesk.ui.dossier.signalen import Signalen
from klachtdesk.ui.dossier.stappen import NOTITIE, ON_THE_OORDEEL_TAB, TERUGBELVERZOEK, Stappen
from klachtdesk.ui.dossier.termijnen import Termijnen
from klachtdesk.ui.dossier.tijdlijn import Tijdlijn
from klachtdesk.ui.dossier.vastleggen import ask_correctie, ask_gebeurtenis, go_on
from klachtdesk.ui.forms.kept_drafts import KeptDrafts
from klachtdesk.ui.keys import add_keys
from klachtdesk.ui.widgets.controls import page_tabs, scrolled
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.bijlagen import DossierKeuze
from klachtdesk.views.dossier import DossierView, TijdlijnRegel
from klachtdesk.views.stap import StapView
from klachtdesk.views.termijn import TermijnSleutel

_NARROW = 820
"""Pixels; below this what is due comes above what happened instead of beside it."""


class DossierPage(QWidget):
    """Shows one dossier and reads it again whenever something touched it."""

    left = Signal()
    files_wanted = Signal()
    """Ask which files belong to this dossier."""

    def __init__(
        self, workspace: Workspace, dossier_id: int, formulier: str | None = None, *, just_made: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("dossier")
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._dossier: DossierView | None = None
        # Somebody may still be typing at the form of a dossier that was just made: that must press no button.
        self._goes_onward = not just_made
        self._kop = Kop(workspace, dossier_id)
        self._tabs = page_tabs("dossier.tabs")
        self._tijdlijn = Tijdlijn(workspace)
        self._stappen = Stappen(workspace.klok.vandaag)
        self._signalen = Signalen()
        self._termijnen = Termijnen()
        self._samenvatting = Samenvatting()
        self._formulieren = Formulieren(workspace, dossier_id)
        self._documenten = Documenten(workspace)
        self._oordeel = OordeelTab(workspace)
        self._begun = KeptDrafts(workspace, dossier_id)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._assemble()
        self._connect()
        if formulier is not None:
            self.open_form(formulier)
        self.refresh()

    def _assemble(self) -> None:
        for widget, label in (
            (self._overview(), "Verloop"),
            (self._formulieren, "Formulieren"),
            (self._documenten, "Documenten"),
            (self._oordeel, "Oordeel"),
        ):
            self._tabs.addTab(widget, label)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._kop)
        page.addWidget(self._tabs, 1)

    def _overview(self) -> QScrollArea:
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addWidget(self._stappen)
        side.addWidget(self._signalen)
        side.addWidget(self._termijnen)
        side.addWidget(self._samenvatting)
        side.addStretch()
        main = QVBoxLayout()
        main.addWidget(self._tijdlijn)
        main.addStretch()
        content = QWidget()
        content.setProperty("look", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(0)
        column.addWidget(self._begun)
        column.addLayout(self._columns, 1)
        self._columns.setSpacing(14)
        self._columns.addLayout(main, 6)
        self._columns.addLayout(side, 5)
        scroll = scrolled(content)
        scroll.setObjectName("dossier.verloop")
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _connect(self) -> None:
        self._kop.left.connect(self.left)
        self._kop.record_wanted.connect(self.record)
        self._tijdlijn.correct_wanted.connect(self._on_correct)
        self._tijdlijn.document_wanted.connect(self._on_document)
        self._stappen.stap_wanted.connect(self.do_stap)
        self._stappen.kind_wanted.connect(self._on_kind)
        self._termijnen.uitleg_wanted.connect(self._on_uitleg)
        self._begun.resumed.connect(lambda regel: self.open_form(regel.formulier))
        self._oordeel.form_wanted.connect(lambda: self.open_form("oordeel"))
        self._tabs.currentChanged.connect(self._on_tab)
        self._documenten.add_wanted.connect(self.files_wanted)
        self._workspace.changed.connect(self._on_changed)
        add_keys(
            self,
            (Qt.Key.Key_Escape, self.left.emit),
            ("Ctrl+G", self.record),
            ("Ctrl+Shift+N", partial(self._on_kind, NOTITIE)),
            ("Ctrl+T", partial(self._on_kind, TERUGBELVERZOEK)),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside each other, or under each other where there is no room."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._columns.setDirection(
            QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        )

    def refresh(self) -> None:
        """Read the dossier; after the first time it is open already, and not noted again as opened."""
        service = read_dossier if self._dossier is None else reread_dossier
        self._workspace.read(self, partial(service, dossier_id=self._dossier_id), self._show, self._on_failed)

    def open_form(self, formulier: str) -> None:
        """Show a form of this dossier, ready to be typed in, or a letter or gebeurtenis that was begun."""
        letter, gebeurtenis = letter_in(formulier), gebeurtenis_in(formulier)
        if letter is not None:
            write_on(self._workspace, self, letter)
        elif gebeurtenis is not None:
            go_on(self._workspace, self, self._dossier_id, gebeurtenis)
        else:
            self._formulieren.open(formulier, focus=True)
            self._tabs.setCurrentWidget(self._formulieren)

    def record(self, begun: Begun | None = None) -> None:
        """Ask what happened and record it."""
        waits_for = None if self._dossier is None else self._dossier.procedure.wacht_op
        awaited = "" if waits_for is None else waits_for.soort
        ask_gebeurtenis(self._workspace, self, self._dossier_id, begun, awaited)

    def do_stap(self, stap: StapView) -> None:
        """Go to where a stap is done: its letter, the oordeel, or the dialog with its person filled in."""
        if stap.brief and stap.mogelijk:
            write_brief(self._workspace, self, self._dossier_id, stap, self._without_letter)
        elif stap.soort == VERSTREKT and stap.mogelijk:
            hand_folder(self._workspace, self, self._dossier_id)
        elif stap.soort in ON_THE_OORDEEL_TAB:
            self._tabs.setCurrentWidget(self._oordeel)
        else:
            self._without_letter(stap, {})

    def _without_letter(self, stap: StapView, typed: Mapping[str, str]) -> None:
        known = {key: text for key, text in (("persoon", stap.persoon), ("ref", stap.ref)) if text}
        self.record(Begun(stap.soort, {**known, **typed}, proposed=not typed))

    def dossier_keuze(self) -> DossierKeuze | None:
        """Return the dossier that is in sight, to put files in; None before it was read."""
        if self._dossier is None:
            return None
        return DossierKeuze(self._dossier.id, self._dossier.nummer, self._dossier.titel)

    def _show(self, dossier: DossierView) -> None:
        self._dossier = dossier
        self._kop.show_dossier(dossier)
        self._tijdlijn.show_regels(dossier.tijdlijn)
        self._stappen.show_procedure(dossier.procedure)
        self._signalen.show_signalen(dossier.procedure.signalen)
        self._termijnen.show_termijnen(dossier.termijnen)
        self._samenvatting.show_dossier(dossier)
        self._documenten.show_documenten(dossier.documenten)
        self._oordeel.show_dossier(dossier)
        if self._goes_onward and self.window().focusWidget() is self and self._stappen.isVisible():
            self._stappen.take_keyboard()
        self._goes_onward = False

    def _on_failed(self, error: DeskError) -> None:
        self._workspace.notices.tell_error(error)
        self.left.emit()

    def _on_tab(self) -> None:
        if self._tabs.currentWidget() is self._formulieren:
            self._formulieren.open_first()

    def _on_changed(self, changes: Changes) -> None:
        if self._dossier_id in changes.dossiers:
            self.refresh()

    def _on_correct(self, regel: TijdlijnRegel) -> None:
        ask_correctie(self._workspace, self, self._dossier_id, regel)

    def _on_document(self, document_id: int) -> None:
        documenten = self._dossier.documenten if self._dossier else ()
        regel = next((item for item in documenten if item.id == document_id), None)
        if regel is not None:
            show = open_document if regel.herkomst == "gemaakt" else show_bijlage
            show(self._workspace, self, regel)

    def _on_kind(self, soort: str) -> None:
        self.record(Begun(soort, proposed=True))

    def _on_uitleg(self, sleutel: TermijnSleutel) -> None:
        ask_uitleg(self._workspace, self, self._dossier_id, sleutel)
