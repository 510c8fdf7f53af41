"""What the farm's pool does when workers die, vanish or differ: everything but Dask itself, which is played."""

from __future__ import annotations

import asyncio
import contextlib
import pickle
import sys
from dataclasses import replace

import pytest
from distributed import KilledWorker
from distributed.client import FutureCancelledError

from renderers.clients.profile import profile
from renderers.engines import BrowserMissingError
from renderers.render.farm import connection, pool
from renderers.render.farm.offering import Offering, Versions, own_versions
from renderers.render.farm.pool import FarmPool
from renderers.render.job import RenderJob, RenderResult
from templates.errors import EngineError, LimitError, StorageError

ENGINES = {"chromium": "headless-shell 156 fonts a"}
THUNDERBIRD = replace(profile("thunderbird-linux"), system=sys.platform)


def offering(engines=ENGINES, lanes=2, versions=None, platform=sys.platform) -> Offering:
    """What a worker offers."""
    return Offering(versions or own_versions(), platform, engines, lanes)


def mail(text: str, **options) -> RenderJob:
    """A small mail."""
    return RenderJob(f"<p>{text}", options.pop("images", {}), profile("plain-mobile"), **options)


class Dask:
    """Stands in for a connected client: ``answer(job, key)`` is what a worker's task gives or raises."""

    def __init__(self) -> None:
        self.under_way: set[str] = set()
        self.seen: list[tuple[str, frozenset[str]]] = []
        self.released: list[str] = []
        self.workers = [offering().data]
        self.asked_for: dict[str, int] = {}
        self.names: list[str] = []
        self.scheduler = self
        self.is_busy = asyncio.Event()

    async def answer(self, job, key):
        return RenderResult(b"\xff\xd8\xff" + job.html.encode(), "image/jpeg", 375, 10, 375, key, cached=False)

    def submit(self, task, parcel, *, key, resources):
        self.asked_for |= resources
        self.names.append(key)
        return Future(self, pickle.loads(parcel), key.partition("-")[2])

    async def identity(self, n_workers):
        return {"workers": {str(n): {"mailwright": each} for n, each in enumerate(self.workers)}}


class Future:
    """One submitted job."""

    def __init__(self, dask: Dask, job: RenderJob, key: str) -> None:
        self._dask, self._job, self._key = dask, job, key

    async def result(self):
        self._dask.under_way.add(self._job.html)
        self._dask.seen.append((self._job.html, frozenset(self._dask.under_way)))
        try:
            return await self._dask.answer(self._job, self._key)
        finally:
            self._dask.under_way.discard(self._job.html)

    def release(self):
        self._dask.released.append(self._job.html)


@pytest.fixture
def dask(monkeypatch) -> Dask:
    """The farm that the pool finds."""
    made = Dask()

    @contextlib.asynccontextmanager
    async def connected(_scheduler):
        yield made

    monkeypatch.setattr(pool, "connected", connected)
    return made


def with_pool(work, **options):
    """Do ``await work(pool)`` with a pool of this farm."""

    async def scene():
        async with FarmPool("tcp://farm:8786", **options) as opened:
            return await work(opened)

    return asyncio.run(scene())


def rendered(*jobs: RenderJob, **options):
    """Take all pictures at once; failures are values."""

    async def work(opened):
        return await asyncio.gather(*map(opened.render, jobs), return_exceptions=True)

    return with_pool(work, **options)


def test_a_job_carries_all_that_it_needs(dask, tmp_path):
    """Its pictures go as bytes, and of the profile only what a browser sees; the key is that of the files."""
    path = tmp_path / "dot.png"
    path.write_bytes(b"\x89PNG")
    sent = []

    async def answer(job, key):
        sent.append((job, key))
        return await Dask.answer(dask, job, key)

    dask.answer = answer
    job = mail("one", images={"brands/dot.png": path})
    (result,) = rendered(job)
    ((there, key),) = sent
    assert there.images == {"brands/dot.png": b"\x89PNG"}
    assert (there.profile.steps, there.profile.evidence, there.profile.width) == ((), {}, 375)
    assert dask.asked_for == {offering().resource: 1}
    assert result.key == key == job.key(ENGINES["chromium"]) == there.key(ENGINES["chromium"])


def test_what_cannot_be_read_is_not_sent(dask, tmp_path):
    """A picture that is missing or too large fails on this side."""
    large = bytes(20_000_001)
    unread, refused = rendered(mail("a", images={"a.png": tmp_path / "none"}), mail("b", images={"b.png": large}))
    assert isinstance(unread, StorageError)
    assert isinstance(refused, LimitError)
    assert dask.seen == []


def test_only_so_many_jobs_are_with_the_farm_at_once(dask):
    """Two for each lane: the others wait here, so that a run that is stopped leaves nothing behind."""

    async def answer(job, key):
        await asyncio.sleep(0)
        return await Dask.answer(dask, job, key)

    dask.answer = answer
    assert len(rendered(*(mail(f"{n}") for n in range(12)))) == 12
    assert max(len(others) for _, others in dask.seen) in range(2, 5)


def test_a_mail_that_workers_die_on_fails_alone(dask):
    """Those that died with it are taken again, one at a time; it is known then whose doing it was."""

    async def answer(job, key):
        await asyncio.sleep(0)
        killers = {"<p>bomb"}
        if job.html in killers or dask.under_way & killers:
            raise KilledWorker(key, None, 3)
        return await Dask.answer(dask, job, key)

    dask.answer = answer
    one, bomb, two = rendered(mail("one"), mail("bomb"), mail("two"))
    assert isinstance(bomb, EngineError)
    assert str(bomb).startswith("The farm's workers crashed on this mail again and again.")
    assert [each.picture[3:] for each in (one, two)] == [b"<p>one", b"<p>two"]
    again = dask.seen[3:]
    assert {"<p>one", "<p>bomb"} <= {html for html, _ in again}
    assert all(others == {html} for html, others in again)
    assert len(set(dask.names)) == len(dask.names)  # what failed by its name would fail again at once


def test_a_run_that_is_stopped_lets_go_of_its_jobs(dask):
    """Cancelling releases what the farm has; what waited here is never sent."""

    async def answer(job, key):
        if len(dask.seen) == 4:
            dask.is_busy.set()
        await asyncio.Event().wait()

    async def work(opened):
        tasks = [asyncio.create_task(opened.render(mail(f"{n}"))) for n in range(9)]
        await dask.is_busy.wait()
        for task in tasks:
            task.cancel()
        return await asyncio.gather(*tasks, return_exceptions=True)

    dask.answer = answer
    assert all(isinstance(each, asyncio.CancelledError) for each in with_pool(work))
    assert sorted(dask.released) == sorted(html for html, _ in dask.seen)
    assert len(dask.seen) == 4


@pytest.mark.parametrize(
    "failure", [ConnectionResetError("gone"), FutureCancelledError("picture", "scheduler-connection-lost")]
)
def test_a_lost_connection_ends_what_waits(dask, failure):
    """One sentence for all, and nothing more is sent; nor does a task look as if somebody had stopped it."""

    async def answer(job, key):
        raise failure

    dask.answer = answer
    outcomes = rendered(*(mail(f"{n}") for n in range(9)))
    assert {str(each).partition(".")[0] for each in outcomes} == {"The connection to the farm tcp://farm:8786 was lost"}
    assert len(dask.seen) <= 4


def test_a_worker_that_crashed_may_come_back(dask, monkeypatch):
    """A moment without any worker is no failure."""
    monkeypatch.setattr(pool, "LOOK_S", 0.01)
    back = asyncio.Event()
    looks = []

    async def identity(n_workers):
        looks.append(n_workers)
        if len(looks) == 4:
            dask.workers.append(offering().data)
            back.set()
        return await Dask.identity(dask, n_workers)

    async def answer(job, key):
        dask.workers.clear()
        await back.wait()
        return await Dask.answer(dask, job, key)

    dask.answer, dask.identity = answer, identity
    (result,) = rendered(mail("one"), patience_s=5)
    assert result.picture.endswith(b"<p>one")
    assert len(looks) >= 4


def test_workers_that_all_vanish_are_not_waited_for_forever(dask, monkeypatch):
    """Once nobody is left who could do the work, every job of the run says so."""

    async def answer(job, key):
        dask.workers.clear()
        await asyncio.Event().wait()

    monkeypatch.setattr(pool, "LOOK_S", 0.01)
    dask.answer = answer
    outcomes = rendered(*(mail(f"{n}") for n in range(9)), patience_s=0.02)
    assert all("has no worker that takes pictures" in str(each) for each in outcomes)


def test_a_farm_without_workers_is_one_sentence(dask):
    """With the command that starts one."""
    dask.workers.clear()
    with pytest.raises(EngineError, match="Start one: mailwright worker --scheduler tcp://farm:8786"):
        rendered(mail("one"), patience_s=0)


def test_workers_that_differ_are_left_out_and_it_is_said(dask):
    """The engines of most lanes count: a key has to mean one picture."""
    dask.workers += [offering({"chromium": "other"}).data, offering(versions=Versions("0", "3", "1")).data, None, "x"]
    dask.workers += [offering(lanes=1).data]

    async def work(opened):
        return opened.offering, opened.notices

    found, notices = with_pool(work)
    assert (found.engines, found.lanes) == (ENGINES, 3)
    (notice,) = notices
    assert str(notice).startswith("2 of the farm's workers are not used")


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None,
        lambda taken: taken.picture,
        lambda taken: replace(taken, key="0" * 64),
        lambda taken: replace(taken, media_type="image/png"),
        lambda taken: replace(taken, picture=b"<html>no"),
    ],
)
def test_anything_else_than_the_picture_is_refused(dask, change):
    """It would be kept under the wrong name for good."""

    async def answer(job, key):
        return change(await Dask.answer(dask, job, key))

    dask.answer = answer
    (outcome,) = rendered(mail("one"))
    assert isinstance(outcome, EngineError)


def test_whatever_else_a_worker_raises_is_told(dask):
    """A fault that nobody expected is an error of one sentence, too."""

    async def answer(job, key):
        raise ZeroDivisionError("division by zero\nin detail")

    dask.answer = answer
    (outcome,) = rendered(mail("one"))
    assert str(outcome) == "Something unexpected went wrong: division by zero."


def test_an_engine_that_does_not_start_there_is_asked_no_more(dask):
    """The stand-in takes its place, as on this computer."""
    firefox = {"firefox": "firefox 153 fonts a", **ENGINES}
    dask.workers = [offering(firefox).data]

    async def answer(job, key):
        return BrowserMissingError("It does not start.")

    dask.answer = answer

    async def work(opened):
        shown = profile("thunderbird-linux")
        before = [each.kind for each in opened.casts(shown)]
        for _ in range(2):
            with pytest.raises(BrowserMissingError):
                await opened.render(mail("one", engine="firefox"))
        return before, [each.kind for each in opened.casts(shown)]

    before, after = with_pool(work)
    assert (before, after) == (["firefox", "chromium"], ["chromium"])
    assert len(dask.seen) == 1


def test_a_client_itself_is_true_on_its_own_system_alone(dask):
    """Thunderbird of a farm on another system takes no picture of Thunderbird on this one."""
    both = {"thunderbird": "thunderbird 153 fonts a", **ENGINES}

    async def kinds(opened):
        return {each.kind for each in opened.casts(THUNDERBIRD)}

    dask.workers = [offering(both).data]
    assert "thunderbird" in with_pool(kinds)
    dask.workers = [offering(both, platform="other").data]
    assert "thunderbird" not in with_pool(kinds)


def test_what_crosses_the_wire_can_be_read_again():
    """Errors keep their words, kind and place; offerings keep what they say."""
    error = BrowserMissingError("The browser {path} is gone.", advice="Look.", path="x")
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back)) == (BrowserMissingError, str(error))
    assert connection.offering_from(offering().data) == offering()
