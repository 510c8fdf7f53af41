"""What goes to the page that is written in, and what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desktop.editor.text.labels import chip_label
from desktop.web.scheme import picture_url
from templates.source.rich_display import appearance, attribute_of
from templates.source.rich_page import Token
from templates.source.rich_text import BLOCKS, CHIPS, INLINE, Unit

_SHOWN_ATOMS = INLINE | BLOCKS | {"br", "hr", "img", "wbr"}
_MARKS = {"<", ">", "@"}


def pieces(
    units: Sequence[Unit], values: Mapping[str, Any], picture: Callable[[str], str] = picture_url
) -> dict[str, dict[str, object]]:
    """Return by id how the page shows each element and chip: a label and its source, or attributes."""
    found: dict[str, dict[str, object]] = {}
    for unit in units:
        if unit.kind in {"char", "close"}:
            continue
        shown: dict[str, object] = {"source": unit.source or ""}
        if unit.kind == "atom" and (unit.text in CHIPS or unit.text not in _SHOWN_ATOMS):
            shown["label"] = chip_label(unit.source or "")
        else:
            shown["attributes"] = appearance(unit, values, picture)
            shown["href"] = attribute_of(unit, "href") if unit.text == "a" else ""
        found[str(unit.id)] = shown
    return found


def tokens_of(message: str) -> list[Token]:
    """Return the tokens of a message; whatever is none is left out."""
    try:
        values = json.loads(message)
    except (ValueError, RecursionError):
        return []
    return [token for token in values if _is_token(token)] if isinstance(values, list) else []


def _is_token(token: object) -> bool:
    if isinstance(token, str):
        return True
    if not isinstance(token, list) or not token or not isinstance(token[0], str):
        return False
    if token[0] == "|":
        return len(token) == 2 and token[1] in ("anchor", "focus")
    return token[0] in _MARKS and len(token) == 3 and isinstance(token[1], int) and isinstance(token[2], str)


def path_of(message: str) -> list[tuple[int, str]]:
    """Return the elements around the caret, from the outside in: id and name."""
    try:
        values = json.loads(message)
    except (ValueError, RecursionError):
        return []
    pairs = values if isinstance(values, list) else []
    return [(pair[0], pair[1]) for pair in pairs if _is_pair(pair)]


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], int) and isinstance(pair[1], str)
