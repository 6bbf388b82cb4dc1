"""Who can't be behandelaar, invuller or beoordelaar, and who stands in for them."""

import pytest
from procedures import Case, case

from klachtdesk.errors import NotAllowed
from klachtdesk.reglement.dossier import Persoon
from klachtdesk.reglement.onafhankelijkheid import (
    behandelaar_of,
    beoordelaars_of,
    check_functie,
    derive_belemmeringen,
    vervangers,
)

SLEUTELS = ("interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal")
PRAKTIJK = "praktijkregel van klachtdesk"

# The functie, by reglement: where it says so. None is a praktijkregel.
STANDS_IN = {
    ("interactie", "behandelaar"): "artikel 5.4",
    ("klik_onderwijs", "behandelaar"): "punt 5 van de formele klachtenprocedure",
    ("tien_voor_taal", "behandelaar"): "artikelen 2.3 en 4",
    ("tien_voor_taal", "invuller"): "artikel 2.2",
    ("klik_onderwijs", "beoordelaar"): "punt 10 van de formele klachtenprocedure",
}
CLAUSES = {
    ("interactie", "behandelaar"): "IA-5.4",
    ("klik_onderwijs", "behandelaar"): "KL-5",
    ("tien_voor_taal", "behandelaar"): "TT-2.3c",
    ("tien_voor_taal", "invuller"): "TT-2.2b",
    ("klik_onderwijs", "beoordelaar"): "KL-10",
}


def said_in(found: Case) -> list[str]:
    return [item.reden.zin for item in derive_belemmeringen(found.reglement, found.feiten)]


@pytest.mark.parametrize(
    ("sleutel", "functie"),
    [
        pytest.param(
            sleutel,
            functie,
            marks=[pytest.mark.clausule(CLAUSES[sleutel, functie])] if (sleutel, functie) in CLAUSES else [],
        )
        for sleutel in SLEUTELS
        for functie in ("behandelaar", "invuller", "beoordelaar")
    ],
)
def test_a_betrokkene_can_not_have_the_functie(sleutel, functie):
    found = case(sleutel)
    with pytest.raises(NotAllowed) as refused:
        check_functie(found.reglement, found.feiten, "b", functie)
    assert refused.value.message.startswith("Een betrokkene kan ")
    assert refused.value.message.endswith(f"({STANDS_IN.get((sleutel, functie), PRAKTIJK)}).")
    check_functie(found.reglement, found.feiten, "somebody_else", functie)


@pytest.mark.parametrize("sleutel", SLEUTELS)
@pytest.mark.parametrize("rol", ["melder", "klager"])
def test_who_complains_does_not_judge(sleutel, rol):
    found = case(sleutel).people(Persoon("k", rol), Persoon("b", "betrokkene"))
    for functie, what in (
        ("behandelaar", "die niet behandelen"),
        ("beoordelaar", "het bezwaar niet beoordelen"),
    ):
        with pytest.raises(NotAllowed) as refused:
            check_functie(found.reglement, found.feiten, "k", functie)
        assert refused.value.message == f"Wie de klacht meldt of indient, kan {what} ({PRAKTIJK})."
    check_functie(
        found.reglement, found.feiten, "k", "invuller"
    )  # a medewerker who reports may write it down


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_appointing_a_betrokkene_is_refused(sleutel):
    received = case(sleutel).filled("onderwerpen").after("ontvangen kanaal=email")
    assert received.refusal("toegewezen persoon=b door=d").startswith(
        "Een betrokkene kan de klacht niet behandelen"
    )
    assert received.refusal("toegewezen persoon=a door=d") == ""


@pytest.mark.clausule("IA-5.4")
def test_a_behandelaar_who_turns_out_to_be_betrokkene_is_pointed_out_at_once():
    keys = "onderwerpen bevindingen conclusies gegrondheid"
    handled = case("interactie").filled(keys).after(
        "ontvangen kanaal=email", "doorgezonden persoon=amber",
        "gehoord persoon=k verslag=ja", "gehoord persoon=b verslag=ja",
    )  # fmt: skip
    assert handled.stand("oordeel_vastgesteld").mogelijk
    assert said_in(handled) == []
    people = (*handled.feiten.personen, Persoon("amber", "betrokkene"))
    involved = handled.people(*people).after("gehoord persoon=amber verslag=ja")
    said = "Een betrokkene kan de klacht niet behandelen (artikel 5.4)."
    assert said_in(involved) == [said]
    assert said in involved.reasons("oordeel_vastgesteld")
    assert involved.waits_for() == "toegewezen"
    assert involved.signalen()["niet_onafhankelijk"].zin == said
    replaced = involved.recorded("toegewezen persoon=noor door=directie")
    assert replaced.stand("oordeel_vastgesteld").mogelijk
    assert replaced.waits_for() != "toegewezen"


def test_a_betrokkene_does_not_close_the_dossier_either():
    """Leefstijlwijzer has no oordeel: closing is what judges there."""
    handled = (
        case("leefstijlwijzer")
        .filled("oorzaak")
        .after("ontvangen", "toegewezen persoon=a", "reactie_verzonden")
    )
    assert handled.stand("afgehandeld").mogelijk
    involved = handled.people(*handled.feiten.personen, Persoon("a", "betrokkene"))
    assert involved.reasons("afgehandeld") == [
        "Een betrokkene kan de klacht niet behandelen (praktijkregel van klachtdesk)."
    ]


@pytest.mark.clausule("IA-2.2")
def test_a_betrokkene_may_take_part_but_not_judge():
    received = case("interactie").after("ontvangen kanaal=email", "doorgezonden persoon=amber")
    assert received.refusal("oplossingspoging uitkomst=opgelost tussenkomst=nee") == ""
    assert received.refusal("mededeling_betrokkene persoon=b verslag=voorstel") == ""
    assert "Een betrokkene kan de klacht niet behandelen" in received.refusal("toegewezen persoon=b door=d")


class TestCommissie:
    """The interne geschillencommissie of Klik Onderwijs (formeel 10): no ties with the afdeling, no behandelaar."""

    ROAD = (
        "ontvangen kanaal=email",
        "toegewezen persoon=korst",
        "oordeel_verzonden",
        "bezwaar_ontvangen kanaal=brief",
    )
    APPOINT = "bezwaar_commissie_benoemd door=m motivering=deskundig personen="

    def objected(self, *beoordelaars: Persoon) -> Case:
        people = (Persoon("k", "melder"), Persoon("b", "betrokkene", afdeling="Helpdesk"))
        return case("klik_onderwijs").people(*people, *beoordelaars).after(*self.ROAD)

    @pytest.mark.clausule("KL-10")
    @pytest.mark.parametrize(
        ("personen", "said"),
        [
            ("x+b", "Een betrokkene kan het bezwaar niet beoordelen"),
            ("x+korst", "Wie de klacht behandelde, kan het bezwaar niet beoordelen"),
            ("x+h", "Wie op de betrokken afdeling werkt, kan het bezwaar niet beoordelen"),
        ],
    )
    def test_who_is_refused(self, personen, said):
        found = self.objected(
            Persoon("h", "commissielid", afdeling=" helpdesk "), Persoon("x", "commissielid")
        )
        assert (
            found.refusal(f"{self.APPOINT}{personen}")
            == f"{said} (punt 10 van de formele klachtenprocedure)."
        )
        assert found.refusal(f"{self.APPOINT}x") == ""

    @pytest.mark.clausule("KL-10")
    def test_independence_and_expertise_are_stated(self):
        found = self.objected()
        assert "motivering" in found.refusal("bezwaar_commissie_benoemd door=m personen=x")
        assert "personen" in found.refusal("bezwaar_commissie_benoemd door=m motivering=ja")

    def test_a_member_who_turns_out_to_have_ties_can_not_decide(self):
        appointed = self.objected(Persoon("x", "beoordelaar")).recorded(f"{self.APPOINT}x+y")
        assert appointed.stand("bezwaar_uitspraak_verzonden").mogelijk
        people = (*appointed.feiten.personen, Persoon("y", "commissielid", afdeling="Helpdesk"))
        (said,) = appointed.people(*people).reasons("bezwaar_uitspraak_verzonden")
        assert said.startswith("Wie op de betrokken afdeling werkt")

    def test_the_last_appointment_counts(self):
        appointed = self.objected().recorded(f"{self.APPOINT}x+y", f"{self.APPOINT}z")
        assert beoordelaars_of(appointed.feiten) == ("z",)

    def test_those_of_an_earlier_bezwaar_do_not_judge_the_next(self):
        appointed = self.objected().after(f"{self.APPOINT}x+y", "bezwaar_uitspraak_verzonden", "afgehandeld")
        again = appointed.after("heropend", "oordeel_verzonden", "bezwaar_ontvangen kanaal=email")
        assert beoordelaars_of(again.feiten) == ()

    def test_two_without_an_afdeling_share_none(self):
        people = (
            Persoon("k", "melder"),
            Persoon("b", "betrokkene", afdeling=" "),
            Persoon("x", "lid", afdeling=""),
        )
        found = self.objected().people(*people)
        assert found.refusal(f"{self.APPOINT}x") == ""


def test_the_director_may_judge_a_bezwaar_after_handling_the_klacht():
    """Klassewerk sends the klacht and the bezwaar to the same director (articles 2 and 5)."""
    found = case("klassewerk").after("ontvangen", "doorgezonden persoon=haven")
    check_functie(found.reglement, found.feiten, "haven", "beoordelaar")


class TestEenmanskantoor:
    """One person does everything: she may register and type, but not judge a klacht about herself (design, 5)."""

    def office(self) -> Case:
        received = case("tien_voor_taal").knowing(eenmanskantoor=True).after("ontvangen kanaal=email")
        return received.people(Persoon("k", "melder"), Persoon("z", "betrokkene"), Persoon("z", "invuller"))

    def test_she_may_fill_in_the_form(self):
        assert said_in(self.office()) == []
        assert said_in(self.office().knowing(eenmanskantoor=False)) == [
            "Een betrokkene kan het intern klachtenformulier niet invullen (artikel 2.2)."
        ]

    def test_somebody_from_outside_has_to_handle_it(self):
        (said,) = said_in(self.office().after("toegewezen persoon=z"))
        assert "laat iemand van buiten het kantoor dat doen" in said
        assert said_in(self.office().recorded("toegewezen persoon=buiten door=z")) == []

    def test_the_one_person_handles_it_while_nobody_else_is_named(self):
        alone = self.office().people(
            Persoon("k", "melder"), Persoon("z", "betrokkene"), Persoon("z", "gebruiker")
        )
        (said,) = said_in(alone)
        assert said.startswith("Een betrokkene kan de klacht niet behandelen; laat iemand van buiten")
        assert said in alone.reasons("oordeel_vastgesteld")
        assert alone.waits_for() == "toegewezen"
        assert said_in(alone.recorded("toegewezen persoon=buiten door=z")) == []
        assert said_in(alone.knowing(eenmanskantoor=False)) == []  # there somebody else can handle it

    def test_a_klacht_about_somebody_else_asks_for_nobody(self):
        about_a_trainer = self.office().people(
            Persoon("k", "melder"), Persoon("b", "betrokkene"), Persoon("z", "gebruiker")
        )
        assert said_in(about_a_trainer) == []


@pytest.mark.clausule("KL-F1")
class TestBemiddelaar:
    """Klik has an onafhankelijke functionaris mediate, from inside or outside (Informele klachtenprocedure)."""

    PLACE = "(onderdeel Informele klachtenprocedure)."

    @pytest.mark.parametrize(
        ("persoon", "said"),
        [
            ("b", f"Een betrokkene kan niet bemiddelen {PLACE}"),
            ("k", f"Wie de klacht meldt of indient, kan niet bemiddelen {PLACE}"),
            ("f", ""),
        ],
    )
    def test_one_of_the_two_parties_does_not_mediate_between_them(self, persoon, said):
        called = case("klik_onderwijs").recorded("melding_ontvangen kanaal=telefoon")
        assert called.refusal(f"informele_fase_gestart persoon={persoon}") == said

    def test_one_who_turns_out_to_be_betrokkene_is_pointed_out_while_the_mediation_lasts(self):
        started = case("klik_onderwijs").recorded("melding_ontvangen", "informele_fase_gestart persoon=f")
        assert said_in(started) == []
        involved = started.people(*started.feiten.personen, Persoon("f", "betrokkene"))
        assert said_in(involved) == [f"Een betrokkene kan niet bemiddelen {self.PLACE}"]
        ended = involved.after("informele_fase_beeindigd uitkomst=niet_opgelost")
        assert said_in(ended) == []

    def test_elsewhere_anybody_may_talk_with_the_klager(self):
        """10 voor Taal wants a talk of the two together, and asks nobody in between to be independent (Inleiding)."""
        called = case("tien_voor_taal").recorded("melding_ontvangen kanaal=telefoon")
        assert called.refusal("informele_fase_gestart persoon=b") == ""


class TestBehandelaar:
    def test_who_was_appointed_last_goes_before_who_it_was_passed_on_to(self):
        received = case("interactie").after("ontvangen kanaal=email", "doorgezonden persoon=a")
        assert behandelaar_of(received.feiten) == "a"
        named = received.people(*received.feiten.personen, Persoon("c", "behandelaar"))
        assert behandelaar_of(named.feiten) == "c"
        assert behandelaar_of(named.after("toegewezen persoon=d", "toegewezen persoon=e").feiten) == "e"
        assert behandelaar_of(case("interactie").feiten) is None

    @pytest.mark.clausule("KL-5")
    def test_one_from_outside_needs_no_account_and_no_rol(self):
        received = (
            case("klik_onderwijs").after("ontvangen kanaal=email").recorded("toegewezen persoon=korst door=m")
        )
        assert behandelaar_of(received.feiten) == "korst"


class TestVervangers:
    @pytest.mark.parametrize(
        ("sleutel", "functionaris", "named"),
        [
            pytest.param("interactie", "klachtenfunctionaris", "andere_klachtenfunctionaris",
                         marks=pytest.mark.clausule("IA-5.4")),
            pytest.param("tien_voor_taal", "klachtenfunctionaris", "onafhankelijke_medewerker",
                         marks=pytest.mark.clausule("TT-2.3c")),
            pytest.param("klik_onderwijs", "manager_propositie", "onafhankelijke_behandelaar",
                         marks=pytest.mark.clausule("KL-5")),
        ],
    )  # fmt: skip
    def test_the_reglement_names_who_stands_in(self, sleutel, functionaris, named):
        found = case(sleutel)
        assert [item.sleutel for item in vervangers(found.reglement, found.feiten, functionaris)] == [named]

    def test_not_one_who_is_betrokkene_too(self):
        found = case("klik_onderwijs").people(
            Persoon("korst", "betrokkene", functie="onafhankelijke_behandelaar")
        )
        assert vervangers(found.reglement, found.feiten, "manager_propositie") == ()

    def test_nobody_stands_in_for_who_is_not_named(self):
        found = case("leefstijlwijzer")
        assert vervangers(found.reglement, found.feiten, "directrice") == ()
