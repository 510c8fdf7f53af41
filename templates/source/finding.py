"""What validation says about a place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from templates.errors import TemplateError
from templates.source.text_edit import TextEdit
from templates.source.tree import Span

# always: the mail is wrong or loses something; export: only a mail that keeps its template tags does.
Scope = Literal["always", "export"]


@dataclass(frozen=True)
class Finding:
    """Something wrong at ``span``. ``error`` is its sentence, never raised: it is translated as every error is.

    ``fix`` are the edits that put it right, None where only a person can decide.
    """

    span: Span
    code: str
    error: TemplateError
    fix: Sequence[TextEdit] | None = None
    scope: Scope = "always"

    @property
    def message(self) -> str:
        """What is wrong and what to do, in English."""
        return str(self.error)
