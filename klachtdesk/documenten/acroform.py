"""Puts the fields of a form in a PDF: boxes to type in and boxes to tick, with names, tooltips and an order for Tab.

Every field has an appearance, so that a program which makes none shows and prints the form as it is; none of them runs
a script.
"""

import io
from collections.abc import Mapping, Sequence
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from klachtdesk.documenten.invulfont import embed_font
from klachtdesk.documenten.invulvak import Invulvak

FONT: Final = "/Invul"
_APPEARANCE: Final = f"{FONT} 10 Tf 0.11 0.12 0.14 rg"
_READ_ONLY, _REQUIRED = 1, 1 << 1
_MULTILINE = 1 << 12
_NO_TOGGLE_OFF, _RADIO = 1 << 14, 1 << 15
_HIDDEN, _PRINT = 1 << 1, 1 << 2
_CROSS: Final = "1.1 w 1 J 0.09 0.26 0.42 RG {a} {a} m {b} {b} l {a} {b} m {b} {a} l S"


def add_fields(pdf: bytes, vakken: Sequence[Invulvak], hidden: Mapping[str, str], keywords: str) -> bytes:
    """Return a PDF with these fields, in the order in which Tab goes; `hidden` are texts that nobody sees or changes.

    `keywords` stand in the metadata: they stay when somebody makes the fields part of the page. Equal input gives equal
    bytes.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fields = _Fields(document)
        for naam, text in hidden.items():
            fields.add_hidden(naam, text)
        for vak in vakken:
            if vak.keuze and vak.enkel:
                fields.add_choice(vak)
            elif vak.keuze:
                fields.add_tick(vak)
            else:
                fields.add_text(vak)
        document.Root.AcroForm = document.make_indirect(
            Dictionary(
                Fields=fields.roots,
                DR=Dictionary(Font=_fonts(document, fields.font)),
                DA=String(_APPEARANCE),
            )
        )
        for page in document.pages:
            page.Tabs = Name.S  # the order of the boxes on the page, which is that of the form
            if "/Trans" in page:
                del page["/Trans"]
        document.docinfo["/Keywords"] = String(keywords)
        output = io.BytesIO()
        document.save(output, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return output.getvalue()


def _fonts(document: Pdf, font: Object) -> Dictionary:
    """Return the fonts of the form: ours, and two by the names under which programs look for letters and crosses."""
    known = {"/Helv": Name.Helvetica, "/ZaDb": Name.ZapfDingbats}
    standard = {
        tag: document.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=base))
        for tag, base in known.items()
    }
    return Dictionary({FONT: font, **standard})


class _Fields:
    """The tree of fields of one document: `klager.1.naam` is a field in a field in a field, as PDF wants it."""

    def __init__(self, document: Pdf) -> None:
        self._document = document
        self.roots = Array()
        self.font = embed_font(document)
        self._nodes: dict[str, Object] = {}

    def add_text(self, vak: Invulvak) -> None:
        """Add a line, or a box of lines, to type in."""
        flags = (_MULTILINE if vak.regels else 0) | (_REQUIRED if vak.nodig else 0)
        field = self._field(vak, Name.Tx, flags)
        field.DA = String(_APPEARANCE)
        if vak.lengte:
            field.MaxLen = vak.lengte
        field.AP = Dictionary(N=self._drawing(vak, "/Tx BMC EMC"))
        self._place(field, vak)

    def add_tick(self, vak: Invulvak) -> None:
        """Add a box that can be ticked by itself."""
        field = self._field(vak, Name.Btn, 0)
        field.V = Name.Off
        self._make_tick(field, vak)
        self._place(field, vak)

    def add_choice(self, vak: Invulvak) -> None:
        """Add one of several boxes of which one can be ticked."""
        group = self._nodes.get(vak.naam)
        if group is None:
            group = self._field(vak, Name.Btn, _RADIO | (_REQUIRED if vak.nodig else 0))
            group.V = Name.Off
            group.Kids = Array()
        kid = self._document.make_indirect(Dictionary(Parent=group, TU=String(vak.uitleg)))
        group.Kids.append(kid)
        self._make_tick(kid, vak)
        self._place(kid, vak)

    def add_hidden(self, naam: str, text: str) -> None:
        """Add a text that is neither shown nor printed, by which the form is known when it comes back."""
        vak = Invulvak(naam, 0, (0, 0, 0, 0), "")
        field = self._field(vak, Name.Tx, _READ_ONLY)
        field.V = String(text)
        field.DA = String(_APPEARANCE)
        field.AP = Dictionary(N=self._drawing(vak, "/Tx BMC EMC"))
        self._place(field, vak)
        field.F = _HIDDEN

    def _field(self, vak: Invulvak, kind: Object, flags: int) -> Object:
        parent, _, name = vak.naam.rpartition(".")
        field = self._document.make_indirect(Dictionary(T=String(name), FT=kind))
        if flags:
            field.Ff = flags
        if vak.uitleg:
            field.TU = String(vak.uitleg)
        self._hang(field, parent)
        self._nodes[vak.naam] = field
        return field

    def _hang(self, field: Object, parent: str) -> None:
        if not parent:
            self.roots.append(field)
            return
        if parent not in self._nodes:
            above, _, name = parent.rpartition(".")
            node = self._document.make_indirect(Dictionary(T=String(name), Kids=Array()))
            self._nodes[parent] = node
            self._hang(node, above)
        field.Parent = self._nodes[parent]
        self._nodes[parent].Kids.append(field)

    def _make_tick(self, widget: Object, vak: Invulvak) -> None:
        side = vak.rect[2] - vak.rect[0]
        cross = _CROSS.format(a=round(side * 0.25, 2), b=round(side * 0.75, 2))
        states = {"/Off": self._drawing(vak, ""), f"/{vak.keuze}": self._drawing(vak, cross)}
        widget.AS = Name.Off
        widget.AP = Dictionary(N=Dictionary(states))
        widget.MK = Dictionary(CA=String("8"))  # a cross, for a program that draws boxes itself

    def _place(self, widget: Object, vak: Invulvak) -> None:
        page = self._document.pages[vak.pagina]
        widget.Type, widget.Subtype = Name.Annot, Name.Widget
        widget.Rect = Array([round(edge, 2) for edge in vak.rect])
        widget.F = _PRINT
        widget.P = page.obj
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(widget)

    def _drawing(self, vak: Invulvak, content: str) -> Object:
        left, bottom, right, top = vak.rect
        form = Stream(self._document, f"q {content} Q".encode("ascii"))
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox = Array([0, 0, round(right - left, 2), round(top - bottom, 2)])
        form.Resources = Dictionary()
        return self._document.make_indirect(form)
