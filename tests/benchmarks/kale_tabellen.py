"""The bare program: what the tables of its overview are called, and the rows of each by key."""

from typing import Final, NamedTuple


class Tabel(NamedTuple):
    """A table: what it is called, its rows by key, and whether these add up to a total."""

    titel: str
    rijen: dict[str, str]
    telt_op: bool = True


_NIET_INGEVULD: Final = {"onbekend": "Niet ingevuld"}
_MAANDEN: Final = {
    "1": "januari", "2": "februari", "3": "maart", "4": "april", "5": "mei", "6": "juni",
    "7": "juli", "8": "augustus", "9": "september", "10": "oktober", "11": "november", "12": "december",
}  # fmt: skip
_OORDEEL: Final = {
    "gegrond": "Gegrond",
    "deels_gegrond": "Deels gegrond",
    "ongegrond": "Ongegrond",
    "geen_oordeel": "Geen oordeel",
}
_UITSPRAAK: Final = {
    "gegrond": "Gegrond",
    "deels_gegrond": "Deels gegrond",
    "ongegrond": "Ongegrond",
    "niet_ontvankelijk": "Niet-ontvankelijk",
    "ingetrokken": "Ingetrokken",
    "onbekend": "Uitkomst niet ingevuld",
}
_INSTANTIES: Final = {
    "college_van_arbitrage": "College van Arbitrage van Blik op Werk",
    "geschillencommissie": "Geschillencommissie",
    "onbekend": "Andere instantie",
}

TABELLEN: Final = {
    "instroom": Tabel("Nieuw en heropend", {"nieuw": "Nieuw", "heropend": "Heropend"}),
    "reglement": Tabel(
        "Reglement",
        {
            "tien_voor_taal": "Klachtenreglement 10 VOOR TAAL-ONDERWIJS",
            "klassewerk": "Klachtenprocedure Klassewerk",
        },
    ),
    "aard": Tabel("Klacht of melding", {"klacht": "Klacht", "melding": "Alleen melding"}),
    "maanden_binnen": Tabel("Binnengekomen per maand", _MAANDEN),
    "kanaal": Tabel(
        "Kanaal",
        {
            "telefoon": "Telefoon",
            "mondeling": "Mondeling (aan de balie)",
            "email": "E-mail",
            "brief": "Brief",
            "klachtenformulier": "Klachtenformulier",
        }
        | _NIET_INGEVULD,
    ),
    "hoedanigheid": Tabel(
        "Hoedanigheid",
        {
            "client": "Cliënt (cursist)",
            "opdrachtgever": "Opdrachtgever",
            "zakelijke_relatie": "Zakelijke relatie",
            "medewerker": "Medewerker",
            "school_leerkracht": "School/leerkracht",
            "trainee": "Trainee",
        }
        | _NIET_INGEVULD,
    ),
    "soort": Tabel(
        "Soort melding",
        {"klacht": "Klacht", "fout": "Fout", "ongeval": "Ongeval", "bijna_ongeval": "Bijna-ongeval"}
        | _NIET_INGEVULD,
    ),
    "uiting": Tabel(
        "Hoe geuit", {"direct": "Direct", "indirect": "Indirect geuit of gesignaleerd"} | _NIET_INGEVULD
    ),
    "onderwerp": Tabel(
        "Onderwerp",
        {
            "kwaliteit": "Kwaliteit van cursussen, dienstverlening of resultaten",
            "gedrag": "Gedrag van medewerkers of directie",
            "handelen": "Handelen van de organisatie, medewerkers of derden",
            "klachtafhandeling": "Proces van de klachtafhandeling",
            "trainer": "Gedrag, handelen of nalaten van de Onderbouwd trainer",
            "financieel_geschil": "Financieel geschil",
        }
        | _NIET_INGEVULD,
    ),
    "product": Tabel(
        "Training, product of dienst",
        {
            "examen_b1": "Examen B1",
            "gesprekken_onder_druk": "Gesprekken onder druk",
            "overig": "Staat niet op de lijst van het kantoor",
        }
        | _NIET_INGEVULD,
    ),
    "herhaling": Tabel(
        "Herhaling",
        {"klager": "Klager had al eerder een klacht", "oorzaak": "Oorzaak komt terug"},
        telt_op=False,
    ),
    "maanden_afgesloten": Tabel("Afgesloten per maand", _MAANDEN),
    "afsluiting": Tabel(
        "Hoe afgesloten",
        {
            "direct_opgelost": "Direct opgelost",
            "informeel": "Informeel opgelost",
            "afgehandeld": "Afgehandeld",
            "ingetrokken": "Ingetrokken",
            "niet_in_behandeling": "Niet in behandeling genomen",
        },
    ),
    "grond": Tabel(
        "Gronden om niet te behandelen",
        {
            "reeds_behandeld": "Er is al eerder over geklaagd",
            "langer_dan_een_jaar": "Het gebeurde langer dan een jaar ervoor",
            "bezwaar_mogelijk": "Er was bezwaar mogelijk",
            "beroep_mogelijk": "Er is of was beroep mogelijk",
            "bij_de_rechter": "Het ligt of lag bij de rechter",
            "opsporing_of_vervolging": "Er loopt een opsporing of vervolging",
            "onvoldoende_belang": "Het belang is onvoldoende",
        }
        | _NIET_INGEVULD,
    ),
    "uitkomst": Tabel("Oordeel over de klacht", _OORDEEL | {"onbekend": "Zonder oordeel afgesloten"}),
    "onderdeel": Tabel("Oordeel per klachtonderdeel", _OORDEEL | {"onbekend": "Oordeel niet ingevuld"}),
    "oorzaak": Tabel(
        "Oorzaak",
        {
            "communicatie": "Communicatie of informatie",
            "planning": "Planning of bereikbaarheid",
            "inhoud": "Inhoud of kwaliteit van training of materiaal",
            "gedrag": "Gedrag of bejegening",
            "administratie": "Administratie of facturering",
            "techniek": "Techniek of systeem",
            "verwachting": "Verkeerde verwachting",
            "anders": "Anders",
        }
        | _NIET_INGEVULD,
    ),
    "horen": Tabel(
        "Horen",
        {
            "gehouden": "Gehoord",
            "beide": "Deels gehoord, deels afgezien van horen",
            "afgezien": "Afgezien van horen",
            "onbekend": "Niet vastgelegd",
        },
    ),
    "tevredenheid": Tabel(
        "Tevredenheid",
        {
            "tevreden": "Tevreden",
            "niet_tevreden": "Niet tevreden",
            "geen_reactie": "Geen reactie",
            "onbekend": "Niet nagevraagd",
        },
    ),
    "overeenstemming": Tabel(
        "Overeenstemming met de klager", {"ja": "Ja", "nee": "Nee", "onbekend": "Niet vastgelegd"}
    ),
    "bezwaar": Tabel("Bezwaar", {"ontvangen": "Ontvangen"}, telt_op=False),
    "bezwaar_uitkomst": Tabel("Uitkomst van bezwaar", _UITSPRAAK),
    "doorverwezen": Tabel("Doorverwezen", _INSTANTIES),
    "beroep": Tabel("Beroep bij een instantie", _INSTANTIES),
    "beroep_uitkomst": Tabel("Uitkomst van beroep", _UITSPRAAK),
    "maatregel": Tabel(
        "Maatregelen",
        {
            "actiepunt.besloten": "Actiepunten vastgesteld",
            "actiepunt.uitgevoerd": "Actiepunten gereed",
            "consequentie.besloten": "Consequenties vastgesteld",
            "consequentie.uitgevoerd": "Consequenties afgehandeld",
            "verbetermaatregel.besloten": "Verbetermaatregelen vastgesteld",
            "verbetermaatregel.uitgevoerd": "Verbetermaatregelen uitgevoerd",
            "training.besloten": "Waarvan training: vastgesteld",
            "training.uitgevoerd": "Waarvan training: uitgevoerd",
        },
        telt_op=False,
    ),
    "maatregel_uitkomst": Tabel(
        "Werkten de verbetermaatregelen?",
        {
            "effectief": "Effectief",
            "deels": "Deels effectief",
            "niet": "Niet effectief",
            "onbekend": "Uitkomst niet ingevuld",
        },
    ),
}

TERMIJNEN: Final = {
    "tien_voor_taal.ontvangstbevestiging": "Ontvangstbevestiging (14 dagen)",
    "tien_voor_taal.bericht_afhandeling": "Bericht over de afhandeling (4 weken)",
    "tien_voor_taal.oordeel": "Uitkomst van de klachtafhandeling (6 weken)",
    "tien_voor_taal.evaluatie_maatregel": "Evaluatie van de verbetermaatregel (3 maanden)",
    "klassewerk.telefonisch_contact": "Telefonisch contact met de klager (2 werkdagen)",
    "klassewerk.uitspraak_bezwaar": "Uitspraak op het bezwaar (1 maand)",
}
