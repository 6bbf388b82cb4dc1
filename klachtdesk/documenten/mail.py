"""A mail that came in, on paper: who sent it to whom and when, its words, and what was attached."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from klachtdesk.documenten.blad import render_bladen
from klachtdesk.documenten.opmaak import SMALL, check_size, field_list, paragraph, paragraphs
from klachtdesk.dutch import dutch_datetime
from klachtdesk.views.bijlagen import MailTekst

_NO_TEXT = "In deze e-mail staat geen tekst."


def render_mail(mail: MailTekst) -> bytes:
    """Return a mail as PDF. Raises DocumentError when its text is longer than a document may hold."""
    check_size((mail.tekst,))
    head = [
        ("Van", mail.van),
        ("Aan", mail.aan),
        ("Datum", "" if mail.datum is None else dutch_datetime(mail.datum)),
        ("Onderwerp", mail.onderwerp),
        ("Bijlagen", "\n".join(mail.bijlagen)),
    ]
    body: list[Flowable] = [field_list(head)] if any(value.strip() for _label, value in head) else []
    body.append(Spacer(1, 6 * mm))
    body += paragraphs(mail.tekst) or [paragraph(_NO_TEXT, SMALL)]
    body += [paragraph(remark, SMALL) for remark in mail.opmerkingen]
    return render_bladen(body)
