"""To whom a letter goes unasked when the klager is not the melder: with a machtiging, and without one.

Marijke de Vries reports; Noud Smit stands on the form as klager. At 10 voor Taal he speaks for her (Definities, 2.1).
"""

from dataclasses import replace
from datetime import date

import pytest
from brieven_op_kantoor import GEMACHTIGDE, KLAGER, authorise, begun, klacht_met_adres
from office import Office, OfficeMaker
from pdf_text import text_of

from klachtdesk.services.brieven.making import begin_brief, finalize_brief, preview_brief
from klachtdesk.services.brieven.many import why_apart
from klachtdesk.services.documenten import read_document
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.views.brief import GeadresseerdeKeuze, MedeOntvanger
from klachtdesk.views.veel_brieven import Kandidaat

SOORT = "ontvangstbevestiging_verzonden"
NOUD = GEMACHTIGDE["klager.1.naam"]


def _first(office: Office, dossier: int) -> GeadresseerdeKeuze:
    return begin_brief(office.desk, dossier, SOORT).geadresseerden[0]


@pytest.mark.clausule("TT-1.3", "TT-2.1")
@pytest.mark.parametrize("volledig", ["", "nee"])
def test_without_a_complete_machtiging_a_letter_goes_to_the_melder_alone(taal: Office, volledig: str):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    if volledig:
        authorise(taal, dossier, volledig)
    assert [item.label for item in begin_brief(taal.desk, dossier, SOORT).geadresseerden] == [
        f"Melder: {KLAGER}",
        f"Klager: {NOUD} (nog geen machtiging)",
    ]
    made = finalize_brief(taal.desk, dossier, begun(taal, dossier, SOORT))
    (only,) = (text_of(read_document(taal.desk, item)) for item in made.documenten)
    assert "Geachte mevrouw De Vries, Op 1 april 2026 hebben wij uw klacht ontvangen." in only
    assert NOUD not in only


@pytest.mark.clausule("TT-2.1")
def test_who_sends_it_to_somebody_without_machtiging_all_the_same_is_told(taal: Office):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    melder, klager = begin_brief(taal.desk, dossier, SOORT).geadresseerden
    invoer = replace(begun(taal, dossier, SOORT), geadresseerde=klager.sleutel)
    assert [item.voorgesteld for item in klager.ook] == [False], "not a copy to the other either, unasked"
    shown = preview_brief(taal.desk, dossier, invoer)
    assert any("nog geen volledige machtiging van Noud Smit" in item for item in shown.opmerkingen)
    assert "hebben wij de klacht van mevrouw De Vries ontvangen" in text_of(shown.pdf)
    assert preview_brief(taal.desk, dossier, replace(invoer, geadresseerde=melder.sleutel)).opmerkingen == ()


@pytest.mark.clausule("TT-2.1")
def test_with_a_machtiging_it_goes_to_the_klager_with_the_melder_in_copy(taal: Office):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    authorise(taal, dossier)
    first = _first(taal, dossier)
    assert first.label == f"Klager: {NOUD}"
    assert [item.voorgesteld for item in first.ook] == [True]
    record_gebeurtenis(taal.desk, dossier, "machtiging_ingetrokken", "1-4-2026", {})
    assert _first(taal, dossier).label == f"Melder: {KLAGER}"


def test_a_betrokkene_is_told_whose_klacht_it_is_and_not_of_who_has_no_machtiging(taal: Office):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    shown = preview_brief(taal.desk, dossier, begun(taal, dossier, "betrokkene_ingelicht"))
    text = text_of(shown.pdf)
    assert "De klacht komt van mevrouw Marijke de Vries" in text
    assert NOUD not in text


def test_many_at_once_go_to_the_melder_too(taal: Office):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    assert why_apart(taal.desk, SOORT, [Kandidaat(dossier, "", "")]) == ("",)


@pytest.mark.clausule("KL-3")
def test_where_no_machtiging_is_asked_the_klager_gets_it_and_who_reported_only_when_asked(
    make_office: OfficeMaker,
):
    klik = make_office("klik_onderwijs", date(2026, 4, 1))
    dossier = klacht_met_adres(klik, **GEMACHTIGDE)
    first = _first(klik, dossier)
    assert first.naam == NOUD
    (melder,) = first.ook
    assert melder == MedeOntvanger(melder.sleutel, f"Melder: {KLAGER} (kopie)", voorgesteld=False)
    alone = finalize_brief(klik.desk, dossier, begun(klik, dossier, SOORT))
    assert len(alone.documenten) == 1
    both = preview_brief(klik.desk, dossier, begun(klik, dossier, SOORT, ook=(melder.sleutel,)))
    assert f"Kopie aan: {KLAGER}" in text_of(both.pdf)
