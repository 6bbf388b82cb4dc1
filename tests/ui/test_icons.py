"""The icons: every one that is named is there, and they follow light and dark."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon

from klachtdesk import assets, ui
from klachtdesk.ui.colors import DARK, LIGHT, Colors
from klachtdesk.ui.icons import icon

SOURCES = [path.read_text(encoding="utf-8") for path in Path(ui.__path__[0]).rglob("*.py")]


@pytest.mark.parametrize("name", assets.names("icons", ".svg"))
def test_no_icon_is_shipped_for_nothing(name: str):
    assert any(f'"{name}"' in source for source in SOURCES)


def test_every_icon_that_is_named_is_there():
    named = {
        name
        for source in SOURCES
        for name in re.findall(r'(?:\bicon=|\bicon\(|IconMark\()\s*"([a-z0-9-]+)"', source)
    }
    assert named
    assert named <= set(assets.names("icons", ".svg"))


def _ink(shown: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """Return the colour that an icon is mostly drawn in; its edges mix with the ground."""
    image = shown.pixmap(64, 64, mode).toImage()
    pixels = (image.pixelColor(column, row) for column in range(64) for row in range(64))
    return Counter(pixel.name() for pixel in pixels if pixel.alpha() == 255).most_common(1)[0][0]


def test_an_icon_takes_the_colour_of_the_scheme_of_the_moment(monkeypatch: pytest.MonkeyPatch):
    shown = icon("search")
    for scheme in (LIGHT, DARK):

        def scheme_now(named: Colors = scheme) -> Colors:
            return named

        monkeypatch.setattr("klachtdesk.ui.icons.colors", scheme_now)
        assert _ink(shown) == scheme.text


def test_an_icon_that_is_switched_off_is_faint():
    assert _ink(icon("search"), QIcon.Mode.Disabled) == LIGHT.faint
