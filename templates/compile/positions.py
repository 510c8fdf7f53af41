"""Jinja with character offsets in place of line numbers, so that an error has its exact column.

Every token's ``lineno`` is its offset in the text + 1 (Jinja treats 0 as unknown). AST nodes and the debug information
of the compiled template inherit it, so a traceback leads back to the character. The text must have plain line feeds.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NoReturn

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.lexer import Lexer
from jinja2.parser import Parser

from templates.compile.limits import meter
from templates.errors import LimitError, MailwrightError

# Python compiles what Jinja generates in one go that nothing can interrupt: 100,000 tokens take about 1 s (measured).
TOKENS = 100_000
DIGITS = 2_000
DEPTH = 60  # brackets in brackets; Python's own compiler gives up at about 90


class At(Exception):  # noqa: N818 - an error on its way to its place, not one of its own
    """Carries an error without a place, and the offset in the text where it happened."""

    def __init__(self, offset: int, error: MailwrightError) -> None:
        super().__init__(str(error))
        self.offset = offset
        self.error = error


class UnclosedBlockError(TemplateSyntaxError):
    """A block is still open where something else ends; ``lineno`` is the offset + 1 of its opening word."""

    def __init__(self, block: str, lineno: int) -> None:
        super().__init__(block, lineno)
        self.block = block


class UnknownTagError(TemplateSyntaxError):
    """A statement that Jinja does not know, or an end without a beginning."""

    def __init__(self, tag: str, lineno: int) -> None:
        super().__init__(tag, lineno)
        self.tag = tag


class OffsetLexer(Lexer):
    """Jinja's lexer, yielding offsets + 1 for line numbers."""

    def tokeniter(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> Iterator[tuple[int, str, str]]:
        """Yield (offset + 1, kind, text) for every token; counts the tokens and the depth of brackets."""
        offset = start = count = depth = 0
        try:
            for _, kind, value in super().tokeniter(source, name, filename, state):
                # Jinja drops white space next to `{%-`: what it yields next is found a little further on.
                start = source.index(value, offset)
                offset = start + len(value)
                count += 1
                if kind == "operator":
                    depth += (value in "([{") - (value in ")]}")
                _check(count, depth, value if kind in {"integer", "float"} else "")
                yield start + 1, kind, value
        except TemplateSyntaxError as error:
            message = str(error.message)
            at = start if message.startswith("Missing end") else offset
            raise TemplateSyntaxError(message, at + 1) from error
        except MailwrightError as error:
            raise At(start, error) from error


def _check(count: int, depth: int, number: str) -> None:
    meter().tick()
    if len(number) > DIGITS:
        raise LimitError("A number here has more than {limit} digits.", limit=DIGITS)
    if "e" in number.lower() and not number.lower().startswith("0x") and math.isinf(float(number)):
        raise LimitError("A number here is too large to compute with.", advice="Write a smaller one.")
    if count > TOKENS:
        raise LimitError(
            "This text holds more than {limit} pieces of template language.", advice="Split the mail.", limit=TOKENS
        )
    if depth > DEPTH:
        raise too_deep()


def too_deep() -> LimitError:
    """Return the error for brackets, blocks or calls nested beyond what anybody writes."""
    return LimitError("The template is nested too deeply.", advice="Use fewer brackets, blocks or calls in each other.")


class PlacedParser(Parser):
    """Jinja's parser, remembering where each open block began."""

    def __init__(self, *arguments: Any) -> None:
        self._openings: list[tuple[str, int]] = []
        super().__init__(*arguments)

    def parse_statement(self) -> nodes.Node | list[nodes.Node]:
        """Parse one statement with its body."""
        token = self.stream.current
        self._openings.append((str(token.value), token.lineno))
        statement = super().parse_statement()
        self._openings.pop()  # not in a finally: what stays open is what the error is about
        return statement

    def _fail_ut_eof(self, name: str | None, end_token_stack: list[tuple[str, ...]], lineno: int | None) -> NoReturn:
        ends = name is None or name.startswith("end") or name in {"else", "elif"}
        if name is not None and self._openings and self._openings[-1][0] == name:
            self._openings.pop()
        if ends and self._openings:
            raise UnclosedBlockError(*self._openings[-1])
        raise UnknownTagError(name or "", self.stream.current.lineno if lineno is None else lineno)
