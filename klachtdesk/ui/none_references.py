"""Keeps Python 3.11 running under PySide6 6.12.

That version gives back a reference that it never took: to None each time a Qt method returns nothing, to True each time
a signal is emitted. After some thousands of calls, a few repaints of a calendar, Python 3.11 ends with "deallocating
None" or "deallocating True or False". From Python 3.12 on these are not counted (PEP 683) and nothing needs to be done;
nor with PySide6 6.11.
"""

import ctypes
import sys

_MORE_THAN_A_LIFETIME = 1 << 40


def hold_none() -> None:
    """Take so many references to None, True and False that no session gives them all back."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _MORE_THAN_A_LIFETIME:
            count.value += _MORE_THAN_A_LIFETIME
