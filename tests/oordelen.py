"""An oordeel to try things on: the one of Interactie's story."""

from dataclasses import replace
from datetime import date
from typing import Any

from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.oordeel import GrondslagView, OnderdeelView, OordeelInhoud, PartijView

KLAGER = PartijView("klager", "mevrouw M. van der Heijden-Öztürk", "Zorggroep Rivierenland")
FUNCTIONARIS = PartijView("klachtenfunctionaris", "mevrouw A. Veldman", "Interactie")
BETROKKENE = PartijView("betrokkene", "de heer J. de Boer", "trainer")

_STORY = OordeelInhoud(
    kantoor=KantoorView(
        "Interactie",
        "Kade 12",
        "3811 AB",
        "Amersfoort",
        "033 123 45 67",
        "info@voorbeeld.nl",
        "www.voorbeeld.nl",
    ),
    kenmerk="2026-003",
    datum=date(2026, 4, 21),
    reglement="Klachtenregeling Interactie",
    klager=KLAGER,
    betrokkenen=(BETROKKENE,),
    behandelaar=FUNCTIONARIS,
    ontvangen_op=date(2026, 4, 1),
    klacht="De factuur is € 850 hoger dan de offerte.\n\nDe trainer ging niet in op de ingebrachte casussen.",
    bevindingen="De offerte noemt € 4.900, de factuur € 5.750.",
    reacties="De betrokkene erkent dat vier casussen zijn blijven liggen.",
    conclusies="Voor het meerwerk was geen akkoord gevraagd.",
    afhandeling="Creditnota van € 850 en een vervolgdagdeel.",
    onderdelen=(
        OnderdeelView("De factuur is hoger dan de offerte", "Hoogte van de factuur", "gegrond"),
        OnderdeelView("De trainer ging niet in op de casussen", "Kwaliteit", "deels gegrond"),
    ),
    gegrondheid="deels gegrond",
    aanbevelingen="Meerwerk alleen na schriftelijk akkoord.",
    vervolg="U kunt de klacht voorleggen aan de Geschillencommissie.",
    grondslag=(GrondslagView("5.6", "De klachtenfunctionaris stelt de klager schriftelijk op de hoogte."),),
    ondertekening=GrondslagView(
        "5.7", "Indien de klacht naar tevredenheid is afgehandeld, ondertekenen zij."
    ),
    partijen=(KLAGER, FUNCTIONARIS, BETROKKENE),
)


def make_oordeel(**changes: Any) -> OordeelInhoud:
    """Return the oordeel of the story, with these fields changed."""
    return replace(_STORY, **changes)
