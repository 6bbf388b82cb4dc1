"""How the place of a rule in the text is named, so that it reads as Dutch in a sentence."""

import pytest

from klachtdesk.reglement.parts import vindplaats_of


@pytest.mark.parametrize(
    ("artikel", "vindplaats"),
    [
        ("5.5", "artikel 5.5"),
        ("2.2 en 4", "artikelen 2.2 en 4"),
        ("1.2, 2.3 en 4", "artikelen 1.2, 2.3 en 4"),
        ("1.2, 2.3", "artikelen 1.2, 2.3"),
        ("Formeel 4", "punt 4 van de formele klachtenprocedure"),
        ("Formeel 4 en 14", "punten 4 en 14 van de formele klachtenprocedure"),
        ("Informeel 1", "punt 1 van de informele klachtenprocedure"),
        ("Behandelen", "onderdeel Behandelen"),
        ("Wat is een klacht", "onderdeel Wat is een klacht"),
        ("Formeel", "onderdeel Formeel"),
    ],
)
def test_a_vindplaats_is_named_in_words(artikel, vindplaats):
    assert vindplaats_of(artikel) == vindplaats
