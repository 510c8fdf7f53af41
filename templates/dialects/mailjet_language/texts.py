"""Text between tags that Mailjet would take for its own language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from templates.dialects.mailjet_language.pieces import Piece
from templates.dialects.mailjet_language.refusals import Notes

# Tags of a campaign that a person may write as they are.
OWN = re.compile(r"\[\[(?:UNSUB_LINK_[A-Z]{2}|(?:SHORT_)?PERMALINK|EMAIL_TO|SHARE_(?:FACEBOOK|TWITTER|GOOGLE))\]\]")
BRACKETS = re.compile(r"\[(?=\[)")
BRACES = re.compile(r"\{(?=[{%])")
MISSPELT = re.compile(r"\[UNSUBLINK_[A-Z]{2}\]")
RULES = (("mailjet.raw", BRACES, "&#123;"), ("mailjet.reserved-brackets", BRACKETS, "&#91;"))


def harmless(text: str, at: int, notes: Notes, *, markup: bool) -> str:
    """Return ``text`` without the beginning of a tag in it, noting each; ``at`` is where the text begins."""
    for match in MISSPELT.finditer(text):
        notes.warn("mailjet.unsub-spelling", at + match.start(), match[0])
    parts: list[str] = []
    done = 0
    for own in OWN.finditer(text):
        parts += [_broken(text[done : own.start()], at + done, notes, markup=markup), own[0]]
        done = own.end()
    return "".join([*parts, _broken(text[done:], at + done, notes, markup=markup)])


def _broken(text: str, at: int, notes: Notes, *, markup: bool) -> str:
    for code, pattern, entity in RULES:
        for match in pattern.finditer(text):
            words = text[match.start() : match.start() + 30].partition("\n")[0]
            notes.refuse(code, at + match.start(), words, mended=True)
        text = pattern.sub(entity if markup else lambda match: f"{match[0]} ", text)
    return text


def part(pieces: Sequence[Piece], notes: Notes, *, markup: bool) -> None:
    """Break the beginnings of a tag that only two pieces together make, in place, noting each."""
    for before, after in pairwise([piece for piece in pieces if piece.text]):
        last = before.text[-1]
        for code, pattern, entity in RULES:
            if before.kind == "text" and pattern.match(last + after.text[0]):
                notes.refuse(code, after.at, last + after.text[:30].partition("\n")[0], mended=True)
                before.text = before.text[:-1] + (entity if markup else f"{last} ")
