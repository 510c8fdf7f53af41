"""The one road from templates to their proofs: build, look up, pay, take the picture, report."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from renderers.camera import Camera, Foreseen
from renderers.clients.profile import Mode
from renderers.mails import Builder, Turn, build_template, mails_of
from renderers.plan import Plan
from renderers.proofs.proof import EVERYBODY, Proof, Shot
from renderers.proofs.saved import kept_pictures
from renderers.render.cache import PictureCache
from renderers.render.open_pool import notices_of, open_pool
from renderers.render.picture_pool import PicturePool
from renderers.render.pictures import Pictures
from renderers.run import OnProgress, OnProof, Report, Run
from renderers.wish import Wish
from templates.errors import MailwrightError
from templates.workspace import Workspace

if TYPE_CHECKING:
    from renderers.budget.purse import Purse

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
    on_proof: OnProof | None = None,
    on_progress: OnProgress | None = None,
    cache: PictureCache | None = None,
    pool: PicturePool | None = None,
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
    ``cache`` is where pictures are looked up and kept, ``pool`` one that is open (else one is opened for this run;
    where the workspace has a farm, what is paid for goes there).

    With a ``purse`` new pictures cost a token each. The run is planned first (``on_plan``), and raises TokensMissing
    before any picture is taken when they do not suffice. A picture is paid for before it is handed out; what fails or
    is not taken costs nothing. ``run`` names the run in the ledger; again with the same pictures to take, it goes on
    with the tokens that it set aside.
    """
    wish = Wish(tuple(templates), tuple(profiles), tuple(modes), tuple(data), tuple(segments))
    return await preview_shots(
        workspace,
        wish.shots,
        contact=contact,
        on_plan=on_plan,
        on_proof=on_proof,
        on_progress=on_progress,
        cache=cache,
        pool=pool,
        build=build,
        purse=purse,
        run=run,
    )


async def preview_shots(
    workspace: Workspace,
    shots: Sequence[Shot],
    *,
    contact: Mapping[str, Any] | None = None,
    on_plan: Callable[[Plan], None] | None = None,
    on_proof: OnProof | None = None,
    on_progress: OnProgress | None = None,
    cache: PictureCache | None = None,
    pool: PicturePool | None = None,
    build: Builder = build_template,
    purse: Purse | None = None,
    run: str = "",
) -> list[Proof]:
    """Do what ``preview`` does for any shots: those that failed, those that are stale, the rest of a run."""
    with _one_error(), mails_of(workspace, contact, build) as mails:
        async with _opened(workspace, pool, is_proof=purse is not None) as opened:
            kept = kept_pictures(workspace, cache)
            pictures = Pictures(opened, kept)
            report = Report(len(shots), on_proof, on_progress)
            work = Run(mails, Camera(opened, pictures), report, lambda: notices_of(opened, kept))
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
    pool: PicturePool | None = None,
    build: Builder = build_template,
    purse: Purse,
) -> Plan:
    """Say what ``preview`` with the same arguments would take and cost; nothing is taken, nothing set aside."""
    wish = Wish(tuple(templates), tuple(profiles), tuple(modes), tuple(data), tuple(segments))
    return await plan_shots(workspace, wish.shots, contact=contact, cache=cache, pool=pool, build=build, purse=purse)


async def plan_shots(
    workspace: Workspace,
    shots: Sequence[Shot],
    *,
    contact: Mapping[str, Any] | None = None,
    cache: PictureCache | None = None,
    pool: PicturePool | None = None,
    build: Builder = build_template,
    purse: Purse,
) -> Plan:
    """Do what ``plan`` does for any shots."""
    from renderers.budget.till import Till

    async with _at_work(workspace, len(shots), contact, cache, pool, build) as work:
        return await work.plan(shots, Till(workspace, purse))


async def foresee(
    workspace: Workspace,
    shots: Sequence[Shot],
    *,
    cache: PictureCache | None = None,
    pool: PicturePool | None = None,
    build: Builder = build_template,
    turn: Turn | None = None,
) -> list[Foreseen | MailwrightError]:
    """Say of each shot which picture it would be as everything stands, or why it would be none; nothing is taken.

    With a ``turn`` it is quiet work: one piece after the other, each in a turn.
    """
    async with _at_work(workspace, len(shots), None, cache, pool, build, turn or nullcontext) as work:
        return await work.foreseen(shots, at_once=turn is None)


@asynccontextmanager
async def _at_work(
    workspace: Workspace,
    total: int,
    contact: Mapping[str, Any] | None,
    cache: PictureCache | None,
    pool: PicturePool | None,
    build: Builder,
    turn: Turn = nullcontext,
) -> AsyncIterator[Run]:
    """A run that takes nothing."""
    with _one_error(), mails_of(workspace, contact, build, turn) as mails:
        async with _opened(workspace, pool) as opened:
            kept = kept_pictures(workspace, cache)
            camera = Camera(opened, Pictures(opened, kept))
            yield Run(mails, camera, Report(total), lambda: notices_of(opened, kept))


@contextmanager
def _one_error() -> Iterator[None]:
    """Tasks fail in groups; whoever called wants to know the first one's reason."""
    try:
        yield
    except* MailwrightError as failed:
        raise failed.exceptions[0] from None


@asynccontextmanager
async def _opened(
    workspace: Workspace, pool: PicturePool | None, *, is_proof: bool = True
) -> AsyncIterator[PicturePool]:
    """Where the workspace has a farm, proofs are the farm's: its engines say what is the same picture."""
    if pool is not None and not (is_proof and workspace.settings.farm.scheduler):
        yield pool
        return
    async with open_pool(workspace) as own:
        yield own
