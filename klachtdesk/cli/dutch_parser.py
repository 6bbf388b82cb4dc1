"""argparse in Dutch: headings, help and the messages about wrong use."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from klachtdesk.cli.streams import write_message, write_output

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from _typeshed import SupportsWrite

# What argparse says -> what the user reads. What the user typed is not repeated.
_MESSAGES = (
    (r"the following arguments are required: (.+)", r"Er ontbreekt: \1."),
    (r"argument (\S+).*: expected one argument", r"Achter \1 hoort een waarde te staan."),
    (r"argument (\S+).*: ignored explicit argument .*", r"Achter \1 hoort geen waarde te staan."),
    (r"argument (\S+).*: invalid choice: .*", r"Deze \1 bestaat niet."),
    (r"unrecognized arguments: -.+", "In deze opdracht staat een optie die niet bestaat."),
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
        self._positionals.title = "argumenten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def parse_known_args(  # type: ignore[override]  # argparse only ever gives these two
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Refuse what is unknown here, so that the usage shown is that of the command and not of the program."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown

    def error(self, message: str) -> NoReturn:
        """Write the usage and what is wrong to standard error, and exit with 2."""
        in_dutch = "Deze opdracht klopt niet."
        for pattern, replacement in _MESSAGES:
            match = re.fullmatch(pattern, message, re.DOTALL)
            if match:
                in_dutch = match.expand(replacement)
                break
        self.exit(2, f"{self.format_usage()}{in_dutch}\n")

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Write the help to standard output, or to `file`; raises as `write_output`."""
        if file is None:
            write_output(self.format_help())
        else:
            super().print_help(file)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave the program, after a message on standard error if there is one."""
        write_message(message or "")
        sys.exit(status)
