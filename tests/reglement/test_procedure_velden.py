"""Every field that a reglement or praktijkregel demands with a stap: refused without it, recorded with it.

The last test holds the table to the files: no field without a row.
"""

from dataclasses import dataclass

import pytest
from procedures import Case, case, praktijk, reglement

from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.reglement.invulvelden import INVULVELDEN

IA, KW, KL, LW, TT = "interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal"
MAIL = "ontvangen kanaal=email"
TOLD = f"{MAIL}; oordeel_verzonden"
BEROEP = f"{TOLD}; beroep_ingesteld instantie=i"


@dataclass(frozen=True)
class Row:
    """A road by which a stap is possible, and what is filled in with it; the first fields are those that it demands."""

    sleutel: str
    clausule: str | None
    road: str
    soort: str
    demanded: str
    more: str = ""

    def before(self) -> Case:
        two_years = reglement(LW).bewaartermijn.duur
        found = case(self.sleutel).filled(" ".join(INVULVELDEN)).knowing(gekozen_bewaartermijn=two_years)
        return found.after(*(text.strip() for text in self.road.split(";")))

    def without(self, veld: str) -> str:
        """Write the event with all that is filled in, but without this field."""
        kept = [item for item in self.demanded.split() if not item.startswith(f"{veld}=")]
        return " ".join([self.soort, *kept, self.more])


ROWS = [
    Row(IA, "IA-5.2", MAIL, "gehoord", "verslag=factuur", "persoon=b"),
    Row(IA, "IA-5.3", MAIL, "oplossingspoging", "uitkomst=opgelost tussenkomst=nee"),
    Row(IA, "IA-5.5", MAIL, "verdaagd", "reden=reis", "termijn=oordeel tot=2026-06-01"),
    Row(IA, None, f"{TOLD}; oordeel_verzonden_betrokkene persoon=b", "afgehandeld", "oplossing=creditnota"),
    Row(IA, "IA-5.7", f"{MAIL}; oordeel_vastgesteld", "ondertekening_geweigerd", "reden=oneens", "persoon=b"),
    Row(IA, "IA-5.7", f"{MAIL}; oordeel_vastgesteld; oordeel_ondertekend persoon=k", "ondertekening_ingetrokken",
        "reden=fout"),
    Row(IA, None, MAIL, "direct_opgelost", "oplossing=creditnota"),
    Row(IA, "IA-4.3", TOLD, "beroep_ingesteld", "instantie=geschillencommissie"),
    Row(IA, None, BEROEP, "beroep_uitspraak", "bindend=ja"),
    Row(IA, "IA-8.4", TOLD, "besproken", "verslag=jaar"),
    Row(KW, "KW-2a", MAIL, "direct_opgelost", "oplossing=excuses"),
    Row(KW, "KW-3b", MAIL, "contact_klager", "uitkomst=meer_informatie verslag=gesprek", "kanaal=telefoon"),
    Row(KW, "KW-3c", MAIL, "contact_klager", "bevestiging_gewenst=nee",
        "kanaal=telefoon uitkomst=opgelost verslag=gesprek"),
    Row(KW, None, f"{TOLD}; bezwaar_ontvangen kanaal=brief", "bezwaar_ingetrokken", "reden=opgelost"),
    Row(KW, "KW-5b", f"{TOLD}; bezwaar_ontvangen kanaal=brief", "bezwaar_toelichting_gehouden", "verslag=uitleg"),
    Row(KW, None, f"{TOLD}; bezwaar_ontvangen kanaal=brief; bezwaar_uitspraak_verzonden", "beroep_ingesteld",
        "instantie=geschillencommissie"),
    Row(KW, "KW-6", BEROEP, "beroep_uitspraak", "bindend=ja"),
    Row(KW, "KW-4a", MAIL, "afgehandeld", "oplossing=excuses"),
    Row(KL, "KL-F1", "melding_ontvangen; informele_fase_gestart persoon=n", "informele_fase_beeindigd",
        "uitkomst=opgelost verslag=gesprek"),
    Row(KL, None, "melding_ontvangen", "direct_opgelost", "oplossing=uitleg"),
    Row(KL, "KL-6", MAIL, "overleg", "persoon=m verslag=gegrond"),
    Row(KL, None, f"{TOLD}; bezwaar_ontvangen kanaal=email", "bezwaar_ingetrokken", "reden=opgelost"),
    Row(KL, "KL-10", f"{TOLD}; bezwaar_ontvangen kanaal=email", "bezwaar_commissie_benoemd",
        "personen=x+y motivering=onafhankelijk", "door=m"),
    Row(KL, None, TOLD, "afgehandeld", "oplossing=licentie"),
    Row(LW, "LW-1", MAIL, "oplossing_voorgesteld", "oplossing=rooster"),
    Row(LW, "LW-1", MAIL, "direct_opgelost", "oplossing=rooster"),
    Row(LW, "LW-7", MAIL, "overleg", "persoon=d verslag=oorzaak"),
    Row(LW, "LW-5", f"{MAIL}; doorgezonden persoon=d; reactie_verzonden", "afgehandeld",
        "oplossing=rooster overeenstemming=nee", "maatregel_gewenst=ja"),
    Row(LW, "LW-7", f"{MAIL}; doorgezonden persoon=d; reactie_verzonden", "afgehandeld", "maatregel_gewenst=ja",
        "oplossing=rooster overeenstemming=nee"),
    Row(LW, None, f"{MAIL}; reactie_verzonden", "beroep_ingesteld", "instantie=examencommissie"),
    Row(LW, "LW-6", f"{MAIL}; reactie_verzonden; beroep_ingesteld instantie=i", "beroep_uitspraak", "bindend=ja"),
    Row(TT, "TT-0a", "melding_ontvangen; informele_fase_gestart persoon=n", "informele_fase_beeindigd",
        "uitkomst=niet_opgelost"),
    Row(TT, None, "melding_ontvangen", "direct_opgelost", "oplossing=uitleg"),
    Row(TT, "TT-1.3", MAIL, "machtiging_ontvangen", "volledig=ja", "persoon=k"),
    Row(TT, "TT-1.2a", MAIL, "niet_in_behandeling", "gronden=bij_de_rechter"),
    Row(TT, "TT-1.2a", f"{MAIL}; niet_in_behandeling gronden=opsporing_of_vervolging", "alsnog_in_behandeling",
        "reden=geseponeerd"),
    Row(TT, "TT-2.3a", MAIL, "actiepunt_vastgesteld", "omschrijving=examen uiterlijk=2026-05-20", "ref=A1 persoon=n"),
    Row(TT, "TT-3.4", MAIL, "gehoord", "verslag=gesprek", "persoon=k"),
    Row(TT, "TT-4c", MAIL, "verdaagd", "grond=ernst reden=onderzoek", "termijn=oordeel tot=2026-06-12"),
    Row(TT, "TT-2.4b", MAIL, "tevredenheidscheck", "uitkomst=geen_reactie kanaal=telefoon"),
    Row(TT, "TT-2.4c", f"{TOLD}; tevredenheidscheck uitkomst=tevreden", "afgehandeld", "oplossing=examen"),
    Row(TT, "TT-2.4d", f"{MAIL}; verbetermaatregel_vastgesteld ref=M1", "verbetermaatregel_geevalueerd",
        "uitkomst=deels", "ref=M1"),
    Row(TT, "TT-2.5", TOLD, "beroep_ingesteld", "instantie=college_van_arbitrage aanleiding=bemiddeling"),
    Row(TT, "TT-2.5", BEROEP, "beroep_uitspraak", "bindend=ja"),
    Row(TT, "TT-6.2", MAIL, "besluit_directie", "motivering=spoed", "besluit=verder"),
    # The praktijkregels, where a reglement says nothing itself.
    Row(LW, "KD-1", MAIL, "gehoord", "verslag=gesprek", "persoon=b"),
    Row(LW, "KD-1", f"{MAIL}; ingetrokken", "heropend", "reden=nieuw"),
    Row(LW, "KD-1", MAIL, "besluit_directie", "motivering=spoed", "besluit=verder"),
    Row(LW, "KD-1", MAIL, "bewaren_opgeschort", "reden=onderzoek"),
    Row(LW, "KD-1", f"{MAIL}; bewaren_opgeschort", "bewaren_hervat", "reden=klaar"),
    Row(KL, "KD-1", f"{MAIL}; beroep_ingesteld instantie=i", "beroep_uitspraak", "bindend=ja"),
]  # fmt: skip
PRAKTIJK_ONLY_ELSEWHERE = {("afgehandeld", "oplossing")}
"""Each of the five says itself what closing asks for; an own reglement may leave it to the praktijkregel."""


@pytest.mark.parametrize(
    ("row", "veld"),
    [
        pytest.param(
            row,
            veld,
            marks=[pytest.mark.clausule(row.clausule)] if row.clausule else [],
            id=f"{row.sleutel}-{row.soort}-{veld}",
        )
        for row in ROWS
        for veld in (item.partition("=")[0] for item in row.demanded.split())
    ],
)
def test_refused_without_and_recorded_with(row: Row, veld: str):
    before = row.before()
    assert before.refusal(row.without("")) == ""
    found = SOORTEN[row.soort].veld(veld)
    assert found is not None
    assert f"Vul bij deze stap nog in: {found.label.lower()}" in before.refusal(row.without(veld))


def test_no_field_that_is_demanded_is_without_a_row():
    rows = {(row.sleutel, row.soort, item.partition("=")[0]) for row in ROWS for item in row.demanded.split()}
    of_praktijk = {
        (sleutel, soort, veld)
        for sleutel, soort, veld in rows
        if reglement(sleutel).stap_bij_gebeurtenis[soort] in praktijk().stap
    }
    tried = rows - of_praktijk
    demanded = {
        (sleutel, stap.gebeurtenis, veld.partition(":")[0])
        for sleutel in (IA, KW, KL, LW, TT)
        for stap in reglement(sleutel).stappen
        if stap not in praktijk().stap
        for veld in stap.velden
    }
    assert demanded == tried
    by_practice = {(stap.gebeurtenis, veld) for stap in praktijk().stap for veld in stap.velden}
    assert by_practice - PRAKTIJK_ONLY_ELSEWHERE == {(soort, veld) for _, soort, veld in of_praktijk}
