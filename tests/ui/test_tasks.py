"""The worker: order, delivery, errors, and widgets that are gone."""

import gc
import threading

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from klachtdesk.errors import DeskError, NotFound
from klachtdesk.ui.tasks import Tasks, Unexpected


def _refuse() -> None:
    raise NotFound("Dit dossier bestaat niet.")


def test_work_is_done_off_the_ui_thread_and_delivered_on_it_in_order(tasks: Tasks):
    done: list[tuple[int, bool, bool]] = []
    here = threading.current_thread()

    def work(number: int) -> tuple[int, threading.Thread]:
        return number, threading.current_thread()

    def deliver(result: tuple[int, threading.Thread]) -> None:
        done.append((result[0], result[1] is not here, threading.current_thread() is here))

    for number in range(20):
        tasks.run(tasks, lambda number=number: work(number), deliver)
    tasks.finish()
    assert done == [(number, True, True) for number in range(20)]


def test_a_known_error_goes_to_whoever_started_the_work(tasks: Tasks):
    told: list[DeskError] = []
    tasks.run(tasks, _refuse, failed=told.append)
    tasks.finish()
    assert [str(error) for error in told] == ["Dit dossier bestaat niet."]


def test_a_known_error_that_nobody_takes_goes_to_the_window(tasks: Tasks, qtbot: QtBot):
    with qtbot.waitSignal(tasks.refused) as refused:
        tasks.run(tasks, _refuse)
    assert isinstance(refused.args[0], NotFound)


def test_an_unexpected_error_goes_to_one_place_and_nobody_keeps_waiting(qapp: QApplication, qtbot: QtBot):
    tasks = Tasks()
    failed: list[DeskError] = []
    with qtbot.waitSignal(tasks.crashed) as crashed:
        tasks.run(tasks, lambda: 1 / 0, failed=failed.append)
    tasks.close()
    assert isinstance(crashed.args[0], ZeroDivisionError)
    assert [type(error) for error in failed] == [Unexpected]
    assert "niets veranderd" not in str(failed[0])  # it may have come after the transaction was kept


def test_the_worker_goes_on_after_an_error(tasks: Tasks):
    done: list[int] = []
    tasks.run(tasks, _refuse, failed=lambda _error: None)
    tasks.run(tasks, lambda: 1, done.append)
    tasks.finish()
    assert done == [1]


def test_work_for_a_widget_that_is_gone_is_done_and_not_delivered(tasks: Tasks, qapp: QApplication):
    worked: list[str] = []
    delivered: list[None] = []
    may_go_on = threading.Event()
    widget = QWidget()
    tasks.run(tasks, may_go_on.wait)
    tasks.run(widget, lambda: worked.append("kept"), delivered.append)
    widget.deleteLater()
    QApplication.sendPostedEvents(widget, 0)
    qapp.processEvents()
    may_go_on.set()
    tasks.finish()
    assert worked == ["kept"]
    assert delivered == []


def test_closing_finishes_what_was_started(qapp: QApplication):
    tasks = Tasks()
    worked: list[int] = []
    for number in range(5):
        tasks.run(tasks, lambda number=number: worked.append(number))
    tasks.close()
    assert worked == [0, 1, 2, 3, 4]


def test_the_window_hears_when_nothing_is_going_on_any_more(tasks: Tasks, qtbot: QtBot):
    may_go_on = threading.Event()
    with qtbot.waitSignal(tasks.busy_changed) as busy:
        tasks.run(tasks, may_go_on.wait)
    assert busy.args == [True]
    with qtbot.waitSignal(tasks.busy_changed) as busy:
        may_go_on.set()
    assert busy.args == [False]


class _Ring:
    """Something that only the garbage collector can take away, and that says on which thread it was."""

    def __init__(self, taken: list[threading.Thread]) -> None:
        self._taken = taken
        self._self = self

    def __del__(self) -> None:
        self._taken.append(threading.current_thread())


def test_garbage_is_collected_on_the_thread_of_the_window_only(tasks: Tasks, qtbot: QtBot):
    taken: list[threading.Thread] = []
    for _ in range(20):
        _Ring(taken)
    # So much that Python, left to itself, would collect while it is made: on the worker.
    kept: list[list[list[int]]] = []
    tasks.run(tasks, lambda: [[number] for number in range(20_000)], kept.append)
    tasks.finish()
    qtbot.waitUntil(lambda: len(taken) == 20)
    assert set(taken) == {threading.current_thread()}


def test_python_collects_by_itself_again_when_the_worker_has_stopped(qapp: QApplication):
    assert gc.isenabled()
    tasks = Tasks(qapp)
    assert not gc.isenabled()
    tasks.close()
    tasks.close()
    assert gc.isenabled()


def test_what_wants_to_be_done_after_the_end_is_not_done_and_no_error(qapp: QApplication):
    """A look that waits for a pause in the typing may come when the window is already going away."""
    tasks = Tasks()
    tasks.close()
    done: list[int] = []
    tasks.run(tasks, lambda: done.append(1), lambda _answer: done.append(2))
    tasks.finish()
    assert done == []
