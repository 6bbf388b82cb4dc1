"""A letter to draw, with every part that a letter can have."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

from PIL import Image

from klachtdesk.brieven.waarden import Alinea, Brieftekst, Kop, Lijst, Tabel
from klachtdesk.documenten.brief import BriefInhoud
from klachtdesk.views.kantoor import KantoorView

KANTOOR = KantoorView(
    "Interactie",
    "Kade 12",
    "3811 AB",
    "Amersfoort",
    telefoon="033 123 45 67",
    email="klachten@interactie.example",
    website="interactie.example",
)

TEKST = Brieftekst(
    "Ontvangst van uw klacht over de factuur",
    (
        Alinea("Geachte mevrouw De Vries,"),
        Alinea("Op 1 april 2026 ontvingen wij uw klacht."),
        Kop("Wat gebeurt er nu?"),
        Lijst(("U wordt gehoord.", "U krijgt ons oordeel.")),
        Tabel(("Wat", "Uiterlijk"), (("Oordeel", "29 april 2026"),)),
        Alinea("Hebt u vragen? Bel ons."),
    ),
)


def make_brief(*, alineas: int = 0, **changes: Any) -> BriefInhoud:
    """Return a letter with this many paragraphs more than it needs, and these fields instead of its own."""
    tekst = TEKST
    if alineas:
        more = tuple(Alinea(f"Alinea {number}. " + "Wij lezen uw klacht. " * 12) for number in range(alineas))
        tekst = replace(TEKST, blokken=(*TEKST.blokken[:-1], *more, TEKST.blokken[-1]))
    inhoud = BriefInhoud(
        KANTOOR,
        "Ontvangstbevestiging",
        "2026-003",
        date(2026, 4, 3),
        ("Zorggroep De Linde", "t.a.v. mevrouw M. de Vries", "Lindelaan 14", "3511 AB  UTRECHT"),
        tekst,
        ("Amber Veldman", "klachtenfunctionaris"),
    )
    return replace(inhoud, **changes)


def make_logo(mode: str = "RGBA", kind: str = "PNG", size: tuple[int, int] = (600, 200)) -> bytes:
    """Return a picture: half transparent green where `mode` knows transparency."""
    picture = Image.new("RGBA", size, (20, 120, 90, 128)).convert(mode)
    output = io.BytesIO()
    picture.save(output, kind)
    return output.getvalue()
