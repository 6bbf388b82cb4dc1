"""What a user may expect of any refusal: whole Dutch sentences, the artikel it rests on, and nothing personal."""

import re
from collections.abc import Iterable

from klachtdesk.errors import DeskError, NotAllowed
from klachtdesk.reglement.parts import vindplaats_of

DUTCH = re.compile(r"\b(de|het|een|er|dit|deze|kan|vul|kies|nog|niet|kent|met|voor)\b", re.IGNORECASE)


def assert_explained(refused: DeskError, secrets: Iterable[str]) -> None:
    """Hold a refusal to that; `secrets` are words that only people typed."""
    for said in (refused.message, *getattr(refused, "fields", {}).values()):
        assert re.match(r"[A-ZÉ“].*\.$", said, re.DOTALL), said
        assert DUTCH.search(said), said
        assert not re.search(r"[{}]|None|Traceback", said), said
    assert [secret for secret in secrets if secret in str(refused)] == []
    if isinstance(refused, NotAllowed) and refused.artikel is not None:
        assert vindplaats_of(refused.artikel) in refused.message
