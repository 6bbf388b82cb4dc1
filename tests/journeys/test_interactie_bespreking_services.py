"""The end of the story of Interactie over the services: the yearly bespreking, the besluit, and then destruction.

The klacht of 1 April 2026 was closed on 24 April; on Monday 4 January 2027 it is discussed with the appointed
medewerkers and put to the directie, which decides the same day.
"""

from datetime import date

import pytest
from office import Office
from verhaal import Verhaal

from klachtdesk.services.besprekingen.holding import (
    hold_bespreking,
    list_besprekingen,
    save_bespreking,
    to_discuss,
)
from klachtdesk.services.besprekingen.jaartermijnen import read_jaartermijnen

KLAGER = "Marijke de Vries"
TRAINER = "Joris Kramer"

MELDING = {
    "kanaal": "email",
    "hoedanigheid": "opdrachtgever",
    "omschrijving": "De factuur is 850 euro hoger dan de offerte.",
    "overeenkomst": "IA-2026-014",
    "onderwerpen": "hoogte_factuur kwaliteit_dienstverlening",
    "melder.1.naam": KLAGER,
    "betrokkene.1.naam": TRAINER,
}

OORDEEL = {
    "bevindingen": "De offerte noemt 2.400 euro, de factuur 3.250 euro.",
    "conclusies": "Voor het meerwerk was geen akkoord gevraagd.",
    "gegrondheid": "gegrond",
}

BESPREKING = {
    "datum": "4-1-2027",
    "aanwezigen": "Amber Veldman\nSanne Bos",
    "verslag": "Alle klachten van 2026 zijn besproken.",
    "aanbevelingen": "Meerwerk alleen na schriftelijk akkoord.",
    "voorgelegd": "ja",
}


@pytest.fixture
def verhaal(office: Office) -> Verhaal:
    """Return the dossier as it stood when it was closed on 24 April 2026."""
    verhaal = Verhaal(office, date(2026, 4, 1), MELDING)
    verhaal.happened(date(2026, 4, 1), "doorgezonden", persoon="Amber Veldman")
    verhaal.happened(date(2026, 4, 2), "betrokkene_ingelicht", persoon=TRAINER)
    for persoon in (KLAGER, TRAINER):
        verhaal.happened(date(2026, 4, 9), "gehoord", persoon=persoon, verslag="Toelichting gegeven.")
    verhaal.happened(date(2026, 4, 14), "oplossingspoging", uitkomst="opgelost", tussenkomst="nee")
    verhaal.judged(date(2026, 4, 21), **OORDEEL)
    verhaal.happened(date(2026, 4, 21), "oordeel_verzonden_betrokkene", persoon=TRAINER)
    verhaal.happened(date(2026, 4, 24), "tevredenheidscheck", uitkomst="tevreden", kanaal="telefoon")
    verhaal.happened(date(2026, 4, 24), "afgehandeld", oplossing="Creditnota en een dagdeel.")
    return verhaal


@pytest.mark.clausule("IA-8.4")
def test_the_klachten_are_discussed_within_a_year(verhaal: Verhaal):
    # The first klacht ever was received on Wednesday 1 April 2026: a year later is Thursday 1 April 2027.
    (jaar,) = read_jaartermijnen(verhaal.office.desk)
    assert (jaar.eerste, jaar.einde) == (True, date(2027, 4, 1))
    desk = verhaal.office.on(2027, 1, 4)
    assert [regel.nummer for regel in to_discuss(desk)] == ["2026-001"]
    hold_bespreking(desk, BESPREKING | {"besluit": "Overgenomen.", "besluit_op": "4-1-2027"})
    assert to_discuss(desk) == ()
    (jaar,) = read_jaartermijnen(desk)
    assert (jaar.eerste, jaar.einde) == (False, date(2028, 1, 4))


@pytest.mark.clausule("IA-8.5")
def test_the_dossier_is_kept_until_the_besluit_and_may_then_be_destroyed(verhaal: Verhaal):
    desk = verhaal.office.on(2027, 1, 4)
    assert verhaal.view().bewaren.status == "loopt_niet"
    (reden,) = verhaal.stap("vernietigd").redenen
    assert "nog niet besproken in de jaarlijkse bespreking (artikel 8.5)" in reden.zin
    hold_bespreking(desk, BESPREKING)
    # It lies with the directie: not yet settled, so nothing may go.
    assert verhaal.view().bewaren.status == "loopt_niet"
    (held,) = list_besprekingen(desk)
    save_bespreking(desk, held.id, BESPREKING | {"besluit": "Overgenomen.", "besluit_op": "4-1-2027"})
    assert verhaal.tijdlijn()[-1] == (date(2027, 1, 4), "besproken")
    # The day of the besluit is the last on which it is kept.
    kept = verhaal.view().bewaren
    assert (kept.status, kept.tot) == ("loopt", date(2027, 1, 4))
    assert not verhaal.stap("vernietigd").mogelijk
    verhaal.to(date(2027, 1, 5))
    assert verhaal.view().bewaren.status == "verstreken"
    assert verhaal.stap("vernietigd").mogelijk


@pytest.mark.clausule("IA-8.5")
def test_a_hold_with_a_reason_keeps_the_dossier_after_the_bespreking(verhaal: Verhaal):
    desk = verhaal.office.on(2027, 1, 4)
    hold_bespreking(desk, BESPREKING | {"besluit": "Overgenomen.", "besluit_op": "4-1-2027"})
    verhaal.happened(date(2027, 1, 5), "bewaren_opgeschort", reden="De accountant vraagt de factuur op.")
    assert [item.zin for item in verhaal.stap("vernietigd").redenen] == ["De vernietiging is opgeschort."]
    verhaal.happened(date(2027, 2, 1), "bewaren_hervat", reden="De accountant is klaar.")
    assert verhaal.stap("vernietigd").mogelijk
