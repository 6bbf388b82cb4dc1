"""Pulling the plug while somebody types: what was typed two seconds ago is there again."""

import os
import subprocess
import sys
import time
from pathlib import Path

from dossiers import KLAGER, klacht_by_mail
from office import WACHTWOORD, Office

from klachtdesk.services.desk import Desk
from klachtdesk.services.drafts import list_drafts, open_draft
from klachtdesk.services.gebeurtenis_drafts import open_gebeurtenis_draft
from klachtdesk.services.kluis import close_kluis, open_kluis

HERE = Path(__file__).parent


def _after_a_cut(office: Office, tmp_path: Path, what: str) -> Desk:
    """Let somebody type, kill the program two seconds later, and open the kluis again."""
    close_kluis(office.desk)
    environment = {
        **os.environ,
        "PYTHONPATH": str(HERE.parent),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    command = [sys.executable, str(HERE / "typist.py"), str(office.folder), WACHTWOORD, what]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "typed\n"
        time.sleep(2)  # what the program promises: typing is kept within two seconds
        typist.kill()
    return open_kluis(office.folder, WACHTWOORD, office.klok)


def test_a_melding_survives_a_kill_two_seconds_later(office: Office, tmp_path: Path):
    desk = _after_a_cut(office, tmp_path, "melding")
    (regel,) = list_drafts(desk)
    waarden = open_draft(desk, regel.draft_id).waarden
    assert waarden["omschrijving"] == "De factuur is 850 euro hoger"
    assert waarden["datum_gebeurtenis"] == "12-3-"
    close_kluis(desk)


def test_a_verslag_survives_a_kill_two_seconds_later(office: Office, tmp_path: Path):
    klacht_by_mail(office, KLAGER, "1-4-2026")
    desk = _after_a_cut(office, tmp_path, "notitie")
    (regel,) = list_drafts(desk)
    waarden = open_gebeurtenis_draft(desk, regel.draft_id).waarden
    assert waarden["tekst"] == "Zij belde: de factuur is 850 euro hoger"
    assert waarden["datum"] == "31-3-"
    close_kluis(desk)
