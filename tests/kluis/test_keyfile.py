"""The key file: exactly what it must be, or said to be damaged; and of no use without the secret."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klachtdesk.errors import DamagedKluis, KluisError, WrongPassword
from klachtdesk.kluis import KdfParameters, OpenKluis, create_kluis
from klachtdesk.kluis.keyfile import parse_key_file, read_key_file, write_key_file
from klachtdesk.kluis.slots import check_slots, new_slot, open_slot, sign_slots

Reopen = Callable[[Path], OpenKluis]

Place = tuple[str | int, ...]

# Every value in a key file with one slot and one generation.
PLACES: tuple[Place, ...] = (
    ("format",),
    ("kluis_id",),
    ("generations",),
    ("generations", 0),
    ("generations", 0, "number"),
    ("generations", 0, "mac"),
    ("slots",),
    ("slots", 0),
    ("slots", 0, "id"),
    ("slots", 0, "kind"),
    ("slots", 0, "gebruiker_id"),
    ("slots", 0, "kdf"),
    ("slots", 0, "kdf", "name"),
    ("slots", 0, "kdf", "memory_kib"),
    ("slots", 0, "kdf", "iterations"),
    ("slots", 0, "kdf", "lanes"),
    ("slots", 0, "kdf", "salt"),
    ("slots", 0, "public_key"),
    ("slots", 0, "private_key"),
    ("slots", 0, "private_key", "nonce"),
    ("slots", 0, "private_key", "ciphertext"),
    ("slots", 0, "database_keys"),
    ("slots", 0, "database_keys", 0),
    ("slots", 0, "database_keys", 0, "generation"),
    ("slots", 0, "database_keys", 0, "ephemeral_key"),
    ("slots", 0, "database_keys", 0, "nonce"),
    ("slots", 0, "database_keys", 0, "ciphertext"),
)


def _places(value: Any, place: Place = ()) -> Iterator[Place]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in items:
        yield (*place, name)
        yield from _places(each, (*place, name))


def _load(folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / "sleutels.json").read_text())
    return document


def _holder(document: Any, place: Place) -> Any:
    for name in place[:-1]:
        document = document[name]
    return document


def _store(folder: Path, document: Any) -> None:
    (folder / "sleutels.json").write_text(json.dumps(document))


def test_the_places_above_are_all_there_are(folder: Path) -> None:
    assert set(_places(_load(folder))) == set(PLACES)


def test_the_key_file_names_nobody_and_shows_the_cost_of_guessing(
    tmp_path: Path, password: str, nu: datetime
) -> None:
    create_kluis(tmp_path, password, nu=nu).close()

    (slot,) = _load(tmp_path)["slots"]
    kdf = {name: value for name, value in slot["kdf"].items() if name != "salt"}
    # RFC 9106, section 4, the second recommended option.
    assert kdf == {"name": "argon2id", "memory_kib": 65536, "iterations": 3, "lanes": 4}
    assert KdfParameters() == KdfParameters(memory_kib=64 * 1024, iterations=3, lanes=4)


@pytest.mark.parametrize("place", PLACES, ids=str)
@pytest.mark.parametrize("wrong", [None, -1, 0, True, 2**70, 1.5, "", "zz", "é", [], {}, [[]]], ids=repr)
def test_a_value_of_another_kind_is_damage(pattern: Path, place: Place, wrong: object) -> None:
    document = _load(pattern)
    _holder(document, place)[place[-1]] = wrong

    # A format that is a higher number is a newer one.
    message = "nieuwere versie" if (place, wrong) == (("format",), 2**70) else "sleutels.json is beschadigd"
    with pytest.raises(KluisError, match=message) as refused:
        parse_key_file(json.dumps(document).encode())
    assert refused.value.hint


@pytest.mark.parametrize("place", [place for place in PLACES if isinstance(place[-1], str)], ids=str)
def test_a_missing_or_an_unknown_field_is_damage(pattern: Path, place: Place) -> None:
    document = _load(pattern)
    holder = _holder(document, place)
    value = holder.pop(place[-1])
    with pytest.raises(DamagedKluis):
        parse_key_file(json.dumps(document).encode())

    holder[place[-1]] = value
    parse_key_file(json.dumps(document).encode())
    holder["extra"] = value
    with pytest.raises(DamagedKluis):
        parse_key_file(json.dumps(document).encode())


_HEX_PLACES = [
    place
    for place in PLACES
    if place[-1]
    in {"kluis_id", "mac", "id", "gebruiker_id", "salt", "public_key", "nonce", "ciphertext", "ephemeral_key"}
]


@pytest.mark.parametrize("place", _HEX_PLACES, ids=str)
def test_one_other_digit_anywhere_opens_nothing(
    folder: Path, reopen: Reopen, snapshot: Callable, place: Place
) -> None:
    document = _load(folder)
    holder = _holder(document, place)
    text = holder[place[-1]]
    holder[place[-1]] = ("1" if text[0] != "1" else "2") + text[1:]
    _store(folder, document)
    before = snapshot(folder)

    # Whether the password is wrong or what it opens is changed can't always be told apart.
    with pytest.raises((WrongPassword, DamagedKluis)):
        reopen(folder)

    assert snapshot(folder) == before


@pytest.mark.parametrize(("name", "other"), [("memory_kib", 16), ("iterations", 2)])
def test_another_cost_opens_nothing(folder: Path, reopen: Reopen, name: str, other: int) -> None:
    document = _load(folder)
    document["slots"][0]["kdf"][name] = other
    _store(folder, document)

    with pytest.raises(WrongPassword):
        reopen(folder)


def test_another_kind_of_slot_opens_nothing(folder: Path, reopen: Reopen) -> None:
    document = _load(folder)
    document["slots"][0]["kind"] = "herstel"
    _store(folder, document)

    with pytest.raises(WrongPassword):
        reopen(folder)


def test_a_newer_form_is_not_called_damage(folder: Path, reopen: Reopen) -> None:
    _store(folder, {"format": 2, "something": "new"})

    with pytest.raises(KluisError, match="nieuwere versie van klachtdesk") as refused:
        reopen(folder)
    assert not isinstance(refused.value, DamagedKluis)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b'"x"',
        b"{",
        b"\xff\xfe",
        b"NaN",
        b"[" * 100_000,
        b"9" * 10_000,
        b" " * 1_000_001,
        b'{"format": 1, "format": 1}',
    ],
    ids=lambda content: str(content[:20]),
)
def test_what_is_no_key_file_is_damage(folder: Path, reopen: Reopen, content: bytes) -> None:
    (folder / "sleutels.json").write_bytes(content)

    with pytest.raises(DamagedKluis, match=r"sleutels.json is beschadigd"):
        reopen(folder)


def test_a_field_that_is_there_twice_is_damage(pattern: Path) -> None:
    text = (pattern / "sleutels.json").read_text()
    parse_key_file(text.encode())

    with pytest.raises(DamagedKluis, match="dubbel"):
        parse_key_file(text.replace('"format": 1,', '"format": 1, "format": 1,').encode())


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_broken_off_key_file_is_damage(folder: Path, data: st.DataObject) -> None:
    content = (folder / "sleutels.json").read_bytes().rstrip()
    length = data.draw(st.integers(0, len(content) - 1))

    with pytest.raises(DamagedKluis):
        parse_key_file(content[:length])


def test_a_key_file_is_written_as_it_was_read(folder: Path) -> None:
    before = (folder / "sleutels.json").read_bytes()

    write_key_file(folder, read_key_file(folder))

    assert (folder / "sleutels.json").read_bytes() == before
    assert not list(folder.glob("*.nieuw"))


def test_a_slot_that_somebody_put_in_without_the_database_key_is_noticed(
    folder: Path, reopen: Reopen, cheap: KdfParameters
) -> None:
    document = _load(folder)
    key_file = read_key_file(folder)
    intruder = new_slot(
        b"mijn eigen wachtwoord",
        kluis_id=key_file.kluis_id,
        gebruiker_id=bytes(16),
        kind="wachtwoord",
        kdf=cheap,
        database_keys={1: bytes(32)},
    )
    added = sign_slots(key_file.kluis_id, (*key_file.slots, intruder), {1: bytes(32)})
    write_key_file(folder, added)
    forged = _load(folder)
    forged["generations"] = document["generations"]
    _store(folder, forged)

    with pytest.raises(DamagedKluis, match="buiten klachtdesk om veranderd"):
        reopen(folder)


def test_each_of_several_secrets_opens_both_generations(cheap: KdfParameters) -> None:
    # The form in which later users, a recovery key and a change of the database key are kept.
    kluis_id, keys = b"k" * 16, {1: b"o" * 32, 2: b"n" * 32}
    slots = tuple(
        new_slot(secret, kluis_id=kluis_id, gebruiker_id=user * 16, kind=kind, kdf=cheap, database_keys=keys)
        for secret, user, kind in [
            (b"first", b"a", "wachtwoord"),
            (b"second", b"b", "wachtwoord"),
            (b"recovery", b"a", "herstel"),
        ]
    )
    key_file = sign_slots(kluis_id, slots, keys)

    for slot, secret in zip(slots, [b"first", b"second", b"recovery"], strict=True):
        assert open_slot(slot, secret, kluis_id) == keys
        assert open_slot(slot, secret + b"!", kluis_id) is None
        assert open_slot(slot, secret, b"K" * 16) is None
    for number, key in keys.items():
        check_slots(key_file, number, key)


def test_keys_that_change_places_are_noticed(cheap: KdfParameters) -> None:
    kluis_id, keys = b"k" * 16, {1: b"o" * 32, 2: b"n" * 32}
    slot = new_slot(
        b"first", kluis_id=kluis_id, gebruiker_id=b"a" * 16, kind="wachtwoord", kdf=cheap, database_keys=keys
    )
    first, second = slot.database_keys
    swapped = (replace(first, generation=2), replace(second, generation=1))

    with pytest.raises(DamagedKluis):
        open_slot(replace(slot, database_keys=swapped), b"first", kluis_id)


@pytest.mark.parametrize("right", [1, 2])
def test_while_the_key_is_being_changed_either_generation_opens(
    folder: Path, password: str, cheap: KdfParameters, reopen: Reopen, right: int
) -> None:
    key_file = read_key_file(folder)
    opened = open_slot(key_file.slots[0], password.encode(), key_file.kluis_id)
    assert opened is not None
    keys = {1: bytes(32), 2: bytes(32), right: opened[1]}
    slot = new_slot(
        password.encode(),
        kluis_id=key_file.kluis_id,
        gebruiker_id=bytes(16),
        kind="wachtwoord",
        kdf=cheap,
        database_keys=keys,
    )
    write_key_file(folder, sign_slots(key_file.kluis_id, (slot,), keys))

    reopen(folder).close()
