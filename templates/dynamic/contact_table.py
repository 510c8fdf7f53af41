"""Many contacts at once, by column: what rules and variants are counted over, and where one contact is taken from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ContactTable:
    """``count`` contacts; ``columns`` holds for each property one value a contact, None where there is none.

    Values are typed already (properties.py): str, int, float, bool, ``datetime.date`` or a list of str. ``name`` is
    what people call the source, a file's name say.
    """

    columns: Mapping[str, Sequence[Any]] = field(repr=False)
    count: int
    name: str = ""

    def contact(self, index: int) -> dict[str, Any]:
        """Return the properties of one contact, from 0; those without a value are left out."""
        return {name: column[index] for name, column in self.columns.items() if column[index] is not None}
