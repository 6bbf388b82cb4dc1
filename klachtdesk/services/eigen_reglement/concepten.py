"""A reglement of the office's own in the making: a copy, or a file, that is changed as a concept."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import NotFound
from klachtdesk.formulieren import Keuze, read_formulier
from klachtdesk.models import Gebruiker, ReglementConcept, ReglementVersie
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.eigen_reglement.bestanden import read_files
from klachtdesk.services.eigen_reglement.document import ReglementDocument
from klachtdesk.services.eigen_reglement.toets import all_faults, ask_when_older, next_versie
from klachtdesk.services.files import write_whole
from klachtdesk.services.form_input import refuse
from klachtdesk.services.reglementen import (
    check_reglement,
    known_versie,
    reglement_of,
    shipped_texts,
    versie_on,
    versies_on,
)
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.reglementbeheer import ConceptRegel, ConceptView

_CHANGED = Changes(instellingen=True)

BESTAND = "eigen reglement"
"""What the file of a concept is called where its faults are told."""


@dataclass(frozen=True, slots=True)
class ConceptGemaakt:
    """A concept that was made, to go on with."""

    concept_id: int
    changes: Changes


def list_concepten(desk: Desk) -> tuple[ConceptRegel, ...]:
    """Return the reglementen in the making, the one that was changed last first."""
    with desk.reading() as session:
        found = session.execute(
            select(ReglementConcept, Gebruiker.naam)
            .join(Gebruiker, Gebruiker.id == ReglementConcept.gewijzigd_door)
            .order_by(ReglementConcept.gewijzigd_op.desc(), ReglementConcept.id.desc())
        )
        return tuple(
            ConceptRegel(item.id, *_called(ReglementDocument(item.toml).waarden()), item.gewijzigd_op, naam)
            for item, naam in found
        )


def copy_reglement(desk: Desk, *, sleutel: str | None = None, versie_id: int | None = None) -> ConceptGemaakt:
    """Make a concept of a reglement that comes with the program (`sleutel`) or of a version in the kluis.

    It gets the next versie, unless the office does not have that reglement yet. Raises ReglementError or
    NotFound when there is none.
    """
    with desk.writing() as session:
        if sleutel is not None:
            toml, tekst = shipped_texts(sleutel)
        else:
            versie = _versie(session, versie_id)
            toml, tekst = versie.toml, versie.tekst
        document = ReglementDocument(toml)
        if versie_id is not None or known_versie(session, str(sleutel), desk.klok.vandaag()) is not None:
            document.set_versie(next_versie(document.waarden()["versie"]))
        return _new_concept(session, desk, document.toml, tekst, toml, "reglement_gekopieerd")


def read_concept(desk: Desk, concept_id: int) -> ConceptView:
    """Return a concept with its form, its text and all its faults; raises NotFound."""
    with desk.reading() as session:
        concept = get_concept(session, concept_id)
        document = ReglementDocument(concept.toml)
        raw = document.waarden()
        return ConceptView(
            concept.id,
            *_called(raw),
            FormulierView(document.formulier(), raw),
            concept.tekst,
            concept.toml,
            all_faults(concept.toml, concept.tekst, concept.basis_toml, bestand=BESTAND),
            _could_replace(session, document.sleutel, desk.klok.vandaag()),
        )


def edit_concept(desk: Desk, concept_id: int, waarden: dict[str, str]) -> Changes:
    """Change these fields of a concept; the others stay as they are, and what a rule lacks shows as a fault.

    Raises NotFound, and InvalidInput for what can't be read at all.
    """
    with desk.writing() as session:
        concept = get_concept(session, concept_id)
        document = ReglementDocument(concept.toml)
        raw = {**document.waarden(), **waarden}
        gelezen = read_formulier(document.formulier(), raw, desk.klok.vandaag())
        refuse({fout.sleutel: fout.bericht for fout in gelezen.fouten})
        document.write(gelezen)
        concept.toml = document.toml
        _touch(session, desk, concept)
    return _CHANGED


def edit_tekst(desk: Desk, concept_id: int, tekst: str) -> Changes:
    """Change the text of the regulation in which the quoted words must stand; raises NotFound."""
    with desk.writing() as session:
        concept = get_concept(session, concept_id)
        concept.tekst = tekst
        _touch(session, desk, concept)
    return _CHANGED


def discard_concept(desk: Desk, concept_id: int) -> Changes:
    """Throw a concept away; raises NotFound."""
    with desk.writing() as session:
        session.delete(get_concept(session, concept_id))
        record_audit(session, desk, "reglement_concept_weggegooid", "reglement_concept", concept_id)
    return _CHANGED


def export_reglement(
    desk: Desk, target: Path, *, concept_id: int | None = None, versie_id: int | None = None
) -> Path:
    """Write a concept or a version as a TOML file, with its text beside it; return where the text is.

    Raises NotFound, and DocumentError when the place can't be written to.
    """
    with desk.writing() as session:
        found: ReglementConcept | ReglementVersie = (
            _versie(session, versie_id) if concept_id is None else get_concept(session, concept_id)
        )
        text = target.with_suffix(".txt")
        blijft = "Het reglement staat nog in de kluis."
        for path, inhoud in ((text, found.tekst), (target, found.toml)):
            write_whole(path, inhoud.encode(), wat="Het reglement", blijft=blijft)
        record_audit(session, desk, "reglement_geexporteerd", found.__tablename__, found.id)
        return text


def import_reglement(desk: Desk, source: Path, *, ook_al_ouder: bool = False) -> ConceptGemaakt:
    """Make a concept of a TOML file and the text beside it.

    Raises ReglementError with every fault at once; and OlderReglement when the reglement in force has this content or a
    later versie, unless `ook_al_ouder`.
    """
    toml, tekst = read_files(source)
    reglement = check_reglement(toml, tekst, bestand=source.name)
    with desk.writing() as session:
        vandaag = desk.klok.vandaag()
        current = known_versie(session, reglement.sleutel, vandaag) or versie_on(session, vandaag)
        if not ook_al_ouder:
            ask_when_older(reglement, toml, tekst, current)
        basis = current.toml if current.sleutel == reglement.sleutel else toml
        return _new_concept(session, desk, toml, tekst, basis, "reglement_geimporteerd")


def get_concept(session: Session, concept_id: int) -> ReglementConcept:
    """Return a concept; raises NotFound when it is in force already, or was thrown away."""
    concept = session.get(ReglementConcept, concept_id)
    if concept is None:
        raise NotFound("Dit concept is er niet meer.", "Het geldt al, of het is weggegooid.")
    return concept


def _could_replace(session: Session, sleutel: str, day: date) -> tuple[Keuze, ...]:
    """Return whose place a reglement could take; none where the office has an earlier version of it."""
    if known_versie(session, sleutel, day) is not None:
        return ()
    return tuple(Keuze(item.sleutel, reglement_of(item).naam) for item in versies_on(session, day))


def _versie(session: Session, versie_id: int | None) -> ReglementVersie:
    versie = None if versie_id is None else session.get(ReglementVersie, versie_id)
    if versie is None:
        raise NotFound("Dit reglement staat niet in de kluis.")
    return versie


def _new_concept(
    session: Session, desk: Desk, toml: str, tekst: str, basis: str, handeling: str
) -> ConceptGemaakt:
    concept = ReglementConcept(
        toml=toml,
        tekst=tekst,
        basis_toml=basis,
        gewijzigd_op=desk.klok.nu(),
        gewijzigd_door=desk.gebruiker.id,
    )
    session.add(concept)
    session.flush()
    record_audit(session, desk, handeling, "reglement_concept", concept.id)
    return ConceptGemaakt(concept.id, _CHANGED)


def _touch(session: Session, desk: Desk, concept: ReglementConcept) -> None:
    concept.gewijzigd_op = desk.klok.nu()
    concept.gewijzigd_door = desk.gebruiker.id
    record_audit(session, desk, "reglement_concept_bewaard", "reglement_concept", concept.id)


def _called(raw: dict[str, str]) -> tuple[str, str]:
    return raw.get("naam", ""), raw.get("versie", "")
