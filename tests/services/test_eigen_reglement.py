"""A reglement of one's own: copied, changed, compared, put in force; and as files out and in again."""

from datetime import date
from pathlib import Path

import pytest
from office import Office, OfficeMaker

from klachtdesk.errors import DocumentError, InvalidInput, NotFound, ReglementError
from klachtdesk.services.audit import audit_faults
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.eigen_reglement.concepten import (
    copy_reglement,
    discard_concept,
    edit_concept,
    edit_tekst,
    export_reglement,
    import_reglement,
    list_concepten,
    read_concept,
)
from klachtdesk.services.eigen_reglement.toets import OlderReglement, next_versie
from klachtdesk.services.eigen_reglement.van_kracht import compare_concept, put_in_force
from klachtdesk.services.formulieren import new_melding, register_melding
from klachtdesk.services.kantoor.bewaarkeuze import choose_bewaartermijn, read_bewaarregels
from klachtdesk.services.kantoor.functionarissen import (
    functionaris_formulier,
    list_functionarissen,
    save_functionaris,
)
from klachtdesk.services.kantoor.gebruikte_reglementen import list_versies
from klachtdesk.services.kantoor.instanties import list_instanties
from klachtdesk.services.kluis import read_status
from klachtdesk.views.dossier import DossierView

ZES_WEKEN = "De klachtenfunctionaris handelt de klacht af binnen zes weken na ontvangst van de klacht"
OORDEEL_ZES_WEKEN = {"termijn.oordeel.aantal": "6", "termijn.oordeel.citaat": ZES_WEKEN}

SIXTH = """
sleutel = "fietsschool"
naam = "Klachtenregeling De Fietsschool"
versie = "2026"
tekst = "fietsschool.txt"

[kantoor]
naam = "De Fietsschool"

[[functionaris]]
sleutel = "eigenaar"
functie = "eigenaar"
naam = "Jo Bos"

[[termijn]]
sleutel = "antwoord"
label = "Antwoord"
clausule = ["FS-1"]
artikel = "1"
citaat = ["Wij antwoorden binnen tien dagen."]
start = ["ontvangen"]
duur = { aantal = 10, eenheid = "dagen" }
voor = "kantoor"
voldaan_door = ["oordeel_verzonden"]

[bewaartermijn]
clausule = ["FS-2"]
artikel = "2"
citaat = ["Een jaar later gooien wij alles weg."]
duur = { aantal = 1, eenheid = "jaren" }
"""
SIXTH_TEXT = "1. Wij antwoorden\n   binnen tien dagen.\n2. Een jaar later gooien wij alles weg.\n"


def _copy(office: Office) -> int:
    """A concept of the reglement that is in force."""
    (versie,) = list_versies(office.desk)
    return copy_reglement(office.desk, versie_id=versie.id).concept_id


def _with_six_weeks(office: Office) -> int:
    """A concept of Interactie in which an oordeel may take six weeks, in its text as well."""
    concept = _copy(office)
    edit_concept(office.desk, concept, OORDEEL_ZES_WEKEN)
    tekst = read_concept(office.desk, concept).tekst
    edit_tekst(office.desk, concept, tekst.replace("binnen vier weken na", "binnen zes weken na"))
    return concept


def _klacht(office: Office) -> DossierView:
    made = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None)
    return read_dossier(office.desk, made.dossier_id)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The files of an invented sixth reglement; return where its TOML is."""
    (tmp_path / "fietsschool.txt").write_text(SIXTH_TEXT, encoding="utf-8")
    (tmp_path / "fietsschool.toml").write_text(SIXTH, encoding="utf-8")
    return tmp_path / "fietsschool.toml"


def test_a_copy_is_the_reglement_with_the_next_versie(office: Office):
    view = read_concept(office.desk, _copy(office))
    assert (view.naam, view.versie, view.fouten) == ("Klachtenregeling Interactie", "2", ())
    assert view.formulier.waarden["termijn.oordeel.aantal"] == "4"
    assert [item.naam for item in list_concepten(office.desk)] == ["Klachtenregeling Interactie"]
    other = copy_reglement(office.desk, sleutel="leefstijlwijzer").concept_id
    assert read_concept(office.desk, other).naam == "Klachtenprocedure Leefstijlwijzer Opleidingen"
    assert read_concept(office.desk, other).formulier.formulier.secties[0].titel == "Het reglement"


@pytest.mark.parametrize(
    ("versie", "following"),
    [
        ("1", "2"),
        ("9", "10"),
        ("2026-09", "2026-10"),
        ("v1.2 (concept)", "v1.3 (concept)"),
        ("eerste", "eerste 2"),
    ],
)
def test_the_next_versie(versie: str, following: str):
    assert next_versie(versie) == following


def test_a_changed_duration_needs_its_own_words_in_its_own_text(office: Office):
    concept = _copy(office)
    edit_concept(office.desk, concept, {"termijn.oordeel.aantal": "6"})
    (fault,) = read_concept(office.desk, concept).fouten
    assert "“Oordeel over de klacht”" in fault  # six weeks may not rest on the words "binnen vier weken"
    edit_concept(office.desk, concept, OORDEEL_ZES_WEKEN)
    (fault,) = read_concept(office.desk, concept).fouten
    assert "niet letterlijk in de tekst" in fault
    with pytest.raises(ReglementError) as caught:
        put_in_force(office.desk, concept, "1-6-2026")
    assert caught.value.faults == (fault,)
    tekst = read_concept(office.desk, concept).tekst
    edit_tekst(office.desk, concept, tekst.replace("binnen vier weken na", "binnen zes weken na"))
    assert read_concept(office.desk, concept).fouten == ()


def test_from_its_date_on_it_holds_for_what_is_received_and_running_dossiers_keep_theirs(office: Office):
    running = _klacht(office)
    put_in_force(office.desk, _with_six_weeks(office), "1-6-2026")
    office.on(2026, 5, 29)
    before = _klacht(office)
    assert read_status(office.desk).reglementen == ("Klachtenregeling Interactie",)
    office.on(2026, 6, 1)
    after = _klacht(office)
    einden = [read_dossier(office.desk, item.id).termijnen[0].einde for item in (running, before, after)]
    # 1 April + 4 weeks, 29 May + 4 weeks, 1 June + 6 weeks
    assert einden == [date(2026, 4, 29), date(2026, 6, 26), date(2026, 7, 13)]
    versies = [
        (item.versie, item.van_kracht, item.geldt, item.dossiers) for item in list_versies(office.desk)
    ]
    assert versies == [("2", date(2026, 6, 1), True, 1), ("1", date(2026, 4, 1), False, 2)]
    assert list_concepten(office.desk) == ()
    with office.desk.reading() as session:
        assert audit_faults(session) == ()


def test_what_a_change_does_to_an_example_and_to_a_dossier(office: Office):
    dossier = _klacht(office)
    concept = _with_six_weeks(office)
    desk = office.on(2026, 4, 7)
    found = compare_concept(desk, concept)
    (oordeel,) = [row for row in found.termijnen if row.label == "Oordeel over de klacht"]
    # a klacht received today, Tuesday 7 April: four weeks is 5 May (a feestdag), six is 19 May
    assert (oordeel.oud, oordeel.nieuw) == (date(2026, 5, 5), date(2026, 5, 19))
    assert (oordeel.oud_streefdatum, oordeel.nieuw_streefdatum) == (date(2026, 5, 4), date(2026, 5, 19))
    assert oordeel.gewijzigd
    of_dossier = compare_concept(desk, concept, dossier_id=dossier.id)
    assert of_dossier.voorbeeld == "dossier 2026-001"
    (row,) = of_dossier.termijnen
    assert (row.oud, row.nieuw) == (date(2026, 4, 29), date(2026, 5, 13))
    assert read_dossier(desk, dossier.id).termijnen[0].einde == date(2026, 4, 29)  # and nothing changed


def test_the_example_shows_every_kind_of_termijn_of_every_reglement(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 4, 1))
    rows = compare_concept(office.desk, _copy(office)).termijnen
    assert {row.label for row in rows} == {
        "Ontvangstbevestiging",
        "Contact met de indiener",
        "Bezwaar indienen",
        "Uitspraak op het bezwaar",
        "Consequentie van het oordeel afhandelen",
    }
    assert not any(row.gewijzigd for row in rows)
    other = copy_reglement(office.desk, sleutel="interactie").concept_id
    changed = {
        row.label: (row.oud is None, row.nieuw is None)
        for row in compare_concept(office.desk, other).termijnen
    }
    assert changed["Oordeel over de klacht"] == (True, False)
    assert changed["Contact met de indiener"] == (False, True)


@pytest.mark.clausule("TT-2.3d")
def test_an_own_bewaartermijn_needs_a_motivering_and_ends_the_choice(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    choose_bewaartermijn(office.desk, {"aantal": "2", "eenheid": "jaren", "motivering": "Geschillen."})
    concept = _copy(office)
    words = "Wij bewaren de formulieren drie jaar."
    named = {"bewaartermijn.aantal": "3", "bewaartermijn.eenheid": "jaren", "bewaartermijn.citaat": words}
    edit_concept(office.desk, concept, named)
    edit_tekst(office.desk, concept, f"{read_concept(office.desk, concept).tekst}\n{words}")
    (fault,) = read_concept(office.desk, concept).fouten
    assert "motivering" in fault
    edit_concept(office.desk, concept, {"bewaartermijn.motivering": "Subsidies worden drie jaar nagezien."})
    found = compare_concept(office.desk, concept)
    # in the example it is closed on 29 April; a bezwaar has no meaning here
    assert (found.bewaren_oud, found.bewaren_nieuw) == (date(2028, 4, 29), date(2029, 4, 29))
    put_in_force(office.desk, concept, "1-4-2026")
    regel = read_bewaarregels(office.desk)[0]
    assert (regel.duur, regel.te_kiezen, regel.keuzes[0].geldt) == ("3 jaar", False, False)


def test_a_new_version_touches_in_the_office_only_what_it_says_otherwise(office: Office):
    amber = next(item for item in list_functionarissen(office.desk) if item.sleutel == "klachtenfunctionaris")
    typed = functionaris_formulier(office.desk, amber.id).waarden
    save_functionaris(office.desk, {**typed, "telefoon": "0612345678"}, functionaris_id=amber.id)
    concept = _copy(office)
    edit_concept(
        office.desk,
        concept,
        {
            "functionaris.1.naam": "de heer Ruben Smit",
            "functionaris.3.functie": "vertrouwenspersoon",
            "beroepsinstantie.1.kosten": "U betaalt 50 euro.",
        },
    )
    put_in_force(office.desk, concept, "1-6-2026")
    now = [(item.naam, item.telefoon, item.van, item.tot) for item in list_functionarissen(office.desk)]
    # her number comes along: the reglement never said one, the office did
    assert ("mevrouw Amber Veldman", "0612345678", None, date(2026, 5, 31)) in now
    assert ("de heer Ruben Smit", "0612345678", date(2026, 6, 1), None) in now
    assert [item.functie for item in list_functionarissen(office.desk)][-1] == "vertrouwenspersoon"
    old, new = list_instanties(office.desk)
    assert (old.kosten, old.tot) == ("", date(2026, 5, 31))
    assert (new.kosten, new.van, new.adres) == ("U betaalt 50 euro.", date(2026, 6, 1), old.adres)
    assert new.sleutel == old.sleutel


def test_a_body_that_goes_ends_and_one_changed_twice_on_a_day_stands_once(office: Office):
    concept = _copy(office)
    gone = {
        key: ""
        for key in read_concept(office.desk, concept).formulier.waarden
        if key.startswith("beroepsinstantie")
    }
    edit_concept(office.desk, concept, {**gone, "functionaris.1.naam": "Ruben Smit"})
    put_in_force(office.desk, concept, "1-6-2026")
    assert [item.tot for item in list_instanties(office.desk)] == [date(2026, 5, 31)]
    again = copy_reglement(office.desk, versie_id=list_versies(office.desk)[0].id).concept_id
    edit_concept(office.desk, again, {"functionaris.1.naam": "Sara Mulder"})
    put_in_force(office.desk, again, "1-6-2026")
    names = [(item.naam, item.van) for item in list_functionarissen(office.desk) if item.naam]
    assert names == [("mevrouw Amber Veldman", None), ("Sara Mulder", date(2026, 6, 1))]


def test_a_sixth_reglement_comes_in_as_a_file_and_needs_no_python(office: Office, files: Path):
    made = import_reglement(office.desk, files)
    view = read_concept(office.desk, made.concept_id)
    assert (view.naam, view.versie, view.fouten) == ("Klachtenregeling De Fietsschool", "2026", ())
    put_in_force(office.desk, made.concept_id, "2-4-2026")
    office.on(2026, 4, 2)
    dossier = _klacht(office)
    assert dossier.reglement == "Klachtenregeling De Fietsschool"
    assert [(item.label, item.einde) for item in dossier.termijnen] == [("Antwoord", date(2026, 4, 12))]
    assert new_melding(office.desk).formulier.veld("onderwerpen").keuzes == ()


def test_all_faults_of_a_file_come_at_once_with_key_and_line_and_nothing_is_kept(office: Office, files: Path):
    wrong = SIXTH.replace("aantal = 10", "aantal = -1").replace("oordeel_verzonden", "brief_geschreven")
    files.write_text(wrong.replace("binnen tien dagen", "zodra het kan"), encoding="utf-8")
    with pytest.raises(ReglementError) as caught:
        import_reglement(office.desk, files)
    # counted in the text above: line 1 is empty
    assert [fault.partition(": ")[0] for fault in caught.value.faults] == [
        "fietsschool.toml, regel 20, termijn[1].citaat[1]",
        "fietsschool.toml, regel 22, termijn[1].duur.aantal",
        "fietsschool.toml, regel 24, termijn[1].voldaan_door[1]",
    ]
    assert list_concepten(office.desk) == ()


@pytest.mark.parametrize("broken", ["no text", "no file", "no utf-8", "too large", "no toml"])
def test_a_file_that_cannot_be_read_is_explained(office: Office, files: Path, broken: str):
    match broken:
        case "no text":
            files.with_suffix(".txt").unlink()
        case "no file":
            files.unlink()
        case "no utf-8":
            files.write_bytes(b"\xff\xfe\x00")
        case "too large":
            files.write_text("# x" * 1_000_000, encoding="utf-8")
        case "no toml":
            files.write_text("naam = ", encoding="utf-8")
    with pytest.raises(ReglementError) as caught:
        import_reglement(office.desk, files)
    assert "fietsschool" in f"{caught.value.message} {caught.value.hint}"
    assert list_concepten(office.desk) == ()


def test_the_text_is_looked_for_beside_the_file_and_nowhere_else(office: Office, tmp_path: Path):
    folder = tmp_path / "binnen"
    folder.mkdir()
    (tmp_path / "elders.txt").write_text(SIXTH_TEXT, encoding="utf-8")
    source = folder / "regels.toml"
    source.write_text(SIXTH.replace("fietsschool.txt", "../elders.txt"), encoding="utf-8")
    with pytest.raises(ReglementError, match=r"elders\.txt"):
        import_reglement(office.desk, source)
    (folder / "elders.txt").write_text(SIXTH_TEXT, encoding="utf-8")
    assert import_reglement(office.desk, source).concept_id


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_exported_comes_in_again_when_it_is_newer(office: Office, tmp_path: Path, line_end: str):
    concept = _with_six_weeks(office)
    target = tmp_path / "mijn regels.toml"
    beside = export_reglement(office.desk, target, concept_id=concept)
    assert beside == tmp_path / "mijn regels.txt"
    view = read_concept(office.desk, concept)
    for path, kept in ((target, view.toml), (beside, view.tekst)):
        assert path.read_bytes().decode() == kept
        path.write_bytes(kept.replace("\n", line_end).encode())
    back = read_concept(office.desk, import_reglement(office.desk, target).concept_id)
    assert (back.toml, back.tekst) == (view.toml, view.tekst)
    discard_concept(office.desk, concept)
    with pytest.raises(NotFound):
        read_concept(office.desk, concept)


def test_an_import_that_is_not_newer_is_asked_about(office: Office, tmp_path: Path):
    target = tmp_path / "regels.toml"
    (versie,) = list_versies(office.desk)
    export_reglement(office.desk, target, versie_id=versie.id)
    with pytest.raises(OlderReglement, match="precies het reglement"):
        import_reglement(office.desk, target)
    target.write_text(
        target.read_text(encoding="utf-8").replace('versie = "1"', 'versie = "0.9"'), encoding="utf-8"
    )
    with pytest.raises(OlderReglement, match=r"versie 0\.9"):
        import_reglement(office.desk, target)
    assert list_concepten(office.desk) == ()
    made = import_reglement(office.desk, target, ook_al_ouder=True)
    with pytest.raises(OlderReglement):
        put_in_force(office.desk, made.concept_id, "1-6-2026")
    put_in_force(office.desk, made.concept_id, "1-6-2026", ook_al_ouder=True)
    assert [item.versie for item in list_versies(office.desk)] == ["0.9", "1"]


def test_the_same_reglement_from_the_same_day_is_refused_and_not_asked(office: Office):
    versie = list_versies(office.desk)[0]
    same = copy_reglement(office.desk, versie_id=versie.id).concept_id
    edit_concept(office.desk, same, {"versie": "1"})
    day = f"{versie.van_kracht.day}-{versie.van_kracht.month}-{versie.van_kracht.year}"
    with pytest.raises(InvalidInput) as caught:
        put_in_force(office.desk, same, day, ook_al_ouder=True)
    assert caught.value.fields.keys() == {"van"}


def test_an_earlier_version_can_come_back_word_for_word(office: Office):
    (first,) = list_versies(office.desk)
    put_in_force(office.desk, _with_six_weeks(office), "1-6-2026")
    back = copy_reglement(office.desk, versie_id=first.id).concept_id
    edit_concept(office.desk, back, {"versie": "1"})
    with pytest.raises(OlderReglement):
        put_in_force(office.desk, back, "1-7-2026")
    put_in_force(office.desk, back, "1-7-2026", ook_al_ouder=True)
    assert [item.van_kracht for item in list_versies(office.desk)] == [
        date(2026, 7, 1),
        date(2026, 6, 1),
        date(2026, 4, 1),
    ]


@pytest.mark.parametrize("van", ["", "straks", "31-6-2026"])
def test_the_day_must_be_one(office: Office, van: str):
    concept = _with_six_weeks(office)
    with pytest.raises(InvalidInput) as caught:
        put_in_force(office.desk, concept, van)
    assert caught.value.fields.keys() == {"van"}
    assert len(list_versies(office.desk)) == 1


def test_what_cannot_be_read_in_the_form_is_named_and_nothing_changes(office: Office):
    concept = _copy(office)
    with pytest.raises(InvalidInput) as caught:
        edit_concept(office.desk, concept, {"termijn.oordeel.eenheid": "eeuwen", "naam": "x" * 301})
    assert caught.value.fields.keys() == {"termijn.oordeel.eenheid", "naam"}
    assert read_concept(office.desk, concept).fouten == ()
    edit_concept(office.desk, concept, {"termijn.oordeel.aantal": "-1", "kantoor.naam": ""})
    assert len(read_concept(office.desk, concept).fouten) == 2  # all faults at once
    with pytest.raises(ReglementError):
        compare_concept(office.desk, concept)


def test_what_is_not_there_is_not_found(office: Office, tmp_path: Path):
    for attempt in (
        lambda: copy_reglement(office.desk, versie_id=99),
        lambda: copy_reglement(office.desk),
        lambda: edit_concept(office.desk, 99, {}),
        lambda: edit_tekst(office.desk, 99, ""),
        lambda: discard_concept(office.desk, 99),
        lambda: compare_concept(office.desk, 99),
        lambda: put_in_force(office.desk, 99, "1-6-2026"),
        lambda: export_reglement(office.desk, tmp_path / "x.toml", concept_id=99),
    ):
        with pytest.raises(NotFound):
            attempt()
    with pytest.raises(ReglementError):
        copy_reglement(office.desk, sleutel="bestaat_niet")
    concept = _copy(office)
    with pytest.raises(DocumentError):
        export_reglement(office.desk, tmp_path / "geen map" / "x.toml", concept_id=concept)
