"""Data that shows whether a template holds: nothing, far too much, other scripts, lists of other lengths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from templates.data.data_set import Parts
from templates.data.sample_values import Taste, plain_name
from templates.data.values import filled, variables_of
from templates.dynamic.shape import Shape
from templates.errors import InputError

EDGE_CASES: Final = ("empty", "long", "missing", "rtl", "emoji", "rows_0", "rows_1", "rows_100")

_TEXTS: Final = frozenset(["text", "unknown"])
_WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"
_LONG = {
    "en": "A name that goes on and on, as some do, because nobody ever said how long it may be",
    "fr": "Un nom qui n’en finit pas, comme il en existe, parce que personne n’a jamais dit jusqu’où il pouvait aller",
}
_RTL_NAMES = ("عبد الرحمن الخطيب", "נועה בן־דוד", "ليلى حداد")
_RTL_TEXTS = (
    "شكرًا لتسجيلك، سيصل طلبك رقم 1093 يوم الجمعة.",
    "תודה על ההזמנה, המשלוח יגיע עד יום שישי בשעה 18:30.",
    "هذا نص قصير لمعرفة كيف تبدو الكلمات في الرسالة.",
)
_EMOJI = ("🎉", "👩🏽‍💻", "🏳️‍🌈", "❤️")


@dataclass(frozen=True)
class _Spot:
    """Where a value stands: its name, its shape, and its row (from 0); ``is_item``: it is that row of a list.

    ``inside`` says that it lies in a row of a list.
    """

    name: str
    shape: Shape
    row: int
    is_item: bool = False
    inside: bool = False


_Change = Callable[[_Spot, Any], Any]
_DROP: Final = object()


def edge_case(kind: str, data: Mapping[str, Any], shapes: Mapping[str, Shape], taste: Taste) -> Parts:
    """Return a whole data set, made of ``data`` and samples for what it lacks, that tries ``kind`` of EDGE_CASES.

    A mail can be made with it wherever the template allows that: what must be a number or a date stays one, what must
    be there is. Raises InputError when ``data`` is no data set or there is no such edge case.
    """
    if kind not in EDGE_CASES:
        raise InputError("There is no edge case `{name}`.", advice="There are: {names}.", name=kind, names=_names())
    parts = filled(data, shapes, taste)
    change = _change(kind, taste)
    contact = shapes["contact"].fields if "contact" in shapes else {}
    return {
        "var": _object(variables_of(shapes), parts["var"], change),
        "data": _object(contact, parts["data"], change),
        "segment": parts["segment"],
    }


def _names() -> str:
    return ", ".join(EDGE_CASES)


def _change(kind: str, taste: Taste) -> _Change:
    if kind.startswith("rows_"):
        return partial(_with_rows, int(kind.removeprefix("rows_")))
    changes: dict[str, _Change] = {
        "empty": _empty,
        "long": partial(_long, _LONG[taste.words]),
        "missing": _missing,
        "rtl": _rtl,
        "emoji": _with_emoji,
    }
    return changes[kind]


# Walking the data along the shapes: what the template does not use stays as it is.


def _object(
    shapes: Mapping[str, Shape], values: Mapping[str, Any], change: _Change, row: int = 0, *, inside: bool = False
) -> dict[str, Any]:
    made = dict(values)
    for name, shape in shapes.items():
        if name not in made:
            continue
        value = _value(_Spot(name, shape, row, inside=inside), made[name], change)
        if value is _DROP:
            del made[name]
        else:
            made[name] = value
    return made


def _value(spot: _Spot, value: Any, change: _Change) -> Any:
    changed = change(spot, value)
    if isinstance(changed, Mapping) and spot.shape.kind == "object":
        inside = spot.inside or spot.is_item
        return _object(spot.shape.fields, changed, change, spot.row, inside=inside)
    if isinstance(changed, list):
        item = spot.shape.item or Shape()
        rows = (_value(_Spot(spot.name, item, row, is_item=True), one, change) for row, one in enumerate(changed))
        return [row for row in rows if row is not _DROP]
    return changed


# The edge cases


def _empty(spot: _Spot, value: Any) -> Any:
    if isinstance(value, list):
        return []
    if spot.shape.kind == "boolean":
        return False
    return "" if isinstance(value, str) and spot.shape.kind != "date" else value


def _missing(spot: _Spot, value: Any) -> Any:
    """What may be missing goes; an item of a list is no optional part of it."""
    return value if spot.is_item or spot.shape.required or spot.shape.when else _DROP


def _long(words: str, spot: _Spot, value: Any) -> Any:
    if isinstance(value, list):
        return _cycled(value, max(12, len(value)))
    if isinstance(value, bool) or spot.shape.kind in {"date", "colour", "image"}:
        return value
    if isinstance(value, int | float):
        return 1_234_567 if plain_name(spot.name) not in {"index", "position"} else value
    if spot.shape.kind == "url":
        return f"{value}{'&' if '?' in str(value) else '?'}utm_content={'x' * 400}"
    return f"{value} {words} {_WORD}" if isinstance(value, str) else value


def _rtl(spot: _Spot, value: Any) -> Any:
    if not _is_words(spot, value):
        return value
    texts = _RTL_NAMES if len(value) <= 40 else _RTL_TEXTS
    return texts[spot.row % len(texts)]


def _with_emoji(spot: _Spot, value: Any) -> Any:
    if not _is_words(spot, value):
        return value
    first, last = _EMOJI[spot.row % len(_EMOJI)], _EMOJI[(spot.row + 1) % len(_EMOJI)]
    return f"{first} {value} {last}"


def _is_words(spot: _Spot, value: Any) -> bool:
    return isinstance(value, str) and spot.shape.kind in _TEXTS and "@" not in value


def _with_rows(count: int, spot: _Spot, value: Any) -> Any:
    """A list in a row of a list does not grow with it: the mail would be longer than anybody's."""
    is_inner = spot.inside or spot.is_item
    return _cycled(value, min(count, len(value)) if is_inner else count) if isinstance(value, list) else value


def _cycled(rows: list[Any], count: int) -> list[Any]:
    """``count`` rows out of ``rows``, again and again; their numbers go on."""
    return [_numbered(rows[place % len(rows)], place + 1) for place in range(count)] if rows else rows


def _numbered(row: Any, number: int) -> Any:
    if isinstance(row, Mapping) and isinstance(row.get("index"), int):
        return {**row, "index": number}
    return row
