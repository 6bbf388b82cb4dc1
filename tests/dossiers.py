"""Dossiers to try things on, made over the services as a user would."""

from office import Office

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import read_formulier, register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis

_OORDEEL = {
    "bevindingen": "De offerte noemt 2.400 euro, de factuur 3.250 euro.",
    "conclusies": "Voor het meerwerk was geen akkoord gevraagd.",
    "gegrondheid": "gegrond",
}
KLAGER, BETROKKENE = "Marijke de Vries", "Joris Kramer"


def klacht_by_mail(office: Office, klager: str, ontvangen_op: str, **more: str) -> int:
    """Register a klacht that came in by mail on a day (as typed: "1-4-2026"); return the dossier."""
    waarden = {
        "omschrijving": "De factuur is hoger dan de offerte.",
        "melder.1.naam": klager,
        "betrokkene.1.naam": BETROKKENE,
        "kanaal": "email",
        "ontvangen_op": ontvangen_op,
        "soort": "klacht",
    }
    return register_melding(office.desk, waarden | more, draft_id=None).dossier_id


def wrong_note(office: Office, dossier_id: int) -> int:
    """Record a note that does not belong in a dossier; return the gebeurtenis."""
    record_gebeurtenis(office.desk, dossier_id, "notitie", "1-4-2026", {"tekst": "Verkeerd dossier"})
    tijdlijn = read_dossier(office.desk, dossier_id).tijdlijn
    return next(regel.id for regel in tijdlijn if regel.soort == "notitie")


def klacht_that_was_heard(office: Office) -> int:
    """Let Amber Veldman of Interactie hear both parties on 9 April 2026; return the dossier, on the 21st."""
    office.on(2026, 4, 1)
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026", onderwerpen="hoogte_factuur")
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
    office.on(2026, 4, 9)
    for persoon in (KLAGER, BETROKKENE):
        velden = {"persoon": persoon, "verslag": "De toelichting is opgeschreven."}
        record_gebeurtenis(office.desk, dossier, "gehoord", "9-4-2026", velden)
    office.on(2026, 4, 21)
    return dossier


def write_oordeel(office: Office, dossier_id: int) -> None:
    """Fill in the least that makes an oordeel."""
    typed = read_formulier(office.desk, dossier_id, "oordeel").waarden | _OORDEEL
    save_formulier(office.desk, dossier_id, "oordeel", typed, draft_id=None)


def klager_satisfied(office: Office, dossier_id: int) -> None:
    """Record that the klager says to be satisfied, on the day it is in the office."""
    day = office.klok.vandaag()
    record_gebeurtenis(
        office.desk,
        dossier_id,
        "tevredenheidscheck",
        f"{day.day}-{day.month}-{day.year}",
        {"uitkomst": "tevreden", "kanaal": "telefoon"},
    )
