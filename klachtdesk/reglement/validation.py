"""Says whether a list of gebeurtenissen can be true: the refusals that hold in every reglement.

The command checks a whole list with it, the services check one more gebeurtenis against those that are there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from klachtdesk.dutch import long_date
from klachtdesk.errors import GebeurtenisError
from klachtdesk.reglement.dossier import DossierFeiten
from klachtdesk.reglement.gebeurtenissen import (
    BEEINDIGEND,
    REF_PAREN,
    REF_SOORTEN,
    SOORTEN,
    VOOR_ONTVANGST,
)
from klachtdesk.reglement.termijnen import derive_loops

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from klachtdesk.reglement.dossier import Gebeurtenis, Persoon
    from klachtdesk.reglement.schema import Reglement
    from klachtdesk.reglement.termijnen import Loop

_OPENED_BY = {closes: opens for opens, closes in REF_PAREN.items()}

# What a dossier knows beyond counting: somebody can be asked to put a melding in writing, and what concerns keeping
# can happen in a melding that was closed and never became a klacht (DECISIONS.md, 16).
_BIJ_MELDING = frozenset({"schriftelijke_indiening_gevraagd"})
_BEWAREN = frozenset({"besproken", "besluit_directie", "bewaren_opgeschort", "bewaren_hervat", "vernietigd"})


def validate_gebeurtenissen(
    reglement: Reglement,
    gebeurtenissen: Sequence[Gebeurtenis],
    peildatum: date,
    *,
    personen: Iterable[Persoon] = (),
    ingevuld: Iterable[str] = (),
    in_dossier: bool = False,
) -> DossierFeiten:
    """Return the feiten of a dossier in which all this happened; on one date, in the order of the list.

    With `in_dossier` a melding that never became a klacht can go on as it does in the office; see `Course`.
    Each gets as `plaats` its place in the list. Raises GebeurtenisError at the first one that can't be,
    naming that place and the field.
    """
    numbered = tuple(
        replace(gebeurtenis, plaats=place) for place, gebeurtenis in enumerate(gebeurtenissen, 1)
    )
    for gebeurtenis in numbered:
        _check_alone(reglement, gebeurtenis, peildatum)
    feiten = DossierFeiten(numbered, tuple(personen), frozenset(ingevuld))
    Course(in_dossier=in_dossier).check(feiten)
    _check_verdagingen(derive_loops(reglement, feiten), feiten)
    return feiten


def _refuse(gebeurtenis: Gebeurtenis, field: str, why: str, hint: str = "") -> NoReturn:
    """Refuse a gebeurtenis. An unknown soort is not repeated: it may be anything that somebody typed."""
    name = f" ({gebeurtenis.soort})" if gebeurtenis.soort in SOORTEN else ""
    place = gebeurtenis.plaats
    raise GebeurtenisError(f"Gebeurtenis {place}{name}, {field}: {why}", hint, place=place, field=field)


def _check_alone(reglement: Reglement, gebeurtenis: Gebeurtenis, peildatum: date) -> None:
    """Refuse what is wrong whatever else happened."""
    soort = gebeurtenis.soort
    if soort not in SOORTEN:
        _refuse(gebeurtenis, "soort", "deze soort gebeurtenis bestaat niet.")
    if soort == "correctie":
        _refuse(
            gebeurtenis,
            "soort",
            "een correctie wordt niet meegeteld.",
            "Laat de gecorrigeerde gebeurtenis weg, of zet de juiste in haar plaats.",
        )
    if gebeurtenis.datum > peildatum:
        _refuse(gebeurtenis, "datum", f"deze datum ligt na de peildatum ({long_date(peildatum)}).")
    if soort in REF_SOORTEN and not _filled(gebeurtenis.ref):
        _refuse(gebeurtenis, "ref", "dit kenmerk ontbreekt.")
    if soort == "verdaagd":
        _check_verdaagd_alone(reglement, gebeurtenis)


def _filled(text: str | None) -> bool:
    return bool(text and text.strip())


def _check_verdaagd_alone(reglement: Reglement, verdaagd: Gebeurtenis) -> None:
    if not _filled(verdaagd.termijn):
        _refuse(verdaagd, "termijn", "welke termijn is verdaagd, ontbreekt.")
    regel = reglement.termijn_bij_sleutel.get(verdaagd.termijn or "")
    if regel is None:
        _refuse(verdaagd, "termijn", "deze termijn staat niet in het reglement.")
    if regel.verdaging is None:
        _refuse(
            verdaagd,
            "termijn",
            f"volgens het reglement ({regel.vindplaats}) kan deze termijn niet worden verdaagd.",
        )
    if verdaagd.tot is None:
        _refuse(verdaagd, "tot", "de nieuwe einddatum ontbreekt.")
    if not _filled(verdaagd.reden):
        _refuse(verdaagd, "reden", "de reden van de verdaging ontbreekt.")
    gronden = [grond.sleutel for grond in regel.verdaging.gronden]
    if gronden and verdaagd.grond not in gronden:
        _refuse(verdaagd, "grond", f"kies als grond een van: {', '.join(gronden)}.")


class Course:
    """Goes through the gebeurtenissen in counting order and knows what can't follow on what came before.

    Counting takes next to nothing before the klacht is received. A dossier takes more (`in_dossier`): who reports
    something can be asked to write it down, and a closed melding is discussed, kept and destroyed like a klacht.
    """

    def __init__(self, *, in_dossier: bool = False) -> None:
        self._in_dossier = in_dossier
        self._received = False
        self._closed = False
        self._bezwaar_in_ronde = False
        self._beroep_open = False
        self._opened: set[tuple[str, str | None]] = set()

    def check(self, feiten: DossierFeiten) -> None:
        """Raise GebeurtenisError at the first one that can't follow on those before it."""
        for gebeurtenis in feiten.gebeurtenissen:
            refused = self.refusal(gebeurtenis.soort)
            if refused is None and gebeurtenis.soort in REF_SOORTEN:
                refused = self._ref_refusal(gebeurtenis.soort, gebeurtenis.ref)
            if refused is not None:
                _refuse(gebeurtenis, *refused)
            self.add(gebeurtenis)

    def add(self, gebeurtenis: Gebeurtenis) -> None:
        """Take note of one that happened."""
        match gebeurtenis.soort:
            case "ontvangen":
                self._received = True
            case "heropend":
                self._closed = self._bezwaar_in_ronde = False
            case "bezwaar_ontvangen":
                self._bezwaar_in_ronde = True
            case "beroep_ingesteld" | "beroep_uitspraak" | "beroep_ingetrokken" as soort:
                self._beroep_open = soort == "beroep_ingesteld"
            case soort if soort in REF_PAREN:
                self._opened.add((soort, gebeurtenis.ref))
            case soort if soort in BEEINDIGEND:
                self._closed = True

    def refusal(self, soort: str) -> tuple[str, str] | None:
        """Return the field and the Dutch reason for which this kind can't come next, or None when it can."""
        if not self._received and soort != "ontvangen" and not self._before_receipt(soort):
            return "soort", "dit kan niet voordat de klacht is ontvangen."
        match soort:
            case "ontvangen" if self._received:
                return "soort", "de klacht is al eerder ontvangen; dat gebeurt maar één keer."
            case "ingediend" if self._received:
                return "soort", "de klacht kan niet na de ontvangst zijn ingediend."
            case "heropend" if not self._closed:
                return "soort", "het dossier is niet afgesloten en kan dus niet worden heropend."
            case "bezwaar_ontvangen" if self._bezwaar_in_ronde:
                return "soort", "in deze ronde is al een bezwaar ontvangen."
            case "beroep_ingesteld" if self._beroep_open:
                return "soort", "er loopt al een beroep."
            case _:
                return None

    def _before_receipt(self, soort: str) -> bool:
        """Tell whether this kind can happen while there is no klacht."""
        if soort in VOOR_ONTVANGST:
            return True
        return self._in_dossier and (soort in _BIJ_MELDING or (self._closed and soort in _BEWAREN))

    def _ref_refusal(self, soort: str, ref: str | None) -> tuple[str, str] | None:
        opened_by = _OPENED_BY.get(soort)
        if opened_by is None:
            is_new = (soort, ref) not in self._opened
            return None if is_new else ("ref", "met dit kenmerk is al eerder iets vastgesteld.")
        return None if (opened_by, ref) in self._opened else ("ref", "met dit kenmerk is niets vastgesteld.")


def _check_verdagingen(loops: Iterable[Loop], feiten: DossierFeiten) -> None:
    """Refuse a verdaging of a termijn that did not run (any more), or that does not move its end forward."""
    running: set[int] = set()
    for loop in loops:
        einde = loop.einde_zonder_verdaging
        for verdaagd in loop.verdagingen:
            running.add(verdaagd.plaats)
            einde = _check_verdaging(loop, verdaagd, einde)
    for position in feiten.posities.get("verdaagd", ()):
        verdaagd = feiten.gebeurtenissen[position]
        if verdaagd.plaats not in running:
            _refuse(verdaagd, "termijn", "deze termijn loopt nog niet en kan dus niet worden verdaagd.")


def _check_verdaging(loop: Loop, verdaagd: Gebeurtenis, einde: date) -> date:
    """Return the new end."""
    if loop.voldaan_door is not None and loop.voldaan_door.datum <= verdaagd.datum:
        _refuse(
            verdaagd, "termijn", f"aan deze termijn is al voldaan op {long_date(loop.voldaan_door.datum)}."
        )
    if loop.vervallen_door is not None and loop.vervallen_door.datum <= verdaagd.datum:
        _refuse(
            verdaagd, "termijn", f"deze termijn is al vervallen op {long_date(loop.vervallen_door.datum)}."
        )
    if verdaagd.datum > einde:
        _refuse(
            verdaagd,
            "datum",
            f"de termijn liep al af op {long_date(einde)}.",
            "Leg een bericht dat te laat kwam vast als tussenbericht_verzonden; de termijn blijft te laat.",
        )
    if verdaagd.tot is None or verdaagd.tot <= einde:
        _refuse(verdaagd, "tot", f"de nieuwe einddatum moet na {long_date(einde)} liggen.")
    return verdaagd.tot
