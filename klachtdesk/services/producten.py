"""The list of trainings, products and diensten of the office: what the figures may name.

What somebody types in the form can hold anything, a name too; so a figure only names what stands on this list. The
rest counts together.
"""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import NotFound
from klachtdesk.models import Formulier, Product
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.cijfer_rows import plain_product
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import refuse
from klachtdesk.services.sleutels import new_sleutel
from klachtdesk.views.overzicht import ProductView

_CHANGED = Changes(instellingen=True)

LONGEST_NAAM = 120
"""In characters: a name, and no story."""


def list_producten(desk: Desk) -> tuple[ProductView, ...]:
    """Return the list, by name."""
    with desk.reading() as session:
        found = session.scalars(select(Product).order_by(Product.naam, Product.id))
        return tuple(ProductView(item.id, item.naam, _lines(item.ook_wel)) for item in found)


def typed_producten(desk: Desk) -> tuple[tuple[str, int], ...]:
    """Return what was typed in dossiers and is not on the list, with how often, the most frequent first.

    For whoever keeps the list; it is free text and belongs in no report.
    """
    with desk.reading() as session:
        known = keys_by_name(session)
        typed = session.scalars(select(Formulier.product).where(Formulier.product.is_not(None)))
        counted = Counter(" ".join((item or "").split()) for item in typed)
        return tuple(
            (name, count)
            for name, count in counted.most_common()
            if name and plain_product(name) not in known
        )


def save_product(
    desk: Desk, naam: str, ook_wel: Sequence[str] = (), *, product_id: int | None = None
) -> Changes:
    """Put something on the list, or change how it is called and typed; figures follow at once.

    Raises NotFound, and InvalidInput (fields `naam`, `ook_wel`) for a name that is empty, too long or there already.
    """
    name, others = " ".join(naam.split()), tuple(filter(None, (" ".join(item.split()) for item in ook_wel)))
    with desk.writing() as session:
        record = _product(session, product_id)
        taken = {
            text: item.naam
            for item in session.scalars(select(Product))
            if item is not record
            for text in _typed_as(item)
        }
        refuse(_faults(name, others, taken))
        if record is None:
            keys = set(session.scalars(select(Product.sleutel)))
            record = Product(sleutel=new_sleutel(name, keys))
            session.add(record)
        record.naam, record.ook_wel = name, "\n".join(others)
        record_audit(session, desk, "product_bewaard", "product", record.id)
    return _CHANGED


def remove_product(desk: Desk, product_id: int) -> Changes:
    """Take something off the list: from now on it counts with what is not on it. Raises NotFound."""
    with desk.writing() as session:
        session.delete(_product(session, product_id))
        record_audit(session, desk, "product_verwijderd", "product", product_id)
    return _CHANGED


def keys_by_name(session: Session) -> dict[str, str]:
    """Return the key of each product by every way in which it is typed, in small letters."""
    return {text: item.sleutel for item in session.scalars(select(Product)) for text in _typed_as(item)}


def product_labels(session: Session) -> tuple[tuple[str, str], ...]:
    """Return the keys and the names on the list."""
    found = session.scalars(select(Product).order_by(Product.naam, Product.id))
    return tuple((item.sleutel, item.naam) for item in found)


def _product(session: Session, product_id: int | None) -> Product | None:
    if product_id is None:
        return None
    record = session.get(Product, product_id)
    if record is None:
        raise NotFound("Dit product staat niet (meer) in de lijst.")
    return record


def _faults(name: str, others: Sequence[str], taken: dict[str, str]) -> dict[str, str]:
    if not name:
        return {"naam": "Vul de naam in van de training, het product of de dienst."}
    for key, texts in (("naam", (name,)), ("ook_wel", others)):
        for text in texts:
            if len(text) > LONGEST_NAAM:
                return {key: f"Dit is te lang; hier passen {LONGEST_NAAM} tekens."}
            if plain_product(text) in taken:
                return {key: f"“{text}” staat al in de lijst, bij {taken[plain_product(text)]}."}
    return {}


def _typed_as(item: Product) -> tuple[str, ...]:
    return tuple(map(plain_product, (item.naam, *_lines(item.ook_wel))))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line)
