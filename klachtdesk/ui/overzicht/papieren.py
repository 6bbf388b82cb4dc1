"""What leaves the page on paper or as a file: the report, the spreadsheet, and the list for the werkoverleg."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht.bestanden import SOORTEN, file_name, render_overzicht_as, save_overzicht
from klachtdesk.services.overzicht.periodiek import hold_werkoverleg, werkoverleg_formulier
from klachtdesk.services.overzicht.werkoverleg_pdf import render_werkoverleglijst
from klachtdesk.ui.dialogs.document_dialog import open_preview, show_document
from klachtdesk.ui.dialogs.export import Export, ask_target
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.widgets.controls import push_button
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.overzicht import Over

_KINDS = {"pdf": "PDF", "xlsx": "Excel-werkblad", "csv": "CSV"}
_OUTSIDE = "voor buiten de directie"


class Papieren:
    """The buttons, at work on the overview that is in sight at that moment."""

    def __init__(self, workspace: Workspace, owner: QWidget, over: Callable[[], Over]) -> None:
        self._workspace = workspace
        self._owner = owner
        self._over = over
        self.verslag = push_button(
            "overzicht.verslag",
            "&Verslag",
            partial(self._on_report, publiek=False),
            look="primary",
            icon="file-text",
            tip="Het overzicht als pdf, om te lezen, af te drukken of op te slaan",
        )
        self.opslaan = _with_menu("overzicht.opslaan", "Opslaan &als", "download", self._save_menu())
        self.werkoverleg = _with_menu(
            "overzicht.werkoverleg", "&Werkoverleg", "printer", self._meeting_menu()
        )

    def _save_menu(self) -> QMenu:
        menu = QMenu(self._owner)
        for publiek in (False, True):
            for soort, label in SOORTEN.items():
                words = f"{label}, {_OUTSIDE}…" if publiek else f"{label}…"
                action = menu.addAction(words)
                action.setObjectName(f"overzicht.opslaan.{soort}{'.extern' if publiek else ''}")
                action.triggered.connect(partial(self._on_save, soort, publiek))
            if not publiek:
                menu.addSeparator()
        look = menu.addAction(f"Verslag bekijken, {_OUTSIDE}")
        look.setObjectName("overzicht.bekijken.extern")
        look.triggered.connect(lambda: self._on_report(publiek=True))
        return menu

    def _meeting_menu(self) -> QMenu:
        menu = QMenu(self._owner)
        for name, words, act in (
            ("lijst", "Lijst van open klachten afdrukken…", self._on_list),
            ("vastleggen", "Vastleggen dat er werkoverleg was…", self._on_hold),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"overzicht.werkoverleg.{name}")
            action.triggered.connect(act)
        return menu

    def _export(self, soort: str, over: Over, *, publiek: bool) -> Export:
        def save(desk: Desk, target: Path) -> None:
            save_overzicht(
                desk,
                target,
                soort,
                over.van,
                over.tot,
                reglement=over.reglement or None,
                publiek=publiek,
            )

        name = file_name(
            soort, over.van, over.tot, reglement=over.reglement or None, publiek=publiek
        ).removesuffix(f".{soort}")
        return Export(name, save, soort, _KINDS[soort])

    def _on_report(self, *, publiek: bool) -> None:
        over = self._over()
        titel = "Klachtenoverzicht" + (f" {_OUTSIDE}" if publiek else "")

        def make(desk: Desk) -> bytes:
            return render_overzicht_as(
                desk, "pdf", over.van, over.tot, reglement=over.reglement or None, publiek=publiek
            )

        def show(inhoud: bytes) -> None:
            export = self._export("pdf", over, publiek=publiek)
            show_document(self._workspace, self._owner, titel, inhoud, export)

        self._workspace.open(self._owner, make, show, lane=titel)

    def _on_save(self, soort: str, publiek: bool, _checked: bool = False) -> None:
        export = self._export(soort, self._over(), publiek=publiek)
        ask_target(self._workspace, self._owner, self._workspace.notices, export)

    def _on_list(self) -> None:
        open_preview(self._workspace, self._owner, "Werkoverleg", render_werkoverleglijst)

    def _on_hold(self) -> None:
        self._workspace.open(self._owner, werkoverleg_formulier, self._ask_hold)

    def _ask_hold(self, view: FormulierView) -> None:
        def saved(_waarden: dict[str, str]) -> None:
            self._workspace.notices.tell("Het werkoverleg staat nu in elk dossier dat liep.")

        def save(desk: Desk, waarden: dict[str, str]) -> Changes:
            return hold_werkoverleg(desk, waarden)

        FormDialog(self._workspace, view, save, saved, self._owner.window()).open()


def _with_menu(name: str, text: str, icon: str, menu: QMenu) -> QPushButton:
    button = push_button(name, text, lambda: None, icon=icon)
    button.setMenu(menu)
    return button
