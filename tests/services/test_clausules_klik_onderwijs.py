"""Klik Onderwijs, clause by clause, where no story passes: on a real kluis."""

from datetime import date

import pytest
from dossiers import BETROKKENE, klacht_by_mail
from office import OfficeMaker
from pdf_text import text_of

from klachtdesk.errors import NotAllowed
from klachtdesk.services.dossierbundel import render_dossierbundel
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import new_melding, read_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis


@pytest.mark.clausule("KL-D1")
def test_a_klacht_is_about_a_product_or_a_dienst(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 4, 2))
    melding = new_melding(office.desk).formulier
    assert [keuze.label for keuze in melding.veld("onderwerpen").keuzes] == ["Product", "Dienst of training"]
    # It takes klachten of its klanten and of its medewerkers (Informele klachtenprocedure).
    assert [keuze.label for keuze in melding.veld("hoedanigheid").keuzes] == ["Klant", "Medewerker"]
    dossier = klacht_by_mail(
        office, "Sem Visser", "2-4-2026", product="Digitaal toetsen", onderwerpen="product"
    )
    assert read_formulier(office.desk, dossier, "meldingsformulier").waarden["product"] == "Digitaal toetsen"
    view = read_dossier(office.desk, dossier)
    assert (view.onderwerpen, view.titel) == (("Product",), "Sem Visser · Digitaal toetsen")


@pytest.mark.clausule("KL-5")
def test_who_handles_it_from_outside_gets_the_dossier_as_pdf_and_what_comes_back_is_recorded(
    make_office: OfficeMaker,
):
    office = make_office("klik_onderwijs", date(2026, 4, 2))
    dossier = klacht_by_mail(office, "Sem Visser", "2-4-2026", product="Digitaal toetsen")
    korst = "dhr. N. Korst"
    record_gebeurtenis(
        office.desk, dossier, "toegewezen", "2-4-2026", {"persoon": korst, "door": "Hilde Smits"}
    )
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "2-4-2026", {"persoon": korst})
    bundel = text_of(render_dossierbundel(office.desk, dossier).pdf)
    assert "Digitaal toetsen" in bundel
    assert "Sem Visser" in bundel
    came = {"persoon": korst, "kanaal": "telefoon", "verslag": "Gebeld en uitgelegd."}
    record_gebeurtenis(office.on(2026, 4, 9), dossier, "contact_klager", "9-4-2026", came)
    line = read_dossier(office.desk, dossier).tijdlijn[-1]
    assert (line.datum, dict(line.details)["Persoon"]) == (date(2026, 4, 9), korst)


@pytest.mark.clausule("KL-5")
def test_who_the_klacht_is_about_can_not_handle_it_and_somebody_from_outside_can(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 4, 2))
    dossier = klacht_by_mail(office, "Sem Visser", "2-4-2026")
    appointed = {"persoon": BETROKKENE, "door": "De manager Propositie"}
    with pytest.raises(NotAllowed) as refused:
        record_gebeurtenis(office.desk, dossier, "toegewezen", "2-4-2026", appointed)
    assert refused.value.artikel == "Formeel 5"
    # Who is appointed has no account here: a name is enough.
    outside = {**appointed, "persoon": "dhr. N. Korst"}
    record_gebeurtenis(office.desk, dossier, "toegewezen", "2-4-2026", outside)
    line = read_dossier(office.desk, dossier).tijdlijn[-1]
    assert dict(line.details) == {"Persoon": "dhr. N. Korst", "Door": "De manager Propositie"}
