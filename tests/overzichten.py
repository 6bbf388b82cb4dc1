"""Records of dossiers that never were, as many as asked: the same seed gives the same office."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

from klachtdesk.formulieren.catalogus import GEGRONDHEID, KANALEN, TEVREDENHEID
from klachtdesk.overzicht.assembly import Bron
from klachtdesk.overzicht.cijferrecord import Cijferrecord, Maatregel, Rechtsgang, TermijnCijfer, Wending
from klachtdesk.overzicht.labels import Labels, Versie
from klachtdesk.overzicht.perioden import Periode
from klachtdesk.reglement.schema import Termijn
from klachtdesk.services.reglementen import check_reglement, shipped_texts

FIRST_DAY = date(2024, 1, 1)


def labels_of(*reglementen: str) -> Labels:
    """Return what the keys of these reglementen are called."""
    versies = []
    for number, sleutel in enumerate(reglementen, start=1):
        toml, tekst = shipped_texts(sleutel)
        regels = check_reglement(toml, tekst, bestand=f"{sleutel}.toml")
        versies.append(Versie(number, sleutel, FIRST_DAY, regels))
    first = versies[0].reglement
    return Labels(
        tuple(versies), instanties=tuple((item.sleutel, item.naam) for item in first.beroepsinstanties)
    )


def records_of(labels: Labels, count: int, seed: int = 7, years: int = 3) -> tuple[Cijferrecord, ...]:
    """Return dossiers that came in over some years from the first of January 2024 on."""
    random = Random(seed)
    days = sorted(FIRST_DAY + timedelta(days=random.randrange(365 * years)) for _ in range(count))
    numbers: dict[int, int] = {}
    found = []
    for day in days:
        numbers[day.year] = numbers.get(day.year, 0) + 1
        found.append(_record(random, labels, day, numbers[day.year]))
    return tuple(found)


def bron_of(labels: Labels, records: tuple[Cijferrecord, ...], jaar: int) -> Bron:
    """Return what the overview of a year is made from, looked at on the last day of it."""
    last = date(jaar, 12, 31)
    return Bron(records, labels, Periode(date(jaar, 1, 1), last, last))


def _record(random: Random, labels: Labels, day: date, number: int) -> Cijferrecord:
    versie = random.choice(labels.versies)
    regels = versie.reglement
    closed = day + timedelta(days=random.randrange(1, 70)) if random.random() < 0.9 else None
    soort = random.choices(
        ("afgehandeld", "direct_opgelost", "ingetrokken", "niet_in_behandeling"), (6, 2, 1, 1)
    )[0]
    judged = closed is not None and soort == "afgehandeld"
    return Cijferrecord(
        jaar=day.year,
        volgnummer=number,
        reglement=versie.lijn,
        versie=versie.id,
        binnen=day,
        ontvangen=day if random.random() < 0.8 else None,
        wendingen=() if closed is None else (Wending(closed, soort),),
        termijnen=tuple(_termijnen(random, regels.termijnen, day, closed)),
        kanaal=random.choice(KANALEN).sleutel,
        hoedanigheid=random.choice(regels.hoedanigheden).sleutel if regels.hoedanigheden else "",
        soort="klacht",
        uiting="direct",
        onderwerpen=tuple(
            {random.choice(regels.onderwerpen).sleutel for _ in range(random.randrange(3))}
            if regels.onderwerpen
            else ()
        ),
        oorzaak=random.choice(regels.oorzaken).sleutel if judged else "",
        gegrondheid=random.choice(GEGRONDHEID).sleutel if judged else "",
        tevredenheid=random.choice(TEVREDENHEID).sleutel if judged and random.random() < 0.6 else "",
        overeenstemming=random.choice(("ja", "nee", "")) if judged else "",
        gehoord=judged and random.random() < 0.8,
        bezwaren=(Rechtsgang(closed, "", closed, "ongegrond"),) if closed and random.random() < 0.08 else (),
        maatregelen=tuple(_maatregelen(random, closed)) if judged and closed else (),
        herhaalde_klager=random.random() < 0.05,
    )


def _termijnen(
    random: Random, termijnen: Iterable[Termijn], day: date, closed: date | None
) -> Iterator[TermijnCijfer]:
    for termijn in termijnen:
        if termijn.voor == "kantoor" and random.random() < 0.7:
            einde = day + timedelta(days=28)
            met = day + timedelta(days=random.randrange(1, 40))
            if closed is not None and met <= closed:
                yield TermijnCijfer(termijn.sleutel, day, einde, met, gehaald=True)
            else:
                yield TermijnCijfer(termijn.sleutel, day, einde, closed, gehaald=False)


def _maatregelen(random: Random, closed: date) -> Iterator[Maatregel]:
    if random.random() < 0.3:
        yield Maatregel(
            "verbetermaatregel", closed, "", closed, closed, random.choice(("effectief", "deels", "niet"))
        )
