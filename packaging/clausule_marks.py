"""Finds which test holds the program to which clause, by reading the test files without running them.

A mark is `pytest.mark.clausule("IA-5.5")`, with one id or more, on a test, a test class or a case of a parametrized
test. The cases may stand in a table elsewhere, also in a module that the tests share, with the id as one of their
values: then every id in the table counts, because only running the file could say more.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CLAUSULE_ID = re.compile(r"(?:KW|KL|TT|IA|LW|KD)-[A-Z0-9][A-Za-z0-9.]*")

_Scope = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True, order=True)
class Mark:
    """That a test is marked with a clause: its id, the file (from the root of the source) and the test in it."""

    clausule: str
    file: str
    test: str


@dataclass
class _Module:
    """A file of the tests: what it defines by name, and what it takes from another one."""

    tree: ast.Module
    defined: dict[str, list[ast.AST]] = field(default_factory=dict)
    imported: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for statement in self.tree.body:
            if isinstance(statement, ast.ImportFrom):
                self.imported |= {
                    name.asname or name.name: (statement.module or "", name.name) for name in statement.names
                }
            elif isinstance(statement, ast.FunctionDef):
                self.defined.setdefault(statement.name, []).append(statement)
            elif isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
                for name in _names(statement, ast.Store):
                    self.defined.setdefault(name, []).append(statement)


def read_marks(root: Path) -> tuple[Mark, ...]:
    """Return every mark on the tests of a source tree, sorted."""
    tests = root / "tests"
    files = {path: path.read_text(encoding="utf-8") for path in sorted(tests.rglob("*.py"))}
    shared = {path.stem: _Module(ast.parse(files[path])) for path in files if path.parent == tests}
    found: set[Mark] = set()
    for path, source in files.items():
        if path.stem.startswith("test_"):
            module = _Module(ast.parse(source))
            for test, ids in _marked(module.tree.body, "", module, shared):
                found.update(Mark(clausule, path.relative_to(root).as_posix(), test) for clausule in ids)
    return tuple(sorted(found))


def _marked(
    body: list[ast.stmt], outer: str, module: _Module, shared: dict[str, _Module]
) -> Iterator[tuple[str, set[str]]]:
    """Yield each marked test or test class with the ids on it; a class counts for the tests in it."""
    for statement in body:
        if isinstance(statement, _Scope) and statement.name.lower().startswith("test"):
            name = f"{outer}{statement.name}"
            yield name, _ids(statement.decorator_list, module, shared)
            if isinstance(statement, ast.ClassDef):
                yield from _marked(statement.body, f"{name}.", module, shared)


def _ids(decorators: list[ast.expr], module: _Module, shared: dict[str, _Module]) -> set[str]:
    """Return the clauses with which these decorators mark a test."""
    trees = [*decorators, *_drawn_from(decorators, module, shared), *module.defined.get("pytestmark", ())]
    marks = [
        node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.clausule"
    ]
    ids = {text for mark in marks for argument in mark.args for text in _texts(argument)}
    if any(not isinstance(argument, ast.Constant) for mark in marks for argument in mark.args):
        ids |= {text for tree in trees for text in _texts(tree) if CLAUSULE_ID.fullmatch(text)}
    return ids


def _drawn_from(trees: list[ast.expr], module: _Module, shared: dict[str, _Module]) -> list[ast.AST]:
    """Return the statements of which the values in these expressions are made, also by way of another module."""
    found: list[ast.AST] = []
    seen: set[tuple[int, str]] = set()
    todo = [(module, name) for tree in trees for name in _names(tree, ast.Load)]
    while todo:
        where, name = todo.pop()
        if (id(where), name) in seen:
            continue
        seen.add((id(where), name))
        if name in where.imported:
            source, original = where.imported[name]
            todo += [(shared[source], original)] if source in shared else []
        for statement in where.defined.get(name, ()):
            found.append(statement)
            todo += [(where, used) for used in _names(statement, ast.Load)]
    return found


def _names(tree: ast.AST, context: type[ast.expr_context]) -> set[str]:
    return {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, context)
    }


def _texts(tree: ast.AST) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
