"""The overview in sentences, made from its figures: what a directeur reads first, and may be all there is time for."""

from collections.abc import Iterator, Sequence
from typing import Final

from klachtdesk.views.overzicht import Cel, Maat, OverzichtView, RijView, TabelView

_UNKNOWN: Final = "onbekend"
_NONE: Final = Cel(0, "0")


def samenvatting(overzicht: OverzichtView) -> tuple[str, ...]:
    """Return the overview in a handful of whole sentences; every number in them stands in a table too."""
    voorraad = overzicht.voorraad[0]
    if voorraad.binnengekomen.aantal == 0 and voorraad.begin.aantal == 0:
        label = overzicht.perioden[0].label
        return (f"In {label} kwam er geen enkele klacht of melding binnen, en er liep er ook geen meer.",)
    return tuple(
        sentence
        for part in (
            _came_in,
            _stock,
            _subjects,
            _causes,
            _verdicts,
            _time,
            _length,
            _satisfaction,
            _after,
            _measures,
        )
        for sentence in part(overzicht)
    )


def _came_in(overzicht: OverzichtView) -> Iterator[str]:
    now = overzicht.voorraad[0].binnengekomen
    words = f"In {overzicht.perioden[0].label} {_came(now)} binnen"
    if len(overzicht.voorraad) > 1 and overzicht.perioden[1].heeft_gegevens:
        before, label = overzicht.voorraad[1].binnengekomen, overzicht.perioden[1].label
        words += f", {_compared(now, before, label)}"
    yield f"{words}."


def _came(cel: Cel) -> str:
    if cel.aantal == 1:
        return "kwam 1 klacht of melding"
    return f"kwamen {_number(cel)} klachten en meldingen"


def _compared(now: Cel, before: Cel, label: str) -> str:
    if now.aantal is None or before.aantal is None:
        return f"tegen {_number(before)} in {label}"
    if now.aantal == before.aantal:
        return f"evenveel als in {label}"
    more = now.aantal - before.aantal
    return f"{_dutch(abs(more))} {'meer' if more > 0 else 'minder'} dan in {label}"


def _stock(overzicht: OverzichtView) -> Iterator[str]:
    now = overzicht.voorraad[0]
    if any(map(_hides_much, (now.begin, now.afgesloten, now.eind))):
        return
    opened = "Aan het begin liep er" if now.begin.aantal == 1 else "Aan het begin liepen er"
    closed = "is er" if now.afgesloten.aantal == 1 else "zijn er"
    running = "liep er nog" if now.eind.aantal == 1 else "liepen er nog"
    yield (
        f"{opened} {_number(now.begin)}, er {closed} {_number(now.afgesloten)} afgesloten, "
        f"en aan het eind {running} {_number(now.eind)}."
    )


def _subjects(overzicht: OverzichtView) -> Iterator[str]:
    yield from _most(_tabel(overzicht, "onderwerp"), "Het vaakst ging het over {wat} ({hoeveel}).")


def _causes(overzicht: OverzichtView) -> Iterator[str]:
    yield from _most(_tabel(overzicht, "oorzaak"), "De oorzaak was het vaakst {wat} ({hoeveel}).")


def _most(tabel: TabelView | None, sentence: str) -> Iterator[str]:
    """Name the row or rows with the most; nothing when that can't be told from what may be shown."""
    if tabel is None:
        return
    rows = [row for row in tabel.rijen if row.sleutel != _UNKNOWN]
    counts = [row.cellen[0].aantal for row in rows]
    known = [count for count in counts if count is not None]
    if not known or max(known) == 0 or any(map(_hides_much, (row.cellen[0] for row in rows))):
        return
    top = [row for row, count in zip(rows, counts, strict=True) if count == max(known)]
    each = f"elk {_dutch(max(known))}" if len(top) > 1 else _dutch(max(known))
    total = tabel.totaal[0].aantal if tabel.totaal else None
    much = each if total is None else f"{each} van de {_dutch(total)}"
    yield sentence.format(wat=_listed([_quoted(row) for row in top]), hoeveel=much)


def _verdicts(overzicht: OverzichtView) -> Iterator[str]:
    rows = [row for row in _rows(overzicht, "uitkomst") if row.sleutel != _UNKNOWN]
    told = [f"{_number(row.cellen[0])} {row.label.lower()}" for row in rows if row.cellen[0].aantal != 0]
    if told and not any(map(_hides_much, (row.cellen[0] for row in rows))):
        yield f"Het oordeel was: {_listed(told)}."


def _time(overzicht: OverzichtView) -> Iterator[str]:
    figures = [rij.perioden[0] for rij in overzicht.termijnen]
    met = [item.gehaald.aantal for item in figures]
    late = [item.te_laat.aantal for item in figures]
    if None in met or None in late:
        return
    in_time, too_late = sum(filter(None, met)), sum(filter(None, late))
    if in_time + too_late == 0:
        return
    if too_late == 0:
        yield "Alle termijnen die afliepen, zijn gehaald."
        return
    were = "was er 1" if too_late == 1 else f"waren er {_dutch(too_late)}"
    yield f"Van de {_dutch(in_time + too_late)} termijnen die met een stap zijn afgesloten, {were} te laat."


def _length(overzicht: OverzichtView) -> Iterator[str]:
    duur = overzicht.doorlooptijd[0]
    if duur.mediaan.waarde is not None and duur.p90.waarde is not None:
        yield (
            f"De helft van wat is afgesloten, was klaar binnen {_days(duur.mediaan)}; negen van de tien binnen "
            f"{_days(duur.p90)}."
        )


def _satisfaction(overzicht: OverzichtView) -> Iterator[str]:
    rows = {row.sleutel: row.cellen[0] for row in _rows(overzicht, "tevredenheid")}
    content, discontent = rows.get("tevreden"), rows.get("niet_tevreden")
    if content is None or discontent is None or None in (content.aantal, discontent.aantal):
        return
    asked = (content.aantal or 0) + (discontent.aantal or 0)
    if asked:
        were = "was" if content.aantal == 1 else "waren"
        yield f"Van de {_dutch(asked)} klagers die het lieten weten, {were} er {_number(content)} tevreden."


def _after(overzicht: OverzichtView) -> Iterator[str]:
    bezwaar = next((row.cellen[0] for row in _rows(overzicht, "bezwaar")), _NONE)
    beroep = _total(overzicht, "beroep")
    if _hides_much(bezwaar) or _hides_much(beroep):
        return
    if bezwaar.aantal == 0 and beroep.aantal == 0:
        yield "Niemand maakte bezwaar, en niemand stapte naar een instantie buiten het kantoor."
        return
    first = f"{_number(bezwaar)} keer is bezwaar gemaakt".capitalize()
    yield f"{first}; {_number(beroep)} keer stapte iemand naar een instantie buiten het kantoor."


def _measures(overzicht: OverzichtView) -> Iterator[str]:
    rows = {row.sleutel: row.cellen[0] for row in _rows(overzicht, "maatregel")}
    decided = rows.get("verbetermaatregel.besloten")
    if decided is None or decided.aantal == 0 or _hides_much(decided):
        return
    taken = (
        "is 1 verbetermaatregel" if decided.aantal == 1 else f"zijn {_number(decided)} verbetermaatregelen"
    )
    total = _total(overzicht, "maatregel_uitkomst")
    words = f"Er {taken} vastgesteld"
    if total.aantal != 0 and not _hides_much(total):
        judged = _rows(overzicht, "maatregel_uitkomst")
        works = next((row.cellen[0] for row in judged if row.sleutel == "effectief"), _NONE)
        if _hides_much(works):
            yield f"{words}."
            return
        verb = "werkte" if works.aantal == 1 else "werkten"
        words += f"; van de {_number(total)} die zijn geëvalueerd, {verb} er {_number(works)}"
    yield f"{words}."


def _tabel(overzicht: OverzichtView, sleutel: str) -> TabelView | None:
    """Return a table; None for one that this office has no rows for."""
    return next((tabel for tabel in overzicht.tabellen if tabel.sleutel == sleutel), None)


def _rows(overzicht: OverzichtView, sleutel: str) -> Sequence[RijView]:
    tabel = _tabel(overzicht, sleutel)
    return () if tabel is None else tabel.rijen


def _total(overzicht: OverzichtView, sleutel: str) -> Cel:
    tabel = _tabel(overzicht, sleutel)
    return _NONE if tabel is None or tabel.totaal is None else tabel.totaal[0]


def _quoted(row: RijView) -> str:
    return f"“{row.label}”"


def _days(maat: Maat) -> str:
    return f"{maat.tekst} {'dag' if maat.waarde == 1 else 'dagen'}"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"


def _hides_much(cel: Cel) -> bool:
    """Tell whether a count is hidden that need not be small: hidden so that another can't be worked out from it."""
    return cel.aantal is None and not cel.tekst.startswith("<")


def _number(cel: Cel) -> str:
    """Return a count as it reads in a sentence; "<3" in a copy for outside is "minder dan 3"."""
    if cel.aantal is None:
        return cel.tekst.replace("<", "minder dan ") if cel.tekst.startswith("<") else cel.tekst
    return "geen" if cel.aantal == 0 else _dutch(cel.aantal)


def _dutch(number: int) -> str:
    return f"{number:,}".replace(",", ".")
