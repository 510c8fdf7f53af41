"""Names of a rule as a tag writes them: ``contact.city``, ``segment["12345"]``, and back to their parts."""

from __future__ import annotations

import json
import re

from templates.dynamic.rule.tree import Test

FUNCTIONS = frozenset(["opened_since", "clicked_since"])
_PLAIN = re.compile(r"[^\W\d]\w*")
_PART = re.compile(r'\.?([^\W\d]\w*)|\[("(?:[^"\\]|\\.)*")\]')
# What must not stand in a tag as it is: ends of tags, what would look like markup, signs that cannot be seen.
_ESCAPED = re.compile(r'["\\<\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|\{(?=[{%#])|[%#}](?=\})')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def path_of(*names: str) -> str:
    """Return the path of ``names``; the first must be a plain name, the others may be anything."""
    first, *rest = names
    return first + "".join(f".{name}" if _PLAIN.fullmatch(name) else f"[{text_literal(name)}]" for name in rest)


def names_of(path: str) -> tuple[str, ...]:
    """Return the parts of ``path`` as ``path_of`` writes it."""
    return tuple(match[1] or json.loads(match[2]) for match in _PART.finditer(path))


def contact_property(path: str) -> str | None:
    """Return the property that ``path`` names, None for what is no property of the contact."""
    return _second(path, "contact")


def segment_id(path: str) -> str | None:
    """Return the segment that ``path`` names, None for what is no segment."""
    return _second(path, "segment")


def _second(path: str, first: str) -> str | None:
    names = names_of(path)
    return names[1] if len(names) == 2 and names[0] == first else None


def asks_membership(test: Test) -> bool:
    """Return whether ``test`` asks a segment or a function: their answer is never missing."""
    return test.path in FUNCTIONS or segment_id(test.path) is not None


def text_literal(text: str) -> str:
    """Return ``text`` as the template language writes it, in double quotes (JSON reads it too)."""
    return '"' + _ESCAPED.sub(lambda match: _SHORT.get(match[0], f"\\u{ord(match[0]):04x}"), text) + '"'
