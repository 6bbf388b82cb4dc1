"""The tables over what came of it: bezwaar, beroep and maatregelen, each counted in the period in which it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.overzicht.labels import ONBEKEND, Labels, Pairs
from klachtdesk.overzicht.tabelregel import Geval, Tabelregel, fixed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from klachtdesk.overzicht.cijferrecord import Rechtsgang
    from klachtdesk.overzicht.perioden import Periode

_INGETROKKEN = "ingetrokken"

_UITSPRAKEN = fixed(
    ("gegrond", "Gegrond"),
    ("deels_gegrond", "Deels gegrond"),
    ("ongegrond", "Ongegrond"),
    ("niet_ontvankelijk", "Niet-ontvankelijk"),
    (_INGETROKKEN, "Ingetrokken"),
    (ONBEKEND, "Uitkomst niet ingevuld"),
)


def _instanties(labels: Labels, _periode: Periode) -> Pairs:
    return (*labels.instanties, (ONBEKEND, "Andere instantie"))


def _instantie(geval: Geval, sleutel: str) -> str:
    return sleutel if sleutel in dict(geval.labels.instanties) else ONBEKEND


def _at_instantie(geval: Geval, gangen: Iterable[Rechtsgang]) -> Collection[str]:
    return [_instantie(geval, item.instantie) for item in gangen if geval.periode.holds(item.begonnen)]


def _decided(geval: Geval, gangen: Iterable[Rechtsgang]) -> Collection[str]:
    return [item.uitkomst or ONBEKEND for item in gangen if geval.periode.holds(item.beslist)]


def _besloten(geval: Geval) -> Collection[str]:
    return list(_steps(geval))


def _steps(geval: Geval) -> Iterator[str]:
    for item in geval.record.maatregelen:
        if geval.periode.holds(item.besloten):
            yield f"{item.soort}.besloten"
            if item.aard == "training":
                yield "training.besloten"
        if geval.periode.holds(item.uitgevoerd):
            yield f"{item.soort}.uitgevoerd"
            if item.aard == "training":
                yield "training.uitgevoerd"


def _geevalueerd(geval: Geval) -> Collection[str]:
    return [
        item.uitkomst or ONBEKEND
        for item in geval.record.maatregelen
        if geval.periode.holds(item.geevalueerd)
    ]


VERVOLG: tuple[Tabelregel, ...] = (
    Tabelregel(
        "bezwaar",
        "Bezwaar",
        "Bezwaren die in de periode zijn ontvangen.",
        "bezwaren",
        fixed(("ontvangen", "Ontvangen")),
        lambda geval: ["ontvangen" for item in geval.record.bezwaren if geval.periode.holds(item.begonnen)],
        eenheid="bezwaren",
        soort="los",
    ),
    Tabelregel(
        "bezwaar_uitkomst",
        "Uitkomst van bezwaar",
        "Bezwaren waarop in de periode is beslist, of die toen zijn ingetrokken.",
        "bezwaren",
        _UITSPRAKEN,
        lambda geval: _decided(geval, geval.record.bezwaren),
        eenheid="bezwaren",
    ),
    Tabelregel(
        "doorverwezen",
        "Doorverwezen",
        "Naar welke instantie de klager in de periode is verwezen.",
        "doorverwezen",
        _instanties,
        lambda geval: _at_instantie(geval, geval.record.doorverwezen),
        eenheid="verwijzingen",
    ),
    Tabelregel(
        "beroep",
        "Beroep bij een instantie",
        "Bij welke instantie in de periode beroep is ingesteld.",
        "beroepen",
        _instanties,
        lambda geval: _at_instantie(geval, geval.record.beroepen),
        eenheid="beroepen",
    ),
    Tabelregel(
        "beroep_uitkomst",
        "Uitkomst van beroep",
        "Beroepen waarop in de periode is beslist, of die toen zijn ingetrokken.",
        "beroepen",
        _UITSPRAKEN,
        lambda geval: _decided(geval, geval.record.beroepen),
        eenheid="beroepen",
    ),
    Tabelregel(
        "maatregel",
        "Maatregelen",
        "Waartoe in de periode is besloten, en wat in de periode is uitgevoerd.",
        "maatregelen",
        fixed(
            ("actiepunt.besloten", "Actiepunten vastgesteld"),
            ("actiepunt.uitgevoerd", "Actiepunten gereed"),
            ("consequentie.besloten", "Consequenties vastgesteld"),
            ("consequentie.uitgevoerd", "Consequenties afgehandeld"),
            ("verbetermaatregel.besloten", "Verbetermaatregelen vastgesteld"),
            ("verbetermaatregel.uitgevoerd", "Verbetermaatregelen uitgevoerd"),
            ("training.besloten", "Waarvan training: vastgesteld"),
            ("training.uitgevoerd", "Waarvan training: uitgevoerd"),
        ),
        _besloten,
        eenheid="maatregelen",
        soort="los",
    ),
    Tabelregel(
        "maatregel_uitkomst",
        "Werkten de verbetermaatregelen?",
        "Verbetermaatregelen die in de periode zijn geëvalueerd.",
        "maatregelen",
        fixed(
            ("effectief", "Effectief"),
            ("deels", "Deels effectief"),
            ("niet", "Niet effectief"),
            (ONBEKEND, "Uitkomst niet ingevuld"),
        ),
        _geevalueerd,
        eenheid="verbetermaatregelen",
    ),
)
