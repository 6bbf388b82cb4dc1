"""Makes the kluis of the demo: invented dossiers of all reglementen, each voorval recorded on its own day.

What happens stands in `resources/demo/dossiers.toml`; it is recorded by the same services as in an office, so that what
a reglement does not let happen can't stand in the demo either.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from klachtdesk import assets
from klachtdesk.dutch import long_date
from klachtdesk.formulieren import write_value
from klachtdesk.kluis import KdfParameters
from klachtdesk.services.besprekingen.holding import hold_bespreking
from klachtdesk.services.desk import Desk, VasteKlok
from klachtdesk.services.drafts import keep_draft
from klachtdesk.services.formulieren import read_formulier, register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kantoor.functionarissen import (
    functionaris_formulier,
    list_functionarissen,
    save_functionaris,
)
from klachtdesk.services.kantoor.instanties import instantie_formulier, list_instanties, save_instantie
from klachtdesk.services.kluis import beschikbare_reglementen, close_kluis, create_kluis
from klachtdesk.services.oordeel import freeze_oordeel
from klachtdesk.services.overzicht.producten import save_product
from klachtdesk.views.demo import DemoView
from klachtdesk.views.kantoor import KantoorView

WACHTWOORD = "vier verzonnen woorden samen"
"""Opens every demo: there is nothing in it to protect."""

_KANTOOR = KantoorView(
    naam="Demo-opleidingen",
    adres="Voorbeeldkade 12",
    postcode="1234 AB",
    plaats="Voorbeeldstad",
    telefoon="010 000 00 00",
    email="demo@example.org",
    website="www.example.org",
)
_GEBRUIKER = "Noor Bakker"

_Act = Callable[[Desk], object]


def make_demo(
    folder: Path, reglement: str | None = None, *, blijft: bool = False, kdf: KdfParameters | None = None
) -> DemoView:
    """Make the kluis of the demo in a folder that is not there yet, and close it again.

    New meldingen fall under `reglement`, else under the one that the script names; the dossiers in it are of all of
    them. `blijft` tells whether the folder is kept when the window closes: the banner says so. Raises ReglementError
    for an unknown reglement, and KluisError.
    """
    script = tomllib.loads(assets.read_text("demo", "dossiers.toml"))
    reglement = reglement or script["reglement"]
    acts = sorted(_acts(script), key=lambda act: act[0])
    klok = VasteKlok(acts[0][0])
    others = [item.sleutel for item in beschikbare_reglementen() if item.sleutel != reglement]
    desk = create_kluis(
        folder,
        kantoor=_KANTOOR,
        reglement=reglement,
        gebruikersnaam=_GEBRUIKER,
        wachtwoord=WACHTWOORD,
        klok=klok,
        kdf=kdf,
        naast=others,
    )
    try:
        _replace_people(desk, script["functionarissen"])
        for product in script["product"]:
            save_product(desk, product)
        for day, act in acts:
            klok.zet(day)
            act(desk)
    finally:
        close_kluis(desk)
    vandaag: date = script["vandaag"]
    return DemoView(folder, WACHTWOORD, vandaag, _banner(vandaag, folder, blijft=blijft))


def _banner(vandaag: date, folder: Path, *, blijft: bool) -> str:
    after = f"Dit blijft staan in {folder}." if blijft else "Dit verdwijnt bij het sluiten."
    return f"Demo: het is {long_date(vandaag)}; alle personen zijn verzonnen. {after}"


def _replace_people(desk: Desk, names: Mapping[str, str]) -> None:
    """Put invented people in the place of those whom the reglement names; where there is none, nobody."""
    real = {item.naam for item in list_functionarissen(desk)} - {""}
    for item in list_functionarissen(desk):
        waarden = functionaris_formulier(desk, item.id).waarden
        replaced = [key.rpartition(".")[0] for key, text in waarden.items() if "." in key and text in real]
        kept = {key: text for key, text in waarden.items() if key.rpartition(".")[0] not in replaced}
        nobody = dict.fromkeys(("naam", "adres", "telefoon", "email", "website"), "")
        save_functionaris(
            desk, kept | nobody | {"naam": names.get(item.sleutel, "")}, functionaris_id=item.id
        )
    for instantie in list_instanties(desk):
        waarden = instantie_formulier(desk, instantie.id).waarden
        without = {key: text for key, text in waarden.items() if not key.startswith("lid.")}
        save_instantie(desk, without, instantie_id=instantie.id)


def _acts(script: Mapping[str, Any]) -> Iterator[tuple[date, _Act]]:
    """Yield everything that is done with its day; on one day the order of the file counts."""
    for dossier in script["dossier"]:
        yield from _InventedDossier(dossier).acts(script["vandaag"])
    for held in script["bespreking"]:
        waarden = {"datum": write_value(held["dag"]), **held["velden"]}
        yield held["dag"], partial(hold_bespreking, waarden=waarden)
    for concept in script["concept"]:
        yield script["vandaag"], partial(_keep_draft, concept, dossier_id=None)


class _InventedDossier:
    """A dossier of the demo; its id is known once its melding has been registered."""

    def __init__(self, script: Mapping[str, Any]) -> None:
        self._script = script
        self._dossier_id = 0

    def acts(self, vandaag: date) -> Iterator[tuple[date, _Act]]:
        """Yield what is done in this dossier, each with its day."""
        yield self._script["dag"], self._register
        for voorval in self._script["voorvallen"]:
            yield voorval["dag"], partial(self._record, voorval)
        if "concept" in self._script:
            yield vandaag, self._type

    def _register(self, desk: Desk) -> None:
        waarden = {"ontvangen_op": write_value(self._script["dag"]), **self._script["melding"]}
        made = register_melding(desk, waarden, draft_id=None, reglement=self._script["reglement"])
        self._dossier_id = made.dossier_id

    def _record(self, voorval: Mapping[str, Any], desk: Desk) -> None:
        velden = {key: text for key, text in voorval.items() if key not in {"dag", "soort", "formulier"}}
        if "formulier" in voorval:
            formulier = voorval["formulier"]
            typed = {**read_formulier(desk, self._dossier_id, formulier).waarden, **velden}
            save_formulier(desk, self._dossier_id, formulier, typed, draft_id=None)
        elif voorval["soort"] == "oordeel_vastgesteld":
            freeze_oordeel(desk, self._dossier_id)
        else:
            record_gebeurtenis(desk, self._dossier_id, voorval["soort"], write_value(voorval["dag"]), velden)

    def _type(self, desk: Desk) -> None:
        _keep_draft(self._script["concept"], desk, dossier_id=self._dossier_id)


def _keep_draft(concept: Mapping[str, Any], desk: Desk, *, dossier_id: int | None) -> None:
    formulier = concept["formulier"]
    saved = {} if dossier_id is None else read_formulier(desk, dossier_id, formulier).waarden
    typed = {**saved, **concept["velden"]}
    keep_draft(desk, formulier, typed, draft_id=None, dossier_id=dossier_id)
