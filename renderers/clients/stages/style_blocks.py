"""How clients misread the text of style sheets, before any parser repairs it: what of the blocks is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from renderers.clients.change import Change
from renderers.clients.css.raw import RawRule, blank_comments, cut_out, has_comment, open_comments, raw_sheet
from renderers.clients.css.scan import split, tokens, without_comments
from renderers.clients.html.tree import Element, remove
from renderers.clients.mail import Mail, StyleBlock
from renderers.clients.stage import Settings, Stage


class StyleBlocks(Settings):
    r"""What a client's reader of style sheets stumbles over.

    A whole block goes: ``max_bytes`` of CSS in all blocks together (the one that passes it and all behind; 0 for no
    limit), ``no_nested_at`` (an ``@`` inside an @-rule), ``no_spaced_rgb`` (``rgb(0 128 0 / 1)``), ``no_urls``,
    ``no_capital_important`` (``!IMPORTANT``), and ``null_escape = "fatal"`` (``\0`` in a selector; ``"dropped"``: the
    client takes those two characters out).
    The rest of a block is lost: ``rest_lost_after_double_brace`` (behind ``}}``), ``rest_lost_at_media_comma`` (from
    an ``@media`` list on), ``rest_lost_at_selector_semicolon`` (from ``[style="a;"]`` on).
    ``comment_removes``: the ``"next"`` rule after a comment, or also the ``"rule"`` that holds one.
    ``comments_in_values_opened``: the marks go, what was in the comment is read.
    """

    max_bytes: int = 0
    no_nested_at: bool = False
    no_spaced_rgb: bool = False
    no_urls: bool = False
    no_capital_important: bool = False
    null_escape: Literal["", "fatal", "dropped"] = ""
    rest_lost_after_double_brace: bool = False
    rest_lost_at_media_comma: bool = False
    rest_lost_at_selector_semicolon: bool = False
    comment_removes: Literal["", "next", "rule"] = ""
    comments_in_values_opened: bool = False


# \00e9 is another character, \0 alone is none; the first alternative passes over every other escape.
_NULL = re.compile(r"\\(?:(?!0(?![0-9a-f]))(.)|0/?)", re.DOTALL | re.IGNORECASE)
_SPACED_RGB = re.compile(r"\brgba?\(\s*+[^\s,()/]++\s++[^\s,)/]", re.IGNORECASE)
_CAPITALS = re.compile(r"!\s*+(?!important\b)(?i:important)\b")
_URL = re.compile(r"\burl\(", re.IGNORECASE)
_SEMICOLON = re.compile(r"\[[^\[\];]*+;")
_MEDIA = re.compile(r"\s*+@media\b(?P<queries>.*)", re.IGNORECASE | re.DOTALL)


def apply(mail: Mail, settings: StyleBlocks) -> Iterable[Change]:
    """Take out the blocks and the parts of blocks that the client loses."""
    size = 0
    for block in mail.blocks:
        size += len(block.text.encode(errors="replace"))
        lost = _too_much(mail, block.element, settings, size) or _unreadable(mail, block, settings)
        if lost:
            remove(block.element)
            yield lost
        else:
            yield from _cut_off(mail, block, settings)
            yield from _mended(mail, block, settings)


def _too_much(mail: Mail, at: Element, settings: StyleBlocks, size: int) -> Change | None:
    if not settings.max_bytes or size <= settings.max_bytes:
        return None
    return mail.change(
        "style-blocks.max_bytes",
        "The style block is removed: with it the style sheets have {size:n} bytes, and {limit:n} are read.",
        at,
        size=size,
        limit=settings.max_bytes,
    )


def _unreadable(mail: Mail, block: StyleBlock, settings: StyleBlocks) -> Change | None:
    text, at = block.text, block.element
    if settings.no_nested_at and "@" in text and raw_sheet(text).nested_at:
        return mail.change(
            "style-blocks.no_nested_at", "The style block is removed: it holds an @-rule inside another.", at
        )
    if settings.null_escape == "fatal" and _null_in_selector(text):
        return mail.change("style-blocks.null_escape", r"The style block is removed: a selector holds \0.", at)
    if settings.no_spaced_rgb and _SPACED_RGB.search(without_comments(text)):
        return mail.change(
            "style-blocks.no_spaced_rgb",
            "The style block is removed: it holds a colour written with blanks, as in rgb(0 128 0).",
            at,
        )
    if settings.no_urls and _URL.search(without_comments(text)):
        return mail.change("style-blocks.no_urls", "The style block is removed: it holds a url().", at)
    if settings.no_capital_important and _CAPITALS.search(without_comments(text)):
        return mail.change(
            "style-blocks.no_capital_important", "The style block is removed: it holds !important in capitals.", at
        )
    return None


def _null_in_selector(text: str) -> bool:
    return "\\0" in text and any(
        not rule.at and _without_null(selector) != selector
        for rule in raw_sheet(text).rules
        if (selector := without_comments(text[rule.start : rule.brace]))
    )


def _cut_off(mail: Mail, block: StyleBlock, settings: StyleBlocks) -> Iterator[Change]:
    """Cut the block where the client stops reading."""
    if settings.rest_lost_after_double_brace and _changed(block, _after_double_brace):
        yield mail.change(
            "style-blocks.rest_lost_after_double_brace",
            "What follows two closing braces in the style block is lost; a blank between them would save it.",
            block.element,
        )
    if settings.rest_lost_at_media_comma and _changed(block, _from_media_comma):
        yield mail.change(
            "style-blocks.rest_lost_at_media_comma",
            "The style block is lost from a media query list with a comma on.",
            block.element,
        )
    if settings.rest_lost_at_selector_semicolon and _changed(block, _from_semicolon):
        yield mail.change(
            "style-blocks.rest_lost_at_selector_semicolon",
            "The style block is lost from an attribute selector with a semicolon on.",
            block.element,
        )


def _mended(mail: Mail, block: StyleBlock, settings: StyleBlocks) -> Iterator[Change]:
    """Read the rest of the block as the client reads it."""
    if settings.comment_removes == "next" and _changed(block, _without_next):
        yield mail.change(
            "style-blocks.comment_removes",
            "Rules that follow a comment are removed from the style block.",
            block.element,
        )
    if settings.comment_removes == "rule" and _changed(block, _without_commented):
        yield mail.change(
            "style-blocks.comment_removes", "Rules with a comment are removed from the style block.", block.element
        )
    if settings.null_escape == "dropped" and _changed(block, _null_dropped):
        yield mail.change(
            "style-blocks.null_escape", r"The characters \0 are taken out of the style block.", block.element
        )
    if settings.comments_in_values_opened and _changed(block, _comments_opened):
        yield mail.change(
            "style-blocks.comments_in_values_opened",
            "Comments inside values of the style block are read as part of the value.",
            block.element,
        )


def _changed(block: StyleBlock, edit: Callable[[str], str]) -> bool:
    text = edit(block.text)
    if text == block.text:
        return False
    block.text = text
    return True


def _after_double_brace(text: str) -> str:
    last = -2
    for place, character in tokens(text) if "}}" in text else ():
        if character == "}":
            if place == last + 1:
                return text[: place + 1] if text[place + 1 :].strip() else text
            last = place
    return text


def _from_media_comma(text: str) -> str:
    return _before(text, lambda prelude: (media := _MEDIA.match(prelude)) and len(split(media["queries"], ",")) > 1)


def _from_semicolon(text: str) -> str:
    return _before(text, _SEMICOLON.search)


def _before(text: str, wrong: Callable[[str], object]) -> str:
    """Return the text up to the first rule whose prelude is ``wrong``."""
    for rule in raw_sheet(text).rules:
        if wrong(without_comments(text[rule.start : rule.brace])):
            return text[: rule.start]
    return text


def _without_next(text: str) -> str:
    return _cut(text, lambda rule: text[rule.start : rule.brace])


def _without_commented(text: str) -> str:
    return _cut(text, lambda rule: rule.own(text))


def _cut(text: str, where: Callable[[RawRule], str]) -> str:
    """Return the text without the rules with a comment ``where`` it does harm; what comments are left do none."""
    if not has_comment(text):
        return text
    cut = [(rule.start, rule.end) for rule in raw_sheet(text).rules if has_comment(where(rule))]
    return blank_comments(cut_out(text, cut))


def _null_dropped(text: str) -> str:
    return _rebuilt(text, _without_null, _without_null) if "\\0" in text else text


def _without_null(text: str) -> str:
    return _NULL.sub(lambda match: match[0] if match[1] else "", text)


def _comments_opened(text: str) -> str:
    return _rebuilt(text, str, open_comments) if "/*" in text else text


def _rebuilt(text: str, prelude: Callable[[str], str], declarations: Callable[[str], str]) -> str:
    """Return the text with other preludes, and other declarations in the rules that hold no rules."""
    pieces: list[str] = []
    place = 0
    for rule in raw_sheet(text).rules:
        body = rule.brace + 1
        end = rule.end - text.endswith("}", body, rule.end) if rule.leaf else body
        pieces += [text[place : rule.start], prelude(text[rule.start : rule.brace]), "{", declarations(text[body:end])]
        place = end
    return "".join([*pieces, text[place:]])


STAGE = Stage("style-blocks", StyleBlocks, apply)
