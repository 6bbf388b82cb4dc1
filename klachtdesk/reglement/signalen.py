"""Derives what the program points out by itself in a dossier: nobody asked, but somebody should look.

A signaal never forbids anything. Each rests on its reglement, or else on a praktijkregel with its numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from klachtdesk.dutch import long_date
from klachtdesk.reglement.bewaartermijn import derive_bewaartermijn
from klachtdesk.reglement.gebeurtenissen import REF_PAREN
from klachtdesk.reglement.kalender import kalender
from klachtdesk.reglement.onafhankelijkheid import derive_belemmeringen
from klachtdesk.reglement.procedure_eisen import NEVER, Situatie
from klachtdesk.reglement.procedure_redenen import Reden, reden
from klachtdesk.reglement.stappen import IN_ROL, Voorval

if TYPE_CHECKING:
    from klachtdesk.reglement.dossier import DossierFeiten
    from klachtdesk.reglement.parts import Duur
    from klachtdesk.reglement.schema import Reglement
    from klachtdesk.reglement.stappen import SignaalRegel

_HEARD = (
    "melding_ontvangen", "ontvangen", "contact_klager", "bevestiging_afspraken_verzonden",
    "schriftelijke_indiening_gevraagd", "ontvangstbevestiging_verzonden", "aanvulling_gevraagd", "vertaling_gevraagd",
    "niet_in_behandeling", "bericht_afhandeling_verzonden", "verdaagd", "reactie_verzonden", "tussenbericht_verzonden",
    "oordeel_verzonden", "tevredenheidscheck", "bezwaar_toelichting_uitgenodigd", "bezwaar_toelichting_gehouden",
    "bezwaar_uitspraak_verzonden", "doorverwezen", "folder_verstrekt", "informele_fase_gestart",
    "informele_fase_beeindigd", "oplossingspoging",
)  # fmt: skip
"""The kinds at which the klager and the office hear each other."""

_SPOKEN = (Voorval("contact_klager"), Voorval("gehoord", IN_ROL, "klager"))
"""What is contact with the klager; a betrokkene is heard as well."""

_HEARD_IN_PERSON = (Voorval("uitgenodigd_horen", IN_ROL, "klager"), Voorval("gehoord", IN_ROL, "klager"))
"""What the klager hears at these too, where it was the klager who was invited or heard."""

_TAKEN_UP = ("doorgezonden", "toegewezen", "contact_klager", "informele_fase_gestart", "ontvangen")
"""The kinds that show that a melding is not left lying."""


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What only other dossiers, the people in them and the settings of the office know.

    `zelfde_oorzaak` counts the klachten with this oorzaak within the duur of the signaal `herhaling`, this one
    included. `eerder_behandeld` tells that the same persons have a closed klacht on the same onderwerp.
    `dubbele_personen` are pairs of keys that may be one person. `stilte` is the setting of the office for how long a
    klager may hear nothing (no time at all: never point it out), None to go by the number of the reglement.
    """

    zelfde_oorzaak: int = 0
    eerder_behandeld: bool = False
    dubbele_personen: tuple[tuple[str, str], ...] = ()
    stilte: Duur | None = None


@dataclass(frozen=True, slots=True)
class Signaal:
    """Something to look at: a Dutch sentence that names its artikel, and what it rests on.

    `persoon` is the key of whom it is about, `grond` that of the ground it proposes for niet_in_behandeling.
    """

    sleutel: str
    zin: str
    clausule: tuple[str, ...]
    artikel: str | None
    persoon: str | None = None
    grond: str | None = None


def derive_signalen(
    reglement: Reglement, feiten: DossierFeiten, omgeving: Omgeving, peildatum: date
) -> tuple[Signaal, ...]:
    """Return what the program points out, in the order of the reglement; nothing once the dossier was destroyed."""
    if "vernietigd" in feiten.posities:
        return ()
    kijk = _Kijk(Situatie(reglement, feiten, peildatum), omgeving)
    return tuple(
        Signaal(regel.sleutel, found.zin, found.clausule, found.artikel, found.persoon, grond)
        for regel in reglement.signalen
        for found, grond in _WATCHERS[regel.sleutel](regel, kijk)
    )


@dataclass(frozen=True, slots=True)
class _Kijk:
    """A dossier and its surroundings, as the watchers look at it."""

    situatie: Situatie
    omgeving: Omgeving

    @property
    def feiten(self) -> DossierFeiten:
        return self.situatie.feiten

    @property
    def is_open(self) -> bool:
        return self.situatie.closed_by is None

    def first_day(self, *soorten: str) -> date | None:
        """Return the date of the first gebeurtenis of the most preferred kind that happened."""
        for soort in soorten:
            if positions := self.feiten.posities.get(soort):
                return self.feiten.gebeurtenissen[positions[0]].datum
        return None

    def later(self, start: date, duur: Duur) -> date:
        """Return the last day of a time that starts on a day; the end of time when there is no such day."""
        days = kalender(gelijkgestelde_dagen=self.situatie.reglement.gelijkgestelde_dagen)
        try:
            return days.add(start, duur.aantal, duur.eenheid)
        except OverflowError:
            return date.max


_Found = Iterator[tuple[Reden, str | None]]


def _niet_onafhankelijk(_regel: SignaalRegel, kijk: _Kijk) -> _Found:
    """Say it at once when a behandelaar, invuller or beoordelaar turns out to have a part in the klacht."""
    if kijk.is_open:
        for found in derive_belemmeringen(kijk.situatie.reglement, kijk.feiten):
            yield found.reden, None


def _gebeurtenis_te_oud(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    """Propose the ground that it happened too long before the klacht was put in."""
    happened, put_in = (
        kijk.feiten.datum_gebeurtenis,
        kijk.first_day("ingediend", "ontvangen", "melding_ontvangen"),
    )
    stap = kijk.situatie.reglement.stap_bij_gebeurtenis.get("niet_in_behandeling")
    if happened is None or put_in is None or stap is None or not kijk.is_open:
        return
    for grond in stap.gronden:
        if grond.ouder_dan is not None and put_in > kijk.later(happened, grond.ouder_dan):
            zin = (
                f"het gebeurde op {long_date(happened)}, meer dan {grond.ouder_dan} voor de indiening op "
                f"{long_date(put_in)}: u bent niet verplicht de klacht te behandelen."
            )
            yield reden(zin, regel), grond.sleutel


def _eerder_behandeld(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    if not kijk.omgeving.eerder_behandeld or not kijk.is_open:
        return
    stap = kijk.situatie.reglement.stap_bij_gebeurtenis.get("niet_in_behandeling")
    gronden = [grond.sleutel for grond in (stap.gronden if stap else ()) if grond.eerder_behandeld]
    zin = "over hetzelfde onderwerp is een eerdere klacht van dezelfde personen al afgehandeld."
    yield reden(zin, regel), gronden[0] if gronden else None


def _herhaling(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    count = kijk.omgeving.zelfde_oorzaak
    if regel.aantal is not None and regel.duur is not None and count >= regel.aantal:
        yield reden(f"dit is binnen {regel.duur} klacht {count} met dezelfde oorzaak.", regel), None


def _lang_niets_gehoord(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    duur = kijk.omgeving.stilte or regel.duur
    last = _last_heard(kijk)
    if last == NEVER or duur is None or not duur.aantal or not kijk.is_open:
        return
    heard = kijk.feiten.gebeurtenissen[last].datum
    if kijk.situatie.peildatum > kijk.later(heard, duur):
        yield reden(f"de klager heeft sinds {long_date(heard)} niets van u gehoord.", regel), None


def _last_heard(kijk: _Kijk) -> int:
    positions = kijk.feiten.posities
    heard = [positions[soort][-1] for soort in _HEARD if soort in positions]
    return max([*heard, kijk.situatie.last_of(_HEARD_IN_PERSON, ooit=True)])


def _melding_blijft_liggen(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    """Watch a melding that is neither solved nor passed on; once the klacht was received, its termijnen do."""
    came_in = kijk.first_day("melding_ontvangen")
    if came_in is None or regel.duur is None or not kijk.is_open:
        return
    if all(
        kijk.situatie.last(soort) == NEVER for soort in _TAKEN_UP
    ) and kijk.situatie.peildatum > kijk.later(came_in, regel.duur):
        zin = f"deze melding van {long_date(came_in)} is niet opgelost en niet doorgestuurd."
        yield reden(zin, regel), None


def _maatregel_zonder_evaluatie(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    opens = "verbetermaatregel_vastgesteld"
    happened, positions = kijk.feiten.gebeurtenissen, kijk.feiten.posities
    judged = {happened[position].ref for position in positions.get(REF_PAREN[opens], ())}
    for position in positions.get(opens, ()):
        decided = happened[position]
        if regel.duur is None or decided.ref in judged:
            continue
        if kijk.situatie.peildatum > kijk.later(decided.datum, regel.duur):
            zin = f"de verbetermaatregel van {long_date(decided.datum)} is nog niet geëvalueerd."
            yield reden(zin, regel), None


def _geen_contact(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    """Ask for contact with the klager while there was none and the oordeel has not been given."""
    if not kijk.is_open or "ontvangen" not in kijk.feiten.posities:
        return
    spoken = kijk.situatie.last_of(_SPOKEN, ooit=True) != NEVER
    if not spoken and kijk.situatie.last("oordeel_verzonden") == NEVER:
        yield reden("er is nog geen contact geweest met de melder of klager.", regel), None


def _geen_dagtekening(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    received = kijk.first_day("ontvangen")
    if received is not None and "ingediend" not in kijk.feiten.posities and kijk.is_open:
        zin = f"er is geen dagtekening bekend; als datum van indiening geldt de ontvangst op {long_date(received)}."
        yield reden(zin, regel), None


def _geen_overeenkomst(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    if kijk.is_open and kijk.feiten.gebeurtenissen and "overeenkomst" not in kijk.feiten.ingevuld:
        zin = "er is geen overeenkomst vastgelegd; misschien is de regeling niet van toepassing."
        yield reden(zin, regel), None


def _bewaren_loopt_niet(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    """Tell that the bewaartermijn of a closed dossier does not run, and that the directie can decide."""
    if kijk.is_open:
        return
    reglement, peildatum = kijk.situatie.reglement, kijk.situatie.peildatum
    gekozen = kijk.feiten.gekozen_bewaartermijn if reglement.bewaartermijn.duur is None else None
    stand = derive_bewaartermijn(reglement, kijk.feiten, peildatum, gekozen=gekozen)
    if stand.status == "loopt_niet":
        zin = f"De bewaartermijn loopt nog niet. {stand.reden} De directie kan met een motivering anders besluiten."
        yield Reden(zin, regel.clausule, regel.artikel), None


def _bewaartermijn_kiezen(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    bewaren = kijk.situatie.reglement.bewaartermijn
    if bewaren.duur is None and kijk.feiten.gekozen_bewaartermijn is None and kijk.feiten.gebeurtenissen:
        zin = "het reglement noemt geen bewaartermijn: kies er een, met een motivering, voor u het dossier afsluit."
        yield reden(zin, regel), None


def _dubbele_persoon(regel: SignaalRegel, kijk: _Kijk) -> _Found:
    for one, _other in kijk.omgeving.dubbele_personen:
        zin = "een persoon in dit dossier staat misschien ook onder een andere vermelding geregistreerd."
        yield reden(zin, regel, persoon=one), None


def _termijn_verlopen(_regel: SignaalRegel, kijk: _Kijk) -> _Found:
    """Point out a moment that passed and at which something else is called for: a termijn of the kind signaal."""
    for stand in kijk.situatie.termijnen:
        if (
            stand.voor == "signaal"
            and stand.status == "verlopen"
            and stand.voldaan_op is None
            and kijk.is_open
        ):
            yield reden(f"dit is niet op tijd gebeurd: {stand.label.lower()}.", stand.loop.regel), None


_WATCHERS: dict[str, Callable[[SignaalRegel, _Kijk], _Found]] = {
    "niet_onafhankelijk": _niet_onafhankelijk,
    "gebeurtenis_te_oud": _gebeurtenis_te_oud,
    "eerder_behandeld": _eerder_behandeld,
    "herhaling": _herhaling,
    "lang_niets_gehoord": _lang_niets_gehoord,
    "melding_blijft_liggen": _melding_blijft_liggen,
    "maatregel_zonder_evaluatie": _maatregel_zonder_evaluatie,
    "geen_contact": _geen_contact,
    "geen_dagtekening": _geen_dagtekening,
    "geen_overeenkomst": _geen_overeenkomst,
    "bewaren_loopt_niet": _bewaren_loopt_niet,
    "bewaartermijn_kiezen": _bewaartermijn_kiezen,
    "dubbele_persoon": _dubbele_persoon,
    "termijn_verlopen": _termijn_verlopen,
}
