"""Signing with a certificate: which file, and its password."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.oordeel import sign_oordeel
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.widgets.password_edit import PasswordEdit
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.ondertekening import HandtekeningView

_LARGEST = 1_000_000
"""Bytes; a certificate file is a few thousand."""


class OndertekenenDialog(QDialog):
    """Asks for a PKCS#12 file and its password, and signs one field with it. Neither is kept."""

    def __init__(
        self, workspace: Workspace, dossier_id: int, handtekening: HandtekeningView, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ondertekenen")
        self.setWindowTitle("Ondertekenen met certificaat")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._handtekening = handtekening
        self._file = QLineEdit()
        self._file.setObjectName("ondertekenen.bestand")
        self._file.setAccessibleName("Certificaatbestand")
        self._file.setPlaceholderText("Bestand dat eindigt op .p12 of .pfx")
        self._browse = push_button("ondertekenen.kiezen", "&Bladeren…", self._on_browse)
        self._password = PasswordEdit("ondertekenen.wachtwoord", "Wachtwoord van het certificaat")
        self._error = text_label(look="error", name="ondertekenen.fout", wrap=True)
        self._error.hide()
        self._sign = push_button(
            "ondertekenen.zetten", "&Handtekening zetten", self._on_sign, look="primary", icon="signature"
        )
        self._sign.setDefault(True)
        self._assemble()

    def _assemble(self) -> None:
        words = (
            f"U ondertekent het oordeel in het vak van {self._handtekening.naam}. Het certificaat en het "
            "wachtwoord worden niet bewaard."
        )
        file_label = text_label("&Certificaatbestand", look="strong")
        file_label.setBuddy(self._file)
        password_label = text_label("&Wachtwoord van het certificaat", look="strong")
        password_label.setBuddy(self._password)
        where = QHBoxLayout()
        where.addWidget(self._file, 1)
        where.addWidget(self._browse)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(push_button("ondertekenen.annuleren", "&Annuleren", self.reject))
        buttons.addWidget(self._sign)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(6)
        column.addWidget(text_label(words, wrap=True))
        column.addSpacing(6)
        column.addWidget(file_label)
        column.addLayout(where)
        column.addSpacing(4)
        column.addWidget(password_label)
        column.addWidget(self._password)
        column.addWidget(self._error)
        column.addSpacing(10)
        column.addLayout(buttons)

    def _on_browse(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, "Kies een certificaat", "", "Certificaat (*.p12 *.pfx);;Alle bestanden (*)"
        )
        if chosen:
            self._file.setText(chosen)
            self._password.setFocus()

    def _on_sign(self) -> None:
        content = self._read()
        if content is None:
            return
        password, veld = self._password.text(), self._handtekening.veld

        def service(desk: Desk) -> Changes:
            return sign_oordeel(desk, self._dossier_id, veld, content, password)

        self._switch(enabled=False)
        self._workspace.change(self, service, self._on_signed, self._on_failed)

    def _read(self) -> bytes | None:
        path = Path(self._file.text().strip())
        try:
            if path.stat().st_size > _LARGEST:
                self._tell("Dit bestand is te groot voor een certificaat. Kies een bestand .p12 of .pfx.")
                return None
            return path.read_bytes()
        except OSError:
            self._tell("Dit bestand kan niet worden gelezen. Kies het certificaat opnieuw.")
            self._file.setFocus()
            return None

    def _on_signed(self, _changes: Changes) -> None:
        self._password.clear()
        self._workspace.notices.tell(
            f"De handtekening van {self._handtekening.naam} staat onder het oordeel."
        )
        self.accept()

    def _on_failed(self, error: DeskError) -> None:
        self._switch(enabled=True)
        self._tell(f"{error.title}. {error}")
        self._password.setFocus()
        self._password.selectAll()

    def _switch(self, *, enabled: bool) -> None:
        for widget in (self._file, self._browse, self._password, self._sign):
            widget.setEnabled(enabled)
        self._sign.setText("&Handtekening zetten" if enabled else "Bezig met ondertekenen…")
        self.setCursor(Qt.CursorShape.ArrowCursor if enabled else Qt.CursorShape.BusyCursor)

    def _tell(self, message: str) -> None:
        self._error.setText(message)
        self._error.show()
