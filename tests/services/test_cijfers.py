"""The records of figures come straight from the tables: they must be what the dossiers say one by one."""

import random
from datetime import date, timedelta

from office import Office, OfficeMaker
from sqlalchemy.orm import Session

from klachtdesk.models import Betrokkenheid, Dossier, Formulier, Gebeurtenis, Klachtonderdeel, Persoon
from klachtdesk.overzicht.assembly import Bron, assemble
from klachtdesk.overzicht.cijferrecord import Cijferrecord, Onderdeel
from klachtdesk.overzicht.derivation import Deriver, Keuzes, Nummer
from klachtdesk.services.dossier_records import load_dossiers
from klachtdesk.services.feiten import feiten_of
from klachtdesk.services.overzicht.cijfers import read_cijfers
from klachtdesk.services.overzicht.reading import bron_of
from klachtdesk.services.reglementen import reglement_of, versie_on
from klachtdesk.services.status import is_open
from klachtdesk.services.vergissingen import is_vergissing

FIRST = date(2025, 1, 1)
SOORTEN = (
    "contact_klager",
    "oordeel_verzonden",
    "afgehandeld",
    "heropend",
    "ingetrokken",
    "niet_in_behandeling",
    "alsnog_in_behandeling",
    "verbetermaatregel_vastgesteld",
    "gehoord",
)


def _fill(session: Session, office: Office, aantal: int) -> None:
    """Put dossiers into the tables as they may have become, corrections and mistakes included."""
    chance = random.Random(11)
    versie = versie_on(session, FIRST)
    base = {"vastgelegd_op": office.klok.nu(), "vastgelegd_door": office.desk.gebruiker.id}
    for number in range(1, aantal + 1):
        dossier = Dossier(
            jaar=2025,
            volgnummer=number,
            reglement_versie=versie,
            aangemaakt_op=office.klok.nu(),
            aangemaakt_door=office.desk.gebruiker.id,
        )
        day = FIRST + timedelta(days=chance.randrange(300))
        dossier.gebeurtenissen.append(
            Gebeurtenis(soort="ontvangen", datum=day, velden={"kanaal": "brief"}, **base)
        )
        for _more in range(chance.randrange(7)):
            day += timedelta(days=chance.randrange(40))
            soort = chance.choice(SOORTEN)
            velden = (
                {"uitkomst": chance.choice(["niet_bereikt", "opgelost"])} if soort == "contact_klager" else {}
            )
            ref = "M1" if soort == "verbetermaatregel_vastgesteld" else None
            dossier.gebeurtenissen.append(Gebeurtenis(soort=soort, datum=day, velden=velden, ref=ref, **base))
        persoon = Persoon(naam=f"Klager {chance.randrange(aantal)}")
        dossier.betrokkenheden.append(Betrokkenheid(rol="klager", rij=1, persoon=persoon))
        session.add(dossier)
        session.flush()
        _correct(chance, dossier, base)
        _fill_in(chance, session, dossier)


def _correct(chance: random.Random, dossier: Dossier, base: dict[str, object]) -> None:
    for event in list(dossier.gebeurtenissen[1:]):
        if chance.random() < 0.15:
            soort = chance.choice(["correctie", event.soort])
            dossier.gebeurtenissen.append(
                Gebeurtenis(
                    soort=soort,
                    datum=event.datum - timedelta(days=1),
                    velden={},
                    ref=event.ref,
                    vervangt_id=event.id,
                    **base,
                )
            )
    if chance.random() < 0.05:
        mark = {"reden": "Dubbel.", "vergissing": "ja"}
        dossier.gebeurtenissen.append(
            Gebeurtenis(soort="ingetrokken", datum=date(2026, 6, 1), velden=mark, **base)
        )


def _fill_in(chance: random.Random, session: Session, dossier: Dossier) -> None:
    if chance.random() < 0.9:
        session.add(
            Formulier(
                dossier_id=dossier.id,
                kanaal="brief",
                onderwerpen=chance.sample(
                    ["hoogte_factuur", "kwaliteit_dienstverlening"], chance.randrange(3)
                ),
                oorzaak=chance.choice(["planning", None]),
                gegrondheid=chance.choice(["gegrond", None]),
                overeenstemming=chance.choice([True, False, None]),
                omschrijving="De klager heet Jan de Vries.",
            )
        )
    for rij in range(chance.randrange(3)):
        session.add(Klachtonderdeel(dossier_id=dossier.id, rij=rij + 1, gegrondheid="ongegrond"))


def _one_by_one(session: Session, dossier: Dossier) -> Cijferrecord:
    """Return the record of a dossier from its own records, the way screens read it."""
    formulier = session.get(Formulier, dossier.id)
    parts = session.query(Klachtonderdeel).filter_by(dossier_id=dossier.id).order_by(Klachtonderdeel.rij)
    keuzes = Keuzes(onderdelen=tuple(Onderdeel("", item.gegrondheid or "") for item in parts if formulier))
    if formulier is not None:
        agreed = {True: "ja", False: "nee", None: ""}[formulier.overeenstemming]
        keuzes = Keuzes(
            kanaal=formulier.kanaal or "",
            onderwerpen=tuple(formulier.onderwerpen or ()),
            oorzaak=formulier.oorzaak or "",
            gegrondheid=formulier.gegrondheid or "",
            onderdelen=keuzes.onderdelen,
            overeenstemming=agreed,
        )
    nummer = Nummer(
        dossier.jaar, dossier.volgnummer, dossier.reglement_versie_id, dossier.aangemaakt_op.date()
    )
    return Deriver(reglement_of(dossier.reglement_versie)).derive(nummer, feiten_of(dossier), keuzes)


def test_the_records_are_what_the_dossiers_say_one_by_one(make_office: OfficeMaker):
    office = make_office("interactie", date(2026, 6, 1))
    with office.desk.writing() as session:
        _fill(session, office, 300)
    with office.desk.reading() as session:
        found = {item.nummer: item for item in read_cijfers(session).records}
        dossiers = load_dossiers(session, range(1, 301))
        counting = [item for item in dossiers if not is_vergissing(item)]
        assert found.keys() == {item.nummer for item in counting}
        assert len(counting) < len(dossiers)
        for dossier in counting:
            one = _one_by_one(session, dossier)
            record = found[dossier.nummer]
            for name in one.as_json().keys() | record.as_json().keys():
                if not name.startswith("herhaalde"):
                    assert getattr(record, name) == getattr(one, name), (dossier.nummer, name)
            assert record.is_open(date(2026, 6, 1)) == is_open(dossier)


def test_dossiers_at_rest_are_left_out_and_change_no_figure(make_office: OfficeMaker):
    office = make_office("interactie", date(2028, 12, 31))
    with office.desk.writing() as session:
        _fill(session, office, 300)
    with office.desk.reading() as session:
        bron, _naam, _cijfers = bron_of(session, office.desk, date(2028, 1, 1), date(2028, 12, 31), None)
        every = Bron(read_cijfers(session).records, bron.labels, bron.periode)
    assert 0 < len(bron.records) < len(every.records)
    shown = [assemble(item, kantoor="", reglement="", drempel=3) for item in (bron, every)]
    assert shown[0] == shown[1]
