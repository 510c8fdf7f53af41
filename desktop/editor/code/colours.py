"""The code view's colours: one table for light windows, one for dark ones. Every value is ``#rrggbb``."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QFont, QPalette, QTextCharFormat


@dataclass(frozen=True)
class SyntaxColours:
    """What each kind of piece is written in; ``names`` of the kinds are those of the fields."""

    punctuation: str  # < > / =
    component: str  # mj-section
    element: str  # HTML
    attribute: str
    string: str  # a value in quotes
    entity: str
    comment: str
    tag: str  # {{ }} {% %}
    keyword: str
    name: str
    filter: str
    literal: str
    rule: str  # a property in a style sheet


@dataclass(frozen=True)
class Grounds:
    """What the text stands on, and what marks it."""

    paper: str
    line: str  # the caret's line
    band: str  # the lines of the selected component
    tint: str  # template tags
    hit: str  # what was searched for
    here: str  # the hit that is the current one
    pair: str  # the tag or bracket that belongs to the one at the caret


LIGHT = SyntaxColours(
    punctuation="#5a6170", component="#3744c4", element="#0b617f", attribute="#7d4400", string="#17633d",
    entity="#97266a", comment="#596070", tag="#9b1f73", keyword="#9b1f73", name="#6d2a86", filter="#0b617f",
    literal="#7d4400", rule="#0b617f",
)  # fmt: skip
DARK = SyntaxColours(
    punctuation="#a9afbc", component="#a6b0ff", element="#79cde4", attribute="#e6bd7c", string="#8bdcb2",
    entity="#f5a9cd", comment="#a3a9b6", tag="#ffa6d8", keyword="#ffa6d8", name="#dabbff", filter="#79cde4",
    literal="#ecc57c", rule="#79cde4",
)  # fmt: skip
ON_LIGHT = Grounds(
    paper="#ffffff", line="#f5f6fa", band="#f0f2fd", tint="#fbf0f8", hit="#fdeeb5", here="#ffdf8a", pair="#dfe3fb"
)
ON_DARK = Grounds(
    paper="#1f2126", line="#272a31", band="#262a3e", tint="#2e2632", hit="#3a3520", here="#463c14", pair="#2f3556"
)
KINDS = tuple(field.name for field in fields(SyntaxColours))
_ON_TINT = frozenset(["tag", "keyword", "name", "filter"])


def is_dark(palette: QPalette) -> bool:
    """Whether text is brighter than what it stands on."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def grounds(palette: QPalette) -> Grounds:
    """The grounds that belong to a palette."""
    return ON_DARK if is_dark(palette) else ON_LIGHT


def formats(palette: QPalette) -> dict[str, QTextCharFormat]:
    """The formats of all kinds of pieces, made once and used for every one."""
    dark = is_dark(palette)
    table, ground = (DARK, ON_DARK) if dark else (LIGHT, ON_LIGHT)
    made = {}
    for kind in KINDS:
        form = made[kind] = QTextCharFormat()
        form.setForeground(QColor(getattr(table, kind)))
        if kind in _ON_TINT:
            form.setBackground(QColor(ground.tint))
    made["component"].setFontWeight(QFont.Weight.DemiBold)
    made["comment"].setFontItalic(True)
    return made


def waved(colour: QColor) -> QTextCharFormat:
    """A wave in ``colour`` beneath the text."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(colour)
    return form


def grounded(colour: str) -> QTextCharFormat:
    """Text on a ground in ``colour``."""
    form = QTextCharFormat()
    form.setBackground(QColor(colour))
    return form
