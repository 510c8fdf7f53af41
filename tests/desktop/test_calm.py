"""Quiet work takes turns, and none while something is being moved."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from desktop.calm import Calm

STEP_S = 10.0  # a test that waits longer has failed


@pytest.fixture
def calm(qapp):
    """With an owner of its own."""
    owner = QObject()
    yield Calm(owner)
    owner.deleteLater()


@pytest.fixture
def quiet(calm):
    """``quiet(begun, stop)``: a thread that takes a turn, and tells when it has it."""
    threads = []

    def start(begun: threading.Event, stop: threading.Event, until: threading.Event | None = None) -> threading.Thread:
        def work() -> None:
            with calm.turn(stop):
                begun.set()
                if until is not None:
                    until.wait(STEP_S)

        thread = threading.Thread(target=work)
        threads.append(thread)
        thread.start()
        return thread

    yield start
    for thread in threads:
        thread.join(STEP_S)
        assert not thread.is_alive()


def test_work_waits_until_nothing_is_moved(calm, quiet, qtbot):
    """It begins when the scrolling rests, by itself."""
    calm.stir()
    begun = threading.Event()
    quiet(begun, threading.Event())
    assert not begun.wait(0.15)  # the window's thread stands still: the pause cannot have ended
    qtbot.waitUntil(begun.is_set, timeout=5000)


def test_one_piece_at_a_time(quiet):
    """The second one begins when the first has ended."""
    first, second, end = threading.Event(), threading.Event(), threading.Event()
    quiet(first, threading.Event(), end)
    assert first.wait(STEP_S)
    quiet(second, threading.Event())
    assert not second.wait(0.15)
    end.set()
    assert second.wait(STEP_S)


def test_work_that_nobody_wants_does_not_wait(calm, quiet):
    """Not for the calm, and not for its turn: whoever closes the window waits for no scrolling."""
    first, end = threading.Event(), threading.Event()
    quiet(first, threading.Event(), end)
    assert first.wait(STEP_S)
    calm.stir()
    begun, stop = threading.Event(), threading.Event()
    quiet(begun, stop)
    stop.set()
    assert begun.wait(STEP_S)
    end.set()


def test_a_piece_that_fails_gives_its_turn_back(calm):
    """The next one gets it."""
    with pytest.raises(ValueError, match="broken"), calm.turn(threading.Event()):
        raise ValueError("broken")
    with calm.turn(threading.Event()):
        pass
