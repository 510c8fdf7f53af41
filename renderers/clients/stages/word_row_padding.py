"""All cells of a row have the vertical padding of the one that has most."""

from __future__ import annotations

from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, declaration, parse_declarations
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.lengths import font_pixels, pixels, written

_SIDES = ("padding-top", "padding-bottom")
_DEFAULT = 1.0


class RowPadding(Settings):
    """``largest``: the largest padding above and the largest below are those of every cell of the row."""

    largest: bool = False


def apply(mail: Mail, settings: RowPadding) -> Iterable[Change]:
    """Give the cells of each row the largest padding among them."""
    if not settings.largest:
        return
    read = _Paddings()
    for row in mail.root.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) > 1:
            paddings = [read.of(cell) for cell in cells]
            if any(each != paddings[0] for each in paddings):
                yield from _level(mail, cells, paddings)


def _level(mail: Mail, cells: list[Element], paddings: list[tuple[float, float]]) -> Iterable[Change]:
    largest = max(above for above, _ in paddings), max(below for _, below in paddings)
    for cell, own in zip(cells, paddings, strict=True):
        missing = [
            declaration(name, written(value))
            for name, value, had in zip(_SIDES, largest, own, strict=True)
            if value != had
        ]
        if not missing:
            continue
        names = [each.name for each in missing]
        style = [each for each in parse_declarations(cell.get("style", "")) if each.name not in names]
        mail.set_style(cell, [*style, *missing])
        yield mail.change(
            "word-row-padding.largest",
            "The cell has the largest vertical padding of its row: {padding}.",
            cell,
            padding="; ".join(f"{each.name} {each.value}" for each in missing),
        )


class _Paddings:
    """Reads the padding above and below of cells, in CSS pixels; a table's ``cellpadding`` counts."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, float], tuple[float, float]] = {}

    def of(self, cell: Element) -> tuple[float, float]:
        """Return (above, below)."""
        text = cell.get("style", "")
        asked = text, _cellpadding(cell)
        found = self._texts.get(asked)
        if found is None:
            found = self._texts[asked] = _vertical(parse_declarations(text), asked[1])
        return found


def _cellpadding(cell: Element) -> float:
    table = next(cell.iterancestors("table"), None)
    value = None if table is None else table.get("cellpadding")
    found = pixels(f"{value}px") if value else None
    return _DEFAULT if found is None else found


def _vertical(declarations: Iterable[Declaration], default: float) -> tuple[float, float]:
    sides = [default, default]
    size = 16.0
    for each in declarations:
        if each.name == "font-size":
            size = font_pixels(each.value, 16.0) or size
    for each in declarations:
        values = each.value.split()
        if each.name == "padding" and values:
            above, below = values[0], values[2] if len(values) > 2 else values[0]
            sides = [_or(pixels(above, size), sides[0]), _or(pixels(below, size), sides[1])]
        elif each.name in _SIDES:
            index = 0 if each.name == "padding-top" else 1
            sides[index] = _or(pixels(each.value, size), sides[index])
    return round(max(sides[0], 0), 2), round(max(sides[1], 0), 2)


def _or(found: float | None, otherwise: float) -> float:
    return otherwise if found is None else found


STAGE = Stage("word-row-padding", RowPadding, apply)
