"""The forms that go with an overview: what it names, its analysis, an aanbeveling with its outcome, the werkoverleg."""

from klachtdesk.formulieren.velden import Formulier, Keuze, Sectie, Veld, VeldSoort

_S = VeldSoort

SOORTEN_AANBEVELING = (
    Keuze("voorkoming", "Om klachten te voorkomen"),
    Keuze("verbetering", "Om de behandeling van klachten te verbeteren"),
)
"""What an aanbeveling is for (Interactie 8.3, Leefstijlwijzer Analyse)."""

BESLUITEN = (Keuze("overgenomen", "Overgenomen"), Keuze("niet_overgenomen", "Niet overgenomen"))

UITKOMSTEN = (Keuze("effectief", "Ja"), Keuze("deels", "Deels"), Keuze("niet", "Nee"))

ANALYSE = Formulier(
    "analyse",
    "Analyse",
    "Wat laten de cijfers zien, en waardoor komt dat? Deze tekst komt in het overzicht van de "
    "directie, en niet in dat voor daarbuiten. Noem ook daar geen personen.",
    (Sectie("analyse", "Analyse", (Veld("analyse", "Analyse", _S.LANGE_TEKST),)),),
)

AANBEVELING = Formulier(
    "aanbeveling",
    "Aanbeveling",
    "Wat moet er anders? Een aanbeveling die wordt overgenomen, krijgt een eigenaar en een datum.",
    (
        Sectie(
            "aanbeveling",
            "Aanbeveling",
            (
                Veld("soort", "Waarvoor", _S.KEUZE, SOORTEN_AANBEVELING),
                Veld(
                    "tekst",
                    "Aanbeveling",
                    _S.LANGE_TEKST,
                    hulp="Komt in het overzicht van de directie, en niet in dat voor daarbuiten.",
                ),
            ),
        ),
        Sectie(
            "maatregel",
            "Besluit en uitvoering",
            (
                Veld("besluit", "Besluit", _S.KEUZE, BESLUITEN),
                Veld("eigenaar", "Wie voert uit"),
                Veld("uiterlijk", "Uiterlijk", _S.DATUM, na_vandaag=True),
                Veld("uitgevoerd_op", "Uitgevoerd op", _S.DATUM),
            ),
        ),
        Sectie(
            "evaluatie",
            "Heeft het gewerkt?",
            (
                Veld("geevalueerd_op", "Geëvalueerd op", _S.DATUM),
                Veld("uitkomst", "Effectief?", _S.KEUZE, UITKOMSTEN),
            ),
        ),
    ),
)

WERKOVERLEG = Formulier(
    "werkoverleg",
    "Werkoverleg",
    "De open klachten zijn besproken; dat komt in elk dossier te staan.",
    (
        Sectie(
            "werkoverleg",
            "Werkoverleg",
            (
                Veld("datum", "Datum", _S.DATUM),
                Veld(
                    "verslag",
                    "Verslag",
                    _S.LANGE_TEKST,
                    hulp="Komt in elk dossier te staan; mag leeg blijven.",
                ),
            ),
        ),
    ),
)

PERIODE = Formulier(
    "periode",
    "Andere periode",
    "Van welke dag tot en met welke dag? Het overzicht vergelijkt haar met dezelfde dagen van de jaren ervoor.",
    (
        Sectie(
            "periode",
            "Periode",
            (
                Veld("van", "Eerste dag", _S.DATUM, na_vandaag=True),
                Veld("tot", "Laatste dag", _S.DATUM, na_vandaag=True),
            ),
        ),
    ),
)

LONGEST_NAAM = 120
"""In characters: a name in a table, and no story."""

PRODUCT = Formulier(
    "product",
    "Training, product of dienst",
    "Wat op de lijst staat, kan in het overzicht komen, ook in dat voor buiten. Zet er dus geen naam van een persoon "
    "op.",
    (
        Sectie(
            "product",
            "Training, product of dienst",
            (
                Veld("naam", "Naam", hulp="Zo staat het in het overzicht.", langst=LONGEST_NAAM),
                Veld(
                    "ook_wel",
                    "Ook wel",
                    _S.LANGE_TEKST,
                    hulp="Hoe het op formulieren ook wel wordt genoemd: één naam per regel. Hoofdletters maken niet "
                    "uit.",
                ),
            ),
        ),
    ),
)
