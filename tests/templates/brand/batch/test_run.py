"""Many companies at once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from templates.brand.batch.run import Entry, Made, Progress, Step, run_batch
from templates.errors import Cancelled, FetchError

ENTRIES = [Entry(line, f"{name}.example", f"{name}.example") for line, name in enumerate("abcdef", 1)]


class Maker:
    """Sets companies up in no time; ``failing`` names those that cannot be, and how."""

    def __init__(self, **failing: Exception) -> None:
        self.failing, self.began, self.most = failing, list[str](), 0
        self._now, self._lock = 0, threading.Lock()

    def __call__(self, entry: Entry, step: Step, cancel: threading.Event) -> Made:
        with self._lock:
            self.began.append(entry.source)
            self._now += 1
            self.most = max(self.most, self._now)
        step("Opening the site")
        try:
            if error := self.failing.get(entry.source[0]):
                raise error
        finally:
            with self._lock:
                self._now -= 1
        return Made(Path(entry.source), entry.source, kept=entry.source == "c.example")


def test_rows_come_in_the_order_of_the_list() -> None:
    """Each company has a row, made or kept."""
    rows = run_batch(ENTRIES, Maker())
    assert [row.entry for row in rows] == ENTRIES
    assert [row.state for row in rows] == ["made", "made", "kept", "made", "made", "made"]


def test_a_failure_is_a_row() -> None:
    """An expected failure keeps its sentence; a fault of ours becomes one, and neither stops the others."""
    refused = FetchError("{host} cannot be reached.", host="b.example")
    rows = run_batch(ENTRIES, Maker(b=refused, d=ZeroDivisionError("no")))
    assert [row.state for row in rows] == ["made", "failed", "kept", "failed", "made", "made"]
    assert rows[1].error is refused
    assert rows[3].error is not None
    assert rows[3].error.what == "Something unexpected went wrong: ZeroDivisionError: no."


def test_progress_tells_steps_and_rows_one_at_a_time() -> None:
    """Every company is told with its row, counted up, and with its step before."""
    inside, told = threading.Lock(), list[Progress]()

    def listen(progress: Progress) -> None:
        assert inside.acquire(blocking=False)
        told.append(progress)
        inside.release()

    run_batch(ENTRIES, Maker(), listen, workers=4)
    assert [one.done for one in told if one.row] == [1, 2, 3, 4, 5, 6]
    assert {one.total for one in told} == {6}
    for entry in ENTRIES:
        assert [bool(one.row) for one in told if one.entry == entry] == [False, True]


def test_no_more_companies_at_a_time_than_workers() -> None:
    """One worker means one company after the other."""
    maker = Maker()
    run_batch(ENTRIES, maker, workers=1)
    assert (maker.most, maker.began) == (1, [entry.source for entry in ENTRIES])


def test_what_was_not_begun_is_stopped() -> None:
    """Once cancelled, a company at work says so itself, and the others are not asked for."""
    cancel = threading.Event()
    maker = Maker(b=Cancelled("The extraction was stopped."))

    def listen(progress: Progress) -> None:
        if progress.entry.source == "b.example":
            cancel.set()

    rows = run_batch(ENTRIES, maker, listen, cancel, workers=1)
    assert [row.state for row in rows] == ["made", *5 * ["stopped"]]
    assert maker.began == ["a.example", "b.example"]


def test_what_ends_the_program_ends_the_workers() -> None:
    """An exception of the listener, like Ctrl+C, stops what is not begun and comes through."""
    cancel = threading.Event()
    maker = Maker()

    def listen(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch(ENTRIES, maker, listen, cancel, workers=1)
    assert cancel.is_set()
