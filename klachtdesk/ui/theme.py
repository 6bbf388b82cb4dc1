"""Gives the application its looks: palette, style sheet and font; light or dark as the system is."""

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from klachtdesk import assets
from klachtdesk.ui.colors import DARK, LIGHT, Colors
from klachtdesk.ui.style_sheet import style_sheet

_POINT_SIZE = 10
_PLAIN_FONTS = ("DejaVu Sans", "Bitstream Vera Sans")
"""What a system falls back on when nobody chose a font for its windows; ours reads better."""


def colors() -> Colors:
    """Return the colours in use now; never keep them, the system may change between light and dark."""
    hints = QApplication.styleHints()
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn by it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Theme(QObject):
    """Dresses the application, now and whenever the system changes its colour scheme."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        application.setStyle("Fusion")
        application.setFont(_font(application))
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    def _on_scheme_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        named = colors()
        self._application.setPalette(_palette(named))
        self._application.setStyleSheet(style_sheet(named))


def _font(application: QApplication) -> QFont:
    font = application.font()
    if QFontInfo(font).family() in _PLAIN_FONTS:
        for name in ("NotoSans-Regular", "NotoSans-Bold"):
            QFontDatabase.addApplicationFontFromData(QByteArray(assets.read_bytes("fonts", f"{name}.ttf")))
        font = QFont("Noto Sans", _POINT_SIZE)
    return font


def _palette(named: Colors) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, color in (
        ((role.Window, role.Button), named.window),
        ((role.Base, role.ToolTipBase), named.surface),
        ((role.AlternateBase,), named.hover),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), named.text),
        ((role.PlaceholderText,), named.muted),
        ((role.Highlight, role.Accent, role.Link, role.LinkVisited), named.accent),
        ((role.HighlightedText,), named.on_accent),
        ((role.Light, role.Midlight), named.surface),
        ((role.Mid,), named.line),
        ((role.Dark, role.Shadow), named.outline),
    ):
        for one in roles:
            palette.setColor(one, QColor(color))
    for one in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(named.faint))
    return palette
