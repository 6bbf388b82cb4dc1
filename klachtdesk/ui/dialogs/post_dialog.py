"""Post that came in: shows what it is, and asks where it goes: a new melding, or a dossier, recorded or just kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.errors import DeskError, faults_by_field
from klachtdesk.services.bijlagen import Toegevoegd, add_bijlagen, record_post, remove_bijlagen
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.post_import import BegonnenMelding, begin_melding, files_in_mail
from klachtdesk.ui.dialogs.post_bestemming import Bestemming
from klachtdesk.ui.dialogs.post_overzicht import PostOverzicht
from klachtdesk.ui.screen_room import screen_room
from klachtdesk.ui.widgets.controls import push_button, scrolled, text_label
from klachtdesk.ui.widgets.error_line import ErrorLine
from klachtdesk.ui.widgets.working_dialog import WorkingDialog
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.bijlagen import Bestand, DossierKeuze, PostVoorstel


@dataclass(frozen=True, slots=True)
class Post:
    """What came in: the files, what they are, and the dossier that was in sight, if one was."""

    bestanden: tuple[Bestand, ...]
    voorstel: PostVoorstel
    dossier: DossierKeuze | None = None


class PostDialog(WorkingDialog):
    """Nothing is kept before its button is pressed; closed without that, `abandoned` offers the way back."""

    melding_begun = Signal(object)
    """A BegonnenMelding."""
    abandoned = Signal(object)
    """The Post that was not kept."""

    def __init__(self, workspace: Workspace, post: Post, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("post")
        self.setWindowTitle("Post toevoegen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(920, 600).boundedTo(screen_room(parent)))
        self._workspace = workspace
        self._post = post
        self._new = _segment("post.melding", "&Nieuwe melding")
        self._known = _segment("post.dossier", "Bij een &dossier")
        self._group = QButtonGroup(self)
        self._explanation = text_label(look="muted", name="post.uitleg", wrap=True)
        proposed = _proposed(post)
        self._bestemming = Bestemming(workspace, proposed, post.voorstel.mail)
        self._error = ErrorLine("post.fout")
        self._cancel = push_button("post.annuleren", "&Annuleren", self.reject)
        self._go = push_button("post.toevoegen", "", self._on_go, look="primary", icon="check", tip="Ctrl+S")
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self._go.click)
        self._go.setDefault(True)
        self._assemble()
        (self._known if proposed else self._new).setChecked(True)
        self._on_chosen()
        if proposed:
            self._bestemming.focus_first()
        else:
            self._go.setFocus()

    def _assemble(self) -> None:
        for button in (self._new, self._known):
            self._group.addButton(button)
            button.toggled.connect(self._on_chosen)
        self._bestemming.changed.connect(self._on_chosen)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._go)
        where = QHBoxLayout()
        where.setSpacing(6)
        where.addWidget(self._new)
        where.addWidget(self._known)
        where.addStretch()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(text_label("Waar hoort dit bij?", look="heading"))
        right.addLayout(where)
        right.addWidget(self._explanation)
        right.addWidget(self._bestemming, 1)
        right.addStretch()
        right.addWidget(self._error)
        right.addLayout(buttons)
        left = scrolled(PostOverzicht(self._post.voorstel, self._workspace.klok.vandaag()))
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 18, 18, 16)
        row.setSpacing(18)
        row.addWidget(left, 1)
        row.addLayout(right, 1)

    def _on_chosen(self) -> None:
        self._error.tell("")
        new = self._new.isChecked()
        self._bestemming.setVisible(not new)
        self._explanation.setVisible(new)
        if self._post.voorstel.mail is not None:
            words = (
                "Afzender, datum en tekst van de e-mail komen op het meldingsformulier, de bijlagen erbij. "
            )
        else:
            words = "Het meldingsformulier gaat open, met wat u hier toevoegt als bijlage. "
        self._explanation.setText(words + "U kijkt het na voordat u registreert.")
        self._go.setText("&Melding beginnen" if new else self._bestemming.action())
        ready = self._bestemming.settled and self._bestemming.dossier() is not None
        self._go.setEnabled(new or ready)
        # The fields are made later than the buttons, but Tab comes to them first.
        self.setTabOrder(self._bestemming.last_field(), self._cancel)
        self.setTabOrder(self._cancel, self._go)

    def _on_go(self) -> None:
        if self.at_work:
            return
        files = self._post.bestanden
        if self._new.isChecked():
            self.work(at_work=True)
            self._workspace.make(self, partial(begin_melding, files=files), self._on_begun, self._on_failed)
            return
        dossier, begun = self._bestemming.dossier(), self._bestemming.gebeurtenis()
        if dossier is None:
            return

        def service(desk: Desk) -> Toegevoegd:
            whole = files_in_mail(files)
            if begun is None:
                return add_bijlagen(desk, dossier.id, whole)
            return record_post(desk, dossier.id, begun.soort, begun.datum, begun.velden, whole)

        self.work(at_work=True)
        done = partial(self._on_added, dossier, begun.label if begun else "")
        self._workspace.make(self, service, done, self._on_failed)

    def _on_begun(self, made: BegonnenMelding) -> None:
        self.accept()
        self.melding_begun.emit(made)

    def _on_added(self, dossier: DossierKeuze, recorded: str, made: Toegevoegd) -> None:
        self.accept()
        if recorded:
            self._workspace.notices.tell(f"Vastgelegd in dossier {dossier.nummer}: {recorded}.")
        else:
            tell_added(self._workspace, f"dossier {dossier.nummer}", made.document_ids)

    def _on_failed(self, error: DeskError) -> None:
        self.work(at_work=False)
        faults = faults_by_field(error)
        placed = self._known.isChecked() and self._bestemming.show_faults(faults)
        self._error.tell("" if placed else f"{error.title}. {error}")

    def reject(self) -> None:
        """Close without keeping anything, unless that is being done now; it can be taken up again."""
        if self.at_work:
            return
        self.abandoned.emit(self._post)
        super().reject()


def tell_added(workspace: Workspace, where: str, document_ids: Sequence[int]) -> None:
    """Say that files were added, with a way back."""

    def undo() -> None:
        def service(desk: Desk) -> Changes:
            return remove_bijlagen(desk, document_ids).changes

        workspace.change(workspace, service)

    number = len(document_ids)
    words = "Het bestand is toegevoegd" if number == 1 else f"{number} bestanden zijn toegevoegd"
    workspace.notices.tell(f"{words} aan {where}.", undo=undo)


def _proposed(post: Post) -> tuple[DossierKeuze, ...]:
    """Return the dossiers to choose from at first, each once: the one in sight, then those the post may belong to."""
    found = {keuze.id: keuze for keuze in post.voorstel.dossiers}
    if post.dossier is None:
        return tuple(found.values())
    reden = found.pop(post.dossier.id).reden if post.dossier.id in found else ""
    return (replace(post.dossier, reden=reden), *found.values())


def _segment(name: str, words: str) -> QPushButton:
    button = push_button(name, words, lambda: None, look="segment")
    button.setCheckable(True)
    return button
