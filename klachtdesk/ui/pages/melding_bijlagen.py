"""The files of a melding that is being typed: each to be looked at, saved elsewhere, or taken off."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from klachtdesk.dutch import counted
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.draft_bijlagen import (
    Aangehecht,
    Losgemaakt,
    attach_to_draft,
    detach_from_draft,
    list_draft_bijlagen,
)
from klachtdesk.services.drafts import keep_draft
from klachtdesk.services.post_import import files_in_mail
from klachtdesk.ui.dialogs.bijlage import show_bijlage
from klachtdesk.ui.file_size import file_size
from klachtdesk.ui.forms.draft import Draft
from klachtdesk.ui.widgets.controls import card, empty_layout, icon_button, scrolled, text_label
from klachtdesk.ui.widgets.elided_button import ElidedButton
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.bijlagen import Bestand, BijlageRegel

_ICONS = {"pdf": "file-text", "beeld": "image", "mail": "mail"}
_HIGHEST = 92
"""Pixels: two rows of files; more can be scrolled, so that the form stays in sight."""

_WIDEST = 300


class DraftBijlagen(QWidget):
    """Hides itself while there are none."""

    draft_made = Signal()
    """There is a draft by now, though nothing may have been typed."""

    def __init__(self, workspace: Workspace, draft: Draft) -> None:
        super().__init__()
        self.setObjectName("melding.bijlagen")
        self._workspace = workspace
        self._draft = draft
        self._count = text_label("Bijlagen", look="strong", name="melding.bijlagen.titel")
        self._flow = FlowLayout(spacing=6)
        self._shown: tuple[BijlageRegel, ...] = ()
        self._inside = QWidget()
        self._inside.setProperty("look", "clear")
        self._inside.setLayout(self._flow)
        self._scroll = scrolled(self._inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setMaximumHeight(_HIGHEST)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 8)
        column.setSpacing(4)
        column.addWidget(self._count)
        column.addWidget(self._scroll)
        self.hide()
        workspace.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Read the files of the draft again."""
        draft = self._draft

        def service(desk: Desk) -> tuple[BijlageRegel, ...]:
            return () if draft.draft_id is None else list_draft_bijlagen(desk, draft.draft_id)

        self._workspace.read(self, service, self._show)

    def add(self, files: Sequence[Bestand]) -> None:
        """Attach files, a mail with what is in it; what was typed is kept with them."""
        draft, waarden = self._draft, self._draft.waarden

        def service(desk: Desk) -> Aangehecht:
            if draft.draft_id is None:
                draft.draft_id = keep_draft(
                    desk, draft.formulier.sleutel, waarden, draft_id=None, dossier_id=draft.dossier_id
                )
            return attach_to_draft(desk, draft.draft_id, files_in_mail(files))

        self._workspace.make(self, service, self._on_added)

    def _on_added(self, made: Aangehecht) -> None:
        self.draft_made.emit()
        number = len(made.bijlage_ids)
        words = "Het bestand is toegevoegd" if number == 1 else f"{number} bestanden zijn toegevoegd"
        self._workspace.notices.tell(
            f"{words} aan deze melding.", undo=partial(self._take_off, made.bijlage_ids)
        )

    def _take_off(self, bijlage_ids: Sequence[int]) -> None:
        def service(desk: Desk) -> Changes:
            for bijlage_id in bijlage_ids:
                detach_from_draft(desk, bijlage_id)
            return Changes(drafts=True)

        self._workspace.change(self, service)

    def _on_changed(self, changes: Changes) -> None:
        if changes.drafts:
            self.refresh()

    def _show(self, regels: tuple[BijlageRegel, ...]) -> None:
        if regels == self._shown:
            return
        self._shown = regels
        with keyboard_kept(self._inside):
            empty_layout(self._flow)
            for regel in regels:
                self._flow.addWidget(self._file(regel))
        self._count.setText(counted(len(regels), "bijlage", "bijlagen"))
        self.setVisible(bool(regels))

    def _file(self, regel: BijlageRegel) -> QFrame:
        name = f"melding.bijlage.{regel.id}"
        frame = card(name, "row")
        opens = ElidedButton(
            f"{name}.openen",
            regel.naam,
            lambda: show_bijlage(self._workspace, self, regel),
            look="link",
            icon="triangle-alert" if regel.gevaar else _ICONS.get(regel.toonbaar, "paperclip"),
        )
        opens.setMaximumWidth(_WIDEST)
        does = "openen" if regel.toonbaar else "opslaan als"
        opens.setAccessibleName(f"{regel.naam} {does}")
        opens.setAccessibleDescription(regel.gevaar)
        row = QHBoxLayout(frame)
        row.setContentsMargins(6, 2, 2, 2)
        row.setSpacing(4)
        row.addWidget(opens)
        row.addWidget(text_label(f"{regel.soort}, {file_size(regel.grootte)}", look="small"))
        words = f"{regel.naam} van deze melding halen"
        row.addWidget(icon_button(f"{name}.verwijderen", "x", words, lambda: self._on_removed(regel)))
        return frame

    def _on_removed(self, regel: BijlageRegel) -> None:
        draft = self._draft

        def told(taken: Losgemaakt) -> None:
            def again(desk: Desk) -> Changes:
                return attach_to_draft(desk, draft.draft_id or 0, [taken.bestand]).changes

            self._workspace.notices.tell(
                f"‘{regel.naam}’ zit niet meer bij de melding.",
                undo=lambda: self._workspace.change(self._workspace, again),
            )

        service = partial(detach_from_draft, bijlage_id=regel.id)
        self._workspace.make(self, service, told, once=f"bijlage {regel.id}")
