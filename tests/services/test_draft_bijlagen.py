"""Files with a melding that is still being typed. It is Wednesday 1 April 2026 at Interactie."""

import pytest
from mails import PDF, PNG
from office import Office
from sqlalchemy import text

from klachtdesk.errors import InvalidInput, NotFound, PostError
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.draft_bijlagen import (
    attach_to_draft,
    detach_from_draft,
    files_of_draft,
    list_draft_bijlagen,
    open_draft_bijlage,
)
from klachtdesk.services.drafts import discard_draft, keep_draft
from klachtdesk.services.formulieren import read_formulier as read_form
from klachtdesk.services.formulieren import register_melding, save_formulier
from klachtdesk.views.bijlagen import Bestand

FACTUUR, FOTO = Bestand("factuur.pdf", PDF), Bestand("foto.png", PNG)
MAIL = {"kanaal": "email", "omschrijving": "De factuur klopt niet."}


@pytest.fixture
def draft(office: Office) -> int:
    made = keep_draft(office.desk, "meldingsformulier", MAIL, draft_id=None, dossier_id=None)
    attach_to_draft(office.desk, made, [FACTUUR, FOTO])
    return made


def rows(office: Office) -> int:
    with office.desk.reading() as session:
        return int(session.execute(text("SELECT count(*) FROM draft_bijlage")).scalar_one())


def test_files_are_listed_with_a_draft_and_shown_from_memory(office: Office, draft: int):
    listed = list_draft_bijlagen(office.desk, draft)
    assert [(item.naam, item.soort, item.toonbaar) for item in listed] == [
        ("factuur.pdf", "PDF", "pdf"),
        ("foto.png", "Afbeelding (PNG)", "beeld"),
    ]
    assert [item.grootte for item in listed] == [len(PDF), len(PNG)]
    assert open_draft_bijlage(office.desk, listed[1].id).inhoud == PNG


def test_a_file_is_taken_off_and_comes_back(office: Office, draft: int):
    first = list_draft_bijlagen(office.desk, draft)[0]
    taken = detach_from_draft(office.desk, first.id)
    assert taken.bestand == FACTUUR
    assert files_of_draft(office.desk, draft) == (FOTO,)
    attach_to_draft(office.desk, draft, [taken.bestand])
    assert files_of_draft(office.desk, draft) == (FOTO, FACTUUR)
    with pytest.raises(NotFound):
        detach_from_draft(office.desk, 999)


def test_typing_on_keeps_the_files(office: Office, draft: int):
    keep_draft(
        office.desk, "meldingsformulier", MAIL | {"wens": "Geld terug"}, draft_id=draft, dossier_id=None
    )
    assert files_of_draft(office.desk, draft) == (FACTUUR, FOTO)


def test_registering_moves_the_files_to_the_dossier_and_the_first_is_the_proof_of_receipt(
    office: Office, draft: int
):
    made = register_melding(office.desk, MAIL, draft_id=draft)
    view = read_dossier(office.desk, made.dossier_id)
    kept = {regel.titel: regel for regel in view.documenten}
    assert {titel: regel.herkomst for titel, regel in kept.items()} == {
        "factuur.pdf": "ontvangen",
        "foto.png": "ontvangen",
    }
    (ontvangst,) = view.tijdlijn
    assert ontvangst.document_id == kept["factuur.pdf"].id
    assert rows(office) == 0


def test_a_file_sent_during_a_call_is_no_proof_of_the_call(office: Office, draft: int):
    made = register_melding(office.desk, MAIL | {"kanaal": "telefoon"}, draft_id=draft)
    view = read_dossier(office.desk, made.dossier_id)
    assert len(view.documenten) == 2
    assert [regel.document_id for regel in view.tijdlijn] == [None]


def test_the_proof_stays_when_the_date_of_receipt_is_put_right(office: Office, draft: int):
    made = register_melding(office.desk, MAIL, draft_id=draft)
    typed = read_form(office.desk, made.dossier_id, "meldingsformulier").waarden
    save_formulier(
        office.desk,
        made.dossier_id,
        "meldingsformulier",
        typed | {"ontvangen_op": "31-3-2026"},
        draft_id=None,
    )
    view = read_dossier(office.desk, made.dossier_id)
    (counts,) = [regel for regel in view.tijdlijn if regel.soort == "ontvangen" and not regel.vervangen]
    assert counts.document_id == next(item.id for item in view.documenten if item.titel == "factuur.pdf")


def test_a_melding_that_is_refused_keeps_its_files(office: Office, draft: int):
    with pytest.raises(InvalidInput):
        register_melding(office.desk, MAIL | {"datum_gebeurtenis": "99-99-2026"}, draft_id=draft)
    assert files_of_draft(office.desk, draft) == (FACTUUR, FOTO)


def test_a_draft_that_is_thrown_away_takes_its_files_along(office: Office, draft: int):
    discard_draft(office.desk, draft)
    assert rows(office) == 0
    assert files_of_draft(office.desk, draft) == ()
    assert list_draft_bijlagen(office.desk, draft) == ()
    with pytest.raises(NotFound):
        attach_to_draft(office.desk, draft, [FOTO])


def test_a_melding_holds_no_more_than_may_come_in_at_once(office: Office, draft: int):
    attach_to_draft(office.desk, draft, [Bestand("x.bin", bytes(24 * 1024 * 1024))] * 4)
    with pytest.raises(PostError, match="samen 100 MB"):
        attach_to_draft(office.desk, draft, [Bestand("y.bin", bytes(5 * 1024 * 1024))])
    assert len(list_draft_bijlagen(office.desk, draft)) == 6
