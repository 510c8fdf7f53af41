"""A proof: one template, as one recipient sees it in one profile."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.clients.change import Change
from renderers.clients.pipeline import ClientHtml
from renderers.clients.profile import Fidelity, Mode, profile
from renderers.render.cast import Cast
from renderers.render.job import RenderResult
from renderers.render.mail_job import Fingerprint
from templates.compile.pipeline import Build
from templates.errors import MailwrightError

EVERYBODY = ""
"""The segment of a recipient who is in none."""


@dataclass(frozen=True)
class Shot:
    """What one proof shows; ``segment`` is a segment's id, or ``EVERYBODY``."""

    template: str
    data_set: str
    segment: str
    profile: str
    mode: Mode = "light"

    @property
    def view(self) -> str:
        """Profile and mode in one word, such as ``gmail-ios+dark``; the mode only where the profile has another one."""
        first = profile(self.profile).modes[0]
        return self.profile if self.mode == first else f"{self.profile}+{self.mode}"


@dataclass(frozen=True)
class Proof:
    """One shot and what came of it: a picture or an error.

    ``build`` is None when the template did not compile. ``missing`` names pictures of the mail that are not in the
    workspace, and addresses of which nothing came: they are shown as broken, as a client would. ``client`` is the mail
    as the client shows it, with what it changed; ``cast`` says which engine drew it, and how true that is.
    ``fingerprint`` is that of the mail.
    """

    shot: Shot
    build: Build | None = None
    client: ClientHtml | None = None
    cast: Cast | None = None
    result: RenderResult | None = None
    error: MailwrightError | None = None
    missing: tuple[str, ...] = ()
    fingerprint: Fingerprint | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the client changed, in the order of its stages."""
        return self.client.changes if self.client else ()

    @property
    def fidelity(self) -> Fidelity:
        """How true the picture is; the engine that took it counts."""
        return self.cast.fidelity if self.cast else profile(self.shot.profile).fidelity


@dataclass(frozen=True)
class Progress:
    """How far a run is: ``done`` counts all finished proofs, the ``cached`` and ``failed`` ones among them."""

    done: int
    total: int
    cached: int = 0
    failed: int = 0

    def after(self, proof: Proof) -> Progress:
        """Return the progress with one more proof finished."""
        cached = proof.result is not None and proof.result.cached
        failed = proof.error is not None
        return Progress(self.done + 1, self.total, self.cached + cached, self.failed + failed)
