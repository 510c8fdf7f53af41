"""The mails of a run: each is built once, and goes once through each client, in threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from renderers.client_memory import ClientMemory
from renderers.clients.pipeline import ClientHtml, in_client
from renderers.clients.profile import profile
from renderers.proofs.proof import EVERYBODY, Proof, Shot
from renderers.remote_mail import with_remote
from renderers.render.images import fake_url
from renderers.render.mail_job import ClientMail
from renderers.render.remote.visit import Visit
from renderers.render.remote.web import users_visit
from templates.compile.pipeline import Build
from templates.errors import InputError, MailwrightError
from templates.workspace import Workspace

Turn = Callable[[], AbstractContextManager[None]]
"""Entered in the threads for each mail and each client: quiet work waits there as long as it would be felt."""

_memory = ClientMemory()
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


class Mails:
    """Makes the mails of one run. Several shots share a mail, and proofs of one client share what it made of it."""

    def __init__(
        self,
        workspace: Workspace,
        contact: Mapping[str, Any] | None,
        builder: Builder,
        threads: ThreadPoolExecutor,
        clients: ThreadPoolExecutor,
        visit: Visit | None,
        turn: Turn,
    ) -> None:
        self.workspace = workspace
        self._contact = contact
        self._builder = builder
        self._threads = threads
        self._clients = clients
        self._visit = visit
        self._turn = turn
        self._builds: dict[Shot, asyncio.Task[Build | MailwrightError]] = {}
        self._files: dict[int, tuple[dict[str, Path | bytes], tuple[str, ...]]] = {}  # by the id of a build above

    async def prepared(self, shot: Shot) -> tuple[Proof, ClientMail | None]:
        """Return the shot's proof without its picture, and the mail to take it of; None where it has an error."""
        proof = Proof(shot)
        try:
            build = await self._build_of(shot)
            images, missing = self._files_of(build)
            proof = Proof(shot, build, missing=missing)
            shown = profile(shot.profile)
            client = await self._in_client(build, shot)
            mail = await with_remote(ClientMail(build.html, client, images, shown, shot.mode), self._visit)
            return replace(proof, client=client, missing=(*missing, *mail.remote.missing)), mail
        except MailwrightError as error:
            return replace(proof, error=error), None

    def stop(self) -> None:
        """Nobody waits for builds any more."""
        for task in self._builds.values():
            task.cancel()

    def _files_of(self, build: Build) -> tuple[dict[str, Path | bytes], tuple[str, ...]]:
        """Look for a mail's pictures once for all of its clients."""
        if id(build) not in self._files:
            self._files[id(build)] = files_of(self.workspace, build)
        return self._files[id(build)]

    async def _build_of(self, shot: Shot) -> Build:
        """Return the mail that the shot shows; its profile makes no difference. Raises MailwrightError."""
        mail = replace(shot, profile="", mode="light")
        if mail not in self._builds:
            self._builds[mail] = asyncio.create_task(self._in_thread(mail))
        outcome = await self._builds[mail]
        if isinstance(outcome, MailwrightError):
            raise outcome
        return outcome

    async def _in_thread(self, mail: Shot) -> Build | MailwrightError:
        # Plain threads: V8 must not be created inside a running loop.
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._build, mail)

    def _build(self, mail: Shot) -> Build | MailwrightError:
        """Return an error as a value: several shots wait for it."""
        try:
            with self._turn():
                return self._builder(
                    self.workspace,
                    mail.template,
                    data=mail.data_set,
                    contact=self._contact,
                    segments=frozenset({mail.segment} - {EVERYBODY}),
                    image_url=fake_url,
                )
        except MailwrightError as error:
            return error

    async def _in_client(self, build: Build, shot: Shot) -> ClientHtml:
        """Return the mail as the shot's client shows it. Raises LimitError, InputError."""
        shown = profile(shot.profile)

        def work() -> ClientHtml:
            with self._turn():
                return _memory.in_client(in_client, build.html, shown, shot.mode)

        return await asyncio.get_running_loop().run_in_executor(self._clients, work)


@contextmanager
def mails_of(
    workspace: Workspace, contact: Mapping[str, Any] | None, builder: Builder, turn: Turn = nullcontext
) -> Iterator[Mails]:
    """The mails of one run, with their threads."""
    threads = ThreadPoolExecutor(_BUILD_THREADS, thread_name_prefix="build")
    clients = ThreadPoolExecutor(1, thread_name_prefix="client")  # pure Python: a second one would only wait
    with users_visit(contact) as visit:
        made = Mails(workspace, contact, builder, threads, clients, visit, turn)
        try:
            yield made
        finally:
            made.stop()
            # Without waiting: a build that is under way ends by its own limits, and nobody looks at it any more.
            for each in (threads, clients):
                each.shutdown(wait=False, cancel_futures=True)
