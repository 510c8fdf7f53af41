"""Numbers as people and services write them: “1 234”, “1.234”, “31,2 %”, “< 0.1%”."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d+(?:[.,' ]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*")
_LONGEST = 40  # characters: more is no number of opens, and would be infinite
_LESS = re.compile(r"^[<~≈≤]\s*")


def number(cell: str, *, is_share: bool = False) -> float | None:
    """Return what a cell says, without its percent sign; None where it is no number that counts.

    One sign before three digits stands for thousands (“1.234”), in a ``is_share`` column for the decimals.
    """
    text = " ".join(cell.split()).removesuffix("%").rstrip()  # split knows every kind of blank
    text = _LESS.sub("", text.removeprefix("%").lstrip())
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return None
    if not is_share and not text.startswith("0") and _THOUSANDS.fullmatch(text):
        return float(re.sub(r"\D", "", text))
    return _decimal(text.replace("'", "").replace(" ", ""))


def _decimal(text: str) -> float | None:
    """The last sign is the decimal one, unless it comes several times."""
    signs = [each for each in text if each in ".,"]
    if len(set(signs)) == 1 and len(signs) > 1:
        return float(re.sub(r"\D", "", text))
    whole, sign, part = text.rpartition(signs[-1]) if signs else (text, "", "")
    if sign and sign in whole:
        return None
    return float(f"{re.sub(r'[.,]', '', whole)}.{part or 0}")
