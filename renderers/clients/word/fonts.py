"""Font stacks: which names a mail brings as web fonts, and what Word shows instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from renderers.clients.css.scan import split
from renderers.clients.css.sheet import AtRule, Declaration, Node

MAX_SHORTHAND = 500
"""A longer ``font`` is not read."""

_SHORTHAND = re.compile(
    r"(?P<size>.*?(?<![\w.#-])(?:\d[\w%.]*|(?:xx?-)?(?:small|large)|medium)(?:\s*/\s*[\w.%]+)?)\s+(?P<stack>.+)"
)
_URL = re.compile(r"""url\(\s*["']?([^"')]+)|["']([^"']+)["']""")


@dataclass(frozen=True, slots=True)
class Alternative:
    """What a mail wants instead of a font: another one by name, or a generic family of Word's own names."""

    font: str = ""
    generic: str = ""


def names(stack: str) -> list[str]:
    """Return the names of a stack without their quotes."""
    return [unquoted(each) for each in split(stack, ",")]


def unquoted(name: str) -> str:
    """Return a name without quotes and needless blanks."""
    return " ".join(name.strip().strip("\"'").split())


def parts(each: Declaration) -> tuple[str, str]:
    """Return what stands before the stack in a ``font`` or ``font-family``, and the stack; empty without one."""
    if each.name == "font-family":
        return "", each.value
    short = each.name == "font" and len(each.value) < MAX_SHORTHAND
    match = _SHORTHAND.fullmatch(each.value) if short else None
    return (match["size"] + " ", match["stack"]) if match else ("", "")


def alternative(declarations: Iterable[Declaration]) -> Alternative:
    """Return what ``mso-font-alt`` and ``mso-generic-font-family`` say among the declarations."""
    said = {each.name: unquoted(each.value) for each in declarations if each.name.startswith("mso-")}
    return Alternative(said.get("mso-font-alt", ""), said.get("mso-generic-font-family", "").lower())


def declared(nodes: Iterable[Node]) -> Iterator[tuple[str, Alternative]]:
    """Yield the web fonts (in small letters) that a sheet declares or fetches, with their alternatives."""
    for node in nodes:
        if not isinstance(node, AtRule):
            continue
        if node.name == "font-face":
            found = [each for each in node.body or () if isinstance(each, Declaration)]
            for each in found:
                if each.name == "font-family":
                    yield unquoted(each.value).lower(), alternative(found)
        elif node.name == "import" and (match := _URL.search(node.prelude)):
            yield from fetched(match[1] or match[2])


def fetched(url: str) -> Iterator[tuple[str, Alternative]]:
    """Yield the fonts that the address of a font service asks for (``?family=Open+Sans:400,700|Lato``)."""
    try:
        asked = parse_qs(urlsplit(url.strip()).query).get("family", [])
    except ValueError:
        return
    for family in asked:
        for name in family.split("|"):
            yield unquoted(name.partition(":")[0]).lower(), Alternative()
