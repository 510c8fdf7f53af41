"""The two places where MJML computes with what a tag would decide later: widths, and the number of columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from templates.compile.markup import Scanner, Span
from templates.compile.source_map import MappedText
from templates.errors import TemplateError

ROWS = frozenset(["mj-section", "mj-group"])
_OPENING = re.compile(r"\{%[-+]?\s*(if|for)\b")
_ENDING = re.compile(r"\{%[-+]?\s*end(if|for)\b")
_WIDTH = re.compile(r"""\swidth\s*=\s*(?:"(?P<one>[^"]*)"|'(?P<two>[^']*)'|(?P<bare>\{[{%]))""")


def check_widths(source: MappedText) -> None:
    """Raise TemplateError for columns in a condition or a loop without widths of their own, and for tagged widths.

    MJML shares a row's width among the columns it sees: with ``{% if %}`` around one of three, a third stays empty.
    """
    walk = _Walk(source)
    for span in Scanner(source.text):
        walk.step(span)


@dataclass
class _Row:
    """An open mj-section or mj-group."""

    blocks: list[int] = field(default_factory=list)  # where its open conditions and loops begin
    deciding: int | None = None  # the first block with a column in it
    widths: bool = True  # whether all its columns have a width


@dataclass
class _Walk:
    source: MappedText
    rows: list[_Row] = field(default_factory=list)

    def step(self, span: Span) -> None:
        if span.kind == "tag":
            self._statement(span)
        elif span.kind == "open" and span.name in ROWS and not span.empty:
            self.rows.append(_Row())
        elif span.kind == "close" and span.name in ROWS and self.rows:
            self._end_row(self.rows.pop())
        elif span.kind == "open" and span.name in {"mj-column", "mj-image"}:
            self._element(span)

    def _statement(self, span: Span) -> None:
        if not self.rows:
            return
        text, blocks = self.source.text[span.start : span.end], self.rows[-1].blocks
        if _OPENING.match(text):
            blocks.append(span.start)
        elif _ENDING.match(text) and blocks:
            blocks.pop()

    def _element(self, span: Span) -> None:
        width = _WIDTH.search(self.source.text, span.start, span.end)
        if width and any(tag in width[0] for tag in ("{{", "{%")):
            raise TemplateError(
                "The width of {element} holds a template tag, but MJML computes with it.",
                advice="Write a number.",
                place=self.source.place(width.start() + width[0].index("{")),
                element=span.name,
            )
        if span.name == "mj-column" and self.rows:
            row = self.rows[-1]
            row.widths = row.widths and width is not None
            if row.blocks and row.deciding is None:
                row.deciding = row.blocks[0]

    def _end_row(self, row: _Row) -> None:
        if row.deciding is not None and not row.widths:
            raise TemplateError(
                "This condition or loop decides how many columns there are, but MJML computes their widths before.",
                advice="Give each column of the row a width, or put the condition around whole sections.",
                place=self.source.place(row.deciding),
            )
