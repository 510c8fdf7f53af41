"""One run of pictures that are paid for: the work of a job, which can be stopped with all that is done kept."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from desktop.jobs import Job
from desktop.proofs.wallet import Wallet
from renderers.budget.purse import Purse
from renderers.budget.tables import entry, reservation
from renderers.plan import Plan
from renderers.proofs.proof import Progress, Proof, Shot
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.taking import take_and_keep
from renderers.proofs.thumbnail import Pixels, thumbnail_pixels
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.errors import LimitError, MailwrightError, StorageError
from templates.workspace import Workspace


@dataclass(frozen=True)
class Taken:
    """A proof that is there, and its picture small enough for a card; none where it failed."""

    proof: Proof
    small: Pixels | None = None


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
    """Takes pictures, for at most ``agreed`` tokens: what a person read before saying yes."""

    def __init__(
        self,
        workspace: Workspace,
        shots: Sequence[Shot],
        wallet: Wallet,
        cache: PictureCache,
        agreed: int,
        card: tuple[int, int],
    ) -> None:
        """``card`` is the most that a card shows of a picture: its width and height in pixels of the screen."""
        self._workspace, self._shots, self._wallet = workspace, shots, wallet
        self._cache, self._agreed, self._card = cache, agreed, card
        self._stopper = _Stopper()
        self._closes = False
        self._batch = uuid4().hex
        self._done: list[Proof] = []
        self._unkept: MailwrightError | None = None

    def stop(self, *, for_good: bool = False) -> None:
        """End soon; from any thread. What is done is kept and reported. ``for_good``: and close the wallet then."""
        self._closes = for_good
        self._stopper.stop()

    async def work(self, job: Job, pool: RenderPool) -> Outcome:
        """Report each ``Taken`` as it comes. Raises like ``preview``; what was done by then is kept all the same."""
        try:
            purse = await asyncio.to_thread(self._wallet.open)
            stopped = not await self._stopper.finishes(self._pictures(job, pool, purse))
            return self._outcome(stopped, await asyncio.to_thread(charged, purse, self._batch))
        finally:
            if self._closes:
                await asyncio.to_thread(self._wallet.close)

    async def _pictures(self, job: Job, pool: RenderPool, purse: Purse) -> None:
        def on_proof(proof: Proof) -> None:
            self._done.append(proof)
            smaller.submit(lambda: job.report(_taken(proof, self._card)))

        def on_progress(progress: Progress) -> None:
            job.advance(progress.done, progress.total)

        # Not on the loop, which serves the browsers meanwhile.
        smaller = ThreadPoolExecutor(2, thread_name_prefix="small")
        keeper = await asyncio.to_thread(self._begin, self._shots, purse)
        try:
            await take_and_keep(
                self._workspace,
                self._shots,
                keeper,
                pool=pool,
                cache=self._cache,
                purse=purse,
                run=self._batch,
                on_plan=self._check,
                on_proof=on_proof,
                on_progress=on_progress,
            )
        finally:
            await asyncio.shield(asyncio.create_task(asyncio.to_thread(smaller.shutdown)))
            self._unkept = self._unkept or (keeper.fault if keeper else None)

    def _begin(self, shots: Sequence[Shot], purse: Purse) -> RunKeeper | None:
        """Begin the run's record; a workspace that cannot be written costs the record, not the pictures."""
        try:
            return RunKeeper.begin(self._workspace, shots, batch=self._batch, account=purse.account)
        except StorageError as error:
            self._unkept = error
            return None

    def _check(self, planned: Plan) -> None:
        hold_to(planned, self._agreed)

    def _outcome(self, stopped: bool, charged: int) -> Outcome:
        pictures = [proof.result for proof in self._done if proof.result]
        cached = sum(each.cached for each in pictures)
        return Outcome(len(pictures), len(self._done) - len(pictures), cached, charged, stopped, self._unkept)


def hold_to(planned: Plan, agreed: int) -> None:
    """Refuse a plan that costs more than what was agreed: the mail may have changed since. Raises LimitError."""
    if planned.tokens > agreed:
        raise LimitError(
            "This would cost {wanted} tokens now, and {agreed} were agreed.",
            advice="The mail or the pictures kept have changed: look at the cost, then render again.",
            wanted=planned.tokens,
            agreed=agreed,
        )


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
            await asyncio.shield(self._task)
        except asyncio.CancelledError:
            if not self._task.done():  # the job itself is cancelled, when the application ends
                await self._ended(self._task)
                raise
            if not self._asked:
                raise
            return False
        return True

    async def _ended(self, task: asyncio.Task[None]) -> None:
        """Stop it unless it was stopped: a second time would break off what it tidies up."""
        if not task.cancelling():
            task.cancel()
        await asyncio.wait([task])


def _taken(proof: Proof, card: tuple[int, int]) -> Taken:
    return Taken(proof, thumbnail_pixels(proof.result.picture, *card) if proof.result else None)
