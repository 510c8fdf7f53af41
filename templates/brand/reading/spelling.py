"""Names compared as people compare them: without case, accents, spaces and marks."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher


def plain(text: str) -> str:
    """Letters and digits only, lower-case, accents removed: ``Re/code™`` is ``recode``."""
    text = unicodedata.normalize("NFKD", re.sub(r"[™®©]", "", text)).casefold()
    return re.sub(r"[\W_]+", "", "".join(letter for letter in text if not unicodedata.combining(letter)))


def likeness(one: str, other: str) -> float:
    """How alike two names are, 0 to 1."""
    one, other = plain(one), plain(other)
    return SequenceMatcher(None, one, other).ratio() if one and other else 0.0
