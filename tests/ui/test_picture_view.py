"""A picture from outside on the screen: from memory, and never larger than its file lets suspect."""

import struct
import zlib

import pytest
from pictures import picture
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from klachtdesk.errors import PostError
from klachtdesk.ui.widgets.picture_view import PictureView, read_picture

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hostname"/></svg>'
)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def claims(width: int, height: int) -> bytes:
    """Return a PNG of some sixty bytes that says it is as large as this."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    parts = [_chunk(name, data) for name, data in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "WEBP", "TIFF"])
def test_pictures_are_read_from_memory(kind: str):
    assert read_picture(picture(40, 30, kind)).size() == QSize(40, 30)


def test_a_large_picture_is_brought_down_to_what_a_screen_shows():
    assert read_picture(picture(6_000, 1_500)).size() == QSize(4_096, 1_024)


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (8_000, 7_000)])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_read(width: int, height: int):
    with pytest.raises(PostError, match="te groot om te tonen"):
        read_picture(claims(width, height))


@pytest.mark.parametrize("inhoud", [b"", b"geen afbeelding", SVG, b"%PDF-1.7"])
def test_what_is_no_picture_is_told(inhoud: bytes):
    with pytest.raises(PostError, match="beschadigd"):
        read_picture(inhoud)


def test_it_is_drawn_no_larger_than_it_is(qtbot: QtBot):
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.load(picture(100, 50))
    shown = view.grab().toImage()
    teal = QColor("teal").rgb()
    assert shown.pixel(150, 150) == teal
    assert shown.pixel(20, 150) != teal
    assert shown.pixel(150, 60) != teal
