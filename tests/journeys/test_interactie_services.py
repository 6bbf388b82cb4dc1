"""The story of Interactie over the services: a phone call goes in, an oordeel signed by three parties comes out.

From the story: too high an invoice and a trainer who did not listen; phone call on Wednesday 1 April 2026, put in
writing by mail the same day, heard on 9 April, solved on 14 April, oordeel on 21 April, satisfied on 24 April.
"""

from datetime import date
from pathlib import Path

import pytest
from certificates import PartyCertificate, party_certificate
from office import Office
from second_opinion import check_signed_oordeel

from klachtdesk.errors import NotAllowed
from klachtdesk.services.documenten import export_document
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.formulieren import read_formulier, register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.oordeel import freeze_oordeel, preview_oordeel, read_ondertekening, sign_oordeel
from klachtdesk.services.termijnen import read_maand, read_uitleg
from klachtdesk.views.ondertekening import HandtekeningStatus

PARTIES = {
    "klager": "Marijke de Vries",
    "klachtenfunctionaris": "Amber Veldman",
    "betrokkene": "Joris Kramer",
}

MELDING = {
    "omschrijving": "De factuur is 850 euro hoger dan de offerte. De trainer ging niet in op de casussen.",
    "product": "Gesprekken onder druk",
    "datum_gebeurtenis": "12-3-2026",
    "overeenkomst": "IA-2026-014",
    "onderwerpen": "hoogte_factuur kwaliteit_dienstverlening",
    "wens": "Creditnota en een extra dagdeel.",
    "melder.1.naam": "Marijke de Vries",
    "melder.1.functie": "Hoofd P&O",
    "melder.1.organisatie": "Zorggroep De Linde",
    "betrokkene.1.naam": "Joris Kramer",
    "betrokkene.1.functie": "Trainer",
    "kanaal": "telefoon",
    "ontvangen_op": "1-4-2026",
    "ontvangen_om": "10:40",
    "hoedanigheid": "opdrachtgever",
    "soort": "klacht",
    "uiting": "direct",
}

OORDEEL = {
    "bevindingen": "De offerte noemt 2.400 euro, de factuur 3.250 euro.",
    "reacties": "De trainer heeft de casussen te laat ontvangen.",
    "conclusies": "Voor het meerwerk was geen akkoord gevraagd.",
    "afhandeling": "Creditnota van 850 euro en een follow-up van een dagdeel.",
    "klachtonderdeel.1.onderwerp": "hoogte_factuur",
    "klachtonderdeel.1.omschrijving": "De factuur is hoger dan de offerte.",
    "klachtonderdeel.1.gegrondheid": "gegrond",
    "klachtonderdeel.2.onderwerp": "kwaliteit_dienstverlening",
    "klachtonderdeel.2.omschrijving": "De trainer ging niet in op de casussen.",
    "klachtonderdeel.2.gegrondheid": "deels_gegrond",
    "gegrondheid": "gegrond",
    "aanbevelingen": "Meerwerk alleen na schriftelijk akkoord.",
}


def _up_to_the_oordeel(office: Office) -> int:
    """Let everything happen up to and including 21 April; return the dossier."""
    made = register_melding(office.on(2026, 4, 1), MELDING, draft_id=None)
    dossier = made.dossier_id

    def happened(dag: int, soort: str, **velden: str) -> None:
        record_gebeurtenis(office.on(2026, 4, dag), dossier, soort, f"{dag}-4-2026", velden)

    happened(1, "ontvangen", kanaal="email")
    happened(1, "doorgezonden", persoon="Amber Veldman")
    happened(2, "betrokkene_ingelicht", persoon="Joris Kramer")
    happened(9, "gehoord", persoon="Marijke de Vries", verslag="De offerte was duidelijk.")
    happened(9, "gehoord", persoon="Joris Kramer", verslag="De casussen kwamen te laat.")
    happened(14, "oplossingspoging", uitkomst="opgelost", tussenkomst="nee")
    desk = office.on(2026, 4, 21)
    typed = read_formulier(desk, dossier, "oordeel").waarden | OORDEEL
    save_formulier(desk, dossier, "oordeel", typed, draft_id=None)
    return dossier


@pytest.mark.clausule("IA-5.5")
def test_the_term_runs_from_the_letter_and_says_why(office: Office):
    dossier = _up_to_the_oordeel(office)
    (termijn,) = read_dossier(office.desk, dossier).termijnen
    # 1 April 2026 (Wednesday) + 4 weeks = Wednesday 29 April, a werkdag: Koningsdag was on Monday the 27th.
    assert (termijn.start, termijn.einde, termijn.streefdatum) == (
        date(2026, 4, 1),
        date(2026, 4, 29),
        date(2026, 4, 29),
    )
    uitleg = read_uitleg(office.desk, dossier, termijn.sleutel)
    assert uitleg.artikel == "artikel 5.5 van de Klachtenregeling Interactie"
    assert "binnen vier weken na ontvangst van de klacht" in uitleg.citaat
    assert 'sleutel = "oordeel"' in uitleg.toml
    april = read_maand(office.desk, 2026, 4)
    items = [item for week in april.weken for dag in week for item in dag.items if dag.datum.day == 29]
    assert [(item.nummer, item.soort) for item in items] == [("2026-001", "einde")]


@pytest.mark.clausule("IA-5.7")
@pytest.mark.clausule("IA-5.6")
def test_the_oordeel_is_signed_by_three_parties(office: Office, tmp_path: Path):
    dossier = _up_to_the_oordeel(office)
    assert preview_oordeel(office.desk, dossier).startswith(b"%PDF")
    freeze_oordeel(office.desk, dossier)
    record_gebeurtenis(office.desk, dossier, "oordeel_verzonden", "21-4-2026", {})
    parties = _parties()
    with pytest.raises(NotAllowed, match="tevreden") as refused:
        sign_oordeel(office.desk, dossier, "klager", parties["klager"].data, parties["klager"].wachtwoord)
    assert refused.value.artikel == "5.7"
    desk = office.on(2026, 4, 24)
    record_gebeurtenis(
        desk, dossier, "tevredenheidscheck", "24-4-2026", {"uitkomst": "tevreden", "kanaal": "telefoon"}
    )
    for veld in ("betrokkene", "klachtenfunctionaris", "klager"):
        sign_oordeel(desk, dossier, veld, parties[veld].data, parties[veld].wachtwoord)
    record_gebeurtenis(
        desk, dossier, "oordeel_verzonden_betrokkene", "24-4-2026", {"persoon": PARTIES["betrokkene"]}
    )
    intern = {"onderwerpen": MELDING["onderwerpen"], "oorzaak": "administratie"}
    save_formulier(desk, dossier, "intern_klachtenformulier", intern, draft_id=None)
    record_gebeurtenis(desk, dossier, "afgehandeld", "24-4-2026", {"oplossing": "Creditnota en follow-up."})

    stand = read_ondertekening(desk, dossier)
    assert stand is not None
    assert stand.volledig
    assert stand.zegel_geldig
    assert {item.veld: item.ondertekenaar for item in stand.velden} == PARTIES
    assert all(item.status is HandtekeningStatus.GETEKEND for item in stand.velden)

    view = read_dossier(desk, dossier)
    assert (view.status, view.open) == ("Afgehandeld", False)
    assert [termijn.status for termijn in view.termijnen] == ["gehaald"]
    assert view.bewaren.status == "loopt_niet"  # artikel 8.5: first the yearly bespreking
    (signed, *_earlier) = view.documenten
    target = tmp_path / "oordeel.pdf"
    export_document(desk, signed.id, target)
    check_signed_oordeel(target, PARTIES)


def test_the_list_finds_the_dossier_by_anything_that_is_known_of_it(office: Office):
    _up_to_the_oordeel(office)
    for typed in ("vries", "linde", "2026-001", "IA-2026-014", "Kramer", "factuur 850", "casus"):
        assert [row.nummer for row in list_dossiers(office.desk, typed)] == ["2026-001"], typed
    for typed in ("O'Brien", "vries AND", "jan@x.nl", '"', "*", "(", "NEAR"):
        assert list_dossiers(office.desk, typed) == (), typed


def _parties() -> dict[str, PartyCertificate]:
    names = {
        "klager": "Marijke de Vries",
        "klachtenfunctionaris": "Amber Veldman",
        "betrokkene": "Joris Kramer",
    }
    return {veld: party_certificate(naam, date(2026, 1, 1)) for veld, naam in names.items()}
