"""The program itself, on the screen of nobody, with a clock of its own."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from program import Program
from PySide6.QtWidgets import QApplication

from klachtdesk.app import dress


@pytest.fixture
def start(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[date], Program]]:
    """Return what starts the program on a laptop on which it never ran, on this day."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    dress(qapp)
    made: list[Program] = []

    def begin(vandaag: date) -> Program:
        program = Program(qapp, vandaag)
        made.append(program)
        program.shell.begin()
        return program

    yield begin
    for program in made:
        program.shell.end()
