"""Makes every letter of the five stories, and lays the first pages out on one sheet: packaging/screenshots/brieven.png.

Run it with `python3 packaging/dev.py brieven` after a change of the letters, and look at what came of it.
"""

import importlib
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
TARGET: Final = ROOT / "packaging" / "screenshots" / "brieven.png"

sys.path.insert(0, str(ROOT / "tests"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import klachtdesk.ui  # noqa: E402, F401 (before all else of Qt)

# isort: split
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt  # noqa: E402
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter  # noqa: E402
from PySide6.QtPdf import QPdfDocument  # noqa: E402

from klachtdesk.services.reglementen import beschikbare_reglementen  # noqa: E402

COLUMNS: Final = 9
PAGE: Final = QSize(190, 269)
CAPTION, GAP, HEAD = 30, 14, 46
"""Heights in pixels, and the room between two letters."""
PAPER, DESK, INK = QColor("white"), QColor("#e4e7eb"), QColor("#1c1f24")


@dataclass(frozen=True)
class Thumbnail:
    """The first page of a letter, and what is written below it."""

    caption: str
    image: QImage


def main() -> int:
    """Make the sheet; returns the exit code."""
    application = QGuiApplication(sys.argv[:1])
    groups = _letters()
    sheet = _sheet(groups)
    if not sheet.save(str(TARGET)):
        print(f"{TARGET} could not be written.", file=sys.stderr)
        return 1
    number = sum(map(len, groups.values()))
    print(f"{number} letters on {TARGET.relative_to(ROOT)}, {TARGET.stat().st_size // 1024} kB")
    application.quit()
    return 0


def _letters() -> dict[str, list[Thumbnail]]:
    """Play the stories of the tests; return their letters by the name of the reglement."""
    verhalen = importlib.import_module("brieven_verhalen").VERHALEN
    names = {item.sleutel: item.naam for item in beschikbare_reglementen()}
    with tempfile.TemporaryDirectory() as folder:
        maker = importlib.import_module("office").OfficeMaker(Path(folder))
        try:
            return {names[sleutel]: _thumbnails(play(maker)) for sleutel, play in verhalen.items()}
        finally:
            maker.close()


def _thumbnails(brieven: Mapping[str, Any]) -> list[Thumbnail]:
    return [Thumbnail(naam.replace("_", " "), _first_page(brief.pdf)) for naam, brief in brieven.items()]


def _first_page(pdf: bytes) -> QImage:
    data = QBuffer()
    data.setData(QByteArray(pdf))
    data.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(data)
    large = document.render(0, PAGE * 3)
    page = QImage(large.size(), QImage.Format.Format_RGB32)
    page.fill(PAPER)
    painter = QPainter(page)
    painter.drawImage(0, 0, large)
    painter.end()
    return page.scaled(PAGE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _sheet(groups: Mapping[str, Sequence[Thumbnail]]) -> QImage:
    step_x, step_y = PAGE.width() + GAP, PAGE.height() + CAPTION + GAP
    rows = sum(-(-len(group) // COLUMNS) for group in groups.values())
    size = QSize(GAP + COLUMNS * step_x, GAP + rows * step_y + len(groups) * HEAD)
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(DESK)
    painter = QPainter(sheet)
    painter.setPen(INK)
    top = GAP
    for naam, group in groups.items():
        painter.setFont(_font(17, bold=True))
        painter.drawText(QRect(GAP, top, size.width(), HEAD), _LEFT, naam)
        top += HEAD
        painter.setFont(_font(11))
        for number, thumbnail in enumerate(group):
            row, column = divmod(number, COLUMNS)
            _draw(painter, thumbnail, GAP + column * step_x, top + row * step_y)
        top += -(-len(group) // COLUMNS) * step_y
    painter.end()
    return sheet


_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _draw(painter: QPainter, thumbnail: Thumbnail, left: int, top: int) -> None:
    painter.drawImage(left, top, thumbnail.image)
    painter.drawText(QRect(left, top + PAGE.height(), PAGE.width(), CAPTION), _LEFT, thumbnail.caption)


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = QFont("Noto Sans")
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


if __name__ == "__main__":
    sys.exit(main())
