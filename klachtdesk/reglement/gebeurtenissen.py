"""The closed vocabulary of gebeurtenissen: what can happen in a dossier, and what is recorded with each.

Every reglement composes these kinds; none can add one. Labels are for the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

VeldSoort = Literal[
    "ref", "keuze", "persoon", "personen", "tekst", "document", "datum",
    "bedrag", "termijn", "gronden", "instantie", "gebeurtenis", "stap",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class GebeurtenisVeld:
    """One thing that is recorded with a gebeurtenis.

    `keuzes` are its choices where the vocabulary fixes them; a `keuze` without them (kanaal) takes its
    choices from the forms, and `gronden`, `instantie`, `stap` and `termijn` take theirs from the reglement.
    """

    sleutel: str
    label: str
    soort: VeldSoort
    keuzes: tuple[str, ...] = ()
    verplicht: bool = True


@dataclass(frozen=True, slots=True)
class GebeurtenisSoort:
    """A kind of gebeurtenis: its key, its Dutch label for the screen and its fields."""

    sleutel: str
    label: str
    velden: tuple[GebeurtenisVeld, ...] = ()

    def veld(self, sleutel: str) -> GebeurtenisVeld | None:
        """Return the field with this key, or None when this kind has no such field."""
        return next((veld for veld in self.velden if veld.sleutel == sleutel), None)


_LABELS: Final = {
    "aanleiding": "Aanleiding",
    "aard": "Aard van de maatregel",
    "bedrag": "Bedrag",
    "besluit": "Besluit",
    "bevestiging_gewenst": "Schriftelijke bevestiging gewenst",
    "bewaren_tot": "Bewaren tot en met",
    "bindend": "Bindend",
    "document": "Document",
    "door": "Door",
    "grond": "Grond",
    "gronden": "Gronden",
    "instantie": "Instantie",
    "kanaal": "Kanaal",
    "maatregel_gewenst": "Structurele oplossing of preventieve maatregel gewenst",
    "motivering": "Motivering",
    "omschrijving": "Omschrijving",
    "oplossing": "Oplossing",
    "overeenstemming": "Overeenstemming met de klager",
    "personen": "Personen",
    "persoon": "Persoon",
    "reden": "Reden",
    "ref": "Kenmerk",
    "stap": "Laat deze stap toe",
    "tekst": "Tekst",
    "termijn": "Termijn",
    "toelichting": "Toelichting",
    "tot": "Nieuwe einddatum",
    "tussenkomst": "Met tussenkomst van de klachtenfunctionaris",
    "uiterlijk": "Uiterlijk",
    "uitgevoerd": "Uitgevoerd",
    "uitkomst": "Uitkomst",
    "velden": "Wat ontbreekt",
    "verslag": "Verslag",
    "vervangt": "Vervangt",
    "volledig": "Volledig",
    "wanneer": "Wanneer",
    "wijze": "Wijze",
}


def _veld(notation: str) -> GebeurtenisVeld:
    """Read "naam:soort", "naam:keuze|keuze" or "ref"; a closing "?" means that it may be left out."""
    sleutel, _, kind = notation.removesuffix("?").partition(":")
    keuzes = tuple(kind.split("|")) if "|" in kind else ()
    soort = "keuze" if keuzes else kind or "ref"
    return GebeurtenisVeld(
        sleutel, _LABELS[sleutel], cast("VeldSoort", soort), keuzes, verplicht=not notation.endswith("?")
    )


def _soort(sleutel: str, label: str, velden: str = "") -> GebeurtenisSoort:
    parsed = tuple(_veld(notation.strip()) for notation in velden.split(";") if notation.strip())
    return GebeurtenisSoort(sleutel, label, parsed)


_UITSPRAAK: Final = "gegrond|deels_gegrond|ongegrond|niet_ontvankelijk"

_VOCABULARY: Final = (
    _soort("melding_ontvangen", "Melding ontvangen", "kanaal:keuze"),
    _soort("informele_fase_gestart", "Informele fase gestart", "persoon:persoon"),
    _soort(
        "informele_fase_beeindigd",
        "Informele fase beëindigd",
        "uitkomst:opgelost|niet_opgelost; verslag:tekst?",
    ),
    _soort("ingediend", "Klacht ingediend"),
    _soort("ontvangen", "Klacht ontvangen", "kanaal:keuze"),
    _soort("folder_verstrekt", "Folder verstrekt", "document:document?"),
    _soort(
        "machtiging_ontvangen",
        "Machtiging ontvangen",
        "persoon:persoon; volledig:ja|nee; document:document?",
    ),
    _soort("machtiging_ingetrokken", "Machtiging ingetrokken"),
    _soort("direct_opgelost", "Direct opgelost", "oplossing:tekst"),
    _soort("doorgezonden", "Klacht doorgezonden", "persoon:persoon"),
    _soort("verantwoordelijke_bereikt", "Verantwoordelijke bereikt", "persoon:persoon"),
    _soort("toegewezen", "Behandelaar toegewezen", "persoon:persoon; door:persoon"),
    _soort("terugbelverzoek", "Terugbelverzoek", "wanneer:tekst?"),
    _soort(
        "contact_klager",
        "Contact met de klager",
        "persoon:persoon; kanaal:keuze; uitkomst:meer_informatie|opgelost|niet_opgelost|niet_bereikt?; "
        "bevestiging_gewenst:ja|nee?; verslag:tekst",
    ),
    _soort("bevestiging_afspraken_verzonden", "Bevestiging van de afspraken verzonden", "document:document"),
    _soort("schriftelijke_indiening_gevraagd", "Schriftelijke indiening gevraagd", "document:document"),
    _soort("ontvangstbevestiging_verzonden", "Ontvangstbevestiging verzonden", "document:document"),
    _soort("aanvulling_gevraagd", "Aanvulling gevraagd", "velden:tekst; document:document"),
    _soort("aanvulling_ontvangen", "Aanvulling ontvangen"),
    _soort("vertaling_gevraagd", "Vertaling gevraagd", "document:document"),
    _soort("vertaling_ontvangen", "Vertaling ontvangen"),
    _soort(
        "niet_in_behandeling",
        "Niet in behandeling genomen",
        "gronden:gronden; document:document; toelichting:tekst?; door:persoon?",
    ),
    _soort("alsnog_in_behandeling", "Alsnog in behandeling genomen", "reden:tekst"),
    _soort("bericht_afhandeling_verzonden", "Bericht over de afhandeling verzonden", "document:document"),
    _soort("betrokkene_ingelicht", "Betrokkene ingelicht", "persoon:persoon; document:document?"),
    _soort("mededeling_betrokkene", "Mededeling van de betrokkene", "persoon:persoon; verslag:tekst"),
    _soort("overleg", "Overleg gevoerd", "persoon:persoon; verslag:tekst"),
    _soort("uitgenodigd_horen", "Uitgenodigd voor het horen", "persoon:persoon; document:document"),
    _soort("gehoord", "Gehoord", "persoon:persoon; verslag:tekst"),
    _soort("afgezien_van_horen", "Afgezien van horen", "persoon:persoon; grond:gronden"),
    _soort(
        "actiepunt_vastgesteld",
        "Actiepunt vastgesteld",
        "ref; omschrijving:tekst; persoon:persoon; uiterlijk:datum",
    ),
    _soort("actiepunt_gereed", "Actiepunt gereed", "ref"),
    _soort("oplossing_voorgesteld", "Oplossing voorgesteld", "oplossing:tekst"),
    _soort(
        "oplossingspoging",
        "Poging tot een oplossing",
        "uitkomst:opgelost|niet_opgelost; tussenkomst:ja|nee; verslag:tekst?",
    ),
    _soort(
        "verdaagd",
        "Termijn verdaagd",
        "termijn:termijn; tot:datum; reden:tekst; grond:gronden?; document:document",
    ),
    _soort("reactie_verzonden", "Reactie verzonden", "document:document"),
    _soort("reactie_ontvangen", "Reactie door de klager ontvangen"),
    _soort("tussenbericht_verzonden", "Tussenbericht verzonden", "document:document"),
    _soort("correspondentie_ontvangen", "Brief of e-mail ontvangen", "persoon:persoon; document:document"),
    _soort("notitie", "Notitie", "tekst:tekst"),
    _soort("werkoverleg", "Besproken in het werkoverleg", "verslag:tekst?"),
    _soort("oordeel_vastgesteld", "Oordeel vastgesteld", "document:document"),
    _soort("oordeel_verzonden", "Oordeel verzonden aan de klager", "document:document"),
    _soort(
        "oordeel_verzonden_betrokkene",
        "Oordeel verzonden aan de betrokkene",
        "persoon:persoon; document:document",
    ),
    _soort("consequenties_vastgesteld", "Consequentie vastgesteld", "ref; omschrijving:tekst"),
    _soort("consequenties_afgehandeld", "Consequentie afgehandeld", "ref"),
    _soort("ondertekening_gevraagd", "Ondertekening gevraagd", "persoon:persoon; document:document"),
    _soort(
        "oordeel_ondertekend",
        "Oordeel ondertekend",
        "persoon:persoon; wijze:certificaat|scherm|papier; document:document",
    ),
    _soort("ondertekening_geweigerd", "Ondertekening geweigerd", "persoon:persoon; reden:tekst"),
    _soort("ondertekening_ingetrokken", "Ondertekening ingetrokken", "reden:tekst"),
    _soort(
        "tevredenheidscheck",
        "Tevredenheidscontrole",
        "uitkomst:tevreden|niet_tevreden|geen_reactie; kanaal:keuze",
    ),
    _soort("tevredenheid_bevestigd", "Tevredenheid schriftelijk bevestigd", "document:document?"),
    _soort(
        "verbetermaatregel_vastgesteld",
        "Verbetermaatregel vastgesteld",
        "ref; omschrijving:tekst; persoon:persoon; aard:training|anders?",
    ),
    _soort(
        "verbetermaatregel_geevalueerd",
        "Verbetermaatregel geëvalueerd",
        "ref; uitkomst:effectief|deels|niet; uitgevoerd:ja|nee?",
    ),
    _soort(
        "afgehandeld",
        "Klacht afgehandeld",
        "oplossing:tekst; overeenstemming:ja|nee?; maatregel_gewenst:ja|nee?",
    ),
    _soort("heropend", "Dossier heropend", "reden:tekst"),
    _soort("ingetrokken", "Klacht ingetrokken", "reden:tekst?"),
    _soort("bezwaar_ontvangen", "Bezwaar ontvangen", "kanaal:keuze; document:document?"),
    _soort(
        "bezwaar_commissie_benoemd",
        "Bezwaarcommissie benoemd",
        "personen:personen; door:persoon; motivering:tekst?",
    ),
    _soort(
        "bezwaar_toelichting_uitgenodigd",
        "Uitgenodigd om het bezwaar toe te lichten",
        "document:document",
    ),
    _soort("bezwaar_toelichting_gehouden", "Bezwaar toegelicht", "verslag:tekst"),
    _soort("bezwaar_ingetrokken", "Bezwaar ingetrokken", "reden:tekst"),
    _soort(
        "bezwaar_uitspraak_verzonden",
        "Uitspraak op het bezwaar verzonden",
        f"document:document; uitkomst:{_UITSPRAAK}?",
    ),
    _soort("doorverwezen", "Doorverwezen", "instantie:instantie; document:document"),
    _soort(
        "beroep_ingesteld",
        "Beroep ingesteld",
        "instantie:instantie; aanleiding:niet_tevreden|bemiddeling?",
    ),
    _soort("beroep_ingetrokken", "Beroep ingetrokken"),
    _soort(
        "beroep_uitspraak",
        "Uitspraak in beroep",
        f"instantie:instantie; bindend:ja|nee; document:document?; uitkomst:{_UITSPRAAK}?",
    ),
    _soort("uitspraak_uitgevoerd", "Uitspraak uitgevoerd"),
    _soort("financiele_vergoeding_gevraagd", "Financiële vergoeding gevraagd", "bedrag:bedrag?"),
    _soort("verzekeraar_ingelicht", "Verzekeraar ingelicht", "document:document"),
    _soort(
        "besluit_directie",
        "Besluit van de directie",
        "besluit:tekst; motivering:tekst; bewaren_tot:datum?; stap:stap?",
    ),
    _soort("besproken", "Besproken in de jaarlijkse bespreking", "verslag:tekst"),
    _soort("bewaren_opgeschort", "Vernietiging opgeschort", "reden:tekst"),
    _soort("bewaren_hervat", "Opschorting beëindigd", "reden:tekst"),
    _soort("vernietigd", "Dossier vernietigd"),
    _soort("correctie", "Correctie", "vervangt:gebeurtenis; reden:tekst"),
)

SOORTEN: Final[Mapping[str, GebeurtenisSoort]] = MappingProxyType(
    {soort.sleutel: soort for soort in _VOCABULARY}
)

# What closes a dossier. The first three close a ronde for the termijnen as well; not admitting a klacht
# does so only where the reglement says it, but it does start the bewaartermijn.
AFSLUITEND: Final = ("afgehandeld", "ingetrokken", "direct_opgelost")
BEEINDIGEND: Final = (*AFSLUITEND, "niet_in_behandeling")

# What can be opened and closed one by one, told apart by its ref: kind that opens -> kind that closes.
# An actiepunt is not among them: its last day is agreed on with it and follows from no reglement.
REF_PAREN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "consequenties_vastgesteld": "consequenties_afgehandeld",
        "verbetermaatregel_vastgesteld": "verbetermaatregel_geevalueerd",
    }
)
REF_SOORTEN: Final = frozenset({*REF_PAREN.keys(), *REF_PAREN.values()})

# What can happen before the klacht is received, or without one being received at all.
VOOR_ONTVANGST: Final = frozenset(
    {
        "melding_ontvangen",
        "ingediend",
        "informele_fase_gestart",
        "informele_fase_beeindigd",
        "folder_verstrekt",
        "contact_klager",
        "notitie",
        *AFSLUITEND,
    }
)
