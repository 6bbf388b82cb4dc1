"""argparse in Dutch: headings, help and the messages about wrong use."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable

# What argparse says -> what the user reads. What the user typed is not repeated.
_MESSAGES = (
    (r"the following arguments are required: (.+)", r"Er ontbreekt: \1."),
    (r"argument (\S+).*: expected one argument", r"Achter \1 hoort een waarde te staan."),
    (r"argument (\S+).*: invalid choice: .*", r"Deze \1 bestaat niet."),
    (r"unrecognized arguments: .+", "Er staat iets in deze opdracht dat hier niet hoort."),
)


class DutchFormatter(argparse.HelpFormatter):
    """Writes "gebruik:" where argparse writes "usage:"."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the usage line with its Dutch word."""
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """A parser that speaks Dutch, takes no abbreviated options, and exits with 2 on wrong use."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False, add_help=False, formatter_class=DutchFormatter)
        self._positionals.title = "opdrachten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Write the usage and what is wrong to standard error, and exit with 2."""
        in_dutch = "Deze opdracht klopt niet."
        for pattern, replacement in _MESSAGES:
            match = re.fullmatch(pattern, message, re.DOTALL)
            if match:
                in_dutch = match.expand(replacement)
        self.exit(2, f"{self.format_usage()}{in_dutch}\n")
