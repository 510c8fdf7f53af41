"""MJML rewritten so that the pure-Python port does not stop at it: same mail, plainer text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from templates.compile.engine import Diagnostic
from templates.compile.markup import Scanner, Span, attributes
from templates.source.schema import ENDING

# The fonts that the port knows by itself; it stops when a mail names one of them again.
DEFAULT_FONTS = {
    name: f"https://fonts.googleapis.com/css?family={name.replace(' ', '+')}:300,400,500,700"
    for name in ("Open Sans", "Droid Sans", "Lato", "Roboto", "Ubuntu")
}
COMPONENTS = frozenset(
    [
        *ENDING,
        "mjml",
        "mj-head",
        "mj-body",
        "mj-accordion",
        "mj-accordion-element",
        "mj-attributes",
        "mj-breakpoint",
        "mj-carousel",
        "mj-carousel-image",
        "mj-column",
        "mj-divider",
        "mj-font",
        "mj-group",
        "mj-hero",
        "mj-html-attributes",
        "mj-html-attribute",
        "mj-selector",
        "mj-image",
        "mj-navbar",
        "mj-section",
        "mj-social",
        "mj-spacer",
        "mj-wrapper",
        "mj-all",
        "mj-class",
        "mj-include",
    ]
)
_INLINE = re.compile(r"""\sinline\s*=\s*(["'])inline\1""")


@dataclass(frozen=True)
class Prepared:
    """The rewritten text, the addresses of default fonts that the mail names anew, and what was left out."""

    text: str
    fonts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]


def prepare(source: str) -> Prepared:
    """Return ``source`` without elements that MJML does not have, with fonts and mj-attributes each said once.

    Entities in attributes are escaped once more, because the port prints them decoded. ``mj-style inline="inline"``
    becomes a plain mj-style: the port needs another package for it, and the mail's styles are inlined later anyway.
    """
    rewriting = _Rewriting(source)
    rewriting.run()
    return Prepared(rewriting.text(), rewriting.fonts, tuple(rewriting.diagnostics))


class _Rewriting:
    def __init__(self, source: str) -> None:
        self.fonts: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []
        self._source = source
        self._edits: list[tuple[int, int, str]] = []
        self._defaults: dict[str, dict[str, str]] = {}  # by element, or by "mj-class <name>"
        self._names: set[str] = set()
        self._removed = 0  # how many open elements of what is being removed
        self._attributes: int | None = None  # where the open mj-attributes began
        self._opaque = ""

    def run(self) -> None:
        for span in Scanner(self._source):
            if self._opaque:
                self._opaque = "" if span.kind == "close" and span.name == self._opaque else self._opaque
            elif self._removed:
                self._skip(span)
            elif span.kind == "close" and span.name == "mj-attributes" and self._attributes is not None:
                self._edits.append((self._attributes, span.end, ""))
                self._attributes = None
            elif span.kind == "open":
                self._element(span)

    def _element(self, span: Span) -> None:
        given = attributes(self._source[span.start : span.end])
        if self._attributes is not None:
            self._default(span.name, given)
        elif span.name == "mj-attributes":
            self._attributes = span.start
        elif span.name == "mj-font":
            self._font(span, given)
        elif span.name.startswith("mj-") and span.name not in COMPONENTS:
            self._unknown(span)
        elif span.name in ENDING and not span.empty:
            self._opaque = span.name
        if span.name in COMPONENTS and self._attributes is None:
            self._rewrite(span)

    def _rewrite(self, span: Span) -> None:
        source = self._source[span.start : span.end]
        plain = _INLINE.sub("", source) if span.name == "mj-style" else source
        # The port prints an attribute's entities decoded: a quote out of the data would end the attribute.
        plain = plain.replace("&", "&amp;")
        if plain != source:
            self._edits.append((span.start, span.end, plain))

    def _default(self, name: str, given: dict[str, str]) -> None:
        key = f"mj-class {given.pop('name', '')}" if name == "mj-class" else name
        self._defaults.setdefault(key, {}).update(given)

    def _font(self, span: Span, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if name in DEFAULT_FONTS:
            self.fonts[name] = given.get("href", "")
        if name in DEFAULT_FONTS or name in self._names:
            self._edits.append((span.start, span.end, ""))
        self._names.add(name)

    def _unknown(self, span: Span) -> None:
        line = self._source.count("\n", 0, span.start) + 1
        message = f"Element {span.name} doesn't exist or is not registered"
        self.diagnostics.append(Diagnostic(line, span.name, message))
        self._edits.append((span.start, span.end, ""))
        self._removed = 0 if span.empty else 1

    def _skip(self, span: Span) -> None:
        start, _, _ = self._edits[-1]
        self._edits[-1] = (start, span.end, "")
        if span.kind == "open" and not span.empty:
            self._removed += 1
        elif span.kind == "close":
            self._removed -= 1

    def text(self) -> str:
        parts, done = [], 0
        for start, end, replacement in self._edits:
            if start >= done:
                parts += [self._source[done:start], replacement]
                done = end
        return self._with_defaults("".join([*parts, self._source[done:]]))

    def _with_defaults(self, text: str) -> str:
        rows = []
        for key, given in self._defaults.items():
            name, _, of_class = key.partition(" ")
            named = {"name": of_class, **given} if of_class else given
            values = " ".join(f'{attribute}="{escape(escape(value))}"' for attribute, value in named.items())
            rows.append(f"<{name} {values}/>")
        merged = f"<mj-attributes>{''.join(rows)}</mj-attributes>" if rows else ""
        return text.replace("</mj-head>", f"{merged}</mj-head>", 1)
