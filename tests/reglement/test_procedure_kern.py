"""What no reglement can switch off: receipt, closing, rondes, a besluit of the directie, bewaartermijn, corrections."""

import pytest
from procedures import KLAGER_AND_BETROKKENE, case, event

from klachtdesk.reglement.dossier import DossierFeiten
from klachtdesk.reglement.parts import Duur
from klachtdesk.reglement.procedure import check_stap, redenen_against
from klachtdesk.reglement.procedure_eisen import NEVER, Situatie
from klachtdesk.reglement.stappen import Voorval

TWO_YEARS = Duur(aantal=2, eenheid="jaren")
SLEUTELS = ("interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal")


def test_before_the_receipt_only_what_can_come_before_it():
    melding = case("klassewerk").after("melding_ontvangen kanaal=telefoon")
    assert melding.reasons("doorgezonden")[0] == "Dit kan niet voordat de klacht is ontvangen."
    for soort in ("notitie", "contact_klager", "direct_opgelost", "ingetrokken", "folder_verstrekt"):
        assert melding.stand(soort).mogelijk


@pytest.mark.clausule("KL-1")
def test_a_melding_by_telephone_does_not_start_the_formal_procedure():
    """The reason says by which kanalen a klacht can be put in, and where that stands."""
    melding = case("klik_onderwijs").after("melding_ontvangen kanaal=telefoon")
    said = (
        "De formele procedure begint pas als de klacht per e-mail of brief is ingediend "
        "(punt 1 van de formele klachtenprocedure)."
    )
    assert said in melding.reasons("toegewezen")
    assert melding.refusal("ontvangen kanaal=telefoon") == said
    assert melding.refusal("ontvangen kanaal=klachtenformulier") == said
    assert melding.refusal("ontvangen kanaal=email") == ""
    assert melding.refusal("ontvangen kanaal=brief") == ""


@pytest.mark.clausule("IA-1")
def test_a_klacht_of_interactie_is_in_writing():
    melding = case("interactie").after("melding_ontvangen kanaal=telefoon")
    assert melding.refusal("ontvangen kanaal=telefoon").endswith(
        "schriftelijke uiting van ongenoegen (artikel 1)."
    )
    for kanaal in ("email", "brief", "klachtenformulier"):
        assert melding.refusal(f"ontvangen kanaal={kanaal}") == ""


@pytest.mark.clausule("TT-0a", "TT-1.3")
def test_a_formal_klacht_of_10_voor_taal_is_on_paper():
    """Who calls is talked with first; a formal klacht comes on the klachtenformulier, or in a letter or mail."""
    melding = case("tien_voor_taal").after("melding_ontvangen kanaal=telefoon")
    for kanaal in ("telefoon", "mondeling"):
        assert melding.refusal(f"ontvangen kanaal={kanaal}") == (
            "Dit kan pas als er een formele klacht is, ingediend met het klachtenformulier (artikel 1.2)."
        )
    for kanaal in ("klachtenformulier", "email", "brief"):
        assert melding.refusal(f"ontvangen kanaal={kanaal}") == ""


@pytest.mark.clausule("KW-1")
@pytest.mark.parametrize("kanaal", ["telefoon", "mondeling", "email", "brief", "klachtenformulier"])
def test_klassewerk_takes_a_klacht_by_any_kanaal(kanaal):
    assert case("klassewerk").refusal(f"ontvangen kanaal={kanaal}") == ""


def test_a_klacht_is_received_once():
    received = case("klassewerk").after("ontvangen kanaal=brief")
    assert received.reasons("ontvangen") == ["De klacht is al eerder ontvangen; dat gebeurt maar één keer."]
    assert received.reasons("melding_ontvangen") == [
        "De klacht is al ontvangen (praktijkregel van klachtdesk)."
    ]
    assert received.reasons("ingediend") == ["De klacht kan niet na de ontvangst zijn ingediend."]


@pytest.mark.clausule("KD-1")
@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_withdrawing_and_opening_again_work_in_every_reglement(sleutel):
    received = case(sleutel).knowing(gekozen_bewaartermijn=TWO_YEARS).after("ontvangen kanaal=email")
    assert received.reasons("heropend") == ["Het dossier is niet afgesloten en kan dus niet worden heropend."]
    withdrawn = received.recorded("ingetrokken")
    assert withdrawn.status().fase == "bewaren"
    assert withdrawn.reasons("vertaling_gevraagd") == [
        "Het dossier is afgesloten (klacht ingetrokken); heropen het eerst."
    ]
    assert withdrawn.stand("notitie").mogelijk
    assert withdrawn.refusal("heropend").startswith("Vul bij deze stap nog in: reden")
    again = withdrawn.recorded("heropend reden=bedacht")
    assert again.stand("vertaling_gevraagd").mogelijk
    assert again.stand("ingetrokken").mogelijk


@pytest.mark.clausule("KD-1")
@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_holding_the_destruction_and_letting_go_of_it(sleutel):
    received = case(sleutel).after("ontvangen kanaal=email")
    assert received.reasons("bewaren_hervat") == [
        "De vernietiging is niet opgeschort (praktijkregel van klachtdesk)."
    ]
    held = received.recorded("bewaren_opgeschort reden=rechtszaak")
    assert held.reasons("bewaren_opgeschort") == [
        "De vernietiging is al opgeschort (praktijkregel van klachtdesk)."
    ]
    assert held.recorded("bewaren_hervat reden=voorbij").stand("bewaren_opgeschort").mogelijk


def test_a_correctie_is_no_stap():
    assert case("klassewerk").after("ontvangen").refusal("correctie vervangt=1 reden=fout") == (
        "Dit reglement kent deze stap niet."
    )


def test_a_stap_happens_once_in_a_ronde_whatever_its_date():
    confirmed = case("klik_onderwijs").after(
        "ontvangen kanaal=email", "ontvangstbevestiging_verzonden @2026-04-07"
    )
    said = "Dit is al gebeurd op dinsdag 7 april 2026."
    assert confirmed.reasons("ontvangstbevestiging_verzonden") == [said]
    assert confirmed.refusal("ontvangstbevestiging_verzonden @2026-04-09") == said
    assert confirmed.refusal("ontvangstbevestiging_verzonden @2026-04-03") == said


def test_a_second_one_is_looked_for_in_its_own_ronde():
    closed = case("leefstijlwijzer").after(
        "ontvangen @2026-04-01", "ingetrokken @2026-04-10", "heropend @2026-04-15"
    )
    solved = closed.after("direct_opgelost @2026-04-20")
    assert (
        solved.refusal("direct_opgelost oplossing=x @2026-04-18")
        == "Dit is al gebeurd op maandag 20 april 2026."
    )
    assert solved.refusal("direct_opgelost oplossing=x @2026-04-08") == ""


def test_a_stap_can_happen_again_in_the_next_ronde():
    closed = case("leefstijlwijzer").after("ontvangen", "direct_opgelost")
    assert not closed.stand("direct_opgelost").mogelijk
    assert closed.after("heropend").stand("direct_opgelost").mogelijk


def test_what_was_forgotten_is_recorded_on_its_own_date():
    """The dossier was closed on 20 April; the note of a meeting on the 10th comes in on the 25th."""
    closed = case("leefstijlwijzer").after(
        "ontvangen @2026-04-01", "toegewezen persoon=a", "ingetrokken @2026-04-20"
    )
    assert closed.refusal("oplossing_voorgesteld oplossing=gesprek @2026-04-10") == ""
    assert "afgesloten" in closed.refusal("oplossing_voorgesteld oplossing=gesprek @2026-04-25")


def test_what_happens_after_it_does_not_count_for_a_stap_dated_earlier():
    heard = case("interactie").filled("onderwerpen bevindingen conclusies gegrondheid")
    heard = heard.after("ontvangen kanaal=email @2026-04-01", "gehoord persoon=k verslag=ja @2026-04-09")
    heard = heard.after("gehoord persoon=b verslag=ja @2026-04-14")
    assert heard.refusal("oordeel_vastgesteld @2026-04-14") == ""
    assert (
        heard.refusal("oordeel_vastgesteld @2026-04-13") == "De betrokkene is nog niet gehoord (artikel 5.2)."
    )


@pytest.mark.clausule("TT-2.3d")
@pytest.mark.parametrize(
    ("came_in", "soort"),
    [
        ("ontvangen kanaal=email", "ingetrokken"),
        ("ontvangen kanaal=email", "niet_in_behandeling"),
        ("melding_ontvangen kanaal=telefoon", "direct_opgelost"),
    ],
)
def test_a_bewaartermijn_is_chosen_before_the_first_dossier_closes(came_in, soort):
    received = case("tien_voor_taal").after(came_in)
    assert received.reasons(soort) == [
        "Het reglement noemt geen bewaartermijn: het kantoor moet er eerst een kiezen, met een motivering "
        "(artikel 2.3)."
    ]
    assert received.knowing(gekozen_bewaartermijn=TWO_YEARS).stand(soort).mogelijk


@pytest.mark.parametrize("soort", ["ingetrokken", "direct_opgelost"])
def test_a_reglement_with_a_bewaartermijn_asks_for_none(soort):
    assert case("leefstijlwijzer").after("ontvangen kanaal=email").stand(soort).mogelijk


class TestRef:
    """What is opened with a ref is rounded off with the same one."""

    def test_nothing_open(self):
        assert case("leefstijlwijzer").after("ontvangen").reasons("verbetermaatregel_geevalueerd") == [
            "Er staat niets open dat hiermee wordt afgerond."
        ]

    def test_only_what_is_open(self):
        decided = case("leefstijlwijzer").after("ontvangen", "verbetermaatregel_vastgesteld ref=M1")
        assert decided.refusal("verbetermaatregel_geevalueerd ref=M2") == "Met dit kenmerk staat niets open."
        judged = decided.recorded("verbetermaatregel_geevalueerd ref=M1 uitkomst=effectief")
        assert judged.refusal("verbetermaatregel_geevalueerd ref=M1") != ""

    @pytest.mark.clausule("TT-2.4a")
    def test_an_actiepunt_is_open_until_it_is_done(self):
        received = case("tien_voor_taal").after("ontvangen kanaal=email")
        assert "omschrijving en uiterlijk" in received.refusal("actiepunt_vastgesteld ref=A1 persoon=a")
        agreed = received.recorded(
            "actiepunt_vastgesteld ref=A1 omschrijving=bellen persoon=a uiterlijk=2026-04-20"
        )
        assert agreed.stand("actiepunt_gereed").mogelijk
        assert not agreed.recorded("actiepunt_gereed ref=A1").stand("actiepunt_gereed").mogelijk


class TestVerdagen:
    @pytest.mark.clausule("IA-5.5")
    def test_only_while_a_termijn_that_allows_it_is_open(self):
        # Received on 1 April: four weeks end on 29 April.
        received = case("interactie").after("ontvangen kanaal=email @2026-04-01")
        on_time = "verdaagd @2026-04-29 termijn=oordeel tot=2026-05-13 reden=ziekte"
        assert received.refusal(on_time) == ""
        assert received.refusal(on_time.replace("@2026-04-29", "@2026-04-30")) == (
            "Er loopt geen termijn die kan worden verdaagd."
        )

    @pytest.mark.clausule("IA-5.5")
    def test_a_reden_is_needed(self):
        received = case("interactie").after("ontvangen kanaal=email @2026-04-01")
        assert received.refusal("verdaagd @2026-04-20 termijn=oordeel tot=2026-05-13") == (
            "Vul bij deze stap nog in: reden (artikel 5.5)."
        )

    def test_a_reglement_without_verdaging(self):
        received = case("leefstijlwijzer").after("ontvangen")
        assert received.reasons("verdaagd") == ["Er loopt geen termijn die kan worden verdaagd."]


def test_a_stap_tells_which_termijnen_it_meets_and_by_when():
    received = case("tien_voor_taal").after("ontvangen kanaal=email @2026-04-13")
    stand = received.stand("bericht_afhandeling_verzonden")
    # Four weeks after Monday 13 April is 11 May; to be received in time it leaves on Friday 8 May.
    assert [(item.termijn, str(item.einde)) for item in stand.termijnen] == [
        ("bericht_afhandeling", "2026-05-11")
    ]
    assert str(stand.streefdatum) == "2026-05-08"
    met_by_both = received.stand("oordeel_verzonden")
    assert [item.termijn for item in met_by_both.termijnen] == ["bericht_afhandeling", "oordeel"]
    assert str(met_by_both.streefdatum) == "2026-05-08"
    assert received.stand("notitie").streefdatum is None


def test_a_second_bezwaar_in_a_ronde_is_refused_as_the_list_would_be():
    road = (
        "ontvangen kanaal=email",
        "oordeel_verzonden",
        "bezwaar_ontvangen kanaal=brief",
        "bezwaar_ingetrokken",
    )
    assert case("klik_onderwijs").after(*road).reasons("bezwaar_ontvangen") == [
        "In deze ronde is al een bezwaar ontvangen."
    ]


def test_a_klager_who_was_not_named_can_not_be_heard():
    nobody = case("interactie").people().after("ontvangen kanaal=email")
    assert nobody.reasons("gehoord") == ["Er is nog geen klager vastgelegd."]
    assert "De klager is nog niet gehoord (artikel 5.2)." in nobody.reasons("oordeel_vastgesteld")


def test_a_stap_for_a_person_needs_one_in_that_rol():
    received = case("interactie").after("ontvangen kanaal=email")
    assert (
        received.refusal("gehoord persoon=x verslag=ja")
        == "Kies voor deze stap een klager of betrokkene (artikel 5.2)."
    )
    assert (
        redenen_against(
            received.reglement, received.feiten, event("gehoord persoon=k verslag=ja", received.next_day)
        )
        == ()
    )


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_a_klacht_that_was_withdrawn_waits_for_nothing(sleutel):
    withdrawn = case(sleutel).after("ontvangen kanaal=email", "ingetrokken")
    assert (withdrawn.waits_for(), withdrawn.status().aan_zet) == (None, None)


def test_an_event_can_be_narrowed_on_one_of_several_values():
    gronden = "niet_in_behandeling gronden=bij_de_rechter+reeds_behandeld"
    found = case("tien_voor_taal").after("ontvangen kanaal=email", gronden)
    situatie = Situatie(found.reglement, found.feiten, found.next_day)
    assert situatie.last_of([Voorval("niet_in_behandeling", "gronden", "reeds_behandeld")]) == 1
    assert situatie.last_of([Voorval("niet_in_behandeling", "gronden", "reeds")]) == NEVER


def test_an_empty_dossier_waits_for_the_klacht():
    empty = case("klassewerk")
    assert (empty.status().fase, empty.waits_for()) == ("ontvangst", "ontvangen")
    check_stap(
        empty.reglement,
        DossierFeiten(personen=KLAGER_AND_BETROKKENE),
        event("melding_ontvangen", empty.next_day),
    )
