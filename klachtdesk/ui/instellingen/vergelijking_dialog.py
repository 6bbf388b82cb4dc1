"""What a reglement in the making would do: its termijnen beside those in force, on an example or on a dossier."""

from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.dossiers import list_dossiers
from klachtdesk.services.eigen_reglement.van_kracht import compare_concept
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.widgets.choice import Choice
from klachtdesk.ui.widgets.controls import chip, push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossiers import DossierRegel
from klachtdesk.views.reglementbeheer import Vergelijking, VergelijkingRegel

_SIZE = QSize(760, 560)


class VergelijkingDialog(QDialog):
    """Compares a concept; another dossier can be chosen."""

    def __init__(self, workspace: Workspace, concept_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("vergelijking")
        self.setWindowTitle("Wat verandert dit?")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE.boundedTo(parent.screen().availableSize() - QSize(40, 60)))
        self._workspace = workspace
        self._concept_id = concept_id
        self._choice = Choice()
        self._choice.setObjectName("vergelijking.voorbeeld")
        self._choice.setAccessibleName("Voorbeeld")
        self._choice.addItem("Een klacht die vandaag binnenkomt", None)
        self._summary = text_label(look="strong", name="vergelijking.samenvatting", wrap=True)
        self._scroll = QScrollArea()
        self._assemble()
        self._choice.currentIndexChanged.connect(self._compare)
        workspace.read(self, list_dossiers, self._offer)
        self._compare()

    def _assemble(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        close = push_button("vergelijking.sluiten", "&Sluiten", self.accept, look="primary")
        close.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(text_label("Bekijk het bij"))
        row.addWidget(self._choice, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._summary)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def _offer(self, dossiers: tuple[DossierRegel, ...]) -> None:
        for dossier in dossiers:
            self._choice.addItem(f"{dossier.nummer} {dossier.klager}".strip(), dossier.id)

    def _compare(self) -> None:
        service = partial(compare_concept, concept_id=self._concept_id, dossier_id=self._choice.currentData())
        self._workspace.read(self, service, self._show, self._on_failed)

    def _show(self, found: Vergelijking) -> None:
        changed = sum(regel.gewijzigd for regel in found.termijnen) + (
            found.bewaren_oud != found.bewaren_nieuw
        )
        words = "één datum" if changed == 1 else f"{changed} datums"
        self._summary.setText(
            f"Bij {found.voorbeeld} verandert {words}."
            if changed == 1
            else f"Bij {found.voorbeeld} veranderen {words}."
            if changed
            else f"Bij {found.voorbeeld} verandert geen enkele datum."
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for column, title in enumerate(("Termijn", "Nu", "Straks")):
            grid.addWidget(text_label(title, look="muted"), 0, column)
        rows = [*found.termijnen, _bewaren(found)]
        for place, regel in enumerate(rows, 1):
            _put(grid, place, regel)
        content = QWidget()
        content.setProperty("look", "clear")
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 8, 0)
        whole.addLayout(grid)
        whole.addStretch()
        self._scroll.setWidget(content)

    def _on_failed(self, error: DeskError) -> None:
        lines = [str(error), *getattr(error, "faults", ())]
        self._summary.setText("\n".join(lines))


def _bewaren(found: Vergelijking) -> VergelijkingRegel:
    return VergelijkingRegel(
        label="Bewaren tot",
        artikel="",
        oud=found.bewaren_oud,
        nieuw=found.bewaren_nieuw,
        oud_streefdatum=None,
        nieuw_streefdatum=None,
        gewijzigd=found.bewaren_oud != found.bewaren_nieuw,
    )


def _put(grid: QGridLayout, place: int, regel: VergelijkingRegel) -> None:
    look = "strong" if regel.gewijzigd else ""
    name = f"vergelijking.{place}"
    grid.addWidget(text_label(regel.label, look, f"{name}.termijn", wrap=True), place, 0)
    grid.addWidget(text_label(_words(regel.oud, regel.oud_streefdatum), "", f"{name}.oud"), place, 1)
    grid.addWidget(text_label(_words(regel.nieuw, regel.nieuw_streefdatum), look, f"{name}.nieuw"), place, 2)
    if regel.gewijzigd:
        grid.addWidget(chip("Anders", "accent"), place, 3, Qt.AlignmentFlag.AlignVCenter)


def _words(einde: date | None, streefdatum: date | None) -> str:
    if einde is None:
        return "loopt niet"
    aim = f", streef {short_date(streefdatum)}" if streefdatum not in {None, einde} else ""
    return short_date(einde) + aim
