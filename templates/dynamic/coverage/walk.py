"""A template's conditions, loops and set tags walked through once: at which offset what has to hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from templates.compile.statements import Block, Branch, Loop, Node, Tag
from templates.dynamic.coverage.formula import ALWAYS, Formula, both, either, opposite
from templates.dynamic.coverage.reading import Assigned, Reader, names_in
from templates.errors import LimitError

SIMPLE = 2  # where the "=" of a set tag stands that gives one name a value
CONDITIONS = 1_000  # branches in one template; a mail that people can read has a few dozen


@dataclass(frozen=True)
class Guard:
    """What holds from ``start`` on: ``formula``, and the branches around it from the outside in, by their offsets."""

    start: int
    formula: Formula
    around: tuple[int, ...]


@dataclass(frozen=True)
class _Inside:
    """Where the walk is. ``steps`` are the tags since the outermost loop that depend on its items, as source."""

    formula: Formula = ALWAYS
    around: tuple[int, ...] = ()
    tests: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = ()  # the opening tag and the tag that ends it
    names: frozenset[str] = frozenset()  # that exist in loops only
    depends: bool = False


class Guards:
    """The guards of a text by offset."""

    def __init__(self, text: str, tree: Sequence[Node]) -> None:
        """``tree`` is that of ``parse_statements``. Raises LimitError for more conditions than anybody can read."""
        walk = _Walk(text)
        walk.row(tree, _Inside())
        self._found = [Guard(0, ALWAYS, ()), *walk.found]
        self._starts = [one.start for one in self._found]

    def at(self, offset: int) -> Guard:
        """Return what holds for the character at ``offset``."""
        return self._found[bisect_right(self._starts, offset) - 1]


@dataclass
class _Walk:
    text: str
    reader: Reader = field(default_factory=Reader)
    found: list[Guard] = field(default_factory=list)
    branches: int = 0
    opened: tuple[int, str] = (-1, "")  # where a macro or a set block began, and the name that it gives
    rounds: dict[tuple[str, tuple[tuple[str, str], ...]], Formula] = field(default_factory=dict)

    def row(self, row: Sequence[Node], inside: _Inside) -> None:
        for node in row:
            if isinstance(node, Block):
                self._block(node, inside)
            else:
                self.found.append(Guard(node.start, self._formula(inside), inside.around))
                if isinstance(node, Tag):
                    inside = self._tag(node, inside)

    def _formula(self, inside: _Inside) -> Formula:
        """With loops around that matter, whether any round of them gets here is one question."""
        if not inside.depends:
            return inside.formula
        key = (self.reader.prelude, inside.steps)
        if key not in self.rounds:
            before = "".join(opening for opening, _ in inside.steps)
            after = "".join(ending for _, ending in reversed(inside.steps))
            text = " ".join(_told(opening) for opening, _ in inside.steps)
            self.rounds[key] = self.reader.question(text, f"{before}1{after}")
        return both(inside.formula, self.rounds[key])

    def _block(self, block: Block, inside: _Inside) -> None:
        self.branches += len(block.branches)
        if self.branches > CONDITIONS:
            raise LimitError(
                "The template has more than {limit} conditions.", advice="Split the mail.", limit=CONDITIONS
            )
        if block.branches[0].tag.keyword == "for":
            self._loop(block, inside)
        else:
            self._condition(block, inside)
        if block.end is not None:
            self.found.append(Guard(block.end.start, self._formula(inside), inside.around))

    def _condition(self, block: Block, inside: _Inside) -> None:
        before, denied = inside, tuple[str, ...]()
        for branch in block.branches:
            test = self._arguments(branch.tag) if branch.tag.keyword != "else" else ""
            here, before = self._split(before, test, denied) if test else (before, before)
            denied = (*denied, f"not ({test})")
            tests = (*inside.tests, *denied[:-1], *([f"({test})"] if test else []))
            self.row(branch.body, _moved(here, branch, tests))

    def _split(self, inside: _Inside, test: str, denied: tuple[str, ...]) -> tuple[_Inside, _Inside]:
        """Return where ``test`` holds and where it does not."""
        if inside.names and self._reads(test) & inside.names:
            return self._step(inside, test), self._step(inside, f"not ({test})")
        holds = self.reader.formula(test)
        yes, no = both(inside.formula, holds), both(inside.formula, opposite(holds))
        return replace(inside, formula=yes), replace(inside, formula=no)

    @staticmethod
    def _step(inside: _Inside, test: str) -> _Inside:
        steps = (*inside.steps, (f"{{% if {test} %}}", "{% endif %}"))
        return replace(inside, steps=steps, depends=True)

    def _loop(self, block: Block, inside: _Inside) -> None:
        tag = block.branches[0].tag
        header, names = f"{{% for {self._arguments(tag)} %}}", inside.names | Loop.of(tag).names
        some, entered, passed = self._rounds(tag, header, inside)
        steps = (*inside.steps, (header, "{% endfor %}"))
        around = replace(entered, formula=both(inside.formula, some), steps=steps, names=names)
        known, prelude = dict(self.reader.names), self.reader.prelude
        for branch in block.branches:
            here = around if branch is block.branches[0] else passed
            self.row(branch.body, _moved(here, branch, inside.tests))
            self.reader.names, self.reader.prelude = dict(known), prelude  # what is set in a loop is gone behind it

    def _rounds(self, tag: Tag, header: str, inside: _Inside) -> tuple[Formula, _Inside, _Inside]:
        """Return whether a loop has a round, and where its body and its alternative are."""
        loop = Loop.of(tag)
        items = self.text[slice(*loop.items)]
        read = self._reads(items) if loop.plain else self._reads(items) | self.reader.roots(f"{header}{{% endfor %}}")
        if read & inside.names:
            steps = (*inside.steps, (f"{header}{{% else %}}", "{% endfor %}"))
            return ALWAYS, replace(inside, depends=True), replace(inside, steps=steps, depends=True)
        whole = f"{header}1{{% endfor %}}"
        some = self.reader.formula(items) if loop.plain else self.reader.question(_told(header), whole)
        return some, inside, replace(inside, formula=both(inside.formula, opposite(some)))

    # Names

    def _tag(self, tag: Tag, inside: _Inside) -> _Inside:
        if tag.keyword == "macro" or (tag.keyword == "set" and not _has_value(tag)):
            self.opened = (tag.start, tag.tokens[1].text if tag.keyword == "set" else "")
        elif tag.keyword == "set":
            return self._set(tag, inside)
        elif tag.keyword in {"endset", "endmacro"} and self.opened[0] >= 0:
            start, name = self.opened
            self.opened = (-1, "")
            self._remember(self.text[start : tag.end], inside)
            if name:
                self._bind(name, Assigned(self.reader.whole(name)))
        return inside

    def _set(self, tag: Tag, inside: _Inside) -> _Inside:
        source = self.text[tag.start : tag.end].rstrip()
        targets = [token.text for token in tag.tokens[1 : _value_at(tag)] if token.kind == "name"]
        if inside.names:
            names = inside.names | frozenset(targets)
            return replace(inside, steps=(*inside.steps, (source, "")), names=names)
        simple = self._assigned(tag, targets[0], inside) if _value_at(tag) == SIMPLE else None
        self._remember(source, inside)
        for name in targets:
            self._bind(name, simple or Assigned(self.reader.whole(name)))
        return inside

    def _assigned(self, tag: Tag, name: str, inside: _Inside) -> Assigned:
        """Return what a name is set to. What it was before holds where the set tag is not reached."""
        first, last = tag.tokens[SIMPLE + 1], tag.tokens[-1]
        value = f"({self.text[first.start : last.start + len(last.text)]})"  # an inline if may be set, but not tested
        truth = self.reader.formula(value)
        if inside.formula == ALWAYS:
            fixed = not self._reads(value) & {*self.reader.names, name}
            return Assigned(truth, self.reader.parsed(value) if fixed else None)
        known = self.reader.names.get(name)
        before = known.truth if known else self.reader.formula(f'{name}|default("")')
        return Assigned(either(both(inside.formula, truth), both(opposite(inside.formula), before)))

    def _bind(self, name: str, value: Assigned) -> None:
        """Give a name its meaning from here on; expressions that read it before keep their truth only."""
        for other, known in self.reader.names.items():
            if known.expression is not None and name in names_in(known.expression):
                self.reader.names[other] = Assigned(known.truth)
        self.reader.names[name] = value

    def _remember(self, source: str, inside: _Inside) -> None:
        if inside.tests:
            source = f"{{% if {' and '.join(inside.tests)} %}}{source}{{% endif %}}"
        self.reader.prelude += source

    def _reads(self, expression: str) -> frozenset[str]:
        tree = self.reader.parsed(expression)
        return names_in(tree) if tree is not None else frozenset([*self.reader.names, "loop"])

    def _arguments(self, tag: Tag) -> str:
        return self.text[slice(*tag.arguments)]


def _told(opening: str) -> str:
    """What a tag says, for people."""
    return opening.removesuffix("{% else %}").strip("{%- }")


def _value_at(tag: Tag) -> int:
    """Which token of a set tag is the ``=``; 0 for one that has none."""
    return next((index for index, token in enumerate(tag.tokens) if token.text == "="), 0)


def _has_value(tag: Tag) -> bool:
    return _value_at(tag) > 0


def _moved(inside: _Inside, branch: Branch, tests: tuple[str, ...]) -> _Inside:
    return replace(inside, around=(*inside.around, branch.tag.start), tests=tests)
