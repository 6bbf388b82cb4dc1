"""Derives the record of figures of one dossier from what happened in it and what was chosen on its forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from klachtdesk.overzicht.cijferrecord import (
    HEROPENEND,
    Cijferrecord,
    Maatregel,
    Onderdeel,
    Rechtsgang,
    TermijnCijfer,
    Wending,
)
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND
from klachtdesk.reglement.termijnen import derive_loops

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
    from klachtdesk.reglement.schema import Reglement
    from klachtdesk.reglement.termijnen import Loop

ONTVANGST = ("melding_ontvangen", "ontvangen")

TURNS = frozenset({*BEEINDIGEND, *HEROPENEND})

_REACTIES = frozenset(
    {
        "contact_klager", "bevestiging_afspraken_verzonden", "schriftelijke_indiening_gevraagd",
        "ontvangstbevestiging_verzonden", "aanvulling_gevraagd", "vertaling_gevraagd", "niet_in_behandeling",
        "bericht_afhandeling_verzonden", "reactie_verzonden", "tussenbericht_verzonden", "oordeel_verzonden",
        "direct_opgelost",
    }
)  # fmt: skip
"""The kinds at which the klager hears from the office."""

_MAATREGELEN = (
    ("actiepunt", "actiepunt_vastgesteld", "actiepunt_gereed"),
    ("consequentie", "consequenties_vastgesteld", "consequenties_afgehandeld"),
    ("verbetermaatregel", "verbetermaatregel_vastgesteld", "verbetermaatregel_geevalueerd"),
)

_EVALUATED = "verbetermaatregel"

_VERVOLG = frozenset(
    {
        "informele_fase_beeindigd", "niet_in_behandeling", "bezwaar_ontvangen", "beroep_ingesteld", "doorverwezen",
        *(opens for _name, opens, _closes in _MAATREGELEN),
    }
)  # fmt: skip
"""The kinds with which something begins that most klachten do not come to."""

TELLING_VELDEN = frozenset(
    {
        *ONTVANGST, "contact_klager", "informele_fase_beeindigd", "niet_in_behandeling", "tevredenheidscheck",
        "afgehandeld", "ingetrokken", "verdaagd", "doorverwezen", "bezwaar_uitspraak_verzonden", "beroep_ingesteld",
        "beroep_uitspraak", "verbetermaatregel_vastgesteld", "verbetermaatregel_geevalueerd",
    }
)  # fmt: skip
"""The kinds of which a figure needs more than that they happened."""

_TELLING = frozenset(
    {
        *TELLING_VELDEN, *TURNS, *_REACTIES, "gehoord", "afgezien_van_horen", "tevredenheid_bevestigd",
        "bezwaar_ontvangen", "bezwaar_ingetrokken", "beroep_ingetrokken",
        *(soort for _name, opens, closes in _MAATREGELEN for soort in (opens, closes)),
    }
)  # fmt: skip


def telling_kinds(reglementen: Iterable[Reglement]) -> frozenset[str]:
    """Return the kinds of gebeurtenis on which a figure rests under these reglementen: the others need not be read."""
    of_termijnen = (
        soort
        for reglement in reglementen
        for termijn in reglement.termijnen
        for soort in (*termijn.start, *termijn.rekent_vanaf, *termijn.voldaan_door, *termijn.vervalt_door)
    )
    return _TELLING.union(of_termijnen)


@dataclass(frozen=True, slots=True)
class Nummer:
    """Which dossier it is: its number, the version of its reglement, and the day on which it was made."""

    jaar: int
    volgnummer: int
    versie: int
    aangemaakt: date


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What was chosen on the forms, by key; `product` is a key of the list of the office, and no text."""

    kanaal: str = ""
    hoedanigheid: str = ""
    soort: str = ""
    uiting: str = ""
    onderwerpen: tuple[str, ...] = ()
    product: str = ""
    oorzaak: str = ""
    gegrondheid: str = ""
    onderdelen: tuple[Onderdeel, ...] = ()
    tevredenheid: str = ""
    overeenstemming: str = ""


@dataclass(frozen=True)
class Deriver:
    """Derives the records of the dossiers under one version of a reglement; made once, used for many."""

    reglement: Reglement
    _duties: Reglement = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Leave out the rights of the klager and the signalen: they stand in no figure (Klassewerk 3)."""
        duties = tuple(item for item in self.reglement.termijnen if item.voor == "kantoor")
        object.__setattr__(self, "_duties", self.reglement.model_copy(update={"termijnen": duties}))

    def derive(
        self,
        nummer: Nummer,
        feiten: DossierFeiten,
        keuzes: Keuzes,
        *,
        herhaald: tuple[bool, bool] = (False, False),
    ) -> Cijferrecord:
        """Return the record of a dossier; `herhaald` tells whether its klager and its oorzaak came back.

        Raises GebeurtenisError when a termijn would end after the year 9999.
        """
        events, known = feiten.gebeurtenissen, feiten.posities
        received = [events[known[soort][0]] for soort in ONTVANGST if soort in known]
        turns = [item for item in events if item.soort in TURNS]
        first = [(item.soort, item.datum) for item in (*received, *turns[:1])]
        reactions = [events[known[soort][0]].datum for soort in _REACTIES & known.keys()]
        return Cijferrecord(
            jaar=nummer.jaar,
            volgnummer=nummer.volgnummer,
            reglement=self.reglement.sleutel,
            versie=nummer.versie,
            binnen=came_in(first, nummer.aangemaakt),
            ontvangen=events[known["ontvangen"][0]].datum if "ontvangen" in known else None,
            wendingen=tuple([Wending(item.datum, item.soort) for item in turns]),
            termijnen=tuple(map(_termijn, derive_loops(self._duties, feiten))),
            **_chosen(keuzes, received, feiten),
            gehoord="gehoord" in known,
            afgezien="afgezien_van_horen" in known,
            eerste_reactie=min(reactions, default=None),
            herhaalde_klager=herhaald[0],
            herhaalde_oorzaak=herhaald[1],
            **({} if _VERVOLG.isdisjoint(known) else _vervolg(feiten)),
        )


def _chosen(keuzes: Keuzes, received: list[Gebeurtenis], feiten: DossierFeiten) -> dict[str, Any]:
    """Return what was chosen; where what happened says it as well, that counts."""
    return {
        "kanaal": keuzes.kanaal or next((item.waarde("kanaal") for item in received), ""),
        "hoedanigheid": keuzes.hoedanigheid,
        "soort": keuzes.soort,
        "uiting": keuzes.uiting,
        "onderwerpen": keuzes.onderwerpen,
        "product": keuzes.product,
        "oorzaak": keuzes.oorzaak,
        "gegrondheid": keuzes.gegrondheid,
        "onderdelen": keuzes.onderdelen,
        "tevredenheid": _tevredenheid(feiten) or keuzes.tevredenheid,
        "overeenstemming": _last(feiten, "afgehandeld", "overeenstemming") or keuzes.overeenstemming,
    }


def _vervolg(feiten: DossierFeiten) -> dict[str, Any]:
    """Return what does not come of every klacht."""
    events, known = feiten.gebeurtenissen, feiten.posities
    referred = [events[at] for at in known.get("doorverwezen", ())]
    return {
        "informeel": _last(feiten, "informele_fase_beeindigd", "uitkomst"),
        "gronden": tuple(_last(feiten, "niet_in_behandeling", "gronden").split()),
        "bezwaren": tuple(_bezwaren(events)),
        "beroepen": tuple(_beroepen(events)),
        "doorverwezen": tuple(Rechtsgang(item.datum, item.waarde("instantie")) for item in referred),
        "maatregelen": tuple(_maatregelen(feiten)),
    }


def came_in(dagen: Iterable[tuple[str, date]], made: date) -> date:
    """Return the day on which a dossier first came in, from what happened in it, as kind and date.

    Without any receipt that is the day on which it was made. It was there when it was first closed or opened again,
    whatever the receipt says.
    """
    received = turned = date.max
    for soort, dag in dagen:
        if soort in ONTVANGST:
            received = min(received, dag)
        elif soort in TURNS:
            turned = min(turned, dag)
    return min(made if received == date.max else received, turned)


def _termijn(loop: Loop) -> TermijnCijfer:
    met, verdagingen = loop.is_met, loop.verdagingen
    decided = loop.voldaan_door if met else loop.vervallen_door
    return TermijnCijfer(
        sleutel=loop.regel.sleutel,
        start=loop.start,
        einde=loop.einde,
        beslist=None if decided is None else decided.datum,
        gehaald=met,
        verdaagd=len(verdagingen),
        toegelicht=len([item for item in verdagingen if (item.reden or "").strip()]),
    )


def _last(feiten: DossierFeiten, soort: str, veld: str) -> str:
    """Return what the last gebeurtenis of a kind says in a field."""
    positions = feiten.posities.get(soort)
    return feiten.gebeurtenissen[positions[-1]].waarde(veld) if positions else ""


def _tevredenheid(feiten: DossierFeiten) -> str:
    """Return what was last heard of whether the klager is satisfied."""
    asked = feiten.posities.get("tevredenheidscheck", (-1,))[-1]
    confirmed = feiten.posities.get("tevredenheid_bevestigd", (-1,))[-1]
    if confirmed > asked:
        return "tevreden"
    return _last(feiten, "tevredenheidscheck", "uitkomst")


def _bezwaren(events: Iterable[Gebeurtenis]) -> list[Rechtsgang]:
    """Return the bezwaren; an uitspraak or a withdrawal ends the first that is undecided."""
    found: list[Rechtsgang] = []
    for item in events:
        if item.soort == "bezwaar_ontvangen":
            found.append(Rechtsgang(item.datum))
        elif item.soort == "bezwaar_uitspraak_verzonden":
            _decide(found, item, item.waarde("uitkomst"))
        elif item.soort == "bezwaar_ingetrokken":
            _decide(found, item, "ingetrokken")
    return found


def _beroepen(events: Iterable[Gebeurtenis]) -> list[Rechtsgang]:
    """Return the beroepen; an uitspraak ends the first undecided one before that body."""
    found: list[Rechtsgang] = []
    for item in events:
        if item.soort == "beroep_ingesteld":
            found.append(Rechtsgang(item.datum, item.waarde("instantie")))
        elif item.soort == "beroep_uitspraak":
            _decide(found, item, item.waarde("uitkomst"), item.waarde("instantie"))
        elif item.soort == "beroep_ingetrokken":
            _decide(found, item, "ingetrokken")
    return found


def _decide(found: list[Rechtsgang], by: Gebeurtenis, uitkomst: str, instantie: str = "") -> None:
    waiting = [index for index, item in enumerate(found) if item.beslist is None]
    same = [index for index in waiting if instantie and found[index].instantie == instantie]
    for index in (same or waiting)[:1]:
        begun = found[index]
        found[index] = Rechtsgang(begun.begonnen, begun.instantie, by.datum, uitkomst)


def _maatregelen(feiten: DossierFeiten) -> Iterator[Maatregel]:
    """Yield what was decided on; what was judged counts as carried out, unless it is said that it was not."""
    for soort, opens, closes in _MAATREGELEN:
        if opens not in feiten.posities:
            continue
        ended = {
            feiten.gebeurtenissen[at].ref: feiten.gebeurtenissen[at] for at in feiten.posities.get(closes, ())
        }
        for at in feiten.posities[opens]:
            decided = feiten.gebeurtenissen[at]
            end = ended.get(decided.ref)
            judged = end if soort == _EVALUATED else None
            done = end if end is not None and end.waarde("uitgevoerd") != "nee" else None
            yield Maatregel(
                soort=soort,
                besloten=decided.datum,
                aard=decided.waarde("aard"),
                uitgevoerd=None if done is None else done.datum,
                geevalueerd=None if judged is None else judged.datum,
                uitkomst="" if judged is None else judged.waarde("uitkomst"),
            )
