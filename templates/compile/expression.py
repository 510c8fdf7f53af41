"""What an expression needs to know, and values written as expressions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment, Undefined, nodes

from templates.compile.statements import Token

# Functions whose answer depends on their arguments alone.
PURE = frozenset(["range", "dict"])


def names_in(expression: str, environment: Environment) -> frozenset[str]:
    """Return the names that ``expression`` reads, pure functions left out."""
    tree = environment.parse(f"{{{{ {expression} }}}}")
    return frozenset(name.name for name in tree.find_all(nodes.Name)) - PURE


def literal(value: Any) -> str:
    """Return ``value`` written in the template language, without a character that means something around it."""
    if isinstance(value, str):
        return "'" + re.sub(r"""['"\\{}%#<>&\x00-\x1f]""", lambda match: f"\\x{ord(match[0]):02x}", value) + "'"
    if value is None:
        return "none"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{literal(str(key))}: {literal(item)}" for key, item in value.items()) + " }"
    if isinstance(value, Sequence):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    return json.dumps(value)


def member_paths(tokens: Sequence[Token], known: Mapping[str, Any]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield (start, end, names) of every ``brand.a.b`` or ``brand["a"]`` whose first name is known."""
    for index, token in enumerate(tokens):
        before = tokens[index - 1].text if index else ""
        if token.kind == "name" and token.text in known and before not in {".", "|", "is"}:
            names, end = _members(tokens, index)
            after = tokens[end].text if end < len(tokens) else ""
            if after not in {"(", "="}:
                last = tokens[end - 1]
                yield token.start, last.start + len(last.text), names


def _members(tokens: Sequence[Token], index: int) -> tuple[tuple[str, ...], int]:
    names, at = [tokens[index].text], index + 1
    while at + 1 < len(tokens):
        here, following = tokens[at], tokens[at + 1]
        if here.text == "." and following.kind == "name":
            names.append(following.text)
            at += 2
        elif here.text == "[" and following.kind == "string" and at + 2 < len(tokens) and tokens[at + 2].text == "]":
            names.append(following.text[1:-1])
            at += 3
        else:
            break
    return tuple(names), at


def follow(names: Sequence[str], known: Mapping[str, Any], environment: Environment) -> Any:
    """Return the value at the path ``names``; an Undefined where it ends early."""
    value: Any = known.get(names[0], environment.undefined(name=names[0]))
    for name in names[1:]:
        value = environment.getattr(value, name)
        if isinstance(value, Undefined):
            break
    return value
