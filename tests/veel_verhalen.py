"""What may have happened in one of many klachten, by chance: for benchmarks, where nobody reads it but all must count.

One of Klassewerk goes by telephone and may come to a bezwaar; one of 10 voor Taal is put in writing, and may be
extended, refused, opened again or lead to maatregelen.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

GRONDEN = ("reeds_behandeld", "langer_dan_een_jaar", "bezwaar_mogelijk")
UITSPRAKEN = ("gegrond", "deels_gegrond", "ongegrond")


@dataclass(frozen=True, slots=True)
class Voorval:
    """Something that happened, in the order in which it was recorded."""

    soort: str
    dag: date
    velden: Mapping[str, str] = field(default_factory=dict)
    ref: str | None = None


class Verloop:
    """What happens in one dossier; days are counted from the day on which it came in."""

    def __init__(self, chance: random.Random, begin: date) -> None:
        self.chance, self.begin = chance, begin
        self.voorvallen: list[Voorval] = []

    def then(self, soort: str, after: int, ref: str | None = None, **velden: str) -> None:
        """Let something happen so many days after it came in."""
        self.voorvallen.append(Voorval(soort, self.begin + timedelta(days=after), velden, ref))

    def luck(self, part: float) -> bool:
        """Tell whether something happens that happens in this part of all klachten."""
        return self.chance.random() < part

    def some(self, low: int, high: int) -> int:
        """Return a number of days."""
        return self.chance.randint(low, high)


def invent(chance: random.Random, reglement: str, begin: date, today: date) -> Iterator[Voorval]:
    """Yield what happened up to today in a klacht under one of `VERLOPEN` that came in on this day."""
    verloop = Verloop(chance, begin)
    VERLOPEN[reglement](verloop)
    return (item for item in verloop.voorvallen if item.dag <= today)


def _klassewerk(verloop: Verloop) -> None:
    verloop.then("ontvangen", 0, kanaal=verloop.chance.choice(["telefoon", "mondeling", "email"]))
    verloop.then("notitie", 0, tekst="De klager is vanmiddag niet bereikbaar.")
    if verloop.luck(0.1):
        verloop.then("direct_opgelost", 0, oplossing="Het materiaal is nagestuurd.")
        return
    verloop.then("doorgezonden", 0)
    called = verloop.some(0, 5)
    if verloop.luck(0.2):
        verloop.then(
            "contact_klager", called, kanaal="telefoon", uitkomst="niet_bereikt", verslag="Voicemail."
        )
        called += verloop.some(1, 3)
    verloop.then(
        "contact_klager", called, kanaal="telefoon", uitkomst="niet_opgelost", verslag="Zij is het oneens."
    )
    if verloop.luck(0.04):
        verloop.then("ingetrokken", called + 3, reden="Het hoeft niet meer.")
        return
    judged = called + verloop.some(7, 45)
    verloop.then("oordeel_vastgesteld", judged)
    verloop.then("oordeel_verzonden", judged)
    closed = judged + verloop.some(14, 35)
    if verloop.luck(0.15):
        closed = max(closed, _bezwaar(verloop, judged + verloop.some(3, 30)) + 7)
    verloop.then("correspondentie_ontvangen", judged + 1)
    if verloop.luck(0.93):
        verloop.then("afgehandeld", closed, oplossing="Excuses.", **_agreement(verloop))
        if verloop.luck(0.4):
            verloop.then("tevredenheid_bevestigd", closed + 5)
        _open_again(verloop, closed)


def _bezwaar(verloop: Verloop, after: int) -> int:
    """Let there be a bezwaar, and sometimes a beroep; return the day of the last of it."""
    verloop.then("bezwaar_ontvangen", after, kanaal="brief")
    if verloop.luck(0.15):
        verloop.then("bezwaar_ingetrokken", after + 8, reden="Het is opgelost.")
        return after + 8
    decided = after + verloop.some(15, 40)
    said = {"uitkomst": verloop.chance.choice(UITSPRAKEN)} if verloop.luck(0.9) else {}
    verloop.then("bezwaar_uitspraak_verzonden", decided, **said)
    return _beroep(verloop, decided, "geschillencommissie") if verloop.luck(0.2) else decided


def _beroep(verloop: Verloop, after: int, instantie: str) -> int:
    """Let the klager go to a body above the office; return the day of the last of it."""
    verloop.then("doorverwezen", after, instantie=instantie)
    verloop.then("beroep_ingesteld", after + 20, instantie=instantie)
    if verloop.luck(0.2):
        return after + 20
    said = verloop.chance.choice(UITSPRAKEN)
    verloop.then("beroep_uitspraak", after + 70, instantie=instantie, bindend="ja", uitkomst=said)
    return after + 70


def _tien_voor_taal(verloop: Verloop) -> None:
    if verloop.luck(0.3):
        verloop.then("melding_ontvangen", 0, kanaal="telefoon")
        verloop.begin += timedelta(days=verloop.some(1, 14))
        if verloop.luck(0.1):
            return  # it was never put in writing
    verloop.then("ontvangen", 0, kanaal=verloop.chance.choice(["email", "brief", "klachtenformulier"]))
    if verloop.luck(0.95):
        verloop.then("ontvangstbevestiging_verzonden", verloop.some(1, 17))
    verloop.then("notitie", 2, tekst="Het dossier van de cursus is opgevraagd.")
    if verloop.luck(0.05):
        _refuse(verloop)
        return
    if verloop.luck(0.9):
        verloop.then("bericht_afhandeling_verzonden", verloop.some(10, 32))
    if verloop.luck(0.04):
        verloop.then("ingetrokken", verloop.some(10, 30), reden="Het hoeft niet meer.")
        return
    _hear_and_judge(verloop)


def _refuse(verloop: Verloop) -> None:
    day = verloop.some(7, 30)
    gronden = " ".join(verloop.chance.sample(GRONDEN, verloop.some(1, 2)))
    verloop.then("niet_in_behandeling", day, gronden=gronden)
    if verloop.luck(0.2):
        verloop.then("alsnog_in_behandeling", day + 30, reden="Er is nieuw bewijs.")
        verloop.then("oordeel_verzonden", day + 60)
        verloop.then("afgehandeld", day + 65, oplossing="Uitleg gegeven.", **_agreement(verloop))


def _hear_and_judge(verloop: Verloop) -> None:
    if verloop.luck(0.75):
        verloop.then("gehoord", verloop.some(8, 20), verslag="De uitnodiging kwam te laat.")
    if verloop.luck(0.15):
        verloop.then("afgezien_van_horen", verloop.some(8, 20), grond="verklaard")
    judged = verloop.some(14, 50)
    if verloop.luck(0.12):
        reden = "Een getuige is pas later bereikbaar."
        tot = verloop.begin + timedelta(days=verloop.some(49, 84))
        verloop.then(
            "verdaagd", 25, termijn="oordeel", tot=tot.isoformat(), reden=reden, grond="complexiteit"
        )
        judged += 25
    verloop.then("oordeel_vastgesteld", judged)
    verloop.then("oordeel_verzonden", judged)
    _decide_on_maatregelen(verloop, judged)
    if verloop.luck(0.8):
        said = verloop.chance.choice(["tevreden", "tevreden", "niet_tevreden", "geen_reactie"])
        verloop.then("tevredenheidscheck", judged + 5, uitkomst=said, kanaal="telefoon")
    if verloop.luck(0.03):
        _beroep(verloop, judged + 10, "college_van_arbitrage")
    if verloop.luck(0.93):
        verloop.then("afgehandeld", judged + 6, oplossing="Nieuw examen.", **_agreement(verloop))
        _open_again(verloop, judged + 6)


def _decide_on_maatregelen(verloop: Verloop, judged: int) -> None:
    if verloop.luck(0.2):
        verloop.then("actiepunt_vastgesteld", judged - 7, ref="A1", omschrijving="Examen opnieuw inplannen.")
        if verloop.luck(0.9):
            verloop.then("actiepunt_gereed", judged, ref="A1")
    for number in range(1, verloop.chance.choice([0, 0, 0, 1, 2]) + 1):
        aard = verloop.chance.choice(["training", "anders"])
        words = {"omschrijving": "Adressen controleren.", "aard": aard}
        verloop.then("verbetermaatregel_vastgesteld", judged, ref=f"M{number}", **words)
        if verloop.luck(0.8):
            works = verloop.chance.choice(["effectief", "deels", "niet"])
            after = judged + verloop.some(60, 110)
            verloop.then("verbetermaatregel_geevalueerd", after, ref=f"M{number}", uitkomst=works)


def _open_again(verloop: Verloop, closed: int) -> None:
    if verloop.luck(0.03):
        again = closed + verloop.some(10, 200)
        verloop.then("heropend", again, reden="De afspraak is niet nagekomen.")
        verloop.then("oordeel_verzonden", again + verloop.some(10, 50))
        verloop.then("afgehandeld", again + 55, oplossing="Alsnog betaald.", **_agreement(verloop))


def _agreement(verloop: Verloop) -> dict[str, str]:
    return {"overeenstemming": verloop.chance.choice(["ja", "nee"])} if verloop.luck(0.7) else {}


VERLOPEN: Mapping[str, Callable[[Verloop], None]] = {
    "klassewerk": _klassewerk,
    "tien_voor_taal": _tien_voor_taal,
}
"""How a klacht goes, by the key of its reglement."""
