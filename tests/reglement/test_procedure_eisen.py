"""Every eis of every stap in the five reglementen: refused without it, possible with it.

The sentences are those that the office reads. The last test holds this table to the files: no eis without a row.
"""

import re
from dataclasses import dataclass

import pytest
from procedures import Case, case, praktijk, reglement

from klachtdesk.reglement.dossier import Persoon


@dataclass(frozen=True)
class Row:
    """A road by which a stap is possible, what to take from it (or with a + to add), and what is said then."""

    sleutel: str
    soort: str
    road: str
    without: str
    said: str
    keys: str = ""
    persoon: str | None = None

    def case(self) -> Case:
        return case(self.sleutel).filled(self.keys).after(*self.events())

    def events(self) -> list[str]:
        return [text.strip() for text in self.road.split(";") if text.strip()]

    def lacking(self) -> Case:
        if self.without.startswith("+"):
            return self.case().after(self.without.removeprefix("+"))
        if self.without in self.keys.split():
            return self.case().empty(self.without)
        assert self.without in self.events()
        left = [text for text in self.events() if text != self.without]
        return case(self.sleutel).filled(self.keys).after(*left)


def rows(clausule: str | None, *found: Row) -> list:
    """Mark these with the clause that they test; None where the eis follows from a clause without being one."""
    marks = [] if clausule is None else [pytest.mark.clausule(clausule)]
    return [pytest.param(row, marks=marks, id=f"{row.sleutel}-{row.soort}") for row in found]


HEARD = "gehoord persoon=k verslag=ja; gehoord persoon=b verslag=ja"
IA = "ontvangen kanaal=email; gehoord persoon=k verslag=ja; gehoord persoon=b verslag=ja"
IA_KEYS = "onderwerpen bevindingen conclusies gegrondheid"
TEVREDEN = "tevredenheidscheck uitkomst=tevreden"
TO_SIGN = f"{IA}; oordeel_vastgesteld; {TEVREDEN}"
GIVEN = "oordeel_verzonden"
TO_CLOSE = f"{IA}; oordeel_vastgesteld; oordeel_verzonden; oordeel_verzonden_betrokkene persoon=b"
BEROEP = "beroep_ingesteld instantie=geschillencommissie"
NOT_JUDGED = "Het oordeel is nog niet vastgesteld"
NOT_SATISFIED = "Ondertekenen kan pas als de klager heeft laten weten tevreden te zijn (artikel 5.7)."
NOT_HANDLED = "De klacht is nog niet behandeld; pas daarna kan zij worden voorgelegd (artikel 4.3)."

INTERACTIE = [
    *rows(
        "IA-5.2",
        Row("interactie", "oordeel_vastgesteld", IA, "gehoord persoon=k verslag=ja",
            "De klager is nog niet gehoord (artikel 5.2).", IA_KEYS),
        Row("interactie", "oordeel_vastgesteld", IA, "gehoord persoon=b verslag=ja",
            "De betrokkene is nog niet gehoord (artikel 5.2).", IA_KEYS),
        Row("interactie", "oordeel_vastgesteld",
            "ontvangen kanaal=email; gehoord persoon=k verslag=ja; afgezien_van_horen persoon=b grond=verklaard",
            "afgezien_van_horen persoon=b grond=verklaard",
            "De betrokkene is nog niet gehoord (artikel 5.2).", IA_KEYS),
    ),
    *rows(
        "IA-5.6",
        Row("interactie", "oordeel_vastgesteld", IA, "gegrondheid",
            "Nog in te vullen: of de klacht gegrond is (artikel 5.6).", IA_KEYS),
        Row("interactie", "oordeel_verzonden", f"{IA}; oordeel_vastgesteld", "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.6)."),
        Row("interactie", "oordeel_verzonden_betrokkene", f"{IA}; oordeel_vastgesteld", "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.6).", persoon="b"),
        Row("interactie", "afgehandeld", TO_CLOSE, "oordeel_verzonden",
            "Het oordeel is nog niet aan de klager verzonden (artikel 5.6).", "onderwerpen"),
        Row("interactie", "afgehandeld", TO_CLOSE, "oordeel_verzonden_betrokkene persoon=b",
            "Het oordeel is nog niet verzonden aan de betrokkene (artikel 5.6).", "onderwerpen"),
    ),
    *rows(
        "IA-5.7",
        Row("interactie", "oordeel_vastgesteld", IA, "+oordeel_ondertekend persoon=k wijze=papier",
            "Dit oordeel is al ondertekend; trek eerst de ondertekening in (artikel 5.7).", IA_KEYS),
        Row("interactie", "ondertekening_gevraagd", TO_SIGN, "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.7).", persoon="k"),
        Row("interactie", "ondertekening_gevraagd", TO_SIGN, TEVREDEN, NOT_SATISFIED, persoon="k"),
        Row("interactie", "oordeel_ondertekend", TO_SIGN, "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.7).", persoon="b"),
        Row("interactie", "oordeel_ondertekend", TO_SIGN, TEVREDEN, NOT_SATISFIED, persoon="b"),
        Row("interactie", "oordeel_ondertekend", TO_SIGN, "+tevredenheidscheck uitkomst=niet_tevreden",
            NOT_SATISFIED, persoon="k"),
        Row("interactie", "oordeel_ondertekend", f"{IA}; oordeel_vastgesteld; tevredenheid_bevestigd",
            "tevredenheid_bevestigd", NOT_SATISFIED, persoon="k"),
        Row("interactie", "ondertekening_geweigerd", TO_SIGN, "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 5.7).", persoon="k"),
        Row("interactie", "ondertekening_ingetrokken", f"{TO_SIGN}; ondertekening_gevraagd persoon=k",
            "ondertekening_gevraagd persoon=k", "Er is geen ondertekening om in te trekken (artikel 5.7)."),
    ),
    *rows(
        "IA-4.3",
        Row("interactie", "doorverwezen", f"{IA}; {GIVEN}", GIVEN, NOT_HANDLED),
        Row("interactie", "beroep_ingesteld", f"{IA}; {GIVEN}", GIVEN, NOT_HANDLED),
    ),
    *rows(
        "IA-4.3",
        Row("interactie", "beroep_uitspraak", f"{IA}; {GIVEN}; {BEROEP}", BEROEP, "Er loopt geen beroep (artikel 4.2)."),
    ),
]  # fmt: skip

KW = "ontvangen kanaal=telefoon; doorgezonden persoon=d"
OBJECTED = f"{KW}; oordeel_verzonden; bezwaar_ontvangen kanaal=brief"
INVITED = f"{OBJECTED}; bezwaar_toelichting_uitgenodigd"
DECIDED = f"{INVITED}; bezwaar_uitspraak_verzonden"
NO_BEZWAAR = "Er loopt geen bezwaar"
NO_UITSPRAAK = "Er is nog geen uitspraak op een bezwaar; pas daarna kan de klager naar de Geschillencommissie (artikel 6)."

KLASSEWERK = [
    *rows(
        "KW-2b",
        Row("klassewerk", "doorgezonden", "ontvangen kanaal=telefoon", "betrokkene.naam",
            "Stel eerst vast op wie of wat de klacht betrekking heeft: vul in de naam van de betrokkene of het "
            "onderwerp van de klacht (artikel 2).", "betrokkene.naam"),
        Row("klassewerk", "doorgezonden", "ontvangen kanaal=telefoon", "onderwerpen",
            "Stel eerst vast op wie of wat de klacht betrekking heeft: vul in de naam van de betrokkene of het "
            "onderwerp van de klacht (artikel 2).", "onderwerpen"),
    ),
    *rows(
        None,
        Row("klassewerk", "verantwoordelijke_bereikt", KW, "doorgezonden persoon=d",
            "De klacht is nog niet doorgestuurd naar de directie (artikel 3)."),
    ),
    *rows(
        "KW-3c",
        Row("klassewerk", "bevestiging_afspraken_verzonden",
            f"{KW}; contact_klager kanaal=telefoon uitkomst=opgelost", "contact_klager kanaal=telefoon uitkomst=opgelost",
            "De klacht is nog niet telefonisch opgelost (artikel 3)."),
    ),
    *rows(
        None,
        Row("klassewerk", "afgehandeld", f"{OBJECTED}; bezwaar_uitspraak_verzonden", "bezwaar_uitspraak_verzonden",
            "Er loopt nog een bezwaar (praktijkregel van klachtdesk).", "onderwerpen"),
        Row("klassewerk", "bezwaar_ingetrokken", OBJECTED, "bezwaar_ontvangen kanaal=brief",
            f"{NO_BEZWAAR} (praktijkregel van klachtdesk)."),
    ),
    *rows(
        "KW-5a",
        Row("klassewerk", "bezwaar_ontvangen", f"{KW}; oordeel_verzonden", "oordeel_verzonden",
            "De klager heeft nog geen uitkomst gekregen om bezwaar tegen te maken (artikel 5)."),
    ),
    *rows(
        "KW-5b",
        Row("klassewerk", "bezwaar_toelichting_uitgenodigd", OBJECTED, "bezwaar_ontvangen kanaal=brief",
            f"{NO_BEZWAAR} (artikel 5)."),
        Row("klassewerk", "bezwaar_toelichting_gehouden", OBJECTED, "+bezwaar_ingetrokken reden=opgelost",
            f"{NO_BEZWAAR} (artikel 5)."),
        Row("klassewerk", "bezwaar_uitspraak_verzonden", INVITED, "bezwaar_toelichting_uitgenodigd",
            "De klager is nog niet uitgenodigd om het bezwaar mondeling toe te lichten (artikel 5)."),
    ),
    *rows(
        "KW-5c",
        Row("klassewerk", "bezwaar_uitspraak_verzonden", INVITED, "bezwaar_ontvangen kanaal=brief",
            f"{NO_BEZWAAR} (artikel 5)."),
    ),
    *rows(
        "KW-6",
        Row("klassewerk", "doorverwezen", DECIDED, "bezwaar_uitspraak_verzonden", NO_UITSPRAAK),
        Row("klassewerk", "beroep_ingesteld", DECIDED, "bezwaar_uitspraak_verzonden", NO_UITSPRAAK),
        Row("klassewerk", "beroep_uitspraak", f"{DECIDED}; {BEROEP}", BEROEP, "Er loopt geen beroep (artikel 6)."),
        Row("klassewerk", "uitspraak_uitgevoerd", f"{DECIDED}; {BEROEP}; beroep_uitspraak bindend=ja",
            "beroep_uitspraak bindend=ja", "Er is geen uitspraak om uit te voeren (artikel 6)."),
    ),
]  # fmt: skip

KL = "ontvangen kanaal=email; toegewezen persoon=n; overleg persoon=m verslag=ja"
KL_COMPLETE = (
    "klager.naam klager.organisatie klager.email klager.telefoon product ontvangen_op omschrijving motivering"
)
KL_KEYS = f"{KL_COMPLETE} gegrondheid afhandeling bevindingen conclusies"
KL_OBJECTED = "ontvangen kanaal=email; oordeel_verzonden; bezwaar_ontvangen kanaal=email"

KLIK_ONDERWIJS = [
    *rows(
        "KL-F1",
        Row("klik_onderwijs", "informele_fase_beeindigd", "melding_ontvangen; informele_fase_gestart persoon=n",
            "informele_fase_gestart persoon=n", "Er loopt geen informele fase (onderdeel Informele klachtenprocedure)."),
    ),
    *rows(
        "KL-2",
        Row("klik_onderwijs", "aanvulling_ontvangen", "ontvangen kanaal=brief; aanvulling_gevraagd velden=motivering",
            "aanvulling_gevraagd velden=motivering",
            "Er is niet om een aanvulling gevraagd (punt 2 van de formele klachtenprocedure)."),
    ),
    *rows(
        "KL-5",
        Row("klik_onderwijs", "oordeel_vastgesteld", KL, "toegewezen persoon=n",
            "Er is nog geen onafhankelijke persoon die de klacht afhandelt (punt 5 van de formele klachtenprocedure).",
            KL_KEYS),
    ),
    *rows(
        "KL-6",
        Row("klik_onderwijs", "oordeel_vastgesteld", KL, "overleg persoon=m verslag=ja",
            "Er is nog geen overleg geweest met de manager Propositie (punt 6 van de formele klachtenprocedure).",
            KL_KEYS),
        Row("klik_onderwijs", "oordeel_vastgesteld", KL, "gegrondheid",
            "Nog in te vullen: of de klacht gegrond is (punt 6 van de formele klachtenprocedure).", KL_KEYS),
        Row("klik_onderwijs", "oordeel_vastgesteld", KL, "afhandeling",
            "Nog in te vullen: de afhandeling (punt 6 van de formele klachtenprocedure).", KL_KEYS),
    ),
    *rows(
        "KL-8",
        Row("klik_onderwijs", "oordeel_vastgesteld", KL, "conclusies",
            "Het oordeel is nog niet gemotiveerd; vul in de conclusies (punt 8 van de formele klachtenprocedure).",
            KL_KEYS),
        Row("klik_onderwijs", "oordeel_verzonden", f"{KL}; oordeel_vastgesteld", "oordeel_vastgesteld",
            f"{NOT_JUDGED} (punt 8 van de formele klachtenprocedure)."),
        Row("klik_onderwijs", "afgehandeld", f"{KL}; oordeel_verzonden", "oordeel_verzonden",
            "De indiener heeft nog geen gemotiveerd bericht over de afhandeling gekregen "
            "(punt 8 van de formele klachtenprocedure)."),
    ),
    *rows(
        "KL-14",
        Row("klik_onderwijs", "consequenties_vastgesteld", f"{KL}; oordeel_verzonden", "oordeel_verzonden",
            "Er is nog geen oordeel waaruit dit kan volgen (punt 14 van de formele klachtenprocedure)."),
    ),
    *rows(
        None,
        Row("klik_onderwijs", "afgehandeld", "ontvangen kanaal=email; oordeel_verzonden",
            "+bezwaar_ontvangen kanaal=email", "Er loopt nog een bezwaar (praktijkregel van klachtdesk)."),
        Row("klik_onderwijs", "bezwaar_ingetrokken", KL_OBJECTED, "+bezwaar_uitspraak_verzonden",
            f"{NO_BEZWAAR} (praktijkregel van klachtdesk)."),
    ),
    *rows(
        "KL-9",
        Row("klik_onderwijs", "bezwaar_ontvangen", "ontvangen kanaal=email; oordeel_verzonden", "oordeel_verzonden",
            "De afhandeling van de klacht is nog niet bekendgemaakt (punt 9 van de formele klachtenprocedure)."),
    ),
    *rows(
        "KL-10",
        Row("klik_onderwijs", "bezwaar_commissie_benoemd", KL_OBJECTED, "+bezwaar_ingetrokken",
            f"{NO_BEZWAAR} (punt 10 van de formele klachtenprocedure)."),
        Row("klik_onderwijs", "bezwaar_uitspraak_verzonden",
            f"{KL_OBJECTED}; bezwaar_commissie_benoemd personen=x+y", "bezwaar_commissie_benoemd personen=x+y",
            "De interne geschillencommissie is nog niet benoemd (punt 10 van de formele klachtenprocedure)."),
    ),
    *rows(
        "KL-12",
        Row("klik_onderwijs", "bezwaar_uitspraak_verzonden",
            f"{KL_OBJECTED}; bezwaar_commissie_benoemd personen=x+y", "bezwaar_ontvangen kanaal=email",
            f"{NO_BEZWAAR} (punt 12 van de formele klachtenprocedure)."),
    ),
]  # fmt: skip

TT = f"ontvangen kanaal=klachtenformulier; contact_klager persoon=k; {HEARD}"
TT_WAIVED = (
    "ontvangen kanaal=klachtenformulier; contact_klager persoon=k; "
    "afgezien_van_horen persoon=k grond=verklaard; afgezien_van_horen persoon=b grond=verklaard"
)
TT_KEYS = "melder.naam klager.naam omschrijving bevindingen conclusies reacties afhandeling"
TT_CLOSING = f"{TT}; oordeel_verzonden; tevredenheidscheck uitkomst=geen_reactie kanaal=telefoon"
COLLEGE = "beroep_ingesteld instantie=college_van_arbitrage aanleiding=bemiddeling"
CLAIM = "financiele_vergoeding_gevraagd bedrag=100"
START = "ontvangen kanaal=klachtenformulier"

TIEN_VOOR_TAAL = [
    *rows(
        "TT-0a",
        Row("tien_voor_taal", "informele_fase_beeindigd", "melding_ontvangen; informele_fase_gestart persoon=n",
            "informele_fase_gestart persoon=n", "Er loopt geen gesprek (onderdeel Inleiding)."),
    ),
    *rows(
        "TT-1.3",
        Row("tien_voor_taal", "aanvulling_ontvangen", f"{START}; aanvulling_gevraagd velden=naam",
            "aanvulling_gevraagd velden=naam", "Er is niet om een aanvulling gevraagd (artikel 1.2)."),
    ),
    *rows(
        "TT-1.4b",
        Row("tien_voor_taal", "vertaling_ontvangen", f"{START}; vertaling_gevraagd", "vertaling_gevraagd",
            "Er is niet om een vertaling gevraagd (artikel 1.2)."),
        Row("tien_voor_taal", "oordeel_vastgesteld", f"{TT}; vertaling_gevraagd; vertaling_ontvangen",
            "vertaling_ontvangen", "De gevraagde vertaling is nog niet ontvangen (artikel 1.2).", TT_KEYS),
    ),
    *rows(
        None,
        Row("tien_voor_taal", "niet_in_behandeling", START, "+oordeel_verzonden",
            "Er is al een oordeel verzonden: de klacht is in behandeling genomen (artikel 1.2)."),
    ),
    *rows(
        None,
        Row("tien_voor_taal", "afgezien_van_horen", START, "+ingetrokken",
            "Het dossier is afgesloten (praktijkregel van klachtdesk).", persoon="b"),
    ),
    *rows(
        "TT-2.3e",
        Row("tien_voor_taal", "oordeel_vastgesteld", TT_WAIVED, "contact_klager persoon=k",
            "Er is nog geen contact geweest met de melder of klager (artikel 2.3).", TT_KEYS),
    ),
    *rows(
        "TT-3.1",
        Row("tien_voor_taal", "oordeel_vastgesteld", TT, "gehoord persoon=k verslag=ja",
            "De klager is nog niet gehoord (artikel 3.1).", TT_KEYS),
        Row("tien_voor_taal", "oordeel_vastgesteld", TT, "gehoord persoon=b verslag=ja",
            "De betrokkene is nog niet gehoord (artikel 3.1).", TT_KEYS),
    ),
    *rows(
        "TT-3.4",
        Row("tien_voor_taal", "oordeel_vastgesteld", TT, "+gehoord persoon=b",
            "Van een gesprek waarin iemand is gehoord, ontbreekt het verslag (artikel 3.4).", TT_KEYS),
    ),
    *rows(
        "TT-4c",
        *(
            Row("tien_voor_taal", "oordeel_vastgesteld", TT, key, f"Nog in te vullen: de {said} (artikel 4).", TT_KEYS)
            for key, said in (("bevindingen", "bevindingen"), ("conclusies", "conclusies"),
                              ("reacties", "reacties van klager en betrokkene"), ("afhandeling", "afhandeling"))
        ),
        Row("tien_voor_taal", "oordeel_verzonden", f"{TT}; oordeel_vastgesteld", "oordeel_vastgesteld",
            f"{NOT_JUDGED} (artikel 4)."),
        Row("tien_voor_taal", "afgehandeld", TT_CLOSING, "oordeel_verzonden",
            "De klager heeft nog geen bericht met de uitkomst gekregen (artikel 4).", "oorzaak oplossing"),
    ),
    *rows(
        "TT-2.4b",
        Row("tien_voor_taal", "afgehandeld", TT_CLOSING, "tevredenheidscheck uitkomst=geen_reactie kanaal=telefoon",
            "De tevredenheidscontrole is nog niet gedaan (artikel 2.4).", "oorzaak oplossing"),
    ),
    *rows(
        "TT-2.4c",
        Row("tien_voor_taal", "afgehandeld", TT_CLOSING, "oorzaak",
            "Nog in te vullen: de oorzaak (artikel 2.4).", "oorzaak oplossing"),
        Row("tien_voor_taal", "afgehandeld", TT_CLOSING, "oplossing",
            "Nog in te vullen: de oplossing (artikel 2.4).", "oorzaak oplossing"),
    ),
    *rows(
        "TT-2.6",
        Row("tien_voor_taal", "verzekeraar_ingelicht", f"{START}; {COLLEGE}; {CLAIM}", COLLEGE,
            "Er is geen externe klachtencommissie ingeschakeld (artikel 2.6)."),
        Row("tien_voor_taal", "verzekeraar_ingelicht", f"{START}; {COLLEGE}; {CLAIM}", CLAIM,
            "Er is niet om een financiële vergoeding gevraagd (artikel 2.6)."),
    ),
    *rows(
        "TT-2.5",
        Row("tien_voor_taal", "beroep_uitspraak", f"{START}; {COLLEGE}", COLLEGE,
            "Er loopt geen beroep (artikelen 2.5 en 5)."),
        Row("tien_voor_taal", "uitspraak_uitgevoerd", f"{START}; {COLLEGE}; beroep_uitspraak bindend=ja",
            "beroep_uitspraak bindend=ja", "Er is geen uitspraak om uit te voeren (artikelen 2.5 en 5)."),
    ),
]  # fmt: skip

LW = "ontvangen kanaal=email; doorgezonden persoon=d; reactie_verzonden"
COMMISSIE = "beroep_ingesteld instantie=examencommissie"
NOT_TREATED = "De klacht is nog niet behandeld; pas daarna is beroep mogelijk (onderdeel Behandelen)."

LEEFSTIJLWIJZER = [
    *rows(
        None,
        Row("leefstijlwijzer", "reactie_ontvangen", LW, "reactie_verzonden",
            "Er is nog geen reactie verzonden (onderdeel Behandelen)."),
    ),
    *rows(
        "LW-3",
        Row("leefstijlwijzer", "afgehandeld", LW, "reactie_verzonden",
            "De klager heeft nog geen reactie gekregen (onderdeel Behandelen).", "oorzaak"),
    ),
    *rows(
        "LW-5",
        Row("leefstijlwijzer", "afgehandeld", LW, "doorgezonden persoon=d",
            "Er is nog geen behandelaar vastgelegd (onderdeel Behandelen).", "oorzaak"),
        Row("leefstijlwijzer", "afgehandeld", LW, "oorzaak",
            "Nog in te vullen: de oorzaak (onderdeel Behandelen).", "oorzaak"),
    ),
    *rows(
        "LW-6",
        Row("leefstijlwijzer", "doorverwezen", LW, "reactie_verzonden", NOT_TREATED),
        Row("leefstijlwijzer", "beroep_ingesteld", LW, "reactie_verzonden", NOT_TREATED),
        Row("leefstijlwijzer", "beroep_uitspraak", f"{LW}; {COMMISSIE}", COMMISSIE,
            "Er loopt geen beroep (onderdeel Behandelen)."),
        Row("leefstijlwijzer", "uitspraak_uitgevoerd", f"{LW}; {COMMISSIE}; beroep_uitspraak bindend=ja",
            "beroep_uitspraak bindend=ja", "Er is geen uitspraak om uit te voeren (onderdeel Behandelen)."),
    ),
]  # fmt: skip

TABLE = [*INTERACTIE, *KLASSEWERK, *KLIK_ONDERWIJS, *TIEN_VOOR_TAAL, *LEEFSTIJLWIJZER]
SLEUTELS = ("interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal")


def chosen(found: Case) -> Case:
    """10 voor Taal closes nothing before a bewaartermijn was chosen; that has a test of its own."""
    return found.knowing(gekozen_bewaartermijn=reglement("leefstijlwijzer").bewaartermijn.duur)


@pytest.mark.parametrize("row", TABLE)
def test_refused_without_and_possible_with(row: Row):
    assert chosen(row.case()).reasons(row.soort, row.persoon) == []
    assert row.said in chosen(row.lacking()).reasons(row.soort, row.persoon)


@pytest.mark.clausule("TT-1.3")
def test_a_gemachtigde_needs_a_complete_machtiging():
    """The klager whom a melder named to stand in for them: one eis that needs a third person."""
    road = [text.strip() for text in TT.replace("persoon=k", "persoon=g").split(";")]
    people = (Persoon("m", "melder"), Persoon("g", "klager"), Persoon("b", "betrokkene"))
    without = case("tien_voor_taal").people(*people).filled(TT_KEYS).after(*road)
    said = "De machtiging van de gemachtigde is er nog niet, of is niet volledig (artikel 1.2)."
    assert without.reasons("oordeel_vastgesteld") == [said]
    assert without.after("machtiging_ontvangen persoon=g volledig=nee").reasons("oordeel_vastgesteld") == [
        said
    ]
    given = without.after("machtiging_ontvangen persoon=g volledig=ja")
    assert given.reasons("oordeel_vastgesteld") == []
    assert given.after("machtiging_ingetrokken").reasons("oordeel_vastgesteld") == [said]


def test_no_eis_of_the_five_is_without_a_row():
    said: dict[tuple[str, str], list[str]] = {}
    for item in TABLE:
        (row,) = item.values
        said.setdefault((row.sleutel, row.soort), []).append(row.said)
    for sleutel in SLEUTELS:
        for stap in reglement(sleutel).stappen:
            for eis in stap.eisen if stap not in praktijk().stap else ():
                words = [part.strip(" .") for part in re.split(r"{\w+}", eis.anders)]
                found = said.get((sleutel, stap.gebeurtenis), [])
                has_row = any(all(word in text for word in words) for text in found)
                # The eis of the gemachtigde needs a third person and has a test of its own.
                assert has_row or eis.elk == ("gemachtigde",), f"{sleutel}, {stap.gebeurtenis}: {eis.anders}"
