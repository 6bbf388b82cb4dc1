"""What a signed oordeel says, and what programs that are not ours find of it."""

import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from klachtdesk.ondertekening.verifieren import verify

MOMENT = datetime(2026, 4, 24, 12, tzinfo=UTC)


def check_signed_oordeel(path: Path, parties: Mapping[str, str]) -> None:
    """Hold the exported oordeel of the story against its text, its fields and its signatures."""
    data = path.read_bytes()
    reader = PdfReader(BytesIO(data))
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for expected in (
        "2026-001",
        *parties.values(),
        "Meerwerk alleen na schriftelijk akkoord.",
        "deels gegrond",
        "De offerte noemt 2.400 euro, de factuur 3.250 euro.",
    ):
        assert expected in words, expected
    fields = {name for name, field in (reader.get_fields() or {}).items() if field.field_type == "/Sig"}
    assert parties.keys() <= fields
    stand = verify(data, MOMENT)
    assert stand.volledig
    assert {item.veld: item.ondertekenaar for item in stand.velden} == parties
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    found = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, check=True).stdout
    assert found.count("Signature is Valid.") == 4  # the office's seal and three parties
    for naam in parties.values():
        assert naam in found
