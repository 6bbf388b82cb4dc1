"""Who does what in the office, who is above it, and where people are told: what the lists of the settings show."""

from datetime import date

from klachtdesk.dutch import capital
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.kantoor.bekendmaking import (
    bekendmaking_formulier,
    check_bekendmaking,
    list_bekendmakingen,
    remove_bekendmaking,
    save_bekendmaking,
)
from klachtdesk.services.kantoor.functionarissen import (
    commissielid_formulier,
    functionaris_formulier,
    list_commissieleden,
    list_functionarissen,
    remove_commissielid,
    remove_functionaris,
    save_commissielid,
    save_functionaris,
)
from klachtdesk.services.kantoor.instanties import (
    instantie_formulier,
    list_instanties,
    remove_instantie,
    save_instantie,
)
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.instellingen.lijst_deel import Actie, Lijst, Regel
from klachtdesk.views.kantoorgegevens import (
    BekendmakingView,
    CommissielidView,
    FunctionarisView,
    InstantieView,
    VervangerView,
)


def lijsten() -> tuple[Lijst, ...]:
    """Return the lists in the order of the page."""
    return (_functionarissen(), _commissieleden(), _instanties(), _bekendmakingen())


def _functionarissen() -> Lijst:
    def save(desk: Desk, waarden: dict[str, str], record_id: int | None) -> Changes:
        return save_functionaris(desk, waarden, functionaris_id=record_id)

    return Lijst(
        "functionarissen",
        "Functionarissen en vervangers",
        "Wie welke taak heeft in de procedure. Bij verlof neemt de vervanger het in die periode over.",
        "Functionaris toevoegen",
        "Er staat nog niemand in de lijst",
        "Voeg toe wie bij u klachten behandelt. klachtdesk stelt die persoon voor bij elke stap.",
        "user-round",
        lambda desk: tuple(map(_functionaris, list_functionarissen(desk))),
        functionaris_formulier,
        save,
        remove_functionaris,
    )


def _commissieleden() -> Lijst:
    def save(desk: Desk, waarden: dict[str, str], record_id: int | None) -> Changes:
        return save_commissielid(desk, waarden, commissielid_id=record_id)

    return Lijst(
        "commissieleden",
        "Commissieleden",
        "Wie in een commissie zit. Wie op de afdeling werkt waarover geklaagd is, kan daarover niet oordelen.",
        "Lid toevoegen",
        "Er zijn nog geen leden",
        "Heeft uw kantoor een commissie die over een bezwaar oordeelt? Voeg dan de leden toe.",
        "scale",
        lambda desk: tuple(map(_commissielid, list_commissieleden(desk))),
        commissielid_formulier,
        save,
        remove_commissielid,
    )


def _instanties() -> Lijst:
    def save(desk: Desk, waarden: dict[str, str], record_id: int | None) -> Changes:
        return save_instantie(desk, waarden, instantie_id=record_id)

    return Lijst(
        "instanties",
        "Beroepsinstanties",
        "Waar iemand terechtkan die het met de afhandeling niet eens is. Dit staat ook in de brieven.",
        "Instantie toevoegen",
        "Er is nog geen instantie",
        "Voeg de instantie toe die boven uw kantoor staat, met adres en kosten.",
        "building-2",
        lambda desk: tuple(map(_instantie, list_instanties(desk))),
        instantie_formulier,
        save,
        remove_instantie,
    )


def _bekendmakingen() -> Lijst:
    def save(desk: Desk, waarden: dict[str, str], record_id: int | None) -> Changes:
        return save_bekendmaking(desk, waarden, bekendmaking_id=record_id)

    return Lijst(
        "bekendmakingen",
        "Bekendmaking",
        "Waar klanten en medewerkers over de klachtenprocedure kunnen lezen. Kijk elk jaar na of het er nog staat.",
        "Plaats toevoegen",
        "Er is nog niets bekendgemaakt",
        "Voeg toe waar de procedure te vinden is, zoals uw website of het personeelshandboek.",
        "info",
        lambda desk: tuple(map(_bekendmaking, list_bekendmakingen(desk))),
        bekendmaking_formulier,
        save,
        remove_bekendmaking,
        Actie("nagekeken", "Nagekeken vandaag", "Genoteerd: vandaag nagekeken.", check_bekendmaking),
    )


def _functionaris(view: FunctionarisView) -> Regel:
    chips = [] if view.in_functie else [("Niet in functie", "")]
    if view.waarnemer:
        chips.append((f"Vandaag: {view.waarnemer}", "accent"))
    return Regel(
        view.id,
        capital(_joined(view.functie, view.naam, between=": ")),
        _lines(
            _joined(view.adres, view.telefoon, view.email, view.website),
            _period(view.van, view.tot),
            *map(_vervanger, view.vervangers),
            view.reglement and f"Uit het reglement: {view.reglement}.",
        ),
        tuple(chips),
        uit_reglement=bool(view.sleutel),
    )


def _vervanger(view: VervangerView) -> str:
    when = "bij afwezigheid" if view.aanleiding == "afwezigheid" else "bij eigen betrokkenheid"
    words = _joined(f"Vervanger: {view.naam}, {when}", _period(view.van, view.tot).lower(), between=" ")
    return _joined(words, view.telefoon, view.email)


def _commissielid(view: CommissielidView) -> Regel:
    return Regel(
        view.id,
        _joined(view.naam, view.functie),
        _lines(
            _joined(view.commissie, f"afdeling {view.afdeling}" if view.afdeling else "niet van het kantoor"),
            view.deskundigheid and f"Deskundigheid: {view.deskundigheid}",
            view.onafhankelijkheid and f"Onafhankelijk: {view.onafhankelijkheid}",
            _joined(view.telefoon, view.email),
            _period(view.van, view.tot),
        ),
        () if view.zittend else (("Zit niet meer in de commissie", ""),),
    )


def _instantie(view: InstantieView) -> Regel:
    chips = [("Bindend", "accent") if view.bindend else ("Niet bindend", "")]
    if not view.bevoegd:
        chips.append(("Niet van toepassing vandaag", ""))
    leden = ", ".join(
        _joined(lid.naam, f"({lid.functie})" if lid.functie else "", between=" ") for lid in view.leden
    )
    return Regel(
        view.id,
        view.naam,
        _lines(
            _joined(view.adres, view.telefoon, view.email, view.website),
            view.kosten and f"Kosten: {view.kosten}",
            leden and f"Leden: {leden}",
            _period(view.van, view.tot),
            view.artikel and f"Uit {view.reglement or 'het reglement'}, artikel {view.artikel}.",
        ),
        tuple(chips),
        uit_reglement=bool(view.artikel),
    )


def _bekendmaking(view: BekendmakingView) -> Regel:
    if view.laatst_nagekeken is not None:
        checked = f"Laatst nagekeken op {short_date(view.laatst_nagekeken)}"
    else:
        checked = "Nog nooit nagekeken"
    since = f"sinds {short_date(view.sinds)}" if view.sinds else ""
    from_reglement = (
        f"volgens artikel {view.artikel} van {view.reglement or 'het reglement'}" if view.artikel else ""
    )
    before = f"opnieuw vóór {short_date(view.nakijken_voor)}" if view.nakijken_voor else ""
    return Regel(
        view.id,
        view.waar,
        _lines(
            _joined(f"Voor {view.doelgroep_label.lower()}", since, from_reglement) + ".",
            f"{_joined(checked, before)}.",
        ),
        (("Nakijken", "warning"),) if view.nakijken else (),
        uit_reglement=bool(view.artikel),
    )


def _period(van: date | None, tot: date | None) -> str:
    """Return a period in words, or nothing for one without bounds."""
    if van and tot:
        return f"Van {short_date(van)} tot en met {short_date(tot)}"
    if van:
        return f"Vanaf {short_date(van)}"
    return f"Tot en met {short_date(tot)}" if tot else ""


def _joined(*parts: str | None, between: str = ", ") -> str:
    return between.join(part for part in parts if part)


def _lines(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
