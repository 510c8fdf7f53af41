"""What an import found and made, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from templates.errors import MailwrightError

Form = Literal["mjml", "mjml3", "html"]
IncludeMode = Literal["inline", "copy", "omit"]


@dataclass(frozen=True)
class Picture:
    """A picture that the file shows: what it is called there, its new path, its bytes on disk; or why it stays out."""

    reference: str
    path: str = ""
    weight: int = 0
    problem: MailwrightError | None = None


@dataclass(frozen=True)
class Include:
    """An ``mj-include``: its path as written, and why it cannot be followed if it cannot."""

    path: str
    problem: MailwrightError | None = None


@dataclass(frozen=True)
class Imported:
    """A template that is ready to be written. ``files`` are by their path in its folder; notices are never raised."""

    text: str
    form: Form
    title: str = ""
    language: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()
    includes: tuple[Include, ...] = ()
    notices: tuple[MailwrightError, ...] = ()

    @property
    def weight(self) -> int:
        """How many bytes the pictures have that are copied."""
        return sum(len(data) for path, data in self.files.items() if path.startswith("images/"))
