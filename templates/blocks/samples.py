"""Sample data for an inserted block: what the data set lacks is added, what it has stays as it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from templates.compile.context import ENVELOPE, WRAPPERS, unwrap
from templates.errors import InputError

_INDENT = re.compile(r"\n([ \t]+)\"")


def missing(data: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return the names of ``wanted`` that a data set in any of its three shapes has no value for."""
    _, names = _variables(data)
    return {name: value for name, value in wanted.items() if name not in names}


def with_missing(text: str, wanted: Mapping[str, Any]) -> str:
    """Return the text of a data set with the names of ``wanted`` that it lacks; "" stands for a file that is not there.

    Of a whole data set these are its variables: whom the sample is for is the template's business. Only the new names
    are written; everything else stays byte for byte. Raises InputError when ``text`` is no JSON object or its
    variables are none.
    """
    try:
        data = json.loads(text.removeprefix("\ufeff")) if text.strip() else {}
    except (ValueError, RecursionError) as error:
        raise InputError(
            "The data set cannot be read, so nothing was added to it.", advice="Mend its JSON first."
        ) from error
    if not isinstance(data, dict):
        raise InputError("A data set must be an object.", advice='Put it in {{"name": …}}.')
    unwrap(data)  # refuses what has no variables where they belong
    new = missing(data, unwrap(wanted)["var"])
    if not new:
        return text
    if not text.strip():
        return json.dumps(new, ensure_ascii=False, indent=2) + "\n"
    key, names = _variables(data)
    if key and key not in data:
        new, names = {key: new}, data
        key = ""
    return _added(text, key, new, empty=not names)


def _variables(data: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Return the key under which the message's variables lie ("": at the top), and the variables."""
    keys = frozenset(data)
    if keys and keys <= ENVELOPE:
        key = "var"
    elif len(keys) == 1 and keys <= WRAPPERS:
        (key,) = keys
    else:
        return "", data
    inside = data.get(key, {})
    return key, inside if isinstance(inside, Mapping) else {}


def _added(text: str, key: str, new: Mapping[str, Any], *, empty: bool) -> str:
    """Return ``text`` with the members of ``new`` at the end of its object, or of the object under ``key`` in it."""
    depth = 2 if key else 1
    step = match[1] if (match := _INDENT.search(text)) else "  "
    newline = "\r\n" if "\r\n" in text else "\n"
    end = _object_end(text, key)
    before = text[:end].rstrip()
    lines = ("," + newline).join(_member(name, value, step, depth, newline) for name, value in new.items())
    comma = "" if empty else ","
    return f"{before}{comma}{newline}{lines}{newline}{step * (depth - 1)}{text[end:]}"


def _member(name: str, value: Any, step: str, depth: int, newline: str) -> str:
    written = json.dumps({name: value}, ensure_ascii=False, indent=step).split("\n")[1:-1]
    return newline.join(step * (depth - 1) + line for line in written)


def _object_end(text: str, key: str) -> int:
    """Return where the ``}`` of the whole object stands, or that of its member ``key``. ``text`` is valid JSON."""
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while key:
        at = re.compile(r"[\s,]*").match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too
        name, at = decoder.raw_decode(text, at)
        at = re.compile(r"\s*:\s*").match(text, at).end()  # type: ignore[union-attr]  # valid JSON has the colon
        _, end = decoder.raw_decode(text, at)
        if name == key:
            return end - 1
        at = end
    return text.rindex("}")
