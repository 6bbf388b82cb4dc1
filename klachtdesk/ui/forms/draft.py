"""A form while it is being filled in: plain data, no Qt.

Holds raw text by raw key, as drafts are kept; knows its rows, what is not kept yet and what is faulty.
"""

from collections.abc import Mapping
from datetime import date

from klachtdesk.formulieren import Formulier, Fout, Sectie, read_formulier, row_numbers
from klachtdesk.formulieren.keuzelijsten import split_keuzes
from klachtdesk.formulieren.lezen import MAX_RIJEN
from klachtdesk.views.formulier import FormulierView

SINGLE_ROWS = frozenset({"melder", "klager"})
"""Sections that are stored as a row, but of which a form has exactly one."""


class Draft:
    """What stands in a form now, against what was there when it was opened and what has been kept since."""

    def __init__(self, view: FormulierView) -> None:
        self.formulier: Formulier = view.formulier
        self.dossier_id = view.dossier_id
        self.draft_id = view.draft_id
        self.vaste_sleutels = view.vaste_sleutels
        self._waarden = {key: text for key, text in view.waarden.items() if text}
        self._opened = dict(self._waarden)
        self._kept = dict(self._waarden)
        self._aside: dict[str, str] = {}
        self._rows: dict[str, list[int]] = {
            sectie.sleutel: row_numbers(sectie, self._waarden) or [1] for sectie in self.formulier.secties
        }

    @property
    def waarden(self) -> dict[str, str]:
        """A copy of all that is filled in."""
        return dict(self._waarden)

    @property
    def altered(self) -> bool:
        """Whether anything differs from what the form held when it was opened."""
        return self._waarden != self._opened

    @property
    def unsaved(self) -> bool:
        """Whether there is something that would be missed: typed now, or kept as a draft earlier."""
        return self.altered or self.draft_id is not None

    @property
    def to_keep(self) -> bool:
        """Whether something was typed that has not been kept yet."""
        return self._waarden != self._kept

    def text(self, key: str) -> str:
        """Return what stands in a field; an empty string for nothing."""
        return self._waarden.get(key, "")

    def put(self, key: str, text: str) -> None:
        """Fill in a field, or empty it."""
        if text:
            self._waarden[key] = text
        else:
            self._waarden.pop(key, None)

    def change_formulier(self, formulier: Formulier) -> bool:
        """Go on with a form that has the same fields but other lists; return whether a choice is not in those.

        Such a choice is set aside, and is there again with a form that has it.
        """
        everything = dict(self._waarden)
        for key, text in self._aside.items():
            everything[key] = " ".join(dict.fromkeys(f"{self.text(key)} {text}".split()))
        self.formulier = formulier
        self._waarden, self._aside = split_keuzes(formulier, everything)
        return bool(self._aside)

    def kept(self, waarden: Mapping[str, str]) -> None:
        """Note that these values have been kept, so that only later typing is kept again."""
        self._kept = dict(waarden)

    def saved(self, waarden: Mapping[str, str]) -> None:
        """Note that these values are saved and that there is no draft any more; later typing is still to keep."""
        self._opened = dict(waarden)
        self._kept = dict(waarden)
        self.draft_id = None

    def rows(self, sectie: Sectie) -> tuple[int, ...]:
        """Return the numbers of the rows of a section, in order; never empty."""
        return tuple(self._rows[sectie.sleutel])

    def may_add_row(self, sectie: Sectie) -> bool:
        """Return whether a section takes another row."""
        return repeats(sectie) and max(self._rows[sectie.sleutel]) < MAX_RIJEN

    def add_row(self, sectie: Sectie) -> int:
        """Add an empty row after the last one and return its number; a number is not used twice."""
        rows = self._rows[sectie.sleutel]
        rows.append(max(rows) + 1)
        return rows[-1]

    def remove_row(self, sectie: Sectie, number: int) -> dict[str, str]:
        """Take a row away and return what stood in it, by raw key; the last row only becomes empty."""
        keys = [sectie.raw_key(veld, number) for veld in sectie.velden]
        taken = {key: self._waarden.pop(key) for key in keys if key in self._waarden}
        rows = self._rows[sectie.sleutel]
        if len(rows) > 1:
            rows.remove(number)
        return taken

    def restore_row(self, sectie: Sectie, number: int, taken: Mapping[str, str]) -> None:
        """Put back a row that was taken away."""
        rows = self._rows[sectie.sleutel]
        if number not in rows:
            rows.append(number)
            rows.sort()
        self._waarden.update(taken)

    def faults(self, vandaag: date) -> tuple[Fout, ...]:
        """Return everything in the form that can't be read, in the order of the form."""
        return read_formulier(self.formulier, self._waarden, vandaag).fouten


def repeats(sectie: Sectie) -> bool:
    """Return whether a section can have more than one row."""
    return sectie.rij is not None and sectie.rij not in SINGLE_ROWS
