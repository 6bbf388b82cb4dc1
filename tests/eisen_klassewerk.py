"""The eisen of Klassewerk, each with what is said without it."""

from eisen import BEROEP, BEROEP_ENDED, NO_BEZWAAR, Row, rows

KW = "ontvangen kanaal=telefoon; doorgezonden persoon=d"
OBJECTED = f"{KW}; oordeel_verzonden; bezwaar_ontvangen kanaal=brief"
GIVEN_UP = "bezwaar_ingetrokken reden=opgelost"
INVITED = f"{OBJECTED}; bezwaar_toelichting_uitgenodigd"
DECIDED = f"{INVITED}; bezwaar_uitspraak_verzonden"
NO_UITSPRAAK = (
    "Er is nog geen uitspraak op een bezwaar; pas daarna kan de klager naar de Geschillencommissie "
    "(artikel 6)."
)

KLASSEWERK = [
    *rows(
        "KW-2b",
        Row("klassewerk", "doorgezonden", "ontvangen kanaal=telefoon", "betrokkene.naam",
            "Stel eerst vast op wie of wat de klacht betrekking heeft: vul in de naam van de betrokkene of het "
            "onderwerp van de klacht (artikel 2).", "betrokkene.naam"),
        Row("klassewerk", "doorgezonden", "ontvangen kanaal=telefoon", "onderwerpen",
            "Stel eerst vast op wie of wat de klacht betrekking heeft: vul in de naam van de betrokkene of het "
            "onderwerp van de klacht (artikel 2).", "onderwerpen"),
    ),
    *rows(
        "KW-2b",
        Row("klassewerk", "direct_opgelost", "ontvangen kanaal=telefoon", "+doorgezonden persoon=d",
            "De klacht is al doorgestuurd naar de directie; sluit het dossier af als afgehandeld (artikel 2)."),
    ),
    *rows(
        None,
        Row("klassewerk", "verantwoordelijke_bereikt", KW, "doorgezonden persoon=d",
            "De klacht is nog niet doorgestuurd naar de directie (artikel 3)."),
    ),
    *rows(
        "KW-3c",
        Row("klassewerk", "bevestiging_afspraken_verzonden",
            f"{KW}; contact_klager kanaal=telefoon uitkomst=opgelost",
            "contact_klager kanaal=telefoon uitkomst=opgelost",
            "De klacht is nog niet telefonisch opgelost (artikel 3)."),
    ),
    *rows(
        None,
        *(
            Row("klassewerk", "oordeel_vastgesteld", KW, key,
                f"Nog in te vullen: {said} (praktijkregel van klachtdesk).",
                "onderwerpen bevindingen conclusies gegrondheid")
            for key, said in (("bevindingen", "de bevindingen"), ("conclusies", "de conclusies"),
                              ("gegrondheid", "of de klacht gegrond is"))
        ),
    ),
    *rows(
        None,
        Row("klassewerk", "afgehandeld", f"{OBJECTED}; bezwaar_uitspraak_verzonden", "bezwaar_uitspraak_verzonden",
            "Er loopt nog een bezwaar (praktijkregel van klachtdesk).", "onderwerpen"),
        Row("klassewerk", "afgehandeld", f"{OBJECTED}; {GIVEN_UP}", GIVEN_UP,
            "Er loopt nog een bezwaar (praktijkregel van klachtdesk).", "onderwerpen"),
        *(
            Row("klassewerk", "bezwaar_ingetrokken", OBJECTED, without, f"{NO_BEZWAAR} (praktijkregel van klachtdesk).")
            for without in ("bezwaar_ontvangen kanaal=brief", "+bezwaar_uitspraak_verzonden")
        ),
    ),
    *rows(
        "KW-5a",
        *(
            Row("klassewerk", "bezwaar_ontvangen", f"{KW}; {outcome}", outcome,
                "De klager heeft nog geen uitkomst gekregen om bezwaar tegen te maken (artikel 5).")
            for outcome in ("oordeel_verzonden", "bevestiging_afspraken_verzonden", "direct_opgelost", "afgehandeld")
        ),
    ),
    *rows(
        "KW-5b",
        *(
            Row("klassewerk", soort, OBJECTED, without, f"{NO_BEZWAAR} (artikel 5).")
            for soort in ("bezwaar_toelichting_uitgenodigd", "bezwaar_toelichting_gehouden")
            for without in ("bezwaar_ontvangen kanaal=brief", "+bezwaar_uitspraak_verzonden", f"+{GIVEN_UP}")
        ),
        Row("klassewerk", "bezwaar_uitspraak_verzonden", INVITED, "bezwaar_toelichting_uitgenodigd",
            "De klager is nog niet uitgenodigd om het bezwaar mondeling toe te lichten (artikel 5)."),
        Row("klassewerk", "bezwaar_uitspraak_verzonden", f"{OBJECTED}; bezwaar_toelichting_gehouden verslag=ja",
            "bezwaar_toelichting_gehouden verslag=ja",
            "De klager is nog niet uitgenodigd om het bezwaar mondeling toe te lichten (artikel 5)."),
    ),
    *rows(
        "KW-5c",
        *(
            Row("klassewerk", "bezwaar_uitspraak_verzonden", INVITED, without, f"{NO_BEZWAAR} (artikel 5).")
            for without in ("bezwaar_ontvangen kanaal=brief", f"+{GIVEN_UP}")
        ),
    ),
    *rows(
        "KW-6",
        Row("klassewerk", "doorverwezen", DECIDED, "bezwaar_uitspraak_verzonden", NO_UITSPRAAK),
        Row("klassewerk", "beroep_ingesteld", DECIDED, "bezwaar_uitspraak_verzonden", NO_UITSPRAAK),
        *(
            Row("klassewerk", "beroep_uitspraak", f"{DECIDED}; {BEROEP}", without, "Er loopt geen beroep (artikel 6).")
            for without in (BEROEP, *BEROEP_ENDED)
        ),
        *(
            Row("klassewerk", "uitspraak_uitgevoerd", f"{DECIDED}; {BEROEP}; beroep_uitspraak bindend=ja", without,
                "Er is geen uitspraak om uit te voeren (artikel 6).")
            for without in ("beroep_uitspraak bindend=ja", "+uitspraak_uitgevoerd")
        ),
    ),
]  # fmt: skip
