"""The tables over what was closed: how, with what oordeel, by what cause, and how the klager looked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.formulieren.catalogus import GEGRONDHEID, TEVREDENHEID
from klachtdesk.overzicht.labels import ONBEKEND
from klachtdesk.overzicht.perioden import month_index
from klachtdesk.overzicht.tabelregel import (
    Geval,
    Tabelregel,
    choices,
    fixed,
    from_reglement,
    known,
    months,
    months_to_come,
    not_in_the_reglement,
)

if TYPE_CHECKING:
    from collections.abc import Collection

_INGETROKKEN = "ingetrokken"


def closed_how(geval: Geval) -> str:
    """Return the row of how a dossier was closed: solved before it came to a formal klacht is "informeel"."""
    dicht = geval.stroom.dicht
    soort = "" if dicht is None else dicht.soort
    return "informeel" if soort == "afgehandeld" and geval.record.informeel == "opgelost" else soort


def _horen(geval: Geval) -> tuple[str]:
    if geval.record.gehoord:
        return ("beide" if geval.record.afgezien else "gehouden",)
    return ("afgezien" if geval.record.afgezien else ONBEKEND,)


def _gronden(geval: Geval) -> Collection[str]:
    if closed_how(geval) != "niet_in_behandeling":
        return ()
    return {geval.rij("grond", item) for item in geval.record.gronden} or {ONBEKEND}


def _month_out(geval: Geval) -> Collection[str]:
    dicht = geval.stroom.dicht
    return () if dicht is None else (str(month_index(geval.periode, dicht.dag)),)


AFGESLOTEN: tuple[Tabelregel, ...] = (
    Tabelregel(
        "maanden_afgesloten",
        "Afgesloten per maand",
        "De maand waarin het dossier is gesloten.",
        "afgesloten",
        months,
        _month_out,
        vorm="maanden",
        never=months_to_come,
    ),
    Tabelregel(
        "afsluiting",
        "Hoe afgesloten",
        "Informeel opgelost: tijdens de informele fase, voordat het een klacht werd.",
        "afgesloten",
        fixed(
            ("direct_opgelost", "Direct opgelost"),
            ("informeel", "Informeel opgelost"),
            ("afgehandeld", "Afgehandeld"),
            (_INGETROKKEN, "Ingetrokken"),
            ("niet_in_behandeling", "Niet in behandeling genomen"),
        ),
        lambda geval: (closed_how(geval),),
        never=not_in_the_reglement(
            {
                "direct_opgelost": "direct_opgelost",
                "informeel": "informele_fase_beeindigd",
                "niet_in_behandeling": "niet_in_behandeling",
            }
        ),
    ),
    Tabelregel(
        "grond",
        "Gronden om niet te behandelen",
        "Een klacht kan op meer dan één grond niet in behandeling zijn genomen.",
        "afgesloten",
        from_reglement("grond"),
        _gronden,
        soort="overlap",
        geen=True,
        totaal_uit=("afsluiting", "niet_in_behandeling"),
    ),
    Tabelregel(
        "uitkomst",
        "Oordeel over de klacht",
        "Het oordeel over de klacht als geheel.",
        "afgesloten",
        choices(GEGRONDHEID, "Zonder oordeel afgesloten"),
        lambda geval: known(geval.record.gegrondheid),
    ),
    Tabelregel(
        "onderdeel",
        "Oordeel per klachtonderdeel",
        "Alle onderdelen van de afgesloten klachten.",
        "afgesloten",
        choices(GEGRONDHEID, "Oordeel niet ingevuld"),
        lambda geval: [item.gegrondheid or ONBEKEND for item in geval.record.onderdelen],
        eenheid="klachtonderdelen",
    ),
    Tabelregel(
        "oorzaak",
        "Oorzaak",
        "De vaakst voorkomende oorzaak staat vooraan.",
        "afgesloten",
        from_reglement("oorzaak"),
        lambda geval: (geval.rij("oorzaak", geval.record.oorzaak),),
        vorm="pareto",
    ),
    Tabelregel(
        "horen",
        "Horen",
        "Of er is gehoord, en of van het horen van iemand is afgezien.",
        "afgesloten",
        fixed(
            ("gehouden", "Gehoord"),
            ("beide", "Deels gehoord, deels afgezien van horen"),
            ("afgezien", "Afgezien van horen"),
            (ONBEKEND, "Niet vastgelegd"),
        ),
        _horen,
        never=not_in_the_reglement(
            {"gehouden": "gehoord", "beide": "afgezien_van_horen", "afgezien": "afgezien_van_horen"}
        ),
    ),
    Tabelregel(
        "tevredenheid",
        "Tevredenheid",
        "Wat de klager bij de laatste navraag liet weten.",
        "afgesloten",
        choices(TEVREDENHEID, "Niet nagevraagd"),
        lambda geval: known(geval.record.tevredenheid),
    ),
    Tabelregel(
        "overeenstemming",
        "Overeenstemming met de klager",
        "Zoals vastgelegd bij het afhandelen.",
        "afgesloten",
        fixed(("ja", "Ja"), ("nee", "Nee"), (ONBEKEND, "Niet vastgelegd")),
        lambda geval: known(geval.record.overeenstemming),
    ),
)
