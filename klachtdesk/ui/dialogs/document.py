"""A PDF on the screen, read from memory: nothing of it is ever written to a file to show it."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.printing import ask_and_print, print_pdf
from klachtdesk.ui.widgets.controls import icon_button, push_button, text_label

_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 4.0


class DocumentWindow(QDialog):
    """Shows a PDF beside the main window, prints it, and hands it to `export` when there is one."""

    def __init__(
        self, title: str, content: bytes, parent: QWidget, export: Callable[[], None] | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("document")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = title
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        self._view = QPdfView(self)
        self._view.setObjectName("document.paginas")
        self._view.setAccessibleName(title)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._assemble(export)
        self._view.setFocus()

    def sizeHint(self) -> QSize:
        """Return a size in which a page is wide enough to read."""
        return QSize(860, 680)

    @property
    def readable(self) -> bool:
        """Whether the PDF could be read."""
        return self._document.status() is QPdfDocument.Status.Ready

    def _assemble(self, export: Callable[[], None] | None) -> None:
        count = self._document.pageCount()
        pages = "1 pagina" if count == 1 else f"{count} pagina's"
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 8, 10, 8)
        bar.setSpacing(6)
        bar.addWidget(icon_button("document.kleiner", "zoom-out", "Kleiner", lambda: self._zoom(1 / _STEP)))
        bar.addWidget(icon_button("document.groter", "zoom-in", "Groter", lambda: self._zoom(_STEP)))
        bar.addWidget(push_button("document.breedte", "Paginabreedte", self._fit, look="quiet"))
        bar.addWidget(
            text_label(pages if self.readable else "Dit bestand is niet te lezen", "muted", "document.aantal")
        )
        bar.addStretch()
        bar.addWidget(push_button("document.afdrukken", "&Afdrukken…", self._on_print, icon="printer"))
        if export is not None:
            bar.addWidget(push_button("document.exporteren", "&Exporteren…", export, icon="download"))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(bar)
        page.addWidget(self._view, 1)

    def _zoom(self, factor: float) -> None:
        wanted = self._shown_factor() * factor
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(_LARGEST, max(_SMALLEST, wanted)))

    def _shown_factor(self) -> float:
        if self._view.zoomMode() is QPdfView.ZoomMode.Custom or not self._document.pageCount():
            return self._view.zoomFactor()
        points = self._document.pagePointSize(0).width()
        margins = self._view.documentMargins()
        room = self._view.viewport().width() - margins.left() - margins.right()
        return room / (points * self._view.logicalDpiX() / 72)

    def _fit(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _on_print(self) -> None:
        ask_and_print(self, self._title, lambda printer: print_pdf(self._document, printer))
