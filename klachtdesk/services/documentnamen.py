"""What a document is called where others can read it: the name of a file, the title of a window, the subject of a mail.

It names the dossier and the kind of document, and no person: a name of a file stays behind in lists of the system, long
after the file itself is gone. In the window a letter is called after who gets it, and a file after what it was called.
"""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.models import Brief, Document, Dossier
from klachtdesk.post.bestandssoort import name_to_save_as

_LONGEST_ENDING = 10


def outside_names(session: Session, dossier: Dossier) -> Mapping[int, str]:
    """Return the name of each document of a dossier, by id, with the ending that its content asks.

    Files from outside are numbered in the order in which they came in.
    """
    titels = dict(
        session.execute(
            select(Brief.document_id, Brief.titel)
            .join(Document, Document.id == Brief.document_id)
            .where(Document.dossier_id == dossier.id)
        ).all()
    )
    found = session.scalars(select(Document).where(Document.dossier_id == dossier.id).order_by(Document.id))
    names, files = {}, 0
    for item in found:
        if item.bestandsnaam:
            files += 1
            names[item.id] = file_name_outside(
                f"Bijlage {files} bij {dossier.nummer}", item.bestandsnaam, item.media_type
            )
        else:
            titel = titels.get(item.id, item.titel)
            named = titel if dossier.nummer in titel else f"{titel} {dossier.nummer}"
            names[item.id] = name_to_save_as(named, item.media_type)
    return names


def file_name_outside(naam: str, was: str, media_type: str) -> str:
    """Return a name for a file from outside that keeps only the ending of what it was called, or gets the right one."""
    ending = was.rpartition(".")[2] if "." in was else ""
    kept = f".{ending}" if ending.isalnum() and len(ending) <= _LONGEST_ENDING else ""
    return name_to_save_as(f"{naam}{kept}", media_type)
