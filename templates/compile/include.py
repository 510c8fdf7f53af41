"""``mj-include``, resolved before anything else: afterwards nothing may open a file.

Semantics are those of npm mjml: a fragment goes in place; of a whole ``<mjml>`` document the body's children go in
place and the head's to the end of the head; ``type="html"`` becomes mj-raw, ``type="css"`` an mj-style in the head.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from templates.compile.characters import plain_lines
from templates.compile.markup import Scanner, Span, attributes, content_span
from templates.compile.source_map import MappedText, joined
from templates.errors import LimitError, MailwrightError, Place, TemplateError
from templates.source.schema import ENDING

IncludeResolver = Callable[[str, str], tuple[str, str]]  # (path, id of the including file) -> (text, id)

DEPTH = 10
TOTAL_CHARACTERS = 5_000_000
TAG = "mj-include"


def resolve_includes(text: str, name: str, include: IncludeResolver | None = None) -> MappedText:
    """Return ``text`` of the file ``name`` with every include in it replaced by what it names.

    Line ends become line feeds. Raises TemplateError at the mj-include whose file is missing, refused or circular, and
    LimitError past 10 levels or 5 MB.
    """
    resolution = _Resolution(include)
    body = resolution.resolve(MappedText.of_file(plain_lines(text), name), (name,))
    return _with_head(body, resolution.head)


@dataclass
class _Resolution:
    include: IncludeResolver | None
    head: list[MappedText] = field(default_factory=list)
    total: int = 0

    def resolve(self, source: MappedText, opened: tuple[str, ...], *, in_head: bool = False) -> MappedText:
        """Return ``source`` with its includes in place; what belongs to the head is collected in ``head``."""
        self._check(source, opened)
        parts, done = [], 0
        head_end = _head_end(source.text)
        for span in includes(source.text):
            parts.append(source[done : span.start])
            parts += self._included(source, span, opened, in_head or span.start < head_end)
            done = span.end
        return joined([*parts, source[done : len(source.text)]])

    def _check(self, source: MappedText, opened: tuple[str, ...]) -> None:
        self.total += len(source.text)
        if self.total > TOTAL_CHARACTERS:
            raise LimitError(
                "The template and its includes are longer than {limit} characters.",
                advice="Split the mail.",
                place=Place(opened[-1]),
                limit=TOTAL_CHARACTERS,
            )

    def _included(self, source: MappedText, span: Span, opened: tuple[str, ...], in_head: bool) -> list[MappedText]:
        given = attributes(source.text[span.start : span.end])
        included = self._open(given.get("path", ""), source.place(span.start), opened)
        file = included.pieces[0].file
        kind = given.get("type", "mjml")
        if kind == "css":
            inline = ' inline="inline"' if given.get("css-inline") == "inline" else ""
            style = _wrapped(source, span, f"<mj-style{inline}>", included, "</mj-style>")
            if in_head:
                return [style]
            self.head.append(style)
            return []
        if kind == "html":
            return [_wrapped(source, span, "<mj-raw>", included, "</mj-raw>")]
        return [self._mjml(self.resolve(included, (*opened, file), in_head=in_head))]

    def _mjml(self, included: MappedText) -> MappedText:
        """Return what goes in place of an include of MJML, its head put aside."""
        if "<mjml" not in included.text:
            return included
        if head := content_span(included.text, "mj-head"):
            self.head.append(included[head[0] : head[1]])
        start, end, _ = content_span(included.text, "mj-body") or (0, 0, 0)
        return included[start:end]

    def _open(self, path: str, place: Place, opened: tuple[str, ...]) -> MappedText:
        if "{{" in path or "{%" in path:
            raise TemplateError(
                "The path of an include is fixed: {path} holds a template tag.",
                advice="Put a condition around two includes instead.",
                place=place,
                path=path,
            )
        if self.include is None:
            raise TemplateError("There is no folder here to include {path} from.", place=place, path=path)
        try:
            text, file = self.include(path, opened[-1])
        except MailwrightError as error:
            raise TemplateError(error.pattern, advice=error.advice_pattern, place=place, **error.values) from error
        if file in opened:
            raise TemplateError("{path} includes itself.", advice="Remove one include.", place=place, path=path)
        if len(opened) > DEPTH:
            raise LimitError("Includes are nested more than {limit} deep.", place=place, limit=DEPTH)
        return MappedText.of_file(plain_lines(text), file)


def includes(text: str) -> list[Span]:
    """Return every mj-include of ``text``, its closing tag with it; not those in comments, mj-raw or other content."""
    if f"<{TAG}" not in text.lower():
        return []
    found: list[Span] = []
    opaque = ""
    for span in Scanner(text):
        if opaque:
            opaque = "" if span.kind == "close" and span.name == opaque else opaque
        elif span.kind == "open" and span.name in ENDING and not span.empty:
            opaque = span.name
        elif span.name == TAG:
            _add(found, span, text)
    return found


def _add(found: list[Span], span: Span, text: str) -> None:
    """Add an opening tag, or lengthen the one before by its closing tag."""
    if span.kind == "open":
        found.append(span)
    elif span.kind == "close" and found and not text[found[-1].end : span.start].strip():
        found[-1] = Span("open", found[-1].start, span.end, TAG)


def _wrapped(source: MappedText, span: Span, before: str, included: MappedText, after: str) -> MappedText:
    return joined([source.generated(before, span.start), included, source.generated(after, span.start)])


def _with_head(source: MappedText, head: list[MappedText]) -> MappedText:
    """Return ``source`` with ``head`` at the end of its mj-head, which is made when there is none."""
    if not head:
        return source
    end = _head_end(source.text)
    if end:
        return joined([source[0:end], *head, source[end : len(source.text)]])
    at = next((span.end for span in Scanner(source.text) if span.name == "mjml" and span.kind == "open"), 0)
    before, after = source.generated("<mj-head>", at), source.generated("</mj-head>", at)
    return joined([source[0:at], before, *head, after, source[at : len(source.text)]])


def _head_end(text: str) -> int:
    """Return where ``</mj-head>`` stands; 0 without a head."""
    return next((span.start for span in Scanner(text) if span.name == "mj-head" and span.kind == "close"), 0)
