"""What a build says about a mail that it could nevertheless make."""

from __future__ import annotations

from dataclasses import dataclass

from templates.errors import Place


@dataclass(frozen=True)
class Notice:
    """A warning in one sentence; ``place`` is where in the source text, None where it concerns the mail as a whole."""

    message: str
    place: Place | None = None
