"""Judges the signatures in a PDF: what stands, what is open, and what is wrong, in words for the user."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from klachtdesk.dutch import dutch_datetime
from klachtdesk.views.ondertekening import HandtekeningStatus, HandtekeningView, OndertekeningView

if TYPE_CHECKING:
    from cryptography import x509

    from klachtdesk.ondertekening.inspectie import DocumentFeiten, HandtekeningFeiten, VeldFeiten

MAX_BYTES: Final = 50 * 1024 * 1024

_UNREADABLE: Final = "Dit bestand is geen PDF die kan worden gelezen, of het is beschadigd."
_BROKEN_SEAL: Final = (
    "Het document is na de verzegeling door het kantoor gewijzigd. De handtekeningen gelden niet."
)
_OTHER_SEAL: Final = "Het document is niet met het certificaat van dit kantoor verzegeld."
_NO_SEAL: Final = "Dit document is niet door het kantoor verzegeld."


def is_revision_of(frozen: bytes, signed: bytes) -> bool:
    """Whether `signed` is byte for byte our own `frozen` document, with at most something appended to it.

    Says nothing about what was appended: that is for `verify`.
    """
    return signed.startswith(frozen)


def verify(
    pdf: bytes,
    moment: datetime,
    *,
    kantoorcertificaat: "x509.Certificate | None" = None,
    vertrouwd: Sequence["x509.Certificate"] = (),
) -> OndertekeningView:
    """Examine all signatures in `pdf` and judge them; never raises for what is in the file.

    What is valid follows from the mathematics and the difference analysis; trust in certificates, at `moment`
    and with `vertrouwd` as its roots, is told apart. Given `kantoorcertificaat`, only a seal set with it counts.
    """
    facts = _inspected(pdf, moment, [*vertrouwd, *([kantoorcertificaat] if kantoorcertificaat else [])])
    if facts is None:
        return OndertekeningView((), volledig=False, bevroren=False, zegel_geldig=False, oordeel=_UNREADABLE)
    seal = next((veld.handtekening for veld in facts.velden if veld.naam == facts.zegel), None)
    fault = _seal_fault(seal, kantoorcertificaat)
    velden = tuple(
        _judged(veld, fault, moment)
        for veld in facts.velden
        if veld.naam != facts.zegel and _counts(veld, facts)
    )
    complete = bool(velden) and not fault and all(v.status is HandtekeningStatus.GETEKEND for v in velden)
    return OndertekeningView(
        velden,
        volledig=complete,
        bevroren=facts.zegel is not None,
        zegel_geldig=not fault,
        oordeel=fault or _sentence(velden),
    )


def _inspected(pdf: bytes, moment: datetime, roots: Sequence["x509.Certificate"]) -> "DocumentFeiten | None":
    if len(pdf) > MAX_BYTES:
        return None
    from klachtdesk.ondertekening.inspectie import inspect  # loads pyHanko

    try:
        return inspect(pdf, moment, roots)
    except Exception:  # noqa: BLE001 - hostile input makes pyHanko raise anything; whatever it is, it is no good
        return None


def _seal_fault(seal: "HandtekeningFeiten | None", office: "x509.Certificate | None") -> str:
    """Return what is wrong with the office's seal, or an empty string."""
    if seal is None:
        return _NO_SEAL
    if not (seal.intact and seal.ongewijzigd):
        return _BROKEN_SEAL
    if office is not None and seal.vingerafdruk != _fingerprint(office):
        return _OTHER_SEAL
    return ""


def _fingerprint(certificate: "x509.Certificate") -> bytes:
    from cryptography.hazmat.primitives import hashes

    return certificate.fingerprint(hashes.SHA256())


def _counts(veld: "VeldFeiten", facts: "DocumentFeiten") -> bool:
    """Whether a field is to be shown: those of the sealed document, and any other that somebody signed."""
    return veld.in_zegel or veld.handtekening is not None or facts.zegel is None


def _judged(veld: "VeldFeiten", fault: str, moment: datetime) -> HandtekeningView:
    found = veld.handtekening
    if found is None:
        return HandtekeningView(
            veld.naam, veld.partij, HandtekeningStatus.OPEN, uitleg="Nog niet ondertekend."
        )
    why = _invalid_because(veld, found, fault)
    status = HandtekeningStatus.ONGELDIG if why else HandtekeningStatus.GETEKEND
    return HandtekeningView(
        veld=veld.naam,
        naam=veld.partij,
        status=status,
        ondertekenaar=found.ondertekenaar,
        uitgever=found.uitgever,
        wijze=found.reden,
        gezet_op=found.gezet_op,
        intact=found.intact,
        ongewijzigd=found.ongewijzigd,
        vertrouwd=found.vertrouwd,
        uitleg=why or _valid_because(found, moment),
    )


def _invalid_because(veld: "VeldFeiten", found: "HandtekeningFeiten", fault: str) -> str:
    if not found.leesbaar:
        return "De handtekening is beschadigd en kan niet worden gecontroleerd."
    if not found.intact:
        return "De inhoud van het document is niet meer die waar deze handtekening onder is gezet."
    if not found.ongewijzigd:
        return "Het document is na deze handtekening gewijzigd."
    return fault or ("" if veld.in_zegel else "Deze handtekening hoort niet bij de vakken van dit document.")


def _valid_because(found: "HandtekeningFeiten", moment: datetime) -> str:
    when = f" op {dutch_datetime(found.gezet_op.astimezone(moment.tzinfo))}" if found.gezet_op else ""
    return f"Gezet{when}; het document is sindsdien niet gewijzigd. {_trust(found)}"


def _trust(found: "HandtekeningFeiten") -> str:
    if not found.certificaat_geldig:
        return "Let op: op dat moment was het certificaat niet geldig."
    if found.vertrouwd:
        return f"Het certificaat is uitgegeven door {found.uitgever} en wordt vertrouwd."
    if found.zelf_uitgegeven:
        return "De ondertekenaar heeft het certificaat zelf uitgegeven: niemand anders staat in voor de naam."
    return f"Het certificaat is uitgegeven door {found.uitgever}; of die te vertrouwen is, is niet gecontroleerd."


def _sentence(velden: Sequence[HandtekeningView]) -> str:
    invalid = [veld.veld for veld in velden if veld.status is HandtekeningStatus.ONGELDIG]
    still_open = [veld.veld for veld in velden if veld.status is HandtekeningStatus.OPEN]
    if not velden:
        return "Het oordeel is definitief en verzegeld; dit reglement vraagt geen ondertekening."
    if invalid:
        return f"Er is een ongeldige handtekening: {', '.join(invalid)}."
    if not still_open:
        return f"Alle {len(velden)} partijen hebben getekend en het document is sindsdien niet gewijzigd."
    if len(still_open) == len(velden):
        return "Het document is verzegeld en niet gewijzigd; nog niemand heeft getekend."
    return f"Getekend: {len(velden) - len(still_open)} van {len(velden)}. Nog open: {', '.join(still_open)}."
