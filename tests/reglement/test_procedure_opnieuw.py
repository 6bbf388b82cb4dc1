"""What counts on in a dossier that was opened again, and what may happen a second time."""

import pytest
from eisen import Row
from eisen_interactie import INTERACTIE
from eisen_klassewerk import KLASSEWERK
from eisen_klik_onderwijs import KLIK_ONDERWIJS
from eisen_leefstijlwijzer import LEEFSTIJLWIJZER
from eisen_praktijk import PRAKTIJK
from eisen_tien_voor_taal import TIEN_VOOR_TAAL
from procedures import Case, case, reglement

from klachtdesk.reglement.stappen import Eis

CLOSES = ("afgehandeld", "direct_opgelost", "ingetrokken")
EVERY_ROW = (*INTERACTIE, *KLASSEWERK, *KLIK_ONDERWIJS, *LEEFSTIJLWIJZER, *TIEN_VOOR_TAAL, *PRAKTIJK)


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
    # By a praktijkregel: a machtiging, an appeal, and that the destruction was held.
    ("leefstijlwijzer", "machtiging_ingetrokken"), ("leefstijlwijzer", "beroep_ingetrokken"),
    ("leefstijlwijzer", "bewaren_hervat"), ("klik_onderwijs", "beroep_uitspraak"),
    ("klik_onderwijs", "uitspraak_uitgevoerd"),
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


FOLLOWS_ON_THE_OUTCOME = {
    "bezwaar",
    "beroep",
    "ondertekening",
    "tevredenheid",
    "maatregelen",
    "bewaren",
    "doorlopend",
}
AFTER_CLOSING_TOO = {
    "contact_klager", "terugbelverzoek", "bevestiging_afspraken_verzonden",  # a klager who calls is answered
    "oordeel_verzonden_betrokkene",  # told of what was decided before
    "schriftelijke_indiening_gevraagd", "machtiging_ingetrokken",  # of a melding, and of the klager
    "werkoverleg", "overleg",  # on an oorzaak, for instance (Leefstijlwijzer)
    "alsnog_in_behandeling", "afgezien_van_horen",  # of what was not admitted (10 voor Taal 1.2 and 3.3)
}  # fmt: skip
NOT_AFTER_CLOSING = {
    ("interactie", "verdaagd"),  # its one termijn ends with the closing
    ("klik_onderwijs", "overleg"),  # it is on the oordeel, which comes before (Formeel 6)
    ("interactie", "afgezien_van_horen"),  # it knows no klacht that is not admitted
}


@pytest.mark.clausule("KD-1")
@pytest.mark.parametrize(
    "sleutel", ["interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal"]
)
def test_a_closed_dossier_takes_what_follows_on_its_outcome_and_no_more(sleutel):
    for stap in reglement(sleutel).stappen:
        soort = stap.gebeurtenis
        expected = stap.fase in FOLLOWS_ON_THE_OUTCOME or soort in AFTER_CLOSING_TOO
        assert stap.na_afsluiten is (expected and (sleutel, soort) not in NOT_AFTER_CLOSING), soort


ONCE_IN_A_RONDE = {
    # one receipt, one outcome sent, one closing and destruction
    "melding_ontvangen", "ingediend", "ontvangen", "ontvangstbevestiging_verzonden", "bericht_afhandeling_verzonden",
    "oordeel_verzonden", "oordeel_verzonden_betrokkene", "afgehandeld", "direct_opgelost", "ingetrokken",
    "niet_in_behandeling", "vernietigd",
    # of each person, or of what came before
    "betrokkene_ingelicht", "afgezien_van_horen", "oordeel_ondertekend", "verantwoordelijke_bereikt",
    "bevestiging_afspraken_verzonden", "informele_fase_gestart", "reactie_ontvangen", "tevredenheid_bevestigd",
    "verzekeraar_ingelicht",
    # one bezwaar a ronde
    "bezwaar_ontvangen", "bezwaar_ingetrokken", "bezwaar_uitspraak_verzonden",
}  # fmt: skip


@pytest.mark.parametrize(
    "sleutel", ["interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal"]
)
def test_all_but_what_happens_once_may_happen_again(sleutel):
    again = {stap.gebeurtenis for stap in reglement(sleutel).stappen if stap.herhaalbaar}
    known = set(reglement(sleutel).stap_bij_gebeurtenis)
    assert known - again == known & ONCE_IN_A_RONDE


@pytest.mark.parametrize(
    ("sleutel", "before", "soort"),
    [
        pytest.param("klassewerk", "notitie", "doorgezonden persoon=d", marks=pytest.mark.clausule("KW-2b")),
        pytest.param("klassewerk", "doorgezonden persoon=d", "contact_klager persoon=d",
                     marks=pytest.mark.clausule("KW-2c")),
        pytest.param("klik_onderwijs", "notitie", "ontvangstbevestiging_verzonden", marks=pytest.mark.clausule("KL-4")),
        pytest.param("klik_onderwijs", "notitie", "toegewezen persoon=n", marks=pytest.mark.clausule("KL-5")),
        pytest.param("klik_onderwijs", "notitie", "contact_klager persoon=n", marks=pytest.mark.clausule("KL-7")),
        pytest.param("interactie", "notitie", "doorgezonden persoon=n", marks=pytest.mark.clausule("IA-5.1")),
        pytest.param("leefstijlwijzer", "notitie", "doorgezonden persoon=d", marks=pytest.mark.clausule("LW-2")),
        pytest.param("leefstijlwijzer", "notitie", "reactie_verzonden", marks=pytest.mark.clausule("LW-3")),
        pytest.param("tien_voor_taal", "notitie", "ontvangstbevestiging_verzonden",
                     marks=pytest.mark.clausule("TT-2.2c")),
        pytest.param("tien_voor_taal", "notitie", "bericht_afhandeling_verzonden",
                     marks=pytest.mark.clausule("TT-2.3a")),
        pytest.param("tien_voor_taal", "notitie", "contact_klager persoon=n", marks=pytest.mark.clausule("TT-2.3e")),
    ],
)  # fmt: skip
def test_what_was_done_for_the_klacht_is_not_waited_for_when_it_is_opened_again(sleutel, before, soort):
    """The klacht is passed on, confirmed and answered once: a second ronde goes on from there."""
    kind = soort.split(maxsplit=1)[0]
    received = case(sleutel).after("ontvangen kanaal=email", before)
    assert received.awaits(kind)
    again = received.after(soort, "ingetrokken", "heropend reden=nieuw")
    assert not again.awaits(kind)
    assert received.after("ingetrokken", "heropend reden=nieuw").awaits(kind)


# For the klacht itself, whatever the ronde: it comes in, is passed on or given to somebody, and is answered once.
ONCE_FOR_THE_KLACHT = {
    "interactie": {"ontvangen", "doorgezonden", "betrokkene_ingelicht"},
    "klassewerk": {"ontvangen", "doorgezonden", "verantwoordelijke_bereikt", "contact_klager"},
    "klik_onderwijs": {"ontvangen", "ontvangstbevestiging_verzonden", "toegewezen", "contact_klager"},
    "leefstijlwijzer": {"ontvangen", "doorgezonden", "reactie_verzonden"},
    "tien_voor_taal": {
        "ontvangen", "ontvangstbevestiging_verzonden", "contact_klager", "bericht_afhandeling_verzonden",
        "verzekeraar_ingelicht",
    },
}  # fmt: skip


@pytest.mark.parametrize("sleutel", ONCE_FOR_THE_KLACHT)
def test_what_is_done_once_for_the_klacht_counts_in_every_ronde(sleutel):
    eenmalig = {stap.gebeurtenis for stap in reglement(sleutel).stappen if stap.eenmalig}
    assert eenmalig == ONCE_FOR_THE_KLACHT[sleutel]


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param("klik_onderwijs", marks=pytest.mark.clausule("KL-8")),
        pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-2.4b")),
    ],
)
def test_opened_again_a_formal_klacht_has_no_short_path_either(sleutel):
    again = case(sleutel).after("ontvangen kanaal=email", "ingetrokken", "heropend reden=nieuw")
    assert not can(again, "direct_opgelost")
