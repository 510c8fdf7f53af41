"""Jinja, once over the whole text: variables, conditions and loops become a mail for one contact."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import Any

from jinja2 import Template

from templates.compile.bounds import MARK, MARK_CHARACTERS, MARK_START, fence, last_mark
from templates.compile.characters import printable
from templates.compile.faults import Scene, runtime_fault, syntax_fault
from templates.compile.limits import OUTPUT_CHARACTERS, metered, too_large
from templates.compile.markup import content_span
from templates.compile.positions import At
from templates.compile.sandbox import MailEnvironment
from templates.compile.source_map import MappedText, joined
from templates.errors import Place

# Rendered a second time without escaping: a subject is plain text, a title is HTML.
PLAIN_ELEMENTS = {"mj-title": "subject", "mj-preview": "preheader"}


@dataclass(frozen=True)
class Personalised:
    """The mail's MJML after Jinja, its subject and preheader as plain text, and the way back to the source."""

    text: str
    subject: str
    preheader: str
    source: MappedText = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)  # where each marked run of ``text`` begins
    origins: tuple[tuple[str, int], ...] = field(repr=False)  # its kind (t text, e expression) and offset in ``source``

    def place(self, offset: int) -> Place:
        """Return the place in the source text that the character at ``offset`` of the mail came from."""
        index = bisect.bisect_right(self.starts, offset) - 1
        if index < 0:
            return self.source.place(0)
        kind, origin = self.origins[index]
        return self.source.place(origin + (offset - self.starts[index] if kind == "t" else 0))


def personalise(source: MappedText, context: Mapping[str, Any]) -> Personalised:
    """Render ``source`` with the names in ``context``.

    Raises TemplateError (unknown names, unclosed blocks, wrong types) and LimitError (2 s, 5 MB, a million rounds),
    each with its place in the source text.
    """
    with metered():
        return personalise_part(source, context, {}, head=True)


def personalise_part(
    source: MappedText, context: Mapping[str, Any], names: dict[str, Any], *, head: bool = False
) -> Personalised:
    """Render a part of a mail, the parts before it first. Needs a running meter. Raises like ``personalise``.

    ``names`` are what the parts before have set; what this one sets is added. Subject and preheader are found in the
    part that says ``head``.
    """
    source = _with_plain_copies(source) if head else source
    rendered = _render(source, {**context, **names}, names=names)
    plain = {}
    for name in PLAIN_ELEMENTS.values():
        copies = re.compile(f"{fence(name)}(.*?){fence(name)}", re.DOTALL)
        plain[name] = _plain([*copies.findall(rendered), ""][0])
        rendered = copies.sub("", rendered)
    return _unmarked(rendered, source, plain["subject"], plain["preheader"])


def unrendered_element(text: str, name: str) -> str:
    """Return what the head's element ``name`` of unrendered ``text`` holds, as plain text with its tags."""
    span = content_span(text, name, before="mj-body")
    return _plain(text[span[0] : span[1]]) if span else ""


def check_syntax(source: MappedText) -> None:
    """Raise TemplateError or LimitError with its place when Jinja cannot read ``source``. Needs a running meter."""
    _compiled(source, Scene(source, environment(), {}))


def evaluate(expression: MappedText, context: Mapping[str, Any], form: str = "{}") -> Any:
    """Return the value of ``expression``, an Undefined where it has none. Needs a running meter.

    ``form`` is an expression around it, such as ``({})|list``. Raises like ``personalise``.
    """
    before, after = form.split("{}")
    source = _around(f"{{% set value = {before}", expression, f"{after} %}}")
    names: dict[str, Any] = {}
    _render(source, context, names=names)
    return names["value"]


def render_escaped(expression: MappedText, context: Mapping[str, Any]) -> str:
    """Return what ``{{ expression }}`` prints in HTML. Needs a running meter. Raises like ``personalise``."""
    return MARK.sub("", _render(_around("{{ ", expression, " }}"), context))


def _around(before: str, expression: MappedText, after: str) -> MappedText:
    return joined([expression.generated(before, 0), expression, expression.generated(after, 0)])


def render_plain(text: str, context: Mapping[str, Any], name: str = "") -> str:
    """Render ``text``, the file ``name``, without escaping and without marks. Raises like ``personalise``."""
    source = MappedText.of_file(text, name)
    with metered():
        return MARK.sub("", _render(source, context, autoescape=False))


def _with_plain_copies(source: MappedText) -> MappedText:
    """Put a fenced copy of subject and preheader behind each element, to be rendered without escaping.

    In place, not apart, so that what the text sets before them is known to them too.
    """
    for element, name in PLAIN_ELEMENTS.items():
        if span := content_span(source.text, element, before="mj-body"):
            start, end, behind = span
            before = source.generated(fence(name) + "{% autoescape false %}", start)
            # The comment parts the fence from the text behind it, which needs a mark of its own.
            after = source.generated("{% endautoescape %}" + fence(name) + "{##}", end)
            rest = source[behind : len(source.text)]
            source = joined([source[0:behind], before, source[start:end], after, rest])
    return source


@lru_cache(maxsize=2)
def environment(autoescape: bool = True) -> MailEnvironment:
    """Return the process's Jinja environment."""
    return MailEnvironment(autoescape=autoescape)


def _new_template(text: str, autoescape: bool) -> Template:
    return environment(autoescape).from_string(text)


# Kept, because a preview renders the same text with many data sets; single expressions apart, because an export
# evaluates hundreds and they would push the mails out; the sections of a mail apart likewise.
_template = lru_cache(maxsize=64)(_new_template)
_section = lru_cache(maxsize=1024)(_new_template)
_expression = lru_cache(maxsize=512)(_new_template)
SECTION_CHARACTERS = 6_000
EXPRESSION_CHARACTERS = 300


def _cache_for(length: int) -> Callable[[str, bool], Template]:
    if length < EXPRESSION_CHARACTERS:
        return _expression
    return _section if length < SECTION_CHARACTERS else _template


def _compiled(source: MappedText, scene: Scene, *, autoescape: bool = True) -> Template:
    try:
        return _cache_for(len(source.text))(source.text, autoescape)
    except Exception as error:  # a hostile text may break Jinja and Python's compiler in any way
        raise syntax_fault(error, scene) from error


def _render(
    source: MappedText, context: Mapping[str, Any], *, autoescape: bool = True, names: dict[str, Any] | None = None
) -> str:
    """Return the marked output; what the template sets at its top level is added to ``names``."""
    scene = Scene(source, environment(autoescape), context)
    template = _compiled(source, scene, autoescape=autoescape)
    try:
        return _run(template, context, {} if names is None else names)
    except Exception as error:  # likewise, and any method of any value may raise
        raise runtime_fault(error, template, scene) from error


def _run(template: Template, context: Mapping[str, Any], names: dict[str, Any]) -> str:
    chunks, length = [], 0
    running = template.new_context(dict(context))
    for chunk in template.root_render_func(running):
        chunks.append(chunk)
        length += len(chunk) - MARK_CHARACTERS * chunk.count(MARK_START)
        if length > OUTPUT_CHARACTERS:
            raise At(last_mark(chunks), too_large(OUTPUT_CHARACTERS))
    names |= running.vars
    return "".join(chunks)


BREAKS = re.compile(r"[ \t\r\n\f]+")  # not the no-break spaces of French typography


def _plain(marked: str) -> str:
    """Return an element's text: what the author wrote decoded, what the data holds as it is, on one line."""
    first, *runs = MARK.split(marked)
    texts = [unescape(first)]
    texts += [unescape(text) if kind == "t" else text for kind, text in zip(runs[::3], runs[2::3], strict=True)]
    return BREAKS.sub(" ", printable("".join(texts))).strip(" ")


def _unmarked(marked: str, source: MappedText, subject: str, preheader: str) -> Personalised:
    first, *runs = MARK.split(marked)
    texts, starts, length = [first], [], len(first)
    for text in runs[2::3]:
        starts.append(length)
        texts.append(text)
        length += len(text)
    origins = tuple(zip(runs[::3], map(int, runs[1::3]), strict=True))
    return Personalised(printable("".join(texts)), subject, preheader, source, tuple(starts), origins)
