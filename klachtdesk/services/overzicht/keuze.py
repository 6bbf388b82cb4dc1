"""What there is to choose before an overview is made, and what it says in sentences."""

from collections.abc import Mapping
from datetime import date

from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import Keuze, write_value
from klachtdesk.formulieren.overzicht import PERIODE
from klachtdesk.overzicht.perioden import Periode
from klachtdesk.reglement.kalender import ONE_DAY
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import day_of, read_input
from klachtdesk.services.overzicht.periodegrenzen import check_period
from klachtdesk.services.overzicht.periodiek import list_periods
from klachtdesk.services.overzicht.reading import office_labels
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.overzicht import OverzichtKeuze, OverzichtView, PeriodeView

_LAST_MONTH_OF_LOOKING_BACK = 3
"""Until then the overview of the year before is what the office is busy with."""

_REQUIRED = {"van": "Vul de eerste dag in.", "tot": "Vul de laatste dag in."}


def read_keuze(desk: Desk) -> OverzichtKeuze:
    """Return the periods and the reglementen to choose from, and the period to begin with.

    That is the year that runs; in the first months of a year the one before it, which is then reported on.
    """
    perioden = list_periods(desk)
    with desk.reading() as session:
        lijnen = office_labels(session, None).lijnen
    vandaag = desk.klok.vandaag()
    first_day = vandaag.replace(month=1, day=1)
    if vandaag.month <= _LAST_MONTH_OF_LOOKING_BACK:
        first_day = (first_day - ONE_DAY).replace(month=1, day=1)
    begin = next((item for item in perioden if item.van == first_day), perioden[0])
    several = lijnen.items() if len(lijnen) > 1 else ()
    return OverzichtKeuze(perioden, begin, tuple(Keuze(sleutel, naam) for sleutel, naam in several))


def periode_formulier(van: date, tot: date) -> FormulierView:
    """Return the form that asks for a period of one's own, beginning with one."""
    return FormulierView(PERIODE, {"van": write_value(van), "tot": write_value(tot)})


def read_periode(desk: Desk, waarden: Mapping[str, str]) -> PeriodeView:
    """Return the period that was typed; raises InvalidInput (fields `van`, `tot`) for one that can't be."""
    values = read_input(PERIODE, dict(waarden), desk.klok.vandaag(), _REQUIRED).waarden
    van, tot = day_of(values, "van"), day_of(values, "tot")
    if van is None or tot is None:
        raise InvalidInput("Vul beide dagen in.", fields=_REQUIRED)
    check_period(van, tot)
    periode = Periode(van, tot, tot)
    return PeriodeView(van, tot, periode.label, periode.in_een_zin, heeft_gegevens=True)


def sentences_of(overzicht: OverzichtView) -> tuple[str, ...]:
    """Return the overview in a handful of whole sentences, as they stand on the first page of the report."""
    from klachtdesk.documenten.overzicht_zinnen import samenvatting  # the words are the report's

    return samenvatting(overzicht)
