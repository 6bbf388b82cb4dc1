"""The eisen of 10 voor Taal, each with what is said without it."""

from eisen import BEROEP_ENDED, HEARD, NOT_JUDGED, Row, rows

TT = f"ontvangen kanaal=klachtenformulier; contact_klager persoon=k; {HEARD}"
TT_WAIVED = (
    "ontvangen kanaal=klachtenformulier; contact_klager persoon=k; "
    "afgezien_van_horen persoon=k grond=verklaard; afgezien_van_horen persoon=b grond=verklaard"
)
TT_KEYS = "melder.naam klager.naam omschrijving bevindingen conclusies reacties afhandeling gegrondheid"
TT_CLOSING = f"{TT}; oordeel_verzonden; tevredenheidscheck uitkomst=geen_reactie kanaal=telefoon"
COLLEGE = "beroep_ingesteld instantie=college_van_arbitrage aanleiding=bemiddeling"
CLAIM = "financiele_vergoeding_gevraagd bedrag=100"
START = "ontvangen kanaal=klachtenformulier"

TIEN_VOOR_TAAL = [
    *rows(
        "TT-0a",
        Row("tien_voor_taal", "informele_fase_beeindigd", "melding_ontvangen; informele_fase_gestart persoon=n",
            "informele_fase_gestart persoon=n", "Er loopt geen gesprek (onderdeel Inleiding)."),
        Row("tien_voor_taal", "informele_fase_beeindigd", "melding_ontvangen; informele_fase_gestart persoon=n",
            "+informele_fase_beeindigd uitkomst=opgelost", "Er loopt geen gesprek (onderdeel Inleiding)."),
    ),
    *rows(
        "TT-1.3",
        Row("tien_voor_taal", "aanvulling_ontvangen", f"{START}; aanvulling_gevraagd velden=naam",
            "aanvulling_gevraagd velden=naam", "Er is niet om een aanvulling gevraagd (artikel 1.2)."),
    ),
    *rows(
        "TT-1.4b",
        Row("tien_voor_taal", "vertaling_ontvangen", f"{START}; vertaling_gevraagd", "vertaling_gevraagd",
            "Er is niet om een vertaling gevraagd (artikel 1.2)."),
        Row("tien_voor_taal", "oordeel_vastgesteld", f"{TT}; vertaling_gevraagd; vertaling_ontvangen",
            "vertaling_ontvangen", "De gevraagde vertaling is nog niet ontvangen (artikel 1.2).", TT_KEYS),
    ),
    *rows(
        None,
        Row("tien_voor_taal", "niet_in_behandeling", START, "+oordeel_verzonden",
            "Er is al een oordeel verzonden: de klacht is in behandeling genomen (artikel 1.2)."),
    ),
    *rows(
        None,
        *(
            Row("tien_voor_taal", "afgezien_van_horen", START, f"+{closing}",
                "Het dossier is afgesloten (praktijkregel van klachtdesk).", persoon="b")
            for closing in ("ingetrokken", "afgehandeld", "direct_opgelost")
        ),
    ),
    *rows(
        "TT-2.3e",
        Row("tien_voor_taal", "oordeel_vastgesteld", TT_WAIVED, "contact_klager persoon=k",
            "Er is nog geen contact geweest met de melder of klager (artikel 2.3).", TT_KEYS),
        # To hear the klager is contact too; to hear the betrokkene is not.
        Row("tien_voor_taal", "oordeel_vastgesteld", f"{START}; {HEARD}", "gehoord persoon=k verslag=ja",
            "Er is nog geen contact geweest met de melder of klager (artikel 2.3).", TT_KEYS),
    ),
    *rows(
        "TT-3.1",
        Row("tien_voor_taal", "oordeel_vastgesteld", TT, "gehoord persoon=k verslag=ja",
            "De klager is nog niet gehoord (artikel 3.1).", TT_KEYS),
        Row("tien_voor_taal", "oordeel_vastgesteld", TT, "gehoord persoon=b verslag=ja",
            "De betrokkene is nog niet gehoord (artikel 3.1).", TT_KEYS),
        Row("tien_voor_taal", "oordeel_vastgesteld", TT_WAIVED, "afgezien_van_horen persoon=b grond=verklaard",
            "De betrokkene is nog niet gehoord (artikel 3.1).", TT_KEYS),
    ),
    *rows(
        "TT-3.4",
        Row("tien_voor_taal", "oordeel_vastgesteld", TT, "+gehoord persoon=b",
            "Van een gesprek waarin iemand is gehoord, ontbreekt het verslag (artikel 3.4).", TT_KEYS),
    ),
    *rows(
        "TT-4c",
        *(
            Row("tien_voor_taal", "oordeel_vastgesteld", TT, key, f"Nog in te vullen: de {said} (artikel 4).", TT_KEYS)
            for key, said in (("bevindingen", "bevindingen"), ("conclusies", "conclusies"),
                              ("reacties", "reacties van klager en betrokkene"), ("afhandeling", "afhandeling"))
        ),
        Row("tien_voor_taal", "oordeel_verzonden", f"{TT}; oordeel_vastgesteld", "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 4)."),
        Row("tien_voor_taal", "afgehandeld", TT_CLOSING, "oordeel_verzonden",
            "De klager heeft nog geen bericht met de uitkomst gekregen (artikel 4).", "oorzaak oplossing"),
    ),
    *rows(
        None,
        Row("tien_voor_taal", "oordeel_vastgesteld", TT, "gegrondheid",
            "Nog in te vullen: of de klacht gegrond is; ‘geen oordeel’ kan ook (praktijkregel van klachtdesk).",
            TT_KEYS),
    ),
    *rows(
        "TT-2.4b",
        Row("tien_voor_taal", "direct_opgelost", "melding_ontvangen", "+ontvangen kanaal=email",
            "Een formele klacht sluit u af met een uitkomst en een tevredenheidscontrole; alleen een melding kan "
            "direct worden opgelost (artikelen 2.4 en 4)."),
        Row("tien_voor_taal", "afgehandeld", TT_CLOSING, "tevredenheidscheck uitkomst=geen_reactie kanaal=telefoon",
            "De tevredenheidscontrole is nog niet gedaan (artikel 2.4).", "oorzaak oplossing"),
    ),
    *rows(
        "TT-2.4c",
        Row("tien_voor_taal", "afgehandeld", TT_CLOSING, "oorzaak",
            "Nog in te vullen: de oorzaak (artikel 2.4).", "oorzaak oplossing"),
        Row("tien_voor_taal", "afgehandeld", TT_CLOSING, "oplossing",
            "Nog in te vullen: de oplossing (artikel 2.4).", "oorzaak oplossing"),
    ),
    *rows(
        "TT-2.6",
        Row("tien_voor_taal", "verzekeraar_ingelicht", f"{START}; {COLLEGE}; {CLAIM}", COLLEGE,
            "Er is geen externe klachtencommissie ingeschakeld (artikel 2.6)."),
        Row("tien_voor_taal", "verzekeraar_ingelicht", f"{START}; {COLLEGE}; {CLAIM}", CLAIM,
            "Er is niet om een financiële vergoeding gevraagd (artikel 2.6)."),
    ),
    *rows(
        "TT-2.5",
        *(
            Row("tien_voor_taal", "beroep_uitspraak", f"{START}; {COLLEGE}", without,
                "Er loopt geen beroep (artikelen 2.5 en 5).")
            for without in (COLLEGE, *BEROEP_ENDED)
        ),
        *(
            Row("tien_voor_taal", "uitspraak_uitgevoerd", f"{START}; {COLLEGE}; beroep_uitspraak bindend=ja", without,
                "Er is geen uitspraak om uit te voeren (artikelen 2.5 en 5).")
            for without in ("beroep_uitspraak bindend=ja", "+uitspraak_uitgevoerd")
        ),
    ),
]  # fmt: skip
