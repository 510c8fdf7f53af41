"""What can go wrong, said once: what happened, where, and what to do.

Every stage of the mail's road raises one of the kinds below and never a library's own exception, so that the
window, the command line and a program that reads ``--json`` all show the same sentence. A message is an English
pattern plus values; the translations in ``assets/translations/errors.<language>.toml`` are keyed by the pattern.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True)
class Place:
    """A spot in a file: ``line`` and ``column`` count from 1; None where the file as a whole is meant."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.file, self.line, self.column]
        return ":".join(str(part) for part in parts if part is not None)


class MailwrightError(Exception):
    """Base of every expected failure. Raise one of its kinds, not this class itself.

    ``pattern`` says what happened, with ``{name}`` slots filled from ``values``; ``advice`` (a pattern too) says what
    to do; ``place`` says where.
    """

    def __init__(
        self,
        pattern: str,
        /,
        *,
        advice: str = "",
        place: Place | PurePath | None = None,
        **values: object,
    ) -> None:
        self.pattern = pattern
        self.advice_pattern = advice
        self.place = Place(str(place)) if isinstance(place, PurePath) else place
        self.values = values
        super().__init__(pattern)

    @property
    def what(self) -> str:
        """What happened, in English."""
        return self.pattern.format_map(self.values)

    @property
    def advice(self) -> str:
        """What to do about it, in English; empty when there is nothing to add."""
        return self.advice_pattern.format_map(self.values)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.what} {self.advice}".rstrip()

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.pattern, self.advice_pattern, self.place, self.values)


def _rebuild(
    kind: type[MailwrightError], pattern: str, advice: str, place: Place | None, values: dict[str, object]
) -> MailwrightError:
    """Unpickle an error that crossed a process border."""
    return kind(pattern, advice=advice, place=place, **values)


class InputError(MailwrightError):
    """What the user gave (a domain, a file, a flag, data) is not usable as it is."""


class TemplateError(MailwrightError):
    """The template's text or its data cannot be compiled; the place is in the source text."""


class LimitError(MailwrightError):
    """Something ran too long or grew too large and was stopped."""


class FetchError(MailwrightError):
    """A page or file could not be fetched, or fetching it was refused."""


class StorageError(MailwrightError):
    """The disk or the database did not do what was asked: read-only, full, locked, damaged."""


class EngineError(MailwrightError):
    """A part that does the work is missing or broken: no browser, no V8."""


class Cancelled(MailwrightError):  # noqa: N818 - a person's choice is no error
    """The user stopped the work; nothing was lost."""
