"""Signs a frozen document in one of its fields."""

from datetime import datetime
from typing import Final

from klachtdesk.errors import SignatureError
from klachtdesk.ondertekening.certificaten import Ondertekenaar
from klachtdesk.ondertekening.stempel import Stempel, draw_stempel
from klachtdesk.ondertekening.verifieren import verify
from klachtdesk.views.ondertekening import HandtekeningStatus, OndertekeningView

MET_CERTIFICAAT: Final = "Digitaal ondertekend met een eigen certificaat"
"""The way of signing as it stands in the signature; signing on screen and on paper get words of their own."""


def sign(pdf: bytes, veld: str, ondertekenaar: Ondertekenaar, moment: datetime, *, naam: str) -> bytes:
    """Return `pdf` with field `veld` signed (PAdES) by `ondertekenaar`; the bytes of `pdf` come first.

    The stamp shows `naam`, the party, beside the name in the certificate: they may differ. Raises
    SignatureError when the document is not frozen or was altered, when there is no such field, when it is
    taken, and when the certificate is not valid at `moment`.
    """
    from klachtdesk.ondertekening import inspectie, pades  # loads pyHanko

    ondertekenaar.check_valid_at(moment)
    _check_may_sign(verify(pdf, moment), veld)
    width, height = inspectie.field_size(pdf, veld)
    stempel = draw_stempel(_stempel(ondertekenaar, moment, naam), width, height)
    return pades.approve(pdf, veld, ondertekenaar, moment, reden=MET_CERTIFICAAT, stempel=stempel)


def _check_may_sign(stand: OndertekeningView, veld: str) -> None:
    broken = not (stand.bevroren and stand.zegel_geldig)
    if broken or any(v.status is HandtekeningStatus.ONGELDIG for v in stand.velden):
        raise SignatureError(
            f"Dit document kan niet worden ondertekend. {stand.oordeel}",
            "Maak het oordeel opnieuw, of gebruik het oorspronkelijke bestand.",
        )
    statuses = {view.veld: view.status for view in stand.velden}
    if veld not in statuses:
        raise SignatureError(
            f"Dit document heeft geen handtekeningvak ‘{veld}’.", f"Wel: {', '.join(statuses)}."
        )
    if statuses[veld] is not HandtekeningStatus.OPEN:
        raise SignatureError(
            f"Het vak van {veld} is al ondertekend.",
            "Een handtekening kan niet worden vervangen. Maak zo nodig het oordeel opnieuw.",
        )


def _stempel(ondertekenaar: Ondertekenaar, moment: datetime, naam: str) -> Stempel:
    if ondertekenaar.zelf_uitgegeven:
        issuer = "(door de houder zelf uitgegeven)"
    else:
        issuer = f"(uitgegeven door {ondertekenaar.uitgever})"
    wijze = f"Digitaal ondertekend met het certificaat van {ondertekenaar.naam} {issuer}"
    return Stempel(naam=naam, moment=moment, wijze=wijze)
