"""The catalogue of fields that a letter may use: what each is, and an example of what it may read like.

The editor of the office shows it, the check of a text goes by it, and a preview is filled in with its examples. What
there is none of in a dossier is an empty text, whatever the kind of the field.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from klachtdesk.brieven.waarden import Opsomming, Tabel, VeldSoort, Waarde, soort_of


@dataclass(frozen=True, slots=True)
class Briefveld:
    """A field that a letter may use: its key, what it is in Dutch, and an example of its value."""

    sleutel: str
    uitleg: str
    voorbeeld: Waarde

    @property
    def soort(self) -> VeldSoort:
        """How it may be used."""
        return soort_of(self.voorbeeld)


_ALGEMEEN: Final = (
    Briefveld("aanhef", "De aanhef van de brief, met de komma erachter", "Geachte mevrouw De Vries,"),
    Briefveld("brief.datum", "De datum van de brief", date(2026, 4, 16)),
    Briefveld("dossier.nummer", "Het nummer van het dossier", "2026-014"),
    Briefveld("kantoor.naam", "De naam van uw kantoor", "Voorbeeld Opleidingen"),
    Briefveld("kantoor.adres", "Het adres van uw kantoor, op één regel", "Kade 12, 3811 AB Amersfoort"),
    Briefveld("kantoor.email", "Het e-mailadres van uw kantoor", "info@voorbeeld.nl"),
    Briefveld("kantoor.telefoon", "Het telefoonnummer van uw kantoor", "033 123 45 67"),
    Briefveld("reglement.naam", "De naam van het reglement", "Klachtenregeling Voorbeeld"),
    Briefveld(
        "reglement.voluit", "De naam van het reglement, met “de” of “het”", "de Klachtenregeling Voorbeeld"
    ),
    Briefveld(
        "stap.bron", "Waar deze stap in het reglement staat", "artikel 5.2 van de Klachtenregeling Voorbeeld"
    ),
    Briefveld("contact.naam", "Bij wie de lezer terechtkan met vragen", "mevrouw A. de Wit"),
    Briefveld("contact.functie", "De functie van degene bij wie de lezer terechtkan", "klachtenfunctionaris"),
    Briefveld("contact.bereikbaar", "Hoe die te bereiken is", "033 123 45 67 of info@voorbeeld.nl"),
)

_PERSONEN: Final = (
    Briefveld("aan.klager", "Gaat de brief naar de klager of de melder?", voorbeeld=True),
    Briefveld("aan.betrokkene", "Gaat de brief naar een betrokkene?", voorbeeld=False),
    Briefveld("klager.naam", "De naam van de klager", "Marijke de Vries"),
    Briefveld("klager.voluit", "De naam van de klager zoals die is ingevuld", "Marijke de Vries"),
    Briefveld("klager.organisatie", "De organisatie van de klager", "Zorggroep De Linde"),
    Briefveld(
        "klager.gemachtigde",
        "Handelt de klager namens de melder (nee in een brief aan de melder)?",
        voorbeeld=False,
    ),
    Briefveld("melder.naam", "De naam van de melder", "Marijke de Vries"),
    Briefveld("betrokkene.namen", "De namen van de betrokkenen", "Joris Kramer"),
    Briefveld("behandelaar.naam", "Wie de klacht behandelt", "mevrouw A. de Wit"),
)

_KLACHT: Final = (
    Briefveld(
        "klacht.benaming", "“uw klacht”, of “de klacht van” de melder die een ander machtigde", "uw klacht"
    ),
    Briefveld("klacht.ontvangen", "Is de klacht ontvangen zoals het reglement vraagt?", voorbeeld=True),
    Briefveld("klacht.ontvangen_op", "De dag waarop de klacht is ontvangen", date(2026, 4, 1)),
    Briefveld("klacht.omschrijving", "De omschrijving van de klacht", "De factuur is hoger dan de offerte."),
    Briefveld("klacht.onderwerpen", "De onderwerpen van de klacht", Opsomming(("Hoogte van de factuur",))),
    Briefveld("klacht.product", "De training, het product of de dienst", "Gesprekken onder druk"),
    Briefveld("klacht.taal", "De taal, als de klacht niet in het Nederlands is", "Tigrinya"),
    Briefveld("klacht.overeenkomst", "De overeenkomst of het contractnummer", "IA-2026-014"),
    Briefveld("klacht.gebeurd_op", "De dag waarop het gebeurde", date(2026, 3, 12)),
    Briefveld("klacht.wens", "Wat de klager wil", "Een creditnota."),
    Briefveld("indiening.kanalen", "Hoe een klacht of bezwaar op schrift kan komen", "e-mail of brief"),
    Briefveld(
        "indiening.bron", "Waar staat dat het op schrift moet", "artikel 1 van de Klachtenregeling Voorbeeld"
    ),
    Briefveld("indiening.bezwaar", "Gaat het om een bezwaar, en niet om de klacht zelf?", voorbeeld=False),
    Briefveld(
        "ontbrekende_gegevens", "Wat er nog ontbreekt", Opsomming(("het telefoonnummer van de klager",))
    ),
)

_VOORTGANG: Final = (
    Briefveld(
        "komende_stappen",
        "Wat er nog gaat gebeuren, met de uiterste dagen",
        Tabel(
            ("Wat er gaat gebeuren", "Wanneer"),
            (("U krijgt een brief met de uitkomst.", "uiterlijk 29 april 2026 (artikel 5.5)"),),
        ),
    ),
    Briefveld("uitkomst.uiterlijk", "De laatste dag voor de uitkomst", date(2026, 4, 29)),
    Briefveld("uitkomst.te_laat", "Die dag, als die al voorbij is", date(2026, 4, 29)),
    Briefveld("uitkomst.streven", "Streeft het kantoor naar die dag, zonder hem te beloven?", voorbeeld=True),
    Briefveld("uitkomst.binnen", "De termijn daarvoor", "4 weken"),
    Briefveld("uitkomst.bron", "Waar die dag in het reglement op rust", "artikel 5.5"),
    Briefveld("uitkomst.verdaagbaar", "Mag die dag worden uitgesteld?", voorbeeld=True),
    Briefveld("afhandeling.uiterlijk", "De laatste dag om de klacht af te handelen", date(2026, 5, 20)),
    Briefveld("afhandeling.te_laat", "Die dag, als die al voorbij is", date(2026, 5, 20)),
    Briefveld(
        "afhandeling.streven", "Streeft het kantoor naar die dag, zonder hem te beloven?", voorbeeld=True
    ),
    Briefveld("afhandeling.binnen", "De termijn daarvoor", "14 werkdagen"),
    Briefveld("afhandeling.bron", "Waar die termijn staat", "artikel 5"),
    Briefveld("verdaging.termijn", "De termijn die wordt verdaagd", "Oordeel over de klacht"),
    Briefveld("verdaging.was", "De laatste dag tot nu toe", date(2026, 4, 29)),
    Briefveld("verdaging.tot", "De nieuwe laatste dag", date(2026, 5, 13)),
    Briefveld("verdaging.reden", "De reden van de verdaging", "Wij wachten op gegevens van een ander."),
    Briefveld("verdaging.grond", "De grond uit het reglement", "de complexiteit van de klacht"),
    Briefveld(
        "verdaging.bron", "Waar staat dat verdagen mag", "artikel 5.5 van de Klachtenregeling Voorbeeld"
    ),
    Briefveld(
        "actiepunten",
        "Wat er is afgesproken om te doen, en wanneer",
        Tabel(("Wat wij doen", "Wanneer"), (("De lijst nakijken.", "uiterlijk 20 mei 2026"),)),
    ),
    Briefveld("gesprek.datum", "De dag van het laatste gesprek met de klager", date(2026, 4, 14)),
    Briefveld("gesprek.met", "Wie toen met de klager sprak", "mevrouw A. de Wit"),
    Briefveld("gesprek.verslag", "Het verslag van dat gesprek", "Wij sturen een creditnota."),
    Briefveld("horen.datum", "De dag waarop iemand is gehoord", date(2026, 4, 9)),
    Briefveld("horen.verslag", "Het verslag daarvan", "De casussen kwamen niet aan bod."),
    Briefveld(
        "gronden", "Waarom de klacht niet wordt behandeld", Opsomming(("het gebeurde te lang geleden",))
    ),
    Briefveld("gronden.toelichting", "De toelichting daarop", "Het gebeurde in 2024."),
    Briefveld("gronden.tijdelijk", "Gaat elke gekozen reden weer voorbij?", voorbeeld=False),
    Briefveld("gronden.beslist_door", "Wie dat besliste", "de klachtencommissie"),
)

_UITKOMST: Final = (
    Briefveld("oordeel.datum", "De dag van het oordeel", date(2026, 4, 21)),
    Briefveld("oordeel.gegrondheid", "Het oordeel over de hele klacht", "deels gegrond"),
    Briefveld(
        "oordeel.onderdelen",
        "Het oordeel over elk onderdeel",
        Tabel(("Onderdeel", "Oordeel"), (("De factuur is hoger dan de offerte.", "gegrond"),)),
    ),
    Briefveld("oordeel.aanbevelingen", "De aanbevelingen", "Meerwerk alleen na schriftelijk akkoord."),
    Briefveld(
        "vervolg.tekst", "Waar de klager nog terechtkan, volgens het reglement", "U kunt bezwaar maken."
    ),
    Briefveld(
        "tevredenheid.schriftelijk",
        "Vraagt het reglement of de klager op schrift tevreden is?",
        voorbeeld=False,
    ),
    Briefveld("gevolgen.binnen", "De tijd voor wat uit de uitkomst volgt", "2 weken"),
    Briefveld("gevolgen.uiterlijk", "De laatste dag daarvoor", date(2026, 5, 5)),
    Briefveld("gevolgen.bron", "Waar die tijd staat", "punt 14 van de formele klachtenprocedure"),
    Briefveld(
        "ondertekening.bron", "Waar het ondertekenen staat", "artikel 5.7 van de Klachtenregeling Voorbeeld"
    ),
    Briefveld(
        "ondertekening.partijen", "Wie het oordeel ondertekenen", Opsomming(("de klager: Marijke de Vries",))
    ),
)

_BEZWAAR: Final = (
    Briefveld("bezwaar.uiterlijk", "De laatste dag om bezwaar te maken", date(2026, 5, 21)),
    Briefveld("bezwaar.binnen", "De termijn om bezwaar te maken", "10 werkdagen"),
    Briefveld("bezwaar.bron", "Waar die termijn staat", "artikel 5"),
    Briefveld("bezwaar.ontvangen_op", "De dag waarop het bezwaar kwam", date(2026, 5, 19)),
    Briefveld(
        "bezwaar.uitspraak_uiterlijk", "De laatste dag voor de uitspraak op het bezwaar", date(2026, 6, 16)
    ),
    Briefveld("bezwaar.uitspraak_te_laat", "Die dag, als die al voorbij is", date(2026, 6, 16)),
    Briefveld(
        "bezwaar.uitspraak_streven",
        "Streeft het kantoor naar die dag, zonder hem te beloven?",
        voorbeeld=True,
    ),
    Briefveld("bezwaar.uitspraak_verdaagbaar", "Mag die dag worden uitgesteld?", voorbeeld=True),
    Briefveld("bezwaar.beoordelaar", "Wie het bezwaar beoordeelt", "Anneke Mulder en Joost Visser"),
    Briefveld("instantie.naam", "De instantie waar de klager terechtkan", "De Geschillencommissie"),
    Briefveld(
        "instantie.gegevens", "Waar die te bereiken is", Opsomming(("Postbus 90600, 2509 LP Den Haag",))
    ),
    Briefveld("instantie.leden", "Wie erin zitten", Opsomming(("voorzitter: dhr. M. de Groot",))),
    Briefveld("instantie.kosten", "Wat het kost, volgens het reglement", "De kosten zijn voor u."),
    Briefveld("instantie.bindend", "Is de uitspraak bindend?", voorbeeld=True),
    Briefveld(
        "instantie.bron", "Waar de instantie in het reglement staat", "artikel 4 van de Klachtenregeling X"
    ),
    Briefveld("beroep.datum", "De dag waarop de klacht daar is voorgelegd", date(2026, 7, 20)),
    Briefveld("beroep.instantie", "De instantie die de klacht heeft gekregen", "De Geschillencommissie"),
    Briefveld("vergoeding.bedrag", "De vergoeding die is gevraagd", "850 euro"),
)

_MEDEDELINGEN: Final = (
    Briefveld(
        "mededeling.vertrouwelijk",
        "Dat de klacht vertrouwelijk is",
        "Wij behandelen iedere klacht vertrouwelijk.",
    ),
    Briefveld(
        "mededeling.kosten", "Wat de behandeling kost, volgens het reglement", "U hoeft niets te betalen."
    ),
    Briefveld(
        "mededeling.geheimhouding", "Dat er geheimhouding geldt", "Bespreek de klacht niet met anderen."
    ),
    Briefveld(
        "mededeling.rol_betrokkene", "Wat het reglement van de betrokkene vraagt", "Zoek samen een oplossing."
    ),
    Briefveld(
        "mededeling.bindend",
        "Dat de uitspraak bindend is, volgens het reglement",
        "Deze uitspraak is bindend.",
    ),
)

VELDEN: Final = (
    *_ALGEMEEN, *_PERSONEN, *_KLACHT, *_VOORTGANG, *_UITKOMST, *_BEZWAAR, *_MEDEDELINGEN,
)  # fmt: skip

VELDSOORTEN: Final[Mapping[str, VeldSoort]] = MappingProxyType({veld.sleutel: veld.soort for veld in VELDEN})
"""How each field may be used, for the check of a text."""

VOORBEELD: Final[Mapping[str, Waarde]] = MappingProxyType({veld.sleutel: veld.voorbeeld for veld in VELDEN})
"""The example of each field, to show a text before there is a dossier."""
