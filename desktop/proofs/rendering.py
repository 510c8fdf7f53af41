"""One run of pictures that are paid for: the work of a job, which can be stopped with all that is done kept."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from desktop.jobs import Job
from desktop.pictures import HEIGHT, WIDTH
from desktop.proofs.wallet import Wallet
from desktop.proofs.wish import Wish
from renderers.budget.purse import Purse
from renderers.budget.tables import entry, reservation
from renderers.plan import Plan
from renderers.preview import preview
from renderers.proofs.proof import Progress, Proof
from renderers.proofs.saved import save_proofs
from renderers.proofs.thumbnail import thumbnail
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.errors import LimitError, MailwrightError, StorageError
from templates.workspace import Workspace


@dataclass(frozen=True)
class Taken:
    """A proof that is there, and its picture small enough for a card (JPEG); empty where it failed."""

    proof: Proof
    small: bytes = b""


@dataclass(frozen=True)
class Outcome:
    """How a run ended. ``unkept`` says why the pictures could not be kept with the workspace."""

    pictures: int
    failed: int
    cached: int
    charged: int
    stopped: bool = False
    unkept: MailwrightError | None = None


class Rendering:
    """Takes the pictures of a wish, for at most ``agreed`` tokens: what a person read before saying yes."""

    def __init__(self, workspace: Workspace, wish: Wish, wallet: Wallet, cache: PictureCache, agreed: int) -> None:
        self._workspace, self._wish, self._wallet = workspace, wish, wallet
        self._cache, self._agreed = cache, agreed
        self._stopper = _Stopper()
        self._closes = False
        self._run = uuid4().hex
        self._done: list[Proof] = []

    def stop(self, *, for_good: bool = False) -> None:
        """End soon; from any thread. What is done is kept and reported. ``for_good``: and close the wallet then."""
        self._closes = for_good
        self._stopper.stop()

    async def work(self, job: Job, pool: RenderPool) -> Outcome:
        """Report each ``Taken`` as it comes. Raises like ``preview``; what was done by then is kept all the same."""
        try:
            purse = await asyncio.to_thread(self._wallet.open)
            try:
                stopped = not await self._stopper.finishes(self._pictures(job, pool, purse))
            finally:
                unkept = await asyncio.to_thread(_keep, self._workspace, self._done)
            return self._outcome(stopped, await asyncio.to_thread(charged, purse, self._run), unkept)
        finally:
            if self._closes:
                await asyncio.to_thread(self._wallet.close)

    async def _pictures(self, job: Job, pool: RenderPool, purse: Purse) -> None:
        def on_proof(proof: Proof) -> None:
            self._done.append(proof)
            job.report(_taken(proof))

        def on_progress(progress: Progress) -> None:
            job.advance(progress.done, progress.total)

        wish = self._wish
        await preview(
            self._workspace,
            wish.templates,
            profiles=wish.clients,
            modes=wish.modes,
            data=(wish.data_set,),
            segments=(wish.segment,),
            on_plan=self._check,
            on_proof=on_proof,
            on_progress=on_progress,
            cache=self._cache,
            pool=pool,
            purse=purse,
            run=self._run,
        )

    def _check(self, planned: Plan) -> None:
        """The mail may have changed since the cost was read."""
        if planned.tokens > self._agreed:
            raise LimitError(
                "This would cost {wanted} tokens now, and {agreed} were agreed.",
                advice="The mail or the pictures kept have changed: look at the cost, then render again.",
                wanted=planned.tokens,
                agreed=self._agreed,
            )

    def _outcome(self, stopped: bool, charged: int, unkept: MailwrightError | None) -> Outcome:
        pictures = [proof.result for proof in self._done if proof.result]
        cached = sum(each.cached for each in pictures)
        return Outcome(len(pictures), len(self._done) - len(pictures), cached, charged, stopped, unkept)


def charged(purse: Purse, run: str) -> int:
    """How many tokens a run was charged, whoever paid. Raises StorageError."""
    runs = sa.select(reservation.c.id).where(reservation.c.run == run)
    with purse.ledger.store.reading() as connection:
        spent = sa.select(sa.func.sum(entry.c.spent)).where(entry.c.reservation.in_(runs))
        return int(connection.execute(spent).scalar() or 0)


class _Stopper:
    """Ends a coroutine from another thread, and leaves the job around it in place."""

    def __init__(self) -> None:
        self._asked = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None

    def stop(self) -> None:
        self._asked = True
        if self._loop is not None and self._task is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._task.cancel)

    async def finishes(self, work: Coroutine[Any, Any, None]) -> bool:
        """Return whether ``work`` came to its end. Raises what it raises."""
        self._task = asyncio.ensure_future(work)
        self._loop = asyncio.get_running_loop()
        if self._asked:
            self._task.cancel()
        try:
            await self._task
        except asyncio.CancelledError:
            if not self._asked:
                raise
            return False
        return True


def _taken(proof: Proof) -> Taken:
    return Taken(proof, thumbnail(proof.result.picture, WIDTH, height=HEIGHT) if proof.result else b"")


def _keep(workspace: Workspace, proofs: Sequence[Proof]) -> MailwrightError | None:
    """Keep the pictures with the workspace; one that cannot be written is no reason to lose sight of them."""
    try:
        save_proofs(workspace, proofs)
    except StorageError as error:
        return error
    return None
