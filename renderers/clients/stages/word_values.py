"""Values that Word does not know, or reads in its own way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cached_property, lru_cache

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, declaration, parse_declarations, write_declarations
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.colours import colour_in
from renderers.clients.word.lengths import number, pixels, written
from renderers.clients.word.styles import REMEMBERED, set_text, style_texts

_NORMAL, _BOLD = 400, 700
MAX_VALUE = 1000
"""A longer value is passed on as it is."""

_LENGTH = re.compile(r"(?<![\w.#-])\d*\.?\d+(?:px|pt|in|cm|mm|pc|em)\b", re.IGNORECASE)


class Values(Settings):
    """What is done with values, by the names of properties (which may hold ``*``).

    ``refused``: a value that the regular expression matches as a whole is ignored with its declaration;
    ``also_refused``: so are these. ``replaced``:
    what ``pattern => text`` matches in it becomes the text. ``colour_only``: only the colour of a shorthand counts.
    ``bold_from``: font weights from there on are bold, others normal. ``largest_border`` in CSS pixels. Elements with
    an attribute of ``except_with`` are let be.
    """

    refused: Mapping[str, str] = {}
    also_refused: Mapping[str, str] = {}
    replaced: Mapping[str, str] = {}
    colour_only: tuple[str, ...] = ()
    bold_from: int = 0
    largest_border: float = 0
    except_with: tuple[str, ...] = ()

    @cached_property
    def reader(self) -> _Reader:
        """Reads values by these settings."""
        return _Reader(self)


def apply(mail: Mail, settings: Values) -> Iterable[Change]:
    """Read every declaration as the client does; like cases are told of once, with their places."""
    if not settings.model_fields_set:
        return
    met: dict[_Changed, list[Element]] = {}
    for element, text in style_texts(mail):
        left, changed = settings.reader.read(text)
        if changed and not any(name in element.attrib for name in settings.except_with):
            set_text(element, left)
            for each in changed:
                met.setdefault(each, []).append(element)
    for (setting, before, after), elements in met.items():
        rule, first, further = f"word-values.{setting}", elements[0], elements[1:]
        if after:
            yield mail.change(
                rule, "Word reads {before} as {after}.", first, further=further, before=before, after=after
            )
        else:
            yield mail.change(rule, "Word ignores {before}.", first, further=further, before=before)


_Changed = tuple[str, str, str]


class _Reader:
    def __init__(self, settings: Values) -> None:
        self._settings = settings
        refused = [("refused", settings.refused), ("also_refused", settings.also_refused)]
        self._refused = [
            (setting, name, re.compile(pattern, re.IGNORECASE))
            for setting, patterns in refused
            for name, pattern in patterns.items()
        ]
        self._replaced = [
            (name, re.compile(pattern.strip(), re.IGNORECASE), text.strip())
            for name, rule in settings.replaced.items()
            for pattern, _, text in [rule.rpartition("=>")]
        ]
        self.read = lru_cache(maxsize=REMEMBERED)(self._read)
        self._one = lru_cache(maxsize=REMEMBERED)(self._decide)

    def _read(self, text: str) -> tuple[str, tuple[_Changed, ...]]:
        """Return a style attribute as the client reads it, and each change: setting, before, after."""
        kept: list[Declaration] = []
        changed: list[_Changed] = []
        for each in parse_declarations(text):
            setting, after = self._one(each)
            if after is not None:
                kept.append(after)
            if after != each:
                changed.append((setting, each.raw, after.raw if after else ""))
        return write_declarations(kept), tuple(changed)

    def _decide(self, each: Declaration) -> tuple[str, Declaration | None]:
        name, settings = each.name, self._settings
        if len(each.value) > MAX_VALUE:
            return "refused", each
        for setting, about, pattern in self._refused:
            if fnmatchcase(name, about) and pattern.fullmatch(each.value):
                return setting, None
        if name in settings.colour_only:
            return "colour_only", _only_colour(each)
        if name == "font-weight" and settings.bold_from:
            return "bold_from", _bold_or_not(each, settings.bold_from)
        if settings.largest_border and name.startswith("border"):
            return "largest_border", self._thinner(each)
        return "replaced", self._with_replaced(each)

    def _thinner(self, each: Declaration) -> Declaration:
        limit = self._settings.largest_border
        value = _LENGTH.sub(
            lambda length: written(limit) if (pixels(length[0]) or 0) > limit else length[0], each.value
        )
        return each if value == each.value else each.with_value(value)

    def _with_replaced(self, each: Declaration) -> Declaration | None:
        value = each.value
        for about, pattern, text in self._replaced:
            if fnmatchcase(each.name, about):
                value = pattern.sub(text, value).strip()
        if value == each.value:
            return each
        return each.with_value(value) if value else None


def _only_colour(each: Declaration) -> Declaration | None:
    colour = colour_in(each.value)
    if colour == each.value:
        return each
    return declaration("background-color", colour, important=each.important) if colour else None


def _bold_or_not(each: Declaration, bold_from: int) -> Declaration:
    weight = number(each.value)
    if weight is None or weight[1] or weight[0] in (_NORMAL, _BOLD):
        return each
    return each.with_value("bold" if weight[0] >= bold_from else "normal")


STAGE = Stage("word-values", Values, apply)
