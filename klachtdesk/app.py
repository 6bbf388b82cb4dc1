"""The window program: wires the parts together, and decides which window is on the screen.

Little is imported before the first window; the services load on the worker while the password is typed.
"""

import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.klok import Klok, SysteemKlok, VasteKlok
from klachtdesk.ui.language import speak_dutch
from klachtdesk.ui.screen_room import screen_room
from klachtdesk.ui.start import opening
from klachtdesk.ui.start.unlock import UnlockWindow
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.theme import Theme
from klachtdesk.views.demo import DemoView

if TYPE_CHECKING:
    from klachtdesk.services.desk import Desk
    from klachtdesk.ui.main_window import MainWindow

_NAME = "klachtdesk"
_FOLDER_KEY = "kluis/map"
_WRONG_USE = 2
_WARM_UP_AFTER = 50
"""Milliseconds."""


def main(arguments: Sequence[str] = (), *, klok: Klok | None = None) -> int:
    """Show the window until it is closed and return the exit code; `--kluis MAP` opens the kluis in that folder.

    `klok` is for the demo and the stories: without one it is the clock of the computer.
    """
    match list(arguments):
        case []:
            folder = None
        case ["--kluis", path]:
            folder = Path(path)
        case _:
            sys.stderr.write("Gebruik: klachtdesk [--kluis MAP]\n")
            return _WRONG_USE
    application = QApplication([_NAME])
    dress(application)
    shell = Shell(application, klok)
    shell.begin(folder)
    return application.exec()


def show_demo(demo: DemoView) -> int:
    """Show the window on a demo, opened and on its own day, until it is closed; return the exit code."""
    application = QApplication([_NAME])
    dress(application)
    shell = Shell(application, VasteKlok(demo.vandaag))
    shell.begin_demo(demo)
    return application.exec()


def dress(application: QApplication) -> None:
    """Give the application its name, its language and its looks."""
    application.setApplicationName(_NAME)
    application.setApplicationDisplayName(_NAME)
    speak_dutch(application)
    Theme(application)


def _local(location: QStandardPaths.StandardLocation) -> Path:
    """Return our folder in a place that stays on this computer: the generic ones do not roam on Windows."""
    return Path(QStandardPaths.writableLocation(location)) / _NAME


class Shell(QObject):
    """Shows one window at a time: the wizard, the unlock window or the main window. Owns the open kluis."""

    def __init__(self, application: QApplication, klok: Klok | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._demo: DemoView | None = None
        self._klok = klok or SysteemKlok()
        self._tasks = Tasks(self)
        self._tasks.crashed.connect(self._on_crashed)
        self._settings = QSettings(
            str(_local(QStandardPaths.StandardLocation.GenericConfigLocation) / f"{_NAME}.ini"),
            QSettings.Format.IniFormat,
        )
        self._desk: Desk | None = None
        self._folder = _local(QStandardPaths.StandardLocation.GenericDataLocation) / "kluis"
        self._crash_shown = False
        self._warming = QTimer(self)
        self._warming.setSingleShot(True)
        self._warming.timeout.connect(self._warm_up)
        self.window: QWidget | None = None
        application.aboutToQuit.connect(self.end)
        self._hook_before = sys.excepthook
        sys.excepthook = self._on_exception

    def begin(self, folder: Path | None = None) -> None:
        """Show the first window, for this folder, the one of last time, or else the usual one."""
        remembered = str(self._settings.value(_FOLDER_KEY, ""))
        known = folder or (Path(remembered) if remembered else None)
        if known is None and not self._folder.exists():
            self.show_wizard()
        else:
            self.show_unlock(known or self._folder)
        # Once the window is painted: loading beside it would hold the painting up.
        self._warming.start(_WARM_UP_AFTER)

    def begin_demo(self, demo: DemoView) -> None:
        """Show the main window on the kluis of a demo, without asking for its password."""
        self._demo, self._folder = demo, demo.map
        work = partial(opening.open_kluis, demo.map, demo.wachtwoord, self._klok)
        self._tasks.run(self, work, self._on_opened, lambda _error: self.show_unlock(demo.map))

    def _warm_up(self) -> None:
        """Load what the main window needs: the services on the worker, and after those its own parts here."""
        parts = iter(opening.WINDOW_PARTS)

        def load_next(_done: None = None) -> None:
            part = next(parts, None)
            if part is not None:
                import_module(part)
                QTimer.singleShot(0, self, load_next)

        self._tasks.run(self, opening.warm_up, load_next)

    def show_unlock(self, folder: Path) -> None:
        """Ask for the password of the kluis in a folder."""
        self._folder = folder
        window = UnlockWindow(folder, self._klok, self._tasks)
        window.opened.connect(self._on_opened)
        window.folder_chosen.connect(self.show_unlock)
        window.new_wanted.connect(self.show_wizard)
        if self._demo is not None:
            window.keep_to_this(f"Demo. Het wachtwoord is ‘{self._demo.wachtwoord}’.")
        self._show(window)

    def show_wizard(self) -> None:
        """Ask what is needed to make a kluis."""
        from klachtdesk.ui.start.wizard import Wizard

        wizard = Wizard(self._new_folder(), self._klok, self._tasks)
        wizard.created.connect(self._on_created)
        wizard.finished.connect(self._show_main)
        wizard.existing_wanted.connect(self._on_existing_wanted)
        self._show(wizard)

    def lock(self) -> bool:
        """Keep what is being typed, close the kluis and ask for the password again; return whether it was done."""
        if not self._close_kluis():
            return False
        self.show_unlock(self._folder)
        return True

    def quit(self) -> None:
        """Keep what is being typed, close the kluis and end the program."""
        if self._close_kluis():
            self._show(None)
            self._application.quit()

    def end(self) -> None:
        """Leave nothing open behind: no kluis, no worker, no hook."""
        self._warming.stop()
        self._close_kluis()
        self._show(None)
        self._tasks.close()
        sys.excepthook = self._hook_before

    def _show(self, window: QWidget | None) -> None:
        old, self.window = self.window, window
        if window is not None:
            wanted, room = window.sizeHint(), screen_room(window)
            window.resize(wanted.boundedTo(room))
            if wanted == wanted.boundedTo(room):
                window.show()
            else:
                window.showMaximized()  # else its lower edge, with the buttons, may lie below the screen
        if old is not None:
            old.hide()
            old.deleteLater()

    def _show_main(self) -> None:
        from klachtdesk.ui.main_window import MainWindow

        if self._desk is None:
            return
        window = MainWindow(self._desk, self._klok, self._tasks)
        window.lock_wanted.connect(self.lock)
        window.closing.connect(self.quit)
        if self._demo is not None:
            window.show_banner(self._demo.banner)
        self._show(window)

    def _on_opened(self, desk: "Desk") -> None:
        self._desk = desk
        if self._demo is None:
            self._settings.setValue(_FOLDER_KEY, str(self._folder))
        self._show_main()

    def _on_created(self, desk: "Desk", folder: Path) -> None:
        self._desk = desk
        self._folder = folder
        self._settings.setValue(_FOLDER_KEY, str(folder))

    def _on_existing_wanted(self) -> None:
        start = str(self._folder.parent)
        folder = QFileDialog.getExistingDirectory(self.window, "Kies de map van een kluis", start)
        if folder:
            self.show_unlock(Path(folder))

    def _new_folder(self) -> Path:
        """Return where a new kluis is proposed: the usual place, or beside what is there already."""
        usual = _local(QStandardPaths.StandardLocation.GenericDataLocation) / "kluis"
        places = [usual, *(usual.with_name(f"kluis-{number}") for number in range(2, 100))]
        return next((place for place in places if not place.exists()), usual)

    def _close_kluis(self) -> bool:
        """Close the kluis when everything typed has been kept, or the user gives up what could not be."""
        desk = self._desk
        if desk is None:
            return True
        failures: list[DeskError] = []
        if self._main is not None:
            self._main.workspace.keeping_failed.connect(failures.append)
            self._main.workspace.flushing.emit()
        self._tasks.finish()
        if self._main is not None:
            self._main.workspace.keeping_failed.disconnect(failures.append)
        if failures and not self._give_up(failures[0]):
            return False
        self._desk = None
        self._tasks.run(self, lambda: opening.close_kluis(desk), failed=lambda _error: None)
        self._tasks.finish()
        return True

    @property
    def _main(self) -> "MainWindow | None":
        from klachtdesk.ui.main_window import MainWindow

        return self.window if isinstance(self.window, MainWindow) else None

    def _give_up(self, error: DeskError) -> bool:
        question = QMessageBox(self.window)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setWindowTitle("Niet alles is bewaard")
        question.setText("Wat u het laatst typte kon niet worden bewaard.")
        question.setInformativeText(f"{error} Als u nu sluit, raakt dat stuk tekst kwijt.")
        question.addButton("Terug", QMessageBox.ButtonRole.RejectRole)
        close = question.addButton("Toch sluiten", QMessageBox.ButtonRole.DestructiveRole)
        question.exec()
        return question.clickedButton() is close

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, Exception):
            self._on_crashed(error)
        else:
            self._hook_before(kind, error, trace)

    def _on_crashed(self, error: BaseException) -> None:
        """Show what nobody expected, once: a fault that repeats would bury the window under dialogs."""
        if self._crash_shown:
            return
        from klachtdesk.ui.dialogs.crash import CrashDialog

        self._crash_shown = True
        dialog = CrashDialog(error, self.window)
        dialog.finished.connect(self._on_crash_closed)
        dialog.open()

    def _on_crash_closed(self) -> None:
        self._crash_shown = False
