"""Keeps those with a part in a klacht from judging it: who can't be behandelaar, beoordelaar and so on, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klachtdesk.errors import NotAllowed
from klachtdesk.reglement.parts import PRAKTIJK_CLAUSULE, PracticeOrRule
from klachtdesk.reglement.procedure_redenen import Reden, reden

if TYPE_CHECKING:
    from klachtdesk.reglement.dossier import DossierFeiten
    from klachtdesk.reglement.schema import Functionaris, Reglement
    from klachtdesk.reglement.stappen import Functie

_CAN_NOT = {
    "behandelaar": "Een betrokkene kan de klacht niet behandelen.",
    "invuller": "Een betrokkene kan het intern klachtenformulier niet invullen.",
    "beoordelaar": "Een betrokkene kan het bezwaar niet beoordelen.",
    "bemiddelaar": "Een betrokkene kan niet bemiddelen.",
}
_ALONE = {
    "behandelaar": "Een betrokkene kan de klacht niet behandelen; laat iemand van buiten het kantoor dat doen.",
    "invuller": "",
    "beoordelaar": "Een betrokkene kan het bezwaar niet beoordelen; laat iemand van buiten het kantoor dat doen.",
    "bemiddelaar": "Een betrokkene kan niet bemiddelen; laat iemand van buiten het kantoor dat doen.",
}
_COMPLAINS = {
    "behandelaar": "Wie de klacht meldt of indient, kan die niet behandelen.",
    "beoordelaar": "Wie de klacht meldt of indient, kan het bezwaar niet beoordelen.",
    "bemiddelaar": "Wie de klacht meldt of indient, kan niet bemiddelen.",
}
_PRAKTIJK = PracticeOrRule(clausule=(PRAKTIJK_CLAUSULE,))
_OF_AFDELING = "Wie op de betrokken afdeling werkt, kan het bezwaar niet beoordelen."
_WAS_BEHANDELAAR = "Wie de klacht behandelde, kan het bezwaar niet beoordelen."
_HINT = "Kies iemand die niets met de klacht te maken heeft."


@dataclass(frozen=True, slots=True)
class Belemmering:
    """That somebody with a functie in the dossier can't have it: their key, the functie, and why."""

    persoon: str
    functie: Functie
    reden: Reden


def behandelaar_of(feiten: DossierFeiten) -> str | None:
    """Return the key of who handles the klacht: last appointed, else named as such, else to whom it was passed on."""
    appointed = _persons_of(feiten, "toegewezen")
    named = [persoon.sleutel for persoon in feiten.personen if persoon.rol == "behandelaar"]
    passed_on = _persons_of(feiten, "doorgezonden")
    return next((found[-1] for found in (appointed, named, passed_on) if found), None)


def beoordelaars_of(feiten: DossierFeiten) -> tuple[str, ...]:
    """Return the keys of who judge the bezwaar that came last: those appointed for it, and those named as such."""
    named = [persoon.sleutel for persoon in feiten.personen if persoon.rol == "beoordelaar"]
    appointed = [
        feiten.gebeurtenissen[position].waarde("personen").split()
        for position in feiten.posities.get("bezwaar_commissie_benoemd", ())
        if position > feiten.posities.get("bezwaar_ontvangen", (-1,))[-1]
    ]
    return tuple(dict.fromkeys([*(appointed[-1] if appointed else ()), *named]))


def bemiddelaar_of(feiten: DossierFeiten) -> str | None:
    """Return the key of who mediates in the informele fase, for as long as that lasts."""
    started = feiten.posities.get("informele_fase_gestart", (-1,))[-1]
    ended = feiten.posities.get("informele_fase_beeindigd", (-1,))[-1]
    return feiten.gebeurtenissen[started].persoon if started > ended else None


def belemmering(
    reglement: Reglement, feiten: DossierFeiten, persoon: str, functie: Functie
) -> Belemmering | None:
    """Return why somebody can't have a functie in this dossier, or None when they can.

    Where one person does everything and is the betrokkene, they may register the klacht and fill in the forms, but the
    oordeel has to come from outside.
    """
    rests_on, why = getattr(reglement.onafhankelijkheid, functie), ""
    if rests_on is None and functie == "bemiddelaar":
        return None
    if persoon in _betrokkenen(feiten):
        why = (_ALONE if feiten.eenmanskantoor else _CAN_NOT)[functie]
    elif functie in _COMPLAINS and persoon in _klagenden(feiten):
        rests_on, why = rests_on if functie == "bemiddelaar" else _PRAKTIJK, _COMPLAINS[functie]
    elif functie == "beoordelaar":
        if _afdelingen(feiten, {persoon}) & _afdelingen(feiten, _betrokkenen(feiten)):
            why = _OF_AFDELING
        elif _judged_by_commissie(reglement) and persoon in _behandelaars(feiten):
            why = _WAS_BEHANDELAAR
    return Belemmering(persoon, functie, reden(why, rests_on, persoon=persoon, vast=True)) if why else None


def derive_belemmeringen(reglement: Reglement, feiten: DossierFeiten) -> tuple[Belemmering, ...]:
    """Return who have a functie in this dossier now that they can't have; to be asked whenever persons change.

    Where one person does everything, that person handles the klacht for as long as nobody else was named.
    """
    holders: list[tuple[str, Functie]] = []
    if behandelaar := behandelaar_of(feiten) or _the_one_person(feiten):
        holders.append((behandelaar, "behandelaar"))
    holders += [(persoon.sleutel, "invuller") for persoon in feiten.personen if persoon.rol == "invuller"]
    holders += [(sleutel, "beoordelaar") for sleutel in beoordelaars_of(feiten)]
    if bemiddelaar := bemiddelaar_of(feiten):
        holders.append((bemiddelaar, "bemiddelaar"))
    found = (belemmering(reglement, feiten, persoon, functie) for persoon, functie in holders)
    return tuple(item for item in found if item is not None)


def check_functie(reglement: Reglement, feiten: DossierFeiten, persoon: str, functie: Functie) -> None:
    """Raise NotAllowed when somebody can't have a functie in this dossier."""
    found = belemmering(reglement, feiten, persoon, functie)
    if found is not None:
        raise NotAllowed(found.reden.zin, _HINT, artikel=found.reden.artikel)


def vervangers(
    reglement: Reglement, feiten: DossierFeiten, functionaris: str, functie: Functie = "behandelaar"
) -> tuple[Functionaris, ...]:
    """Return who the reglement names to stand in for a functionaris, without those known to be unable to."""
    unable = {
        persoon.functie
        for persoon in feiten.personen
        if persoon.functie and belemmering(reglement, feiten, persoon.sleutel, functie)
    }
    return tuple(
        item
        for item in reglement.functionarissen
        if functionaris in item.vervangt and item.sleutel not in unable
    )


def _persons_of(feiten: DossierFeiten, soort: str) -> list[str]:
    happened = (feiten.gebeurtenissen[position].persoon for position in feiten.posities.get(soort, ()))
    return [persoon for persoon in happened if persoon]


def _betrokkenen(feiten: DossierFeiten) -> set[str]:
    return {persoon.sleutel for persoon in feiten.personen if persoon.rol == "betrokkene"}


def _the_one_person(feiten: DossierFeiten) -> str | None:
    if not feiten.eenmanskantoor:
        return None
    return next((persoon.sleutel for persoon in feiten.personen if persoon.rol == "gebruiker"), None)


def _klagenden(feiten: DossierFeiten) -> set[str]:
    return {persoon.sleutel for persoon in feiten.personen if persoon.rol in {"melder", "klager"}}


def _behandelaars(feiten: DossierFeiten) -> set[str]:
    """Return everybody who ever handled this klacht."""
    ever = {*_persons_of(feiten, "toegewezen"), *_persons_of(feiten, "doorgezonden")}
    return ever | {persoon.sleutel for persoon in feiten.personen if persoon.rol == "behandelaar"}


def _afdelingen(feiten: DossierFeiten, persons: set[str]) -> set[str]:
    return {
        persoon.afdeling.strip().casefold()
        for persoon in feiten.personen
        if persoon.sleutel in persons and persoon.afdeling and persoon.afdeling.strip()
    }


def _judged_by_commissie(reglement: Reglement) -> bool:
    return reglement.bezwaar is not None and reglement.bezwaar.beoordeeld_door == "commissie"
