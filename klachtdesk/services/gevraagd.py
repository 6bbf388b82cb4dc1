"""What a stap asks of the intern klachtenformulier beside its own fields; the answer is kept there (Interactie 3)."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import INTERN_KLACHTENFORMULIER, Formulier, Veld, read_formulier
from klachtdesk.models import Dossier
from klachtdesk.reglement.stappen import Stap
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_history import keep_history
from klachtdesk.services.formulier_records import raw_values, store_values
from klachtdesk.services.reglementen import form_choices, reglement_of
from klachtdesk.views.dossier import GebeurtenisVeld

_ALSO_ON_FORM = frozenset({"oplossing", "overeenstemming"})
"""Fields of a gebeurtenis that mean what they mean on the form."""

_WHERE = "Komt op het intern klachtenformulier te staan."


def gevraagde_velden(session: Session, dossier: Dossier, stap: Stap | None) -> tuple[GebeurtenisVeld, ...]:
    """Return what a stap asks of the form without demanding it, with what stands there now as its proposal."""
    if stap is None or not stap.vraagt:
        return ()
    formulier = _formulier(dossier)
    filled = raw_values(session, dossier, formulier)
    return tuple(_asked(formulier.veld(sleutel), filled.get(sleutel, "")) for sleutel in stap.vraagt)


def on_form(session: Session, dossier: Dossier, sleutel: str) -> str:
    """Return what stands on the form for a field of a gebeurtenis that means the same; else nothing."""
    if sleutel not in _ALSO_ON_FORM:
        return ""
    return raw_values(session, dossier, _formulier(dossier)).get(sleutel, "")


def keep_on_form(session: Session, desk: Desk, dossier: Dossier, answers: Mapping[str, str]) -> None:
    """Write answers on the form, with what stood there in its history; raises InvalidInput for one it can't hold."""
    if not answers:
        return
    formulier = _formulier(dossier)
    before = raw_values(session, dossier, formulier)
    gelezen = read_formulier(formulier, {**before, **answers}, desk.klok.vandaag())
    faults = {fout.sleutel: fout.bericht for fout in gelezen.fouten if fout.sleutel in answers}
    if faults:
        raise InvalidInput(next(iter(faults.values())), "Er is nog niets vastgelegd.", fields=faults)
    store_values(session, dossier, gelezen, formulier)
    keep_history(session, desk, dossier, before, raw_values(session, dossier, formulier))


def _formulier(dossier: Dossier) -> Formulier:
    return INTERN_KLACHTENFORMULIER.with_keuzes(form_choices(reglement_of(dossier.reglement_versie)))


def _asked(veld: Veld, filled: str) -> GebeurtenisVeld:
    keuzes = tuple((keuze.sleutel, keuze.label) for keuze in veld.keuzes)
    kind = "keuze" if keuzes else "tekst"
    return GebeurtenisVeld(
        veld.sleutel, veld.label, kind, keuzes, verplicht=False, voorstel=filled, toelichting=_WHERE
    )
