"""What is loaded while a password is typed, and on which thread."""

import subprocess
import sys

_PROGRAM = """
import sys
from klachtdesk.ui.start import opening
before = set(sys.modules)
opening.warm_up()
print("qt:", *sorted(name for name in set(sys.modules) - before if name.startswith(("PySide6", "klachtdesk.ui"))))
before = set(sys.modules)
import klachtdesk.ui.main_window
print("late:", *sorted(name for name in set(sys.modules) - before if name.startswith("klachtdesk.services")))
print("parts:", *sorted(set(opening.WINDOW_PARTS) - set(sys.modules)))
"""


def test_the_worker_loads_all_services_of_the_window_and_nothing_of_qt():
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n") == ["qt:", "late:", "parts:", ""]
