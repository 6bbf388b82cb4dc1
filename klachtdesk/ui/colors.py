"""The colours of the window, light and dark: one accent; text meets WCAG AA on its grounds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one scheme, as `#rrggbb`; the `soft` ones are grounds for text of the same name."""

    window: str
    sidebar: str
    surface: str
    raised: str
    hover: str
    line: str
    outline: str
    """Edge of something to type in or press: 3:1 against its ground (WCAG 1.4.11)."""
    text: str
    muted: str
    faint: str
    """Text that is switched off; WCAG asks no contrast of it, people do."""
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str


LIGHT = Colors(
    window="#f7f7f5",
    sidebar="#eeeeeb",
    surface="#ffffff",
    raised="#ffffff",
    hover="#e7e7e4",
    line="#dededa",
    outline="#8b8b86",
    text="#1d1e20",
    muted="#565a61",
    faint="#84878c",
    accent="#2f55c0",
    accent_hover="#2547a6",
    on_accent="#ffffff",
    accent_soft="#e6ecfb",
    danger="#b3261e",
    danger_soft="#fcebe9",
    warning="#7d4e00",
    warning_soft="#fdf1da",
    good="#1c6638",
    good_soft="#e4f4e9",
)

DARK = Colors(
    window="#1b1c1f",
    sidebar="#161719",
    surface="#232528",
    raised="#2b2d31",
    hover="#303338",
    line="#383b40",
    outline="#7d828b",
    text="#ececee",
    muted="#b0b4bc",
    faint="#878b93",
    accent="#9db4ff",
    accent_hover="#b5c7ff",
    on_accent="#12172a",
    accent_soft="#2a3356",
    danger="#ff9a91",
    danger_soft="#4a2422",
    warning="#f1bf6b",
    warning_soft="#43341a",
    good="#86d6a3",
    good_soft="#1f3b29",
)
