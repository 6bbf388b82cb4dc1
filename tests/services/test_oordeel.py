"""The oordeel where no party signs, and what is missing before it can be made final."""

from datetime import date

import pytest
from office import Office, OfficeMaker
from pdf_text import text_of

from klachtdesk.errors import DocumentError, NotAllowed
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import new_melding, register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.oordeel import freeze_oordeel, preview_oordeel, read_ondertekening, unprintable_in

OORDEEL = {"bevindingen": "Bevinding.", "conclusies": "Conclusie.", "gegrondheid": "ongegrond"}


def test_what_is_missing_is_named_and_nothing_is_made(office: Office):
    made = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None)
    words = "ontbreekt nog: de bevindingen, de conclusies, of de klacht gegrond is, de naam van de klager en"
    with pytest.raises(DocumentError, match=words):
        preview_oordeel(office.desk, made.dossier_id)
    with pytest.raises(NotAllowed, match="bevindingen") as caught:
        freeze_oordeel(office.desk, made.dossier_id)
    assert caught.value.artikel is not None
    assert read_dossier(office.desk, made.dossier_id).documenten == ()


def _ready_to_freeze(office: Office, jaar: int) -> int:
    """Return a dossier of Klassewerk that came in on 24 April of this year, and of which the oordeel is written."""
    office.on(jaar, 4, 24)
    onderwerp = next(item.sleutel for item in new_melding(office.desk).formulier.veld("onderwerpen").keuzes)
    waarden = {"melder.1.naam": "De leerkracht", "betrokkene.1.naam": "De trainer", "onderwerpen": onderwerp}
    made = register_melding(office.desk, waarden, draft_id=None)
    record_gebeurtenis(
        office.desk, made.dossier_id, "doorgezonden", f"24-4-{jaar}", {"persoon": "De directie"}
    )
    called = {
        "persoon": "De directie",
        "kanaal": "telefoon",
        "verslag": "Gesproken.",
        "uitkomst": "niet_opgelost",
    }
    office.on(jaar, 4, 28)
    record_gebeurtenis(office.desk, made.dossier_id, "contact_klager", f"28-4-{jaar}", called)
    save_formulier(office.desk, made.dossier_id, "oordeel", OORDEEL, draft_id=None)
    return made.dossier_id


def test_a_reglement_without_signing_has_a_sealed_oordeel(make_office: OfficeMaker):
    office = make_office("klassewerk", date(2026, 4, 24))
    dossier = _ready_to_freeze(office, 2026)
    freeze_oordeel(office.desk, dossier)
    stand = read_ondertekening(office.desk, dossier)
    assert stand is not None
    assert (stand.velden, stand.bevroren, stand.zegel_geldig) == ((), True, True)


def test_the_certificate_of_the_office_is_renewed_before_its_ten_years_are_over(make_office: OfficeMaker):
    """Made on 24 April 2026 it would expire about 24 April 2036; four days later an oordeel is sealed all the same."""
    office = make_office("klassewerk", date(2026, 4, 24))
    before = _ready_to_freeze(office, 2026)
    freeze_oordeel(office.desk, before)
    after = _ready_to_freeze(office, 2036)
    freeze_oordeel(office.desk, after)
    for dossier in (before, after):
        stand = read_ondertekening(office.desk, dossier)
        assert stand is not None
        assert (stand.bevroren, stand.zegel_geldig) == (True, True)


def test_where_no_klachtenfunctionaris_signs_nobody_is_called_that(make_office: OfficeMaker):
    """Klik Onderwijs knows no klachtenfunctionaris: an onafhankelijke bevoegde persoon handles the klacht (punt 5)."""
    office = make_office("klik_onderwijs", date(2026, 4, 2))
    waarden = {"melder.1.naam": "Ruben Postma", "kanaal": "email"}
    made = register_melding(office.desk, waarden, draft_id=None)
    record_gebeurtenis(
        office.desk,
        made.dossier_id,
        "toegewezen",
        "2-4-2026",
        {"persoon": "dhr. N. Korst", "door": "Hilde Smits"},
    )
    save_formulier(office.desk, made.dossier_id, "oordeel", OORDEEL, draft_id=None)
    words = text_of(preview_oordeel(office.desk, made.dossier_id))
    assert "Behandelaar dhr. N. Korst" in words
    assert "klachtenfunctionaris" not in words.lower()
    assert "(Klachtenprocedure Klik Onderwijs, punt 8 van de formele klachtenprocedure)" in words
    # The betrokkene gets the oordeel too, and has no bezwaar.
    assert "Voor de klager: als u het niet eens bent met dit oordeel" in words


def test_characters_that_no_font_has_are_named_before_it_is_made_final(office: Office):
    waarden = {"kanaal": "brief", "melder.1.naam": "שרה Cohen", "betrokkene.1.naam": "Joris", **OORDEEL}
    made = register_melding(office.desk, waarden, draft_id=None)
    save_formulier(office.desk, made.dossier_id, "oordeel", OORDEEL, draft_id=None)
    assert unprintable_in(office.desk, made.dossier_id) == ("ש", "ר", "ה")
