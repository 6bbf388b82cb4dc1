"""Asks whether the oordeel may be made final: one of the few questions, because it can't be undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark

_WIDTH = 480
_WORDS = (
    "De tekst ligt daarna vast en krijgt het zegel van uw kantoor. Dat kunt u niet ongedaan maken. "
    "Alleen zolang nog niemand heeft ondertekend, kunt u dit oordeel vervangen door een nieuwe versie."
)

_BOXES = "Deze tekens heeft geen van onze lettertypen; op papier wordt elk een leeg vakje:"
_MOST = 6


class FreezeDialog(QDialog):
    """A question with two answers; Enter and Esc both mean "not yet"."""

    def __init__(self, nummer: str, unprintable: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ondertekening.vraag")
        self.setWindowTitle("Oordeel definitief maken")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        texts = QVBoxLayout()
        texts.setSpacing(6)
        title = f"Wilt u het oordeel in {nummer} definitief maken?"
        texts.addWidget(text_label(title, look="heading", wrap=True))
        texts.addWidget(text_label(_WORDS, wrap=True))
        if unprintable:
            words = f"{_BOXES} {' '.join(unprintable[:_MOST])}{' …' if len(unprintable) > _MOST else ''}"
            texts.addWidget(text_label(words, look="error", name="ondertekening.vraag.tekens", wrap=True))
        texts.addStretch()
        self.setAccessibleDescription(f"{title} {_WORDS}")
        question = QHBoxLayout()
        question.setSpacing(14)
        question.addWidget(IconMark("lock", "accent", 26), 0, Qt.AlignmentFlag.AlignTop)
        question.addLayout(texts, 1)
        no = push_button("ondertekening.vraag.nee", "&Nog niet", self.reject)
        no.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(no)
        buttons.addWidget(
            push_button("ondertekening.vraag.ja", "&Definitief maken", self.accept, look="primary")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(18)
        column.addLayout(question)
        column.addLayout(buttons)
        no.setFocus()
