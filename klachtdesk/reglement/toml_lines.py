"""Finds on which line each key and each item of a TOML text stands; `tomllib` does not tell.

It reads only texts that `tomllib` has accepted, so it needs to follow the structure and to check nothing.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'  # strings over several lines first: they start like the others
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|\n|[\[\]{},=.]"
    r"|[^\s\[\]{},=.\"'#]+",
    re.DOTALL,
)


def locate_keys(toml_text: str) -> Mapping[Path, int]:
    """Return the line (from 1) of each key path; items of lists have their index (from 0) in the path."""
    return _Locator(toml_text).lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """Return the line of a path, or of the nearest table around it when the key itself is missing."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Locator:
    """Walks once through the tokens of a text and notes the line of every path."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._tables: dict[Path, int] = {}  # how many tables each [[array]] has so far
        self._tokens = list(self._split(text.replace("\r\n", "\n")))
        self._at = 0
        self._read_document()

    @staticmethod
    def _split(text: str) -> Iterator[tuple[str, int]]:
        line = 1
        end = 0
        for match in _TOKEN.finditer(text):
            line += text.count("\n", end, match.start())
            end = match.start()
            if not match[0].startswith("#"):
                yield match[0], line

    def _peek(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at][0] if at < len(self._tokens) else ""

    def _next(self) -> tuple[str, int]:
        self._at += 1
        return self._tokens[self._at - 1]

    def _skip_newlines(self) -> None:
        while self._peek() == "\n":
            self._at += 1

    def _read_document(self) -> None:
        table: Path = ()
        while True:
            self._skip_newlines()
            if not self._peek():
                return
            if self._peek() == "[":
                table = self._read_header()
            else:
                self._read_pair(table)

    def _read_header(self) -> Path:
        """Read [a.b] or [[a.b]], and return the path of the table it opens."""
        is_array = self._peek(1) == "["
        _, line = self._next()
        if is_array:
            self._next()
        path: Path = ()
        names = self._read_key()
        for name in names[:-1]:
            path = self._latest((*path, name))
        path = (*path, names[-1])
        self.lines.setdefault(path, line)
        if is_array:
            index = self._tables.get(path, 0)
            self._tables[path] = index + 1
            path = (*path, index)
            self.lines[path] = line
        while self._peek() == "]":
            self._next()
        return path

    def _latest(self, path: Path) -> Path:
        """A name in a header means the last table of an array of that name."""
        return (*path, self._tables[path] - 1) if path in self._tables else path

    def _read_key(self) -> list[str]:
        names = []
        while True:
            token, _ = self._next()
            names.append(next(iter(tomllib.loads(f"{token} = 0"))))
            if self._peek() != ".":
                return names
            self._next()

    def _read_pair(self, table: Path) -> None:
        line = self._tokens[self._at][1]
        path = table
        for name in self._read_key():
            path = (*path, name)
            self.lines.setdefault(path, line)
        self._next()  # the equals sign
        self._read_value(path)

    def _read_value(self, path: Path) -> None:
        if self._peek() == "[":
            self._read_items(path, "]")
        elif self._peek() == "{":
            self._read_items(path, "}")
        else:
            while self._peek() not in {"\n", ",", "]", "}", ""}:  # 1.5 is three tokens
                self._next()

    def _read_items(self, path: Path, closing: str) -> None:
        """Read a list, or with "}" an inline table."""
        self._next()
        index = 0
        while True:
            self._skip_newlines()
            if self._peek() == closing:
                self._next()
                return
            if self._peek() == ",":
                self._next()
            elif closing == "}":
                self._read_pair(path)
            else:
                self.lines[(*path, index)] = self._tokens[self._at][1]
                self._read_value((*path, index))
                index += 1
