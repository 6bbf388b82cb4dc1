"""Lists of dossiers, straight from the tables: a list of 10,000 must not derive what is over and done with.

What is still under way is derived in full by who asks; for the rest the last event that mattered says enough.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from klachtdesk.models import Dossier
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND, REF_PAREN
from klachtdesk.services.status import NIEUW, STATUS_LABELS
from klachtdesk.services.vergissingen import VERGISSING

_REOPENS = ("heropend", "alsnog_in_behandeling")
_OPENS = (
    "bezwaar_ontvangen",
    "beroep_ingesteld",
    "actiepunt_vastgesteld",
    *(opens for opens in REF_PAREN if opens != "actiepunt_vastgesteld"),
)
_ENDS = (
    "bezwaar_uitspraak_verzonden",
    "bezwaar_ingetrokken",
    "beroep_ingetrokken",
    "uitspraak_uitgevoerd",  # a uitspraak ends the beroep, and waits to be carried out
    "actiepunt_gereed",
    *(closes for closes in REF_PAREN.values() if closes != "actiepunt_gereed"),
)

_COUNTING = """
    SELECT g.* FROM gebeurtenis g
    WHERE g.soort != 'correctie'
      AND g.id NOT IN (SELECT vervangt_id FROM gebeurtenis WHERE vervangt_id IS NOT NULL)
"""
"""The events that count: no correctie, and nothing that another event took the place of."""

_UNDER_WAY = f"""
    WITH telt AS ({_COUNTING}),
    laatste AS (
        SELECT dossier_id, soort,
               ROW_NUMBER() OVER (PARTITION BY dossier_id ORDER BY datum DESC, COALESCE(vervangt_id, id) DESC) AS plaats
        FROM telt WHERE soort IN :beslissend
    ),
    hangend AS (
        SELECT dossier_id, SUM(CASE WHEN soort IN :opent THEN 1 ELSE -1 END) AS aantal
        FROM telt WHERE soort IN :opent OR soort IN :eindigt GROUP BY dossier_id
    )
    SELECT d.id FROM dossier d
    LEFT JOIN laatste l ON l.dossier_id = d.id AND l.plaats = 1
    LEFT JOIN hangend h ON h.dossier_id = d.id
    WHERE l.soort IS NULL OR l.soort IN :heropent OR (l.soort != 'vernietigd' AND h.aantal > 0)
    ORDER BY d.id
"""  # noqa: S608 (the parts are our own constants)

_ROWS = f"""
    WITH telt AS ({_COUNTING}),
    laatste AS (
        SELECT dossier_id, soort, json_extract(velden, '$.vergissing') AS vergissing,
               ROW_NUMBER() OVER (PARTITION BY dossier_id ORDER BY datum DESC, COALESCE(vervangt_id, id) DESC) AS plaats
        FROM telt WHERE soort IN :bepalend
    ),
    ontvangst AS (
        SELECT dossier_id, MIN(CASE WHEN soort = 'ontvangen' THEN datum END) AS ontvangen, MIN(datum) AS gemeld
        FROM telt WHERE soort IN ('ontvangen', 'melding_ontvangen') GROUP BY dossier_id
    ),
    behandeling AS (
        SELECT dossier_id, persoon_id,
               ROW_NUMBER() OVER (PARTITION BY dossier_id ORDER BY soort DESC, id DESC) AS plaats
        FROM telt WHERE soort IN ('toegewezen', 'doorgezonden') AND persoon_id IS NOT NULL
    )
    SELECT d.id, d.jaar, d.volgnummer, COALESCE(o.ontvangen, o.gemeld) AS ontvangen_op, p.naam, p.organisatie,
           l.soort, l.vergissing, b.naam AS behandelaar
    FROM dossier d
    LEFT JOIN laatste l ON l.dossier_id = d.id AND l.plaats = 1
    LEFT JOIN ontvangst o ON o.dossier_id = d.id
    LEFT JOIN betrokkenheid k ON k.dossier_id = d.id AND k.rol = 'klager' AND k.rij = 1
    LEFT JOIN betrokkenheid m ON m.dossier_id = d.id AND m.rol = 'melder' AND m.rij = 1
    LEFT JOIN persoon p ON p.id = COALESCE(k.persoon_id, m.persoon_id)
    LEFT JOIN behandeling t ON t.dossier_id = d.id AND t.plaats = 1
    LEFT JOIN persoon b ON b.id = t.persoon_id
    {{where}}
    ORDER BY d.jaar DESC, d.volgnummer DESC
"""  # noqa: S608 (the parts are our own constants)

_WITH_ANY = f"""
    SELECT dossier_id FROM ({_COUNTING}) GROUP BY dossier_id
    HAVING SUM(soort = 'vernietigd') > 0 OR (SUM(soort IN :soorten) > 0 AND SUM(soort = 'heropend') = 0)
"""  # noqa: S608 (the parts are our own constants)


@dataclass(frozen=True, slots=True)
class DossierRij:
    """What the tables say of one dossier, for a list."""

    id: int
    nummer: str
    ontvangen_op: date | None
    klager: str
    organisatie: str
    status: str
    behandelaar: str


def under_way(session: Session) -> list[int]:
    """Return the dossiers in which something may still have to be done.

    Those that are not closed, and those that are, but with a bezwaar, a beroep or something to carry out pending: a
    uitspraak in beroep too.
    """
    query = text(_UNDER_WAY).bindparams(
        *(bindparam(name, expanding=True) for name in ("beslissend", "opent", "eindigt", "heropent"))
    )
    values = {
        "beslissend": [*BEEINDIGEND, *_REOPENS, "vernietigd"],
        "opent": list(_OPENS),
        "eindigt": list(_ENDS),
        "heropent": list(_REOPENS),
    }
    return list(session.execute(query, values).scalars())


def closed_without(session: Session, versies: Iterable[int], soorten: Iterable[str]) -> list[int]:
    """Return the closed dossiers under these versies of a reglement in which none of these kinds happened.

    One that was opened again is among them whatever happened: it may have been in an earlier ronde. Not those that are
    still under way, or destroyed.
    """
    query = text(_WITH_ANY).bindparams(bindparam("soorten", expanding=True))
    left_out = {*under_way(session), *session.execute(query, {"soorten": list(soorten)}).scalars()}
    found = select(Dossier.id).where(Dossier.reglement_versie_id.in_(list(versies))).order_by(Dossier.id)
    return [dossier_id for dossier_id in session.scalars(found) if dossier_id not in left_out]


def dossier_rows(session: Session, ids: Iterable[int] | None = None) -> Sequence[DossierRij]:
    """Return the rows of a list, the latest dossier first; with `ids` only those."""
    where = "" if ids is None else "WHERE d.id IN :ids"
    query = text(_ROWS.format(where=where)).bindparams(bindparam("bepalend", expanding=True))
    values: dict[str, list[str] | list[int]] = {"bepalend": list(STATUS_LABELS)}
    if ids is not None:
        query = query.bindparams(bindparam("ids", expanding=True))
        values["ids"] = list(ids)
    return [
        DossierRij(
            id=row.id,
            nummer=f"{row.jaar}-{row.volgnummer:03d}",
            ontvangen_op=date.fromisoformat(row.ontvangen_op) if row.ontvangen_op else None,
            klager=row.naam or "",
            organisatie=row.organisatie or "",
            status=VERGISSING if row.vergissing else STATUS_LABELS.get(row.soort, NIEUW),
            behandelaar=row.behandelaar or "",
        )
        for row in session.execute(query, values)
    ]
