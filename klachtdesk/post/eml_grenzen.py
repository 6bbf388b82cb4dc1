"""Bounds on what the standard library does to take a mail apart: by itself it does as much as a mail tells it to."""

from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from typing import Any, Final

LONGEST_HEADER: Final = 8_000
"""Characters; the standard library takes quadratic time over a header."""

MOST_PARTS: Final = 20_000

_MOST_IN_HEADERS: Final = 2_000_000_000
"""The squares of how long the headers are, together: a few seconds. Each is looked at a number of times."""


class Effort:
    """How much the standard library was asked to do for one mail; what asks for more than any real one ends there."""

    def __init__(self) -> None:
        self._parts = self._headers = 0

    def count_part(self) -> None:
        """Count a part of the mail; raises ValueError as `check`."""
        self._parts += 1
        self.check()

    def count_header(self, length: int) -> None:
        """Count one look at a header of so many characters; raises ValueError as `check`."""
        self._headers += length * length
        self.check()

    def check(self) -> None:
        """Raise ValueError when it was too much."""
        if self._parts > MOST_PARTS or self._headers > _MOST_IN_HEADERS:
            raise ValueError("larger than any real mail")


class _BoundedPolicy(EmailPolicy):
    """Understands headers as the standard library does, but never a long one, and not without end."""

    effort = Effort()
    """Each mail is given its own: a policy takes only what its class knows."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return the header as it is understood; raises ValueError as `Effort.check`."""
        self.effort.count_header(min(len(value), LONGEST_HEADER))
        return super().header_fetch_parse(name, value[:LONGEST_HEADER])


def parse_bounded(inhoud: bytes) -> tuple[EmailMessage, Effort]:
    """Return a mail as the standard library reads it, and what goes on counting while its headers are looked at.

    Raises ValueError for what asks too much, and whatever the standard library raises.
    """
    effort = Effort()
    part: Any = _new_part  # the stubs know no part that is made with a policy
    policy = _BoundedPolicy(effort=effort)  # type: ignore[call-overload]  # the stubs know its own parts only
    return BytesParser(part, policy=policy).parsebytes(inhoud), effort


def _new_part(policy: _BoundedPolicy) -> EmailMessage:
    policy.effort.count_part()
    return EmailMessage(policy)
