"""The search index: what can be found of a dossier, and turning what a user types into a query."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from klachtdesk.formulieren import VeldSoort, clean_text, stored_velden
from klachtdesk.models import Dossier, Formulier
from klachtdesk.services.people import people_in

_TEXT_FIELDS = tuple(
    sleutel
    for sleutel, veld in stored_velden().items()
    if veld.soort in {VeldSoort.TEKST, VeldSoort.LANGE_TEKST}
)

_MAX_WORDS = 12
"""More words than anybody types to find a dossier; the rest is passed over."""


def index_dossier(session: Session, dossier: Dossier) -> None:
    """Bring the index up to date with what the dossier holds now."""
    session.flush()
    formulier = session.get(Formulier, dossier.id)
    texts = [] if formulier is None else [getattr(formulier, sleutel) for sleutel in _TEXT_FIELDS]
    texts += [str(value) for item in dossier.gebeurtenissen for value in item.velden.values()]
    names = [
        part
        for person in people_in(session, dossier)
        for part in (person.naam, person.organisatie, person.email)
    ]
    session.execute(text("DELETE FROM zoekindex WHERE rowid = :id"), {"id": dossier.id})
    session.execute(
        text("INSERT INTO zoekindex (rowid, nummer, namen, tekst) VALUES (:id, :nummer, :namen, :tekst)"),
        {
            "id": dossier.id,
            "nummer": dossier.nummer,
            "namen": " ".join(filter(None, names)),
            "tekst": " ".join(filter(None, texts)),
        },
    )


def match_query(typed: str) -> str | None:
    """Return the FTS5 query for what was typed: every word must occur, the last may be unfinished.

    Each word is quoted, so that `O'Brien`, `jan@x.nl` and `2026-014` are looked for and never read as operators.
    None when nothing can be looked for.
    """
    words = [word for word in clean_text(typed).replace("\0", " ").split() if any(map(str.isalnum, word))][
        :_MAX_WORDS
    ]
    if not words:
        return None
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    return " ".join(quoted) + "*"
