"""The columns of a table of contacts by their distinct values, so that a test is asked of each value once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from templates.dynamic.contact_table import ContactTable
from templates.dynamic.properties import PropertyType
from templates.dynamic.typed import typed

_NUMBERS = frozenset([bool, int, float])
_TELLING = (str, bool, int, float)  # types that are compared by value; of others the text stands for the value
# Types of which nothing has to be made but none of the empty text: the columns of a file are typed already.
_AS_IT_IS: Mapping[PropertyType | None, type] = {"string": str, "integer": int, "boolean": bool, "date": date}


@dataclass(frozen=True)
class Column:
    """``values``: the distinct typed values; ``codes``: for each contact the place of its value among them.

    ``codes`` are bytes where there are no more than 256 values.
    """

    codes: Sequence[int]
    values: Sequence[Any]

    def where(self, answer: Callable[[Any], bool]) -> bytes:
        """Return a byte for each contact: 1 where ``answer`` holds for its value, else 0."""
        return self.spread(bytes(map(answer, self.values)))

    def spread(self, flags: bytes) -> bytes:
        """Return for each contact the byte of ``flags`` that stands at its value's place."""
        if isinstance(self.codes, bytes):
            return self.codes.translate(flags.ljust(256, b"\0"))
        return bytes(map(flags.__getitem__, self.codes))


class ContactColumns:
    """A table made ready for many questions; the work for a column is done when it is first asked for."""

    def __init__(self, table: ContactTable, types: Mapping[str, PropertyType]) -> None:
        self.count = table.count
        self.names = tuple(table.columns)
        self._table = table
        self._types = types
        self._columns: dict[str, Column] = {}

    def column(self, name: str) -> Column:
        """Return the column of a property; one that the table does not have is missing everywhere."""
        if name not in self._columns:
            values = self._table.columns.get(name)
            self._columns[name] = (
                Column(bytes(self.count), [None]) if values is None else _column(values, self._types.get(name))
            )
        return self._columns[name]


def _column(cells: Sequence[Any], wanted: PropertyType | None) -> Column:
    keys = _keys(cells)
    first = dict(zip(keys, cells, strict=True))
    numbers = {key: number for number, key in enumerate(first)}
    codes = map(numbers.__getitem__, keys)
    if set(map(type, first.values())) <= {_AS_IT_IS.get(wanted), type(None)}:
        values = [None if cell == "" else cell for cell in first.values()]
    else:
        values = [typed(cell, wanted) for cell in first.values()]
    return Column(bytes(codes) if len(values) <= 256 else list(codes), values)


def _keys(cells: Sequence[Any]) -> Sequence[Hashable]:
    """What tells the cells apart: themselves where Python does so (it takes 1, 1.0 and True for one)."""
    kinds = set(map(type, cells))
    if len(kinds & _NUMBERS) > 1 or not all(kind.__hash__ for kind in kinds):
        return [(type(cell), cell if isinstance(cell, _TELLING) else repr(cell)) for cell in cells]
    return cells
