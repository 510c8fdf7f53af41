"""A reader and an interpreter of Mailjet's template language, written from its grammar and apart from the exporter.

It is stricter than Mailjet is known to be: tags have no blanks around what they print, an unknown name is an error,
and a loop's list is looked at even where a condition around it is false (a reported fault of Mailjet's).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.mailjet_interpreter.expression import WORDS, Expression, GrammarError, Value, World, shown

TAG = re.compile(
    r"""\{\{(?P<print>(?:[^"}]|"(?:[^"\\]|\\.)*")*)\}\}|\{%(?P<statement>(?:[^"%]|"(?:[^"\\]|\\.)*")*)%\}"""
    r"""|\[\[(?P<square>(?:[^"\]]|"(?:[^"\\]|\\.)*")*)\]\]""",
    re.DOTALL,
)


@dataclass
class Text:
    """As it is."""

    text: str

    def render(self, world: World) -> str:
        return self.text

    def check(self, world: World) -> None:
        """Nothing can be missing."""


@dataclass
class Print:
    """A value."""

    value: Value

    def render(self, world: World) -> str:
        return shown(self.value(world))

    def check(self, world: World) -> None:
        """Is not looked at where a condition is false."""


@dataclass
class Set:
    """A name of the template's own; it leaks out of loops and conditions."""

    name: str
    value: Value

    def render(self, world: World) -> str:
        world.names[self.name] = self.value(world)
        return ""

    def check(self, world: World) -> None:
        """Is not looked at where a condition is false."""


@dataclass
class If:
    """Branches with their bodies; the last condition may be always true."""

    branches: list[tuple[Value, list[Any]]]

    def render(self, world: World) -> str:
        text, done = "", False
        for condition, body in self.branches:
            if not done and condition(world):
                text, done = rendered(body, world), True
            else:
                for node in body:
                    node.check(world)
        return text

    def check(self, world: World) -> None:
        for _, body in self.branches:
            for node in body:
                node.check(world)


@dataclass
class For:
    """A loop over a list or the values of an object."""

    name: str
    items: Value
    body: list[Any]

    def _values(self, world: World) -> Iterator[None]:
        found = self.items(world)
        for value in list(found.values()) if isinstance(found, dict) else found:
            world.names[self.name] = value
            yield None

    def render(self, world: World) -> str:
        return "".join(rendered(self.body, world) for _ in self._values(world))

    def check(self, world: World) -> None:
        for _ in self._values(world):
            for node in self.body:
                node.check(world)


def rendered(nodes: list[Any], world: World) -> str:
    """The nodes one after the other."""
    return "".join(node.render(world) for node in nodes)


CAMPAIGN: dict[str, Callable[[dict[str, Any]], Any]] = {
    "PERMALINK": lambda data: data["links"]["view_online"],
    "EMAIL_TO": lambda data: data["recipient"]["email"],
}
# All that square brackets are documented for beside the campaign's own tags: a value, perhaps with its default.
SQUARE = re.compile(r'(?:var|data):[A-Za-z_][\w.-]*(?::(?:"(?:[^"\\]|\\.)*"|-?[\w.]+)?)?', re.DOTALL)


class Reader:
    """Reads a template; ``tags`` are all that it found."""

    def __init__(self, text: str) -> None:
        self._parts = list(self._split(text))
        self.tags = [part for part in self._parts if part[0] != "text"]
        self.nodes, end = self._body()
        if end:
            raise GrammarError(f"{end} without a beginning")

    @staticmethod
    def _split(text: str) -> Iterator[tuple[str, str]]:
        done = 0
        for match in [*TAG.finditer(text), None]:
            between = text[done : match.start() if match else len(text)]
            if re.search(r"\{[{%]|\[\[", between):
                raise GrammarError(f"a tag that does not end: {between[:80]}")
            yield "text", between
            if match:
                done = match.end()
                yield str(match.lastgroup), match[str(match.lastgroup)]

    def _body(self) -> tuple[list[Any], str]:
        nodes: list[Any] = []
        while self._parts:
            kind, text = self._parts.pop(0)
            if kind == "statement":
                word, _, rest = text.strip().partition(" ")
                if word in {"elseif", "else", "endif", "endfor"}:
                    return nodes, text.strip()
                nodes.append(self._statement(word, rest))
            else:
                nodes.append(Text(text) if kind == "text" else self._print(kind, text))
        return nodes, ""

    @staticmethod
    def _print(kind: str, text: str) -> Print:
        if text != text.strip():
            raise GrammarError(f"blanks around {text!r}")
        if kind == "square" and re.fullmatch("UNSUB_LINK_[A-Z]{2}", text):
            return Print(lambda world: world.data["links"]["unsubscribe"])
        if kind == "square" and text in CAMPAIGN:
            return Print(lambda world: CAMPAIGN[text](world.data))
        if kind == "square" and not SQUARE.fullmatch(text):
            raise GrammarError(f"[[{text}]]")
        return Print(Expression(text).read())

    def _statement(self, word: str, rest: str) -> Any:
        if word == "set":
            name, _, value = rest.partition(" = ")
            return Set(self._name(name), Expression(value).read())
        if word == "for":
            name, _, items = rest.partition(" in ")
            if not re.fullmatch(r"(var:|data:)?[A-Za-z_][\w-]*(\.[\w-]+)*", items):
                raise GrammarError(f"a loop over {items}")
            body, end = self._body()
            self._expect(end == "endfor", f"endfor for {rest}, not {end}")
            return For(self._name(name), Expression(items).read(), body)
        self._expect(word == "if", f"the statement {word}")
        return self._if(rest)

    def _if(self, rest: str) -> If:
        branches: list[tuple[Value, list[Any]]] = []
        condition = Expression(rest).read()
        while True:
            body, end = self._body()
            branches.append((condition, body))
            if end == "endif":
                return If(branches)
            if end == "else":
                body, end = self._body()
                self._expect(end == "endif", f"endif, not {end}")
                return If([*branches, (lambda world: True, body)])
            self._expect(end.startswith("elseif "), f"elseif or endif, not {end!r}")
            condition = Expression(end.removeprefix("elseif ")).read()

    @staticmethod
    def _name(text: str) -> str:
        Reader._expect(bool(re.fullmatch(r"[A-Za-z_][\w-]*", text)) and text not in WORDS, f"the name {text}")
        return text

    @staticmethod
    def _expect(holds: bool, what: str) -> None:
        if not holds:
            raise GrammarError(what)


def tags(text: str) -> list[tuple[str, str]]:
    """The tags of ``text`` as (kind, inside). Raises GrammarError."""
    return Reader(text).tags


class Template:
    """A text that is read once and filled as often as there is data. Raises GrammarError."""

    def __init__(self, text: str) -> None:
        self._nodes = Reader(text).nodes

    def render(self, data: dict[str, Any]) -> str:
        """The text as a recipient gets it. Raises MissingError."""
        return rendered(self._nodes, World(data))


def render(text: str, data: dict[str, Any]) -> str:
    """``text`` as a recipient gets it. Raises GrammarError, MissingError."""
    return Template(text).render(data)
