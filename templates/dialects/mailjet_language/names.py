"""What Mailjet can name."""

from __future__ import annotations

import re
from collections.abc import Sequence

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
MEMBER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*|[0-9]+")
SEGMENT = re.compile(r"[A-Za-z0-9_-]+")
# Words of the language, which a name without a prefix cannot be.
WORDS = frozenset(
    ["and", "or", "xor", "not", "mod", "div", "true", "false", "if", "elseif", "else", "endif", "for", "in", "set"]
) | frozenset(["endfor", "var", "data", "mj", "segment", "segmentation"])
# What the service knows of a contact by itself: our name and its own.
RECIPIENT = {"email": "email", "id": "ID", "local_part": "local_part", "domain": "domain", "display_name": "name"}
SENDER = {
    "email": "email",
    "address": "email",
    "id": "ID",
    "local_part": "local_part",
    "domain": "domain",
    "name": "name",
}


def dotted(path: Sequence[str | int]) -> str:
    """Return a path as people read it."""
    return ".".join(map(str, path))


def sayable(path: Sequence[str | int], *, local: bool = False) -> bool:
    """Return whether Mailjet has a spelling for ``path``; ``local`` names have no prefix before them."""
    first, *rest = map(str, path)
    if not NAME.fullmatch(first) or (local and first in WORDS):
        return False
    return all(MEMBER.fullmatch(member) for member in rest)
