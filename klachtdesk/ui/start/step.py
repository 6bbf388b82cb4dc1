"""What the steps of the first start have in common."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import text_label


class Step(QWidget):
    """One page of the wizard: a title, a sentence, and what is asked."""

    title = ""
    explanation = ""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(text_label(self.title, look="title", wrap=True))
        if self.explanation:
            self.column.addWidget(text_label(self.explanation, look="muted", wrap=True))
        self.column.addSpacing(8)

    def fault(self) -> str:
        """Return what still has to be done on this page before the next, or an empty string."""
        return ""

    def take_focus(self) -> None:
        """Put the keyboard where this page begins."""


def labelled(label: str, edit: QLineEdit) -> QVBoxLayout:
    """Return a field under its label; the ampersand in the label marks its mnemonic."""
    words = text_label(label, look="strong")
    words.setBuddy(edit)
    edit.setAccessibleName(label.replace("&", ""))
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(words)
    column.addWidget(edit)
    return column
