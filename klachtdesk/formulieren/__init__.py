"""The catalogue of form fields, defined once for screen, paper and storage."""

from klachtdesk.formulieren.catalogus import (
    FORMULIEREN,
    INTERN_KLACHTENFORMULIER,
    MELDINGSFORMULIER,
    OORDEEL,
    stored_velden,
)
from klachtdesk.formulieren.lezen import (
    Fout,
    Gelezen,
    Waarde,
    clean_text,
    read_formulier,
    row_numbers,
    write_value,
)
from klachtdesk.formulieren.velden import Formulier, Keuze, Sectie, Veld, VeldSoort, Voorstel

__all__ = [
    "FORMULIEREN",
    "INTERN_KLACHTENFORMULIER",
    "MELDINGSFORMULIER",
    "OORDEEL",
    "Formulier",
    "Fout",
    "Gelezen",
    "Keuze",
    "Sectie",
    "Veld",
    "VeldSoort",
    "Voorstel",
    "Waarde",
    "clean_text",
    "read_formulier",
    "row_numbers",
    "stored_velden",
    "write_value",
]
