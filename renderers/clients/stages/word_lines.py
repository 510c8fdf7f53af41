"""A line height is a least one unless it is said to be exact, and a multiple is one of the font's own lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.css.sheet import declaration, parse_declarations
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.lengths import font_pixels, number, pixels, written
from renderers.clients.word.styles import REMEMBERED

_HEADINGS = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67}
VISIBLE = 0.5
"""Pixels that a line must be too low by before it is made higher."""

_RULE = "mso-line-height-rule"
_EXACT = declaration(_RULE, "exactly")


class Lines(Settings):
    """``single``: the height of a line in multiples of the font size, below which no line goes that is not exact.

    ``multiples``: so are percentages and bare numbers read, as multiples of such a line. 0 leaves lines alone.
    """

    single: float = 0
    multiples: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What an element passes on: its font size in pixels, its line height in pixels or as a multiple, and if exact."""

    font: float = 16.0
    height: float | None = None
    multiple: float | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """What a style attribute says about lines."""

    font: str = ""
    height: str = ""
    rule: str = ""


def apply(mail: Mail, settings: Lines) -> Iterable[Change]:
    """Write the line heights that Word would use where they differ."""
    if not settings.single:
        return
    reading = _Reading(settings)
    lines: dict[Element | None, Line] = {None: Line()}
    for element in mail.body.iter("*"):
        around = lines.get(element.getparent(), lines[None])
        line, height = reading.read(element, around)
        lines[element] = line
        if height is not None:
            yield _write(mail, element, height, exact=line.multiple is not None)


def _write(mail: Mail, element: Element, height: float, *, exact: bool) -> Change:
    style = [each for each in parse_declarations(element.get("style", "")) if each.name != "line-height"]
    said = next((each for each in style if each.name == _RULE), None)
    style = [each for each in style if not (exact and each is said)]
    mail.set_style(element, [*style, declaration("line-height", written(height)), *([_EXACT] if exact else [])])
    setting = "word-lines.multiples" if exact else "word-lines.single"
    return mail.change(setting, "The lines are {height} high.", element, height=written(height))


class _Reading:
    """Remembers its answers: they depend on little, and mails repeat themselves."""

    def __init__(self, settings: Lines) -> None:
        self._settings = settings
        self._known: dict[tuple[int, str, str], tuple[Line, float | None]] = {}

    def read(self, element: Element, around: Line) -> tuple[Line, float | None]:
        """Return the line of an element, and the height to write on it when that is not what it says."""
        tag, text = element.tag, element.get("style", "")
        if not text and tag not in _HEADINGS:
            return around, None
        # Every line is kept here, so that no other one can come by the same id.
        asked = (id(around), tag, text)
        found = self._known.get(asked)
        if found is None:
            found = self._known[asked] = self._read(tag, _said(text), around)
        return found

    def _read(self, tag: str, said: _Said, around: Line) -> tuple[Line, float | None]:
        if said == _Said() and tag not in _HEADINGS:
            return around, None
        font = font_pixels(said.font, around.font) if said.font else None
        if font is None:
            font = around.font * _HEADINGS.get(tag, 1.0)
        line = replace(around, font=font, exact=said.rule == "exactly" if said.rule else around.exact)
        line = self._with_height(line, said.height) if said.height else line
        changed = line.font != around.font or bool(said.height)
        return line, self._needed(line) if changed and tag not in ("img", "br") else None

    def _with_height(self, line: Line, text: str) -> Line:
        found = number(text)
        height = pixels(text, line.font)
        if height is not None and not (found and not found[1]):
            return replace(line, height=height, multiple=None)
        if found and found[1] in ("", "%") and self._settings.multiples and not line.exact:
            return replace(line, height=None, multiple=found[0] / (100 if found[1] else 1))
        return replace(line, height=None, multiple=None)

    def _needed(self, line: Line) -> float | None:
        single = line.font * self._settings.single
        if line.exact:
            return None
        if line.multiple is not None:
            return line.multiple * single
        return single if line.height is not None and line.height < single - VISIBLE else None


@lru_cache(maxsize=REMEMBERED)
def _said(text: str) -> _Said:
    said = {each.name: each.value for each in parse_declarations(text)}
    return _Said(said.get("font-size", ""), said.get("line-height", ""), said.get(_RULE, "").lower())


STAGE = Stage("word-lines", Lines, apply)
