"""The command `termijnen`: from a list of gebeurtenissen to the termijnen and the bewaartermijn, with reasons."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from klachtdesk.assets import names, read_text
from klachtdesk.cli.gebeurtenissen_json import parse_date, read_gebeurtenissen
from klachtdesk.cli.streams import printable, read_input, write_output
from klachtdesk.dutch import long_date
from klachtdesk.errors import InvalidInput
from klachtdesk.reglement.bewaartermijn import BewaarStand, derive_bewaartermijn
from klachtdesk.reglement.explanation import explain
from klachtdesk.reglement.explanation_bewaren import explain_bewaren
from klachtdesk.reglement.loading import load_reglement
from klachtdesk.reglement.schema import Duur
from klachtdesk.reglement.termijnen import TermijnStand, derive_termijnen
from klachtdesk.reglement.validation import validate_gebeurtenissen
from klachtdesk.services.klok import SysteemKlok

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from klachtdesk.reglement.dossier import DossierFeiten
    from klachtdesk.reglement.kalender import Eenheid
    from klachtdesk.reglement.schema import Reglement

_EENHEDEN: dict[str, Eenheid] = {
    "dag": "dagen",
    "dagen": "dagen",
    "week": "weken",
    "weken": "weken",
    "maand": "maanden",
    "maanden": "maanden",
    "jaar": "jaren",
    "jaren": "jaren",
}
_BEWAARTERMIJN = re.compile(rf"(0|[1-9][0-9]{{0,4}}) ({'|'.join(_EENHEDEN)})")


def run(arguments: Namespace) -> int:
    """Read standard input, write the answer to standard output, return 0.

    Raises DeskError before anything is written when an option or a gebeurtenis is wrong.
    """
    reglement = _reglement(arguments.reglement, gelijkgestelde_dagen=arguments.gelijkgestelde_dagen)
    peildatum = _peildatum(arguments.peildatum)
    gekozen = _gekozen(reglement, arguments.bewaartermijn, arguments.motivering)
    feiten = validate_gebeurtenissen(reglement, read_gebeurtenissen(read_input(), reglement), peildatum)
    standen = derive_termijnen(reglement, feiten, peildatum)
    bewaren = derive_bewaartermijn(reglement, feiten, peildatum, gekozen=gekozen)
    if arguments.json:
        answer = _as_json(reglement, feiten, peildatum, standen, bewaren)
    else:
        answer = _as_text(reglement, feiten, peildatum, standen)
        answer += _bewaren_as_text(reglement, bewaren, gekozen, arguments.motivering)
    write_output(answer)
    return 0


def _reglement(sleutel: str, *, gelijkgestelde_dagen: bool) -> Reglement:
    known = names("reglementen", ".toml")
    if sleutel not in known:
        raise InvalidInput("Dit reglement is er niet.", f"Kies een van: {', '.join(known)}.")
    bestand = f"{sleutel}.toml"
    reglement = load_reglement(read_text("reglementen", bestand), bestand=bestand)
    if gelijkgestelde_dagen:
        reglement = reglement.model_copy(update={"gelijkgestelde_dagen": True})
    return reglement


def _peildatum(text: str | None) -> date:
    if text is None:
        return SysteemKlok().vandaag()
    found = parse_date(text)
    if found is None:
        raise InvalidInput(
            "De peildatum is geen datum.", "Schrijf hem als JJJJ-MM-DD, bijvoorbeeld 2026-04-01."
        )
    return found


def _gekozen(reglement: Reglement, bewaartermijn: str | None, motivering: str | None) -> Duur | None:
    """Return the bewaartermijn that the office chose, which it may only where the text names none."""
    if bewaartermijn is None:
        if motivering is not None:
            raise InvalidInput("Een motivering hoort bij een bewaartermijn.", "Geef ook --bewaartermijn.")
        return None
    match = _BEWAARTERMIJN.fullmatch(bewaartermijn)
    if match is None:
        raise InvalidInput(
            "Deze bewaartermijn is niet te lezen.",
            "Schrijf een getal met dagen, weken, maanden of jaar, bijvoorbeeld: 2 jaar.",
        )
    if motivering is None or not motivering.strip():
        raise InvalidInput("Een gekozen bewaartermijn heeft een motivering nodig.", "Geef ook --motivering.")
    if any(
        "\ud800" <= character <= "\udfff" for character in motivering
    ):  # bytes that are no text in this locale
        raise InvalidInput(
            "In de motivering staat een teken dat niet te lezen is.", "Typ de motivering opnieuw."
        )
    if reglement.bewaartermijn.duur is not None:
        raise InvalidInput("Het reglement noemt zelf een bewaartermijn; er valt er geen te kiezen.")
    return Duur(aantal=int(match[1]), eenheid=_EENHEDEN[match[2]])


def _as_json(
    reglement: Reglement,
    feiten: DossierFeiten,
    peildatum: date,
    standen: tuple[TermijnStand, ...],
    bewaren: BewaarStand,
) -> str:
    answer = {
        "reglement": reglement.sleutel,
        "peildatum": peildatum.isoformat(),
        "termijnen": [_termijn_as_data(stand, explain(reglement, feiten, stand)) for stand in standen],
        "bewaren": {
            "status": bewaren.status,
            "vanaf": _iso(bewaren.vanaf),
            "tot": _iso(bewaren.tot),
            "reden": bewaren.reden,
            "geblokkeerd_door": list(bewaren.geblokkeerd_door),
        },
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _termijn_as_data(stand: TermijnStand, uitleg: tuple[str, ...]) -> dict[str, Any]:
    return {
        "termijn": stand.termijn,
        "ref": stand.ref,
        "ronde": stand.ronde,
        "clausule": list(stand.clausule),
        "artikel": stand.artikel,
        "voor": stand.voor,
        "start": stand.start.isoformat(),
        "einde": stand.einde.isoformat(),
        "streefdatum": _iso(stand.streefdatum),
        "status": stand.status,
        "voldaan_op": _iso(stand.voldaan_op),
        "uitleg": list(uitleg),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _as_text(
    reglement: Reglement, feiten: DossierFeiten, peildatum: date, standen: tuple[TermijnStand, ...]
) -> str:
    lines = [f"{reglement.naam}, stand op {long_date(peildatum)}", ""]
    if not standen:
        lines += ["Er lopen geen termijnen.", ""]
    else:
        lines.append(f"{'einde':<12}{'streefdatum':<13}{'status':<20}termijn")
    for stand in standen:
        streefdatum = _iso(stand.streefdatum) or "-"
        status = stand.status.replace("_", " ")
        lines.append(f"{stand.einde.isoformat():<12}{streefdatum:<13}{status:<20}{_name(stand)}")
    for stand in standen:
        lines += ["", _name(stand), *(f"  {sentence}" for sentence in explain(reglement, feiten, stand))]
    return "\n".join([*lines, ""])


def _name(stand: TermijnStand) -> str:
    """Name a termijn with what tells it apart: its ref, or its ronde from the second on."""
    if stand.ref is not None:
        return f"{stand.label} ({printable(stand.ref)})"
    return stand.label if stand.ronde == 1 else f"{stand.label} (ronde {stand.ronde})"


def _bewaren_as_text(
    reglement: Reglement, bewaren: BewaarStand, gekozen: Duur | None, motivering: str | None
) -> str:
    lines = ["", f"Bewaren: {bewaren.status.replace('_', ' ')}"]
    lines += [f"  {sentence}" for sentence in explain_bewaren(reglement, bewaren, gekozen=gekozen)]
    if motivering is not None:
        lines.append(f"  Motivering: {printable(' '.join(motivering.split()))}")
    return "\n".join([*lines, ""])
