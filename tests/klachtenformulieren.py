"""Klachtenformulieren to try things on: empty, and filled in as other programs would."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Pdf, String

from klachtdesk.assets import read_text
from klachtdesk.documenten.klachtenformulier import render_klachtenformulier
from klachtdesk.formulieren.klachtenformulier import klachtenformulier_for
from klachtdesk.reglement.loading import load_reglement
from klachtdesk.services.reglementen import form_choices
from klachtdesk.views.formulier_pdf import KlachtenformulierInhoud
from klachtdesk.views.kantoor import KantoorView

KANTOOR = KantoorView("Bureau Voorbeeld", "Kade 12", "3811 AB", "Amersfoort", email="klacht@voorbeeld.nl")

TYPED = {
    "melder.1.naam": "Çağla Şahin",
    "melder.1.adres": "Nguyễn Trãi 5, Αθήνα",
    "melder.1.plaats": "Київ",
    "omschrijving": "Eerste regel.\nTweede regel: te laat.",
    "dagtekening": "13-4-2026",
}
"""What somebody types, in Turkish, Vietnamese, Greek and Cyrillic letters."""


@cache
def empty_form(reglement: str = "tien_voor_taal") -> bytes:
    """Return the form of a reglement that comes with the program."""
    regels = load_reglement(read_text("reglementen", f"{reglement}.toml"))
    machtiging = regels.indiening is not None and regels.indiening.machtiging is not None
    formulier = klachtenformulier_for(form_choices(regels), machtiging=machtiging)
    return render_klachtenformulier(KlachtenformulierInhoud(KANTOOR, formulier, regels, date(2026, 4, 1)))


def fields_of(document: Pdf) -> dict[str, Dictionary]:
    """Return the fields at the ends of the tree, by full name."""
    found: dict[str, Dictionary] = {}

    def walk(node: Dictionary, above: str) -> None:
        name = f"{above}.{node.T}" if above else str(node.T)
        kids = [kid for kid in node.get("/Kids", []) if "/T" in kid]
        for kid in kids:
            walk(kid, name)
        if not kids:
            found[name] = node

    for root in document.Root.AcroForm.Fields:
        walk(root, "")
    return found


def filled_form(
    typed: Mapping[str, str] = TYPED,
    ticked: Mapping[str, str] | None = None,
    reglement: str = "tien_voor_taal",
) -> bytes:
    """Return the form with values and without appearances for them, as a plain program leaves it."""

    def fill(document: Pdf) -> None:
        fields = fields_of(document)
        for name, text in typed.items():
            fields[name].V = String(text)
        for name, state in (ticked or {}).items():
            fields[name].V = Name(f"/{state}")

    return changed(empty_form(reglement), fill)


def changed(pdf: bytes, change: Callable[[Pdf], object], **save: object) -> bytes:
    """Return a PDF in which something was changed."""
    with pikepdf.open(BytesIO(pdf)) as document:
        change(document)
        output = BytesIO()
        document.save(output, **save)  # type: ignore[arg-type]
    return output.getvalue()


@cache
def small_form() -> bytes:
    """Return a filled-in form without its font and without packing, so that a change hits what is read."""

    def shrink(document: Pdf) -> None:
        for item in document.objects:
            if isinstance(item, Dictionary) and "/FontFile2" in item:
                del item["/FontFile2"]
            if isinstance(item, Dictionary) and "/ToUnicode" in item:
                del item["/ToUnicode"]
        for page in document.pages:
            page.Contents = document.make_stream(b"")

    return changed(
        filled_form(ticked={"onderwerpen.gedrag": "Yes"}),
        shrink,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
