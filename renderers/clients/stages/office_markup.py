"""What Office reads that is no HTML: its settings, ``noscript``, and elements of XML that close themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.html.marks import MARK
from renderers.clients.mail import Client
from renderers.clients.stage import Settings, TextStage
from renderers.clients.vml.names import DRAWN, PIXELS_PER_INCH, STYLE


class OfficeMarkup(Settings):
    """``islands``: XML in a mail (``<xml>``) is data and not shown; the resolution it asks for is kept as a ``meta``.

    ``noscript``: its content is read. ``prefixes``: elements with these prefixes (``v``, ``o``) are XML: they may close
    themselves, and their ``style`` is no CSS for HTML.
    """

    islands: bool = False
    noscript: bool = False
    prefixes: tuple[str, ...] = ()


# What follows a tag's name. A tag that never ends takes the rest of the text, as in a browser: it is looked for once.
_TAG = r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+(?:>|\Z)"
_ANY = re.compile(rf"<[a-z]{_TAG}", re.IGNORECASE)
_ISLAND = re.compile(rf"<(?P<name>xml|o:officedocumentsettings|w:worddocument)\b{_TAG}", re.IGNORECASE)
_NOSCRIPT = re.compile(rf"</?noscript\b{_TAG}", re.IGNORECASE)
_RESOLUTION = re.compile(r"<o:pixelsperinch\b[^<>]*+>\s*+(\d{1,4})\b", re.IGNORECASE)
_MARK = re.compile(rf' {MARK}="(\d+)"')
_PICTURES = re.compile(r"<v:", re.IGNORECASE)
_STYLE = re.compile(r"(?<=[\s\"'])style(?=\s*=)", re.IGNORECASE)


def apply(text: str, settings: OfficeMarkup, client: Client) -> tuple[str, Iterable[Change]]:
    """Write Office's own markup as HTML that parsers understand."""
    if not settings.model_fields_set:
        return text, ()
    read, islands = _read(text, settings)
    return read, [_change(client, island) for island in islands]


@dataclass(frozen=True, slots=True)
class _Island:
    """Settings that a mail had for Office: where, and the resolution in them (empty when they hold none)."""

    at: int | None
    inches: str


@lru_cache(maxsize=16)
def _read(text: str, settings: OfficeMarkup) -> tuple[str, tuple[_Island, ...]]:
    """Cached: every Outlook for Windows reads it alike, in every mode."""
    islands: list[_Island] = []
    if settings.islands:
        text = _without_islands(text, islands)
    if settings.noscript:
        text = _NOSCRIPT.sub("", text)
    if settings.prefixes:
        text = _prefixed(settings.prefixes).sub(_as_html, text)
        # What was drawn from VML before keeps its style through the stages that know HTML, like VML itself.
        text = _ANY.sub(_set_aside, text) if DRAWN in text else text
    return text, tuple(islands)


def _change(client: Client, island: _Island) -> Change:
    if island.inches:
        return client.change(
            "office-markup.islands",
            "Settings for Office: laid out for {inches} pixels per inch.",
            at=island.at,
            inches=island.inches,
        )
    return client.change("office-markup.islands", "Settings for Office are not shown.", at=island.at)


def _without_islands(text: str, islands: list[_Island]) -> str:
    """Take the islands out and list them. One with drawings only loses its own tags, as does one that never closes."""
    kept: list[str] = []
    done, unclosed = 0, set[str]()
    for match in _ISLAND.finditer(text):
        name = match["name"].lower()
        if match.start() < done or name in unclosed:
            continue
        kept.append(text[done : match.start()])
        closing = re.compile(rf"</{name}\s*+>", re.IGNORECASE).search(text, match.end())
        if closing is None:
            unclosed.add(name)
            done = match.end()
            continue
        done = closing.end()
        inside = text[match.end() : closing.start()]
        if _PICTURES.search(inside):
            kept.append(inside)
        else:
            found = _RESOLUTION.search(inside)
            mark = _MARK.search(match[0])
            islands.append(_Island(int(mark[1]) if mark else None, found[1] if found else ""))
            kept.append(f'<meta name="{PIXELS_PER_INCH}" content="{found[1]}">' if found else "")
    return "".join((*kept, text[done:]))


def _prefixed(prefixes: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, prefixes))
    return re.compile(rf"<(?P<name>(?:{names}):[a-z][-\w.]*+)(?P<rest>(?![^\s/>]){_TAG})", re.IGNORECASE)


def _set_aside(match: re.Match[str]) -> str:
    return _STYLE.sub(STYLE, match[0], count=1) if DRAWN in match[0] else match[0]


def _as_html(match: re.Match[str]) -> str:
    """Return the start tag, and its end tag where it closes itself."""
    name, rest = match["name"], _STYLE.sub(STYLE, match["rest"], count=1)
    if not rest.endswith("/>"):
        return f"<{name}{rest}"
    return f"<{name}{rest[:-2]}></{name}>"


STAGE = TextStage("office-markup", OfficeMarkup, apply)
