"""The one road from templates to their proofs: build, look up, pay, take the picture, report."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from renderers.camera import Camera
from renderers.clients.profile import Mode, Profile, profile
from renderers.engines import BrowserMissingError
from renderers.mails import Builder, Mails, build_template, mails_of
from renderers.plan import Plan
from renderers.proofs.proof import EVERYBODY, Progress, Proof, Shot
from renderers.render.cache import PictureCache
from renderers.render.mail_job import ClientMail
from renderers.render.pictures import Pictures
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError
from templates.workspace import Workspace

if TYPE_CHECKING:
    from renderers.budget.purse import Purse
    from renderers.budget.till import Till

PROFILES = ("plain-desktop", "plain-mobile", "plain-mobile-dark")


async def preview(
    workspace: Workspace,
    templates: Sequence[str],
    *,
    profiles: Sequence[str] = PROFILES,
    modes: Sequence[Mode] = (),
    data: Sequence[str] = ("default",),
    segments: Sequence[str] = (EVERYBODY,),
    contact: Mapping[str, Any] | None = None,
    on_plan: Callable[[Plan], None] | None = None,
    on_proof: Callable[[Proof], None] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    cache: PictureCache | None = None,
    pool: RenderPool | None = None,
    build: Builder = build_template,
    purse: Purse | None = None,
    run: str = "",
) -> list[Proof]:
    """Take a picture of every template × data set × segment × profile × mode; return the proofs in that order.

    Without ``modes`` each profile is taken in its first one, and so is a profile that has none of them. Each mail is
    built once and shared by its profiles, and goes once through each client. The engine is the truest one that is
    there (``Proof.cast``). Proofs are handed to ``on_proof`` as they come, so a run that
    is stopped (cancel its task) leaves what is done. A template or picture that fails is a proof with its error and
    the rest goes on; without a browser the run raises BrowserMissingError, an unknown profile raises InputError.
    ``cache`` is where pictures are looked up and kept, ``pool`` one that is open (else one is opened for this run).

    With a ``purse`` new pictures cost a token each. The run is planned first (``on_plan``), and raises TokensMissing
    before any picture is taken when they do not suffice. A picture is paid for before it is handed out; what fails or
    is not taken costs nothing. ``run`` names the run in the ledger; again with the same pictures to take, it goes on
    with the tokens that it set aside.
    """
    shots = shots_of(templates, data, segments, profiles, modes)
    with _one_error(), mails_of(workspace, contact, build) as mails:
        async with _opened(pool) as opened:
            pictures = Pictures(opened, cache)
            report = _Report(Progress(0, len(shots)), on_proof, on_progress)
            work = _Run(mails, Camera(opened, pictures), report)
            if purse is None:
                return await work.proofs(shots)
            from renderers.budget.till import Till

            till = Till(workspace, purse, run=run)
            try:
                planned = await work.plan(shots, till)
                if on_plan:
                    on_plan(planned)
                await till.reserve(planned.new)
                return await work.proofs(shots, till)
            finally:
                try:
                    await pictures.settled()
                finally:  # also when the run is stopped once more: an open till keeps its tokens aside
                    await till.close()


async def plan(
    workspace: Workspace,
    templates: Sequence[str],
    *,
    profiles: Sequence[str] = PROFILES,
    modes: Sequence[Mode] = (),
    data: Sequence[str] = ("default",),
    segments: Sequence[str] = (EVERYBODY,),
    contact: Mapping[str, Any] | None = None,
    cache: PictureCache | None = None,
    pool: RenderPool | None = None,
    build: Builder = build_template,
    purse: Purse,
) -> Plan:
    """Say what ``preview`` with the same arguments would take and cost; nothing is taken, nothing set aside."""
    shots = shots_of(templates, data, segments, profiles, modes)
    with _one_error(), mails_of(workspace, contact, build) as mails:
        async with _opened(pool) as opened:
            from renderers.budget.till import Till

            work = _Run(mails, Camera(opened, Pictures(opened, cache)), _Report(Progress(0, len(shots)), None, None))
            return await work.plan(shots, Till(workspace, purse))


def shots_of(
    templates: Sequence[str],
    data: Sequence[str],
    segments: Sequence[str],
    profiles: Sequence[str],
    modes: Sequence[Mode],
) -> list[Shot]:
    """Return what ``preview`` with the same arguments makes proofs of, in that order."""
    views = [(each, mode) for each in profiles for mode in _modes_of(profile(each), modes)]
    mails = itertools.product(templates, data, segments)
    return [Shot(*mail, *view) for mail, view in itertools.product(mails, views)]


def _modes_of(shown: Profile, asked: Sequence[Mode]) -> Sequence[Mode]:
    return [mode for mode in asked if mode in shown.modes] or shown.modes[:1]


@contextmanager
def _one_error() -> Iterator[None]:
    """Tasks fail in groups; whoever called wants to know the first one's reason."""
    try:
        yield
    except* MailwrightError as failed:
        raise failed.exceptions[0] from None


@asynccontextmanager
async def _opened(pool: RenderPool | None) -> AsyncIterator[RenderPool]:
    if pool is not None:
        yield pool
        return
    async with RenderPool() as own:
        yield own


class _Report:
    """Tells how far the run is."""

    def __init__(
        self,
        progress: Progress,
        on_proof: Callable[[Proof], None] | None,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self._progress = progress
        self._on_proof = on_proof
        self._on_progress = on_progress

    def begin(self) -> None:
        """Nothing is done yet."""
        if self._on_progress:
            self._on_progress(self._progress)

    def done(self, proof: Proof) -> None:
        """One more is."""
        self._progress = self._progress.after(proof)
        if self._on_proof:
            self._on_proof(proof)
        self.begin()


class _Run:
    """Makes proofs."""

    def __init__(self, mails: Mails, camera: Camera, report: _Report) -> None:
        self._mails = mails
        self._camera = camera
        self._report = report
        self._prepared: dict[Shot, tuple[Proof, ClientMail | None]] = {}

    async def plan(self, shots: Sequence[Shot], till: Till) -> Plan:
        """Prepare the mails, and look which pictures are there."""
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._foreseen(shot)) for shot in shots]
        new: dict[str, str] = {}
        keys: set[str] = set()
        for shot, task in zip(shots, tasks, strict=True):
            if (foreseen := task.result()) is not None:
                key, is_known = foreseen
                keys.add(key)
                if not is_known:
                    new.setdefault(key, shot.template)
        failed = sum(task.result() is None for task in tasks)
        return Plan(len(shots), len(keys), new, failed, await till.costs(new))

    async def proofs(self, shots: Sequence[Shot], till: Till | None = None) -> list[Proof]:
        """Make a proof of each; ``till`` is paid. Raises BrowserMissingError."""
        self._report.begin()
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._proof(shot, till)) for shot in shots]
        return [task.result() for task in tasks]

    async def _foreseen(self, shot: Shot) -> tuple[str, bool] | None:
        self._prepared[shot] = proof, mail = await self._mails.prepared(shot)
        if mail is None:
            return None
        try:
            return await self._camera.foreseen(mail)
        except BrowserMissingError:
            raise
        except MailwrightError as error:  # one of the mail's pictures cannot be read
            self._prepared[shot] = replace(proof, error=error), None
            return None

    async def _proof(self, shot: Shot, till: Till | None) -> Proof:
        """Make one proof. Raises BrowserMissingError; every other failure is in the proof."""
        known = self._prepared.pop(shot, None)
        proof, mail = known or await self._mails.prepared(shot)
        if mail is not None:
            proof = await self._taken(proof, mail, till)
        self._report.done(proof)
        return proof

    async def _taken(self, proof: Proof, mail: ClientMail, till: Till | None) -> Proof:
        shot = proof.shot
        charge = partial(till.charge, client=shot.profile, template=shot.template) if till else None
        try:
            cast, result = await self._camera.take(mail, charge=charge)
            return replace(proof, cast=cast, result=result)
        except BrowserMissingError:
            raise
        except MailwrightError as error:
            return replace(proof, error=error)
