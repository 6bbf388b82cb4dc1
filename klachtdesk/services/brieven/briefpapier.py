"""The letter paper of the office: its logo, where answers go, and what stands under every letter."""

from pathlib import Path

from klachtdesk.errors import DocumentError
from klachtdesk.formulieren.briefpapier import BRIEFPAPIER
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import fill_record, raw_of, read_input, refuse, text_of
from klachtdesk.services.kantoor.kantoren import kantoor_record, kantoor_view
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoor import KantoorView

MAX_LOGO = 2_000_000
"""Bytes; a logo that is ready for print takes a tenth of it."""
MAX_TEKENS = 120
"""Characters in a line: what fits in the width of a letter."""
MAX_REGELS = 6
"""Lines under the name of who signs."""

_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How every PNG and every JPEG begins."""

_CHANGED = Changes(instellingen=True)


def read_briefpapier(desk: Desk) -> KantoorView:
    """Return the office as it stands on its letters."""
    with desk.reading() as session:
        return kantoor_view(session)


def briefpapier_formulier(desk: Desk) -> FormulierView:
    """Return the form with the reply address and what stands under every letter."""
    with desk.reading() as session:
        return FormulierView(BRIEFPAPIER, raw_of(BRIEFPAPIER, kantoor_record(session)))


def save_briefpapier(desk: Desk, waarden: dict[str, str]) -> Changes:
    """Keep the reply address and what stands under every letter; raises InvalidInput with every fault at once."""
    gelezen = read_input(BRIEFPAPIER, waarden, desk.klok.vandaag(), {})
    ondertekening = text_of(gelezen.waarden, "ondertekening").splitlines()
    faults = {}
    if len(text_of(gelezen.waarden, "antwoordadres")) > MAX_TEKENS:
        faults["antwoordadres"] = f"Dit is te lang: er passen {MAX_TEKENS} tekens op een regel van de brief."
    if len(ondertekening) > MAX_REGELS:
        faults["ondertekening"] = f"Dit zijn {len(ondertekening)} regels; er passen er {MAX_REGELS}."
    elif any(len(line) > MAX_TEKENS for line in ondertekening):
        faults["ondertekening"] = f"Een van de regels is te lang: er passen {MAX_TEKENS} tekens op een regel."
    refuse(faults)
    with desk.writing() as session:
        kantoor = kantoor_record(session)
        fill_record(kantoor, gelezen.waarden)
        record_audit(session, desk, "briefpapier_bewaard", "kantoor", kantoor.id)
    return _CHANGED


def set_logo(desk: Desk, source: Path) -> Changes:
    """Put the picture in a file at the top of every letter; what it is shows from what is in it, not from its name.

    Raises DocumentError when it can't be read, is larger than MAX_LOGO bytes, or is no PNG or JPEG that prints.
    """
    from klachtdesk.documenten.logo import Logo

    inhoud = _read(source)
    if not inhoud.startswith(_STARTS):
        raise DocumentError(
            f"Het bestand {source.name} is geen PNG- of JPEG-plaatje, ook als de naam anders zegt.",
            "Sla het logo op als PNG of JPEG en kies dat bestand.",
        )
    Logo(inhoud)
    return put_logo(desk, inhoud)


def put_logo(desk: Desk, inhoud: bytes | None) -> Changes:
    """Let this picture, which has been a logo before, be the logo; None for letters without one."""
    with desk.writing() as session:
        kantoor = kantoor_record(session)
        kantoor.logo = inhoud
        record_audit(session, desk, "logo_bewaard" if inhoud else "logo_verwijderd", "kantoor", kantoor.id)
    return _CHANGED


def _read(source: Path) -> bytes:
    try:
        with source.open("rb") as opened:
            inhoud = opened.read(MAX_LOGO + 1)
    except OSError as error:
        raise DocumentError(
            f"Het bestand {source.name} kan niet worden gelezen.",
            "Controleer of het er nog staat en of u het mag openen.",
        ) from error
    if len(inhoud) > MAX_LOGO:
        raise DocumentError(
            f"Het bestand {source.name} is groter dan {MAX_LOGO // 1_000_000} MB.",
            "Maak het plaatje kleiner; 1.000 pixels breed is genoeg.",
        )
    return inhoud
