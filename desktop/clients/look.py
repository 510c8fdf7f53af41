"""Looking at a document as a client does: what is done off the GUI thread. Knows no widgets."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.clients.places import SourcePlaces
from desktop.live_work import LiveWork, Request
from renderers.camera import Camera
from renderers.clients.coverage import Coverage, coverage
from renderers.clients.explanation import Reason, reasons
from renderers.clients.pipeline import ClientHtml, in_client
from renderers.clients.profile import Mode, profile
from renderers.mails import files_of
from renderers.proofs.compare import Seen
from renderers.remote_mail import with_remote
from renderers.render.cache import PictureCache
from renderers.render.cast import Cast
from renderers.render.mail_job import ClientMail
from renderers.render.pictures import Pictures
from renderers.render.pool import RenderPool
from renderers.render.remote.web import users_visit
from templates.compile.pipeline import Build
from templates.dynamic.view import BY_DATA, WHOLE
from templates.workspace import Workspace


@dataclass(frozen=True)
class Asked:
    """A text, and the client that looks at it."""

    request: Request
    client: str
    mode: Mode

    @property
    def view(self) -> tuple[str, Mode]:
        """The client and its mode: the text may be another one, the picture is still the same client's."""
        return self.client, self.mode


@dataclass(frozen=True)
class Explained:
    """What the client does to the mail: known before there is a picture."""

    asked: Asked
    mail: Build
    made: ClientHtml
    reasons: tuple[Reason, ...]
    coverage: Coverage
    places: SourcePlaces


@dataclass(frozen=True)
class Looked:
    """The picture, who took it, and the names of the mail's pictures that are not there."""

    asked: Asked
    picture: Seen
    cast: Cast
    missing: tuple[str, ...] = ()


class LookWork:
    """Looks at one template. One job at a time."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self._workspace = workspace
        self._work = LiveWork(workspace, name)
        self._mail: tuple[Request, Build, SourcePlaces] | None = None

    async def look(
        self, asked: Asked, pool: RenderPool, cache: PictureCache | None, explained: Callable[[Explained], None]
    ) -> Looked:
        """Explain the mail in the client, then take its picture. Raises MailwrightError."""
        known = await asyncio.to_thread(self._explain, asked)
        explained(known)
        images, missing = files_of(self._workspace, known.mail)
        mail = ClientMail(known.mail.html, known.made, images, profile(asked.client), asked.mode)
        with users_visit() as visit:
            mail = await with_remote(mail, visit)
            cast, result = await Camera(pool, Pictures(pool, cache)).take(mail)
        missing = (*missing, *mail.remote.missing)
        return Looked(asked, await asyncio.to_thread(Seen.of, result.picture), cast, missing)

    def _explain(self, asked: Asked) -> Explained:
        mail, places = self._built(_for_one_recipient(asked.request))
        shown = profile(asked.client)
        made = in_client(mail.html, shown, mode=asked.mode)
        return Explained(asked, mail, made, tuple(reasons(made.changes)), coverage(mail.html, shown), places)

    def _built(self, request: Request) -> tuple[Build, SourcePlaces]:
        """Build the mail once for all clients that look at it."""
        if self._mail is None or self._mail[0] != request:
            mail = self._work.as_sent(request)
            marked = self._work.build(request)
            if marked.view is None:
                raise marked.error or AssertionError("a build has a mail or an error")
            self._mail = request, mail, SourcePlaces(mail.html, marked.view.mail.html)
        return self._mail[1:]


def _for_one_recipient(request: Request) -> Request:
    """A mail with every condition open is nobody's: a client shows what the data set says."""
    if request.shown.recipient != WHOLE:
        return request
    return replace(request, shown=replace(request.shown, recipient=BY_DATA))
