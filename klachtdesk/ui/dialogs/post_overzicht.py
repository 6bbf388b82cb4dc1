"""What came in, before it is kept: each file with its kind and what to beware of, and the mail among them."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.dutch import counted, long_date
from klachtdesk.ui.file_size import file_size
from klachtdesk.ui.widgets.controls import card, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.views.bijlagen import BestandRegel, MailView, PostVoorstel

_SHOWN = 12
"""Files that are named one by one; of more the number is told."""


class PostOverzicht(QWidget):
    """Read-only: what to do with it stands beside it."""

    def __init__(self, voorstel: PostVoorstel, vandaag: date) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(text_label("Dit komt er binnen", look="heading"))
        if voorstel.mail is not None:
            column.addWidget(_mail(voorstel.mail))
        for place, regel in enumerate(voorstel.bestanden[:_SHOWN], 1):
            column.addWidget(_file(regel, f"post.bestand.{place}"))
        more = len(voorstel.bestanden) - _SHOWN
        if more > 0:
            column.addWidget(text_label(f"En nog {more} bestanden.", look="muted", name="post.meer"))
        for place, opmerking in enumerate(_remarks(voorstel, vandaag), 1):
            column.addWidget(_warning(opmerking, f"post.opmerking.{place}"))
        column.addStretch()


def _remarks(voorstel: PostVoorstel, vandaag: date) -> tuple[str, ...]:
    mail = voorstel.mail
    if mail is not None and mail.datum is not None and mail.datum.date() > vandaag:
        return (*voorstel.opmerkingen, "De datum van de e-mail ligt in de toekomst.")
    return voorstel.opmerkingen


def _mail(mail: MailView) -> QFrame:
    frame = card("post.mail")
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(3)
    column.addWidget(
        text_label(mail.onderwerp or "Zonder onderwerp", "strong", "post.mail.onderwerp", wrap=True)
    )
    sender = mail.van if mail.email in {"", mail.van} else f"{mail.van} ({mail.email})"
    when = "" if mail.datum is None else f", {long_date(mail.datum.date())} {mail.datum:%H:%M}"
    column.addWidget(text_label(f"Van {sender or 'onbekend'}{when}", "small", "post.mail.van", wrap=True))
    if mail.begin:
        column.addWidget(text_label(mail.begin, name="post.mail.begin", wrap=True))
    if mail.bijlagen:
        words = f"{counted(mail.bijlagen, 'bijlage', 'bijlagen')} erin"
        column.addWidget(text_label(words, look="small", name="post.mail.bijlagen"))
    return frame


def _file(regel: BestandRegel, name: str) -> QFrame:
    frame = card(name)
    texts = QVBoxLayout()
    texts.setSpacing(1)
    texts.addWidget(text_label(regel.naam, "strong", f"{name}.naam", wrap=True))
    texts.addWidget(text_label(f"{regel.soort}, {file_size(regel.grootte)}", look="small"))
    if regel.gevaar:
        texts.addWidget(text_label(regel.gevaar, "error", f"{name}.gevaar", wrap=True))
    row = QHBoxLayout(frame)
    row.setContentsMargins(14, 8, 14, 8)
    row.setSpacing(10)
    mark = IconMark("triangle-alert", "danger", 18) if regel.gevaar else IconMark("paperclip", "muted", 18)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(texts, 1)
    return frame


def _warning(words: str, name: str) -> QFrame:
    frame = card(f"{name}.kaart", "card-warning")
    row = QHBoxLayout(frame)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(10)
    row.addWidget(IconMark("triangle-alert", "warning", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(words, name=name, wrap=True), 1)
    return frame
