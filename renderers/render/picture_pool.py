"""Whoever takes pictures: the browsers of this computer, or a farm."""

from __future__ import annotations

from collections.abc import Hashable
from types import TracebackType
from typing import Protocol, Self

from renderers.clients.profile import Profile
from renderers.render.cast import Cast
from renderers.render.job import RenderJob, RenderResult


class PicturePool(Protocol):
    """An async context manager that takes pictures while it is open."""

    async def __aenter__(self) -> Self:
        """Find the engines. Raises EngineError."""

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of everything."""

    def casts(self, shown: Profile) -> tuple[Cast, ...]:
        """Return which engines may take this profile's picture, the truest first; there is always one."""

    def key(self, job: RenderJob) -> str:
        """Return the cache key of the picture that would be taken. Reads the job's pictures."""

    async def warm(self) -> None:
        """See to it that the first picture comes at once."""

    async def render(self, job: RenderJob, run: Hashable = None) -> RenderResult:
        """Take the picture of one job; runs take turns.

        Raises LimitError, EngineError, BrowserMissingError, StorageError.
        """
