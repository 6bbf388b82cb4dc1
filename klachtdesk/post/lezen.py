"""Reads a file that may be a mail, whatever it is called."""

from klachtdesk.errors import PostError
from klachtdesk.post.bericht import Bericht
from klachtdesk.post.herkennen import kind_of
from klachtdesk.views.bijlagen import Bestand


def read_mail(bestand: Bestand) -> Bericht | None:
    """Take a file apart if its content is that of a mail; None when it is something else.

    Raises PostError for a mail that is damaged, and for a file that is called a mail but is none.
    """
    kind = kind_of(bestand.inhoud).sleutel
    if kind == "eml":
        from klachtdesk.post.eml import read_eml  # the standard library's mail parts are slow to load

        return read_eml(bestand.inhoud)
    if kind == "msg":
        from klachtdesk.post.msg import read_msg

        return read_msg(bestand.inhoud)
    if bestand.naam.casefold().endswith((".eml", ".msg")):
        raise PostError(
            "Dit bestand heet een e-mail, maar is er geen, of het is beschadigd.",
            "Sla de e-mail opnieuw op in uw mailprogramma. Het bestand kan wel als bijlage worden bewaard.",
        )
    return None
