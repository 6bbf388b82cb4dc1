"""The story of Leefstijlwijzer over the services: an internal klacht, no agreement, beroep, and a cause that returns.

An e-mail of Monday 22 December 2025 from a docent whose roosters are always late; two klachten of the year before it
had the same oorzaak.
"""

from collections.abc import Callable
from datetime import date

import pytest
from office import Office, OfficeMaker
from verhaal import Verhaal

from klachtdesk.errors import InvalidInput

DOCENT = "Petra Linden"
DIRECTEUR = "Jacqueline Philippo"

MELDING = {
    "kanaal": "email",
    "hoedanigheid": "intern",
    "omschrijving": "De roosters komen telkens te laat.",
    "melder.1.naam": DOCENT,
}

CLOSING = {
    "oplossing": "Het rooster komt voortaan vier weken vooraf.",
    "overeenstemming": "nee",
    "maatregel_gewenst": "ja",
}


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    """Return the office as it began to keep its klachten, on Monday 2 December 2024."""
    return make_office("leefstijlwijzer", date(2024, 12, 2))


@pytest.fixture
def begin(office: Office) -> Callable[[], Verhaal]:
    """Return what lets the e-mail of 22 December 2025 come in, and be put to the directeur."""

    def mail() -> Verhaal:
        verhaal = Verhaal(office, date(2025, 12, 22), MELDING)
        verhaal.happened(date(2025, 12, 22), "doorgezonden", persoon=DIRECTEUR)
        return verhaal

    return mail


def _earlier(office: Office, day: date) -> Verhaal:
    """Let an earlier klacht with the same oorzaak come in and be solved on the spot."""
    verhaal = Verhaal(office, day, MELDING | {"melder.1.naam": f"Docent van {day.year}-{day.month}"})
    verhaal.filled_in(day, "intern_klachtenformulier", oorzaak="planning")
    verhaal.happened(day, "direct_opgelost", oplossing="Het rooster is alsnog verzonden.")
    return verhaal


def _reacted(verhaal: Verhaal) -> None:
    verhaal.happened(date(2025, 12, 31), "reactie_verzonden")
    verhaal.happened(date(2026, 1, 2), "reactie_ontvangen")


def _closed(verhaal: Verhaal) -> None:
    toelichting = "Het rooster wacht op de zaalhuur."
    verhaal.filled_in(
        date(2026, 1, 22), "intern_klachtenformulier", oorzaak="planning", oorzaak_toelichting=toelichting
    )
    maatregel = {"ref": "M1", "omschrijving": "Zalen per halfjaar vastleggen.", "persoon": DIRECTEUR}
    verhaal.happened(date(2026, 1, 22), "verbetermaatregel_vastgesteld", **maatregel)
    verhaal.happened(date(2026, 1, 22), "afgehandeld", **CLOSING)


def _whole(verhaal: Verhaal) -> None:
    _reacted(verhaal)
    _closed(verhaal)
    verhaal.happened(date(2026, 2, 2), "beroep_ingesteld", instantie="examencommissie")
    verhaal.happened(date(2026, 3, 9), "beroep_uitspraak", instantie="examencommissie", bindend="ja")


@pytest.mark.clausule("LW-3")
def test_the_reaction_is_to_be_received_within_five_werkdagen(begin: Callable[[], Verhaal]):
    verhaal = begin()
    # Monday 22 December: 23, 24, (25 and 26 Christmas, a weekend,) 29, 30 and 31 December. To be received on
    # Wednesday 31 it is sent on Tuesday 30; sent on the 31st it is still met, because sending meets it.
    termijn = verhaal.termijn("reactie")
    assert (termijn.einde, termijn.streefdatum) == (date(2025, 12, 31), date(2025, 12, 30))
    verhaal.happened(date(2025, 12, 31), "reactie_verzonden")
    met = verhaal.termijn("reactie")
    assert (met.status, met.voldaan_op) == ("gehaald", date(2025, 12, 31))


@pytest.mark.clausule("LW-4")
def test_the_afhandeling_is_counted_from_the_receipt_of_the_reaction(begin: Callable[[], Verhaal]):
    verhaal = begin()
    verhaal.happened(date(2025, 12, 31), "reactie_verzonden")
    # While the receipt is not known: from Wednesday 31 December. Nieuwjaarsdag is no werkdag, so Friday 2 January is
    # the first, 5-9 the second to sixth, 12-16 the seventh to eleventh, and 19, 20 and 21 the last three.
    termijn = verhaal.termijn("afhandeling")
    assert (termijn.start, termijn.einde) == (date(2025, 12, 31), date(2026, 1, 21))
    verhaal.happened(date(2026, 1, 2), "reactie_ontvangen")
    # From Friday 2 January: 5-9, 12-16 and then 19, 20, 21 and Thursday 22 January.
    termijn = verhaal.termijn("afhandeling")
    assert (termijn.start, termijn.einde) == (date(2026, 1, 2), date(2026, 1, 22))
    _closed(verhaal)
    met = verhaal.termijn("afhandeling")
    assert (met.status, met.voldaan_op) == ("gehaald", date(2026, 1, 22))


@pytest.mark.clausule("LW-5")
@pytest.mark.clausule("LW-7")
def test_closing_asks_for_oorzaak_overeenstemming_and_whether_more_is_wanted(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _reacted(verhaal)
    with pytest.raises(InvalidInput) as unread:
        verhaal.happened(date(2026, 1, 22), "afgehandeld", oplossing="Eerder verzenden.")
    assert set(unread.value.fields) == {"overeenstemming", "maatregel_gewenst"}
    refusal = verhaal.refused(date(2026, 1, 22), "afgehandeld", **CLOSING)
    assert refusal.message == "Nog in te vullen: de oorzaak (onderdeel Behandelen)."
    _closed(verhaal)
    (closing,) = [regel for regel in verhaal.view().tijdlijn if regel.soort == "afgehandeld"]
    assert dict(closing.details)["Overeenstemming met de klager"] == "nee"


@pytest.mark.clausule("LW-6")
@pytest.mark.clausule("LW-9")
def test_the_examencommissie_decides_and_moves_the_bewaartermijn(begin: Callable[[], Verhaal]):
    verhaal = begin()
    verhaal.happened(date(2025, 12, 29), "overleg", persoon=DIRECTEUR, verslag="Zaalhuur.")
    refusal = verhaal.refused(date(2025, 12, 29), "beroep_ingesteld", instantie="examencommissie")
    assert "nog niet behandeld" in refusal.message
    _reacted(verhaal)
    _closed(verhaal)
    # Two years after Thursday 22 January 2026.
    assert verhaal.view().bewaren.tot == date(2028, 1, 22)
    verhaal.happened(date(2026, 2, 2), "beroep_ingesteld", instantie="examencommissie")
    assert "Er loopt nog een beroep." in [item.zin for item in verhaal.stap("vernietigd").redenen]
    verhaal.happened(date(2026, 3, 9), "beroep_uitspraak", instantie="examencommissie", bindend="ja")
    # The oordeel of the examencommissie is binding: it is part of the case, and two years are counted from it.
    assert verhaal.view().bewaren.tot == date(2028, 3, 9)
    assert verhaal.stap("uitspraak_uitgevoerd").mogelijk


@pytest.mark.clausule("LW-0")
def test_the_third_klacht_in_a_year_with_the_same_oorzaak_is_a_herhaling(
    office: Office, begin: Callable[[], Verhaal]
):
    _earlier(office, date(2024, 12, 16))  # more than a year before 22 December 2025: counts no more
    first = _earlier(office, date(2025, 2, 3))
    _earlier(office, date(2025, 9, 8))
    verhaal = begin()
    _reacted(verhaal)
    assert "herhaling" not in verhaal.signalen()  # the oorzaak is not known yet
    _closed(verhaal)
    zin = verhaal.signalen()["herhaling"]
    assert zin == "Dit is binnen 1 jaar klacht 3 met dezelfde oorzaak (onderdeel Doel)."
    assert "herhaling" not in first.signalen()  # it was the second, in the year up to its own receipt


def test_the_story_runs_event_for_event(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _whole(verhaal)
    assert verhaal.tijdlijn() == [
        (date(2025, 12, 22), "ontvangen"),
        (date(2025, 12, 22), "doorgezonden"),
        (date(2025, 12, 31), "reactie_verzonden"),
        (date(2026, 1, 2), "reactie_ontvangen"),
        (date(2026, 1, 22), "verbetermaatregel_vastgesteld"),
        (date(2026, 1, 22), "afgehandeld"),
        (date(2026, 2, 2), "beroep_ingesteld"),
        (date(2026, 3, 9), "beroep_uitspraak"),
    ]
    assert not verhaal.view().open
