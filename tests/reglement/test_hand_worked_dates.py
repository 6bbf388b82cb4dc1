"""Every termijn of every reglement, worked out by hand on the calendar; the comment on a row is the working."""

import pytest

# fmt: off

@pytest.mark.clausule("KW-3a")
@pytest.mark.parametrize(("doorgezonden", "einde", "streefdatum"), [
    ("2026-04-24", "2026-04-24", "2026-04-24"),  # the same day, a Friday
    ("2026-04-25", "2026-04-25", "2026-04-25"),  # a Saturday; Friday lies before the start, so the end itself
    ("2026-04-27", "2026-04-27", "2026-04-27"),  # Koningsdag: the same
])
def test_verantwoordelijke_bereiken_is_the_same_day(klassewerk, doorgezonden, einde, streefdatum):
    events = (f"ontvangen {doorgezonden}", f"doorgezonden {doorgezonden}")
    assert klassewerk.dates("verantwoordelijke_bereiken", *events) == (einde, streefdatum)


@pytest.mark.clausule("KW-2c")
@pytest.mark.parametrize(("doorgezonden", "einde"), [
    ("2026-06-02", "2026-06-04"),  # Tuesday: Wed 3, Thu 4
    ("2026-06-05", "2026-06-09"),  # Friday: weekend, Mon 8, Tue 9
    ("2026-06-06", "2026-06-09"),  # Saturday: the same
    ("2026-04-24", "2026-04-29"),  # Friday: weekend, Mon 27 Koningsdag, Tue 28, Wed 29
    ("2025-04-25", "2025-04-29"),  # Friday: Sat 26 Koningsdag because the 27th is a Sunday, Mon 28, Tue 29
    ("2026-04-02", "2026-04-08"),  # Thursday: Goede Vrijdag, weekend, tweede paasdag, Tue 7, Wed 8
    ("2026-05-04", "2026-05-07"),  # Monday: Tue 5 Bevrijdingsdag (in every year), Wed 6, Thu 7
    ("2025-12-24", "2025-12-30"),  # Wednesday: 25 and 26 kerst, weekend, Mon 29, Tue 30
    ("2025-12-31", "2026-01-05"),  # Wednesday: Nieuwjaarsdag, Fri 2 counts, weekend, Mon 5
])
def test_telefonisch_contact_in_two_werkdagen(klassewerk, doorgezonden, einde):
    # It ends on a werkdag, so the streefdatum is the end.
    events = (f"ontvangen {doorgezonden}", f"doorgezonden {doorgezonden}")
    assert klassewerk.dates("telefonisch_contact", *events) == (einde, einde)


@pytest.mark.parametrize(("doorgezonden", "einde"), [
    ("2025-12-31", "2026-01-06"),  # now Fri 2 January does not count: Mon 5, Tue 6
    ("2026-05-13", "2026-05-19"),  # Wednesday: Hemelvaartsdag, Fri 15 equated, weekend, Mon 18, Tue 19
    ("2027-05-04", "2027-05-11"),  # Tuesday: 5 mei, Hemelvaartsdag, Fri 7 equated, weekend, Mon 10, Tue 11
    ("2028-04-26", "2028-05-02"),  # Wednesday: Koningsdag, Fri 28 equated, weekend, Mon 1 and Tue 2 May
    ("2028-05-24", "2028-05-30"),  # Wednesday: Hemelvaartsdag, Fri 26 equated, weekend, Mon 29, Tue 30
    ("2029-05-09", "2029-05-14"),  # Wednesday: Hemelvaartsdag, Fri 11 not decreed and so counted, Mon 14
])
def test_gelijkgestelde_dagen_count_only_when_switched_on(
    klassewerk, with_gelijkgestelde_dagen, doorgezonden, einde
):
    desk = with_gelijkgestelde_dagen(klassewerk)
    events = (f"ontvangen {doorgezonden}", f"doorgezonden {doorgezonden}")
    assert desk.dates("telefonisch_contact", *events) == (einde, einde)


@pytest.mark.clausule("KW-5a")
@pytest.mark.parametrize(("oordeel", "einde"), [
    ("2026-03-02", "2026-04-02"),  # a Thursday
    ("2026-01-31", "2026-03-02"),  # February has no 31st: Sat 28, moved to Monday
    ("2025-01-31", "2025-02-28"),  # the last day of February, a Friday
    ("2024-01-31", "2024-02-29"),  # a leap year; a Thursday
    ("2026-03-31", "2026-04-30"),  # April has no 31st; a Thursday
    ("2025-12-31", "2026-02-02"),  # Sat 31 January, moved to Monday
    ("2025-12-01", "2026-01-02"),  # Nieuwjaarsdag, moved to Friday
    ("2026-03-03", "2026-04-07"),  # Goede Vrijdag, then weekend and tweede paasdag: Tuesday
    ("2026-04-05", "2026-05-06"),  # Bevrijdingsdag, moved to Wednesday
    ("2026-04-14", "2026-05-15"),  # Hemelvaartsdag, moved to Friday
])
def test_bezwaar_indienen_in_a_month_moves_to_a_werkdag(klassewerk, oordeel, einde):
    events = ("ontvangen 2024-01-02", f"oordeel_verzonden {oordeel}")
    assert klassewerk.dates("bezwaar_indienen", *events) == (einde, None)


@pytest.mark.clausule("KW-5a")
@pytest.mark.parametrize(("events", "start"), [
    (["direct_opgelost 2026-06-01", "bevestiging_afspraken_verzonden 2026-06-03", "afgehandeld 2026-06-05",
      "oordeel_verzonden 2026-06-08"], "2026-06-08"),
    (["direct_opgelost 2026-06-01", "bevestiging_afspraken_verzonden 2026-06-03", "afgehandeld 2026-06-05"],
     "2026-06-03"),
    (["afgehandeld 2026-06-01", "direct_opgelost 2026-06-05"], "2026-06-05"),
    (["afgehandeld 2026-06-05"], "2026-06-05"),
    (["oordeel_verzonden 2026-06-01", "oordeel_verzonden 2026-06-08"], "2026-06-01"),  # the first of its kind
])
def test_bezwaar_indienen_starts_at_the_most_preferred_outcome(klassewerk, events, start):
    assert str(klassewerk.termijnen("ontvangen 2026-06-01", *events)["bezwaar_indienen"].start) == start


@pytest.mark.clausule("KW-5c")
@pytest.mark.parametrize(("bezwaar", "einde", "streefdatum"), [
    ("2026-06-15", "2026-07-15", "2026-07-14"),  # Wednesday, so sent on Tuesday
    ("2026-01-31", "2026-02-28", "2026-02-27"),  # a Saturday: the end stays, sent on Friday
    ("2026-03-06", "2026-04-06", "2026-04-02"),  # tweede paasdag: before it Sun, Sat, Goede Vrijdag: Thursday
    ("2025-12-02", "2026-01-02", "2025-12-31"),  # Friday; Nieuwjaarsdag before it: Wednesday
])
def test_uitspraak_bezwaar_is_received_within_a_month(klassewerk, bezwaar, einde, streefdatum):
    events = ("ontvangen 2025-06-01", "oordeel_verzonden 2025-06-02", f"bezwaar_ontvangen {bezwaar}")
    assert klassewerk.dates("uitspraak_bezwaar", *events) == (einde, streefdatum)


@pytest.mark.clausule("KL-4")
@pytest.mark.parametrize(("ontvangen", "einde", "streefdatum"), [
    ("2026-06-01", "2026-06-04", "2026-06-03"),  # Monday: 2, 3, 4
    ("2026-06-05", "2026-06-10", "2026-06-09"),  # Friday: Mon 8, Tue 9, Wed 10
    ("2026-04-02", "2026-04-09", "2026-04-08"),  # Thursday: Easter to Mon 6, then 7, 8, 9
    ("2026-05-12", "2026-05-18", "2026-05-15"),  # Tuesday: Wed 13, Hemelvaartsdag, Fri 15, weekend, Mon 18
    ("2026-05-21", "2026-05-27", "2026-05-26"),  # Thursday: Fri 22, weekend, tweede pinksterdag, 26, 27
])
def test_ontvangstbevestiging_klik_in_three_werkdagen(klik_onderwijs, ontvangen, einde, streefdatum):
    assert klik_onderwijs.dates("ontvangstbevestiging", f"ontvangen {ontvangen}") == (einde, streefdatum)


@pytest.mark.clausule("KL-7")
@pytest.mark.parametrize(("events", "einde"), [
    (["ontvangen 2026-04-02"], "2026-04-20"),  # 7, 8, 9, 10, 13, 14, 15, 16, 17, 20
    # From the date of the klacht itself: 31 March, 1, 2 April, (Easter), 7, 8, 9, 10, 13, 14, 15
    (["ingediend 2026-03-30", "ontvangen 2026-04-02"], "2026-04-15"),
    # (weekend, Koningsdag), 28, 29, 30, 1 May, 4, (5 mei), 6, 7, 8, 11, 12
    (["ontvangen 2026-04-24"], "2026-05-12"),
    # 22, 23, 24, (kerst, weekend), 29, 30, 31, (Nieuwjaarsdag), 2, 5, 6, 7 January
    (["ontvangen 2025-12-19"], "2026-01-07"),
])
def test_contact_indiener_in_ten_werkdagen_of_indiening(klik_onderwijs, events, einde):
    assert klik_onderwijs.dates("contact_indiener", *events) == (einde, einde)


@pytest.mark.clausule("KL-9")
@pytest.mark.parametrize(("oordeel", "einde"), [
    ("2026-05-06", "2026-05-21"),  # 7, 8, 11, 12, 13, (Hemelvaartsdag), 15, 18, 19, 20, 21
    ("2026-06-05", "2026-06-19"),  # 8 to 12, 15 to 19
])
def test_bezwaar_indienen_in_ten_werkdagen(klik_onderwijs, oordeel, einde):
    events = ("ontvangen 2026-04-02", f"oordeel_verzonden {oordeel}")
    assert klik_onderwijs.dates("bezwaar_indienen", *events) == (einde, None)


@pytest.mark.clausule("KL-11")
@pytest.mark.parametrize(("bezwaar", "einde", "streefdatum"), [
    ("2026-05-19", "2026-06-16", "2026-06-16"),  # Tuesday to Tuesday
    ("2026-04-07", "2026-05-05", "2026-05-04"),  # Bevrijdingsdag: the end stays, done by Monday
    ("2026-04-25", "2026-05-23", "2026-05-22"),  # a Saturday
])
def test_uitspraak_bezwaar_in_four_weeks(klik_onderwijs, bezwaar, einde, streefdatum):
    events = ("ontvangen 2026-01-05", "oordeel_verzonden 2026-01-19", f"bezwaar_ontvangen {bezwaar}")
    assert klik_onderwijs.dates("uitspraak_bezwaar", *events) == (einde, streefdatum)


@pytest.mark.clausule("KL-14")
@pytest.mark.parametrize(("events", "start", "einde"), [
    # From the oordeel of the 6th, not from the 8th when it was written down.
    (["oordeel_verzonden 2026-05-06", "consequenties_vastgesteld 2026-05-08 ref=a"], "2026-05-06", "2026-05-20"),
    # From the latest of the two that is not after it.
    (["oordeel_verzonden 2026-05-06", "bezwaar_ontvangen 2026-05-19", "bezwaar_uitspraak_verzonden 2026-06-29",
      "consequenties_vastgesteld 2026-07-01 ref=a"], "2026-06-29", "2026-07-13"),
    (["oordeel_verzonden 2026-05-06", "bezwaar_ontvangen 2026-05-19", "consequenties_vastgesteld 2026-06-28 ref=a",
      "bezwaar_uitspraak_verzonden 2026-06-29"], "2026-05-06", "2026-05-20"),
    # On the day of the oordeel, whatever stands first.
    (["consequenties_vastgesteld 2026-05-06 ref=a", "oordeel_verzonden 2026-05-06"], "2026-05-06", "2026-05-20"),
    # Nothing sent yet: from its own date.
    (["consequenties_vastgesteld 2026-05-04 ref=a", "oordeel_verzonden 2026-05-06"], "2026-05-04", "2026-05-18"),
])
def test_consequenties_in_two_weeks_of_what_brought_them(klik_onderwijs, events, start, einde):
    stand = klik_onderwijs.termijnen("ontvangen 2026-04-02", *events)["consequenties@a"]
    assert (str(stand.start), str(stand.einde), stand.ronde) == (start, einde, None)


@pytest.mark.clausule("TT-2.2c")
@pytest.mark.parametrize(("ontvangen", "einde", "streefdatum"), [
    ("2026-06-02", "2026-06-16", "2026-06-15"),  # Tuesday to Tuesday, sent on Monday
    ("2026-04-13", "2026-04-27", "2026-04-24"),  # Koningsdag, a Monday: sent on Friday
    ("2025-12-12", "2025-12-26", "2025-12-24"),  # tweede kerstdag: sent on Wednesday
    ("2026-03-20", "2026-04-03", "2026-04-02"),  # Goede Vrijdag: sent on Thursday
])
def test_ontvangstbevestiging_in_fourteen_days(tien_voor_taal, ontvangen, einde, streefdatum):
    assert tien_voor_taal.dates("ontvangstbevestiging", f"ontvangen {ontvangen}") == (einde, streefdatum)


@pytest.mark.clausule("TT-2.3a", "TT-1.2c")
@pytest.mark.parametrize(("ontvangen", "einde", "streefdatum"), [
    ("2026-04-13", "2026-05-11", "2026-05-08"),  # a Monday: sent on Friday
    ("2026-04-16", "2026-05-14", "2026-05-13"),  # Hemelvaartsdag: sent on Wednesday
    ("2026-03-31", "2026-04-28", "2026-04-24"),  # Tuesday after Koningsdag and a weekend: sent on Friday
])
def test_bericht_afhandeling_in_four_weeks(tien_voor_taal, ontvangen, einde, streefdatum):
    assert tien_voor_taal.dates("bericht_afhandeling", f"ontvangen {ontvangen}") == (einde, streefdatum)


@pytest.mark.clausule("TT-4c")
@pytest.mark.parametrize(("ontvangen", "einde", "streefdatum"), [
    ("2026-04-13", "2026-05-25", "2026-05-22"),  # tweede pinksterdag: sent on Friday
    ("2026-02-20", "2026-04-03", "2026-04-02"),  # Goede Vrijdag: sent on Thursday
    ("2025-11-20", "2026-01-01", "2025-12-31"),  # Nieuwjaarsdag: sent on Wednesday
])
def test_oordeel_in_six_weeks(tien_voor_taal, ontvangen, einde, streefdatum):
    assert tien_voor_taal.dates("oordeel", f"ontvangen {ontvangen}") == (einde, streefdatum)


@pytest.mark.clausule("TT-2.4d")
@pytest.mark.parametrize(("vastgesteld", "einde", "streefdatum"), [
    ("2026-06-09", "2026-09-09", "2026-09-09"),  # a Wednesday
    ("2025-11-30", "2026-02-28", "2026-02-27"),  # February has no 30th: Saturday, done by Friday
    ("2023-11-30", "2024-02-29", "2024-02-29"),  # a leap year; a Thursday
    ("2024-11-29", "2025-02-28", "2025-02-28"),  # February has no 29th in 2025; a Friday
])
def test_evaluatie_maatregel_in_three_months(tien_voor_taal, vastgesteld, einde, streefdatum):
    events = ("ontvangen 2023-06-01", f"verbetermaatregel_vastgesteld {vastgesteld} ref=m1")
    assert tien_voor_taal.dates("evaluatie_maatregel@m1", *events) == (einde, streefdatum)


@pytest.mark.clausule("IA-5.5")
@pytest.mark.parametrize(("ontvangen", "einde", "streefdatum"), [
    ("2026-04-01", "2026-04-29", "2026-04-29"),  # Wednesday to Wednesday
    ("2026-04-04", "2026-05-02", "2026-05-01"),  # a Saturday; 1 May is a werkdag
    ("2026-03-09", "2026-04-06", "2026-04-02"),  # tweede paasdag: done by Thursday
    ("2025-12-04", "2026-01-01", "2025-12-31"),  # Nieuwjaarsdag
    ("2024-02-01", "2024-02-29", "2024-02-29"),  # a leap year; a Thursday
])
def test_oordeel_in_four_weeks(interactie, ontvangen, einde, streefdatum):
    assert interactie.dates("oordeel", f"ontvangen {ontvangen}") == (einde, streefdatum)


@pytest.mark.clausule("LW-3")
@pytest.mark.parametrize(("ontvangen", "einde", "streefdatum"), [
    ("2025-12-22", "2025-12-31", "2025-12-30"),  # 23, 24, (kerst, weekend), 29, 30, 31
    ("2026-04-24", "2026-05-04", "2026-05-01"),  # (weekend, Koningsdag), 28, 29, 30, 1 May, (weekend), 4
])
def test_reactie_is_received_in_five_werkdagen(leefstijlwijzer, ontvangen, einde, streefdatum):
    assert leefstijlwijzer.dates("reactie", f"ontvangen {ontvangen}") == (einde, streefdatum)


@pytest.mark.clausule("LW-4")
@pytest.mark.parametrize(("events", "einde"), [
    # (Nieuwjaarsdag), 2, 5-9, 12-16, 19, 20, 21: fourteen
    (["reactie_verzonden 2025-12-31"], "2026-01-21"),
    # Known when it was received: 5-9, 12-16, 19, 20, 21, 22
    (["reactie_verzonden 2025-12-31", "reactie_ontvangen 2026-01-02"], "2026-01-22"),
])
def test_afhandeling_in_fourteen_werkdagen_of_the_reactie(leefstijlwijzer, events, einde):
    assert leefstijlwijzer.dates("afhandeling", "ontvangen 2025-12-22", *events) == (einde, einde)


def test_a_termijn_without_its_start_is_not_there(klassewerk, leefstijlwijzer):
    assert klassewerk.termijnen("ontvangen 2026-04-24") == {}
    assert set(leefstijlwijzer.termijnen("ontvangen 2026-04-24")) == {"reactie"}


def test_no_events_no_termijnen(interactie):
    assert interactie.termijnen() == {}


@pytest.mark.clausule("KL-F1")
def test_the_informele_fase_starts_no_formal_termijn(klik_onderwijs):
    informal = ("melding_ontvangen 2026-03-05", "informele_fase_gestart 2026-03-05",
                "informele_fase_beeindigd 2026-03-17")
    assert klik_onderwijs.termijnen(*informal) == {}
    assert str(klik_onderwijs.termijnen(*informal, "ontvangen 2026-04-02")["contact_indiener"].start) == "2026-04-02"
