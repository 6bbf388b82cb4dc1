"""What the office as a whole has to see to, on the page of the morning."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from klachtdesk.ui.widgets.controls import card, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark, marked

_ICON = 16


def office_card(zinnen: tuple[str, ...]) -> QFrame:
    """Return a card with these sentences."""
    frame = card("vandaag.kantoor")
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 12, 14, 14)
    column.setSpacing(6)
    column.addWidget(text_label("Voor het kantoor", look="heading"))
    for place, zin in enumerate(zinnen, 1):
        words = text_label(zin, name=f"vandaag.kantoor.{place}", wrap=True)
        column.addLayout(marked(IconMark("building-2", "muted", _ICON), words))
    return frame
