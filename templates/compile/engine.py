"""The process's one MJML compiler: the reference in V8, or the pure-Python port where V8 cannot be loaded."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

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


@dataclass(frozen=True)
class Section:
    """A mail with one child in its body: the HTML of that body, and what it asks of the document around it.

    Styles and queries are pairs of a name and a text; ``head`` is what the head itself asks, in the compiler's own
    words, to be given back to ``frame``.
    """

    html: str
    fonts: tuple[str, ...]
    media_queries: tuple[tuple[str, str], ...]
    head_style: tuple[tuple[str, str], ...]
    component_styles: tuple[str, ...]
    head: Mapping[str, Any]
    diagnostics: tuple[Diagnostic, ...]


@runtime_checkable
class SectionEngine(MjmlEngine, Protocol):
    """An engine that also compiles a mail in pieces. Raises like ``compile``."""

    def section(self, source: str, seed: int) -> Section:
        """Compile ``source``, a whole document; random ids are drawn from ``seed`` (32 bits)."""
        ...

    def frame(self, union: Mapping[str, Any]) -> tuple[str, str]:
        """Return the document before and after the body that asks for ``union`` (templates/compile/union.py)."""
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
