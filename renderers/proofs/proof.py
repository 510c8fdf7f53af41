"""A proof: one template, as one recipient sees it in one profile."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.render.job import RenderResult
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


@dataclass(frozen=True)
class Proof:
    """One shot and what came of it: a picture or an error.

    ``build`` is None when the template did not compile. ``missing`` names pictures of the mail that are not in the
    workspace: they are shown as broken, as a client would.
    """

    shot: Shot
    build: Build | None = None
    result: RenderResult | None = None
    error: MailwrightError | None = None
    missing: tuple[str, ...] = ()


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
