"""The bare program: counts its tables over three years, each dossier once.

It is written for one office: its two reglementen, their lists and their termijnen stand in the code. It leaves out what
the figures of the benchmark do not need: a termijn that starts in a later ronde, a correction of a correction, a second
version of a reglement, destroyed dossiers, a copy for outside, the sentences, and the dossiers behind a number.
"""

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from benchmarks.kale_rijen import Dossier, Voorval, add_months, month, onderwerpen_of, read_dossiers
from benchmarks.kale_termijnen import Jaar, count_klassewerk, count_tien_voor_taal

_KLACHTEN_PER_JAAR: Final = 3
"""As many by one oorzaak within a year make it one that comes back."""
_PRODUCTEN: Final = {"gesprekken onder druk": "gesprekken_onder_druk", "examen b1": "examen_b1"}


class Herhaling(NamedTuple):
    """The dossiers of which the klager, and of which the oorzaak came back."""

    klager: set[int]
    oorzaak: set[int]


def count(connection: sqlite3.Connection, jaar: int) -> list[Jaar]:
    """Return the counts of a year and of the two before it."""
    dossiers = read_dossiers(connection)
    jaren = [Jaar(jaar - ago) for ago in range(3)]
    again = Herhaling(_repeated_klagers(dossiers), _repeated_oorzaken(dossiers))
    first = jaren[-1].van
    for dossier in dossiers:
        closed = dossier.tijden[-1][1]
        if closed is None or closed >= first:
            for period in jaren:
                _count_stock(period, dossier, again)
        _count_vervolg(jaren, dossier)
        if dossier.reglement == "klassewerk":
            count_klassewerk(jaren, dossier.voorvallen)
        else:
            count_tien_voor_taal(jaren, dossier.voorvallen)
    return jaren


def _repeated_klagers(dossiers: Sequence[Dossier]) -> set[int]:
    last: dict[object, int] = {}
    found = set()
    for dossier in sorted(dossiers, key=lambda item: (item.tijden[0][0], item.id)):
        binnen = dossier.tijden[0][0]
        for key in dossier.klagers:
            if key in last and binnen <= add_months(last[key], 12):
                found.add(dossier.id)
        last.update(dict.fromkeys(dossier.klagers, binnen))
    return found


def _repeated_oorzaken(dossiers: Iterable[Dossier]) -> set[int]:
    by_oorzaak = defaultdict(list)
    for dossier in dossiers:
        oorzaak = dossier.formulier[7]
        if oorzaak:
            received = dossier.voorvallen.get("ontvangen")
            day = received[0][0] if received else dossier.tijden[0][0]
            by_oorzaak[oorzaak].append((day, dossier.id))
    found = set()
    for same in by_oorzaak.values():
        days = sorted(day for day, _id in same)
        for day, dossier_id in same:
            earlier = bisect_right(days, day)
            if earlier >= _KLACHTEN_PER_JAAR and add_months(days[earlier - _KLACHTEN_PER_JAAR], 12) >= day:
                found.add(dossier_id)
    return found


def _count_stock(period: Jaar, dossier: Dossier, again: Herhaling) -> None:
    """Count a dossier as open at the beginning or as come in, and as closed at the end."""
    begin, came_in, ended = False, 0, None
    for time in dossier.tijden:
        since, until, _how = time
        if since > period.tot:
            break
        if since >= period.van:
            came_in = came_in or since
        elif until is None or until >= period.van:
            begin = True
        ended = time
    if begin:
        period.begin += 1
    elif came_in:
        period.binnen += 1
        _count_in(period, dossier, came_in, again)
    else:
        return
    if ended is not None and ended[1] is not None and ended[1] <= period.tot:
        period.dicht += 1
        period.doorlooptijden.append(ended[1] - ended[0])
        _count_out(period, dossier, ended[1], ended[2])


def _count_in(period: Jaar, dossier: Dossier, came_in: int, again: Herhaling) -> None:
    rijen, happened = period.rijen, dossier.voorvallen
    _id, kanaal, hoedanigheid, soort, uiting, onderwerpen, typed, *_judged = dossier.formulier
    received = happened.get("ontvangen")
    heard = happened.get("melding_ontvangen") or received
    product = " ".join((typed or "").split()).casefold()
    rijen["instroom", "heropend" if dossier.tijden[0][0] < period.van else "nieuw"] += 1
    rijen["reglement", dossier.reglement] += 1
    rijen["aard", "klacht" if received and received[0][0] <= period.tot else "melding"] += 1
    rijen["maanden_binnen", month(came_in)] += 1
    rijen["kanaal", kanaal or (heard and heard[0][1]) or "onbekend"] += 1
    rijen["hoedanigheid", hoedanigheid or "onbekend"] += 1
    rijen["soort", soort or "onbekend"] += 1
    rijen["uiting", uiting or "onbekend"] += 1
    for onderwerp in onderwerpen_of(onderwerpen) or ("onbekend",):
        rijen["onderwerp", onderwerp] += 1
    rijen["product", _PRODUCTEN.get(product, "overig") if product else "onbekend"] += 1
    if dossier.id in again.klager:
        rijen["herhaling", "klager"] += 1
    if dossier.id in again.oorzaak:
        rijen["herhaling", "oorzaak"] += 1


def _count_out(period: Jaar, dossier: Dossier, closed: int, how: str) -> None:
    rijen, happened = period.rijen, dossier.voorvallen
    *_about, oorzaak, gegrondheid, tevredenheid, overeenstemming = dossier.formulier
    informal = happened.get("informele_fase_beeindigd")
    if how == "afgehandeld" and informal and informal[-1][1] == "opgelost":
        how = "informeel"
    rijen["maanden_afgesloten", month(closed)] += 1
    rijen["afsluiting", how] += 1
    if how == "niet_in_behandeling":
        for grond in (happened[how][-1][1] or "onbekend").split():
            rijen["grond", grond] += 1
    rijen["uitkomst", gegrondheid or "onbekend"] += 1
    for of_part in dossier.onderdelen:
        rijen["onderdeel", of_part or "onbekend"] += 1
    rijen["oorzaak", oorzaak or "onbekend"] += 1
    waived = "afgezien_van_horen" in happened
    heard = (
        ("beide" if waived else "gehouden") if "gehoord" in happened else "afgezien" if waived else "onbekend"
    )
    rijen["horen", heard] += 1
    asked = happened.get("tevredenheidscheck")
    satisfied = (
        "tevreden" if "tevredenheid_bevestigd" in happened else asked[-1][1] if asked else tevredenheid
    )
    rijen["tevredenheid", satisfied or "onbekend"] += 1
    agreed = happened["afgehandeld"][-1][1] if "afgehandeld" in happened else None
    if agreed is None and overeenstemming is not None:
        agreed = "ja" if overeenstemming else "nee"
    rijen["overeenstemming", agreed or "onbekend"] += 1


_DECIDED: Final = {
    "bezwaar_uitspraak_verzonden": "bezwaar_uitkomst",
    "beroep_uitspraak": "beroep_uitkomst",
    "bezwaar_ingetrokken": "bezwaar_uitkomst",
    "beroep_ingetrokken": "beroep_uitkomst",
    "doorverwezen": "doorverwezen",
    "beroep_ingesteld": "beroep",
    "verbetermaatregel_geevalueerd": "maatregel_uitkomst",
}
"""The tables that count the events of a kind, by what was counted of each."""
_MAATREGELEN: Final = {
    "actiepunt_vastgesteld": "actiepunt.besloten",
    "actiepunt_gereed": "actiepunt.uitgevoerd",
    "consequenties_vastgesteld": "consequentie.besloten",
    "consequenties_afgehandeld": "consequentie.uitgevoerd",
    "verbetermaatregel_vastgesteld": "verbetermaatregel.besloten",
    "verbetermaatregel_geevalueerd": "verbetermaatregel.uitgevoerd",
}


def _count_vervolg(jaren: Sequence[Jaar], dossier: Dossier) -> None:
    happened = dossier.voorvallen
    for soort in happened.keys() & _VERVOLG:
        for dag, counted, ref in happened[soort]:
            for period in jaren:
                if period.van <= dag <= period.tot and _was_begun(happened, soort, ref):
                    _count_one(period.rijen, soort, counted)
                    if soort in _TRAINING and _is_training(happened, ref):
                        period.rijen["maatregel", _TRAINING[soort]] += 1


_VERVOLG: Final = {"bezwaar_ontvangen", *_DECIDED, *_MAATREGELEN}
_TRAINING: Final = {
    "verbetermaatregel_vastgesteld": "training.besloten",
    "verbetermaatregel_geevalueerd": "training.uitgevoerd",
}
_BEGINS: Final = {
    "bezwaar_uitspraak_verzonden": "bezwaar_ontvangen",
    "bezwaar_ingetrokken": "bezwaar_ontvangen",
    "beroep_uitspraak": "beroep_ingesteld",
    "beroep_ingetrokken": "beroep_ingesteld",
    "actiepunt_gereed": "actiepunt_vastgesteld",
    "consequenties_afgehandeld": "consequenties_vastgesteld",
    "verbetermaatregel_geevalueerd": "verbetermaatregel_vastgesteld",
}


def _count_one(rijen: defaultdict[tuple[str, str], int], soort: str, counted: str | None) -> None:
    if soort == "bezwaar_ontvangen":
        rijen["bezwaar", "ontvangen"] += 1
    if soort in _DECIDED:
        withdrawn = soort.endswith("_ingetrokken")
        rijen[_DECIDED[soort], "ingetrokken" if withdrawn else counted or "onbekend"] += 1
    if soort in _MAATREGELEN:
        rijen["maatregel", _MAATREGELEN[soort]] += 1


def _was_begun(happened: dict[str, list[Voorval]], soort: str, ref: str | None) -> bool:
    """Tell whether what ended had begun: its beginning may have been taken back."""
    begins = _BEGINS.get(soort)
    return begins is None or any(of == ref or ref is None for _dag, _counted, of in happened.get(begins, ()))


def _is_training(happened: dict[str, list[Voorval]], ref: str | None) -> bool:
    decided = happened["verbetermaatregel_vastgesteld"]
    return any(aard == "training" and of == ref for _dag, aard, of in decided)
