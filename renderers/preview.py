"""The one road from templates to their proofs: build, look up, take the picture, report."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from renderers.camera import Camera
from renderers.clients.pipeline import ClientHtml, in_client
from renderers.clients.profile import Mode, Profile, profile
from renderers.engines import BrowserMissingError
from renderers.proofs.proof import EVERYBODY, Progress, Proof, Shot
from renderers.render.cache import PictureCache
from renderers.render.images import fake_url
from renderers.render.mail_job import ClientMail
from renderers.render.pictures import Pictures
from renderers.render.pool import RenderPool
from templates.compile.pipeline import Build
from templates.errors import InputError, MailwrightError
from templates.workspace import Workspace

PROFILES = ("plain-desktop", "plain-mobile", "plain-mobile-dark")

_BUILD_THREADS = 2  # the compiler lets go of the GIL, personalising does not


class Builder(Protocol):
    """Makes the mail of one template; ``build_template`` is the usual one."""

    def __call__(
        self,
        workspace: Workspace,
        name: str,
        *,
        data: str | Mapping[str, Any],
        contact: Mapping[str, Any] | None,
        segments: frozenset[str],
        image_url: Callable[[str], str] | None,
    ) -> Build:
        """Build; raises MailwrightError."""


def build_template(
    workspace: Workspace,
    name: str,
    *,
    data: str | Mapping[str, Any] = "default",
    contact: Mapping[str, Any] | None = None,
    segments: frozenset[str] = frozenset(),
    image_url: Callable[[str], str] | None = None,
) -> Build:
    """Build a template of the workspace with one of its data sets, as a contact or a member of segments gets it.

    Without either it is as the data set says. Raises MailwrightError.
    """
    from templates.assemble import assemble
    from templates.dynamic.view import BY_DATA, Recipient, asked

    recipient = Recipient.in_segments(*sorted(segments)) if segments else BY_DATA
    recipient = Recipient.person(contact) if contact else recipient
    return assemble(workspace, name, **asked(workspace, name, recipient, data), image_url=image_url)


async def preview(
    workspace: Workspace,
    templates: Sequence[str],
    *,
    profiles: Sequence[str] = PROFILES,
    modes: Sequence[Mode] = (),
    data: Sequence[str] = ("default",),
    segments: Sequence[str] = (EVERYBODY,),
    contact: Mapping[str, Any] | None = None,
    on_proof: Callable[[Proof], None] | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    cache: PictureCache | None = None,
    pool: RenderPool | None = None,
    build: Builder = build_template,
) -> list[Proof]:
    """Take a picture of every template × data set × segment × profile × mode; return the proofs in that order.

    Without ``modes`` each profile is taken in its first one, and so is a profile that has none of them. Each mail is
    built once and shared by its profiles, and goes once through each client. The engine is the truest one that is
    there (``Proof.cast``). Proofs are handed to ``on_proof`` as they come, so a run that
    is stopped (cancel its task) leaves what is done. A template or picture that fails is a proof with its error and
    the rest goes on; without a browser the run raises BrowserMissingError, an unknown profile raises InputError.
    ``cache`` is where pictures are looked up and kept, ``pool`` one that is open (else one is opened for this run).
    """
    views = [(each, mode) for each in profiles for mode in _modes_of(profile(each), modes)]
    mails = itertools.product(templates, data, segments)
    shots = [Shot(*mail, *view) for mail, view in itertools.product(mails, views)]
    threads = ThreadPoolExecutor(_BUILD_THREADS, thread_name_prefix="build")
    clients = ThreadPoolExecutor(1, thread_name_prefix="client")  # pure Python: a second one would only wait
    try:
        async with _opened(pool) as opened, asyncio.TaskGroup() as group:
            builds = _Builds(workspace, contact, build, threads, group)
            camera = Camera(opened, Pictures(opened, cache))
            run = _Run(builds, _Clients(clients), camera, Progress(0, len(shots)), on_proof, on_progress)
            tasks = [group.create_task(run.proof(shot)) for shot in shots]
    except* BrowserMissingError as missing:
        raise missing.exceptions[0] from None
    finally:
        # Without waiting: a build that is under way ends by its own limits, and nobody looks at it any more.
        for each in (threads, clients):
            each.shutdown(wait=False, cancel_futures=True)
    return [task.result() for task in tasks]


def files_of(workspace: Workspace, build: Build) -> tuple[dict[str, Path | bytes], tuple[str, ...]]:
    """Return the mail's pictures as files of the workspace, and the names of those that are not there."""
    found: dict[str, Path | bytes] = {}
    missing = []
    for name in build.images:
        try:
            found[name] = workspace.file(name)
        except InputError:
            missing.append(name)
    return found, tuple(missing)


def _modes_of(shown: Profile, asked: Sequence[Mode]) -> Sequence[Mode]:
    return [mode for mode in asked if mode in shown.modes] or shown.modes[:1]


@asynccontextmanager
async def _opened(pool: RenderPool | None) -> AsyncIterator[RenderPool]:
    if pool is not None:
        yield pool
        return
    async with RenderPool() as own:
        yield own


class _Builds:
    """Builds each mail of a run once, in plain threads: V8 must not be created inside a running loop."""

    def __init__(
        self,
        workspace: Workspace,
        contact: Mapping[str, Any] | None,
        builder: Builder,
        threads: ThreadPoolExecutor,
        group: asyncio.TaskGroup,
    ) -> None:
        self.workspace = workspace
        self._contact = contact
        self._builder = builder
        self._threads = threads
        self._group = group
        self._tasks: dict[Shot, asyncio.Task[Build | MailwrightError]] = {}

    async def of(self, shot: Shot) -> Build:
        """Return the mail that the shot shows; its profile makes no difference. Raises MailwrightError."""
        mail = replace(shot, profile="", mode="light")
        if mail not in self._tasks:
            self._tasks[mail] = self._group.create_task(self._in_thread(mail))
        outcome = await self._tasks[mail]
        if isinstance(outcome, MailwrightError):
            raise outcome
        return outcome

    async def _in_thread(self, mail: Shot) -> Build | MailwrightError:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._build, mail)

    def _build(self, mail: Shot) -> Build | MailwrightError:
        """Return an error as a value: raised in a task it would end the whole run."""
        segments = frozenset({mail.segment} - {EVERYBODY})
        try:
            return self._builder(
                self.workspace,
                mail.template,
                data=mail.data_set,
                contact=self._contact,
                segments=segments,
                image_url=fake_url,
            )
        except MailwrightError as error:
            return error


class _Clients:
    """Sends mails through clients, in a thread."""

    def __init__(self, threads: ThreadPoolExecutor) -> None:
        self._threads = threads

    async def of(self, build: Build, shot: Shot) -> ClientHtml:
        """Return the mail as the shot's client shows it. Raises LimitError, InputError."""
        work = partial(in_client, build.html, profile(shot.profile), mode=shot.mode)
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)


class _Run:
    """Makes proofs and reports each one."""

    def __init__(
        self,
        builds: _Builds,
        clients: _Clients,
        camera: Camera,
        progress: Progress,
        on_proof: Callable[[Proof], None] | None,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self._builds = builds
        self._clients = clients
        self._camera = camera
        self._progress = progress
        self._on_proof = on_proof
        self._on_progress = on_progress
        self._report()

    async def proof(self, shot: Shot) -> Proof:
        """Make one proof. Raises BrowserMissingError; every other failure is in the proof."""
        proof = await self._made(shot)
        self._progress = self._progress.after(proof)
        if self._on_proof:
            self._on_proof(proof)
        self._report()
        return proof

    async def _made(self, shot: Shot) -> Proof:
        proof = Proof(shot)
        try:
            build = await self._builds.of(shot)
            images, missing = files_of(self._builds.workspace, build)
            proof = Proof(shot, build, missing=missing)
            client = await self._clients.of(build, shot)
            proof = replace(proof, client=client)
            mail = ClientMail(build.html, client, images, profile(shot.profile), shot.mode)
            cast, result = await self._camera.take(mail)
            return replace(proof, cast=cast, result=result)
        except BrowserMissingError:
            raise
        except MailwrightError as error:
            return replace(proof, error=error)

    def _report(self) -> None:
        if self._on_progress:
            self._on_progress(self._progress)
