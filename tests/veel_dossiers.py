"""Many dossiers at once, straight into the tables: for benchmarks, where recording them one by one would take hours."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

from sqlalchemy import insert
from veel_verhalen import UITSPRAKEN, VERLOPEN, Voorval, invent

from klachtdesk.models import (
    Betrokkenheid,
    Dossier,
    Formulier,
    Gebeurtenis,
    Klachtonderdeel,
    Persoon,
    Product,
)
from klachtdesk.models.herkenning import naam_sleutel
from klachtdesk.services.desk import Desk
from klachtdesk.services.reglementen import versie_on

Row = dict[str, Any]

_ONDERWERPEN = {
    "klassewerk": ("trainer", "financieel_geschil"),
    "tien_voor_taal": ("kwaliteit", "gedrag", "handelen", "klachtafhandeling"),
}
_HOEDANIGHEDEN = {
    "klassewerk": ("school_leerkracht", "trainee", "opdrachtgever", ""),
    "tien_voor_taal": ("client", "opdrachtgever", "zakelijke_relatie", ""),
}
_PRODUCTEN = {"gesprekken_onder_druk": "Gesprekken onder druk", "examen_b1": "Examen B1"}


def fill_kluis(desk: Desk, aantal: int, first: date, days: int) -> None:
    """Put dossiers into a kluis that has the reglementen of `VERLOPEN`, received over some days from `first` on.

    They are as an office has them: nine in ten closed, some extended, refused, opened again or withdrawn as a mistake,
    one event in fifty recorded wrongly at first, one klager in ten not for the first time.
    """
    chance = random.Random(aantal)
    today = desk.klok.vandaag()
    base = {"vastgelegd_op": desk.klok.nu(), "vastgelegd_door": desk.gebruiker.id}
    received = sorted(first + timedelta(days=chance.randrange(days)) for _ in range(aantal))
    under = [chance.choice(tuple(VERLOPEN)) for _ in range(aantal)]
    numbers = range(1, aantal + 1)
    event_ids = count(1)
    with desk.writing() as session:
        versies = {sleutel: versie_on(session, first, sleutel).id for sleutel in VERLOPEN}
        made = {"aangemaakt_op": desk.klok.nu(), "aangemaakt_door": desk.gebruiker.id}
        dossiers = [
            {
                "id": number,
                "jaar": day.year,
                "volgnummer": number,
                "reglement_versie_id": versies[sleutel],
                **made,
            }
            for number, day, sleutel in zip(numbers, received, under, strict=True)
        ]
        session.execute(insert(Dossier), dossiers)
        session.execute(insert(Product), [{"sleutel": key, "naam": naam} for key, naam in _PRODUCTEN.items()])
        session.execute(insert(Persoon), [_person(number) for number in numbers])
        session.execute(insert(Betrokkenheid), [_part(chance, number) for number in numbers])
        forms = [_form(chance, number, sleutel) for number, sleutel in zip(numbers, under, strict=True)]
        session.execute(insert(Formulier), forms)
        session.execute(insert(Klachtonderdeel), list(_parts(chance, numbers)))
        events = [
            {"dossier_id": number, **row, **base}
            for number, day, sleutel in zip(numbers, received, under, strict=True)
            for row in _recorded(chance, list(invent(chance, sleutel, day, today)), event_ids)
        ]
        session.execute(insert(Gebeurtenis), events)


def _person(number: int) -> Row:
    naam = f"Anneke van der Meulen {number}"
    return {"id": number, "naam": naam, "naam_sleutel": naam_sleutel(naam)}


def _part(chance: random.Random, number: int) -> Row:
    persoon = chance.randint(1, number) if chance.random() < 0.1 else number
    return {"dossier_id": number, "persoon_id": persoon, "rol": "klager", "rij": 1}


def _form(chance: random.Random, number: int, reglement: str) -> Row:
    subjects = _ONDERWERPEN[reglement]
    return {
        "dossier_id": number,
        "kanaal": chance.choice(["telefoon", "email", "brief", "klachtenformulier", None]),
        "hoedanigheid": chance.choice(_HOEDANIGHEDEN[reglement]) or None,
        "soort": chance.choice(["klacht", "klacht", "klacht", "fout", "ongeval", None]),
        "uiting": chance.choice(["direct", "indirect", None]),
        "onderwerpen": chance.sample(subjects, chance.randint(0, 2)) or None,
        "product": chance.choice(
            ["Gesprekken onder druk", "gesprekken  onder druk", "Examen B1", "Iets anders", None]
        ),
        "oorzaak": chance.choice(["planning", "planning", "communicatie", "administratie", "techniek", None]),
        "gegrondheid": chance.choice([*UITSPRAKEN, "geen_oordeel", None]),
        "tevredenheid": chance.choice(["tevreden", None, None]),
        "overeenstemming": chance.choice([True, False, None]),
        "omschrijving": "Wat is afgesproken, is niet gebeurd. " * 10,
        "bevindingen": "De afspraak stond in de offerte. " * 10,
        "conclusies": "De klacht is terecht. " * 10,
    }


def _parts(chance: random.Random, numbers: range) -> Iterator[Row]:
    for number in numbers:
        for rij in range(1, chance.choice([0, 0, 1, 2]) + 1):
            gegrondheid = chance.choice([*UITSPRAKEN, None])
            yield {"dossier_id": number, "rij": rij, "omschrijving": "Onderdeel.", "gegrondheid": gegrondheid}


def _recorded(chance: random.Random, happened: list[Voorval], ids: Iterator[int]) -> Iterator[Row]:
    """Yield the rows of what happened; what was recorded wrongly is replaced or taken back at the end."""
    afterwards: list[Row] = []
    for item in happened:
        right = _row(item, next(ids))
        if chance.random() < 0.02:
            afterwards.append(right | {"vervangt_id": right["id"]})
            yield right | {"datum": item.dag - timedelta(days=1)}
            continue
        yield right
        if chance.random() < 0.002 and item.soort not in {"ontvangen", "afgehandeld"}:
            taken_back = Voorval("correctie", item.dag, {"reden": "Niet gebeurd."})
            afterwards.append(_row(taken_back, 0) | {"vervangt_id": right["id"]})
    if happened and chance.random() < 0.005:
        mark = {"reden": "Dubbel.", "vergissing": "ja"}
        afterwards.append(_row(Voorval("ingetrokken", happened[-1].dag, mark), 0))
    for row in afterwards:
        yield row | {"id": next(ids)}


def _row(item: Voorval, event_id: int) -> Row:
    return {
        "id": event_id,
        "soort": item.soort,
        "datum": item.dag,
        "velden": dict(item.velden),
        "ref": item.ref,
        "vervangt_id": None,
    }
