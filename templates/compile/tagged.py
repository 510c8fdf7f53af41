"""The tagged form of a mail: standard MJML whose template tags travel through any MJML compiler.

Statements between components stand in mj-raw, which MJML carries along; everywhere else tags stand where the author put
them. What MJML would drop, or what would change the mail's structure when it is sent, is refused with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from templates.compile.columns import check_widths
from templates.compile.diagnose import notices
from templates.compile.engine import mjml_engine
from templates.compile.markup import ALL_TAGS, OpenElements, Scanner
from templates.compile.mask import Found, Mask, find_tags
from templates.compile.notice import Notice
from templates.compile.personalise import unrendered_element
from templates.compile.shorthands import tightened
from templates.compile.source_map import MappedText, joined
from templates.errors import MailwrightError, Place, TemplateError

# Children of these outside the body never reach the HTML, or reach it in another order.
_START = re.compile(r"""<mj-raw position="file-start">(\{%[-+]?\s*set\b[^<]*)</mj-raw>""")
_NAME = re.compile(r"\{%[-+]?\s*set\s+(\w+)")
UNKEPT = frozenset(["", "mjml", "mj-head", "mj-attributes", "mj-html-attributes", "mj-selector"])


def keep_tags(source: MappedText) -> MappedText:
    """Return ``source`` with its bare statements in mj-raw.

    A ``set`` before or in the head goes to the start of the file, comments there go. Raises TemplateError with the
    place for a tag that no MJML compiler keeps, a condition or loop around columns without a width, and a tag in the
    width of a picture or a column.
    """
    check_widths(source)
    source = tightened(source)
    head_tags = set(_outside_body(source.text))
    parts: list[MappedText] = []
    first: list[MappedText] = []
    done = 0
    for found in find_tags(source.text, mjml=True):
        tag = source[found.start : found.end]
        if (found.start, found.end) in head_tags:
            first += _moved(source, found, tag)
        elif found.place == "raw":
            tag = _raw(source, found, tag)
        else:
            continue
        parts += [source[done : found.start], *([] if (found.start, found.end) in head_tags else [tag])]
        done = found.end
    return _with_start(joined([*parts, source[done : len(source.text)]]), first)


def _raw(source: MappedText, found: Found, tag: MappedText, attribute: str = "") -> MappedText:
    before = source.generated(f"<mj-raw{attribute}>", found.start)
    return joined([before, tag, source.generated("</mj-raw>", found.start)])


def _moved(source: MappedText, found: Found, tag: MappedText) -> list[MappedText]:
    """Return what stands at the start of the file for a tag outside the body."""
    words = tag.text.strip("{%-+ }#\n").split()
    if tag.text.startswith("{#"):
        return []
    if tag.text.startswith("{%") and words[:1] == ["set"] and "=" in tag.text:
        return [_raw(source, found, tag, ' position="file-start"')]
    raise TemplateError(
        "The tag {tag} cannot be kept here: MJML drops it.",
        advice="Move it into the body, or into the text of an element.",
        place=source.place(found.start),
        tag=tag.text,
    )


def _outside_body(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the tags that are children of elements outside the body."""
    around = OpenElements()
    for span in Scanner(text, ALL_TAGS):
        if span.kind == "tag" and around.inner in UNKEPT:
            yield span.start, span.end
        around.step(span)


def _with_start(source: MappedText, first: list[MappedText]) -> MappedText:
    at = next((span.end for span in Scanner(source.text) if span.name == "mjml" and span.kind == "open"), 0)
    return joined([source[0:at], *first, source[at : len(source.text)]])


def plain_element(mjml: str, name: str) -> str:
    """Return what the head's element ``name`` holds, as plain text that can be rendered on its own.

    Names that the mail sets before its first line are set before the text too, where it uses them.
    """
    text = unrendered_element(mjml, name)
    sets = [match[1] for match in _START.finditer(mjml)]
    needed = any(re.search(rf"\b{re.escape(name)}\b", text) for one in sets for name in _NAME.findall(one))
    return "".join(sets) + text if needed else text


@dataclass(frozen=True)
class Tagged:
    """The HTML of a tagged mail, and what there was to say about it."""

    html: str
    warnings: tuple[Notice, ...]


def compile_tagged(mjml: str, place: Callable[[int], Place]) -> Tagged:
    """Compile ``mjml`` with its tags hidden from the compiler. ``place`` knows where its characters came from.

    Raises TemplateError for a statement that MJML drops; a dropped print is a warning (its element may be unused).
    """
    masked = Mask.of_mjml(mjml)
    compiled = mjml_engine().compile(masked.text)
    html = masked.restore(compiled.html)
    kept = masked.kept(compiled.html)
    lost = [found for index, found in enumerate(find_tags(mjml, mjml=True)) if index not in kept]
    warnings = [_lost(mjml[found.start : found.end], place(found.start)) for found in lost]
    # What MJML says about a placeholder is not about the mail.
    about_mail = [row for row in compiled.diagnostics if masked.stem not in row.message]
    return Tagged(html, (*warnings, *notices(about_mail, mjml, place)))


def _lost(tag: str, place: Place) -> Notice:
    error: MailwrightError = TemplateError(
        "The tag {tag} is lost when MJML compiles it.",
        advice="Move it into the text of an element, or between two sections.",
        place=place,
        tag=tag,
    )
    if not tag.startswith(("{{", "[[", "*|", "%%=")):
        raise error
    return Notice(error.what, place)
