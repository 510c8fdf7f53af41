"""The declarations of a ``style`` attribute or of a rule, as Roundcube reads, judges and writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from renderers.clients.washtml.addresses import Judge

# The value of a declaration ends at the semicolon that stands in no quotes and no brackets; these do not nest.
_VALUE = re.compile(r"""(?:[^;"'(]++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|\([^)]*+(?:\)|\Z))*+""")
# Its words end at blanks outside of quotes and not behind a comma or bracket: an address with a blank falls in two.
_WORD = re.compile(r"""(?:[,(]\s*+|[^\s"']|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))++""", re.ASCII)
_NAME = re.compile(r"[a-z-]+\Z", re.IGNORECASE)
_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]*)["']?\)""", re.IGNORECASE)
_URL = re.compile(r"url\(", re.IGNORECASE)
_REFUSED = re.compile(r"expression|image-set", re.IGNORECASE)
_LENGTHS = ("top", "bottom", "left", "right", "width", "height")
"""A bare number is a number of pixels where the property's name begins like this."""

_UNKNOWN = frozenset(("page",))
_BLANKS = re.compile(r"\s+", re.ASCII)


@dataclass(frozen=True)
class Washed:
    """``text`` is what is left, empty when nothing is; ``lost`` the declarations that went, ``changed`` (from, to)."""

    text: str
    lost: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()


NOTHING = Washed("")


def wash_declarations(text: str, judge: Judge) -> Washed:
    """Wash declarations; ``text`` is decoded and holds no comments."""
    kept: list[str] = []
    lost: list[str] = []
    changed: list[tuple[str, str]] = []
    for name, value in _declarations(_BLANKS.sub(" ", text)):
        washed = _washed(name.lower(), value, judge) if _NAME.match(name) and name.lower() not in _UNKNOWN else ""
        if not washed:
            lost.append(f"{name}: {value}")
            continue
        kept.append(f"{name.lower()}: {washed}")
        if washed != " ".join(_WORD.findall(value)):
            changed.append((f"{name}: {value}", kept[-1]))
    return Washed("; ".join(kept), tuple(lost), tuple(changed))


def _declarations(text: str) -> Iterator[tuple[str, str]]:
    """Yield (name, value). A name is all that stands before the next colon, so a second semicolon spoils one.

    Where the text begins with a colon, nothing of it is read.
    """
    text = text.strip(" ")
    place = 0
    while (colon := text.find(":", place)) > 0:
        match = _VALUE.match(text, colon + 1)
        end = match.end() if match else colon + 1
        yield text[place:colon].strip(" "), text[colon + 1 : end].strip(" ")
        place = end + 1


def _washed(name: str, value: str, judge: Judge) -> str:
    if _REFUSED.search(value):
        return ""
    if name == "position" and "fixed" in value.lower():
        return "absolute"
    words = (_word(name, word, judge) for word in _WORD.findall(value))
    return " ".join(word for word in words if word)


def _word(name: str, word: str, judge: Judge) -> str:
    if _URL.search(word):
        return _with_addresses(word, judge)
    if ";" in word:
        return ""
    return f"{word}px" if word != "0" and word.isdecimal() and word.isascii() and name.startswith(_LENGTHS) else word


def _with_addresses(word: str, judge: Judge) -> str:
    """Return the word with its addresses judged; one that is refused takes the word along."""
    good = True

    def judged(match: re.Match[str]) -> str:
        nonlocal good
        address = judge(match[1].strip(" "))
        good = good and address is not None
        return f"url({address})"

    washed, found = _ADDRESS.subn(judged, word)
    return washed if good and found == len(_URL.findall(word)) else ""
