"""What a person means by a text in a field or a cell, and how a value is shown there."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from templates.data.editors import MISSING, typed
from templates.dynamic.shape import Kind

_COMMA: Final = re.compile(r"\s*-?\d{1,15},\d{1,15}\s*\Z")
_YES: Final = frozenset(["true", "yes", "oui", "vrai", "1"])
_NO: Final = frozenset(["false", "no", "non", "faux", "0"])
_TEXTS: Final = frozenset(["text", "unknown"])


def entered(text: str, kind: Kind, before: Any = MISSING) -> Any:
    """Return ``text`` as a value of ``kind`` where ``before`` was; what is none of that kind stays a text.

    Yes and no are understood in English and French, a number may have a decimal comma. What is emptied is no value at
    all, except a text: that is an empty one.
    """
    if not text.strip() and (kind not in _TEXTS or not isinstance(before, str)):
        return MISSING
    word = text.strip().lower()
    if kind == "boolean" and word in _YES | _NO:
        return word in _YES
    value = typed(text, kind, before)
    if kind == "number" and isinstance(value, str) and _COMMA.match(value):
        return float(value.replace(",", "."))
    return value


def shown(value: Any) -> str:
    """Return ``value`` as a field shows it: texts as they are, everything else as JSON; nothing for no value."""
    if value is MISSING or value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
