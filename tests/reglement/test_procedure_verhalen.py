"""The five stories, event for event: each stap is accepted on its day, and the dossier waits for what comes next."""

from datetime import date

import pytest
from procedures import Case, case

from klachtdesk.reglement.dossier import Persoon
from klachtdesk.reglement.onafhankelijkheid import derive_belemmeringen
from klachtdesk.reglement.parts import Duur

BEROEP = ("uitspraak_uitgevoerd", "beroep")


def interactie() -> Case:
    filled = "onderwerpen overeenkomst bevindingen conclusies gegrondheid"
    return case("interactie").filled(filled).recorded(
        "melding_ontvangen kanaal=telefoon @2026-04-01",
        "ontvangen kanaal=email @2026-04-01",
        "doorgezonden persoon=amber @2026-04-01",
        "betrokkene_ingelicht persoon=b @2026-04-02",
        "gehoord persoon=k verslag=factuur @2026-04-09",
        "gehoord persoon=b verslag=casussen @2026-04-09",
        "oplossingspoging uitkomst=opgelost tussenkomst=nee @2026-04-14",
        "oordeel_vastgesteld @2026-04-21",
        "oordeel_verzonden @2026-04-21",
        "oordeel_verzonden_betrokkene persoon=b @2026-04-21",
    )  # fmt: skip


@pytest.mark.clausule("IA-5.7")
def test_interactie_too_high_an_invoice():
    told = interactie()
    assert told.waits_for() == "tevredenheidscheck"
    assert "tevreden" in told.refusal("oordeel_ondertekend persoon=k wijze=papier @2026-04-24")
    closed = told.recorded(
        "tevredenheidscheck uitkomst=tevreden kanaal=telefoon @2026-04-24",
        "afgehandeld oplossing=creditnota @2026-04-24",
    )
    # Closing does not wait for signatures: the closed dossier waits for all three.
    assert (closed.status().fase, closed.waits_for()) == ("ondertekening", "oordeel_ondertekend")
    signed = closed.recorded(
        "oordeel_ondertekend persoon=amber wijze=certificaat @2026-04-24",
        "oordeel_ondertekend persoon=b wijze=scherm @2026-04-24",
    )
    assert signed.waits_for() == "oordeel_ondertekend"
    signed = signed.recorded("oordeel_ondertekend persoon=k wijze=papier @2026-04-24")
    assert signed.waits_for() is None
    signed.recorded(
        "besproken verslag=jaar @2027-01-04",
        "besluit_directie besluit=akkoord motivering=besproken @2027-01-04",
        "vernietigd @2027-01-05",
    )


@pytest.mark.clausule("KW-3a", "KW-6")
def test_klassewerk_a_trainer_out_of_reach():
    start = case("klassewerk").filled("onderwerpen betrokkene.naam").recorded(
        "ontvangen kanaal=telefoon @2026-04-24", "doorgezonden persoon=directie @2026-04-24"
    )  # fmt: skip
    # On the day itself the trainer can still be reached; from Saturday 25 April it is for the directie to call.
    day = start.status(op=date(2026, 4, 24))
    assert day.wacht_op is not None
    assert (day.wacht_op.soort, day.aan_zet) == ("verantwoordelijke_bereikt", "directie")
    assert (start.waits_for(), start.status().aan_zet) == ("contact_klager", "directie")
    assert start.stand(
        "verantwoordelijke_bereikt"
    ).mogelijk  # that the trainer was reached later can be recorded
    called = start.recorded("contact_klager kanaal=telefoon uitkomst=niet_opgelost verslag=meer @2026-04-28")
    assert called.waits_for() == "oordeel_vastgesteld"  # what was not solved gets an outcome in writing
    told = called.recorded("oordeel_verzonden @2026-05-12")
    assert told.waits_for() == "afgehandeld"
    assert "pas daarna kan de klager naar de Geschillencommissie (artikel 6)" in told.refusal(
        "beroep_ingesteld instantie=geschillencommissie"
    )
    objected = told.recorded("bezwaar_ontvangen kanaal=brief @2026-06-08")
    assert (objected.status().fase, objected.waits_for()) == ("bezwaar", "bezwaar_toelichting_uitgenodigd")
    decided = objected.recorded(
        "bezwaar_toelichting_uitgenodigd @2026-06-11",
        "bezwaar_toelichting_gehouden verslag=ja @2026-06-22",
        "bezwaar_uitspraak_verzonden @2026-07-03",
    )
    appealed = decided.recorded("beroep_ingesteld instantie=geschillencommissie @2026-07-20")
    judged = appealed.recorded("beroep_uitspraak instantie=geschillencommissie bindend=ja @2026-09-14")
    closed = judged.recorded("afgehandeld oplossing=excuses @2026-09-21")
    assert (closed.waits_for(), closed.status().fase) == ("uitspraak_uitgevoerd", "beroep")
    closed = closed.recorded("uitspraak_uitgevoerd @2026-09-22")
    assert closed.waits_for() == "tevredenheid_bevestigd"
    signaal = closed.signalen()["bewaren_loopt_niet"]
    assert "nog niet schriftelijk bevestigd" in signaal.zin
    kept = closed.recorded(
        "besluit_directie besluit=bewaren motivering=redelijk bewaren_tot=2027-09-21 @2026-10-01"
    )
    assert "bewaren_loopt_niet" not in kept.signalen()


@pytest.mark.clausule("KL-F1")
@pytest.mark.clausule("KL-10")
def test_klik_first_informal_then_formal():
    complete = "klager.naam klager.organisatie klager.email product ontvangen_op omschrijving"
    start = case("klik_onderwijs").filled(complete).people(
        Persoon("k", "melder"),
        Persoon("b", "betrokkene", afdeling="Helpdesk"),
        Persoon("h", "beoordelaar", afdeling="helpdesk"),
        Persoon("x", "beoordelaar", afdeling="Financiën"),
        Persoon("y", "beoordelaar"),
    )  # fmt: skip
    informal = start.recorded(
        "melding_ontvangen kanaal=telefoon @2026-03-05", "informele_fase_gestart persoon=f"
    )
    assert informal.waits_for() == "informele_fase_beeindigd"
    ended = informal.recorded("informele_fase_beeindigd uitkomst=niet_opgelost verslag=ja @2026-03-17")
    assert (ended.waits_for(), ended.status().aan_zet) == ("ontvangen", "klager")
    formal = ended.recorded(
        "ontvangen kanaal=email @2026-04-02",
        "aanvulling_gevraagd velden=telefoon @2026-04-03",
        "ontvangstbevestiging_verzonden @2026-04-07",
    )
    assert formal.waits_for() == "aanvulling_ontvangen"
    judged = formal.recorded("aanvulling_ontvangen @2026-04-08").filled("klager.telefoon motivering").recorded(
        "toegewezen persoon=korst @2026-04-08",
        "contact_klager persoon=korst kanaal=telefoon verslag=ja @2026-04-14",
        "overleg persoon=manager verslag=gegrond @2026-05-04",
    ).filled("gegrondheid afhandeling bevindingen conclusies").recorded(
        "oordeel_vastgesteld @2026-05-06",
        "oordeel_verzonden @2026-05-06",
        "consequenties_vastgesteld ref=C1 omschrijving=licentie @2026-05-06",
        "consequenties_vastgesteld ref=C2 omschrijving=helpdesk @2026-05-06",
        "consequenties_afgehandeld ref=C1 @2026-05-18",
        "bezwaar_ontvangen kanaal=email @2026-05-19",
    )  # fmt: skip
    appoint = "bezwaar_commissie_benoemd door=manager motivering=onafhankelijk @2026-05-22 personen="
    assert judged.refusal(f"{appoint}x+h").startswith(
        "Wie op de betrokken afdeling werkt, kan het bezwaar niet beoordelen (punt 10"
    )
    done = judged.people(*(item for item in judged.feiten.personen if item.sleutel != "h")).recorded(
        f"{appoint}x+y",
        "verdaagd termijn=uitspraak_bezwaar tot=2026-06-30 reden=onderzoek @2026-06-10",
        "bezwaar_uitspraak_verzonden @2026-06-29",
        "consequenties_afgehandeld ref=C2 @2026-06-29",
        "afgehandeld oplossing=licentie @2026-06-30",
    )  # fmt: skip
    assert (done.status().fase, done.waits_for()) == ("bewaren", None)
    assert derive_belemmeringen(done.reglement, done.feiten) == ()


@pytest.mark.clausule("LW-6")
@pytest.mark.clausule("LW-0")
def test_leefstijlwijzer_no_agreement():
    start = case("leefstijlwijzer").recorded(
        "ontvangen kanaal=email @2025-12-22", "doorgezonden persoon=directeur @2025-12-22"
    )
    assert start.waits_for() == "reactie_verzonden"
    closed = start.recorded("reactie_verzonden @2025-12-31", "reactie_ontvangen @2026-01-02").filled(
        "oorzaak"
    )
    closed = closed.recorded(
        "verbetermaatregel_vastgesteld ref=M1 omschrijving=zalen persoon=d @2026-01-22",
        "afgehandeld oplossing=zalen overeenstemming=nee maatregel_gewenst=ja @2026-01-22",
    )
    appealed = closed.recorded("beroep_ingesteld instantie=examencommissie @2026-02-02")
    assert (appealed.status().fase, appealed.status().aan_zet) == ("beroep", "instantie")
    judged = appealed.recorded("beroep_uitspraak instantie=examencommissie bindend=ja @2026-03-09")
    assert (judged.waits_for(), judged.status().fase) == BEROEP
    assert judged.signalen(zelfde_oorzaak=3)["herhaling"].artikel == "Doel"


@pytest.mark.clausule("TT-2.1")
@pytest.mark.clausule("TT-2.2b")
def test_tien_voor_taal_a_missed_exam():
    keys = (
        "melder.naam klager.naam omschrijving bevindingen conclusies reacties afhandeling gegrondheid "
        "oorzaak oplossing"
    )
    start = case("tien_voor_taal").filled(keys).people(
        Persoon("cursist", "melder"), Persoon("buurvrouw", "klager"), Persoon("planner", "betrokkene")
    )  # fmt: skip
    received = start.recorded(
        "ontvangen kanaal=klachtenformulier @2026-04-13",
        "machtiging_ontvangen persoon=buurvrouw volledig=ja @2026-04-13",
        "vertaling_gevraagd @2026-04-14",
        "ontvangstbevestiging_verzonden @2026-04-16",
        "vertaling_ontvangen @2026-04-22",
        "bericht_afhandeling_verzonden @2026-05-06",
    )  # fmt: skip
    assert "geen dagtekening bekend" in received.signalen()["geen_dagtekening"].zin
    taking_the_form = received.people(*received.feiten.personen, Persoon("planner", "invuller"))
    assert taking_the_form.signalen()["niet_onafhankelijk"].artikel == "2.2"
    heard = received.recorded(
        "gehoord persoon=buurvrouw verslag=ja @2026-05-11",
        "afgezien_van_horen persoon=planner grond=verklaard @2026-05-11",
        "verdaagd termijn=oordeel tot=2026-06-12 reden=andere+instelling grond=complexiteit @2026-05-20",
        "oordeel_vastgesteld @2026-06-09",
        "oordeel_verzonden @2026-06-09",
        "verbetermaatregel_vastgesteld ref=M1 omschrijving=adressen persoon=p @2026-06-09",
        "tevredenheidscheck uitkomst=tevreden kanaal=telefoon @2026-06-15",
    )  # fmt: skip
    assert "noemt geen bewaartermijn" in heard.refusal("afgehandeld oplossing=examen @2026-06-15")
    chosen = heard.knowing(gekozen_bewaartermijn=Duur(aantal=2, eenheid="jaren"))
    closed = chosen.recorded("afgehandeld oplossing=examen @2026-06-15")
    assert closed.waits_for() == "verbetermaatregel_geevalueerd"
    done = closed.recorded("verbetermaatregel_geevalueerd ref=M1 uitkomst=effectief @2026-09-03")
    assert (done.status().fase, done.waits_for()) == ("bewaren", None)
