"""The names that a template tag may use at a place: variables, loops around it, what the text itself speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from templates.compile.filters import filters as known_filters
from templates.compile.functions import FUNCTIONS

ROOTS = ("contact", "segment", "brand", "links", "sender")
LOOP = ("index", "index0", "revindex", "first", "last", "length", "previtem", "nextitem")
LONGEST = 40  # characters of a sample value

_USED = re.compile(r"(?<![\w.\"'])([A-Za-z_]\w*)((?:\.\w+)*)")
_TAGS = re.compile(r"\{[{%](.*?)[}%]\}", re.DOTALL)
_STRINGS = re.compile(r"\"[^\"]*\"|'[^']*'|\|\s*\w+")
_LOOPS = re.compile(r"\{%[-+]?\s*(?:for\s+(?P<names>[\w\s,]+?)\s+in\s+(?P<items>[\w.]+)|(?P<end>endfor))")
_SET = re.compile(r"\{%[-+]?\s*set\s+(\w+)")
_WORDS = """
if elif else endif for endfor in not and or is set endset raw endraw block endblock with endwith true false none
True False None recursive defined macro endmacro call endcall filter endfilter autoescape endautoescape
"""
_NO_NAMES = frozenset(_WORDS.split())


def filters() -> list[str]:
    """Return the filters that templates may use, by name."""
    return sorted(known_filters())


def statements() -> list[tuple[str, str, str]]:
    """Return the statements: the word, what is written behind it (``|`` is the caret), and the one that ends it."""
    return [
        ("if", " |", "endif"),
        ("elif", " |", ""),
        ("else", "", ""),
        ("endif", "", ""),
        ("for", " item in |", "endfor"),
        ("endfor", "", ""),
        ("set", " | = ", ""),
        ("raw", "", "endraw"),
    ]


def names_at(text: str, offset: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the names that may begin an expression at ``offset`` with what they stand for, None where unknown."""
    found: dict[str, Any] = {}
    loops = _loops(text, offset)
    for name, items in reversed(loops.items()):
        found[name] = _first(_value(items, loops, values))
    if loops:
        found["loop"] = dict.fromkeys(LOOP)
    own = {name: value for name, value in values.items() if name not in ROOTS and name != "vars"}
    found |= {name: value for name, value in own.items() if name not in found}
    for name in _used(text):
        found.setdefault(name, None)
    found |= {root: values.get(root) or {} for root in ROOTS}
    found |= {f"{name}()": None for name in FUNCTIONS}
    return found


def members(text: str, offset: int, path: str, values: Mapping[str, Any], segments: Sequence[str]) -> dict[str, Any]:
    """Return what may follow ``path`` and a dot at ``offset``: what the data has, and what the text speaks of."""
    loops = _loops(text, offset)
    if path == "loop" and loops:
        return dict.fromkeys(LOOP)
    value = _value(path, loops, values)
    found: dict[str, Any] = {str(name): one for name, one in value.items()} if isinstance(value, Mapping) else {}
    if path == "segment":
        found = dict.fromkeys(segments) | found
    for name in _used_members(text, path):
        found.setdefault(name, None)
    return {name: one for name, one in found.items() if name.isidentifier()}


def describe(value: Any) -> str:
    """Return a word about a value: the text itself, how many items, nothing for an object."""
    if value is None or isinstance(value, Mapping):
        return ""
    if isinstance(value, list | tuple):
        return f"[{len(value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    line = " ".join(str(value).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _loops(text: str, offset: int) -> dict[str, str]:
    """Return the loops around ``offset``, the innermost last: the name of an item, and what it is taken from."""
    stack: list[tuple[str, str]] = []
    for match in _LOOPS.finditer(text, 0, offset):
        if not match["end"]:
            stack.append((match["names"].split(",")[-1].strip(), match["items"]))
        elif stack:
            stack.pop()
    return dict(stack)


def _value(path: str, loops: Mapping[str, str], values: Mapping[str, Any], depth: int = 0) -> Any:
    root, *rest = re.split(r"[.\[\]]+", path.rstrip("]"))
    if root in loops and depth < len(loops):
        value = _first(_value(loops[root], loops, values, depth + 1))
    else:
        value = values.get(root)
    for step in rest:
        value = value.get(step) if isinstance(value, Mapping) else _item(value, step)
    return value


def _item(value: Any, step: str) -> Any:
    """Return any item for a number: the items of a list are alike."""
    return _first(value) if step.isdigit() else None


def _first(value: Any) -> Any:
    return next(iter(value), None) if isinstance(value, list | tuple) else None


def _expressions(text: str) -> Iterable[str]:
    return (_STRINGS.sub(" ", match[1]) for match in _TAGS.finditer(text))


def _used(text: str) -> list[str]:
    """Return the variables that the text uses and sets, in the order in which they come."""
    used = [match[1] for inside in _expressions(text) for match in _USED.finditer(inside)]
    local = {name.strip() for match in _LOOPS.finditer(text) for name in (match["names"] or "").split(",")}
    local |= {"loop", "vars", *ROOTS, *FUNCTIONS}
    return [name for name in dict.fromkeys([*_SET.findall(text), *used]) if name not in _NO_NAMES | local]


def _used_members(text: str, path: str) -> list[str]:
    return list(dict.fromkeys(re.findall(rf"(?<![\w.]){re.escape(path)}\.(\w+)", text)))
