"""What to look at before going on: what is missing, and what was noticed while something was read in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.announce import announce
from klachtdesk.ui.widgets.controls import (
    card,
    empty_layout,
    icon_button,
    readable_label,
    scrolled,
    text_label,
)
from klachtdesk.ui.widgets.icon_mark import IconMark

_ICON = 16
_BESIDE = 150
"""Pixels of margins, icon and button beside the points."""

_HIGHEST = 170
"""Pixels; more points than fit can be scrolled, so that the form below stays in sight."""


class Aandacht(QWidget):
    """A card above a form; hidden while there is nothing to say, and when somebody has read it and closes it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._points = QVBoxLayout()
        self._points.setContentsMargins(0, 0, 0, 0)
        self._points.setSpacing(4)
        inside = QWidget()
        inside.setProperty("look", "clear")
        inside.setLayout(self._points)
        self._scroll = scrolled(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame = card(f"{name}.kaart", "card-warning")
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(IconMark("triangle-alert", "warning", _ICON), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._scroll, 1)
        close = icon_button(f"{name}.sluiten", "x", "Deze opmerkingen sluiten", self.hide)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 8)
        column.addWidget(frame)
        self.hide()

    def show_points(self, ontbreekt: Sequence[str], opmerkingen: Sequence[str] = ()) -> None:
        """Show what is missing, as one sentence, and the other remarks below it; a screen reader says them too."""
        empty_layout(self._points)
        points = list(opmerkingen)
        if ontbreekt:
            missing = f"Ontbreekt nog: {', '.join(ontbreekt)}."
            self._points.addWidget(
                text_label(missing, look="strong", name=f"{self.objectName()}.ontbreekt", wrap=True)
            )
            announce(self, missing)
        for number, words in enumerate(points, 1):
            self._points.addWidget(readable_label(words, name=f"{self.objectName()}.{number}"))
        self._points.addStretch()
        self.setVisible(bool(ontbreekt or points))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the points the height that they need in this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The scroll area itself gets its new width only after this; what stands beside it never changes.
        needed = self._points.totalHeightForWidth(max(self.width() - _BESIDE, _BESIDE))
        self._scroll.setFixedHeight(max(min(needed, _HIGHEST), _ICON))
