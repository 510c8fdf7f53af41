"""A template's text read for its uses, with the way back from each to its file and line."""

from __future__ import annotations

from dataclasses import dataclass

from templates.compile.faults import Scene, located, syntax_fault
from templates.compile.include import IncludeResolver, resolve_includes
from templates.compile.personalise import environment
from templates.compile.source_map import MappedText
from templates.dynamic.usage.use import Use
from templates.dynamic.usage.walk import uses_in
from templates.errors import MailwrightError


@dataclass(frozen=True)
class Reading:
    """``uses`` by place in ``source``, the text with its includes in place."""

    source: MappedText
    uses: tuple[Use, ...]


def read(text: str, *, include: IncludeResolver | None = None, name: str = "") -> Reading:
    """Read the template ``text`` of the file ``name``.

    Raises TemplateError with its place for a text that Jinja cannot read or an include that is missing, and LimitError
    for one that takes more than two seconds.
    """
    source = resolve_includes(text, name, include)
    try:
        return Reading(source, tuple(uses_in(source.text)))
    except MailwrightError as error:
        raise located(error, source.place(0)) from error
    except Exception as error:  # a hostile text may break Jinja's parser in any way
        raise syntax_fault(error, Scene(source, environment(), {})) from error
