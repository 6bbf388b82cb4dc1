"""What counts on in a dossier that was opened again, and what may happen a second time."""

import pytest
from eisen import Row
from eisen_interactie import INTERACTIE
from eisen_klassewerk import KLASSEWERK
from eisen_klik_onderwijs import KLIK_ONDERWIJS
from eisen_leefstijlwijzer import LEEFSTIJLWIJZER
from eisen_tien_voor_taal import TIEN_VOOR_TAAL
from procedures import Case, case, reglement

from klachtdesk.reglement.stappen import Eis

CLOSES = ("afgehandeld", "direct_opgelost", "ingetrokken")
EVERY_ROW = (*INTERACTIE, *KLASSEWERK, *KLIK_ONDERWIJS, *LEEFSTIJLWIJZER, *TIEN_VOOR_TAAL)


def rows_of_what_has_to_have_happened() -> list[Row]:
    """Return the rows that take away something that has to have happened, after a klacht was received."""
    found = [item.values[0] for item in EVERY_ROW]
    return [
        row
        for row in found
        if "ontvangen" in [text.split()[0] for text in row.events()]
        and row.without in row.events()
        and any(row.without.split()[0] in {event.soort for event in eis.gebeurd} for eis in eisen_of(row))
        and row.without.split()[0] != "ontvangen"
    ]


def eisen_of(row: Row) -> tuple[Eis, ...]:
    return reglement(row.sleutel).stap_bij_gebeurtenis[row.soort].eisen


# What the whole dossier shows, also after it was opened again: that it was passed on or appointed, that there was
# contact, that a reaction or outcome was given before an appeal, and the appeal itself. All else is of a ronde:
# hearing, judging, signing and a bezwaar begin anew.
OF_THE_WHOLE_DOSSIER = {
    ("interactie", "doorverwezen"), ("interactie", "beroep_ingesteld"), ("interactie", "beroep_uitspraak"),
    ("klassewerk", "verantwoordelijke_bereikt"), ("klassewerk", "doorverwezen"), ("klassewerk", "beroep_ingesteld"),
    ("klassewerk", "beroep_uitspraak"), ("klassewerk", "uitspraak_uitgevoerd"),
    ("klik_onderwijs", "consequenties_vastgesteld"),
    ("leefstijlwijzer", "doorverwezen"), ("leefstijlwijzer", "beroep_ingesteld"),
    ("leefstijlwijzer", "beroep_uitspraak"), ("leefstijlwijzer", "uitspraak_uitgevoerd"),
    ("leefstijlwijzer", "afgehandeld"),
    ("tien_voor_taal", "verzekeraar_ingelicht"), ("tien_voor_taal", "beroep_uitspraak"),
    ("tien_voor_taal", "uitspraak_uitgevoerd"),
}  # fmt: skip
OF_THE_WHOLE_DOSSIER_TOO = {
    "Er is nog geen onafhankelijke persoon die de klacht afhandelt",
    "Er is nog geen contact geweest met de melder of klager",
}


@pytest.mark.clausule("KD-1")
@pytest.mark.parametrize(
    "row",
    rows_of_what_has_to_have_happened(),
    ids=lambda row: f"{row.sleutel}-{row.soort}-{row.without.split()[0]}",
)
def test_opened_again_a_dossier_asks_anew_for_what_is_of_a_ronde(row: Row):
    found = row.case()
    if not any(text.split()[0] in CLOSES for text in row.events()):
        found = found.after("ingetrokken")
    again = found.after("heropend reden=nieuw")
    kept = (row.sleutel, row.soort) in OF_THE_WHOLE_DOSSIER or any(
        row.said.startswith(words) for words in OF_THE_WHOLE_DOSSIER_TOO
    )
    assert (row.said not in again.reasons(row.soort, row.persoon)) is kept


# sleutel, what happened before, what happens once, after which it may happen again
ONCE_UNTIL = [
    pytest.param("interactie", "oordeel_vastgesteld", "oordeel_verzonden", "oordeel_vastgesteld",
                 marks=pytest.mark.clausule("IA-5.6")),
    pytest.param("interactie", "oordeel_vastgesteld", "oordeel_verzonden_betrokkene persoon=b", "oordeel_vastgesteld",
                 marks=pytest.mark.clausule("IA-5.6")),
    pytest.param("klassewerk", "contact_klager kanaal=telefoon uitkomst=opgelost bevestiging_gewenst=ja",
                 "bevestiging_afspraken_verzonden",
                 "contact_klager kanaal=telefoon uitkomst=opgelost bevestiging_gewenst=ja",
                 marks=pytest.mark.clausule("KW-3c")),
    pytest.param("klik_onderwijs", "oordeel_vastgesteld", "oordeel_verzonden", "oordeel_vastgesteld",
                 marks=pytest.mark.clausule("KL-8")),
    pytest.param("leefstijlwijzer", "reactie_verzonden", "reactie_ontvangen", "reactie_verzonden",
                 marks=pytest.mark.clausule("LW-4")),
    pytest.param("tien_voor_taal", "oordeel_vastgesteld", "oordeel_verzonden", "oordeel_vastgesteld",
                 marks=pytest.mark.clausule("TT-4c")),
    pytest.param("tien_voor_taal", "notitie", "niet_in_behandeling gronden=opsporing_of_vervolging",
                 "alsnog_in_behandeling reden=voorbij", marks=pytest.mark.clausule("TT-1.2a")),
]  # fmt: skip


def can(found: Case, text: str) -> bool:
    """Tell whether a stap is possible now, of the person in the text."""
    soort, *more = text.split()
    persoon = next((item.partition("=")[2] for item in more if item.startswith("persoon=")), None)
    two_years = reglement("leefstijlwijzer").bewaartermijn.duur
    return found.knowing(gekozen_bewaartermijn=two_years).stand(soort, persoon).mogelijk


@pytest.mark.parametrize(("sleutel", "before", "once", "again"), ONCE_UNTIL)
def test_what_happens_once_may_happen_again_after_what_calls_for_it(sleutel, before, once, again):
    begun = case(sleutel).after("ontvangen kanaal=email", before)
    done = begun.after(once)
    assert [can(found, once) for found in (begun, done, done.after(again))] == [True, False, True]


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param("klik_onderwijs", marks=pytest.mark.clausule("KL-F1")),
        pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-0a")),
    ],
)
def test_after_one_talk_there_may_be_another(sleutel):
    talking = case(sleutel).after("melding_ontvangen kanaal=telefoon", "informele_fase_gestart persoon=f")
    assert talking.reasons("informele_fase_gestart")[0].startswith("Dit is al gebeurd op")
    ended = talking.after("informele_fase_beeindigd uitkomst=niet_opgelost verslag=ja")
    assert ended.refusal("informele_fase_gestart persoon=g") == ""
