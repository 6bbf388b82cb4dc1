"""One field on a form: its label, the field, a word of help, and what is wrong with it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.formulieren import Veld, VeldSoort
from klachtdesk.formulieren.lezen import read_value
from klachtdesk.ui.announce import announce
from klachtdesk.ui.forms.choice_fields import ChoiceField, MultiChoiceField, YesNoField
from klachtdesk.ui.forms.date_field import DateField
from klachtdesk.ui.forms.field import Field
from klachtdesk.ui.forms.text_fields import LineField, LongTextField
from klachtdesk.ui.widgets.controls import text_label


class FieldBox(QWidget):
    """A field with everything around it. `name` becomes the object name of what takes the keyboard.

    `field` is for a field that the catalogue has no kind for.
    """

    edited = Signal(str)

    def __init__(
        self, veld: Veld, name: str, vandaag: Callable[[], date], field: Field | None = None
    ) -> None:
        super().__init__()
        self.veld = veld
        self._vandaag = vandaag
        self.field = field or make_field(veld, vandaag)
        self._label = text_label(veld.label, look="strong")
        self._help = text_label(veld.hulp, look="small", wrap=True)
        if not veld.hulp:
            self._help.hide()
        self._error = text_label(look="error", name=f"{name}.fout", wrap=True)
        self._error.hide()
        self._name(name)
        self._assemble()
        self.field.edited.connect(self._on_edited)
        self.field.refused.connect(self.show_fault)
        self.field.left.connect(self._on_left)

    def _name(self, name: str) -> None:
        target = self.field.focus_target()
        target.setObjectName(name)
        target.setAccessibleName(self.veld.label)
        target.setAccessibleDescription(self.veld.hulp)
        self._label.setBuddy(target)
        if isinstance(self.field, YesNoField):
            self.field.name_buttons(name, self.veld.label)
        elif isinstance(self.field, MultiChoiceField):
            self.field.name_boxes(name)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self._label, self.field, self._error, self._help):
            column.addWidget(widget)
        column.addStretch()

    @property
    def wide(self) -> bool:
        """Whether the field wants the whole width of a form."""
        return self.veld.soort in {VeldSoort.LANGE_TEKST, VeldSoort.MEERKEUZE}

    def show_fault(self, message: str) -> None:
        """Show what is wrong under the field, and to a screen reader; an empty message takes it away."""
        self._error.setText(message)
        self._error.setVisible(bool(message))
        self.field.mark(faulty=bool(message))
        self.field.focus_target().setAccessibleDescription(message or self.veld.hulp)
        announce(self, message)

    def _on_edited(self, text: str) -> None:
        if not self._error.isHidden():
            self.show_fault("")
        self.edited.emit(text)

    def _on_left(self) -> None:
        """Judge what was filled in once it is left: earlier, every unfinished date would be wrong."""
        try:
            read_value(self.veld, self.field.text(), self._vandaag())
        except ValueError as error:
            self.show_fault(str(error))


def make_field(veld: Veld, vandaag: Callable[[], date]) -> Field:
    """Return the widget that fills in a field of this kind."""
    match veld.soort:
        case VeldSoort.LANGE_TEKST:
            return LongTextField(veld)
        case VeldSoort.DATUM:
            return DateField(veld, vandaag)
        case VeldSoort.KEUZE:
            return ChoiceField(veld.keuzes)
        case VeldSoort.MEERKEUZE:
            return MultiChoiceField(veld.keuzes)
        case VeldSoort.JA_NEE:
            return YesNoField()
        case _:
            return LineField(veld)
