"""The list comes straight from the tables: it must say what the events of each dossier say one by one."""

from datetime import date

from office import Office, OfficeMaker

from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.dossier_rows import dossier_rows, under_way
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import correct_gebeurtenis, record_gebeurtenis
from klachtdesk.services.status import behandelaar_of, is_open, klager_of, ontvangen_op, status_of
from klachtdesk.services.vandaag import read_vandaag

KLACHT = {
    "kanaal": "brief",
    "melder.1.naam": "Klager",
    "betrokkene.1.naam": "Trainer",
    "onderwerpen": "hoogte_factuur",
}


def _various(office: Office) -> list[int]:
    """Make a melding, an open klacht, a closed one, one opened again, and one whose closing was a mistake."""
    made = [register_melding(office.desk, {"omschrijving": "Alleen gemeld"}, draft_id=None).dossier_id]
    made += [register_melding(office.desk, KLACHT, draft_id=None).dossier_id for _ in range(4)]
    record_gebeurtenis(office.desk, made[1], "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
    record_gebeurtenis(
        office.desk, made[1], "toegewezen", "1-4-2026", {"persoon": "Bo Smit", "door": "De directie"}
    )
    for dossier in made[2:]:
        record_gebeurtenis(office.desk, dossier, "ingetrokken", "1-4-2026", {})
    record_gebeurtenis(office.desk, made[3], "heropend", "1-4-2026", {"reden": "Toch niet."})
    wrong = read_dossier(office.desk, made[4]).tijdlijn[-1]
    correct_gebeurtenis(office.desk, made[4], wrong.id, reden="Ander dossier.")
    return made


def test_the_rows_agree_with_the_events(office: Office):
    made = _various(office)
    with office.desk.reading() as session:
        rows = {row.id: row for row in dossier_rows(session)}
        assert rows.keys() == set(made)
        assert set(under_way(session)) == {item for item in made if is_open(get_dossier(session, item))}
        for dossier in (get_dossier(session, item) for item in made):
            klager = klager_of(dossier)
            row = rows[dossier.id]
            assert row.nummer == dossier.nummer
            assert row.ontvangen_op == ontvangen_op(dossier)
            assert row.klager == ("" if klager is None else klager.naam)
            assert row.behandelaar == (behandelaar_of(dossier) or "")
            assert row.status == status_of(dossier)
        assert [rows[item].status for item in made] == [
            "Melding",
            "In behandeling",
            "Ingetrokken",
            "Heropend",
            "In behandeling",
        ]


def test_a_closed_dossier_with_a_bezwaar_is_still_under_way(make_office: OfficeMaker):
    office = make_office("klassewerk", date(2026, 4, 24))
    waarden = {"kanaal": "telefoon", "melder.1.naam": "De leerkracht"}
    made = register_melding(office.desk, waarden, draft_id=None)
    record_gebeurtenis(
        office.desk, made.dossier_id, "direct_opgelost", "24-4-2026", {"oplossing": "Excuses."}
    )
    assert [row.loopt for row in list_dossiers(office.desk)] == [False]
    record_gebeurtenis(
        office.on(2026, 5, 1), made.dossier_id, "bezwaar_ontvangen", "1-5-2026", {"kanaal": "brief"}
    )
    (row,) = list_dossiers(office.desk)
    # bezwaar on 1 May + 1 maand = Monday 1 June, to be received in time: the last werkdag before, Friday 29 May
    assert (row.loopt, row.eerstvolgend) == (True, date(2026, 5, 29))


def test_a_closed_dossier_goes_on_in_the_list_while_something_is_to_be_done(make_office: OfficeMaker):
    office = make_office("leefstijlwijzer", date(2026, 4, 1))
    made = [
        register_melding(office.desk, {"kanaal": "email", "melder.1.naam": naam}, draft_id=None).dossier_id
        for naam in ("Ab", "Bo", "Ce")
    ]
    for dossier in made[1:]:
        solved = {"oplossing": "Les ingehaald."}
        record_gebeurtenis(office.desk, dossier, "direct_opgelost", "1-4-2026", solved)
    actie = {"omschrijving": "Nabellen", "persoon": "Jo", "uiterlijk": "8-4-2026", "ref": "A1"}
    record_gebeurtenis(office.desk, made[2], "actiepunt_vastgesteld", "1-4-2026", actie)
    listed = {row.id: row.loopt for row in list_dossiers(office.desk)}
    assert listed == {made[0]: True, made[1]: False, made[2]: True}
    assert [read_dossier(office.desk, dossier).open for dossier in made] == [True, False, False]


def test_a_uitspraak_in_beroep_stays_under_way_until_it_has_been_carried_out(make_office: OfficeMaker):
    office = make_office("leefstijlwijzer", date(2026, 4, 1))
    waarden = {"kanaal": "email", "melder.1.naam": "De cursist"}
    dossier = register_melding(office.desk, waarden, draft_id=None).dossier_id
    told = []
    for soort, velden in (
        ("direct_opgelost", {"oplossing": "Les ingehaald."}),
        ("beroep_ingesteld", {"instantie": "examencommissie"}),
        ("beroep_uitspraak", {"instantie": "examencommissie", "bindend": "ja"}),
        ("uitspraak_uitgevoerd", {}),
    ):
        record_gebeurtenis(office.desk, dossier, soort, "1-4-2026", velden)
        (row,) = list_dossiers(office.desk)
        assert row.status == read_dossier(office.desk, dossier).status
        told.append((row.status, row.loopt, [regel.wat for regel in read_vandaag(office.desk).regels]))
    assert told == [
        ("Direct opgelost", False, []),
        ("Beroep", True, ["Volgende stap: Uitspraak in beroep"]),
        ("Beroep beslist", True, ["Volgende stap: Uitspraak uitgevoerd"]),
        ("Beroep beslist", False, []),
    ]


def test_a_bezwaar_that_was_taken_back_is_told_as_such(make_office: OfficeMaker):
    office = make_office("klassewerk", date(2026, 4, 24))
    waarden = {"kanaal": "telefoon", "melder.1.naam": "De leerkracht"}
    dossier = register_melding(office.desk, waarden, draft_id=None).dossier_id
    for soort, velden, status in (
        ("direct_opgelost", {"oplossing": "Excuses."}, "Direct opgelost"),
        ("bezwaar_ontvangen", {"kanaal": "brief"}, "Bezwaar"),
        ("bezwaar_ingetrokken", {"reden": "Toch tevreden."}, "Bezwaar ingetrokken"),
    ):
        record_gebeurtenis(office.desk, dossier, soort, "24-4-2026", velden)
        (row,) = list_dossiers(office.desk)
        assert (row.status, read_dossier(office.desk, dossier).status) == (status, status)
