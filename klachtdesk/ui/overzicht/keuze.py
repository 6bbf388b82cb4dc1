"""Which overview is in sight: its period, and its reglement where the office has several."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht.keuze import periode_formulier, read_periode
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.widgets.choice import Choice
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.overzicht import Over, OverzichtKeuze, PeriodeView

_OTHER = "Andere periode…"
_ALL = "Alle reglementen"


class Keuzebalk(QObject):
    """Two drop-down lists; `chosen` says that another overview is wanted."""

    chosen = Signal()

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._own: PeriodeView | None = None
        self._over: Over | None = None
        self._is_asked = False
        self._offered: object = None
        self.periode = Choice()
        self.periode.setObjectName("overzicht.periode")
        self.periode.setAccessibleName("Periode")
        self.periode.setMinimumContentsLength(16)
        self.reglement = Choice()
        self.reglement.setObjectName("overzicht.reglement")
        self.reglement.setAccessibleName("Reglement")
        self.reglement.setMinimumContentsLength(22)
        self.reglement.hide()
        self.periode.activated.connect(self._on_activated)
        self.reglement.activated.connect(self._on_activated)

    @property
    def over(self) -> Over | None:
        """Which overview is in sight; None until the choices were read."""
        return self._over

    @property
    def asked(self) -> Over | None:
        """Which overview somebody asked for; None for the one to begin with, which is another in another year."""
        return self._over if self._is_asked else None

    def show_keuze(self, keuze: OverzichtKeuze) -> None:
        """Offer these; what was chosen stays chosen."""
        over = self.asked or Over(keuze.begin.van, keuze.begin.tot)
        offered = (keuze.perioden, keuze.reglementen, self._own)
        if offered == self._offered and over == self._over:
            return
        self._offered = offered
        known = [item for item in keuze.perioden if (item.van, item.tot) == (over.van, over.tot)]
        self.periode.clear()
        for item in (*keuze.perioden, *([self._own] if self._own and not known else [])):
            self.periode.addItem(item.label, item)
        self.periode.addItem(_OTHER, None)
        self.reglement.clear()
        self.reglement.addItem(_ALL, "")
        for reglement in keuze.reglementen:
            self.reglement.addItem(reglement.label, reglement.sleutel)
        self.reglement.setVisible(bool(keuze.reglementen))
        if self.reglement.findData(over.reglement) < 0:
            over = Over(over.van, over.tot)
        self._over = over
        self._mark()

    def _mark(self) -> None:
        """Show in both lists what is chosen."""
        over = self._over
        if over is None:
            return
        for place in range(self.periode.count()):
            item = self.periode.itemData(place)
            if isinstance(item, PeriodeView) and (item.van, item.tot) == (over.van, over.tot):
                self.periode.setCurrentIndex(place)
        self.reglement.setCurrentIndex(max(0, self.reglement.findData(over.reglement)))

    def _on_activated(self) -> None:
        periode = self.periode.currentData()
        if isinstance(periode, PeriodeView):
            self._choose(periode)
        else:
            self._ask_other()

    def _choose(self, periode: PeriodeView) -> None:
        over = Over(periode.van, periode.tot, str(self.reglement.currentData() or ""))
        self._is_asked = True
        if over != self._over:
            self._over = over
            self.chosen.emit()

    def _ask_other(self) -> None:
        over = self._over
        self._mark()
        if over is None:
            return

        def check(desk: Desk, waarden: dict[str, str]) -> Changes:
            read_periode(desk, waarden)
            return Changes()

        def saved(waarden: dict[str, str]) -> None:
            self._workspace.read(self._owner, partial(read_periode, waarden=waarden), self._on_own)

        view = periode_formulier(over.van, over.tot)
        dialog = FormDialog(self._workspace, view, check, saved, self._owner.window(), button="&Tonen")
        dialog.open()

    def _on_own(self, periode: PeriodeView) -> None:
        """Take up a period that was typed; it stands in the list, before the way to type another."""
        self._own = periode
        self.periode.insertItem(self.periode.count() - 1, periode.label, periode)
        self._choose(periode)
        self._mark()
