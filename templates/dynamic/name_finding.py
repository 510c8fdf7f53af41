"""What is wrong with a name in a template, or with its value in the data sets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from templates.dynamic.usage.use import Path
from templates.errors import TemplateError
from templates.source.text_edit import TextEdit
from templates.source.tree import Span

Level = Literal["error", "warning", "hint"]


@dataclass(frozen=True)
class NameFinding:
    """Something wrong with ``path``. ``error`` is its sentence with its place, never raised.

    ``error`` level: a mail cannot be made, or not as it is meant; ``hint``: only a sending service would mind.
    ``span`` are the characters in the template's own text, None in an included file. ``sets`` are the data sets that
    it is about. ``rename`` puts the suggested name in its place, ``add_default`` a default behind it: each are the
    edits of the own text, empty where that is no way out.
    """

    code: str
    level: Level
    path: Path
    error: TemplateError
    span: Span | None = None
    sets: tuple[str, ...] = ()
    suggestion: str = ""
    rename: tuple[TextEdit, ...] = ()
    add_default: tuple[TextEdit, ...] = ()
