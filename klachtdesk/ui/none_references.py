"""Keeps Python 3.11 running under PySide6 6.12.

That version gives back a reference to None that it never took, each time a Qt method returns nothing. After some
thousands of calls, a few repaints of a calendar, Python 3.11 ends with "deallocating None". From Python 3.12 on None
is not counted (PEP 683) and nothing needs to be done; nor with PySide6 6.11.
"""

import ctypes
import sys

_MORE_THAN_A_LIFETIME = 1 << 40


def hold_none() -> None:
    """Take so many references to None that no session gives them all back."""
    if sys.version_info >= (3, 12):
        return
    count = ctypes.c_ssize_t.from_address(id(None))
    if count.value < _MORE_THAN_A_LIFETIME:
        count.value += _MORE_THAN_A_LIFETIME
