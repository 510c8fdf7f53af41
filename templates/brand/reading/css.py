"""What style sheets say about a brand, read fast: rules, custom properties, colours and fonts.

A scanner of braces, not a full CSS parser: a site's sheets have megabytes, and of those only a few rules matter here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from coloraide import Color

from templates.brand.opening.encoding import decoded
from templates.brand.reading.bounds import CONTROLS
from templates.brand.reading.page import Page, join
from templates.brand.site import Site

MAX_SHEETS = 12
MAX_RULES, MAX_CHARACTERS, MAX_VALUE = 40_000, 1_000_000, 2000  # of a page, of a sheet, of a value with variables
LONGEST_COLOUR = 100  # characters
# Conditions under which a rule does not speak for the brand: paper, dark mode, high contrast, somebody's preference.
ASIDE = re.compile(
    r"@media[^{]*(?:print|dark|forced-colors|prefers-contrast)|@(?:-\w+-)?keyframes|@supports not|@page|@font-face"
)
# Possessive, and from the beginning of a word: else a megabyte of letters without a colon takes hours.
DECLARATION = re.compile(
    r"""(?<![\w-])([\w-]++)\s*+:\s*+((?:[^;"'(]++|"[^"]*+"|'[^']*+'|\((?:[^()]++|\([^()]*+\))*+\))++)"""
)
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")


@dataclass(frozen=True)
class Rule:
    """One rule outside print and dark mode. ``sheet`` is its address, or "style" for the page's own."""

    selector: str
    body: str
    sheet: str

    @cached_property
    def declarations(self) -> dict[str, str]:
        """Property to value, as written; the last one of a name counts."""
        return {name.lower(): value.strip() for name, value in DECLARATION.findall(self.body)}


@dataclass(frozen=True)
class Styles:
    """The rules of a page's sheets, in order, with its custom properties."""

    rules: tuple[Rule, ...] = ()
    variables: dict[str, tuple[str, str]] = field(default_factory=dict)  # name -> value, sheet

    def resolved(self, value: str, depth: int = 4) -> str:
        """A value with its ``var(…)`` replaced; references that lead nowhere become their fallback."""

        def replacement(match: re.Match[str]) -> str:
            return self.variables.get(match[1], (match[2] or "", ""))[0]

        for _ in range(depth):
            if "var(" not in value:
                break
            value = VARIABLE.sub(replacement, value[:MAX_VALUE])[:MAX_VALUE]
        return value.strip()

    def colour(self, value: str) -> str:
        """The ``#rrggbb`` of a CSS colour or of a variable that holds one; "" for anything else."""
        return css_colour(self.resolved(value))


def page_styles(site: Site) -> Styles:
    """Read the page's ``<style>`` elements and its linked sheets, as far as they can be had."""
    rules: list[Rule] = []
    variables: dict[str, tuple[str, str]] = {}
    for text, sheet in _sheets(site):
        for selector, body in scan(text):
            if "--" in body:
                for name, value in DECLARATION.findall(body):
                    if name.startswith("--") and _for_all(selector):
                        variables.setdefault(name, (value.strip()[:MAX_VALUE], sheet))
            rules.append(Rule(selector, body, sheet))
            if len(rules) >= MAX_RULES:
                return Styles(tuple(rules), variables)
    return Styles(tuple(rules), variables)


def scan(css: str) -> Iterator[tuple[str, str]]:
    """Yield (selector, body) of the rules that speak for the brand; broken CSS ends early, never with an error."""
    css = re.sub(r"/\*.*?(?:\*/|\Z)", "", CONTROLS.sub("", css[:MAX_CHARACTERS]), flags=re.S)
    stack: list[tuple[str, bool]] = []  # prelude, and whether what is inside is set aside
    start = 0
    for match in re.finditer(r"[{}]", css):
        piece = css[start : match.start()]
        start = match.end()
        if match[0] == "{":
            prelude = piece.rpartition(";")[2].strip()
            aside = bool(ASIDE.match(prelude)) or (bool(stack) and stack[-1][1])
            stack.append((prelude, aside))
        elif stack:
            prelude, aside = stack.pop()
            if piece.strip() and not aside and not prelude.startswith("@"):
                yield prelude, piece


def css_colour(text: str) -> str:
    """The ``#rrggbb`` of a CSS colour; "" when it is none or mostly transparent."""
    return _css_colour(text) if len(text) < LONGEST_COLOUR else ""


@lru_cache(maxsize=4096)
def _css_colour(text: str) -> str:
    text = re.sub(r"\s*!important\s*$", "", text.strip().lower())
    match = Color.match(text) if text else None
    if match is None or match.end != len(text) or match.color.alpha(nans=False) < 0.6:
        return ""
    return str(match.color.convert("srgb").fit("srgb", method="clip").to_string(hex=True, alpha=False))


def _for_all(selector: str) -> bool:
    """Custom properties of the whole page; those of one component are its own affair."""
    return bool(re.search(r":root|:host|\bhtml\b|\bbody\b|^\*$", selector))


def _sheets(site: Site) -> Iterator[tuple[str, str]]:
    """Yield (text, address) of the sheets in the page's order."""
    links = 0
    for element in site.page.root.iter("style", "link"):
        if not _on_screen(element.get("media", "")):
            continue
        if element.tag == "style":
            yield element.text or "", "style"
        elif "stylesheet" in element.get("rel", "").lower().split() and links < MAX_SHEETS:
            links += 1
            yield from _linked(site, _address(site.page, element.get("href", "")))


def _linked(site: Site, url: str, deeper: bool = True) -> Iterator[tuple[str, str]]:
    data = site.get(url, "style") if url and "fonts.googleapis.com" not in url else None
    if not data:
        return
    text = decoded(data)
    if deeper:
        for reference in re.findall(r"""@import\s++(?:url\()?\s*+["']?([^"')\s;]++)""", text)[:MAX_SHEETS]:
            yield from _linked(site, join(url, reference), deeper=False)
    yield text, url


def _address(page: Page, reference: str) -> str:
    return page.absolute(reference)


def _on_screen(media: str) -> bool:
    return not re.search(r"print|dark|speech", media.lower())
