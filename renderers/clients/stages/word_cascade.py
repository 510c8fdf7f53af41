"""Style rules reach only what comes after them, and only if Word reads their selector.

Word turns rules into formatting of the text while it reads the mail. The model does the same: rules end in the style
attributes of the elements they meet, where the other stages of Word find everything.
"""

from __future__ import annotations

from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.css.sheet import parse_declarations, write_declarations
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail, StyleBlock
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.cascade import Cascade, Matched, Place, merge

MAX_WRITTEN = 8_000_000
"""Characters of style attributes in one mail; rules beyond that are not written."""

_ALL = ("", "all", "screen")


class Resolved(Settings):
    """``before_use``: rules become formatting as the mail is read, so those that come later come too late."""

    before_use: bool = False


def apply(mail: Mail, settings: Resolved) -> Iterable[Change]:
    """Write the declarations of the rules into the elements that they reach."""
    if settings.before_use and mail.blocks:
        yield from _Reading(mail).changes()


class _Reading:
    """One pass over the mail, in its order."""

    def __init__(self, mail: Mail) -> None:
        self._mail = mail
        self._blocks = {block.element: block for block in mail.blocks}
        self._cascade = Cascade()
        self._places: dict[Element | None, Place | None] = {None: None}
        self._texts: dict[tuple[int, str], tuple[Matched, str]] = {}
        self._written = 0

    def changes(self) -> Iterable[Change]:
        seen = False
        for element in list(self._mail.elements()):
            if element.tag == "style":
                if element in self._blocks:
                    yield from self._read(self._blocks[element])
                    seen = True
            elif element.tag not in ("head", "meta", "title", "link"):
                self._write(element, seen)

    def _read(self, block: StyleBlock) -> Iterable[Change]:
        if (block.element.get("media") or "").strip().lower() not in _ALL:
            if block.rules:
                yield self._mail.change("word-cascade.before_use", "The style block is for other media.", block.element)
            block.rules = ()
            return
        had = bool(block.rules)
        block.rules, unread = self._cascade.add(block.rules)
        if unread:
            yield self._mail.change(
                "word-cascade.before_use",
                "Word does not read the selectors {selectors}.",
                block.element,
                selectors=", ".join(dict.fromkeys(unread)),
            )
        if had and self._late(block.element):
            yield self._mail.change(
                "word-cascade.before_use", "The style block acts only on what comes after it.", block.element
            )

    def _late(self, element: Element) -> bool:
        return any(around.tag == "body" for around in element.iterancestors())

    def _write(self, element: Element, seen: bool) -> None:
        place = self._cascade.place(element, self._places.get(element.getparent()))
        self._places[element] = place
        if not seen:
            return
        matched = self._cascade.matched(place)
        if (matched.below or matched.above) and self._written < MAX_WRITTEN:
            text = self._styled(matched, element.get("style", ""))
            self._written += len(text)
            element.set("style", text)

    def _styled(self, matched: Matched, own: str) -> str:
        # Kept with its Matched, so that no other one can come by the same id.
        known = self._texts.get((id(matched), own))
        if known is None:
            known = self._texts[id(matched), own] = (matched, _merged(matched, own))
        return known[1]


def _merged(matched: Matched, text: str) -> str:
    own = parse_declarations(text)
    important = [each for each in own if each.important]
    normal = [each for each in own if not each.important]
    return write_declarations(merge([*matched.below, *normal, *matched.above, *important]))


STAGE = Stage("word-cascade", Resolved, apply)
