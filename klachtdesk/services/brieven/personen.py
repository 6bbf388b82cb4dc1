"""The fields of a letter that are about people: who reads it, whose klacht it is, and who to turn to with questions."""

from collections.abc import Collection

from klachtdesk.brieven.aanhef import naam_in_zin
from klachtdesk.brieven.waarden import Waarde
from klachtdesk.dutch import dutch_postcode, in_a_row
from klachtdesk.models import Persoon
from klachtdesk.reglement.explanation import full_name
from klachtdesk.services.brieven.context import BriefContext
from klachtdesk.services.brieven.machtigingen import gemachtigden, onbevoegden
from klachtdesk.services.formulier_records import person_of
from klachtdesk.services.kantoor.functionarissen import functionarissen_on
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.status import behandelaar_of, betrokkenen_of, klager_of
from klachtdesk.views.kantoorgegevens import FunctionarisView


def persoon_fields(context: BriefContext) -> dict[str, Waarde]:
    """Return the fields that are about people."""
    melder = _melder(context)
    barred = onbevoegden(context.session, context.dossier, context.voorvallen)
    klager = _klager(context, melder, barred)
    for_another = _speaks_for(context, klager, melder) and context.lezer is not melder
    of_another = for_another or (context.lezer is not None and context.lezer.id in barred)
    return {
        "aan.klager": context.rol in {"klager", "melder"},
        "aan.betrokkene": context.rol == "betrokkene",
        "klager.naam": _name(klager),
        "klager.voluit": "" if klager is None else klager.naam or klager.organisatie,
        "klager.organisatie": "" if klager is None or not klager.naam else klager.organisatie,
        "klager.gemachtigde": for_another,
        "klacht.benaming": f"de klacht van {_name(melder)}" if of_another else "uw klacht",
        "melder.naam": _name(melder),
        "betrokkene.namen": in_a_row([_name(item) for item in betrokkenen_of(context.dossier)]),
        "behandelaar.naam": naam_in_zin(behandelaar_of(context.dossier) or ""),
        "bezwaar.beoordelaar": _judge(context),
        **_office(context),
        **_contact(context),
    }


def _name(persoon: Persoon | None) -> str:
    """Return how a sentence speaks of somebody: "mevrouw De Vries"; an organisation by its own name."""
    return "" if persoon is None else naam_in_zin(persoon.naam) if persoon.naam else persoon.organisatie


def _melder(context: BriefContext) -> Persoon | None:
    found = person_of(context.dossier, "melder")
    return None if found is None else found.persoon


def _klager(context: BriefContext, melder: Persoon | None, barred: Collection[int]) -> Persoon | None:
    """Return who acts as klager: the melder, as long as that person has not the machtiging that the reglement asks."""
    klager = klager_of(context.dossier)
    return melder if klager is not None and klager.id in barred else klager


def _speaks_for(context: BriefContext, klager: Persoon | None, melder: Persoon | None) -> bool:
    """Tell whether the klager acts for the melder, by a machtiging."""
    if klager is None or klager is melder:
        return False
    return klager.id in gemachtigden(context.session, context.dossier, context.voorvallen)


def _office(context: BriefContext) -> dict[str, Waarde]:
    kantoor = kantoor_view(context.session)
    place = " ".join(filter(None, (dutch_postcode(kantoor.postcode), kantoor.plaats)))
    return {
        "kantoor.naam": kantoor.naam,
        "kantoor.adres": ", ".join(filter(None, (kantoor.adres, place))),
        "kantoor.email": kantoor.email,
        "kantoor.telefoon": kantoor.telefoon,
        "reglement.naam": context.reglement.naam,
        "reglement.voluit": full_name(context.reglement),
    }


def _contact(context: BriefContext) -> dict[str, Waarde]:
    """Return whom to turn to: who the reglement names for it, else the office itself.

    Not somebody whom the klacht is about: then it is the office as well.
    """
    regel = context.reglement.vragen
    found = None if regel is None else _functionaris(context, regel.functionaris)
    about = {" ".join(item.naam.split()).casefold() for item in betrokkenen_of(context.dossier)}
    if found is None or not found.naam or " ".join(found.naam.split()).casefold() in about:
        kantoor = kantoor_view(context.session)
        reach = _either(kantoor.telefoon, kantoor.email)
        return {"contact.naam": "", "contact.functie": "", "contact.bereikbaar": reach}
    if found.waarnemer:
        kantoor = kantoor_view(context.session)
        named = {
            "contact.naam": naam_in_zin(found.waarnemer),
            "contact.functie": f"waarnemend {_short(found.functie)}",
        }
        return {**named, "contact.bereikbaar": _either(kantoor.telefoon, kantoor.email)}
    return {
        "contact.naam": naam_in_zin(found.naam),
        "contact.functie": _short(found.functie),
        "contact.bereikbaar": _either(found.telefoon, found.email),
    }


def _functionaris(context: BriefContext, sleutel: str) -> FunctionarisView | None:
    found = functionarissen_on(context.session, context.datum, context.reglement.sleutel)
    return next((item for item in found if item.sleutel == sleutel), None)


def _short(functie: str) -> str:
    """Return a functie without what explains it: "klachtenfunctionaris (meestal de directeur)" is the first word."""
    return functie.partition(" (")[0].partition(",")[0]


def _either(*ways: str) -> str:
    return " of ".join(way for way in ways if way.strip())


def _judge(context: BriefContext) -> str:
    """Return who judges the bezwaar: the functionaris of the reglement, or the commissie that was appointed for it."""
    regel = context.reglement.bezwaar
    if regel is None:
        return ""
    if regel.functionaris is not None:
        found = _functionaris(context, regel.functionaris)
        return (
            "" if found is None else ", ".join(filter(None, (naam_in_zin(found.naam), _short(found.functie))))
        )
    appointed = context.last("bezwaar_commissie_benoemd")
    if appointed is None:
        return ""
    people = (
        context.session.get(Persoon, number) for number in map(int, appointed.velden["personen"].split())
    )
    return in_a_row([_name(persoon) for persoon in people if persoon is not None])
