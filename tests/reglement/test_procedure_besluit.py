"""What only the directie can decide: letting a refused stap through, and when a dossier is destroyed."""

import pytest
from procedures import case, event

from klachtdesk.errors import NotAllowed
from klachtdesk.reglement.parts import Duur
from klachtdesk.reglement.procedure import derive_stappen

TWO_YEARS = Duur(aantal=2, eenheid="jaren")
SLEUTELS = ("interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal")


class TestBesluitDirectie:
    """Where the reglement does not provide, the directie decides (10 voor Taal 6.2; elsewhere a praktijkregel)."""

    REFUSED = "De klager is nog niet gehoord (artikel 3.1)."
    DECIDED = "besluit_directie besluit=toestaan motivering=spoed stap=oordeel_vastgesteld"

    def closing(self):
        keys = "melder.naam klager.naam omschrijving bevindingen conclusies reacties afhandeling gegrondheid"
        received = (
            case("tien_voor_taal").filled(keys).after("ontvangen kanaal=brief", "contact_klager persoon=a")
        )
        return received.after("gehoord persoon=b verslag=ja")

    @pytest.mark.clausule("TT-6.2")
    def test_it_lets_a_refused_stap_through_once(self):
        before = self.closing()
        assert before.reasons("oordeel_vastgesteld") == [self.REFUSED]
        decided = before.recorded(self.DECIDED)
        assert decided.stand("oordeel_vastgesteld").mogelijk
        assert decided.stand("oordeel_vastgesteld").besluit
        done = decided.recorded("oordeel_vastgesteld")
        assert done.reasons("oordeel_vastgesteld") == [self.REFUSED]
        assert not done.stand("oordeel_vastgesteld").besluit

    @pytest.mark.clausule("TT-6.2")
    def test_it_needs_a_motivering(self):
        assert (
            self.closing()
            .refusal("besluit_directie besluit=toestaan stap=oordeel_vastgesteld")
            .endswith("motivering (artikel 6.2). Schrijf op waarom de directie zo besluit (artikel 6.2).")
        )
        without = self.closing().after("besluit_directie besluit=toestaan stap=oordeel_vastgesteld")
        assert without.reasons("oordeel_vastgesteld") == [self.REFUSED]

    @pytest.mark.clausule("TT-6.2")
    def test_it_lets_through_what_the_reglement_does_not_know(self):
        received = self.closing()
        assert received.refusal("bezwaar_ontvangen kanaal=brief") == "Dit reglement kent deze stap niet."
        decided = received.recorded(
            "besluit_directie besluit=toestaan motivering=redelijk stap=bezwaar_ontvangen"
        )
        assert decided.refusal("bezwaar_ontvangen kanaal=brief") == ""

    def test_it_can_not_contradict_what_was_recorded(self):
        decided = self.closing().recorded("besluit_directie besluit=x motivering=y stap=heropend")
        assert decided.reasons("heropend") == [
            "Het dossier is niet afgesloten en kan dus niet worden heropend."
        ]

    def test_it_can_not_set_independence_aside(self):
        decided = (
            self.closing()
            .after("gehoord persoon=k verslag=ja", "toegewezen persoon=b")
            .recorded(self.DECIDED)
        )
        (said,) = decided.reasons("oordeel_vastgesteld")
        assert said.startswith("Een betrokkene kan de klacht niet behandelen")

    def test_it_counts_for_its_own_ronde_only(self):
        decided = (
            self.closing().knowing(gekozen_bewaartermijn=TWO_YEARS).recorded(self.DECIDED, "ingetrokken")
        )
        assert not decided.after("heropend reden=toch").stand("oordeel_vastgesteld").mogelijk

    def test_the_refusal_says_that_the_directie_can_decide(self):
        with pytest.raises(NotAllowed) as refused:
            self.closing().recorded("oordeel_vastgesteld")
        assert (refused.value.artikel, refused.value.message) == ("3.1", self.REFUSED)
        assert "besluit van de directie" in refused.value.hint

    def test_it_says_no_such_thing_when_the_directie_can_not(self):
        with pytest.raises(NotAllowed) as refused:
            self.closing().recorded("heropend reden=toch")
        assert refused.value.hint == ""

    @pytest.mark.parametrize("sleutel", SLEUTELS)
    def test_it_is_there_in_every_reglement(self, sleutel):
        assert case(sleutel).after("ontvangen kanaal=email").stand("besluit_directie").mogelijk


class TestVernietigen:
    """A dossier is destroyed when its bewaartermijn is over and nothing blocks it."""

    def test_the_reason_names_the_last_day(self):
        closed = case("leefstijlwijzer").after("ontvangen @2026-04-01", "ingetrokken @2026-04-10")
        # 2 jaar after 10 April 2026 is 10 April 2028, the last day on which it is kept.
        stand = closed.stand("vernietigd", op=event("notitie @2028-04-10", closed.next_day).datum)
        assert [reden.zin for reden in stand.redenen] == [
            "De bewaartermijn loopt tot en met maandag 10 april 2028 (onderdeel Registraties)."
        ]
        assert closed.refusal("vernietigd @2028-04-11") == ""

    def test_an_open_dossier_is_kept(self):
        received = case("leefstijlwijzer").after("ontvangen")
        assert received.reasons("vernietigd") == ["Het dossier is nog niet afgesloten."]

    def test_a_hold_blocks_it(self):
        held = case("leefstijlwijzer").after(
            "ontvangen", "ingetrokken", "bewaren_opgeschort reden=rechtszaak"
        )
        assert held.refusal("vernietigd @2029-01-01") == "De vernietiging is opgeschort."

    def test_a_bezwaar_that_runs_blocks_it(self):
        road = (
            "ontvangen kanaal=email",
            "oordeel_verzonden",
            "afgehandeld",
            "bezwaar_ontvangen kanaal=brief",
        )
        assert (
            case("klik_onderwijs").after(*road).refusal("vernietigd @2029-01-01")
            == "Er loopt nog een bezwaar."
        )

    @pytest.mark.clausule("KW-4b")
    def test_without_the_confirmation_the_directie_decides(self):
        closed = case("klassewerk").after("ontvangen", "afgehandeld @2026-09-21")
        assert closed.refusal("vernietigd @2030-01-01") == (
            "De klager heeft nog niet schriftelijk bevestigd tevreden te zijn met de afhandeling (artikel 4)."
        )
        decided = closed.recorded(
            "besluit_directie @2026-10-01 besluit=bewaren motivering=redelijk bewaren_tot=2027-09-21"
        )
        assert decided.refusal("vernietigd @2027-09-21") != ""
        assert decided.refusal("vernietigd @2027-09-22") == ""

    @pytest.mark.clausule("IA-8.5")
    def test_interactie_destroys_after_the_bespreking(self):
        closed = case("interactie").after("ontvangen kanaal=email", "ingetrokken @2026-04-24")
        assert "nog niet besproken" in closed.refusal("vernietigd @2027-01-05")
        assert closed.recorded("besproken @2027-01-04 verslag=ja").refusal("vernietigd @2027-01-05") == ""

    def test_nothing_happens_after_it(self):
        gone = case("leefstijlwijzer").after("ontvangen", "ingetrokken", "vernietigd @2029-01-01")
        procedure = derive_stappen(gone.reglement, gone.feiten, gone.next_day)
        assert not any(stand.mogelijk for stand in procedure.stappen)
        assert (procedure.status.fase, procedure.status.wacht_op) == ("bewaren", None)
