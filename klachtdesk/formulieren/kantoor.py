"""The forms for the office as a whole: who does what, bodies above it, where it is made known, what was discussed.

They are filled in and read like the forms of a dossier, so that a screen needs to know one kind of form only.
"""

from klachtdesk.formulieren.velden import Formulier, Keuze, Sectie, Veld, VeldSoort

_S = VeldSoort

AANLEIDINGEN = (
    Keuze("afwezigheid", "Bij afwezigheid, in deze periode"),
    Keuze("betrokkenheid", "Als de functionaris zelf betrokken is bij de klacht"),
)

DOELGROEPEN = (Keuze("klanten", "Klanten"), Keuze("medewerkers", "Medewerkers"))

EENHEDEN = (
    Keuze("dagen", "dagen"),
    Keuze("weken", "weken"),
    Keuze("werkdagen", "werkdagen"),
    Keuze("maanden", "maanden"),
    Keuze("jaren", "jaar"),
)

_PERIODE = (
    Veld("van", "Vanaf", _S.DATUM, hulp="Leeg: van het begin af.", na_vandaag=True),
    Veld("tot", "Tot en met", _S.DATUM, hulp="Leeg: tot nader order.", na_vandaag=True),
)

KLEINE_AANTALLEN = 3
"""Counts below this are not shown outside the directie: of two, each knows the other one."""

LONGEST_REGEL = 120
"""In characters: what fits in the head of a letter."""

KANTOOR = Formulier(
    "kantoor",
    "Het kantoor",
    "Zo staat het boven elke brief die u vanaf nu maakt, en op formulieren en overzichten.",
    (
        Sectie(
            "kantoor",
            "Het kantoor",
            (
                Veld("naam", "Naam", langst=LONGEST_REGEL),
                Veld("adres", "Adres", langst=LONGEST_REGEL),
                Veld("postcode", "Postcode", langst=LONGEST_REGEL),
                Veld("plaats", "Plaats", langst=LONGEST_REGEL),
                Veld("telefoon", "Telefoon", langst=LONGEST_REGEL),
                Veld("email", "E-mailadres", langst=LONGEST_REGEL),
                Veld("website", "Website", langst=LONGEST_REGEL),
            ),
        ),
    ),
)

WERKWIJZE = Formulier(
    "werkwijze",
    "Werkwijze van het kantoor",
    "Hoe uw kantoor werkt, waar het reglement dat openlaat.",
    (
        Sectie(
            "werkwijze",
            "Werkwijze",
            (
                Veld(
                    "eenmanskantoor",
                    "Doet één persoon alles op kantoor?",
                    _S.JA_NEE,
                    hulp="Gaat een klacht over die persoon, dan vult die wel de formulieren in, "
                    "maar oordeelt iemand van buiten het kantoor.",
                ),
                Veld(
                    "stilte_dagen",
                    "Waarschuwen als de klager zoveel dagen niets hoorde",
                    _S.GETAL,
                    hulp="Leeg: het aantal van het reglement. 0: niet waarschuwen.",
                ),
                Veld(
                    "kleine_aantallen",
                    "Aantallen verbergen onder",
                    _S.GETAL,
                    hulp="Een klein getal kan verraden over wie het gaat. Geldt voor een overzicht dat buiten de "
                    f"directie komt. Leeg: {KLEINE_AANTALLEN}.",
                ),
            ),
        ),
    ),
)

FUNCTIONARIS = Formulier(
    "functionaris",
    "Functionaris",
    "Wie heeft welke taak in de procedure, en wie neemt waar?",
    (
        Sectie(
            "functionaris",
            "Functionaris",
            (
                Veld("functie", "Functie"),
                Veld("naam", "Naam"),
                Veld("adres", "Adres"),
                Veld("telefoon", "Telefoon"),
                Veld("email", "E-mailadres"),
                Veld("website", "Website"),
                *_PERIODE,
            ),
        ),
        Sectie(
            "vervangers",
            "Vervangers",
            (
                Veld("naam", "Naam"),
                Veld("telefoon", "Telefoon"),
                Veld("email", "E-mailadres"),
                Veld("aanleiding", "Wanneer", _S.KEUZE, AANLEIDINGEN),
                *_PERIODE,
            ),
            rij="vervanger",
            enkelvoud="vervanger",
            hulp="Bij verlof neemt de vervanger in die periode alles over.",
        ),
    ),
)

COMMISSIELID = Formulier(
    "commissielid",
    "Lid van een commissie",
    "Wie in de commissie zit, en waarom juist deze persoon onafhankelijk kan oordelen.",
    (
        Sectie(
            "lid",
            "Lid",
            (
                Veld("commissie", "Commissie"),
                Veld("naam", "Naam"),
                Veld("functie", "Functie in de commissie"),
                Veld(
                    "afdeling",
                    "Afdeling",
                    hulp="Leeg voor wie niet bij het kantoor werkt. "
                    "Over een klacht over de eigen afdeling kan iemand niet oordelen.",
                ),
                Veld("deskundigheid", "Deskundigheid", _S.LANGE_TEKST),
                Veld("onafhankelijkheid", "Waarom onafhankelijk?", _S.LANGE_TEKST),
                Veld("telefoon", "Telefoon"),
                Veld("email", "E-mailadres"),
                *_PERIODE,
            ),
        ),
    ),
)

INSTANTIE = Formulier(
    "instantie",
    "Instantie boven het kantoor",
    "Waar iemand terechtkan die het met de afhandeling niet eens is.",
    (
        Sectie(
            "instantie",
            "Instantie",
            (
                Veld("naam", "Naam"),
                Veld("adres", "Adres"),
                Veld("telefoon", "Telefoon"),
                Veld("email", "E-mailadres"),
                Veld("website", "Website"),
                Veld("kosten", "Kosten", _S.LANGE_TEKST, hulp="Wie betaalt wat? In een hele zin."),
                Veld("bindend", "Is de uitspraak bindend?", _S.JA_NEE),
                *_PERIODE,
            ),
        ),
        Sectie(
            "leden",
            "Leden",
            (Veld("naam", "Naam"), Veld("functie", "Functie")),
            rij="lid",
            enkelvoud="lid",
        ),
    ),
)

BEKENDMAKING = Formulier(
    "bekendmaking",
    "Bekendmaking",
    "Waar klanten en medewerkers over de klachtenprocedure kunnen lezen.",
    (
        Sectie(
            "bekendmaking",
            "Bekendmaking",
            (
                Veld("doelgroep", "Voor wie", _S.KEUZE, DOELGROEPEN),
                Veld("waar", "Waar of hoe"),
                Veld("sinds", "Sinds", _S.DATUM),
                Veld(
                    "laatst_nagekeken",
                    "Laatst nagekeken",
                    _S.DATUM,
                    hulp="Staat het er nog, en klopt het nog?",
                ),
            ),
        ),
    ),
)

BESPREKING = Formulier(
    "bespreking",
    "Bespreking van de klachten",
    "De jaarlijkse bespreking of analyse. De afgesloten dossiers die erin zijn besproken, worden bijgewerkt.",
    (
        Sectie(
            "bespreking",
            "Bespreking",
            (
                Veld("datum", "Datum", _S.DATUM),
                Veld("reglementen", "Klachten onder", _S.MEERKEUZE, keuzes_uit="reglementen"),
                Veld("aanwezigen", "Aanwezigen", _S.LANGE_TEKST, hulp="Eén naam per regel."),
                Veld("verslag", "Verslag", _S.LANGE_TEKST),
                Veld("maatregelen", "Zijn de genomen maatregelen effectief geweest?", _S.LANGE_TEKST),
                Veld(
                    "aanbevelingen",
                    "Aanbevelingen",
                    _S.LANGE_TEKST,
                    hulp="Alleen wat nog niet bij het overzicht staat.",
                ),
            ),
        ),
        Sectie(
            "besluit",
            "Besluit van de directie",
            (
                Veld("voorgelegd", "Voorgelegd aan de directie?", _S.JA_NEE),
                Veld("besluit", "Besluit", _S.LANGE_TEKST),
                Veld("besluit_op", "Datum van het besluit", _S.DATUM),
            ),
            hulp="Ligt het bij de directie, dan tellen de dossiers pas als besproken na het besluit.",
        ),
    ),
)

BEWAARKEUZE = Formulier(
    "bewaarkeuze",
    "Bewaartermijn kiezen",
    "Het reglement noemt geen bewaartermijn. Kies er een, en schrijf op waarom.",
    (
        Sectie(
            "bewaartermijn",
            "Bewaartermijn",
            (
                Veld("aantal", "Aantal"),
                Veld("eenheid", "Eenheid", _S.KEUZE, EENHEDEN),
                Veld("motivering", "Motivering", _S.LANGE_TEKST),
            ),
        ),
    ),
)
