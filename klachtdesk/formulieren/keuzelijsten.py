"""What was chosen from the lists of a reglement, when another one with other lists comes in its place."""

from collections.abc import Iterator, Mapping

from klachtdesk.formulieren.lezen import row_numbers
from klachtdesk.formulieren.velden import Formulier, Veld


def split_keuzes(formulier: Formulier, raw: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the raw values that this form can hold, and apart from them the choices that are not in its lists."""
    fits, rest = dict(raw), {}
    for key, veld in _listed(formulier, dict(raw)):
        known = {keuze.sleutel for keuze in veld.keuzes}
        chosen = raw.get(key, "").split()
        kept = [sleutel for sleutel in chosen if sleutel in known]
        left = [sleutel for sleutel in chosen if sleutel not in known]
        if left:
            rest[key] = " ".join(left)
            fits[key] = " ".join(kept)
    return {key: text for key, text in fits.items() if text}, rest


def _listed(formulier: Formulier, raw: dict[str, str]) -> Iterator[tuple[str, Veld]]:
    """Yield the fields with a list that the reglement supplies, by the raw keys under which they are filled in."""
    for sectie in formulier.secties:
        for veld in sectie.velden:
            if veld.keuzes_uit is not None:
                for nummer in row_numbers(sectie, raw):
                    yield sectie.raw_key(veld, nummer), veld
