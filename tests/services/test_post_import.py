"""Post that is dropped on the window: what it proposes. It is Wednesday 1 April 2026, 10:40, at Interactie."""

import pytest
from dossiers import klacht_by_mail
from klachtenformulieren import TYPED, filled_form
from mails import PDF, TEKST, mail, with_pdf
from office import Office
from outlook_mails import MARIJKE, attachment, outlook_mail

from klachtdesk.errors import PostError
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.draft_bijlagen import files_of_draft
from klachtdesk.services.drafts import list_drafts, open_draft
from klachtdesk.services.formulieren import register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.post_import import begin_melding, files_in_mail, inspect_post, propose_ontvangst
from klachtdesk.views.bijlagen import Bestand

EML = Bestand("klacht.eml", with_pdf(mail()).as_bytes())
MSG = Bestand("klacht.msg", outlook_mail(MARIJKE, [attachment("factuur.pdf", PDF)]))
SCAN = Bestand("scan.pdf", PDF)
DAMAGED = Bestand("klacht.msg", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 5_000)


def with_address(office: Office, email: str = "marijke@voorbeeld.nl") -> int:
    return klacht_by_mail(office, "M. de Vries-Jansen", "30-3-2026", **{"melder.1.email": email})


def test_a_mail_makes_a_melding_with_its_sender_date_text_and_attachments(office: Office):
    made = begin_melding(office.desk, [EML])
    waarden = open_draft(office.desk, made.draft_id).waarden
    # The mail was sent on 31 March at 22:30 UTC, which is half past midnight on 1 April in the Netherlands.
    expected = {
        "kanaal": "email", "melder.1.naam": "Marijke de Vries", "melder.1.email": "marijke@voorbeeld.nl",
        "ontvangen_op": "1-4-2026", "ontvangen_om": "0:30", "omschrijving": TEKST.strip(),
        "aangenomen_door": "Noor Bakker", "soort": "klacht",
    }  # fmt: skip
    assert expected.items() <= waarden.items()
    assert files_of_draft(office.desk, made.draft_id) == (EML, Bestand("factuur.pdf", PDF))
    assert made.changes.drafts
    dossier = register_melding(office.desk, dict(waarden), draft_id=made.draft_id)
    view = read_dossier(office.desk, dossier.dossier_id)
    assert [regel.titel for regel in view.documenten] == ["factuur.pdf", "klacht.eml"]
    (ontvangst,) = view.tijdlijn
    assert ontvangst.document_id == view.documenten[1].id


def test_a_mail_of_outlook_does_the_same(office: Office):
    made = begin_melding(office.desk, [MSG])
    waarden = open_draft(office.desk, made.draft_id).waarden
    assert (waarden["melder.1.email"], waarden["ontvangen_op"]) == ("marijke@voorbeeld.nl", "31-3-2026")
    assert files_of_draft(office.desk, made.draft_id) == (MSG, Bestand("factuur.pdf", PDF))


def test_a_reply_proposes_what_was_written_and_not_what_it_quotes(office: Office):
    quoted = "Ik wil toch klagen.\n\nOp ma 30 mrt 2026 om 10:12 schreef Bureau <a@b.nl>:\n> Dag Marijke,\n"
    made = begin_melding(office.desk, [Bestand("a.eml", mail(quoted, onderwerp="Re: cursus").as_bytes())])
    assert open_draft(office.desk, made.draft_id).waarden["omschrijving"] == "Ik wil toch klagen."


def test_a_mail_from_the_future_is_received_today_and_that_is_told(office: Office):
    made = begin_melding(
        office.desk, [Bestand("a.eml", mail(datum="Fri, 3 Apr 2026 09:00:00 +0200").as_bytes())]
    )
    assert open_draft(office.desk, made.draft_id).waarden["ontvangen_op"] == "1-4-2026"
    assert any("ligt in de toekomst" in opmerking for opmerking in made.opmerkingen)


def test_a_scan_makes_an_empty_melding_that_came_by_letter(office: Office):
    made = begin_melding(office.desk, [SCAN])
    waarden = open_draft(office.desk, made.draft_id).waarden
    assert waarden["kanaal"] == "brief"
    assert "omschrijving" not in waarden
    assert files_of_draft(office.desk, made.draft_id) == (SCAN,)


def test_a_klachtenformulier_inside_a_mail_says_more_than_the_mail(office: Office):
    form = filled_form(TYPED)
    made = begin_melding(office.desk, [Bestand("a.eml", with_pdf(mail(), "formulier.pdf", form).as_bytes())])
    waarden = open_draft(office.desk, made.draft_id).waarden
    assert {key: waarden[key] for key in TYPED} == TYPED
    assert waarden["ontvangen_op"] == "1-4-2026"


def test_a_damaged_mail_is_kept_and_told(office: Office):
    made = begin_melding(office.desk, [DAMAGED])
    assert files_of_draft(office.desk, made.draft_id) == (DAMAGED,)
    assert made.opmerkingen[0].startswith("klacht.msg: Dit bestand heet een e-mail, maar")


def test_what_may_not_come_in_leaves_no_draft_behind(office: Office):
    with pytest.raises(PostError):
        begin_melding(office.desk, [Bestand("leeg.eml", b"")])
    assert list_drafts(office.desk) == ()


def test_what_was_dropped_is_described_before_anything_is_kept(office: Office):
    voorstel = inspect_post(office.desk, [EML, Bestand("virus.exe", b"MZ")])
    assert [(item.naam, item.soort) for item in voorstel.bestanden] == [
        ("klacht.eml", "E-mail"),
        ("virus.exe", "Programma"),
    ]
    assert voorstel.bestanden[1].gevaar.startswith("Dit is een programma")
    assert voorstel.mail is not None
    assert (voorstel.mail.van, voorstel.mail.onderwerp) == ("Marijke de Vries", "Klacht over de factuur")
    assert (voorstel.mail.bijlagen, voorstel.dossiers) == (1, ())
    assert voorstel.mail.begin.startswith("Beste mensen, De factuur is hoger")
    assert list_drafts(office.desk) == ()


def test_the_open_dossier_of_the_sender_is_proposed(office: Office):
    dossier = with_address(office, "Marijke@Voorbeeld.NL ")
    klacht_by_mail(office, "Een ander", "30-3-2026")
    (keuze,) = inspect_post(office.desk, [EML]).dossiers
    assert (keuze.id, keuze.titel) == (dossier, "M. de Vries-Jansen")
    assert "afzender" in keuze.reden


def test_a_dossier_that_is_closed_is_not_proposed_for_its_sender(office: Office):
    dossier = with_address(office)
    record_gebeurtenis(office.desk, dossier, "ingetrokken", "1-4-2026", {})
    assert inspect_post(office.desk, [EML]).dossiers == ()


def test_the_number_in_the_subject_goes_first(office: Office):
    sender = with_address(office)
    other = klacht_by_mail(office, "Een ander", "30-3-2026")
    nummer = read_dossier(office.desk, other).nummer
    bestand = Bestand("a.eml", mail(onderwerp=f"Re: uw klacht {nummer}").as_bytes())
    assert [keuze.id for keuze in inspect_post(office.desk, [bestand]).dossiers] == [other, sender]


def test_post_proposes_who_sent_it_under_the_name_that_the_dossier_knows(office: Office):
    dossier = with_address(office)
    mail_view = inspect_post(office.desk, [MSG]).mail
    voorstel = propose_ontvangst(office.desk, dossier, mail_view)
    assert voorstel.persoon == "M. de Vries-Jansen"
    assert voorstel.datum.isoformat() == "2026-03-31"
    kinds = [keuze.soort for keuze in voorstel.keuzes]
    assert kinds[0] == "correspondentie_ontvangen"
    assert "oordeel_verzonden" not in kinds


def test_post_without_a_mail_proposes_today_and_nobody(office: Office):
    voorstel = propose_ontvangst(office.desk, with_address(office), None)
    assert (voorstel.persoon, voorstel.datum) == ("", office.klok.vandaag())


def test_a_mail_is_kept_with_what_is_in_it(office: Office):
    assert files_in_mail([EML, SCAN]) == (EML, SCAN, Bestand("factuur.pdf", PDF))
    assert files_in_mail([SCAN]) == (SCAN,)
    assert files_in_mail([DAMAGED]) == (DAMAGED,)


def test_a_changed_form_of_a_mail_can_be_saved_after_registering(office: Office):
    made = begin_melding(office.desk, [EML])
    waarden = dict(open_draft(office.desk, made.draft_id).waarden)
    dossier = register_melding(office.desk, waarden, draft_id=made.draft_id).dossier_id
    save_formulier(office.desk, dossier, "meldingsformulier", waarden | {"wens": "Geld terug"}, draft_id=None)
    assert read_dossier(office.desk, dossier).wens == "Geld terug"
