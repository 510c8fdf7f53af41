"""What mail programs block and a template must not bring in: scripts, frames, forms, event handlers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from templates.errors import InputError, MailwrightError
from templates.source.parse import parse
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import Attribute, Element, Node, SourceTree, descendants

ROUNDS = 20  # a page that means no harm needs two
DEEPEST = 200  # elements in each other; real mails have about 40
_PROGRAMS = ("script", "iframe", "frame", "frameset", "object", "embed", "applet", "portal")
_CONTROLS = ("input", "select", "textarea", "button", "datalist", "dialog")
_DROPPED = frozenset([*_PROGRAMS, *_CONTROLS, "base"])
_UNWRAPPED = frozenset(["form", "noscript"])
_SCRIPT_ADDRESS = re.compile(r"(?:java|vb|live)script:|data:(?:text/html|image/svg|application)", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\ufeff]")


def without_blocked(text: str) -> tuple[str, list[MailwrightError]]:
    """Return ``text`` without what mails must not hold, and a notice for each kind that was left out.

    Raises InputError for elements nested deeper than ``DEEPEST``, and for a page made to outwit this.
    """
    gone: Counter[str] = Counter()
    # Again and again: what stood on both sides of something that is gone may be an element now.
    for _ in range(ROUNDS):
        tree = parse(text)
        check_depth(tree)
        edits = list(_edits(tree, gone))
        if not edits:
            break
        text = apply(text, edits)
    else:
        raise InputError("This file hides what mail programs block.", advice="Choose another file.")
    notices: list[MailwrightError] = [
        InputError("Left out, because mail programs block it: {what} ({count}).", what=what, count=count)
        for what, count in sorted(gone.items())
    ]
    return text, notices


def check_depth(tree: SourceTree) -> None:
    """Raise InputError for elements nested deeper than ``DEEPEST``."""
    row: list[Node] = list(tree.nodes)
    for _ in range(2 * DEEPEST):  # conditions between the elements count too
        row = [part for node in row for part in node.parts]
        if not row:
            return
    raise InputError("The elements of this file are nested too deeply.", advice="Look for some that are never closed.")


def _edits(tree: SourceTree, gone: Counter[str]) -> Iterator[TextEdit]:
    waiting = list(reversed(tree.nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, Element):
            if _is_dropped(node):
                gone[f"<{node.name}>"] += 1
                yield TextEdit(*node.span, "")
                continue
            if node.name in _UNWRAPPED:
                gone[f"<{node.name}>"] += 1
                yield TextEdit(*node.opening, "")
                yield from [TextEdit(*node.closing, "")] if node.closing else []
            else:
                yield from _attributes(node, gone)
            waiting.extend(reversed(node.children))
        else:
            waiting.extend(reversed(node.parts))


def _is_dropped(element: Element) -> bool:
    if element.name == "script":  # data for Gmail's own buttons is no program
        return element.value("type").strip().lower() != "application/ld+json"
    if element.name == "input":  # the switches of menus and carousels that need no script
        return element.value("type").strip().lower() not in {"checkbox", "radio"}
    refresh = element.name == "meta" and element.value("http-equiv").strip().lower() == "refresh"
    return element.name in _DROPPED or refresh


def _attributes(element: Element, gone: Counter[str]) -> Iterator[TextEdit]:
    for node in descendants(element.head):
        if not isinstance(node, Attribute):
            continue
        name = node.name.lower()
        if re.fullmatch(r"on[a-z]+", name) or name in {"srcdoc", "formaction"}:
            gone[name] += 1
            yield TextEdit(*node.span, "")
        elif _SCRIPT_ADDRESS.match(_UNSEEN.sub("", unescape(node.raw))):
            gone[_UNSEEN.sub("", unescape(node.raw)).partition(":")[0].lower() + ":"] += 1
            yield TextEdit(*node.span, "")
