"""Partial evaluation of ``brand.*``: an export holds the brand's values, and every other tag as it was.

A print whose names are all known becomes its value; a condition or loop that depends on known names alone is decided;
in what remains, ``brand.x`` becomes a literal, because the system that sends the mail knows no brand. Everything else
stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any

from jinja2 import Undefined

from templates.compile.expression import follow, literal, member_paths, names_in
from templates.compile.limits import metered
from templates.compile.personalise import check_syntax, environment, evaluate, render_escaped
from templates.compile.source_map import MappedText, joined
from templates.compile.statements import Block, Branch, Loop, Node, Tag, Text, parse_statements

Known = Mapping[str, Any]


def bake(source: MappedText, known: Known) -> MappedText:
    """Return ``source`` with everything evaluated that depends on the names in ``known`` alone.

    Raises TemplateError with the place for text that is no valid template and for a brand value that is not known.
    """
    with metered():
        check_syntax(source)
        if not any(name in source.text for name in known):
            return source
        baker = _Baker(source)
        baker.nodes(parse_statements(source.text, environment()), known)
    return joined(baker.parts)


class _Baker:
    """Walks over the tree and collects the parts of the baked text."""

    def __init__(self, source: MappedText) -> None:
        self.parts: list[MappedText] = [source[0:0]]
        self._source = source

    def nodes(self, nodes: Sequence[Node], known: Known) -> None:
        for node in nodes:
            if isinstance(node, Text):
                self.parts.append(self._source[node.start : node.end])
            elif isinstance(node, Tag):
                self._tag(node, known)
            elif node.branches[0].tag.keyword == "if":
                self._condition(node, known)
            else:
                self._loop(node, known)

    def _tag(self, tag: Tag, known: Known) -> None:
        if tag.keyword or not self._decided(tag, known):
            self._keep(tag, known)
            return
        self._eat(tag)
        value = self._print(tag, known)
        # A brand whose name holds a template tag must not become one in the export.
        self.parts.append(self._source.generated(value.replace("{", "&#123;"), tag.start))

    def _print(self, tag: Tag, known: Known) -> str:
        return render_escaped(self._expression(tag.arguments), known)

    def _expression(self, span: tuple[int, int]) -> MappedText:
        return self._source[span[0] : span[1]]

    def _names(self, span: tuple[int, int]) -> frozenset[str]:
        return names_in(self._source.text[span[0] : span[1]], environment())

    def _decided(self, tag: Tag, known: Known, span: tuple[int, int] | None = None) -> bool:
        names = self._names(span or tag.arguments)
        return bool(names) and names <= known.keys()

    def _eat(self, tag: Tag) -> None:
        """Drop the white space before a tag that goes and asked for that."""
        last = self.parts[-1]
        if tag.eats_before and not last.pieces[-1].fixed:
            self.parts[-1] = last[0 : len(last.text.rstrip())]

    def _keep(self, tag: Tag, known: Known, keyword: str = "") -> None:
        """Keep a tag, with known values as literals in it and, where given, another first word."""
        done = tag.start
        if keyword:
            first = tag.tokens[0]
            self.parts += [self._source[done : first.start], self._source.generated(keyword, first.start)]
            done = first.start + len(first.text)
        for start, end, names in member_paths(tag.tokens, known):
            value = follow(names, known, environment())
            if not isinstance(value, Undefined):
                self.parts += [self._source[done:start], self._source.generated(literal(value), start)]
                done = end
        self.parts.append(self._source[done : tag.end])

    def _condition(self, block: Block, known: Known) -> None:
        kept = False
        for branch in block.branches:
            if branch.tag.keyword == "else" or not self._decided(branch.tag, known):
                kept = self._undecided(branch, known, kept=kept)
                continue
            self._eat(branch.tag)
            if evaluate(self._expression(branch.tag.arguments), known, "true if ({}) else false"):
                if kept:
                    self.parts.append(self._source.generated("{% else %}", branch.tag.start))
                self.nodes(branch.body, known)
                break
        if block.end and kept:
            self._keep(block.end, known)
        elif block.end:
            self._eat(block.end)

    def _undecided(self, branch: Branch, known: Known, *, kept: bool) -> bool:
        """Write a branch that the known names do not decide; return whether its block's tags stay."""
        is_else = branch.tag.keyword == "else"
        if is_else and not kept:
            self._eat(branch.tag)
        else:
            self._keep(branch.tag, known, "" if kept or is_else else "if")
        self.nodes(branch.body, known)
        return kept or not is_else

    def _loop(self, block: Block, known: Known) -> None:
        loop = Loop.of(block.branches[0].tag)
        if not self._decided(block.branches[0].tag, known, loop.items):
            self._keep_block(block, {name: known[name] for name in known.keys() - loop.names})
            return
        items = evaluate(self._expression(loop.items), known, "({})|list")
        inner = known.keys() | loop.names
        if loop.plain and not self._mixed(block.branches[0].body, inner, loop.names):
            self._unroll(block, loop, items, known)
            return
        tag = block.branches[0].tag
        start, end = loop.items
        values = self._source.generated(literal(items), start)
        self.parts += [self._source[tag.start : start], values, self._source[end : tag.end]]
        self._keep_block(block, {name: known[name] for name in known.keys() - loop.names}, first=False)

    def _keep_block(self, block: Block, known: Known, *, first: bool = True) -> None:
        for branch in block.branches:
            if first or branch is not block.branches[0]:
                self._keep(branch.tag, known)
            self.nodes(branch.body, known)
        if block.end:
            self._keep(block.end, known)

    def _unroll(self, block: Block, loop: Loop, items: list[Any], known: Known) -> None:
        self._eat(block.branches[0].tag)
        for index, item in enumerate(items):
            values = dict(zip(loop.targets, item, strict=True)) if len(loop.targets) > 1 else {loop.targets[0]: item}
            self.nodes(block.branches[0].body, {**known, **values, "loop": _position(index, len(items))})
        if not items and len(block.branches) > 1:
            self.nodes(block.branches[1].body, known)
        if block.end:
            self._eat(block.end)

    def _mixed(self, nodes: Sequence[Node], known: Set[str], own: Set[str]) -> bool:
        """Return whether a tag needs a name of the loop and one that is not known: then the loop has to stay."""
        for node in nodes:
            if isinstance(node, Block):
                inner = [branch.tag for branch in node.branches]
                bodies = [part for branch in node.branches for part in branch.body]
                if self._mixed([*inner, *bodies], known, own):
                    return True
            elif isinstance(node, Tag) and self._needs(node, known, own):
                return True
        return False

    def _needs(self, tag: Tag, known: Set[str], own: Set[str]) -> bool:
        used = {token.text for token in tag.tokens if token.kind == "name"}
        if not used & own:
            return False
        if tag.keyword and tag.keyword not in {"if", "elif"}:
            return True
        return not self._names(tag.arguments) <= known


def _position(index: int, length: int) -> dict[str, Any]:
    return {
        "index": index + 1,
        "index0": index,
        "revindex": length - index,
        "revindex0": length - index - 1,
        "first": index == 0,
        "last": index == length - 1,
        "length": length,
    }
