"""The tables over what came in: how, from whom, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.formulieren.catalogus import KANALEN, SOORTEN, UITINGEN
from klachtdesk.overzicht.labels import ONBEKEND, Labels, Pairs
from klachtdesk.overzicht.perioden import Periode, month_index
from klachtdesk.overzicht.tabelregel import (
    Geval,
    Tabelregel,
    choices,
    fixed,
    from_reglement,
    known,
    months,
    months_to_come,
)

if TYPE_CHECKING:
    from collections.abc import Collection

_OVERIG = "overig"


def _instroom(geval: Geval) -> tuple[str]:
    return ("heropend" if geval.stroom.heropend else "nieuw",)


def _aard(geval: Geval) -> tuple[str]:
    ontvangen = geval.record.ontvangen
    return ("klacht" if ontvangen is not None and ontvangen <= geval.periode.peil else "melding",)


def _onderwerpen(geval: Geval) -> Collection[str]:
    return {geval.rij("onderwerp", item) for item in geval.record.onderwerpen} or {ONBEKEND}


def _product(geval: Geval) -> tuple[str]:
    product = geval.record.product
    return known(product if not product or product in geval.labels.product_keys else _OVERIG)


def _producten(labels: Labels, _periode: Periode) -> Pairs:
    return (
        *labels.producten,
        (_OVERIG, "Staat niet op de lijst van het kantoor"),
        (ONBEKEND, "Niet ingevuld"),
    )


def _herhaling(geval: Geval) -> Collection[str]:
    record = geval.record
    found = {"klager": record.herhaalde_klager, "oorzaak": record.herhaalde_oorzaak}
    return [key for key, again in found.items() if again]


def _month_in(geval: Geval) -> Collection[str]:
    binnen = geval.stroom.binnen
    return () if binnen is None else (str(month_index(geval.periode, binnen)),)


BINNENGEKOMEN: tuple[Tabelregel, ...] = (
    Tabelregel(
        "instroom",
        "Nieuw en heropend",
        "Een dossier dat in een eerdere periode is gesloten en nu is heropend, telt opnieuw als binnengekomen.",
        "binnengekomen",
        fixed(("nieuw", "Nieuw"), ("heropend", "Heropend")),
        _instroom,
    ),
    Tabelregel(
        "reglement",
        "Reglement",
        "Onder welk reglement de klacht valt.",
        "binnengekomen",
        lambda labels, _periode: tuple(labels.lijnen.items()),
        lambda geval: (geval.lijn,),
        inside_only=True,  # with the lists of the reglementen it tells what other tables hide
    ),
    Tabelregel(
        "aard",
        "Klacht of melding",
        "Een melding wordt een klacht als zij is ingediend zoals het reglement vraagt.",
        "binnengekomen",
        fixed(("klacht", "Klacht"), ("melding", "Alleen melding")),
        _aard,
    ),
    Tabelregel(
        "maanden_binnen",
        "Binnengekomen per maand",
        "De maand waarin de melding of klacht het eerst binnenkwam.",
        "binnengekomen",
        months,
        _month_in,
        vorm="maanden",
        never=months_to_come,
    ),
    Tabelregel(
        "kanaal",
        "Kanaal",
        "Hoe de melding of klacht het eerst binnenkwam.",
        "binnengekomen",
        choices(KANALEN),
        lambda geval: known(geval.record.kanaal),
    ),
    Tabelregel(
        "hoedanigheid",
        "Hoedanigheid",
        "Wie de melder is.",
        "binnengekomen",
        from_reglement("hoedanigheid"),
        lambda geval: (geval.rij("hoedanigheid", geval.record.hoedanigheid),),
    ),
    Tabelregel(
        "soort",
        "Soort melding",
        "Klacht, fout, ongeval of bijna-ongeval.",
        "binnengekomen",
        choices(SOORTEN),
        lambda geval: known(geval.record.soort),
    ),
    Tabelregel(
        "uiting",
        "Hoe geuit",
        "Direct als klacht gemeld, of indirect geuit of gesignaleerd.",
        "binnengekomen",
        choices(UITINGEN),
        lambda geval: known(geval.record.uiting),
    ),
    Tabelregel(
        "onderwerp",
        "Onderwerp",
        "Een klacht over twee onderwerpen staat bij allebei, en één keer in het totaal.",
        "binnengekomen",
        from_reglement("onderwerp"),
        _onderwerpen,
        soort="overlap",
        geen=True,
    ),
    Tabelregel(
        "product",
        "Training, product of dienst",
        "Alleen wat op de lijst van het kantoor staat, wordt bij naam genoemd.",
        "binnengekomen",
        _producten,
        _product,
    ),
    Tabelregel(
        "herhaling",
        "Herhaling",
        "Klachten van wie er in het jaar ervoor ook al een had, en klachten met een oorzaak die te vaak terugkomt.",
        "binnengekomen",
        fixed(("klager", "Klager had al eerder een klacht"), ("oorzaak", "Oorzaak komt terug")),
        _herhaling,
        soort="los",
    ),
)
