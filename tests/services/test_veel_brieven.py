"""Many letters in one go: what waits for them, told one by one, stopped at will, none lost by another that fails."""

from datetime import date
from itertools import islice

from brieven_op_kantoor import begun, klacht_met_adres
from dossiers import klacht_by_mail
from office import Office, OfficeMaker

from klachtdesk.services.brieven.drafts import keep_brief_draft
from klachtdesk.services.brieven.making import finalize_brief
from klachtdesk.services.brieven.many import briefstapels, finalize_many, why_apart
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.vandaag import read_vandaag
from klachtdesk.views.veel_brieven import Briefstapel, Kandidaat

SOORT = "ontvangstbevestiging_verzonden"


def _taal(make_office: OfficeMaker) -> Office:
    """Return the office of 10 voor Taal, which confirms each klacht by letter."""
    return make_office("tien_voor_taal", date(2026, 4, 1))


def _waiting(office: Office) -> dict[str, Briefstapel]:
    return {stapel.soort: stapel for stapel in briefstapels(read_vandaag(office.desk))}


def _wanting(*dossiers: int) -> list[Kandidaat]:
    return [Kandidaat(dossier, "", "") for dossier in dossiers]


def test_each_gets_its_letter_and_what_fails_is_told(make_office: OfficeMaker):
    office = _taal(make_office)
    good = [klacht_met_adres(office) for _ in range(3)]
    nameless = klacht_by_mail(office, "", "1-4-2026")
    told = list(finalize_many(office.desk, _wanting(good[0], nameless, *good[1:]), SOORT))
    assert [(item.gedaan, item.totaal, bool(item.documenten)) for item in told] == [
        (1, 4, True),
        (2, 4, False),
        (3, 4, True),
        (4, 4, True),
    ]
    assert "Vul de naam en het adres in" in told[1].fout
    assert [len(read_dossier(office.desk, item).documenten) for item in (*good, nameless)] == [1, 1, 1, 0]


def test_who_stops_asking_stops_the_work_and_keeps_what_was_made(make_office: OfficeMaker):
    office = _taal(make_office)
    dossiers = [klacht_met_adres(office) for _ in range(4)]
    assert len(list(islice(finalize_many(office.desk, _wanting(*dossiers), SOORT), 2))) == 2
    assert [len(read_dossier(office.desk, item).documenten) for item in dossiers] == [1, 1, 0, 0]


def test_one_dossier_is_no_stapel_and_two_are(make_office: OfficeMaker):
    office = _taal(make_office)
    first = klacht_met_adres(office)
    assert SOORT not in _waiting(office)
    second = klacht_met_adres(office)
    stapel = _waiting(office)[SOORT]
    assert [item.dossier_id for item in stapel.kandidaten] == [first, second]
    assert [item.nummer for item in stapel.kandidaten] == ["2026-001", "2026-002"]


def test_of_each_dossier_counts_the_letter_that_is_due_first(make_office: OfficeMaker):
    # The ontvangstbevestiging is due within 14 days; what tells that it is closed, weeks later, comes after that.
    office = _taal(make_office)
    for _ in range(2):
        klacht_met_adres(office)
    assert list(_waiting(office)) == [SOORT]


def test_who_got_the_letter_waits_for_it_no_longer(make_office: OfficeMaker):
    office = _taal(make_office)
    dossiers = [klacht_met_adres(office) for _ in range(3)]
    list(finalize_many(office.desk, _waiting(office)[SOORT].kandidaten[:1], SOORT))
    assert [item.dossier_id for item in _waiting(office)[SOORT].kandidaten] == dossiers[1:]


def test_what_misses_something_or_was_begun_is_to_be_done_by_itself(make_office: OfficeMaker):
    office = _taal(make_office)
    whole = klacht_met_adres(office)
    nameless = klacht_by_mail(office, "", "1-4-2026")
    homeless = klacht_by_mail(office, "Sara Visser", "1-4-2026")
    half = klacht_met_adres(office)
    keep_brief_draft(office.desk, half, begun(office, half, SOORT, vrij={"extra": "Beste"}))
    reasons = why_apart(office.desk, SOORT, _wanting(whole, nameless, homeless, half))
    assert reasons[0] == ""
    assert "Vul de naam en het adres in" in reasons[1]
    assert "Het adres van Sara Visser is niet volledig" in reasons[2]
    assert "is al begonnen" in reasons[3]


def test_a_required_field_is_a_reason_to_look_at_each(make_office: OfficeMaker):
    # A verdaging asks until when and why: nobody but a medewerker can say that.
    office = _taal(make_office)
    (reason,) = why_apart(office.desk, "verdaagd", _wanting(klacht_met_adres(office)))
    assert reason.startswith("Nog in te vullen:")


def test_what_will_be_done_has_to_be_known_before_the_klager_can_be_told(make_office: OfficeMaker):
    # 10 voor Taal 2.3 tells which acties there are and how long they take: an actiepunt does, or somebody's own words.
    office, soort = _taal(make_office), "bericht_afhandeling_verzonden"
    decided, undecided = (klacht_met_adres(office) for _ in range(2))
    actie = {
        "omschrijving": "Adressen nakijken",
        "persoon": "Noor Bakker",
        "uiterlijk": "8-4-2026",
        "ref": "A1",
    }
    record_gebeurtenis(office.desk, decided, "actiepunt_vastgesteld", "1-4-2026", actie)
    assert why_apart(office.desk, soort, _wanting(decided, undecided)) == (
        "",
        "Nog in te vullen: toelichting.",
    )
    told = finalize_many(office.desk, _wanting(decided, undecided), soort)
    assert [(bool(item.documenten), item.fout) for item in told] == [
        (True, ""),
        (False, "Vul in: toelichting. Er is nog niets vastgelegd."),
    ]
    said = begun(office, undecided, soort, vrij={"toelichting": "Wij bellen u voor 8 april."})
    assert finalize_brief(office.desk, undecided, said).documenten


def test_a_letter_to_a_betrokkene_goes_to_the_one_whose_turn_it_is(office: Office):
    # Interactie tells each betrokkene; of the two in each dossier here, Joris Kramer heard it on the 1st.
    dossiers = [klacht_met_adres(office, **{"betrokkene.2.naam": "Lotte Smid"}) for _ in range(2)]
    for dossier in dossiers:
        record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
        record_gebeurtenis(
            office.desk, dossier, "betrokkene_ingelicht", "1-4-2026", {"persoon": "Joris Kramer"}
        )
    stapel = _waiting(office)["betrokkene_ingelicht"]
    assert {item.persoon for item in stapel.kandidaten} == {"Lotte Smid"}
    assert all(item.documenten for item in finalize_many(office.desk, stapel.kandidaten, stapel.soort))
    titels = [read_dossier(office.desk, dossier).documenten[0].titel for dossier in dossiers]
    assert all("Lotte Smid" in titel for titel in titels)
