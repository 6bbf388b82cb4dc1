"""A klachtenformulier that comes back becomes a melding that stands ready, with what is missing named."""

from datetime import date
from pathlib import Path

import pytest
from klachtenformulieren import TYPED, changed, empty_form, fields_of, filled_form
from office import Office, OfficeMaker
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, String

from klachtdesk.errors import InvalidInput, PostError
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.draft_bijlagen import files_of_draft
from klachtdesk.services.drafts import list_drafts, open_draft
from klachtdesk.services.formulier_import import (
    import_formulier,
    import_formulier_file,
    is_klachtenformulier,
    list_missing,
    propose_formulier,
)
from klachtdesk.services.formulieren import read_formulier, register_melding, save_formulier

WHOLE = {
    **TYPED,
    "melder.1.email": "c.sahin@voorbeeld.nl",
    "klager.1.naam": "Ria Postmus",
    "machtiging_voor": "De hele klacht",
    "machtiging_op": "13-4-2026",
    "hulp": "Ria Postmus, de buurvrouw",
    "taal": "Tigrinya",
}
TICKED = {"hoedanigheid": "client", "onderwerpen.handelen": "Yes"}


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    """10 voor Taal on Wednesday 15 April 2026."""
    return make_office("tien_voor_taal", date(2026, 4, 15))


@pytest.mark.clausule("TT-1.3", "TT-2.1", "TT-1.4b")
def test_every_field_is_on_the_melding_and_the_form_is_with_it(office: Office):
    form = filled_form(WHOLE, TICKED)
    made = import_formulier(office.desk, "klacht van mevrouw Şahin.pdf", form)
    waarden = made.view.waarden
    assert {key: waarden[key] for key in WHOLE} == WHOLE
    assert (waarden["hoedanigheid"], waarden["onderwerpen"]) == ("client", "handelen")
    assert (waarden["kanaal"], waarden["ontvangen_op"]) == ("klachtenformulier", "15-4-2026")
    assert waarden["aangenomen_door"] == "Noor Bakker"
    assert made.ontbreekt == ()
    assert made.view.draft_id is not None
    (bijlage,) = files_of_draft(office.desk, made.view.draft_id)
    assert (bijlage.naam, bijlage.inhoud) == ("klacht van mevrouw Şahin.pdf", form)


@pytest.mark.clausule("TT-1.3")
def test_it_is_registered_as_it_is_with_the_form_among_the_documents(office: Office):
    made = import_formulier(office.desk, "klacht.pdf", filled_form(WHOLE, TICKED))
    registered = register_melding(office.desk, made.view.waarden, draft_id=made.view.draft_id)
    dossier = read_dossier(office.desk, registered.dossier_id)
    assert [item.titel for item in dossier.documenten] == ["klacht.pdf"]
    assert [regel.soort for regel in dossier.tijdlijn if regel.soort == "ontvangen"] == ["ontvangen"]
    kept = read_formulier(office.desk, registered.dossier_id, "meldingsformulier").waarden
    assert {key: kept[key] for key in WHOLE} == WHOLE
    assert list_drafts(office.desk) == ()


@pytest.mark.clausule("TT-1.3")
def test_what_is_missing_is_named(office: Office):
    made = import_formulier(office.desk, "klacht.pdf", filled_form({"klager.1.naam": "Ria Postmus"}))
    assert made.ontbreekt == (
        "de naam van de melder",
        "de omschrijving van de klacht",
        "de datum van dagtekening",
        "de datum van de machtiging",
    )
    assert any("Kijk in het formulier of beiden hebben getekend" in item for item in made.opmerkingen)


@pytest.mark.clausule("KL-2")
def test_what_is_missing_follows_the_reglement(make_office: OfficeMaker):
    desk = make_office("klik_onderwijs", date(2026, 4, 15)).desk
    form = filled_form({"melder.1.naam": "J. Jansen", "omschrijving": "Te laat."}, reglement="klik_onderwijs")
    made = import_formulier(desk, "klacht.pdf", form)
    assert made.ontbreekt == (
        "de organisatie van de klager",
        "het e-mailadres van de klager",
        "het telefoonnummer van de klager",
        "de training, het product of de dienst",
        "de motivering van de klacht",
        "de datum van dagtekening",
    )
    # Klik Onderwijs takes a klacht by e-mail or letter; a form that was mailed is one.
    assert made.view.waarden["kanaal"] == "email"
    assert any("‘E-mail’" in item for item in made.opmerkingen)


def test_what_a_melding_lacks_can_be_asked_again(office: Office):
    made = import_formulier(office.desk, "klacht.pdf", filled_form({"omschrijving": "Te laat."}))
    again = open_draft(office.desk, made.view.draft_id or 0)
    assert list_missing(office.desk, again.waarden) == made.ontbreekt


class TestDagtekening:
    @pytest.mark.clausule("TT-1.4a")
    def test_it_is_the_day_on_which_the_klacht_was_put_in(self, office: Office):
        dossier = register_melding(
            office.desk, {"dagtekening": "13-4-2026", "kanaal": "brief"}, draft_id=None
        )
        regels = read_dossier(office.desk, dossier.dossier_id).tijdlijn
        found = {regel.soort: regel.datum for regel in regels}
        assert (found["ingediend"], found["ontvangen"]) == (date(2026, 4, 13), date(2026, 4, 15))

    @pytest.mark.clausule("TT-1.4a")
    def test_without_it_the_screen_says_that_the_receipt_counts(self, office: Office):
        dossier = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None)
        signalen = read_dossier(office.desk, dossier.dossier_id).procedure.signalen
        assert any("geen dagtekening" in signaal.zin for signaal in signalen)

    def test_it_can_be_filled_in_later_and_taken_away_again(self, office: Office):
        made = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None)
        for text, expected in (
            ("13-4-2026", [date(2026, 4, 13)]),
            ("14-4-2026", [date(2026, 4, 14)]),
            ("", []),
        ):
            waarden = read_formulier(office.desk, made.dossier_id, "meldingsformulier").waarden
            typed = {**waarden, "dagtekening": text}
            save_formulier(office.desk, made.dossier_id, "meldingsformulier", typed, draft_id=None)
            counting = [
                regel.datum
                for regel in read_dossier(office.desk, made.dossier_id).tijdlijn
                if regel.soort == "ingediend" and not regel.vervangen
            ]
            assert counting == expected

    def test_a_date_after_the_receipt_is_refused_at_its_field(self, office: Office):
        typed = {"dagtekening": "15-4-2026", "ontvangen_op": "14-4-2026", "kanaal": "brief"}
        with pytest.raises(InvalidInput) as caught:
            register_melding(office.desk, typed, draft_id=None)
        assert caught.value.fields.keys() == {"dagtekening"}
        assert list_dossiers(office.desk) == ()


class TestWhatIsTold:
    def _opmerkingen(self, office: Office, inhoud: bytes) -> str:
        made = import_formulier(office.desk, "klacht.pdf", inhoud)
        assert made.view.draft_id is not None
        assert [item.inhoud for item in files_of_draft(office.desk, made.view.draft_id)] == [inhoud]
        return " ".join(made.opmerkingen)

    def test_an_empty_form(self, office: Office):
        assert "niets ingevuld" in self._opmerkingen(office, empty_form())

    def test_text_that_is_too_long_or_is_none(self, office: Office):
        form = filled_form({"omschrijving": "x" * 100_000, "product": "a\x00b"})
        told = self._opmerkingen(office, form)
        assert "ingekort: ‘Omschrijving van de klacht’" in told
        assert "Uit ‘Training, product of dienst’ zijn tekens weggelaten" in told

    def test_half_characters_can_be_kept_and_found(self, office: Office):
        def fill(document: Pdf) -> None:
            fields_of(document)["melder.1.naam"].V = String(b"\xfe\xff\xd8\x00\x00A\x00n\x00n")

        made = import_formulier(office.desk, "klacht.pdf", changed(empty_form(), fill))
        registered = register_melding(office.desk, made.view.waarden, draft_id=made.view.draft_id)
        assert read_dossier(office.desk, registered.dossier_id).personen[0].naam.endswith("nn")

    def test_a_date_that_can_not_be_read_stays_and_is_told(self, office: Office):
        made = import_formulier(office.desk, "klacht.pdf", filled_form({"dagtekening": "begin mei"}))
        assert made.view.waarden["dagtekening"] == "begin mei"
        assert any("schrijf de datum als dag-maand-jaar" in item for item in made.opmerkingen)

    def test_a_choice_that_is_not_in_the_list(self, office: Office):
        assert "‘interne’" in self._opmerkingen(office, filled_form({}, {"hoedanigheid": "interne"}))

    def test_a_form_of_another_reglement(self, office: Office):
        form = filled_form({"omschrijving": "Te laat."}, reglement="interactie")
        assert "een ander reglement" in self._opmerkingen(office, form)

    def test_a_script(self, office: Office):
        def add(document: Pdf) -> None:
            document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

        assert "JavaScript" in self._opmerkingen(office, changed(filled_form(), add))

    def test_encrypted(self, office: Office):
        made = changed(filled_form(), lambda _document: None, encryption=Encryption(owner="x", user="x"))
        assert "wachtwoord" in self._opmerkingen(office, made)

    def test_damaged(self, office: Office):
        assert "beschadigd" in self._opmerkingen(office, b"%PDF-1.7\n" + b"\x00" * 500)

    def test_made_flat(self, office: Office):
        def flatten(document: Pdf) -> None:
            document.flatten_annotations("print")

        made = changed(filled_form(), flatten)
        assert "plat gemaakt" in self._opmerkingen(office, made)
        assert is_klachtenformulier(made)

    def test_another_form(self, office: Office):
        def other(document: Pdf) -> None:
            document.docinfo["/Keywords"] = String("")
            document.Root.AcroForm.Fields = Array(
                [document.make_indirect(Dictionary(FT=Name.Tx, T=String("naam"), V=String("Jan")))]
            )
            for page in document.pages:
                page.Annots = Array()

        made = changed(empty_form(), other)
        assert "niet het klachtenformulier" in self._opmerkingen(office, made)
        assert not is_klachtenformulier(made)

    @pytest.mark.parametrize("inhoud", [b"MZ a program", b"%PDF-1.7\n" + b"\x00" * 25 * 1024 * 1024])
    def test_what_is_no_pdf_or_too_large_is_not_kept(self, office: Office, inhoud: bytes):
        with pytest.raises(PostError):
            import_formulier(office.desk, "klacht.pdf", inhoud)
        assert list_drafts(office.desk) == ()


def test_of_what_is_no_form_nothing_is_proposed(office: Office):
    with office.desk.reading() as session:
        assert propose_formulier(session, office.desk, b"hello") is None
        proposed = propose_formulier(session, office.desk, filled_form())
    assert proposed is not None
    assert proposed.gelezen
    assert proposed.waarden["melder.1.naam"] == "Çağla Şahin"


def test_a_file_of_500_mb_is_refused_without_being_read(office: Office, tmp_path: Path):
    source = tmp_path / "groot.pdf"
    with source.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(500 * 1024 * 1024)
    with pytest.raises(PostError, match="groter dan 25 MB"):
        import_formulier_file(office.desk, source)


def test_a_file_that_is_gone_is_told(office: Office, tmp_path: Path):
    with pytest.raises(PostError, match="kan niet worden geopend"):
        import_formulier_file(office.desk, tmp_path / "weg.pdf")
