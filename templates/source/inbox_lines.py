"""Subject and preheader: the elements ``mj-title`` and ``mj-preview``, as plain text with template tags in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Literal

from templates.source.edit import insert, set_text
from templates.source.escape import escape_text
from templates.source.jinja import match_blocks, scan
from templates.source.layout import contents
from templates.source.mail_settings import add_to_head, first
from templates.source.text_edit import TextEdit
from templates.source.tree import (
    Element,
    Error,
    JinjaBlock,
    JinjaBranch,
    JinjaOutput,
    JinjaStatement,
    SourceTree,
    Text,
    descendants,
)

LineName = Literal["mj-title", "mj-preview"]
_IN_LINE = Text | JinjaOutput | JinjaBlock | JinjaBranch | JinjaStatement | Error
_BREAKS = re.compile(r"\s+")


@dataclass(frozen=True)
class InboxLine:
    """What an inbox shows, as people type it: ``text`` with its tags, entities decoded, on one line.

    ``simple``: it is words, printed values and whole conditions alone (a tag may be half typed), and so can be edited
    as a line.
    ``possible``: there is a place for it. ``element`` is None where the mail has none yet.
    """

    text: str
    simple: bool = True
    possible: bool = True
    element: Element | None = None


def line_of(tree: SourceTree, name: LineName) -> InboxLine:
    """Return the subject or the preheader of a mail."""
    found = tree.elements(name)
    if not found:
        return InboxLine("", possible=bool(tree.elements("mj-head") or tree.elements("mj-body")))
    element = found[0]
    source = tree.text[slice(*element.content)]
    alone = len(found) == 1 and not any(isinstance(above, JinjaBlock) for above in tree.ancestors(element))
    simple = alone and all(isinstance(one, _IN_LINE) for one in descendants(element.children))
    return InboxLine(_decoded(source), simple, True, element)


def set_line(tree: SourceTree, name: LineName, plain: str) -> list[TextEdit]:
    """Write the subject or the preheader; a mail that has none gets it at the beginning of its head.

    No edit for a line that is more than words, printed values and conditions, that has no place, or whose conditions
    are not whole: what follows in the mail would be taken for a part of them.
    """
    line = line_of(tree, name)
    if not line.simple or not line.possible or plain == line.text or not is_whole(plain):
        return []
    source = escape_text(_BREAKS.sub(" ", plain))
    if line.element is not None:
        return set_text(tree, line.element, source)
    made, head = f"<{name}>{source}</{name}>", first(tree, "mj-head")
    inside = contents(tree, head) if head else []
    if not inside:
        return add_to_head(tree, made)
    subject = first(tree, "mj-title")
    return insert(tree, subject, made, "after") if subject else insert(tree, inside[0], made, "before")


def is_whole(plain: str) -> bool:
    """Return whether every condition and loop in a line has its beginning and its end there."""
    matching = match_blocks(plain, scan(plain))
    return not matching.unclosed and not matching.stray


def _decoded(source: str) -> str:
    """Entities decoded outside of template tags; white space as one space, as an inbox shows it."""
    parts: list[str] = []
    done = 0
    for tag in scan(source):
        parts += [unescape(source[done : tag.start]), source[tag.start : tag.end]]
        done = tag.end
    parts.append(unescape(source[done:]))
    text = _BREAKS.sub(" ", "".join(parts)).lstrip(" ")
    return text if source.endswith(" ") and "\n" not in source else text.rstrip(" ")  # a space that is being typed
