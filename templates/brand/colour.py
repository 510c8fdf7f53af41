"""The company's colour and its buttons' colour: candidates from what the page declares and what its logo shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from templates.brand.contrast import BLACK, WHITE, chromatic, contrast, rgb
from templates.brand.css import Styles, css_colour
from templates.brand.decoys import is_decoy
from templates.brand.evidence import Candidate, best_first, clipped
from templates.brand.page import Page
from templates.brand.palette import hue_distance

SAME = 5.0  # CIEDE2000 under which two colours are one
SNAP = 6.0  # the same for a colour read from pixels, which compression shifts
BUTTON = re.compile(r"(?:^|[\s.#_-])(?:btn|button|cta)\b|(?:^|[\s,])button\b|\[type=.?submit", re.I)
NOT_MAIN = re.compile(
    r"secondary|outline|ghost|link|disabled|danger|warning|success|error|info|close|social|share|facebook|twitter|menu|"
    r"nav|search|toggle|cookie|consent|icon|play|text|light|white|transparent|cancel|delete|slick|swiper",
    re.I,
)
BRAND_VARIABLE = re.compile(
    r"^--(?:[\w-]*-)?(?:brand|primary|main|theme|key|corporate)(?:-?colou?r)?(?:-(?:500|600|base|default|main|primary|bg))?$|"
    r"^--colou?r-(?:brand|primary|main|theme|accent)$",
    re.I,
)
ACCENT_VARIABLE = re.compile(
    r"^--(?:[\w-]*-)?(?:accent|action|cta|button|highlight|secondary)(?:-?colou?r)?(?:-(?:500|base|default|main|bg))?$",
    re.I,
)
PRESET = re.compile(r"^--wp--preset|^--bs-|^--mdc-|^--fa-|^--swiper|^--chakra|^--ck-|^--cc-", re.I)
PALE_BUTTON = 1.35  # a paler button is a site's second or third one
NEAR_WHITE, NEAR_BLACK = 1.12, 1.35  # contrast to white and to black under which a colour is a ground, not a brand's


def find_colours(
    page: Page, styles: Styles, logo: tuple[Candidate, ...], *, logo_seen: bool = False
) -> tuple[Candidate, ...]:
    """Ranked colours for ``primary``. ``logo`` holds the colours of the logo, as ``logo_colours`` gives them.

    A logo that was seen and has none is white; then the header's ground is the colour that goes with it.
    """
    white_logo = logo_seen and not logo
    votes = [*_declared(page), *_variables(styles), *_painted(styles, 0.55 if white_logo else 0.2), *logo]
    confirmed = [vote.value for vote in logo]
    weighted = [replace(vote, score=_weight(vote, confirmed)) for vote in votes]
    groups = _groups([vote for vote in weighted if vote.score > 0])
    ranked = best_first(_agreed(group) for group in groups)
    return _settled(ranked, logo)


def find_accents(styles: Styles) -> tuple[Candidate, ...]:
    """Ranked colours of the site's own buttons."""
    votes = [replace(vote, score=_weight(vote, [])) for vote in (*_buttons(styles), *_accent_variables(styles))]
    votes = [vote for vote in votes if vote.score > 0 and contrast(vote.value, WHITE) > PALE_BUTTON]
    return best_first(_agreed(group) for group in _groups(votes))


def _declared(page: Page) -> Iterator[Candidate]:
    for element in page.root.iter("meta"):
        name = element.get("name", "").lower()
        if name == "theme-color" and "dark" not in element.get("media", ""):
            yield Candidate(css_colour(element.get("content", "")), "theme-color", 0.6, "meta[name=theme-color]")
        elif name in {"msapplication-tilecolor", "msapplication-navbutton-color"}:
            yield Candidate(css_colour(element.get("content", "")), "tile", 0.35, "meta")
    for link in page.select("link[rel~=mask-icon]"):
        yield Candidate(css_colour(link.get("color", "")), "mask-icon", 0.5, "link[rel=mask-icon]")


def _variables(styles: Styles) -> Iterator[Candidate]:
    for name, (value, sheet) in styles.variables.items():
        if BRAND_VARIABLE.search(name) and not PRESET.search(name):
            yield Candidate(styles.colour(value), "variable", 0.5 if "brand" in name else 0.42, f"{sheet} {name}")


def _accent_variables(styles: Styles) -> Iterator[Candidate]:
    for name, (value, sheet) in styles.variables.items():
        if ACCENT_VARIABLE.search(name) and not PRESET.search(name):
            yield Candidate(styles.colour(value), "variable", 0.3, f"{sheet} {name}")


def _painted(styles: Styles, header: float) -> Iterator[Candidate]:
    """Buttons, links and headers: each kind counts a little, ``header`` for the last."""
    yield from (replace(vote, score=0.3) for vote in _buttons(styles))
    for rule in styles.rules:
        selectors = [part.strip() for part in rule.selector.split(",")]
        if any(part in {"a", "a:link", "body a", "a,a:visited"} for part in selectors):
            yield Candidate(
                styles.colour(rule.declarations.get("color", "")), "links", 0.2, f"{rule.sheet} {rule.selector}"
            )
        elif any(
            re.search(r"(?:^|[.#\s])(?:site-|main-|page-|global-)?(?:header|masthead|navbar|nav-bar)$", part)
            for part in selectors
        ):
            yield Candidate(_background(rule.declarations, styles), "header", header, f"{rule.sheet} {rule.selector}")


def _buttons(styles: Styles) -> Iterator[Candidate]:
    for rule in styles.rules:
        if "background" not in rule.body:
            continue
        for part in rule.selector.split(",")[:6]:
            if BUTTON.search(part) and ":" not in part and not NOT_MAIN.search(part):
                main = bool(re.search(r"primary|main|cta|brand|submit", part))
                colour = _background(rule.declarations, styles)
                yield Candidate(colour, "buttons", 0.5 if main else 0.35, f"{rule.sheet} {part.strip()[:80]}")


def _background(declarations: dict[str, str], styles: Styles) -> str:
    for name in ("background-color", "background"):
        value = styles.resolved(declarations.get(name, ""))
        colour = css_colour(value) or next((found for piece in value.split() if (found := css_colour(piece))), "")
        if colour:
            return colour
    return ""


def _weight(vote: Candidate, confirmed: list[str]) -> float:
    """A vote's weight after doubts: generator and framework colours, grounds, greys."""
    if not vote.value:
        return 0.0
    by_logo = any(hue_distance(vote.value, colour) < SNAP for colour in confirmed)
    if is_decoy(vote.value, vote.source) and not by_logo:
        return 0.0
    if contrast(vote.value, WHITE) < NEAR_WHITE:
        return 0.0
    if not chromatic(vote.value):
        return vote.score * 0.25
    if contrast(vote.value, BLACK) < NEAR_BLACK and not by_logo and vote.score < 0.5:
        return vote.score * 0.4
    return vote.score


def _groups(votes: list[Candidate]) -> list[list[Candidate]]:
    """Votes whose colours look the same, whatever their digits; declared colours lead, pixels follow."""
    groups: list[list[Candidate]] = []
    for vote in sorted(votes, key=lambda vote: (vote.source == "logo pixels", -vote.score)):
        limit = SNAP if vote.source == "logo pixels" else SAME
        for group in groups:
            if hue_distance(vote.value, group[0].value) < limit:
                group.append(vote)
                break
        else:
            groups.append([vote])
    return groups


def _agreed(group: list[Candidate]) -> Candidate:
    best: dict[str, float] = {}
    for vote in group:
        best[vote.source] = max(vote.score, best.get(vote.source, 0.0))
    doubt = 1.0
    for score in best.values():
        doubt *= 1 - min(score, 0.95)
    return replace(group[0], source=", ".join(best), score=clipped(1 - doubt))


def _settled(ranked: tuple[Candidate, ...], logo: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """A grey, black or white company: when its logo has no colour and nothing strong says otherwise, neither has it."""
    if (
        logo
        and not any(chromatic(vote.value) for vote in logo)
        and not (ranked and ranked[0].score >= 0.55 and chromatic(ranked[0].value))
    ):
        return best_first(
            (replace(logo[0], score=max(0.5, logo[0].score)), *(one for one in ranked if one.value != logo[0].value))
        )
    return ranked


def saturation(colour: str) -> float:
    """0 for greys, 1 for pure colours; the weight that a colour of a logo gets beside its area."""
    high, low = max(rgb(colour)), min(rgb(colour))
    return (high - low) / high if high else 0.0
