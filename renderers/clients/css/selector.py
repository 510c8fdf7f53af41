"""The parts of a selector: compounds between combinators, each of simple selectors, written back as they were."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from renderers.clients.css.scan import split

MAX_LENGTH = 4000
"""A longer selector is not read: nobody writes one, and a hostile one takes its time."""

MAX_DEPTH = 8
_NESTING = frozenset(["not", "is", "where", "has", "matches", "any"])
_NAME = r"(?:[-\w\u0080-\U0010ffff]|\\.)+"
_SIMPLE = re.compile(
    rf"""
    (?P<class>\.{_NAME}|\.&) | (?P<id>\#{_NAME}) | (?P<attribute>\[(?:[^\]"']++|"[^"]*+"|'[^']*+')*+\])
  | (?P<pseudo>::?{_NAME}(?P<arguments>\()?) | (?P<type>(?:{_NAME}|\*)(?:\|(?:{_NAME}|\*))?|&)
  | (?P<combinator>\s*[>+~]\s*|\s+) | (?P<other>.)
    """,
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Simple:
    """One simple selector: ``kind`` is class, id, attribute, pseudo, type, or other (what no selector may hold)."""

    kind: str
    text: str

    @property
    def name(self) -> str:
        """Without its sign: ``.foo`` is foo, ``::before`` before, ``:not(.x)`` not, an attribute's its name."""
        match self.kind:
            case "class" | "id":
                return self.text[1:]
            case "pseudo":
                return self.text.lstrip(":").partition("(")[0].lower()
            case "attribute":
                return re.split(r"[\s~|^$*=\]]", self.text[1:].strip(), maxsplit=1)[0].lower()
        return self.text


@dataclass(frozen=True, slots=True)
class Compound:
    """Simple selectors without a combinator between them; ``combinator`` is what stands before (``""`` at the start).

    It is ``" "``, ``">"``, ``"+"`` or ``"~"``.
    """

    combinator: str
    simples: tuple[Simple, ...]

    def of(self, kind: str) -> tuple[Simple, ...]:
        """Its simple selectors of one kind."""
        return tuple(simple for simple in self.simples if simple.kind == kind)


@lru_cache(maxsize=8192)
def parse_selector(text: str) -> tuple[Compound, ...]:
    """Return the compounds of one selector (no commas)."""
    compounds: list[Compound] = []
    simples: list[Simple] = []
    combinator, place = "", 0
    text = text.strip()
    if len(text) > MAX_LENGTH:
        return (Compound("", (Simple("other", text),)),)
    while place < len(text):
        match = cast(re.Match[str], _SIMPLE.match(text, place))  # its last alternative takes any character
        kind, piece = match.lastgroup or "other", match[0]
        if match["arguments"]:
            kind, piece = "pseudo", text[match.start() : _closing(text, match.end())]
        if kind == "combinator":
            if simples or combinator:
                compounds.append(Compound(combinator, tuple(simples)))
            combinator, simples = piece.strip() or " ", []
        else:
            simples.append(Simple(kind, piece))
        place = match.start() + len(piece)
    return (*compounds, Compound(combinator, tuple(simples)))


def write_selector(compounds: Sequence[Compound]) -> str:
    """Return the selector's text."""
    pieces = []
    for compound in compounds:
        sign = compound.combinator
        pieces.append(sign if sign in ("", " ") else f" {sign} ")
        pieces += [simple.text for simple in compound.simples]
    return "".join(pieces).strip()


def map_simples(text: str, change: Callable[[Simple], str], depth: int = 0) -> str:
    """Return the selector with each simple selector as ``change`` writes it; inside ``:not()`` and its like too.

    Not inside what is nested deeper than ``MAX_DEPTH``: nobody writes that.
    """

    def changed(simple: Simple) -> Simple:
        name, bracket, inner = simple.text.partition("(")
        if simple.kind == "pseudo" and bracket and simple.name in _NESTING and depth < MAX_DEPTH:
            parts = ",".join(map_simples(part, change, depth + 1) for part in split(inner.removesuffix(")"), ","))
            return Simple("pseudo", f"{name}({parts})")
        return Simple(simple.kind, change(simple))

    return write_selector(
        [Compound(each.combinator, tuple(map(changed, each.simples))) for each in parse_selector(text)]
    )


def _closing(text: str, start: int) -> int:
    depth = 1
    for place in range(start, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place + 1
    return len(text)
