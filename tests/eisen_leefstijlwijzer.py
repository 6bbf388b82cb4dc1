"""The eisen of Leefstijlwijzer, each with what is said without it."""

from eisen import Row, rows

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
        "LW-3",
        Row("leefstijlwijzer", "afgehandeld", LW, "reactie_verzonden",
            "De klager heeft nog geen reactie gekregen (onderdeel Behandelen).", "oorzaak"),
    ),
    *rows(
        "LW-5",
        Row("leefstijlwijzer", "afgehandeld", LW, "doorgezonden persoon=d",
            "Er is nog geen behandelaar vastgelegd (onderdeel Behandelen).", "oorzaak"),
        Row("leefstijlwijzer", "afgehandeld", LW, "oorzaak",
            "Nog in te vullen: de oorzaak (onderdeel Behandelen).", "oorzaak"),
    ),
    *rows(
        "LW-6",
        Row("leefstijlwijzer", "doorverwezen", LW, "reactie_verzonden", NOT_TREATED),
        Row("leefstijlwijzer", "beroep_ingesteld", LW, "reactie_verzonden", NOT_TREATED),
        Row("leefstijlwijzer", "beroep_uitspraak", f"{LW}; {COMMISSIE}", COMMISSIE,
            "Er loopt geen beroep (onderdeel Behandelen)."),
        Row("leefstijlwijzer", "uitspraak_uitgevoerd", f"{LW}; {COMMISSIE}; beroep_uitspraak bindend=ja",
            "beroep_uitspraak bindend=ja", "Er is geen uitspraak om uit te voeren (onderdeel Behandelen)."),
    ),
]  # fmt: skip
