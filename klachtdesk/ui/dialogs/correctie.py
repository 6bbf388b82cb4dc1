"""Correcting a gebeurtenis: put the right one in its place, or let it lapse. The wrong one stays visible."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.dutch import long_date, typed_date
from klachtdesk.errors import DeskError, InvalidInput
from klachtdesk.formulieren import Veld, VeldSoort
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.gebeurtenissen import correct_gebeurtenis
from klachtdesk.ui.forms.field_box import FieldBox
from klachtdesk.ui.forms.gebeurtenis_form import GebeurtenisForm
from klachtdesk.ui.forms.gebeurtenis_keeper import GebeurtenisKeeper
from klachtdesk.ui.widgets.controls import push_button, scrolled, text_label
from klachtdesk.ui.widgets.tick import RadioChoice
from klachtdesk.ui.widgets.working_dialog import WorkingDialog
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import GebeurtenisKeuze, TijdlijnRegel
from klachtdesk.views.gebeurtenis import GebeurtenisInvoer

_REDEN = Veld("reden", "Wat klopte er niet? *", VeldSoort.LANGE_TEKST)


class CorrectieDialog(WorkingDialog):
    """Asks for the reason, and for the right values unless the gebeurtenis did not happen at all.

    Of what is wrong it gets the line of the tijdlijn and what its kind asks; a gebeurtenis without the latter belongs
    to an action of the program and can only lapse. What is typed is kept as a draft until it is saved or given up.
    """

    abandoned = Signal(object)
    """Closed with something filled in: a `GebeurtenisInvoer`, to offer the way back."""

    def __init__(
        self,
        workspace: Workspace,
        dossier_id: int,
        wrong: tuple[TijdlijnRegel, GebeurtenisKeuze | None],
        begun: GebeurtenisInvoer | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("correctie")
        self.setWindowTitle("Gebeurtenis corrigeren")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(560, 580).boundedTo(parent.screen().availableSize()))
        self._workspace = workspace
        self._dossier_id = dossier_id
        regel, keuze = wrong
        self._regel = regel
        self._form = None if keuze is None else GebeurtenisForm(keuze, workspace.klok.vandaag)
        if keuze is not None and self._form is not None:
            nothing = dict.fromkeys((veld.sleutel for veld in keuze.velden), "")
            self._form.put({**nothing, **dict(regel.waarden), "datum": typed_date(regel.datum)})
        self._replace = RadioChoice("&De gegevens waren anders")
        self._replace.setObjectName("correctie.vervangen")
        self._cancel = RadioChoice("Dit is &niet gebeurd")
        self._cancel.setObjectName("correctie.vervallen")
        self._reden = FieldBox(_REDEN, "correctie.reden", workspace.klok.vandaag)
        self._error = text_label(look="error", name="correctie.fout", wrap=True)
        self._error.hide()
        self._save = push_button(
            "correctie.opslaan", "&Corrigeren", self._on_save, look="primary", tip="Ctrl+S"
        )
        self._assemble()
        (self._cancel if self._form is None else self._replace).setChecked(True)
        self._replace.setVisible(self._form is not None)
        self._reden.field.focus_target().setFocus()
        self._unchanged = self._invoer()
        self._keeper = GebeurtenisKeeper(workspace, dossier_id, self._typed, self)
        self._connect()
        if begun is not None:
            self._resume(begun)

    def _assemble(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "clear")
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(0, 0, 6, 0)
        fields.setSpacing(10)
        fields.addWidget(self._reden)
        fields.addWidget(self._replace)
        fields.addWidget(self._cancel)
        if self._form is not None:
            fields.addWidget(self._form)
            self._replace.toggled.connect(self._form.setVisible)
        fields.addStretch(1)
        scroll = scrolled(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(push_button("correctie.annuleren", "&Annuleren", self.reject))
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(text_label(self._regel.label, look="heading", wrap=True))
        words = f"{long_date(self._regel.datum)}. De oude gebeurtenis blijft doorgestreept zichtbaar."
        column.addWidget(text_label(words, look="muted", wrap=True))
        column.addWidget(scroll, 1)
        column.addWidget(self._error)
        column.addLayout(buttons)

    def _connect(self) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self._save.click)
        self._reden.edited.connect(self._keeper.touch)
        self._cancel.toggled.connect(self._keeper.touch)
        if self._form is not None:
            self._form.edited.connect(self._keeper.touch)

    def _resume(self, begun: GebeurtenisInvoer) -> None:
        self._reden.field.put(begun.reden)
        if self._form is not None:
            self._form.put(begun.waarden)
            (self._cancel if begun.vervalt else self._replace).setChecked(True)
        self._keeper.begin(begun)

    def _invoer(self) -> GebeurtenisInvoer:
        return GebeurtenisInvoer(
            self._regel.soort,
            {} if self._form is None else self._form.waarden(),
            corrigeert=self._regel.id,
            reden=self._reden.field.text(),
            vervalt=self._cancel.isChecked(),
        )

    def _typed(self) -> GebeurtenisInvoer | None:
        invoer = self._invoer()
        return None if invoer == self._unchanged else invoer

    def _on_save(self) -> None:
        if self.at_work:
            return
        form = self._form if self._replace.isChecked() else None
        reden = self._reden.field.text()
        datum = None if form is None else form.datum()
        velden = None if form is None else form.velden()
        keeper = self._keeper
        keeper.keep()

        def service(desk: Desk) -> Changes:
            return correct_gebeurtenis(
                desk,
                self._dossier_id,
                self._regel.id,
                reden=reden,
                datum=datum,
                velden=velden,
                draft_id=keeper.draft_id(),
            )

        self.work(at_work=True)
        self._workspace.change(self, service, self._on_saved, self._on_failed)

    def _on_saved(self, _changes: Changes) -> None:
        self.work(at_work=False)
        self._keeper.let_be()
        self._workspace.notices.tell(f"Gecorrigeerd: {self._regel.label}.")
        self.accept()

    def _on_failed(self, error: DeskError) -> None:
        self.work(at_work=False)
        faults = error.fields if isinstance(error, InvalidInput) else {}
        self._reden.show_fault(faults.get("reden", ""))
        placed = "reden" in faults or (self._form is not None and self._form.show_faults(faults))
        self._error.setText("" if placed else f"{error.title}. {error}")
        self._error.setVisible(not placed)

    def reject(self) -> None:
        """Close without correcting, unless that is being done now; what was filled in can be taken up again."""
        if self.at_work:
            return
        left = self._typed()
        if left is not None:
            self.abandoned.emit(left)
        self._keeper.discard()
        super().reject()
