"""Says whether a list of gebeurtenissen can be true: the refusals that hold in every reglement.

The command checks a whole list with it, the services check one more gebeurtenis against those that are there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from klachtdesk.errors import GebeurtenisError
from klachtdesk.reglement.dossier import DossierFeiten
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND, REF_PAREN, REF_SOORTEN, SOORTEN, VOOR_ONTVANGST
from klachtdesk.reglement.kalender import in_words
from klachtdesk.reglement.termijnen import derive_loops

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from klachtdesk.reglement.dossier import Gebeurtenis, Persoon
    from klachtdesk.reglement.schema import Reglement
    from klachtdesk.reglement.termijnen import Loop

_OPENED_BY = {closes: opens for opens, closes in REF_PAREN.items()}


def validate_gebeurtenissen(
    reglement: Reglement,
    gebeurtenissen: Sequence[Gebeurtenis],
    peildatum: date,
    *,
    personen: Iterable[Persoon] = (),
    ingevuld: Iterable[str] = (),
) -> DossierFeiten:
    """Return the feiten of a dossier in which all this happened; on one date, in the order of the list.

    Each gets as `plaats` its place in the list. Raises GebeurtenisError at the first one that can't be,
    naming that place and the field.
    """
    numbered = tuple(
        replace(gebeurtenis, plaats=place) for place, gebeurtenis in enumerate(gebeurtenissen, 1)
    )
    for gebeurtenis in numbered:
        _check_alone(reglement, gebeurtenis, peildatum)
    feiten = DossierFeiten(numbered, tuple(personen), frozenset(ingevuld))
    _Sequence().check(feiten)
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
        _refuse(gebeurtenis, "datum", f"deze datum ligt na de peildatum ({in_words(peildatum)}).")
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


class _Sequence:
    """Goes through the gebeurtenissen in counting order and refuses what can't follow on what came before."""

    def __init__(self) -> None:
        self._received = False
        self._closed = False
        self._bezwaar_in_ronde = False
        self._beroep_open = False
        self._opened: set[tuple[str, str | None]] = set()

    def check(self, feiten: DossierFeiten) -> None:
        for gebeurtenis in feiten.gebeurtenissen:
            if gebeurtenis.soort != "ontvangen" and not self._received:
                self._before_receipt(gebeurtenis)
            match gebeurtenis.soort:
                case "ontvangen":
                    self._receive(gebeurtenis)
                case "ingediend" if self._received:
                    _refuse(gebeurtenis, "soort", "de klacht kan niet na de ontvangst zijn ingediend.")
                case "heropend":
                    self._reopen(gebeurtenis)
                case "bezwaar_ontvangen":
                    self._receive_bezwaar(gebeurtenis)
                case "beroep_ingesteld" | "beroep_uitspraak" | "beroep_ingetrokken":
                    self._beroep(gebeurtenis)
                case soort if soort in REF_SOORTEN:
                    self._ref(gebeurtenis)
                case soort if soort in BEEINDIGEND:
                    self._closed = True

    def _before_receipt(self, gebeurtenis: Gebeurtenis) -> None:
        if gebeurtenis.soort not in VOOR_ONTVANGST:
            _refuse(gebeurtenis, "soort", "dit kan niet voordat de klacht is ontvangen.")

    def _receive(self, gebeurtenis: Gebeurtenis) -> None:
        if self._received:
            _refuse(gebeurtenis, "soort", "de klacht is al eerder ontvangen; dat gebeurt maar één keer.")
        self._received = True

    def _reopen(self, gebeurtenis: Gebeurtenis) -> None:
        if not self._closed:
            _refuse(gebeurtenis, "soort", "het dossier is niet afgesloten en kan dus niet worden heropend.")
        self._closed = False
        self._bezwaar_in_ronde = False

    def _receive_bezwaar(self, gebeurtenis: Gebeurtenis) -> None:
        if self._bezwaar_in_ronde:
            _refuse(gebeurtenis, "soort", "in deze ronde is al een bezwaar ontvangen.")
        self._bezwaar_in_ronde = True

    def _beroep(self, gebeurtenis: Gebeurtenis) -> None:
        is_new = gebeurtenis.soort == "beroep_ingesteld"
        if is_new and self._beroep_open:
            _refuse(gebeurtenis, "soort", "er loopt al een beroep.")
        self._beroep_open = is_new

    def _ref(self, gebeurtenis: Gebeurtenis) -> None:
        opened_by = _OPENED_BY.get(gebeurtenis.soort)
        if opened_by is None:
            if (gebeurtenis.soort, gebeurtenis.ref) in self._opened:
                _refuse(gebeurtenis, "ref", "met dit kenmerk is al eerder iets vastgesteld.")
            self._opened.add((gebeurtenis.soort, gebeurtenis.ref))
        elif (opened_by, gebeurtenis.ref) not in self._opened:
            _refuse(gebeurtenis, "ref", "met dit kenmerk is niets vastgesteld.")


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
            verdaagd, "termijn", f"aan deze termijn is al voldaan op {in_words(loop.voldaan_door.datum)}."
        )
    if loop.vervallen_door is not None and loop.vervallen_door.datum <= verdaagd.datum:
        _refuse(
            verdaagd, "termijn", f"deze termijn is al vervallen op {in_words(loop.vervallen_door.datum)}."
        )
    if verdaagd.datum > einde:
        _refuse(
            verdaagd,
            "datum",
            f"de termijn liep al af op {in_words(einde)}.",
            "Leg een bericht dat te laat kwam vast als tussenbericht_verzonden; de termijn blijft te laat.",
        )
    if verdaagd.tot is None or verdaagd.tot <= einde:
        _refuse(verdaagd, "tot", f"de nieuwe einddatum moet na {in_words(einde)} liggen.")
    return verdaagd.tot
