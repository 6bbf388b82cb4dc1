"""All tables of the overview, in the order in which it shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.overzicht.tabellen_afgesloten import AFGESLOTEN
from klachtdesk.overzicht.tabellen_binnengekomen import BINNENGEKOMEN
from klachtdesk.overzicht.tabellen_vervolg import VERVOLG

if TYPE_CHECKING:
    from klachtdesk.overzicht.tabelregel import Tabelregel

TABELLEN: tuple[Tabelregel, ...] = (*BINNENGEKOMEN, *AFGESLOTEN, *VERVOLG)
