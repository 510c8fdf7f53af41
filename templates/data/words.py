"""The names of values as people read them."""

from __future__ import annotations

import json
import re
from typing import Final

_ABBREVIATIONS: Final = frozenset(
    ["url", "id", "ip", "vat", "iban", "dpo", "html", "sms", "gif", "faq", "cta", "vip", "kpi", "nps"]
)


def label_of(name: str | int) -> str:
    """Return ``name`` in words: ``shop_url`` is Shop URL, ``firstName`` First name."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", str(name))
    words = [word for word in re.split(r"[\s_\-.]+", spaced) if word]
    if not words:
        return str(name)
    lowered = [word.upper() if word.lower() in _ABBREVIATIONS else word.lower() for word in words]
    first, *rest = lowered
    return " ".join([first[:1].upper() + first[1:], *rest])


def placeholder_of(default: str) -> str:
    """Return what a default prints, as far as its source tells: ``"there"`` is there."""
    if default.startswith('"'):
        try:
            return str(json.loads(default))
        except ValueError:
            return default
    return "" if default in {"none", "[]", "{}"} else default
