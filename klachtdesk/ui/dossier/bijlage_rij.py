"""A file from outside among the documents of a dossier: what it is, and what can be done with it."""

from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.services.bijlagen import Toegevoegd, Verwijderd, add_bijlagen, remove_bijlagen
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.dialogs.bijlage import save_bijlage, show_bijlage
from klachtdesk.ui.dutch_dates import short_moment
from klachtdesk.ui.file_size import file_size
from klachtdesk.ui.widgets.controls import card, icon_button, push_button, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import DocumentRegel

_ICONS = {"pdf": "file-text", "beeld": "image", "mail": "mail"}
_HERKOMST = {"ontvangen": "ontvangen", "bijgevoegd": "toegevoegd"}


def bijlage_row(workspace: Workspace, owner: QWidget, regel: DocumentRegel) -> QFrame:
    """Return the row of a file: it can be looked at, saved elsewhere, and taken away while nothing rests on it."""
    name = f"document.{regel.id}"
    frame = card(name)
    row = QHBoxLayout(frame)
    row.setContentsMargins(16, 10, 12, 10)
    row.setSpacing(12)
    usual = IconMark(_ICONS.get(regel.toonbaar, "paperclip"), "muted", 20)
    row.addWidget(IconMark("triangle-alert", "danger", 20) if regel.gevaar else usual)
    row.addLayout(_texts(regel, name, workspace.klok.vandaag()), 1)
    if regel.toonbaar:
        opens = push_button(
            f"{name}.openen", "Openen", lambda: show_bijlage(workspace, owner, regel), icon="eye"
        )
        opens.setAccessibleName(f"{regel.titel} openen")
        row.addWidget(opens)
    saves = push_button(
        f"{name}.exporteren",
        "Opslaan als…",
        lambda: save_bijlage(workspace, owner, regel),
        look="quiet",
        icon="download",
    )
    saves.setAccessibleName(f"{regel.titel} opslaan als")
    row.addWidget(saves)
    if regel.verwijderbaar:
        words = f"{regel.titel} uit het dossier halen"
        row.addWidget(icon_button(f"{name}.verwijderen", "trash-2", words, lambda: _remove(workspace, regel)))
    return frame


def _texts(regel: DocumentRegel, name: str, vandaag: date) -> QVBoxLayout:
    moment = f"{_HERKOMST.get(regel.herkomst, regel.herkomst)} {short_moment(regel.gemaakt_op, vandaag)}"
    about = ", ".join((regel.soort_bestand, file_size(regel.grootte), moment))
    texts = QVBoxLayout()
    texts.setSpacing(1)
    texts.addWidget(text_label(regel.titel, look="strong", wrap=True))
    texts.addWidget(text_label(about, look="small", name=f"{name}.soort", wrap=True))
    if regel.gevaar:
        texts.addWidget(text_label(regel.gevaar, look="error", name=f"{name}.gevaar", wrap=True))
    return texts


def _remove(workspace: Workspace, regel: DocumentRegel) -> None:
    """Take the file out of the dossier; for as long as the notice is there it can be put back."""

    def service(desk: Desk) -> Verwijderd:
        return remove_bijlagen(desk, [regel.id])

    def told(taken: Verwijderd) -> None:
        def again(desk: Desk) -> Changes:
            return _put_back(desk, taken, regel.herkomst).changes

        words = f"‘{regel.titel}’ is uit het dossier gehaald."
        workspace.notices.tell(words, undo=lambda: workspace.change(workspace, again))

    workspace.make(workspace, service, told, once=f"document {regel.id}")


def _put_back(desk: Desk, taken: Verwijderd, herkomst: str) -> Toegevoegd:
    return add_bijlagen(desk, taken.dossier_id, taken.bestanden, herkomst=herkomst)
