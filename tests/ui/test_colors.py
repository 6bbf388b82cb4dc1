"""Text can be read, light and dark."""

import pytest

from klachtdesk.ui.colors import DARK, LIGHT, READABLE_PAIRS, Colors, contrast


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
