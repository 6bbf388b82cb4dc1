"""The office's own certificate, by which it freezes an oordeel: a new one for another name, or when it expires."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from sqlalchemy import select

from klachtdesk.models import Certificaat, Kantoor

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from klachtdesk.ondertekening.certificaten import Ondertekenaar


def new_certificaat(naam: str, moment: datetime) -> Certificaat:
    """Return a certificate in this name, not stored yet. The latest one seals; what an earlier one sealed stays good.

    Takes up to some seconds.
    """
    from klachtdesk.ondertekening.certificaten import create_kantoorcertificaat  # seldom needed

    wachtwoord = secrets.token_urlsafe(32)
    pkcs12 = create_kantoorcertificaat(naam, wachtwoord, moment)
    return Certificaat(pkcs12=pkcs12, wachtwoord=wachtwoord, gemaakt_op=moment)


def load_kantoorzegel(session: Session, moment: datetime) -> Ondertekenaar:
    """Return what the office seals with at `moment`; its certificate is renewed in its last month, without a word.

    Raises SignatureError for one that can't be read, or that is not valid yet: the clock was set back.
    """
    from klachtdesk.ondertekening.certificaten import OFFICE_VALID_YEARS, load_pkcs12

    stored = session.scalars(select(Certificaat).order_by(Certificaat.id.desc())).first()
    last_month = relativedelta(years=OFFICE_VALID_YEARS, months=-1)
    if stored is None or stored.gemaakt_op + last_month <= moment:
        stored = new_certificaat(session.scalars(select(Kantoor)).one().naam, moment)
        session.add(stored)
    return load_pkcs12(stored.pkcs12, stored.wachtwoord, moment)
