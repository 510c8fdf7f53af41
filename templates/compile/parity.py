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


def kinds(found: list[str]) -> list[str]:
    """Return ``differences`` said once each and as briefly as can be: what one attribute or declaration became.

    ``td style: -width:150px +width:149px`` stands for two tokens that differ in no more than that.
    """
    removed = [token[2:] for token in found if token.startswith("- ")]
    added = [token[2:] for token in found if token.startswith("+ ")]
    rows: set[str] = set()
    for kind, start, end, first, last in SequenceMatcher(
        None, [_name(token) for token in removed], [_name(token) for token in added], autojunk=False
    ).get_opcodes():
        if kind == "equal":
            for one, other in zip(removed[start:end], added[first:last], strict=True):
                rows |= _changes(one, other)
        else:
            rows |= {f"-{token}" for token in removed[start:end]} | {f"+{token}" for token in added[first:last]}
    return sorted(rows)


def _name(token: str) -> str:
    return token.partition(" ")[0] if token.startswith("<") else token


def _changes(one: str, other: str) -> set[str]:
    before, after = _parts(one), _parts(other)
    rows = set()
    for name in sorted(before.keys() | after.keys()):
        gone = before.get(name, frozenset()) - after.get(name, frozenset())
        come = after.get(name, frozenset()) - before.get(name, frozenset())
        if gone or come:
            changes = [f"-{value}" for value in sorted(gone)] + [f"+{value}" for value in sorted(come)]
            rows.add(f"{_name(one).strip('<>')} {name}: {' '.join(changes)}")
    return rows


def _parts(token: str) -> dict[str, frozenset[str]]:
    """Return the values of a tag's attributes; of a style its declarations."""
    found = _ATTRIBUTE.findall(token.partition(" ")[2])
    return {name: frozenset(value.split("; ") if name == "style" else [value]) for name, value, _, _ in found}


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
    return _BLANK.sub(" ", value).strip(" ").replace('"', "'")


def _declarations(css: str) -> str:
    rows = (re.sub(r"\s*([:,])\s*", r"\1", _BLANK.sub(" ", row)).strip(" ") for row in css.split(";"))
    return "; ".join(sorted(row for row in rows if row))


def _rules(css: str) -> Iterator[str]:
    """Yield the selectors, at-rules and blocks of a sheet."""
    pieces = re.split(r"([{}])", css)
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        if following == "{":
            yield re.sub(r"\s*([,>+~])\s*", r"\1", _BLANK.sub(" ", piece)).strip(" ")
        elif text := _declarations(piece):
            yield text
