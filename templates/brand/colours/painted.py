"""What a page paints, by the kind of thing: its buttons, header, links, headings and grounds.

Reads rules: those of style sheets, and those that ``attribute_rules`` makes of the elements' own attributes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from templates.brand.colours.contrast import WHITE, chromatic, contrast
from templates.brand.colours.oklch import GREY, lch
from templates.brand.colours.weights import WEIGHTS
from templates.brand.evidence import Candidate
from templates.brand.reading.attribute_rules import FOREIGN
from templates.brand.reading.css import Rule, Styles, css_colour

BUTTON = re.compile(r"(?:^|[\s.#_-])(?:btn|button|cta)\b|(?:^|[\s,])button\b|\[type=.?submit|-button-?link")
MAIN = re.compile(r"primary|main|cta|brand|submit|solid|filled")
NOT_MAIN = re.compile(
    r"secondary|outline|ghost|link\b|disabled|danger|warning|success|error|info|close|social|share|facebook|twitter|menu|"
    r"nav|search|toggle|icon|play|text|light|white|transparent|cancel|delete|slick|swiper|dark|default|prev|next|arrow|"
    r"badge|tag|tab|dropdown|pagination|whatsapp|linkedin|instagram|pinterest|google|youtube|apple|print|hidden|"
    r"red\b|blue\b|green\b|yellow\b|orange\b|purple\b|pink\b|gr[ae]y\b|black\b"
)
#: What a header is called: alone, behind the prefix of a theme or of a tool that makes names, or as its inner box.
HEADER = re.compile(
    r"(?:^|[.#])(?:site-|main-|page-|global-|top-|primary-|app-|nav-|[lco]-|td-|et-|fusion-|ast-|elementor-location-|"
    r"(?:[a-z]+-)?(?=[a-z]*\d)[a-z\d]{5,8}-(?:[\w-]*-)?)?"
    r"(?:header|masthead|navbar|nav-bar|topbar|top-bar|app-bar|main-nav|nav-container|site-nav)"
    r"(?:$|(?:-|__|--)(?:wrapper|wrap|container|inner|outer|bg|background|primary|main|default|top|bar|bottom|slim|is-slim|"
    r"row|brand)\b)"
)
#: What stands in a header without being its ground.
NOT_HEADER = re.compile(
    r"link|item|icon|button|btn|search|dropdown|sub-?menu|toggle|badge|alert|promo|:|\bh[1-6]\b|\bul\b|\bli\b|\bimg\b|"
    r"\bspan\b|mobile"
)
#: Parts of a page that have headers of their own.
WITH_HEADER = re.compile(
    r"card|modal|panel|popover|toast|entry|article|widget|section|table|accordion|sidebar|footer|block|post|comment|"
    r"offcanvas|player|dialog|drawer|story|list|form|popup|calendar|promo|feature"
)
LINKS = re.compile(r"(?:(?:html |body |main |#content |\.content |\.entry-content )?a(?::link|\[href\])?)")
UNDER_MOUSE = re.compile(r"(?:body )?a:(?:hover|focus|active)")
HEADINGS = re.compile(r"(?:body )?h[1-3]")
ROOTS = frozenset({"body", "html", ":root", "html body", "#page", ".site", ".wp-site-blocks"})
PLAIN_ANCESTORS = re.compile(
    r"(?:^|[\s>+~])(?:html|body|main|:root|#page|#content|\.site|\.content|\.entry-content)\b[^\s>]*"
)
#: States, other companies, and what warns.
NOT_OWN = re.compile(
    r"error|danger|warning|success|alert|facebook|twitter|linkedin|pinterest|whatsapp|instagram|youtube|google|social|share|"
    r"breaking|live\b|sale|badge|notice|tweet|dark|:(?:hover|focus|active|visited)|"
    r"red\b|blue\b|green\b|yellow\b|orange\b|purple\b|pink\b"
)
ANY_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|(?:rgb|hsl|oklch)a?\([^()]*\)", re.I)
BLUE = (225.0, 285.0)  # OKLCH hues of the links that browsers and habits make


def painted_colours(rules: Iterable[Rule], styles: Styles, *, white_logo: bool) -> Iterator[Candidate]:
    """Votes of everything that is painted for the company's colour; a white logo goes with the header's ground."""
    filled = Counter[str]()
    for rule in rules:
        if "color" not in rule.body and "background" not in rule.body:
            continue
        selector = kebab(rule.selector)
        if FOREIGN.search(selector):
            continue
        yield from _grounds(rule, selector, styles, "header of a white logo" if white_logo else "header")
        yield from _inks(rule, selector, styles)
        if colour := _filled(rule, selector, styles):
            filled[colour] += 1
    yield from _most_filled(filled)


def button_colours(rule: Rule, selector: str, styles: Styles) -> Iterator[Candidate]:
    """Votes of one rule for the colour of buttons; none when it is not about the site's main ones."""
    if "background" not in rule.body or not BUTTON.search(selector):
        return
    for part in parts(selector):
        if BUTTON.search(part) and ":" not in part and not NOT_MAIN.search(part):
            kind = "main button" if MAIN.search(part) else "button" if alone(part) else "part's button"
            yield Candidate(ground(rule, styles), "buttons", WEIGHTS[kind], f"{rule.sheet} {part[:80]}")
            return


def ground(rule: Rule, styles: Styles) -> str:
    """The colour a rule paints the ground with; of a gradient its first one."""
    for name in ("background-color", "background", "background-image"):
        value = styles.resolved(rule.declarations.get(name, ""))
        colour = css_colour(value) or next((found for piece in value.split() if (found := css_colour(piece))), "")
        colour = colour or next((found for one in ANY_COLOUR.findall(value) if (found := css_colour(one))), "")
        if colour:
            return colour
    return ""


def ink(rule: Rule, styles: Styles) -> str:
    """The colour a rule writes with."""
    return styles.colour(rule.declarations.get("color", ""))


@lru_cache(maxsize=16384)
def kebab(selector: str) -> str:
    """A selector in small letters, the humps of ``MainNavBar`` as hyphens."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", selector[:400]).lower()


def parts(selector: str) -> list[str]:
    """The first few selectors of a list."""
    return [part.strip() for part in selector.split(",")[:6]]


def alone(part: str) -> bool:
    """Whether a selector is about the whole page, not about things inside one of its parts."""
    return not re.search(r"[\s>+~]", PLAIN_ANCESTORS.sub("", f" {part}").strip())


def is_link(part: str) -> bool:
    """Whether a selector means the page's links."""
    return LINKS.fullmatch(part) is not None


def is_blue(colour: str) -> bool:
    """Whether a link's colour may be a habit: browsers and most sites have blue ones."""
    _, chroma, hue = lch(colour)
    return chroma > GREY and BLUE[0] < hue < BLUE[1]


def is_header(part: str) -> bool:
    """Whether a selector means the ground of the site's header."""
    *around, last = re.split(r"[\s>+~]+", part)
    return (
        HEADER.search(last) is not None
        and not NOT_HEADER.search(last)
        and not WITH_HEADER.search(" ".join((*around, last.replace("-header", ""))))
    )


def _grounds(rule: Rule, selector: str, styles: Styles, header: str) -> Iterator[Candidate]:
    if "background" not in rule.body:
        return
    yield from button_colours(rule, selector, styles)
    for part in parts(selector):
        kind, source = _kind_of_ground(part, header)
        if kind:
            colour = ground(rule, styles)
            if kind != "page" or (colour and lch(colour)[1] > 0.015):
                yield Candidate(colour, source, WEIGHTS[kind], f"{rule.sheet} {part[:80]}")
            return


def _kind_of_ground(part: str, header: str) -> tuple[str, str]:
    if is_header(part):
        return header, "header"
    if part in ROOTS:
        return "page", "page"
    return ("selection", "selection") if part.endswith("::selection") else ("", "")


def _inks(rule: Rule, selector: str, styles: Styles) -> Iterator[Candidate]:
    if "accent-color" in rule.body:
        colour = styles.colour(rule.declarations.get("accent-color", ""))
        yield Candidate(colour, "controls", WEIGHTS["control"], f"{rule.sheet} {selector[:80]}")
    if "color" not in rule.declarations:
        return
    for part in parts(selector):
        kind, source = _kind_of_ink(part)
        if kind:
            colour = ink(rule, styles)
            kind = "blue link" if kind == "link" and colour and is_blue(colour) else kind
            yield Candidate(colour, source, WEIGHTS[kind], f"{rule.sheet} {part[:80]}")
            return


def _kind_of_ink(part: str) -> tuple[str, str]:
    if is_link(part):
        return "link", "links"
    if UNDER_MOUSE.fullmatch(part):
        return "link under the mouse", "links"
    return ("heading", "headings") if HEADINGS.fullmatch(part) else ("", "")


def _filled(rule: Rule, selector: str, styles: Styles) -> str:
    """The colour of a shape that carries white words: what a page does with its own colour, however it is named."""
    if "background" not in rule.body or "color" not in rule.declarations or NOT_OWN.search(selector):
        return ""
    colour, words = ground(rule, styles), ink(rule, styles)
    if not colour or not words or not chromatic(colour):
        return ""
    return colour if contrast(words, WHITE) < 1.2 and contrast(colour, WHITE) > 2 else ""


def _most_filled(filled: Counter[str]) -> Iterator[Candidate]:
    total = sum(filled.values())
    for colour, count in filled.most_common(2):
        if count >= 2:
            yield Candidate(colour, "filled shapes", WEIGHTS["filled"] * min(1.0, 1.5 * count / total), "style")
