"""Where ``!important`` makes Word drop the declaration."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, Node, StyleRule, parse_declarations
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.styles import style_texts

_UNSPACED = re.compile(r"\S!\s*important\s*\Z", re.IGNORECASE)


class Important(Settings):
    """``attributes``: a declaration of a style attribute that is important is ignored.

    ``unspaced``: so is one, anywhere, without a blank before the exclamation mark.
    """

    attributes: bool = False
    unspaced: bool = False


def apply(mail: Mail, settings: Important) -> Iterable[Change]:
    """Drop these declarations from style attributes and rules."""
    if settings.attributes or settings.unspaced:
        yield from _attributes(mail, settings)
    if settings.unspaced:
        yield from _blocks(mail)


def _attributes(mail: Mail, settings: Important) -> Iterable[Change]:
    rule = "word-important." + ("attributes" if settings.attributes else "unspaced")
    for element, text in style_texts(mail):
        if "!" not in text:
            continue
        declarations = parse_declarations(text)
        gone = [each for each in declarations if each.important and (settings.attributes or _unspaced(each))]
        if gone:
            mail.set_style(element, [each for each in declarations if each not in gone])
            yield mail.change(
                rule,
                "{properties}: important in a style attribute, so it is ignored.",
                element,
                properties=", ".join(each.name for each in gone),
            )


def _blocks(mail: Mail) -> Iterable[Change]:
    for block in mail.blocks:
        if "!" not in block.text:
            continue
        gone: list[str] = []
        block.rules = [_without(node, gone) for node in block.rules]
        if gone:
            yield mail.change(
                "word-important.unspaced",
                "{properties}: no blank before !important, so the declaration is ignored.",
                block.element,
                properties=", ".join(dict.fromkeys(gone)),
            )


def _without(node: Node, gone: list[str]) -> Node:
    if not isinstance(node, StyleRule):
        return node
    lost = [each for each in node.body if isinstance(each, Declaration) and _unspaced(each)]
    gone += [each.name for each in lost]
    return replace(node, body=_rest(node.body, lost)) if lost else node


def _rest(body: Sequence[Node], lost: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(each for each in body if each not in lost)


def _unspaced(each: Declaration) -> bool:
    return each.important and _UNSPACED.search(each.raw) is not None


STAGE = Stage("word-important", Important, apply)
