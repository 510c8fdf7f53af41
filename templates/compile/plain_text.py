"""The plain-text part of a mail, made from its final HTML: what a reader without HTML needs, and nothing else."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from templates.compile.html_tree import DOCTYPE, walk
from templates.compile.markup import template_tags
from templates.compile.mask import Mask

WIDTH = 78
BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "div",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
PARAGRAPHS = frozenset(["blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "table", "ul"])
SKIPPED = frozenset(["head", "script", "style", "template", "title"])
LONGEST_LINE = 20_000  # a paragraph longer than that is cut, because a growing text is copied each time
_BULLET = re.compile(r"\* |\d+\. ")
_BLANK = re.compile(r"[ \t\r\n\f]+")  # not the no-break space of French typography
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
# The invisible characters that fill a preheader so that an inbox does not show the mail's first words after it.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\ufeff]")


def plain_text(html: str) -> str:
    """Return the text of ``html``: headings, paragraphs, lists, tables row by row, links as ``text (url)``.

    Lines are wrapped at 78 characters, a URL is never broken. Pictures give their alt texts; the hidden preheader and
    what stands in comments for Outlook are left out; template tags survive.
    """
    # A tagged mail sets its names before the page begins; its text needs them too.
    found = DOCTYPE.search(html)
    before, page = (html[: found.start()], html[found.end() :]) if found else ("", html)
    names = "".join(before[start:end] for start, end in template_tags(before))
    masked = Mask.of_html(page)
    reader = _Reader()
    for event, name, value in walk(masked.text):
        reader.handlers[event](name, value)
    return names + masked.restore(reader.text(masked))


class _Reader:
    """Collects lines; each is (indent of the following lines, text)."""

    def __init__(self) -> None:
        self.handlers = {"start": self._start, "end": self._end, "text": self._text, "comment": self._comment}
        self._lines: list[tuple[str, str]] = []
        self._line = ""
        self._skipped = 0  # how many elements are open from the outermost hidden one on
        self._link: str | None = None  # the open link's address
        self._link_start = 0  # where its text begins in the line
        self._link_lines = 0  # how many lines there were when it began
        self._lists: list[int | None] = []  # the number of the last item; None for bullets

    def text(self, masked: Mask) -> str:
        self._end_line()
        lines: list[str] = []
        for hang, line in _without_echoes(self._lines, masked):
            if not line:
                if lines and lines[-1]:
                    lines.append("")
                continue
            lines += textwrap.wrap(line, WIDTH, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
        return "\n".join(lines).strip("\n") + "\n" if any(lines) else ""

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._skipped or tag in SKIPPED or _hidden(attributes):
            self._skipped += 1
            return
        if tag in BLOCKS:
            self._block(tag)
        self._open(tag, attributes)

    def _open(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "br":
            self._end_line()
        elif tag == "img":
            self._add(attributes.get("alt", ""))
        elif tag in {"td", "th"} and self._line.strip():
            self._line = self._line.rstrip() + "  "
        elif tag == "a":
            self._link = attributes.get("href", "")
            self._link_start, self._link_lines = len(self._line), len(self._lines)
        elif tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._line = self._bullet()

    def _bullet(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "* "
        self._lists[-1] = number = number + 1
        return f"{number}. "

    def _end(self, tag: str, _: Mapping[str, str]) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        if tag == "a" and self._link is not None:
            self._end_link(self._link, self._link_start)
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self._line = "" if _BULLET.fullmatch(self._line) else self._line
        if tag in BLOCKS:
            self._block(tag)

    def _end_link(self, url: str, start: int) -> None:
        """Put the address behind the text; a mailto: or tel: that repeats its text stays as it is."""
        self._link = None
        words = self._line[start:].strip()
        address = re.sub(r"^(mailto|tel):", "", url)
        if not url or url.startswith("#") or re.sub(r"\s", "", address) == re.sub(r"\s", "", words):
            return
        if words:
            self._line = f"{self._line[:start]}{self._line[start:].rstrip()} ({url})"
            return
        for index in range(len(self._lines) - 1, self._link_lines - 1, -1):
            hang, text = self._lines[index]
            if text:  # the link's last words ended with their block
                self._lines[index] = hang, f"{text} ({url})"
                return
        self._add(url)

    def _text(self, data: str, _: Mapping[str, str]) -> None:
        if not self._skipped:
            self._add(data)

    def _comment(self, data: str, _: Mapping[str, str]) -> None:
        # A comment that is a placeholder alone stands for a template tag in table structure.
        if not self._skipped and re.fullmatch(r"zqt\w*?[0-9]+cq", data):
            self._end_line()
            self._lines.append(("", f"<!--{data}-->"))

    def _add(self, data: str) -> None:
        words = _BLANK.sub(" ", _INVISIBLE.sub("", data))
        if len(self._line) > LONGEST_LINE:
            self._end_line()
        self._line += words.lstrip() if not self._line or self._line.endswith(" ") else words

    def _end_line(self) -> None:
        if _BULLET.fullmatch(self._line):  # a paragraph inside an item: its text belongs behind the bullet
            return
        line, self._line = self._line.strip(), ""
        bullet = _BULLET.match(line)
        self._link_start = 0  # an open link goes on in the next line
        if line:
            self._lines.append((" " * bullet.end() if bullet else "", line))

    def _block(self, tag: str) -> None:
        self._end_line()
        if tag in PARAGRAPHS:
            self._lines.append(("", ""))


def _without_echoes(lines: list[tuple[str, str]], masked: Mask) -> list[tuple[str, str]]:
    """Leave out a line that is only an address when the next one says it with words: an icon and its label."""
    kept: list[tuple[str, str]] = []
    following = ""
    for hang, text in reversed(lines):
        said = masked.restore(text)
        if not (said and following.endswith(f"({said})")):
            kept.append((hang, text))
        following = said or following
    return kept[::-1]


def _hidden(attributes: Mapping[str, str]) -> bool:
    return bool(_HIDDEN.search(attributes.get("style", ""))) or "hidden" in attributes
