"""Salutations and names, as a careful Dutch secretary would write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtdesk.brieven.aanhef import GEEN_NAAM, aanhef, naam_in_zin, naam_op_brief


@pytest.mark.parametrize(
    ("naam", "salutation"),
    [
        # After mevrouw or heer the tussenvoegsel has a capital, and initials, first names and titles are left out.
        ("mevrouw de Vries", "Geachte mevrouw De Vries,"),
        ("mevr. A. de Vries", "Geachte mevrouw De Vries,"),
        ("mw. mr. A.B. van der Berg-de Wit MSc", "Geachte mevrouw Van der Berg-de Wit,"),
        ("Mevrouw Marijke de Vries", "Geachte mevrouw De Vries,"),
        ("mevrouw Anna Jansen", "Geachte mevrouw Jansen,"),
        ("mevrouw Anna Jansen-de Vries", "Geachte mevrouw Jansen-de Vries,"),
        ("dhr. Jansen", "Geachte heer Jansen,"),
        ("dhr J. van 't Hof", "Geachte heer Van 't Hof,"),
        ("de heer 't Hart", "Geachte heer 't Hart,"),
        ("De heer prof. dr. ir. P. in 't Veld", "Geachte heer In 't Veld,"),
        ("meneer El Idrissi", "Geachte heer El Idrissi,"),
        ("dhr. M. Ben Ali", "Geachte heer Ben Ali,"),
        ("dhr. Ben Jansen", "Geachte heer Jansen,"),
        ("dhr. jansen", "Geachte heer Jansen,"),
        ("mevr. Chr. Th. de Wit jr.", "Geachte mevrouw De Wit,"),
        ("t.a.v. mevrouw A. (Anna) de Vries", "Geachte mevrouw De Vries,"),
        ("mevrouw Vries, A. de", "Geachte mevrouw De Vries,"),
        # Where a first name can't be told from a double surname, nothing is left out.
        ("mevrouw Maria Garcia Lopez", "Geachte mevrouw Maria Garcia Lopez,"),
        ("familie de Boer", "Geachte familie De Boer,"),
        # Nothing says who it is: the full name as it stands, and before a bare surname both.
        ("Noor Bakker", "Geachte Noor Bakker,"),
        ("A. de Vries", "Geachte A. de Vries,"),
        ("Jan van den Berg", "Geachte Jan van den Berg,"),
        ("mr. A. Jansen", "Geachte A. Jansen,"),
        ("Jansen", "Geachte heer, mevrouw Jansen,"),
        ("van der Meer", "Geachte heer, mevrouw Van der Meer,"),
        ("dhr./mevr. Jansen", "Geachte heer, mevrouw Jansen,"),
        ("de heer of mevrouw A. Jansen", "Geachte A. Jansen,"),
        ("Mohammed El Idrissi", "Geachte Mohammed El Idrissi,"),
        # Two persons.
        ("de heer en mevrouw Jansen", "Geachte heer en mevrouw Jansen,"),
        ("dhr. en mevr. van Dijk", "Geachte heer en mevrouw Van Dijk,"),
        ("mevrouw A. de Vries en de heer J. Jansen", "Geachte mevrouw De Vries, geachte heer Jansen,"),
        ("mevr. A. en dhr. B. Jansen", "Geachte mevrouw Jansen, geachte heer Jansen,"),
        ("Jan Jansen en Els de Vries", "Geachte Jan Jansen en Els de Vries,"),
        ("Jan en Els de Vries", "Geachte Jan en Els de Vries,"),
        ("J. & A. Jansen", "Geachte J. & A. Jansen,"),
        ("Jansen en de Vries", "Geachte heer, mevrouw Jansen, geachte heer, mevrouw De Vries,"),
        # No person, or no name.
        ("", GEEN_NAAM),
        ("  - ", GEEN_NAAM),
        ("Taalhuis B.V.", GEEN_NAAM),
        ("Stichting De Linde", GEEN_NAAM),
        ("Jansen en Zonen bv", GEEN_NAAM),
    ],
)
def test_salutation(naam: str, salutation: str) -> None:
    assert aanhef(naam) == salutation


def test_an_organisation_without_a_person() -> None:
    assert aanhef("", "Zorggroep De Linde") == "Geachte heer, mevrouw,"
    assert aanhef("Zorggroep de Linde", "Zorggroep De Linde") == "Geachte heer, mevrouw,"
    assert aanhef("mevr. A. de Vries", "Zorggroep De Linde") == "Geachte mevrouw De Vries,"


@pytest.mark.parametrize(
    ("naam", "mentioned", "line"),
    [
        ("mevr. mr. A. de Vries", "mevrouw De Vries", "Mevrouw mr. A. de Vries"),
        ("mevrouw de Vries", "mevrouw De Vries", "Mevrouw De Vries"),
        ("dhr. J. Jansen", "de heer Jansen", "De heer J. Jansen"),
        ("A. de Vries MSc", "A. de Vries", "A. de Vries MSc"),
        ("de Vries", "De Vries", "De Vries"),
        ("de heer en mevrouw Jansen", "de heer en mevrouw Jansen", "De heer en mevrouw Jansen"),
        ("fam. de Boer", "de familie De Boer", "Familie De Boer"),
        ("mevr. De Vries en dhr. Bos", "mevrouw De Vries en de heer Bos", "Mevrouw De Vries en de heer Bos"),
        ("Taalhuis B.V.", "Taalhuis B.V.", "Taalhuis B.V."),
        ("", "", ""),
    ],
)
def test_a_name_in_a_sentence_and_above_a_letter(naam: str, mentioned: str, line: str) -> None:
    assert naam_in_zin(naam) == mentioned
    assert naam_op_brief(naam) == line


@given(st.text(), st.text())
def test_any_name_gets_a_salutation(naam: str, organisatie: str) -> None:
    salutation = aanhef(naam, organisatie)
    assert salutation.startswith("Geachte ")
    assert salutation.endswith(",")
    naam_in_zin(naam)
    naam_op_brief(naam)
