"""Documents of several kinds behind one another, read back with other programs than the one that joined them."""

import io
import zlib

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from klachtdesk.documenten.samenvoegen import MAX_PAGES, Part, Unusable, join, pages_of

PDF = "application/pdf"


def _pdf(*texts: str, size: tuple[float, float] = A4, rotate: int = 0) -> bytes:
    output = io.BytesIO()
    canvas = Canvas(output, pagesize=size)
    for text in texts:
        canvas.drawString(60, 60, text)
        canvas.showPage()
    canvas.save()
    if not rotate:
        return output.getvalue()
    turned = io.BytesIO()
    with pikepdf.open(output) as document:
        for page in document.pages:
            page.Rotate = rotate
        document.save(turned)
    return turned.getvalue()


def _picture(kind: str, size: tuple[int, int]) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(output, kind)
    return output.getvalue()


def _joined(*parts: Part) -> PdfReader:
    return PdfReader(io.BytesIO(join(parts, "Dossier 2026-003", "2026-003")), strict=True)


def test_the_pages_follow_each_other_numbered_through_with_a_bookmark_for_each_part() -> None:
    joined = _joined(
        pages_of("Ontvangstbevestiging", PDF, _pdf("een", "twee")), pages_of("Scan", PDF, _pdf("drie"))
    )
    texts = [page.extract_text() for page in joined.pages]
    assert [word in text for word, text in zip(("een", "twee", "drie"), texts, strict=True)] == [True] * 3
    assert [f"Bladzijde {number} van 3" in text for number, text in enumerate(texts, 1)] == [True] * 3
    assert all("Dossier 2026-003" in text for text in texts)
    marks = [
        (item.title, joined.get_destination_page_number(item))
        for item in joined.outline
        if not isinstance(item, list)
    ]
    assert marks == [("Ontvangstbevestiging", 0), ("Scan", 2)]


def test_it_says_what_it_is_and_in_which_language() -> None:
    joined = _joined(pages_of("Brief", PDF, _pdf("een")))
    assert joined.metadata is not None
    assert joined.metadata.title == "Dossier 2026-003"
    assert str(joined.root_object["/Lang"]) == "nl-NL"


@pytest.mark.parametrize(
    ("size", "rotate", "wide"),
    [(A4, 0, False), (landscape(A4), 0, True), (A4, 90, True), (landscape(A4), 270, False), (A5, 0, False)],
)
def test_every_page_becomes_a_page_of_a4_the_way_up_it_was(
    size: tuple[float, float], rotate: int, wide: bool
) -> None:
    page = _joined(pages_of("Bijlage", PDF, _pdf("tekst", size=size, rotate=rotate))).pages[0]
    expected = landscape(A4) if wide else A4
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(expected, abs=0.1)
    assert "tekst" in page.extract_text()


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_becomes_a_page(kind: str, media_type: str) -> None:
    page = _joined(pages_of("Foto", media_type, _picture(kind, (400, 200)))).pages[0]
    assert page.mediabox.width > page.mediabox.height
    (image,) = PdfReader(io.BytesIO(_flat(page))).pages[0].images
    assert image.image is not None
    assert image.image.size == (400, 200)


def _flat(page: object) -> bytes:
    writer = PdfWriter()
    writer.add_page(page)  # type: ignore[arg-type]
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def test_what_stands_in_a_form_field_is_on_the_page_and_no_script_comes_along() -> None:
    with pikepdf.open(io.BytesIO(_pdf("formulier"))) as document:
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        document.attachments["programma.exe"] = b"MZ"
        form = document.make_stream(b"BT /F1 12 Tf 0 0 Td (ingevuld) Tj ET")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = [0, 0, 100, 20]
        form.Resources = pikepdf.Dictionary(Font=document.pages[0].Resources.Font)
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="naam",
            V="ingevuld",
            F=4,
            Rect=[60, 100, 160, 120],
            AP=pikepdf.Dictionary(N=form),
            AA=pikepdf.Dictionary(K=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(2)")),
        )
        widget = document.make_indirect(field)
        document.pages[0].Annots = [widget]
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[widget])
        output = io.BytesIO()
        document.save(output)
    made = join([pages_of("Formulier", PDF, output.getvalue())], "Dossier", "2026-003")
    with pikepdf.open(io.BytesIO(made)) as document:
        assert "/OpenAction" not in document.Root
        assert "/AcroForm" not in document.Root
        assert not document.attachments
        assert "/Annots" not in document.pages[0]
    assert b"JavaScript" not in pikepdf_text(made)
    assert "ingevuld" in PdfReader(io.BytesIO(made)).pages[0].extract_text()


def pikepdf_text(pdf: bytes) -> bytes:
    """Return the PDF with nothing packed, so that a search finds what is there."""
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(output, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return output.getvalue()


def _with_password() -> bytes:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf("geheim"))) as document:
        document.save(output, encryption=pikepdf.Encryption(owner="a", user="b"))
    return output.getvalue()


def _turned_to_nothing() -> bytes:
    """Return a PDF whose page is turned by a word instead of by a number."""
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf("scheef"))) as document:
        document.pages[0].obj.Rotate = pikepdf.Name.Kwart
        document.save(output)
    return output.getvalue()


def _bomb() -> bytes:
    """Return a small PDF whose page unpacks to 80 MB."""
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf("bom"))) as document:
        packed = document.make_stream(b"")
        packed.write(zlib.compress(bytes(80_000_000), 9), filter=pikepdf.Name.FlateDecode)
        document.pages[0].Contents = packed
        document.save(output)
    return output.getvalue()


@pytest.mark.parametrize(
    ("media_type", "inhoud", "why"),
    [
        (PDF, _with_password(), "wachtwoord"),
        (PDF, b"%PDF-1.7 en dan niets", "beschadigd"),
        (PDF, b"", "beschadigd"),
        (PDF, _pdf(*("x" for _ in range(MAX_PAGES + 1))), f"{MAX_PAGES + 1} bladzijden"),
        (PDF, _turned_to_nothing(), "beschadigd"),
        (PDF, _bomb(), "beschadigd"),
        ("image/png", b"\x89PNG\r\n\x1a\nkapot", "beschadigd"),
        ("image/jpeg", _picture("JPEG", (50, 50))[:200], "beschadigd"),
        ("image/png", _picture("PNG", (8_000, 8_000)), "te groot"),
        ("application/zip", b"PK", "niet worden afgedrukt"),
        ("message/rfc822", b"From: a", "niet worden afgedrukt"),
    ],
    ids=[
        "password",
        "no pages",
        "empty",
        "many pages",
        "turned",
        "bomb",
        "png",
        "jpeg",
        "pixels",
        "zip",
        "mail",
    ],
)
def test_what_cannot_be_printed_says_why(media_type: str, inhoud: bytes, why: str) -> None:
    with pytest.raises(Unusable, match=why):
        pages_of("Bijlage", media_type, inhoud)
