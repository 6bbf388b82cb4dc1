"""The normal way through each reglement: what a dossier waits for, who is to move, and what may be done at any time."""

import pytest
from procedures import case

from klachtdesk.reglement.dossier import Persoon

# reglement -> the events of its normal way, each with what the dossier waits for after it and who is to move
ROUTES = {
    "interactie": [
        ("melding_ontvangen kanaal=telefoon", "ontvangen", "klager"),
        ("ontvangen kanaal=email", "doorgezonden", "medewerker"),
        ("doorgezonden persoon=amber", "betrokkene_ingelicht", "klachtenfunctionaris"),
        ("betrokkene_ingelicht persoon=b", "uitgenodigd_horen", "klachtenfunctionaris"),
        ("uitgenodigd_horen persoon=k", "uitgenodigd_horen", "klachtenfunctionaris"),
        ("uitgenodigd_horen persoon=b", "gehoord", "klachtenfunctionaris"),
        ("gehoord persoon=k verslag=ja", "gehoord", "klachtenfunctionaris"),
        ("afgezien_van_horen persoon=b grond=verklaard", "oplossingspoging", "betrokkene"),
        ("oplossingspoging uitkomst=niet_opgelost tussenkomst=ja", "oordeel_vastgesteld", "klachtenfunctionaris"),
        ("oordeel_vastgesteld", "oordeel_verzonden", "klachtenfunctionaris"),
        ("oordeel_verzonden", "oordeel_verzonden_betrokkene", "klachtenfunctionaris"),
        ("oordeel_verzonden_betrokkene persoon=b", "tevredenheidscheck", "klachtenfunctionaris"),
        ("tevredenheidscheck uitkomst=niet_tevreden kanaal=email", "afgehandeld", "klachtenfunctionaris"),
        ("afgehandeld oplossing=uitleg", None, None),
    ],
    "klassewerk": [
        ("ontvangen kanaal=mondeling", "doorgezonden", "medewerker"),
        # The day after it was passed on: the trainer was not reached that day, so the directie calls.
        ("doorgezonden persoon=d", "contact_klager", "directie"),
        ("verantwoordelijke_bereikt persoon=b", "contact_klager", "directie"),
        ("contact_klager kanaal=telefoon uitkomst=opgelost verslag=ja bevestiging_gewenst=ja",
         "bevestiging_afspraken_verzonden", "medewerker"),
        ("bevestiging_afspraken_verzonden", "afgehandeld", "medewerker"),
        ("afgehandeld oplossing=excuses", "tevredenheid_bevestigd", "klager"),
        ("tevredenheid_bevestigd", None, None),
    ],
    "klik_onderwijs": [
        ("ontvangen kanaal=brief", "ontvangstbevestiging_verzonden", "medewerker"),
        ("ontvangstbevestiging_verzonden", "toegewezen", "directie"),
        ("toegewezen persoon=korst", "contact_klager", "behandelaar"),
        ("contact_klager kanaal=email", "overleg", "behandelaar"),
        ("overleg persoon=m verslag=ja", "oordeel_vastgesteld", "behandelaar"),
        ("oordeel_vastgesteld", "oordeel_verzonden", "behandelaar"),
        ("oordeel_verzonden", "afgehandeld", "directie"),
        ("consequenties_vastgesteld ref=C1", "consequenties_afgehandeld", "directie"),
        ("afgehandeld oplossing=licentie", "consequenties_afgehandeld", "directie"),
        ("consequenties_afgehandeld ref=C1", None, None),
    ],
    "tien_voor_taal": [
        ("ontvangen kanaal=klachtenformulier", "ontvangstbevestiging_verzonden", "medewerker"),
        ("ontvangstbevestiging_verzonden", "contact_klager", "klachtenfunctionaris"),
        ("contact_klager persoon=k", "bericht_afhandeling_verzonden", "klachtenfunctionaris"),
        ("bericht_afhandeling_verzonden", "uitgenodigd_horen", "klachtenfunctionaris"),
        ("gehoord persoon=k verslag=ja", "uitgenodigd_horen", "klachtenfunctionaris"),
        ("gehoord persoon=b verslag=ja", "oordeel_vastgesteld", "klachtenfunctionaris"),
        ("oordeel_vastgesteld", "oordeel_verzonden", "klachtenfunctionaris"),
        ("oordeel_verzonden", "tevredenheidscheck", "klachtenfunctionaris"),
        ("tevredenheidscheck uitkomst=geen_reactie kanaal=email", "afgehandeld", "klachtenfunctionaris"),
        ("afgehandeld oplossing=examen", None, None),
    ],
    "leefstijlwijzer": [
        ("ontvangen kanaal=email", "doorgezonden", "medewerker"),
        ("doorgezonden persoon=d", "reactie_verzonden", "behandelaar"),
        ("reactie_verzonden", "afgehandeld", "behandelaar"),
        ("afgehandeld oplossing=zalen overeenstemming=ja maatregel_gewenst=nee", None, None),
    ],
}  # fmt: skip
EVERYTHING = (
    "klager.naam klager.organisatie klager.email klager.telefoon product ontvangen_op omschrijving motivering "
    "melder.naam betrokkene.naam onderwerpen oorzaak oplossing "
    "bevindingen conclusies reacties afhandeling gegrondheid overeenkomst"
)


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param("interactie", marks=pytest.mark.clausule("IA-5.1", "IA-7.1")),
        pytest.param("klassewerk", marks=pytest.mark.clausule("KW-2b")),
        pytest.param("klik_onderwijs", marks=pytest.mark.clausule("KL-5")),
        pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-2.3c")),
        pytest.param("leefstijlwijzer", marks=pytest.mark.clausule("LW-2", "LW-8")),
    ],
)
def test_the_normal_way(sleutel):
    """Step by step: accepted, and then the next one is waited for, from the one who is to take it."""
    bewaartermijn = case("leefstijlwijzer").reglement.bewaartermijn.duur
    found = case(sleutel).filled(EVERYTHING).knowing(gekozen_bewaartermijn=bewaartermijn)
    for text, waits_for, aan_zet in ROUTES[sleutel]:
        found = found.recorded(text)
        assert (found.waits_for(), found.status().aan_zet) == (waits_for, aan_zet), text
    assert found.stand("heropend").mogelijk


@pytest.mark.clausule("KW-2a", "LW-1")
@pytest.mark.parametrize("sleutel", ["klassewerk", "leefstijlwijzer"])
def test_solving_it_at_once_is_the_short_path(sleutel):
    solved = case(sleutel).recorded("ontvangen kanaal=telefoon", "direct_opgelost oplossing=uitleg")
    assert solved.stand("heropend").mogelijk
    assert not solved.stand("doorgezonden").mogelijk


@pytest.mark.clausule("TT-0a")
def test_a_talk_before_the_formal_klacht():
    """First a talk; the termijnen start when a formal klacht is received, and the talk may make one needless."""
    talking = case("tien_voor_taal").recorded(
        "melding_ontvangen kanaal=mondeling @2026-03-02", "informele_fase_gestart persoon=n @2026-03-02"
    )
    ended = talking.recorded("informele_fase_beeindigd uitkomst=niet_opgelost @2026-03-09")
    assert (ended.waits_for(), ended.status().aan_zet) == ("ontvangen", "klager")
    formal = ended.recorded("ontvangen kanaal=klachtenformulier @2026-04-13")
    # 14 days after Monday 13 April is Monday 27 April: Friday the 24th, to be received in time.
    assert str(formal.stand("ontvangstbevestiging_verzonden").streefdatum) == "2026-04-24"


@pytest.mark.clausule("KL-F1")
def test_an_informal_solution_closes_the_dossier():
    talking = case("klik_onderwijs").recorded("melding_ontvangen", "informele_fase_gestart persoon=f")
    assert not talking.stand("afgehandeld").mogelijk
    solved = talking.recorded("informele_fase_beeindigd uitkomst=opgelost verslag=ja")
    assert solved.refusal("afgehandeld oplossing=uitleg") == ""


@pytest.mark.clausule("KL-F1", "KL-8")
def test_a_formal_klacht_after_an_informal_solution_is_answered_in_writing():
    """What was solved in a talk, and is put in formally after all, gets its motivated message (Formeel 8)."""
    solved = case("klik_onderwijs").recorded(
        "melding_ontvangen", "informele_fase_gestart persoon=f",
        "informele_fase_beeindigd uitkomst=opgelost verslag=ja",
    )  # fmt: skip
    formal = solved.recorded("ontvangen kanaal=email")
    assert formal.reasons("afgehandeld") == [
        "De indiener heeft nog geen gemotiveerd bericht over de afhandeling gekregen "
        "(punt 8 van de formele klachtenprocedure)."
    ]
    assert formal.after("oordeel_verzonden").refusal("afgehandeld oplossing=uitleg") == ""


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param("klik_onderwijs", marks=pytest.mark.clausule("KL-F1")),
        pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-0a")),
    ],
)
def test_what_a_talk_solved_waits_to_be_closed_and_for_no_formal_klacht(sleutel):
    bewaartermijn = case("leefstijlwijzer").reglement.bewaartermijn.duur
    solved = case(sleutel).knowing(gekozen_bewaartermijn=bewaartermijn).recorded(
        "melding_ontvangen kanaal=telefoon", "informele_fase_gestart persoon=f",
        "informele_fase_beeindigd uitkomst=opgelost verslag=ja",
    )  # fmt: skip
    assert (solved.waits_for(), solved.status().aan_zet) == ("direct_opgelost", "medewerker")
    assert "Vul bij deze stap nog in: oplossing" in solved.refusal("direct_opgelost")
    closed = solved.recorded("direct_opgelost oplossing=uitleg")
    assert (closed.waits_for(), closed.status().fase) == (None, "bewaren")
    formal = solved.after("ontvangen kanaal=email")
    assert formal.waits_for() not in ("direct_opgelost", "ontvangen")


@pytest.mark.clausule("TT-2.4e")
def test_the_werkoverleg_is_recorded_each_time():
    received = case("tien_voor_taal").recorded("ontvangen kanaal=email", "werkoverleg @2026-04-20")
    assert received.refusal("werkoverleg @2026-04-27") == ""
    assert received.stand("werkoverleg").brief == "werkoverleglijst"


@pytest.mark.clausule("IA-7.2")
def test_what_the_betrokkene_tells_is_recorded_as_theirs():
    received = case("interactie").recorded("ontvangen kanaal=email")
    assert received.refusal("mededeling_betrokkene persoon=b verslag=voorstel") == ""
    assert received.refusal("mededeling_betrokkene persoon=k verslag=voorstel") == (
        "Kies voor deze stap een betrokkene (artikel 7.2)."
    )


@pytest.mark.clausule("TT-D1")
def test_klachtmelder_and_klager_are_two_rollen_for_one_or_two_persons():
    received = case("tien_voor_taal").after("ontvangen kanaal=email")
    assert received.stand("gehoord", "k").mogelijk  # the melder is the klager as long as there is no other
    two = received.people(Persoon("m", "melder"), Persoon("g", "klager"), Persoon("b", "betrokkene"))
    assert two.refusal("gehoord persoon=g verslag=ja") == ""
    assert two.refusal("gehoord persoon=m verslag=ja") != ""
    assert "machtiging" in " ".join(two.reasons("oordeel_vastgesteld"))
    one = received.people(Persoon("m", "melder"), Persoon("m", "klager"), Persoon("b", "betrokkene"))
    assert one.refusal("gehoord persoon=m verslag=ja") == ""
    assert "machtiging" not in " ".join(one.reasons("oordeel_vastgesteld"))


def test_a_terugbelverzoek_and_a_note_are_always_possible():
    for sleutel in ROUTES:
        received = case(sleutel).after("ontvangen kanaal=email")
        for soort in ("notitie", "terugbelverzoek", "correspondentie_ontvangen", "tussenbericht_verzonden"):
            assert received.stand(soort).mogelijk


def test_opened_again_it_does_not_ask_for_what_is_done_once():
    """In a second ronde the klacht is not received, confirmed or passed on again; it is judged again."""
    closed = case("interactie").filled(EVERYTHING).recorded(
        *(text for text, _waits_for, _aan_zet in ROUTES["interactie"])
    )  # fmt: skip
    again = closed.recorded("heropend reden=nieuw")
    assert (again.waits_for(), again.status().fase) == ("uitgenodigd_horen", "horen")
    assert not again.stand("oordeel_vastgesteld").mogelijk
