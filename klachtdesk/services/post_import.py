"""Post that is dropped on the window: what it is, where it may belong, and the melding that a mail proposes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.documenten.pdf_inhoud import pdf_remarks
from klachtdesk.errors import PostError
from klachtdesk.formulieren import MELDINGSFORMULIER, write_value
from klachtdesk.formulieren.velden import MAX_LANGE_TEKST
from klachtdesk.models import Betrokkenheid, Dossier, Persoon
from klachtdesk.models.herkenning import email_sleutel
from klachtdesk.post.bericht import Bericht
from klachtdesk.post.herkennen import kind_of
from klachtdesk.post.lezen import read_mail
from klachtdesk.post.tekst import file_name, without_history
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.dossier_rows import dossier_rows, under_way
from klachtdesk.services.draft_bijlagen import attach
from klachtdesk.services.draft_records import store_draft
from klachtdesk.services.formulier_import import propose_formulier
from klachtdesk.services.formulieren import new_melding
from klachtdesk.services.gebeurtenis_velden import possible_keuzes
from klachtdesk.services.inkomende_bestanden import check_bestanden
from klachtdesk.services.people import people_in
from klachtdesk.views.bijlagen import (
    MAX_BESTANDEN,
    MAX_TOTAAL,
    Bestand,
    BestandRegel,
    DossierKeuze,
    MailView,
    OntvangstVoorstel,
    PostVoorstel,
)

RECEIVED = (
    "correspondentie_ontvangen",
    "ontvangen",
    "aanvulling_ontvangen",
    "vertaling_ontvangen",
    "machtiging_ontvangen",
    "mededeling_betrokkene",
    "reactie_ontvangen",
    "tevredenheid_bevestigd",
    "bezwaar_ontvangen",
    "beroep_ingesteld",
    "beroep_uitspraak",
    "financiele_vergoeding_gevraagd",
    "ingetrokken",
    "bezwaar_ingetrokken",
    "beroep_ingetrokken",
)
"""The kinds of gebeurtenis of which a letter or a mail can be the proof; the likeliest first."""

_NUMMER = re.compile(r"\b(20\d\d)-(\d{3,6})\b")
_BEGIN = 240
"""Characters of a mail that are shown to recognise it by."""

_MOST_PROPOSED = 5
_LATER = "De datum van de e-mail ligt in de toekomst; vandaag is ingevuld."
_CUT = "De tekst is te lang voor het formulier; het begin is overgenomen."
_LEFT_OUT = "Niet alles wat in de e-mail zit kon erbij; het zit nog wel in de e-mail zelf."


@dataclass(frozen=True, slots=True)
class BegonnenMelding:
    """A draft of a melding that was made of post; `opmerkingen` tell what to look at."""

    draft_id: int
    opmerkingen: tuple[str, ...]
    changes: Changes


def inspect_post(desk: Desk, files: Sequence[Bestand]) -> PostVoorstel:
    """Return what was dropped, the first mail among it, and the dossiers that it may belong to."""
    check_bestanden(files)
    mail, opmerkingen = _first_mail(files)
    with desk.reading() as session:
        dossiers = () if mail is None else tuple(_proposed_dossiers(session, mail))
    return PostVoorstel(
        bestanden=tuple(map(_regel, files)),
        mail=None if mail is None else _mail_view(mail),
        dossiers=dossiers,
        opmerkingen=opmerkingen,
    )


def propose_ontvangst(desk: Desk, dossier_id: int, mail: MailView | None) -> OntvangstVoorstel:
    """Return how post can be recorded in a dossier: what the reglement lets come in now, from whom, and when."""
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        dossier = get_dossier(session, dossier_id)
        by_kind = {
            keuze.soort: keuze for keuze in possible_keuzes(session, dossier, vandaag) if keuze.mogelijk
        }
        persoon = "" if mail is None else _sender_in(session, dossier, mail)
    datum = vandaag if mail is None or mail.datum is None else min(mail.datum.date(), vandaag)
    return OntvangstVoorstel(tuple(by_kind[soort] for soort in RECEIVED if soort in by_kind), persoon, datum)


def begin_melding(desk: Desk, files: Sequence[Bestand]) -> BegonnenMelding:
    """Make a draft of a melding out of post: filled in from the first mail, with all files and the mail's attached.

    Raises PostError for what may not come in. A file that is no mail only comes with it, as a scan of a letter does.
    """
    check_bestanden(files)
    mail, opmerkingen = _first_mail(files)
    vandaag = desk.klok.vandaag()
    waarden = dict(new_melding(desk).waarden)
    attached = list(files)
    if mail is not None:
        opmerkingen += tuple(_remarks(mail, vandaag))
        inner = [item for item in mail.bijlagen if item.inhoud]
        fitting = _fitting(attached, inner)
        attached += fitting
        opmerkingen += (_LEFT_OUT,) if len(fitting) < len(inner) else ()
    with desk.writing() as session:
        form, said = _form_among(session, desk, attached)
        waarden |= ({"kanaal": "brief"} if mail is None else _proposed(mail, vandaag)) | form
        waarden |= {} if mail is None else _received(mail, vandaag)
        opmerkingen += said
        draft = store_draft(
            session,
            desk,
            None,
            formulier=MELDINGSFORMULIER.sleutel,
            dossier_id=None,
            waarden={key: text for key, text in waarden.items() if text},
        )
        attach(session, draft, attached)
        return BegonnenMelding(draft.id, tuple(dict.fromkeys(opmerkingen)), Changes(drafts=True))


def files_in_mail(files: Sequence[Bestand]) -> tuple[Bestand, ...]:
    """Return files with what is in the first mail among them, to keep it all; damaged mails as they are."""
    mail, _opmerkingen = _first_mail(files)
    if mail is None:
        return tuple(files)
    return (*files, *_fitting(files, [item for item in mail.bijlagen if item.inhoud]))


def _fitting(files: Sequence[Bestand], more: Sequence[Bestand]) -> list[Bestand]:
    """Return as many more files as may come in together with these."""
    left = MAX_TOTAAL - sum(len(item.inhoud) for item in files)
    fitting: list[Bestand] = []
    for item in more[: max(0, MAX_BESTANDEN - len(files))]:
        if len(item.inhoud) <= left:
            left -= len(item.inhoud)
            fitting.append(item)
    return fitting


def _first_mail(files: Sequence[Bestand]) -> tuple[Bericht | None, tuple[str, ...]]:
    """Return the first file that reads as a mail, and what to tell of it and of those that do not."""
    opmerkingen: list[str] = []
    for file in files:
        try:
            mail = read_mail(file)
        except PostError as error:
            opmerkingen.append(f"{file_name(file.naam)}: {error}")
            continue
        if mail is not None:
            return mail, (*opmerkingen, *mail.opmerkingen)
    return None, tuple(opmerkingen)


def _proposed(mail: Bericht, vandaag: date) -> dict[str, str]:
    """Return what a mail fills in on the meldingsformulier, as raw text."""
    tekst = without_history(mail.tekst, mail.onderwerp) or mail.onderwerp
    proposed = {
        "kanaal": "email",
        "omschrijving": tekst[:MAX_LANGE_TEKST],
        "melder.1.naam": mail.van.naam,
        "melder.1.email": mail.van.email,
    }
    return proposed | _received(mail, vandaag)


def _received(mail: Bericht, vandaag: date) -> dict[str, str]:
    """Return when a mail came in; nothing where it does not say, or says what can't be."""
    if mail.datum is None or mail.datum.date() > vandaag:
        return {}
    moment = mail.datum.time().replace(second=0, microsecond=0)
    return {"ontvangen_op": write_value(mail.datum.date()), "ontvangen_om": write_value(moment)}


def _form_among(
    session: Session, desk: Desk, files: Sequence[Bestand]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return what the first klachtenformulier among files says that could be read, and what to tell of all of them."""
    waarden: dict[str, str] = {}
    opmerkingen: list[str] = []
    for file in files:
        form = (
            propose_formulier(session, desk, file.inhoud) if kind_of(file.inhoud).sleutel == "pdf" else None
        )
        if form is not None:
            opmerkingen += form.opmerkingen
            waarden = waarden or (form.waarden if form.gelezen else {})
    return waarden, tuple(opmerkingen)


def _remarks(mail: Bericht, vandaag: date) -> Iterator[str]:
    if mail.datum is not None and mail.datum.date() > vandaag:
        yield _LATER
    if len(without_history(mail.tekst, mail.onderwerp)) > MAX_LANGE_TEKST:
        yield _CUT


def _regel(file: Bestand) -> BestandRegel:
    naam = file_name(file.naam)
    soort = kind_of(file.inhoud, naam)
    remarks = pdf_remarks(file.inhoud) if soort.toonbaar == "pdf" else ()
    return BestandRegel(naam, soort.label, len(file.inhoud), " ".join(filter(None, (soort.gevaar, *remarks))))


def _mail_view(mail: Bericht) -> MailView:
    begin = " ".join(without_history(mail.tekst, mail.onderwerp).split())
    return MailView(
        van=mail.van.naam or mail.van.email,
        email=mail.van.email,
        datum=mail.datum,
        onderwerp=mail.onderwerp,
        begin=begin if len(begin) <= _BEGIN else begin[: _BEGIN - 1] + "…",
        bijlagen=len(mail.bijlagen),
    )


def _proposed_dossiers(session: Session, mail: Bericht) -> Iterator[DossierKeuze]:
    """Yield the dossier whose number stands in the subject, and those under way in which the sender plays a part."""
    reasons: dict[int, str] = {}
    for jaar, volgnummer in _NUMMER.findall(mail.onderwerp):
        query = select(Dossier.id).where(Dossier.jaar == int(jaar), Dossier.volgnummer == int(volgnummer))
        for dossier_id in session.scalars(query):
            reasons.setdefault(dossier_id, "Het nummer staat in het onderwerp van de e-mail.")
    sleutel = email_sleutel(mail.van.email)
    if sleutel:
        known = select(Betrokkenheid.dossier_id).join(Persoon).where(Persoon.email_sleutel == sleutel)
        found = set(session.scalars(known)) & set(under_way(session))
        for dossier_id in sorted(found, reverse=True):
            reasons.setdefault(dossier_id, "De afzender komt voor in dit open dossier.")
    rows = {row.id: row for row in dossier_rows(session, reasons)} if reasons else {}
    for dossier_id, reden in list(reasons.items())[:_MOST_PROPOSED]:
        row = rows[dossier_id]
        yield DossierKeuze(row.id, row.nummer, row.klager or row.organisatie or "Klager nog onbekend", reden)


def _sender_in(session: Session, dossier: Dossier, mail: MailView) -> str:
    """Return how the sender of a mail is called in a dossier, or how the mail calls them."""
    sleutel = email_sleutel(mail.email)
    people = people_in(session, dossier)
    return next(
        (item.naam for item in people if sleutel and item.email_sleutel == sleutel and item.naam), mail.van
    )
