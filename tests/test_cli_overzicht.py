"""The command `klachtdesk overzicht`: a real kluis in, three files out."""

import os
from datetime import date
from pathlib import Path

import pytest
from dossiers import KLAGER, klacht_by_mail
from office import WACHTWOORD, Office, OfficeMaker
from pdf_text import text_of

from klachtdesk.cli import WRONG_USE, main
from klachtdesk.cli.wachtwoord import VARIABLE
from klachtdesk.services.kluis import close_kluis
from klachtdesk.views.demo import DemoView


def _no_window(demo: DemoView) -> int:
    raise AssertionError(f"no window was asked for, and one is opened on {demo.map}")


def _run(*arguments: str) -> int:
    return main(["overzicht", *arguments], show_demo=_no_window)


@pytest.fixture
def kluis(make_office: OfficeMaker) -> Office:
    """Return a closed kluis with two klachten of 2026."""
    office = make_office("interactie", date(2026, 4, 1))
    klacht_by_mail(office, KLAGER, "1-4-2026", onderwerpen="hoogte_factuur")
    klacht_by_mail(office, "Bram Smit", "1-4-2026")
    close_kluis(office.desk)
    return office


def test_a_scheduled_task_gets_three_files(
    kluis: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, WACHTWOORD)
    assert _run(str(kluis.folder), "--jaar", "2026", "--naar", str(tmp_path)) == 0
    names = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    assert names == [f"klachtenoverzicht-2026.{soort}" for soort in ("pdf", "xlsx", "csv")]
    text = text_of((tmp_path / names[0]).read_bytes())
    assert "In 2026 kwamen 2 klachten en meldingen binnen" in text
    assert KLAGER not in text
    assert VARIABLE not in os.environ


def test_one_reglement_has_files_of_its_own(
    kluis: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A task that makes all of the office and then one reglement leaves both."""
    for more in ((), ("--reglement", "interactie")):
        monkeypatch.setenv(VARIABLE, WACHTWOORD)
        assert _run(str(kluis.folder), "--jaar", "2026", "--naar", str(tmp_path), *more) == 0
    names = {path.name for path in tmp_path.glob("*.pdf")}
    assert names == {"klachtenoverzicht-2026.pdf", "klachtenoverzicht-2026-interactie.pdf"}


def test_the_password_can_come_through_a_descriptor(kluis: Office, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, f"{WACHTWOORD}\n".encode())
    os.close(writing)
    try:
        folder = str(kluis.folder)
        assert (
            _run(
                folder, "--jaar", "2026", "--naar", str(tmp_path), "--extern", "--wachtwoord-fd", str(reading)
            )
            == 0
        )
    finally:
        os.close(reading)
    assert (tmp_path / "klachtenoverzicht-2026-extern.pdf").exists()


def _typed(folder: Path, target: Path) -> dict[str, list[str]]:
    return {
        "no folder": [str(folder), "--naar", str(target / "nergens")],
        "no kluis": [str(target), "--naar", str(target)],
        "no year": [str(folder), "--naar", str(target), "--jaar", "vorig"],
        "year 0": [str(folder), "--naar", str(target), "--jaar", "0000"],
        "wrong reglement": [
            str(folder),
            "--naar",
            str(target),
            "--jaar",
            "2026",
            "--reglement",
            "bestaat_niet",
        ],
        "no descriptor": [str(folder), "--naar", str(target), "--wachtwoord-fd", "999"],
        "no number": [str(folder), "--naar", str(target), "--wachtwoord-fd", "geheim"],
    }


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("no folder", "bestaat niet"),
        ("no kluis", "kluis"),
        ("no year", "Dit jaar bestaat niet"),
        ("year 0", "Dit jaar bestaat niet"),
        ("wrong reglement", "Kies een van: interactie."),
        ("no descriptor", "komt geen wachtwoord"),
        ("no number", "komt geen wachtwoord"),
    ],
)
def test_wrong_use_says_what_to_do_and_leaves_nothing(
    kluis: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    case: str,
    words: str,
) -> None:
    target = tmp_path / "uit"
    target.mkdir()
    monkeypatch.setenv(VARIABLE, WACHTWOORD)
    assert _run(*_typed(kluis.folder, target)[case]) == WRONG_USE
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert not list(target.iterdir())


def test_a_wrong_password_opens_nothing(
    kluis: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "iets anders")
    assert _run(str(kluis.folder), "--naar", str(tmp_path)) == WRONG_USE
    assert "iets anders" not in capsys.readouterr().err
