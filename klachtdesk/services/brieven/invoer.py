"""What was chosen and typed for a letter as raw texts by key, as a draft keeps it, and back."""

from collections.abc import Mapping

from klachtdesk.views.brief import BriefInvoer

_TEXTS = ("soort", "datum", "geadresseerde", "adres", "ondertekening", "bijlagen")
_VELD, _VRIJ = "veld.", "vrij."
_NOBODY = "-"
"""That nobody else gets it was chosen too: without a text it is as the letter proposes."""


def raw_of_invoer(invoer: BriefInvoer) -> dict[str, str]:
    """Return everything by key; what is empty is kept too, for a free part may have been emptied on purpose."""
    raw = {key: getattr(invoer, key) for key in _TEXTS}
    raw |= {f"{_VELD}{key}": text for key, text in invoer.velden.items()}
    raw |= {f"{_VRIJ}{key}": text for key, text in invoer.vrij.items()}
    if invoer.ook is not None:
        raw["ook"] = " ".join(invoer.ook) or _NOBODY
    if invoer.vervangt is not None:
        raw["vervangt"] = str(invoer.vervangt)
    return raw


def invoer_of(raw: Mapping[str, str], draft_id: int | None = None) -> BriefInvoer:
    """Return what was kept, as it was."""
    ook = raw.get("ook")
    vervangt = raw.get("vervangt")
    return BriefInvoer(
        **{key: raw.get(key, "") for key in _TEXTS},
        velden=_under(raw, _VELD),
        vrij=_under(raw, _VRIJ),
        ook=None if ook is None else tuple(ook.replace(_NOBODY, "").split()),
        vervangt=None if vervangt is None else int(vervangt),
        draft_id=draft_id,
    )


def _under(raw: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {key.removeprefix(prefix): text for key, text in raw.items() if key.startswith(prefix)}
