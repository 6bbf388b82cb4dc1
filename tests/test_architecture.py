"""The rules of the architecture, a sentence each. The import contracts themselves stand in pyproject.toml."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PROGRAM = sorted((ROOT / "klachtdesk").rglob("*.py"))
PURE = sorted((ROOT / "klachtdesk" / "reglement").rglob("*.py"))
TOOLS = sorted((ROOT / "packaging").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
ALL = [*PROGRAM, *TOOLS, *TESTS]

CONTRACTS = {
    contract["id"]: contract["name"]
    for contract in read_configuration(str(ROOT / "pyproject.toml"))["contracts_options"]
}

MOST_LINES_IN_A_MODULE = 300
MOST_LINES_IN_A_FUNCTION = 40

# Where the computer's clock may be read; everything else gets its dates from the Klok in the Desk.
CLOCK_READERS = {"klachtdesk/services/klok.py"}
CLOCKS = {
    "date.today",
    "datetime.today",
    "datetime.now",
    "datetime.utcnow",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.strftime",
    "func.now",
    "func.current_date",
    "func.current_timestamp",
    "QDate.currentDate",
    "QTime.currentTime",
    "QDateTime.currentDateTime",
    "QDateTime.currentDateTimeUtc",
}
FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "input"}

# Names of a termijn that mean something else in the code as well.
ALSO_ANOTHER_WORD = {"oordeel": "the document", "afhandeling": "the form field that tells of it"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, node: ast.AST | None = None) -> str:
    line = f":{node.lineno}" if node is not None else ""
    return f"{path.relative_to(ROOT).as_posix()}{line}"


def imported_names(path: Path) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((f"{module}.{alias.name}", node) for alias in node.names)


def clock_reads(path: Path) -> list[str]:
    """Where a module names a clock, be it to call it or to hand it on."""
    return [
        f"{place(path, node)} {owner}.{node.attr}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        for owner in [getattr(node.value, "attr", getattr(node.value, "id", ""))]
        if f"{owner}.{node.attr}" in CLOCKS
    ]


def file_calls(path: Path) -> list[str]:
    return [
        f"{place(path, node)} {name}()"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        for name in [getattr(node.func, "attr", getattr(node.func, "id", ""))]
        if name in FILE_CALLS
    ]


def texts(path: Path) -> Iterator[ast.Constant]:
    """The string literals of a module, docstrings excepted."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def names_in_the_reglementen() -> set[str]:
    """The keys of the reglementen that we ship, and of their termijnen."""
    names = set()
    for path in (ROOT / "resources" / "reglementen").glob("*.toml"):
        reglement = tomllib.loads(path.read_text(encoding="utf-8"))
        termijnen = [*reglement.get("termijn", []), reglement.get("jaartermijn", reglement)]
        names |= {reglement["sleutel"], *(termijn["sleutel"] for termijn in termijnen)}
    return names


@pytest.mark.parametrize("contract", CONTRACTS, ids=CONTRACTS.get)
def test_imports_keep_the_contract(contract: str) -> None:
    kept = lint_imports(
        str(ROOT / "pyproject.toml"), limit_to_contracts=(contract,), no_cache=True, no_logo=True
    )
    assert kept == 0, CONTRACTS[contract]


def test_the_reglement_rests_on_nothing_but_dates_and_validation() -> None:
    allowed = sys.stdlib_module_names | {"pydantic", "pydantic_core", "dateutil", "holidays"}
    ours = ("klachtdesk.reglement.", "klachtdesk.errors.", "klachtdesk.dutch.")
    outside = [
        f"{place(path, node)} imports {name}"
        for path in PURE
        for name, node in imported_names(path)
        if name.partition(".")[0] not in allowed and not f"{name}.".startswith(ours)
    ]
    assert not outside


def test_the_reglement_reads_no_clock_and_no_file() -> None:
    assert not [fault for path in PURE for fault in clock_reads(path) + file_calls(path)]


def test_the_clock_is_read_in_one_place() -> None:
    assert not [read for path in PROGRAM if place(path) not in CLOCK_READERS for read in clock_reads(path)]


def test_no_test_depends_on_the_day_it_runs() -> None:
    assert not [read for path in TESTS for read in clock_reads(path)]


def test_no_code_knows_a_reglement_or_a_termijn_by_name() -> None:
    names = names_in_the_reglementen() - ALSO_ANOTHER_WORD.keys()
    known = [
        f"{place(path, text)} {text.value!r}"
        for path in PROGRAM
        for text in texts(path)
        if text.value in names
    ]
    assert names
    assert not known


def test_modules_are_short() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PROGRAM + TOOLS}
    assert not {path: length for path, length in lengths.items() if length > MOST_LINES_IN_A_MODULE}


def test_functions_are_short() -> None:
    lengths = {
        f"{place(path, function)} {function.name}": function.end_lineno - function.lineno + 1
        for path in PROGRAM + TOOLS
        for function in functions(path)
    }
    assert not {name: length for name, length in lengths.items() if length > MOST_LINES_IN_A_FUNCTION}


def test_modules_are_named_for_what_they_are() -> None:
    vague = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
    words = {place(path): {*path.relative_to(ROOT).parts[:-1], *path.stem.split("_")} for path in ALL}
    assert not [path for path in words if words[path] & vague]


def test_tests_use_the_real_thing() -> None:
    """No mocks: a real encrypted file, PDF or window proves more and breaks less."""
    mocks = [
        f"{place(path, node)} imports {name}"
        for path in TESTS
        for name, node in imported_names(path)
        if name.startswith(("unittest.mock", "mock.", "pytest_mock"))
    ]
    mocks += [
        f"{place(path, function)} takes a mocker"
        for path in TESTS
        for function in functions(path)
        if "mocker" in {argument.arg for argument in function.args.args}
    ]
    assert not mocks
