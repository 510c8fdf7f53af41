"""The way to a farm's scheduler, and who works for it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
import warnings
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from renderers.render.farm import errors
from renderers.render.farm.offering import NAME, Offering, agreed, offering_from, own_versions
from templates.errors import MailwrightError

if TYPE_CHECKING:
    from distributed import Client

CONNECT_S = 5.0
LOOK_S = 0.5  # between two looks for workers
_LOGGERS = ("distributed", "distributed.client")  # the second has a level of its own


@contextlib.asynccontextmanager
async def connected(scheduler: str) -> AsyncIterator[Client]:
    """Connect to the scheduler at this address (``tcp://host:port``). Raises EngineError, InputError."""
    client = await _client(scheduler)
    try:
        yield client
    finally:
        with contextlib.suppress(OSError, TimeoutError):  # a scheduler that is gone has let go of everything by itself
            await client.close()


async def _client(scheduler: str) -> Client:
    try:
        import dask
        from distributed import Client
        from distributed.versions import VersionMismatchWarning
    except ModuleNotFoundError as missing:
        raise errors.not_installed("distributed") from missing
    hush(logging.CRITICAL)  # what goes wrong is said in a sentence
    warnings.filterwarnings("ignore", category=VersionMismatchWarning)  # ``offered`` compares what has to be the same
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GB"})  # a mail with its pictures is no graph
    try:
        client = Client(scheduler, asynchronous=True, set_as_default=False, timeout=CONNECT_S, name=NAME)
        try:
            async with asyncio.timeout(2 * CONNECT_S):  # what answers and is no scheduler would be waited for
                await client
        except BaseException:
            await client.close()
            raise
    except (OSError, TimeoutError, TypeError, ValueError, ImportError) as error:
        raise not_connected(scheduler, error) from error
    return client


def hush(level: int) -> None:
    """Keep Dask from logging what is below ``level``."""
    for name in _LOGGERS:
        logging.getLogger(name).setLevel(level)


def not_connected(scheduler: str, error: Exception) -> MailwrightError:
    """Return the sentence for what Dask raises when it cannot connect."""
    causes = [error, error.__cause__, error.__context__]
    if isinstance(error, TypeError) or any(isinstance(each, ssl.SSLError) for each in causes):
        return errors.not_secured(scheduler)  # a TypeError: there is no certificate at all
    if isinstance(error, OSError | TimeoutError):
        return errors.unreachable(scheduler)
    return errors.strange(scheduler, error)


async def offerings(scheduler: Any) -> list[Offering]:
    """Ask the scheduler (an rpc of Dask) what its workers have; those that are not ours are left out."""
    async with asyncio.timeout(CONNECT_S):
        workers = (await scheduler.identity(n_workers=-1))["workers"].values()
    return [offering for each in workers if (offering := offering_from(each.get(NAME)))]


async def offered(client: Client, scheduler: str, patience_s: float) -> tuple[Offering, list[Offering]]:
    """Return what the farm's workers have together, and the offerings of those that do not fit in.

    Waits ``patience_s`` seconds for the first worker. Raises EngineError.
    """
    own = own_versions()
    loop = asyncio.get_running_loop()
    end = loop.time() + patience_s
    while True:
        found = await offerings(client.scheduler)
        chosen = agreed(each for each in found if each.versions == own)
        if chosen:
            return chosen, [each for each in found if each.resource != chosen.resource]
        if found:
            raise errors.other_versions(own, found[0].versions)
        if loop.time() > end:
            raise errors.no_worker(scheduler, patience_s)
        await asyncio.sleep(LOOK_S)
