"""The demo: a kluis to try things in, with invented people, on a day of its own."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DemoView:
    """Where the kluis of the demo is, what opens it, and what the window says above everything."""

    map: Path
    wachtwoord: str
    vandaag: date
    """The day on which the demo stands, whatever the calendar says."""
    banner: str
