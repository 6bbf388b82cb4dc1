"""The fields of a letter follow the dossier and what was typed, also while that is only half done."""

from datetime import date

import pytest
from brievenpost import Post
from office import OfficeMaker

from klachtdesk.brieven.velden import VELDEN
from klachtdesk.brieven.waarden import Opsomming, Waarden
from klachtdesk.errors import InvalidInput
from klachtdesk.services.brieven.geadresseerden import geadresseerden
from klachtdesk.services.brieven.making import begin_brief, finalize_brief
from klachtdesk.services.brieven.velden import brief_values
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.kantoor.functionarissen import (
    functionaris_formulier,
    list_functionarissen,
    save_functionaris,
)
from klachtdesk.views.brief import BriefInvoer

MELDING = {
    "kanaal": "email",
    "omschrijving": "De factuur klopt niet.",
    "melder.1.naam": "mevrouw Jo Bos",
    "betrokkene.1.naam": "Joris Kramer",
}


def values(post: Post, soort: str, datum: str = "", rol: str = "klager", **velden: str) -> Waarden:
    """Return the fields of a letter to the klager, or to somebody in another role."""
    desk = post.office.desk
    with desk.reading() as session:
        dossier = get_dossier(session, post.dossier)
        aan = geadresseerden(session, dossier, (rol,), desk.klok.vandaag())[0]
        return brief_values(session, desk, dossier, BriefInvoer(soort, datum, aan.sleutel, velden), aan)


@pytest.fixture
def post(make_office: OfficeMaker) -> Post:
    """Return a klacht that Interactie received by mail on Wednesday 1 April 2026."""
    day = date(2026, 4, 1)
    return Post(make_office("interactie", day), day, MELDING)


def test_every_field_of_the_catalogue_has_a_value_and_no_other(post: Post) -> None:
    for soort in ("ontvangstbevestiging_verzonden", "verdaagd", "niet_in_behandeling", "nooit_gehoord", ""):
        assert values(post, soort).keys() == {veld.sleutel for veld in VELDEN}


def test_half_typed_fields_print_as_typed_or_as_a_gap(post: Post) -> None:
    empty = values(post, "verdaagd")
    assert (empty["verdaging.tot"], empty["verdaging.reden"]) == ("…", "…")
    assert empty["verdaging.was"] == date(2026, 4, 29)  # the only termijn that can be extended
    half = values(post, "verdaagd", "31-31-2026", termijn="oordeel", tot="13-5-20266", reden="Ziek")
    assert half["verdaging.tot"] == "13-5-20266"
    assert half["brief.datum"] == date(2026, 4, 1)  # what can't be read is today
    assert values(post, "verdaagd", tot="13-5-2026", reden="Ziek")["verdaging.tot"] == date(2026, 5, 13)


def test_a_letter_of_an_earlier_day_tells_what_held_on_that_day(post: Post) -> None:
    post.happened(date(2026, 4, 1), "doorgezonden", persoon="Amber Veldman")
    verdaagd = {"termijn": "oordeel", "tot": "13-5-2026", "reden": "Ziek."}
    post.happened(date(2026, 4, 20), "verdaagd", **verdaagd)
    assert values(post, "tussenbericht_verzonden")["uitkomst.uiterlijk"] == date(2026, 5, 13)
    assert values(post, "tussenbericht_verzonden", "19-4-2026")["uitkomst.uiterlijk"] == date(2026, 4, 29)


def test_a_new_version_of_a_letter_does_not_count_the_one_it_replaces(post: Post) -> None:
    post.happened(date(2026, 4, 1), "doorgezonden", persoon="Amber Veldman")
    verdaagd = {"termijn": "oordeel", "tot": "13-5-2026", "reden": "Ziek."}
    desk = post.office.on(2026, 4, 20)
    view = begin_brief(desk, post.dossier, "verdaagd")
    invoer = BriefInvoer("verdaagd", "20-4-2026", view.invoer.geadresseerde, verdaagd)
    made = finalize_brief(desk, post.dossier, invoer)
    with desk.reading() as session:
        dossier = get_dossier(session, post.dossier)
        again = BriefInvoer(
            "verdaagd", "20-4-2026", "", {**verdaagd, "tot": "20-5-2026"}, vervangt=made.document_id
        )
        found = brief_values(session, desk, dossier, again, None)
    assert (found["verdaging.was"], found["verdaging.tot"]) == (date(2026, 4, 29), date(2026, 5, 20))


def test_questions_go_to_who_the_reglement_names_unless_the_klacht_is_about_them(post: Post) -> None:
    assert values(post, "tussenbericht_verzonden")["contact.naam"] == "mevrouw Veldman"
    post.filled_in(date(2026, 4, 2), "meldingsformulier", betrokkene__2__naam="mevrouw Amber Veldman")
    assert values(post, "tussenbericht_verzonden")["contact.naam"] == ""


def test_questions_go_to_the_waarnemer_during_an_absence(post: Post) -> None:
    desk = post.office.desk
    (amber,) = [item for item in list_functionarissen(desk) if item.sleutel == "klachtenfunctionaris"]
    typed = dict(functionaris_formulier(desk, amber.id).waarden)
    row = {"naam": "dhr. Piet Blom", "aanleiding": "afwezigheid", "van": "1-4-2026", "tot": "30-4-2026"}
    typed |= {f"vervanger.9.{key}": text for key, text in row.items()}
    save_functionaris(desk, typed, functionaris_id=amber.id)
    found = values(post, "tussenbericht_verzonden")
    assert (found["contact.naam"], found["contact.functie"]) == (
        "de heer Blom",
        "waarnemend klachtenfunctionaris",
    )


def test_the_melder_reads_of_an_own_klacht_also_when_somebody_else_was_gemachtigd(
    make_office: OfficeMaker,
) -> None:
    day = date(2026, 4, 13)
    post = Post(make_office("tien_voor_taal", day), day, MELDING | {"klager.1.naam": "mevrouw Ria Postmus"})
    post.happened(day, "machtiging_ontvangen", persoon="mevrouw Ria Postmus", volledig="ja")
    klager, melder, betrokkene = (
        values(post, "ontvangstbevestiging_verzonden", rol=rol) for rol in ("klager", "melder", "betrokkene")
    )
    assert (klager["klacht.benaming"], klager["klager.gemachtigde"]) == ("de klacht van mevrouw Bos", True)
    assert (melder["klacht.benaming"], melder["klager.gemachtigde"]) == ("uw klacht", False)
    assert betrokkene["klager.gemachtigde"] is True


@pytest.mark.clausule("TT-1.2a")
def test_later_is_only_offered_when_every_reason_can_pass(make_office: OfficeMaker) -> None:
    """An investigation ends; that it happened more than a year before does not change."""
    day = date(2026, 4, 13)
    post = Post(make_office("tien_voor_taal", day), day, MELDING)
    for gronden, passes in (
        ("opsporing_of_vervolging", True),
        ("langer_dan_een_jaar", False),
        ("langer_dan_een_jaar opsporing_of_vervolging", False),
        ("", False),
    ):
        assert values(post, "niet_in_behandeling", gronden=gronden)["gronden.tijdelijk"] is passes


def test_what_is_missing_is_what_was_typed_a_line_each(post: Post) -> None:
    found = values(post, "aanvulling_gevraagd", velden="- de factuur\n\n• de offerte ")
    assert found["ontbrekende_gegevens"] == Opsomming(("de factuur", "de offerte"))


@pytest.mark.clausule("KL-12")
def test_an_uitspraak_on_a_bezwaar_is_not_final_without_its_motivering(make_office: OfficeMaker) -> None:
    day = date(2026, 4, 2)
    post = Post(make_office("klik_onderwijs", day), day, MELDING)
    view = begin_brief(post.office.desk, post.dossier, "bezwaar_uitspraak_verzonden")
    invoer = BriefInvoer("bezwaar_uitspraak_verzonden", "2-4-2026", view.invoer.geadresseerde)
    with pytest.raises(InvalidInput) as unread:
        finalize_brief(post.office.desk, post.dossier, invoer)
    assert {"vrij.uitspraak", "vrij.motivering"} <= unread.value.fields.keys()
