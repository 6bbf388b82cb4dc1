"""A field for a password, which can be made visible to check what was typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from klachtdesk.ui.icons import icon


class PasswordEdit(QLineEdit):
    """A line of dots with an eye at its end. Nothing of it reaches an input method's memory."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setMaxLength(1_000)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._toggle = QAction(self)
        self._toggle.setCheckable(True)
        self._toggle.toggled.connect(self._on_toggled)
        self.addAction(self._toggle, QLineEdit.ActionPosition.TrailingPosition)
        self._on_toggled(shown=False)

    def _on_toggled(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._toggle.setIcon(icon("eye-off" if shown else "eye", "muted"))
        self._toggle.setText("Wachtwoord verbergen" if shown else "Wachtwoord tonen")
        self._toggle.setToolTip(self._toggle.text())
