"""The eisen of Klik Onderwijs, each with what is said without it."""

from eisen import NO_BEZWAAR, NOT_JUDGED, Row, rows

KL = "ontvangen kanaal=email; toegewezen persoon=n; overleg persoon=m verslag=ja"
KL_COMPLETE = (
    "klager.naam klager.organisatie klager.email klager.telefoon product ontvangen_op omschrijving motivering"
)
KL_KEYS = f"{KL_COMPLETE} gegrondheid afhandeling bevindingen conclusies"
TALKED = "informele_fase_beeindigd uitkomst=opgelost verslag=ja"
GIVEN_UP = "bezwaar_ingetrokken reden=opgelost"
NO_MESSAGE = (
    "De indiener heeft nog geen gemotiveerd bericht over de afhandeling gekregen "
    "(punt 8 van de formele klachtenprocedure)."
)
KL_OBJECTED = "ontvangen kanaal=email; oordeel_verzonden; bezwaar_ontvangen kanaal=email"

KLIK_ONDERWIJS = [
    *rows(
        "KL-F1",
        Row("klik_onderwijs", "informele_fase_beeindigd", "melding_ontvangen; informele_fase_gestart persoon=n",
            "informele_fase_gestart persoon=n",
            "Er loopt geen informele fase (onderdeel Informele klachtenprocedure)."),
        Row("klik_onderwijs", "informele_fase_beeindigd", "melding_ontvangen; informele_fase_gestart persoon=n",
            f"+{TALKED}", "Er loopt geen informele fase (onderdeel Informele klachtenprocedure)."),
    ),
    *rows(
        "KL-2",
        Row("klik_onderwijs", "aanvulling_ontvangen", "ontvangen kanaal=brief; aanvulling_gevraagd velden=motivering",
            "aanvulling_gevraagd velden=motivering",
            "Er is niet om een aanvulling gevraagd (punt 2 van de formele klachtenprocedure)."),
    ),
    *rows(
        "KL-5",
        Row("klik_onderwijs", "oordeel_vastgesteld", KL, "toegewezen persoon=n",
            "Er is nog geen onafhankelijke persoon die de klacht afhandelt (punt 5 van de formele klachtenprocedure).",
            KL_KEYS),
        Row("klik_onderwijs", "oordeel_vastgesteld", KL.replace("toegewezen", "doorgezonden"), "doorgezonden persoon=n",
            "Er is nog geen onafhankelijke persoon die de klacht afhandelt (punt 5 van de formele klachtenprocedure).",
            KL_KEYS),
    ),
    *rows(
        "KL-6",
        Row("klik_onderwijs", "oordeel_vastgesteld", KL, "overleg persoon=m verslag=ja",
            "Er is nog geen overleg geweest met de manager Propositie (punt 6 van de formele klachtenprocedure).",
            KL_KEYS),
        Row("klik_onderwijs", "oordeel_vastgesteld", KL, "gegrondheid",
            "Nog in te vullen: of de klacht gegrond is (punt 6 van de formele klachtenprocedure).", KL_KEYS),
        Row("klik_onderwijs", "oordeel_vastgesteld", KL, "afhandeling",
            "Nog in te vullen: de afhandeling (punt 6 van de formele klachtenprocedure).", KL_KEYS),
    ),
    *rows(
        "KL-8",
        Row("klik_onderwijs", "direct_opgelost", "melding_ontvangen", "+ontvangen kanaal=email",
            "De indiener van een formele klacht krijgt een gemotiveerd bericht; alleen een melding kan direct worden "
            "opgelost (punt 8 van de formele klachtenprocedure)."),
        *(
            Row("klik_onderwijs", "oordeel_vastgesteld", KL, key,
                f"Het oordeel is nog niet gemotiveerd; vul in de {key} (punt 8 van de formele klachtenprocedure).",
                KL_KEYS)
            for key in ("bevindingen", "conclusies")
        ),
        Row("klik_onderwijs", "oordeel_verzonden", f"{KL}; oordeel_vastgesteld", "oordeel_vastgesteld",
            f"{NOT_JUDGED} (punt 8 van de formele klachtenprocedure)."),
        Row("klik_onderwijs", "afgehandeld", f"{KL}; oordeel_verzonden", "oordeel_verzonden", NO_MESSAGE),
        Row("klik_onderwijs", "afgehandeld", f"melding_ontvangen; informele_fase_gestart persoon=n; {TALKED}", TALKED,
            NO_MESSAGE),
        Row("klik_onderwijs", "afgehandeld", f"melding_ontvangen; informele_fase_gestart persoon=n; {TALKED}",
            "+ontvangen kanaal=email", NO_MESSAGE),
    ),
    *rows(
        "KL-14",
        *(
            Row("klik_onderwijs", "consequenties_vastgesteld", f"{KL}; {judged}", judged,
                "Er is nog geen oordeel waaruit dit kan volgen (punt 14 van de formele klachtenprocedure).")
            for judged in ("oordeel_verzonden", "oordeel_vastgesteld", "bezwaar_uitspraak_verzonden")
        ),
    ),
    *rows(
        None,
        Row("klik_onderwijs", "afgehandeld", "ontvangen kanaal=email; oordeel_verzonden",
            "+bezwaar_ontvangen kanaal=email", "Er loopt nog een bezwaar (praktijkregel van klachtdesk)."),
        *(
            Row("klik_onderwijs", "afgehandeld", f"{KL_OBJECTED}; {ended}", ended,
                "Er loopt nog een bezwaar (praktijkregel van klachtdesk).")
            for ended in ("bezwaar_uitspraak_verzonden", GIVEN_UP)
        ),
        *(
            Row("klik_onderwijs", "bezwaar_ingetrokken", KL_OBJECTED, without,
                f"{NO_BEZWAAR} (praktijkregel van klachtdesk).")
            for without in ("bezwaar_ontvangen kanaal=email", "+bezwaar_uitspraak_verzonden")
        ),
    ),
    *rows(
        "KL-9",
        Row("klik_onderwijs", "bezwaar_ontvangen", "ontvangen kanaal=email; oordeel_verzonden", "oordeel_verzonden",
            "De afhandeling van de klacht is nog niet bekendgemaakt (punt 9 van de formele klachtenprocedure)."),
    ),
    *rows(
        "KL-10",
        *(
            Row("klik_onderwijs", "bezwaar_commissie_benoemd", KL_OBJECTED, without,
                f"{NO_BEZWAAR} (punt 10 van de formele klachtenprocedure).")
            for without in ("bezwaar_ontvangen kanaal=email", "+bezwaar_uitspraak_verzonden", f"+{GIVEN_UP}")
        ),
        Row("klik_onderwijs", "bezwaar_uitspraak_verzonden",
            f"{KL_OBJECTED}; bezwaar_commissie_benoemd personen=x+y", "bezwaar_commissie_benoemd personen=x+y",
            "De interne geschillencommissie is nog niet benoemd (punt 10 van de formele klachtenprocedure)."),
    ),
    *rows(
        "KL-12",
        *(
            Row("klik_onderwijs", "bezwaar_uitspraak_verzonden",
                f"{KL_OBJECTED}; bezwaar_commissie_benoemd personen=x+y", without,
                f"{NO_BEZWAAR} (punt 12 van de formele klachtenprocedure).")
            for without in ("bezwaar_ontvangen kanaal=email", f"+{GIVEN_UP}")
        ),
    ),
]  # fmt: skip
