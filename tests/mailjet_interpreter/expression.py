"""Expressions of Mailjet's template language: read by recursive descent from its grammar, apart from the exporter."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import quote

TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<string>"(?:[^"\\]|\\.)*")"""
    r"""|(?P<prefixed>(?:var|data|mj|segment|segmentation):[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)"""
    r"""|(?P<name>[A-Za-z_][A-Za-z0-9_-]*(?:\.(?:[A-Za-z_][A-Za-z0-9_-]*|\d+))*)"""
    r"""|(?P<sign>===|==|!=|<>|<=|>=|[=<>!+*/(),:-]))""",
    re.DOTALL,
)
PREFIXED_PATH = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*(?:\.(?:[A-Za-z_][A-Za-z0-9_-]*|\d+))*")
WORDS = {"and", "or", "xor", "not", "mod", "div", "true", "false"}
COMPARED = {"=": "==", "===": "==", "<>": "!=", "==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
MISSING = object()


class GrammarError(Exception):
    """The text is not in the language."""


class MissingError(Exception):
    """A name is not in the data: Mailjet does not deliver the message."""


def shown(value: Any) -> str:
    """What a print shows."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(value)
    return "" if value is None else str(value)


def numeric(value: Any) -> Any:
    """A number out of a text that looks like one."""
    if isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value)
    return value


def compared(operator: str, left: Any, right: Any) -> bool:
    """Numeric text is compared as a number where the other side is one too."""
    if isinstance(numeric(left), int | float) and isinstance(numeric(right), int | float):
        left, right = numeric(left), numeric(right)
    if operator in {"==", "!="}:
        return bool(left == right) == (operator == "==")
    return bool({"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[operator])


def rounded(value: Any, places: Any = 0) -> Any:
    """Half away from zero; whole numbers without a point."""
    factor = 10**places
    whole = math.floor(float(f"{abs(value) * factor:.15g}") + 0.5) / factor
    result = math.copysign(whole, value)
    return int(result) if result == int(result) else result


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "Upper": lambda value: shown(value).upper(),
    "Lower": lambda value: shown(value).lower(),
    "Capitalize": lambda value: shown(value)[:1].upper() + shown(value)[1:],
    "Round": rounded,
    "Int": lambda value: int(numeric(value)),
    "UrlEncode": lambda value: quote(shown(value), safe=""),
    "Escape": lambda value: escape(shown(value)).replace("&quot;", "&#34;").replace("&#x27;", "&#39;"),
}


@dataclass
class World:
    """What a message is filled with."""

    data: dict[str, Any]
    names: dict[str, Any] = field(default_factory=dict)

    def look_up(self, prefix: str, path: str) -> Any:
        """The value of a prefixed name, MISSING without one."""
        if prefix == "mj":
            return self._predefined(path)
        return follow(self.data.get(prefix, {}), path.split("."))

    def _predefined(self, path: str) -> Any:
        if re.fullmatch("unsub_link_[a-z]{2}", path):
            return self.data["links"]["unsubscribe"]
        owner, _, member = path.partition(".")
        ours = {"ID": "id", "name": "display_name"} if owner == "contact" else {"ID": "id"}
        source = self.data.get({"contact": "recipient", "sender": "sender"}.get(owner, ""), {})
        return source.get(ours.get(member, member), MISSING)

    def active(self, kind: str, days: float) -> bool:
        """Whether something was opened or clicked in the last days."""
        since = self.data.get("activity", {}).get(kind)
        return since is not None and since <= days


def follow(value: Any, path: list[str]) -> Any:
    """Go down a path."""
    for member in path:
        if isinstance(value, dict) and member in value:
            value = value[member]
        elif isinstance(value, list) and member.isdigit() and int(member) < len(value):
            value = value[int(member)]
        else:
            return MISSING
    return value


Value = Callable[[World], Any]


class Expression:
    """Reads one expression by recursive descent; the result is a function of the world."""

    def __init__(self, text: str) -> None:
        self._tokens = list(self._split(text))
        self._text = text
        self._segments = 0

    @staticmethod
    def _split(text: str) -> Iterator[tuple[str, str]]:
        at, end = 0, len(text.rstrip())
        while at < end:
            match = TOKEN.match(text, at)
            if match is None:
                raise GrammarError(text[at:])
            yield str(match.lastgroup), match[str(match.lastgroup)]
            at = match.end()

    def read(self) -> Value:
        """The whole expression; a segment stands alone."""
        whole = len(self._tokens)
        value = self._or()
        if self._tokens or (self._segments and whole > 1):
            raise GrammarError(self._text)
        return value

    def _next(self, *wanted: str) -> str | None:
        if self._tokens and self._tokens[0][1] in wanted and self._tokens[0][0] != "string":
            return self._tokens.pop(0)[1]
        return None

    def _need(self, sign: str) -> None:
        if self._next(sign) is None:
            raise GrammarError(f"{sign} is missing in {self._text}")

    def _or(self) -> Value:
        return self._joined("or", self._xor, lambda a, b: lambda world: bool(a(world)) or bool(b(world)))

    def _xor(self) -> Value:
        return self._joined("xor", self._and, lambda a, b: lambda world: bool(a(world)) != bool(b(world)))

    def _and(self) -> Value:
        return self._joined("and", self._not, lambda a, b: lambda world: bool(a(world)) and bool(b(world)))

    @staticmethod
    def _of(function: Callable[..., Any], *values: Value) -> Value:
        return lambda world: function(*(value(world) for value in values))

    def _joined(self, word: str, inner: Callable[[], Value], join: Callable[[Value, Value], Value]) -> Value:
        value = inner()
        while self._next(word):
            value = join(value, inner())
        return value

    def _not(self) -> Value:
        if self._next("not", "!"):
            value = self._comparison()
            return lambda world: not value(world)
        return self._comparison()

    def _comparison(self) -> Value:
        left = self._sum()
        operator = self._next(*COMPARED)
        if operator is None:
            return left
        right = self._sum()
        return lambda world: compared(COMPARED[operator], left(world), right(world))

    def _sum(self) -> Value:
        value = self._term()
        while sign := self._next("+", "-"):
            value = self._of({"+": lambda a, b: a + b, "-": lambda a, b: a - b}[sign], value, self._term())
        return value

    def _term(self) -> Value:
        value = self._unary()
        while sign := self._next("*", "/", "div", "mod"):
            functions = {
                "*": lambda a, b: a * b,
                "/": lambda a, b: a / b,
                "div": lambda a, b: a // b,
                "mod": lambda a, b: a % b,
            }
            value = self._of(functions[sign], value, self._unary())
        return value

    def _unary(self) -> Value:
        if self._next("-"):
            value = self._primary()
            return lambda world: -value(world)
        return self._primary()

    def _primary(self) -> Value:
        if not self._tokens:
            raise GrammarError(f"something is missing in {self._text}")
        kind, text = self._tokens.pop(0)
        if kind == "prefixed":
            return self._prefixed(text)
        if kind == "name" and text not in WORDS - {"true", "false"}:
            return self._named(text)
        if text == "(":
            value = self._or()
            self._need(")")
            return value
        if kind in {"number", "string"}:
            literal = self._literal(kind, text)
            return lambda world: literal
        raise GrammarError(f"{text} in {self._text}")

    @staticmethod
    def _literal(kind: str, text: str) -> Any:
        if kind == "string":
            return re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)
        return float(text) if "." in text else int(text)

    def _prefixed(self, text: str) -> Value:
        prefix, _, path = text.partition(":")
        if prefix.startswith("segment"):
            self._segments += 1
            return lambda world: bool(world.data.get("segment", {}).get(path, False))
        if not PREFIXED_PATH.fullmatch(path):
            raise GrammarError(text)
        default = self._default() if self._next(":") else MISSING

        def value(world: World) -> Any:
            found = world.look_up(prefix, path)
            return present(default if found is MISSING else found, text)

        return value

    def _default(self) -> Any:
        sign = -1 if self._next("-") else 1
        kind, text = self._tokens.pop(0) if self._tokens else ("", "")
        if kind in {"number", "string"}:
            literal = self._literal(kind, text)
            return literal * sign if sign < 0 else literal
        if kind == "name":
            return {"true": True, "false": False}.get(text, text)
        raise GrammarError(f"{text} as a default in {self._text}")

    def _named(self, text: str) -> Value:
        if text in {"true", "false"}:
            return lambda world: text == "true"
        if self._next("("):
            return self._call(text)
        first, *rest = text.split(".")
        return lambda world: present(follow(world.names.get(first, MISSING), rest), text)

    def _call(self, name: str) -> Value:
        arguments = [self._or()]
        while self._next(","):
            arguments.append(self._or())
        self._need(")")
        kinds = {"HasOpenedSince": "days_since_open", "HasClickedSince": "days_since_click"}
        if name in kinds:
            return lambda world: world.active(kinds[name], arguments[0](world))
        if name not in FUNCTIONS:
            raise GrammarError(f"{name} is no function")
        return lambda world: FUNCTIONS[name](*(argument(world) for argument in arguments))


def present(value: Any, name: str) -> Any:
    """The value, or the error that Mailjet does not deliver for."""
    if value is MISSING:
        raise MissingError(name)
    return value
