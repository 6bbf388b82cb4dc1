"""What the program points out by itself, each on the day it begins to and not a day before."""

from datetime import date

import pytest
from procedures import Case, case, reglement

from klachtdesk.reglement.dossier import Persoon
from klachtdesk.reglement.parts import Duur

SLEUTELS = ("interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal")


def received(sleutel: str, *more: str) -> Case:
    return case(sleutel).after("ontvangen kanaal=email @2026-04-13", *more)


class TestTooOld:
    """Longer than a year before it was put in: a ground that 10 voor Taal names (1.2)."""

    @pytest.mark.clausule("TT-1.2a")
    @pytest.mark.parametrize(("happened", "pointed_out"), [("2025-04-13", False), ("2025-04-12", True)])
    def test_the_app_proposes_the_ground(self, happened, pointed_out):
        found = received("tien_voor_taal").knowing(datum_gebeurtenis=date.fromisoformat(happened)).signalen()
        assert ("gebeurtenis_te_oud" in found) is pointed_out
        if pointed_out:
            signaal = found["gebeurtenis_te_oud"]
            assert (signaal.grond, signaal.artikel) == ("langer_dan_een_jaar", "1.2 lid 1")
            assert "zaterdag 12 april 2025" in signaal.zin

    @pytest.mark.clausule("TT-1.4a")
    def test_the_dagtekening_counts_and_without_one_the_receipt(self):
        happened = {"datum_gebeurtenis": date(2025, 4, 12)}
        dated = case("tien_voor_taal").after("ingediend @2026-04-10", "ontvangen kanaal=brief @2026-04-13")
        assert "gebeurtenis_te_oud" not in dated.knowing(**happened).signalen()
        assert "geen_dagtekening" not in dated.signalen()
        undated = received("tien_voor_taal").knowing(**happened).signalen()
        assert "gebeurtenis_te_oud" in undated
        assert undated["geen_dagtekening"].zin == (
            "Er is geen dagtekening bekend; als datum van indiening geldt de ontvangst op maandag 13 april 2026 "
            "(artikel 1.2)."
        )

    @pytest.mark.parametrize("sleutel", ["interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer"])
    def test_no_other_reglement_has_that_ground(self, sleutel):
        assert (
            "gebeurtenis_te_oud"
            not in received(sleutel).knowing(datum_gebeurtenis=date(2020, 1, 1)).signalen()
        )


@pytest.mark.clausule("TT-1.2a")
def test_handled_before():
    signaal = received("tien_voor_taal").signalen(eerder_behandeld=True)["eerder_behandeld"]
    assert (signaal.grond, signaal.artikel) == ("reeds_behandeld", "1.2 lid 1")
    elsewhere = received("klassewerk").signalen(eerder_behandeld=True)["eerder_behandeld"]
    assert (elsewhere.grond, elsewhere.artikel) == (None, None)
    assert elsewhere.zin.endswith("(praktijkregel van klachtdesk).")
    assert "eerder_behandeld" not in received("tien_voor_taal").signalen()


@pytest.mark.clausule("LW-0")
def test_the_third_with_the_same_oorzaak():
    found = received("leefstijlwijzer")
    assert "herhaling" not in found.signalen(zelfde_oorzaak=2)
    assert found.signalen(zelfde_oorzaak=3)["herhaling"].zin == (
        "Dit is binnen 1 jaar klacht 3 met dezelfde oorzaak (onderdeel Doel)."
    )
    assert found.signalen(zelfde_oorzaak=4)["herhaling"].zin.startswith("Dit is binnen 1 jaar klacht 4")
    assert received("interactie").signalen(zelfde_oorzaak=3)["herhaling"].artikel is None


class TestNothingHeard:
    """14 days without a word (Interactie 7.3; the office can set another number)."""

    @pytest.mark.clausule("IA-7.3")
    def test_after_fourteen_days(self):
        found = received("interactie", "tussenbericht_verzonden @2026-04-20")
        assert "lang_niets_gehoord" not in found.signalen(op=date(2026, 5, 4))
        assert found.signalen(op=date(2026, 5, 5))["lang_niets_gehoord"].zin == (
            "De klager heeft sinds maandag 20 april 2026 niets van u gehoord (artikel 7.3)."
        )

    def test_the_setting_of_the_office(self):
        week = Duur(aantal=1, eenheid="weken")
        assert "lang_niets_gehoord" in received("interactie").signalen(op=date(2026, 4, 21), stilte=week)
        assert "lang_niets_gehoord" not in received("interactie").signalen(op=date(2026, 4, 21))

    def test_an_office_that_wants_no_warning(self):
        never = Duur(aantal=0, eenheid="dagen")
        assert "lang_niets_gehoord" not in received("interactie").signalen(op=date(2027, 4, 1), stilte=never)

    def test_not_once_it_is_closed(self):
        assert "lang_niets_gehoord" not in received("interactie", "ingetrokken").signalen(op=date(2027, 1, 1))

    @pytest.mark.clausule("IA-7.3")
    def test_only_what_the_klager_heard_counts(self):
        """Artikel 7.3 is about the klager: an invitation to them counts, and what the betrokkene heard does not."""
        # Received on Monday 13 April 2026; the betrokkene is invited and heard in the days after.
        betrokkene = received(
            "interactie",
            "uitgenodigd_horen persoon=b @2026-04-14",
            "gehoord persoon=b verslag=ja @2026-04-20",
        )
        # 14 days after 13 April is Monday 27 April: on the 28th it is too long.
        assert "lang_niets_gehoord" in betrokkene.signalen(op=date(2026, 4, 28))
        for heard in ("uitgenodigd_horen persoon=k", "gehoord persoon=k verslag=ja"):
            told = betrokkene.after(f"{heard} @2026-04-21")
            assert "lang_niets_gehoord" not in told.signalen(op=date(2026, 4, 28))

    @pytest.mark.parametrize(
        ("sleutel", "talk"),
        [
            ("interactie", "oplossingspoging uitkomst=niet_opgelost tussenkomst=nee"),
            ("klik_onderwijs", "informele_fase_gestart persoon=f"),
            ("klik_onderwijs", "informele_fase_beeindigd uitkomst=niet_opgelost"),
        ],
    )
    def test_a_talk_is_a_word(self, sleutel, talk):
        # On 28 April the receipt on the 13th is 15 days ago, the talk on the 20th eight.
        talked = received(sleutel, f"{talk} @2026-04-20")
        assert "lang_niets_gehoord" not in talked.signalen(op=date(2026, 4, 28))
        assert "lang_niets_gehoord" in talked.signalen(op=date(2026, 5, 5))

    def test_a_note_is_not_heard(self):
        found = received("leefstijlwijzer", "notitie @2026-04-20")
        assert "lang_niets_gehoord" in found.signalen(op=date(2026, 4, 28))


class TestLeftLying:
    """Neither solved nor passed on after 2 werkdagen: Thursday 2 April 2026, then Good Friday and Easter."""

    def melding(self, *more: str) -> Case:
        return case("interactie").after("melding_ontvangen kanaal=telefoon @2026-04-02", *more)

    def test_on_the_third_werkdag(self):
        # Werkdag 1 is Tuesday 7 April (Monday is tweede paasdag), werkdag 2 Wednesday 8 April.
        assert "melding_blijft_liggen" not in self.melding().signalen(op=date(2026, 4, 8))
        found = self.melding().signalen(op=date(2026, 4, 9))["melding_blijft_liggen"]
        assert found.zin.startswith(
            "Deze melding van donderdag 2 april 2026 is niet opgelost en niet doorgestuurd"
        )

    @pytest.mark.parametrize(
        "taken_up", ["ontvangen kanaal=email", "contact_klager persoon=a", "direct_opgelost", "ingetrokken"]
    )
    def test_not_when_somebody_took_it_up(self, taken_up):
        assert "melding_blijft_liggen" not in self.melding(taken_up).signalen(op=date(2026, 6, 1))


@pytest.mark.clausule("TT-2.4d")
def test_a_maatregel_without_evaluatie():
    # Three months after 9 June 2026 is 9 September.
    found = received("tien_voor_taal", "verbetermaatregel_vastgesteld ref=M1 @2026-06-09")
    assert "maatregel_zonder_evaluatie" not in found.signalen(op=date(2026, 9, 9))
    assert found.signalen(op=date(2026, 9, 10))["maatregel_zonder_evaluatie"].zin == (
        "De verbetermaatregel van dinsdag 9 juni 2026 is nog niet geëvalueerd (artikel 2.4)."
    )
    judged = found.after("verbetermaatregel_geevalueerd ref=M1 uitkomst=deels")
    assert "maatregel_zonder_evaluatie" not in judged.signalen(op=date(2026, 12, 1))


class TestNoContact:
    @pytest.mark.clausule("TT-2.3e")
    def test_it_is_asked_for_until_there_is_some(self):
        assert received("tien_voor_taal").signalen()["geen_contact"].artikel == "2.3"
        assert "geen_contact" not in received("tien_voor_taal", "contact_klager persoon=a").signalen()
        assert "geen_contact" not in received("tien_voor_taal", "oordeel_verzonden").signalen()
        assert "geen_contact" not in received("tien_voor_taal", "gehoord persoon=k verslag=ja").signalen()
        # The melder or klager, says artikel 2.3: who hears the betrokkene has not spoken with them.
        heard = received(
            "tien_voor_taal", "ontvangstbevestiging_verzonden", "gehoord persoon=b verslag=ja"
        ).filled("melder.naam klager.naam omschrijving")
        assert "geen_contact" in heard.signalen()
        assert heard.waits_for() == "contact_klager"
        assert heard.after("gehoord persoon=k verslag=ja").waits_for() != "contact_klager"

    @pytest.mark.clausule("KL-7")
    def test_klik_too(self):
        assert received("klik_onderwijs").signalen()["geen_contact"].artikel == "Formeel 7"

    def test_where_the_reglement_says_nothing_of_it(self):
        assert "geen_contact" not in received("interactie").signalen()


@pytest.mark.clausule("IA-2.1")
def test_without_an_overeenkomst_the_regeling_may_not_apply():
    assert received("interactie").signalen()["geen_overeenkomst"].artikel == "2.1"
    assert "geen_overeenkomst" not in received("interactie").filled("overeenkomst").signalen()
    assert "geen_overeenkomst" not in received("klassewerk").signalen()


@pytest.mark.clausule("KW-4b")
def test_a_bewaartermijn_that_does_not_run():
    closed = received("klassewerk", "afgehandeld @2026-09-21")
    assert closed.signalen()["bewaren_loopt_niet"].zin == (
        "De bewaartermijn loopt nog niet. De klager heeft nog niet schriftelijk bevestigd tevreden te zijn met de "
        "afhandeling (artikel 4). De directie kan met een motivering anders besluiten."
    )
    assert "bewaren_loopt_niet" not in closed.after("tevredenheid_bevestigd").signalen()
    assert "bewaren_loopt_niet" not in received("klassewerk").signalen()


@pytest.mark.clausule("TT-2.3d")
def test_a_bewaartermijn_has_to_be_chosen():
    assert received("tien_voor_taal").signalen()["bewaartermijn_kiezen"].artikel == "2.3"
    chosen = received("tien_voor_taal").knowing(gekozen_bewaartermijn=Duur(aantal=2, eenheid="jaren"))
    assert "bewaartermijn_kiezen" not in chosen.signalen()
    assert "bewaartermijn_kiezen" not in received("klik_onderwijs").signalen()


@pytest.mark.clausule("KW-3a")
def test_a_trainer_out_of_reach_makes_the_directie_call():
    passed_on = received("klassewerk", "doorgezonden persoon=d @2026-04-24")
    assert "termijn_verlopen" not in passed_on.signalen(op=date(2026, 4, 24))
    signaal = passed_on.signalen(op=date(2026, 4, 25))["termijn_verlopen"]
    assert "anders belt de directie zelf" in signaal.zin
    assert (signaal.artikel, signaal.clausule) == ("3", ("KW-3a",))
    called = passed_on.after("contact_klager persoon=d @2026-04-28")
    assert "termijn_verlopen" not in called.signalen(op=date(2026, 4, 29))


def test_persons_who_may_be_one():
    found = received("klassewerk").signalen(dubbele_personen=(("k", "k2"),))["dubbele_persoon"]
    assert found.persoon == "k"


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_a_behandelaar_with_a_part_in_the_klacht(sleutel):
    found = received(sleutel, "toegewezen persoon=a").people(
        Persoon("k", "melder"), Persoon("a", "betrokkene")
    )
    assert found.signalen()["niet_onafhankelijk"].persoon == "a"


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_a_destroyed_dossier_says_nothing(sleutel):
    gone = received(sleutel, "ingetrokken", "vernietigd @2035-01-01")
    assert gone.signalen(zelfde_oorzaak=9, eerder_behandeld=True, dubbele_personen=(("k", "j"),)) == {}


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_a_new_dossier_asks_for_nothing(sleutel):
    assert set(case(sleutel).signalen()) == set()


@pytest.mark.clausule("KD-1")
@pytest.mark.parametrize(
    ("sleutel", "duur"),
    [
        ("melding_blijft_liggen", "2 werkdagen"),
        ("herhaling", "1 jaar"),
        ("lang_niets_gehoord", "14 dagen"),
        ("maatregel_zonder_evaluatie", "3 maanden"),
    ],
)
def test_what_no_text_says_goes_by_the_numbers_of_the_praktijkregels(sleutel, duur):
    """Of Klassewerk, which names none of these: a praktijkregel, and so without an artikel."""
    regel = reglement("klassewerk").signaal_bij_sleutel[sleutel]
    assert (str(regel.duur), regel.artikel, regel.clausule) == (duur, None, ("KD-1",))
