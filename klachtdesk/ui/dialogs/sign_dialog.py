"""Signs one field of the oordeel with a certificate: which file, and its password. Neither is kept."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError, NotAllowed, SignatureError
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.oordeel import sign_oordeel
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.widgets.password_edit import PasswordEdit
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.ondertekening import HandtekeningView

_WIDTH = 500
_LARGEST = 1_000_000
"""Bytes; a certificate with its chain is some thousands."""


class SignDialog(QDialog):
    """Asks for a PKCS#12 file and its password and signs with it; what goes wrong is told in place."""

    signed = Signal(object)
    """The Changes, after the signature was set and stored."""

    def __init__(
        self, workspace: Workspace, dossier_id: int, vak: HandtekeningView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tekenen")
        self.setWindowTitle("Ondertekenen met een certificaat")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._vak = vak
        self._busy = False
        self._file = QLineEdit()
        self._file.setObjectName("tekenen.bestand")
        self._file.setPlaceholderText("Een bestand dat eindigt op .p12 of .pfx")
        self._browse = push_button("tekenen.kiezen", "&Kiezen…", self._on_browse, icon="folder-open")
        self._password = PasswordEdit("tekenen.wachtwoord", "Wachtwoord van het certificaat")
        self._error = text_label(look="error", name="tekenen.fout", wrap=True)
        self._cancel = push_button("tekenen.annuleren", "&Annuleren", self.reject)
        self._sign = push_button(
            "tekenen.tekenen", "&Ondertekenen", self._on_sign, look="primary", icon="signature"
        )
        self._sign.setDefault(True)
        for field in (self._file, self._password):
            field.textChanged.connect(self._on_typed)
        self._assemble()
        self._on_typed()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(6)
        column.addWidget(text_label(f"Handtekening van {self._vak.naam}", look="heading", wrap=True))
        words = (
            f"Deze handtekening komt in het vak van de {self._vak.veld} en geldt voor het oordeel zoals het nu "
            "vastligt. Het certificaat en het wachtwoord worden alleen hiervoor gebruikt en niet bewaard."
        )
        column.addWidget(text_label(words, look="muted", wrap=True))
        column.addSpacing(10)
        file_label = text_label("Certi&ficaat", look="strong")
        file_label.setBuddy(self._file)
        column.addWidget(file_label)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._file, 1)
        where.addWidget(self._browse)
        column.addLayout(where)
        column.addSpacing(6)
        password_label = text_label("&Wachtwoord van het certificaat", look="strong")
        password_label.setBuddy(self._password)
        column.addWidget(password_label)
        column.addWidget(self._password)
        column.addWidget(self._error)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._sign)
        column.addLayout(buttons)

    def reject(self) -> None:
        """Close without signing; while the signature is being set it is too late for that."""
        if not self._busy:
            super().reject()

    def _on_typed(self) -> None:
        self._tell("")

    def _on_browse(self) -> None:
        dialog = QFileDialog(
            self, "Kies een certificaat", "", "Certificaten (*.p12 *.pfx);;Alle bestanden (*)"
        )
        dialog.setObjectName("tekenen.zoeken")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, path: str) -> None:
        self._file.setText(path)
        self._password.setFocus()

    def _on_sign(self) -> None:
        path = self._file.text().strip()
        if not path:
            self._tell("Kies eerst het bestand met het certificaat.")
            self._file.setFocus()
            return
        self._set_busy(busy=True)
        service = partial(
            _sign, dossier_id=self._dossier_id, veld=self._vak.veld, path=path, password=self._password.text()
        )
        self._workspace.change(self, service, self._on_signed, self._on_failed)

    def _on_signed(self, changes: Changes) -> None:
        self._set_busy(busy=False)
        self._password.clear()
        self._workspace.notices.tell(f"De handtekening van {self._vak.naam} is gezet.")
        self.signed.emit(changes)
        self.accept()

    def _on_failed(self, error: DeskError) -> None:
        self._set_busy(busy=False)
        self._tell(refusal(error))
        self._password.setFocus()
        self._password.selectAll()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for widget in (self._file, self._browse, self._password, self._cancel, self._sign):
            widget.setEnabled(not busy)
        self._sign.setText("Bezig met ondertekenen…" if busy else "&Ondertekenen")

    def _tell(self, message: str) -> None:
        """Say what is wrong under the fields, with room for all of it."""
        self._error.setText(message)
        self._error.setVisible(bool(message))
        self._password.setAccessibleDescription(message)
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))


def refusal(error: DeskError) -> str:
    """Return an error in words, with the artikel that it rests on."""
    if isinstance(error, NotAllowed) and error.artikel and error.artikel not in error.message:
        return f"{error.message} Dat staat in artikel {error.artikel}. {error.hint}".rstrip()
    return str(error)


def _sign(desk: Desk, *, dossier_id: int, veld: str, path: str, password: str) -> Changes:
    return sign_oordeel(desk, dossier_id, veld, _read(Path(path)), password)


def _read(path: Path) -> bytes:
    """Return a certificate file; raises SignatureError when it can't be read, or is far too large to be one."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise SignatureError(
            "Dit bestand kan niet worden gelezen.", "Kies het bestand opnieuw met de knop Kiezen."
        ) from error
    if len(content) > _LARGEST:
        raise SignatureError(
            "Dit bestand is te groot voor een certificaat.", "Kies een bestand dat eindigt op .p12 of .pfx."
        )
    return content
