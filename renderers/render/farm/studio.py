"""The part of Mailwright inside a worker: one warm pool on a loop of its own, and the task that uses it."""

from __future__ import annotations

import asyncio
import pickle
import signal
import threading
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from distributed import WorkerPlugin, get_worker

from renderers.render.farm.errors import unexpected
from renderers.render.farm.offering import NAME, Offering, own_offering
from renderers.render.job import RenderJob, RenderResult
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError

if TYPE_CHECKING:
    from distributed import Worker

T = TypeVar("T")


def take(parcel: bytes) -> RenderResult | MailwrightError:
    """Take the picture of a pickled ``RenderJob`` in the worker that this runs in.

    A failure is a value: an exception would be written to the worker's log together with the mail.
    """
    studio: Studio = get_worker().plugins[NAME]  # type: ignore[assignment]  # ours, by its name
    try:
        return studio.picture(pickle.loads(parcel))  # noqa: S301 - whoever reaches a worker may run anything there
    except MailwrightError as error:
        return error
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told to whoever waits for the picture
        return unexpected(error)


class Studio(WorkerPlugin):
    """Opens the pool with its worker and closes it with it.

    The loop is not the worker's own: that one has to answer the scheduler, and on Windows it starts no programs.
    """

    name = NAME

    def __init__(self, lanes: int) -> None:
        self._lanes = lanes

    async def setup(self, worker: Worker) -> None:
        """Open the pool, then announce what there is. Raises BrowserMissingError: the worker then does not start."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl+C goes to all: the program ends its workers
        offering = await asyncio.to_thread(self._open)
        for kept in (worker.state.total_resources, worker.state.available_resources):
            kept[offering.resource] = offering.lanes
        worker.startup_information[NAME] = lambda _worker: offering.data

    async def teardown(self, worker: Worker) -> None:
        """Close the browsers."""
        await asyncio.to_thread(self._close)

    def picture(self, job: RenderJob) -> RenderResult:
        """Take a picture and wait for it; from any thread. Raises like the pool."""
        return self._done(self._pool.render(job))

    def _open(self) -> Offering:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="pictures", daemon=True)
        self._thread.start()
        self._pool = RenderPool(lanes=self._lanes)
        self._done(self._pool.__aenter__())
        self._done(self._pool.warm())
        return own_offering(self._pool.identities, self._lanes)

    def _close(self) -> None:
        self._done(self._pool.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _done(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()
