"""Files from outside in a dossier. It is Wednesday 1 April 2026 at Interactie."""

import pytest
from dossiers import klacht_by_mail
from mails import PDF, PNG, mail, with_pdf
from office import Office
from pdf_text import text_of
from sqlalchemy import text

from klachtdesk.errors import DocumentError, InvalidInput, NotAllowed, NotFound, PostError
from klachtdesk.models import AuditRegel, Document
from klachtdesk.services.bijlagen import (
    add_bijlagen,
    export_warnings,
    open_bijlage,
    record_post,
    remove_bijlagen,
)
from klachtdesk.services.documenten import export_document
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.views.bijlagen import Bestand
from klachtdesk.views.dossier import DocumentRegel, TijdlijnRegel

FACTUUR = Bestand("factuur.pdf", PDF)
FOTO = Bestand("foto.png", PNG)
PROGRAMMA = Bestand("factuur.pdf.exe", b"MZ\x90\x00")


@pytest.fixture
def dossier(office: Office) -> int:
    return klacht_by_mail(office, "Marijke de Vries", "1-4-2026")


def documents(office: Office, dossier: int) -> dict[str, DocumentRegel]:
    return {regel.titel: regel for regel in read_dossier(office.desk, dossier).documenten}


def events(office: Office, dossier: int, soort: str) -> list[TijdlijnRegel]:
    return [regel for regel in read_dossier(office.desk, dossier).tijdlijn if regel.soort == soort]


def audited(office: Office) -> list[tuple[str, int | None]]:
    with office.desk.reading() as session:
        found = session.query(AuditRegel).order_by(AuditRegel.id)
        return [(regel.handeling, regel.object_id) for regel in found]


def test_files_are_kept_and_told_apart_by_their_content(office: Office, dossier: int):
    made = add_bijlagen(office.desk, dossier, [FACTUUR, FOTO, PROGRAMMA])
    assert made.changes.dossiers == {dossier}
    shown = {
        titel: (regel.soort_bestand, regel.toonbaar, regel.herkomst, regel.verwijderbaar)
        for titel, regel in documents(office, dossier).items()
    }
    assert shown == {
        "factuur.pdf": ("PDF", "pdf", "bijgevoegd", True),
        "foto.png": ("Afbeelding (PNG)", "beeld", "bijgevoegd", True),
        "factuur.pdf.exe": ("Programma", "", "bijgevoegd", True),
    }
    assert [name for name, _id in audited(office)].count("bijlage_toegevoegd") == 3


def test_a_file_comes_back_as_it_went_in_and_reading_it_is_noted(office: Office, dossier: int):
    (document_id,) = add_bijlagen(office.desk, dossier, [FOTO]).document_ids
    inhoud = open_bijlage(office.desk, document_id)
    assert (inhoud.naam, inhoud.inhoud, inhoud.toonbaar) == ("foto.png", PNG, "beeld")
    assert audited(office)[-1] == ("document_gelezen", document_id)


def test_a_mail_is_looked_at_as_a_page_with_its_words_as_they_were_typed(office: Office, dossier: int):
    made = with_pdf(mail("Dit is {{ mijn }} <b>klacht</b>.\n\nMarijke\n"))
    bestand = Bestand("klacht.eml", made.as_bytes())
    (document_id,) = add_bijlagen(office.desk, dossier, [bestand]).document_ids
    assert documents(office, dossier)["klacht.eml"].toonbaar == "mail"
    inhoud = open_bijlage(office.desk, document_id)
    assert (inhoud.naam, inhoud.toonbaar) == ("klacht.eml", "pdf")
    words = text_of(inhoud.inhoud)
    for line in (
        "Van Marijke de Vries (marijke@voorbeeld.nl)",
        "Aan Klachten (klachten@bureau.nl)",
        # 22:30 at Greenwich on 31 March is 0:30 the next day in Dutch summer time.
        "Datum 1 april 2026, 00.30 uur",
        "Onderwerp Klacht over de factuur",
        "Bijlagen factuur.pdf",
        "Dit is {{ mijn }} <b>klacht</b>.",
    ):
        assert line in words


def test_what_was_changed_in_the_kluis_is_not_given(office: Office, dossier: int):
    (document_id,) = add_bijlagen(office.desk, dossier, [FOTO]).document_ids
    with office.desk.writing() as session:
        session.execute(
            text("UPDATE document_inhoud SET inhoud = x'00' WHERE document_id = :id"), {"id": document_id}
        )
    with pytest.raises(DocumentError, match="niet meer wat er is opgeslagen"):
        open_bijlage(office.desk, document_id)


def test_received_post_is_a_document_and_a_gebeurtenis_in_one(office: Office, dossier: int):
    bestand = Bestand("reactie.eml", mail().as_bytes())
    record_post(
        office.desk,
        dossier,
        "correspondentie_ontvangen",
        "1-4-2026",
        {"persoon": "Marijke de Vries"},
        [bestand, FOTO],
    )
    (event,) = events(office, dossier, "correspondentie_ontvangen")
    kept = documents(office, dossier)
    assert event.document_id == kept["reactie.eml"].id
    assert event.details == (("Persoon", "Marijke de Vries"),)
    assert {regel.herkomst for regel in kept.values()} == {"ontvangen"}
    assert (kept["reactie.eml"].verwijderbaar, kept["foto.png"].verwijderbaar) == (False, True)


@pytest.mark.parametrize(
    ("datum", "velden", "error"),
    [
        ("1-4-2026", {}, InvalidInput),  # from whom is not filled in
        ("2-4-2026", {"persoon": "Marijke de Vries"}, InvalidInput),  # tomorrow
    ],
)
def test_post_that_can_not_be_recorded_leaves_no_file_behind(
    office: Office, dossier: int, datum: str, velden: dict[str, str], error: type[Exception]
):
    with pytest.raises(error):
        record_post(office.desk, dossier, "correspondentie_ontvangen", datum, velden, [FACTUUR])
    assert documents(office, dossier) == {}


def test_a_file_that_may_not_come_in_leaves_no_gebeurtenis_behind(office: Office, dossier: int):
    with pytest.raises(PostError):
        record_post(
            office.desk,
            dossier,
            "correspondentie_ontvangen",
            "1-4-2026",
            {"persoon": "M."},
            [Bestand("leeg", b"")],
        )
    assert events(office, dossier, "correspondentie_ontvangen") == []


def test_what_the_reglement_does_not_let_happen_now_is_refused_whole(office: Office, dossier: int):
    # Interactie 6.1: beroep is lodged against an oordeel; there is none yet.
    with pytest.raises((NotAllowed, InvalidInput)):
        record_post(office.desk, dossier, "beroep_ingesteld", "1-4-2026", {}, [FACTUUR])
    assert documents(office, dossier) == {}


def test_a_file_added_by_mistake_is_taken_out_and_can_be_put_back(office: Office, dossier: int):
    made = add_bijlagen(office.desk, dossier, [FACTUUR, FOTO])
    taken = remove_bijlagen(office.desk, made.document_ids)
    assert (taken.dossier_id, taken.bestanden) == (dossier, (FACTUUR, FOTO))
    assert documents(office, dossier) == {}
    with office.desk.reading() as session:
        assert session.execute(text("SELECT count(*) FROM document_inhoud")).scalar() == 0
    add_bijlagen(office.desk, dossier, taken.bestanden)
    assert documents(office, dossier).keys() == {"factuur.pdf", "foto.png"}


def test_the_proof_of_a_gebeurtenis_is_not_taken_out(office: Office, dossier: int):
    made = record_post(
        office.desk,
        dossier,
        "correspondentie_ontvangen",
        "1-4-2026",
        {"persoon": "Marijke de Vries"},
        [FACTUUR],
    )
    with pytest.raises(NotAllowed, match="rust een gebeurtenis"):
        remove_bijlagen(office.desk, made.document_ids)
    assert "factuur.pdf" in documents(office, dossier)


def test_what_was_made_here_is_not_taken_out(office: Office, dossier: int):
    (document_id,) = add_bijlagen(office.desk, dossier, [FACTUUR]).document_ids
    with office.desk.writing() as session:
        session.get_one(Document, document_id).soort = "oordeel"
    with pytest.raises(NotAllowed, match="hier gemaakt"):
        remove_bijlagen(office.desk, [document_id])


def test_what_is_gone_is_told(office: Office):
    with pytest.raises(NotFound):
        open_bijlage(office.desk, 999)
    with pytest.raises(NotFound):
        remove_bijlagen(office.desk, [999])


def test_a_warning_is_given_before_what_can_do_harm_leaves_the_kluis(office: Office, dossier: int, tmp_path):
    ids = add_bijlagen(office.desk, dossier, [FOTO, PROGRAMMA]).document_ids
    assert export_warnings(office.desk, ids[0]) == ()
    (warning,) = export_warnings(office.desk, ids[1])
    assert warning.startswith("Dit is een programma")
    export_document(office.desk, ids[1], tmp_path / "uit.exe")
    assert (tmp_path / "uit.exe").read_bytes() == PROGRAMMA.inhoud
    assert audited(office)[-1] == ("document_geexporteerd", ids[1])


def test_post_is_found_by_who_sent_it(office: Office, dossier: int):
    velden = {"persoon": "Wilhelmina Bommelstein"}
    record_post(office.desk, dossier, "correspondentie_ontvangen", "1-4-2026", velden, [FACTUUR])
    assert [regel.id for regel in list_dossiers(office.desk, "Bommelstein")] == [dossier]
