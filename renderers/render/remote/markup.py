"""The addresses in a mail's HTML, replaced where they stand; everything else stays byte for byte."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from functools import partial

from renderers.render.remote import css
from renderers.render.remote.css import Answer

# One alternative for each thing that may hold a "<" which opens no tag; conditional comments are comments here, whoever
# reads them has them resolved. Possessive: hostile text must not backtrack. The last one is a tag that never ends.
_ATTRIBUTES = r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""
_TOKEN = re.compile(
    rf"""
    <!--(?:-?>|.*?(?:--!?>|\Z))
  | <(?P<raw>script|title|textarea|xmp|iframe|noembed|noframes)\b{_ATTRIBUTES}>.*?(?:</(?P=raw)|\Z)
  | (?P<open><style\b{_ATTRIBUTES}>)(?P<sheet>.*?)(?=</style|\Z)
  | <(?P<tag>[a-zA-Z][^\s/>]*+)(?P<attributes>{_ATTRIBUTES})>
  | <[a-zA-Z].*
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'<>]++))?+""")
_CANDIDATE = re.compile(r"[\s,]++|(\S*[^\s,])([^,]*+)")  # of a srcset: address and descriptor

_PICTURES: Mapping[str, tuple[str, ...]] = {
    "img": ("src", "srcset"),
    "input": ("src",),
    "source": ("srcset",),
    "video": ("poster",),
    "image": ("href", "xlink:href"),
}


def answered(mail: str, answer: Answer) -> str:
    """Return the mail with the addresses of pictures, style sheets and fonts that ``answer`` replaces."""
    return _TOKEN.sub(partial(_answered, answer), mail)


def _answered(answer: Answer, match: re.Match[str]) -> str:
    if match["sheet"]:
        return match["open"] + css.answered(match["sheet"], answer)
    if not match["attributes"]:
        return match[0]
    tag, attributes = match["tag"].lower(), match["attributes"]
    if tag == "link" and not _is_sheet(attributes):
        return match[0]
    start = 1 + len(match["tag"])
    return match[0][:start] + _ATTRIBUTE.sub(partial(_attribute, answer, tag), attributes) + ">"


def _attribute(answer: Answer, tag: str, match: re.Match[str]) -> str:
    change = _change(tag, match[1].lower())
    if change is None or not match[2]:
        return match[0]
    value = html.unescape(_bare(match[2]))
    made = change(value, answer)
    return match[0] if made == value else f'{match[1]}="{html.escape(made)}"'


def _bare(value: str) -> str:
    """Return an attribute's value without its quotes."""
    return value[1:-1] if value[:1] in {'"', "'"} else value


def _change(tag: str, name: str) -> Callable[[str, Answer], str] | None:
    if name == "style":
        return css.answered
    if name == "background" or name in _PICTURES.get(tag, ()):
        return _srcset if name == "srcset" else _picture
    return _sheet if (tag, name) == ("link", "href") else None


def _picture(address: str, answer: Answer) -> str:
    return answer(address, "image") or address


def _sheet(address: str, answer: Answer) -> str:
    return answer(address, "style") or address


def _srcset(candidates: str, answer: Answer) -> str:
    return _CANDIDATE.sub(lambda each: _picture(each[1], answer) + each[2] if each[1] else each[0], candidates)


def _is_sheet(attributes: str) -> bool:
    found = {match[1].lower(): _bare(match[2] or "").lower() for match in _ATTRIBUTE.finditer(attributes)}
    rel = found.get("rel", "").split()
    return "stylesheet" in rel and "alternate" not in rel
