"""The eisen of Interactie, each with what is said without it."""

from eisen import BEROEP, BEROEP_ENDED, NOT_JUDGED, Row, rows

IA = "ontvangen kanaal=email; gehoord persoon=k verslag=ja; gehoord persoon=b verslag=ja"
IA_KEYS = "onderwerpen bevindingen conclusies gegrondheid"
TEVREDEN = "tevredenheidscheck uitkomst=tevreden"
TO_SIGN = f"{IA}; oordeel_vastgesteld; {TEVREDEN}"
GIVEN = "oordeel_verzonden"
TO_CLOSE = f"{IA}; oordeel_vastgesteld; oordeel_verzonden; oordeel_verzonden_betrokkene persoon=b"
SIGNED = "oordeel_ondertekend persoon=k wijze=papier"
WITHDRAWN = "ondertekening_ingetrokken reden=fout"
NOTHING_TO_WITHDRAW = "Er is geen ondertekening om in te trekken (artikel 5.7)."
NOT_SATISFIED = "Ondertekenen kan pas als de klager heeft laten weten tevreden te zijn (artikel 5.7)."
NOT_HANDLED = "De klacht is nog niet behandeld; pas daarna kan zij worden voorgelegd (artikel 4.3)."

INTERACTIE = [
    *rows(
        "IA-5.2",
        Row("interactie", "oordeel_vastgesteld", IA, "gehoord persoon=k verslag=ja",
            "De klager is nog niet gehoord (artikel 5.2).", IA_KEYS),
        Row("interactie", "oordeel_vastgesteld", IA, "gehoord persoon=b verslag=ja",
            "De betrokkene is nog niet gehoord (artikel 5.2).", IA_KEYS),
        Row("interactie", "oordeel_vastgesteld",
            "ontvangen kanaal=email; gehoord persoon=k verslag=ja; afgezien_van_horen persoon=b grond=verklaard",
            "afgezien_van_horen persoon=b grond=verklaard",
            "De betrokkene is nog niet gehoord (artikel 5.2).", IA_KEYS),
    ),
    *rows(
        "IA-5.6",
        *(
            Row("interactie", "oordeel_vastgesteld", IA, key, f"Nog in te vullen: {said} (artikel 5.6).", IA_KEYS)
            for key, said in (("bevindingen", "de bevindingen"), ("conclusies", "de conclusies"),
                              ("gegrondheid", "of de klacht gegrond is"))
        ),
        Row("interactie", "direct_opgelost", "ontvangen kanaal=email", "+doorgezonden persoon=amber",
            "De klacht is al doorgeleid naar de klachtenfunctionaris; sluit het dossier af als afgehandeld "
            "(artikel 5.6)."),
        Row("interactie", "oordeel_verzonden", f"{IA}; oordeel_vastgesteld", "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.6)."),
        Row("interactie", "oordeel_verzonden_betrokkene", f"{IA}; oordeel_vastgesteld", "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.6).", persoon="b"),
        Row("interactie", "afgehandeld", TO_CLOSE, "oordeel_verzonden",
            "Het oordeel is nog niet aan de klager verzonden (artikel 5.6).", "onderwerpen"),
        Row("interactie", "afgehandeld", TO_CLOSE, "oordeel_verzonden_betrokkene persoon=b",
            "Het oordeel is nog niet verzonden aan de betrokkene (artikel 5.6).", "onderwerpen"),
    ),
    *rows(
        "IA-5.7",
        Row("interactie", "oordeel_vastgesteld", IA, f"+{SIGNED}",
            "Dit oordeel is al ondertekend; trek eerst de ondertekening in (artikel 5.7).", IA_KEYS),
        Row("interactie", "oordeel_vastgesteld", f"{IA}; {SIGNED}; {WITHDRAWN}", WITHDRAWN,
            "Dit oordeel is al ondertekend; trek eerst de ondertekening in (artikel 5.7).", IA_KEYS),
        Row("interactie", "ondertekening_gevraagd", TO_SIGN, "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.7).", persoon="k"),
        Row("interactie", "ondertekening_gevraagd", TO_SIGN, TEVREDEN, NOT_SATISFIED, persoon="k"),
        Row("interactie", "ondertekening_gevraagd", f"{IA}; oordeel_vastgesteld; tevredenheid_bevestigd",
            "tevredenheid_bevestigd", NOT_SATISFIED, persoon="k"),
        Row("interactie", "ondertekening_gevraagd", TO_SIGN, "+tevredenheidscheck uitkomst=niet_tevreden",
            NOT_SATISFIED, persoon="k"),
        Row("interactie", "oordeel_ondertekend", TO_SIGN, "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.7).", persoon="b"),
        Row("interactie", "oordeel_ondertekend", TO_SIGN, TEVREDEN, NOT_SATISFIED, persoon="b"),
        Row("interactie", "oordeel_ondertekend", TO_SIGN, "+tevredenheidscheck uitkomst=niet_tevreden",
            NOT_SATISFIED, persoon="k"),
        Row("interactie", "oordeel_ondertekend", f"{IA}; oordeel_vastgesteld; tevredenheid_bevestigd",
            "tevredenheid_bevestigd", NOT_SATISFIED, persoon="k"),
        Row("interactie", "ondertekening_geweigerd", TO_SIGN, "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.7).", persoon="k"),
        Row("interactie", "ondertekening_ingetrokken", f"{TO_SIGN}; ondertekening_gevraagd persoon=k",
            "ondertekening_gevraagd persoon=k", NOTHING_TO_WITHDRAW),
        Row("interactie", "ondertekening_ingetrokken", f"{TO_SIGN}; {SIGNED}", SIGNED, NOTHING_TO_WITHDRAW),
        Row("interactie", "ondertekening_ingetrokken", f"{TO_SIGN}; {SIGNED}", f"+{WITHDRAWN}", NOTHING_TO_WITHDRAW),
    ),
    *rows(
        "IA-4.3",
        Row("interactie", "doorverwezen", f"{IA}; {GIVEN}", GIVEN, NOT_HANDLED),
        Row("interactie", "beroep_ingesteld", f"{IA}; {GIVEN}", GIVEN, NOT_HANDLED),
        Row("interactie", "doorverwezen", f"{IA}; afgehandeld", "afgehandeld", NOT_HANDLED),
        Row("interactie", "beroep_ingesteld", f"{IA}; afgehandeld", "afgehandeld", NOT_HANDLED),
    ),
    *rows(
        None,
        *(
            Row("interactie", "beroep_uitspraak", f"{IA}; {GIVEN}; {BEROEP}", without,
                "Er loopt geen beroep (artikel 4.2).")
            for without in (BEROEP, *BEROEP_ENDED)
        ),
    ),
]  # fmt: skip
