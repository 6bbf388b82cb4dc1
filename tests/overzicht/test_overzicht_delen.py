"""The small parts of the overview: periods and their names, medians, the record and its storing, notes, repetition."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from procedures import reglement
from records import labels, record

from klachtdesk.overzicht.assembly import Bron, assemble
from klachtdesk.overzicht.cijferrecord import (
    Cijferrecord,
    Maatregel,
    Onderdeel,
    Rechtsgang,
    TermijnCijfer,
    Wending,
    from_json,
)
from klachtdesk.overzicht.derivation import Deriver, Keuzes, Nummer
from klachtdesk.overzicht.herhaling import repeated_klagers, repeated_oorzaken
from klachtdesk.overzicht.labels import Labels, Versie
from klachtdesk.overzicht.percentielen import median, ninetieth_percentile, percentage
from klachtdesk.overzicht.perioden import Periode
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis

YEAR = Periode(date(2026, 1, 1), date(2026, 12, 31), date(2026, 12, 31))


def periode(van: date, tot: date) -> Periode:
    return Periode(van, tot, tot)


@pytest.mark.parametrize(
    ("van", "tot", "label", "in_een_zin"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "2026", "in 2026"),
        (date(2024, 1, 1), date(2026, 12, 31), "2024 t/m 2026", "in de jaren 2024 tot en met 2026"),
        (
            date(2026, 7, 1),
            date(2026, 12, 31),
            "tweede helft van 2026",
            "in de tweede helft van 2026",
        ),
        (date(2026, 4, 1), date(2026, 6, 30), "2e kwartaal 2026", "in het 2e kwartaal van 2026"),
        (date(2026, 2, 1), date(2026, 2, 28), "februari 2026", "in februari 2026"),
        (
            date(2026, 2, 1),
            date(2026, 4, 30),
            "1 februari t/m 30 april 2026",
            "van 1 februari tot en met 30 april 2026",
        ),
        (
            date(2026, 1, 1),
            date(2026, 6, 29),
            "1 januari t/m 29 juni 2026",
            "van 1 januari tot en met 29 juni 2026",
        ),
        (
            date(2025, 8, 1),
            date(2026, 7, 31),
            "1 augustus 2025 t/m 31 juli 2026",
            "van 1 augustus 2025 tot en met 31 juli 2026",
        ),
        (date(2026, 4, 1), date(2026, 4, 1), "1 april 2026", "op 1 april 2026"),
    ],
)
def test_the_name_of_a_period(van: date, tot: date, label: str, in_een_zin: str):
    assert (periode(van, tot).label, periode(van, tot).in_een_zin) == (label, in_een_zin)


def test_the_same_period_of_an_earlier_year_ends_with_the_same_month():
    # February of 2024 has 29 days; a year later it ends on the 28th, and a year before that too.
    february = periode(date(2024, 2, 1), date(2024, 2, 29))
    assert (february.earlier(1).van, february.earlier(1).tot) == (date(2023, 2, 1), date(2023, 2, 28))
    back = periode(date(2025, 2, 1), date(2025, 2, 28)).earlier(1)
    assert (back.van, back.tot) == (date(2024, 2, 1), date(2024, 2, 29))


def test_the_months_of_a_period_over_the_turn_of_the_year():
    months = periode(date(2025, 11, 10), date(2026, 2, 3)).months()
    assert months == (
        ("1", "november 2025"),
        ("2", "december 2025"),
        ("3", "januari 2026"),
        ("4", "februari 2026"),
    )


@pytest.mark.parametrize(
    ("values", "middle", "ninetieth"),
    [
        ([], None, None),
        ([7], 7.0, 7.0),
        ([3, 1], 2.0, 3.0),
        ([4, 1], 2.5, 4.0),
        (list(range(1, 11)), 5.5, 9.0),  # nine of the ten do not exceed 9
        (list(range(1, 12)), 6.0, 10.0),  # of eleven 9.9, so the tenth
        ([5] * 20 + [100], 5.0, 5.0),
    ],
)
def test_the_middle_and_the_ninetieth(values: list[int], middle: float | None, ninetieth: float | None):
    assert (median(values), ninetieth_percentile(values)) == (middle, ninetieth)


@given(st.lists(st.integers(0, 50), min_size=1))
def test_nine_in_ten_do_not_exceed_the_ninetieth_and_no_lower_value_will_do(values: list[int]):
    found = ninetieth_percentile(values)
    good = [value for value in values if sum(item <= value for item in values) / len(values) >= 0.9]
    assert found == min(good)


def test_a_percentage_of_nothing_is_none():
    assert (percentage(0, 0), percentage(1, 4)) == (None, 25.0)


def test_a_record_is_stored_and_read_back_whole():
    full = record(
        ontvangen=date(2026, 3, 2),
        wendingen=(Wending(date(2026, 4, 1), "afgehandeld"), Wending(date(2026, 5, 1), "heropend")),
        termijnen=(TermijnCijfer("x", date(2026, 3, 2), date(2026, 4, 1), date(2026, 3, 9), True, 1, 1),),
        onderwerpen=("gedrag",),
        onderdelen=(Onderdeel("gedrag", "gegrond"),),
        gronden=("reeds_behandeld",),
        bezwaren=(Rechtsgang(date(2026, 5, 1), "", None, ""),),
        maatregelen=(Maatregel("actiepunt", date(2026, 3, 9), "", date(2026, 3, 20)),),
        gehoord=True,
        eerste_reactie=date(2026, 3, 3),
    )
    for one in (full, record()):
        assert from_json(json.loads(json.dumps(one.as_json()))) == one
    assert from_json(full.as_json() | {"later_toegevoegd": 1}) == full


def test_a_dossier_is_open_between_its_wendingen():
    opened_again = record(
        binnen=date(2026, 3, 1),
        wendingen=(
            Wending(date(2026, 3, 10), "niet_in_behandeling"),
            Wending(date(2026, 3, 12), "ingetrokken"),  # closed already: nothing changes
            Wending(date(2026, 4, 1), "alsnog_in_behandeling"),
            Wending(date(2026, 4, 5), "afgehandeld"),
        ),
    )
    assert [opened_again.is_open(date(2026, 3, day)) for day in (1, 9, 10, 31)] == [True, True, False, False]
    assert not opened_again.is_open(date(2026, 2, 28))
    assert opened_again.is_open(date(2026, 4, 1))
    closing = opened_again.closing(date(2026, 3, 20))
    assert closing is not None
    assert (closing.dag, closing.soort) == (date(2026, 3, 10), "niet_in_behandeling")
    assert opened_again.closing(date(2026, 4, 2)) is None
    assert opened_again.closing(date(2026, 1, 1)) is None


def test_a_termijn_counts_when_it_is_met_or_when_it_is_late_for_the_first_day():
    late = TermijnCijfer("x", date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 5), gehaald=True)
    assert late.telt_op == date(2027, 1, 1)
    assert [late.uitkomst(day) for day in (date(2026, 12, 31), date(2027, 1, 1))] == ["loopt", "te_laat"]
    early = replace(late, beslist=date(2026, 12, 5))
    assert (early.telt_op, early.uitkomst(date(2026, 12, 31)), early.dagen) == (
        date(2026, 12, 5),
        "gehaald",
        4,
    )
    assert early.uitkomst(date(2026, 12, 4)) == "loopt"
    lapsed = replace(early, gehaald=False)
    assert (lapsed.uitkomst(date(2026, 12, 31)), lapsed.dagen) == ("vervallen", None)


def test_a_dossier_of_which_the_receipt_was_taken_back_came_in_when_it_was_made():
    deriver = Deriver(reglement("interactie"))
    nummer = Nummer(2026, 1, 1, date(2026, 5, 4))
    assert deriver.derive(nummer, DossierFeiten(), Keuzes()).binnen == date(2026, 5, 4)
    closed = DossierFeiten((Gebeurtenis("ingetrokken", date(2026, 5, 1)),))
    assert deriver.derive(nummer, closed, Keuzes()).binnen == date(2026, 5, 1)


def test_a_maatregel_that_was_judged_was_carried_out_unless_it_is_said_not_to():
    opened = [Gebeurtenis("verbetermaatregel_vastgesteld", date(2026, 3, 1), ref=ref) for ref in ("M1", "M2")]
    judged = [
        Gebeurtenis(
            "verbetermaatregel_geevalueerd", date(2026, 5, 1), ref="M1", velden={"uitkomst": "deels"}
        ),
        Gebeurtenis(
            "verbetermaatregel_geevalueerd",
            date(2026, 5, 2),
            ref="M2",
            velden={"uitkomst": "niet", "uitgevoerd": "nee"},
        ),
    ]
    deriver = Deriver(reglement("tien_voor_taal"))
    made = deriver.derive(Nummer(2026, 1, 1, date(2026, 3, 1)), DossierFeiten((*opened, *judged)), Keuzes())
    assert [(item.uitgevoerd, item.geevalueerd, item.uitkomst) for item in made.maatregelen] == [
        (date(2026, 5, 1), date(2026, 5, 1), "deels"),
        (None, date(2026, 5, 2), "niet"),
    ]


@pytest.mark.clausule("IA-3")
@pytest.mark.clausule("IA-3")
def test_the_verslag_has_the_oorzaken_and_the_maatregelen_with_trainings_apart():
    trained = Maatregel(
        "verbetermaatregel", date(2026, 3, 9), "training", date(2026, 5, 1), date(2026, 5, 1), "deels"
    )
    other = Maatregel("verbetermaatregel", date(2026, 3, 9))
    closed = (Wending(date(2026, 4, 1), "afgehandeld"),)
    view = _overzicht(record(maatregelen=(trained, other), oorzaak="gedrag", wendingen=closed))
    assert {
        rij.sleutel: rij.cellen[0].aantal for rij in view.tabel("oorzaak").rijen if rij.cellen[0].aantal
    } == {"gedrag": 1}
    found = {
        rij.sleutel: rij.cellen[0].aantal for rij in view.tabel("maatregel").rijen if rij.cellen[0].aantal
    }
    assert found == {
        "verbetermaatregel.besloten": 2,
        "verbetermaatregel.uitgevoerd": 1,
        "training.besloten": 1,
        "training.uitgevoerd": 1,
    }


def test_a_klager_comes_back_within_a_year():
    known = frozenset({"jan de vries"})
    found = repeated_klagers(
        [
            (1, date(2025, 3, 1), known),
            (2, date(2026, 3, 1), known | {"12"}),  # a year later to the day
            (3, date(2027, 3, 2), known),  # a day too late
            (4, date(2026, 4, 1), frozenset({"12"})),
            (5, date(2026, 4, 1), frozenset()),
        ]
    )
    assert found == {2, 4}


def test_an_oorzaak_comes_back_as_often_as_the_signaal_says():
    # The praktijkregel: three times within one year.
    days = (date(2025, 1, 10), date(2025, 6, 1), date(2026, 1, 10), date(2026, 7, 1))
    dossiers = [((2026, number), "planning", day, 1) for number, day in enumerate(days)]
    found = repeated_oorzaken([*dossiers, ((2026, 9), "", days[2], 1)], {1: reglement("tien_voor_taal")})
    # The third is within a year of the first, to the day; of the fourth only the third is within a year.
    assert found == {(2026, 2)}


def _overzicht(*records: Cijferrecord, names: Labels | None = None, period: Periode = YEAR):
    bron = Bron(records, names or labels("tien_voor_taal"), period)
    return assemble(bron, kantoor="Kantoor", reglement="", drempel=3)


def test_a_renamed_onderwerp_and_a_changed_reglement_are_said_and_counted_together():
    old = reglement("tien_voor_taal")
    renamed = tuple(
        item.model_copy(update={"label": "Omgang met mensen"}) if item.sleutel == "gedrag" else item
        for item in old.onderwerpen
    )
    new = old.model_copy(update={"onderwerpen": renamed})
    names = Labels(
        (
            Versie(1, "tien_voor_taal", date(2020, 1, 1), old),
            Versie(2, "tien_voor_taal", date(2026, 7, 1), new),
        )
    )
    view = _overzicht(record(onderwerpen=("gedrag",)), record(versie=2, onderwerpen=("gedrag",)), names=names)
    assert [
        (rij.label, rij.cellen[0].aantal) for rij in view.tabel("onderwerp").rijen if rij.cellen[0].aantal
    ] == [("Omgang met mensen", 2)]
    assert "“Gedrag van medewerkers of directie” heet nu “Omgang met mensen”; beide zijn samen geteld." in (
        view.opmerkingen
    )
    assert any(zin.startswith("Sinds 1 juli 2026 geldt een nieuwe versie van") for zin in view.opmerkingen)


def test_an_onderwerp_that_a_later_version_dropped_keeps_its_row():
    old = reglement("tien_voor_taal")
    new = old.model_copy(update={"onderwerpen": old.onderwerpen[1:]})
    dropped = old.onderwerpen[0]
    names = Labels(
        (
            Versie(1, "tien_voor_taal", date(2020, 1, 1), old),
            Versie(2, "tien_voor_taal", date(2026, 7, 1), new),
        )
    )
    view = _overzicht(record(onderwerpen=(dropped.sleutel,)), names=names)
    (rij,) = [rij for rij in view.tabel("onderwerp").rijen if rij.cellen[0].aantal]
    assert rij.label == dropped.label


def test_a_key_that_two_reglementen_call_otherwise_has_a_row_for_each():
    names = labels("tien_voor_taal", "interactie")
    renamed = (
        names.versies[1].reglement.hoedanigheden[0].model_copy(update={"label": "Opdrachtgever (bedrijf)"})
    )
    other = names.versies[1].reglement.model_copy(update={"hoedanigheden": (renamed,)})
    names = Labels((names.versies[0], replace(names.versies[1], reglement=other)))
    view = _overzicht(
        record(hoedanigheid="opdrachtgever"), record(versie=2, hoedanigheid="opdrachtgever"), names=names
    )
    assert {
        rij.label: rij.cellen[0].aantal for rij in view.tabel("hoedanigheid").rijen if rij.cellen[0].aantal
    } == {"Opdrachtgever": 1, "Opdrachtgever (bedrijf)": 1}


def test_a_klacht_without_outcome_or_oorzaak_and_one_without_end_are_pointed_out():
    view = _overzicht(
        record(wendingen=(Wending(date(2026, 4, 1), "afgehandeld"),)),
        record(binnen=date(2025, 1, 1)),
        record(),
    )
    assert view.opmerkingen == (
        "Dit overzicht rust op 3 dossiers.",
        "2 klachten zijn nog niet afgesloten en tellen bij de uitkomsten nog niet mee.",
        "1 klacht loopt al langer dan een jaar.",
        "Bij 1 afgehandelde klacht is geen oordeel vastgelegd.",
        "Bij 1 afgesloten klacht is de oorzaak niet ingevuld.",
    )


def test_a_klacht_that_was_solved_informally_counts_as_such():
    view = _overzicht(record(informeel="opgelost", wendingen=(Wending(date(2026, 4, 1), "afgehandeld"),)))
    assert [
        (rij.sleutel, rij.cellen[0].aantal) for rij in view.tabel("afsluiting").rijen if rij.cellen[0].aantal
    ] == [("informeel", 1)]


def test_twenty_thousand_dossiers_are_counted():
    many = tuple(record(volgnummer=number) for number in range(20_000))
    view = _overzicht(*many)
    assert view.voorraad[0].binnengekomen.tekst == "20.000"
    assert view.tabel("onderwerp").rijen[-1].aandelen[0].tekst == "100%"
