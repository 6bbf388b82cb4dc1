"""The words of the overview: what its parts are called, and how counts, days and periods stand in a sentence."""

from collections.abc import Sequence
from typing import Final

from klachtdesk.dutch import dutch_number
from klachtdesk.views.overzicht import Cel, Maat, OverzichtView, PeriodeView, RijView, TabelView

NOTHING: Final = Cel(0, "0")
UNKNOWN: Final = "onbekend"
STOCK: Final = (
    ("begin", "Liep aan het begin"),
    ("binnengekomen", "Binnengekomen"),
    ("afgesloten", "Afgesloten"),
    ("eind", "Liep aan het eind"),
)
"""The numbers of the stock, each with what it is called."""
_BOTH: Final = 2
_PLURAL: Final = 2
_LONGEST_YEAR: Final = 366


def with_figures(overzicht: OverzichtView) -> Sequence[int]:
    """Return which periods have figures; this one always stands there."""
    return [place for place, item in enumerate(overzicht.perioden) if place == 0 or item.heeft_gegevens]


def for_outside(overzicht: OverzichtView) -> str:
    """Return what a copy for outside says of itself."""
    return (
        f"Deze versie is voor buiten de directie. Een aantal kleiner dan {overzicht.drempel} staat er niet in: u ziet "
        f"dan <{overzicht.drempel}. Een × staat voor een getal waaruit zo’n klein aantal is af te leiden. Zo is "
        "niemand te herkennen."
    )


def tabel_of(overzicht: OverzichtView, sleutel: str) -> TabelView | None:
    """Return a table; None for one that this office has no rows for."""
    return next((tabel for tabel in overzicht.tabellen if tabel.sleutel == sleutel), None)


def rows_of(overzicht: OverzichtView, sleutel: str) -> Sequence[RijView]:
    """Return the rows of a table; none where the office has no such table."""
    tabel = tabel_of(overzicht, sleutel)
    return () if tabel is None else tabel.rijen


def row_of(overzicht: OverzichtView, sleutel: str, rij: str) -> Cel:
    """Return the count on a row of a table in this period; nothing where there is no such row."""
    return next((row.cellen[0] for row in rows_of(overzicht, sleutel) if row.sleutel == rij), NOTHING)


def total_of(overzicht: OverzichtView, sleutel: str) -> Cel:
    """Return the total of a table in this period."""
    tabel = tabel_of(overzicht, sleutel)
    return NOTHING if tabel is None or tabel.totaal is None else tabel.totaal[0]


def is_running(overzicht: OverzichtView) -> bool:
    """Tell whether the period is not over yet on the day up to which the figures go."""
    return overzicht.peildatum < overzicht.perioden[0].tot


def is_to_come(overzicht: OverzichtView) -> bool:
    """Tell whether the period has not begun yet."""
    return overzicht.peildatum < overzicht.perioden[0].van


def year_before(overzicht: OverzichtView) -> PeriodeView | None:
    """Return the period to compare with: none where there were no figures yet, or where the two overlap."""
    now, *earlier = overzicht.perioden
    if not earlier or not earlier[0].heeft_gegevens or (now.tot - now.van).days >= _LONGEST_YEAR:
        return None
    return earlier[0]


def then(periode: PeriodeView) -> str:
    """Return an earlier period after "dan" or "als": "in 2025", "een jaar eerder"."""
    return periode.in_een_zin if periode.in_een_zin.startswith("in ") else "een jaar eerder"


def hides_much(cel: Cel) -> bool:
    """Tell whether a count is hidden that need not be small: hidden so that another can't be worked out from it."""
    return cel.aantal is None and not cel.tekst.startswith("<")


def number(cel: Cel) -> str:
    """Return a count as it reads in a sentence; "<3" in a copy for outside is "minder dan 3"."""
    if cel.aantal is None:
        return cel.tekst.replace("<", "minder dan ") if cel.tekst.startswith("<") else cel.tekst
    return "geen" if cel.aantal == 0 else dutch_number(cel.aantal)


def all_of(aantal: int) -> str:
    """Return "Beide" or "Alle 12"."""
    return "Beide" if aantal == _BOTH else f"Alle {dutch_number(aantal)}"


def verb(cel: Cel, one: str, more: str) -> str:
    """Return the verb that goes with a count: "geen" and "1" are singular in Dutch."""
    return one if cel.aantal in {0, 1} else more


def within(maat: Maat) -> str:
    """Return a number of days as a limit: "op de dag zelf", "binnen een dag", "binnen 12,5 dagen"."""
    dagen = maat.waarde or 0.0
    if dagen == 0:
        return "op de dag zelf"
    return "binnen een dag" if dagen <= 1 else f"binnen {days(maat)}"


def days(maat: Maat) -> str:
    """Return a number of days: "1 dag", "1,5 dag", "12 dagen"."""
    return f"{maat.tekst} {'dag' if (maat.waarde or 0.0) < _PLURAL else 'dagen'}"
