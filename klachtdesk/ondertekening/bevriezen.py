"""Freezes an oordeel: the office seals it, and from then on it can only be signed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from klachtdesk.errors import SignatureError
from klachtdesk.ondertekening.certificaten import Ondertekenaar
from klachtdesk.views.ondertekening import Handtekeningvak

ZEGEL: Final = "kantoorzegel"
"""The name of the field that holds the office's certifying signature."""


def freeze(pdf: bytes, vakken: Sequence[Handtekeningvak], zegel: Ondertekenaar, moment: datetime) -> bytes:
    """Add an empty signature field for each of `vakken`, then the office's invisible certifying signature.

    A certifying signature must be the first one; because the seal is, the parties can sign in any order. The
    bytes of `pdf` are the first bytes of the result. Without `vakken` the document is only sealed: not every
    reglement asks for signatures. Raises SignatureError when the seal's certificate is not valid at `moment`, or
    when two parties would share a field.
    """
    from klachtdesk.ondertekening import pades

    zegel.check_valid_at(moment)
    names = [vak.naam for vak in vakken]
    if len(set(names)) != len(names) or ZEGEL in names:
        raise SignatureError(
            "Dit document heeft geen vakken die elk door één partij kunnen worden ondertekend.",
            "Maak het oordeel opnieuw.",
        )
    return pades.certify(pdf, vakken, zegel, moment, ZEGEL)
