"""The bare program: the counts of a year, and the termijnen of its two reglementen, each with its rule in the code."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from benchmarks.kale_rijen import SLUITEND, Voorval, add_months, add_werkdagen, day_number


class TermijnTelling:
    """What became of one termijn in one year."""

    def __init__(self) -> None:
        self.aantallen: Counter[str] = Counter()
        self.dagen: list[int] = []


class Jaar:
    """The counts of one year."""

    def __init__(self, jaar: int) -> None:
        self.van, self.tot = date(jaar, 1, 1).toordinal(), date(jaar, 12, 31).toordinal()
        self.begin = self.binnen = self.dicht = 0
        self.rijen: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.onderwerpen = self.gronden = 0
        self.doorlooptijden: list[int] = []
        self.termijnen: defaultdict[str, TermijnTelling] = defaultdict(TermijnTelling)

    def holds(self, dag: int | None) -> bool:
        """Tell whether a day falls in this year."""
        return dag is not None and self.van <= dag <= self.tot


def count_klassewerk(jaren: Sequence[Jaar], happened: dict[str, list[Voorval]]) -> None:
    """Count the termijnen of a dossier under the Klachtenprocedure Klassewerk."""
    if "doorgezonden" in happened:
        start = happened["doorgezonden"][0][0]
        met, lapsed = _first(happened, ("contact_klager",), start), _closing(happened, SLUITEND[:3], start)
        _count_run(jaren, "klassewerk.telefonisch_contact", (start, add_werkdagen(start, 2)), met, lapsed)
    if "bezwaar_ontvangen" in happened:
        start = happened["bezwaar_ontvangen"][0][0]
        met = _first(happened, ("bezwaar_uitspraak_verzonden",), start)
        lapsed = _first(happened, ("bezwaar_ingetrokken",), start)
        _count_run(jaren, "klassewerk.uitspraak_bezwaar", (start, add_months(start, 1)), met, lapsed)


def count_tien_voor_taal(jaren: Sequence[Jaar], happened: dict[str, list[Voorval]]) -> None:
    """Count the termijnen of a dossier under the Klachtenreglement 10 voor Taal."""
    if "ontvangen" in happened:
        start = happened["ontvangen"][0][0]
        closed = _closing(happened, SLUITEND[:3], start)
        met = _first(happened, ("ontvangstbevestiging_verzonden",), start)
        _count_run(jaren, "tien_voor_taal.ontvangstbevestiging", (start, start + 14), met, closed)
        judged = ("bericht_afhandeling_verzonden", "niet_in_behandeling", "oordeel_verzonden")
        met = _first(happened, judged, start)
        _count_run(jaren, "tien_voor_taal.bericht_afhandeling", (start, start + 28), met, closed)
        verdaagd = happened.get("verdaagd")
        einde = day_number(verdaagd[-1][1] or "") if verdaagd else start + 42
        met, refused = _first(happened, judged[2:], start), _closing(happened, SLUITEND, start)
        extended = verdaagd is not None
        _count_run(jaren, "tien_voor_taal.oordeel", (start, einde), met, refused, verdaagd=extended)
    for start, _aard, ref in happened.get("verbetermaatregel_vastgesteld", ()):
        judged_on = [
            dag
            for dag, _how, of in happened.get("verbetermaatregel_geevalueerd", ())
            if of == ref and dag >= start
        ]
        met = judged_on[0] if judged_on else None
        _count_run(jaren, "tien_voor_taal.evaluatie_maatregel", (start, add_months(start, 3)), met, None)


def _first(happened: dict[str, list[Voorval]], soorten: Iterable[str], since: int) -> int | None:
    days = [dag for soort in soorten if soort in happened for dag, _c, _r in happened[soort] if dag >= since]
    return min(days, default=None)


def _closing(happened: dict[str, list[Voorval]], soorten: Iterable[str], since: int) -> int | None:
    """Return the day of the first closing that was not undone by opening the dossier again."""
    reopened = happened.get("heropend")
    return _first(happened, soorten, max(since, reopened[-1][0]) if reopened else since)


def _count_run(
    jaren: Sequence[Jaar],
    naam: str,
    days: tuple[int, int],
    met: int | None,
    lapsed: int | None,
    *,
    verdaagd: bool = False,
) -> None:
    """Count one run of a termijn, from its first to its last day, in the year in which it was decided or late."""
    start, einde = days
    in_time = met is not None and (lapsed is None or met <= lapsed)
    decided = met if in_time else lapsed
    late = decided is None or decided > einde
    ended = einde + 1 if late or decided is None else decided
    if ended < jaren[-1].van:
        return
    for period in jaren:
        if start > period.tot or ended < period.van:
            continue
        telling = period.termijnen[naam]
        if ended > period.tot:
            telling.aantallen["loopt"] += 1
            continue
        telling.aantallen["te_laat" if late else "gehaald" if in_time else "vervallen"] += 1
        telling.aantallen["verdaagd"] += verdaagd
        if in_time and met is not None:
            telling.dagen.append(met - start)
