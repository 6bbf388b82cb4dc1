"""Writes mails as `.eml`, by the standard library, so that reading them can be tried."""

from email.message import EmailMessage

PDF = b"%PDF-1.7\n%...\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 32
TEKST = "Beste mensen,\n\nDe factuur is hoger dan de offerte.\n\nMet groet,\nMarijke de Vries\n"


def mail(
    tekst: str = TEKST,
    *,
    van: str = "Marijke de Vries <marijke@voorbeeld.nl>",
    onderwerp: str = "Klacht over de factuur",
    datum: str = "Tue, 31 Mar 2026 22:30:00 +0000",
) -> EmailMessage:
    """Return a mail. Its date is already 1 April in the Netherlands, 0:30: summer time began on 29 March."""
    made = EmailMessage()
    made["From"] = van
    made["To"] = "Klachten <klachten@bureau.nl>"
    made["Subject"] = onderwerp
    made["Date"] = datum
    made["Message-ID"] = "<1@voorbeeld.nl>"
    made.set_content(tekst)
    return made


def with_pdf(made: EmailMessage, naam: str = "factuur.pdf", inhoud: bytes = PDF) -> EmailMessage:
    """Attach a PDF to a mail."""
    made.add_attachment(inhoud, maintype="application", subtype="pdf", filename=naam)
    return made
