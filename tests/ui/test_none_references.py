"""The program outlives more calls of Qt than Python has references to None and to True."""

import subprocess
import sys

import pytest

START = """
import klachtdesk.ui
from PySide6.QtCore import QObject, Signal
class Thing(QObject):
    told = Signal()
thing = Thing()
for _ in range(100_000):
    {call}
print("alive")
"""


@pytest.mark.parametrize("call", ['thing.setObjectName("naam")', "thing.told.emit()"])
def test_a_long_session_does_not_end_with_deallocating_a_constant(call: str):
    # A fresh Python 3.11 holds some 5,000 references to None and fewer to True, the whole program well under 100,000.
    program = START.format(call=call)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
