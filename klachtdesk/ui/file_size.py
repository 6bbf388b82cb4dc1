"""How large a file is, in words."""

_KILO = 1_000


def file_size(number: int) -> str:
    """Return a number of bytes as people say it: "312 kB", "4,2 MB"."""
    if number < _KILO:
        return f"{number} bytes"
    if number < _KILO * _KILO:
        return f"{number / _KILO:.0f} kB"
    return f"{number / _KILO / _KILO:.1f} MB".replace(".", ",")
