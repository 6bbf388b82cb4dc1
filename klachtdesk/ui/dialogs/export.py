"""Taking a copy out of the kluis: asks for a place, writes it, and says that it is not encrypted there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import name_without_ending

_NOT_IN_A_NAME = '<>:"/\\|?*'
"""What Windows does not allow in the name of a file."""

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Export:
    """What can be taken out: what its file is called, the service that writes it, and the ending of the file."""

    titel: str
    save: Callable[[Desk, Path], None]
    ending: str = "pdf"
    kind: str = "PDF"


def export_called(naam: str, save: Callable[[Desk, Path], None], kind: str = "PDF") -> Export:
    """Return the way out for a document by the name of its file; one without an ending gets a harmless one."""
    stem = name_without_ending(naam)
    return Export(stem, save, naam.removeprefix(stem).removeprefix(".") or "bin", kind)


def ask_target(
    workspace: Workspace,
    owner: QWidget,
    notices: Notices,
    export: Export,
    done: Callable[[Path], None] | None = None,
) -> None:
    """Ask for a place outside the kluis and write there; then call `done`, or say where it stands."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(owner, "Opslaan als", folder, f"{export.kind} (*.{export.ending})")
    dialog.setObjectName("document.bestand")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(export.ending)
    dialog.selectFile(f"{file_name(export.titel)}.{export.ending}")
    told = done or partial(_tell, notices)
    dialog.fileSelected.connect(lambda chosen: _write(workspace, owner, notices, export, Path(chosen), told))
    dialog.open()


def file_name(titel: str) -> str:
    """Return a title as every system accepts it for the name of a file; signs that turn text around are left out."""
    shown = "".join("-" if sign in _NOT_IN_A_NAME else sign for sign in titel if sign.isprintable())
    return shown.strip(" .")[:_LONGEST_NAME].rstrip(" .")


def _write(
    workspace: Workspace,
    owner: QWidget,
    notices: Notices,
    export: Export,
    target: Path,
    told: Callable[[Path], None],
) -> None:
    def service(desk: Desk) -> Changes:
        export.save(desk, target)
        return Changes()

    workspace.change(owner, service, lambda _changes: told(target), notices.tell_error)


def _tell(notices: Notices, target: Path) -> None:
    notices.tell(
        f"Opgeslagen als {target.name}. Deze kopie staat buiten de kluis en is niet versleuteld: "
        "zorg er zelf voor dat alleen de juiste mensen erbij kunnen."
    )
