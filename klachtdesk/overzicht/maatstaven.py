"""The measures that answer the questions of a quality mark: a closed list, each a count over what klachtdesk knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klachtdesk.overzicht.keurmerk import MAATSTAVEN
from klachtdesk.overzicht.maatstaven_tijd import explained_delay, first_reaction, met_or_late
from klachtdesk.overzicht.zaken import cases, dutch_day, share
from klachtdesk.views.keurmerk import AntwoordView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from klachtdesk.overzicht.assembly import Bron
    from klachtdesk.overzicht.keurmerk import Maatstaf, Vraag
    from klachtdesk.views.overzicht import AanbevelingView, OverzichtView


@dataclass(frozen=True, slots=True)
class Kantoorfeiten:
    """What the office itself did. Each bespreking is its day and the number of dossiers in it.

    Each bekendmaking is for whom it is, where it stands, and when somebody last looked. `ingezien` is how often a
    dossier was looked into, by how many (`lezers`) of the `gebruikers`; `meegenomen` how often something was taken out
    of the kluis. `logboek_heel` tells whether no line of the audit log was altered.
    """

    besprekingen: Sequence[tuple[date, int]] = ()
    bekendmakingen: Sequence[tuple[str, str, date | None]] = ()
    aanbevelingen: Sequence[AanbevelingView] = ()
    gebruikers: int = 0
    lezers: int = 0
    ingezien: int = 0
    meegenomen: int = 0
    logboek_heel: bool = True


@dataclass(frozen=True, slots=True)
class Bewijsbron:
    """What the answers are made from: the records, the overview over them, and what the office did."""

    bron: Bron
    overzicht: OverzichtView
    kantoor: Kantoorfeiten


def answer(bewijs: Bewijsbron, vraag: Vraag) -> AntwoordView:
    """Return what klachtdesk can show for a question."""
    return _MAATSTAVEN[vraag.maatstaf](bewijs, vraag)


def _registered(bewijs: Bewijsbron, _vraag: Vraag) -> AntwoordView:
    voorraad = bewijs.overzicht.voorraad[0]
    beeld = bewijs.bron.beelden[0]
    rows = []
    for geval in sorted(beeld.gevallen, key=lambda item: (item.record.jaar, item.record.volgnummer)):
        record, dicht = geval.record, geval.stroom.dicht
        kept = "alleen cijfers" if record.nummer in bewijs.bron.bewaard else "dossier"
        rows.append((record.nummer, dutch_day(record.binnen), dutch_day(dicht.dag if dicht else None), kept))
    return AntwoordView(
        cijfers=(
            ("Liep aan het begin", voorraad.begin.tekst),
            ("Binnengekomen", voorraad.binnengekomen.tekst),
            ("Afgesloten", voorraad.afgesloten.tekst),
            ("Liep aan het eind", voorraad.eind.tekst),
        ),
        zaken=cases(("Kenmerk", "Binnen", "Afgesloten", "Wat is bewaard"), rows),
    )


def _ended(bewijs: Bewijsbron, _vraag: Vraag) -> AntwoordView:
    return AntwoordView(cijfers=(*_rows(bewijs, "afsluiting"), *_rows(bewijs, "uitkomst", "Oordeel: ")))


def _satisfied(bewijs: Bewijsbron, _vraag: Vraag) -> AntwoordView:
    counts = {rij.sleutel: rij.cellen[0].aantal or 0 for rij in bewijs.overzicht.tabel("tevredenheid").rijen}
    good, bad = counts.get("tevreden", 0), counts.get("niet_tevreden", 0)
    return AntwoordView(
        share("Tevreden, van wie het bekend is", good, bad), _rows(bewijs, "tevredenheid", zeros=True)
    )


def _outside(bewijs: Bewijsbron, _vraag: Vraag) -> AntwoordView:
    tables = {tabel.sleutel for tabel in bewijs.overzicht.tabellen}
    names = {"doorverwezen": "Gewezen op: ", "beroep": "Beroep bij: ", "beroep_uitkomst": "Uitspraak: "}
    found = [
        pair for tabel, words in names.items() if tabel in tables for pair in _rows(bewijs, tabel, words)
    ]
    nothing = "In deze periode stapte niemand naar een instantie buiten het kantoor."
    return AntwoordView((nothing,)) if not found else AntwoordView(cijfers=tuple(found))


def _measures(bewijs: Bewijsbron, _vraag: Vraag) -> AntwoordView:
    periode = bewijs.bron.beelden[0].periode
    rows = []
    for record in sorted(bewijs.bron.records, key=lambda item: (item.jaar, item.volgnummer)):
        for item in record.maatregelen:
            days = (item.besloten, item.uitgevoerd, item.geevalueerd)
            if any(map(periode.holds, days)):
                known = [day if day is not None and day <= periode.peil else None for day in days]
                effect = _EFFECT.get(item.uitkomst, "") if known[-1] else ""
                rows.append((record.nummer, item.soort.capitalize(), *map(dutch_day, known), effect))
    koppen = ("Kenmerk", "Soort", "Besloten", "Uitgevoerd", "Geëvalueerd", "Effectief")
    return AntwoordView(
        cijfers=(*_rows(bewijs, "maatregel"), *_rows(bewijs, "maatregel_uitkomst", "Evaluatie: ")),
        zaken=cases(koppen, rows),
    )


def _discussed(bewijs: Bewijsbron, _vraag: Vraag) -> AntwoordView:
    kantoor = bewijs.kantoor
    adopted = [item for item in kantoor.aanbevelingen if item.besluit == "overgenomen"]
    done = sum(item.uitgevoerd_op is not None for item in adopted)
    return AntwoordView(
        cijfers=(
            ("Besprekingen in deze periode", str(len(kantoor.besprekingen))),
            ("Aanbevelingen bij deze periode", str(len(kantoor.aanbevelingen))),
            ("Daarvan overgenomen", str(len(adopted))),
            ("Daarvan al uitgevoerd", str(done)),
        ),
        zaken=cases(
            ("Bespreking", "Besproken dossiers"),
            ((dutch_day(day), str(number)) for day, number in kantoor.besprekingen),
        ),
    )


def _announced(bewijs: Bewijsbron, _vraag: Vraag) -> AntwoordView:
    places = bewijs.kantoor.bekendmakingen
    if not places:
        words = "In klachtdesk is niet vastgelegd waar de klachtenregeling bekend is gemaakt."
        return AntwoordView((words,))
    rows = tuple((who, where, dutch_day(day) or "nog niet") for who, where, day in places)
    return AntwoordView(
        cijfers=(("Plaatsen", str(len(places))),), zaken=cases(("Voor wie", "Waar", "Nagekeken op"), rows)
    )


def _confidential(bewijs: Bewijsbron, _vraag: Vraag) -> AntwoordView:
    kantoor = bewijs.kantoor
    return AntwoordView(
        (
            "De dossiers staan in een versleuteld bestand. Wie erbij kan, heeft een eigen wachtwoord.",
            "Elke keer dat iemand een dossier inziet of er iets uit meeneemt, komt in het logboek. Dat logboek "
            + (
                "is onafgebroken: geen regel is gewijzigd."
                if kantoor.logboek_heel
                else "is NIET onafgebroken."
            ),
            "Dit document noemt geen personen; een zaak heeft alleen haar kenmerk.",
        ),
        (
            ("Mensen met een wachtwoord, nu", str(kantoor.gebruikers)),
            ("Keren dat een dossier is ingezien", str(kantoor.ingezien)),
            ("Door hoeveel van hen", str(kantoor.lezers)),
            ("Keren dat iets uit de kluis is meegenomen", str(kantoor.meegenomen)),
        ),
    )


def _elsewhere(_bewijs: Bewijsbron, _vraag: Vraag) -> AntwoordView:
    return AntwoordView(("Hiervan heeft klachtdesk geen cijfers.",))


def _reaction(bewijs: Bewijsbron, vraag: Vraag) -> AntwoordView:
    if vraag.dagen is None:
        raise ValueError("a question about the first reaction says within how many days")
    return first_reaction(bewijs.bron, vraag.dagen)


def _rows(
    bewijs: Bewijsbron, sleutel: str, before: str = "", *, zeros: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return the rows of a table of the overview in this period; those of nothing only with `zeros`."""
    rijen = bewijs.overzicht.tabel(sleutel).rijen
    return tuple(
        (f"{before}{rij.label}", rij.cellen[0].tekst) for rij in rijen if zeros or rij.cellen[0].aantal != 0
    )


_EFFECT = {"effectief": "ja", "deels": "deels", "niet": "nee"}

_MAATSTAVEN: Mapping[Maatstaf, Callable[[Bewijsbron, Vraag], AntwoordView]] = {
    "eerste_reactie": _reaction,
    "termijnen": lambda bewijs, _vraag: met_or_late(bewijs.bron),
    "verdaging": lambda bewijs, _vraag: explained_delay(bewijs.bron),
    "registratie": _registered,
    "afloop": _ended,
    "tevredenheid": _satisfied,
    "buiten_het_kantoor": _outside,
    "maatregelen": _measures,
    "bespreking": _discussed,
    "bekendmaking": _announced,
    "vertrouwelijk": _confidential,
    "elders": _elsewhere,
}
if set(_MAATSTAVEN) != set(MAATSTAVEN):
    raise AssertionError("each measure has exactly one way of counting")
