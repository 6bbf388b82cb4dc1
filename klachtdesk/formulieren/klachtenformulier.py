"""The klachtenformulier: what a klager fills in, in the klager's words.

Its keys are those of the meldingsformulier, so that a form that comes back is a melding that is filled in already.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from klachtdesk.formulieren.catalogus import PERSOON_VELDEN
from klachtdesk.formulieren.velden import Formulier, Keuze, Sectie, Veld, VeldSoort

_S = VeldSoort

MACHTIGING = "machtiging"
"""The section that only a reglement which knows a machtiging has on its form."""

_DATE = "Dag, maand en jaar, bijvoorbeeld 12-3-2026."

KLACHTENFORMULIER = Formulier(
    "klachtenformulier",
    "Klachtenformulier",
    "Vul dit formulier in op uw computer of met een pen. Wat u niet weet, mag u openlaten.",
    (
        Sectie("melder", "Wie bent u?", PERSOON_VELDEN, rij="melder", enkelvoud="melder"),
        Sectie("hoedanigheid", "", (Veld("hoedanigheid", "U bent", _S.KEUZE, keuzes_uit="hoedanigheden"),)),
        Sectie(
            "klacht",
            "Waar gaat uw klacht over?",
            (
                Veld("product", "Training, product of dienst"),
                Veld("datum_gebeurtenis", "Wanneer gebeurde het?", _S.DATUM, hulp=_DATE),
                Veld("overeenkomst", "Nummer van de overeenkomst", hulp="Als u dat weet."),
                Veld("overeenkomst_op", "Datum van de overeenkomst", _S.DATUM, hulp=_DATE),
                Veld(
                    "onderwerpen",
                    "Onderwerp",
                    _S.MEERKEUZE,
                    keuzes_uit="onderwerpen",
                    hulp="U mag er meer dan één aankruisen.",
                ),
            ),
        ),
        Sectie(
            "betrokkene",
            "Over wie gaat uw klacht?",
            (Veld("naam", "Naam"), Veld("functie", "Functie")),
            rij="betrokkene",
            enkelvoud="betrokkene",
            hulp="Alleen als uw klacht over een persoon gaat.",
        ),
        Sectie(
            "verhaal",
            "Wat is uw klacht?",
            (
                Veld("omschrijving", "Wat is er gebeurd?", _S.LANGE_TEKST),
                Veld("motivering", "Waarom vindt u dat niet goed?", _S.LANGE_TEKST),
                Veld("wens", "Wat wilt u dat wij doen?", _S.LANGE_TEKST),
            ),
            hulp="Past het niet? Schrijf verder op een bijlage en stuur die mee.",
        ),
        Sectie(
            MACHTIGING,
            "Machtiging: handelt iemand anders deze klacht namens u af?",
            tuple(veld for veld in PERSOON_VELDEN if veld.sleutel not in {"organisatie", "functie"}),
            rij="klager",
            enkelvoud="gemachtigde",
        ),
        Sectie(
            "machtiging_inhoud",
            "",
            (
                Veld("machtiging_voor", "Waarvoor geldt de machtiging?", _S.LANGE_TEKST),
                Veld("machtiging_op", "Datum van de machtiging", _S.DATUM, hulp=_DATE),
            ),
        ),
        Sectie(
            "indiening",
            "Ondertekening",
            (
                Veld("hulp", "Wie hielp u met invullen?", hulp="Alleen als iemand u hielp."),
                Veld(
                    "taal", "In welke taal is dit ingevuld?", hulp="Alleen als het niet in het Nederlands is."
                ),
                Veld("dagtekening", "Datum", _S.DATUM, hulp=_DATE),
            ),
        ),
    ),
)
"""Every part that a reglement can ask for (10 voor Taal 1.2, Klik Onderwijs formeel 2)."""

Wanted = Iterable[tuple[str, ...]]
"""What a reglement wants filled in: keys as it writes them, of each tuple any one."""


def klachtenformulier_for(lijsten: Mapping[str, tuple[Keuze, ...]], *, machtiging: bool) -> Formulier:
    """Return the form with the choices of a reglement.

    A question without choices is left out, and so is the machtiging where the reglement knows none.
    """
    filled = KLACHTENFORMULIER.with_keuzes(dict(lijsten))
    secties = (
        replace(sectie, velden=tuple(veld for veld in sectie.velden if veld.keuzes or not veld.keuzes_uit))
        for sectie in filled.secties
        if machtiging or not sectie.sleutel.startswith(MACHTIGING)
    )
    return replace(filled, secties=tuple(sectie for sectie in secties if sectie.velden))


def raw_keys(formulier: Formulier) -> frozenset[str]:
    """Return the raw keys that can be filled in on a form, each row once."""
    return frozenset(sectie.raw_key(veld) for sectie in formulier.secties for veld in sectie.velden)


def marked_keys(formulier: Formulier, wanted: Wanted) -> frozenset[str]:
    """Return the raw keys that are marked as needed; what is wanted of the klager is asked of the melder."""
    keys = {_asked_as(key) for keys in wanted for key in keys}
    return frozenset(keys & raw_keys(formulier))


def missing_keys(formulier: Formulier, wanted: Wanted, waarden: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a reglement wants and the form lacks, as the reglement writes it.

    What the form does not ask (such as the day of receipt) is not missing from it. A machtiging that was begun needs
    the name of who gets it and its date.
    """
    askable = raw_keys(formulier)
    missing: dict[str, str] = {}
    for keys in wanted:
        asked = [key for key in keys if _asked_as(key) in askable]
        if asked and not any(_filled(key, waarden) for key in asked):
            missing.setdefault(_asked_as(asked[0]), asked[0])
    if begins_machtiging(waarden) and MACHTIGING in {sectie.sleutel for sectie in formulier.secties}:
        needed = ("klager.naam", "machtiging_op")
        missing |= {key: key for key in needed if not waarden.get(_raw(key), "").strip()}
    return tuple(dict.fromkeys(missing.values()))


def begins_machtiging(waarden: Mapping[str, str]) -> bool:
    """Tell whether somebody else is authorised, if only in part."""
    return any(text.strip() for key, text in waarden.items() if key.startswith(("klager.", f"{MACHTIGING}_")))


def _asked_as(key: str) -> str:
    """Return the raw key under which the form asks for this: the melder is the klager while nobody else is named."""
    return _raw(key.replace("klager.", "melder.", 1) if key.startswith("klager.") else key)


def _raw(key: str) -> str:
    row, dot, veld = key.partition(".")
    return f"{row}.1.{veld}" if dot else row


def _filled(key: str, waarden: Mapping[str, str]) -> bool:
    return any(waarden.get(raw, "").strip() for raw in (_raw(key), _asked_as(key)))
