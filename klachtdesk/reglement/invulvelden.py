"""The form keys that a reglement can ask to be filled in, and what a Dutch sentence calls them.

A field in a repeating section has the name of its row before it: `klager.telefoon`. Such a key is filled in when it is
so in at least one row; the klager is the melder as long as no other klager was named.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PERSOON = {
    "naam": "de naam",
    "organisatie": "de organisatie",
    "functie": "de functie",
    "adres": "het adres",
    "postcode": "de postcode",
    "plaats": "de woonplaats",
    "telefoon": "het telefoonnummer",
    "email": "het e-mailadres",
}
_BETROKKENE = ("naam", "functie", "organisatie", "email")

INVULVELDEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "omschrijving": "de omschrijving van de klacht",
        "product": "de training, het product of de dienst",
        "datum_gebeurtenis": "de datum waarop het gebeurde",
        "overeenkomst": "de overeenkomst of het contractnummer",
        "overeenkomst_op": "de datum van de overeenkomst",
        "onderwerpen": "het onderwerp van de klacht",
        "motivering": "de motivering van de klacht",
        "wens": "wat de klager wil",
        "dagtekening": "de datum van dagtekening",
        "taal": "de taal van het stuk",
        "hulp": "wie hielp bij het invullen",
        "machtiging_voor": "waarvoor de machtiging is",
        "machtiging_op": "de datum van de machtiging",
        "machtiging_getekend": "of de machtiging is getekend",
        "kanaal": "het kanaal",
        "ontvangen_op": "de datum van ontvangst",
        "ontvangen_om": "de tijd van ontvangst",
        "aangenomen_door": "wie de klacht aannam",
        "hoedanigheid": "de hoedanigheid van de melder",
        "soort": "de soort melding",
        "uiting": "hoe de klacht is geuit",
        "voortgang": "de voortgang",
        "tevredenheid": "de tevredenheid van de klager",
        "tevredenheid_op": "de datum waarop de tevredenheid is nagevraagd",
        "invuller": "wie het intern klachtenformulier invulde",
        "oorzaak": "de oorzaak",
        "oorzaak_toelichting": "de toelichting op de oorzaak",
        "oplossing": "de oplossing",
        "overeenstemming": "of er overeenstemming is met de klager",
        "bevindingen": "de bevindingen",
        "reacties": "de reacties van klager en betrokkene",
        "conclusies": "de conclusies",
        "afhandeling": "de afhandeling",
        "gegrondheid": "of de klacht gegrond is",
        "aanbevelingen": "de aanbevelingen",
        **{
            f"{rol}.{veld}": f"{naam} van de {rol}"
            for rol in ("melder", "klager")
            for veld, naam in _PERSOON.items()
        },
        **{f"betrokkene.{veld}": f"{_PERSOON[veld]} van de betrokkene" for veld in _BETROKKENE},
        "betrokkene.afdeling": "de afdeling van de betrokkene",
        "actiepunt.omschrijving": "een actiepunt",
        "actiepunt.wie": "wie het actiepunt uitvoert",
        "actiepunt.uiterlijk": "de uiterste datum van het actiepunt",
        "actiepunt.gereed_op": "wanneer het actiepunt gereed is",
        "verbetermaatregel.omschrijving": "een verbetermaatregel",
        "verbetermaatregel.aard": "de aard van de verbetermaatregel",
        "verbetermaatregel.wie": "wie de verbetermaatregel uitvoert",
        "verbetermaatregel.vastgesteld_op": "wanneer de verbetermaatregel is vastgesteld",
        "verbetermaatregel.geevalueerd_op": "wanneer de verbetermaatregel is geëvalueerd",
        "verbetermaatregel.uitkomst": "of de verbetermaatregel effectief is",
        "klachtonderdeel.onderwerp": "het onderwerp van een klachtonderdeel",
        "klachtonderdeel.omschrijving": "een klachtonderdeel",
        "klachtonderdeel.gegrondheid": "het oordeel over een klachtonderdeel",
    }
)
