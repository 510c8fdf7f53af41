"""What a template tag says, taken apart so that it can be said in plain words: “first name”, “if VIP”, “end if”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal[
    "value", "value-or", "if", "unless", "elif", "else", "endif", "for", "endfor", "set", "comment", "markup", "other"
]

_PATH = r"[A-Za-z_]\w*(?:\.\w+)*"
_INNER = re.compile(r"\{[{%#][-+]?\s*(.*?)\s*[-+]?[}%#]\}\Z", re.DOTALL)
_VALUE = re.compile(
    rf"({_PATH})\s*((?:\|\s*[a-z]\w*(?:\([^()]*\))?\s*)*)(?:\s+is\s+(?:defined|not\s+none)|\s*==\s*true)?\Z"
)
_FALLBACK = re.compile(r"""\|\s*default\(\s*(?:"([^"]+)"|'([^']+)')\s*(?:,[^()]*)?\)""")
_LOOP = re.compile(rf"for\s+([\w\s,]+?)\s+in\s+({_PATH})(?=\s*(?:\||if\s|recursive|\Z))")
_TEXT = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_PRINTED = re.compile(rf"""\{{\{{\s*({_PATH}|vars\["[^"]+"\])\s*(?:\|\s*default\(\s*({_TEXT})\s*\)\s*)?\}}\}}""")
_SET = re.compile(r"set\s+([\w\s,.]+?)\s*(?:=|\Z)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The form of a tag; ``subject`` is the name that it is about, or the expression where it is no mere name.

    ``detail`` is what stands in for a value that is missing, or what a loop runs over.
    """

    form: Form
    subject: str = ""
    detail: str = ""


def printed(source: str) -> tuple[str, str | None] | None:
    """Return the name that a tag prints, and the text for where it is missing (None: none); None for any other tag."""
    found = _PRINTED.fullmatch(source)
    if not found:
        return None
    return found[1], None if found[2] is None else re.sub(r"\\(.)", r"\1", found[2][1:-1])


def meaning(source: str) -> Meaning:
    """Return what a template tag, a comment or a piece of markup is."""
    inner = _INNER.match(source)
    if source.startswith("{#") and inner:
        return Meaning("comment", inner[1])
    if source.startswith("<!--"):
        return Meaning("comment", source[4:].removesuffix("-->").strip())
    if not inner:
        return Meaning("markup", source.strip())
    return _value(inner[1]) if source.startswith("{{") else _statement(inner[1])


def _value(expression: str) -> Meaning:
    found = _VALUE.match(expression)
    if not found:
        return Meaning("value", expression)
    fallback = _FALLBACK.search(found[2])
    if fallback:
        return Meaning("value-or", found[1], fallback[1] or fallback[2])
    return Meaning("value", found[1])


def _statement(inner: str) -> Meaning:
    keyword, _, rest = inner.partition(" ")
    rest = rest.strip()
    if keyword in {"if", "elif"}:
        return _condition(keyword == "elif", rest)
    if keyword == "for" and (loop := _LOOP.match(inner)):
        return Meaning("for", loop[1], loop[2])
    if keyword == "set" and (named := _SET.match(inner)):
        return Meaning("set", named[1])
    plain: dict[str, Form] = {"else": "else", "endif": "endif", "endfor": "endfor"}
    return Meaning(plain[keyword]) if keyword in plain and not rest else Meaning("other", inner)


def _condition(other: bool, test: str) -> Meaning:
    negated = test.removeprefix("not ").strip()
    subject = _VALUE.match(negated)
    if other:
        return Meaning("elif", subject[1] if subject and negated == test else test)
    if not subject:
        return Meaning("if", test)
    return Meaning("if" if negated == test else "unless", subject[1])
