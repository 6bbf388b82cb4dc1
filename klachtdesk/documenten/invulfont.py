"""The font in which forms are filled in: embedded whole, so that any letter it has can be typed.

A subset would hold the letters of the page only, and an Ł or a Ж typed later would be missing.
"""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from reportlab.pdfbase import pdfmetrics

from klachtdesk import assets
from klachtdesk.typografie import REGULAR, register_fonts

_LAST_PLANE_0 = 0xFFFF
_BLOCK = 100
"""At most so many lines may stand in one block of a character map."""


def embed_font(pdf: Pdf) -> Object:
    """Put the whole regular font in a PDF and return it, as a font with the letters of every script it has."""
    register_fonts()
    face = pdfmetrics.getFont(REGULAR).face  # type: ignore[attr-defined]  # left out of the stubs
    named = sorted(((glyph, code) for code, glyph in face.charToGlyph.items()), reverse=True)
    glyphs = dict(reversed(dict(named).items()))  # of the letters that look the same, the first in Unicode
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(f"/{REGULAR}"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(_descendant(pdf, face, glyphs))]),
            ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode(glyphs))),
        )
    )


def _descendant(pdf: Pdf, face: Any, glyphs: dict[int, int]) -> Dictionary:
    """Return the font by its glyphs, with the width of each."""
    widths = {
        glyph: round(face.charWidths[code]) for glyph, code in glyphs.items() if code in face.charWidths
    }
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{REGULAR}"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, face)),
        CIDToGIDMap=Name.Identity,
        DW=round(face.defaultWidth),
        W=Array([part for glyph, width in widths.items() for part in (glyph, Array([width]))]),
    )


def _descriptor(pdf: Pdf, face: Any) -> Dictionary:
    """Return the measures of the font, with its file."""
    data = assets.read_bytes("fonts", f"{REGULAR}.ttf")
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{REGULAR}"),
        Flags=32,  # nonsymbolic
        FontBBox=Array([round(edge) for edge in face.bbox]),
        ItalicAngle=0,
        Ascent=round(face.ascent),
        Descent=round(face.descent),
        CapHeight=round(face.capHeight),
        StemV=round(face.stemV),
        FontFile2=pdf.make_indirect(Stream(pdf, data, Length1=len(data))),
    )


def _to_unicode(glyphs: dict[int, int]) -> bytes:
    """Return the map from glyphs to characters, by which a reader finds the glyph of what is typed."""
    lines = [f"<{glyph:04X}> <{code:04X}>" for glyph, code in glyphs.items() if code <= _LAST_PLANE_0]
    blocks = (lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK))
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return f"{_MAP_BEGIN}{body}{_MAP_END}".encode("ascii")


_MAP_BEGIN = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""

_MAP_END = """
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
