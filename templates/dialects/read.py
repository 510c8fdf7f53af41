"""Jinja text to the neutral tree, read by the parser that builds mails."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jinja2 import nodes as jinja

from templates.compile.faults import located
from templates.compile.limits import metered
from templates.compile.personalise import check_syntax, environment
from templates.compile.positions import At, PlacedParser, too_deep
from templates.compile.source_map import MappedText
from templates.dialects import neutral
from templates.dialects.read_expression import ExpressionReader, Scope, start_of
from templates.errors import Place

LOOP, SET, UNSURE = "loop", "set", "unsure"


def read(source: MappedText, *, markup: bool) -> neutral.Neutral:
    """Return ``source`` as a tree. ``markup``: it is HTML or MJML, whose prints are escaped.

    Raises TemplateError or LimitError with the place for text that is no valid template.
    """
    with metered():
        check_syntax(source)
    try:
        with metered():
            tree = PlacedParser(environment(), source.text, None, None).parse()
        reader = _Reader(source.text, {macro.name for macro in tree.find_all(jinja.Macro)})
        found, _ = reader.body(tree.body, {})
    except At as fault:
        raise located(fault.error, source.place(fault.offset)) from fault
    except RecursionError as error:
        raise located(too_deep(), Place(source.pieces[0].file)) from error
    return neutral.Neutral(found, source, markup)


class _Reader:
    """Walks over Jinja's tree; a scope says which names the template has made by then."""

    def __init__(self, text: str, macros: set[str]) -> None:
        self._text = text
        self._expressions = ExpressionReader(text, macros)

    def body(self, parts: Iterable[jinja.Node], scope: Scope) -> tuple[tuple[neutral.Node, ...], Scope]:
        """Return the nodes of a body, and the scope behind it."""
        found: list[neutral.Node] = []
        for part in parts:
            read, scope = self._statement(part, scope)
            found += read
        return tuple(found), scope

    def _statement(self, node: jinja.Node, scope: Scope) -> tuple[Sequence[neutral.Node], Scope]:
        if isinstance(node, jinja.Output):
            return [self._piece(piece, scope) for piece in node.nodes], scope
        if isinstance(node, jinja.If):
            return self._condition(node, scope)
        if isinstance(node, jinja.For):
            return [self._loop(node, scope)], scope
        if isinstance(node, jinja.Assign) and isinstance(node.target, jinja.Name):
            value = self._expressions.read(node.node, scope)
            made = neutral.Set(node.target.name, value, self._tag(node))
            return [made], {**scope, node.target.name: SET}
        return [self._other(node)], scope

    def _piece(self, node: jinja.Expr, scope: Scope) -> neutral.Node:
        if isinstance(node, jinja.TemplateData):
            return neutral.Text(node.data, node.lineno - 1)
        return neutral.Print(self._expressions.read(node, scope), start_of(node))

    def _condition(self, node: jinja.If, scope: Scope) -> tuple[Sequence[neutral.Node], Scope]:
        branches: list[neutral.Branch] = []
        scopes: list[Scope] = []
        for branch in (node, *node.elif_):
            condition = self._expressions.read(branch.test, scope)
            body, after = self.body(branch.body, scope)
            branches.append(neutral.Branch(condition, body, self._tag(branch)))
            scopes.append(after)
        otherwise, after = self.body(node.else_, scope)
        return [neutral.If(tuple(branches), otherwise, self._tag(node))], _joined([*scopes, after])

    def _loop(self, node: jinja.For, scope: Scope) -> neutral.For:
        names = tuple(name.name for name in node.target.find_all(jinja.Name)) or (getattr(node.target, "name", ""),)
        inner: Scope = {**scope, **dict.fromkeys(names, LOOP), "loop": LOOP}
        body, _ = self.body(node.body, inner)
        otherwise, _ = self.body(node.else_, scope)
        items = self._expressions.read(node.iter, scope)
        test = self._expressions.read(node.test, inner) if node.test else None
        return neutral.For(names, items, body, otherwise, test, node.recursive, self._tag(node))

    def _other(self, node: jinja.Node) -> neutral.Other:
        set_block = isinstance(node, jinja.AssignBlock | jinja.Assign)
        kind = "set-block" if set_block else "macro" if isinstance(node, REUSE) else "statement"
        return neutral.Other(kind, self._words(node), self._tag(node))

    def _tag(self, node: jinja.Node) -> int:
        """Return where the tag of a statement begins; Jinja remembers its first word."""
        at = self._text.rfind("{%", 0, start_of(node) + 1)
        return max(at, 0)

    def _words(self, node: jinja.Node) -> str:
        at = self._tag(node)
        return self._text[at : self._text.find("%}", at) + 2][:60]


REUSE = (
    jinja.Macro,
    jinja.CallBlock,
    jinja.Include,
    jinja.Import,
    jinja.FromImport,
    jinja.Extends,
    jinja.Block,
)


def _joined(scopes: Sequence[Mapping[str, str]]) -> Scope:
    """Return what is known behind a condition: a name that only some branches make is unsure."""
    names = {name for scope in scopes for name in scope}
    return {name: _origin([scope.get(name, "") for scope in scopes]) for name in names}


def _origin(found: Sequence[str]) -> str:
    return found[0] if len(set(found)) == 1 else UNSURE
