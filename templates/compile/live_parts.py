"""The chunks of a template as parts of the mail: includes, Jinja and pictures, each chunk by itself.

Together they say what the whole text would say. Chunks run in order and hand on the names that they set; where Jinja
keeps more than names (cyclers, loops that were begun, macros that see later names) the text is not taken in parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Undefined
from jinja2.runtime import Macro
from jinja2.utils import Namespace

from templates.compile.diagnose import without_includes
from templates.compile.images import map_images
from templates.compile.include import IncludeResolver, resolve_includes
from templates.compile.limits import metered
from templates.compile.notice import Notice
from templates.compile.personalise import Personalised, personalise_part
from templates.compile.source_map import MappedText
from templates.compile.split import IN_BODY, Fragment, fragment

_SETS = re.compile(r"\{%[-+]?\s*(set|macro)\b")
_PLAIN = (str, int, float, bool, date, list, tuple, dict, range, type(None), Undefined)  # what two readers read alike


@dataclass(frozen=True)
class Part:
    """A chunk as it is in the mail. Offsets count from the chunk's own beginning."""

    mjml: str
    done: Personalised = field(repr=False)
    children: tuple[tuple[int, str], ...]  # those of the body: offset in ``mjml``, text
    images: tuple[str, ...]
    removed: tuple[Notice, ...]  # includes that came out of variables


@dataclass(frozen=True)
class _Resolved:
    """A chunk with its includes in place, and what they were."""

    source: MappedText
    asked: tuple[tuple[str, str, tuple[str, str]], ...] = ()  # path, including file, (text, id)


_Key = tuple[str, str, tuple[str, ...]]


class Parts:
    """Makes parts of chunks and keeps those of the last text; not safe from several threads."""

    def __init__(
        self, name: str, include: IncludeResolver | None, image_url: Callable[[str], str] | None = None
    ) -> None:
        """``name`` is the file that the chunks come from."""
        self._name = name
        self._include = include
        self._image_url = image_url
        self._resolved: dict[str, _Resolved] = {}
        self._parts: dict[_Key, Part] = {}

    def forget(self) -> None:
        """Forget what was made of other data."""
        self._parts = {}

    def of(self, chunks: Sequence[str], context: Mapping[str, Any]) -> list[Part] | None:
        """Return a part for each chunk; None when they cannot be taken one by one.

        Raises TemplateError and LimitError without a useful place: the whole text has to say what is wrong.
        """
        self._resolved = self._resolve(chunks)
        keys = self._keys(chunks)
        if keys is None:
            return None
        if any(key not in self._parts for key in keys):
            made = self._made(keys, context)
            if made is None:
                return None
            self._parts = made
        return [self._parts[key] for key in keys]

    def _resolve(self, chunks: Sequence[str]) -> dict[str, _Resolved]:
        include = cache(self._include) if self._include else None  # each file once a text, and anew for each text
        return {chunk: self._kept(chunk, include) or self._read(chunk, include) for chunk in chunks}

    def _kept(self, chunk: str, include: IncludeResolver | None) -> _Resolved | None:
        kept = self._resolved.get(chunk)
        if kept is None or not all(include and include(path, beside) == was for path, beside, was in kept.asked):
            return None
        return kept

    def _read(self, chunk: str, include: IncludeResolver | None) -> _Resolved:
        if include is None:
            return _Resolved(resolve_includes(chunk, self._name))
        asked: list[tuple[str, str, tuple[str, str]]] = []

        def noted(path: str, beside: str) -> tuple[str, str]:
            answer = include(path, beside)
            asked.append((path, beside, answer))
            return answer

        return _Resolved(resolve_includes(chunk, self._name, noted), tuple(asked))

    def _keys(self, chunks: Sequence[str]) -> list[_Key] | None:
        """Return what each part depends on: its chunk, what that includes, and the chunks before it that set names."""
        keys: list[_Key] = []
        setting: tuple[str, ...] = ()
        macros = False
        for chunk in chunks:
            text = self._resolved[chunk].source.text
            keys.append((chunk, text, setting))
            found = set(_SETS.findall(text)) if "{%" in text else set()
            if found and macros:
                return None  # a macro sees what is set after it
            if found:
                setting = (*setting, text)
            macros = macros or "macro" in found
        return keys

    def _made(self, keys: Sequence[_Key], context: Mapping[str, Any]) -> dict[_Key, Part] | None:
        made: dict[_Key, Part] = {}
        names: dict[str, Any] = {}
        with metered():
            for number, key in enumerate(keys):
                part = self._parts.get(key) or made.get(key)
                sets = _SETS.search(key[1]) is not None
                if part is None or sets:  # what sets names runs again, for those who are new to see them
                    source = self._resolved[key[0]].source
                    done = personalise_part(source, context, names, head=number == 0)
                    part = self._part(done, first=number == 0, last=number == len(keys) - 1)
                if part is None:
                    return None
                if sets and not all(map(_reads_alike, names.values())):
                    return None
                made[key] = part
        return made

    def _part(self, done: Personalised, *, first: bool, last: bool) -> Part | None:
        text, removed = without_includes(done.text, done.place)
        mjml, images = map_images(text, self._image_url)
        found = fragment(mjml, () if first else IN_BODY)
        if found is None or not _fits(found, len(mjml), first=first, last=last):
            return None
        children = tuple((start, mjml[start:end]) for start, end in found.children)
        return Part(mjml, done, children, images, removed)


def _fits(found: Fragment, length: int, *, first: bool, last: bool) -> bool:
    """Return whether a part is what its chunk was taken for: the mail up to its body's content, children, the rest."""
    if found.open != (() if last else IN_BODY):
        return False
    if first:
        return found.body[0] == length
    return not last or (found.body[1] == 0 and not found.children)


def _reads_alike(value: Any) -> bool:
    """Return whether reading ``value`` leaves it as it is, which a cycler or a half-read list does not."""
    if isinstance(value, Namespace):
        return all(map(_reads_alike, value._Namespace__attrs.values()))  # the only way to its values
    return isinstance(value, (*_PLAIN, Macro))
