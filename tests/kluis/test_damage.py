"""A damaged kluis is recognised, said to be so with what to do, and left exactly as it was."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import DamagedKluis, WrongPassword
from klachtdesk.kluis import OpenKluis, open_kluis
from klachtdesk.kluis.integrity import check_integrity
from klachtdesk.models import Persoon

Make = Callable[[Path], OpenKluis]
Snapshot = Callable[[Path], dict[str, tuple[bytes, int]]]

PAGE = 4096


@pytest.fixture
def is_damaged(reopen: Make, snapshot: Snapshot, capfd: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Holds that opening says it is damaged and what to do, touches no file, and prints nothing."""

    def check(folder: Path, match: str | None = None) -> None:
        before = snapshot(folder)
        with pytest.raises(DamagedKluis, match=match) as refused:
            reopen(folder)
        assert "Zet de laatste reservekopie" in refused.value.hint
        assert snapshot(folder) == before
        assert capfd.readouterr() == ("", "")

    return check


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_flipped_bit_is_found(
    folder: Path, is_damaged: Callable[..., None], place: float, bit: int
) -> None:
    database = folder / "klachten.db"
    whole = database.read_bytes()
    damaged = bytearray(whole)
    damaged[int(place * len(whole))] ^= 1 << bit
    database.write_bytes(damaged)

    is_damaged(folder)

    database.write_bytes(whole)


@given(place=st.floats(0, 1, exclude_max=True))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_truncated_database_is_found(folder: Path, is_damaged: Callable[..., None], place: float) -> None:
    database = folder / "klachten.db"
    whole = database.read_bytes()
    database.write_bytes(whole[: int(place * len(whole))])

    is_damaged(folder)

    database.write_bytes(whole)


def test_a_database_that_ends_on_a_whole_page_is_found_too(
    folder: Path, is_damaged: Callable[..., None]
) -> None:
    database = folder / "klachten.db"
    whole = database.read_bytes()
    for size in (0, PAGE, len(whole) - PAGE):
        database.write_bytes(whole[:size])
        is_damaged(folder)


@pytest.mark.parametrize("tail", [b"\0", bytes(PAGE)])
def test_what_was_added_behind_the_database_is_found(
    folder: Path, is_damaged: Callable[..., None], tail: bytes
) -> None:
    with (folder / "klachten.db").open("ab") as file:
        file.write(tail)

    is_damaged(folder)


def test_only_the_first_bytes_being_wrong_is_told_apart(
    folder: Path, is_damaged: Callable[..., None]
) -> None:
    with (folder / "klachten.db").open("r+b") as file:
        file.write(bytes(16))

    is_damaged(folder, "De eerste letters")


def test_a_key_file_of_another_kluis_is_told_apart(
    folder: Path, tmp_path: Path, make: Make, is_damaged: Callable[..., None]
) -> None:
    make(tmp_path / "other").close()
    shutil.copy(tmp_path / "other" / "sleutels.json", folder)

    is_damaged(folder, "hoort bij een andere kluis")


def test_with_a_key_file_of_another_kluis_the_password_is_not_blamed(
    folder: Path, tmp_path: Path, make: Make, nu: datetime
) -> None:
    make(tmp_path / "other").close()
    shutil.copy(tmp_path / "other" / "sleutels.json", folder)

    with pytest.raises(DamagedKluis, match="hoort bij een andere kluis"):
        open_kluis(folder, "een ander wachtwoord", nu=nu)


def test_a_plain_database_is_refused(folder: Path, is_damaged: Callable[..., None]) -> None:
    database = folder / "klachten.db"
    database.unlink()
    plain = sqlite3.connect(database)
    plain.execute("CREATE TABLE persoon (naam)")
    plain.close()

    is_damaged(folder, "niet versleuteld")


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 1000, bytes(5 * PAGE)])
def test_something_else_entirely_is_refused(
    folder: Path, is_damaged: Callable[..., None], content: bytes
) -> None:
    (folder / "klachten.db").write_bytes(content)

    is_damaged(folder)


def test_a_wrong_password_on_a_damaged_database_is_still_a_wrong_password(folder: Path, nu: datetime) -> None:
    with (folder / "klachten.db").open("r+b") as file:
        file.seek(PAGE)
        file.write(bytes(PAGE))

    with pytest.raises(WrongPassword):
        open_kluis(folder, "een ander wachtwoord", nu=nu)


@pytest.fixture
def damaged_while_open(kluis: OpenKluis, reopen: Make) -> Iterator[OpenKluis]:
    """A kluis whose last pages (a large text) get damaged on disk while it is open."""
    with kluis.writing() as session:
        session.add(Persoon(naam="Ayşe", adres="x" * 100_000))
    kluis.close()
    with reopen(kluis.folder) as again:
        with (kluis.folder / "klachten.db").open("r+b") as file:
            file.seek(-PAGE // 2, 2)
            file.write(b"damaged")
        yield again


def _read_damaged(session: Session) -> str:
    return session.scalars(select(Persoon.adres).where(Persoon.naam == "Ayşe")).one()


def test_a_text_with_a_hole_is_never_taken_for_whole(damaged_while_open: OpenKluis) -> None:
    read = []
    with pytest.raises(DamagedKluis, match="beschadigd"), damaged_while_open.reading() as session:
        read.append(_read_damaged(session))
    # What makes the check needed: SQLCipher itself gives the text with zeros in it.
    assert len(read[0]) == 100_000
    assert set(read[0]) == {"x", "\0"}


def test_nothing_is_kept_that_was_done_with_damaged_text(damaged_while_open: OpenKluis) -> None:
    def copy_damaged(session: Session) -> None:
        session.add(Persoon(naam="kopie"))
        session.flush()
        session.add(Persoon(naam="kopie", adres=_read_damaged(session)))

    with pytest.raises(DamagedKluis, match="beschadigd"), damaged_while_open.writing() as session:
        copy_damaged(session)

    with damaged_while_open.reading() as session:
        assert session.scalars(select(Persoon.naam)).all() == ["Ayşe"]


def test_the_full_check_counts_damaged_pages(damaged_while_open: OpenKluis) -> None:
    assert check_integrity(damaged_while_open) == ("klachten.db: 1 beschadigde bladzijde(n) gevonden.",)


def test_the_full_check_finds_a_reference_to_nothing(kluis: OpenKluis) -> None:
    connection = kluis.engine.raw_connection()
    for statement in (
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO klachtonderdeel (dossier_id, rij) VALUES (7, 1)",
        "PRAGMA foreign_keys = ON",
    ):
        connection.cursor().execute(statement)
    connection.close()

    assert check_integrity(kluis) == (
        "klachten.db: in de tabel klachtonderdeel verwijst rij 1 naar iets dat niet bestaat.",
    )


def test_a_whole_kluis_has_no_faults(kluis: OpenKluis) -> None:
    assert check_integrity(kluis) == ()
