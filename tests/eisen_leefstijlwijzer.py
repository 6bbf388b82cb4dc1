"""The eisen of Leefstijlwijzer, each with what is said without it."""

from eisen import BEROEP_ENDED, Row, rows

LW = "ontvangen kanaal=email; doorgezonden persoon=d; reactie_verzonden"
COMMISSIE = "beroep_ingesteld instantie=examencommissie"
NOT_TREATED = "De klacht is nog niet behandeld; pas daarna is beroep mogelijk (onderdeel Behandelen)."

LEEFSTIJLWIJZER = [
    *rows(
        None,
        Row("leefstijlwijzer", "reactie_ontvangen", LW, "reactie_verzonden",
            "Er is nog geen reactie verzonden (onderdeel Behandelen)."),
    ),
    *rows(
        "LW-2",
        Row("leefstijlwijzer", "direct_opgelost", "ontvangen kanaal=email", "+doorgezonden persoon=d",
            "De klacht is al voorgelegd aan de directeur; sluit het dossier af als afgehandeld "
            "(onderdeel Behandelen)."),
    ),
    *rows(
        "LW-3",
        Row("leefstijlwijzer", "afgehandeld", LW, "reactie_verzonden",
            "De klager heeft nog geen reactie gekregen (onderdeel Behandelen).", "oorzaak"),
    ),
    *rows(
        "LW-5",
        Row("leefstijlwijzer", "afgehandeld", LW, "doorgezonden persoon=d",
            "Er is nog geen behandelaar vastgelegd (onderdeel Behandelen).", "oorzaak"),
        Row("leefstijlwijzer", "afgehandeld", LW.replace("doorgezonden", "toegewezen"), "toegewezen persoon=d",
            "Er is nog geen behandelaar vastgelegd (onderdeel Behandelen).", "oorzaak"),
        Row("leefstijlwijzer", "afgehandeld", LW, "oorzaak",
            "Nog in te vullen: de oorzaak (onderdeel Behandelen).", "oorzaak"),
    ),
    *rows(
        "LW-6",
        *(
            Row("leefstijlwijzer", soort, f"ontvangen kanaal=email; {treated}", treated, NOT_TREATED)
            for soort in ("doorverwezen", "beroep_ingesteld")
            for treated in ("reactie_verzonden", "direct_opgelost", "afgehandeld")
        ),
        *(
            Row("leefstijlwijzer", "beroep_uitspraak", f"{LW}; {COMMISSIE}", without,
                "Er loopt geen beroep (onderdeel Behandelen).")
            for without in (COMMISSIE, *BEROEP_ENDED)
        ),
        *(
            Row("leefstijlwijzer", "uitspraak_uitgevoerd", f"{LW}; {COMMISSIE}; beroep_uitspraak bindend=ja", without,
                "Er is geen uitspraak om uit te voeren (onderdeel Behandelen).")
            for without in ("beroep_uitspraak bindend=ja", "+uitspraak_uitgevoerd")
        ),
    ),
]  # fmt: skip
