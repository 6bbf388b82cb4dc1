"""Labels and buttons as this window has them: a stable name, a look, and words for a screen reader."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QToolButton,
    QWidget,
)

from klachtdesk.ui.icons import icon as load_icon

_ICON = QSize(16, 16)
_ICON_AND_AIR = QSize(20, 16)
"""Icons are drawn at the left, so the rest keeps the text away from them."""


def text_label(text: str = "", look: str = "", name: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label that shows text literally, whatever a user typed in it."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    if look:
        label.setProperty("look", look)
    if wrap:
        label.setWordWrap(True)
    return label


def readable_label(text: str = "", look: str = "", name: str = "") -> QLabel:
    """Return a wrapping label whose text can be selected and copied."""
    label = text_label(text, look, name, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def as_tip(words: str) -> str:
    """Return words for a tool tip, which would otherwise take what a user typed for HTML."""
    return f"<qt>{'<br>'.join(escape(line) for line in words.splitlines())}</qt>" if words else ""


def push_button(
    name: str,
    text: str,
    on_click: Callable[[], object],
    *,
    look: str = "",
    icon: str = "",
    tip: str = "",
) -> QPushButton:
    """Return a button; an ampersand in `text` marks its mnemonic."""
    button = QPushButton(text)
    dress_button(button, name, on_click, look=look, icon=icon, tip=tip)
    return button


def dress_button(
    button: QPushButton,
    name: str,
    on_click: Callable[[], object],
    *,
    look: str = "",
    icon: str = "",
    tip: str = "",
) -> None:
    """Give a button what buttons here have."""
    button.setObjectName(name)
    button.setAutoDefault(True)
    if look:
        button.setProperty("look", look)
    if icon:
        button.setIcon(load_icon(icon, "on_accent" if look == "primary" else "text"))
        button.setIconSize(_ICON_AND_AIR)
    if tip:
        button.setToolTip(tip)
    button.clicked.connect(lambda _checked: on_click())


def icon_button(name: str, icon: str, words: str, on_click: Callable[[], object]) -> QToolButton:
    """Return a button that is only an icon; `words` is its tool tip and what a screen reader says."""
    button = QToolButton()
    button.setObjectName(name)
    button.setIcon(load_icon(icon))
    button.setIconSize(_ICON)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _checked: on_click())
    return button


def card(name: str = "", look: str = "card") -> QFrame:
    """Return a frame that sets apart what belongs together."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("look", look)
    return frame


def chip(text: str, kind: str = "", name: str = "") -> QLabel:
    """Return a short word in a coloured field: `kind` is accent, danger, warning, good or nothing."""
    label = text_label(text, f"chip-{kind}" if kind else "chip", name)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return label


def line() -> QFrame:
    """Return a thin horizontal line."""
    return card(look="line")


def page_tabs(name: str) -> QTabWidget:
    """Return tabs that are part of their page: without a frame, and without a line under those that are not open."""
    tabs = QTabWidget()
    tabs.setObjectName(name)
    tabs.setDocumentMode(True)
    tabs.tabBar().setDrawBase(False)
    return tabs


def scrolled(content: QWidget) -> QScrollArea:
    """Return an area without a frame that fills its place; what of this does not fit in it scrolls."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    return area


def empty_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go; from then on nobody finds it in the window."""
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        inner = item.layout()
        if widget is not None:
            let_go(widget)
        elif inner is not None:
            empty_layout(inner)


def let_go(widget: QWidget) -> None:
    """Take a widget out of the window and delete it once the events that it is busy with are over."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
