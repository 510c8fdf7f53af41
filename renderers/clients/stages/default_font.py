"""The font that a client shows where a mail's list of fonts comes to its end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.css.sheet import AtRule, Declaration, Node, StyleRule
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage

_GENERIC = re.compile(
    r"(?:^|[\s,])(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|math|emoji|ui-[a-z-]+"
    r"|inherit|initial|unset|revert|revert-layer|caption|icon|menu|message-box|small-caption|status-bar)\s*$",
    re.IGNORECASE,
)
_FONTS = frozenset({"font", "font-family"})


class DefaultFont(Settings):
    """``generic``: the family that ends each list of fonts that names none, as the client's default font does."""

    generic: str = ""


def apply(mail: Mail, settings: DefaultFont) -> Iterable[Change]:
    """End each list."""
    generic = settings.generic
    if not generic:
        return
    for element, declarations in mail.styled():
        if "font" in element.get("style", ""):
            made = [_ended(each, generic) for each in declarations]
            if made != [*declarations]:
                mail.set_style(element, made)
                yield mail.change(
                    "default-font.generic", "Without any of its fonts the text is {font}.", element, font=generic
                )
    for block in mail.blocks:
        if "font" in block.text:
            before = block.rules
            block.rules = tuple(_ended_node(node, generic) for node in before)
            if block.rules != before:
                yield mail.change(
                    "default-font.generic", "Without any of its fonts the text is {font}.", block.element, font=generic
                )


def _ended_node(node: Node, generic: str) -> Node:
    if isinstance(node, Declaration):
        return _ended(node, generic)
    if node.body is None or (isinstance(node, AtRule) and node.name == "font-face"):
        return node
    body = tuple(_ended_node(each, generic) for each in node.body)
    if body == node.body:
        return node
    if isinstance(node, StyleRule):
        return StyleRule(node.prelude, body)
    return AtRule(node.name, node.prelude, body)


@lru_cache(maxsize=4096)
def _ended(each: Declaration, generic: str) -> Declaration:
    if each.name not in _FONTS or "var(" in each.value or not each.value or _GENERIC.search(each.value):
        return each
    return each.with_value(f"{each.value}, {generic}")


STAGE = Stage("default-font", DefaultFont, apply)
