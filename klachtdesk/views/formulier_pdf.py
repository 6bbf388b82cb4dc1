"""A form with what is filled in, ready to be laid out on paper; and a form that was kept as a document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from klachtdesk.formulieren import Formulier
from klachtdesk.views.kantoor import KantoorView

if TYPE_CHECKING:
    from klachtdesk.reglement.schema import Reglement


@dataclass(frozen=True, slots=True)
class FormulierInhoud:
    """A form of a dossier on a day. `formulier` has the choices of the reglement; `waarden` are raw, by raw key."""

    kantoor: KantoorView
    formulier: Formulier
    waarden: Mapping[str, str]
    kenmerk: str
    datum: date
    reglement: str


@dataclass(frozen=True, slots=True)
class KlachtenformulierInhoud:
    """What stands on an empty klachtenformulier: whose it is, and the reglement that says what has to be filled in."""

    kantoor: KantoorView
    formulier: Formulier
    reglement: "Reglement"
    datum: date
