"""From what somebody typed in a PDF to values that a meldingsformulier can hold: cleaned, cut to size, and told."""

from collections.abc import Mapping

from klachtdesk.formulieren import Formulier, Veld, VeldSoort
from klachtdesk.post.tekst import clean

_NAMED = 4
"""So many fields are named in a sentence; of more it says how many."""


def form_values(raw: Mapping[str, str], formulier: Formulier) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the values of a meldingsformulier, and a sentence for each way in which they are not what was typed.

    `formulier` has the choices of the reglement. Fields that the form does not know are passed over.
    """
    waarden: dict[str, str] = {}
    cleaned: list[str] = []
    cut: list[str] = []
    unknown: list[str] = []
    for key, veld in _velden(formulier).items():
        typed = raw.get(key, "")
        text = clean(typed)
        if text != typed.replace("\r\n", "\n").replace("\r", "\n"):
            cleaned.append(f"‘{veld.label}’")
        text = text.strip() if veld.soort is VeldSoort.LANGE_TEKST else " ".join(text.split())
        if veld.keuzes:
            text, strange = _known(veld, text)
            unknown += strange
        if len(text) > veld.max_lengte:
            text = text[: veld.max_lengte].rstrip()
            cut.append(f"‘{veld.label}’")
        if text:
            waarden[key] = text
    told = (
        ("Uit {} zijn tekens weggelaten die geen tekst zijn.", cleaned),
        ("Te lang en daarom ingekort: {}. De hele tekst staat in het formulier zelf.", cut),
        ("Niet in de lijst van dit reglement en daarom weggelaten: {}.", unknown),
    )
    return waarden, tuple(sentence.format(_in_words(names)) for sentence, names in told if names)


def _velden(formulier: Formulier) -> dict[str, Veld]:
    """Return the fields that a klachtenformulier can fill, by raw key; of what repeats the first row."""
    return {
        sectie.raw_key(veld): veld
        for sectie in formulier.secties
        for veld in sectie.velden
        if sectie.sleutel not in {"ontvangst", "voortgang"} or veld.sleutel == "hoedanigheid"
    }


def _known(veld: Veld, text: str) -> tuple[str, list[str]]:
    """Return the keys that are in the list, and the others."""
    keys = {keuze.sleutel for keuze in veld.keuzes}
    chosen = text.split() if veld.soort is VeldSoort.MEERKEUZE else [text] if text else []
    strange = [f"‘{key[:40]}’" for key in chosen if key not in keys]
    return " ".join(key for key in dict.fromkeys(chosen) if key in keys), strange


def _in_words(names: list[str]) -> str:
    if len(names) > _NAMED:
        return f"{len(names)} velden"
    return ", ".join(names)
