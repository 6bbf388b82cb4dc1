"""The marks on the tables of eisen: each row is marked with a clause on which its refusal really rests."""

from eisen_interactie import INTERACTIE
from eisen_klassewerk import KLASSEWERK
from eisen_klik_onderwijs import KLIK_ONDERWIJS
from eisen_leefstijlwijzer import LEEFSTIJLWIJZER
from eisen_praktijk import PRAKTIJK
from eisen_tien_voor_taal import TIEN_VOOR_TAAL
from procedures import reglement


def test_each_refusal_rests_on_the_clause_it_is_marked_with():
    # 10 voor Taal closes nothing before a bewaartermijn was chosen.
    two_years = reglement("leefstijlwijzer").bewaartermijn.duur
    marked = 0
    for item in (*INTERACTIE, *KLASSEWERK, *KLIK_ONDERWIJS, *LEEFSTIJLWIJZER, *TIEN_VOOR_TAAL, *PRAKTIJK):
        (row,) = item.values
        stand = row.lacking().knowing(gekozen_bewaartermijn=two_years).stand(row.soort, row.persoon)
        rests_on = next(reden.clausule for reden in stand.redenen if reden.zin == row.said)
        for mark in item.marks:
            marked += 1
            assert set(mark.args) <= set(rests_on), row
    assert marked
