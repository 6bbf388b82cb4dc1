"""The list of trainings, products and diensten of the office: what the figures may name.

What somebody types in the form can hold anything, a name too; so a figure only names what stands on this list. The
rest counts together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from klachtdesk.formulieren import Formulier, Voorstel
from klachtdesk.formulieren.overzicht import LONGEST_NAAM, PRODUCT
from klachtdesk.formulieren.velden import MAX_TEKST
from klachtdesk.models import Formulier as FormulierRecord
from klachtdesk.models import Product
from klachtdesk.overzicht.labels import ONBEKEND
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import raw_of, read_input, refuse, text_of
from klachtdesk.services.lookup import get_record
from klachtdesk.services.overzicht.cijfer_rows import NOT_LISTED, plain_product
from klachtdesk.services.sleutels import new_sleutel
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.overzicht import GetyptProduct, ProductenView, ProductView

_CHANGED = Changes(instellingen=True)

_SLEUTEL = "sleutel"
"""Beside the fields of a product its key: kept figures know it by that, so what is put back must have it again."""

_ROWS = frozenset({NOT_LISTED, ONBEKEND})
"""Keys that the table of the overview has for what has no product."""


@dataclass(frozen=True, slots=True)
class ProductToegevoegd:
    """What was put on the list."""

    product_id: int
    changes: Changes


def read_producten(desk: Desk) -> ProductenView:
    """Return the list, and what was typed in dossiers and is not on it.

    What was typed is free text: it is for whoever keeps the list, and belongs in no report.
    """
    with desk.reading() as session:
        known, typed = keys_by_name(session), _typed(session)
        dossiers: Counter[str] = Counter()
        for plain, spelled in typed.items():
            if plain in known:
                dossiers[known[plain]] += spelled.total()
        unknown = [_most_typed(spelled) for plain, spelled in typed.items() if plain not in known]
        return ProductenView(
            tuple(
                ProductView(item.id, item.naam, _lines(item.ook_wel), dossiers[item.sleutel])
                for item in _listed(session)
            ),
            tuple(sorted(unknown, key=lambda item: (-item.dossiers, plain_product(item.naam)))),
        )


def product_formulier(desk: Desk, product_id: int | None) -> FormulierView:
    """Return the form of something on the list, empty for something new; raises NotFound."""
    if product_id is None:
        return FormulierView(PRODUCT, {})
    with desk.reading() as session:
        record = _product(session, product_id)
        return FormulierView(PRODUCT, {**raw_of(PRODUCT, record), _SLEUTEL: record.sleutel})


def save_product(desk: Desk, waarden: dict[str, str], *, product_id: int | None = None) -> Changes:
    """Put something on the list, or change how it is called and typed; figures follow at once.

    With the values of what was removed it comes back as it was. Raises NotFound, and InvalidInput (fields `naam`,
    `ook_wel`) for a name that is empty, too long or there already.
    """
    gelezen = read_input(PRODUCT, waarden, desk.klok.vandaag(), {}).waarden
    with desk.writing() as session:
        record = None if product_id is None else _product(session, product_id)
        others = text_of(gelezen, "ook_wel").splitlines()
        _store(session, desk, record, text_of(gelezen, "naam"), others, waarden.get(_SLEUTEL, ""))
    return _CHANGED


def add_product(desk: Desk, naam: str) -> ProductToegevoegd:
    """Put what was typed on the list, as it was typed; raises InvalidInput as `save_product`."""
    with desk.writing() as session:
        return ProductToegevoegd(_store(session, desk, None, naam, (), "").id, _CHANGED)


def join_product(desk: Desk, product_id: int, getypt: str) -> Changes:
    """Let what was typed count with something on the list. Raises NotFound, and InvalidInput as `save_product`."""
    with desk.writing() as session:
        record = _product(session, product_id)
        _store(session, desk, record, record.naam, (*_lines(record.ook_wel), getypt), "")
    return _CHANGED


def remove_product(desk: Desk, product_id: int) -> Changes:
    """Take something off the list: from now on it counts with what is not on it. Raises NotFound."""
    with desk.writing() as session:
        session.delete(_product(session, product_id))
        record_audit(session, desk, "product_verwijderd", "product", product_id)
    return _CHANGED


def propose_producten(session: Session, formulier: Formulier) -> Formulier:
    """Return a form whose field for the product offers the list; it takes any other text too."""
    offered = tuple(Voorstel(item.naam, _lines(item.ook_wel)) for item in _listed(session))
    return formulier.with_voorstellen("product", offered)


def keys_by_name(session: Session) -> dict[str, str]:
    """Return the key of each product by every way in which it is typed, in small letters."""
    return {text: item.sleutel for item in session.scalars(select(Product)) for text in _typed_as(item)}


def product_labels(session: Session) -> tuple[tuple[str, str], ...]:
    """Return the keys and the names on the list."""
    return tuple((item.sleutel, item.naam) for item in _listed(session))


def _listed(session: Session) -> Iterable[Product]:
    """Return the list by name: the database would put small letters after all capitals."""
    return sorted(session.scalars(select(Product)), key=lambda item: (plain_product(item.naam), item.id))


def _typed(session: Session) -> Mapping[str, Counter[str]]:
    """Return in how many dossiers each product was typed: by what it is compared by, and then by how it was typed."""
    column = FormulierRecord.product
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for text, dossiers in session.execute(select(column, func.count()).group_by(column)):
        name = " ".join((text or "").split())
        if name:
            found[plain_product(name)][name] += dossiers
    return found


def _most_typed(spelled: Counter[str]) -> GetyptProduct:
    return GetyptProduct(min(spelled, key=lambda name: (-spelled[name], name)), spelled.total())


def _product(session: Session, product_id: int) -> Product:
    return get_record(session, Product, product_id, "Dit product staat niet (meer) in de lijst.")


def _store(
    session: Session, desk: Desk, record: Product | None, naam: str, ook_wel: Iterable[str], sleutel: str
) -> Product:
    """Keep a product, a new one for None; `sleutel` is the key it had before, if any and if it is free."""
    name = " ".join(naam.split())
    others = _different(name, ook_wel)
    listed = session.scalars(select(Product)).all()
    taken = {text: item.naam for item in listed if item is not record for text in _typed_as(item)}
    refuse(_faults(name, others, taken))
    if record is None:
        keys = _ROWS | {item.sleutel for item in listed}
        free = sleutel and sleutel not in keys
        record = Product(sleutel=sleutel if free else new_sleutel(name, keys))
        session.add(record)
    record.naam, record.ook_wel = name, "\n".join(others)
    session.flush()
    record_audit(session, desk, "product_bewaard", "product", record.id)
    return record


def _different(name: str, ook_wel: Iterable[str]) -> tuple[str, ...]:
    """Return the other ways of typing a name, each once."""
    found = {plain_product(name): name}
    for text in ook_wel:
        plain = plain_product(text)
        if plain:
            found.setdefault(plain, " ".join(text.split()))
    return tuple(found.values())[1:]


def _faults(name: str, others: Sequence[str], taken: Mapping[str, str]) -> dict[str, str]:
    """Return what is wrong, by field: at most one thing each."""
    found = {} if name else {"naam": "Vul de naam in van de training, het product of de dienst."}
    for key, texts, longest in (("naam", (name,), LONGEST_NAAM), ("ook_wel", others, MAX_TEKST)):
        for text in texts:
            if len(text) > longest:
                found.setdefault(key, f"“{text[:40]}…” is te lang: hier passen {longest} tekens.")
            elif plain_product(text) in taken:
                found.setdefault(key, f"“{text}” staat al in de lijst, bij {taken[plain_product(text)]}.")
    return found


def _typed_as(item: Product) -> tuple[str, ...]:
    return tuple(map(plain_product, (item.naam, *_lines(item.ook_wel))))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line)
