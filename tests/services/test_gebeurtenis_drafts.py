"""What somebody began to record or to correct is kept as typed. It is Wednesday 1 April 2026 at Interactie."""

from dataclasses import replace

import pytest
from dossiers import KLAGER, klacht_by_mail, wrong_note
from mails import PDF
from office import Office

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.services.brieven.drafts import keep_brief_draft, read_brief_draft
from klachtdesk.services.draft_bijlagen import attach_to_draft, files_of_draft
from klachtdesk.services.drafts import (
    bring_back,
    discard_draft,
    keep_draft,
    list_drafts,
    open_draft,
    throw_away,
)
from klachtdesk.services.gebeurtenis_drafts import (
    gebeurtenis_in,
    keep_gebeurtenis_draft,
    open_gebeurtenis_draft,
)
from klachtdesk.services.gebeurtenissen import correct_gebeurtenis, record_gebeurtenis
from klachtdesk.views.bijlagen import Bestand
from klachtdesk.views.brief import BriefInvoer
from klachtdesk.views.gebeurtenis import GebeurtenisInvoer

NOTITIE = GebeurtenisInvoer("notitie", {"datum": "1-4-", "tekst": "Belde terug over\nde factuur"})


@pytest.fixture
def dossier(office: Office) -> int:
    return klacht_by_mail(office, KLAGER, "1-4-2026")


@pytest.fixture
def wrong(office: Office, dossier: int) -> int:
    return wrong_note(office, dossier)


def test_it_is_kept_as_it_was_typed_with_its_unfinished_date(office: Office, dossier: int):
    made = keep_gebeurtenis_draft(office.desk, dossier, NOTITIE)
    assert open_gebeurtenis_draft(office.desk, made) == replace(NOTITIE, draft_id=made)


def test_typing_on_stays_one_draft_also_with_another_kind(office: Office, dossier: int):
    made = keep_gebeurtenis_draft(office.desk, dossier, NOTITIE)
    # Emptied on purpose is not the same as never asked.
    asked = {"datum": "1-4-2026", "persoon": "", "verslag": "Belde terug"}
    other = GebeurtenisInvoer("contact_klager", asked, draft_id=made)
    assert keep_gebeurtenis_draft(office.desk, dossier, other) == made
    assert open_gebeurtenis_draft(office.desk, made) == other


def test_the_list_tells_which_dossier_what_kind_and_how_it_begins(office: Office, dossier: int):
    made = keep_gebeurtenis_draft(office.desk, dossier, NOTITIE)
    (regel,) = list_drafts(office.desk)
    assert (regel.draft_id, regel.dossier_id, regel.nummer) == (made, dossier, "2026-001")
    assert regel.titel == "Gebeurtenis: Notitie"
    assert regel.begin == "Belde terug over de factuur"
    assert gebeurtenis_in(regel.formulier) == made


def test_the_list_shows_the_longest_text_cut_short(office: Office, dossier: int):
    asked = {"datum": "1-4-2026", "persoon": KLAGER, "verslag": "woord " * 100}
    keep_gebeurtenis_draft(office.desk, dossier, GebeurtenisInvoer("contact_klager", asked))
    (regel,) = list_drafts(office.desk)
    # Sixty characters at most: nine words of five letters with their spaces are 54, "woord" makes 59.
    assert regel.begin == "woord " * 9 + "woord…"


def test_recording_it_drops_the_draft_and_a_refusal_leaves_it(office: Office, dossier: int):
    made = keep_gebeurtenis_draft(office.desk, dossier, NOTITIE)
    with pytest.raises(InvalidInput):
        record_gebeurtenis(office.desk, dossier, "notitie", "1-4-", {"tekst": "Belde"}, draft_id=made)
    assert open_gebeurtenis_draft(office.desk, made).waarden == NOTITIE.waarden
    record_gebeurtenis(office.desk, dossier, "notitie", "1-4-2026", {"tekst": "Belde"}, draft_id=made)
    assert list_drafts(office.desk) == ()
    with pytest.raises(NotFound):
        open_gebeurtenis_draft(office.desk, made)


@pytest.mark.parametrize("vervalt", [False, True])
def test_a_correction_is_kept_with_its_reason_and_drops_its_draft(
    office: Office, dossier: int, wrong: int, vervalt: bool
):
    begun = GebeurtenisInvoer(
        "notitie", {"datum": "1-4-2026", "tekst": "Juist"}, wrong, "Stond in het verkeerde dossier", vervalt
    )
    made = keep_gebeurtenis_draft(office.desk, dossier, begun)
    assert open_gebeurtenis_draft(office.desk, made) == replace(begun, draft_id=made)
    (regel,) = list_drafts(office.desk)
    assert regel.titel == "Correctie: Notitie"
    assert regel.begin == "Stond in het verkeerde dossier"
    with pytest.raises(InvalidInput):
        correct_gebeurtenis(office.desk, dossier, wrong, reden=" ", draft_id=made)
    assert len(list_drafts(office.desk)) == 1
    correct_gebeurtenis(office.desk, dossier, wrong, reden=begun.reden, draft_id=made)
    assert list_drafts(office.desk) == ()


def test_the_draft_of_something_else_is_left_alone(office: Office, dossier: int):
    form = keep_draft(office.desk, "oordeel", {"bevindingen": "Te hoog"}, draft_id=None, dossier_id=dossier)
    made = keep_gebeurtenis_draft(office.desk, dossier, replace(NOTITIE, draft_id=form))
    assert made != form
    with pytest.raises(NotFound):
        open_gebeurtenis_draft(office.desk, form)
    record_gebeurtenis(office.desk, dossier, "notitie", "1-4-2026", {"tekst": "Belde"}, draft_id=form)
    assert {regel.draft_id for regel in list_drafts(office.desk)} == {form, made}


def test_kept_after_it_was_thrown_away_makes_it_anew(office: Office, dossier: int):
    made = keep_gebeurtenis_draft(office.desk, dossier, NOTITIE)
    discard_draft(office.desk, made)
    again = keep_gebeurtenis_draft(office.desk, dossier, replace(NOTITIE, draft_id=made))
    assert [regel.draft_id for regel in list_drafts(office.desk)] == [again]


def test_a_gebeurtenis_that_was_thrown_away_comes_back_whole(office: Office, dossier: int):
    thrown = throw_away(office.desk, keep_gebeurtenis_draft(office.desk, dossier, NOTITIE))
    assert list_drafts(office.desk) == ()
    assert bring_back(office.desk, thrown).drafts
    (regel,) = list_drafts(office.desk)
    assert regel.dossier_id == dossier
    assert open_gebeurtenis_draft(office.desk, regel.draft_id).waarden == NOTITIE.waarden


def test_a_melding_that_was_thrown_away_comes_back_with_its_files(office: Office):
    typed = {"omschrijving": "De factuur klopt niet."}
    made = keep_draft(office.desk, "meldingsformulier", typed, draft_id=None, dossier_id=None)
    attach_to_draft(office.desk, made, [Bestand("factuur.pdf", PDF)])
    thrown = throw_away(office.desk, made)
    with pytest.raises(NotFound):
        throw_away(office.desk, made)
    bring_back(office.desk, thrown)
    (regel,) = list_drafts(office.desk)
    assert open_draft(office.desk, regel.draft_id).waarden["omschrijving"] == "De factuur klopt niet."
    assert files_of_draft(office.desk, regel.draft_id) == (Bestand("factuur.pdf", PDF),)


def test_a_letter_that_was_thrown_away_comes_back_whole(office: Office, dossier: int):
    letter = BriefInvoer("ontvangstbevestiging_verzonden", "1-4-2026", "klager", vrij={"slot": "Tot gauw."})
    thrown = throw_away(office.desk, keep_brief_draft(office.desk, dossier, letter))
    bring_back(office.desk, thrown)
    (regel,) = list_drafts(office.desk)
    assert read_brief_draft(office.desk, regel.draft_id) == (dossier, letter)
