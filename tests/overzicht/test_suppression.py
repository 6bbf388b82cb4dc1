"""Small counts in a copy for outside: a reader who knows how they are hidden can't work them out.

The attack here shares nothing with how they are hidden: it computes for every hidden count what it can be at least and
at most, from all that is printed and from what the signs mean.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import labels, record

from klachtdesk.overzicht.assembly import Bron, assemble
from klachtdesk.overzicht.cijferrecord import Cijferrecord, Onderdeel, Wending
from klachtdesk.overzicht.perioden import Periode
from klachtdesk.overzicht.suppression import Kolom, Soort, Teken, hide_column
from klachtdesk.views.overzicht import Cel, OverzichtView, TabelView, TermijnCijfers

ENDLESS = 10**6
COUNTS = st.integers(0, 9)


@dataclass(frozen=True)
class Bounds:
    """What a printed count can be, both ends included."""

    low: int
    high: int

    @property
    def is_known(self) -> bool:
        return self.low == self.high


def bounds_of(cel: Cel, drempel: int, *, withheld: bool) -> Bounds:
    """Read a cell as a reader does; in a column that is withheld whole, "×" can be anything."""
    if cel.aantal is not None:
        return Bounds(cel.aantal, cel.aantal)
    if cel.tekst == f"<{drempel}":
        return Bounds(0, drempel - 1)
    return Bounds(0 if withheld else drempel, ENDLESS)


def attack_sum(cells: list[Bounds], total: Bounds) -> list[Bounds]:
    """Return what each part of a sum can be: exact, because every part can take all values between its bounds."""
    low, high = sum(cel.low for cel in cells), sum(cel.high for cel in cells)
    return [
        Bounds(max(cel.low, total.low - (high - cel.high)), min(cel.high, total.high - (low - cel.low)))
        for cel in cells
    ]


def attack_overlap(cells: list[Bounds], total: Bounds) -> list[Bounds]:
    """Return what each row can be where rows may overlap, the last being for what has none of the others.

    Tries every total and every value of the last row: the others are each at most what is left, and together at least.
    """
    *rows, none = cells
    found: list[list[int]] = [[] for _ in cells]
    for whole in range(total.low, min(total.high, 40) + 1):
        for without in range(none.low, min(none.high, whole) + 1):
            some = whole - without
            highs = [min(row.high, some) for row in rows]
            if any(high < row.low for high, row in zip(highs, rows, strict=True)) or sum(highs) < some:
                continue
            found[-1].append(without)
            for place, row in enumerate(rows):
                others = sum(highs) - highs[place]
                found[place] += [max(row.low, some - others), highs[place]]
    return [Bounds(min(values), max(values)) if values else Bounds(0, 0) for values in found]


def hidden_but_known(cells: list[Cel], bounds: list[Bounds]) -> list[int]:
    return [place for place, cel in enumerate(cells) if cel.aantal is None and bounds[place].is_known]


def attack_table(tabel: TabelView, drempel: int, place: int) -> list[int]:
    """Return the rows of a column that are hidden and can be worked out."""
    cells = [rij.cellen[place] for rij in tabel.rijen]
    withheld = all(cel.tekst == "×" for cel in cells)
    bounds = [bounds_of(cel, drempel, withheld=withheld) for cel in cells]
    if tabel.totaal is None:
        return hidden_but_known(cells, bounds)
    total = bounds_of(tabel.totaal[place], drempel, withheld=False)
    attack = attack_sum if tabel.soort == "verdeling" else attack_overlap
    return hidden_but_known(cells, attack(bounds, total))


@given(
    counts=st.lists(COUNTS, min_size=1, max_size=7),
    drempel=st.integers(2, 6),
)
def test_no_part_of_a_total_can_be_worked_out(counts: list[int], drempel: int):
    kolom = Kolom(tuple(counts), sum(counts), "verdeling")
    _check(kolom, counts, drempel)


@given(data=st.data(), drempel=st.integers(2, 6))
def test_no_row_of_an_overlap_can_be_worked_out(data: st.DataObject, drempel: int):
    """Each dossier has some of the rows, or none of them."""
    dossiers = data.draw(st.lists(st.sets(st.integers(0, 3)), max_size=14))
    counts = [sum(row in rows for rows in dossiers) for row in range(4)]
    counts.append(sum(not rows for rows in dossiers))
    _check(Kolom(tuple(counts), len(dossiers), "overlap", geen=4), counts, drempel)


def _check(kolom: Kolom, counts: list[int], drempel: int) -> None:
    total = Teken.TOON if kolom.totaal >= drempel else Teken.KLEIN
    tekens = hide_column(kolom, drempel, total)
    texts = {Teken.TOON: "", Teken.KLEIN: f"<{drempel}", Teken.WEG: "×"}
    cells = [
        Cel(count if teken is Teken.TOON else None, texts[teken])
        for count, teken in zip(counts, tekens, strict=True)
    ]
    assert all(cel.aantal is None or cel.aantal >= drempel for cel in cells)
    withheld = all(teken is Teken.WEG for teken in tekens)
    bounds = [bounds_of(cel, drempel, withheld=withheld) for cel in cells]
    whole = Bounds(0, drempel - 1) if total is Teken.KLEIN else Bounds(kolom.totaal, kolom.totaal)
    attack = attack_sum if kolom.soort == "verdeling" else attack_overlap
    assert not hidden_but_known(cells, attack(bounds, whole))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((5, 4, 1), "5 × <3"),  # with 4 shown, 10 - 5 - 4 would tell the 1
        ((5, 4, 4), "5 4 4"),
        ((0, 7), "<3 ×"),  # 0, 1 or 2, so 7, 6 or 5
        ((2, 2), "× ×"),  # two small ones that add up to 4 are both 2
        ((2, 1, 6), "<3 <3 6"),  # together 3: one is 1 and the other 2, and nobody knows which
        ((1, 1, 6), "<3 <3 6"),  # 0 and 2, 1 and 1, or 2 and 0
        ((0, 0, 6), "<3 <3 ×"),  # together nothing: both would be zero
    ],
)
def test_what_is_hidden_beside_a_small_count(counts: tuple[int, ...], expected: str):
    kolom = Kolom(counts, sum(counts), "verdeling")
    tekens = hide_column(kolom, 3)
    shown = {Teken.KLEIN: "<3", Teken.WEG: "×"}
    assert (
        " ".join(shown.get(teken, str(count)) for count, teken in zip(counts, tekens, strict=True))
        == expected
    )


@pytest.mark.parametrize("soort", ["verdeling", "overlap", "los"])
def test_with_no_drempel_everything_is_shown(soort: Soort):
    assert hide_column(Kolom((0, 1, 2), 3, soort), 0) == (Teken.TOON,) * 3


DAYS = st.dates(date(2023, 6, 1), date(2026, 12, 31))
KANALEN = st.sampled_from(["telefoon", "email", "brief", ""])


@st.composite
def records(draw: st.DrawFn) -> Cijferrecord:
    binnen = draw(DAYS)
    open_for = draw(st.none() | st.integers(0, 500))
    grond = draw(st.lists(st.sampled_from(["reeds_behandeld", "bezwaar_mogelijk"]), unique=True))
    soort = draw(st.sampled_from(["afgehandeld", "ingetrokken", "niet_in_behandeling", "direct_opgelost"]))
    return record(
        binnen=binnen,
        wendingen=() if open_for is None else (Wending(binnen + timedelta(days=open_for), soort),),
        kanaal=draw(KANALEN),
        onderwerpen=tuple(draw(st.sets(st.sampled_from(["kwaliteit", "gedrag", "handelen"])))),
        gronden=tuple(grond) if soort == "niet_in_behandeling" else (),
        gegrondheid=draw(st.sampled_from(["gegrond", "ongegrond", ""])),
        onderdelen=(Onderdeel("", "gegrond"),) * draw(st.integers(0, 2)),
        oorzaak=draw(st.sampled_from(["planning", "gedrag", ""])),
        gehoord=draw(st.booleans()),
    )


@settings(max_examples=40)
@given(found=st.lists(records(), max_size=40), drempel=st.integers(2, 5))
def test_nothing_in_a_whole_overview_can_be_worked_out(found: list[Cijferrecord], drempel: int):
    periode = Periode(date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 31))
    bron = Bron(tuple(found), labels("tien_voor_taal"), periode)
    view = assemble(bron, kantoor="", reglement="", drempel=drempel, publiek=True)
    for tabel in view.tabellen:
        for place in range(3):
            assert not attack_table(tabel, drempel, place), (tabel.sleutel, place)
    assert not _known_stock(view, drempel)
    for rij in view.termijnen:
        for item in rij.perioden:
            assert not _known_termijn(item, drempel)
    _check_shares(view)


def test_a_year_without_klachten_is_not_told_from_one_with_few():
    periode = Periode(date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 31))
    none, one = (
        assemble(
            Bron(found, labels("tien_voor_taal"), periode), kantoor="", reglement="", drempel=3, publiek=True
        )
        for found in ((), (record(kanaal="email"),))
    )
    assert none == one


def _known_stock(view: OverzichtView, drempel: int) -> list[str]:
    """Work out the stock: begin + in - out = end, and what was open at the end is open at the beginning after it.

    All hidden stocks together can be one higher; what came in or was closed can be traded for a stock after it. So it
    is enough to try what the hidden ones can be: from every stock at the very beginning, and every small number.
    """
    years = view.voorraad[::-1]  # the oldest first
    hidden = [cel for item in years for cel in (item.begin, item.eind) if cel.aantal is None]
    if not hidden:
        flows = [cel for item in years for cel in (item.binnengekomen, item.afgesloten)]
        return [cel.tekst for cel in flows if cel.aantal is None]  # every one of them would be known
    assert len(hidden) == 2 * len(years)
    found: list[set[int]] = [set() for _ in range(3 * len(years) + 1)]
    for begin in range(25):
        _try_stock(years, drempel, [begin], found)
    cells: list[Cel] = [years[0].begin]
    for item in years:
        cells += [item.binnengekomen, item.afgesloten, item.eind]
    return [
        cel.tekst for cel, values in zip(cells, found, strict=True) if cel.aantal is None and len(values) < 2
    ]


def _try_stock(years: tuple[object, ...], drempel: int, so_far: list[int], found: list[set[int]]) -> None:
    """Add to what each number can be all ways to go on from here that leave no stock below zero."""
    done = (len(so_far) - 1) // 3
    if done == len(years):
        for place, value in enumerate(so_far):
            found[place].add(value)
        return
    item = years[done]
    for came in _values(item.binnengekomen, drempel):  # type: ignore[attr-defined]
        for went in _values(item.afgesloten, drempel):  # type: ignore[attr-defined]
            if so_far[-1] + came - went >= 0:
                _try_stock(years, drempel, [*so_far, came, went, so_far[-1] + came - went], found)


def _values(cel: Cel, drempel: int) -> range:
    return range(drempel) if cel.aantal is None else range(cel.aantal, cel.aantal + 1)


def _known_termijn(item: TermijnCijfers, drempel: int) -> list[int]:
    cells = [item.gehaald, item.te_laat, item.vervallen]
    withheld = all(cel.tekst == "×" for cel in cells)
    bounds = [bounds_of(cel, drempel, withheld=withheld) for cel in cells]
    if item.gehaald.aantal is None or item.te_laat.aantal is None:
        assert item.op_tijd.waarde is item.mediaan.waarde is item.p90.waarde is None
    return hidden_but_known(cells, attack_sum(bounds, bounds_of(item.afgelopen, drempel, withheld=False)))


def _check_shares(view: OverzichtView) -> None:
    """No percentage stands beside a hidden count, and what is hidden is in no order that tells which is higher."""
    for tabel in view.tabellen:
        for rij in tabel.rijen:
            for cel, aandeel in zip(rij.cellen, rij.aandelen, strict=True):
                assert aandeel.waarde is None or cel.aantal is not None
    pareto = view.tabel("oorzaak")
    order = [sleutel for sleutel, _label in labels("tien_voor_taal").lijst("oorzaak").rows()]
    hidden = [rij.sleutel for rij in pareto.rijen if rij.cellen[0].aantal is None and rij.sleutel in order]
    assert hidden == sorted(hidden, key=order.index)
    shown = [rij.cellen[0].aantal or 0 for rij in pareto.rijen if rij.cellen[0].aantal is not None]
    assert all(first >= second for first, second in pairwise(shown[:-1]))


def _year(found: list[Cijferrecord], peil: date, *sleutels: str) -> OverzichtView:
    periode = Periode(date(2026, 1, 1), date(2026, 12, 31), peil)
    bron = Bron(tuple(found), labels(*sleutels), periode)
    return assemble(bron, kantoor="", reglement="", drempel=3, publiek=True)


def _cells(view: OverzichtView, sleutel: str) -> dict[str, str]:
    return {rij.sleutel: rij.cellen[0].tekst for rij in view.tabel(sleutel).rijen}


def test_months_to_come_hide_nothing():
    """On 21 November everybody knows that December is 0; with three each month until October the rest is November's."""
    found = [record(binnen=date(2026, month, day)) for month in range(1, 11) for day in (1, 2, 3)]
    found += [record(binnen=date(2026, 11, day)) for day in (1, 2)]
    cells = _cells(_year(found, date(2026, 11, 21), "tien_voor_taal"), "maanden_binnen")
    assert cells["12"] == "0"
    assert cells["11"] == "<3"
    assert list(cells.values()).count("×") == 1  # one of three, which could be more: 32 in all are known


@pytest.mark.parametrize(
    ("sleutel", "row", "never"),
    [
        # Interactie knows no informele fase and no klacht that is not taken up: everybody can read that.
        ("interactie", "direct_opgelost", {"informeel", "niet_in_behandeling"}),
        ("klik_onderwijs", "direct_opgelost", {"niet_in_behandeling"}),
    ],
)
def test_what_the_reglement_does_not_know_hides_nothing(sleutel: str, row: str, never: set[str]):
    """Ten were handled, four withdrawn and one was solved at once; that one must not be what is left of 15."""
    day = date(2026, 4, 1)
    kinds = ["afgehandeld"] * 10 + ["ingetrokken"] * 4 + ["direct_opgelost"]
    found = [record(reglement=sleutel, wendingen=(Wending(day, kind),)) for kind in kinds]
    cells = _cells(_year(found, date(2026, 12, 31), sleutel), "afsluiting")
    assert {key for key, text in cells.items() if text == "0"} == never
    assert cells[row] == "<3"
    assert len([text for text in cells.values() if text in {"<3", "×"}]) >= 2


def test_whether_somebody_was_heard_is_not_told_by_what_can_not_be():
    """Klassewerk has no afzien van horen: of five that were closed one was heard."""
    day = date(2026, 4, 1)
    found = [
        record(reglement="klassewerk", wendingen=(Wending(day, "afgehandeld"),), gehoord=number == 0)
        for number in range(5)
    ]
    cells = _cells(_year(found, date(2026, 12, 31), "klassewerk"), "horen")
    assert (cells["beide"], cells["afgezien"]) == ("0", "0")
    assert (cells["gehouden"], cells["onbekend"]) == ("<3", "×")


def test_a_copy_for_outside_of_several_reglementen_does_not_say_which_had_how_many():
    """Who knows the lists of the reglementen could tell from it how many klagers of one kind there were."""
    names = ("interactie", "klassewerk")
    inside = assemble(
        Bron((), labels(*names), Periode(date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 31))),
        kantoor="",
        reglement="",
        drempel=3,
    )
    assert "reglement" in {tabel.sleutel for tabel in inside.tabellen}
    outside = _year([], date(2026, 12, 31), *names)
    assert "reglement" not in {tabel.sleutel for tabel in outside.tabellen}
