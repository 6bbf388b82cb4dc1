"""Many letters in one go: told one by one, stopped at will, and none lost by another that fails."""

from datetime import date
from itertools import islice

from brieven_op_kantoor import klacht_met_adres
from dossiers import klacht_by_mail
from office import OfficeMaker

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.veel_brieven import finalize_many

SOORT = "ontvangstbevestiging_verzonden"


def test_each_gets_its_letter_and_what_fails_is_told(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    good = [klacht_met_adres(office) for _ in range(3)]
    nameless = klacht_by_mail(office, "", "1-4-2026")
    told = list(finalize_many(office.desk, [good[0], nameless, *good[1:]], SOORT))
    assert [(item.gedaan, item.totaal, bool(item.documenten)) for item in told] == [
        (1, 4, True),
        (2, 4, False),
        (3, 4, True),
        (4, 4, True),
    ]
    assert "Vul de naam en het adres in" in told[1].fout
    assert [len(read_dossier(office.desk, item).documenten) for item in (*good, nameless)] == [1, 1, 1, 0]


def test_who_stops_asking_stops_the_work_and_keeps_what_was_made(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    dossiers = [klacht_met_adres(office) for _ in range(4)]
    assert len(list(islice(finalize_many(office.desk, dossiers, SOORT), 2))) == 2
    assert [len(read_dossier(office.desk, item).documenten) for item in dossiers] == [1, 1, 0, 0]
