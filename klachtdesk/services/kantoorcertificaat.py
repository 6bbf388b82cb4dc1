"""The office's own certificate, by which it freezes an oordeel: a new one when the office gets another name."""

import secrets
from datetime import datetime

from klachtdesk.models import Certificaat


def new_certificaat(naam: str, moment: datetime) -> Certificaat:
    """Return a certificate in this name, not stored yet. The latest one seals; what an earlier one sealed stays good.

    Takes up to some seconds.
    """
    from klachtdesk.ondertekening.certificaten import create_kantoorcertificaat  # seldom needed

    wachtwoord = secrets.token_urlsafe(32)
    pkcs12 = create_kantoorcertificaat(naam, wachtwoord, moment)
    return Certificaat(pkcs12=pkcs12, wachtwoord=wachtwoord, gemaakt_op=moment)
