"""The site's fonts as stacks that a mail can use, and its corner radius."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from templates.brand.css import Styles
from templates.brand.page import Page

ICON_FACE = re.compile(r"awesome|icon|material|glyph|symbol|dashicons|emoji", re.I)
SYSTEM = re.compile(
    r"^(?:-apple-system|blinkmacsystemfont|system-ui|ui-sans-serif|ui-serif|ui-monospace|inherit|initial|unset)$", re.I
)
SERIFS = re.compile(
    r"serif(?<!sans-serif)|georgia|times|garamond|merriweather|playfair|lora\b|baskerville|caslon|fraunces|cambria|didot|bodoni",
    re.I,
)
DEFAULT = "Helvetica, Arial, sans-serif"
SERIF_TAIL, SANS_TAIL = ["Georgia", "'Times New Roman'", "serif"], ["Helvetica", "Arial", "sans-serif"]
RADII = (0, 4, 8, 12)


@dataclass(frozen=True)
class Font:
    """CSS stacks that end in a generic family, quoted with ``'``; ``url`` is the style sheet of a web font or ""."""

    heading: str = DEFAULT
    body: str = DEFAULT
    url: str = ""


def find_font(page: Page, styles: Styles) -> Font:
    """Stacks of headings and of running text; faces that only the site has are followed by ones that readers have."""
    body = _stack(_family(styles, {"body", "html", ":root", "html,body"}))
    heading = _stack(_family(styles, {"h1", "h2", "h1,h2,h3", "h1,h2,h3,h4,h5,h6"})) or body
    links = [page.absolute(link.get("href", "")) for link in page.select("link[href*='fonts.googleapis.com/css']")]
    return Font(heading or DEFAULT, body or DEFAULT, links[0] if links else "")


def find_radius(styles: Styles) -> int:
    """The corner radius of buttons, as one of 0, 4, 8 and 12 pixels; 8 when no rule says it."""
    found: Counter[int] = Counter()
    for rule in styles.rules:
        if re.search(r"(?:^|[.\s])(?:btn|button)\b", rule.selector) and ":" not in rule.selector:
            match = re.fullmatch(r"([\d.]+)(px|r?em)?", styles.resolved(rule.declarations.get("border-radius", "")))
            if match:
                pixels = float(match[1]) * (16 if match[2] in {"em", "rem"} else 1)
                found[min(RADII, key=lambda radius: abs(radius - pixels))] += 1
    return found.most_common(1)[0][0] if found else 8


def _family(styles: Styles, selectors: set[str]) -> str:
    """The last rule for one of the selectors that names a family."""
    found = ""
    for rule in styles.rules:
        parts = {part.strip() for part in rule.selector.split(",")}
        if parts & selectors:
            value = styles.resolved(rule.declarations.get("font-family", "")) or _of_shorthand(
                styles.resolved(rule.declarations.get("font", ""))
            )
            found = value or found
    return found


def _of_shorthand(font: str) -> str:
    """``17px/1.6 "Avenir Next", Arial`` → the families after the size."""
    match = re.search(r"[\d.]+(?:px|r?em|%|vw|pt)(?:\s*/\s*[\w.%]+)?\s+(.+)$", font)
    return match[1] if match else ""


def _stack(value: str) -> str:
    value = re.sub(r"\s*!important", "", value)
    names = [name.strip().strip("\"'").strip() for name in value.split(",")]
    names = [
        name for name in names if name and not SYSTEM.match(name) and not ICON_FACE.search(name) and "(" not in name
    ]
    if not names:
        return ""
    own = [name for name in names if name not in {"serif", "sans-serif", "monospace", "cursive", "fantasy"}][:4]
    tail = SERIF_TAIL if SERIFS.search(value) else SANS_TAIL
    quoted = [f"'{name}'" if re.search(r"[^\w-]", name) else name for name in own if re.fullmatch(r"[\w .-]+", name)]
    return ", ".join(dict.fromkeys(quoted + tail))
