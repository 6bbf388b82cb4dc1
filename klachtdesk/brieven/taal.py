"""The language of letters, a small part of Jinja2: `{{ field }}`, and `{% if %}` with its elif, else and endif.

A condition knows fields, texts between quotes, ==, !=, and, or, not. A tag stands on one line. What is not named
here does not exist.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_UITDRUKKING: Final = 200
"""Characters in one condition."""

_TAG: Final = re.compile(r"\{\{([^{}]*)\}\}")
_ONLY_STATEMENTS: Final = re.compile(r"[ \t]*(?:\{%[^{}]*%\}[ \t]*)+")

_NO_SUMS: Final = "Rekenen is niet mogelijk."
_ELSE: Final = 'Gebruik in een voorwaarde alleen velden, "teksten", ==, !=, and, or en not.'
_REFUSED: Final = {
    "Filter": "Bewerkingen met | zijn niet mogelijk.",
    "Call": "Aanroepen met haakjes zijn niet mogelijk.",
    "Test": 'Het woord "is" kan niet in een voorwaarde; gebruik == of !=.',
    "Getitem": "Vierkante haken zijn niet mogelijk.",
    "CondExpr": "Een keuze kan alleen met {% if %}, {% else %} en {% endif %}.",
    "Concat": "Teksten samenvoegen met ~ is niet mogelijk.",
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow", "Neg", "Pos"), _NO_SUMS),
}


@cache
def language() -> "ImmutableSandboxedEnvironment":
    """Return the Jinja2 that reads the texts; its comments are out of reach, so that `{#` is text like any other."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, comment_start_string="\0{#", comment_end_string="#}\0"
    )


def lines_of(tekst: str) -> list[str]:
    """Return the lines of a text as an editor counts them."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def fields_of(tekst: str) -> tuple[str, ...]:
    """Return what stands between each `{{` and `}}`, in order."""
    return tuple(match[1].strip() for match in _TAG.finditer(tekst))


def only_statements(line: str) -> bool:
    """Return whether a line holds nothing but `{% %}`: it leaves no line behind in the letter."""
    return _ONLY_STATEMENTS.fullmatch(line) is not None


def parse(inside: str) -> "nodes.Expr | None":
    """Return the one expression that this is, or None when it is something else."""
    from jinja2 import TemplateSyntaxError, nodes

    if not inside or len(inside) > MAX_UITDRUKKING:
        return None
    try:
        body = language().parse(f"{{{{ {inside} }}}}").body
    except (TemplateSyntaxError, RecursionError):
        return None
    if len(body) != 1 or not isinstance(body[0], nodes.Output) or len(body[0].nodes) != 1:
        return None
    return body[0].nodes[0]


def key_of(tree: "nodes.Node | None") -> str | None:
    """Return the key of the field that an expression names, such as "dossier.nummer", or None for anything else."""
    from jinja2 import nodes

    if isinstance(tree, nodes.Name):
        return tree.name
    if isinstance(tree, nodes.Getattr):
        before = key_of(tree.node)
        return None if before is None else f"{before}.{tree.attr}"
    return None


def keys_in(tree: "nodes.Node", refused: list[str]) -> Iterator[str]:
    """Yield the fields in a condition; a sentence for what may not stand in one is added to `refused`."""
    from jinja2 import nodes

    key = key_of(tree)
    if key is not None:
        yield key
    elif isinstance(tree, nodes.And | nodes.Or | nodes.Not):
        for part in tree.iter_child_nodes():
            yield from keys_in(part, refused)
    elif isinstance(tree, nodes.Compare) and all(operand.op in {"eq", "ne"} for operand in tree.ops):
        for part in (tree.expr, *(operand.expr for operand in tree.ops)):
            yield from keys_in(part, refused)
    elif not (isinstance(tree, nodes.Const) and isinstance(tree.value, str)):
        refused.append(why_refused(tree, _ELSE))


def why_refused(tree: "nodes.Node | None", otherwise: str) -> str:
    """Say in Dutch what the language lacks, as precisely as is known."""
    return _REFUSED.get(type(tree).__name__, otherwise)
