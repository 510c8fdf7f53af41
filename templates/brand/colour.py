"""The company's colour: every place that shows it has a vote, and the votes for what looks the same add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from templates.brand.colours.clusters import SNAP, clustered, strongest
from templates.brand.colours.contrast import BLACK, WHITE, contrast
from templates.brand.colours.declared_colours import declared_colours
from templates.brand.colours.decoys import DECLARED, SOCIAL, is_decoy
from templates.brand.colours.oklch import GREY, hue_distance, hued, lch
from templates.brand.colours.painted import painted_colours
from templates.brand.colours.weights import (
    BLACK_DECLARED,
    BLACK_ICON,
    BLACK_LOGO,
    BLACK_LOGO_AND_ICON,
    GREY_DECLARED,
    GREY_PAINTED,
    INKY,
)
from templates.brand.evidence import Candidate
from templates.brand.logos.drawings import drawn_colours
from templates.brand.reading.attribute_rules import page_rules
from templates.brand.reading.css import Styles
from templates.brand.reading.variables import variable_colours
from templates.brand.site import Site
from templates.brand.texts.networks import NETWORKS

NEAR_WHITE = 1.12  # contrast to white under which a colour is a ground, not a brand's


def find_colours(
    site: Site,
    styles: Styles,
    logo: Sequence[Candidate] = (),
    icon: Sequence[Candidate] = (),
    *,
    logo_seen: bool = False,
) -> tuple[Candidate, ...]:
    """Ranked colours for ``primary``. ``logo`` and ``icon`` hold the colours of the two slots' pictures.

    A logo that was seen and has none is white; then the header's ground is the colour that goes with it.
    """
    rules = (*styles.rules, *page_rules(site.page))
    white_logo = logo_seen and not logo
    votes = [
        *declared_colours(site),
        *variable_colours(styles, site.page.label),
        *painted_colours(rules, styles, white_logo=white_logo),
        *drawn_colours(site.page),
        *logo,
        *icon,
    ]
    confirmed = [vote.value for vote in (*logo, *icon)]
    if site.page.label in NETWORKS:  # at home, a network's colour is its own
        confirmed += sorted(SOCIAL)
    weighed = [replace(vote, score=_weight(vote, confirmed, white_logo=white_logo)) for vote in strongest(votes)]
    return clustered(vote for vote in (*weighed, *_without_hue(logo, icon)) if vote.score > 0)


def _without_hue(logo: Sequence[Candidate], icon: Sequence[Candidate]) -> list[Candidate]:
    """A grey, black or white company: when its logo has no colour, and its icon neither, the logo's is the brand's."""
    if any(hued(vote.value) for vote in (*logo, *icon)):
        return []
    agreed = logo and icon and lch(icon[0].value)[1] < GREY
    weight = BLACK_LOGO_AND_ICON if agreed else BLACK_LOGO if logo else BLACK_ICON
    in_icon = [vote.value for vote in icon]
    both = [vote for vote in logo if any(hue_distance(vote.value, colour) < SNAP for colour in in_icon)]
    return [replace(vote, score=weight) for vote in (*both, *logo, *icon)[:1]]


def _weight(vote: Candidate, confirmed: Sequence[str], *, white_logo: bool) -> float:
    """A vote's weight after doubts: generators' and frameworks' colours, grounds, greys."""
    if is_decoy(vote.value, vote.source) and not _confirmed(vote, confirmed):
        return 0.0
    if vote.source == "page":
        return vote.score
    if contrast(vote.value, WHITE) < NEAR_WHITE:
        return 0.0
    if hued(vote.value) or (white_logo and vote.source == "header" and lch(vote.value)[1] >= GREY):
        return vote.score  # under a white logo even a navy that is nearly black is the company's own
    return vote.score * _grey(vote)


def _confirmed(vote: Candidate, in_logo: Sequence[str]) -> bool:
    """Whether the logo shows that a tool's default is the company's colour too; a black logo shows no such thing."""
    if vote.source.startswith(("logo", "icon")):
        return True
    return hued(vote.value) and any(hue_distance(vote.value, colour) < SNAP for colour in in_logo)


def _grey(vote: Candidate) -> float:
    """How much of its weight a colour without a hue keeps."""
    if lch(vote.value)[1] >= GREY:
        return INKY
    if vote.source not in DECLARED:
        return GREY_PAINTED
    return BLACK_DECLARED if vote.value == BLACK else GREY_DECLARED
