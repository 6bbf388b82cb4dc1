"""Where a kluis may stand, and how its files come into the folder."""

from pathlib import Path

import pytest

from klachtdesk.errors import KluisError
from klachtdesk.kluis.folder import check_location, is_network_location, is_network_mount, write_atomically

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//nas/kantoor /mnt/kantoor cifs rw,vers=3.1.1 0 0
nas:/export /home/jan/Gedeelde\\040map nfs4 rw 0 0
/dev/sdb1 /mnt/kantoor/usb vfat rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "network"),
    [
        ("/home/jan/kluis", False),
        ("/mnt/kantoor", True),
        ("/mnt/kantoor/kluis", True),
        ("/mnt/kantoortje/kluis", False),
        ("/mnt/kantoor/usb/kluis", False),
        ("/home/jan/Gedeelde map/kluis", True),
    ],
)
def test_the_file_system_that_holds_a_folder_decides(folder: str, *, network: bool) -> None:
    assert is_network_mount(MOUNTS, Path(folder)) is network


def test_of_two_file_systems_at_one_place_the_last_counts() -> None:
    mounts = "nas:/export /data nfs rw 0 0\n/dev/sdc1 /data ext4 rw 0 0\n"
    assert not is_network_mount(mounts, Path("/data/kluis"))


@pytest.mark.parametrize(
    "folder", ["\\\\nas\\kantoor\\kluis", "\\\\?\\UNC\\nas\\kantoor", "//nas/kantoor/kluis"]
)
def test_a_path_to_another_computer_is_refused(folder: str) -> None:
    assert is_network_location(Path(folder))
    with pytest.raises(KluisError, match="netwerkschijf"):
        check_location(Path(folder))


def test_a_folder_of_this_computer_is_fine(tmp_path: Path) -> None:
    assert not is_network_location(tmp_path)
    check_location(tmp_path)


def test_a_file_that_can_not_be_replaced_stays_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()

    with pytest.raises(OSError, match="target"):
        write_atomically(tmp_path / "target", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["target"]
