"""Pasted HTML as what a mail may hold: paragraphs, lists, bold, italic, underline and links, and nothing else.

What comes from Word, Google Docs or a page is hostile until it went through here: no scripts, no handlers, no styles,
no classes, no addresses but those of pages, mails and phones; and no template tag but a well-formed ``{{ … }}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import groupby

from templates.source.escape import escape_value
from templates.source.jinja import scan
from templates.source.rich_write import well_formed_output

LONGEST = 500_000  # characters that are looked at
_DEEPEST = 60  # elements in each other; what is deeper keeps its words only
_MOST_WORDS = 60_000  # characters that are kept

_DROPPED = frozenset(
    ["applet", "audio", "base", "canvas", "embed", "head", "iframe", "math", "meta", "noscript", "object", "script",
     "select", "style", "svg", "template", "textarea", "title", "video", "xml"]
)  # fmt: skip
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])
_MARKS = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "u": "u", "ins": "u",
    "s": "s", "strike": "s", "del": "s", "a": "a", "font": "", "span": "",
}  # fmt: skip
_PARAGRAPHS = frozenset(
    ["address", "article", "aside", "blockquote", "dd", "div", "dt", "figcaption", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "p", "pre", "section", "table", "tr"]
)  # fmt: skip
_LISTS = frozenset(["ul", "ol"])
_QUOTE = '"'
_NOT = "-"  # in place of an attribute's value: the mark ends here
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s\"'<>{}\x00-\x1f]*\Z", re.IGNORECASE)
_COLOUR = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?|rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)|[a-z]{3,20}", re.I)
_WORD_BULLET = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+\s+level\d", re.IGNORECASE)
_WORD_NUMBER = re.compile(r"\s*(?:\d+|[a-z]|[ivx]+)[.)]", re.IGNORECASE)

Marks = tuple[tuple[str, str], ...]  # element and its attribute's value: ("strong", ""), ("a", "https://…")


@dataclass
class _Line:
    """A paragraph or a point: its words with their marks, and the list that it is in."""

    runs: list[tuple[str, Marks]] = field(default_factory=list)
    kind: str = ""  # "", "ul" or "ol"
    has_words: bool = False

    def add(self, text: str, marks: Marks) -> None:
        """Put words at the end; white space at the beginning, or behind white space, shows nothing."""
        last = self.runs[-1][0] if self.runs else " "
        if text.startswith(" ") and last.endswith((" ", "\n")):
            text = text[1:]
        if text:
            self.runs.append((text, marks))
            self.has_words = self.has_words or not text.isspace()


def clean_paste(html: str, *, colours: bool = False) -> str:
    """Return pasted HTML as source for a text component; ``colours`` keeps simple colours of words."""
    parser = _Paste(colours)
    parser.feed(html[:LONGEST])
    parser.close()
    return _written(parser.lines)


def clean_text(text: str) -> str:
    """Return pasted plain text as source: an empty line parts paragraphs, a line end is a line break."""
    whole = text[:_MOST_WORDS].replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    lines = ["<br />".join(map(_safe, block.split("\n"))) for block in re.split(r"\n[ \t]*\n\s*", whole)]
    return lines[0] if len(lines) == 1 else "".join(f"<p>{line}</p>" for line in lines if line)


def is_link(address: str) -> bool:
    """Return whether an address may stand in a mail: a page, a mail, a phone, or what a well-formed tag says."""
    return bool(_ADDRESS.match(address)) or well_formed_output(address)


def has_unsafe_tags(text: str) -> bool:
    """Return whether ``text`` holds template tags that a paste may not bring in."""
    return any(not well_formed_output(text[tag.start : tag.end]) for tag in scan(text))


class _Paste(HTMLParser):
    """Gathers lines. Knows no more of the document than what is open now."""

    def __init__(self, colours: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[_Line] = [_Line()]
        self._colours = colours
        self._open: list[tuple[str, Marks]] = []
        self._dropped: list[str] = []  # the element whose content is dropped, as often as it is open in itself
        self._lists: list[str] = []
        self._length = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        values = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._void(tag)
        elif self._dropped:
            self._dropped += [tag] * (tag == self._dropped[0])
        elif tag in _DROPPED or _WORD_BULLET.search(values.get("style", "")):
            self._dropped = [tag]
        elif len(self._open) < _DEEPEST:
            self._begin(tag, values)
            self._open.append((tag, self._marks_of(tag, values)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself holds nothing."""
        if tag in _VOID:
            self._void(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element and what is still open in it."""
        if self._dropped:
            self._dropped = self._dropped[: len(self._dropped) - (tag == self._dropped[0])]
            return
        if tag not in {name for name, _ in self._open}:
            return
        while self._open.pop()[0] != tag:
            pass
        if tag in _LISTS and self._lists:
            self._lists.pop()
        if tag in _PARAGRAPHS or tag in _LISTS:
            self._new_line()

    def handle_data(self, data: str) -> None:
        """Take words. What Word drew before a point tells the kind of the list."""
        if self._dropped:
            if self._dropped[0] == "span" and self.lines[-1].kind and _WORD_NUMBER.match(data):
                self.lines[-1].kind = "ol"
        elif any(name == "pre" for name, _ in self._open):
            for number, line in enumerate(data.split("\n")):
                self._add("\n" * (number > 0) + line)
        else:
            self._add(re.sub(r"[ \t\r\n\f]+", " ", data))

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        if tag in _LISTS:
            self._lists.append(tag)
            self._new_line()
        elif tag == "li":
            self._new_line(self._lists[-1] if self._lists else "ul")
        elif tag in _PARAGRAPHS:
            line = self.lines[-1]
            self._new_line("ul" if _WORD_LIST.search(values.get("style", "")) else "" if line.has_words else line.kind)
        elif tag in {"td", "th"}:
            self._add(" ")

    def _void(self, tag: str) -> None:
        if tag == "br" and not self._dropped:
            self._add("\n")
        elif tag == "hr" and not self._dropped:
            self._new_line()

    def _add(self, text: str) -> None:
        text = text[: _MOST_WORDS - self._length]
        self._length += len(text)
        self.lines[-1].add(text, self._marks())

    def _marks(self) -> Marks:
        found: dict[str, str] = {}
        for _, own in self._open:
            for name, value in own:
                found.pop(name, None)
                if value != _NOT:
                    found[name] = value
        if "a" in found:
            found.pop("u", None)  # a link is underlined anyway
        return tuple(sorted(found.items()))

    def _new_line(self, kind: str = "") -> None:
        if self.lines[-1].has_words:
            self.lines.append(_Line())
        self.lines[-1].runs.clear()
        self.lines[-1].kind = kind

    def _marks_of(self, tag: str, values: dict[str, str]) -> Marks:
        style = _style(values.get("style", ""))
        found: dict[str, str] = {}
        name = "strong" if tag in _HEADINGS else _MARKS.get(tag, "")
        if name == "a":
            address = values.get("href", "").strip()
            found |= {"a": address} if is_link(address) else {}
        elif name:
            found[name] = ""
        found |= _styled(style)
        colour = style.get("color", values.get("color", "") if tag == "font" else "")
        if self._colours and _COLOUR.fullmatch(colour):
            found["span"] = colour
        return tuple(found.items())


def _styled(style: dict[str, str]) -> dict[str, str]:
    """What a style says of bold, italic and lines; ``_NOT`` takes a mark away."""
    found: dict[str, str] = {}
    weight, slant, lines = style.get("font-weight", ""), style.get("font-style", ""), style.get("text-decoration", "")
    if weight in {"bold", "bolder", "600", "700", "800", "900"}:
        found["strong"] = ""
    elif weight in {"normal", "lighter", "100", "200", "300", "400", "500"}:
        found["strong"] = _NOT
    if slant in {"italic", "oblique", "normal"}:
        found["em"] = _NOT if slant == "normal" else ""
    if "underline" in lines:
        found["u"] = ""
    if "line-through" in lines:
        found["s"] = ""
    return found


def _style(text: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in text.lower().split(";"))
    found = {name.strip(): value.strip() for name, _, value in pairs}
    if "text-decoration-line" in found:
        found.setdefault("text-decoration", found["text-decoration-line"])
    return found


def _written(lines: Iterable[_Line]) -> str:
    whole = [line for line in lines if line.has_words]
    if len(whole) == 1 and not whole[0].kind:
        return _line_source(whole[0])
    found: list[str] = []
    for kind, group in groupby(whole, key=lambda line: line.kind):
        if kind:
            points = "".join(f"<li>{_line_source(line)}</li>" for line in group)
            found.append(f"<{kind}>{points}</{kind}>")
        else:
            found += [f"<p>{_line_source(line)}</p>" for line in group]
    return "".join(found)


def _line_source(line: _Line) -> str:
    runs = list(_joined(line.runs))
    if runs:
        runs[0] = (runs[0][0].lstrip(" \n"), runs[0][1])
        runs[-1] = (runs[-1][0].rstrip(" \n"), runs[-1][1])
    return "".join(_marked(text, marks) for text, marks in runs if text)


def _joined(runs: Iterable[tuple[str, Marks]]) -> Iterator[tuple[str, Marks]]:
    for marks, group in groupby(runs, key=lambda run: run[1]):
        yield "".join(text for text, _ in group), marks


def _marked(text: str, marks: Marks) -> str:
    source = _safe(text).replace("\n", "<br />")
    for name, value in sorted(marks, key=lambda mark: mark[0] == "a"):  # a link is around the rest
        attribute = {"a": f' href="{escape_value(value, _QUOTE)}"', "span": f' style="color:{value}"'}.get(name, "")
        source = f"<{name}{attribute}>{source}</{name}>"
    return source


def _safe(text: str) -> str:
    """The words as source: well-formed outputs stay template tags, every other tag becomes words."""
    parts: list[str] = []
    done = 0
    for tag in scan(text):
        if well_formed_output(text[tag.start : tag.end]):
            parts += [_words(text[done : tag.start]), text[tag.start : tag.end]]
            done = tag.end
    return "".join([*parts, _words(text[done:])])


def _words(text: str) -> str:
    kept = "".join(character for character in text if character >= " " or character == "\n")
    return re.sub(r"\{(?=[{%#])", "&#123;", escape(kept, quote=False)).replace("\u00a0", "&nbsp;")
