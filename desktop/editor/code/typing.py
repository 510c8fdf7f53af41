"""What a key does beyond writing its character: pairs, closing tags, indentation, comments. Pure functions of the text.

Line breaks in what they return are ``\\n``; the document's own take their place when it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from templates.compile.markup import VOID
from templates.source.completion_markup import open_elements
from templates.source.layout import begins_line, indentation, line_end, line_start
from templates.source.text_edit import TextEdit

REACH = 4000  # characters before the caret that decide what a key does
_OPEN_TAG = re.compile(r"<([A-Za-z][\w:-]*)(?:[^<>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!\Z))*+\Z")
_OPENS = re.compile(
    r"(?:<(?P<name>[A-Za-z][\w:-]*)(?:[^<>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+>|"
    r"\{%[-+]?\s*(?:if|for|elif|else|block|macro|call|filter|with|raw)\b[^{}]*%\})\Z"
)
_CLOSES = re.compile(r"</|\{%[-+]?\s*(?:end\w+|else|elif)\b")
_FIRST_STEP = re.compile(r"[\n\r](\t| {1,8})(?=[^\s])")
_PAIRS = {"{": "}", "%": "%", "#": "#"}


@dataclass(frozen=True)
class Keystroke:
    """Put ``text`` in the place of the characters from ``start`` to ``end``; the caret goes ``caret`` behind start."""

    start: int
    end: int
    text: str
    caret: int


def on_character(text: str, at: int, character: str) -> Keystroke | None:
    """Return what typing ``character`` at ``at``, with nothing selected, does; None for nothing special."""
    if character in "\"'}>" and text.startswith(character, at) and _is_pair(text, at, character):
        return Keystroke(at, at + 1, character, 1)
    before = text[max(0, at - REACH) : at]
    if character == " " and before.endswith(("{{ ", "{% ")) and text.startswith((" }}", " %}"), at):
        return Keystroke(at, at, "", 0)  # it came with the braces
    if character in "\"'":
        in_tag = before.rfind("<") > before.rfind(">")
        return Keystroke(at, at, character * 2, 1) if in_tag and before.endswith("=") else None
    if character in _PAIRS and before.endswith("{") and not before.endswith("{{"):
        if text.startswith((*_PAIRS.values(), "{"), at):
            return None
        return Keystroke(at, at, f"{character}  {_PAIRS[character]}}}", 2)
    if character == ">":
        return _end_of_tag(text, at, before)
    if character == "/" and before.endswith("<"):
        return _closing(text, at)
    return None


def _is_pair(text: str, at: int, character: str) -> bool:
    """Whether the character behind the caret is the second of a pair, so that typing it just goes behind it."""
    if character == "}":
        return text[max(0, at - 1) : at] in {"}", "%", "#"}
    if character == ">":
        return text[max(0, at - 1) : at] in {"-", "/"}
    before = text[line_start(text, at) : at]
    return before.count(character) % 2 == 1


def _end_of_tag(text: str, at: int, before: str) -> Keystroke | None:
    start = before.rfind("<")
    match = _OPEN_TAG.match(before, start) if start >= 0 else None
    if match is None or match[1].lower() in VOID or _is_closed(text, match[1]):
        return None
    return Keystroke(at, at, f"></{match[1]}>", 1)


def _is_closed(text: str, name: str) -> bool:
    """Whether every element of that name has its closing tag already, the one at the caret included."""
    opened = re.findall(rf"<{re.escape(name)}(?![\w:-])(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+(/?>)?", text)
    closed = len(re.findall(rf"</{re.escape(name)}\s*>", text))
    return sum(end != "/>" for end in opened) <= closed


def _closing(text: str, at: int) -> Keystroke | None:
    inner = open_elements(text, at - 1)
    if not inner or re.compile(r"[\w:-]*\s*>").match(text, at):
        return None
    source = f"/{inner[0].name}>"
    if begins_line(text, at - 1):
        start, opener = line_start(text, at), max(0, inner[0].content - 1)
        source = f"{indentation(text, opener)}<{source}"
        return Keystroke(start, at, source, len(source))
    return Keystroke(at, at, source, len(source))


def on_enter(text: str, start: int, end: int, step: str) -> Keystroke:
    """Return a new line, indented as this one; a step deeper behind what opens, between its two ends if they touch."""
    indent = indentation(text, start)[: start - line_start(text, start)]
    while end < len(text) and text[end] in " \t":
        end += 1
    before = text[max(0, start - REACH) : start]
    match = _OPENS.search(before[max(before.rfind("<"), before.rfind("{%"), 0) :])
    if match is None or (match["name"] or "").lower() in VOID:
        return Keystroke(start, end, f"\n{indent}", len(indent) + 1)
    deeper = f"\n{indent}{step}"
    rest = f"\n{indent}" if _CLOSES.match(text, end) else ""
    return Keystroke(start, end, deeper + rest, len(deeper))


def on_backspace(text: str, at: int) -> Keystroke | None:
    """Return what takes an empty pair away as a whole: quotes, or the braces of a tag; None for nothing special."""
    for left, right in (("{{  ", "  }}"), ("{{ ", " }}"), ("{% ", " %}"), ("{# ", " #}"), ('="', '"'), ("='", "'")):
        if text.endswith(left, max(0, at - len(left)), at) and text.startswith(right, at):
            kept = 1 if left[0] == "=" else 0
            return Keystroke(at - len(left) + kept, at + len(right), "", 0)
    return None


def on_tab(text: str, at: int, step: str) -> Keystroke:
    """Return white space up to the next step."""
    column = at - line_start(text, at)
    space = step if "\t" in step else " " * (len(step) - column % len(step))
    return Keystroke(at, at, space, len(space))


def step_of(text: str) -> str:
    """Return one step of indentation: the white space before the first line that has some; else two spaces."""
    match = _FIRST_STEP.search(text)
    return match[1] if match else "  "


def indent_lines(text: str, start: int, end: int, step: str) -> list[TextEdit]:
    """Return the edits that shift the lines of a selection to the right; empty ones stay."""
    return [TextEdit(at, at, step) for at in _lines(text, start, end) if line_end(text, at) > at]


def outdent_lines(text: str, start: int, end: int, step: str) -> list[TextEdit]:
    """Return the edits that shift the lines of a selection to the left, as far as there is room."""
    found = []
    for at in _lines(text, start, end):
        space = re.compile(rf"\t|[ ]{{1,{max(1, len(step))}}}").match(text, at)
        if space:
            found.append(TextEdit(at, space.end(), ""))
    return found


def _lines(text: str, start: int, end: int) -> list[int]:
    """Return where the lines of a selection begin; one that ends at the beginning of a line leaves that line out."""
    first, found = line_start(text, start), []
    at = line_start(text, end - 1 if end > start else end)
    while at >= first:
        found.append(at)
        if at == 0:
            break
        at = line_start(text, at - (2 if text[at - 2 : at] == "\r\n" else 1))
    return found[::-1]


def comment(text: str, start: int, end: int) -> list[TextEdit]:
    """Return the edits that make a comment of the selection, or of the lines of the caret, or take it away again.

    Template tags run inside an HTML comment too; what holds some goes into a comment of the template language.
    """
    if start == end or re.search(r"[\n\r]", text[start:end]):
        lines = _lines(text, start, end)
        start, end = lines[0], line_end(text, lines[-1])
    inner = text[start:end].strip()
    if not inner:
        return []
    start = text.index(inner, start)
    end = start + len(inner)
    for left, right in (("<!--", "-->"), ("{#", "#}")):
        if inner.startswith(left) and inner.endswith(right) and len(inner) >= len(left) + len(right):
            return _uncommented(inner, start, left, right)
    left, right = ("{#", "#}") if "{{" in inner or "{%" in inner else ("<!--", "-->")
    if right in inner:
        return []
    return [TextEdit(start, start, f"{left} "), TextEdit(end, end, f" {right}")]


def _uncommented(inner: str, start: int, left: str, right: str) -> list[TextEdit]:
    first, last = len(left), len(inner) - len(right)
    first += inner.startswith(" ", first)
    last -= inner.endswith(" ", first, last)
    return [TextEdit(start, start + first, ""), TextEdit(start + last, start + len(inner), "")]
