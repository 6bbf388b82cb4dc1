"""The language of Qt's own words: its dialogs, its menus, its buttons; and how it writes numbers and dates."""

from functools import cache

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from klachtdesk import assets

_DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


def speak_dutch(application: QApplication) -> None:
    """Let Qt speak Dutch: by its own translation, and by ours where that leaves English."""
    QLocale.setDefault(_DUTCH)
    theirs, ours = QTranslator(application), QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load(_DUTCH, "qtbase", "_", folder):
        application.installTranslator(theirs)
    if ours.load(_supplement()):
        application.installTranslator(ours)


@cache
def _supplement() -> bytes:
    """Return our words; kept for good, for Qt goes on reading them where they are."""
    return assets.read_bytes("vertalingen", "qtbase_aanvulling_nl.qm")
