"""The process's one MJML compiler: the reference in V8, or the pure-Python port where V8 cannot be loaded."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Protocol

from templates.errors import EngineError


@dataclass(frozen=True)
class Diagnostic:
    """What MJML says about a line (from 1) of the text it compiled; the line is None where it names none."""

    line: int | None
    tag: str
    message: str


@dataclass(frozen=True)
class Compiled:
    """The HTML of a mail, not yet inlined, and what the compiler had to say about it."""

    html: str
    diagnostics: tuple[Diagnostic, ...] = ()


class MjmlEngine(Protocol):
    """Compiles flattened MJML without template tags to HTML."""

    name: str

    def compile(self, source: str) -> Compiled:
        """Raise TemplateError for text that is not MJML, LimitError when it takes too long or too much memory."""
        ...


_lock = threading.Lock()
_engines: list[MjmlEngine] = []


def mjml_engine() -> MjmlEngine:
    """Return this process's engine, made at the first call (0.2 s). Raises EngineError when neither part is there.

    In a forked child of a process that has one, its ``compile`` raises EngineError: an inherited V8 would hang.
    """
    with _lock:
        if not _engines:
            _engines.append(_make())
        return _engines[0]


def _make() -> MjmlEngine:
    # Imported here: V8 is a library of 74 MB that `mailwright --help` does not need.
    from templates.compile.mjml_python import PureEngine
    from templates.compile.mjml_reference import V8Engine

    try:
        return V8Engine()
    except EngineError:
        return PureEngine()
