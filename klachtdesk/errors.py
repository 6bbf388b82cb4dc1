"""The errors a user may meet, each with a title, what is wrong and what to do, in Dutch.

Everything that klachtdesk raises on purpose is a `DeskError`; anything else that surfaces is a bug.
Texts are complete sentences and never hold personal data: they may end up in a log or a report.
"""

from collections.abc import Mapping


class DeskError(Exception):
    """Base of all expected errors.

    `message` says what is wrong and where, `hint` what the user can do about it.
    """

    title = "Dat is niet gelukt"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class InvalidInput(DeskError):
    """What was filled in can't be accepted; `fields` holds what is wrong by field, every fault at once."""

    title = "Controleer wat er is ingevuld"

    def __init__(self, message: str, hint: str = "", *, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(message, hint)
        self.fields = dict(fields or {})


class NotAllowed(DeskError):
    """The reglement or the state of the dossier forbids it; `artikel` says which one, if it rests on one."""

    title = "Dat kan nu niet"

    def __init__(self, message: str, hint: str = "", *, artikel: str | None = None) -> None:
        super().__init__(message, hint)
        self.artikel = artikel


class NotFound(DeskError):
    """What was asked for is not (or no longer) there."""

    title = "Niet gevonden"


class ReglementError(DeskError):
    """A reglement file is wrong. `faults` holds every fault found, each with file, key and line."""

    title = "Het reglement klopt niet"

    def __init__(self, message: str, hint: str = "", *, faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.faults = faults


class GebeurtenisError(DeskError):
    """An event can't be accepted; `place` is its place in the list (from 1), `field` the faulty key."""

    title = "Deze gebeurtenis kan niet worden vastgelegd"

    def __init__(
        self, message: str, hint: str = "", *, place: int | None = None, field: str | None = None
    ) -> None:
        super().__init__(message, hint)
        self.place = place
        self.field = field


def faults_by_field(error: DeskError) -> dict[str, str]:
    """Return what is wrong by field, where the error names fields; nothing for any other."""
    if isinstance(error, InvalidInput):
        return error.fields
    if isinstance(error, GebeurtenisError) and error.field:
        return {error.field: error.message}
    return {}


class KluisError(DeskError):
    """The encrypted folder can't be made, opened or used."""

    title = "Dit lukt niet met de kluis"


class WrongPassword(KluisError):
    """No key slot opens with this password."""

    title = "Het wachtwoord klopt niet"


class NotAKluis(KluisError):
    """The folder holds no kluis."""

    title = "Dit is geen kluis"


class DamagedKluis(KluisError):
    """The kluis or its key file is damaged, or they do not belong together."""

    title = "De kluis is beschadigd"


class KluisInUse(KluisError):
    """Another program has this kluis open."""

    title = "De kluis is al open"


class DocumentError(DeskError):
    """A document can't be made or read."""

    title = "Het document kan niet worden gemaakt"


class SjabloonError(DeskError):
    """The text of a letter can't be used. `faults` holds every fault found, each with its place."""

    title = "De tekst van de brief klopt niet"

    def __init__(self, message: str, hint: str = "", *, faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.faults = faults


class KeurmerkError(DeskError):
    """The description of a quality mark is wrong. `faults` holds every fault, each with file, key and line."""

    title = "De beschrijving van het keurmerk klopt niet"

    def __init__(self, message: str, hint: str = "", *, faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.faults = faults


class PostError(DeskError):
    """A file that comes in can't be read, or not be kept."""

    title = "Dit bestand kan niet worden gebruikt"


class SignatureError(DeskError):
    """A document can't be signed, or a certificate can't be used."""

    title = "Ondertekenen is niet gelukt"
