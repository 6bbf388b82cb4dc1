"""What the office as a whole has to see to: the yearly bespreking, where people were told, the bewaartermijn."""

from collections.abc import Iterator

from klachtdesk.dutch import long_date
from klachtdesk.services.besprekingen.jaartermijnen import read_jaartermijnen
from klachtdesk.services.desk import Desk
from klachtdesk.services.kantoor.bekendmaking import due_bekendmakingen
from klachtdesk.services.kantoor.bewaarkeuze import read_bewaarregels
from klachtdesk.services.overzicht.aanbevelingen import open_aanbevelingen


def kantoor_sentences(desk: Desk) -> tuple[str, ...]:
    """Return what the office has to see to today, in whole sentences."""
    return (*_jaartermijn(desk), *_aanbevelingen(desk), *_bekendmaking(desk), *_bewaartermijn(desk))


def _jaartermijn(desk: Desk) -> Iterator[str]:
    termijnen = read_jaartermijnen(desk)
    for jaar in termijnen:
        if jaar.streefdatum > desk.klok.vandaag() and not jaar.te_laat:
            continue
        late = "had uiterlijk" if jaar.te_laat else "is uiterlijk"
        done = " moeten zijn gehouden" if jaar.te_laat else " aan de beurt"
        source = jaar.artikel if len(termijnen) == 1 else f"{jaar.reglement}, {jaar.artikel}"
        yield f"{jaar.label} {late} {long_date(jaar.einde)}{done} ({source})."


def _aanbevelingen(desk: Desk) -> Iterator[str]:
    late = [
        item.uiterlijk for item in open_aanbevelingen(desk) if item.te_laat and item.uiterlijk is not None
    ]
    if late:
        many = (
            "Een overgenomen aanbeveling is"
            if len(late) == 1
            else f"{len(late)} overgenomen aanbevelingen zijn"
        )
        since = "die had" if len(late) == 1 else "de eerste had"
        day = long_date(min(late))
        yield f"{many} nog niet uitgevoerd: {since} uiterlijk {day} klaar moeten zijn. Kijk bij Overzicht."


def _bekendmaking(desk: Desk) -> Iterator[str]:
    due = due_bekendmakingen(desk)
    if due:
        places = ", ".join(item.waar for item in due)
        yield f"Kijk na of de klachtenprocedure nog goed bekend is gemaakt: {places}."


def _bewaartermijn(desk: Desk) -> Iterator[str]:
    regels = read_bewaarregels(desk)
    for regel in regels:
        if not regel.duur:
            source = regel.artikel if len(regels) == 1 else f"{regel.artikel} van {regel.reglement}"
            yield (
                f"Kies een bewaartermijn, met een motivering: {source} noemt er geen, en zonder keuze kan geen "
                "dossier worden afgesloten."
            )
