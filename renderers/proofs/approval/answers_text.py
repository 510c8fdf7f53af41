"""Finds the answers of a proof sheet in what came back: the small file, or an e-mail in which its text was pasted.

Mail programs quote, wrap and indent what is in a mail; the answers are coded in letters that survive all of it.
"""

from __future__ import annotations

import base64
import binascii
import re
from itertools import pairwise

from templates.errors import InputError, LimitError

MOST_BYTES = 2_000_000
"""Of a file or a mail. The answers to a sheet with every client take a few kilobytes."""
_VERSION = "1"
# What stands between two words may have become anything that is white or invisible, a quote's sign when the line was
# wrapped, and its hyphens one dash.
_STRAY = r"[\s>|*_\u00ad\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff-]"
_GAP = _STRAY + "{1,40}"
_WORDS = r"MAILWRIGHT" + _GAP + r"ANSWERS"
_EDGE = re.compile(rf"(?:BEGIN{_GAP}{_WORDS}{_GAP}(?P<version>\d{{1,9}})\b|END{_GAP}{_WORDS})")
_AROUND = re.compile(_STRAY + "+")
_CODED = re.compile(r"[A-Za-z0-9+/]*={0,2}")


def answers_json(given: str | bytes) -> str:
    """Return the JSON text of the answers. Raises InputError where there are none or several, LimitError."""
    text = _text(given)
    if text.startswith("{") and text.endswith("}"):  # else it is a mail whose first line does: {External}
        return text
    edges = list(_EDGE.finditer(text))
    found = {
        _AROUND.sub("", text[begin.end() : end.start()]): begin["version"]
        for begin, end in pairwise(edges)
        if begin["version"] and not end["version"]
    }
    if not found:
        raise _damaged() if edges else _no_answers()
    if len(found) > 1:
        raise InputError(
            "There are several answers in this text.", advice="Read them one after the other, each by itself."
        )
    [(coded, version)] = found.items()
    if version != _VERSION:
        raise newer()
    return _decoded(coded)


def newer() -> InputError:
    """The answers are of a later version of the application."""
    return InputError("These answers were written for a newer version of Mailwright.", advice="Update Mailwright.")


def _text(given: str | bytes) -> str:
    if len(given) > MOST_BYTES:
        raise LimitError(
            "This is too long for answers to a proof sheet: more than {most} MB.",
            advice="Choose the file that the sheet saved, or paste the text that it copied.",
            most=MOST_BYTES // 1_000_000,
        )
    try:
        text = given if isinstance(given, str) else given.decode("utf-8")
    except UnicodeDecodeError:
        raise _no_answers() from None
    return text.strip("\ufeff \t\r\n")


def _decoded(coded: str) -> str:
    try:
        if not _CODED.fullmatch(coded):
            raise _damaged()
        return base64.b64decode(coded, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        raise _damaged() from None


def _no_answers() -> InputError:
    return InputError(
        "There are no answers to a proof sheet in this.",
        advice="Choose the file that the sheet saved, or paste the text that it copied, from BEGIN to END.",
    )


def _damaged() -> InputError:
    return InputError(
        "These answers were damaged on their way.", advice="Ask for the small file that the sheet saves, attached."
    )
