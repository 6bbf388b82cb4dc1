"""Reading what is dropped on the window: sizes first, and what can't be read is told by name."""

import os
from pathlib import Path

import pytest

from klachtdesk.errors import PostError
from klachtdesk.services.inkomende_bestanden import check_bestanden, read_bestanden
from klachtdesk.views.bijlagen import MAX_BESTAND, MAX_BESTANDEN, Bestand

MEGABYTE = 1024 * 1024


def sparse(path: Path, size: int) -> Path:
    """Make a file that is as large as this and takes no room."""
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_files_are_read_with_their_names(tmp_path: Path):
    (tmp_path / "factuur.pdf").write_bytes(b"%PDF-1.7")
    gelezen = read_bestanden([tmp_path / "factuur.pdf"])
    assert gelezen.bestanden == (Bestand("factuur.pdf", b"%PDF-1.7"),)
    assert gelezen.fouten == ()


def test_a_file_of_25_mb_comes_in_and_one_byte_more_does_not(tmp_path: Path):
    fits, too_large = (
        sparse(tmp_path / "past.bin", MAX_BESTAND),
        sparse(tmp_path / "groot.bin", MAX_BESTAND + 1),
    )
    gelezen = read_bestanden([fits, too_large])
    assert [len(item.inhoud) for item in gelezen.bestanden] == [25 * MEGABYTE]
    (fout,) = gelezen.fouten
    assert fout.startswith("groot.bin: Het bestand is groter dan 25 MB.")


def test_of_500_mb_not_a_byte_is_read(tmp_path: Path):
    gelezen = read_bestanden([sparse(tmp_path / "klacht.eml", 500 * MEGABYTE)])
    assert gelezen.bestanden == ()
    assert "groter dan 25 MB" in gelezen.fouten[0]


def test_more_than_100_mb_together_is_told(tmp_path: Path):
    gelezen = read_bestanden([sparse(tmp_path / f"{number}.bin", 24 * MEGABYTE) for number in range(5)])
    assert len(gelezen.bestanden) == 4
    assert "meer dan 100 MB tegelijk" in gelezen.fouten[0]


def test_a_folder_an_empty_file_and_one_that_is_gone_are_told(tmp_path: Path):
    (tmp_path / "map").mkdir()
    (tmp_path / "leeg.txt").touch()
    gelezen = read_bestanden([tmp_path / "map", tmp_path / "leeg.txt", tmp_path / "weg.txt"])
    assert gelezen.bestanden == ()
    assert [fout.split(". ")[0] for fout in gelezen.fouten] == [
        "map: dit is een map",
        "leeg.txt: Het bestand is leeg",
        "weg.txt: het bestand kan niet worden gelezen",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_never_ends_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pijp")
    gelezen = read_bestanden([tmp_path / "pijp", Path("/dev/zero")])
    assert gelezen.bestanden == ()
    assert all("geen gewoon bestand" in fout for fout in gelezen.fouten)


def test_more_than_200_files_are_told(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"a")
    gelezen = read_bestanden([tmp_path / "a.txt"] * (MAX_BESTANDEN + 1))
    assert len(gelezen.bestanden) == MAX_BESTANDEN
    assert "meer dan 200 bestanden" in gelezen.fouten[0]


@pytest.mark.parametrize(
    "files",
    [
        [],
        [Bestand("leeg.txt", b"")],
        [Bestand("groot.bin", bytes(MAX_BESTAND + 1))],
        [Bestand("a.txt", b"a")] * (MAX_BESTANDEN + 1),
        [Bestand("a.bin", bytes(24 * MEGABYTE))] * 5,
    ],
)
def test_what_may_not_come_in_is_refused_by_every_service(files: list[Bestand]):
    with pytest.raises(PostError):
        check_bestanden(files)
