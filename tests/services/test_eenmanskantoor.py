"""A one-person office: whoever is the betrokkene there registers and types, but the oordeel comes from outside.

The office of Interactie on 1 April 2026; Noor Bakker is its only user.
"""

import pytest
from office import Office

from klachtdesk.errors import NotAllowed
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kantoor.kantoren import save_werkwijze
from klachtdesk.services.oordeel import freeze_oordeel
from klachtdesk.views.dossier import DossierView

FROM_OUTSIDE = (
    "Een betrokkene kan de klacht niet behandelen; laat iemand van buiten het kantoor dat doen (artikel 5.4)."
)
OORDEEL = {"bevindingen": "De toon was scherp.", "conclusies": "De klacht klopt.", "gegrondheid": "gegrond"}


@pytest.fixture
def about_noor(office: Office) -> int:
    waarden = {
        "kanaal": "email",
        "onderwerpen": "kwaliteit_dienstverlening",
        "melder.1.naam": "Marijke de Vries",
        "betrokkene.1.naam": "mevr. Noor Bakker",
    }
    return register_melding(office.desk, waarden, draft_id=None).dossier_id


def _signalen(view: DossierView) -> list[str]:
    return [item.zin for item in view.procedure.signalen if item.sleutel == "niet_onafhankelijk"]


def test_the_dossier_says_at_once_that_somebody_from_outside_is_needed(office: Office, about_noor: int):
    assert _signalen(read_dossier(office.desk, about_noor)) == []
    save_werkwijze(office.desk, {"eenmanskantoor": "ja"})
    view = read_dossier(office.desk, about_noor)
    assert [zin.startswith(FROM_OUTSIDE) for zin in _signalen(view)] == [True]
    assert view.procedure.wacht_op is not None
    assert view.procedure.wacht_op.soort == "toegewezen"


def test_she_types_the_forms_but_the_oordeel_needs_somebody_from_outside(office: Office, about_noor: int):
    save_werkwijze(office.desk, {"eenmanskantoor": "ja"})
    for persoon in ("Marijke de Vries", "mevr. Noor Bakker"):
        velden = {"persoon": persoon, "verslag": "Opgeschreven."}
        record_gebeurtenis(office.desk, about_noor, "gehoord", "1-4-2026", velden)
    form = {"invuller": "Noor Bakker", "onderwerpen": "kwaliteit_dienstverlening"}
    save_formulier(office.desk, about_noor, "intern_klachtenformulier", form, draft_id=None)
    save_formulier(office.desk, about_noor, "oordeel", OORDEEL, draft_id=None)
    with pytest.raises(NotAllowed, match="van buiten het kantoor"):
        freeze_oordeel(office.desk, about_noor)
    outside = {"persoon": "mr. E. van Dam", "door": "Noor Bakker"}
    record_gebeurtenis(office.desk, about_noor, "toegewezen", "1-4-2026", outside)
    freeze_oordeel(office.desk, about_noor)
    assert _signalen(read_dossier(office.desk, about_noor)) == []


def test_in_a_larger_office_she_may_not_fill_in_the_form_about_herself(office: Office, about_noor: int):
    form = {"invuller": "Noor Bakker", "onderwerpen": "kwaliteit_dienstverlening"}
    with pytest.raises(NotAllowed, match="intern klachtenformulier"):
        save_formulier(office.desk, about_noor, "intern_klachtenformulier", form, draft_id=None)
