"""A picture on the screen, read from memory, and never one that is larger than its file lets suspect."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from klachtdesk.errors import PostError

_MOST_PIXELS = 50_000_000
"""A camera makes half of that; 200 MB in memory. A bomb of a few bytes claims thousands of times as much."""

_WIDEST = 4_096
"""Pixels to which a picture is brought down while it is read: more than any screen shows."""

_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"gif", b"bmp", b"webp", b"tiff"})
"""No SVG: that can refer to other files."""


def read_picture(inhoud: bytes) -> QImage:
    """Return a picture, upright; raises PostError for what is none, is damaged, or is too large to show."""
    buffer = QBuffer()
    buffer.setData(QByteArray(inhoud))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    try:
        return _read(reader)
    finally:
        # Some readers look at their source once more when they go, and Python would let the source go first.
        reader.setDevice(None)  # type: ignore[arg-type]


def _read(reader: QImageReader) -> QImage:
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise _unreadable()
    size = reader.size()
    if not size.isValid():
        raise _unreadable()
    if size.width() * size.height() > _MOST_PIXELS:
        raise PostError(
            f"Deze afbeelding is te groot om te tonen: {size.width()} bij {size.height()} beeldpunten.",
            "Bewaar haar met ‘Opslaan als’ en bekijk haar in een ander programma.",
        )
    if max(size.width(), size.height()) > _WIDEST:
        reader.setScaledSize(size.scaled(QSize(_WIDEST, _WIDEST), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise _unreadable()
    return image


def _unreadable() -> PostError:
    return PostError(
        "Deze afbeelding is beschadigd en kan niet worden getoond.",
        "Vraag de afzender om haar opnieuw te sturen.",
    )


class PictureView(QWidget):
    """Shows a picture as large as there is room for, but no larger than it is."""

    def __init__(self, name: str = "beeld") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("De afbeelding")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self._image = QImage()

    def load(self, inhoud: bytes) -> None:
        """Show a picture; raises as `read_picture`."""
        self._image = read_picture(inhoud)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle."""
        if self._image.isNull():
            return
        room, own = self.size(), self._image.deviceIndependentSize().toSize()
        size = (
            own
            if own.width() <= room.width() and own.height() <= room.height()
            else own.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        )
        left, top = (room.width() - size.width()) / 2, (room.height() - size.height()) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        painter.end()
