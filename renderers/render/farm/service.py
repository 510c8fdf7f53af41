"""A worker as a program: it stays until it is asked to end, and comes back by itself when it crashes."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from renderers.render.farm import errors
from renderers.render.farm.connection import CONNECT_S, hush, not_connected, offerings
from renderers.render.farm.offering import Offering, own_offering
from renderers.render.pool import RenderPool
from templates.errors import InputError, MailwrightError
from templates.workspace_settings import is_scheduler

if TYPE_CHECKING:
    from distributed import Nanny

_END_S = 5.0  # for the browsers to close

# Sampling what runs costs time, and nobody looks at it.
_SETTINGS = {"distributed.worker.profile.enabled": False}


async def own(lanes: int | None = None) -> Offering:
    """Return what this computer would offer as a worker. Raises BrowserMissingError."""
    async with RenderPool(lanes=lanes) as pool:
        await pool.warm()  # a browser that does not start is better found out before the farm counts on it
        return own_offering(pool.identities, pool.lanes)


async def serve(
    scheduler: str, offering: Offering, *, host: str = "", on_ready: Callable[[list[Offering]], None] | None = None
) -> None:
    """Take pictures for the farm at ``scheduler`` until Ctrl+C or SIGTERM.

    It listens at ``host``, by default on the way to the scheduler alone: loopback for a scheduler on this computer.
    ``on_ready`` is told what the farm's workers offer, this one among them. A worker process that crashes is started
    again. Raises InputError, and EngineError, also when the scheduler goes away.
    """
    if not is_scheduler(scheduler):
        raise InputError(
            "{address} is not the address of a Dask scheduler.",
            advice="Write it as tcp://host:port, or tls://host:port.",
            address=scheduler,
        )
    others = await _offerings_at(scheduler)
    with _end_event() as end:
        nanny = _nanny(scheduler, offering.lanes, host)
        try:
            await nanny
            if on_ready:
                on_ready([offering, *others])
            await _until(end, nanny)
        except (OSError, TimeoutError, RuntimeError) as error:
            if not end.is_set():  # else it was stopped while it started
                raise _reason(error) from error
        finally:
            await nanny.close(timeout=_END_S)
    if not end.is_set():
        raise errors.lost(scheduler)


async def _offerings_at(scheduler: str) -> list[Offering]:
    """Ask who else works there, and so see that the scheduler answers."""
    try:
        from distributed import Security, rpc
    except ModuleNotFoundError as missing:
        raise errors.not_installed("distributed") from missing
    hush(logging.CRITICAL)  # what goes wrong is said in a sentence
    try:
        connection = Security().get_connection_args("worker")
        async with rpc(scheduler, timeout=CONNECT_S, connection_args=connection) as there:
            return await offerings(there)
    except (OSError, TimeoutError, TypeError, ValueError) as error:
        raise not_connected(scheduler, error) from error


def _nanny(scheduler: str, lanes: int, host: str) -> Nanny:
    """One process that works, watched by this one."""
    from distributed import Nanny
    from distributed.comm.addressing import get_address_host
    from distributed.utils import get_ip

    from renderers.render.farm.studio import Studio

    return Nanny(
        scheduler,
        nthreads=lanes,
        plugins=(Studio(lanes),),
        host=host or get_ip(get_address_host(scheduler)),
        dashboard_address="127.0.0.1:0",
        memory_limit=0,  # the pool watches its browsers' memory
        config=_SETTINGS,
        quiet=True,
        silence_logs=logging.CRITICAL,
    )


def _reason(error: BaseException) -> MailwrightError:
    """What is behind "Nanny failed to start"."""
    while error.__cause__:
        error = error.__cause__
    return error if isinstance(error, MailwrightError) else errors.unexpected(error)


async def _until(end: asyncio.Event, nanny: Nanny) -> None:
    """Wait for ``end``, or for the nanny to close because the scheduler is gone."""
    waits = [asyncio.ensure_future(end.wait()), asyncio.ensure_future(nanny.finished())]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for each in waits:
        each.cancel()
    await asyncio.gather(*waits, return_exceptions=True)


@contextlib.contextmanager
def _end_event() -> Iterator[asyncio.Event]:
    """An event that Ctrl+C or SIGTERM sets."""
    loop = asyncio.get_running_loop()
    end = asyncio.Event()
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    for each in before:
        signal.signal(each, lambda *_: loop.call_soon_threadsafe(end.set))
    try:
        yield end
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
