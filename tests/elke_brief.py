"""What holds for every letter of a reglement, whatever it says: tests that the file of each story takes over."""

import re
from typing import ClassVar

from brieven_verhalen import Brieven
from procedures import reglement

NO_LETTER = {"oordeel", "werkoverleglijst", "folder"}
"""Documents of their own, with a module of their own."""

_UNFILLED = ("{{", "}}", "{%", "%}", "None", "True", "False", "()", "“”", " .", " ,", "..", ":.", "::")


class ElkeBrief:
    """Tests for all letters of one story; the fixture `brieven` gives them."""

    sleutel: ClassVar[str]
    kantoor: ClassVar[str]

    def test_every_letter_of_the_reglement_was_on_paper(self, brieven: Brieven) -> None:
        asked = {stap.brief for stap in reglement(self.sleutel).stappen if stap.brief} - NO_LETTER
        assert {brief.sleutel for brief in brieven.values()} == asked

    def test_nothing_is_left_unfilled(self, brieven: Brieven) -> None:
        for naam, brief in brieven.items():
            words = brief.tekst
            assert [wrong for wrong in _UNFILLED if wrong in words] == [], naam
            assert not re.search(r"\b(delen|vrij|klacht|aan)\.[a-z]", words), naam
            assert not [line for line in brief.regels if re.search(r"[a-z.,;:]  [A-Za-z]", line)], naam
            assert ("…" in words) == any("Nog in te vullen" in item for item in brief.opmerkingen), naam

    def test_it_says_from_whom_it_is_and_about_which_dossier(self, brieven: Brieven) -> None:
        for naam, brief in brieven.items():
            words = brief.tekst
            assert self.kantoor in words, naam
            assert re.search(r"Datum Amersfoort, \d{1,2} [a-z]+ 202[56] ", words), naam
            assert re.search(r"Ons kenmerk 202[56]-00[12] Betreft [A-Z]", words), naam
            assert re.search(r"Geachte (heer|mevrouw|[A-Z])[^,]*,", words), naam
            assert "Hebt u vragen? Neem dan gerust contact" in words, naam
            assert "Met vriendelijke groet," in words, naam
