"""What a PDF from outside holds besides pages: scripts, programs and files. Nothing of that runs here."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_MOST_OBJECTS = 200_000
_SCRIPT = (
    "In deze PDF zit JavaScript. Dat werkt hier niet; in een ander programma kan het wel worden uitgevoerd."
)
_LAUNCH = (
    "Deze PDF probeert een programma of een ander bestand te openen. Hier gebeurt dat niet. "
    "Open hem nergens anders."
)
_FILES = "In deze PDF zitten andere bestanden. Die zijn hier niet te zien en niet nagekeken."
_LOCKED = (
    "Deze PDF is met een wachtwoord beveiligd en kan hier niet worden getoond. "
    "Vraag de afzender om een PDF zonder wachtwoord."
)
_BROKEN = "Deze PDF is beschadigd; misschien is niet alles te zien."


def pdf_remarks(inhoud: bytes) -> tuple[str, ...]:
    """Return sentences about what in a PDF does not work here or can't be seen; none for an ordinary one."""
    from pikepdf import PasswordError, Pdf  # heavy

    from klachtdesk.documenten.pdf_grenzen import PDF_FAULTS, bounded_pdf

    try:
        with bounded_pdf(), Pdf.open(BytesIO(inhoud), suppress_warnings=True) as document:
            return tuple(dict.fromkeys(_found(document)))
    except PasswordError:
        return (_LOCKED,)
    except PDF_FAULTS:
        return (_BROKEN,)


def _found(document: "Pdf") -> Iterator[str]:
    for place, item in enumerate(document.objects):
        if place > _MOST_OBJECTS:
            yield _BROKEN
            return
        stack = [item]
        while stack:
            part = stack.pop()
            yield from _remarks_on(part)
            stack.extend(_inside(part))


def _inside(part: "Object") -> Iterator["Object"]:
    """Yield what stands within an object itself; what it refers to has its own turn."""
    from pikepdf import Array, Dictionary, Object, Stream

    values: list[object] = []
    if isinstance(part, Array):
        values = list(part)
    elif isinstance(part, (Dictionary, Stream)):
        values = [part[key] for key in part.keys()]  # noqa: SIM118 (a PDF dictionary is not iterable)
    for value in values:
        if isinstance(value, Object) and not value.is_indirect:
            yield value


def _remarks_on(part: "Object") -> Iterator[str]:
    from pikepdf import Dictionary, Name, Stream

    if not isinstance(part, (Dictionary, Stream)):
        return
    action = part.get("/S")
    if action == Name.JavaScript or "/JS" in part:
        yield _SCRIPT
    if action in {Name.Launch, Name.ImportData, Name.GoToR, Name.GoToE} or "/XFA" in part:
        yield _LAUNCH
    if "/EmbeddedFiles" in part or part.get("/Type") == Name.EmbeddedFile:
        yield _FILES
