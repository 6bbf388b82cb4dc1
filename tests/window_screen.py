"""What stands on the screen of the window while a story is played. Only for tests that have Qt."""

from typing import TypeVar

from program import Program
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from klachtdesk.ui.widgets.todo_row import TodoRow

W = TypeVar("W", bound=QWidget)


class Screen:
    """Reads the window and its dialogs, as a person does who waits until something is there."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.hand = program.hand

    def due(self) -> list[tuple[str, str]]:
        """Return the rows of Vandaag as a screen reader says them, each with what its button does."""
        rows = [row for row in self.shown(TodoRow) if row.objectName().startswith("vandaag.")]
        return [(row.accessibleName(), row.button.accessibleName()) for row in rows]

    def sees(self, *words: str) -> None:
        """Wait until all this stands on the screen."""
        self.hand.wait(lambda: not self._missing(words), f"not all on the screen: {words}")

    def _missing(self, words: tuple[str, ...]) -> list[str]:
        everything = self._everything()
        return [wanted for wanted in words if wanted not in everything]

    def waits_for(self, label: str) -> None:
        """Wait until the dossier says that this is the stap it waits for."""
        self.hand.wait(lambda: self.next_stap().startswith(label), f"it waits for {self.next_stap()}")

    def next_stap(self) -> str:
        """Return the stap that the dossier waits for: what its button says, or in words when it can't be done yet."""
        names = ("dossier.stap.vastleggen", "dossier.stap.naam")
        found = [widget for name in names for widget in self.named(name)]
        return " ".join(str(widget.accessibleName() or widget.property("text")) for widget in found)

    def not_yet(self) -> str:
        """Unfold what is not possible yet, and return all of it with why."""
        self.hand.click("stappen.niet")
        self.hand.find("stappen.niet.1")
        found = "\n".join(label.text() for label in self.words_in("stappen.niet.vouw"))
        self.hand.click("stappen.niet")
        return found

    def termijn(self, name: str) -> str:
        """Return everything that the row of a termijn says; the ref of one stands behind it ("consequenties.C1")."""
        return " | ".join(label.text() for label in self.hand.find(f"termijn.{name}").findChildren(QLabel))

    def signaal(self, sleutel: str) -> str:
        """Return what the program points out."""
        return self.hand.text(f"dossier.signaal.{sleutel}")

    def signalen(self) -> set[str]:
        """Return the keys of what the program points out now."""
        names = (label.objectName() for label in self.words_in("dossier.signalen"))
        return {
            name.removeprefix("dossier.signaal.") for name in names if name.startswith("dossier.signaal.")
        }

    def tijdlijn(self) -> list[str]:
        """Return what happened, the latest first, as it stands in the dossier."""
        labels = self.words_in("dossier.tijdlijn")
        return [label.text() for label in labels if label.objectName().endswith(".soort")]

    def why(self, termijn: str) -> str:
        """Ask for the reason of a date; return the date, the artikel and the quoted words."""
        self.hand.click(f"termijn.{termijn}.waarom")
        found = " | ".join(self.hand.text(f"uitleg.{part}") for part in ("datum", "artikel", "citaat"))
        self.hand.click("uitleg.sluiten")
        self.hand.gone("uitleg")
        return found

    def complaints(self) -> list[str]:
        labels = self.words_in("gebeurtenis")
        return [label.text() for label in labels if label.objectName().endswith("fout") and label.text()]

    def numbered(self, name: str) -> list[str]:
        return [
            label.text()
            for label in self.words_in("gebeurtenis")
            if label.objectName().startswith(f"{name}.")
        ]

    def _everything(self) -> str:
        """Return all that is to be read now."""
        labels = [label.text() for label in self.shown(QLabel)]
        return "\n".join([*labels, *(button.text() for button in self.shown(QAbstractButton))])

    def named(self, name: str) -> list[QWidget]:
        return self.shown(QWidget, name)

    def words_in(self, name: str) -> list[QLabel]:
        """Return the words in what has this name."""
        found = (label for widget in self.named(name) for label in widget.findChildren(QLabel))
        return [label for label in found if label.isVisible()]

    def shown(self, kind: type[W], name: str = "") -> list[W]:
        """Return what is on the screen of this kind (and of this name), in the window and in its dialogs."""
        window = self._program.shell.window
        if window is None:
            return []
        found = window.findChildren(kind, name) if name else window.findChildren(kind)
        return [item for item in found if item.isVisible()]
