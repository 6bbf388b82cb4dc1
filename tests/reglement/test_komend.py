"""What is still to come in a dossier, and before which day, as letters tell it."""

from datetime import date

from procedures import Case, case

from klachtdesk.reglement.komend import KomendeStap, derive_komende_stappen


def coming(dossier: Case, day: date) -> list[tuple[str, str | None, date | None]]:
    """Return what is to come: the kind, the duur of its termijn, and its last day."""
    return [_told(item) for item in derive_komende_stappen(dossier.reglement, dossier.feiten, day)]


def _told(item: KomendeStap) -> tuple[str, str | None, date | None]:
    return item.stap.gebeurtenis, None if item.termijn is None else str(item.termijn.duur), item.uiterlijk


def test_each_step_has_the_termijn_that_is_its_own():
    received = case("tien_voor_taal").after("ontvangen kanaal=klachtenformulier @2026-04-13")
    found = coming(received, date(2026, 4, 16))
    # Monday 13 April and four weeks is Monday 11 May; and six weeks Monday 25 May. An oordeel would meet both.
    assert ("bericht_afhandeling_verzonden", "4 weken", date(2026, 5, 11)) in found
    assert ("oordeel_verzonden", "6 weken", date(2026, 5, 25)) in found


def test_a_termijn_that_did_not_begin_has_no_day_yet():
    received = case("leefstijlwijzer").after("ontvangen kanaal=email @2025-12-22")
    # 23, 24, 29, 30 and 31 December: Christmas and the weekend do not count.
    assert coming(received, date(2025, 12, 22)) == [
        ("doorgezonden", None, None),
        ("reactie_verzonden", "5 werkdagen", date(2025, 12, 31)),
        ("afgehandeld", "14 werkdagen", None),
    ]


def test_the_right_of_the_klager_is_told_as_long_as_it_is_there():
    told = case("klik_onderwijs").after(
        "ontvangen kanaal=email @2026-04-02",
        "oordeel_vastgesteld @2026-05-06",
        "oordeel_verzonden @2026-05-06",
    )
    # From Wednesday 6 May: 7, 8, 11, 12, 13, (14 is Hemelvaartsdag) 15, 18, 19, 20 and 21 May.
    assert ("bezwaar_ontvangen", "10 werkdagen", date(2026, 5, 21)) in coming(told, date(2026, 5, 6))
    objected = told.after("bezwaar_ontvangen kanaal=email @2026-05-19")
    found = coming(objected, date(2026, 5, 19))
    assert "bezwaar_ontvangen" not in [soort for soort, _, _ in found]
    # Four weeks after Tuesday 19 May is Tuesday 16 June; told although the commissie is still to be appointed.
    assert ("bezwaar_uitspraak_verzonden", "4 weken", date(2026, 6, 16)) in found
    assert "bezwaar_ontvangen" not in [soort for soort, _, _ in coming(told, date(2026, 5, 22))]


def test_a_verdaging_moves_the_day():
    told = case("interactie").after(
        "ontvangen kanaal=email @2026-04-01", "verdaagd termijn=oordeel tot=2026-05-13 reden=ziek @2026-04-20"
    )
    assert ("oordeel_verzonden", "4 weken", date(2026, 5, 13)) in coming(told, date(2026, 4, 20))


def test_a_closed_dossier_waits_for_nothing_that_closing_ended():
    closed = case("leefstijlwijzer").after(
        "ontvangen kanaal=email @2025-12-22", "direct_opgelost oplossing=gebeld @2025-12-22"
    )
    assert coming(closed, date(2025, 12, 23)) == []
