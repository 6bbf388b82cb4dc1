"""Printing, through the system's own print dialog: a stored PDF, or a text."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPageLayout, QPainter, QTextDocument
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def ask_and_print(parent: QWidget, title: str, draw: Callable[[QPrinter], None]) -> None:
    """Let the user choose a printer, and draw on it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Afdrukken: {title}")
    if dialog.exec() == QDialog.DialogCode.Accepted:
        draw(printer)


def print_text(document: QTextDocument, printer: QPrinter) -> None:
    """Print a text as it stands on the screen, in black on white."""
    document.print_(printer)


def print_pdf(document: QPdfDocument, printer: QPrinter) -> None:
    """Print each page of a PDF at its own size, smaller only where the paper asks it."""
    printer.setFullPage(True)
    resolution = min(_DOTS_PER_INCH, printer.resolution())
    painter = QPainter()
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        landscape = size.width() > size.height()
        printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        )
        if page == 0:
            if not painter.begin(printer):
                return
        else:
            printer.newPage()
        pixels = QSize(
            *(round(side * resolution / _POINTS_PER_INCH) for side in (size.width(), size.height()))
        )
        image = document.render(page, pixels)
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        scale = printer.resolution() / _POINTS_PER_INCH
        wanted = size * scale
        shrink = min(1.0, paper.width() / wanted.width(), paper.height() / wanted.height())
        painter.drawImage(QRectF(0, 0, wanted.width() * shrink, wanted.height() * shrink), image)
    painter.end()
