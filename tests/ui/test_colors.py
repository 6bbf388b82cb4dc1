"""Text can be read, light and dark."""

import pytest

from klachtdesk.ui.colors import DARK, LIGHT, Colors

READABLE_PAIRS = (
    *(
        (ink, ground)
        for ink in ("text", "muted")
        for ground in ("window", "sidebar", "surface", "raised", "hover")
    ),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("text", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *(
        (name, ground)
        for name in ("danger", "warning", "good")
        for ground in ("surface", "window", f"{name}_soft")
    ),
)
"""Every pair of text and ground that the window uses; each is held to 4.5:1."""

_LINEAR_UP_TO = 0.04045
"""Below this an sRGB channel is linear (WCAG 2.2, relative luminance)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= _LINEAR_UP_TO else ((value + 0.055) / 1.055) ** 2.4 for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_contrast_of_known_colours():
    # WCAG 2.2: black on white is 21:1, a colour on itself 1:1, and #777777 on white the well-known 4.48:1.
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#2f55c0", "#2f55c0") == 1
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), READABLE_PAIRS)
def test_text_meets_wcag_aa(scheme: Colors, ink: str, ground: str):
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_edges_of_fields_can_be_seen(scheme: Colors, ground: str):
    assert contrast(scheme.outline, getattr(scheme, ground)) >= 3
