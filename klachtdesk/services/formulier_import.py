"""A klachtenformulier that comes back as a PDF: read, turned into a melding that stands ready, and kept with it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from klachtdesk.documenten.pdf_inhoud import pdf_remarks
from klachtdesk.errors import PostError
from klachtdesk.formulieren import MELDINGSFORMULIER, read_formulier, write_value
from klachtdesk.formulieren.klachtenformulier import begins_machtiging, klachtenformulier_for, missing_keys
from klachtdesk.reglement.invulvelden import INVULVELDEN
from klachtdesk.reglement.schema import Reglement
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.draft_bijlagen import attach
from klachtdesk.services.draft_records import store_draft
from klachtdesk.services.drafts import open_draft
from klachtdesk.services.formulier_waarden import form_values
from klachtdesk.services.reglementen import form_choices, known_versie, reglement_of, versie_on
from klachtdesk.views.bijlagen import MAX_BESTAND, Bestand
from klachtdesk.views.formulier import REGLEMENT, FormulierView
from klachtdesk.views.formulier_import import FormulierVoorstel

if TYPE_CHECKING:
    from klachtdesk.documenten.formulier_lezen import GelezenPdf

KANAAL = "klachtenformulier"

_TOLD = {
    "plat": "Dit is een klachtenformulier waarvan de velden onderdeel van de pagina zijn gemaakt (plat gemaakt of "
    "afgedrukt). Lees het en neem over wat erop staat.",
    "ander_formulier": "Deze PDF heeft invulvelden, maar het is niet het klachtenformulier dat dit programma maakt. "
    "Lees het en neem over wat erop staat.",
    "geen_formulier": "Deze PDF heeft geen velden die kunnen worden ingelezen. Een formulier dat is afgedrukt, "
    "gescand of als PDF is afgedrukt, heeft die niet meer. Lees het en neem over wat erop staat.",
    "versleuteld": "Deze PDF is met een wachtwoord beveiligd en kan niet worden gelezen. Vraag de afzender om het "
    "formulier zonder wachtwoord.",
    "beschadigd": "Deze PDF is beschadigd en kan niet worden gelezen. Vraag de afzender om het formulier nog eens "
    "te sturen.",
}
_REFUSED = {
    "te_groot": (
        "Dit bestand is groter dan 25 MB en is niet ingelezen.",
        "Vraag de afzender om alleen het formulier te sturen, of maak de bijlagen kleiner.",
    ),
    "geen_pdf": (
        "Dit bestand is geen PDF en is niet ingelezen.",
        "Kies het ingevulde klachtenformulier, of sleep het bestand op het venster om het te bewaren.",
    ),
}


@dataclass(frozen=True, slots=True)
class IngelezenFormulier:
    """A melding that stands ready, with the PDF attached. `ontbreekt` and `opmerkingen` as in FormulierVoorstel."""

    view: FormulierView
    ontbreekt: tuple[str, ...]
    opmerkingen: tuple[str, ...]
    changes: Changes


def import_formulier(desk: Desk, naam: str, inhoud: bytes) -> IngelezenFormulier:
    """Read a PDF and keep it with a melding that stands ready; nothing in it is run.

    Also what can't be read is kept, and `opmerkingen` say why it could not. Raises PostError for what is not kept at
    all: more than 25 MB, or no PDF.
    """
    gelezen = _read(inhoud)
    with desk.writing() as session:
        voorstel = _proposal(session, desk.klok.vandaag(), gelezen, inhoud)
        draft = store_draft(
            session,
            desk,
            None,
            formulier=MELDINGSFORMULIER.sleutel,
            dossier_id=None,
            waarden={**voorstel.waarden, "aangenomen_door": desk.gebruiker.naam},
        )
        attach(session, draft, [Bestand(naam, inhoud)])
        record_audit(session, desk, "klachtenformulier_ingelezen", "draft", draft.id)
        draft_id = draft.id
    view = open_draft(desk, draft_id)
    return IngelezenFormulier(view, voorstel.ontbreekt, voorstel.opmerkingen, Changes(drafts=True))


def import_formulier_file(desk: Desk, source: Path) -> IngelezenFormulier:
    """Read a file as `import_formulier`; raises PostError too when it can't be opened."""
    try:
        if source.stat().st_size > MAX_BESTAND:
            raise PostError(*_REFUSED["te_groot"])
        inhoud = source.read_bytes()
    except OSError as error:
        raise PostError(
            "Dit bestand kan niet worden geopend.", "Staat het er nog, en mag u het lezen?"
        ) from error
    return import_formulier(desk, source.name, inhoud)


def propose_formulier(session: Session, desk: Desk, inhoud: bytes) -> FormulierVoorstel | None:
    """Return the melding that a file makes, or None when it is no klachtenformulier and nothing can be said of it."""
    gelezen = _read(inhoud, refuse=False)
    if gelezen.herkend.value in {*_REFUSED, "geen_formulier"}:
        return None
    return _proposal(session, desk.klok.vandaag(), gelezen, inhoud)


def is_klachtenformulier(inhoud: bytes) -> bool:
    """Tell whether a file is a klachtenformulier that this program made, filled in or made flat."""
    return _read(inhoud, refuse=False).herkend.value in {"formulier", "plat"}


def list_missing(desk: Desk, waarden: dict[str, str]) -> tuple[str, ...]:
    """Return what the reglement wants of a klacht on the klachtenformulier and a melding lacks, in Dutch words."""
    with desk.reading() as session:
        vandaag = desk.klok.vandaag()
        versie = known_versie(session, waarden.get(REGLEMENT, ""), vandaag) or versie_on(session, vandaag)
        return _missing(reglement_of(versie), waarden)


def _read(inhoud: bytes, *, refuse: bool = True) -> "GelezenPdf":
    from klachtdesk.documenten.formulier_lezen import read_formulier_pdf  # pikepdf is heavy

    gelezen = read_formulier_pdf(inhoud)
    if refuse and gelezen.herkend.value in _REFUSED:
        raise PostError(*_REFUSED[gelezen.herkend.value])
    return gelezen


def _proposal(session: Session, vandaag: date, gelezen: "GelezenPdf", inhoud: bytes) -> FormulierVoorstel:
    """Return the melding of a file that is a PDF, whole or not."""
    found = gelezen.herkend.value
    told = () if found in {"versleuteld", "beschadigd"} else pdf_remarks(inhoud)
    base = {"ontvangen_op": write_value(vandaag), "soort": "klacht", "uiting": "direct"}
    known = known_versie(session, gelezen.reglement, vandaag) if gelezen.reglement else None
    regels = reglement_of(known or versie_on(session, vandaag))
    if known is not None:
        base[REGLEMENT] = known.sleutel
    if found not in {"formulier", "plat"}:
        return FormulierVoorstel(base, (), (_TOLD[found], *told))
    base["kanaal"], by_kanaal = _kanaal(regels)
    said = (*_whose(gelezen, regels, known=known is not None), *by_kanaal)
    if found == "plat":
        return FormulierVoorstel(base, (), (_TOLD[found], *said, *told))
    waarden, changed = form_values(gelezen.waarden, MELDINGSFORMULIER.with_keuzes(form_choices(regels)))
    if not waarden:
        said = ("Op dit formulier is niets ingevuld.", *said)
    faults = tuple(
        fout.bericht for fout in read_formulier(MELDINGSFORMULIER, _dates(waarden), vandaag).fouten
    )
    signed = _signing(regels, waarden)
    return FormulierVoorstel(
        base | waarden, _missing(regels, waarden), (*said, *changed, *faults, *signed, *told), gelezen=True
    )


def _kanaal(regels: Reglement) -> tuple[str, tuple[str, ...]]:
    """Return by which kanaal it came, as far as the reglement knows that, and what to say of it."""
    if regels.accepts_kanaal(KANAAL) or regels.indiening is None:
        return KANAAL, ()
    kanaal = regels.indiening.kanalen[0]
    label = MELDINGSFORMULIER.veld("kanaal").label_of(kanaal)
    return kanaal, (f"Als kanaal staat er nu ‘{label}’. Kwam het formulier anders binnen? Verander dat dan.",)


def _whose(gelezen: "GelezenPdf", regels: Reglement, *, known: bool) -> tuple[str, ...]:
    if not known:
        return (
            "Dit formulier is gemaakt voor een ander reglement dan dat van uw kantoor. Kijk of het bij u hoort.",
        )
    if gelezen.versie != regels.versie:
        return (
            f"Dit formulier is van versie {gelezen.versie[:40]} van het reglement; nu geldt versie {regels.versie}.",
        )
    return ()


def _dates(waarden: dict[str, str]) -> dict[str, str]:
    """Return the values without choices, which were held to their lists already."""
    chosen = {"onderwerpen", "hoedanigheid"}
    return {key: text for key, text in waarden.items() if key not in chosen}


def _signing(regels: Reglement, waarden: dict[str, str]) -> tuple[str, ...]:
    if not begins_machtiging(waarden):
        return ()
    rests = regels.indiening.machtiging if regels.indiening else None
    where = f" ({rests.vindplaats})" if rests else ""
    return (f"Er is iemand gemachtigd. Kijk in het formulier of beiden hebben getekend{where}.",)


def _missing(regels: Reglement, waarden: dict[str, str]) -> tuple[str, ...]:
    indiening = regels.indiening
    formulier = klachtenformulier_for(
        form_choices(regels), machtiging=indiening is not None and indiening.machtiging is not None
    )
    wanted = indiening.gevraagd if indiening else ()
    return tuple(INVULVELDEN[key] for key in missing_keys(formulier, wanted, waarden))
