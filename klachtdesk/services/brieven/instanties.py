"""The fields of a letter that are about the bodies above the office: where somebody can go, and what that costs."""

from klachtdesk.brieven.waarden import Opsomming, Waarde
from klachtdesk.services.brieven.context import BriefContext
from klachtdesk.services.kantoor.instanties import instanties_on
from klachtdesk.views.kantoorgegevens import InstantieView


def instantie_fields(context: BriefContext) -> dict[str, Waarde]:
    """Return the fields of the body that was chosen (or the only one there is), and of the one that got the klacht."""
    known = instanties_on(context.session, context.datum, context.reglement.sleutel)
    by_key = {item.sleutel: item for item in known}
    beroep = context.last("beroep_ingesteld")
    chosen = by_key.get(context.typed("instantie")) or (known[0] if len(known) == 1 else None)
    went_to = None if beroep is None else by_key.get(beroep.velden.get("instantie", ""))
    return {
        "instantie.naam": "" if chosen is None else chosen.naam,
        "instantie.gegevens": Opsomming(() if chosen is None else _reach(chosen)),
        "instantie.leden": Opsomming(
            () if chosen is None else tuple(f"{lid.functie}: {lid.naam}" for lid in chosen.leden)
        ),
        "instantie.kosten": "" if chosen is None else chosen.kosten,
        "instantie.bindend": chosen is not None and chosen.bindend,
        "instantie.bron": "" if chosen is None else context.source(chosen.artikel),
        "beroep.instantie": "" if went_to is None else went_to.naam,
    }


def _reach(instantie: InstantieView) -> tuple[str, ...]:
    ways = (
        ("", instantie.adres),
        ("Telefoon: ", instantie.telefoon),
        ("E-mail: ", instantie.email),
        ("Website: ", instantie.website),
    )
    return tuple(f"{label}{text}" for label, text in ways if text.strip())
