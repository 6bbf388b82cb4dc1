"""The reglementen of the office: what is in force from when, and what is in the making."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QWidget

from klachtdesk.services.desk import Desk
from klachtdesk.services.eigen_reglement import (
    ConceptGemaakt,
    copy_reglement,
    list_concepten,
    list_versies,
)
from klachtdesk.services.kluis import beschikbare_reglementen
from klachtdesk.ui.dutch_dates import short_date, short_moment
from klachtdesk.ui.instellingen.concept_editor import ConceptEditor
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.kaart import Kaart, leeg
from klachtdesk.ui.instellingen.reglement_bestand import ask_export, ask_import
from klachtdesk.ui.widgets.controls import let_go, push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.kluis import ReglementKeuze
from klachtdesk.views.reglementbeheer import ConceptRegel, VersieRegel

Stand = tuple[tuple[VersieRegel, ...], tuple[ConceptRegel, ...]]


class ReglementDeel(QStackedWidget):
    """The list of reglementen, or the concept that is being edited."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("reglement")
        self._workspace = workspace
        self._list = ReglementenLijst(workspace)
        self._editor: ConceptEditor | None = None
        self._list.concept_wanted.connect(self.edit)
        self.addWidget(self._list)

    def edit(self, concept_id: int) -> None:
        """Show a concept to work on."""
        self._drop()
        self._editor = ConceptEditor(self._workspace, concept_id)
        self._editor.left.connect(self._on_left)
        self.addWidget(self._editor)
        self.setCurrentWidget(self._editor)

    def _drop(self) -> None:
        if self._editor is not None:
            self.removeWidget(self._editor)
            let_go(self._editor)
            self._editor = None

    def _on_left(self) -> None:
        self._drop()
        self._list.focus_first()


class ReglementenLijst(Deel):
    """Lists versions and concepts, and makes new concepts."""

    concept_wanted = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            "reglementen",
            "Reglement",
            "Een klacht valt onder het reglement dat gold op de dag van ontvangst. Wilt u iets anders afspreken? "
            "Maak een concept van een kopie, en laat het vanaf een dag gelden.",
        )
        self._new = push_button(
            "reglementen.nieuw", "Nieuw concept", lambda: None, look="primary", icon="plus"
        )
        self._menu = QMenu(self)
        self._menu.setObjectName("reglementen.menu")
        self._fill_menu(beschikbare_reglementen())
        self._new.setMenu(self._menu)
        self.buttons.addWidget(self._new)

    def _fill_menu(self, shipped: tuple[ReglementKeuze, ...]) -> None:
        for keuze in shipped:
            action = self._menu.addAction(f"Kopie van: {keuze.naam.replace('&', '&&')}")
            action.setObjectName(f"reglementen.kopie.{keuze.sleutel}")
            action.triggered.connect(partial(self._copy, partial(copy_reglement, sleutel=keuze.sleutel)))
        self._menu.addSeparator()
        action = self._menu.addAction("Uit een bestand…")
        action.setObjectName("reglementen.inlezen")
        action.triggered.connect(lambda: ask_import(self.workspace, self, self.concept_wanted.emit))

    def refresh(self) -> None:
        """Read the lists again."""

        def service(desk: Desk) -> Stand:
            return list_versies(desk), list_concepten(desk)

        self.workspace.read(self, service, self._show)

    def focus_first(self) -> None:
        """Put the keyboard at the button for a new concept."""
        self._new.setFocus()

    def _show(self, stand: Stand) -> None:
        versies, concepten = stand
        empty = leeg(
            f"{self.name}.concepten",
            "file-pen-line",
            "Er is geen concept",
            "Kies ‘Nieuw concept’ of kopieer een versie hieronder om iets te veranderen.",
        )
        made: list[QWidget] = [text_label("In de maak", look="strong")]
        made += [self._concept(regel) for regel in concepten] or [empty]
        made.append(text_label("Vastgelegd", look="strong"))
        made += [self._versie(regel, _starts_later(regel, versies)) for regel in versies]
        self.show_widgets(made)

    def _concept(self, regel: ConceptRegel) -> Kaart:
        moment = short_moment(regel.gewijzigd_op, self.workspace.klok.vandaag())
        name = f"{self.name}.concept.{regel.id}"
        return Kaart(
            name,
            f"{regel.naam or 'Zonder naam'}, versie {regel.versie or '?'}",
            (f"Gewijzigd {moment} door {regel.gewijzigd_door}",),
            (("Concept", "warning"),),
            (push_button(f"{name}.bewerken", "Bewerken", partial(self.concept_wanted.emit, regel.id)),),
        )

    def _versie(self, regel: VersieRegel, later: bool) -> Kaart:
        name = f"{self.name}.versie.{regel.id}"
        dossiers = "1 dossier" if regel.dossiers == 1 else f"{regel.dossiers or 'geen'} dossiers"
        stand = (
            ("Geldt nu", "good")
            if regel.geldt
            else ("Geldt later", "accent")
            if later
            else ("Gold eerder", "")
        )
        copy = partial(self._copy, partial(copy_reglement, versie_id=regel.id))
        buttons: list[QPushButton] = [
            push_button(f"{name}.kopieren", "Kopiëren", copy, look="quiet", icon="copy"),
            push_button(f"{name}.exporteren", "Exporteren…", partial(self._export, regel), look="quiet"),
        ]
        return Kaart(
            name,
            f"{regel.naam}, versie {regel.versie}",
            (f"Van kracht vanaf {short_date(regel.van_kracht)}; {dossiers}.",),
            (stand,),
            buttons,
        )

    def _copy(self, service: "partial[ConceptGemaakt]", _checked: bool = False) -> None:
        def made(concept: ConceptGemaakt) -> None:
            self.concept_wanted.emit(concept.concept_id)

        self.workspace.make(self, service, made)

    def _export(self, regel: VersieRegel) -> None:
        ask_export(self.workspace, self, f"{regel.naam} {regel.versie}", versie_id=regel.id)


def _starts_later(regel: VersieRegel, versies: tuple[VersieRegel, ...]) -> bool:
    """Tell whether a version comes after the one in force; the list has the latest first."""
    in_force = next((place for place, item in enumerate(versies) if item.geldt), 0)
    return versies.index(regel) < in_force
