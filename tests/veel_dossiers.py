"""Many dossiers at once, straight into the tables: for benchmarks, where recording them one by one would take hours."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert

from klachtdesk.models import Betrokkenheid, Dossier, Formulier, Gebeurtenis, Persoon
from klachtdesk.services.desk import Desk
from klachtdesk.services.reglementen import versie_on

Row = dict[str, Any]


def fill_kluis(desk: Desk, aantal: int, first: date, days: int) -> None:
    """Put dossiers of the main reglement into a kluis, received over some days from `first` on, nine in ten closed.

    Each has eight events at most, as a klacht by mail that was heard, judged and closed has.
    """
    chance = random.Random(aantal)
    base = {"vastgelegd_op": desk.klok.nu(), "vastgelegd_door": desk.gebruiker.id}
    with desk.writing() as session:
        versie = versie_on(session, first)
        made = {
            "reglement_versie_id": versie.id,
            "aangemaakt_op": desk.klok.nu(),
            "aangemaakt_door": desk.gebruiker.id,
        }
        received = sorted(first + timedelta(days=chance.randrange(days)) for _ in range(aantal))
        numbers = range(1, aantal + 1)
        session.execute(
            insert(Dossier),
            [
                {"id": number, "jaar": day.year, "volgnummer": number, **made}
                for number, day in zip(numbers, received, strict=True)
            ],
        )
        session.execute(insert(Persoon), [{"id": number, "naam": f"Klager {number}"} for number in numbers])
        session.execute(
            insert(Betrokkenheid),
            [{"dossier_id": number, "persoon_id": number, "rol": "klager", "rij": 1} for number in numbers],
        )
        session.execute(insert(Formulier), [_form(chance, number) for number in numbers])
        events = [
            {"dossier_id": number, **event, **base}
            for number, day in zip(numbers, received, strict=True)
            for event in _events(chance, day, number)
        ]
        session.execute(insert(Gebeurtenis), events)


def _form(chance: random.Random, number: int) -> Row:
    return {
        "dossier_id": number,
        "kanaal": chance.choice(["email", "brief", "klachtenformulier"]),
        "hoedanigheid": "opdrachtgever",
        "soort": "klacht",
        "uiting": "direct",
        "onderwerpen": chance.sample(["hoogte_factuur", "kwaliteit_dienstverlening"], chance.randint(1, 2)),
        "product": "Gesprekken onder druk",
        "oorzaak": chance.choice(["planning", "communicatie", "administratie"]),
        "gegrondheid": chance.choice(["gegrond", "ongegrond", "deels_gegrond"]),
        "omschrijving": "De factuur is hoger dan de offerte. " * 10,
    }


def _events(chance: random.Random, day: date, number: int) -> Iterator[Row]:
    def event(soort: str, after: int, **velden: str) -> Row:
        return {"soort": soort, "datum": day + timedelta(days=after), "velden": velden, "ref": None}

    yield event("ontvangen", 0, kanaal="email")
    yield event("doorgezonden", 0)
    yield event("betrokkene_ingelicht", 1)
    yield event("gehoord", 8, verslag="De offerte was duidelijk.")
    yield event("oplossingspoging", 13, uitkomst="opgelost", tussenkomst="nee")
    if number % 10 == 0:
        return
    days = chance.randint(14, 40)
    yield event("oordeel_verzonden", days)
    yield event("tevredenheidscheck", days + 3, uitkomst="tevreden", kanaal="telefoon")
    yield event("afgehandeld", days + 4, oplossing="Creditnota.")
