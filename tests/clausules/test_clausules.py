"""Holds the clause list, the reglement files and the marks on the tests to each other."""

import importlib
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PRAKTIJK = "KD-1"
LATER = {
    "de rechten van gebruikers",
    "het vernietigen",
    "andere ondertekening",
}


@pytest.fixture(scope="module", autouse=True)
def _developer_scripts():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "packaging"))
        yield


@pytest.fixture(scope="module")
def clausules():
    """The script that keeps the page about the clauses."""
    return importlib.import_module("clausules")


@pytest.fixture(scope="module")
def marks(clausules):
    return clausules.read_marks(ROOT)


@pytest.fixture(scope="module")
def known(clausules):
    return {clausule.id: clausule for clausule in clausules.read_clausules()}


@pytest.fixture(scope="module")
def whole(clausules):
    """The clauses of which nothing is there yet."""
    return {item.clausule for item in clausules.read_waiting() if not item.deel}


def test_the_list_has_every_clause_once(clausules):
    found = clausules.read_clausules()
    assert Counter(clausule.reglement for clausule in found) == {
        "klassewerk": 16,
        "klik_onderwijs": 17,
        "tien_voor_taal": 35,
        "interactie": 26,
        "leefstijlwijzer": 12,
        "algemeen": 1,
    }
    assert len({clausule.id for clausule in found}) == len(found)
    assert all(clausule.eis for clausule in found)


def test_no_clause_is_without_a_test(known, marks, whole):
    """Also one of which a part waits: the part that is there has its test."""
    assert known.keys() - {mark.clausule for mark in marks} == whole


def test_no_mark_names_an_unknown_clause(known, marks):
    assert [mark for mark in marks if mark.clausule not in known] == []


def test_what_waits_says_for_what(clausules, known):
    for item in clausules.read_waiting():
        assert item.clausule in known
        assert set(item.wacht_op.split(" en ")) <= LATER
    entries = [(item.clausule, item.wacht_op, item.deel) for item in clausules.read_waiting()]
    assert len(set(entries)) == len(entries)


def test_what_waits_whole_has_no_part_that_waits(clausules, whole):
    assert [item for item in clausules.read_waiting() if item.deel and item.clausule in whole] == []


def test_the_files_name_clauses_of_their_own_reglement(clausules, known):
    places = clausules.read_places()
    assert [place for place in places if place.clausule not in known] == []
    elsewhere = [place for place in places if known[place.clausule].reglement != place.reglement]
    assert {place.clausule for place in elsewhere} == {PRAKTIJK}
    assert {place.clausule for place in places if place.reglement == "praktijk"} == {PRAKTIJK}


def test_every_clause_is_done_somewhere(clausules, known, whole):
    """In its reglement file, or in the modules that are named for it, which are there."""
    where = clausules.read_where()
    done = {place.clausule for place in clausules.read_places()} | where.keys()
    assert done == known.keys() - whole
    assert [module for modules in where.values() for module in modules if not (ROOT / module).is_file()] == []


def test_the_marks_that_are_read_are_the_marks_that_pytest_has(request, marks):
    """Of the tests that run beside this one, so that reading the files misses none."""
    found = {(mark.file, mark.test, mark.clausule) for mark in marks}
    for item in request.session.items:
        if isinstance(item, pytest.Function):
            file = item.path.relative_to(ROOT).as_posix()
            names = [node.name for node in item.listchain() if isinstance(node, pytest.Class)]
            names.append(item.originalname)
            holders = {".".join(names[:end]) for end in range(1, len(names) + 1)}
            for mark in item.iter_markers("clausule"):
                assert mark.args
                assert all(any((file, name, id_) in found for name in holders) for id_ in mark.args), (
                    item.nodeid
                )


TABLE = """
import pytest
def case(clausule, text):
    return pytest.param(text, marks=pytest.mark.clausule(clausule))
ROWS = [case("IA-5.5", "not KW-1, which is part of a sentence")]
"""
TESTS = """
import pytest
from table import ROWS
UNUSED = ["KD-1"]
@pytest.mark.clausule("TT-4c", "KW-5a")
def test_a(): pass
@pytest.mark.parametrize("row", [*ROWS, pytest.param("x", marks=pytest.mark.clausule("LW-3"))])
def test_b(row): pass
@pytest.mark.clausule("KD-1")
class TestC:
    @pytest.mark.clausule("LW-4")
    def test_d(self): pass
    def test_e(self): pass
def test_f(): pass
"""


def test_a_mark_is_found_on_a_test_a_class_and_a_case_of_a_table_elsewhere(tmp_path):
    (tmp_path / "tests" / "deep").mkdir(parents=True)
    (tmp_path / "tests" / "table.py").write_text(TABLE)
    (tmp_path / "tests" / "deep" / "test_x.py").write_text(TESTS)
    found = importlib.import_module("clausule_marks").read_marks(tmp_path)
    assert {mark.file for mark in found} == {"tests/deep/test_x.py"}
    assert {(mark.clausule, mark.test) for mark in found} == {
        ("TT-4c", "test_a"),
        ("KW-5a", "test_a"),
        ("IA-5.5", "test_b"),
        ("LW-3", "test_b"),
        ("KD-1", "TestC"),
        ("LW-4", "TestC.test_d"),
    }


def test_the_page_is_up_to_date(clausules):
    written = (ROOT / clausules.PAGE).read_text(encoding="utf-8")
    assert written == clausules.render_page(), "python3 packaging/dev.py clausules writes it again"


def test_the_page_is_written_by_the_command_of_the_developer(clausules, tmp_path):
    for part in ("resources/clausules", "resources/praktijk", "resources/reglementen", "tests/clausules"):
        shutil.copytree(ROOT / part, tmp_path / part)
    (tmp_path / clausules.PAGE).write_text("old")
    (tmp_path / "packaging").mkdir()
    for script in (ROOT / "packaging").glob("*.py"):
        (tmp_path / "packaging" / script.name).write_bytes(script.read_bytes())
    command = [sys.executable, str(tmp_path / "packaging" / "dev.py"), "clausules"]
    subprocess.run(command, check=True, cwd=tmp_path)
    page = (tmp_path / clausules.PAGE).read_text(encoding="utf-8")
    assert page.startswith("# The clauses and their tests")
    assert page.count("| KW-") == 16
