"""What went wrong in a template's Jinja, said in one sentence with its place in the source text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from templates.compile.functions import FUNCTIONS
from templates.compile.positions import At, UnclosedBlockError, UnknownTagError, too_deep
from templates.compile.source_map import MappedText
from templates.compile.undefined import UnknownNameError
from templates.errors import LimitError, MailwrightError, Place, TemplateError

_NOT_NAMED = re.compile(r"No (filter|test) named '([^']*)'")


@dataclass(frozen=True)
class Scene:
    """Where a fault happened: the text, the names it was rendered with, and who can read it."""

    source: MappedText
    environment: Environment
    context: Mapping[str, Any]


def located(error: MailwrightError, place: Place) -> MailwrightError:
    """Return ``error`` with ``place``, unless it has one already."""
    if error.place is not None:
        return error
    return type(error)(error.pattern, advice=error.advice_pattern, place=place, **error.values)


def syntax_fault(error: Exception, scene: Scene) -> MailwrightError:
    """Return what to raise for ``error``, which came up while the template was read."""
    if isinstance(error, At):
        return located(error.error, scene.source.place(error.offset))
    if isinstance(error, TemplateSyntaxError):
        return _syntax_error(error, scene, scene.source.place(max(0, error.lineno - 1)))
    return _general(error, scene.source.place(0))


def _syntax_error(error: TemplateSyntaxError, scene: Scene, place: Place) -> TemplateError:
    if isinstance(error, UnclosedBlockError):
        return TemplateError(
            "The block {block} that begins here is not closed.",
            advice="Add the tag {end} where it ends.",
            place=place,
            block=error.block,
            end=f"end{error.block}",
        )
    if isinstance(error, UnknownTagError):
        return TemplateError(
            "The tag {tag} has no meaning here.", advice="Correct or remove it.", place=place, tag=error.tag
        )
    if named := _NOT_NAMED.search(str(error.message)):
        return _not_named(named, scene, place)
    reason = re.sub(r" at \d+$", "", str(error.message))  # Jinja's own count of characters; ours is the place
    return TemplateError("This template tag cannot be read: {reason}", place=place, reason=reason)


def _not_named(found: re.Match[str], scene: Scene, place: Place) -> TemplateError:
    known = scene.environment.filters if found[1] == "filter" else scene.environment.tests
    near = get_close_matches(found[2], [name for name in known if not name.startswith("_")], n=1)
    if near:
        return TemplateError(
            "There is no {kind} named {name}.",
            advice="Did you mean {suggestion}?",
            place=place,
            kind=found[1],
            name=found[2],
            suggestion=near[0],
        )
    return TemplateError("There is no {kind} named {name}.", place=place, kind=found[1], name=found[2])


def runtime_fault(error: Exception, template: Template, scene: Scene) -> MailwrightError:
    """Return what to raise for ``error``, which came up while the template ran."""
    if isinstance(error, At):
        return located(error.error, scene.source.place(error.offset))
    offset = _offset(error, template)
    if isinstance(error, UnknownNameError):
        return _unknown_name(error, offset, scene)
    if isinstance(error, MailwrightError):
        return located(error, scene.source.place(offset))
    return _general(error, scene.source.place(offset), scene)


def _general(error: Exception, place: Place, scene: Scene | None = None) -> MailwrightError:
    if isinstance(error, RecursionError | SyntaxError):  # Python's compiler says SyntaxError to deep nesting
        return located(too_deep(), place)
    if isinstance(error, MemoryError):
        return LimitError("The template needs more memory than there is.", place=place)
    if isinstance(error, SecurityError):
        return TemplateError("{name} is private and cannot be used in a template.", place=place, name=error.message)
    if scene and (named := _NOT_NAMED.search(str(error))):
        return _not_named(named, scene, _use_of(named[2], scene) or place)
    return TemplateError(
        "This cannot be computed: {reason}",
        advice="Look at the types in the data; |num makes a number of a text.",
        place=place,
        reason=error,
    )


def _use_of(name: str, scene: Scene) -> Place | None:
    """Return where the template uses the filter or test ``name``: Jinja says it late, and not where."""
    used = scene.environment.parse(scene.source.text).find_all((nodes.Filter, nodes.Test))
    return next((scene.source.place(node.lineno - 1) for node in used if node.name == name), None)


def _offset(error: Exception, template: Template) -> int:
    """Return the offset of what the template was doing in its innermost frame."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is template:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line - 1


def _unknown_name(error: UnknownNameError, offset: int, scene: Scene) -> TemplateError:
    path, offset = _full_path(error, offset, scene)
    near = get_close_matches(path[-1], _siblings(path, scene), n=1)
    name = ".".join(path)
    place = scene.source.place(offset)
    if near:
        return TemplateError(
            "The variable {name} is not known.",
            advice="Did you mean {suggestion}?",
            place=place,
            name=name,
            suggestion=".".join([*path[:-1], near[0]]),
        )
    return TemplateError(
        "The variable {name} is not known.",
        advice="Give it a value in the data, or a default in the template.",
        place=place,
        name=name,
    )


def _full_path(error: UnknownNameError, offset: int, scene: Scene) -> tuple[tuple[str, ...], int]:
    """Return the whole dotted name and its offset.

    A value that misses a member does not know its own name, so the tag around ``offset`` is searched for a path with
    these members in it.
    """
    start, end = _tag(scene.source.text, offset)
    try:
        template = scene.environment.parse(scene.source.text)
    except At:  # a long text, and the time that it may take is over: the short name has to do
        return error.path, offset
    for at, path in sorted(_paths(template)):
        if start <= at < end:
            for index in [0] if error.rooted else range(1, len(path)):
                if path[index : index + len(error.path)] == error.path:
                    return path[:index] + error.path, at
    return error.path, offset


def _tag(text: str, offset: int) -> tuple[int, int]:
    start = max(text.rfind("{{", 0, offset + 2), text.rfind("{%", 0, offset + 2))
    ends = [end for end in (text.find("}}", offset), text.find("%}", offset)) if end >= 0]
    return max(0, start), min(ends, default=len(text))


def _paths(template: nodes.Template) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Yield (offset, dotted path) of every name and member in ``template``."""
    for node in template.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
        names: list[str] = []
        inner: nodes.Node = node
        while isinstance(inner, nodes.Getattr | nodes.Getitem):
            names.append(inner.attr if isinstance(inner, nodes.Getattr) else str(getattr(inner.arg, "value", "")))
            inner = inner.node
        if isinstance(inner, nodes.Name):
            yield inner.lineno - 1, (inner.name, *reversed(names))


def _siblings(path: tuple[str, ...], scene: Scene) -> list[str]:
    """Return the names that stand beside the last one of ``path``."""
    inside: Any = {**scene.context, **FUNCTIONS} if len(path) == 1 else scene.context
    for name in path[:-1]:
        inside = inside.get(name) if isinstance(inside, Mapping) else None
    return [str(key) for key in inside] if isinstance(inside, Mapping) else []
