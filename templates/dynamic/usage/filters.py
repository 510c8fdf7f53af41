"""What each filter and test of the template language asks of the value before it."""

from __future__ import annotations

from typing import Final

from templates.dynamic.shape import Kind

DEFAULT: Final = frozenset(["default", "d"])
ROWS_OF: Final = frozenset(["batch", "slice"])
LISTS: Final = frozenset(
    ["list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "each", *ROWS_OF]
)
ONE_OF: Final = frozenset(["first", "last", "max", "min"])
WHOLE_LIST: Final = frozenset(["join", "sum", "map", "groupby"])
OBJECTS: Final = frozenset(["items", "dictsort", "xmlattr"])
NUMBERS: Final = frozenset(["round", "abs", "filesizeformat"])  # fail for anything else
TO_NUMBER: Final = frozenset(["num", "int", "float"])
COUNTS: Final = frozenset(["length", "count", "wordcount"])
ATTRIBUTE_PLACE: Final = {"selectattr": 0, "rejectattr": 0, "groupby": 0, "join": 1, "sum": 0}
"""Where the name of an item's field stands among a filter's arguments; elsewhere it is ``attribute=``."""

MAY_MISS: Final = frozenset(
    ["defined", "undefined", "none", "string", "number", "mapping", "boolean", "integer", "float", "true", "false"]
)
TESTED_KIND: Final[dict[str, Kind]] = {
    "number": "number",
    "integer": "number",
    "float": "number",
    "odd": "number",
    "even": "number",
    "divisibleby": "number",
    "string": "text",
    "lower": "text",
    "upper": "text",
    "mapping": "object",
    "iterable": "list",
    "sequence": "list",
    "boolean": "boolean",
    "true": "boolean",
    "false": "boolean",
}
CALCULATED: Final = frozenset(["odd", "even", "divisibleby"])
METHODS: Final = frozenset(
    ["upper", "lower", "strip", "lstrip", "rstrip", "split", "title", "capitalize", "startswith", "endswith"]
)
