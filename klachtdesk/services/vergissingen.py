"""A dossier that should never have been made: withdrawn as such, visible for ever, and counted in no figure.

It is an `ingetrokken` with a mark of its own, so that every termijn lapses as it does when a klager withdraws; a
correctie of that gebeurtenis undoes it, like any other. It is no stap of the procedure: what the reglement asks of
a stap, or that the dossier is closed, does not stand in its way.
"""

from klachtdesk.errors import NotAllowed
from klachtdesk.formulieren import clean_text
from klachtdesk.models import Dossier, Gebeurtenis
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.form_input import refuse
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.gebeurtenis_records import check_gebeurtenissen

VERGISSING = "Vergissing"
"""What lists and the dossier itself say of one that was withdrawn as a mistake."""

_MARK = "vergissing"


def withdraw_vergissing(desk: Desk, dossier_id: int, *, reden: str) -> Changes:
    """Withdraw a dossier that was made by mistake, whatever has happened in it.

    Raises NotFound, InvalidInput without a reden, NotAllowed when it is withdrawn as such already or destroyed.
    """
    reden = clean_text(reden)
    if not reden:
        refuse({"reden": "Schrijf op waarom dit dossier een vergissing is."})
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        if is_vergissing(dossier):
            raise NotAllowed("Dit dossier is al ingetrokken als vergissing.")
        if any(item.soort == "vernietigd" for item in counting_events(dossier)):
            raise NotAllowed("Dit dossier is vernietigd; er valt niets meer in te trekken.")
        dossier.gebeurtenissen.append(
            Gebeurtenis(
                soort="ingetrokken",
                datum=desk.klok.vandaag(),
                velden={"reden": reden, _MARK: "ja"},
                vastgelegd_op=desk.klok.nu(),
                vastgelegd_door=desk.gebruiker.id,
            )
        )
        session.flush()
        check_gebeurtenissen(dossier, desk.klok.vandaag())
        record_audit(session, desk, "vergissing_ingetrokken", "dossier", dossier.id)
    return dossier_changed(dossier_id)


def is_vergissing(dossier: Dossier) -> bool:
    """Tell whether a dossier was withdrawn as a mistake: it counts in no figure."""
    return any(item.soort == "ingetrokken" and item.velden.get(_MARK) for item in counting_events(dossier))
