"""What the calendar says of a day and of what is due on it: in a chip, a tool tip, and for a screen reader."""

from dataclasses import dataclass
from datetime import date

from klachtdesk.dutch import capital, counted, long_date
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.views.termijn import KalenderDag, KalenderItem

NOBODY = "klager nog onbekend"


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of calendar item is told apart: by its word and its icon, never by colour alone."""

    word: str
    icon: str
    meaning: str


KINDS = {
    "streefdatum": Kind("Streefdatum", "target", "De dag waarop u klaar wilt zijn"),
    "einde": Kind("Einde", "flag", "De laatste dag van een termijn"),
    "actiepunt": Kind("Actiepunt", "square-check", "De dag waarop een actiepunt klaar moet zijn"),
}
"""By `KalenderItem.soort`, in the order of the legend."""


def who(item: KalenderItem) -> str:
    """Return the dossier and the klager: "2026-001 Marijke de Vries"."""
    return f"{item.nummer} {item.klager or NOBODY}"


def what(item: KalenderItem) -> str:
    """Return what is due: "Einde: Oordeel", and that it is late when it is."""
    words = f"{KINDS[item.soort].word}: {item.label}"
    return f"Te laat. {words}" if item.te_laat else words


def short_what(item: KalenderItem) -> str:
    """Return what is due where there is an icon for the kind: late ones say so instead of what kind they are."""
    return f"{'Te laat' if item.te_laat else KINDS[item.soort].word}: {item.label}"


def feestdag(dag: KalenderDag) -> str:
    """Return the name of a feestdag as a title, or nothing."""
    return capital(dag.feestdag) if dag.feestdag else ""


def day_and_month(day: date) -> str:
    """Return a day of another month, "30 mrt"."""
    return short_date(day).rpartition(" ")[0]


def chip_text(item: KalenderItem) -> str:
    """Return an item in one line: "2026-001 De Vries - Oordeel"."""
    return f"{who(item)} - {item.label}"


def item_words(item: KalenderItem) -> str:
    """Return all there is to say of an item, a fact to a line."""
    kind = KINDS[item.soort]
    lines = [
        f"Dossier {item.nummer}",
        f"Klager: {item.klager or NOBODY}",
        f"{kind.word}: {item.label}",
        f"{kind.meaning}: {long_date(item.datum)}",
    ]
    return "\n".join([*lines, "Te laat"] if item.te_laat else lines)


def day_words(dag: KalenderDag) -> str:
    """Return a day in words, with its feestdag and everything on it."""
    parts = [long_date(dag.datum)]
    if dag.vandaag:
        parts.append("vandaag")
    if dag.feestdag:
        parts.append(feestdag(dag))
    parts += [f"{what(item)}, {who(item)}" for item in dag.items] or ["niets"]
    return "; ".join(parts)


def summary(dagen: tuple[KalenderDag, ...]) -> str:
    """Return how much is due on these days, or that there is nothing."""
    items = [item for dag in dagen for item in dag.items]
    if not items:
        return "Deze maand staat er niets. Termijnen komen hier vanzelf te staan."
    late = sum(item.te_laat for item in items)
    words = f"{counted(len(items), 'datum', 'datums')} om op te letten"
    return f"{words}, {late} te laat" if late else words
