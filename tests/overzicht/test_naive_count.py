"""The overview over 5,000 invented dossiers, beside a second count that shares nothing with it.

The second count goes over the plain lists of what happened: it writes down every day on which a dossier was open,
counts by walking through them, and works out the termijnen of 10 voor Taal with days of its own.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

import pytest
from procedures import reglement
from records import labels

from klachtdesk.overzicht.assembly import Bron, assemble
from klachtdesk.overzicht.cijferrecord import Onderdeel
from klachtdesk.overzicht.derivation import Deriver, Keuzes, Nummer
from klachtdesk.overzicht.perioden import Periode
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
from klachtdesk.views.overzicht import OverzichtView

TODAY = date(2026, 12, 31)
YEARS = (2026, 2025, 2024)
CLOSINGS = ("afgehandeld", "ingetrokken", "direct_opgelost", "niet_in_behandeling")
GRONDEN = ("reeds_behandeld", "langer_dan_een_jaar", "bezwaar_mogelijk")
UITSPRAKEN = ("gegrond", "deels_gegrond", "ongegrond", "")


@dataclass
class Plain:
    """An invented dossier as plain lists: what happened on which day, and what was chosen."""

    events: list[tuple[date, str, dict[str, str]]] = field(default_factory=list)
    keuzes: dict[str, object] = field(default_factory=dict)

    def days_of(self, *soorten: str) -> list[date]:
        return [day for day, soort, _velden in self.events if soort in soorten]

    def said(self, soort: str, veld: str) -> list[tuple[date, str]]:
        return [(day, velden.get(veld, "")) for day, kind, velden in self.events if kind == soort]


def invent(chance: random.Random) -> Plain:
    """Invent a dossier of 10 voor Taal; nothing in it is later than today."""
    plain = Plain(keuzes=_choose(chance))
    day = date(2023, 1, 1) + timedelta(days=chance.randrange(1461))

    def happens(soort: str, after: int, **velden: str) -> date:
        when = day + timedelta(days=after)
        plain.events.append((when, soort, velden))
        return when

    if chance.random() < 0.2:
        happens("melding_ontvangen", 0, kanaal="telefoon")
        day += timedelta(days=chance.randrange(15))
    if chance.random() < 0.95:
        happens("ontvangen", 0, kanaal="email")
    if chance.random() < 0.8:
        happens("ontvangstbevestiging_verzonden", chance.randrange(20))
    if chance.random() < 0.2:
        tot = day + timedelta(days=chance.randrange(43, 90))
        happens("verdaagd", chance.randrange(30), termijn="oordeel", tot=tot.isoformat(), reden="Ernst.")
    if chance.random() < 0.6:
        happens("oordeel_verzonden", chance.randrange(5, 100))
    if chance.random() < 0.3:
        happens("gehoord", 3)
    if chance.random() < 0.2:
        happens("afgezien_van_horen", 4)
    _close(chance, happens)
    _go_on(chance, happens)
    plain.events = sorted((item for item in plain.events if item[0] <= TODAY), key=lambda item: item[0])
    return plain if plain.events else invent(chance)


def _choose(chance: random.Random) -> dict[str, object]:
    return {
        "kanaal": chance.choice(["telefoon", "email", "brief", "mondeling"]),
        "hoedanigheid": chance.choice(["client", "medewerker", ""]),
        "soort": chance.choice(["klacht", "fout", "ongeval", "bijna_ongeval"]),
        "uiting": chance.choice(["direct", "indirect", ""]),
        "onderwerpen": tuple(chance.sample(["kwaliteit", "gedrag", "handelen"], chance.randrange(3))),
        "oorzaak": chance.choice(["planning", "planning", "gedrag", "techniek", ""]),
        "gegrondheid": chance.choice(UITSPRAKEN),
        "onderdelen": tuple(Onderdeel("", chance.choice(UITSPRAKEN)) for _ in range(chance.randrange(3))),
    }


def _close(chance: random.Random, happens: Callable[..., date]) -> None:
    after = chance.randrange(120)
    for _again in range(chance.choice([0, 1, 1, 1, 1, 2, 3])):
        velden = {"overeenstemming": chance.choice(["ja", "nee"])}
        gronden = {"gronden": " ".join(chance.sample(GRONDEN, chance.randrange(3)))}
        soort = chance.choice(CLOSINGS)
        happens(soort, after, **(gronden if soort == "niet_in_behandeling" else velden))
        if chance.random() < 0.2:
            break
        after += chance.randrange(400)
        happens("heropend" if soort != "niet_in_behandeling" else "alsnog_in_behandeling", after)
        after += chance.randrange(60)


def _go_on(chance: random.Random, happens: Callable[..., date]) -> None:
    if chance.random() < 0.2:
        after = chance.randrange(200)
        happens("bezwaar_ontvangen", after)
        if chance.random() < 0.7:
            happens("bezwaar_uitspraak_verzonden", after + 30, uitkomst=chance.choice(UITSPRAKEN))
        elif chance.random() < 0.5:
            happens("bezwaar_ingetrokken", after + 10)
    for number in range(chance.randrange(3)):
        after = chance.randrange(200)
        happens("verbetermaatregel_vastgesteld", after, ref=f"M{number}")
        if chance.random() < 0.7:
            uitkomst = chance.choice(["effectief", "deels", "niet"])
            happens("verbetermaatregel_geevalueerd", after + 60 + number, ref=f"M{number}", uitkomst=uitkomst)
    if chance.random() < 0.4:
        happens(
            "tevredenheidscheck", chance.randrange(100), uitkomst=chance.choice(["tevreden", "niet_tevreden"])
        )


def as_feiten(plain: Plain) -> DossierFeiten:
    return DossierFeiten(
        tuple(
            Gebeurtenis(
                soort,
                day,
                ref=velden.get("ref"),
                termijn=velden.get("termijn"),
                tot=date.fromisoformat(velden["tot"]) if "tot" in velden else None,
                reden=velden.get("reden"),
                velden=velden,
            )
            for day, soort, velden in plain.events
        )
    )


@pytest.fixture(scope="module")
def plains() -> list[Plain]:
    chance = random.Random(20260101)
    return [invent(chance) for _ in range(5000)]


@pytest.fixture(scope="module")
def view(plains: list[Plain]) -> OverzichtView:
    deriver = Deriver(reglement("tien_voor_taal"))
    records = tuple(
        deriver.derive(
            Nummer(2023, number, 1, date(2023, 1, 1)),
            as_feiten(plain),
            Keuzes(**plain.keuzes),  # type: ignore[arg-type]
        )
        for number, plain in enumerate(plains, start=1)
    )
    bron = Bron(records, labels("tien_voor_taal"), Periode(date(2026, 1, 1), TODAY, TODAY))
    return assemble(bron, kantoor="", reglement="", drempel=3)


@dataclass
class Walked:
    """A dossier as the second count sees it in one year, from the days on which it was open."""

    plain: Plain
    begin: bool
    came_in: date | None
    closed: tuple[date, str] | None
    since: date | None


def walk(plain: Plain, year: int) -> Walked:
    """Go through the days: a dossier opens when it comes in or is opened again, and closes at the first closing."""
    last = date(year, 12, 31)
    opened: list[date] = []
    closed: tuple[date, str] | None = None
    open_days: set[date] = set()
    is_open = False
    since: date | None = None
    first = plain.days_of("melding_ontvangen", "ontvangen")
    # What never came in is taken to have come in when it was made, in January 2023, or when it was closed before that.
    start = first[0] if first else date(2023, 1, 1)
    start = min([start, *plain.days_of(*CLOSINGS, "heropend", "alsnog_in_behandeling")[:1]])
    happened = [(start, "in"), *((day, soort) for day, soort, _velden in plain.events)]
    for day, soort in happened:
        if day > last:
            break
        if (soort == "in" or soort in {"heropend", "alsnog_in_behandeling"}) and not is_open:
            is_open, since, closed = True, day, None
            opened.append(day)
        elif soort in CLOSINGS and is_open and since is not None:
            is_open, closed = False, (day, soort)
            open_days |= {since + timedelta(days=item) for item in range((day - since).days)}
    if is_open and since is not None:
        open_days |= {since + timedelta(days=item) for item in range((last - since).days + 1)}
    begin = date(year - 1, 12, 31) in open_days
    of_year = [day for day in opened if day.year == year]
    came_in = of_year[0] if of_year and not begin else None
    took_part = begin or came_in is not None
    return Walked(plain, begin, came_in, closed if took_part and not is_open else None, since)


@pytest.fixture(scope="module")
def walked(plains: list[Plain]) -> list[list[Walked]]:
    """Return for each year all dossiers as the second count sees them."""
    return [[walk(plain, year) for plain in plains] for year in YEARS]


def rows(view: OverzichtView, tabel: str, place: int) -> dict[str, int]:
    return {
        rij.sleutel: rij.cellen[place].aantal or 0
        for rij in view.tabel(tabel).rijen
        if rij.cellen[place].aantal
    }


@pytest.mark.parametrize("place", range(3))
def test_the_stock(view: OverzichtView, walked: list[list[Walked]], place: int):
    seen = walked[place]
    begin = len([item for item in seen if item.begin])
    came = len([item for item in seen if item.came_in])
    went = len([item for item in seen if item.closed])
    found = view.voorraad[place]
    assert (found.begin.aantal, found.binnengekomen.aantal, found.afgesloten.aantal) == (begin, came, went)
    assert found.eind.aantal == begin + came - went


@pytest.mark.parametrize("place", range(3))
def test_what_came_in(view: OverzichtView, walked: list[list[Walked]], place: int):
    came = [item for item in walked[place] if item.came_in]
    for tabel in ("kanaal", "hoedanigheid", "soort", "uiting"):
        counted = Counter(str(item.plain.keuzes[tabel]) or "onbekend" for item in came)
        assert rows(view, tabel, place) == counted, tabel
    subjects: Counter[str] = Counter()
    for item in came:
        for subject in item.plain.keuzes["onderwerpen"] or ["onbekend"]:  # type: ignore[attr-defined]
            subjects[subject] += 1
    assert rows(view, "onderwerp", place) == subjects
    assert rows(view, "maanden_binnen", place) == Counter(
        str(item.came_in.month) for item in came if item.came_in
    )
    formal = [
        item for item in came if any(day.year <= YEARS[place] for day in item.plain.days_of("ontvangen"))
    ]
    assert rows(view, "aard", place).get("klacht", 0) == len(formal)


@pytest.mark.parametrize("place", range(3))
def test_what_was_closed(view: OverzichtView, walked: list[list[Walked]], place: int):
    went = [(item, *item.closed) for item in walked[place] if item.closed]
    assert rows(view, "afsluiting", place) == Counter(soort for _item, _day, soort in went)
    assert rows(view, "maanden_afgesloten", place) == Counter(str(day.month) for _item, day, _soort in went)
    for tabel, key in (("uitkomst", "gegrondheid"), ("oorzaak", "oorzaak")):
        counted = Counter(str(item.plain.keuzes[key]) or "onbekend" for item, _day, _soort in went)
        assert rows(view, tabel, place) == counted, tabel
    parts = Counter(
        part.gegrondheid or "onbekend"
        for item, _day, _soort in went
        for part in item.plain.keuzes["onderdelen"]  # type: ignore[attr-defined]
    )
    assert rows(view, "onderdeel", place) == parts
    agreed = Counter(
        ([text for _day, text in item.plain.said("afgehandeld", "overeenstemming")] or ["onbekend"])[-1]
        for item, _day, _soort in went
    )
    assert rows(view, "overeenstemming", place) == agreed
    asked = Counter(
        ([text for _day, text in item.plain.said("tevredenheidscheck", "uitkomst")] or ["onbekend"])[-1]
        for item, _day, _soort in went
    )
    assert rows(view, "tevredenheid", place) == asked


@pytest.mark.parametrize("place", range(3))
def test_how_long_it_took_and_on_what_grounds(view: OverzichtView, walked: list[list[Walked]], place: int):
    went = [(item, *item.closed) for item in walked[place] if item.closed]
    taken = [(day - item.since).days for item, day, _soort in went if item.since]
    duur = view.doorlooptijd[place]
    assert duur.mediaan.waarde == median(taken)
    # The lowest value that nine in ten do not exceed, found by trying them all.
    assert duur.p90.waarde == min(
        value for value in taken if 10 * sum(t <= value for t in taken) >= 9 * len(taken)
    )
    refused: Counter[str] = Counter()
    for item, _day, soort in went:
        if soort == "niet_in_behandeling":
            refused.update(item.plain.said(soort, "gronden")[-1][1].split() or ["onbekend"])
    assert rows(view, "grond", place) == refused


@pytest.mark.parametrize("place", range(3))
def test_what_came_of_it(view: OverzichtView, plains: list[Plain], place: int):
    year = YEARS[place]
    received = [day for plain in plains for day in plain.days_of("bezwaar_ontvangen") if day.year == year]
    assert rows(view, "bezwaar", place).get("ontvangen", 0) == len(received)
    decided = Counter(
        text or "onbekend"
        for plain in plains
        for day, text in plain.said("bezwaar_uitspraak_verzonden", "uitkomst")
        if day.year == year
    )
    decided["ingetrokken"] = sum(
        day.year == year for plain in plains for day in plain.days_of("bezwaar_ingetrokken")
    )
    assert rows(view, "bezwaar_uitkomst", place) == +decided
    judged = Counter(
        text
        for plain in plains
        for day, text in plain.said("verbetermaatregel_geevalueerd", "uitkomst")
        if day.year == year
    )
    assert rows(view, "maatregel_uitkomst", place) == judged
    begun = [
        day for plain in plains for day in plain.days_of("verbetermaatregel_vastgesteld") if day.year == year
    ]
    assert rows(view, "maatregel", place)["verbetermaatregel.besloten"] == len(begun)


def _runs(
    plain: Plain, length: int, met_by: str, termijn: str
) -> Iterator[tuple[date, date, date | None, bool, bool]]:
    """Yield the one run of a termijn that starts with the receipt: start, end, decided on, met, extended.

    It lapses when the dossier is closed in the ronde of its receipt and nothing opened it again later.
    """
    starts = plain.days_of("ontvangen")
    if not starts:
        return
    start = starts[0]
    position = next(place for place, item in enumerate(plain.events) if item[1] == "ontvangen")
    before = [soort for _day, soort, _velden in plain.events[:position]]
    if {"afgehandeld", "ingetrokken", "direct_opgelost"} & set(before) and "heropend" not in before:
        return
    end, extended = start + timedelta(days=length), False
    for place, (_day, soort, velden) in enumerate(plain.events):
        if soort == "verdaagd" and velden["termijn"] == termijn and place > position:
            end, extended = date.fromisoformat(velden["tot"]), True
    met = [day for day in plain.days_of(*met_by.split()) if day >= start]
    reopened = [place for place, item in enumerate(plain.events) if item[1] == "heropend"]
    lapsing = LAPSES[termijn]
    lapsed = [
        day
        for place, (day, soort, _velden) in enumerate(plain.events)
        if soort in lapsing
        and day >= start
        and place > (reopened[-1] if reopened and soort in CLOSINGS else -1)
    ]
    if met and (not lapsed or met[0] <= lapsed[0]):
        yield start, end, met[0], True, extended
    else:
        yield start, end, lapsed[0] if lapsed else None, False, extended


LAPSES = {
    "ontvangstbevestiging": {"afgehandeld", "ingetrokken", "direct_opgelost"},
    "oordeel": {"afgehandeld", "ingetrokken", "direct_opgelost", "niet_in_behandeling"},
}


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize(
    ("termijn", "length", "met_by"),
    [("ontvangstbevestiging", 14, "ontvangstbevestiging_verzonden"), ("oordeel", 42, "oordeel_verzonden")],
)
def test_the_termijnen(
    view: OverzichtView, plains: list[Plain], termijn: str, length: int, met_by: str, place: int
):
    year = YEARS[place]
    last = date(year, 12, 31)
    counted: Counter[str] = Counter()
    taken: list[int] = []
    for plain in plains:
        for start, end, decided, met, extended in _runs(plain, length, met_by, termijn):
            in_time = decided is not None and decided <= end
            day = decided if in_time and decided is not None else end + timedelta(days=1)
            if day > last:
                counted["loopt"] += start <= last
            elif day.year == year:
                outcome = "te_laat" if not in_time else "gehaald" if met else "vervallen"
                counted.update(["afgelopen", outcome] + ["verdaagd"] * extended)
                if met and decided is not None and outcome != "vervallen":
                    taken.append((decided - start).days)
    (rij,) = [item for item in view.termijnen if item.sleutel == f"tien_voor_taal.{termijn}"]
    found = rij.perioden[place]
    for name in ("afgelopen", "gehaald", "te_laat", "vervallen", "verdaagd", "loopt"):
        assert getattr(found, name).aantal == counted[name], name
    assert found.mediaan.waarde == median(taken)
    assert found.op_tijd.waarde == 100 * counted["gehaald"] / (counted["gehaald"] + counted["te_laat"])
