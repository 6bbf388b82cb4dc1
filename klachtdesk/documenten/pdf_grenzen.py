"""Bounds on what qpdf unpacks of a PDF from outside, which by itself goes on as that tells it to; and its faults."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from pikepdf import PasswordError, PdfError
from pikepdf.settings import set_qpdf_limits

_UNPACKED: Final = 64 * 1024 * 1024
"""Bytes to which one stream may be unpacked: a bomb stops here."""

PDF_FAULTS: Final = (
    PdfError,
    PasswordError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
)
"""What a file from outside can make pikepdf raise: it can be wrong in any way."""

_limits = threading.Lock()


@contextmanager
def bounded_pdf() -> Iterator[None]:
    """Let qpdf give up, with one of its errors, on what unpacks to too much. Its limits hold for the whole process."""
    with _limits:
        before = set_qpdf_limits(
            doc_max_warnings=500,
            parser_max_nesting=100,
            parser_max_container_size=200_000,
            flate_max_memory=_UNPACKED,
            png_max_memory=_UNPACKED,
            tiff_max_memory=_UNPACKED,
            run_length_max_memory=_UNPACKED,
            dct_max_memory=_UNPACKED,
        )
        try:
            yield
        finally:
            set_qpdf_limits(**before)  # type: ignore[arg-type]  # exactly what it returned
