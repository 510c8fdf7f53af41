"""Data sets as files: their three shapes, their text, their names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from templates.compile.context import ENVELOPE, WRAPPERS, unwrap
from templates.data.json_write import rewritten, same, written
from templates.errors import InputError
from templates.json_files import MOST, parse_data

Parts = Mapping[str, Mapping[str, Any]]
"""``{"var": …, "data": …, "segment": …}``, whatever shape the file has."""

KEYS = ("var", "data", "segment")
_NAME = re.compile(r"[^\W_][\w \-]{0,58}[^\W_]|[^\W_]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z", re.IGNORECASE)  # Windows keeps these for itself


def read_text(text: str, name: str = "default") -> dict[str, Any]:
    """Return what the text of the data set ``name`` holds, in the shape it has; nothing for an empty text.

    Raises InputError with line and column when it is broken, larger than 10 MB or no object.
    """
    if len(text) > MOST or len(text.encode("utf-8", "replace")) > MOST:
        raise InputError(
            "The data set {name} is larger than {most} MB.",
            advice="What a mail shows fits in a few kilobytes: take fewer rows.",
            name=name,
            most=MOST // 1024**2,
        )
    return parse_data(text, Path(f"{name}.json")) if text.strip() else {}


def parts_of(data: Mapping[str, Any]) -> Parts:
    """Return the parts of a data set in any of its three shapes, by KEYS. Raises InputError when it is none."""
    found = unwrap(data)
    return {key: found[key] for key in KEYS}


def with_parts(data: Mapping[str, Any], parts: Parts) -> dict[str, Any]:
    """Return ``parts`` in the shape that ``data`` has.

    A shape that cannot hold them becomes ``{"var": …, "data": …, "segment": …}``, the one that Mailwright writes.
    """
    old = parts_of(data)
    if not data:
        return {key: dict(parts[key]) for key in KEYS}
    if frozenset(data) <= ENVELOPE:
        new = {key: parts[key] for key in data}
        return new | {key: parts[key] for key in KEYS if parts[key] and key not in data}
    if all(same(dict(parts[key]), dict(old[key])) for key in ("data", "segment")):
        (wrapper,) = data if len(data) == 1 and frozenset(data) <= WRAPPERS else ("",)
        bare = {wrapper: parts["var"]} if wrapper else dict(parts["var"])
        if parts_of(bare)["var"] == parts["var"]:
            return bare
    return {key: dict(parts[key]) for key in KEYS}


def edited(text: str, change: Callable[[Any], Any], name: str = "default") -> str:
    """Return the text of a data set after ``change`` of its parts; what that leaves alone stays byte for byte.

    Raises InputError like ``read_text``.
    """
    before = read_text(text, name)
    parts = parts_of(before)
    try:
        after = with_parts(before, change(parts))
        return rewritten(text, before, after) if text.strip() else written(after)
    except RecursionError:
        raise InputError("This data nests its lists or objects too deep.", place=Path(f"{name}.json")) from None


def new_text() -> str:
    """Return the text of an empty data set."""
    return json.dumps({key: {} for key in KEYS}, indent=2) + "\n"


# Named sets: a set is the file ``data/<name>.json`` beside the template.


def side_of(name: str) -> str:
    """Return the file of the set ``name`` in its template's folder."""
    return f"data/{name}.json"


def check_name(name: str, taken: Mapping[str, object] | list[str] | tuple[str, ...] = ()) -> str:
    """Return ``name`` as a set may be called. Raises InputError when it cannot, or one of ``taken`` is called so."""
    name = " ".join(name.split())
    if not _NAME.fullmatch(name) or _RESERVED.match(name):
        raise InputError(
            "A data set cannot be called `{name}`.",
            advice="Use up to 60 letters, digits, blanks, - and _, with a letter or digit at both ends.",
            name=name[:80],
        )
    if name.casefold() in {one.casefold() for one in taken}:
        raise InputError("There is already a data set `{name}`.", advice="Choose another name.", name=name)
    return name
