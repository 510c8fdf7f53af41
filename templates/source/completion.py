"""What can stand at a place of a template that is being typed: components, attributes, values, names, filters.

It works on the text alone, because while a person types there is no tree of it yet, and looks at no more of it than it
must.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from templates.source.completion_markup import HTML, Open, open_elements, snippet
from templates.source.completion_names import describe, filters, members, names_at, statements
from templates.source.jinja import scan
from templates.source.markup import blot
from templates.source.schema import Component, component, components

Kind = Literal["component", "closing", "attribute", "value", "colour", "variable", "filter", "statement"]
REACH = 5000  # characters before the place that decide in what it is


@dataclass(frozen=True)
class Known:
    """What the template's surroundings know: ``values`` as its tags see them, and lists to choose from.

    ``pictures`` are the paths that an image may have, ``parts`` those that an include may have.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    segments: Sequence[str] = ()
    pictures: Sequence[str] = ()
    parts: Sequence[str] = ()


@dataclass(frozen=True)
class Completion:
    """One proposal: ``insert`` takes the place of what was typed, the caret comes to ``caret`` in it (-1: its end).

    ``detail`` is a word about it (a default, a sample value, a colour); ``more`` says that choosing goes on inside.
    """

    label: str
    insert: str
    kind: Kind
    detail: str = ""
    caret: int = -1
    more: bool = False


@dataclass(frozen=True)
class Offer:
    """Proposals for the characters from ``start`` up to ``end``; the typed ones filter them."""

    start: int
    end: int
    items: tuple[Completion, ...]


_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*)?(?P<inside>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)"
    r"(?P<value>\"[^\"]*+|'[^']*+)?\Z"
)
_ATTRIBUTE_OF = re.compile(r"(?P<name>[\w:-]+)\s*=\s*\Z")
_ATTRIBUTE = re.compile(r"[\s\ue000\ue001](?P<typed>[\w:-]*)\Z")
_WRITTEN = re.compile(r"(?:^|[\s\ue001])([\w:-]+)\s*=")
_FILTER = re.compile(r"(?<!\|)\|\s*(\w*)\Z")
_MEMBER = re.compile(r"([A-Za-z_]\w*(?:\.\w+|\[\d+\])*)\.(\w*)\Z")
_WORD = re.compile(r"(?<![\w.)\]])([A-Za-z_]\w*)?\Z")
_KEYWORD = re.compile(r"[-+]?\s*(\w*)\Z")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}


def complete(text: str, offset: int, known: Known, *, asked: bool = False) -> Offer | None:
    """Return what may stand at ``offset``; None where nothing is to be proposed.

    ``asked`` says that the person asked for it: then components are proposed between components too.
    """
    before = text[max(0, offset - REACH) : offset]
    opening = max((before.rfind(mark), mark) for mark in _CLOSING)
    if opening[0] >= 0 and _CLOSING[opening[1]] not in before[opening[0] + 2 :]:
        return _in_jinja(text, offset, opening[1], before[opening[0] + 2 :], known)
    blotted = blot(before, scan(before))
    at = blotted.rfind("<")
    if at >= 0 and (match := _TAG.match(blotted, at)):
        return _in_tag(text, offset, match, before, known)
    return _between(text, offset) if asked else None


def _offer(offset: int, typed: str, items: Iterable[Completion]) -> Offer | None:
    found = tuple(items)
    return Offer(offset - len(typed), offset, found) if found else None


def _in_jinja(text: str, offset: int, mark: str, inside: str, known: Known) -> Offer | None:
    bare = _QUOTED.sub("", inside)
    if mark == "{#" or "'" in bare or '"' in bare:
        return None
    if match := _FILTER.search(inside):
        return _offer(offset, match[1], (Completion(name, name, "filter") for name in filters()))
    tag = offset - len(inside) - 2
    end = re.compile(r"[^{}%<\n]*[%}]\}").match(text, offset)
    elsewhere = text[:tag] + text[end.end() if end else offset :]  # what is being typed is no name yet
    if match := _MEMBER.search(inside):
        found = members(elsewhere, tag, match[1], known.values, known.segments)
        return _offer(offset, match[2], (_name(name, value) for name, value in found.items()))
    if mark == "{%" and (match := _KEYWORD.match(inside)):
        return _offer(offset, match[1], _statements(text, offset))
    if match := _WORD.search(inside):
        found = names_at(elsewhere, tag, known.values)
        return _offer(offset, match[1] or "", (_name(name, value) for name, value in found.items()))
    return None


def _name(name: str, value: object) -> Completion:
    detail = describe(value)
    kind: Kind = "colour" if re.fullmatch(r"#[0-9a-fA-F]{3,8}", detail) else "variable"
    if isinstance(value, Mapping):
        return Completion(name, f"{name}.", kind, detail, more=True)
    if name.endswith("()"):
        return Completion(name, name, kind, detail, len(name) - 1)
    return Completion(name, name, kind, detail)


def _statements(text: str, offset: int) -> Iterator[Completion]:
    alone = not text[offset:].lstrip(" -+").startswith("%}")
    for word, rest, end in statements():
        if alone:
            before, _, after = rest.partition("|")
            source = f"{word}{before}{after} %}}"
            caret = len(f"{word}{before}") if "|" in rest else len(source)
            yield Completion(word, source + (f"{{% {end} %}}" if end else ""), "statement", end, caret)
        else:
            yield Completion(word, word, "statement", end)


def _in_tag(text: str, offset: int, match: re.Match[str], before: str, known: Known) -> Offer | None:
    start = offset - len(before) + match.start()
    if match["close"]:
        typed = match["name"] or ""
        inner = [] if match["inside"] else open_elements(text, start)
        return _offer(offset, typed, _closings(text, offset, inner))
    if not match["inside"] and match["value"] is None:
        return _offer(offset, match["name"] or "", _elements(text, start, offset))
    one = component((match["name"] or "").lower())
    if one is None:
        return None
    if match["value"] is not None:
        value = before[match.start("value") + 1 :]
        found = _ATTRIBUTE_OF.search(match["inside"])
        return _values(text, offset, one, found["name"], value, known) if found else None
    if found := _ATTRIBUTE.search(match["inside"]):
        return _offer(offset, found["typed"], _attributes(text, offset, one, match["inside"]))
    return None


def _closings(text: str, offset: int, inner: Sequence[Open]) -> Iterator[Completion]:
    end = "" if text.startswith(">", offset) else ">"
    for element in inner[:1]:
        yield Completion(f"/{element.name}", f"{element.name}{end}", "closing")


def _elements(text: str, start: int, offset: int) -> Iterator[Completion]:
    """The components and elements that may begin at ``start``, and the end of the one that is open there."""
    inner = open_elements(text, start)
    goes_on = re.compile(r"[\w-]*\s*[^\s<]").match(text, offset) is not None
    parent = component(next((one.name for one in inner if one.name.startswith("mj")), ""))
    if parent is not None and parent.ending and parent.name != "mj-style":
        yield from (Completion(name, name, "component") for name in HTML)
    elif parent is not None:
        yield from (_element(name, goes_on) for name in _children(parent))
    elif not inner:
        yield from (_element(name, goes_on) for name in ("mjml", "mj-section", "mj-wrapper", "mj-hero", "mj-include"))
    if inner and not goes_on:
        yield Completion(f"/{inner[0].name}", f"/{inner[0].name}>", "closing")


def _children(parent: Component) -> list[str]:
    """What may stand in ``parent``: what is used most first, then by name."""
    every = [name for name in components() if parent.allows(name) and (name != "mj-include" or parent.name in _PARTS)]
    order = {name: number for number, name in enumerate(_USUAL)}
    return sorted(every, key=lambda name: (order.get(name, len(order)), name))


_PARTS = ("mjml", "mj-head", "mj-body", "mj-wrapper", "mj-section", "mj-column", "mj-attributes")
_USUAL = (
    "mj-section", "mj-column", "mj-text", "mj-image", "mj-button", "mj-divider", "mj-spacer", "mj-table", "mj-social",
    "mj-wrapper", "mj-hero", "mj-include", "mj-raw",
)  # fmt: skip


def _element(name: str, goes_on: bool) -> Completion:
    if goes_on:
        return Completion(name, name, "component")
    source, caret = snippet(name)
    return Completion(name, source, "component", caret=caret, more=source[caret - 1 : caret] == '"')


def _attributes(text: str, offset: int, one: Component, inside: str) -> Iterator[Completion]:
    rest = re.compile(r"[^<>]*").match(text, offset)
    there = {*_WRITTEN.findall(inside), *_WRITTEN.findall(rest[0] if rest else "")}
    has_value = re.compile(r"[\w:-]*\s*=").match(text, offset) is not None
    for name, of_type in sorted(one.attributes.items()):
        if name in there:
            continue
        detail = one.defaults.get(name) or (" · ".join(of_type.options) if of_type.kind == "enum" else "")
        if has_value:
            yield Completion(name, name, "attribute", detail)
        else:
            more = bool(of_type.kind in {"enum", "boolean", "color"} or name in _CHOICES)
            yield Completion(name, f'{name}=""', "attribute", detail, len(name) + 2, more)


_CHOICES = ("href", "src", "path", "mj-class", "font-family")


def _values(text: str, offset: int, one: Component, name: str, typed: str, known: Known) -> Offer | None:
    of_type = one.attributes.get(name)
    if of_type is None or "{" in typed:
        return None
    found: list[Completion] = []
    default = one.defaults.get(name)
    if of_type.kind == "color":
        found += _outputs("brand.colour", known)
    words = ("true", "false") if of_type.kind == "boolean" else of_type.options if of_type.kind == "enum" else ()
    found += [Completion(word, word, "value") for word in words]
    found += _choices(text, name, known)
    if default and default not in words:
        kind: Kind = "colour" if of_type.kind == "color" else "value"
        found.append(Completion(default, default, kind, default if kind == "colour" else ""))
    if name == "mj-class":
        typed = typed.rpartition(" ")[2]
    return _offer(offset, typed, found)


def _choices(text: str, name: str, known: Known) -> list[Completion]:
    """What lies in the workspace, the brand or the head of the mail for an attribute of that name."""
    if name == "href":
        return _outputs("links", known)
    if name == "src":
        return [Completion(path, path, "value") for path in known.pictures]
    if name == "path":
        return [Completion(path, path, "value") for path in known.parts]
    if name == "mj-class":
        classes = dict.fromkeys(re.findall(r"<mj-class\b[^<>]*?\bname=[\"']([^\"']+)", text))
        return [Completion(each, each, "value") for each in classes]
    if name == "font-family":
        return [each for each in _outputs("brand.font", known) if not each.label.endswith((".url", ".name"))]
    return []


def _outputs(path: str, known: Known) -> list[Completion]:
    value: Any = known.values
    for step in path.split("."):
        value = value.get(step, {}) if isinstance(value, Mapping) else {}
    names = value.items() if isinstance(value, Mapping) else ()
    return [replace(_name(f"{path}.{name}", one), insert=f"{{{{ {path}.{name} }}}}") for name, one in names]


def _between(text: str, offset: int) -> Offer | None:
    """Components where none has been begun, on request."""
    inner = open_elements(text, offset)
    parent = component(inner[0].name) if inner else None
    if parent is None or parent.ending:
        return None
    items = (_element(name, goes_on=False) for name in _children(parent))
    return _offer(offset, "", (_begun(item) for item in items))


def _begun(item: Completion) -> Completion:
    return replace(item, insert=f"<{item.insert}", caret=item.caret + 1 if item.caret >= 0 else -1)
