"""The program outlives more calls of Qt than Python has references to None."""

import subprocess
import sys

CALLS = """
import klachtdesk.ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(100_000):
    thing.setObjectName("naam")
print("alive")
"""


def test_a_long_session_does_not_end_with_deallocating_none():
    # A fresh Python 3.11 holds some 5,000 references to None, the whole program well under 100,000.
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
