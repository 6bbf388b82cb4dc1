"""Any sequence of stappen, forms and corrections over the services, in any reglement, on a real kluis.

After each step: what was recorded had what it required (a second judge says so), no termijn is gone without a reason,
the audit log is whole, and whatever was refused was refused in Dutch with the artikel it rests on. At the end the kluis
is closed and opened, and reads the same.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from explained import assert_explained
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from office import WACHTWOORD, Office
from second_judge import lacking
from snapshots import Snapshot, snapshot

from klachtdesk.errors import DeskError, KluisError, NotAllowed
from klachtdesk.reglement.parts import vindplaats_of
from klachtdesk.services.audit import audit_faults
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.formulieren import new_melding, read_formulier, register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import (
    correct_gebeurtenis,
    possible_gebeurtenissen,
    record_gebeurtenis,
)
from klachtdesk.services.kantoor.bewaarkeuze import choose_bewaartermijn
from klachtdesk.services.kluis import close_kluis, open_kluis
from klachtdesk.services.oordeel import freeze_oordeel
from klachtdesk.views.dossier import GebeurtenisKeuze, GebeurtenisVeld

SLEUTELS = ("interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal")
FORMULIEREN = ("meldingsformulier", "intern_klachtenformulier", "oordeel")
NAMES = ("Xander Quist", "Yvonne Zwart", "Quirine Vos")
SECRETS = (*" ".join(NAMES).split(), "Tekst erbij", "Het ging niet goed", "voorbeeld.nl")
FIRST_DAY = date(2026, 3, 30)
PARTS_RONDES = ("afgehandeld", "ingetrokken", "direct_opgelost", "niet_in_behandeling", "heropend")
SETTINGS = settings(max_examples=3, stateful_step_count=8, phases=[Phase.generate])
"""Few examples of many steps, because what goes wrong goes wrong deep in a dossier; each step is a real transaction, so
making a failing example smaller would take minutes."""


def typed(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


class Sequences(RuleBasedStateMachine):
    """An office with one reglement, in which anything may happen to its dossiers."""

    def __init__(self, factory: pytest.TempPathFactory, reglement: str) -> None:
        super().__init__()
        self.reglement = reglement
        self.office = Office(factory.mktemp("sequence") / "kluis", reglement, FIRST_DAY)
        self.dossiers: list[int] = []
        self.termijnen: dict[int, dict[object, tuple[str, ...]]] = {}
        self.refs = 0

    def teardown(self) -> None:
        if self.dossiers:
            before = self._everything()
            close_kluis(self.office.desk)
            self.office.desk = open_kluis(self.office.folder, WACHTWOORD, self.office.klok)
            assert self._everything() == before
        with suppress(KluisError):
            close_kluis(self.office.desk)

    # What can happen.

    @initialize(kanaal=st.sampled_from(["email", "brief", "telefoon"]), data=st.data())
    def a_melding_comes_in(self, kanaal: str, data: st.DataObject) -> None:
        onderwerpen = new_melding(self.office.desk).formulier.veld("onderwerpen").keuzes
        waarden = {
            "kanaal": kanaal,
            "omschrijving": "Het ging niet goed.",
            "product": "De cursus.",
            "motivering": "Er was iets anders beloofd.",
            "melder.1.naam": NAMES[0],
            "melder.1.organisatie": "De school",
            "melder.1.email": "school@voorbeeld.nl",
            "melder.1.telefoon": "020 123 45 67",
            "onderwerpen": onderwerpen[0].sleutel if onderwerpen else "",
        }
        if data.draw(st.booleans()):
            waarden["betrokkene.1.naam"] = NAMES[1]
        made = register_melding(self.office.desk, waarden, draft_id=None).dossier_id
        self.dossiers.append(made)
        self.termijnen[made] = {}
        self._go_on(made, data, times=data.draw(st.sampled_from([14, 7, 0])))

    @rule(data=st.data())
    @precondition(lambda self: len(self.dossiers) < 2)
    def another_comes_in(self, data: st.DataObject) -> None:
        self.a_melding_comes_in("email", data)

    @rule(days=st.integers(1, 40))
    def days_go_by(self, days: int) -> None:
        self.office.klok.zet(self.today + timedelta(days=days))

    @rule(data=st.data())
    def it_goes_the_normal_way(self, data: st.DataObject) -> None:
        self._go_on(self._any_dossier(data), data, times=6)

    @rule(data=st.data(), times=st.integers(1, 4))
    def something_possible_happens(self, data: st.DataObject, times: int) -> None:
        dossier = self._any_dossier(data)
        for _ in range(times):
            fases: dict[str, list[GebeurtenisKeuze]] = {}
            for keuze in self._keuzes(dossier):
                if keuze.mogelijk:
                    fases.setdefault(keuze.fase, []).append(keuze)
            # First a fase: else most of what happens would be notes and the like, which are always possible.
            if fases:
                chosen = fases[data.draw(st.sampled_from(list(fases)))]
                self._record(dossier, data.draw(st.sampled_from(chosen)), data, self.today)

    @rule(data=st.data(), ago=st.integers(1, 20))
    def something_forgotten_is_recorded(self, data: st.DataObject, ago: int) -> None:
        """With the day on which it happened."""
        dossier = self._any_dossier(data)
        keuze = data.draw(st.sampled_from(self._keuzes(dossier)))
        self._record(dossier, keuze, data, max(FIRST_DAY, self.today - timedelta(days=ago)))

    @rule(data=st.data())
    def what_is_not_possible_is_tried(self, data: st.DataObject) -> None:
        dossier = self._any_dossier(data)
        keuze = data.draw(st.sampled_from([keuze for keuze in self._keuzes(dossier) if not keuze.mogelijk]))
        velden = self._fill(keuze, data)
        refused = self._try(
            dossier,
            lambda: record_gebeurtenis(self.office.desk, dossier, keuze.soort, typed(self.today), velden),
        )
        assert refused is not None
        if isinstance(refused, NotAllowed):
            said = [item for item in keuze.redenen if item.zin in refused.message]
            assert said or "Kies voor deze stap" in refused.message
            assert all(vindplaats_of(item.artikel) in item.zin for item in said if item.artikel)
            assert refused.artikel is not None or not any(item.artikel for item in said)

    @rule(data=st.data(), name=st.sampled_from(FORMULIEREN))
    def a_form_is_saved(self, data: st.DataObject, name: str) -> None:
        dossier = self._any_dossier(data)
        self._make_oordeel_final(dossier)
        self._save_form(dossier, name, data, whole=False)

    @rule(data=st.data(), replaced=st.booleans())
    def something_is_corrected(self, data: st.DataObject, replaced: bool) -> None:
        dossier = self._any_dossier(data)
        counting = list(self._snapshot(dossier).counting.items())
        if not counting:
            return
        identity, item = data.draw(st.sampled_from(counting))
        keuze = next((keuze for keuze in self._keuzes(dossier) if keuze.soort == item.soort), None)
        velden = self._fill(keuze, data) if replaced and keuze is not None else None
        corrected = self._try(
            dossier,
            lambda: correct_gebeurtenis(
                self.office.desk,
                dossier,
                identity,
                reden="Verkeerd ingevuld.",
                datum=None if velden is None else typed(item.datum),
                velden=velden,
            ),
        )
        if corrected is None:
            self._forget_termijnen_of(item.soort, dossier)

    @rule()
    @precondition(lambda self: self.reglement == "tien_voor_taal")
    def a_bewaartermijn_is_chosen(self) -> None:
        typed_in = {"aantal": "2", "eenheid": "jaren", "motivering": "Het keurmerk."}
        choose_bewaartermijn(self.office.desk, typed_in)

    # What always holds.

    @invariant()
    def the_audit_log_is_whole(self) -> None:
        with self.office.desk.reading() as session:
            assert audit_faults(session) == ()

    @invariant()
    def no_termijn_is_gone(self) -> None:
        for dossier in self.dossiers:
            now = self._snapshot(dossier).termijnen
            assert self.termijnen[dossier].keys() <= now.keys()
            self.termijnen[dossier] = now

    # How it is done and judged.

    @property
    def today(self) -> date:
        return self.office.klok.vandaag()

    def _any_dossier(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(self.dossiers))

    def _keuzes(self, dossier: int) -> tuple[GebeurtenisKeuze, ...]:
        return possible_gebeurtenissen(self.office.desk, dossier)

    def _snapshot(self, dossier: int) -> Snapshot:
        return snapshot(self.office.desk, dossier)

    def _try(self, dossier: int, act: Callable[[], object]) -> DeskError | None:
        """Do something; return the refusal, if it was refused: then it was explained, and nothing has changed."""
        before = self._snapshot(dossier)
        try:
            act()
        except DeskError as refused:
            assert self._snapshot(dossier) == before
            assert_explained(refused, SECRETS)
            return refused
        assert self._snapshot(dossier).logged > before.logged
        return None

    def _go_on(self, dossier: int, data: st.DataObject, *, times: int) -> None:
        """Let what comes next in the reglement happen, a day after the other, with the forms filled in or not."""
        for name in FORMULIEREN if data.draw(st.booleans()) else ():
            self._save_form(dossier, name, data, whole=True)
        for _ in range(times):
            expected = [
                stap.soort
                for stap in read_dossier(self.office.desk, dossier).procedure.stappen
                if stap.mogelijk and stap.verwacht and not stap.gebeurd
            ]
            keuzes = {keuze.soort: keuze for keuze in self._keuzes(dossier)}
            if "oordeel_vastgesteld" in expected:
                self._make_oordeel_final(dossier)
            elif possible := [keuzes[soort] for soort in expected if soort in keuzes]:
                self._record(dossier, possible[0], data, self.today)
            self.office.klok.zet(self.today + timedelta(days=1))

    def _record(self, dossier: int, keuze: GebeurtenisKeuze, data: st.DataObject, day: date) -> None:
        before = self._snapshot(dossier)
        velden = self._fill(keuze, data)
        refused = self._try(
            dossier, lambda: record_gebeurtenis(self.office.desk, dossier, keuze.soort, typed(day), velden)
        )
        if refused is None:
            self._had_what_it_required(dossier, before)
            if day < self.today and keuze.soort in PARTS_RONDES:
                self._forget_termijnen_of(keuze.soort, dossier)

    def _save_form(self, dossier: int, name: str, data: st.DataObject, *, whole: bool) -> None:
        view = read_formulier(self.office.desk, dossier, name)
        velden = [veld for sectie in view.formulier.secties if not sectie.rij for veld in sectie.velden]
        if not whole:
            velden = data.draw(st.lists(st.sampled_from(velden), max_size=4))
        waarden = dict(view.waarden)
        texts = {"datum": [typed(FIRST_DAY)], "tijd": ["10:40"], "ja_nee": ["ja", "nee"]}
        for veld in velden:
            possible = [keuze.sleutel for keuze in veld.keuzes] or texts.get(
                veld.soort.value, ["Tekst erbij."]
            )
            waarden[veld.sleutel] = data.draw(st.sampled_from(possible if whole else ["", *possible]))
        before = self._snapshot(dossier)
        save = self._try(
            dossier, lambda: save_formulier(self.office.desk, dossier, name, waarden, draft_id=None)
        )
        if save is None and self._snapshot(dossier).received != before.received:
            self._forget_termijnen_of("ontvangen", dossier)

    def _make_oordeel_final(self, dossier: int) -> None:
        before = self._snapshot(dossier)
        if self._try(dossier, lambda: freeze_oordeel(self.office.desk, dossier)) is None:
            self._had_what_it_required(dossier, before)

    def _had_what_it_required(self, dossier: int, before: Snapshot) -> None:
        after = self._snapshot(dossier)
        (new,) = [item for identity, item in after.counting.items() if identity not in before.counting]
        assert lacking(self.reglement, new, before.judged, after.people, after.filled) == []

    def _forget_termijnen_of(self, soort: str, dossier: int) -> None:
        """What a termijn starts with, or what parts the rondes in which they run, is a reason for it to go."""
        self.termijnen[dossier] = {
            sleutel: starts
            for sleutel, starts in self.termijnen[dossier].items()
            if soort not in (*starts, *PARTS_RONDES)
        }

    def _fill(self, keuze: GebeurtenisKeuze, data: st.DataObject) -> dict[str, str]:
        wanted = [veld for veld in keuze.velden if veld.verplicht or data.draw(st.booleans())]
        return {veld.sleutel: data.draw(st.sampled_from(self._choices(veld))) for veld in wanted}

    def _choices(self, veld: GebeurtenisVeld) -> list[str]:
        keys = [sleutel for sleutel, _label in veld.keuzes]
        match veld.soort:
            case "persoon":
                return [*keys, *keys, *keys, NAMES[2]]  # mostly somebody who is in the dossier
            case "personen":
                return [*keys, ", ".join(NAMES[1:])]
            case "datum":
                return [typed(self.today + timedelta(days=days)) for days in (30, 3)]
            case "bedrag":
                return ["100"]
            case "ref" if not keys:
                self.refs += 1
                return [f"R{self.refs}"]
            case _:
                return keys or ["Tekst erbij."]

    def _everything(self) -> list[object]:
        desk = self.office.desk
        forms = [read_formulier(desk, dossier, name) for dossier in self.dossiers for name in FORMULIEREN]
        return [list_dossiers(desk), forms, [read_dossier(desk, dossier) for dossier in self.dossiers]]


@pytest.mark.parametrize("reglement", SLEUTELS)
def test_no_sequence_breaks_what_always_holds(tmp_path_factory: pytest.TempPathFactory, reglement: str):
    run_state_machine_as_test(lambda: Sequences(tmp_path_factory, reglement), settings=SETTINGS)
