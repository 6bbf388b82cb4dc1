"""The reglementen of the office: what is in force from when, and what is in the making."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from klachtdesk.dutch import counted, typed_date
from klachtdesk.formulieren import Veld, VeldSoort
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.eigen_reglement.concepten import ConceptGemaakt, copy_reglement, list_concepten
from klachtdesk.services.kantoor.gebruikte_reglementen import list_versies, propose_first, stop_with
from klachtdesk.services.kantoor.instanties import vervolg_paragraaf
from klachtdesk.services.kluis import beschikbare_reglementen
from klachtdesk.ui.dialogs.folder import show_folder
from klachtdesk.ui.dialogs.klachtenformulier import ask_save_form
from klachtdesk.ui.dialogs.vraag_dialog import Vraag, VraagDialog
from klachtdesk.ui.dutch_dates import short_date, short_moment
from klachtdesk.ui.instellingen.concept_editor import ConceptEditor
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.editor_stack import EditorStack
from klachtdesk.ui.instellingen.kaart import Kaart, leeg
from klachtdesk.ui.instellingen.reglement_bestand import ask_export, ask_import
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.kluis import ReglementKeuze
from klachtdesk.views.reglementbeheer import ConceptRegel, VersieRegel

_TOT = Veld("tot", "Laatste dag", VeldSoort.DATUM, na_vandaag=True)

Stand = tuple[tuple[VersieRegel, ...], tuple[ConceptRegel, ...]]


class ReglementDeel(EditorStack):
    """The list of reglementen, or the concept that is being edited."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("reglement")
        self._workspace = workspace
        self._list = ReglementenLijst(workspace)
        self.addWidget(self._list)
        self._list.concept_wanted.connect(self.edit)

    def edit(self, concept_id: int) -> None:
        """Show a concept to work on."""
        editor = ConceptEditor(self._workspace, concept_id)
        self.show_editor(editor, editor.left, self._list.focus_first)


class ReglementenLijst(Deel):
    """Lists versions and concepts, and makes new concepts."""

    concept_wanted = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            "reglementen",
            "Reglement",
            "Een klacht valt onder het reglement dat gold op de dag van ontvangst. Wilt u iets anders afspreken, of "
            "werkt u met nog een reglement? Maak een concept van een kopie, en laat het vanaf een dag gelden.",
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
        several = sum(regel.geldt for regel in versies) > 1
        made += [self._versie(regel, several=several) for regel in versies]
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

    def _versie(self, regel: VersieRegel, *, several: bool) -> Kaart:
        name = f"{self.name}.versie.{regel.id}"
        dossiers = counted(regel.dossiers, "dossier", "dossiers") if regel.dossiers else "geen dossiers"
        until = f" tot en met {short_date(regel.tot)}" if regel.tot else ""
        chips = [_stand(regel)]
        if several and regel.geldt and regel.hoofd:
            chips.append(("Wordt voorgesteld", "accent"))
        return Kaart(
            name,
            f"{regel.naam}, versie {regel.versie}",
            (f"Van kracht vanaf {short_date(regel.van_kracht)}{until}; {dossiers}.",),
            chips,
            self._versie_buttons(name, regel, several=several),
        )

    def _versie_buttons(self, name: str, regel: VersieRegel, *, several: bool) -> list[QPushButton]:
        copy = partial(self._copy, partial(copy_reglement, versie_id=regel.id))
        form = partial(ask_save_form, self.workspace, self, versie_id=regel.id)
        buttons: list[QPushButton] = [
            push_button(
                f"{name}.klachtenformulier",
                "Klachtenformulier…",
                form,
                look="quiet",
                icon="file-text",
                tip="Sla het lege, invulbare klachtenformulier op: voor mail, website of papier",
            ),
            push_button(
                f"{name}.folder",
                "Folder…",
                partial(show_folder, self.workspace, self, regel.sleutel),
                look="quiet",
                tip="De klachtenprocedure om uit te delen: afdrukken of opslaan",
            ),
            push_button(
                f"{name}.alinea",
                "Alinea kopiëren",
                partial(self._copy_paragraph, regel),
                look="quiet",
                tip="Kopieer waar iemand na u terechtkan: voor de overeenkomst en de opdrachtbevestiging",
            ),
            push_button(f"{name}.kopieren", "Kopiëren", copy, look="quiet", icon="copy"),
            push_button(f"{name}.exporteren", "Exporteren…", partial(self._export, regel), look="quiet"),
        ]
        if several and regel.geldt and not regel.hoofd:
            first, stop = partial(self._propose_first, regel), partial(self._ask_stop, regel)
            buttons += [
                push_button(f"{name}.voorstellen", "Voortaan voorstellen", first, look="quiet"),
                push_button(f"{name}.stoppen", "Stoppen…", stop, look="quiet"),
            ]
        return buttons

    def _copy_paragraph(self, regel: VersieRegel) -> None:
        def done(words: str) -> None:
            if words:
                QGuiApplication.clipboard().setText(words)
                self.workspace.notices.tell("Gekopieerd; plak de alinea in uw overeenkomst of bevestiging.")
            else:
                self.workspace.notices.tell(f"{regel.naam} noemt geen instantie na het kantoor.")

        self.workspace.read(self, partial(vervolg_paragraaf, reglement=regel.sleutel), done)

    def _propose_first(self, regel: VersieRegel) -> None:
        def done(_changes: Changes) -> None:
            self.workspace.notices.tell(f"Bij een nieuwe melding wordt nu {regel.naam} voorgesteld.")

        self.workspace.change(self, partial(propose_first, reglement=regel.sleutel), done)

    def _ask_stop(self, regel: VersieRegel) -> None:
        vraag = Vraag(
            "reglementen.stop",
            f"Stoppen met {regel.naam}?",
            "Klachten die na die dag binnenkomen vallen er niet meer onder. Dossiers die er al zijn houden dit "
            "reglement. Wilt u het later weer gebruiken, laat dan een kopie ervan gelden.",
            "&Stoppen",
            (_TOT,),
        )

        def act(desk: Desk, answers: dict[str, str], _again: bool) -> Changes:
            return stop_with(desk, regel.sleutel, answers["tot"])

        def done() -> None:
            self.workspace.notices.tell(f"{regel.naam} krijgt een laatste dag.")

        dialog = VraagDialog(self.workspace, vraag, act, done, self.window())
        dialog.boxes["tot"].field.put(typed_date(self.workspace.klok.vandaag()))
        dialog.open()

    def _copy(self, service: "partial[ConceptGemaakt]", _checked: bool = False) -> None:
        def made(concept: ConceptGemaakt) -> None:
            self.concept_wanted.emit(concept.concept_id)

        self.workspace.make(self, service, made, once="kopie van een reglement")

    def _export(self, regel: VersieRegel) -> None:
        ask_export(self.workspace, self, f"{regel.naam} {regel.versie}", versie_id=regel.id)


def _stand(regel: VersieRegel) -> tuple[str, str]:
    if regel.geldt:
        return "Geldt nu", "good"
    return ("Geldt later", "accent") if regel.later else ("Gold eerder", "")
