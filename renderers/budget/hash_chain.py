"""The hash of an entry covers the one before: whoever changes or drops an entry has to rewrite all that follow."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

START = ""
"""What comes before an account's first entry."""
COVERED = (
    "account", "number", "kind", "available", "reserved", "spent", "expires", "at", "actor", "login", "payer", "other",
    "reservation", "template", "run", "client", "note", "key", "part",
)  # fmt: skip


def entry_hash(before: str, values: Mapping[str, Any]) -> str:
    """Return the SHA-256 (hex) of an entry's ``values`` and of the hash of the entry before it."""
    told = [before, *(_plain(values[name]) for name in COVERED)]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _plain(value: object) -> object:
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value
