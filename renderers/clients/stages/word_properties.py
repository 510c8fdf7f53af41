"""Which properties Word honours depends on the element: three classes of properties, three of elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cached_property, lru_cache

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, parse_declarations, write_declarations
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.styles import REMEMBERED, set_text, style_texts


class Properties(Settings):
    """``core`` properties are honoured on every element, and so are those of ``everywhere``.

    ``paragraph`` ones are not on the ``core_elements``, ``full`` ones neither there nor on ``paragraph_elements``, and
    what is in no class nowhere. Names may end with ``*``. ``only_on`` names the elements of a property, ``not_on`` the
    properties that an element lacks. ``own`` are the prefixes of the client's own properties. Elements with an
    attribute of ``except_with`` are let be, and so are values that match the regular expressions of ``kept_values``.
    """

    core: tuple[str, ...] = ()
    everywhere: tuple[str, ...] = ()
    core_elements: tuple[str, ...] = ()
    paragraph: tuple[str, ...] = ()
    paragraph_elements: tuple[str, ...] = ()
    full: tuple[str, ...] = ()
    only_on: Mapping[str, tuple[str, ...]] = {}
    not_on: Mapping[str, tuple[str, ...]] = {}
    own: tuple[str, ...] = ()
    except_with: tuple[str, ...] = ()
    kept_values: Mapping[str, str] = {}

    @cached_property
    def honoured(self) -> _Honoured:
        """The answers to these settings."""
        return _Honoured(self)


def apply(mail: Mail, settings: Properties) -> Iterable[Change]:
    """Drop the declarations that the element does not honour; like cases are told of once, with their places."""
    if not settings.core:
        return
    lost: dict[tuple[str, tuple[str, ...]], list[Element]] = {}
    for element, text in style_texts(mail):
        left, gone = settings.honoured.read(element.tag, text)
        if gone and not any(name in element.attrib for name in settings.except_with):
            set_text(element, left)
            lost.setdefault((element.tag, gone), []).append(element)
    for (tag, names), elements in lost.items():
        yield mail.change(
            f"word-properties.{settings_of(tag, settings)}",
            "Word ignores {properties} on {tag}.",
            elements[0],
            further=elements[1:],
            properties=", ".join(names),
            tag=tag,
        )


def settings_of(tag: str, settings: Properties) -> str:
    """Return the setting that decides for an element."""
    if tag in settings.not_on:
        return "not_on"
    if tag in settings.core_elements:
        return "core_elements"
    return "paragraph_elements" if tag in settings.paragraph_elements else "full"


class _Honoured:
    """Remembers its answers: the same attributes come again and again, in all mails."""

    def __init__(self, settings: Properties) -> None:
        self._settings = settings
        self.read = lru_cache(maxsize=REMEMBERED)(self._read)
        self._honours = lru_cache(maxsize=REMEMBERED)(self._decide)

    def _read(self, tag: str, text: str) -> tuple[str, tuple[str, ...]]:
        """Return what is left of a style attribute, and the names of the properties that the element ignores."""
        declarations = parse_declarations(text)
        gone = {each: None for each in declarations if not (self._honours(tag, each.name) or self._keeps(each))}
        return write_declarations([each for each in declarations if each not in gone]), _names(gone)

    def _keeps(self, declaration: Declaration) -> bool:
        pattern = self._settings.kept_values.get(declaration.name)
        return pattern is not None and re.fullmatch(pattern, declaration.value, re.IGNORECASE) is not None

    def _decide(self, tag: str, name: str) -> bool:
        settings = self._settings
        if name.startswith(settings.own):
            return True
        if _among(name, settings.not_on.get(tag, ())):
            return False
        if any(fnmatchcase(name, pattern) and tag not in tags for pattern, tags in settings.only_on.items()):
            return False
        return _among(name, self._known(tag))

    def _known(self, tag: str) -> tuple[str, ...]:
        settings = self._settings
        common = settings.core + settings.everywhere
        if tag in settings.core_elements:
            return common
        if tag in settings.paragraph_elements:
            return common + settings.paragraph
        return common + settings.paragraph + settings.full


def _names(declarations: Iterable[Declaration]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in declarations))


def _among(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


STAGE = Stage("word-properties", Properties, apply)
