"""The texts of letters as the settings know them: listed, checked, shown filled in, changed by the office, put back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.brieven.invullen import DELEN, in_words
from klachtdesk.brieven.sjabloon import VRIJ, Sjabloon, fill, list_delen
from klachtdesk.brieven.sjabloon import list_sjablonen as list_standard
from klachtdesk.brieven.taal import lines_of
from klachtdesk.brieven.velden import VELDEN, VOORBEELD
from klachtdesk.brieven.waarden import VeldSoort
from klachtdesk.errors import SjabloonError
from klachtdesk.models import Briefsjabloon, ReglementVersie
from klachtdesk.services.audit import record_audit
from klachtdesk.services.brieven.teksten import copy_of, delen_of, faults_in, is_deel, standard_of, titel_of
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.views.brief import SjabloonFout, SjabloonRegel, SjabloonVeld, SjabloonView

_CHANGED = Changes(instellingen=True)


def list_sjablonen(desk: Desk) -> tuple[SjabloonRegel, ...]:
    """Return the letters for the reglementen of this office by their titles, and after them the shared parts."""
    with desk.reading() as session:
        names = _reglementen(session)
        own = {(item.reglement, item.sleutel): item for item in session.scalars(select(Briefsjabloon))}
        letters = [
            standard_of(sleutel, reglement)
            for reglement, sleutel in list_standard()
            if not reglement or reglement in names
        ]
        parts = [standard_of(f"{DELEN}{name}", "") for name in list_delen()]
        rows = [
            SjabloonRegel(
                item.sleutel,
                item.reglement,
                item.titel,
                copy is not None,
                item.sleutel.startswith(DELEN),
                names.get(item.reglement, ""),
                klopt=copy is None or not faults_in(item, copy.onderwerp, copy.tekst),
            )
            for item in (*letters, *parts)
            for copy in [own.get((item.reglement, item.sleutel))]
        ]
    return tuple(sorted(rows, key=lambda row: (row.deel, row.titel.casefold(), row.reglement_naam)))


def read_sjabloon(desk: Desk, sleutel: str, reglement: str = "") -> SjabloonView:
    """Return a text to change, with the fields it may use; raises NotFound."""
    standard = standard_of(sleutel, reglement)
    with desk.reading() as session:
        copy = copy_of(session, standard)
        return SjabloonView(
            standard.sleutel,
            standard.reglement,
            standard.titel,
            standard.onderwerp if copy is None else copy.onderwerp,
            standard.tekst if copy is None else copy.tekst,
            standard.onderwerp,
            standard.tekst,
            copy is not None,
            tuple(_fields(standard)),
            is_deel(standard),
        )


def check_sjabloon(
    desk: Desk,  # noqa: ARG001 - a service, like its neighbours
    sleutel: str,
    onderwerp: str,
    tekst: str,
    reglement: str = "",
) -> tuple[SjabloonFout, ...]:
    """Return all that is wrong with these words for a letter, or for a shared part; raises NotFound."""
    return faults_in(standard_of(sleutel, reglement), onderwerp, tekst)


def preview_sjabloon(desk: Desk, sleutel: str, onderwerp: str, tekst: str, reglement: str = "") -> bytes:
    """Return these words as a letter on the paper of the office, about an invented dossier: a PDF.

    Raises NotFound, SjabloonError with every fault at once, and DocumentError as any letter.
    """
    from klachtdesk.documenten.brief import BriefInhoud, render_brief

    standard = standard_of(sleutel, reglement)
    _refuse(faults_in(standard, onderwerp, tekst))
    letter = standard.in_own_words(onderwerp or standard.titel, tekst)
    typed = {part.sleutel: f"[{part.label}: hier komt wat u bij de brief typt.]" for part in letter.vrij}
    with desk.reading() as session:
        kantoor, delen = kantoor_view(session), delen_of(session)
    vandaag = desk.klok.vandaag()
    signed = (str(VOORBEELD["contact.naam"]), str(VOORBEELD["contact.functie"]))
    return render_brief(
        BriefInhoud(
            kantoor=kantoor,
            titel=letter.titel,
            kenmerk=str(VOORBEELD["dossier.nummer"]),
            datum=vandaag,
            adres=("Mevrouw M. de Vries", "Dorpsstraat 1", "1234 AB  Voorbeeldstad"),
            tekst=fill(letter, {**VOORBEELD, "brief.datum": vandaag}, typed, delen),
            ondertekening=(*signed, *kantoor.ondertekening.splitlines()),
        )
    )


def look_at_sjabloon(
    desk: Desk, sleutel: str, onderwerp: str, tekst: str, reglement: str = ""
) -> tuple[tuple[SjabloonFout, ...], bytes]:
    """Return what is wrong with these words, or when nothing is the letter that they make; raises DocumentError."""
    faults = check_sjabloon(desk, sleutel, onderwerp, tekst, reglement)
    return faults, b"" if faults else preview_sjabloon(desk, sleutel, onderwerp, tekst, reglement)


def save_sjabloon(desk: Desk, sleutel: str, onderwerp: str, tekst: str, reglement: str = "") -> Changes:
    """Keep these words as the office's own; words that are those of the program are no copy.

    Raises NotFound, and SjabloonError with every fault at once.
    """
    standard = standard_of(sleutel, reglement)
    onderwerp, tekst = onderwerp.strip(), "\n".join(lines_of(tekst)).strip("\n")
    _refuse(faults_in(standard, onderwerp, tekst))
    if (onderwerp, tekst) == (standard.onderwerp, standard.tekst):
        return restore_sjabloon(desk, sleutel, reglement)
    with desk.writing() as session:
        copy = copy_of(session, standard) or Briefsjabloon(reglement=standard.reglement, sleutel=sleutel)
        copy.onderwerp, copy.tekst = onderwerp, tekst
        copy.gewijzigd_op, copy.gewijzigd_door = desk.klok.nu(), desk.gebruiker.id
        session.add(copy)
        session.flush()
        record_audit(session, desk, "briefsjabloon_bewaard", "briefsjabloon", copy.id)
    return _CHANGED


def restore_sjabloon(desk: Desk, sleutel: str, reglement: str = "") -> Changes:
    """Let the words of the program hold again; raises NotFound for a letter that there is not."""
    standard = standard_of(sleutel, reglement)
    with desk.writing() as session:
        copy = copy_of(session, standard)
        if copy is not None:
            record_audit(session, desk, "briefsjabloon_teruggezet", "briefsjabloon", copy.id)
            session.delete(copy)
    return _CHANGED


def _refuse(faults: tuple[SjabloonFout, ...]) -> None:
    """Raise SjabloonError with these faults, if there are any."""
    if faults:
        said = tuple(map(_in_words, faults))
        raise SjabloonError(said[0], "Er is nog niets opgeslagen.", faults=said)


def _in_words(fault: SjabloonFout) -> str:
    return f"{'Onderwerp' if fault.onderwerp else f'Regel {fault.regel}'}: {fault.zin}"


def _fields(standard: Sjabloon) -> list[SjabloonVeld]:
    fields = [
        _field(f"{VRIJ}{part.sleutel}", f"Wat u bij de brief typt: {part.label}") for part in standard.vrij
    ]
    for veld in VELDEN:
        asks = veld.soort is VeldSoort.VRAAG
        wanted = f"{{% if {veld.sleutel} %}}|{{% endif %}}" if asks else ""
        fields.append(_field(veld.sleutel, veld.uitleg, "" if asks else in_words(veld.voorbeeld), wanted))
    if not is_deel(standard):
        fields += [_field(f"{DELEN}{name}", f"De gedeelde tekst “{titel_of(name)}”") for name in list_delen()]
    return fields


def _field(sleutel: str, uitleg: str, voorbeeld: str = "", invoegen: str = "") -> SjabloonVeld:
    return SjabloonVeld(sleutel, uitleg, voorbeeld, invoegen or f"{{{{ {sleutel} }}}}|")


def _reglementen(session: Session) -> dict[str, str]:
    """Return the names of the reglementen that this office has or had, by key."""
    return {item.sleutel: reglement_of(item).naam for item in session.scalars(select(ReglementVersie))}
