"""Forms on the screen, built from the catalogue."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from klachtdesk.formulieren import FORMULIEREN, MELDINGSFORMULIER, Formulier, Keuze, Voorstel
from klachtdesk.ui.forms.draft import Draft
from klachtdesk.ui.forms.form_widget import FormWidget
from klachtdesk.views.formulier import FormulierView

TODAY = date(2026, 4, 1)
FORM = MELDINGSFORMULIER.with_keuzes(
    {"onderwerpen": (Keuze("factuur", "Hoogte van de factuur"), Keuze("kwaliteit", "Kwaliteit"))}
)


class Form:
    """A meldingsformulier on the screen, and the draft behind it."""

    def __init__(
        self,
        qtbot: QtBot,
        waarden: dict[str, str] | None = None,
        vast: frozenset[str] = frozenset(),
        formulier: Formulier = FORM,
    ):
        self.draft = Draft(FormulierView(formulier, waarden or {}, vaste_sleutels=vast))
        self.widget = FormWidget(self.draft, lambda: TODAY)
        qtbot.addWidget(self.widget)
        self.widget.resize(1000, 700)
        self.widget.show()
        qtbot.waitExposed(self.widget)

    def field(self, key: str) -> QWidget:
        found = [
            widget
            for widget in self.widget.findChildren(QWidget, f"meldingsformulier.{key}")
            if not widget.isHidden()
        ]
        assert len(found) == 1
        return found[0]

    def type(self, key: str, text: str) -> None:
        field = self.field(key)
        field.setFocus()
        QTest.keyClicks(field, text)

    def fault(self, key: str) -> str:
        label = self.widget.findChild(QLabel, f"meldingsformulier.{key}.fout")
        assert isinstance(label, QLabel)
        return "" if label.isHidden() else label.text()


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    return Form(qtbot)


@pytest.mark.parametrize("formulier", FORMULIEREN.values(), ids=FORMULIEREN)
def test_every_field_of_the_catalogue_is_on_the_form_with_a_name_for_screen_readers(qtbot: QtBot, formulier):
    widget = FormWidget(Draft(FormulierView(formulier, {})), lambda: TODAY)
    qtbot.addWidget(widget)
    for sectie in formulier.secties:
        for veld in sectie.velden:
            name = f"{formulier.sleutel}.{sectie.raw_key(veld)}"
            inside = [child for child in widget.findChildren(QWidget) if child.objectName().startswith(name)]
            assert inside, name
            assert any(veld.label in child.accessibleName() for child in inside), name


def test_building_a_form_shows_nothing_yet(qapp: QApplication, qtbot: QtBot):
    # A label that is made visible before it has a parent is a window of its own for a moment, and takes the keyboard.
    shown: list[QObject] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
            if event.type() is QEvent.Type.Show:
                shown.append(watched)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    widget = FormWidget(Draft(FormulierView(FORM, {})), lambda: TODAY)
    qtbot.addWidget(widget)
    qapp.removeEventFilter(watcher)
    assert shown == []


def test_a_label_leads_the_keyboard_to_its_field(form: Form):
    label = next(
        label for label in form.widget.findChildren(QLabel) if label.text() == "Training, product of dienst"
    )
    assert label.buddy() is form.field("product")


def test_the_keyboard_begins_in_the_first_field_and_tab_goes_on_from_a_long_text(form: Form):
    form.widget.focus_first()
    assert QApplication.focusWidget() is form.field("omschrijving")
    QTest.keyClicks(form.field("omschrijving"), "De factuur")
    QTest.keyClick(form.field("omschrijving"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.field("product")
    assert form.draft.text("omschrijving") == "De factuur"


def test_what_is_typed_and_chosen_is_in_the_draft_as_raw_text(form: Form):
    form.type("melder.1.naam", "M. de Vries")
    kanaal = form.field("kanaal")
    assert isinstance(kanaal, QComboBox)
    kanaal.setCurrentIndex(kanaal.findText("E-mail"))
    for key in ("kwaliteit", "factuur"):
        QTest.mouseClick(form.field(f"onderwerpen.{key}"), Qt.MouseButton.LeftButton)
    assert form.draft.waarden == {
        "melder.1.naam": "M. de Vries",
        "kanaal": "email",
        "onderwerpen": "factuur kwaliteit",
    }


def test_a_date_is_understood_while_it_is_typed_and_written_out_when_it_is_left(form: Form):
    form.type("datum_gebeurtenis", "12 maart")
    field = form.field("datum_gebeurtenis")
    assert isinstance(field, QLineEdit)
    assert field.text() == "12 maart"
    # Ctrl+S is pressed with the keyboard still in it.
    assert form.draft.faults(TODAY) == ()
    assert form.draft.text("datum_gebeurtenis") == "12-3-2026"
    QTest.keyClick(form.field("datum_gebeurtenis"), Qt.Key.Key_Tab)
    assert field.text() == "12-3-2026"
    assert form.fault("datum_gebeurtenis") == ""


def test_a_date_on_a_form_that_was_read_in_is_understood_too(qtbot: QtBot):
    form = Form(qtbot, {"datum_gebeurtenis": "12 maart"})
    assert form.draft.faults(TODAY) == ()


def test_a_date_that_cannot_be_stays_as_typed_and_says_why(form: Form):
    form.type("datum_gebeurtenis", "31-2-2026")
    QTest.keyClick(form.field("datum_gebeurtenis"), Qt.Key.Key_Tab)
    assert form.draft.text("datum_gebeurtenis") == "31-2-2026"
    assert "bestaat niet in de kalender" in form.fault("datum_gebeurtenis")
    assert "bestaat niet" in form.field("datum_gebeurtenis").accessibleDescription()
    form.type("datum_gebeurtenis", "5")
    assert form.fault("datum_gebeurtenis") == ""


def test_five_megabytes_are_refused_with_a_reason_and_nothing_changes(form: Form):
    field = form.field("omschrijving")
    assert isinstance(field, QPlainTextEdit)
    form.type("omschrijving", "De factuur")
    much = QMimeData()
    much.setText("x" * 5_000_000)
    field.insertFromMimeData(much)
    assert form.draft.text("omschrijving") == "De factuur"
    assert "5.000.000 tekens; hier passen er 50.000" in form.fault("omschrijving")


def test_a_story_pasted_in_a_name_is_refused_whole(form: Form, qtbot: QtBot):
    field = form.field("melder.1.naam")
    assert isinstance(field, QLineEdit)
    form.type("melder.1.naam", "M. de ")
    QGuiApplication.clipboard().setText("x" * 5_000_000)
    field.paste()
    qtbot.waitUntil(lambda: form.fault("melder.1.naam") != "")
    assert field.text() == "M. de "
    assert form.draft.text("melder.1.naam") == "M. de "
    assert "hier passen 300 tekens" in form.fault("melder.1.naam")


def test_a_paste_that_fits_is_taken_over_as_plain_text(form: Form):
    field = form.field("omschrijving")
    assert isinstance(field, QPlainTextEdit)
    rich = QMimeData()
    rich.setHtml("<b>De factuur</b>")
    rich.setText("De factuur\nis te hoog")
    field.insertFromMimeData(rich)
    assert form.draft.text("omschrijving") == "De factuur\nis te hoog"


def test_a_value_that_stands_in_a_gebeurtenis_cannot_be_typed_over(qtbot: QtBot):
    form = Form(qtbot, {"ontvangen_op": "1-4-2026"}, frozenset({"ontvangen_op"}))
    form.type("ontvangen_op", "9")
    assert form.draft.text("ontvangen_op") == "1-4-2026"
    assert "gebeurtenis" in form.field("ontvangen_op").toolTip()


def test_a_row_is_added_with_the_keyboard_in_it_and_taken_away_with_a_way_back(form: Form):
    form.type("betrokkene.1.naam", "K. Smit")
    add = form.field("betrokkene.toevoegen")
    assert isinstance(add, QPushButton)
    add.click()
    assert QApplication.focusWidget() is form.field("betrokkene.2.naam")
    form.type("betrokkene.2.naam", "L. Prins")
    told: list[tuple[str, object]] = []
    form.widget.row_removed.connect(lambda text, undo: told.append((text, undo)))
    QTest.mouseClick(form.field("betrokkene.1.verwijderen"), Qt.MouseButton.LeftButton)
    assert form.draft.waarden == {"betrokkene.2.naam": "L. Prins"}
    text, undo = told[0]
    assert text == "Betrokkene 1 is verwijderd."
    undo()
    assert form.draft.waarden == {"betrokkene.1.naam": "K. Smit", "betrokkene.2.naam": "L. Prins"}
    assert form.field("betrokkene.1.naam").text() == "K. Smit"


def test_faults_are_shown_at_their_fields_and_the_first_gets_the_keyboard(form: Form):
    form.draft.put("datum_gebeurtenis", "31-2-2026")
    form.draft.put("ontvangen_op", "morgen")
    form.widget.show_faults(form.draft.faults(TODAY))
    assert QApplication.focusWidget() is form.field("datum_gebeurtenis")
    assert form.fault("datum_gebeurtenis")
    assert form.fault("ontvangen_op")
    assert form.fault("product") == ""


def test_a_fault_far_down_is_in_sight_with_all_of_its_words(form: Form):
    form.widget.show_faults(
        {"machtiging_op": "Schrijf de datum als dag-maand-jaar, " + "bijvoorbeeld 12-3-2026. " * 4}
    )
    QApplication.processEvents()

    label = form.widget.findChild(QLabel, "meldingsformulier.machtiging_op.fout")
    assert label.visibleRegion().boundingRect().height() >= label.heightForWidth(label.width())


def test_a_choice_that_the_reglement_no_longer_has_stays_visible(qtbot: QtBot):
    form = Form(qtbot, {"kanaal": "postduif", "onderwerpen": "factuur oud_onderwerp"})
    kanaal = form.field("kanaal")
    assert isinstance(kanaal, QComboBox)
    assert kanaal.currentText() == "postduif"
    assert form.field("onderwerpen.factuur").isChecked()


def test_the_wheel_scrolls_the_form_and_changes_no_choice(form: Form):
    kanaal = form.field("kanaal")
    assert isinstance(kanaal, QComboBox)
    kanaal.setFocus()
    middle = QPointF(kanaal.rect().center())
    down = QWheelEvent(
        middle,
        QPointF(kanaal.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(kanaal, down)
    assert kanaal.currentIndex() == 0


def test_a_list_that_the_reglement_does_not_have_leaves_no_label_over_nothing(qtbot: QtBot):
    draft = Draft(FormulierView(MELDINGSFORMULIER.with_keuzes({"onderwerpen": ()}), {}))
    widget = FormWidget(draft, lambda: TODAY)
    qtbot.addWidget(widget)
    widget.show()
    (label,) = [label for label in widget.findChildren(QLabel) if label.text() == "Onderwerpen"]
    assert not label.isVisible()


def test_the_keyboard_goes_from_section_to_section_and_stops_at_both_ends(form: Form):
    sections = form.widget.sections

    def place() -> int:
        (here,) = [n for n, section in enumerate(sections) if section.isAncestorOf(form.widget.focusWidget())]
        return here

    form.widget.focus_first()
    form.widget.show_next_section(1)
    assert place() == 1
    form.widget.show_next_section(-1)
    form.widget.show_next_section(-1)
    assert place() == 0
    for _ in range(len(sections) + 1):
        form.widget.show_next_section(1)
    assert place() == len(sections) - 1


WITH_LIST = FORM.with_voorstellen(
    "product", (Voorstel("Inburgering B1"), Voorstel("Digitaal toetsen", ("E-learning toetsen",)))
)


@pytest.fixture
def listing(qtbot: QtBot) -> Form:
    """Return a form that offers two producten, one of them by another name as well."""
    form = Form(qtbot, formulier=WITH_LIST)
    form.widget.activateWindow()
    qtbot.waitUntil(form.widget.isActiveWindow)
    return form


def offered(form: Form) -> QAbstractItemView:
    field = form.field("product")
    assert isinstance(field, QLineEdit)
    return field.completer().popup()


def names(popup: QAbstractItemView) -> list[str]:
    model = popup.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize("typed", ["toets", "E-LEARN"])
def test_a_product_is_found_by_any_part_of_its_names_and_picked_with_the_keyboard(listing: Form, typed: str):
    listing.type("product", typed)
    assert offered(listing).isVisible()
    assert names(offered(listing)) == ["Digitaal toetsen"]
    QTest.keyClick(offered(listing), Qt.Key.Key_Down)
    QTest.keyClick(offered(listing), Qt.Key.Key_Return)
    assert listing.draft.text("product") == "Digitaal toetsen"


def test_what_is_only_looked_at_in_the_list_stands_in_the_draft_as_it_does_in_the_field(listing: Form):
    listing.type("product", "b1")
    QTest.keyClick(offered(listing), Qt.Key.Key_Down)
    QTest.keyClick(offered(listing), Qt.Key.Key_Escape)
    field = listing.field("product")
    assert isinstance(field, QLineEdit)
    assert (field.text(), listing.draft.text("product")) == ("Inburgering B1", "Inburgering B1")


def test_any_other_product_can_be_typed_and_tab_goes_on_from_the_list(listing: Form):
    listing.type("product", "Inburgering A2")
    assert not offered(listing).isVisible()
    assert listing.draft.text("product") == "Inburgering A2"
    field = listing.field("product")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    listing.type("product", "inburg")
    assert offered(listing).isVisible()
    QTest.keyClick(offered(listing), Qt.Key.Key_Tab)
    assert not offered(listing).isVisible()
    assert listing.draft.text("product") == "inburg"
    assert listing.field("datum_gebeurtenis").hasFocus()
