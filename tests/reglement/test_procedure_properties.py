"""What holds for the stappen of every dossier that can be, found out by making up many of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from procedures import reglement

from klachtdesk.errors import GebeurtenisError, NotAllowed
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis, Persoon
from klachtdesk.reglement.gebeurtenissen import REF_PAREN, REF_SOORTEN, SOORTEN
from klachtdesk.reglement.invulvelden import INVULVELDEN
from klachtdesk.reglement.parts import Duur
from klachtdesk.reglement.procedure import check_stap, derive_stappen
from klachtdesk.reglement.procedure_kern import OPENED_BY
from klachtdesk.reglement.signalen import Omgeving, derive_signalen
from klachtdesk.reglement.termijnen import derive_termijnen
from klachtdesk.reglement.validation import validate_gebeurtenissen

SLEUTELS = ["interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal"]
FIRST_DAY = date(2026, 1, 5)
ONE_DAY = timedelta(days=1)
TWO_YEARS = Duur(aantal=2, eenheid="jaren")
OPENS = {opens: closes for closes, opens in OPENED_BY.items()}

people = st.lists(
    st.builds(
        Persoon,
        st.sampled_from("abcd"),
        st.sampled_from(["melder", "klager", "betrokkene", "behandelaar", "invuller", "beoordelaar"]),
        st.sampled_from([None, "les", "kantoor"]),
    ),
    max_size=5,
)
keys = st.frozensets(st.sampled_from(sorted(INVULVELDEN)))
events = st.builds(
    lambda soort, day, persoon, ref, velden: Gebeurtenis(
        soort,
        FIRST_DAY + timedelta(days=day),
        ref=ref if SOORTEN[soort].veld("ref") else None,
        persoon=persoon,
        velden=velden,
    ),
    st.sampled_from(sorted(set(SOORTEN) - {"verdaagd", "correctie"})),
    st.integers(0, 90),
    st.sampled_from(["a", "b", "c", "d", None]),
    st.sampled_from(["x", "y"]),
    st.dictionaries(
        st.sampled_from(["uitkomst", "volledig", "gronden", "motivering", "stap", "verslag", "personen"]),
        st.sampled_from(
            ["tevreden", "niet_tevreden", "opgelost", "ja", "opsporing_of_vervolging", "afgehandeld", ""]
        ),
        max_size=3,
    ),
)


@st.composite
def dossiers(draw, sleutel):
    """Make up a dossier that can be, whether its reglement allowed all that happened in it or not."""
    rules = reglement(sleutel)
    happened = [Gebeurtenis("ontvangen", FIRST_DAY)] if draw(st.booleans()) else []
    for made_up in draw(st.lists(events, max_size=14)):
        try:
            validate_gebeurtenissen(rules, [*happened, made_up], date.max, in_dossier=True)
        except GebeurtenisError:
            continue
        happened.append(made_up)
    return DossierFeiten(
        tuple(happened),
        tuple(draw(people)),
        draw(keys),
        gekozen_bewaartermijn=draw(st.sampled_from([None, TWO_YEARS])),
    )


def after(feiten: DossierFeiten) -> date:
    return feiten.gebeurtenissen[-1].datum + ONE_DAY if feiten.gebeurtenissen else FIRST_DAY


def recorded_by(stand, feiten: DossierFeiten, day: date) -> Gebeurtenis:
    """Return the gebeurtenis that records a stap, with everything filled in as the dialog would have it."""
    soort = SOORTEN[stand.soort]
    velden = {}
    for veld in soort.velden:
        if veld.soort == "gronden" and stand.gronden:
            velden[veld.sleutel] = stand.gronden[0].sleutel
        elif veld.sleutel == "kanaal":
            velden["kanaal"] = (*stand.regel.kanalen, "email")[0]
        elif veld.soort != "ref":
            velden[veld.sleutel] = veld.keuzes[0] if veld.keuzes else "buitenstaander"
    velden.pop("stap", None)
    velden.pop("bewaren_tot", None)
    own = {key: velden.pop(key) for key in ("persoon", "reden", "grond") if key in velden}
    if stand.regel.per:
        own["persoon"] = stand.persoon
    return Gebeurtenis(stand.soort, day, ref=_ref(stand.soort, feiten), velden=velden, **own)


def _ref(soort: str, feiten: DossierFeiten) -> str | None:
    happened = feiten.gebeurtenissen
    if soort in OPENED_BY:
        closed = {item.ref for item in happened if item.soort == soort}
        opened = [item.ref for item in happened if item.soort == OPENED_BY[soort]]
        return next(ref for ref in opened if ref not in closed)
    if soort in OPENS:
        return f"new{len(happened)}"
    return None


def verdaging(sleutel: str, feiten: DossierFeiten, day: date) -> Gebeurtenis:
    standen = derive_termijnen(reglement(sleutel), feiten, day)
    open_one = next(item for item in standen if item.status == "open" and item.loop.regel.verdaagbaar)
    return Gebeurtenis(
        "verdaagd",
        day,
        termijn=open_one.termijn,
        tot=open_one.einde + ONE_DAY,
        reden="druk",
        grond="complexiteit",
    )


pytestmark = pytest.mark.parametrize("sleutel", SLEUTELS)
some = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@some
@given(data=st.data())
def test_every_refusal_has_a_dutch_sentence_that_names_its_artikel(sleutel, data):
    feiten = data.draw(dossiers(sleutel))
    for stand in derive_stappen(reglement(sleutel), feiten, after(feiten)).stappen:
        assert stand.mogelijk == (not stand.redenen)
        for reden in stand.redenen:
            assert reden.zin[0].isupper()
            assert reden.zin.endswith(".")
            assert "{" not in reden.zin
            assert "_" not in reden.zin
            if reden.artikel is not None:
                assert reden.clausule
                assert reden.artikel.removeprefix("Formeel ") in reden.zin
            elif reden.clausule:
                assert reden.clausule == ("KD-1",)
                assert "praktijkregel van klachtdesk" in reden.zin


@some
@given(data=st.data())
def test_what_is_possible_can_be_recorded_and_what_is_not_is_refused(sleutel, data):
    feiten = data.draw(dossiers(sleutel))
    rules, day = reglement(sleutel), after(feiten)
    for stand in derive_stappen(rules, feiten, day).stappen:
        if not stand.mogelijk:
            with pytest.raises(NotAllowed):
                check_stap(rules, feiten, Gebeurtenis(stand.soort, day, ref="z", persoon=stand.persoon))
        elif stand.soort == "verdaagd":
            check_stap(rules, feiten, verdaging(sleutel, feiten, day))
        elif stand.regel.gronden and not stand.gronden:
            continue
        else:
            new = recorded_by(stand, feiten, day)
            check_stap(rules, feiten, new)
            validate_gebeurtenissen(rules, [*feiten.gebeurtenissen, new], day, in_dossier=True)


@some
@given(data=st.data())
def test_a_dossier_waits_for_one_thing_that_can_still_happen(sleutel, data):
    feiten = data.draw(dossiers(sleutel))
    procedure = derive_stappen(reglement(sleutel), feiten, after(feiten))
    status = procedure.status
    assert (status.aan_zet is None) == (status.wacht_op is None)
    if status.wacht_op is not None:
        assert status.wacht_op in procedure.stappen
        assert status.fase == status.wacht_op.regel.fase
        assert status.aan_zet == status.wacht_op.regel.door


@some
@given(data=st.data())
def test_filling_in_a_form_never_takes_a_stap_away(sleutel, data):
    feiten = data.draw(dossiers(sleutel))
    more = replace(feiten, ingevuld=feiten.ingevuld | data.draw(keys))
    day = after(feiten)
    before, now = (derive_stappen(reglement(sleutel), found, day).stappen for found in (feiten, more))
    for was, stand in zip(before, now, strict=True):
        assert stand.mogelijk or not was.mogelijk


@some
@given(data=st.data())
def test_a_note_changes_no_stap(sleutel, data):
    feiten = data.draw(dossiers(sleutel))
    day = after(feiten)
    noted = replace(feiten, gebeurtenissen=(*feiten.gebeurtenissen, Gebeurtenis("notitie", day)))
    before, now = (derive_stappen(reglement(sleutel), found, day) for found in (feiten, noted))
    assert [stand.redenen for stand in before.stappen] == [stand.redenen for stand in now.stappen]
    assert (before.status.wacht_op is None) == (now.status.wacht_op is None)


@some
@given(data=st.data())
def test_signalen_never_fall_over_and_name_what_they_rest_on(sleutel, data):
    feiten = data.draw(dossiers(sleutel))
    omgeving = Omgeving(data.draw(st.integers(0, 5)), data.draw(st.booleans()), (("a", "b"),))
    feiten = replace(feiten, datum_gebeurtenis=data.draw(st.none() | st.dates()))
    peildatum = after(feiten) + timedelta(days=data.draw(st.integers(0, 400)))
    for signaal in derive_signalen(reglement(sleutel), feiten, omgeving, peildatum):
        assert signaal.zin.endswith(".")
        assert signaal.clausule
        assert (signaal.artikel is None) == (signaal.clausule == ("KD-1",))


def test_the_pairs_of_refs_are_those_of_the_vocabulary(sleutel):
    assert set(REF_PAREN) <= set(OPENS)
    assert {*OPENS, *OPENED_BY} >= REF_SOORTEN
