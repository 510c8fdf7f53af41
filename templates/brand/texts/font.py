"""The site's fonts as stacks that a mail can use, and its corner radius."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from templates.brand.evidence import Candidate, chosen, merged
from templates.brand.reading.css import Styles
from templates.brand.reading.page import Page

ICON_FACE = re.compile(r"awesome|icon|material|glyph|symbol|dashicons|emoji|fontello|\betmodules\b|swiper", re.I)
SYSTEM = re.compile(
    r"^(?:-apple-system|blinkmacsystemfont|system-ui|ui-sans-serif|ui-serif|ui-monospace|inherit|initial|unset)$", re.I
)
SERIFS = re.compile(
    r"serif(?<!sans-serif)|georgia|times|garamond|merriweather(?! sans)|playfair|lora\b|baskerville|caslon|fraunces|"
    r"cambria|didot|bodoni|crimson|cormorant|spectral|bitter|noto serif|pt serif|source serif|dm serif|slab|palatino",
    re.I,
)
MONOS = re.compile(r"mono(?:space)?\b|courier|consolas|menlo|monaco|inconsolata|fira code", re.I)
#: Faces whose strokes are written rather than constructed: Trebuchet is the widespread one of their kind.
HUMANISTS = re.compile(
    r"^(?:open sans|noto sans|source sans|lato|fira sans|ubuntu|cabin|pt sans|gill sans|frutiger|myriad|trebuchet|"
    r"nunito|mulish|merriweather sans|calibri|candara|optima|alegreya sans|hind|asap|catamaran|segoe ui)",
    re.I,
)
#: Faces that every reader has; a stack that names one needs no other.
SAFE = re.compile(
    r"arial|helvetica|verdana|tahoma|trebuchet|georgia|times|courier|palatino|geneva|segoe ui|lucida|garamond", re.I
)
DEFAULT = "Helvetica, Arial, sans-serif"
SERIF_TAIL, SANS_TAIL = ["Georgia", "'Times New Roman'", "serif"], ["Helvetica", "Arial", "sans-serif"]
MONO_TAIL = ["'Courier New'", "Courier", "monospace"]
GENERIC = {"serif", "sans-serif", "monospace", "cursive", "fantasy"}
#: What a role is called in sheets: selectors of rules, and names of custom properties.
SELECTORS = {
    "body": {"body", "html", ":root"},
    "heading": {"h1", "h2", "h3", "h1,h2,h3", "h1,h2,h3,h4,h5,h6", ".h1", ".entry-title"},
}
BODY, HEADING = r"body|text|base|sans|paragraph", r"(?:heading|headline|title|display)s?"
VARIABLES = {
    role: re.compile(rf"^--(?:[\w-]*-)?(?:(?:{words})-?(?:font|typography|family)|font-?(?:family-)?(?:{words})$)")
    for role, words in (("body", BODY), ("heading", HEADING))
}
IN_RULE, EARLIER_RULE, IN_VARIABLE, LOADED = 0.6, 0.35, 0.4, 0.25
AGREED = 0.3  # for a face whose web font the page loads too
SURE = 0.35  # a face that is only loaded may be anybody's on the page
RADII = (0, 4, 8, 12)
LONGEST = 500  # characters of a declaration


@dataclass(frozen=True)
class Font:
    """CSS stacks that end in a generic family, quoted with ``'``; ``url`` is the style sheet of a web font or ""."""

    heading: str = DEFAULT
    body: str = DEFAULT
    url: str = ""


def find_font(page: Page, styles: Styles) -> Font:
    """Stacks of headings and of running text; faces that only the site has are followed by ones that readers have."""
    fonts = find_fonts(page, styles)
    body, heading = (
        chosen([one for one in fonts[field] if one.score >= SURE]) for field in ("font_body", "font_heading")
    )
    links = _web_font_links(page)
    return Font(heading or body or DEFAULT, body or DEFAULT, links[0] if links else "")


def find_fonts(page: Page, styles: Styles) -> dict[str, tuple[Candidate, ...]]:
    """Ranked stacks for font_heading and font_body, with where each was seen."""
    loaded = [(family, link) for link in _web_font_links(page) for family in _families(link)]
    return {f"font_{role}": _candidates(styles, role, loaded) for role in ("heading", "body")}


def find_radius(styles: Styles) -> int:
    """The corner radius of buttons, as one of 0, 4, 8 and 12 pixels; 8 when no rule says it."""
    found: Counter[int] = Counter()
    for rule in styles.rules:
        if re.search(r"(?:^|[.\s])(?:btn|button)\b", rule.selector) and ":" not in rule.selector:
            match = re.fullmatch(
                r"(\d{0,4}\.?\d{1,4})(px|r?em)?", styles.resolved(rule.declarations.get("border-radius", ""))
            )
            if match:
                pixels = float(match[1]) * (16 if match[2] in {"em", "rem"} else 1)
                found[min(RADII, key=lambda radius: abs(radius - pixels))] += 1
    return found.most_common(1)[0][0] if found else 8


def _candidates(styles: Styles, role: str, loaded: list[tuple[str, str]]) -> tuple[Candidate, ...]:
    votes = [*_in_rules(styles, SELECTORS[role]), *_in_variables(styles, VARIABLES[role])]
    families = {family.casefold(): link for family, link in loaded}
    votes += [
        Candidate(vote.value, "web font", AGREED, families[first])
        for vote in list(votes)
        if (first := first_family(vote.value).casefold()) in families
    ]
    votes += [Candidate(stack(family), "web font", LOADED, link) for family, link in loaded]
    return merged(vote for vote in votes if vote.value)


def _in_rules(styles: Styles, selectors: set[str]) -> list[Candidate]:
    """The families of the rules for one of the selectors; the last one is what a browser takes."""
    found: list[Candidate] = []
    for rule in styles.rules:
        if "font" in rule.body and {part.strip() for part in rule.selector.split(",")} & selectors:
            value = styles.resolved(rule.declarations.get("font-family", "")) or _of_shorthand(
                styles.resolved(rule.declarations.get("font", ""))
            )
            source = "rendered page" if rule.sheet == "rendered page" else "style sheet"
            if family := stack(value):
                found.append(Candidate(family, source, EARLIER_RULE, f"{rule.sheet} {rule.selector[:80]}"))
    if not found:
        return []
    return [*found[:-1], Candidate(found[-1].value, found[-1].source, IN_RULE, found[-1].locator)]


def _in_variables(styles: Styles, names: re.Pattern[str]) -> Iterator[Candidate]:
    for name, (value, sheet) in styles.variables.items():
        if names.search(name.lower()) and re.search(r"[a-z]{3}", value, re.I):
            yield Candidate(stack(styles.resolved(value)), "variable", IN_VARIABLE, f"{sheet} {name}")


def _web_font_links(page: Page) -> list[str]:
    """Style sheets of the one service that mails may load fonts from."""
    return [page.absolute(link.get("href", "")) for link in page.select("link[href*='fonts.googleapis.com/css']")]


def _families(link: str) -> list[str]:
    """The faces that a link to the service loads, icons left out."""
    try:
        values = [value for name, value in parse_qsl(urlsplit(link).query) if name == "family"]
    except ValueError:
        return []
    names = [one.partition(":")[0].strip() for value in values for one in value.split("|")]
    return [name for name in names if name and not ICON_FACE.search(name)][:8]


def _of_shorthand(font: str) -> str:
    """``17px/1.6 "Avenir Next", Arial`` → the families after the size."""
    match = re.search(r"[\d.]+(?:px|r?em|%|vw|pt)(?:\s*/\s*[\w.%]+)?\s+(.+)$", font[:LONGEST])
    return match[1] if match else ""


def first_family(value: str) -> str:
    """The first face of a stack, without quotes."""
    return re.sub(r"[\"']", "", value.partition(",")[0]).strip()


def stack(value: str) -> str:
    """A stack as mails can use it: at most four faces of the site's, then those of their kind that readers have."""
    value = re.sub(r"\s*+!important", "", value[:LONGEST])
    names = [name.strip().strip("\"'").strip() for name in value.split(",")]
    names = [
        name for name in names if name and not SYSTEM.match(name) and not ICON_FACE.search(name) and "(" not in name
    ]
    if not names:
        return ""
    own = [name for name in names if name not in GENERIC][:4]
    quoted = [f"'{name}'" if re.search(r"[^\w-]", name) else name for name in own if re.fullmatch(r"[\w .-]+", name)]
    return ", ".join(dict.fromkeys(quoted + _tail(value, own)))


def _tail(value: str, own: list[str]) -> list[str]:
    """Faces that readers have, of the kind of the site's own."""
    if SERIFS.search(value):
        return SERIF_TAIL
    if MONOS.search(value):
        return MONO_TAIL
    written = own and HUMANISTS.match(own[0]) and not any(SAFE.search(name) for name in own)
    return ["'Trebuchet MS'", *SANS_TAIL] if written else SANS_TAIL
