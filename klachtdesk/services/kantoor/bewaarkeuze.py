"""The bewaartermijn that the office chooses where its reglement names none, with why (10 voor Taal 2.3).

A new choice leaves the old ones readable; the last one counts, also for dossiers that were closed before.
"""

from datetime import date

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import NotAllowed
from klachtdesk.formulieren import Gelezen
from klachtdesk.formulieren.kantoor import BEWAARKEUZE
from klachtdesk.models import Bewaarkeuze, Dossier, Gebruiker, ReglementVersie
from klachtdesk.reglement.kalender import kalender
from klachtdesk.reglement.schema import Duur
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import read_input, refuse, text_of
from klachtdesk.services.reglementen import reglement_of, versie_on, versies_on
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoorgegevens import BewaarkeuzeView, BewaarregelView

_REQUIRED = {
    "aantal": "Vul in hoe lang u bewaart.",
    "eenheid": "Kies dagen, weken, maanden of jaar.",
    "motivering": "Schrijf op waarom u zo lang bewaart.",
}

LONGEST_JAREN = 100
"""A guard against a slip of the finger: nobody chooses to keep a klacht longer than a life."""


def read_bewaarregels(desk: Desk) -> tuple[BewaarregelView, ...]:
    """Return how long dossiers are kept under each reglement that counts, and what the office chose for that.

    First those in force today, then those that only earlier dossiers fall under.
    """
    with desk.reading() as session:
        return tuple(_regel(session, versie) for versie in counting_versies(session, desk.klok.vandaag()))


def counting_versies(session: Session, day: date) -> tuple[ReglementVersie, ...]:
    """Return a version of each reglement in force on a day, and of each that only dossiers are still bound to."""
    found = {item.sleutel: item for item in versies_on(session, day)}
    bound = select(Dossier.reglement_versie_id).distinct()
    earlier = select(ReglementVersie).where(ReglementVersie.id.in_(bound)).order_by(ReglementVersie.id.desc())
    for item in session.scalars(earlier):
        found.setdefault(item.sleutel, item)
    return tuple(found.values())


def _regel(session: Session, versie: ReglementVersie) -> BewaarregelView:
    reglement = reglement_of(versie)
    regel = reglement.bewaartermijn
    duur = regel.duur or gekozen_bewaartermijn(session, versie)
    return BewaarregelView(
        sleutel=versie.sleutel,
        reglement=reglement.naam,
        artikel=regel.vindplaats,
        duur="" if duur is None else str(duur),
        te_kiezen=regel.duur is None,
        keuzes=_history(session, versie),
    )


def bewaarkeuze_formulier() -> FormulierView:
    """Return the form for a choice, empty: each choice is made anew, with its own motivering."""
    return FormulierView(BEWAARKEUZE, {"eenheid": "jaren"})


def choose_bewaartermijn(desk: Desk, waarden: dict[str, str], *, reglement: str | None = None) -> Changes:
    """Choose a bewaartermijn for the reglement with this key, the main one when None.

    Raises ReglementError for a reglement that the office does not have, NotAllowed where it names a bewaartermijn
    itself, InvalidInput with every fault at once.
    """
    gelezen = read_input(BEWAARKEUZE, waarden, desk.klok.vandaag(), _REQUIRED)
    with desk.writing() as session:
        versie = _meant(session, desk.klok.vandaag(), reglement)
        regel = reglement_of(versie).bewaartermijn
        if regel.duur is not None:
            raise NotAllowed(
                f"Het reglement noemt zelf een bewaartermijn: {regel.duur} ({regel.vindplaats}).",
                "Wilt u een andere, pas dan het reglement aan.",
                artikel=regel.artikel,
            )
        duur = _read_duur(desk, gelezen)
        keuze = Bewaarkeuze(
            reglement=versie.sleutel,
            aantal=duur.aantal,
            eenheid=duur.eenheid,
            motivering=text_of(gelezen.waarden, "motivering"),
            gekozen_op=desk.klok.vandaag(),
            vastgelegd_op=desk.klok.nu(),
            vastgelegd_door=desk.gebruiker.id,
        )
        session.add(keuze)
        session.flush()
        record_audit(session, desk, "bewaartermijn_gekozen", "bewaarkeuze", keuze.id)
    return Changes(lijst=True, instellingen=True)


def _meant(session: Session, day: date, reglement: str | None) -> ReglementVersie:
    """Return the version to choose for; of one whose place was taken by another, its own last one."""
    counting = counting_versies(session, day)
    own = next((item for item in counting if item.sleutel == reglement), None)
    return own or versie_on(session, day, reglement)


def gekozen_bewaartermijn(session: Session, versie: ReglementVersie) -> Duur | None:
    """Return what the office chose for this reglement; None where the text itself names a duur."""
    if reglement_of(versie).bewaartermijn.duur is not None:
        return None
    query = select(Bewaarkeuze).where(Bewaarkeuze.reglement == versie.sleutel).order_by(Bewaarkeuze.id.desc())
    keuze = session.scalars(query).first()
    return None if keuze is None else Duur.model_validate({"aantal": keuze.aantal, "eenheid": keuze.eenheid})


def _read_duur(desk: Desk, gelezen: Gelezen) -> Duur:
    text = text_of(gelezen.waarden, "aantal")
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        refuse({"aantal": "Schrijf een heel getal van 1 of meer, bijvoorbeeld 2."})
    days = kalender(gelijkgestelde_dagen=False)
    vandaag = desk.klok.vandaag()
    try:
        duur = Duur.model_validate({"aantal": int(text), "eenheid": text_of(gelezen.waarden, "eenheid")})
        too_long = days.add(vandaag, duur.aantal, duur.eenheid) > days.add(vandaag, LONGEST_JAREN, "jaren")
    except (ValidationError, OverflowError):
        too_long = True
    if too_long:
        refuse({"aantal": f"Dit is langer dan {LONGEST_JAREN} jaar. Klopt het getal?"})
    return duur


def _history(session: Session, versie: ReglementVersie) -> tuple[BewaarkeuzeView, ...]:
    found = session.execute(
        select(Bewaarkeuze, Gebruiker.naam)
        .join(Gebruiker, Gebruiker.id == Bewaarkeuze.vastgelegd_door)
        .where(Bewaarkeuze.reglement == versie.sleutel)
        .order_by(Bewaarkeuze.id.desc())
    ).all()
    counts = reglement_of(versie).bewaartermijn.duur is None
    return tuple(
        BewaarkeuzeView(
            duur=str(Duur.model_validate({"aantal": keuze.aantal, "eenheid": keuze.eenheid})),
            motivering=keuze.motivering,
            gekozen_op=keuze.gekozen_op,
            gekozen_door=naam,
            geldt=counts and place == 0,
        )
        for place, (keuze, naam) in enumerate(found)
    )
