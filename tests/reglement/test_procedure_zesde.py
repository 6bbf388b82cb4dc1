"""A sixth, invented reglement works without a change in the program: its stappen, reasons, status and refusals."""

from pathlib import Path

import pytest
from procedures import Case, praktijk

from klachtdesk.reglement.loading import load_reglement
from klachtdesk.reglement.onafhankelijkheid import vervangers

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def kookschool() -> Case:
    toml, tekst = ((HERE / f"zesde.{kind}").read_text(encoding="utf-8") for kind in ("toml", "txt"))
    return Case(load_reglement(toml, tekst, bestand="zesde.toml", praktijk=praktijk()))


def test_from_the_brief_to_the_shredder(kookschool):
    start = kookschool.recorded("melding_ontvangen kanaal=telefoon @2026-06-01")
    assert start.refusal("ontvangen kanaal=email") == "Een klacht over het eten komt per brief (artikel 1)."
    assert start.refusal("toegewezen persoon=s") == "Een klacht over het eten komt per brief (artikel 1)."
    received = start.recorded("ontvangen kanaal=brief @2026-06-02")
    assert (received.waits_for(), received.status().fase) == ("contact_klager", "contact")
    assert received.refusal("afgezien_van_horen persoon=b grond=op") == (
        "Vraag de klager eerst of er nog iets over is (artikel 3)."
    )
    called = received.recorded("contact_klager persoon=g verslag=zout @2026-06-03")
    assert (called.waits_for(), called.status().wacht_op.persoon) == ("gehoord", "b")
    assert (
        called.refusal("afgezien_van_horen persoon=k grond=op")
        == "Kies voor deze stap een betrokkene (artikel 3)."
    )
    assert called.reasons("oordeel_vastgesteld") == [
        "Nog in te vullen: het onderwerp van de klacht en de training, het product of de dienst of de omschrijving "
        "van de klacht (artikel 1).",
        "Het gerecht van de betrokkene is nog niet geproefd (artikel 4).",
    ]
    tasted = called.filled("onderwerpen omschrijving").recorded("gehoord persoon=b verslag=zout @2026-06-04")
    assert tasted.stand("gehoord", "b").redenen != ()
    # Two weeks after Tuesday 2 June is 16 June.
    assert str(tasted.stand("oordeel_verzonden").streefdatum) == "2026-06-16"
    extended = tasted.recorded(
        "verdaagd termijn=beslissing tot=2026-06-23 reden=feest grond=drukte @2026-06-16"
    )
    told = extended.recorded("oordeel_vastgesteld @2026-06-20", "oordeel_verzonden @2026-06-22")
    assert told.waits_for() == "afgehandeld"
    closed = told.recorded("bezwaar_ontvangen @2026-06-25", "afgehandeld oplossing=soep @2026-06-26")
    assert (closed.waits_for(), closed.status().aan_zet) == ("bezwaar_uitspraak_verzonden", "directie")
    decided = closed.recorded("bezwaar_uitspraak_verzonden @2026-07-01")
    # Kept until 1 October, three months after the uitspraak.
    assert decided.refusal("vernietigd @2026-10-01") != ""
    decided.recorded("vernietigd @2026-10-02")


def test_its_own_words_go_before_the_praktijkregels(kookschool):
    by_kind = kookschool.reglement.stap_bij_gebeurtenis
    assert by_kind["contact_klager"].clausule == ("DP-2",)
    assert by_kind["notitie"].clausule == ("KD-1",)
    assert [stap.gebeurtenis for stap in kookschool.reglement.stappen][:3] == [
        "ontvangen",
        "contact_klager",
        "gehoord",
    ]
    rules = kookschool.reglement.onafhankelijkheid
    assert (rules.behandelaar.clausule, rules.invuller.clausule) == (("DP-4",), ("KD-1",))


def test_a_klacht_is_not_waited_for_twice_whatever_the_file_says():
    """The receipt happens once in a dossier, also where a reglement forgets to say so."""
    toml = (HERE / "zesde.toml").read_text(encoding="utf-8").replace("eenmalig = true\n", "")
    forgetful = Case(load_reglement(toml, praktijk=praktijk()))
    again = forgetful.after("ontvangen kanaal=brief", "ingetrokken", "heropend reden=toch")
    assert again.waits_for() == "contact_klager"


def test_what_it_does_not_know_is_refused(kookschool):
    received = kookschool.after("ontvangen kanaal=brief")
    assert received.refusal("reactie_verzonden") == "Dit reglement kent deze stap niet."


def test_its_cook_does_not_judge(kookschool):
    received = kookschool.after("ontvangen kanaal=brief")
    assert (
        received.refusal("toegewezen persoon=b")
        == "Een betrokkene kan de klacht niet behandelen (artikel 4)."
    )
    named = vervangers(received.reglement, received.feiten, "gastvrouw")
    assert [item.sleutel for item in named] == ["souschef"]
