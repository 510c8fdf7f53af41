"""What washing did to a mail, as changes; what happened often is one change, at its first place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renderers.clients.change import Change
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.washtml.page import Found
from renderers.clients.washtml.sheet import WashedSheet
from renderers.clients.washtml.vocabulary import LOST

_RULE = "washtml.sanitizer"


def changes(mail: Mail, prefix: str, body_class: str, found: Found) -> Iterator[Change]:
    """Yield the changes."""
    yield mail.change("washtml.container", "The mail becomes a part of a page, its body a div.")
    if found.prefixed is not None:
        yield mail.change("washtml.prefix", "Classes and ids get the prefix {prefix}.", found.prefixed, prefix=prefix)
    if found.body is not None and found.sheets:
        yield mail.change(
            "washtml.body_class",
            "The body has a class of its own, so the class {name} is missing and no rule of a style block applies.",
            found.body,
            name=body_class,
        )
    yield from _elements(mail, found)
    yield from _attributes(mail, found)
    yield from _declarations(mail, found)
    for element, sheet in found.sheets:
        yield from _sheet(mail, element, sheet)


def _counted(pairs: Iterable[tuple[Element, str]]) -> list[tuple[Element, str, int]]:
    """Return each text with the first element that it was found at, and how often."""
    first: dict[str, Element] = {}
    counts: dict[str, int] = {}
    for element, text in pairs:
        first.setdefault(text, element)
        counts[text] = counts.get(text, 0) + 1
    return [(element, text, counts[text]) for text, element in first.items()]


def _elements(mail: Mail, found: Found) -> Iterator[Change]:
    for element, tag, count in _counted(found.removed):
        if tag == "form":
            yield mail.change(_RULE, "The form becomes a div ({count} times).", element, count=count)
        elif tag in LOST:
            yield mail.change(
                _RULE, "{tag} is removed with its content ({count} times).", element, tag=tag, count=count
            )
        else:
            yield mail.change(
                _RULE, "{tag} is removed, its content stays ({count} times).", element, tag=tag, count=count
            )


def _attributes(mail: Mail, found: Found) -> Iterator[Change]:
    lost = ((element, name) for element, washed in found.washed for name in washed.lost if name != "style")
    for element, name, count in _counted(lost):
        yield mail.change(
            _RULE, "The attribute {attribute} is removed ({count} times).", element, attribute=name, count=count
        )


def _declarations(mail: Mail, found: Found) -> Iterator[Change]:
    lost = ((element, text) for element, washed in found.washed for text in washed.style.lost)
    for element, text, count in _counted(lost):
        yield mail.change(
            _RULE, "The declaration {declaration} is removed ({count} times).", element, declaration=text, count=count
        )
    for element, washed in found.washed:
        for before, after in washed.style.changed:
            yield mail.change(_RULE, "{before} becomes {after}.", element, before=before, after=after)


def _sheet(mail: Mail, element: Element, sheet: WashedSheet) -> Iterator[Change]:
    if sheet.text is None or sheet.text.startswith("/*"):
        if sheet.why:
            yield mail.change(_RULE, "The style block is removed: it holds {word}.", element, word=sheet.why)
        return
    if "media" in element.attrib:
        yield mail.change(
            _RULE,
            "The style block applies everywhere: it loses its media {media}.",
            element,
            media=element.get("media"),
        )
    for text in dict.fromkeys(sheet.broken):
        yield mail.change(
            _RULE,
            "The scope is written into {beginning}, which breaks it: its first selector stands there too.",
            element,
            beginning=text,
        )
    for text in dict.fromkeys(sheet.lost):
        yield mail.change(
            _RULE,
            "The declaration {declaration} is removed ({count} times).",
            element,
            declaration=text,
            count=sheet.lost.count(text),
        )
