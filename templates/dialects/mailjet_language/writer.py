"""The nodes of the neutral tree in Mailjet's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from templates.dialects.finding import EACH, Need, Written
from templates.dialects.mailjet_language.expressions import Expressions, Scope
from templates.dialects.mailjet_language.names import dotted, sayable
from templates.dialects.mailjet_language.pieces import GONE, Kind, Piece, requote, without_links
from templates.dialects.mailjet_language.refusals import Notes
from templates.dialects.mailjet_language.rewrites import chosen, filled, looped
from templates.dialects.mailjet_language.samples import has_markup, is_number, is_object
from templates.dialects.mailjet_language.segments import alone, nested, too_large
from templates.dialects.mailjet_language.texts import harmless, part
from templates.dialects.neutral import (
    Choice,
    Comparison,
    Contact,
    Default,
    Expression,
    For,
    Function,
    If,
    Link,
    Literal,
    Local,
    Neutral,
    Node,
    Other,
    Print,
    Set,
    Text,
    Variable,
)

UNSAID_LINKS = {"view_online": "mailjet.no-view-online", "preferences": "mailjet.no-preferences"}
SETTABLE = (Literal, Variable, Contact, Local)


class Writer:
    """Writes one template in the transactional form, which the marketing form is made of."""

    UNSAID_LINKS: ClassVar[Mapping[str, str]] = UNSAID_LINKS

    def __init__(self, template: Neutral, language: str, samples: Sequence[Mapping[str, Any]]) -> None:
        self.notes = Notes(template)
        self.scope = Scope()
        self.language = language
        self.markup = template.markup
        self._samples = samples
        self.expressions = Expressions(self.notes, self.scope, language, self.compared)
        self._marked: dict[tuple[str | int, ...], bool] = {}  # whether a sample of a name holds markup
        self._template = template
        self._pieces: list[Piece] = []
        self._conditions = 0  # around what is written now
        self._outside: dict[str, int] = {}  # loop names: the conditions around their loops
        self._loops: list[frozenset[str]] = []  # around what is written now: the names that each found
        self._forms: Mapping[type, Callable[[Any], None]] = {
            Text: self._text,
            Print: self.print,
            If: self.condition,
            For: self.loop,
            Set: self.set,
            Other: self._other,
        }

    def write(self) -> Written:
        """Return the whole template."""
        self.body(self._template.nodes)
        return self.whole()

    def whole(self) -> Written:
        """Return what was written."""
        part(self._pieces, self.notes, markup=self.markup)
        if self.markup:
            requote(self._pieces, self._both_quotes)
        text = without_links("".join(piece.text for piece in self._pieces), markup=self.markup)
        return Written(text, self.notes.ordered(), tuple(self.notes.needs.values()))

    def body(self, nodes: Iterable[Node]) -> None:
        """Write ``nodes`` one after the other."""
        for node in nodes:
            self._forms[type(node)](node)

    def put(self, kind: Kind, text: str, at: int) -> None:
        """Add a piece."""
        self._pieces.append(Piece(kind, text, at))

    def said(self, write: Callable[[], str]) -> str | None:
        """Return what ``write`` returns, None where something in it was refused."""
        before = self.notes.refused
        text = write()
        return text if self.notes.refused == before else None

    # Text and prints

    def _text(self, node: Text) -> None:
        self.put("text", harmless(node.text, node.at, self.notes, markup=self.markup), node.at)

    def print(self, node: Print) -> None:
        """Write what is printed; a choice becomes a condition, a text of ours stands as it is."""
        one = node.expression
        if isinstance(one, Choice):
            self.condition(chosen(one))
        elif isinstance(one, Default) and one.empty_too:
            self.condition(filled(one))
        elif isinstance(one, Literal) and one.value is not None:
            self._literal(one)
        elif isinstance(one, Link) and one.name in self.UNSAID_LINKS:
            self.notes.warn(self.UNSAID_LINKS[one.name], one.at)
            self.put("gone", GONE, node.at)
        else:
            self._printed(one, node.at)

    def _literal(self, one: Literal) -> None:
        text = self.expressions.value(one)
        if isinstance(one.value, str):
            escaped = one.value.translate({38: "&amp;", 60: "&lt;", 62: "&gt;", 34: "&#34;", 39: "&#39;"})
            text = harmless(escaped if self.markup else one.value, one.at, self.notes, markup=self.markup)
        self.put("text", text, one.at)

    def _printed(self, one: Expression, at: int) -> None:
        text = self.said(lambda: self.tag(one))
        if text is not None:
            self.put("print", text, at)
            self._check_sample(one)

    def tag(self, one: Expression) -> str:
        """Return the tag that prints ``one``."""
        return f"{{{{{self.expressions.value(one, markup=self.markup)}}}}}"

    def _check_sample(self, one: Expression) -> None:
        """Warn of a value whose samples would be read as markup."""
        value = one.value if isinstance(one, Default) else one
        if isinstance(value, Function) and value.name in {"upper", "lower", "capfirst"}:
            value = value.arguments[0]
        path = self.scope.resolve(value)
        if self.markup and path and self._is_marked(path):
            self.notes.warn("mailjet.raw-value", value.at, _dotted(path))

    def compared(self, one: Comparison) -> None:
        """Warn of a number that the samples have as a text: Mailjet compares it as a number, we do not."""
        ordering = one.operator not in {"==", "!="}
        for side, other in ((one.left, one.right), (one.right, one.left)):
            path = self.scope.resolve(side.value if isinstance(side, Default) else side)
            if path and is_number(path, self._samples, as_text=True) and (ordering or self._is_number(other)):
                self.notes.warn("mailjet.text-number", side.at, _dotted(path))

    def _is_number(self, one: Expression) -> bool:
        if isinstance(one, Literal):
            return isinstance(one.value, int | float) and not isinstance(one.value, bool)
        path = self.scope.resolve(one.value if isinstance(one, Default) else one)
        return path is not None and is_number(path, self._samples, as_text=False)

    def _is_marked(self, path: tuple[str | int, ...]) -> bool:
        if path not in self._marked:
            self._marked[path] = has_markup(path, self._samples)
        return self._marked[path]

    def _both_quotes(self, piece: Piece) -> None:
        """What cannot be asked holds never: the statements around it stay whole."""
        self.notes.refuse("mailjet.quotes", piece.at, piece.text)
        piece.text = re.sub(r"(?<=^\{% )(if|elseif|set \S+ =) .*(?= %\}$)", r"\1 false", piece.text, flags=re.DOTALL)

    # Conditions

    def condition(self, node: If) -> None:
        """Write a condition; a segment that is joined with something else becomes one of several."""
        if all(alone(branch.condition) for branch in node.branches):
            self._branches(node)
            return
        otherwise = node.otherwise
        for branch in reversed(node.branches):
            if too_large(branch, otherwise):
                self.notes.refuse("mailjet.segment-logic", branch.condition.at)
            else:
                otherwise = nested(branch.condition, branch.body, otherwise, branch.at)
        self.body(otherwise)

    def _branches(self, node: If) -> None:
        keyword, at, otherwise = "if", node.at, node.otherwise
        self._conditions += 1
        branches = list(node.branches)
        while branches:
            branch = branches.pop(0)
            text = self.said(partial(self.expressions.condition, branch.condition))
            start = len(self._pieces)
            self.put("statement", f"{{% {keyword} {text} %}}", branch.at)
            self.body(branch.body)
            if text is None:
                del self._pieces[start:]
            else:
                keyword = "elseif"
            inner = otherwise[0] if len(otherwise) == 1 and not branches else None
            if isinstance(inner, If) and all(alone(one.condition) for one in inner.branches):
                branches, otherwise = list(inner.branches), inner.otherwise
        self._last(otherwise, at, opened=keyword != "if")

    def _last(self, otherwise: tuple[Node, ...], at: int, *, opened: bool) -> None:
        if opened and otherwise:
            self.put("statement", "{% else %}", at)
        self.body(otherwise)
        self._conditions -= 1
        if opened:
            self.put("statement", "{% endif %}", at)

    # Loops and names

    def loop(self, node: For) -> None:
        """Write a loop; one that Mailjet cannot run is left out."""
        items = self.said(lambda: self._loop_head(node))
        if node.otherwise:
            self.notes.refuse("mailjet.for-else", node.at)
        name = node.names[0]
        before = dict(self.scope.paths), dict(self._outside)
        path = self.scope.resolve(looped(node.items))
        self.scope.paths[name] = None if path is None else (*path, EACH)
        self._outside[name] = self._conditions
        self._loops.append(frozenset(before[0]))
        start = len(self._pieces)
        self.put("statement", f"{{% for {name} in {items} %}}", node.at)
        self.body(node.body)
        self.put("statement", "{% endfor %}", node.at)
        self._loops.pop()
        self.scope.paths, self._outside = before
        if items is None:
            del self._pieces[start:]

    def _loop_head(self, node: For) -> str:
        """Return what is looped over, and note all that is wrong with the loop."""
        for code, wrong in (("mailjet.for-if", node.test is not None), ("mailjet.loop-control", node.recursive)):
            if wrong:
                self.notes.refuse(code, node.at)
        if len(node.names) > 1:
            self.notes.refuse("mailjet.for-names", node.at, ", ".join(node.names))
        elif not sayable(node.names, local=True):
            self.notes.refuse("mailjet.name", node.at, node.names[0])
        elif node.names[0] in self.scope.paths:
            self.notes.refuse("mailjet.set-scope", node.at, node.names[0])
        items = looped(node.items)
        if isinstance(node.items, Default) and items is not node.items:
            self.expressions.needed(items, ())
        elif isinstance(items, Variable | Contact | Local):
            self._always_there(items)
        if not _is_each(node.items) and (path := self.scope.resolve(items)) and is_object(path, self._samples):
            self.notes.refuse("mailjet.for-object", items.at, _dotted(path))
        if isinstance(items, Literal):
            self.notes.refuse("mailjet.for-items", items.at, str(items.value)[:40])
        return self.expressions.value(items)

    def _always_there(self, items: Expression) -> None:
        """Mailjet looks at a loop's list even where a condition around the loop is false."""
        path = self.scope.resolve(items)
        root = str(items.path[0]) if isinstance(items, Local) else ""
        if path is None or self._conditions <= self._outside.get(root, 0):
            return
        self.notes.warn("mailjet.for-in-if", items.at, _dotted(path))
        if path[0] == "var":
            self.notes.need(Need(path[1:], ()))

    def set(self, node: Set) -> None:
        """Write a name of the template's own; one that cannot be said is refused where it is read too."""
        text = self.said(lambda: self._value(node))
        if text is None:
            self.scope.dropped.add(node.name)
            return
        self.scope.dropped.discard(node.name)
        self.scope.paths[node.name] = None if self._conditions else self.scope.resolve(node.value)
        self.put("statement", f"{{% set {node.name} = {text} %}}", node.at)

    def _value(self, node: Set) -> str:
        inner = node.value.value if isinstance(node.value, Default) else node.value
        if not isinstance(inner, SETTABLE):
            self.notes.refuse("mailjet.set-expression", node.at, node.name)
        elif not sayable((node.name,), local=True):
            self.notes.refuse("mailjet.name", node.at, node.name)
        elif any(node.name in outer for outer in self._loops):
            self.notes.refuse("mailjet.set-scope", node.at, node.name)
        else:
            return self.expressions.value(node.value)
        return ""

    def _other(self, node: Other) -> None:
        code = "set-expression" if node.kind == "set-block" else node.kind
        self.notes.refuse(f"mailjet.{code}", node.at, node.words)


def _is_each(items: Expression) -> bool:
    """Whether the loop asks for the values of an object."""
    return isinstance(items, Function) and items.name == "each"


def _dotted(path: tuple[str | int, ...]) -> str:
    """A place in the data as people write it."""
    return dotted([part for part in path[1:] if part != EACH])
