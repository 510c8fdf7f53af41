"""Neutral expressions in Mailjet's language, in the transactional form."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from templates.dialects.finding import EACH, Need
from templates.dialects.mailjet_language.names import RECIPIENT, SEGMENT, SENDER, dotted, sayable
from templates.dialects.mailjet_language.refusals import Notes
from templates.dialects.neutral import (
    Arithmetic,
    Choice,
    Comparison,
    Contact,
    Default,
    Expression,
    Function,
    Link,
    Literal,
    Local,
    Logic,
    LoopState,
    Other,
    Segment,
    Sender,
    Variable,
)

# Our filter or function, Mailjet's, and how many arguments it has at least and at most.
FUNCTIONS: Mapping[str, tuple[str, int, int]] = {
    "upper": ("Upper", 1, 1),
    "lower": ("Lower", 1, 1),
    "capfirst": ("Capitalize", 1, 1),
    "round": ("Round", 1, 2),
    "int": ("Int", 1, 1),
    "urlencode_component": ("UrlEncode", 1, 1),
    "escape": ("Escape", 1, 1),
    "opened_since": ("HasOpenedSince", 1, 1),
    "clicked_since": ("HasClickedSince", 1, 1),
}
SILENT = frozenset(["each", "num", "safe"])  # what Mailjet does by itself
CASE = frozenset(["upper", "lower", "capfirst"])  # a number in an entity is the same in any case
ENTITIES = {ord(character): f"&#{ord(character)};" for character in '&<>"'}
COMPUTED = {"//": "div", "%": "mod"}
Path = tuple[str | int, ...]


@dataclass
class Scope:
    """What local names stand for: ("var", …) or ("data", …), None for what is no part of the data; what was dropped."""

    paths: dict[str, Path | None] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    def resolve(self, value: Expression) -> Path | None:
        """Return where in the data ``value`` comes from."""
        if isinstance(value, Variable):
            return ("var", *value.path)
        if isinstance(value, Contact):
            return ("data", *value.path)
        if isinstance(value, Local):
            base = self.paths.get(str(value.path[0]))
            return None if base is None else (*base, *value.path[1:])
        return None


class Expressions:
    """Writes expressions; what cannot be said is noted, and the text returned for it is of no use."""

    def __init__(self, notes: Notes, scope: Scope, language: str, compared: Callable[[Comparison], None]) -> None:
        """``compared`` is told of each comparison."""
        self._compared = compared
        self._notes = notes
        self._scope = scope
        self._language = language
        self._markup = False
        self._forms: Mapping[type, Callable[[Any], str]] = {
            Literal: self._literal,
            Variable: lambda one: self._prefixed("var", one.path, one),
            Contact: self._contact,
            Sender: self._sender,
            Link: self._link,
            Local: self._local,
            Default: self._default,
            Function: self._function,
            Logic: self._logic_value,
            Comparison: self._comparison,
            Arithmetic: self._arithmetic,
            Choice: lambda one: self._refuse("mailjet.inline-if", one),
            Segment: lambda one: self._refuse("mailjet.segment-value", one, one.name),
            LoopState: lambda one: self._refuse("mailjet.loop-var", one, one.name),
            Other: lambda one: self._refuse(f"mailjet.{one.kind}", one, one.words),
        }

    def value(self, expression: Expression, *, markup: bool = False) -> str:
        """Return ``expression`` as a value. ``markup``: it is printed into HTML, where our texts are escaped."""
        self._markup, outer = markup, self._markup
        text = self._forms[type(expression)](expression)
        self._markup = outer
        return text

    def condition(self, expression: Expression) -> str:
        """Return ``expression`` where only true or false matters."""
        if isinstance(expression, Segment):
            return self._segment(expression)
        if not isinstance(expression, Logic):
            return self.value(expression)
        operands = [self.condition(one) for one in expression.operands]
        if expression.operator == "not":
            return f"!{operands[0]}" if isinstance(expression.operands[0], Function) else f"not({operands[0]})"
        inner = zip(expression.operands, operands, strict=True)
        # Which of them binds tighter is not documented for all: brackets leave no doubt.
        texts = [f"({text})" if _mixed(one, expression.operator) else text for one, text in inner]
        return f" {expression.operator} ".join(texts)

    def _refuse(self, code: str, expression: Expression, words: str = "") -> str:
        self._notes.refuse(code, expression.at, words)
        return ""

    # Names

    def _prefixed(self, prefix: str, path: Path, one: Expression) -> str:
        return f"{prefix}:{dotted(path)}" if sayable(path) else self._refuse("mailjet.name", one, dotted(path))

    def _contact(self, one: Contact) -> str:
        if len(one.path) == 1 and one.path[0] in RECIPIENT:
            return f"mj:contact.{RECIPIENT[str(one.path[0])]}"
        return self._prefixed("data", one.path, one)

    def _sender(self, one: Sender) -> str:
        if len(one.path) == 1 and one.path[0] in SENDER:
            return f"mj:sender.{SENDER[str(one.path[0])]}"
        return self._refuse("mailjet.name", one, f"sender.{dotted(one.path)}")

    def _link(self, one: Link) -> str:
        if one.name == "unsubscribe":
            return f"mj:unsub_link_{self._language[:2].lower()}"
        return self._refuse("mailjet.name", one, f"links.{one.name}")

    def _segment(self, one: Segment) -> str:
        return f"segment:{one.name}" if SEGMENT.fullmatch(one.name) else self._refuse("mailjet.name", one, one.name)

    def _local(self, one: Local) -> str:
        if one.path[0] in self._scope.dropped:
            self._notes.refused += 1  # what it stands for was refused where it was set
            return ""
        if one.origin == "unsure":
            return self._refuse("mailjet.set-scope", one, dotted(one.path))
        name = dotted(one.path)
        return name if sayable(one.path, local=True) else self._refuse("mailjet.name", one, name)

    # Values

    def _literal(self, one: Literal) -> str:
        if one.value is None:
            return self._refuse("mailjet.literal", one, "none")
        if isinstance(one.value, bool):
            return "true" if one.value else "false"
        if isinstance(one.value, str):
            return self._text(one.value, one)
        return number(one.value) if math.isfinite(one.value) else self._refuse("mailjet.literal", one, str(one.value))

    def _text(self, text: str, one: Expression) -> str:
        if any(mark in text for mark in ("{{", "}}", "{%", "%}", "[[", "]]")):
            return self._refuse("mailjet.raw", one, text[:40])
        return quoted(text.translate(ENTITIES) if self._markup else text)

    def _default(self, one: Default) -> str:
        value = one.value
        if isinstance(value, Default) and not one.empty_too:
            return self.value(value, markup=self._markup)  # the inner one leaves nothing undefined
        if one.empty_too or not isinstance(one.otherwise, Literal) or one.otherwise.value is None:
            return self._refuse("mailjet.default", one)
        if isinstance(value, Local):
            return self._local_default(value, one.otherwise)
        if isinstance(value, Variable | Contact | Sender):
            return f"{self.value(value)}:{self.value(one.otherwise, markup=self._markup)}"
        return self._refuse("mailjet.default", one)

    def _local_default(self, value: Local, otherwise: Literal) -> str:
        """A local name has no default: its value must be in the data."""
        if value.origin == "loop" and len(value.path) > 1:
            self.needed(value, otherwise.value if otherwise.value is not None else "")
        elif len(value.path) > 1:
            return self._refuse("mailjet.default", value)
        return self.value(value)

    def needed(self, value: Expression, otherwise: str | int | float | bool | tuple[()]) -> None:
        """Note that ``value`` must always be sent."""
        path = self._scope.resolve(value)
        if path is None:
            self._refuse("mailjet.default", value)
            return
        self._notes.warn("mailjet.loop-default", value.at, dotted([part for part in path[1:] if part != EACH]))
        if path[0] == "var":
            self._notes.need(Need(path[1:], otherwise))

    # Functions, logic, arithmetic

    def _function(self, one: Function) -> str:
        markup = self._markup and one.name in CASE
        if one.name in SILENT and len(one.arguments) == 1:
            return self.value(one.arguments[0], markup=self._markup and one.name != "safe")
        name, least, most = FUNCTIONS.get(one.name, ("", 0, 0))
        if not least <= len(one.arguments) <= most or not name:
            return self._refuse("mailjet.filter", one, one.name)
        arguments = [self.value(argument, markup=markup) for argument in one.arguments]
        if one.name == "round" and len(arguments) == 1:
            arguments.append("0")
        return f"{name}({','.join(arguments)})"

    def _logic_value(self, one: Logic) -> str:
        return self._refuse("mailjet.print-logic", one) if one.operator in {"and", "or"} else self.condition(one)

    def _comparison(self, one: Comparison) -> str:
        self._compared(one)
        return f"{self._operand(one.left)} {one.operator} {self._operand(one.right)}"

    def _arithmetic(self, one: Arithmetic) -> str:
        operator = COMPUTED.get(one.operator, one.operator)
        return f"{self._operand(one.left)} {operator} {self._operand(one.right)}"

    def _operand(self, one: Expression) -> str:
        text = self.value(one)
        return f"({text})" if isinstance(one, Arithmetic | Comparison | Logic) else text


def _mixed(one: Expression, operator: str) -> bool:
    return isinstance(one, Logic) and one.operator not in {operator, "not"}


def quoted(text: str) -> str:
    """Return ``text`` as Mailjet writes a text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def number(value: float) -> str:
    """Return a number without an exponent."""
    text = json.dumps(value)
    return format(Decimal(text), "f") if "e" in text else text
