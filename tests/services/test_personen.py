"""Persons who stand in the kluis twice: found, told apart or made one, with history, and back again."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from office import Office, OfficeMaker

from klachtdesk.errors import NotAllowed, NotFound
from klachtdesk.models import Gebeurtenis
from klachtdesk.models.herkenning import email_sleutel, naam_sleutel, telefoon_sleutel
from klachtdesk.services.audit import audit_faults
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.dubbele_personen import doubles_in, keep_apart, possible_doubles
from klachtdesk.services.formulieren import (
    read_formulier,
    read_wijzigingen,
    register_melding,
    save_formulier,
)
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.personen import list_samenvoegingen, merge_personen, undo_samenvoeging

MARIJKE = {"kanaal": "brief", "melder.1.naam": "Marijke de Vries", "melder.1.email": "m.devries@linde.nl"}
ALSO_HER = {"kanaal": "brief", "melder.1.naam": "mevr. M. de Vries", "melder.1.email": "M.deVries@linde.nl"}


def _melding(office: Office, waarden: dict[str, str]) -> int:
    return register_melding(office.desk, waarden, draft_id=None).dossier_id


def _person(office: Office, dossier: int, rol: str = "melder") -> int:
    return next(item.id for item in read_dossier(office.desk, dossier).personen if item.rol == rol)


def _doubles(office: Office, dossier: int) -> tuple[tuple[int, int], ...]:
    with office.desk.reading() as session:
        return doubles_in(session, get_dossier(session, dossier))


@pytest.mark.parametrize(
    ("naam", "sleutel"),
    [
        ("Marijke de Vries", "marijke de vries"),
        ("  MARIJKE   de VRIES ", "marijke de vries"),
        ("Dhr. J.P. de Vriès", "j p de vries"),
        ("de heer drs. Jan Bos", "jan bos"),
        ("Vries, Marijke de", "marijke de vries"),
        ("Anne-Fleur Öztürk", "anne fleur ozturk"),
        ("O'Brien", "o brien"),
        ("", ""),
        ("Bos,", "bos"),
    ],
)
def test_a_name_is_freed_of_its_spelling(naam: str, sleutel: str):
    assert naam_sleutel(naam) == sleutel


@pytest.mark.parametrize(
    "telefoon", ["06-12345678", "06 1234 5678", "+31 6 12345678", "0031612345678", "+31 (0)6-12345678"]
)
def test_a_telephone_number_is_freed_of_its_spelling(telefoon: str):
    assert telefoon_sleutel(telefoon) == "612345678"


def test_what_is_no_number_or_address_recognises_nobody():
    assert [telefoon_sleutel(text) for text in ("", "tst 12", "112", "geheim")] == [""] * 4
    assert [email_sleutel(text) for text in ("", "geen", " A@B.nl ")] == ["", "", "a@b.nl"]


@example("\U0001d6e2")  # a capital alpha of mathematics
@given(st.text())
def test_a_name_recognises_itself_however_it_is_typed(naam: str):
    key = naam_sleutel(naam)
    assert naam_sleutel(key) == key
    assert naam_sleutel(f"  {naam.upper().lower()}\t") == naam_sleutel(naam.upper().lower())


def test_the_same_address_and_last_name_make_a_possible_double(office: Office):
    first, second = _melding(office, MARIJKE), _melding(office, ALSO_HER)
    persons = (_person(office, first), _person(office, second))
    (group,) = possible_doubles(office.desk)
    assert group.gronden == ("hetzelfde e-mailadres",)
    assert tuple(item.id for item in group.personen) == persons
    parts = [(item.nummer, item.rol_label) for item in group.personen[0].deelnames]
    assert parts == [("2026-001", "Melder"), ("2026-001", "Klager")]
    assert _doubles(office, first) == (persons,)
    assert _doubles(office, second) == (persons[::-1],)


def test_more_in_common_comes_first(office: Office):
    for telefoon in ("0612345678", "+31612345678"):
        _melding(office, {**MARIJKE, "melder.1.telefoon": telefoon})
    for naam in ("Jan Bos", "jan bos"):
        _melding(office, {"kanaal": "brief", "melder.1.naam": naam})
    assert [group.gronden for group in possible_doubles(office.desk)] == [
        ("dezelfde naam", "hetzelfde e-mailadres", "hetzelfde telefoonnummer"),
        ("dezelfde naam",),
    ]


def test_colleagues_with_one_address_and_namesakes_by_first_name_are_no_doubles(office: Office):
    school = {"kanaal": "brief", "melder.1.email": "info@school.nl", "melder.1.telefoon": "0301234567"}
    dossiers = [_melding(office, {**school, "melder.1.naam": naam}) for naam in ("Jan Bos", "Ans Kok", "")]
    dossiers += [_melding(office, {"kanaal": "brief", "melder.1.naam": "Jan"}) for _ in range(2)]
    assert possible_doubles(office.desk) == ()
    assert {_doubles(office, dossier) for dossier in dossiers} == {()}


def test_the_same_behandelaar_in_two_dossiers_is_no_news(office: Office):
    dossiers = [_melding(office, {**MARIJKE, "melder.1.naam": naam}) for naam in ("Jan Bos", "Ans Kok")]
    for dossier in dossiers:
        record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
    assert _doubles(office, dossiers[0]) == ()
    assert possible_doubles(office.desk) == ()


def test_who_was_told_apart_is_not_asked_about_again(office: Office):
    first, second = _melding(office, MARIJKE), _melding(office, ALSO_HER)
    pair = (_person(office, second), _person(office, first))
    keep_apart(office.desk, pair)
    keep_apart(office.desk, pair[::-1])  # again is fine
    assert possible_doubles(office.desk) == ()
    assert _doubles(office, first) == ()
    third = _melding(office, MARIJKE)
    assert len(possible_doubles(office.desk)) == 2  # by name with the first, by address with both
    assert _person(office, second) in {other for _own, other in _doubles(office, third)}


def test_two_become_one_with_everything_that_was_known_of_either(office: Office):
    first = _melding(office, {**MARIJKE, "melder.1.organisatie": "De Linde"})
    second = _melding(
        office, {**ALSO_HER, "melder.1.telefoon": "0612345678", "melder.1.organisatie": "Linde"}
    )
    record_gebeurtenis(
        office.desk, second, "gehoord", "1-4-2026", {"persoon": "mevr. M. de Vries", "verslag": "x"}
    )
    kept, gone = _person(office, first), _person(office, second)
    changes = merge_personen(office.desk, kept, [gone])
    assert changes.dossiers == {first, second}
    for dossier in (first, second):
        for persoon in read_dossier(office.desk, dossier).personen:
            assert (persoon.id, persoon.naam) == (kept, "Marijke de Vries")
            assert (persoon.telefoon, persoon.organisatie) == ("0612345678", "De Linde")
    heard = read_dossier(office.desk, second).tijdlijn[-1]
    assert ("Persoon", "Marijke de Vries") in heard.details
    assert possible_doubles(office.desk) == ()
    before = {(regel.veld, regel.oude_waarde) for regel in read_wijzigingen(office.desk, second)}
    assert before == {
        ("Melder 1: Naam", "mevr. M. de Vries"),
        ("Melder 1: E-mailadres", "M.deVries@linde.nl"),
        ("Melder 1: Organisatie", "Linde"),
    }
    assert [row.id for row in list_dossiers(office.desk, "marijke")] == [second, first]
    (regel,) = list_samenvoegingen(office.desk)
    assert (regel.behouden, regel.opgegaan) == ("Marijke de Vries", "mevr. M. de Vries")
    assert (regel.gebruiker, regel.dossiers, regel.ongedaan_op) == ("Noor Bakker", 1, None)
    with office.desk.reading() as session:
        assert audit_faults(session) == ()


def test_a_merge_can_be_undone_to_the_letter(office: Office):
    first = _melding(office, MARIJKE)
    second = _melding(office, {**ALSO_HER, "melder.1.telefoon": "0612345678"})
    record_gebeurtenis(
        office.desk, second, "gehoord", "1-4-2026", {"persoon": "mevr. M. de Vries", "verslag": "x"}
    )
    before = [read_dossier(office.desk, dossier) for dossier in (first, second)]
    merge_personen(office.desk, before[0].personen[0].id, [before[1].personen[0].id])
    assert [read_dossier(office.desk, dossier) for dossier in (first, second)] != before
    (regel,) = list_samenvoegingen(office.desk)
    assert undo_samenvoeging(office.desk, regel.id).dossiers == {first, second}
    assert [read_dossier(office.desk, dossier) for dossier in (first, second)] == before
    assert list_samenvoegingen(office.desk)[0].ongedaan_op is not None
    with pytest.raises(NotFound):
        undo_samenvoeging(office.desk, regel.id)
    assert len(possible_doubles(office.desk)) == 1


def test_of_a_chain_the_last_merge_is_undone_first(office: Office):
    dossiers = [_melding(office, MARIJKE) for _ in range(3)]
    one, two, three = (_person(office, dossier) for dossier in dossiers)
    merge_personen(office.desk, two, [three])
    merge_personen(office.desk, one, [two])
    assert {_person(office, dossier) for dossier in dossiers} == {one}
    last, first = list_samenvoegingen(office.desk)
    with pytest.raises(NotAllowed):
        undo_samenvoeging(office.desk, first.id)
    undo_samenvoeging(office.desk, last.id)
    undo_samenvoeging(office.desk, first.id)
    assert [_person(office, dossier) for dossier in dossiers] == [one, two, three]


def test_several_at_once_go_into_one(office: Office):
    persons = [_person(office, _melding(office, MARIJKE)) for _ in range(4)]
    merge_personen(office.desk, persons[2], [persons[0], persons[1], persons[3], persons[0]])
    assert len(list_samenvoegingen(office.desk)) == 3
    assert {row.klager for row in list_dossiers(office.desk)} == {"Marijke de Vries"}


def test_a_part_that_both_play_in_one_dossier_is_played_once_and_comes_back(office: Office):
    typed = {**MARIJKE, "betrokkene.1.naam": "Joris Kramer", "betrokkene.2.naam": "J. Kramer"}
    dossier = _melding(office, typed)
    kept, gone = [p.id for p in read_dossier(office.desk, dossier).personen if p.rol == "betrokkene"]
    merge_personen(office.desk, kept, [gone])
    saved = read_formulier(office.desk, dossier, "meldingsformulier").waarden
    assert (saved["betrokkene.1.naam"], saved.get("betrokkene.2.naam")) == ("Joris Kramer", None)
    undo_samenvoeging(office.desk, list_samenvoegingen(office.desk)[0].id)
    assert (
        read_formulier(office.desk, dossier, "meldingsformulier").waarden["betrokkene.2.naam"] == "J. Kramer"
    )


def test_who_complains_and_who_is_complained_about_stay_two(office: Office):
    dossier = _melding(office, {**MARIJKE, "betrokkene.1.naam": "Marijke de Vries"})
    melder, betrokkene = _person(office, dossier), _person(office, dossier, "betrokkene")
    for kept, gone in ((melder, betrokkene), (betrokkene, melder)):
        with pytest.raises(NotAllowed, match="2026-001"):
            merge_personen(office.desk, kept, [gone])
    assert list_samenvoegingen(office.desk) == ()
    assert _doubles(office, dossier) == ()


def test_one_refused_person_refuses_them_all(office: Office):
    first = _melding(office, {**MARIJKE, "betrokkene.1.naam": "Marijke de Vries"})
    second = _melding(office, MARIJKE)
    persons = [_person(office, second), _person(office, first, "betrokkene")]
    with pytest.raises(NotAllowed):
        merge_personen(office.desk, _person(office, first), persons)
    assert list_samenvoegingen(office.desk) == ()


def test_who_is_one_changes_in_every_dossier_and_each_remembers(office: Office):
    first, second = _melding(office, MARIJKE), _melding(office, ALSO_HER)
    merge_personen(office.desk, _person(office, first), [_person(office, second)])
    typed = read_formulier(office.desk, second, "meldingsformulier").waarden
    changes = save_formulier(
        office.desk,
        second,
        "meldingsformulier",
        {**typed, "melder.1.naam": "Marijke Kuipers"},
        draft_id=None,
    )
    assert changes.dossiers == {first, second}
    assert {row.id for row in list_dossiers(office.desk, "kuipers")} == {first, second}
    (regel,) = read_wijzigingen(office.desk, first)
    assert (regel.veld, regel.oude_waarde) == ("Melder 1: Naam", "Marijke de Vries")


def test_nobody_goes_into_themselves_or_into_another_twice(office: Office):
    one, two, three = (_person(office, _melding(office, MARIJKE)) for _ in range(3))
    with pytest.raises(NotAllowed):
        merge_personen(office.desk, one, [one])
    with pytest.raises(NotFound):
        merge_personen(office.desk, one, [99])
    merge_personen(office.desk, one, [two])
    for kept, gone in ((three, two), (two, three)):
        with pytest.raises(NotAllowed):
            merge_personen(office.desk, kept, [gone])


def test_people_named_in_the_other_fields_of_a_gebeurtenis_move_too(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 4, 1))
    dossiers = [_melding(office, {"kanaal": "email", "betrokkene.1.naam": "Bo Smit"}) for _ in range(2)]
    first, second = (_person(office, dossier, "betrokkene") for dossier in dossiers)
    with office.desk.writing() as session:
        record = get_dossier(session, dossiers[1])
        event = Gebeurtenis(
            soort="bezwaar_commissie_benoemd",
            datum=date(2026, 4, 1),
            velden={"personen": f"{second} {first}", "door": str(second)},
            vastgelegd_op=office.klok.nu(),
            vastgelegd_door=office.desk.gebruiker.id,
        )
        record.gebeurtenissen.append(event)
        session.flush()
        event_id = event.id
    merge_personen(office.desk, first, [second])
    with office.desk.reading() as session:
        assert session.get_one(Gebeurtenis, event_id).velden == {"personen": f"{first}", "door": f"{first}"}
    undo_samenvoeging(office.desk, list_samenvoegingen(office.desk)[0].id)
    with office.desk.reading() as session:
        velden = session.get_one(Gebeurtenis, event_id).velden
    assert velden == {"personen": f"{second} {first}", "door": f"{second}"}


def test_a_betrokkene_has_an_afdeling(office: Office):
    typed = {**MARIJKE, "betrokkene.1.naam": "Joris Kramer", "betrokkene.1.afdeling": "Helpdesk"}
    dossier = _melding(office, typed)
    assert (
        read_formulier(office.desk, dossier, "meldingsformulier").waarden["betrokkene.1.afdeling"]
        == "Helpdesk"
    )
