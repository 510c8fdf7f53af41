"""The Jinja environment of templates: strict, immutable, and harmless.

It differs from Jinja's own sandbox where mail templates need it: mappings offer their keys and nothing else (stock
Jinja takes ``order.items`` for the method), other values only what is listed here, unknown names fail with their path,
and true, false and none print as mail languages print them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NoReturn

from jinja2 import Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.lexer import Lexer
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Namespace

from templates.compile.bounds import COUNTED, JOINED, WEIGHED, counted, joined, weighed, with_bounds
from templates.compile.filters import filters
from templates.compile.functions import FUNCTIONS
from templates.compile.limits import OUTPUT_CHARACTERS, meter, text_of, too_large
from templates.compile.operators import OPERATORS, operate
from templates.compile.positions import OffsetLexer, PlacedParser
from templates.compile.undefined import NestedUndefined

# The methods of Python's texts that cannot make a long text out of a short one, and what Jinja's own values offer.
MEMBERS: dict[type, frozenset[str]] = {
    str: frozenset(
        ["upper", "lower", "strip", "lstrip", "rstrip", "split", "title", "capitalize", "startswith", "endswith"]
    ),
    LoopContext: frozenset(
        [
            "index",
            "index0",
            "revindex",
            "revindex0",
            "first",
            "last",
            "length",
            "depth",
            "depth0",
            "previtem",
            "nextitem",
            "cycle",
            "changed",
        ]
    ),
    Macro: frozenset(["name", "arguments"]),
    Cycler: frozenset(["current", "next", "reset"]),
    date: frozenset(["year", "month", "day", "isoformat", "weekday", "isoweekday"]),
    tuple: frozenset(["grouper", "list"]),  # what groupby yields
}


@pass_context
def _printed(_context: Context, value: Any) -> str:
    """What a print tag prints. It asks for the context so that Jinja computes nothing while it compiles."""
    return text_of(value)


class MailEnvironment(ImmutableSandboxedEnvironment):
    """Compiles and runs the Jinja of one template text; node line numbers are character offsets + 1 (positions.py)."""

    intercepted_binops = frozenset(OPERATORS)

    def __init__(self, *, autoescape: bool = True) -> None:
        super().__init__(
            undefined=NestedUndefined, finalize=_printed, autoescape=autoescape, keep_trailing_newline=True
        )
        self._lexer = OffsetLexer(self)
        self.filters = {**filters(), COUNTED: counted, WEIGHED: weighed, JOINED: joined}
        self.globals = dict(FUNCTIONS)

    @property
    def lexer(self) -> Lexer:
        """The lexer whose line numbers are offsets."""
        return self._lexer

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return with_bounds(PlacedParser(self, source, name, filename).parse())

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Let the exception through: Jinja's own rewriting would take our offsets for line numbers."""
        raise  # noqa: PLE0704 - Jinja calls this inside its except block

    def concat(self, parts: Any) -> str:
        """Join what a macro or a block made."""
        texts = list(parts)
        length = sum(map(len, texts))
        if length > OUTPUT_CHARACTERS:
            raise too_large(OUTPUT_CHARACTERS)
        meter().make(length)
        return "".join(texts)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the key of a mapping or a listed member of another value, else an undefined."""
        if isinstance(obj, Undefined):
            return obj[attribute]
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if attribute.startswith("_"):
            raise SecurityError(attribute)
        if not _offers(obj, attribute):
            return self.undefined(obj=obj, name=attribute)
        return getattr(obj, attribute, self.undefined(obj=obj, name=attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return ``obj[argument]`` of a mapping, list or text; a name in brackets means the same as after a dot."""
        if isinstance(argument, str) or isinstance(obj, Undefined):
            return self.getattr(obj, str(argument))
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Return whether ``obj`` may be called; an unknown name may, because the call itself then names it."""
        return isinstance(obj, Undefined) or super().is_safe_callable(obj)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute an operator within the limits."""
        return operate(operator, left, right)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, a listed method or a function of the language; counts what it makes."""
        meter().tick()
        result = super().call(context, obj, *args, **kwargs)
        meter().count(result)
        return result


def _offers(obj: Any, attribute: str) -> bool:
    return isinstance(obj, Namespace) or any(
        attribute in names for kind, names in MEMBERS.items() if isinstance(obj, kind)
    )
