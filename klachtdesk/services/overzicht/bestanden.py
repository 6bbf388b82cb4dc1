"""The overview as files: the report, the spreadsheet and the plain figures."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from klachtdesk.services.audit import record_audit
from klachtdesk.services.desk import Desk
from klachtdesk.services.files import write_whole
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.overzicht.cijfers import uncollected
from klachtdesk.services.overzicht.reading import read_overzicht
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.overzicht import OverzichtView

SOORTEN: Mapping[str, str] = {
    "pdf": "Verslag (pdf)",
    "xlsx": "Werkblad voor Excel (xlsx)",
    "csv": "Kale cijfers (csv)",
}
"""The kinds of file, by their ending, with what the window calls them."""


def render_overzicht_as(
    desk: Desk, soort: str, van: date, tot: date, *, reglement: str | None = None, publiek: bool = False
) -> bytes:
    """Return the overview of a period as a `pdf`, `xlsx` or `csv`; raises as `read_overzicht`.

    The audit log notes that it was made: it can be printed from where it is shown.
    """
    made = render_overzichten(desk, (soort,), van, tot, reglement=reglement, publiek=publiek)[soort]
    _note(desk, "overzicht_gemaakt")
    return made


@uncollected()
def render_overzichten(
    desk: Desk,
    soorten: Iterable[str],
    van: date,
    tot: date,
    *,
    reglement: str | None = None,
    publiek: bool = False,
) -> dict[str, bytes]:
    """Return the overview of a period in each of these kinds, all from one reading; raises as `read_overzicht`."""
    overzicht = read_overzicht(desk, van, tot, reglement=reglement, publiek=publiek)
    with desk.reading() as session:
        kantoor = kantoor_view(session)
    return {soort: _RENDERERS[soort](overzicht, kantoor) for soort in soorten}


def save_overzicht(
    desk: Desk,
    target: Path,
    soort: str,
    van: date,
    tot: date,
    *,
    reglement: str | None = None,
    publiek: bool = False,
) -> None:
    """Write the overview to a file outside the kluis, complete or not at all; this is noted in the audit log.

    Raises as `read_overzicht`, and DocumentError when the place can't be written to.
    """
    made = render_overzichten(desk, (soort,), van, tot, reglement=reglement, publiek=publiek)
    _write(desk, target, made[soort])


def save_overzichten(
    desk: Desk, folder: Path, van: date, tot: date, *, reglement: str | None = None, publiek: bool = False
) -> tuple[Path, ...]:
    """Write the overview in every kind to a folder, and return the files; raises as `save_overzicht`."""
    made = render_overzichten(desk, SOORTEN, van, tot, reglement=reglement, publiek=publiek)
    targets = []
    for soort, inhoud in made.items():
        target = folder / file_name(soort, van, tot, reglement=reglement, publiek=publiek)
        _write(desk, target, inhoud)
        targets.append(target)
    return tuple(targets)


def file_name(
    soort: str, van: date, tot: date, *, reglement: str | None = None, publiek: bool = False
) -> str:
    """Return what the file is called: it names the period, the reglement if it is one, and for outside that it is."""
    whole_year = van == date(van.year, 1, 1) and tot == date(van.year, 12, 31)
    periode = str(van.year) if whole_year else f"{van.isoformat()}_{tot.isoformat()}"
    parts = ("klachtenoverzicht", periode, reglement or "", "extern" if publiek else "")
    return f"{'-'.join(filter(None, parts))}.{soort}"


def _write(desk: Desk, target: Path, inhoud: bytes) -> None:
    write_whole(target, inhoud, wat="Het overzicht", blijft="U kunt het altijd opnieuw maken.")
    _note(desk, "overzicht_geexporteerd")


def _note(desk: Desk, handeling: str) -> None:
    with desk.writing() as session:
        record_audit(session, desk, handeling, "overzicht")


def _pdf(overzicht: OverzichtView, kantoor: KantoorView) -> bytes:
    from klachtdesk.documenten.overzicht import render_overzicht  # loads ReportLab and pikepdf

    return render_overzicht(overzicht, kantoor)


def _xlsx(overzicht: OverzichtView, _kantoor: KantoorView) -> bytes:
    from klachtdesk.documenten.overzicht_werkblad import render_xlsx  # loads XlsxWriter

    return render_xlsx(overzicht)


def _csv(overzicht: OverzichtView, _kantoor: KantoorView) -> bytes:
    from klachtdesk.documenten.overzicht_csv import render_csv  # as above

    return render_csv(overzicht)


_RENDERERS: Mapping[str, Callable[[OverzichtView, KantoorView], bytes]] = {
    "pdf": _pdf,
    "xlsx": _xlsx,
    "csv": _csv,
}
