"""The columns of a row (an mj-section or an mj-group): how wide they are, and edits that add, resize and remove them.

MJML gives a column without a width the row's share: 100 % by the number of columns, whatever the others say.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from templates.source.edit import delete, insert, remove_attribute, set_attribute
from templates.source.layout import line_break, whole
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, SourceTree

ROWS = frozenset(["mj-section", "mj-group"])
COLUMNS = frozenset(["mj-column", "mj-group"])
CLOSE = 0.05  # percent; two decimals are written, so thirds are never exact
_WIDTH = re.compile(r"(\d*\.?\d+)(px|%)?")


def columns(tree: SourceTree, row: Element) -> list[Element]:
    """Return what stands side by side in ``row``: its columns and groups, those in conditions and loops too."""
    return [one for one in tree.components_in(row.children) if one.name in COLUMNS]


def column_widths(tree: SourceTree, row: Element, container: float = 600.0) -> list[float]:
    """Return how wide each column is, in percent of the row; ``container`` is the row's width in pixels.

    A width that a template tag decides counts as the share that MJML gives a column without one.
    """
    found = columns(tree, row)
    share = 100 / max(1, len(found))
    return [_percent(one.value("width"), container) or share for one in found]


def _percent(width: str, container: float) -> float:
    match = _WIDTH.fullmatch(width.strip())
    if match is None:
        return 0.0
    return float(match[1]) if match[2] == "%" else float(match[1]) / container * 100


def fixed_number(tree: SourceTree, row: Element) -> bool:
    """Return whether the columns there are now are always there: none in a condition or a loop."""
    return not any(tree.blocks(one) for one in columns(tree, row))


def add_column(tree: SourceTree, section: Element, after: int = 0) -> list[TextEdit]:
    """Put an empty column behind the one with the number ``after`` (from 1), or behind the last one.

    The others keep their proportions and make room for an equal share.
    """
    found = columns(tree, section)
    keep = len(found) / (len(found) + 1)
    widths = [*(width * keep for width in column_widths(tree, section)), 100 * (1 - keep)]
    behind = found[after - 1 : after] if after else []
    return [*_resized(tree, section, found, widths), *_added(tree, section, found, widths, behind)]


def resize_columns(tree: SourceTree, section: Element, widths_percent: Sequence[float]) -> list[TextEdit]:
    """Give each column its width, in percent; more than 100 together are scaled down.

    Equal columns need no width and lose it, unless a condition decides how many they are. Raises ValueError when there
    are more or fewer widths than columns.
    """
    found = columns(tree, section)
    if len(found) != len(widths_percent):
        raise ValueError(f"{len(widths_percent)} widths for {len(found)} columns")
    return _resized(tree, section, found, _fitting(widths_percent))


def set_layout(tree: SourceTree, section: Element, widths: Sequence[float]) -> list[TextEdit]:
    """Make the section have one column for each of ``widths`` (percent).

    New columns are empty; what the columns that go away hold moves into the last one that stays. No edit where that
    cannot be: a condition decides how many columns there are, or a group would have to be dissolved.
    """
    found, wanted = columns(tree, section), _fitting(widths)
    kept, gone = found[: len(wanted)], found[len(wanted) :]
    if not wanted or (len(found) != len(wanted) and not fixed_number(tree, section)):
        return []
    if gone and any(one.name == "mj-group" for one in (kept[-1], *gone)):
        return []
    edits = [*_resized(tree, section, kept, wanted), *_added(tree, section, kept, wanted)]
    return [*edits, *_merged(tree, kept[-1:], gone)]


def fixed_widths(tree: SourceTree, column: Element) -> list[TextEdit]:
    """Write down the widths that ``column`` and those beside it have by their number; no edit for what is no column.

    For a column that is not always there: MJML computes widths before it is known.
    """
    row = next((node for node in tree.ancestors(column) if isinstance(node, Element)), None)
    if column.name not in COLUMNS or row is None or row.name not in ROWS:
        return []
    sized = zip(columns(tree, row), column_widths(tree, row), strict=True)
    return [
        edit
        for one, width in sized
        if not one.value("width")
        for edit in set_attribute(tree, one, "width", _css(width))
    ]


def _fitting(widths: Sequence[float]) -> list[float]:
    total = sum(widths)
    return [width * 100 / total for width in widths] if total > 100 else list(widths)


def _resized(tree: SourceTree, row: Element, kept: Sequence[Element], widths: Sequence[float]) -> list[TextEdit]:
    """The edits for the columns that stay; ``widths`` are those of all columns there will be."""
    if _automatic(tree, row, widths):
        return [edit for one in kept for edit in remove_attribute(tree, one, "width")]
    return [
        edit
        for one, width in zip(kept, widths, strict=False)
        for edit in set_attribute(tree, one, "width", _css(width))
    ]


def _automatic(tree: SourceTree, row: Element, widths: Sequence[float]) -> bool:
    """Whether MJML would choose these widths by itself."""
    return fixed_number(tree, row) and all(abs(width - 100 / len(widths)) < CLOSE for width in widths)


def _css(width: float) -> str:
    """Rounded down: three times 33.34 % would break the row."""
    return f"{math.floor(width * 100 + 1e-6) / 100:g}%"


def _added(
    tree: SourceTree, row: Element, kept: Sequence[Element], widths: Sequence[float], behind: Sequence[Element] = ()
) -> list[TextEdit]:
    new = widths[len(kept) :]
    if not new:
        return []
    automatic = _automatic(tree, row, widths)
    tags = ["<mj-column>" if automatic else f'<mj-column width="{_css(width)}">' for width in new]
    source = line_break(tree.text).join(f"{tag}</mj-column>" for tag in tags)
    if kept:
        return insert(tree, whole(tree, (behind or kept)[-1]), source, "after")
    return insert(tree, row, source, "inside")


def _merged(tree: SourceTree, last: Sequence[Element], gone: Sequence[Element]) -> list[TextEdit]:
    """Take columns away; what they hold goes to the end of the last column that stays."""
    edits = [edit for one in gone for edit in delete(tree, one)]
    held = [tree.text[slice(*one.content)].strip("\r\n") for one in gone]
    source = line_break(tree.text).join(part for part in held if part.strip())
    if not source:
        return edits
    return [*edits, *(edit for one in last for edit in insert(tree, one, source, "inside"))]
