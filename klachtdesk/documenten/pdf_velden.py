"""The fields of a PDF as their names and texts, whoever filled them in.

Programs differ in what they leave behind: with or without an appearance, a ticked box in the value or in the
appearance state only, texts as strings or streams, fields that hang loose on the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

MAX_FIELDS: Final = 5_000
MAX_TEXT: Final = 200_000
"""Characters of one value that are looked at; longer than any field of a form takes."""

_MAX_DEPTH: Final = 16
_MAX_PAGES: Final = 500
_MAX_NAME: Final = 200


@dataclass(slots=True)
class Velden:
    """What stands in the fields: texts and chosen names by full field name.

    `found` counts fields of any kind, `on_pages` the places where one can be filled in.
    """

    found: int = 0
    on_pages: int = 0
    texts: dict[str, str] = field(default_factory=dict)
    ticked: dict[str, str] = field(default_factory=dict)

    def values(self) -> dict[str, str]:
        """Return the raw values of a form: boxes of one list become one value with the keys that were ticked.

        `onderwerpen.kwaliteit` ticked is "kwaliteit" in `onderwerpen`; a choice has its key as it is.
        """
        raw = {name: text for name, text in self.texts.items() if text}
        for name, state in self.ticked.items():
            group, dot, key = name.rpartition(".")
            if dot:
                raw[group] = f"{raw[group]} {key}" if group in raw else key
            else:
                raw[name] = state
        return raw


def read_fields(document: Pdf) -> Velden:
    """Read the fields of the form and those that hang loose on a page; bounded, however the file is made."""
    velden = Velden()
    seen: set[tuple[int, int]] = set()
    form = document.Root.get("/AcroForm")
    if isinstance(form, Dictionary):
        roots = form.get("/Fields")
        if isinstance(roots, Array):
            for root in _items(roots):
                _walk(root, "", None, 0, velden, seen)
    for widget in _widgets(document):
        velden.on_pages += 1
        if widget.objgen not in seen:
            _take_loose(widget, velden, seen)
    return velden


def _walk(
    node: Object, above: str, kind: Object | None, depth: int, velden: Velden, seen: set[tuple[int, int]]
) -> None:
    if not isinstance(node, Dictionary) or depth > _MAX_DEPTH or velden.found >= MAX_FIELDS:
        return
    if node.is_indirect:
        if node.objgen in seen:
            return
        seen.add(node.objgen)
    name = _joined(above, node)
    kind = node.get("/FT", kind)
    kids = node.get("/Kids")
    named = [kid for kid in _items(kids) if isinstance(kid, Dictionary) and "/T" in kid]
    if named:
        for kid in named:
            _walk(kid, name, kind, depth + 1, velden, seen)
        return
    widgets = [kid for kid in _items(kids) if isinstance(kid, Dictionary)]
    seen.update(kid.objgen for kid in widgets if kid.is_indirect)
    _take(node, name, kind, widgets or [node], velden)


def _take(node: Object, name: str, kind: Object | None, widgets: Sequence[Object], velden: Velden) -> None:
    velden.found += 1
    if not name:
        return
    if kind == Name.Btn:
        state = _chosen(node, widgets)
        if state and name not in velden.ticked:
            velden.ticked[name] = state
    elif kind in (Name.Tx, Name.Ch):
        text = text_of(node.get("/V"))
        if text and name not in velden.texts:
            velden.texts[name] = text


def _take_loose(widget: Object, velden: Velden, seen: set[tuple[int, int]]) -> None:
    """Read a widget that the form does not list, by way of the fields it says to be part of."""
    chain = [widget]
    while len(chain) <= _MAX_DEPTH and isinstance(parent := chain[-1].get("/Parent"), Dictionary):
        chain.append(parent)
    if "/T" not in widget and len(chain) > 1 and chain[1].is_indirect:
        if chain[1].objgen in seen:
            return
        seen.add(chain[1].objgen)
    name = ""
    for node in reversed(chain):
        name = _joined(name, node)
    kind = next((node.get("/FT") for node in chain if "/FT" in node), None)
    holder = next((node for node in chain if "/V" in node), widget)
    _take(holder, name, kind, [widget], velden)


def _widgets(document: Pdf) -> Iterator[Object]:
    for number, page in enumerate(document.pages):
        if number >= _MAX_PAGES:
            return
        for annotation in _items(page.obj.get("/Annots")):
            if isinstance(annotation, Dictionary) and annotation.get("/Subtype") == Name.Widget:
                yield annotation


def _chosen(node: Object, widgets: Sequence[Object]) -> str:
    """Return the name of what is ticked, without its slash; empty for nothing."""
    for candidate in (node.get("/V"), *(widget.get("/AS") for widget in widgets)):
        if isinstance(candidate, Name | String):
            state = str(candidate).removeprefix("/")[:_MAX_NAME]
            if state not in {"", "Off"}:
                return state
    return ""


def text_of(value: Object | None) -> str:
    """Return the text of a value, which is a string or (a long one) a stream; anything else is no text."""
    if isinstance(value, Stream):
        value = String(value.read_bytes()[: MAX_TEXT * 2])
    return str(value)[:MAX_TEXT] if isinstance(value, String) else ""


def _joined(above: str, node: Object) -> str:
    part = text_of(node.get("/T"))[:_MAX_NAME]
    return f"{above}.{part}" if above and part else above or part


def _items(array: object) -> Iterator[Object]:
    if isinstance(array, Array):
        for number, item in enumerate(array):
            if number >= MAX_FIELDS:
                return
            yield item
