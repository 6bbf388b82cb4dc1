"""Which periods there can be an overview of."""

from datetime import date

from klachtdesk.errors import InvalidInput

LONGEST_JAREN = 5
"""Longer is no period to compare with the one before it, and a table of months of that length can't be read."""

_EARLIEST = 1900


def check_period(van: date, tot: date) -> None:
    """Raise InvalidInput for a period of which there can be no overview."""
    if tot < van:
        message = "De laatste dag ligt voor de eerste."
        raise InvalidInput(message, fields={"tot": message})
    if van.year < _EARLIEST or tot.year == date.max.year:
        message = "Dit jaar bestaat niet in de kalender van het kantoor."
        raise InvalidInput(message, "Kies een ander jaar.", fields={"van": message})
    if tot.year - van.year >= LONGEST_JAREN:
        message = f"Deze periode is te lang; kies er een van ten hoogste {LONGEST_JAREN} jaar."
        raise InvalidInput(message, fields={"tot": message})
