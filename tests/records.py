"""Records of figures put together by hand, and what their keys are called in the reglementen that we ship."""

from datetime import date
from itertools import count
from typing import Any

from procedures import reglement

from klachtdesk.overzicht.cijferrecord import Cijferrecord
from klachtdesk.overzicht.labels import Labels, Pairs, Versie

_NUMMERS = count(1)


def record(**velden: Any) -> Cijferrecord:
    """Return a record of a dossier of 10 voor Taal that came in on 1 March 2026, with these fields instead."""
    values: dict[str, Any] = {
        "jaar": 2026,
        "volgnummer": next(_NUMMERS),
        "reglement": "tien_voor_taal",
        "versie": 1,
        "binnen": date(2026, 3, 1),
    }
    return Cijferrecord(**(values | velden))


def labels(*sleutels: str, producten: Pairs = (), instanties: Pairs = ()) -> Labels:
    """Return what the keys of these reglementen are called; their versions are 1, 2 and so on."""
    versies = tuple(
        Versie(number, sleutel, date(2020, 1, 1), reglement(sleutel))
        for number, sleutel in enumerate(sleutels, start=1)
    )
    return Labels(versies, producten, instanties)
