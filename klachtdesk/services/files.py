"""Writing what leaves the kluis: a file is complete, or it is not there."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from klachtdesk.errors import DocumentError


def write_whole(target: Path, inhoud: bytes, *, wat: str, blijft: str) -> None:
    """Write a file that is complete or not there; raises DocumentError when the place can't be written to.

    `wat` names it at the start of a sentence ("Het document"), `blijft` says that nothing is lost.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=".klachtdesk-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(inhoud)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()
        raise DocumentError(
            f"{wat} kon niet worden opgeslagen in {target.parent}.",
            f"Kies een map waarin u mag schrijven. {blijft}",
        ) from error
