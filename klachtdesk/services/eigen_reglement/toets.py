"""Whether a reglement in the making may come into force: its faults, its words, and whether it is newer."""

import re
from collections.abc import Iterator

from klachtdesk.errors import DeskError, ReglementError
from klachtdesk.models import ReglementVersie
from klachtdesk.reglement.loading import load_reglement
from klachtdesk.reglement.schema import Duur, Reglement, Rule
from klachtdesk.services.reglementen import check_reglement, reglement_of

_PARTS = re.compile(r"\d+|[^\W\d_]+")


class OlderReglement(DeskError):
    """A reglement is not newer than the one in force: the user is asked, and may say that it is meant."""

    title = "Dit reglement is niet nieuwer"


def all_faults(toml: str, tekst: str, basis_toml: str, *, bestand: str) -> tuple[str, ...]:
    """Return everything that keeps a reglement from coming into force; none when it may.

    A rule that says something else than in `basis_toml`, what it was made from, has to rest on other words too.
    """
    try:
        reglement = check_reglement(toml, tekst, bestand=bestand)
    except ReglementError as error:
        return error.faults
    return tuple(_old_words(load_reglement(basis_toml), reglement))


def ask_when_older(reglement: Reglement, toml: str, tekst: str, current: ReglementVersie) -> None:
    """Raise OlderReglement when the version in force has this content, this versie or a later one."""
    in_force = reglement_of(current)
    hint = "Weet u zeker dat u deze bedoelt?"
    if (toml, tekst) == (current.toml, current.tekst):
        raise OlderReglement("Dit is precies het reglement dat nu geldt.", hint)
    if reglement.sleutel == in_force.sleutel and _order(reglement.versie) <= _order(in_force.versie):
        raise OlderReglement(
            f"Dit is versie {reglement.versie} van het reglement; nu geldt versie {in_force.versie}.", hint
        )


def next_versie(versie: str) -> str:
    """Return what the versie after this one is called: "1" gives "2", "2026-03" gives "2026-04"."""
    numbers = [*re.finditer(r"\d+", versie)]
    if not numbers:
        return f"{versie} 2"
    last = numbers[-1]
    number = str(int(last[0]) + 1).zfill(len(last[0]))
    return versie[: last.start()] + number + versie[last.end() :]


def _order(versie: str) -> list[tuple[int, int, str]]:
    """Return by what versies are put in order: numbers by their value, words by the alphabet."""
    return [
        (1, int(part), "") if part.isdigit() else (0, 0, part.casefold()) for part in _PARTS.findall(versie)
    ]


def _old_words(basis: Reglement, reglement: Reglement) -> Iterator[str]:
    """Yield the rules that say something else in the same words."""
    for termijn in reglement.termijnen:
        was = basis.termijn_bij_sleutel.get(termijn.sleutel)
        if was is None:
            continue
        if _changed(was.duur, termijn.duur, was, termijn):
            yield _new_words_needed(f"de termijn “{termijn.label}”", "de duur is")
        if was.verdaging and termijn.verdaging:
            before, after = (
                {grond.sleutel for grond in rule.gronden} for rule in (was.verdaging, termijn.verdaging)
            )
            if before != after and was.verdaging.citaat == termijn.verdaging.citaat:
                yield _new_words_needed(f"het verdagen van “{termijn.label}”", "de gronden zijn")
    if _changed(
        basis.bewaartermijn.duur, reglement.bewaartermijn.duur, basis.bewaartermijn, reglement.bewaartermijn
    ):
        yield _new_words_needed("de bewaartermijn", "de duur is")
    if basis.bewaartermijn.duur != reglement.bewaartermijn.duur and not reglement.bewaartermijn.motivering:
        yield "Bij de bewaartermijn staat nog geen motivering: waarom bewaart u zo lang?"
    if basis.jaartermijn and reglement.jaartermijn:
        was_yearly, yearly = basis.jaartermijn, reglement.jaartermijn
        if _changed(was_yearly.duur, yearly.duur, was_yearly, yearly):
            yield _new_words_needed("de jaarlijkse bespreking", "de duur is")


def _changed(before: Duur | None, after: Duur | None, was: Rule, now: Rule) -> bool:
    return before != after and was.citaat == now.citaat


def _new_words_needed(rule: str, what: str) -> str:
    return (
        f"Bij {rule} staan nog de oude woorden: {what} gewijzigd. Zet de nieuwe woorden in de tekst van uw "
        "reglement en haal die hier aan."
    )
