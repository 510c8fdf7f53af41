"""Whether two compilers made the same mail: their HTML as tokens, without what changes no mail.

Normalised away: white space, quotes, entities, the order of attributes and declarations, and the random ids of carousel
and navbar. Outlook's conditional comments are read like the rest, so what Outlook alone sees counts too.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import unescape

_TOKEN = re.compile(
    r"<!--\[if[^\]]*\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->|<!--.*?-->|<![^>]*>"
    r"""|</?[a-zA-Z](?:[^>"']++|"[^"]*+"|'[^']*+')*+>|[^<]+|<""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_RANDOM_ID = re.compile(r"(?<![0-9a-zA-Z])[0-9a-f]{16}(?![0-9a-zA-Z])")
_BLANK = re.compile(r"[ \t\r\n\f]+")  # not the no-break space, which shows


def tokens(html: str) -> list[str]:
    """Return the tags, texts, sheets and Outlook conditionals of ``html`` in order, each in its normal form."""
    found = list(_tokens(html))
    ids: dict[str, str] = {}
    return [_RANDOM_ID.sub(lambda match: ids.setdefault(match[0], f"id{len(ids)}"), token) for token in found]


def digest(html: str) -> str:
    """Return the SHA-256 of the tokens of ``html``."""
    return hashlib.sha256("\n".join(tokens(html)).encode()).hexdigest()


def differences(reference: str, html: str) -> list[str]:
    """Return every token of ``reference`` that ``html`` lacks (``- token``) and every one it has instead (``+``)."""
    expected, made = tokens(reference), tokens(html)
    found = []
    for kind, start, end, first, last in SequenceMatcher(None, expected, made, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [f"- {token}" for token in expected[start:end]] + [f"+ {token}" for token in made[first:last]]
    return found


def _tokens(html: str) -> Iterator[str]:
    in_style = False
    for match in _TOKEN.finditer(html):
        token = match[0]
        if token.startswith("<") and len(token) > 1 and (token[1].isalpha() or token[1] == "/"):
            tag = _tag(token)
            in_style = tag.startswith("<style")
            yield tag
        elif in_style:
            yield from _rules(token)
        elif text := _text(token):
            yield text


def _text(token: str) -> str:
    if token.startswith("<!"):
        return _BLANK.sub("", token.lower()) if "[" in token else _BLANK.sub(" ", token.lower())
    return _BLANK.sub(" ", unescape(token)).strip(" ")


def _tag(token: str) -> str:
    name, _, rest = _BLANK.sub(" ", re.sub(r"\s*/?>$", "", token[1:])).partition(" ")
    pairs = [(key.lower(), unescape(one or two or bare)) for key, one, two, bare in _ATTRIBUTE.findall(rest)]
    values = [f'{key}="{_value(key, value)}"' for key, value in sorted(pairs)]
    return f"<{' '.join([name.lower(), *values])}>"


def _value(name: str, value: str) -> str:
    if name == "style":
        return _declarations(value)
    return _BLANK.sub(" ", value).strip(" ")


def _declarations(css: str) -> str:
    rows = (re.sub(r"\s*([:,])\s*", r"\1", _BLANK.sub(" ", row)).strip(" ") for row in css.split(";"))
    return "; ".join(sorted(row for row in rows if row))


def _rules(css: str) -> Iterator[str]:
    """Yield the selectors, at-rules and blocks of a sheet."""
    for piece in re.split(r"([{}])", css):
        if ";" in piece or ":" in piece.partition("{")[0]:
            yield _declarations(piece)
        elif piece.strip():
            yield re.sub(r"\s*([,>])\s*", r"\1", _BLANK.sub(" ", piece)).strip(" ")
