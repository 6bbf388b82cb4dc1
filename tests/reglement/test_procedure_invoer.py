"""What has to be filled in with a stap: fields, kanalen, gronden, and what the klacht itself has to contain."""

import pytest
from procedures import Case, case

from klachtdesk.reglement.dossier import Persoon
from klachtdesk.reglement.parts import Duur

TWO_YEARS = Duur(aantal=2, eenheid="jaren")
WRITTEN = "ontvangen kanaal=email"


def received(sleutel: str) -> Case:
    return case(sleutel).knowing(gekozen_bewaartermijn=TWO_YEARS).after(WRITTEN)


def test_a_field_is_demanded_only_where_another_says_so():
    """A confirmation in writing is asked about only when the klacht was solved by telephone (Klassewerk 3)."""
    call = "contact_klager kanaal=telefoon verslag=ja"
    assert received("klassewerk").refusal(f"{call} uitkomst=niet_opgelost") == ""
    assert received("klassewerk").refusal(f"{call} uitkomst=opgelost") != ""


class TestClosing:
    """What closing asks for differs by reglement."""

    @pytest.mark.clausule("KW-4a")
    def test_klassewerk_asks_for_the_oplossing(self):
        ready = received("klassewerk").filled("onderwerpen")
        assert ready.refusal("afgehandeld") == "Vul bij deze stap nog in: oplossing (artikel 4)."
        assert ready.refusal("afgehandeld oplossing=excuses") == ""

    @pytest.mark.clausule("LW-5")
    @pytest.mark.clausule("LW-7")
    def test_leefstijlwijzer_asks_for_five_things(self):
        """Behandelaar and oorzaak before; oplossing, overeenstemming and whether a maatregel is wanted with it."""
        ready = (
            received("leefstijlwijzer").filled("oorzaak").after("doorgezonden persoon=d", "reactie_verzonden")
        )
        assert ready.refusal("afgehandeld").startswith(
            "Vul bij deze stap nog in: oplossing, overeenstemming met de klager en structurele oplossing of "
            "preventieve maatregel gewenst"
        )
        assert ready.refusal("afgehandeld oplossing=zalen overeenstemming=nee maatregel_gewenst=ja") == ""

    def test_interactie_does_not_demand_the_oorzaak_that_it_asks_for(self):
        road = ("oordeel_verzonden", "oordeel_verzonden_betrokkene persoon=b")
        assert (
            received("interactie").filled("onderwerpen").after(*road).refusal("afgehandeld oplossing=x") == ""
        )


class TestKanalen:
    @pytest.mark.clausule("KW-2c")
    def test_the_contact_of_klassewerk_is_by_telephone(self):
        call = "contact_klager uitkomst=niet_bereikt verslag=ja kanaal="
        assert (
            received("klassewerk").refusal(f"{call}email")
            == "Dit kan alleen via telefoon (artikelen 2 en 3)."
        )
        assert received("klassewerk").refusal(f"{call}telefoon") == ""

    @pytest.mark.parametrize(
        ("sleutel", "kanaal", "allowed"),
        [
            pytest.param("klassewerk", "telefoon", False, marks=pytest.mark.clausule("KW-5a")),
            pytest.param("klassewerk", "mondeling", False, marks=pytest.mark.clausule("KW-5a")),
            pytest.param("klassewerk", "brief", True, marks=pytest.mark.clausule("KW-5a")),
            pytest.param("klassewerk", "email", True, marks=pytest.mark.clausule("KW-5a")),
            pytest.param("klassewerk", "klachtenformulier", True, marks=pytest.mark.clausule("KW-5a")),
            pytest.param("klik_onderwijs", "telefoon", False, marks=pytest.mark.clausule("KL-9")),
            pytest.param("klik_onderwijs", "email", True, marks=pytest.mark.clausule("KL-9")),
            pytest.param("klik_onderwijs", "brief", True, marks=pytest.mark.clausule("KL-9")),
        ],
    )
    def test_a_bezwaar_is_in_writing(self, sleutel, kanaal, allowed):
        told = received(sleutel).after("oordeel_verzonden")
        assert (told.refusal(f"bezwaar_ontvangen kanaal={kanaal}") == "") is allowed

    @pytest.mark.clausule("KW-5a")
    def test_it_can_be_asked_for_in_writing(self):
        stand = received("klassewerk").after("oordeel_verzonden").stand("schriftelijke_indiening_gevraagd")
        assert (stand.mogelijk, stand.brief) == (True, "verzoek_schriftelijke_indiening")


class TestVolledig:
    """What a klacht has to contain, and what is possible meanwhile."""

    COMPLETE = (
        "klager.naam klager.organisatie klager.email klager.telefoon "
        "product ontvangen_op omschrijving motivering"
    )

    @pytest.mark.clausule("KL-2")
    def test_exactly_what_is_missing_is_named(self):
        """The klacht of the story came without a telephone number and without a motivering."""
        found = received("klik_onderwijs").filled(self.COMPLETE).empty("klager.telefoon motivering")
        asking = found.stand("aanvulling_gevraagd")
        assert asking.ontbreekt == ("klager.telefoon", "motivering")
        assert (asking.mogelijk, asking.brief) == (True, "verzoek_aanvulling")
        assert found.waits_for() == "aanvulling_gevraagd"
        said = (
            "Nog in te vullen: het telefoonnummer van de klager en de motivering van de klacht "
            "(punt 2 van de formele klachtenprocedure)."
        )
        assert said in found.reasons("oordeel_vastgesteld")
        assert said not in found.filled("klager.telefoon motivering").reasons("oordeel_vastgesteld")

    @pytest.mark.clausule("KL-2")
    @pytest.mark.parametrize("key", COMPLETE.split())
    def test_each_is_needed(self, key):
        found = received("klik_onderwijs").filled(self.COMPLETE)
        assert found.stand("aanvulling_gevraagd").ontbreekt == ()
        assert found.empty(key).stand("aanvulling_gevraagd").ontbreekt == (key,)

    @pytest.mark.clausule("KL-2")
    def test_it_waits_for_what_was_asked_and_no_longer(self):
        found = received("klik_onderwijs").filled(self.COMPLETE).empty("motivering")
        asked = found.recorded("aanvulling_gevraagd velden=motivering")
        assert (asked.waits_for(), asked.status().aan_zet) == ("aanvulling_ontvangen", "klager")
        came = asked.recorded("aanvulling_ontvangen").filled("motivering")
        assert came.waits_for() == "ontvangstbevestiging_verzonden"

    @pytest.mark.clausule("TT-1.3")
    def test_the_klachtenformulier_is_complete(self):
        needed = ("melder.naam", "klager.naam", "omschrijving")
        found = received("tien_voor_taal").filled(" ".join(needed))
        assert found.stand("aanvulling_gevraagd").ontbreekt == ()
        for key in needed:
            assert found.empty(key).stand("aanvulling_gevraagd").ontbreekt == (key,)

    @pytest.mark.clausule("IA-8.1")
    @pytest.mark.parametrize("soort", ["oordeel_vastgesteld", "afgehandeld"])
    def test_interactie_needs_an_onderwerp(self, soort):
        said = "Nog in te vullen: het onderwerp van de klacht (artikel 8.1)."
        assert said in received("interactie").reasons(soort)
        assert said not in received("interactie").filled("onderwerpen").reasons(soort)

    @pytest.mark.clausule("KW-D1")
    @pytest.mark.parametrize(
        "soort",
        ["toegewezen", "oplossing_voorgesteld", "oordeel_vastgesteld", "oordeel_verzonden", "afgehandeld"],
    )
    def test_klassewerk_needs_an_onderwerp(self, soort):
        said = "Nog in te vullen: het onderwerp van de klacht (onderdeel Definities)."
        assert said in received("klassewerk").reasons(soort)
        assert said not in received("klassewerk").filled("onderwerpen").reasons(soort)


class TestGronden:
    """On which grounds a klacht is not admitted, and a person not heard (10 voor Taal 1.2, 3.2 and 3.3)."""

    SIX = (
        "reeds_behandeld", "langer_dan_een_jaar", "bezwaar_mogelijk", "beroep_mogelijk", "bij_de_rechter",
        "opsporing_of_vervolging",
    )  # fmt: skip

    @pytest.mark.clausule("TT-1.2a")
    def test_there_are_six_and_one_that_the_commissie_decides(self):
        stand = received("tien_voor_taal").stand("niet_in_behandeling")
        assert tuple(grond.sleutel for grond in stand.gronden) == (*self.SIX, "onvoldoende_belang")
        assert [grond.sleutel for grond in stand.gronden if grond.tijdelijk] == ["opsporing_of_vervolging"]
        assert [grond.sleutel for grond in stand.gronden if grond.uitzondering] == ["beroep_mogelijk"]

    @pytest.mark.clausule("TT-1.2a")
    @pytest.mark.parametrize("grond", SIX)
    def test_each_can_be_chosen(self, grond):
        assert received("tien_voor_taal").refusal(f"niet_in_behandeling gronden={grond}") == ""

    @pytest.mark.clausule("TT-1.2a")
    def test_several_can_and_none_or_another_can_not(self):
        found = received("tien_voor_taal")
        assert found.refusal("niet_in_behandeling gronden=reeds_behandeld+langer_dan_een_jaar") == ""
        assert "Kies op welke grond (artikel 1.2)." in found.refusal("niet_in_behandeling")
        assert found.refusal("niet_in_behandeling gronden=te_druk") == (
            "Deze grond staat niet in het reglement (artikel 1.2)."
        )

    @pytest.mark.clausule("TT-1.2a")
    def test_it_is_never_waited_for(self):
        """The office is not obliged to refuse a klacht: it may still handle it."""
        stap = received("tien_voor_taal").stand("niet_in_behandeling").regel
        assert not stap.verwacht
        assert received("tien_voor_taal").stand("contact_klager").mogelijk

    @pytest.mark.clausule("TT-1.2b")
    def test_who_decided_on_the_seventh_is_recorded(self):
        found = received("tien_voor_taal")
        assert found.refusal("niet_in_behandeling gronden=onvoldoende_belang") == (
            "Leg vast wie hierover besliste: de commissie (artikel 1.2 lid 2)."
        )
        assert found.refusal("niet_in_behandeling gronden=onvoldoende_belang door=voorzitter") == ""

    @pytest.mark.clausule("TT-1.2a")
    def test_a_temporary_ground_can_go_away(self):
        refused = received("tien_voor_taal").recorded("niet_in_behandeling gronden=opsporing_of_vervolging")
        assert (refused.status().fase, refused.waits_for()) == ("bewaren", None)
        assert not refused.stand("contact_klager").redenen
        taken_up = refused.recorded("alsnog_in_behandeling reden=geseponeerd")
        assert taken_up.stand("vertaling_gevraagd").mogelijk
        assert taken_up.status().fase != "bewaren"
        assert taken_up.reasons("heropend") == [
            "Het dossier is niet afgesloten en kan dus niet worden heropend."
        ]
        assert taken_up.refusal("alsnog_in_behandeling reden=weer") == (
            "De klacht is al alsnog in behandeling genomen (artikel 1.2 lid 1)."
        )

    @pytest.mark.clausule("TT-1.2a")
    def test_another_ground_can_not(self):
        refused = received("tien_voor_taal").recorded("niet_in_behandeling gronden=reeds_behandeld")
        assert refused.reasons("alsnog_in_behandeling") == [
            "Geen van de gekozen gronden is tijdelijk; heropen het dossier als u de klacht toch behandelt "
            "(artikel 1.2 lid 1)."
        ]
        assert refused.stand("heropend").mogelijk
        assert received("tien_voor_taal").reasons("alsnog_in_behandeling") == [
            "De klacht is niet buiten behandeling gelaten (artikel 1.2 lid 1)."
        ]

    @pytest.mark.clausule("TT-3.2")
    def test_only_two_for_the_klager(self):
        found = received("tien_voor_taal")
        keys = [grond.sleutel for grond in found.stand("afgezien_van_horen", "k").gronden]
        assert keys == ["kennelijk_ongegrond", "verklaard"]
        for key in keys:
            assert found.refusal(f"afgezien_van_horen persoon=k grond={key}") == ""
        assert found.refusal("afgezien_van_horen persoon=k grond=niet_in_behandeling") == (
            "Deze grond geldt niet voor de klager (artikel 3.3)."
        )
        assert "Kies op welke grond" in found.refusal("afgezien_van_horen persoon=k")

    @pytest.mark.clausule("TT-3.3")
    def test_only_three_for_the_betrokkene_and_one_only_when_it_holds(self):
        found = received("tien_voor_taal")
        waive = "afgezien_van_horen persoon=b grond=niet_in_behandeling"
        assert [grond.sleutel for grond in found.stand("afgezien_van_horen", "b").gronden] == [
            "kennelijk_ongegrond",
            "verklaard",
        ]
        assert found.refusal(waive) == "De klacht is niet buiten behandeling gelaten (artikel 3.3)."
        refused = found.recorded("niet_in_behandeling gronden=opsporing_of_vervolging")
        assert refused.refusal(waive) == ""
        assert "niet voor de klager" in refused.refusal(waive.replace("persoon=b", "persoon=k"))
        assert refused.recorded("alsnog_in_behandeling reden=voorbij").refusal(waive) != ""

    @pytest.mark.clausule("IA-5.2")
    def test_interactie_waives_with_a_reason(self):
        found = received("interactie")
        assert found.refusal("afgezien_van_horen persoon=k grond=verklaard") == ""
        assert found.refusal("afgezien_van_horen persoon=k grond=niet_gereageerd") == (
            "Wie geen gebruik maakt van de gelegenheid, moet eerst zijn uitgenodigd (artikel 5.2)."
        )
        invited = found.recorded("uitgenodigd_horen persoon=k")
        assert invited.refusal("afgezien_van_horen persoon=k grond=niet_gereageerd") == ""


def test_two_betrokkenen_are_told_apart():
    people = (Persoon("k", "melder"), Persoon("b", "betrokkene"), Persoon("c", "betrokkene"))
    found = (
        received("interactie")
        .people(*people)
        .after("gehoord persoon=k verslag=ja", "gehoord persoon=b verslag=ja")
    )
    assert found.reasons("oordeel_vastgesteld")[1] == "Betrokkene 2 is nog niet gehoord (artikel 5.2)."
