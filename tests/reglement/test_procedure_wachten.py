"""What a dossier waits for beside the normal way, and what it no longer waits for because something else came of it."""

import pytest
from procedures import Case, case

from klachtdesk.reglement.dossier import Persoon

TEVREDEN = "tevredenheidscheck uitkomst=tevreden kanaal=telefoon"
OBJECTED = ("oordeel_verzonden", "bezwaar_ontvangen kanaal=brief")


def received(sleutel: str, *more: str) -> Case:
    return case(sleutel).after("ontvangen kanaal=email", *more)


@pytest.mark.parametrize(
    ("sleutel", "heard"),
    [
        pytest.param("interactie", "gehoord persoon=b verslag=ja", marks=pytest.mark.clausule("IA-5.2")),
        pytest.param(
            "interactie", "afgezien_van_horen persoon=b grond=verklaard", marks=pytest.mark.clausule("IA-5.2")
        ),
        pytest.param("tien_voor_taal", "gehoord persoon=b verslag=ja", marks=pytest.mark.clausule("TT-3.1")),
        pytest.param(
            "tien_voor_taal",
            "afgezien_van_horen persoon=b grond=verklaard",
            marks=pytest.mark.clausule("TT-3.1", "TT-3.3"),
        ),
    ],
)
def test_who_was_heard_or_wants_not_to_be_is_not_invited_any_more(sleutel, heard):
    found = received(sleutel, heard)
    assert not found.awaits("uitgenodigd_horen", "b")
    assert not found.awaits("gehoord", "b")
    assert found.awaits("uitgenodigd_horen", "k")
    assert found.awaits("gehoord", "k")


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param("interactie", marks=pytest.mark.clausule("IA-5.2")),
        pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-3.1")),
    ],
)
@pytest.mark.parametrize("soort", ["uitgenodigd_horen", "gehoord", "afgezien_van_horen"])
def test_horen_is_of_the_klager_and_of_each_betrokkene(sleutel, soort):
    found = received(sleutel)
    assert {stand.persoon for stand in found.all_of(soort)} == {"k", "b"}
    refused = found.refusal(f"{soort} persoon=x verslag=ja grond=verklaard")
    assert refused.startswith("Kies voor deze stap een klager of betrokkene (artikel")


@pytest.mark.clausule("IA-5.2")
def test_each_betrokkene_is_told_of_the_klacht_and_nobody_else():
    people = (Persoon("k", "melder"), Persoon("b", "betrokkene"), Persoon("c", "betrokkene"))
    found = received("interactie").people(*people)
    assert {stand.persoon for stand in found.all_of("betrokkene_ingelicht")} == {"b", "c"}
    assert (
        found.refusal("betrokkene_ingelicht persoon=k") == "Kies voor deze stap een betrokkene (artikel 5.2)."
    )
    told = found.after("betrokkene_ingelicht persoon=b")
    assert [told.awaits("betrokkene_ingelicht", persoon) for persoon in ("b", "c")] == [False, True]


@pytest.mark.parametrize(
    ("asked", "came"),
    [
        pytest.param(
            "aanvulling_gevraagd velden=naam", "aanvulling_ontvangen", marks=pytest.mark.clausule("TT-1.3")
        ),
        pytest.param("vertaling_gevraagd", "vertaling_ontvangen", marks=pytest.mark.clausule("TT-1.4b")),
    ],
)
def test_what_was_asked_of_the_klager_is_waited_for(asked, came):
    assert not received("tien_voor_taal").awaits(came)
    waiting = received("tien_voor_taal", asked)
    assert waiting.awaits(came)
    assert not waiting.after(came).awaits(came)


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param("klik_onderwijs", marks=pytest.mark.clausule("KL-F1")),
        pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-0a")),
    ],
)
def test_a_talk_that_began_is_waited_for_until_its_outcome(sleutel):
    talking = case(sleutel).after("melding_ontvangen kanaal=telefoon", "informele_fase_gestart persoon=f")
    assert talking.waits_for() == "informele_fase_beeindigd"
    assert not talking.after("informele_fase_beeindigd uitkomst=niet_opgelost verslag=x").awaits(
        "informele_fase_beeindigd"
    )


@pytest.mark.clausule("IA-5.3")
def test_a_poging_to_solve_it_is_not_waited_for_once_there_is_an_oordeel():
    assert received("interactie").awaits("oplossingspoging")
    assert not received("interactie", "oordeel_vastgesteld").awaits("oplossingspoging")


@pytest.mark.clausule("IA-5.7")
class TestOndertekening:
    """Klager, klachtenfunctionaris and betrokkene sign the oordeel when the klager is satisfied (Interactie 5.7)."""

    def judged(self, *more: str) -> Case:
        return received("interactie", "doorgezonden persoon=amber", "oordeel_vastgesteld", *more)

    @pytest.mark.parametrize(
        "soort", ["ondertekening_gevraagd", "oordeel_ondertekend", "ondertekening_geweigerd"]
    )
    def test_it_is_of_three_parties(self, soort):
        assert {stand.persoon for stand in self.judged().all_of(soort)} == {"k", "amber", "b"}

    @pytest.mark.parametrize("said", [TEVREDEN, "tevredenheid_bevestigd"])
    def test_each_is_waited_for_until_they_sign_or_refuse(self, said):
        assert not self.judged().awaits("oordeel_ondertekend", "k")
        satisfied = self.judged(said)
        assert all(satisfied.awaits("oordeel_ondertekend", persoon) for persoon in ("k", "amber", "b"))
        signed = satisfied.after(
            "oordeel_ondertekend persoon=amber wijze=papier", "ondertekening_geweigerd persoon=b reden=oneens"
        )
        assert [signed.awaits("oordeel_ondertekend", persoon) for persoon in ("k", "amber", "b")] == [
            True, False, False,
        ]  # fmt: skip

    @pytest.mark.parametrize("again", ["ondertekening_ingetrokken reden=fout", "oordeel_vastgesteld"])
    def test_after_a_withdrawal_or_another_oordeel_each_signs_anew(self, again):
        signed = self.judged(TEVREDEN, "oordeel_ondertekend persoon=k wijze=papier")
        assert signed.refusal("oordeel_ondertekend persoon=k wijze=papier").startswith("Dit is al gebeurd op")
        assert signed.after(again).stand("oordeel_ondertekend", "k").mogelijk

    def test_written_satisfaction_needs_no_check(self):
        assert self.judged().awaits("tevredenheidscheck")
        assert not self.judged("tevredenheid_bevestigd").awaits("tevredenheidscheck")


@pytest.mark.parametrize(
    ("sleutel", "judged"),
    [
        pytest.param("interactie", "oordeel_verzonden", marks=pytest.mark.clausule("IA-4.2")),
        pytest.param("klassewerk", "bezwaar_uitspraak_verzonden", marks=pytest.mark.clausule("KW-6")),
        pytest.param("leefstijlwijzer", "reactie_verzonden", marks=pytest.mark.clausule("LW-6")),
        pytest.param("tien_voor_taal", "oordeel_verzonden", marks=pytest.mark.clausule("TT-2.5")),
        ("klik_onderwijs", "oordeel_verzonden"),  # its text names no such body; a klager can find one
    ],
)
def test_what_the_body_above_the_office_decides_is_to_be_carried_out(sleutel, judged):
    """Also in a closed dossier: it waits for the uitspraak of that body, and then for the office to follow it."""
    two_years = case("leefstijlwijzer").reglement.bewaartermijn.duur
    closed = received(sleutel, judged, "afgehandeld").knowing(gekozen_bewaartermijn=two_years)
    assert not closed.awaits("beroep_uitspraak")
    appealed = closed.after("beroep_ingesteld instantie=i")
    assert (appealed.waits_for(), appealed.status().aan_zet) == ("beroep_uitspraak", "instantie")
    assert not appealed.after("beroep_ingetrokken").awaits("beroep_uitspraak")
    decided = appealed.after("beroep_uitspraak instantie=i bindend=ja")
    assert (decided.waits_for(), decided.status().aan_zet) == ("uitspraak_uitgevoerd", "directie")
    assert not decided.after("uitspraak_uitgevoerd").awaits("uitspraak_uitgevoerd")


@pytest.mark.clausule("TT-2.6")
def test_the_insurer_is_told_only_when_money_is_claimed_before_an_external_body():
    money, body = (
        "financiele_vergoeding_gevraagd bedrag=100",
        "beroep_ingesteld instantie=i aanleiding=bemiddeling",
    )
    assert not received("tien_voor_taal").awaits("verzekeraar_ingelicht")
    assert not received("tien_voor_taal", money).awaits("verzekeraar_ingelicht")
    assert not received("tien_voor_taal", body).awaits("verzekeraar_ingelicht")
    for both in ((money, body), (body, money)):
        found = received("tien_voor_taal", *both)
        assert found.awaits("verzekeraar_ingelicht")
        assert found.stand("verzekeraar_ingelicht").brief == "kennisgeving_verzekeraar"
        assert not found.after("verzekeraar_ingelicht").awaits("verzekeraar_ingelicht")


@pytest.mark.clausule("KW-5b")
def test_who_already_explained_the_bezwaar_is_not_invited_to():
    objected = received("klassewerk", *OBJECTED)
    assert objected.awaits("bezwaar_toelichting_uitgenodigd")
    assert not objected.after("bezwaar_toelichting_gehouden verslag=ja").awaits(
        "bezwaar_toelichting_uitgenodigd"
    )
    invited = objected.after("bezwaar_toelichting_uitgenodigd")
    assert invited.awaits("bezwaar_toelichting_gehouden")


@pytest.mark.parametrize(
    ("sleutel", "waits"),
    [
        pytest.param(
            "klassewerk", "bezwaar_toelichting_uitgenodigd", marks=pytest.mark.clausule("KW-5b", "KW-5c")
        ),
        pytest.param(
            "klik_onderwijs", "bezwaar_commissie_benoemd", marks=pytest.mark.clausule("KL-10", "KL-12")
        ),
    ],
)
@pytest.mark.parametrize("ended", ["bezwaar_ingetrokken reden=opgelost", "bezwaar_uitspraak_verzonden"])
def test_a_bezwaar_is_waited_for_until_it_is_decided_or_withdrawn(sleutel, waits, ended):
    objected = received(sleutel, *OBJECTED)
    prepared = objected.after("bezwaar_toelichting_uitgenodigd", "bezwaar_commissie_benoemd personen=x+y")
    assert objected.awaits(waits)
    assert prepared.awaits("bezwaar_uitspraak_verzonden")
    over = prepared.after(ended)
    assert not over.awaits(waits)
    assert not over.awaits("bezwaar_uitspraak_verzonden")


@pytest.mark.clausule("KW-4b")
@pytest.mark.parametrize("closing", ["afgehandeld oplossing=x", "direct_opgelost oplossing=x"])
def test_a_closed_dossier_of_klassewerk_waits_for_the_written_confirmation(closing):
    closed = received("klassewerk", closing)
    assert (closed.waits_for(), closed.status().aan_zet) == ("tevredenheid_bevestigd", "klager")
    assert closed.after("tevredenheid_bevestigd").waits_for() is None
    assert received("klassewerk", "ingetrokken").waits_for() is None


@pytest.mark.clausule("KD-1")
@pytest.mark.parametrize("soort", ["uitgenodigd_horen", "gehoord"])
def test_where_the_text_knows_no_horen_it_is_possible_all_the_same(soort):
    found = received("leefstijlwijzer")
    assert {stand.persoon for stand in found.all_of(soort) if stand.mogelijk} == {"k", "b"}
    assert not found.awaits(soort, "k")
    assert found.refusal(f"{soort} persoon=x verslag=ja") == (
        "Kies voor deze stap een klager of betrokkene (praktijkregel van klachtdesk)."
    )


@pytest.mark.parametrize("soort", ["betrokkene_ingelicht", "mededeling_betrokkene"])
def test_what_is_of_a_betrokkene_is_so_in_every_reglement(soort):
    """Leefstijlwijzer says nothing of it: a praktijkregel holds."""
    refused = received("leefstijlwijzer").refusal(f"{soort} persoon=k verslag=x")
    assert refused == "Kies voor deze stap een betrokkene (praktijkregel van klachtdesk)."


@pytest.mark.clausule("KW-5a")
def test_an_outcome_of_klassewerk_is_sent_to_the_klager_so_that_the_bezwaar_can_begin():
    passed_on = received("klassewerk", "doorgezonden persoon=d").filled("onderwerpen")
    assert not passed_on.awaits("oordeel_verzonden")
    judged = passed_on.after("oordeel_vastgesteld")
    assert judged.awaits("oordeel_verzonden")
    assert not judged.after("oordeel_verzonden").awaits("oordeel_verzonden")


@pytest.mark.clausule("KL-F1")
def test_no_informal_fase_is_waited_for_once_there_is_a_formal_klacht():
    called = case("klik_onderwijs").after("melding_ontvangen kanaal=telefoon")
    assert called.waits_for() == "informele_fase_gestart"
    assert not called.after("ontvangen kanaal=email").awaits("informele_fase_gestart")
