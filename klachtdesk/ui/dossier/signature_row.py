"""One party under the oordeel: who it is, whether they signed, and how far that can be trusted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.dutch_dates import clock_time, short_date
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark, marked
from klachtdesk.views.ondertekening import HandtekeningStatus, HandtekeningView

_ICONS = {
    HandtekeningStatus.OPEN: ("circle-dashed", "muted"),
    HandtekeningStatus.GETEKEND: ("circle-check", "good"),
    HandtekeningStatus.ONGELDIG: ("circle-alert", "danger"),
}


class SignatureRow(QWidget):
    """Shows one field; an open one has a button to sign it."""

    def __init__(self, vak: HandtekeningView, on_sign: Callable[[], object]) -> None:
        super().__init__()
        name = f"ondertekening.{vak.veld}"
        self.setObjectName(name)
        self.setProperty("look", "clear")
        self.setAccessibleName(f"{vak.naam}, {vak.veld}: {status_words(vak)}")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addLayout(_party(vak, name))
        texts.addWidget(text_label(status_words(vak), name=f"{name}.status", wrap=True))
        if vak.status is HandtekeningStatus.ONGELDIG:
            texts.addWidget(text_label(vak.uitleg, look="error", name=f"{name}.uitleg", wrap=True))
        elif vak.status is HandtekeningStatus.GETEKEND:
            texts.addLayout(_trust(vak, name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(12)
        row.addWidget(IconMark(*_ICONS[vak.status], 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        if vak.status is HandtekeningStatus.OPEN:
            button = push_button(f"{name}.tekenen", "Ondertekenen…", on_sign, icon="signature")
            button.setAccessibleName(f"Ondertekenen als {vak.veld}, {vak.naam}")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


def status_words(vak: HandtekeningView) -> str:
    """Return how a field stands: open, signed when and with whose certificate, or not valid."""
    if vak.status is HandtekeningStatus.OPEN:
        return "Nog niet ondertekend"
    when = (
        f" op {short_date(vak.gezet_op.astimezone().date())} om {clock_time(vak.gezet_op)}"
        if vak.gezet_op
        else ""
    )
    whose = f" met het certificaat van {vak.ondertekenaar}" if vak.ondertekenaar else ""
    if vak.status is HandtekeningStatus.ONGELDIG:
        return f"Ongeldige handtekening{whose}"
    return f"Ondertekend{when}{whose}"


def _party(vak: HandtekeningView, name: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(text_label(vak.naam, look="strong", name=f"{name}.naam"))
    row.addWidget(text_label(vak.veld.capitalize(), look="muted"))
    row.addStretch()
    return row


def _trust(vak: HandtekeningView, name: str) -> QHBoxLayout:
    """Return what is known of the certificate. Apart from whether the signature is valid: that does not follow."""
    sign = ("shield-check", "good") if vak.vertrouwd else ("circle-question-mark", "muted")
    words = text_label(vak.uitleg, look="small", name=f"{name}.vertrouwen", wrap=True)
    return marked(IconMark(*sign, 14), words, spacing=6)
