"""What a reglement in the making would change, and letting it hold from a date."""

from datetime import date

from klachtdesk.errors import InvalidInput, ReglementError
from klachtdesk.formulieren import Veld, VeldSoort
from klachtdesk.models import ReglementConcept, ReglementVersie
from klachtdesk.reglement.schema import Reglement
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.eigen_reglement.concepten import BESTAND, get_concept
from klachtdesk.services.eigen_reglement.toets import all_faults, ask_when_older
from klachtdesk.services.eigen_reglement.vergelijking import compare, example
from klachtdesk.services.feiten import feiten_of
from klachtdesk.services.form_input import read_day
from klachtdesk.services.kantoor.bewaarkeuze import gekozen_bewaartermijn
from klachtdesk.services.kantoor.start import follow_reglement, store_start
from klachtdesk.services.reglementen import (
    check_reglement,
    known_versie,
    reglement_of,
    same_line,
    store_versie,
    versie_on,
)
from klachtdesk.views.reglementbeheer import Vergelijking

_EXAMPLE_LENGTH = 400
"""Days after its receipt at which the example is looked at: everything in it has happened."""

_VAN = Veld("van", "Van kracht vanaf", VeldSoort.DATUM, na_vandaag=True)


def compare_concept(desk: Desk, concept_id: int, *, dossier_id: int | None = None) -> Vergelijking:
    """Return what a concept would do to a dossier, or to an example that is received today.

    Raises NotFound, and ReglementError while the concept has faults that leave nothing to count with.
    """
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        concept = get_concept(session, concept_id)
        new = check_reglement(concept.toml, concept.tekst, bestand=BESTAND)
        versie = known_versie(session, new.sleutel, vandaag) or versie_on(session, vandaag)
        feiten, peildatum = example(vandaag), date.fromordinal(vandaag.toordinal() + _EXAMPLE_LENGTH)
        voorbeeld = "een klacht die vandaag binnenkomt"
        if dossier_id is not None:
            dossier = get_dossier(session, dossier_id)
            versie = dossier.reglement_versie
            feiten, peildatum, voorbeeld = feiten_of(dossier), vandaag, f"dossier {dossier.nummer}"
        gekozen = gekozen_bewaartermijn(session, versie)
        return compare(voorbeeld, feiten, (reglement_of(versie), gekozen), (new, gekozen), peildatum)


def put_in_force(
    desk: Desk, concept_id: int, van: str, *, vervangt: str | None = None, ook_al_ouder: bool = False
) -> Changes:
    """Let a concept be the reglement for what is received from a day on; dossiers that there are keep theirs.

    Where the office has an earlier version of it, it follows that one. Else `vervangt` is the key of the reglement
    whose place it takes: the main one when None, no one's when empty; then it stands beside the others.
    Raises NotFound; InvalidInput (field `van`); ReglementError with every fault at once, own words included, or for a
    `vervangt` that the office does not have; and OlderReglement as `import_reglement`.
    """
    day = read_day(_VAN, van, desk.klok.vandaag(), otherwise="Vul in vanaf welke dag dit reglement geldt.")
    with desk.writing() as session:
        concept = get_concept(session, concept_id)
        faults = all_faults(concept.toml, concept.tekst, concept.basis_toml, bestand=BESTAND)
        if faults:
            raise ReglementError(
                "Dit reglement kan nog niet gaan gelden.", "Verbeter eerst wat er niet klopt.", faults=faults
            )
        reglement = check_reglement(concept.toml, concept.tekst, bestand=BESTAND)
        known = known_versie(session, reglement.sleutel, day)
        current = known or (None if vervangt == "" else versie_on(session, day, vervangt))
        if current is not None:
            _check_newer(reglement, concept, current, day, ook_al_ouder=ook_al_ouder)
        replaces = "" if known or current is None else current.sleutel
        versie = store_versie(
            session, reglement, concept.toml, concept.tekst, day, desk.klok.nu(), vervangt=replaces
        )
        if current is None:
            store_start(session, reglement)
        else:
            line = same_line(session, reglement.sleutel)
            follow_reglement(session, reglement_of(current), reglement, day, line)
        session.delete(concept)
        record_audit(session, desk, "reglement_van_kracht", "reglement_versie", versie.id)
    return Changes(lijst=True, instellingen=True)


def _check_newer(
    reglement: Reglement,
    concept: ReglementConcept,
    current: ReglementVersie,
    day: date,
    *,
    ook_al_ouder: bool,
) -> None:
    if not ook_al_ouder:
        ask_when_older(reglement, concept.toml, concept.tekst, current)
    if (current.toml, current.van_kracht) == (concept.toml, day):
        message = "Precies dit reglement geldt al vanaf deze dag."
        raise InvalidInput(message, "Kies een andere dag, of gooi het concept weg.", fields={"van": message})
