"""Jobs: results, progress, cancelling and faults, all on the GUI thread."""

from __future__ import annotations

import asyncio
import sys
import threading
from concurrent.futures import Future

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread

from desktop.jobs import Job
from desktop.loop_thread import LoopThread
from renderers.render.pool import RenderPool
from templates.errors import EngineError, InputError


class Listener(QObject):
    """Writes down what a job says, and on which thread."""

    def __init__(self, job) -> None:
        super().__init__()
        self.said: list[object] = []
        self.threads: set[QThread] = set()
        job.progressed.connect(self.progressed)
        job.reported.connect(self.reported)
        job.succeeded.connect(self.succeeded)
        job.failed.connect(self.failed)
        job.ended.connect(self.ended)

    def note(self, *what: object) -> None:
        self.said.append(what)
        self.threads.add(QThread.currentThread())

    def progressed(self, done, total, what) -> None:
        self.note("progressed", done, total, what)

    def reported(self, part) -> None:
        self.note("reported", part)

    def succeeded(self, result) -> None:
        self.note("succeeded", result)

    def failed(self, error) -> None:
        self.note("failed", type(error))

    def ended(self) -> None:
        self.note("ended")


def test_a_job_reports_in_order_on_the_gui_thread(jobs, qtbot):
    """Progress, parts and the result arrive in the order in which they were sent, where widgets may be touched."""

    def work(job):
        job.advance(1, 2, "half")
        job.report("part")
        return "whole"

    listener = Listener(jobs.run("work", work))
    qtbot.waitUntil(lambda: ("ended",) in listener.said)
    assert listener.said == [("progressed", 1, 2, "half"), ("reported", "part"), ("succeeded", "whole"), ("ended",)]
    assert listener.threads == {jobs.thread()}


def test_a_failure_is_told_as_it_is(jobs, qtbot):
    """An expected error reaches whoever asked for the work."""

    def work(job):
        raise InputError("No.")

    listener = Listener(jobs.run("work", work))
    qtbot.waitUntil(lambda: ("ended",) in listener.said)
    assert listener.said == [("failed", InputError), ("ended",)]


def test_a_cancelled_job_says_nothing_more(jobs, qtbot):
    """After Cancel comes only the end, though the work found a result meanwhile."""
    go_on = threading.Event()

    def work(job):
        go_on.wait(10)
        job.report("late")
        return "late"

    job = jobs.run("work", work)
    listener = Listener(job)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: ("ended",) in listener.said)
    assert listener.said == [("ended",)]


def test_work_sees_that_it_should_stop(jobs, qtbot):
    """``advance`` answers False and ``check`` raises, so a long loop ends early."""
    answers: list[bool] = []
    started, stopped = threading.Event(), threading.Event()

    def work(job):
        answers.append(job.advance(0, 2))
        started.set()
        stopped.wait(10)
        answers.append(job.advance(1, 2))
        job.check()
        answers.append(True)

    job = jobs.run("work", work)
    started.wait(10)
    job.cancel()
    stopped.set()
    qtbot.waitUntil(lambda: not jobs.running)
    assert answers == [True, False]


def test_a_fault_reaches_the_one_handler(jobs, qtbot, monkeypatch):
    """An exception that nobody foresaw goes to sys.excepthook on the GUI thread, and the job fails in words."""
    seen: list[object] = []

    def hook(kind, error, trace):
        seen.append((kind, QThread.currentThread()))

    monkeypatch.setattr(sys, "excepthook", hook)
    listener = Listener(jobs.run("work", lambda job: 1 // 0))
    qtbot.waitUntil(lambda: ("ended",) in listener.said)
    assert seen == [(ZeroDivisionError, jobs.thread())]
    assert listener.said == [("failed", EngineError), ("ended",)]


def test_a_coroutine_gets_the_pool(jobs, qtbot):
    """Asynchronous work runs on the loop that owns the browser, and every job gets the same pool."""
    pools: list[object] = []

    async def work(job, pool):
        pools.append(pool)
        await asyncio.sleep(0)
        return threading.current_thread().name

    listeners = [Listener(jobs.run_async("work", work)) for _ in range(2)]
    qtbot.waitUntil(lambda: all(("ended",) in listener.said for listener in listeners), timeout=20_000)
    assert listeners[0].said == [("succeeded", "loop"), ("ended",)]
    assert pools[0] is pools[1]


def test_a_job_that_is_done_at_once_still_tells_who_started_it(jobs, qtbot, monkeypatch):
    """The outcome waits until the caller had the time to connect."""
    done: Future[object] = Future()
    done.set_result("whole")
    monkeypatch.setattr(LoopThread, "submit", lambda self, work: done)
    listener = Listener(jobs.run_async("work", None))
    qtbot.waitUntil(lambda: ("ended",) in listener.said)
    assert listener.said == [("succeeded", "whole"), ("ended",)]


def test_a_coroutine_is_cancelled_where_it_waits(jobs, qtbot):
    """Cancel reaches a coroutine that waits for something that never comes."""
    waiting = threading.Event()

    async def work(job, pool):
        waiting.set()
        await asyncio.Event().wait()

    job = jobs.run_async("work", work)
    listener = Listener(job)
    waiting.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: ("ended",) in listener.said)
    assert listener.said == [("ended",)]


def test_forgetting_the_browser_opens_another(jobs, qtbot):
    """The next picture after a change of the settings gets a new pool."""
    pools: list[object] = []

    async def work(job, pool):
        pools.append(pool)

    for _ in range(2):
        jobs.run_async("work", work)
        qtbot.waitUntil(lambda: not jobs.running)
        jobs.forget_browser()
    assert pools[0] is not pools[1]


def test_shutting_down_ends_everything(jobs, qtbot):
    """Threads and the loop end, whatever they waited for."""
    waiting, before = threading.Event(), set(threading.enumerate())

    async def forever(job, pool):
        waiting.set()
        await asyncio.Event().wait()

    jobs.run_async("loop", forever)
    jobs.run("patient", lambda job: job.stop.wait(30))
    waiting.wait(10)
    started = [thread for thread in set(threading.enumerate()) - before if thread.name in {"loop", "patient"}]
    assert len(started) == 2
    jobs.shut_down()
    for thread in started:
        thread.join(30)  # a busy machine takes longer than the window waits
        assert not thread.is_alive()


def test_closing_lets_work_tidy_up(jobs):
    """It was asked to stop once by its job, and is not asked again: else tokens that it set aside would stay so."""
    waiting, tidied = threading.Event(), []

    async def tidy():
        await asyncio.sleep(0.05)

    async def work(job, pool):
        try:
            waiting.set()
            await asyncio.Event().wait()
        finally:
            await asyncio.shield(asyncio.create_task(tidy()))
            tidied.append("done")

    jobs.run_async("work", work)
    waiting.wait(10)
    jobs.shut_down()
    assert tidied == ["done"]


def test_closing_leaves_the_tasks_of_the_pool_to_the_pool(jobs, monkeypatch):
    """It waits for its own: one that ended under its hands would break off the closing of browsers."""
    waiting, ended = threading.Event(), []
    usual = RenderPool.__aexit__

    async def close(pool, *error):
        await pool.own
        ended.append("closed")
        await usual(pool, *error)

    monkeypatch.setattr(RenderPool, "__aexit__", close)

    async def work(job, pool):
        pool.own = asyncio.create_task(asyncio.sleep(0.05))
        waiting.set()
        await asyncio.Event().wait()

    jobs.run_async("work", work)
    waiting.wait(10)
    jobs.shut_down()
    assert ended == ["closed"]


def test_running_jobs_are_listed(jobs, qtbot):
    """Who shows the work under way sees it come and go."""
    with qtbot.waitSignal(jobs.changed):
        job = jobs.run("work", lambda job: job.stop.wait(30))
    assert jobs.running == [job]
    with qtbot.waitSignal(jobs.changed):
        job.cancel()
    assert jobs.running == []


def test_nothing_starts_once_it_is_closing(jobs, qtbot):
    """A timer that fires between the last goodbye and the end of the window does no work, and its job ends."""
    jobs.shut_down()
    done = []

    async def on_the_loop(job, pool):
        done.append("loop")

    late = [jobs.run("late", lambda job: done.append("thread")), jobs.run_async("later", on_the_loop)]
    with qtbot.waitSignals([job.ended for job in late]):
        pass
    assert done == []
    assert jobs.running == []


def test_work_that_outlives_the_window_is_told_to_nobody(qtbot, qapp):
    """Work that did not heed its stop in time ends quietly when the object it reports to is gone."""
    job = Job("stubborn", quiet=True, parent=qapp)
    shiboken6.delete(job)
    assert job.advance(1, 2)
    job.settle(lambda: None)
    with pytest.raises(RuntimeError, match="deleted"):
        job.parent()
