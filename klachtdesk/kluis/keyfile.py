"""The key file: what stands in sleutels.json, strictly read and written.

It holds no key in the clear and no names. Every field is checked on reading, so that a damaged file is
recognised here and nowhere deeper.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, cast

from klachtdesk.errors import DamagedKluis, KluisError
from klachtdesk.kluis.failures import RESTORE_HINT, explain_os_error
from klachtdesk.kluis.folder import KEY_FILE_NAME, write_atomically

FORMAT: Final = 1
ID_BYTES: Final = 16
KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_LARGEST_FILE: Final = 1_000_000
_MOST_SLOTS: Final = 500
_MOST_GENERATIONS: Final = 2  # more than the old and the new key of one change never exist

SlotKind = Literal["wachtwoord", "herstel"]


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """The cost of Argon2id; the default is the second recommended option of RFC 9106."""

    memory_kib: int = 65536
    iterations: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Sealed:
    """Something encrypted with AES-256-GCM; `ciphertext` includes the tag."""

    nonce: bytes
    ciphertext: bytes


@dataclass(frozen=True, slots=True)
class SealedDatabaseKey:
    """The database key of one generation, readable only with the private key of the slot it stands in."""

    generation: int
    ephemeral_key: bytes
    sealed: Sealed


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: a secret that opens a private key, and the database keys sealed to its public half."""

    id: bytes
    kind: SlotKind
    gebruiker_id: bytes
    kdf: KdfParameters
    salt: bytes
    public_key: bytes
    private_key: Sealed
    database_keys: tuple[SealedDatabaseKey, ...]


@dataclass(frozen=True, slots=True)
class Generation:
    """One database key: its number, and its mark (a MAC) on all slots: nobody without it can add one."""

    number: int
    mac: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All of sleutels.json. During a change of the database key it has two generations, otherwise one."""

    kluis_id: bytes
    generations: tuple[Generation, ...]
    slots: tuple[Slot, ...]


def read_key_file(folder: Path) -> KeyFile:
    """Read the key file of a kluis; raises DamagedKluis when it is not entirely right."""
    try:
        with (folder / KEY_FILE_NAME).open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except OSError as error:
        raise explain_os_error(error) from error
    return parse_key_file(content)


def write_key_file(folder: Path, key_file: KeyFile) -> None:
    """Write the key file; after a crash the old or the new one is there. Raises OSError."""
    text = json.dumps(_key_file_fields(key_file), indent=1) + "\n"
    write_atomically(folder / KEY_FILE_NAME, text.encode("ascii"))


def parse_key_file(content: bytes) -> KeyFile:
    """Return what stands in a key file; raises DamagedKluis, or KluisError for one of a newer version."""
    if len(content) > _LARGEST_FILE:
        raise DamagedKluis("sleutels.json is beschadigd: het is veel te groot.", RESTORE_HINT)
    try:
        document = json.loads(content.decode("utf-8"), object_pairs_hook=_without_doubles)
        return _key_file(document)
    except _Malformed as error:
        raise DamagedKluis(f"sleutels.json is beschadigd: {error}.", RESTORE_HINT) from None
    except (ValueError, RecursionError):
        raise DamagedKluis("sleutels.json is beschadigd: dit is geen leesbare JSON.", RESTORE_HINT) from None


def slot_fields(slot: Slot) -> dict[str, Any]:
    """Return a slot as it stands in the file."""
    return {
        **slot_identity(slot),
        "private_key": _sealed_fields(slot.private_key),
        "database_keys": [
            {
                "generation": key.generation,
                "ephemeral_key": key.ephemeral_key.hex(),
                **_sealed_fields(key.sealed),
            }
            for key in slot.database_keys
        ],
    }


def slot_identity(slot: Slot) -> dict[str, Any]:
    """Return the fields that the encryption of the private key vouches for."""
    return {
        "id": slot.id.hex(),
        "kind": slot.kind,
        "gebruiker_id": slot.gebruiker_id.hex(),
        "kdf": {
            "name": "argon2id",
            "memory_kib": slot.kdf.memory_kib,
            "iterations": slot.kdf.iterations,
            "lanes": slot.kdf.lanes,
            "salt": slot.salt.hex(),
        },
        "public_key": slot.public_key.hex(),
    }


def canonical(fields: Any) -> bytes:
    """Return fields as the one text that encryption and MAC are computed over."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode("ascii")


def _key_file_fields(key_file: KeyFile) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kluis_id": key_file.kluis_id.hex(),
        "generations": [{"number": each.number, "mac": each.mac.hex()} for each in key_file.generations],
        "slots": [slot_fields(slot) for slot in key_file.slots],
    }


def _sealed_fields(sealed: Sealed) -> dict[str, str]:
    return {"nonce": sealed.nonce.hex(), "ciphertext": sealed.ciphertext.hex()}


class _Malformed(ValueError):
    """A field that is not what it must be; the text says which, never what was in it."""

    def __init__(self, place: str, fault: str) -> None:
        super().__init__(f"{place} is {fault}")


class _Fields:
    """Reads one JSON object strictly: exactly these fields, each of the right kind and size."""

    def __init__(self, value: object, place: str, names: tuple[str, ...]) -> None:
        if not isinstance(value, dict) or value.keys() != set(names):
            raise _Malformed(place, "onvolledig of bevat iets onbekends")
        self._value = cast("dict[str, object]", value)
        self._place = place

    def number(self, name: str, low: int, high: int) -> int:
        value = self._value[name]
        if type(value) is not int or not low <= value <= high:
            raise _Malformed(f"{self._place}.{name}", "geen geldig getal")
        return value

    def octets(self, name: str, length: int) -> bytes:
        value = self._value[name]
        if not isinstance(value, str) or len(value) != 2 * length or set(value) - set("0123456789abcdef"):
            raise _Malformed(f"{self._place}.{name}", "geen geldige reeks tekens")
        return bytes.fromhex(value)

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        value = self._value[name]
        if not isinstance(value, str) or value not in allowed:
            raise _Malformed(f"{self._place}.{name}", "onbekend")
        return value

    def rows(self, name: str, most: int) -> list[object]:
        value = self._value[name]
        if not isinstance(value, list) or not 1 <= len(value) <= most:
            raise _Malformed(f"{self._place}.{name}", "leeg, te lang of geen lijst")
        return value

    def field(self, name: str) -> object:
        return self._value[name]


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise _Malformed("een veld", "dubbel")
    return fields


def _key_file(document: object) -> KeyFile:
    version = document.get("format") if isinstance(document, dict) else None
    if type(version) is int and version > FORMAT:
        raise KluisError(
            "Deze kluis is gemaakt met een nieuwere versie van klachtdesk.",
            "Installeer de nieuwste versie en open de kluis daarmee. Er is niets veranderd.",
        )
    fields = _Fields(document, "sleutels.json", ("format", "kluis_id", "generations", "slots"))
    fields.number("format", FORMAT, FORMAT)
    key_file = KeyFile(
        kluis_id=fields.octets("kluis_id", ID_BYTES),
        generations=tuple(_generation(each) for each in fields.rows("generations", _MOST_GENERATIONS)),
        slots=tuple(_slot(each) for each in fields.rows("slots", _MOST_SLOTS)),
    )
    _check_coherence(key_file)
    return key_file


def _check_coherence(key_file: KeyFile) -> None:
    numbers = [each.number for each in key_file.generations]
    if len(set(numbers)) != len(numbers):
        raise _Malformed("generations", "dubbel")
    if len({slot.id for slot in key_file.slots}) != len(key_file.slots):
        raise _Malformed("slots", "dubbel")
    for slot in key_file.slots:
        if sorted(key.generation for key in slot.database_keys) != sorted(numbers):
            raise _Malformed("slot.database_keys", "niet volledig")


def _generation(value: object) -> Generation:
    fields = _Fields(value, "generation", ("number", "mac"))
    return Generation(fields.number("number", 1, 2**31), fields.octets("mac", KEY_BYTES))


def _slot(value: object) -> Slot:
    names = ("id", "kind", "gebruiker_id", "kdf", "public_key", "private_key", "database_keys")
    fields = _Fields(value, "slot", names)
    kdf = _Fields(fields.field("kdf"), "slot.kdf", ("name", "memory_kib", "iterations", "lanes", "salt"))
    kdf.choice("name", ("argon2id",))
    lanes = kdf.number("lanes", 1, 64)
    private = _Fields(fields.field("private_key"), "slot.private_key", ("nonce", "ciphertext"))
    return Slot(
        id=fields.octets("id", ID_BYTES),
        kind=cast("SlotKind", fields.choice("kind", ("wachtwoord", "herstel"))),
        gebruiker_id=fields.octets("gebruiker_id", ID_BYTES),
        # Argon2 needs 8 KiB for each lane; 4 GiB is the most that a laptop could be asked for.
        kdf=KdfParameters(
            kdf.number("memory_kib", 8 * lanes, 4 * 2**20), kdf.number("iterations", 1, 100), lanes
        ),
        salt=kdf.octets("salt", ID_BYTES),
        public_key=fields.octets("public_key", KEY_BYTES),
        private_key=_sealed(private),
        database_keys=tuple(_database_key(each) for each in fields.rows("database_keys", _MOST_GENERATIONS)),
    )


def _database_key(value: object) -> SealedDatabaseKey:
    fields = _Fields(value, "slot.database_key", ("generation", "ephemeral_key", "nonce", "ciphertext"))
    return SealedDatabaseKey(
        fields.number("generation", 1, 2**31), fields.octets("ephemeral_key", KEY_BYTES), _sealed(fields)
    )


def _sealed(fields: _Fields) -> Sealed:
    return Sealed(fields.octets("nonce", NONCE_BYTES), fields.octets("ciphertext", KEY_BYTES + _TAG_BYTES))
