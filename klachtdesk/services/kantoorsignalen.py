"""What the office as a whole has to see to: the yearly bespreking, where people were told, the bewaartermijn."""

from collections.abc import Iterator

from klachtdesk.reglement.kalender import in_words
from klachtdesk.services.bekendmaking import due_bekendmakingen
from klachtdesk.services.besprekingen import read_jaartermijn
from klachtdesk.services.bewaarkeuze import bewaartermijn_chosen
from klachtdesk.services.desk import Desk
from klachtdesk.services.reglementen import reglement_of, versie_on


def kantoor_sentences(desk: Desk) -> tuple[str, ...]:
    """Return what the office has to see to today, in whole sentences."""
    return (*_jaartermijn(desk), *_bekendmaking(desk), *_bewaartermijn(desk))


def _jaartermijn(desk: Desk) -> Iterator[str]:
    jaar = read_jaartermijn(desk)
    if jaar is None or (jaar.streefdatum > desk.klok.vandaag() and not jaar.te_laat):
        return
    late = "had uiterlijk" if jaar.te_laat else "is uiterlijk"
    done = " moeten zijn gehouden" if jaar.te_laat else " aan de beurt"
    yield f"{jaar.label} {late} {in_words(jaar.einde)}{done} ({jaar.artikel})."


def _bekendmaking(desk: Desk) -> Iterator[str]:
    due = due_bekendmakingen(desk)
    if due:
        places = ", ".join(item.waar for item in due)
        yield f"Kijk na of de klachtenprocedure nog goed bekend is gemaakt: {places}."


def _bewaartermijn(desk: Desk) -> Iterator[str]:
    with desk.reading() as session:
        versie = versie_on(session, desk.klok.vandaag())
        rule = reglement_of(versie).bewaartermijn
        if rule.duur is None and not bewaartermijn_chosen(session, versie):
            yield (
                f"Kies een bewaartermijn, met een motivering: {rule.vindplaats} noemt er geen, en zonder keuze "
                "kan geen dossier worden afgesloten."
            )
