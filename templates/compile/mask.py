"""Hides template tags from tools that would drop, move or escape them, and brings them back.

One placeholder a tag, chosen by where the tag stands, because each tool keeps something else in each place: a bare word
in text, values and CSS, an attribute inside a tag, a comment in table structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from templates.compile.markup import ALL_TAGS, OPENING, OpenElements, Scanner, Span, template_tags
from templates.source.schema import ENDING

TABLE = frozenset(["table", "tbody", "thead", "tfoot", "tr", "colgroup", "select", "mj-table"])
# Children of these are components, and mj-raw is one. (In mj-carousel nothing is kept: its compiler counts children.)
CONTAINERS = frozenset(
    [
        "mj-body",
        "mj-wrapper",
        "mj-section",
        "mj-group",
        "mj-column",
        "mj-hero",
        "mj-accordion",
        "mj-accordion-element",
        "mj-navbar",
        "mj-social",
        "mj-head",
    ]
)
# Text here would end the head (or stand before the document) for an HTML parser.
DOCUMENT = frozenset(["", "html", "head"])

# Kind of place: the letter that marks its words, and what stands around a word there. The letter tells a comment that
# was put in from the author's comment around a tag; tabs let exactly the attribute that was put in be taken out again.
SHAPES = {
    "word": ("w", "{}"),
    "attribute": ("a", '\tdata-{}=""\t'),
    "comment": ("c", "<!--{}-->"),
    "css": ("s", "/*{}*/"),
    "raw": ("r", "<mj-raw>{}</mj-raw>"),
}


@dataclass(frozen=True)
class Found:
    """A run of template tags from ``start`` to ``end`` and the kind of place it stands in."""

    start: int
    end: int
    place: str  # a key of SHAPES


@dataclass(frozen=True)
class Mask:
    """A text whose template tags are placeholders, and the tags."""

    text: str
    tags: tuple[str, ...]
    stem: str

    @classmethod
    def of_mjml(cls, text: str) -> Mask:
        """Mask the tags of MJML source, so that the compiler carries all of them into its HTML."""
        return cls._of(text, mjml=True)

    @classmethod
    def of_html(cls, text: str) -> Mask:
        """Mask the tags of HTML, so that an HTML parser and serialiser carries all of them through."""
        return cls._of(text, mjml=False)

    @classmethod
    def _of(cls, text: str, *, mjml: bool) -> Mask:
        stem = _free_stem(text)
        parts: list[str] = []
        tags: list[str] = []
        done = 0
        for found in find_tags(text, mjml=mjml):
            parts += [text[done : found.start], _placeholder(stem, len(tags), found.place)]
            tags.append(text[found.start : found.end])
            done = found.end
        return cls("".join([*parts, text[done:]]), tuple(tags), stem)

    def restore(self, text: str) -> str:
        """Return ``text`` with every placeholder turned back into its tag, wherever the tool has put it."""
        if not self.tags:
            return text
        number = f"{self.stem}([0-9]+)"
        exact = [shape.format(f"{number}{letter}q") for letter, shape in SHAPES.values() if shape != "{}"]
        # A tool may have dropped what is around a word, and changed its case.
        loose = [rf'data-{number}aq(?:="")?', f"{number}[acrsw]q"]
        return re.sub("|".join([*map(_escaped, exact), *loose]), self._tag, text, flags=re.IGNORECASE)

    def kept(self, text: str) -> frozenset[int]:
        """Return the numbers of the tags whose placeholders are in ``text``."""
        return frozenset(map(int, re.findall(f"{self.stem}([0-9]+)[acrsw]q", text, re.IGNORECASE)))

    def _tag(self, match: re.Match[str]) -> str:
        index = int(match[match.lastindex or 0])
        return self.tags[index] if index < len(self.tags) else match[0]


def _free_stem(text: str) -> str:
    lower = text.lower()
    stems = chain(["zqt"], (f"zqt{letter}x" for letter in "abcdefghijklmnopqrstuvwxyz"))
    return next((stem for stem in stems if stem not in lower), "zqtzqtzqt")


def _placeholder(stem: str, number: int, place: str) -> str:
    letter, shape = SHAPES[place]
    return shape.format(f"{stem}{number}{letter}q")


def _escaped(shape: str) -> str:
    return shape.replace("/*", r"/\*").replace("*/", r"\*/")


def find_tags(text: str, *, mjml: bool) -> Iterator[Found]:
    """Yield the template tags of ``text`` in order, each with the kind of its place.

    Several tags between the attributes of one element are one run with what stands between them: of
    ``<td {% if a %}class="x"{% else %}class="y"{% endif %}>`` a parser would keep one class.
    """
    if not OPENING.search(text):
        return
    around = OpenElements()
    for span in Scanner(text, ALL_TAGS):
        if span.kind == "tag":
            yield Found(span.start, span.end, _place(span, around, mjml=mjml))
        elif span.kind == "comment":
            yield from (Found(*tag, "word") for tag in template_tags(text, span.start, span.end))
        elif span.kind == "open":
            yield from _inside(text, span)
        around.step(span)


def _place(span: Span, around: OpenElements, *, mjml: bool) -> str:
    inner = around.inner
    if inner in {"style", "mj-style"}:
        return "css" if span.name in {"{%", "{#", "<%", "%%["} else "word"
    if mjml and not around.inside(ENDING):
        return "raw" if inner in CONTAINERS else "word"
    if inner in TABLE or (not mjml and inner in DOCUMENT):
        return "comment"
    return "word"


def _inside(text: str, span: Span) -> Iterator[Found]:
    """Yield the tags inside an opening tag: those in values one by one, those between attributes as one run."""
    name_end = span.start + 1 + len(span.name)
    bare = [tag[:2] for tag in span.tags if not tag[2] and not _in_word(text[name_end : tag[0]])]
    first, last = (bare[0][0], bare[-1][1]) if bare else (span.end, span.end)
    run = [Found(first, last, "attribute")] if bare else []
    words = [Found(start, end, "word") for start, end, _ in span.tags if end <= first or start >= last]
    yield from sorted([*run, *words], key=lambda found: found.start)


def _in_word(before: str) -> bool:
    """Return whether a tag outside quotes is a value, or part of a name: ``href={{ url }}``, ``data-{{ id }}="1"``."""
    return before.endswith(("=", "-", "_", ":")) or before[-1:].isalnum()
