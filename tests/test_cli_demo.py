"""The command `klachtdesk demo`: makes a kluis, has it shown, and leaves nothing behind unless asked to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from klachtdesk.cli import main
from klachtdesk.services.desk import VasteKlok
from klachtdesk.services.dossiers import list_dossiers
from klachtdesk.services.kluis import close_kluis, is_kluis, open_kluis
from klachtdesk.views.demo import DemoView


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which temporary folders are made."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def _no_window(demo: DemoView) -> int:
    raise AssertionError(f"no window was asked for, and one is opened on {demo.map}")


def _looks(seen: list[DemoView]) -> Callable[[DemoView], int]:
    """Return a window in which somebody looks at the demo, and that ends with a code of its own."""

    def show(demo: DemoView) -> int:
        desk = open_kluis(demo.map, demo.wachtwoord, VasteKlok(demo.vandaag))
        assert list_dossiers(desk)
        close_kluis(desk)
        seen.append(demo)
        return 7

    return show


def test_the_demo_is_gone_when_its_window_closes(temporary: Path, capsys: pytest.CaptureFixture[str]):
    seen: list[DemoView] = []
    assert main(["demo"], show_demo=_looks(seen)) == 7
    (demo,) = seen
    assert demo.map.is_relative_to(temporary)
    assert demo.vandaag == date(2026, 5, 26)
    assert list(temporary.iterdir()) == []
    assert capsys.readouterr().out == ""


def test_without_a_window_it_says_where_and_with_which_password(
    tmp_path: Path, temporary: Path, capsysbinary: pytest.CaptureFixture[bytes]
):
    folder = tmp_path / "mijn demo"
    arguments = ["demo", "--zonder-venster", "--reglement", "klik_onderwijs", "--map", str(folder)]
    assert main(arguments, show_demo=_no_window) == 0
    said = dict(line.split(": ", 1) for line in capsysbinary.readouterr().out.decode().splitlines()[:2])
    assert said["Map"] == str(folder)
    desk = open_kluis(folder, said["Wachtwoord"], VasteKlok(date(2026, 5, 26)))
    assert list_dossiers(desk)
    close_kluis(desk)
    assert list(temporary.iterdir()) == []


def test_a_folder_that_was_named_stays_and_the_banner_says_so(tmp_path: Path, temporary: Path):
    folder = tmp_path / "mijn demo"
    seen: list[DemoView] = []
    assert main(["demo", "--map", str(folder)], show_demo=_looks(seen)) == 7
    assert seen[0].banner.endswith(f"Dit blijft staan in {folder}.")
    assert is_kluis(folder)


def test_an_unknown_reglement_is_refused(temporary: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["demo", "--reglement", "eigen"], show_demo=_no_window) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Kies een van: interactie, klassewerk" in said.err
    assert list(temporary.iterdir()) == []


def test_a_folder_with_something_in_it_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "brief.txt").write_text("van mij", encoding="utf-8")
    assert main(["demo", "--zonder-venster", "--map", str(tmp_path)], show_demo=_no_window) == 2
    assert capsys.readouterr().out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]
