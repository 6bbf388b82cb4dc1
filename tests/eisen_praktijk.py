"""The eisen of the praktijkregels, each with what is said without it, in a reglement that says nothing of it itself."""

from eisen import BEROEP, BEROEP_ENDED, Row, rows

LW = "ontvangen kanaal=email"
KEPT = f"{LW}; ingetrokken; bewaren_opgeschort reden=onderzoek"
LIFTED = "bewaren_hervat reden=klaar"
RULE = "(praktijkregel van klachtdesk)."
AUTHORISED = "machtiging_ontvangen persoon=k volledig=ja"

PRAKTIJK = [
    *rows(
        "KD-1",
        Row("leefstijlwijzer", "melding_ontvangen", "", "+ontvangen kanaal=email", f"De klacht is al ontvangen {RULE}"),
        *(
            Row("leefstijlwijzer", "machtiging_ingetrokken", f"{LW}; {AUTHORISED}", without,
                f"Er is geen machtiging om in te trekken {RULE}")
            for without in (AUTHORISED, "+machtiging_ingetrokken")
        ),
        Row("leefstijlwijzer", "aanvulling_ontvangen", f"{LW}; aanvulling_gevraagd velden=naam",
            "aanvulling_gevraagd velden=naam", f"Er is niet om een aanvulling gevraagd {RULE}"),
        Row("leefstijlwijzer", "vertaling_ontvangen", f"{LW}; vertaling_gevraagd", "vertaling_gevraagd",
            f"Er is niet om een vertaling gevraagd {RULE}"),
        *(
            Row("leefstijlwijzer", "oordeel_vastgesteld", LW, key, f"Nog in te vullen: {said} {RULE}",
                "bevindingen conclusies gegrondheid")
            for key, said in (("bevindingen", "de bevindingen"), ("conclusies", "de conclusies"),
                              ("gegrondheid", "of de klacht gegrond is"))
        ),
        *(
            Row("leefstijlwijzer", "oordeel_verzonden_betrokkene", f"{LW}; {judged}", judged,
                f"Er is nog geen oordeel {RULE}", persoon="b")
            for judged in ("oordeel_vastgesteld", "oordeel_verzonden")
        ),
        *(
            Row("leefstijlwijzer", "beroep_ingetrokken", f"{LW}; reactie_verzonden; {BEROEP}", without,
                f"Er loopt geen beroep {RULE}")
            for without in (BEROEP, *BEROEP_ENDED)
        ),
        *(
            Row("klik_onderwijs", "beroep_uitspraak", f"{LW}; {BEROEP}", without, f"Er loopt geen beroep {RULE}")
            for without in (BEROEP, *BEROEP_ENDED)
        ),
        *(
            Row("klik_onderwijs", "uitspraak_uitgevoerd", f"{LW}; {BEROEP}; beroep_uitspraak bindend=ja", without,
                f"Er is geen uitspraak om uit te voeren {RULE}")
            for without in ("beroep_uitspraak bindend=ja", "+uitspraak_uitgevoerd")
        ),
        Row("leefstijlwijzer", "bewaren_opgeschort", f"{KEPT}; {LIFTED}", LIFTED,
            f"De vernietiging is al opgeschort {RULE}"),
        *(
            Row("leefstijlwijzer", "bewaren_hervat", KEPT, without, f"De vernietiging is niet opgeschort {RULE}")
            for without in ("bewaren_opgeschort reden=onderzoek", f"+{LIFTED}")
        ),
    ),
]  # fmt: skip
