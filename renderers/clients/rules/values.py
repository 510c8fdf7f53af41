"""What can be wrong with a value, in the words of the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal

from renderers.clients.css.scan import split

Holding = Literal[
    "negative-number",
    "several-layers",
    "several-functions",
    "several-words",
    "slash",
    "spaced-rgb",
    "spaced-rgba",
    "modern-colour",
    "alpha-in-rgb",
    "colour-name-beyond-css1",
    "number-beyond-hundreds",
    "unquoted-url",
    "escape",
    "percentage",
    "word-after-bang",
    "word-all",
]

CSS_WIDE = frozenset(("inherit", "initial", "unset", "revert", "revert-layer"))

_CSS1_COLOURS = frozenset(
    (
        *("aqua", "black", "blue", "fuchsia", "gray", "green", "lime", "maroon", "navy", "olive", "purple", "red"),
        *("silver", "teal", "white", "yellow", "transparent", "currentcolor"),
    )
)
_BANGS_BACKWARDS = re.compile(r"(?:\s*+[-\w]*+\s*+!)++")
_FUNCTION = re.compile(r"(?<![-\w])[-\w]++\(")
_NEGATIVE = re.compile(r"(?:^|\s)-\.?\d")
_PERCENTAGE = re.compile(r"\d%")
_STRING = re.compile(r""""(?:[^"\\]|\\.)*+"?|'(?:[^'\\]|\\.)*+'?|url\(\s*+[^"')][^)]*+\)?""", re.DOTALL | re.IGNORECASE)


def _search(pattern: str) -> Callable[[str], object]:
    return re.compile(pattern, re.IGNORECASE).search


def _call(pattern: str) -> Callable[[str], object]:
    """Return a search for functions, which is over at once where a value has none: most have none."""
    search = _search(pattern)
    return lambda value: "(" in value and search(value)


def _beyond_css1(value: str) -> bool:
    word = value.lower()
    return word.isalpha() and word not in _CSS1_COLOURS and word not in CSS_WIDE


def _several_layers(value: str) -> bool:
    return "," in value and len(split(value, ",")) > 1


_TESTS: Mapping[Holding, Callable[[str], object]] = {
    # Inside calc() a minus subtracts: only numbers that stand free are negative.
    "negative-number": lambda value: "-" in value and _NEGATIVE.search(_without_functions(value)),
    "several-layers": _several_layers,
    "several-functions": lambda value: len(_FUNCTION.findall(value)) > 1,
    "several-words": _search(r"\S\s+\S"),
    "slash": lambda value: "/" in value and "/" in _without_functions(value),
    "spaced-rgb": _call(r"\brgb\(\s*+[^\s,()/]++\s++[^\s,)/]"),
    "spaced-rgba": _call(r"\brgba\(\s*+[^\s,()/]++\s++[^\s,)/]|\brgb\(\s*+[^\s,()/]++\s++[^,()/]++/"),
    "modern-colour": _call(r"\b(?:ok)?(?:lab|lch)\("),
    "alpha-in-rgb": _call(r"\brgb\((?:[^,()]*+,){3}"),
    "colour-name-beyond-css1": _beyond_css1,
    "number-beyond-hundreds": _search(r"^(?![1-9]00$)[\d.]+$"),
    "unquoted-url": _call(r"\burl\(\s*+[^\s\"')]"),
    "escape": _search(r"\\"),
    "percentage": lambda value: "%" in value and _PERCENTAGE.search(_without_strings(value)),
    "word-all": _search(r"(?<![-\w])all(?![-\w])"),
    "word-after-bang": lambda value: without_bang(value) != value,
}


def holds(value: str, holding: Holding) -> bool:
    """Tell whether the value holds that."""
    return bool(_TESTS[holding](value))


def uses_function(value: str, names: tuple[str, ...]) -> bool:
    """Tell whether the value calls one of these functions."""
    return "(" in value and any(found[:-1].lower() in names for found in _FUNCTION.findall(value))


def uses_unit(value: str, units: tuple[str, ...]) -> bool:
    """Tell whether the value has a length in one of these units."""
    return bool(_unit(units).search(_without_strings(value)))


def with_zero(value: str, units: tuple[str, ...]) -> str:
    """Return the value with ``0px`` for each length in these units."""
    return _unit(units).sub("0px", value)


def without_slash(value: str) -> str:
    """Return the value without its slashes and what belongs to them (``center / cover no-repeat`` loses cover)."""
    return ",".join(_SLASH.sub("", layer) for layer in split(value, ","))


def without_commas(value: str) -> str:
    """Return the value with its layers run together, which makes it invalid."""
    return " ".join(layer.strip() for layer in split(value, ","))


def without_bang(value: str) -> str:
    """Return the value without ``!word`` at its end."""
    end = _BANGS_BACKWARDS.match(value[::-1]) if "!" in value else None
    return value[: len(value) - end.end()].rstrip() if end else value


def without_function(value: str, names: tuple[str, ...]) -> str:
    """Return the value without calls of these functions (without brackets inside them)."""
    pattern = "|".join(map(re.escape, names))
    return re.sub(rf"""\b(?:{pattern})\((?:[^()"']++|"[^"]*+"|'[^']*+')*+\)""", "", value, flags=re.IGNORECASE).strip()


_SIZE = r"(?:auto|cover|contain|[-+]?[\d.]++[a-z%]*+|calc\([^()]*+\))"
_SLASH = re.compile(rf"(?<!\s)\s*+/\s*+{_SIZE}(?:\s++{_SIZE})?(?=\s|$)", re.IGNORECASE)


@lru_cache(maxsize=64)
def _unit(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![-\w#.])[-+]?(?:\d++(?:\.\d++)?|\.\d++)(?:{'|'.join(units)})\b", re.IGNORECASE)


def _without_strings(value: str) -> str:
    return _STRING.sub("", value)


def _without_functions(value: str) -> str:
    """Return what stands in no bracket and no string."""
    depth, kept = 0, []
    for character in _without_strings(value):
        depth += character == "("
        if not depth:
            kept.append(character)
        depth = max(0, depth - (character == ")"))
    return "".join(kept)
