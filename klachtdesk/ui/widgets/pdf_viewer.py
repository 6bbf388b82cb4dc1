"""A PDF on the screen, read from memory and never from a file, and the way to print it."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPageLayout, QPainter, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QProgressDialog, QVBoxLayout, QWidget

from klachtdesk.errors import DocumentError
from klachtdesk.ui.keys import add_keys
from klachtdesk.ui.theme import colors
from klachtdesk.ui.widgets.controls import card, icon_button, push_button, text_label

_POINTS_PER_INCH = 72
_FINEST = 300
"""Dots per inch at which a page is drawn at most: finer is not seen, and takes a gigabyte at 1200."""

_ZOOM_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 5.0
_MARGIN = 14
_PATIENCE = 1_000
"""Milliseconds of printing before it shows how far it is."""


class PdfViewer(QWidget):
    """Shows the pages of one PDF under each other. It draws no form fields: those must be part of the page."""

    def __init__(self, name: str = "pdf") -> None:
        super().__init__()
        self.setObjectName(name)
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setObjectName(f"{name}.blad")
        self.view.setAccessibleName("Het document")
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setDocumentMargins(QMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        self.view.setPageSpacing(_MARGIN)
        self.view.setDocument(self.document)
        self._place = text_label(look="muted", name=f"{name}.pagina")
        self._zoom = text_label(look="muted", name=f"{name}.zoom")
        self._previous = icon_button(f"{name}.vorige", "chevron-left", "Vorige pagina", lambda: self.turn(-1))
        self._next = icon_button(f"{name}.volgende", "chevron-right", "Volgende pagina", lambda: self.turn(1))
        self.setFocusProxy(self.view)
        self._assemble(name)
        self._add_shortcuts()
        self.view.pageNavigator().currentPageChanged.connect(self._tell_place)
        self.view.zoomFactorChanged.connect(self._tell_zoom)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._tint)
        self._tint()
        self.fit_width()

    def _assemble(self, name: str) -> None:
        bar = card(look="bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(4)
        row.addWidget(self._previous)
        row.addWidget(self._place)
        row.addWidget(self._next)
        row.addStretch()
        row.addWidget(icon_button(f"{name}.kleiner", "zoom-out", "Kleiner (Ctrl+-)", self.zoom_out))
        row.addWidget(self._zoom)
        row.addWidget(icon_button(f"{name}.groter", "zoom-in", "Groter (Ctrl++)", self.zoom_in))
        row.addWidget(
            push_button(
                f"{name}.breedte",
                "Paginabreedte",
                self.fit_width,
                look="quiet",
                icon="move-horizontal",
                tip="Zo breed als het venster (Ctrl+0)",
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.view, 1)

    def _add_shortcuts(self) -> None:
        add_keys(
            self,
            ("Ctrl++", self.zoom_in),
            ("Ctrl+=", self.zoom_in),
            ("Ctrl+-", self.zoom_out),
            ("Ctrl+0", self.fit_width),
            ("Home", lambda: self._go_to(0)),
            ("End", lambda: self._go_to(self.document.pageCount() - 1)),
        )

    def load(self, inhoud: bytes) -> None:
        """Show a PDF; raises DocumentError when it can't be read as one."""
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(inhoud))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._tell_place()
        if self.document.status() is not QPdfDocument.Status.Ready:
            raise DocumentError(
                "Dit document kan niet worden getoond: het is geen PDF, of het is beschadigd.",
                "Zet een reservekopie van de kluis terug, of maak het document opnieuw.",
            )

    def load_again(self, inhoud: bytes) -> None:
        """Show another version of the same document, at the place that was in sight; raises as `load`."""
        across, down = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        place = (across.value(), down.value())
        self.load(inhoud)
        across.setValue(place[0])
        down.setValue(place[1])

    def turn(self, pages: int) -> None:
        """Go some pages on, or back."""
        self._go_to(self.view.pageNavigator().currentPage() + pages)

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._zoom_by(_ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._zoom_by(1 / _ZOOM_STEP)

    def fit_width(self) -> None:
        """Show the pages as wide as there is room for."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._tell_zoom()

    def print_dialog(self, title: str) -> None:
        """Let the user choose a printer, and print; what takes long shows how far it is and can be stopped.

        `title` stands in the queue of the printer, for others to read: it names nobody.
        """
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.document.pageCount())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._print_on(printer)

    def _print_on(self, printer: QPrinter) -> None:
        total = self.document.pageCount()
        progress = QProgressDialog("Bezig met afdrukken…", "&Stoppen", 0, total, self)
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_PATIENCE)
        for number in print_pages(self.document, printer):
            progress.setValue(number)
            if progress.wasCanceled():
                printer.abort()
                break
        progress.reset()

    def _tint(self) -> None:
        """Give what lies around the pages a quiet colour; the view takes it from its palette."""
        palette = self.view.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(colors().hover))
        self.view.setPalette(palette)

    def _go_to(self, page: int) -> None:
        if 0 <= page < self.document.pageCount():
            self.view.pageNavigator().jump(page, QPointF())

    def _zoom_by(self, factor: float) -> None:
        wanted = min(_LARGEST, max(_SMALLEST, self._factor() * factor))
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(wanted)
        self._tell_zoom()

    def _factor(self) -> float:
        """Return by how much the pages are enlarged now; the view tells that only of what was chosen by hand."""
        if self.view.zoomMode() is QPdfView.ZoomMode.Custom or not self.document.pageCount():
            return self.view.zoomFactor()
        margins = self.view.documentMargins()
        room = self.view.viewport().width() - margins.left() - margins.right()
        widest = self.document.pagePointSize(0).width() * self.view.logicalDpiX() / _POINTS_PER_INCH
        return min(_LARGEST, max(_SMALLEST, room / widest))

    def _tell_place(self) -> None:
        page, total = self.view.pageNavigator().currentPage(), self.document.pageCount()
        self._place.setText(f"Pagina {page + 1} van {total}" if total else "")
        self._previous.setEnabled(page > 0)
        self._next.setEnabled(page < total - 1)

    def _tell_zoom(self) -> None:
        fitted = self.view.zoomMode() is QPdfView.ZoomMode.FitToWidth
        self._zoom.setText("" if fitted else f"{round(100 * self._factor())} %")


def print_pages(document: QPdfDocument, printer: QPrinter) -> Iterator[int]:
    """Print the pages that the printer asks for, each as large as it is, or smaller where the paper is.

    Yields how many are done, after each; whoever stops asking stops the printing.
    """
    printer.setFullPage(True)
    pages = _wanted_pages(document, printer)
    painter = QPainter()
    try:
        for number, page in enumerate(pages, start=1):
            size = document.pagePointSize(page)
            wide = size.width() > size.height()
            printer.setPageOrientation(
                QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
            )
            if number > 1:
                printer.newPage()
            elif not painter.begin(printer):
                raise DocumentError(
                    "De printer kan niet worden gebruikt.",
                    "Controleer of hij aan staat, en probeer het opnieuw.",
                )
            _draw_page(document, page, printer, painter)
            yield number
    finally:
        if painter.isActive():
            painter.end()


def _wanted_pages(document: QPdfDocument, printer: QPrinter) -> list[int]:
    first, last = 1, document.pageCount()
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = max(first, printer.fromPage()), min(last, printer.toPage() or last)
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return list(range(first - 1, last)) * copies


def _draw_page(document: QPdfDocument, page: int, printer: QPrinter, painter: QPainter) -> None:
    paper = QSizeF(printer.pageLayout().fullRectPixels(printer.resolution()).size())
    wanted = document.pagePointSize(page) * (printer.resolution() / _POINTS_PER_INCH)
    shrink = min(1.0, paper.width() / wanted.width(), paper.height() / wanted.height())
    place = QSizeF(wanted * shrink)
    dots = min(1.0, _FINEST / printer.resolution())
    image = document.render(page, QSize(round(place.width() * dots), round(place.height() * dots)))
    painter.drawImage(QRectF(0, 0, place.width(), place.height()), image)
