"""Plays a story in the window: what a medewerker types, chooses and clicks, and what the screen tells her.

The clock goes from day to day. Only for tests that have Qt.
"""

from collections import Counter
from datetime import date
from pathlib import Path

from program import Program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QTableView, QTabWidget
from window_screen import Screen

from klachtdesk.dutch import long_date
from klachtdesk.formulieren import FORMULIEREN
from klachtdesk.ui.widgets.todo_row import TodoRow

WACHTWOORD = "vier losse woorden samen"
MEDEWERKER = "Noor Bakker"
_VERLOOP, _FORMULIEREN, _OORDEEL = 0, 1, 3


class WindowVerhaal(Screen):
    """One dossier in the window of an office, from its melding on."""

    def __init__(self, program: Program, reglement: str, folder: Path) -> None:
        super().__init__(program)
        self.nummer = ""
        self._recorded: Counter[str] = Counter()
        self._make_office(reglement, folder)

    def _make_office(self, reglement: str, folder: Path) -> None:
        """Go through the wizard of the first start."""
        hand = self.hand
        hand.click("wizard.verder")
        hand.click(f"wizard.reglement.{reglement}")
        hand.click("wizard.verder")
        hand.fill("wizard.adres", "Kade 12")
        hand.fill("wizard.postcode", "3811 AB")
        hand.fill("wizard.plaats", "Amersfoort")
        hand.fill("wizard.gebruikersnaam", MEDEWERKER)
        hand.click("wizard.verder")
        hand.fill("wizard.map", str(folder))
        hand.fill("wizard.wachtwoord", WACHTWOORD)
        hand.fill("wizard.wachtwoord_herhaald", WACHTWOORD)
        hand.click("wizard.verder")
        hand.find("wizard.gemaakt")
        hand.click("wizard.verder")
        hand.find("zijbalk")

    def take_call(self, omschrijving: str, melder: str, **velden: str) -> int:
        """Take a melding down by keyboard: what it is about and who calls; then fill in more, and save.

        Returns how many keys that took beside the words themselves and what was filled in more.
        """
        hand = self.hand
        hand.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        hand.wait(lambda: hand.find("meldingsformulier.omschrijving").hasFocus())
        hand.write(omschrijving)
        tabs = 0
        while not hand.find("meldingsformulier.melder.1.naam").hasFocus():
            hand.press(Qt.Key.Key_Tab)
            tabs += 1
        hand.write(melder)
        for key, text in velden.items():
            self._put(f"meldingsformulier.{_raw(key)}", text)
        self._save()
        return tabs + 2  # Ctrl+N and Ctrl+S

    def _save(self) -> None:
        self.hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.hand.wait(lambda: self.hand.text("dossier.nummer") not in {"", self.nummer})
        self.nummer = self.hand.text("dossier.nummer")
        self._recorded.clear()

    def to(self, jaar: int, maand: int, dag: int) -> None:
        """Let it be the morning of another day: the page Vandaag, and then the dossier again."""
        self.morning(jaar, maand, dag)
        self.open()

    def morning(self, jaar: int, maand: int, dag: int) -> None:
        """Let it be another day, and look at what there is to do."""
        self._program.on(jaar, maand, dag)
        self.hand.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        title = long_date(date(jaar, maand, dag)).capitalize()
        self.hand.wait(lambda: self.hand.text("vandaag.titel") == title, title)
        self.hand.wait(lambda: bool(self.shown(TodoRow)) or bool(self.named("vandaag.leeg.titel")))

    def open(self) -> None:
        """Find the dossier by its number, also when it is closed, and open it."""
        hand = self.hand
        hand.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        hand.click("dossiers.filter.alle")
        hand.fill("dossiers.zoeken", self.nummer)
        rows = hand.find("dossiers.tabel", QTableView).model()
        hand.wait(lambda: rows.rowCount() == 1 and rows.index(0, 0).data() == self.nummer)
        hand.press(Qt.Key.Key_Return)
        hand.wait(lambda: hand.text("dossier.nummer") == self.nummer and bool(self.tijdlijn()))

    def do_from_vandaag(self, label: str, of: str = "", **velden: str) -> None:
        """Do the stap of this name from its row on Vandaag, the one about `of` where there are more: one click away."""
        rows = [row for row in self.shown(TodoRow) if row.button.accessibleName().startswith(label)]
        (row,) = [row for row in rows if of in row.accessibleName()]
        self.hand.click(row.button.objectName())
        self._fill_in_and_record(label, velden)

    def do_next(self, label: str, **velden: str) -> None:
        """Do the stap that the dossier says it waits for."""
        self.waits_for(label)
        self.hand.click("dossier.stap.vastleggen")
        self._fill_in_and_record(label, velden)

    def record(self, label: str, **velden: str) -> None:
        """Record that something happened today."""
        self._ask(label)
        self._fill_in_and_record(label, velden)

    def refused(self, label: str, **velden: str) -> list[str]:
        """Return why this can't be recorded now; that it can't leaves no trace."""
        self._ask(label)
        for key, text in velden.items():
            self._put(f"gebeurtenis.{_raw(key)}", text)
        if velden:
            self.hand.click("gebeurtenis.vastleggen")
            self.hand.wait(lambda: bool(self.complaints()))
            found = self.complaints()
        else:
            found = self.numbered("gebeurtenis.reden")
        self.hand.click("gebeurtenis.annuleren")
        self.hand.gone("gebeurtenis")
        return found

    def offered(self, label: str, veld: str) -> list[str]:
        """Return from what a field of a gebeurtenis lets choose, and choose nothing."""
        self._ask(label)
        box = self.hand.find(f"gebeurtenis.{veld}", QComboBox)
        found = [box.itemText(place) for place in range(box.count()) if box.itemData(place)]
        self.hand.click("gebeurtenis.annuleren")
        self.hand.gone("gebeurtenis")
        return found

    def proposed(self, label: str, veld: str) -> str:
        """Return what is filled in already in a field of a gebeurtenis, and record nothing."""
        self._ask(label)
        found = self.hand.text(f"gebeurtenis.{veld}")
        self.hand.click("gebeurtenis.annuleren")
        self.hand.gone("gebeurtenis")
        return found

    def fill_in(self, formulier: str, **velden: str) -> None:
        """Fill in a form of the dossier and save it."""
        self._open_form(formulier)
        for key, text in velden.items():
            self._put(f"{formulier}.{_raw(key)}", text)
        self.hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.hand.wait(lambda: self.hand.text(f"{formulier}.concept") == "Opgeslagen")
        self._tab(_VERLOOP)

    def fill_in_refused(self, formulier: str, **velden: str) -> str:
        """Return why a form is not saved, and throw away what was typed."""
        self._open_form(formulier)
        for key, text in velden.items():
            self._put(f"{formulier}.{_raw(key)}", text)
        self.hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        self.hand.wait(lambda: "niet" in self.hand.text("notice_text"))
        said = self.hand.text("notice_text")
        self.hand.click(f"{formulier}.weggooien")
        self._tab(_VERLOOP)
        return said

    def judge(self, **velden: str) -> None:
        """Fill in the oordeel, make it final, and record that it was sent."""
        self.fill_in("oordeel", **velden)
        self._tab(_OORDEEL)
        self.hand.click("ondertekening.definitief")
        self.hand.click("ondertekening.vraag.ja")
        self.hand.gone("ondertekening.vraag")
        self.hand.find("ondertekening.bekijken")
        self._tab(_VERLOOP)
        self._comes_in_the_tijdlijn("Oordeel vastgesteld")
        self.record("Oordeel verzonden aan de klager")

    def _ask(self, label: str) -> None:
        hand = self.hand
        hand.click("dossier.gebeurtenis")
        hand.fill("gebeurtenis.zoeken", label)
        kinds = hand.find("gebeurtenis.soorten", QListWidget)
        (row,) = [row for row in range(kinds.count()) if kinds.item(row).text() == label]
        kinds.setCurrentRow(row)

    def _fill_in_and_record(self, label: str, velden: dict[str, str]) -> None:
        """Fill in the dialog that is open or coming, and record it."""
        hand = self.hand
        hand.wait(lambda: bool(self.named("gebeurtenis") or self.named("brief")), f"nothing came for {label}")
        if self.named("brief"):  # the story tells of a letter that was sent outside the program
            hand.click("brief.zonder")
        hand.wait(lambda: hand.text("gebeurtenis.titel") == label)
        for key, text in velden.items():
            self._put(f"gebeurtenis.{_raw(key)}", text)
        hand.click("gebeurtenis.vastleggen")
        hand.wait(lambda: not self.named("gebeurtenis") or bool(self.complaints()))
        assert not self.complaints(), (label, self.complaints())
        self._comes_in_the_tijdlijn(label)

    def _comes_in_the_tijdlijn(self, label: str) -> None:
        self._recorded[label] += 1
        wanted = self._recorded[label]
        self.hand.wait(lambda: self.tijdlijn().count(label) == wanted, f"{label} is not in the tijdlijn")

    def _open_form(self, formulier: str) -> None:
        self._tab(_FORMULIEREN)
        editors = [f"{key}.bewerken" for key in FORMULIEREN]
        self.hand.wait(lambda: any(self.named(editor) for editor in editors))
        if not self.named(f"{formulier}.bewerken"):
            self.hand.click(f"dossier.formulier.{formulier}")
        self.hand.find(f"{formulier}.bewerken")

    def _tab(self, place: int) -> None:
        self.hand.find("dossier.tabs", QTabWidget).setCurrentIndex(place)

    def _put(self, name: str, text: str) -> None:
        """Fill in a field; of one whose answers are all in sight, click the answer."""
        row = name.rpartition(".")[0]
        if row.rpartition(".")[2].isdigit() and row.rpartition(".")[2] != "1" and not self.named(name):
            self.hand.click(f"{row.rpartition('.')[0]}.toevoegen")
        if self.named(name) and not self.named(f"{name}.{text}"):
            self.hand.fill(name, text)
        else:
            for answer in text.split():
                self.hand.click(f"{name}.{answer}")


def _raw(key: str) -> str:
    """Return a key of a form; `__` in a name stands for a full stop."""
    return key.replace("__", ".")
