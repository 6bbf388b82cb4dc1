"""The letters of the office: its letter paper, and the words of each letter and of what letters share."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from klachtdesk.services.brieven.briefpapier import (
    briefpapier_formulier,
    put_logo,
    read_briefpapier,
    save_briefpapier,
    set_logo,
)
from klachtdesk.services.brieven.sjablonen import list_sjablonen
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.instellingen.brief_editor import BriefEditor
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.editor_stack import EditorStack
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.instellingen.kaart import Kaart
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.brief import SjabloonRegel
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoor import KantoorView

_LOGO_WIDTH, _LOGO_HEIGHT = 240, 64
"""Pixels at most; on paper it is about as large."""
_PICTURES = "Plaatjes (*.png *.jpg *.jpeg)"

_STALE = "Uw eigen tekst past niet meer bij deze versie van klachtdesk. Brieven krijgen de standaardtekst."

Stand = tuple[KantoorView, FormulierView, tuple[SjabloonRegel, ...]]


class BrievenDeel(EditorStack):
    """The list of letters, or the one that is being edited."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("brieven")
        self._workspace = workspace
        self._list = BrievenLijst(workspace)
        self.addWidget(self._list)
        self._list.brief_wanted.connect(self.edit)

    def edit(self, sleutel: str, reglement: str = "") -> None:
        """Show a letter, or a shared part, to work on."""
        editor = BriefEditor(self._workspace, sleutel, reglement)
        self.show_editor(editor, editor.left, partial(self._focus, button_name(sleutel, reglement)))

    def _focus(self, came_from: str) -> None:
        button = self._list.findChild(QPushButton, came_from)
        if button is not None:
            button.setFocus()


class BrievenLijst(Deel):
    """Shows the letter paper and lists the texts."""

    brief_wanted = Signal(str, str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            "brieven.lijst",
            "Brieven",
            "Elke brief heeft een standaardtekst. U kunt er uw eigen tekst van maken; de standaard blijft bewaard. "
            "Een wijziging geldt voor brieven die u daarna maakt.",
        )

    def refresh(self) -> None:
        """Read the letter paper and the texts again."""
        self.workspace.read(self, _stand, self._show)

    def _show(self, stand: Stand) -> None:
        kantoor, formulier, regels = stand
        widgets: list[QWidget] = [self._logo(kantoor), self._paper(kantoor, formulier)]
        for titel, deel in (("Teksten van brieven", False), ("Gedeelde teksten", True)):
            widgets.append(text_label(titel, look="heading"))
            if deel:
                widgets.append(
                    text_label(
                        "Staan in verschillende brieven. U hoeft ze maar één keer te wijzigen.", look="muted"
                    )
                )
            widgets += [self._brief(regel) for regel in regels if regel.deel is deel]
        self.show_widgets(widgets)

    def _logo(self, kantoor: KantoorView) -> Kaart:
        buttons = [push_button("brieven.logo.kiezen", "Kiezen…", self._on_choose_logo)]
        if kantoor.logo:
            remove = partial(self._on_remove_logo, kantoor.logo)
            buttons.append(push_button("brieven.logo.verwijderen", "Verwijderen", remove, look="quiet"))
        said = () if kantoor.logo else ("Nog geen logo. Kies een PNG- of JPEG-plaatje van hoogstens 2 MB.",)
        kaart = Kaart("brieven.logo", "Logo", said, buttons=buttons)
        if kantoor.logo:
            row = QHBoxLayout()
            row.addWidget(_picture(kantoor.logo))
            row.addStretch()
            kaart.column.addLayout(row)
        return kaart

    def _paper(self, kantoor: KantoorView, formulier: FormulierView) -> Kaart:
        under = ", ".join(line for line in kantoor.ondertekening.splitlines() if line.strip())
        change = partial(self._on_change_paper, formulier)
        return Kaart(
            "brieven.papier",
            "Antwoordadres, venster en ondertekening",
            (
                f"Antwoordadres: {kantoor.antwoordadres or 'het adres van uw kantoor'}",
                f"Venster van uw enveloppen: {kantoor.venster}",
                f"Onder elke brief, na de naam: {under or 'niets'}",
            ),
            buttons=(push_button("brieven.papier.wijzigen", "Wijzigen", change),),
        )

    def _brief(self, regel: SjabloonRegel) -> Kaart:
        chips = []
        if not regel.klopt:
            chips.append(("Klopt niet meer", "danger"))
        elif regel.eigen:
            chips.append(("Eigen tekst", "accent"))
        lines = [f"Alleen voor {regel.reglement_naam}"] if regel.reglement_naam else []
        if not regel.klopt:
            lines.append(_STALE)
        name = button_name(regel.sleutel, regel.reglement)
        wanted = partial(self.brief_wanted.emit, regel.sleutel, regel.reglement)
        button = push_button(name, "Bewerken", wanted)
        return Kaart(name.removesuffix(".bewerken"), regel.titel, lines, chips, (button,))

    def _on_choose_logo(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(self, "Logo kiezen", folder, _PICTURES)
        dialog.setObjectName("brieven.logo.bestand")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_logo_chosen)
        dialog.open()

    def _on_logo_chosen(self, chosen: str) -> None:
        def service(desk: Desk) -> Changes:
            return set_logo(desk, Path(chosen))

        told = "Het logo staat boven elke brief die u vanaf nu maakt."
        self.workspace.change(self, service, lambda _changes: self.workspace.notices.tell(told))

    def _on_remove_logo(self, logo: bytes) -> None:
        def back() -> None:
            self.workspace.change(self, partial(put_logo, inhoud=logo))

        self.workspace.change(
            self,
            partial(put_logo, inhoud=None),
            lambda _changes: self.workspace.notices.tell("Het logo is verwijderd.", back),
        )

    def _on_change_paper(self, view: FormulierView) -> None:
        FormDialog(
            self.workspace,
            view,
            save_briefpapier,
            lambda _waarden: self.workspace.notices.tell("Opgeslagen. Nieuwe brieven krijgen dit."),
            self.window(),
        ).open()


def button_name(sleutel: str, reglement: str) -> str:
    """Return the object name of the button that opens this text."""
    return f"brieven.{f'{reglement}.' if reglement else ''}{sleutel}.bewerken"


def _stand(desk: Desk) -> Stand:
    return read_briefpapier(desk), briefpapier_formulier(desk), list_sjablonen(desk)


def _picture(logo: bytes) -> QLabel:
    """Return the logo on white, for that is what it is printed on."""
    label = text_label(name="brieven.logo.beeld")
    label.setAccessibleName("Het logo van uw kantoor")
    pixmap = QPixmap()
    pixmap.loadFromData(logo)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    if pixmap.width() > _LOGO_WIDTH or pixmap.height() > _LOGO_HEIGHT:
        pixmap = pixmap.scaled(_LOGO_WIDTH, _LOGO_HEIGHT, keep, smooth)
    label.setPixmap(pixmap)
    label.setStyleSheet("background: white; padding: 6px;")
    label.setMaximumWidth(pixmap.width() + 12)
    return label
