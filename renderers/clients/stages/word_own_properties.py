"""Word's own properties: where one stands, Word takes it instead of the CSS one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache, partial

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, declaration, parse_declarations
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.styles import REMEMBERED, style_texts

_Asked = tuple[str, str, str]
"""A tag, an attribute and its value; the latter two empty when any will do."""

_Meaning = tuple[Declaration, Declaration, tuple[_Asked, ...]]
"""The own property, the CSS that shows it, and the elements on which it acts; none for all."""


class OwnProperties(Settings):
    """``instead``: an own property and the CSS property that it stands for.

    ``values``: ``property:value`` of the client's own, and the CSS declaration that shows what it does. ``only_on``
    names the elements on which an own property acts (``table`` or ``table[align=left]``).
    """

    instead: Mapping[str, str] = {}
    values: Mapping[str, str] = {}
    only_on: Mapping[str, tuple[str, ...]] = {}

    @cached_property
    def meaning(self) -> Callable[[str], tuple[_Meaning, ...]]:
        """Return the own properties in a style attribute with the CSS that shows them; remembered by the text."""
        return lru_cache(maxsize=REMEMBERED)(partial(_meaning, self))


def apply(mail: Mail, settings: OwnProperties) -> Iterable[Change]:
    """Say with CSS what the own properties say; they themselves stay."""
    if not settings.instead and not settings.values:
        return
    met: dict[tuple[Declaration, Declaration], list[Element]] = {}
    for element, text in style_texts(mail):
        meant = [(own, css) for own, css, where in settings.meaning(text) if _acts(element, where)]
        if not meant:
            continue
        declarations = parse_declarations(text)
        if all(css in declarations for _, css in meant):
            continue
        names = {css.name for _, css in meant}
        kept = [each for each in declarations if not _replaced(each.name, names)]
        mail.set_style(element, kept + [css for _, css in meant])
        for each in meant:
            met.setdefault(each, []).append(element)
    for (own, css), elements in met.items():
        yield mail.change(
            f"word-own-properties.{'instead' if own.name in settings.instead else 'values'}",
            "Word reads {own} as {css}.",
            elements[0],
            further=elements[1:],
            own=own.raw,
            css=css.raw,
        )


def _meaning(settings: OwnProperties, text: str) -> tuple[_Meaning, ...]:
    found = ((own, _css(own, settings)) for own in parse_declarations(text))
    return tuple((own, css, _where(own.name, settings)) for own, css in found if css is not None)


def _where(name: str, settings: OwnProperties) -> tuple[_Asked, ...]:
    found = []
    for asked in settings.only_on.get(name, ()):
        tag, _, attribute = asked.partition("[")
        required, _, value = attribute.rstrip("]").partition("=")
        found.append((tag, required, value))
    return tuple(found)


def _css(own: Declaration, settings: OwnProperties) -> Declaration | None:
    if own.name in settings.instead:
        return declaration(settings.instead[own.name], own.value)
    shown = settings.values.get(f"{own.name}:{own.value.lower()}")
    if shown is None:
        return None
    name, _, value = shown.partition(":")
    return declaration(name.strip(), value.strip())


def _acts(element: Element, where: tuple[_Asked, ...]) -> bool:
    return not where or any(
        element.tag == tag and (not name or (element.get(name) or "").lower() == value) for tag, name, value in where
    )


def _replaced(name: str, names: Iterable[str]) -> bool:
    """Tell whether a declaration gives way: of the property itself, or of a part of it."""
    return any(name == each or name.startswith(f"{each}-") for each in names)


STAGE = Stage("word-own-properties", OwnProperties, apply)
