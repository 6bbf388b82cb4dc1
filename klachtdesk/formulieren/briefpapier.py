"""What the office sets for all its letters, apart from its name and address."""

from klachtdesk.formulieren.velden import Formulier, Keuze, Sectie, Veld, VeldSoort

BRIEFPAPIER = Formulier(
    "briefpapier",
    "Antwoordadres en ondertekening",
    "Staat in elke brief die u vanaf nu maakt.",
    (
        Sectie(
            "briefpapier",
            "Briefpapier",
            (
                Veld(
                    "antwoordadres",
                    "Antwoordadres",
                    hulp="Alleen als antwoorden ergens anders heen moeten dan naar het adres van uw kantoor.",
                ),
                Veld(
                    "venster",
                    "Venster van uw enveloppen",
                    VeldSoort.KEUZE,
                    (Keuze("links", "Links"), Keuze("rechts", "Rechts")),
                    hulp="Daar komt het adres te staan. Zonder keuze: links.",
                ),
                Veld(
                    "ondertekening",
                    "Onder elke brief",
                    VeldSoort.LANGE_TEKST,
                    hulp="Komt onder de naam van wie de brief ondertekent, bijvoorbeeld wanneer die te bereiken is.",
                ),
            ),
        ),
    ),
)
