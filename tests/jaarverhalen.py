"""The five stories in one kluis, and the two klachten of 2025 that the one of Leefstijlwijzer came after.

They are played day by day over the services, as the office of each would have recorded them, up to the end of 2026.
What a story leaves open (the sort of melding, an oorzaak) is filled in here so that each table has something to count.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from office import CHEAP, WACHTWOORD

from klachtdesk.formulieren import write_value
from klachtdesk.services.desk import Desk, VasteKlok
from klachtdesk.services.formulieren import read_formulier, register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kantoor.bewaarkeuze import choose_bewaartermijn
from klachtdesk.services.kluis import beschikbare_reglementen, create_kluis
from klachtdesk.services.oordeel import freeze_oordeel

LAST_DAY = date(2026, 12, 31)
OORDEEL = {
    "bevindingen": "Dit is er gebeurd.",
    "conclusies": "Dit volgt daaruit.",
    "reacties": "-",
    "afhandeling": "-",
}


KLACHT = {"kanaal": "telefoon", "soort": "klacht", "uiting": "direct"}
"""As most of them came in."""


@dataclass
class Story:
    """A klacht: its reglement, the melding, and what was recorded on which day (a form as "formulier:sleutel")."""

    reglement: str
    dag: date
    melding: dict[str, str]
    voorvallen: list[tuple[date, str, dict[str, str]]] = field(default_factory=list)
    dossier_id: int = 0

    def then(self, maand: int, dag: int, soort: str, jaar: int = 2026, /, **velden: str) -> "Story":
        self.voorvallen.append((date(jaar, maand, dag), soort, velden))
        return self

    def typed(self, maand: int, dag: int, formulier: str, jaar: int = 2026, /, **velden: str) -> "Story":
        return self.then(maand, dag, f"formulier:{formulier}", jaar, **velden)

    def cause(self, maand: int, dag: int, oorzaak: str, jaar: int = 2026, /, **velden: str) -> "Story":
        return self.typed(maand, dag, "intern_klachtenformulier", jaar, oorzaak=oorzaak, **velden)

    def judged(self, maand: int, dag: int, gegrondheid: str, /, **velden: str) -> "Story":
        self.typed(maand, dag, "oordeel", **OORDEEL, gegrondheid=gegrondheid, **velden)
        return self.then(maand, dag, "oordeel")


def _interactie() -> Story:
    melding = {
        **KLACHT,
        "hoedanigheid": "opdrachtgever",
        "omschrijving": "De factuur is 850 euro hoger dan de offerte.",
        "product": "Gesprekken onder druk",
        "onderwerpen": "hoogte_factuur kwaliteit_dienstverlening",
        "melder.1.naam": "Marijke de Vries",
        "betrokkene.1.naam": "Joris Kramer",
    }
    oordeel = {
        "klachtonderdeel.1.onderwerp": "hoogte_factuur",
        "klachtonderdeel.1.gegrondheid": "gegrond",
        "klachtonderdeel.2.onderwerp": "kwaliteit_dienstverlening",
        "klachtonderdeel.2.gegrondheid": "deels_gegrond",
    }
    story = Story("interactie", date(2026, 4, 1), melding)
    story.then(4, 1, "ontvangen", kanaal="email").then(4, 1, "doorgezonden", persoon="Amber Veldman")
    story.then(4, 2, "betrokkene_ingelicht", persoon="Joris Kramer")
    for persoon in ("Marijke de Vries", "Joris Kramer"):
        story.then(4, 9, "gehoord", persoon=persoon, verslag="Toelichting gegeven.")
    story.then(4, 14, "oplossingspoging", uitkomst="opgelost", tussenkomst="nee")
    story.judged(4, 21, "gegrond", **oordeel)
    story.then(4, 21, "oordeel_verzonden_betrokkene", persoon="Joris Kramer")
    story.then(4, 24, "tevredenheidscheck", uitkomst="tevreden", kanaal="telefoon")
    story.cause(4, 24, "administratie")
    return story.then(4, 24, "afgehandeld", oplossing="Creditnota.")


def _klassewerk() -> Story:
    melding = {
        **KLACHT,
        "hoedanigheid": "school_leerkracht",
        "omschrijving": "De trainer viel mij af voor de groep.",
        "onderwerpen": "trainer",
        "melder.1.naam": "Elsbeth Kuiper",
        "betrokkene.1.naam": "Wim de Boer",
    }
    story = Story("klassewerk", date(2026, 4, 24), melding).then(
        4, 24, "doorgezonden", persoon="Simone Haven"
    )
    velden = {
        "persoon": "Simone Haven",
        "kanaal": "telefoon",
        "uitkomst": "niet_opgelost",
        "verslag": "Niet eens.",
    }
    story.then(4, 28, "contact_klager", **velden)
    story.judged(5, 12, "ongegrond")
    story.then(6, 8, "bezwaar_ontvangen", kanaal="brief").then(6, 11, "bezwaar_toelichting_uitgenodigd")
    story.then(6, 22, "bezwaar_toelichting_gehouden", verslag="Uitleg.")
    story.then(7, 3, "bezwaar_uitspraak_verzonden", uitkomst="deels_gegrond")
    story.then(7, 20, "beroep_ingesteld", instantie="geschillencommissie")
    story.then(9, 14, "beroep_uitspraak", instantie="geschillencommissie", bindend="ja")
    story.cause(9, 21, "gedrag")
    return story.then(9, 21, "afgehandeld", oplossing="Excuses.")


def _klik_onderwijs() -> Story:
    melding = {
        **KLACHT,
        "hoedanigheid": "klant",
        "omschrijving": "Leerlingen kunnen niet inloggen.",
        "product": "E-learning  digitaal toetsen",
        "onderwerpen": "product",
        "melder.1.naam": "Ruben Postma",
        "melder.1.organisatie": "Scholengroep Het Anker",
        "melder.1.email": "r.postma@example.org",
        "betrokkene.1.naam": "Iris Blom",
        "betrokkene.1.afdeling": "Helpdesk",
    }
    story = Story("klik_onderwijs", date(2026, 3, 5), melding)
    story.then(3, 10, "informele_fase_gestart", persoon="Carla Jonkers")
    story.then(3, 17, "informele_fase_beeindigd", uitkomst="niet_opgelost", verslag="Geen oplossing.")
    story.then(4, 2, "ontvangen", kanaal="email").then(
        4, 3, "aanvulling_gevraagd", velden="Telefoon en motivering."
    )
    story.then(4, 7, "ontvangstbevestiging_verzonden")
    story.then(4, 7, "toegewezen", persoon="dhr. N. Korst", door="Hilde Smits")
    aanvulling = {"melder.1.telefoon": "070 000 00 00", "motivering": "Wij betalen ervoor."}
    story.typed(4, 8, "meldingsformulier", **aanvulling).then(4, 8, "aanvulling_ontvangen")
    story.then(
        4, 14, "contact_klager", persoon="dhr. N. Korst", kanaal="telefoon", verslag="Vervolg verteld."
    )
    story.then(5, 4, "overleg", persoon="Hilde Smits", verslag="Eens.")
    story.judged(5, 6, "gegrond")
    for ref in ("C1", "C2"):
        story.then(5, 6, "consequenties_vastgesteld", ref=ref, omschrijving="Consequentie.")
    story.then(5, 18, "consequenties_afgehandeld", ref="C1").then(5, 19, "bezwaar_ontvangen", kanaal="email")
    leden = {
        "personen": "Anneke Mulder, Joost Visser",
        "door": "Hilde Smits",
        "motivering": "Andere afdeling.",
    }
    story.then(5, 22, "bezwaar_commissie_benoemd", **leden)
    story.then(6, 10, "verdaagd", termijn="uitspraak_bezwaar", tot="30-6-2026", reden="Wacht op cijfers.")
    story.then(6, 29, "bezwaar_uitspraak_verzonden", uitkomst="ongegrond")
    story.cause(6, 30, "techniek")
    return story.then(6, 30, "afgehandeld", oplossing="Het oordeel blijft.")


def _leefstijlwijzer() -> Story:
    melding = {
        **KLACHT,
        "kanaal": "email",
        "hoedanigheid": "intern",
        "omschrijving": "De roosters komen te laat.",
        "melder.1.naam": "Petra Linden",
    }
    story = Story("leefstijlwijzer", date(2025, 12, 22), melding)
    story.then(12, 22, "doorgezonden", 2025, persoon="Jacqueline Philippo")
    story.then(12, 31, "reactie_verzonden", 2025).then(1, 2, "reactie_ontvangen")
    story.cause(1, 22, "planning", oorzaak_toelichting="Wacht op de zaalhuur.")
    maatregel = {"ref": "M1", "omschrijving": "Zalen vastleggen.", "persoon": "Jacqueline Philippo"}
    story.then(1, 22, "verbetermaatregel_vastgesteld", **maatregel)
    closing = {"oplossing": "Vier weken vooraf.", "overeenstemming": "nee", "maatregel_gewenst": "ja"}
    story.then(1, 22, "afgehandeld", **closing).then(2, 2, "beroep_ingesteld", instantie="examencommissie")
    uitspraak = {"instantie": "examencommissie", "bindend": "ja", "uitkomst": "gegrond"}
    return story.then(3, 9, "beroep_uitspraak", **uitspraak)


def _earlier(dag: date, kanaal: str, klager: str) -> Story:
    melding = {
        "kanaal": kanaal,
        "hoedanigheid": "intern",
        "omschrijving": "Rooster.",
        "melder.1.naam": klager,
    }
    story = Story("leefstijlwijzer", dag, melding)
    story.cause(dag.month, dag.day, "planning", dag.year)
    return story.then(dag.month, dag.day, "direct_opgelost", dag.year, oplossing="Alsnog verzonden.")


def _tien_voor_taal() -> Story:
    melding = {
        "kanaal": "klachtenformulier",
        "hoedanigheid": "client",
        "soort": "fout",
        "uiting": "indirect",
        "omschrijving": "De uitnodiging voor het examen kwam te laat.",
        "product": "inburgering B1",
        "onderwerpen": "handelen",
        "melder.1.naam": "Selam Tesfay",
        "klager.1.naam": "Ria Postmus",
        "betrokkene.1.naam": "Henk Vos",
    }
    story = Story("tien_voor_taal", date(2026, 4, 13), melding)
    story.then(4, 13, "machtiging_ontvangen", persoon="Ria Postmus", volledig="ja")
    story.then(4, 14, "vertaling_gevraagd").then(4, 16, "ontvangstbevestiging_verzonden")
    story.then(4, 22, "vertaling_ontvangen")
    for ref in ("A1", "A2"):
        velden = {"ref": ref, "omschrijving": "Regelen.", "persoon": "Noor Bakker", "uiterlijk": "20-5-2026"}
        story.then(5, 6, "actiepunt_vastgesteld", **velden)
    story.then(5, 6, "bericht_afhandeling_verzonden")
    story.then(5, 11, "gehoord", persoon="Ria Postmus", verslag="Examen gemist.")
    story.then(5, 11, "afgezien_van_horen", persoon="Henk Vos", grond="verklaard")
    verdaging = {
        "termijn": "oordeel",
        "tot": "12-6-2026",
        "grond": "complexiteit",
        "reden": "Andere instelling.",
    }
    story.then(5, 20, "verdaagd", **verdaging)
    story.judged(6, 9, "gegrond")
    maatregel = {"ref": "M1", "omschrijving": "Adressen controleren.", "persoon": "Noor Bakker"}
    story.then(6, 9, "verbetermaatregel_vastgesteld", **maatregel)
    story.then(6, 15, "tevredenheidscheck", uitkomst="tevreden", kanaal="telefoon")
    story.cause(6, 15, "administratie", oorzaak_toelichting="Oud adres.", oplossing="Nieuw examen.")
    story.then(6, 15, "afgehandeld", oplossing="Nieuw examen.")
    return story.then(9, 3, "verbetermaatregel_geevalueerd", ref="M1", uitkomst="effectief")


def stories() -> list[Story]:
    """Return the two klachten of 2025, and the five stories by their reglementen."""
    return [
        _earlier(date(2025, 2, 3), "mondeling", "Docent een"),
        _earlier(date(2025, 9, 8), "email", "Docent twee"),
        _leefstijlwijzer(),
        _klik_onderwijs(),
        _interactie(),
        _tien_voor_taal(),
        _klassewerk(),
    ]


def make_year(folder: Path) -> tuple[Desk, VasteKlok, list[Story]]:
    """Make a kluis with all reglementen, play the stories in it day by day, and leave it on the last day of 2026."""
    klok = VasteKlok(date(2025, 1, 2))
    keuzes = beschikbare_reglementen()
    desk = create_kluis(
        folder,
        kantoor=keuzes[0].kantoor,
        reglement="interactie",
        gebruikersnaam="Noor Bakker",
        wachtwoord=WACHTWOORD,
        klok=klok,
        kdf=CHEAP,
        naast=[item.sleutel for item in keuzes if item.sleutel != "interactie"],
    )
    bewaren = {"aantal": "2", "eenheid": "jaren", "motivering": "De audit kijkt twee jaar terug."}
    choose_bewaartermijn(desk, bewaren, reglement="tien_voor_taal")
    played = stories()
    for day, story, act in sorted(_acts(played), key=lambda act: act[0]):
        klok.zet(day)
        _play(desk, story, act)
    klok.zet(LAST_DAY)
    return desk, klok, played


def _acts(played: list[Story]) -> Iterator[tuple[date, Story, tuple[date, str, dict[str, str]] | None]]:
    for story in played:
        yield story.dag, story, None
        for voorval in story.voorvallen:
            yield voorval[0], story, voorval


def _play(desk: Desk, story: Story, act: tuple[date, str, dict[str, str]] | None) -> None:
    if act is None:
        waarden: dict[str, Any] = {"ontvangen_op": write_value(story.dag), **story.melding}
        made = register_melding(desk, waarden, draft_id=None, reglement=story.reglement)
        story.dossier_id = made.dossier_id
        return
    day, soort, velden = act
    if soort.startswith("formulier:"):
        formulier = soort.partition(":")[2]
        typed = {**read_formulier(desk, story.dossier_id, formulier).waarden, **velden}
        save_formulier(desk, story.dossier_id, formulier, typed, draft_id=None)
    elif soort == "oordeel":
        freeze_oordeel(desk, story.dossier_id)
        record_gebeurtenis(desk, story.dossier_id, "oordeel_verzonden", write_value(day), {})
    else:
        record_gebeurtenis(desk, story.dossier_id, soort, write_value(day), velden)
