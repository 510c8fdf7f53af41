"""A template's text cut at the sections of its body, each chunk with whole Jinja blocks: edited chunks are told from
the others by comparing texts.

A good guess is enough: whoever uses the chunks finds out when Jinja or MJML cannot take one by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from templates.compile.markup import OpenElements, Scanner, Span
from templates.source.schema import ENDING

_STATEMENT = re.compile(r"\{%[-+]?\s*(\w+)")
_BLOCKS = frozenset(["if", "for", "macro", "call", "filter", "raw", "block", "autoescape", "with"])
_BODY_END = "</mj-body"


def chunks(text: str, known: Sequence[str] = ()) -> list[str] | None:
    """Return ``text`` in chunks: up to the body's content, each section or Jinja block of it, and the rest.

    ``known`` are the chunks before an edit; what it did not touch is not looked at again. None when the text is not
    cut: there is no body, or something in it stays open.
    """
    return _after_edit(text, known) or _cut(text)


def _after_edit(text: str, known: Sequence[str]) -> list[str] | None:
    first, start = 0, 0
    while first < len(known) and text.startswith(known[first], start):
        start += len(known[first])
        first += 1
    last, end = len(known), len(text)
    while last > first and text.endswith(known[last - 1], start, end):
        last -= 1
        end -= len(known[last])
    if first == 0 or last == len(known):
        return None  # the head or the end changed
    changed = _sections(text[start:end])
    return None if changed is None else [*known[:first], *changed, *known[last:]]


def _cut(text: str) -> list[str] | None:
    start, end = _body_start(text), text.rfind(_BODY_END)
    if not 0 < start <= end:
        return None
    sections = _sections(text[start:end])
    return None if sections is None else [text[:start], *sections, text[end:]]


def _body_start(text: str) -> int:
    """Return where the content of the mail's mj-body begins; 0 without one. mj-attributes has one of its own."""
    elements = OpenElements()
    for span in Scanner(text):
        if span.kind == "open" and span.name == "mj-body" and elements.inner == "mjml":
            return span.end
        elements.step(span)
    return 0


def _sections(text: str) -> list[str] | None:
    ends = list(_ends(text))
    if ends and ends[-1] < 0:
        return None
    starts = [0, *ends]
    rest = [text[starts[-1] :]] if starts[-1] < len(text) else []
    return [text[start:end] for start, end in zip(starts, ends, strict=False)] + rest


def _ends(text: str) -> Iterator[int]:
    """Yield where nothing is open any more, after each outermost element or block; -1 at last where something is."""
    elements = blocks = 0
    opaque = ""
    for span in Scanner(text):
        if span.kind == "tag":
            step = _block_step(text, span)
            blocks += step
            ended = step < 0
        elif opaque:
            ended = span.kind == "close" and span.name == opaque
            elements -= ended
            opaque = "" if ended else opaque
        else:
            step = _element_step(span)
            elements += step
            opaque = span.name if step > 0 and span.name in ENDING else ""
            ended = step < 0 or span.kind == "comment" or span.empty
        if elements < 0 or blocks < 0:
            break
        if ended and not elements and not blocks:
            yield span.end
    if elements or blocks:
        yield -1


def _block_step(text: str, span: Span) -> int:
    found = _STATEMENT.match(text, span.start) if span.name == "{%" else None
    if found is None:
        return 0
    word = found[1]
    if word in _BLOCKS or (word == "set" and "=" not in text[span.start : span.end]):
        return 1
    return -1 if word.startswith("end") else 0


def _element_step(span: Span) -> int:
    if not span.name.startswith("mj-") or span.empty:
        return 0
    return {"open": 1, "close": -1}.get(span.kind, 0)
