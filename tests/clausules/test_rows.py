"""The marks on the tables of eisen: each row is marked with a clause on which its refusal really rests."""

import pytest
from eisen_interactie import INTERACTIE
from eisen_klassewerk import KLASSEWERK
from eisen_klik_onderwijs import KLIK_ONDERWIJS
from eisen_leefstijlwijzer import LEEFSTIJLWIJZER
from eisen_tien_voor_taal import TIEN_VOOR_TAAL
from procedures import reglement

MARKED = [
    pytest.param(item.values[0], mark.args[0], id=item.id)
    for item in (*INTERACTIE, *KLASSEWERK, *KLIK_ONDERWIJS, *LEEFSTIJLWIJZER, *TIEN_VOOR_TAAL)
    for mark in item.marks
]


@pytest.mark.parametrize(("row", "clausule"), MARKED)
def test_the_refusal_rests_on_the_clause(row, clausule):
    # 10 voor Taal closes nothing before a bewaartermijn was chosen.
    lacking = row.lacking().knowing(gekozen_bewaartermijn=reglement("leefstijlwijzer").bewaartermijn.duur)
    redenen = lacking.stand(row.soort, row.persoon).redenen
    assert clausule in next(reden.clausule for reden in redenen if reden.zin == row.said)
