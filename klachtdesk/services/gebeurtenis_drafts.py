"""What somebody began to record or to correct: kept as it was typed, so that a power cut loses no verslag."""

from klachtdesk.models import Draft
from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.services.desk import Desk
from klachtdesk.services.draft_records import first_words, get_draft, keep_typed
from klachtdesk.views.formulier import DraftRegel
from klachtdesk.views.gebeurtenis import GebeurtenisInvoer

GEBEURTENIS = "gebeurtenis:"
"""What the `formulier` of such a draft begins with; the kind follows, which may still change."""

_VELD = "veld."
_CORRIGEERT, _REDEN, _VERVALT = "corrigeert", "reden", "vervalt"


def gebeurtenis_in(formulier: str) -> int | None:
    """Return the draft of a gebeurtenis that a row in the list of drafts stands for; None for any other."""
    return int(formulier.removeprefix(GEBEURTENIS)) if formulier.startswith(GEBEURTENIS) else None


def gebeurtenis_regel(draft: Draft, nummer: str | None) -> DraftRegel:
    """Return a begun gebeurtenis as the list of drafts shows it, between the forms and the letters."""
    invoer = _invoer_of(draft)
    soort = SOORTEN.get(invoer.soort)
    # Names and choices are short: the longest text is what somebody knows it by.
    texts = (invoer.reden, *(text for key, text in invoer.waarden.items() if key != "datum"))
    kind = "Gebeurtenis" if invoer.corrigeert is None else "Correctie"
    return DraftRegel(
        draft_id=draft.id,
        formulier=f"{GEBEURTENIS}{draft.id}",
        titel=kind if soort is None else f"{kind}: {soort.label}",
        dossier_id=draft.dossier_id,
        nummer=nummer,
        begin=first_words(max(texts, key=len)),
        bewaard_op=draft.bewaard_op,
    )


def keep_gebeurtenis_draft(desk: Desk, dossier_id: int, invoer: GebeurtenisInvoer) -> int:
    """Keep a gebeurtenis as far as it was typed; return the id of the draft. See `draft_records.keep_typed`."""
    return keep_typed(desk, dossier_id, invoer.draft_id, GEBEURTENIS, invoer.soort, _raw_of(invoer))


def open_gebeurtenis_draft(desk: Desk, draft_id: int) -> GebeurtenisInvoer:
    """Return a begun gebeurtenis to go on with; raises NotFound when it is gone."""
    with desk.reading() as session:
        return _invoer_of(get_draft(session, desk, draft_id, GEBEURTENIS))


def _raw_of(invoer: GebeurtenisInvoer) -> dict[str, str]:
    """Return everything by key; what is empty too, for what the program proposed may have been emptied on purpose."""
    raw = {f"{_VELD}{key}": text for key, text in invoer.waarden.items()}
    if invoer.corrigeert is not None:
        raw[_CORRIGEERT] = str(invoer.corrigeert)
        raw[_REDEN] = invoer.reden
        raw[_VERVALT] = "ja" if invoer.vervalt else ""
    return raw


def _invoer_of(draft: Draft) -> GebeurtenisInvoer:
    raw = draft.waarden
    corrigeert = raw.get(_CORRIGEERT)
    return GebeurtenisInvoer(
        soort=draft.formulier.removeprefix(GEBEURTENIS),
        waarden={key.removeprefix(_VELD): text for key, text in raw.items() if key.startswith(_VELD)},
        corrigeert=None if corrigeert is None else int(corrigeert),
        reden=raw.get(_REDEN, ""),
        vervalt=bool(raw.get(_VERVALT)),
        draft_id=draft.id,
    )
