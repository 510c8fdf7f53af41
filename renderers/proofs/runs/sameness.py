"""Whether two saved pictures look different: by their bytes first, then by what people would see."""

from __future__ import annotations

from renderers.proofs.difference import look_same
from renderers.proofs.runs.record import KeptShot


def look_different(before: KeptShot, after: KeptShot) -> bool:
    """Say whether anybody would see a difference; a picture that is missing on one side is one.

    Raises StorageError where one of them is damaged.
    """
    if before.saved.key == after.saved.key:
        return False
    if before.picture is None or after.picture is None:
        return before.picture is not after.picture
    old, new = before.picture.read_bytes(), after.picture.read_bytes()
    return old != new and not look_same(old, new)
