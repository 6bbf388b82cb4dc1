"""The forms of the office: meldingsformulier, intern klachtenformulier and oordeel.

The forms share their data: a key that stands on two forms is one value, so nothing is typed twice.
"""

from dataclasses import replace

from klachtdesk.formulieren.velden import Formulier, Keuze, Sectie, Veld, VeldSoort

_S = VeldSoort

KANALEN = (
    Keuze("telefoon", "Telefoon"),
    Keuze("mondeling", "Mondeling (aan de balie)"),
    Keuze("email", "E-mail"),
    Keuze("brief", "Brief"),
    Keuze("klachtenformulier", "Klachtenformulier"),
)
"""The ways in which a klacht reaches the office (Klassewerk 1, Klik Onderwijs formeel 1)."""

SOORTEN = (
    Keuze("klacht", "Klacht"),
    Keuze("fout", "Fout"),
    Keuze("ongeval", "Ongeval"),
    Keuze("bijna_ongeval", "Bijna-ongeval"),
)
"""What is reported (10 voor Taal 2.2)."""

UITINGEN = (Keuze("direct", "Direct, als klacht gemeld"), Keuze("indirect", "Indirect geuit of gesignaleerd"))

TEVREDENHEID = (
    Keuze("tevreden", "Tevreden"),
    Keuze("niet_tevreden", "Niet tevreden"),
    Keuze("geen_reactie", "Geen reactie"),
)

AARD_MAATREGEL = (Keuze("training", "Training van medewerkers"), Keuze("anders", "Iets anders"))
"""What a verbetermaatregel can be; medewerkers are trained in how to react to klachten (Interactie 3)."""

GEGRONDHEID = (
    Keuze("gegrond", "Gegrond"),
    Keuze("deels_gegrond", "Deels gegrond"),
    Keuze("ongegrond", "Ongegrond"),
    Keuze("geen_oordeel", "Geen oordeel"),
)

PERSOON_VELDEN = (
    Veld("naam", "Naam"),
    Veld("organisatie", "Organisatie"),
    Veld("functie", "Functie"),
    Veld("adres", "Adres"),
    Veld("postcode", "Postcode"),
    Veld("plaats", "Plaats"),
    Veld("telefoon", "Telefoon"),
    Veld("email", "E-mailadres"),
)
"""How a person is recorded (Klik Onderwijs formeel 2, 10 voor Taal 1.2)."""

_BETROKKENE_VELDEN = (
    Veld("naam", "Naam"),
    Veld("functie", "Functie"),
    Veld("afdeling", "Afdeling", hulp="Wie over een bezwaar oordeelt, komt van een andere afdeling."),
    Veld("organisatie", "Organisatie", hulp="Alleen voor wie niet bij het kantoor zelf werkt."),
    Veld("email", "E-mailadres"),
)

ROL_VELDEN = {"melder": PERSOON_VELDEN, "klager": PERSOON_VELDEN, "betrokkene": _BETROKKENE_VELDEN}
"""What a form asks of a person, by the part they play."""

_VOORTGANG = Sectie(
    "voortgang",
    "Voortgang",
    (
        Veld(
            "voortgang",
            "Voortgang",
            _S.LANGE_TEKST,
            hulp="Staat op het meldingsformulier en op het intern klachtenformulier.",
        ),
        Veld("tevredenheid", "Tevredenheid van de klager", _S.KEUZE, TEVREDENHEID),
        Veld("tevredenheid_op", "Nagevraagd op", _S.DATUM),
    ),
)

_OMSCHRIJVING = Veld(
    "omschrijving",
    "Omschrijving van de klacht",
    _S.LANGE_TEKST,
    hulp="Wat is er gebeurd? Zo mogelijk in de woorden van de melder.",
)

MELDINGSFORMULIER = Formulier(
    "meldingsformulier",
    "Meldingsformulier",
    "Wat iemand meldt, terwijl u luistert. Niets is verplicht; wat u typt wordt bewaard.",
    (
        Sectie(
            "klacht",
            "Waar gaat het over?",
            (
                _OMSCHRIJVING,
                Veld("product", "Training, product of dienst"),
                Veld(
                    "datum_gebeurtenis",
                    "Wanneer gebeurde het?",
                    _S.DATUM,
                    hulp="Dag-maand-jaar, bijvoorbeeld 12-3-2026.",
                ),
                Veld("overeenkomst", "Overeenkomst of contractnummer"),
                Veld("overeenkomst_op", "Datum van de overeenkomst", _S.DATUM),
                Veld("onderwerpen", "Onderwerpen", _S.MEERKEUZE, keuzes_uit="onderwerpen"),
                Veld(
                    "motivering", "Motivering", _S.LANGE_TEKST, hulp="Waarom vindt de klager dit niet goed?"
                ),
                Veld("wens", "Wat wil de klager?", _S.LANGE_TEKST),
            ),
        ),
        Sectie("melder", "Wie meldt?", PERSOON_VELDEN, rij="melder", enkelvoud="melder"),
        Sectie(
            "klager",
            "Wie is de klager?",
            PERSOON_VELDEN,
            rij="klager",
            enkelvoud="klager",
            hulp="Alleen invullen als de klager een ander is dan de melder.",
            leeg="Dezelfde persoon als bij “Wie meldt?”.",
        ),
        Sectie(
            "betrokkene",
            "Over wie gaat het?",
            _BETROKKENE_VELDEN,
            rij="betrokkene",
            enkelvoud="betrokkene",
            hulp="Wie iets deed, of juist niet deed, waarover de klacht gaat.",
        ),
        Sectie(
            "indiening",
            "Klacht op schrift",
            (
                Veld("dagtekening", "Datum op het stuk", _S.DATUM, hulp="De dagtekening: dag-maand-jaar."),
                Veld("taal", "In welke taal?", hulp="Alleen als het niet in het Nederlands is."),
                Veld("hulp", "Wie hielp bij het invullen?"),
                Veld(
                    "machtiging_voor",
                    "Machtiging: waarvoor?",
                    _S.LANGE_TEKST,
                    hulp="De klager hierboven handelt dan namens de melder.",
                ),
                Veld("machtiging_op", "Machtiging: datum", _S.DATUM),
                Veld("machtiging_getekend", "Machtiging: door beiden getekend?", _S.JA_NEE),
            ),
            hulp="Alleen bij een klachtenformulier, brief of e-mail.",
        ),
        Sectie(
            "ontvangst",
            "Hoe kwam het binnen?",
            (
                Veld("kanaal", "Kanaal", _S.KEUZE, KANALEN),
                Veld("ontvangen_op", "Ontvangen op", _S.DATUM, hulp="Vanaf deze dag lopen de termijnen."),
                Veld("ontvangen_om", "Tijd", _S.TIJD),
                Veld("aangenomen_door", "Aangenomen door"),
                Veld("hoedanigheid", "De melder is", _S.KEUZE, keuzes_uit="hoedanigheden"),
                Veld("soort", "Soort melding", _S.KEUZE, SOORTEN),
                Veld("uiting", "Hoe geuit", _S.KEUZE, UITINGEN),
            ),
        ),
        _VOORTGANG,
    ),
)
"""What the medewerker fills in on hearing a complaint (10 voor Taal 2.2)."""

INTERN_KLACHTENFORMULIER = Formulier(
    "intern_klachtenformulier",
    "Intern klachtenformulier",
    "Wordt bijgehouden door wie de klacht behandelt; de invuller is zelf niet betrokken.",
    (
        Sectie(
            "klacht",
            "De klacht",
            (
                _OMSCHRIJVING,
                Veld("onderwerpen", "Onderwerpen", _S.MEERKEUZE, keuzes_uit="onderwerpen"),
                Veld("invuller", "Ingevuld door"),
            ),
        ),
        Sectie(
            "oorzaak",
            "Oorzaak en oplossing",
            (
                Veld("oorzaak", "Oorzaak", _S.KEUZE, keuzes_uit="oorzaken"),
                Veld("oorzaak_toelichting", "Toelichting op de oorzaak", _S.LANGE_TEKST),
                Veld("oplossing", "Oplossing", _S.LANGE_TEKST),
                Veld("overeenstemming", "Overeenstemming met de klager", _S.JA_NEE),
            ),
        ),
        Sectie(
            "actiepunten",
            "Actiepunten",
            (
                Veld("omschrijving", "Wat"),
                Veld("wie", "Wie"),
                Veld("uiterlijk", "Uiterlijk", _S.DATUM, na_vandaag=True),
                Veld("gereed_op", "Gereed op", _S.DATUM),
            ),
            rij="actiepunt",
            enkelvoud="actiepunt",
        ),
        Sectie(
            "verbetermaatregelen",
            "Verbetermaatregelen",
            (
                Veld("omschrijving", "Maatregel"),
                Veld("aard", "Aard van de maatregel", _S.KEUZE, AARD_MAATREGEL),
                Veld("wie", "Wie"),
                Veld("vastgesteld_op", "Vastgesteld op", _S.DATUM),
                Veld("geevalueerd_op", "Geëvalueerd op", _S.DATUM),
                Veld(
                    "uitkomst",
                    "Effectief?",
                    _S.KEUZE,
                    (Keuze("effectief", "Ja"), Keuze("deels", "Deels"), Keuze("niet", "Nee")),
                ),
            ),
            rij="verbetermaatregel",
            enkelvoud="maatregel",
        ),
        _VOORTGANG,
    ),
)
"""Kept by who handles the klacht (10 voor Taal 2.2 and 2.4, Leefstijlwijzer Behandelen)."""

OORDEEL = Formulier(
    "oordeel",
    "Oordeel",
    "De inhoud van het oordeel, zoals die in het document komt te staan.",
    (
        Sectie(
            "overwegingen",
            "Overwegingen",
            (
                Veld(
                    "bevindingen",
                    "Bevindingen",
                    _S.LANGE_TEKST,
                    hulp="Wat is er vastgesteld, en waaruit blijkt dat?",
                ),
                Veld("reacties", "Reacties van klager en betrokkene", _S.LANGE_TEKST),
                Veld("conclusies", "Conclusies", _S.LANGE_TEKST),
                Veld(
                    "afhandeling",
                    "Afhandeling",
                    _S.LANGE_TEKST,
                    hulp="Wat doet het kantoor naar aanleiding van de klacht?",
                ),
            ),
        ),
        Sectie(
            "klachtonderdelen",
            "Oordeel per klachtonderdeel",
            (
                Veld("onderwerp", "Onderwerp", _S.KEUZE, keuzes_uit="onderwerpen"),
                Veld("omschrijving", "Klachtonderdeel"),
                Veld("gegrondheid", "Oordeel", _S.KEUZE, GEGRONDHEID),
            ),
            rij="klachtonderdeel",
            enkelvoud="klachtonderdeel",
        ),
        Sectie(
            "slot",
            "Slotsom",
            (
                Veld("gegrondheid", "De klacht als geheel is", _S.KEUZE, GEGRONDHEID),
                Veld("aanbevelingen", "Aanbevelingen", _S.LANGE_TEKST),
            ),
        ),
    ),
)
"""The content of the oordeel (Interactie 5.6, 10 voor Taal 4)."""

FORMULIEREN = {
    formulier.sleutel: formulier for formulier in (MELDINGSFORMULIER, INTERN_KLACHTENFORMULIER, OORDEEL)
}


def stored_velden() -> dict[str, Veld]:
    """Return every field that has a column of its own (all that do not repeat), by key."""
    found: dict[str, Veld] = {}
    for formulier in FORMULIEREN.values():
        for veld in formulier.velden():
            known = found.setdefault(veld.sleutel, veld)
            if replace(known, hulp="") != replace(veld, hulp=""):
                raise ValueError(f"field {veld.sleutel} is defined in two ways")
    return found
