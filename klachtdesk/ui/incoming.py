"""Files that come in at the window, dropped or chosen: read off the screen's thread, then asked where they go."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from klachtdesk.errors import PostError
from klachtdesk.services.formulier_import import is_klachtenformulier
from klachtdesk.services.inkomende_bestanden import read_bestanden
from klachtdesk.services.post_import import inspect_post
from klachtdesk.ui.dialogs.post_dialog import Post, PostDialog
from klachtdesk.ui.drop import FileDrops
from klachtdesk.ui.notify import RESUME
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.bijlagen import Bestand, DossierKeuze, GelezenBestanden, PostVoorstel

if TYPE_CHECKING:
    from klachtdesk.services.desk import Desk


@runtime_checkable
class TakesFiles(Protocol):
    """A page that takes files itself, such as a melding that is being typed."""

    def take_files(self, files: Sequence[Bestand]) -> None:
        """Keep these files with what is on the page."""
        ...


@runtime_checkable
class ShowsDossier(Protocol):
    """A page on which one dossier is in sight."""

    def dossier_keuze(self) -> DossierKeuze | None:
        """Return that dossier, once it was read."""
        ...


class Incoming(QObject):
    """Takes files for a window; what is on its page tells where they most likely belong."""

    form_read = Signal(str, object)
    """A klachtenformulier that was filled in: its name and its bytes."""
    melding_begun = Signal(object)
    """A BegonnenMelding."""

    def __init__(self, workspace: Workspace, window: QWidget, page: Callable[[], QWidget | None]) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._page = page
        drops = FileDrops(window)
        drops.paths_dropped.connect(self.take_paths)
        drops.files_dropped.connect(self.take)
        drops.refused.connect(lambda words: workspace.notices.tell_error(PostError(words)))

    def ask(self) -> None:
        """Ask which files to add."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, "Bestand toevoegen", folder)
        dialog.setObjectName("bestand.toevoegen")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda chosen: self.take_paths(tuple(map(Path, chosen))))
        dialog.open()

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Read files and ask where they go; what can't be read is told."""

        def service(_desk: "Desk") -> GelezenBestanden:
            return read_bestanden(paths)

        wanted = self._workspace.wish(self._window)
        self._workspace.read(self, service, partial(self._on_read, self._page(), wanted))

    def take(self, files: Sequence[Bestand]) -> None:
        """Ask where files go, or give them to the page that takes them itself."""
        self._take(files, self._page(), self._workspace.wish(self._window))

    def _take(self, files: Sequence[Bestand], page: QWidget | None, wanted: Callable[[], bool]) -> None:
        if isinstance(page, TakesFiles):
            page.take_files(files)
            return
        dossier = page.dossier_keuze() if isinstance(page, ShowsDossier) else None
        only = files[0] if len(files) == 1 and dossier is None else None

        def service(desk: "Desk") -> PostVoorstel | None:
            if only is not None and is_klachtenformulier(only.inhoud):
                return None
            return inspect_post(desk, files)

        def inspected(voorstel: PostVoorstel | None) -> None:
            if wanted():
                self._on_inspected(tuple(files), dossier, voorstel)
            else:
                self._tell_not_added(files, lambda: self.take(files))

        self._workspace.read(self, service, inspected)

    def _on_read(self, page: QWidget | None, wanted: Callable[[], bool], gelezen: GelezenBestanden) -> None:
        """Take the files to the page on which they were put; when that was left, ask where they go."""
        if gelezen.fouten:
            self._workspace.notices.tell_error(PostError("\n".join(gelezen.fouten)))
        if gelezen.bestanden:
            self._take(gelezen.bestanden, page if page is self._page() else None, wanted)

    def _on_inspected(
        self, files: tuple[Bestand, ...], dossier: DossierKeuze | None, voorstel: PostVoorstel | None
    ) -> None:
        if voorstel is None:
            self.form_read.emit(files[0].naam, files[0].inhoud)
        else:
            self._open(Post(files, voorstel, dossier))

    def _open(self, post: Post) -> None:
        dialog = PostDialog(self._workspace, post, self._window)
        dialog.melding_begun.connect(self.melding_begun)
        dialog.abandoned.connect(self._on_abandoned)
        dialog.open()

    def _on_abandoned(self, post: Post) -> None:
        self._tell_not_added(post.bestanden, lambda: self._open(post))

    def _tell_not_added(self, files: Sequence[Bestand], again: Callable[[], None]) -> None:
        """Say what did not happen, of which file: it was there on the screen a moment ago."""
        what = f"‘{files[0].naam}’ is" if len(files) == 1 else f"De {len(files)} bestanden zijn"
        self._workspace.notices.tell(f"{what} niet toegevoegd.", undo=again, way_back=RESUME)
