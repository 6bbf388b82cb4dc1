"""The overview of 2026 over the five stories, every figure against a count by hand.

What happened (see jaarverhalen.py), D being Leefstijlwijzer, whose klacht came in on 22 December 2025:

    reglement        in        closed       kanaal             oordeel     days
    A Interactie     1 April   24 April     telefoon           gegrond     23
    B Klassewerk     24 April  21 September telefoon           ongegrond   6 + 31 + 30 + 31 + 31 + 21 = 150
    C Klik           5 March   30 June      telefoon           gegrond     26 + 30 + 31 + 30 = 117
    D Leefstijl      22 Dec    22 January   email              none        9 + 22 = 31
    E 10 voor Taal   13 April  15 June      klachtenformulier  gegrond     17 + 31 + 15 = 63

and before them two klachten of Leefstijlwijzer in 2025, each solved on its own day (3 February and 8 September).
"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jaarverhalen import Story, make_year
from office import WACHTWOORD
from sqlalchemy import delete, select

from klachtdesk.errors import InvalidInput, NotFound, ReglementError
from klachtdesk.models import Betrokkenheid, Dossier, Formulier, Kantoor, Klachtonderdeel, Persoon
from klachtdesk.models import Cijferrecord as Stored
from klachtdesk.models import Gebeurtenis as Event
from klachtdesk.services.desk import Desk, VasteKlok
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kluis import close_kluis, open_kluis
from klachtdesk.services.overzicht.cijfers import keep_cijfers, read_cijfers
from klachtdesk.services.overzicht.producten import read_producten, save_product
from klachtdesk.services.overzicht.reading import drill_down, read_overzicht
from klachtdesk.services.vergissingen import withdraw_vergissing
from klachtdesk.views.overzicht import OverzichtView

JAAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Story]]:
    """Return the folder of the kluis in which the stories were played, closed again."""
    folder = tmp_path_factory.mktemp("jaar") / "kluis"
    desk, _klok, stories = make_year(folder)
    close_kluis(desk)
    return folder, stories


@pytest.fixture
def desk(played: tuple[Path, list[Story]], tmp_path: Path) -> Iterator[Desk]:
    """Return an own copy of it, on the last day of 2026."""
    folder = tmp_path / "kluis"
    shutil.copytree(played[0], folder)
    opened = open_kluis(folder, WACHTWOORD, VasteKlok(date(2026, 12, 31)))
    yield opened
    close_kluis(opened)


def rows(view: OverzichtView, tabel: str, periode: int = 0) -> dict[str, int | None]:
    """Return the rows of a table that are not zero in a period."""
    return {
        rij.sleutel: rij.cellen[periode].aantal
        for rij in view.tabel(tabel).rijen
        if rij.cellen[periode].aantal
    }


def totals(view: OverzichtView, tabel: str) -> list[int | None]:
    totaal = view.tabel(tabel).totaal
    assert totaal is not None
    return [cel.aantal for cel in totaal]


def stock(view: OverzichtView, periode: int = 0) -> tuple[int | None, ...]:
    found = view.voorraad[periode]
    cells = (found.begin, found.binnengekomen, found.afgesloten, found.eind)
    return tuple(cel.aantal for cel in cells)


def test_the_stock_of_each_year_adds_up(desk: Desk):
    view = read_overzicht(desk, *JAAR)
    # D was open on 1 January; A, B, C and E came in; all five were closed.
    assert stock(view) == (1, 4, 5, 0)
    # In 2025 three came in, two of which were closed on their own day.
    assert stock(view, 1) == (0, 3, 2, 1)
    assert stock(view, 2) == (0, 0, 0, 0)
    assert [(item.label, item.heeft_gegevens) for item in view.perioden] == [
        ("2026", True),
        ("2025", True),
        ("2024", False),
    ]
    assert view.dossiers.aantal == 5  # D of the year before included
    assert view.opmerkingen[0] == "Dit overzicht rust op 5 dossiers."


@pytest.mark.clausule("IA-8.2")
def test_a_klacht_with_two_onderwerpen_counts_twice_in_the_rows_and_once_in_the_total(desk: Desk):
    view = read_overzicht(desk, *JAAR)
    # A has two, B, C and E have one each: five rows of one, and four klachten.
    assert rows(view, "onderwerp") == {
        "hoogte_factuur": 1,
        "kwaliteit_dienstverlening": 1,
        "trainer": 1,
        "product": 1,
        "handelen": 1,
    }
    assert totals(view, "onderwerp") == [4, 3, 0]


def test_what_came_in(desk: Desk):
    view = read_overzicht(desk, *JAAR)
    assert rows(view, "kanaal") == {"telefoon": 3, "klachtenformulier": 1}
    assert rows(view, "kanaal", 1) == {"mondeling": 1, "email": 2}
    assert rows(view, "hoedanigheid") == {"opdrachtgever": 1, "school_leerkracht": 1, "klant": 1, "client": 1}
    assert rows(view, "soort") == {"klacht": 3, "fout": 1}
    assert rows(view, "soort", 1) == {"klacht": 1, "onbekend": 2}
    assert rows(view, "uiting") == {"direct": 3, "indirect": 1}
    assert rows(view, "aard") == {"klacht": 4}
    assert rows(view, "instroom") == {"nieuw": 4}
    assert rows(view, "maanden_binnen") == {"3": 1, "4": 3}  # C in March; A, B and E in April
    assert rows(view, "reglement") == {
        "interactie": 1,
        "klassewerk": 1,
        "klik_onderwijs": 1,
        "tien_voor_taal": 1,
    }
    # D is the third klacht within a year by the same oorzaak (3 February, 8 September, 22 December 2025).
    assert rows(view, "herhaling") == {}
    assert rows(view, "herhaling", 1) == {"oorzaak": 1}


def test_what_was_closed(desk: Desk):
    view = read_overzicht(desk, *JAAR)
    assert rows(view, "maanden_afgesloten") == {"1": 1, "4": 1, "6": 2, "9": 1}  # D; A; C and E; B
    assert rows(view, "afsluiting") == {"afgehandeld": 5}
    assert rows(view, "afsluiting", 1) == {"direct_opgelost": 2}
    assert rows(view, "uitkomst") == {"gegrond": 3, "ongegrond": 1, "onbekend": 1}  # A, C, E; B; D
    assert rows(view, "onderdeel") == {"gegrond": 1, "deels_gegrond": 1}  # both of A
    assert totals(view, "onderdeel") == [2, 0, 0]
    # A both heard; E klager heard, betrokkene waived; in B, C and D nobody was heard.
    assert rows(view, "horen") == {"gehouden": 1, "beide": 1, "onbekend": 3}
    assert rows(view, "tevredenheid") == {"tevreden": 2, "onbekend": 3}  # A and E
    assert rows(view, "overeenstemming") == {"nee": 1, "onbekend": 4}  # D
    (duur, *_earlier) = view.doorlooptijd
    # 23, 31, 63, 117, 150: the middle one is 63; 90 % of five is 4.5, so the fifth.
    assert (duur.aantal.aantal, duur.mediaan.waarde, duur.p90.waarde) == (5, 63.0, 150.0)


def test_the_oorzaken_as_a_pareto(desk: Desk):
    tabel = read_overzicht(desk, *JAAR).tabel("oorzaak")
    # A and E administratie; then by their place in the list planning (D), gedrag (B) and techniek (C).
    first = [
        (rij.sleutel, rij.cellen[0].aantal, rij.cumulatief and rij.cumulatief.tekst)
        for rij in tabel.rijen[:4]
    ]
    assert first == [
        ("administratie", 2, "40%"),
        ("planning", 1, "60%"),
        ("gedrag", 1, "80%"),
        ("techniek", 1, "100%"),
    ]
    assert tabel.rijen[-1].sleutel == "onbekend"


def test_what_came_of_it(desk: Desk):
    view = read_overzicht(desk, *JAAR)
    assert rows(view, "bezwaar") == {"ontvangen": 2}  # B on 8 June, C on 19 May
    assert rows(view, "bezwaar_uitkomst") == {"deels_gegrond": 1, "ongegrond": 1}
    assert rows(view, "beroep") == {"geschillencommissie": 1, "examencommissie": 1}  # B and D
    assert rows(view, "beroep_uitkomst") == {"gegrond": 1, "onbekend": 1}  # D; of B it was not recorded
    assert rows(view, "maatregel") == {
        "actiepunt.besloten": 2,  # E, of which none is ready
        "consequentie.besloten": 2,  # C
        "consequentie.uitgevoerd": 1,
        "verbetermaatregel.besloten": 2,  # D on 22 January, E on 9 June
        "verbetermaatregel.uitgevoerd": 1,  # that of E was judged on 3 September
    }


@pytest.mark.clausule("KL-13")
def test_whether_the_maatregelen_worked(desk: Desk):
    view = read_overzicht(desk, *JAAR)
    assert rows(view, "maatregel_uitkomst") == {"effectief": 1}
    assert totals(view, "maatregel_uitkomst") == [1, 0, 0]


def _termijnen(view: OverzichtView, periode: int = 0) -> dict[str, tuple[int | None, ...]]:
    """Return for each termijn that ended or runs: ended, met, late, lapsed, extended, running."""
    found = {}
    for rij in view.termijnen:
        item = rij.perioden[periode]
        cells = (item.afgelopen, item.gehaald, item.te_laat, item.vervallen, item.verdaagd, item.loopt)
        if any(cel.aantal for cel in cells):
            found[rij.sleutel] = tuple(cel.aantal for cel in cells)
    return found


def test_the_termijnen_of_the_office_and_no_right_of_the_klager_or_signaal(desk: Desk):
    view = read_overzicht(desk, *JAAR)
    assert _termijnen(view) == {
        "interactie.oordeel": (1, 1, 0, 0, 0, 0),
        "klassewerk.telefonisch_contact": (1, 1, 0, 0, 0, 0),
        "klassewerk.uitspraak_bezwaar": (1, 1, 0, 0, 0, 0),
        "klik_onderwijs.ontvangstbevestiging": (1, 1, 0, 0, 0, 0),
        "klik_onderwijs.contact_indiener": (1, 1, 0, 0, 0, 0),
        "klik_onderwijs.uitspraak_bezwaar": (1, 1, 0, 0, 1, 0),  # put off on 10 June
        "klik_onderwijs.consequenties": (2, 1, 1, 0, 0, 0),  # C2 had to be done on 20 May and never was
        "leefstijlwijzer.afhandeling": (1, 1, 0, 0, 0, 0),
        "tien_voor_taal.ontvangstbevestiging": (1, 1, 0, 0, 0, 0),
        "tien_voor_taal.bericht_afhandeling": (1, 1, 0, 0, 0, 0),
        "tien_voor_taal.oordeel": (1, 1, 0, 0, 1, 0),  # put off on 20 May
        "tien_voor_taal.evaluatie_maatregel": (1, 1, 0, 0, 0, 0),
    }
    # The reaction to D was sent on 31 December 2025, and counts there; the two solved at once needed none any more.
    assert _termijnen(view, 1) == {"leefstijlwijzer.reactie": (3, 1, 0, 2, 0, 0)}
    days = {
        rij.sleutel: (rij.norm, rij.perioden[0].op_tijd.tekst, rij.perioden[0].mediaan.tekst)
        for rij in view.termijnen
    }
    assert days["interactie.oordeel"] == ("4 weken", "100%", "20")  # 1 to 21 April
    assert days["tien_voor_taal.oordeel"] == ("6 weken", "100%", "57")  # 13 April to 9 June: 17 + 31 + 9
    assert days["klik_onderwijs.consequenties"] == ("2 weken", "50%", "12")  # C1: 6 to 18 May
    assert days["klik_onderwijs.uitspraak_bezwaar"] == ("4 weken", "100%", "41")  # 19 May to 29 June: 12 + 29
    assert days["tien_voor_taal.evaluatie_maatregel"] == ("3 maanden", "100%", "86")  # 21 + 31 + 31 + 3


@pytest.mark.clausule("KW-3a")
def test_the_signaal_of_the_same_day_stands_in_no_figure(desk: Desk):
    assert not [rij for rij in read_overzicht(desk, *JAAR).termijnen if "Verantwoordelijke" in rij.label]


def test_one_reglement_alone(desk: Desk):
    view = read_overzicht(desk, *JAAR, reglement="tien_voor_taal")
    assert view.reglement == "Klachtenreglement 10 VOOR TAAL-ONDERWIJS"
    assert stock(view) == (0, 1, 1, 0)
    assert {rij.sleutel.partition(".")[0] for rij in view.termijnen} == {"tien_voor_taal"}
    assert "trainer" not in {rij.sleutel for rij in view.tabel("onderwerp").rijen}
    with pytest.raises(KeyError):
        view.tabel("reglement")  # there is nothing to tell apart
    with pytest.raises(ReglementError):
        read_overzicht(desk, *JAAR, reglement="elders")


@pytest.mark.clausule("IA-8.3", "LW-10")
def test_any_period_has_its_verslag(desk: Desk):
    view = read_overzicht(desk, date(2026, 4, 1), date(2026, 6, 30))
    assert view.titel == "Klachtenoverzicht 2e kwartaal 2026"
    # C was open on 1 April, A, B and E came in; A, C and E were closed; B is open.
    assert stock(view) == (1, 3, 3, 1)
    assert [item.label for item in view.perioden[1:]] == ["2e kwartaal 2025", "2e kwartaal 2024"]
    assert any("deel van een jaar" in zin for zin in view.opmerkingen)
    day = read_overzicht(desk, date(2026, 4, 1), date(2026, 4, 1))
    assert stock(day) == (1, 1, 0, 2)
    assert day.titel == "Klachtenoverzicht 1 april 2026"


def test_a_year_that_runs_or_has_to_begin_says_so(desk: Desk):
    later = read_overzicht(desk, date(2027, 1, 1), date(2027, 12, 31))
    assert stock(later) == (0, 0, 0, 0)
    assert "Deze periode moet nog beginnen; er zijn nog geen cijfers." in later.opmerkingen
    klok = desk.klok
    assert isinstance(klok, VasteKlok)
    klok.zet(date(2026, 5, 1))
    running = read_overzicht(desk, *JAAR)
    assert "Deze periode loopt nog: de cijfers gaan tot en met 1 mei 2026." in running.opmerkingen
    empty = read_overzicht(desk, date(2023, 1, 1), date(2023, 12, 31))
    assert empty.opmerkingen == ()
    assert empty.doorlooptijd[0].mediaan.tekst == "–"


@pytest.mark.parametrize(
    ("van", "tot", "field"),
    [
        (date(2026, 2, 1), date(2026, 1, 1), "tot"),
        (date(2020, 1, 1), date(2026, 12, 31), "tot"),
        (date(1, 1, 1), date(1, 12, 31), "van"),
        (date(9999, 1, 1), date(9999, 12, 31), "van"),
    ],
)
def test_a_period_that_can_not_be_is_refused(desk: Desk, van: date, tot: date, field: str):
    with pytest.raises(InvalidInput) as refused:
        read_overzicht(desk, van, tot)
    assert set(refused.value.fields) == {field}


def test_the_dossiers_behind_a_number(desk: Desk):
    def numbers(tabel: str, rij: str | None, **more: object) -> list[str]:
        found = drill_down(desk, *JAAR, tabel, rij, **more)  # type: ignore[arg-type]
        return [item.nummer for item in found]

    # 2025-003 is D, then in the order of coming in: C, A, E and B.
    assert numbers("kanaal", "telefoon") == ["2026-001", "2026-002", "2026-004"]
    assert numbers("onderwerp", "hoogte_factuur") == ["2026-002"]
    assert numbers("onderwerp", None) == ["2026-001", "2026-002", "2026-003", "2026-004"]
    assert numbers("voorraad", "begin") == ["2025-003"]
    assert numbers("voorraad", "afgesloten") == ["2025-003", "2026-001", "2026-002", "2026-003", "2026-004"]
    assert numbers("termijnen", "klik_onderwijs.consequenties", kolom="te_laat") == ["2026-001"]
    assert numbers("termijnen", "klik_onderwijs.consequenties", kolom="vervallen") == []
    assert numbers("afsluiting", "direct_opgelost", periode=1) == ["2025-001", "2025-002"]
    (behind,) = drill_down(desk, *JAAR, "hoedanigheid", "school_leerkracht")
    assert (behind.binnengekomen_op, behind.afgesloten_op) == (date(2026, 4, 24), date(2026, 9, 21))
    assert behind.dossier_id is not None
    with pytest.raises(NotFound):
        drill_down(desk, *JAAR, "klager", None)


def _numbers_of(view: OverzichtView) -> object:
    """Return all figures of an overview, without what it says of how many dossiers were kept."""
    return (view.voorraad, view.tabellen, view.termijnen, view.doorlooptijd, view.dossiers)


def _remove(desk: Desk, dossier_ids: set[int]) -> None:
    """Destroy dossiers the way the figures have to survive: their record is kept, and nothing else."""
    with desk.writing() as session:
        keep_cijfers(session, desk, dossier_ids)
        klagers = set(
            session.scalars(select(Betrokkenheid.persoon_id).where(Betrokkenheid.dossier_id.in_(dossier_ids)))
        )
        for model in (Formulier, Klachtonderdeel):
            session.execute(delete(model).where(model.dossier_id.in_(dossier_ids)))
        session.execute(delete(Betrokkenheid).where(Betrokkenheid.dossier_id.in_(dossier_ids)))
        session.execute(delete(Event).where(Event.dossier_id.in_(dossier_ids)))
        session.execute(delete(Dossier).where(Dossier.id.in_(dossier_ids)))
        left = set(session.scalars(select(Betrokkenheid.persoon_id))) | set(
            session.scalars(select(Event.persoon_id).where(Event.persoon_id.is_not(None)))
        )
        session.execute(delete(Persoon).where(Persoon.id.in_(klagers - left)))


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_figures_survive_the_destruction_of_half_of_the_dossiers(
    desk: Desk, played: tuple[Path, list[Story]], year: int
):
    period = (date(year, 1, 1), date(year, 12, 31))
    before = read_overzicht(desk, *period)
    stories = played[1]
    _remove(desk, {story.dossier_id for story in stories[::2]})  # both of the herhaling but one, A and B
    after = read_overzicht(desk, *period)
    assert _numbers_of(after) == _numbers_of(before)
    assert before.bewaard.aantal == 0
    assert after.bewaard.aantal == {2025: 2, 2026: 3}[year]
    assert "zijn alleen de cijfers bewaard, omdat het dossier is vernietigd" in after.opmerkingen[0]


def test_what_is_kept_holds_no_person_and_no_text(desk: Desk, played: tuple[Path, list[Story]]):
    stories = played[1]
    _remove(desk, {story.dossier_id for story in stories})
    with desk.reading() as session:
        stored = session.scalars(select(Stored)).all()
        assert len(stored) == len(stories)
        kept = " ".join(str(item.gegevens) for item in stored)
        assert read_cijfers(session).ids == {}
    typed = [
        text for story in stories for key, text in story.melding.items() if "naam" in key or "omsch" in key
    ]
    typed += [
        text
        for story in stories
        for _day, _soort, velden in story.voorvallen
        for key, text in velden.items()
        if key in {"persoon", "verslag", "reden", "oplossing", "omschrijving", "motivering", "bevindingen"}
    ]
    assert not [text for text in [*typed, "Gesprekken", "Inburgering", "inburgering"] if text in kept]


def test_a_number_is_not_given_out_again_after_its_dossier_was_destroyed(
    desk: Desk, played: tuple[Path, list[Story]]
):
    _remove(desk, {played[1][-1].dossier_id})  # B, 2026-004, the last of its year
    made = register_melding(desk, {"kanaal": "brief"}, draft_id=None)
    assert made.nummer == "2026-005"
    assert stock(read_overzicht(desk, *JAAR)) == (1, 5, 5, 1)


def test_a_klager_who_came_back_still_did_after_the_first_dossier_is_gone(desk: Desk):
    first, second = (
        register_melding(desk, {"kanaal": "brief", "melder.1.naam": "Nico Vermeer"}, draft_id=None).dossier_id
        for _ in range(2)
    )
    assert rows(read_overzicht(desk, *JAAR), "herhaling") == {"klager": 1}
    _remove(desk, {first})
    assert rows(read_overzicht(desk, *JAAR), "herhaling") == {"klager": 1}
    _remove(desk, {second})
    view = read_overzicht(desk, *JAAR)
    assert rows(view, "herhaling") == {"klager": 1}
    assert view.bewaard.aantal == 2


def test_a_mistake_counts_nowhere(desk: Desk):
    before = read_overzicht(desk, *JAAR)
    made = register_melding(desk, {"kanaal": "brief"}, draft_id=None)
    withdraw_vergissing(desk, made.dossier_id, reden="Dubbel ingevoerd.")
    assert _numbers_of(read_overzicht(desk, *JAAR)) == _numbers_of(before)
    with desk.writing() as session:
        keep_cijfers(session, desk, [made.dossier_id])
        assert not session.scalars(select(Stored)).all()


def test_what_is_opened_again_in_a_later_year_comes_in_anew(desk: Desk, played: tuple[Path, list[Story]]):
    klok = desk.klok
    assert isinstance(klok, VasteKlok)
    klok.zet(date(2027, 2, 1))
    record_gebeurtenis(desk, played[1][4].dossier_id, "heropend", "1-2-2027", {"reden": "Nieuwe feiten."})
    view = read_overzicht(desk, date(2027, 1, 1), date(2027, 12, 31))
    assert stock(view) == (0, 1, 0, 1)
    assert rows(view, "instroom") == {"heropend": 1}
    assert stock(view, 1) == (1, 4, 5, 0)  # 2026 stays as it was reported
    assert any(zin.startswith("1 dossier was al eens gesloten en is heropend") for zin in view.opmerkingen)


def test_only_producten_on_the_list_are_named(desk: Desk):
    with pytest.raises(KeyError):
        read_overzicht(desk, *JAAR).tabel("product")  # no list, nothing to name
    save_product(desk, {"naam": "Inburgering B1"})
    save_product(desk, {"naam": "Digitaal toetsen", "ook_wel": "E-learning digitaal toetsen"})
    names = {rij.label: rij.cellen[0].aantal for rij in read_overzicht(desk, *JAAR).tabel("product").rijen}
    # E typed "inburgering B1", C "E-learning  digitaal toetsen", A something else, B nothing.
    assert names == {
        "Inburgering B1": 1,
        "Digitaal toetsen": 1,
        "Staat niet op de lijst van het kantoor": 1,
        "Niet ingevuld": 1,
    }
    first, *_more = read_producten(desk).producten
    save_product(desk, {"naam": "Toetsen", "ook_wel": first.naam}, product_id=first.id)
    assert "Toetsen" in {rij.label for rij in read_overzicht(desk, *JAAR).tabel("product").rijen}


@pytest.mark.clausule("KW-3d", "KL-3", "TT-0b", "IA-6.1")
def test_the_overview_and_what_is_behind_it_name_nobody(desk: Desk, played: tuple[Path, list[Story]]):
    texts = [
        text
        for story in played[1]
        for key, text in [
            *story.melding.items(),
            *(pair for item in story.voorvallen for pair in item[2].items()),
        ]
        if " " in text and key not in {"onderwerpen", "personen"}
    ]
    assert "Marijke de Vries" in texts
    shown = [read_overzicht(desk, *JAAR), read_overzicht(desk, *JAAR, publiek=True)]
    printed = f"{shown} {drill_down(desk, *JAAR, 'voorraad', 'afgesloten')}"
    assert not [text for text in texts if text in printed]


def test_a_copy_for_outside_shows_no_small_count(desk: Desk):
    view = read_overzicht(desk, *JAAR, publiek=True)
    cells = [cel for tabel in view.tabellen for rij in tabel.rijen for cel in rij.cellen]
    cells += [cel for tabel in view.tabellen for cel in tabel.totaal or ()]
    cells += [
        cel for item in view.voorraad for cel in (item.begin, item.binnengekomen, item.afgesloten, item.eind)
    ]
    assert all(cel.aantal is None or cel.aantal >= 3 for cel in cells)
    assert {cel.tekst for cel in cells if cel.aantal is None} == {"<3", "×"}
    # 5 were closed and 4 came in, so the stock would be known from its beginning: it is left out.
    assert (view.voorraad[0].afgesloten.tekst, view.voorraad[0].begin.tekst) == ("5", "×")
    assert view.dossiers.aantal is None
    assert not any(letter.isdigit() for zin in view.opmerkingen for letter in zin)
    with desk.writing() as session:
        session.scalars(select(Kantoor)).one().kleine_aantallen = 5
    assert read_overzicht(desk, *JAAR, publiek=True).voorraad[0].binnengekomen.tekst == "<5"
    assert read_overzicht(desk, *JAAR).voorraad[0].binnengekomen.tekst == "4"
