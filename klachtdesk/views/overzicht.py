"""The overview of the klachten of a period, as report, spreadsheet and screen show it: figures that name nobody."""

from dataclasses import dataclass
from datetime import date

from klachtdesk.formulieren import Keuze


@dataclass(frozen=True, slots=True)
class Over:
    """Which overview something belongs to: its period, both days included, and the reglement (empty for all)."""

    van: date
    tot: date
    reglement: str = ""


@dataclass(frozen=True, slots=True)
class Cel:
    """A count; `aantal` is None where a copy for outside may not show it, and `tekst` is what stands there instead."""

    aantal: int | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Maat:
    """A percentage (0 to 100) or a number of calendar days; None where there is none, or where it may not be shown."""

    waarde: float | None
    tekst: str


@dataclass(frozen=True, slots=True)
class PeriodeView:
    """A period of the overview, both ends included; `heeft_gegevens` is False before the office kept its klachten.

    `in_een_zin` is how a sentence takes it up: "in 2026", "van 3 maart tot en met 17 april 2026".
    """

    van: date
    tot: date
    label: str
    in_een_zin: str
    heeft_gegevens: bool


@dataclass(frozen=True, slots=True)
class OverzichtKeuze:
    """What an overview can be about, and the period to begin with. `reglementen` is empty for an office with one."""

    perioden: tuple[PeriodeView, ...]
    begin: PeriodeView
    reglementen: tuple[Keuze, ...]


@dataclass(frozen=True, slots=True)
class VoorraadView:
    """What was open, came in and was closed in a period: begin + binnengekomen - afgesloten = eind."""

    begin: Cel
    binnengekomen: Cel
    afgesloten: Cel
    eind: Cel


@dataclass(frozen=True, slots=True)
class RijView:
    """A row of a table: a count for each period (this one first), and its share of the total of that period.

    `cumulatief` is the share of this row and those above it, in this period; only in a table that is a Pareto.
    """

    sleutel: str
    label: str
    cellen: tuple[Cel, ...]
    aandelen: tuple[Maat, ...]
    cumulatief: Maat | None = None


@dataclass(frozen=True, slots=True)
class TabelView:
    """A table with a column for each period.

    `soort` is `verdeling` (the rows add up to the total), `overlap` (what has two is in two rows, and once in the
    total) or `los` (the rows have nothing to do with each other, and there is no total). `eenheid` is what is
    counted, in the plural. `vorm` is how it draws best: `staaf`, `pareto`, `maanden`.
    """

    sleutel: str
    titel: str
    toelichting: str
    eenheid: str
    soort: str
    vorm: str
    rijen: tuple[RijView, ...]
    totaal: tuple[Cel, ...] | None


@dataclass(frozen=True, slots=True)
class TermijnCijfers:
    """What became of a termijn in a period.

    `afgelopen` = gehaald + te_laat + vervallen. `verdaagd` counts those of `afgelopen` that were extended; `loopt`
    those that still ran on the last day. `op_tijd` is the percentage of gehaald in gehaald + te_laat; `mediaan` and
    `p90` are calendar days from the start to the day on which it was met.
    """

    afgelopen: Cel
    gehaald: Cel
    te_laat: Cel
    vervallen: Cel
    verdaagd: Cel
    loopt: Cel
    op_tijd: Maat
    mediaan: Maat
    p90: Maat


@dataclass(frozen=True, slots=True)
class TermijnRij:
    """A termijn of a reglement; `norm` is its length in words, `perioden` holds the figures, this period first."""

    sleutel: str
    label: str
    reglement: str
    artikel: str
    norm: str
    perioden: tuple[TermijnCijfers, ...]


@dataclass(frozen=True, slots=True)
class DuurView:
    """The calendar days from coming in to closing, of what was closed in a period."""

    aantal: Cel
    mediaan: Maat
    p90: Maat


@dataclass(frozen=True, slots=True)
class AanbevelingView:
    """Something to change, from the overview of a period; a maatregel once it was adopted.

    `soort` is `voorkoming` or `verbetering`; `besluit` `overgenomen`, `niet_overgenomen` or empty; `uitkomst`
    `effectief`, `deels`, `niet` or empty. `eigenaar` is empty in a copy for outside.
    """

    id: int
    van: date
    tot: date
    reglement: str
    soort: str
    soort_label: str
    tekst: str
    bespreking_id: int | None
    besluit: str
    besluit_label: str
    eigenaar: str
    uiterlijk: date | None
    uitgevoerd_op: date | None
    uitkomst: str
    uitkomst_label: str
    geevalueerd_op: date | None
    te_laat: bool
    """Adopted, not carried out, and its last day is past."""


@dataclass(frozen=True, slots=True)
class ConclusiesView:
    """What was written with an overview: its analysis and aanbevelingen, and those of the year before."""

    analyse: str
    aanbevelingen: tuple[AanbevelingView, ...]
    eerdere: tuple[AanbevelingView, ...]


@dataclass(frozen=True, slots=True)
class OverzichtView:
    """The whole overview. `perioden` are this period and the same one in the two years before it.

    `reglement` is the name of the reglement it is about, empty for all of the office. With `publiek` counts below
    `drempel` are not shown. `peildatum` is the day up to which it knows what happened. `dossiers` is on how many
    dossiers the figures of this period rest, `bewaard` how many of those are kept as figures only.
    """

    titel: str
    kantoor: str
    reglement: str
    publiek: bool
    drempel: int
    peildatum: date
    perioden: tuple[PeriodeView, ...]
    voorraad: tuple[VoorraadView, ...]
    tabellen: tuple[TabelView, ...]
    termijnen: tuple[TermijnRij, ...]
    doorlooptijd: tuple[DuurView, ...]
    opmerkingen: tuple[str, ...]
    dossiers: Cel
    bewaard: Cel
    analyse: str = ""
    aanbevelingen: tuple[AanbevelingView, ...] = ()
    eerdere_aanbevelingen: tuple[AanbevelingView, ...] = ()
    """Those of the year before this period: what became of them, and whether they worked."""

    def tabel(self, sleutel: str) -> TabelView:
        """Return a table by its key; raises KeyError when the overview has none."""
        for tabel in self.tabellen:
            if tabel.sleutel == sleutel:
                return tabel
        raise KeyError(sleutel)


@dataclass(frozen=True, slots=True)
class AchterGetal:
    """A dossier behind a number; `dossier_id` is None for one of which only the figures are kept."""

    dossier_id: int | None
    nummer: str
    reglement: str
    binnengekomen_op: date
    afgesloten_op: date | None


@dataclass(frozen=True, slots=True)
class ProductView:
    """A training, product or dienst that figures may name, how it is typed as well, and in how many dossiers."""

    id: int
    naam: str
    ook_wel: tuple[str, ...]
    dossiers: int


@dataclass(frozen=True, slots=True)
class GetyptProduct:
    """What was typed on forms and is not on the list, as it was typed most, and in how many dossiers."""

    naam: str
    dossiers: int


@dataclass(frozen=True, slots=True)
class ProductenView:
    """The list of the office by name, and beside it what was typed, the most frequent first."""

    producten: tuple[ProductView, ...]
    getypt: tuple[GetyptProduct, ...]


@dataclass(frozen=True, slots=True)
class WerkoverlegRegel:
    """An open klacht on the list for the werkoverleg: what the meeting needs to talk about it, and nobody's name.

    `actiepunten` are its open actiepunten, the first due first.
    """

    dossier_id: int
    nummer: str
    reglement: str
    onderwerpen: tuple[str, ...]
    binnengekomen_op: date | None
    status: str
    fase: str
    """The part of the procedure that it waits for."""
    aan_zet: str
    termijn: str
    uiterlijk: date | None
    te_laat: bool
    actiepunten: tuple["ActiepuntRegel", ...]


@dataclass(frozen=True, slots=True)
class ActiepuntRegel:
    """An open actiepunt: what, by whom, and its last day."""

    omschrijving: str
    wie: str
    uiterlijk: date
    te_laat: bool


@dataclass(frozen=True, slots=True)
class WerkoverlegView:
    """The list for the werkoverleg, the most urgent first."""

    datum: date
    kantoor: str
    regels: tuple[WerkoverlegRegel, ...]
