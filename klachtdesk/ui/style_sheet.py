"""The style sheet: how each kind of widget looks, in the colours it is given.

Widgets ask for a look with the property `look` (see `theme.restyle`).
"""

from dataclasses import asdict
from string import Template

from klachtdesk.ui.colors import Colors


def style_sheet(colors: Colors) -> str:
    """Return the whole style sheet for one colour scheme."""
    return Template("".join(_PARTS)).substitute(asdict(colors))


_TEXT = """
QToolTip { color: $text; background: $raised; border: 1px solid $line; padding: 4px 6px; }
QLabel { background: transparent; }
QLabel[look="title"] { font-size: 15pt; font-weight: 600; }
QLabel[look="display"] { font-size: 22pt; font-weight: 600; }
QLabel[look="heading"] { font-size: 11pt; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: 9pt; }
QLabel[look="struck"] { color: $muted; text-decoration: line-through; }
QLabel[look="error"] { color: $danger; font-size: 9pt; }
QLabel[look="banner"] { color: $text; background: $warning_soft; border-bottom: 1px solid $warning;
    padding: 5px 14px; font-weight: 600; }
QLabel[look="drop"] { color: $text; background: $accent_soft; border: 3px dashed $accent; border-radius: 12px;
    font-size: 15pt; font-weight: 600; }
QLabel[look="keys"] { background: $hover; border: 1px solid $line; border-radius: 4px; padding: 1px 6px; }
QLabel[look="step"] { color: $text; background: $accent_soft; border-radius: 11px; font-size: 9pt;
    min-width: 22px; max-width: 22px; min-height: 22px; max-height: 22px; }
QLabel[look="chip"], QLabel[look="chip-accent"], QLabel[look="chip-danger"], QLabel[look="chip-warning"],
QLabel[look="chip-good"] { border-radius: 9px; padding: 1px 9px; font-size: 9pt; font-weight: 600; }
QLabel[look="chip"] { color: $muted; background: $hover; }
QLabel[look="chip-accent"] { color: $text; background: $accent_soft; }
QLabel[look="chip-danger"] { color: $danger; background: $danger_soft; }
QLabel[look="chip-warning"] { color: $warning; background: $warning_soft; }
QLabel[look="chip-good"] { color: $good; background: $good_soft; }
"""

_GROUNDS = """
QScrollArea { background: transparent; border: none; }
QWidget[look="clear"] { background: transparent; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[look="card-accent"] { background: $accent_soft; border: 1px solid $line; border-radius: 8px; }
QFrame[look="card-warning"] { background: $warning_soft; border: 1px solid $warning; border-radius: 8px; }
QFrame[look="row"] { background: $window; border: 1px solid $line; border-radius: 6px; }
QFrame[look="todo"] { background: transparent; border: 2px solid transparent; border-radius: 7px; }
QFrame[look="todo"]:hover { background: $window; }
QFrame[look="todo"]:focus { border: 2px solid $accent; }
QFrame[look="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="bar"] { background: $window; border: none; border-bottom: 1px solid $line; }
QFrame[look="foot"] { background: $window; border: none; border-top: 1px solid $line; }
QFrame[look="notice"] { background: $raised; border: 1px solid $outline; border-radius: 8px; }
QFrame[look="notice-danger"] { background: $danger_soft; border: 1px solid $danger; border-radius: 8px; }
QFrame[look="quote"] { background: $window; border: none; border-left: 3px solid $accent; }
QFrame[look="aside"] { background: $sidebar; border: none; border-left: 1px solid $line; }
QFrame[look="sidebar"] { background: $sidebar; border: none; border-right: 1px solid $line; }
"""

_BUTTONS = """
QPushButton { background: $surface; color: $text; border: 1px solid $outline; border-radius: 6px;
    padding: 5px 14px; min-height: 1.35em; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $faint; border-color: $line; background: $window; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
    font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 4px 13px; }
QPushButton[look="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[look="quiet"], QToolButton { background: transparent; border: 1px solid transparent;
    border-radius: 6px;
    padding: 5px 8px; color: $text; outline: none; }
QPushButton[look="quiet"]:hover, QToolButton:hover { background: $hover; }
QPushButton[look="quiet"]:pressed, QToolButton:pressed { background: $line; }
QPushButton[look="quiet"]:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 7px; }
QPushButton[look="quiet"]:disabled { color: $faint; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px;
    color: $accent; padding: 3px 4px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid $accent; padding: 2px 3px; }
QPushButton[look="pill"] { border: 1px solid $outline; border-radius: 11px; padding: 1px 10px;
    min-height: 1.3em; }
QPushButton[look="pill"]:focus { border: 2px solid $accent; padding: 0 9px; }
QPushButton[look="navigation"] { background: transparent; border: 2px solid transparent; border-radius: 6px;
    padding: 6px 9px; text-align: left; }
QPushButton[look="navigation"]:hover { background: $hover; }
QPushButton[look="navigation"]:checked { background: $surface; border: 2px solid $line; font-weight: 600; }
QPushButton[look="navigation"]:focus { border: 2px solid $accent; }
QPushButton[look="segment"] { border-radius: 6px; padding: 5px 14px; }
QPushButton[look="segment"]:checked { background: $accent_soft; border: 1px solid $accent; }
QPushButton[look="segment"]:focus { border: 2px solid $accent; padding: 4px 13px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox { background: $surface; color: $text; border: 1px solid
    $outline;
    border-radius: 6px; padding: 5px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { min-height: 1.35em; }
QPlainTextEdit { padding: 3px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $accent; }
QLineEdit:focus, QComboBox:focus { padding: 4px 7px; }
QPlainTextEdit:focus { padding: 2px 5px; }
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"], QComboBox[faulty="true"] { border: 2px solid
    $danger; }
QLineEdit[faulty="true"], QComboBox[faulty="true"] { padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only,
    QPlainTextEdit:read-only {
    background: $window; color: $muted; border-color: $line; }
QComboBox { padding-right: 26px; }
QComboBox:focus { padding-right: 25px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $outline; outline: none; padding: 3px;
    selection-background-color: $accent; selection-color: $on_accent; }
"""

_LISTS = """
QTableView, QListView { background: $surface; border: 1px solid $line; border-radius: 8px; outline: none;
    gridline-color: $line; selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus, QListView:focus { border: 1px solid $accent; }
QTableView::item { border: none; border-bottom: 1px solid $line; padding: 0 8px; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QListView::item { padding: 6px 8px; border-radius: 4px; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $surface; border: none; border-top-left-radius: 8px; border-top-right-radius: 8px; }
QHeaderView::section { background: transparent; color: $muted; border: none; border-bottom: 1px solid
    $outline;
    padding: 7px 11px; font-weight: 600; }
QListView[look="clear"], QListView[look="clear"]:focus { background: transparent; border: none; }
QTableView[look="raster"], QTableView[look="raster"]:focus { background: transparent; border: none; }
QTableView[look="raster"] QHeaderView, QTableView[look="raster"] QHeaderView::section { background: transparent; }
QTableView[look="raster"] QHeaderView::section { border-bottom: 1px solid $line; padding: 4px 7px; }
QTableView[look="raster"]::item { padding: 4px; }
QTableView[look="maand"] { border-radius: 0; }
QTableView[look="maand"]:focus { border: 1px solid $line; }
QHeaderView[look="maand"], QHeaderView[look="maand"]::section { background: $window; border-radius: 0; }
QHeaderView[look="maand"]::section { font-weight: normal; padding: 4px 6px; border: none; }
QHeaderView[look="maand"]::section:horizontal { border-bottom: 1px solid $line; }
QHeaderView[look="maand"]::section:vertical { border-right: 1px solid $line; min-width: 1.6em; }
QTableView[look="maand"] QTableCornerButton::section { background: $window; border: none; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabWidget::tab-bar { left: 16px; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: 2px solid transparent; padding: 7px 12px;
    margin-right: 2px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:selected:focus { background: $accent_soft; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
    border: none;
    width: 0; height: 0; }
QMenu { background: $raised; border: 1px solid $outline; padding: 4px; }
QMenu::item { padding: 6px 20px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QProgressBar { background: $line; border: none; max-height: 3px; min-height: 3px; border-radius: 1px; }
QProgressBar::chunk { background: $accent; }
"""

_PARTS = (_TEXT, _GROUNDS, _BUTTONS, _FIELDS, _LISTS)
