"""The fields of a letter that are about the klacht: what it says, what was done with it, and what came of it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.brieven.aanhef import naam_in_zin
from klachtdesk.brieven.waarden import Opsomming, Tabel, Waarde
from klachtdesk.dutch import capital, dutch_date, in_a_row
from klachtdesk.errors import DocumentError
from klachtdesk.formulieren.catalogus import KANALEN
from klachtdesk.models import Dossier, Gebeurtenis
from klachtdesk.reglement.explanation import in_running_text
from klachtdesk.reglement.invulvelden import INVULVELDEN
from klachtdesk.reglement.procedure_eisen import Situatie, unmet
from klachtdesk.reglement.procedure_kern import ontbreekt
from klachtdesk.reglement.stappen import Grond
from klachtdesk.services.brieven.context import NOT_TYPED, BriefContext, place_of
from klachtdesk.services.desk import Desk
from klachtdesk.services.oordeel_inhoud import oordeel_inhoud
from klachtdesk.services.stappen import PARTIJ_LABELS
from klachtdesk.services.status import klager_of, ontvangen_op
from klachtdesk.views.brief import BriefInvoer
from klachtdesk.views.oordeel import OordeelInhoud

_ASKS_FOR_MORE = "aanvulling_gevraagd"
_OF_THE_KLAGER = re.compile("(?:de|het) (.+) van de klager")
_MACHTIGING = "de machtiging, helemaal ingevuld en door u allebei ondertekend"


def klacht_fields(context: BriefContext) -> dict[str, Waarde]:
    """Return the fields that are about the klacht itself and how it has to be put in."""
    formulier = context.formulier
    labels = {item.sleutel: item.label for item in context.reglement.onderwerpen}
    subjects = (labels[key] for key in formulier.onderwerpen or () if key in labels)
    return {
        "klacht.ontvangen": "ontvangen" in context.voor.posities,
        "klacht.ontvangen_op": ontvangen_op(context.dossier) or "",
        "klacht.omschrijving": formulier.omschrijving or "",
        "klacht.onderwerpen": Opsomming(tuple(subjects)),
        "klacht.product": formulier.product or "",
        "klacht.taal": formulier.taal or "",
        "klacht.overeenkomst": formulier.overeenkomst or "",
        "klacht.gebeurd_op": formulier.datum_gebeurtenis or "",
        "klacht.wens": formulier.wens or "",
        "ontbrekende_gegevens": Opsomming(tuple(_to_the_reader(context, line) for line in _missing(context))),
        **_indiening(context),
    }


def gang_fields(context: BriefContext) -> dict[str, Waarde]:
    """Return the fields that are about what was said and done on the way to an outcome."""
    spoken = context.last("contact_klager", uitkomst="opgelost") or context.last("contact_klager")
    heard = context.invoer.soort == "gehoord"
    received, beroep = context.last("bezwaar_ontvangen"), context.last("beroep_ingesteld")
    claimed = context.last("financiele_vergoeding_gevraagd")
    return {
        "actiepunten": _actiepunten(context),
        "gesprek.datum": "" if spoken is None else spoken.datum,
        "gesprek.met": "" if spoken is None or spoken.persoon is None else naam_in_zin(spoken.persoon.naam),
        "gesprek.verslag": "" if spoken is None else spoken.velden.get("verslag", ""),
        "horen.datum": context.datum if heard else "",
        "horen.verslag": (context.typed("verslag") or NOT_TYPED) if heard else "",
        "bezwaar.ontvangen_op": "" if received is None else received.datum,
        "beroep.datum": "" if beroep is None else beroep.datum,
        "vergoeding.bedrag": "" if claimed is None else _amount(claimed.velden.get("bedrag", "")),
        **_gronden(context),
    }


def oordeel_fields(context: BriefContext) -> dict[str, Waarde]:
    """Return the fields that are about the outcome, and about what the reglement says of it."""
    oordeel, regels = _oordeel(context), context.reglement.oordeel
    final = context.last("oordeel_vastgesteld")
    signed = regels.ondertekening if regels is not None else None
    onderdelen = () if oordeel is None else oordeel.onderdelen
    zinnen: dict[str, str] = {item.sleutel: item.zin for item in context.reglement.mededelingen}
    keys = ("vertrouwelijk", "kosten", "geheimhouding", "rol_betrokkene", "bindend")
    vereist = {item.gebeurtenis for item in context.reglement.bewaartermijn.vereist}
    return {
        "oordeel.datum": "" if final is None else final.datum,
        "oordeel.gegrondheid": "" if oordeel is None else oordeel.gegrondheid,
        "oordeel.onderdelen": Tabel(
            ("Onderdeel van de klacht", "Oordeel"),
            tuple((item.omschrijving or item.onderwerp, item.gegrondheid) for item in onderdelen),
        ),
        "oordeel.aanbevelingen": "" if oordeel is None else oordeel.aanbevelingen,
        "ondertekening.partijen": Opsomming(
            tuple(f"de {item.rol}: {item.naam}" for item in oordeel.partijen) if oordeel is not None else ()
        ),
        "ondertekening.bron": context.source(signed.artikel if signed else None),
        "vervolg.tekst": "" if regels is None else regels.vervolg,
        "tevredenheid.schriftelijk": "tevredenheid_bevestigd" in vereist,
        "stap.bron": context.source(context.stap.artikel if context.stap else None),
        **{f"mededeling.{key}": zinnen.get(key, "") for key in keys},
    }


def _oordeel(context: BriefContext) -> OordeelInhoud | None:
    with suppress(DocumentError):  # the oordeel is not complete yet
        return oordeel_inhoud(context.session, context.dossier, context.datum)
    return None


def proposed_velden(session: Session, desk: Desk, dossier: Dossier, soort: str) -> dict[str, str]:
    """Return what the fields of a gebeurtenis begin with: where it asks for what is missing, that, a line each."""
    if soort != _ASKS_FOR_MORE:
        return {}
    invoer = BriefInvoer(soort, "", "")
    context = BriefContext(session, dossier, invoer, desk.klok.vandaag(), "klager")
    return {"velden": "\n".join(_missing(context))}


def _missing(context: BriefContext) -> Iterator[str]:
    """Yield what the klager is asked for: as typed, a line each, else what the reglement asks and is not there."""
    if typed := context.typed("velden"):
        yield from (line.strip(" -•\t") for line in typed.splitlines() if line.strip(" -•\t"))
        return
    situatie = Situatie(context.reglement, context.voor, context.datum)
    yield from (INVULVELDEN[key] for key in ontbreekt(situatie))
    eisen = (
        (eis, stap) for stap in context.reglement.stappen for eis in stap.eisen if "gemachtigde" in eis.elk
    )
    if any(reden for eis, stap in eisen for reden in unmet(eis, stap, situatie)):
        yield _MACHTIGING


def _to_the_reader(context: BriefContext, missing: str) -> str:
    """Return what is missing as its reader would say it: "uw adres", not "het adres van de klager"."""
    found = _OF_THE_KLAGER.fullmatch(missing)
    return missing if found is None or context.lezer is not klager_of(context.dossier) else f"uw {found[1]}"


def _indiening(context: BriefContext) -> dict[str, Waarde]:
    """Return how the klacht has to be put in; or the bezwaar, once the klacht was and the reglement knows bezwaar."""
    stap = context.reglement.stap_bij_gebeurtenis.get("bezwaar_ontvangen")
    bezwaar = "ontvangen" in context.voor.posities and stap is not None
    if bezwaar and stap is not None:
        kanalen, artikel = stap.kanalen, stap.artikel
    elif context.reglement.indiening is not None:
        kanalen, artikel = context.reglement.indiening.kanalen, context.reglement.indiening.artikel
    else:
        kanalen, artikel = (), None
    labels = [item.label for item in KANALEN if item.sleutel in kanalen]
    ways = [f"{label[0].lower()}{label[1:]}" for label in labels]
    return {
        "indiening.bezwaar": bezwaar,
        "indiening.kanalen": in_a_row(ways, "of"),
        "indiening.bron": context.source(artikel),
    }


def _actiepunten(context: BriefContext) -> Waarde:
    """Return what was decided to be done: before when, or that it is done."""
    done = {item.ref: item.datum for item in context.voorvallen if item.soort == "actiepunt_gereed"}
    rows = tuple(
        (item.velden.get("omschrijving", ""), _planned(item, done.get(item.ref)))
        for item in context.voorvallen
        if item.soort == "actiepunt_vastgesteld"
    )
    return Tabel(("Wat wij doen", "Wanneer"), rows) if rows else ""


def _planned(item: Gebeurtenis, done: date | None) -> str:
    if done is not None:
        return f"gedaan op {dutch_date(done)}"
    last = item.velden.get("uiterlijk")
    return f"uiterlijk {dutch_date(date.fromisoformat(last))}" if last else ""


def _amount(bedrag: str) -> str:
    """Return a bedrag as a letter writes it; what is more than a number stays as it was typed."""
    return f"€ {bedrag}" if re.fullmatch(r"[\d.]+(,(\d\d|-))?", bedrag) else bedrag


def _gronden(context: BriefContext) -> dict[str, Waarde]:
    """Return on which gronden the klacht is not handled, each with its words and where those stand."""
    stap = context.stap if context.invoer.soort == "niet_in_behandeling" else None
    keys = context.typed("gronden").split()
    chosen = [grond for grond in (stap.gronden if stap else ()) if grond.sleutel in keys]
    return {
        "gronden": Opsomming(tuple(map(_in_words, chosen)) or ((NOT_TYPED,) if stap else ())),
        "gronden.toelichting": context.typed("toelichting") if stap else "",
        "gronden.tijdelijk": bool(chosen) and all(grond.tijdelijk for grond in chosen),
        "gronden.beslist_door": _decided_by(context, chosen),
    }


def _decided_by(context: BriefContext, gronden: list[Grond]) -> str:
    """Return who decided on these gronden, where the reglement says who does: by name once that was typed."""
    deciders = [grond.beslist_door for grond in gronden if grond.beslist_door]
    return (context.typed("door") or PARTIJ_LABELS[deciders[0]]) if deciders else ""


def _in_words(grond: Grond) -> str:
    """Return a grond in plain words, then in those of the reglement."""
    label = f"{capital(grond.label)}."
    words = " […] ".join(text.strip().removesuffix(".") for text in grond.citaat)
    place = in_running_text(place_of(grond.artikel))
    literal = f"In {place} staat het zo: “{words}”." if grond.artikel else ""
    return " ".join(filter(None, (label, literal, grond.uitzondering)))
