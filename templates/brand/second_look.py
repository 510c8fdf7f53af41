"""What a browser saw of the page, joined to what was read of it: it fills gaps, confirms, and settles doubts.

Whatever the page itself says with confidence stays first, so that a look can only better a kit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urldefrag

from templates.brand.evidence import Candidate, best_first, clipped
from templates.brand.logo import Logos
from templates.brand.logos.logo_file import Choice, LogoFile, choose_logo
from templates.brand.reading.css import Rule, Styles
from templates.brand.reading.page import Page, parse_page
from templates.brand.site import Site
from templates.brand.witness import Rendered, SeenLogo

RENDERED = "rendered:"
"""Begins the reference of a logo that exists as its cut-out only: ``rendered:header``, ``rendered:page-2`` …"""
SURE_LOGO = 0.5  # a logo that the page names with so much confidence is not replaced by one that was seen
AGREEMENT = 0.05
PHOTO = 0.45  # what a picture loses that fills a good part of the screen
WIDE, SQUARE = (1.2, 16.0), (0.8, 1.25)
LIKE_AN_ICON = 0.4  # factor: icons are declared for the square slot, a header's square logo is a guess there


def built_page(page: Page, seen: Rendered) -> Page:
    """The page after its scripts ran, for what the page as it came does not say; the page itself when none was seen."""
    return parse_page(seen.html, page.url) if seen.html else page


def with_seen_logos(site: Site, logos: Logos, seen: Rendered) -> Logos:
    """Logos with those that were seen among them; the cut-outs of those without address are kept in the site.

    What was seen as a photograph is doubted.
    """
    photos = {_address(url) for url in seen.photos}
    read_wide, read_square = (best_first(_doubted(one, photos) for one in both) for both in (logos.wide, logos.square))
    found = [(_candidate(site, logo, seen.logos[:number]), logo) for number, logo in enumerate(seen.logos)]
    wide = [candidate for candidate, logo in found if _shaped(logo, WIDE)]
    square = [
        replace(candidate, score=clipped(candidate.score * LIKE_AN_ICON))
        for candidate, logo in found
        if _shaped(logo, SQUARE)
    ]
    return replace(
        logos,
        wide=joined(read_wide, wide, SURE_LOGO, _one_address, _a_little_surer),
        square=joined(read_square, square, 0.0, _one_address, _a_little_surer),
    )


def chosen_again(
    site: Site, styles: Styles, slots: Mapping[str, Choice], logos: Logos, seen: Rendered
) -> dict[str, Choice]:
    """The choice of each slot, made again among ``logos`` where nothing was chosen, or a wide logo that is in doubt."""
    scores = {candidate.value: candidate.score for candidate in logos.wide}
    chosen = dict(slots)
    if scores.get(slots["wide"].reference, 0.0) < SURE_LOGO:
        chosen["wide"] = choose_logo(site, styles, logos.wide, "wide")
    if not slots["square"].reference:
        chosen["square"] = choose_logo(site, styles, logos.square, "square")
    return {**chosen, "wide": _as_drawn(chosen["wide"], logos.wide, seen)}


def _as_drawn(choice: Choice, candidates: tuple[Candidate, ...], seen: Rendered) -> Choice:
    """The best candidate as the browser drew it, where its own file could not be had or cannot be drawn by us."""
    best = candidates[0].value if candidates and candidates[0].score >= SURE_LOGO else ""
    pictures = {_address(logo.reference): logo.picture for logo in seen.logos if logo.picture and _shaped(logo, WIDE)}
    if not best or (choice.file and choice.reference == best) or _address(best) not in pictures:
        return choice
    return Choice(best, LogoFile(best, pictures[_address(best)], "image/png"))


def seen_styles(styles: Styles, seen: Rendered) -> Styles:
    """The sheets with the fonts and the corner that were seen as rules that any of the site's own outweighs."""
    fonts = [
        Rule(selector, f"font-family:{seen.fonts[name]}", "rendered page")
        for selector, name in (("body", "body"), ("h1", "heading"))
        if _own_font(seen.fonts.get(name, ""))
    ]
    corner = [] if seen.radius is None else [Rule("button", f"border-radius:{seen.radius}px", "rendered page")]
    return replace(styles, rules=(*fonts, *styles.rules, *corner))


def joined(
    read: tuple[Candidate, ...],
    seen: list[Candidate],
    sure: float,
    same: Callable[[str, str], bool],
    together: Callable[[Candidate, Candidate], float],
) -> tuple[Candidate, ...]:
    """Candidates of both witnesses, best first; a first one that was read with the score ``sure`` stays the first.

    ``same`` says which values are one; such a one gets the names of both sources, and the score that ``together``
    makes of the two.
    """
    both = list(read)
    for candidate in seen:
        known = next((place for place, one in enumerate(both) if same(one.value, candidate.value)), None)
        if known is None:
            both.append(candidate)
        elif candidate.source not in both[known].source:
            score = clipped(together(both[known], candidate))
            both[known] = replace(both[known], source=f"{both[known].source}, {candidate.source}", score=score)
    if read and read[0].score >= sure:
        return (both[0], *best_first(both[1:]))
    return best_first(both)


def _candidate(site: Site, logo: SeenLogo, before: tuple[SeenLogo, ...]) -> Candidate:
    reference = logo.reference
    if not reference:
        place = logo.source.rpartition(" ")[2]
        number = 1 + sum(1 for one in before if not one.reference and one.source == logo.source)
        reference = f"{RENDERED}{place}{f'-{number}' if number > 1 else ''}"
        site.keep(reference, logo.picture)
    left, top, width, height = logo.box
    return Candidate(reference, logo.source, clipped(logo.score), f"{width} × {height} px at {left}, {top}")


def _shaped(logo: SeenLogo, ratios: tuple[float, float]) -> bool:
    _, _, width, height = logo.box
    return height > 0 and ratios[0] <= width / height <= ratios[1]


def _one_address(one: str, other: str) -> bool:
    return _address(one) == _address(other)


def _a_little_surer(read: Candidate, seen: Candidate) -> float:
    """The score of what both witnesses judge by the same rules, so that the second adds little."""
    return max(read.score, seen.score) + AGREEMENT


def _doubted(candidate: Candidate, photos: set[str]) -> Candidate:
    if _address(candidate.value) not in photos:
        return candidate
    return replace(candidate, score=clipped(candidate.score - PHOTO))


def _address(reference: str) -> str:
    """A reference for comparison: the scheme and what comes after ``#`` make no other picture."""
    return urldefrag(reference)[0].removeprefix("http:").removeprefix("https:")


def _own_font(family: str) -> bool:
    """Whether a computed family is the site's choice; browsers set what has none in Times."""
    return bool(family) and family.strip("\"'").casefold() not in {"times new roman", "times", "serif"}
