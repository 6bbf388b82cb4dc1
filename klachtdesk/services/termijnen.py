"""Why a date is what it is, and the calendar of a month."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.models import Dossier
from klachtdesk.reglement.explanation import explain, source_of
from klachtdesk.reglement.kalender import SATURDAY, kalender
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier, load_dossiers
from klachtdesk.services.dossier_rows import under_way
from klachtdesk.services.feiten import feiten_of, termijnen_of
from klachtdesk.services.formulier_records import open_actiepunten
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.reglementen import reglement_of, termijn_lines, versie_on
from klachtdesk.services.status import klager_named
from klachtdesk.services.termijn_views import is_running, named_label, sleutel_of
from klachtdesk.views.termijn import KalenderDag, KalenderItem, KalenderMaand, TermijnSleutel, Uitleg

MAX_DAYS = 366


def read_uitleg(desk: Desk, dossier_id: int, sleutel: TermijnSleutel) -> Uitleg:
    """Return why a termijn of a dossier ends when it does; raises NotFound when it does not run (any more)."""
    with desk.reading() as session:
        dossier = get_dossier(session, dossier_id)
        for stand in termijnen_of(dossier, desk.klok.vandaag()):
            if sleutel_of(stand) == sleutel:
                break
        else:
            raise NotFound(
                "Deze termijn loopt niet meer.",
                "Een gebeurtenis is gecorrigeerd; bekijk de termijnen opnieuw.",
            )
        reglement = reglement_of(dossier.reglement_versie)
        regel = stand.loop.regel
        return Uitleg(
            titel=named_label(dossier, stand),
            datum=stand.einde,
            zinnen=explain(reglement, feiten_of(dossier), stand),
            artikel=source_of(reglement, regel),
            citaat=" […] ".join(regel.citaat),
            clausules=regel.clausule,
            toml=termijn_lines(dossier.reglement_versie.toml, stand.termijn),
        )


def read_maand(desk: Desk, jaar: int, maand: int) -> KalenderMaand:
    """Return whole weeks that cover a month, with what is due in them over all open dossiers.

    Raises InvalidInput for a month that the calendar does not have.
    """
    if not (date.min.year < jaar < date.max.year and 1 <= maand <= 12):  # noqa: PLR2004
        raise InvalidInput("Deze maand bestaat niet in de kalender.")
    weken = Calendar().monthdatescalendar(jaar, maand)
    with desk.reading() as session:
        dagen = {
            dag.datum: dag for dag in _days(session, desk.klok.vandaag(), weken[0][0], weken[-1][-1], maand)
        }
    return KalenderMaand(jaar, maand, tuple(tuple(dagen[day] for day in week) for week in weken))


def render_kalender(desk: Desk, van: date, tot: date) -> bytes:
    """Return what is due from `van` to `tot` as a PDF to print; dossiers stand in it by number only.

    Raises InvalidInput for a period that ends before it begins, or is longer than `MAX_DAYS`.
    """
    from klachtdesk.documenten.kalenderlijst import render_kalenderlijst  # loads ReportLab and pikepdf

    if tot < van:
        raise InvalidInput("De laatste dag ligt voor de eerste dag.", "Kies een latere laatste dag.")
    if (tot - van).days > MAX_DAYS:
        raise InvalidInput("Deze periode is langer dan een jaar.", "Kies een kortere periode.")
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        dagen = _days(session, vandaag, van, tot, van.month)
        kantoor = kantoor_view(session)
    return render_kalenderlijst(kantoor, dagen, van, tot, vandaag)


def _days(session: Session, vandaag: date, first: date, last: date, maand: int) -> tuple[KalenderDag, ...]:
    """Return every day of a period, with what is due on it over all open dossiers."""
    items = _items(session, vandaag, first, last)
    days = kalender(gelijkgestelde_dagen=reglement_of(versie_on(session, vandaag)).gelijkgestelde_dagen)
    return tuple(
        KalenderDag(
            datum=day,
            in_maand=day.month == maand,
            weekend=day.weekday() >= SATURDAY,
            vandaag=day == vandaag,
            feestdag=days.feestdagen(day.year).get(day),
            items=tuple(items.get(day, ())),
        )
        for day in (first + timedelta(days=count) for count in range((last - first).days + 1))
    )


def open_dossiers(session: Session) -> Sequence[Dossier]:
    """Return the dossiers in which something may still be due."""
    return load_dossiers(session, under_way(session))


def _items(session: Session, vandaag: date, first: date, last: date) -> dict[date, list[KalenderItem]]:
    found: dict[date, list[KalenderItem]] = defaultdict(list)
    for dossier in open_dossiers(session):
        for item in (*_termijn_items(dossier, vandaag), *_actiepunten(dossier, vandaag)):
            if first <= item.datum <= last:
                found[item.datum].append(item)
    for items in found.values():
        items.sort(key=lambda item: (not item.te_laat, item.soort, item.nummer))
    return found


def _termijn_items(dossier: Dossier, vandaag: date) -> Iterator[KalenderItem]:
    """Yield the running termijnen on their streefdatum and, where that is another day, on their end."""
    for stand in termijnen_of(dossier, vandaag):
        if not is_running(stand):
            continue
        days = {"einde": stand.einde}
        if stand.streefdatum is not None and stand.streefdatum != stand.einde:
            days["streefdatum"] = stand.streefdatum
        for soort, day in days.items():
            yield _item(
                dossier,
                day,
                soort,
                named_label(dossier, stand),
                te_laat=stand.status == "te_laat",
                sleutel=sleutel_of(stand),
            )


def _actiepunten(dossier: Dossier, vandaag: date) -> Iterator[KalenderItem]:
    for day, item in open_actiepunten(dossier):
        yield _item(dossier, day, "actiepunt", item.velden.get("omschrijving", ""), te_laat=day < vandaag)


def _item(
    dossier: Dossier,
    day: date,
    soort: str,
    label: str,
    *,
    te_laat: bool,
    sleutel: TermijnSleutel | None = None,
) -> KalenderItem:
    return KalenderItem(
        datum=day,
        soort=soort,
        dossier_id=dossier.id,
        nummer=dossier.nummer,
        klager=klager_named(dossier),
        label=label,
        te_laat=te_laat,
        sleutel=sleutel,
    )
