"""A mail that came in, drawn as pages: to look at, and to print with the dossier."""

from klachtdesk.post.bericht import Adres
from klachtdesk.post.lezen import read_mail
from klachtdesk.views.bijlagen import Bestand, MailTekst


def mail_as_pdf(bestand: Bestand) -> bytes | None:
    """Return a mail as PDF; None for what is no mail.

    Raises PostError for a mail that is damaged, and DocumentError for one that is too long.
    """
    from klachtdesk.documenten.mail import render_mail  # loads ReportLab

    mail = read_mail(bestand)
    if mail is None:
        return None
    return render_mail(
        MailTekst(
            van=_words(mail.van),
            aan=", ".join(map(_words, mail.aan)),
            datum=mail.datum,
            onderwerp=mail.onderwerp,
            tekst=mail.tekst,
            bijlagen=tuple(item.naam for item in mail.bijlagen),
            opmerkingen=mail.opmerkingen,
        )
    )


def _words(adres: Adres) -> str:
    return f"{adres.naam} ({adres.email})" if adres.naam and adres.email else adres.naam or adres.email
