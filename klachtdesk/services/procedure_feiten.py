"""Everything that the stappen of a dossier follow from: also what is filled in, and who does what in the office."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren import FORMULIEREN
from klachtdesk.models import Dossier, Formulier, Gebruiker, Kantoor, Persoon
from klachtdesk.models.herkenning import is_same_naam
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
from klachtdesk.reglement.dossier import Persoon as Deelnemer
from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.reglement.procedure import Procedure, derive_stappen
from klachtdesk.services.feiten import feiten_of
from klachtdesk.services.formulier_records import person_of, raw_values
from klachtdesk.services.kantoor.bewaarkeuze import gekozen_bewaartermijn
from klachtdesk.services.kantoor.functionarissen import commissieleden_on, functionarissen_on
from klachtdesk.services.people import PERSON_KINDS, people_in
from klachtdesk.services.reglementen import reglement_of


def procedure_feiten(
    session: Session, dossier: Dossier, vandaag: date, newcomers: Sequence[Persoon] = ()
) -> DossierFeiten:
    """Return the facts of a dossier, whole; `newcomers` are named in what is about to be recorded."""
    base, keys = feiten_of(dossier), one_key_each(session, dossier)
    formulier = session.get(Formulier, dossier.id)
    return DossierFeiten(
        tuple(with_keys(item, keys) for item in base.gebeurtenissen),
        (*base.personen, *_office_people(session, dossier, vandaag, newcomers)),
        frozenset(_filled_in(session, dossier)),
        datum_gebeurtenis=None if formulier is None else formulier.datum_gebeurtenis,
        gekozen_bewaartermijn=gekozen_bewaartermijn(session, dossier.reglement_versie),
        eenmanskantoor=session.scalars(select(Kantoor.eenmanskantoor)).one(),
    )


def one_key_each(session: Session, dossier: Dossier) -> dict[str, str]:
    """Return, for who is only named in a gebeurtenis, the key under which a form has them: that is one person.

    The behandelaar to whom the klacht was passed on can turn out to be betrokkene, and the form names her anew.
    """
    on_a_form = dict.fromkeys(item.persoon for item in dossier.betrokkenheden)
    return {
        str(persoon.id): str(same.id)
        for persoon in people_in(session, dossier)
        if persoon not in on_a_form
        and (same := next((item for item in on_a_form if is_same_naam(item.naam, persoon.naam)), None))
    }


def with_keys(gebeurtenis: Gebeurtenis, keys: Mapping[str, str]) -> Gebeurtenis:
    """Return a gebeurtenis in which everybody goes by one key."""
    if not keys:
        return gebeurtenis
    people = {veld.sleutel for veld in SOORTEN[gebeurtenis.soort].velden if veld.soort in PERSON_KINDS}
    velden = {
        key: " ".join(keys.get(part, part) for part in text.split()) if key in people else text
        for key, text in gebeurtenis.velden.items()
    }
    persoon = gebeurtenis.persoon
    return replace(gebeurtenis, persoon=persoon and keys.get(persoon, persoon), velden=velden)


def procedure_of(session: Session, dossier: Dossier, vandaag: date) -> Procedure:
    """Return what may happen next in a dossier, and where it stands."""
    feiten = procedure_feiten(session, dossier, vandaag)
    return derive_stappen(reglement_of(dossier.reglement_versie), feiten, vandaag)


def _office_people(
    session: Session, dossier: Dossier, vandaag: date, newcomers: Sequence[Persoon]
) -> Iterator[Deelnemer]:
    """Yield what the office knows of the people in the dossier: functie, afdeling, who filled in the form."""
    in_office = functionarissen_on(session, vandaag, dossier.reglement_versie.sleutel)
    functionarissen = [item for item in in_office if item.naam]
    leden = commissieleden_on(session, vandaag)
    gebruikers = session.scalars(select(Gebruiker.naam)).all()
    keys = one_key_each(session, dossier)
    formulier = session.get(Formulier, dossier.id)
    invuller = formulier.invuller or "" if formulier else ""
    for persoon in dict.fromkeys([*people_in(session, dossier), *newcomers]):
        same = partial(is_same_naam, persoon.naam)
        afdeling = persoon.afdeling or next((item.afdeling for item in leden if same(item.naam)), "") or None
        functie = next((item.sleutel for item in functionarissen if same(item.naam)), "") or None
        sleutel = keys.get(str(persoon.id), str(persoon.id))
        if afdeling or functie:
            yield Deelnemer(sleutel, "medewerker", afdeling=afdeling, functie=functie)
        if any(map(same, gebruikers)):
            yield Deelnemer(sleutel, "gebruiker", afdeling=afdeling, functie=functie)
        if same(invuller):
            yield Deelnemer(sleutel, "invuller", afdeling=afdeling, functie=functie)


def _filled_in(session: Session, dossier: Dossier) -> Iterator[str]:
    """Yield the form keys that are filled in, of a row without its number; the melder counts as klager until one is."""
    melder, klager = person_of(dossier, "melder"), person_of(dossier, "klager")
    melder_is_klager = klager is None or (melder is not None and melder.persoon_id == klager.persoon_id)
    for formulier in FORMULIEREN.values():
        for key in raw_values(session, dossier, formulier):
            row, _, rest = key.partition(".")
            veld = f"{row}.{rest.partition('.')[2]}" if rest else row
            yield veld
            if melder_is_klager and row == "melder":
                yield f"klager.{veld.partition('.')[2]}"
