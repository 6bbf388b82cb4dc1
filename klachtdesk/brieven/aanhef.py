"""How a person is addressed in a letter, told from the name as it was typed.

Nobody's gender is guessed: without "mevrouw" or "de heer" in the name a full name is used as it stands ("Geachte Noor
Bakker,"), and only a bare surname gets "heer, mevrouw" before it.
"""

from klachtdesk.brieven.namen import Naam, capital, parse_couple, parse_people, tidy

GEEN_NAAM = "Geachte heer, mevrouw,"
"""The salutation for an organisation, and for somebody whose name is not known."""

_IN_ZIN = {"mevrouw": "mevrouw", "heer": "de heer", "familie": "de familie"}
_OP_BRIEF = {"mevrouw": "mevrouw", "heer": "de heer", "familie": "familie"}


def aanhef(naam: str, organisatie: str = "") -> str:
    """Return the salutation for a name as it was typed, with its comma: "Geachte mevrouw De Vries,".

    Of two persons both are addressed. Where the name is that of the organisation, or empty, it is GEEN_NAAM.
    """
    surname = parse_couple(naam)
    if surname is not None:
        return f"Geachte heer en mevrouw {capital(surname)},"
    people = parse_people(naam, organisatie)
    if not people:
        return GEEN_NAAM
    if any(person.wie or person.kaal for person in people):
        return capital(", ".join(f"geachte {_addressed(person)}" for person in people)) + ","
    return f"Geachte {' en '.join(person.heel for person in people)},"


def naam_in_zin(naam: str) -> str:
    """Return how a sentence speaks of somebody: "mevrouw De Vries", "de heer Jansen", "A. de Vries"."""
    surname = parse_couple(naam)
    if surname is not None:
        return f"de heer en mevrouw {capital(surname)}"
    return " en ".join(_mentioned(person) for person in parse_people(naam)) or tidy(naam)


def naam_op_brief(naam: str) -> str:
    """Return the line with the name above a letter: "Mevrouw mr. A. de Vries", "De heer J. Jansen", "A. de Vries"."""
    surname = parse_couple(naam)
    if surname is not None:
        return f"De heer en mevrouw {capital(surname)}"
    people = parse_people(naam)
    line = " en ".join(
        f"{_OP_BRIEF[person.wie]} {person.voluit}" if person.wie else person.voluit for person in people
    )
    return capital(line) if any(person.wie or person.kaal for person in people) else line or tidy(naam)


def _addressed(person: Naam) -> str:
    if person.wie:
        return f"{person.wie} {person.kort}"
    return f"heer, mevrouw {person.kort}" if person.kaal else person.heel


def _mentioned(person: Naam) -> str:
    return f"{_IN_ZIN[person.wie]} {person.kort}" if person.wie else person.heel
