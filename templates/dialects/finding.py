"""What a dialect says about a template, and what it made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from templates.errors import Place, TemplateError

Level = Literal["refusal", "warning"]


@dataclass(frozen=True)
class Finding:
    """A refusal: the language cannot say this. Or a warning: it can, and something has to be minded.

    ``error`` holds the sentence, the advice (or a rewrite) and the place. ``mended`` says that what was written shows
    the same all the same, so that only the source is at fault.
    """

    code: str
    level: Level
    error: TemplateError
    mended: bool = False

    @property
    def place(self) -> Place | None:
        """Where in the template's source."""
        return self.error.place

    @property
    def key(self) -> tuple[str, int, int, str]:
        """What findings are sorted by: file, line, column, code."""
        place = self.place
        return (place.file, place.line or 0, place.column or 0, self.code) if place else ("", 0, 0, self.code)


@dataclass(frozen=True)
class Need:
    """A value that the service must be sent for every message, because its language has no default there.

    ``path`` leads to it from the message's variables; EACH stands for every item of a list.
    """

    path: tuple[str | int, ...]
    value: str | int | float | bool | tuple[()]


EACH = "*"


@dataclass(frozen=True)
class Written:
    """A template in another language. ``text`` lacks what was refused."""

    text: str
    findings: tuple[Finding, ...] = ()
    needs: tuple[Need, ...] = field(default=())

    @property
    def refused(self) -> tuple[Finding, ...]:
        """What the language cannot say."""
        return tuple(one for one in self.findings if one.level == "refusal")
