"""Who is meant by a name: one person is written in more ways than one."""

import pytest
from dossiers import BETROKKENE, KLAGER, klacht_by_mail
from office import Office

from klachtdesk.models.herkenning import is_same_naam
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.people import people_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mevrouw Amber Veldman", "Amber Veldman"),
        ("AMBER  veldman", "mevr. Amber Veldman"),
        ("dhr. N. Korst", "De heer N Korst"),
        ("Vries, Marijke de", "Marijke de Vries"),
        ("José Peña", "Jose Pena"),
        ("dhr.", "dhr."),
    ],
)
def test_one_person(one, other):
    assert is_same_naam(one, other)
    assert is_same_naam(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mevr. J. de Vries", "dhr. J. de Vries"),  # both of a family can have a part in a klacht
        ("Amber", "Amber Veldman"),
        ("dhr.", "mevrouw"),
        ("", ""),
        ("Noor Bakker", ""),
    ],
)
def test_two_persons(one, other):
    assert not is_same_naam(one, other)


def test_who_is_in_the_dossier_is_not_added_again_under_another_title(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    for naam in ("mevrouw Amber Veldman", "Amber Veldman", f"dhr. {BETROKKENE}"):
        record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": naam})
    with office.desk.reading() as session:
        names = [item.naam for item in people_in(session, get_dossier(session, dossier))]
    assert names == [KLAGER, BETROKKENE, "mevrouw Amber Veldman"]


def test_the_very_same_name_goes_before_one_with_another_title(office: Office):
    both = {"melder.1.naam": "mevr. J. de Vries", "betrokkene.1.naam": "J. de Vries"}
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026", **both)
    velden = {"persoon": "J. de Vries", "verslag": "Toegelicht."}
    record_gebeurtenis(office.desk, dossier, "gehoord", "1-4-2026", velden)
    with office.desk.reading() as session:
        persoon = get_dossier(session, dossier).gebeurtenissen[-1].persoon
        assert persoon is not None
        assert persoon.naam == "J. de Vries"
