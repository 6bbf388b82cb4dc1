"""A dossier put together by hand, to ask what may happen in it next and why not.

An event is written as "gehoord persoon=k verslag=goed+gesprek" (a plus stands for a blank). Each happens a day
after the one before it, from 1 April 2026 on, unless it says "@2026-05-20".
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from klachtdesk.assets import read_text
from klachtdesk.errors import NotAllowed
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis, Persoon
from klachtdesk.reglement.loading import load_praktijk, load_reglement
from klachtdesk.reglement.procedure import check_stap, derive_stappen
from klachtdesk.reglement.procedure_eisen import Situatie
from klachtdesk.reglement.procedure_status import DossierStatus, StapStand, is_awaited
from klachtdesk.reglement.schema import Reglement
from klachtdesk.reglement.signalen import Omgeving, Signaal, derive_signalen
from klachtdesk.reglement.stappen import Praktijk
from klachtdesk.reglement.validation import validate_gebeurtenissen

PREFIXES = {
    "interactie": "IA-",
    "klassewerk": "KW-",
    "klik_onderwijs": "KL-",
    "leefstijlwijzer": "LW-",
    "tien_voor_taal": "TT-",
}
"""What the clauses of each built-in reglement begin with."""

FIRST_DAY = date(2026, 4, 1)
ONE_DAY = timedelta(days=1)
KLAGER_AND_BETROKKENE = (Persoon("k", "melder"), Persoon("b", "betrokkene"))
_ATTRIBUTES = {"ref", "termijn", "reden", "grond", "persoon"}
_DATES = {"tot", "bewaren_tot"}


@cache
def praktijk() -> Praktijk:
    return load_praktijk(read_text("praktijk", "praktijk.toml"))


@cache
def reglement(sleutel: str) -> Reglement:
    """Return a built-in reglement with the praktijkregels."""
    return load_reglement(
        read_text("reglementen", f"{sleutel}.toml"),
        read_text("reglementen", f"{sleutel}.txt"),
        bestand=f"{sleutel}.toml",
        praktijk=praktijk(),
    )


def event(text: str, day: date) -> Gebeurtenis:
    """Read one event; `day` is its date when it names none."""
    soort, *more = text.split()
    fields = {}
    for item in more:
        if item.startswith("@"):
            day = date.fromisoformat(item[1:])
        else:
            sleutel, _, waarde = item.partition("=")
            fields[sleutel] = waarde.replace("+", " ")
    own = {sleutel: fields.pop(sleutel) for sleutel in _ATTRIBUTES & fields.keys()}
    dates = {sleutel: date.fromisoformat(fields.pop(sleutel)) for sleutel in _DATES & fields.keys()}
    return Gebeurtenis(soort, day, **own, **dates, velden=fields)


@dataclass(frozen=True)
class Case:
    """A dossier of one reglement: what happened, who is in it, and what is filled in."""

    reglement: Reglement
    feiten: DossierFeiten = field(default_factory=lambda: DossierFeiten(personen=KLAGER_AND_BETROKKENE))

    @property
    def next_day(self) -> date:
        happened = self.feiten.gebeurtenissen
        return happened[-1].datum + ONE_DAY if happened else FIRST_DAY

    def after(self, *texts: str) -> "Case":
        """Let these happen, whether the reglement allows it or not; raises GebeurtenisError when it can't be true."""
        case = self
        for text in texts:
            new = event(text, case.next_day)
            happened = (*case.feiten.gebeurtenissen, new)
            last = max(item.datum for item in happened)
            validate_gebeurtenissen(case.reglement, happened, last, in_dossier=True)
            case = replace(case, feiten=replace(case.feiten, gebeurtenissen=happened))
        return case

    def recorded(self, *texts: str) -> "Case":
        """Let these happen one by one, as the office records them; raises NotAllowed when a stap is refused."""
        case = self
        for text in texts:
            check_stap(case.reglement, case.feiten, event(text, case.next_day))
            case = case.after(text)
        return case

    def filled(self, keys: str) -> "Case":
        return replace(self, feiten=replace(self.feiten, ingevuld=self.feiten.ingevuld | set(keys.split())))

    def empty(self, keys: str) -> "Case":
        return replace(self, feiten=replace(self.feiten, ingevuld=self.feiten.ingevuld - set(keys.split())))

    def people(self, *personen: Persoon) -> "Case":
        return replace(self, feiten=replace(self.feiten, personen=personen))

    def knowing(self, **facts: object) -> "Case":
        return replace(self, feiten=replace(self.feiten, **facts))  # type: ignore[arg-type]

    def stand(self, soort: str, persoon: str | None = None, op: date | None = None) -> StapStand:
        found = derive_stappen(self.reglement, self.feiten, op or self.next_day).stand(soort, persoon)
        assert found is not None, f"{soort} is no stap of this reglement"
        return found

    def awaits(self, soort: str, persoon: str | None = None) -> bool:
        """Tell whether the dossier waits for a stap, next or after others."""
        return is_awaited(self.stand(soort, persoon), Situatie(self.reglement, self.feiten, self.next_day))

    def all_of(self, soort: str) -> list[StapStand]:
        """Return how a stap stands of everybody of whom it is asked."""
        found = derive_stappen(self.reglement, self.feiten, self.next_day).stappen
        return [stand for stand in found if stand.soort == soort]

    def reasons(self, soort: str, persoon: str | None = None) -> list[str]:
        """Return the sentences that say why a stap is not possible."""
        return [reden.zin for reden in self.stand(soort, persoon).redenen]

    def status(self, op: date | None = None) -> DossierStatus:
        return derive_stappen(self.reglement, self.feiten, op or self.next_day).status

    def waits_for(self) -> str | None:
        """Return the kind the dossier waits for."""
        stand = self.status().wacht_op
        return None if stand is None else stand.soort

    def refusal(self, text: str) -> str:
        """Return the message with which recording this is refused; empty when it is accepted."""
        try:
            check_stap(self.reglement, self.feiten, event(text, self.next_day))
        except NotAllowed as refused:
            return refused.message
        return ""

    def signalen(self, op: date | None = None, **around: object) -> dict[str, Signaal]:
        omgeving = Omgeving(**around)  # type: ignore[arg-type]
        found = derive_signalen(self.reglement, self.feiten, omgeving, op or self.next_day)
        return {signaal.sleutel: signaal for signaal in found}


def case(sleutel: str) -> Case:
    """Return an empty dossier of a built-in reglement, with a klager (k) and a betrokkene (b)."""
    return Case(reglement(sleutel))
