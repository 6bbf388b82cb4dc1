"""Pulling the plug while somebody types: what was typed two seconds ago is there again."""

import os
import subprocess
import sys
import time
from pathlib import Path

from office import WACHTWOORD, Office

from klachtdesk.services.drafts import list_drafts, open_draft
from klachtdesk.services.kluis import close_kluis, open_kluis

HERE = Path(__file__).parent


def test_typing_survives_a_kill_two_seconds_later(office: Office, tmp_path: Path):
    close_kluis(office.desk)
    environment = {
        **os.environ,
        "PYTHONPATH": str(HERE.parent),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    command = [sys.executable, str(HERE / "typist.py"), str(office.folder), WACHTWOORD]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "typed\n"
        time.sleep(2)  # what the program promises: typing is kept within two seconds
        typist.kill()
    desk = open_kluis(office.folder, WACHTWOORD, office.klok)
    (regel,) = list_drafts(desk)
    waarden = open_draft(desk, regel.draft_id).waarden
    assert waarden["omschrijving"] == "De factuur is 850 euro hoger"
    assert waarden["datum_gebeurtenis"] == "12-3-"
    close_kluis(desk)
