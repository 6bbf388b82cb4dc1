"""Key slots: a password opens a private key, to which the database key is sealed.

Whoever has the database key can so seal a new one to every slot, without anybody's password; and a new
password only wraps the private key again (design: the kluis).
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from klachtdesk.errors import DamagedKluis, KluisError
from klachtdesk.kluis.failures import RESTORE_HINT
from klachtdesk.kluis.keyfile import (
    ID_BYTES,
    KEY_BYTES,
    NONCE_BYTES,
    Generation,
    KdfParameters,
    KeyFile,
    Sealed,
    SealedDatabaseKey,
    Slot,
    SlotKind,
    canonical,
    slot_fields,
    slot_identity,
)

_WRAP_LABEL: Final = "klachtdesk 1 private key"
_SEAL_LABEL: Final = "klachtdesk 1 database key"
_MAC_LABEL: Final = "klachtdesk 1 slots"


def new_slot(
    secret: bytes,
    *,
    kluis_id: bytes,
    gebruiker_id: bytes,
    kind: SlotKind,
    kdf: KdfParameters,
    database_keys: Mapping[int, bytes],
) -> Slot:
    """Return a slot that this secret opens, with the database key of each generation sealed in it."""
    private_key = X25519PrivateKey.generate()
    public_key = private_key.public_key().public_bytes_raw()
    bare = Slot(
        id=secrets.token_bytes(ID_BYTES),
        kind=kind,
        gebruiker_id=gebruiker_id,
        kdf=kdf,
        salt=secrets.token_bytes(ID_BYTES),
        public_key=public_key,
        private_key=Sealed(b"", b""),
        database_keys=(),
    )
    nonce = secrets.token_bytes(NONCE_BYTES)
    wrapped = AESGCM(_derive(bare, secret)).encrypt(
        nonce, private_key.private_bytes_raw(), _wrap_data(bare, kluis_id)
    )
    sealed = tuple(_seal(bare, kluis_id, number, key) for number, key in database_keys.items())
    return replace(bare, private_key=Sealed(nonce, wrapped), database_keys=sealed)


def open_slot(slot: Slot, secret: bytes, kluis_id: bytes) -> dict[int, bytes] | None:
    """Return the database key of each generation; None when this is not the secret of the slot.

    Raises DamagedKluis when the secret is right but a sealed key is not.
    """
    cipher = AESGCM(_derive(slot, secret))
    try:
        private = cipher.decrypt(
            slot.private_key.nonce, slot.private_key.ciphertext, _wrap_data(slot, kluis_id)
        )
    except InvalidTag:
        return None
    private_key = X25519PrivateKey.from_private_bytes(private)
    try:
        return {key.generation: _unseal(slot, kluis_id, key, private_key) for key in slot.database_keys}
    except (InvalidTag, ValueError):  # ValueError: an ephemeral key that is no point on the curve
        raise DamagedKluis("Een sleutel in sleutels.json is beschadigd.", RESTORE_HINT) from None


def sign_slots(kluis_id: bytes, slots: tuple[Slot, ...], database_keys: Mapping[int, bytes]) -> KeyFile:
    """Return the key file with these slots, marked by each of the database keys."""
    generations = tuple(
        Generation(number, _mac(kluis_id, slots, number, key)) for number, key in database_keys.items()
    )
    return KeyFile(kluis_id, generations, slots)


def check_slots(key_file: KeyFile, number: int, database_key: bytes) -> None:
    """Raise DamagedKluis when somebody without the database key added, removed or changed a slot."""
    mac = next(each.mac for each in key_file.generations if each.number == number)
    if not hmac.compare_digest(mac, _mac(key_file.kluis_id, key_file.slots, number, database_key)):
        raise DamagedKluis("sleutels.json is buiten klachtdesk om veranderd.", RESTORE_HINT)


def _derive(slot: Slot, secret: bytes) -> bytes:
    kdf = Argon2id(
        salt=slot.salt,
        length=KEY_BYTES,
        iterations=slot.kdf.iterations,
        lanes=slot.kdf.lanes,
        memory_cost=slot.kdf.memory_kib,
    )
    try:
        return kdf.derive(secret)
    except MemoryError:
        raise KluisError(
            "Er is te weinig geheugen om de kluis te openen.",
            "Sluit andere programma's en probeer het opnieuw.",
        ) from None


def _wrap_data(slot: Slot, kluis_id: bytes) -> bytes:
    return canonical({"label": _WRAP_LABEL, "kluis_id": kluis_id.hex(), "slot": slot_identity(slot)})


def _seal(slot: Slot, kluis_id: bytes, generation: int, database_key: bytes) -> SealedDatabaseKey:
    ephemeral = X25519PrivateKey.generate()
    ephemeral_key = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(slot.public_key))
    cipher = AESGCM(_seal_key(shared, ephemeral_key, slot.public_key))
    nonce = secrets.token_bytes(NONCE_BYTES)
    ciphertext = cipher.encrypt(nonce, database_key, _seal_data(slot, kluis_id, generation))
    return SealedDatabaseKey(generation, ephemeral_key, Sealed(nonce, ciphertext))


def _unseal(slot: Slot, kluis_id: bytes, key: SealedDatabaseKey, private_key: X25519PrivateKey) -> bytes:
    shared = private_key.exchange(X25519PublicKey.from_public_bytes(key.ephemeral_key))
    cipher = AESGCM(_seal_key(shared, key.ephemeral_key, slot.public_key))
    return cipher.decrypt(key.sealed.nonce, key.sealed.ciphertext, _seal_data(slot, kluis_id, key.generation))


def _seal_key(shared: bytes, ephemeral_key: bytes, public_key: bytes) -> bytes:
    info = _SEAL_LABEL.encode("ascii") + ephemeral_key + public_key
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(shared)


def _seal_data(slot: Slot, kluis_id: bytes, generation: int) -> bytes:
    fields = {
        "label": _SEAL_LABEL,
        "kluis_id": kluis_id.hex(),
        "slot_id": slot.id.hex(),
        "generation": generation,
    }
    return canonical(fields)


def _mac(kluis_id: bytes, slots: tuple[Slot, ...], generation: int, database_key: bytes) -> bytes:
    info = canonical({"label": _MAC_LABEL, "kluis_id": kluis_id.hex(), "generation": generation})
    key = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(database_key)
    return hmac.digest(key, canonical([slot_fields(slot) for slot in slots]), "sha256")
