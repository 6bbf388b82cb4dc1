"""The ways in which a melding comes on the screen: empty, begun before, or made of a form or of post that came in."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from klachtdesk.services.drafts import open_draft
from klachtdesk.services.formulier_import import IngelezenFormulier
from klachtdesk.services.formulieren import new_melding
from klachtdesk.services.post_import import BegonnenMelding
from klachtdesk.ui.dialogs.klachtenformulier import ask_read_form, read_form
from klachtdesk.ui.forms.keeper import keep_again
from klachtdesk.ui.pages.melding_page import MeldingPage
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView


class Meldingen(QObject):
    """Makes the page of a melding for a window, which shows it."""

    opened = Signal(object)
    """A MeldingPage, to be shown."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window

    def begin(self) -> None:
        """Open an empty form to type in; what was being typed elsewhere is kept."""
        self._workspace.open(self._window, new_melding, self._open)

    def resume(self, draft_id: int, opmerkingen: Sequence[str] = ()) -> None:
        """Open a melding that was begun, with what there is to say of it."""
        show = partial(self._open, opmerkingen=opmerkingen)
        self._workspace.open(self._window, partial(open_draft, draft_id=draft_id), show)

    def resume_made(self, made: BegonnenMelding) -> None:
        """Open the melding that was made of post."""
        self.resume(made.draft_id, made.opmerkingen)

    def ask_form(self) -> None:
        """Ask for a klachtenformulier that somebody filled in, and open the melding that it makes."""
        ask_read_form(self._workspace, self._window, self._on_form_read)

    def read_form(self, naam: str, inhoud: bytes) -> None:
        """Read a klachtenformulier that was dropped, and open the melding that it makes."""
        read_form(self._workspace, self._window, naam, inhoud, self._on_form_read)

    def tell_discarded(self, view: FormulierView) -> None:
        """Tell that a melding was thrown away, and offer it back as it was."""

        def undo() -> None:
            wanted = self._workspace.wish(self._window)

            def show(draft_id: int) -> None:
                if wanted():
                    self.resume(draft_id)

            keep_again(self._workspace, self._window, view, show)

        self._workspace.notices.tell("De melding is weggegooid.", undo=undo)

    def _on_form_read(self, ingelezen: IngelezenFormulier) -> None:
        self._open(ingelezen.view, ingelezen.ontbreekt, ingelezen.opmerkingen)

    def _open(
        self, view: FormulierView, ontbreekt: Sequence[str] = (), opmerkingen: Sequence[str] = ()
    ) -> None:
        page = MeldingPage(self._workspace, view)
        if ontbreekt or opmerkingen:
            page.tell(ontbreekt, opmerkingen)
        page.form_wanted.connect(self.ask_form)
        self.opened.emit(page)
