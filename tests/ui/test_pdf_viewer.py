"""A PDF from memory: on the screen, on the printer, and taken out of the kluis."""

from io import BytesIO
from pathlib import Path

import pytest
from dossiers import klacht_that_was_heard, write_oordeel
from hand import Hand
from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from stage import Stage

from klachtdesk.errors import DocumentError
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.oordeel import freeze_oordeel
from klachtdesk.ui.dialogs.document_dialog import DocumentDialog, open_document
from klachtdesk.ui.dialogs.export import Export, file_name
from klachtdesk.ui.widgets.pdf_viewer import PdfViewer, print_pages

POINTS = 72


def pdf(*sizes: tuple[float, float]) -> bytes:
    """Return a PDF with a page of each size, a black square of an inch in its upper left corner."""
    made = BytesIO()
    canvas = Canvas(made)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.rect(POINTS, height - 2 * POINTS, POINTS, POINTS, fill=1)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture
def viewer(qtbot: QtBot) -> PdfViewer:
    viewer = PdfViewer()
    qtbot.addWidget(viewer)
    viewer.resize(700, 500)
    viewer.show()
    viewer.load(pdf(A4, A4, A4))
    return viewer


def text_of(widget: QWidget, name: str) -> str:
    label = widget.findChild(QLabel, name)
    assert label is not None
    return label.text()


def button_of(widget: QWidget, name: str) -> QAbstractButton:
    button = widget.findChild(QAbstractButton, name)
    assert button is not None
    return button


def test_it_says_which_page_is_shown_and_turns_pages(qtbot: QtBot, viewer: PdfViewer):
    assert text_of(viewer, "pdf.pagina") == "Pagina 1 van 3"
    assert not button_of(viewer, "pdf.vorige").isEnabled()
    qtbot.mouseClick(button_of(viewer, "pdf.volgende"), Qt.MouseButton.LeftButton)
    assert text_of(viewer, "pdf.pagina") == "Pagina 2 van 3"
    viewer.turn(1)
    assert text_of(viewer, "pdf.pagina") == "Pagina 3 van 3"
    assert not button_of(viewer, "pdf.volgende").isEnabled()
    viewer.turn(1)
    assert text_of(viewer, "pdf.pagina") == "Pagina 3 van 3"


def test_the_keyboard_goes_to_the_ends(qtbot: QtBot, viewer: PdfViewer):
    viewer.setFocus()
    qtbot.keyClick(viewer.view, Qt.Key.Key_End)
    assert text_of(viewer, "pdf.pagina") == "Pagina 3 van 3"
    qtbot.keyClick(viewer.view, Qt.Key.Key_Home)
    assert text_of(viewer, "pdf.pagina") == "Pagina 1 van 3"


def test_zooming_starts_from_what_is_on_the_screen(qtbot: QtBot, viewer: PdfViewer):
    viewer.setFocus()
    assert text_of(viewer, "pdf.zoom") == ""
    qtbot.keyClick(viewer.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    first = viewer.view.zoomFactor()
    qtbot.keyClick(viewer.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert viewer.view.zoomFactor() == pytest.approx(first * 1.25)
    assert text_of(viewer, "pdf.zoom") == f"{round(first * 125)} %"
    qtbot.keyClick(viewer.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert viewer.view.zoomFactor() == pytest.approx(first)
    qtbot.keyClick(viewer.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert text_of(viewer, "pdf.zoom") == ""


@pytest.mark.parametrize("inhoud", [b"", b"%PDF-1.7 and then nothing", b"MZ\x90\x00"])
def test_what_is_no_pdf_is_refused_in_words(viewer: PdfViewer, inhoud: bytes):
    with pytest.raises(DocumentError, match="beschadigd"):
        viewer.load(inhoud)
    assert text_of(viewer, "pdf.pagina") == ""


def file_printer(target: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageLayout(QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF()))
    return printer


def printed_page(target: Path, page: int = 0) -> QImage:
    """Return a printed page as a picture of ten dots to the inch."""
    document = QPdfDocument()
    document.load(str(target))
    return document.render(page, (document.pagePointSize(page) * (10 / POINTS)).toSize())


def is_black(image: QImage, across: int, down: int) -> bool:
    color = image.pixelColor(across, down)
    return color.alpha() > 200 and color.lightness() < 60


def test_it_prints_every_page_at_its_own_size(viewer: PdfViewer, tmp_path: Path):
    target = tmp_path / "afdruk.pdf"
    assert list(print_pages(viewer.document, file_printer(target))) == [1, 2, 3]
    pages = PdfReader(target).pages
    assert len(pages) == 3
    assert (float(pages[0].mediabox.width), float(pages[0].mediabox.height)) == pytest.approx(A4, abs=1)
    image = printed_page(target)
    # The square lies between one and two inches from the left and from the top.
    assert is_black(image, 15, 15)
    assert not is_black(image, 5, 15)
    assert not is_black(image, 25, 15)
    assert not is_black(image, 15, 25)


def test_smaller_paper_makes_it_smaller(viewer: PdfViewer, tmp_path: Path):
    target = tmp_path / "afdruk.pdf"
    list(print_pages(viewer.document, file_printer(target, QPageSize.PageSizeId.A5)))
    image = printed_page(target)
    # A5 is A4 times 0.707: the square lies between 0.71 and 1.41 inches.
    assert is_black(image, 10, 10)
    assert not is_black(image, 17, 10)


def test_a_page_across_is_printed_across(viewer: PdfViewer, tmp_path: Path):
    target = tmp_path / "afdruk.pdf"
    viewer.load(pdf(A4, landscape(A4)))
    list(print_pages(viewer.document, file_printer(target)))
    upright, across = PdfReader(target).pages
    assert upright.mediabox.height > upright.mediabox.width
    assert across.mediabox.width > across.mediabox.height


def test_it_prints_only_the_pages_that_were_asked_for(viewer: PdfViewer, tmp_path: Path):
    target = tmp_path / "afdruk.pdf"
    printer = file_printer(target)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert list(print_pages(viewer.document, printer)) == [1, 2]
    assert len(PdfReader(target).pages) == 2


@pytest.mark.qt_log_ignore("Returned false", "This plugin does not support")  # Qt says it too
def test_a_printer_that_does_not_work_is_told(viewer: PdfViewer, tmp_path: Path):
    printer = file_printer(tmp_path / "geen map" / "afdruk.pdf")
    with pytest.raises(DocumentError, match="printer"):
        list(print_pages(viewer.document, printer))


@pytest.fixture
def frozen(stage: Stage) -> int:
    """A dossier with a final oordeel, on 21 April 2026."""
    dossier = klacht_that_was_heard(stage.office)
    write_oordeel(stage.office, dossier)
    freeze_oordeel(stage.office.desk, dossier)
    return dossier


def opened(stage: Stage, dossier: int) -> DocumentDialog:
    page = QLabel()
    stage.show(page)
    (regel,) = read_dossier(stage.office.desk, dossier).documenten
    open_document(stage.workspace, page, regel)
    stage.settle()
    dialog = stage.window.findChild(DocumentDialog, "document")
    assert dialog is not None
    return dialog


def test_a_stored_document_is_shown_from_memory(stage: Stage, frozen: int, tmp_path: Path):
    before = set(tmp_path.rglob("*"))
    dialog = opened(stage, frozen)
    assert dialog.windowTitle() == "Oordeel 2026-001"
    assert text_of(dialog, "document.pdf.pagina").startswith("Pagina 1 van ")
    assert set(tmp_path.rglob("*")) == before


def test_a_copy_leaves_the_kluis_and_the_window_says_so(stage: Stage, frozen: int, tmp_path: Path):
    dialog = opened(stage, frozen)
    button_of(dialog, "document.opslaan").click()
    chooser = dialog.findChild(QFileDialog, "document.bestand")
    assert chooser is not None
    assert Path(chooser.selectedFiles()[0]).name == "Oordeel 2026-001.pdf"
    target = tmp_path / "kopie.pdf"
    chooser.fileSelected.emit(str(target))
    chooser.close()
    stage.settle()
    assert target.read_bytes().startswith(b"%PDF")
    told = text_of(dialog, "notice_text")
    assert "kopie.pdf" in told
    assert "buiten de kluis" in told


def test_ctrl_s_asks_where_the_copy_goes(stage: Stage, frozen: int):
    dialog = opened(stage, frozen)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    chooser = dialog.findChild(QFileDialog, "document.bestand")
    assert chooser is not None
    chooser.close()


def test_a_folder_that_can_not_be_written_to_is_told(stage: Stage, frozen: int, tmp_path: Path):
    dialog = opened(stage, frozen)
    button_of(dialog, "document.opslaan").click()
    chooser = dialog.findChild(QFileDialog, "document.bestand")
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "bestaat niet" / "kopie.pdf"))
    chooser.close()
    stage.settle()
    assert "kon niet worden opgeslagen" in text_of(dialog, "notice_text")


def test_the_queue_of_the_printer_does_not_tell_who_a_letter_is_to(qtbot: QtBot, stage: Stage):
    dialog = DocumentDialog(
        stage.workspace, "Oordeel aan Marijke de Vries", pdf(A4), Export("x", lambda _desk, _target: None)
    )
    qtbot.addWidget(dialog)
    dialog.show()
    ask = button_of(dialog, "document.afdrukken").click
    assert Hand().printing(ask, lambda asked: asked.printer().docName()) == "Document uit klachtdesk"


def test_an_example_can_not_be_taken_out(qtbot: QtBot, stage: Stage):
    dialog = DocumentDialog(stage.workspace, "Voorbeeld", pdf(A4), None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not button_of(dialog, "document.opslaan").isVisible()
    assert "nog niet opgeslagen" in text_of(dialog, "document.voorbeeld")


def test_a_damaged_document_says_so_in_its_own_window(qtbot: QtBot, stage: Stage):
    dialog = DocumentDialog(stage.workspace, "Oordeel", b"dit is geen PDF", None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "beschadigd" in text_of(dialog, "notice_text")
    assert not button_of(dialog, "document.afdrukken").isEnabled()


def test_a_title_becomes_a_name_that_windows_accepts():
    assert file_name('Oordeel 2026-001: "A/B"?') == "Oordeel 2026-001- -A-B--"
    assert file_name("Brief aan \u202eneir\tC. Visser. ") == "Brief aan neirC. Visser"
    assert file_name("Brief aan " + "x" * 300) == "Brief aan " + "x" * 110
