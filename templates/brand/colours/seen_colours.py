"""Votes for a brand's colours from what a browser painted: header, buttons, links, running text and its ground."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from templates.brand.colours.clusters import PIXELS, SAME, SNAP
from templates.brand.colours.contrast import WHITE, contrast
from templates.brand.colours.decoys import is_decoy
from templates.brand.colours.oklch import hue_distance, hued
from templates.brand.colours.roles import FITS, SECOND
from templates.brand.evidence import Candidate
from templates.brand.second_look import joined
from templates.brand.witness import Rendered, SeenColour

SURE = 0.6  # a colour that was read with so much confidence stays the first
PALE = 1.35  # contrast to white: a paler button is a second one, a paler header is paper
#: What a kind of thing says of a role, and how strongly.
VOTES: Mapping[str, Mapping[str, float]] = {
    "primary": {"header": 0.3, "button": 0.3, "link": 0.15, "heading": 0.15},
    "button": {"button": 0.5},
    "link": {"link": 0.5},
    "background": {"background": 0.5},
    "text": {"text": 0.5},
}
SOURCES = {
    "header": "rendered header",
    "button": "rendered buttons",
    "link": "rendered links",
    "heading": "rendered headings",
    "background": "rendered page",
    "text": "rendered text",
}
#: What browsers paint where the site says nothing.
DEFAULTS = {"link": {"#0000ee", "#551a8b"}, "text": {"#000000"}}
RUNNER_UP = 0.6  # of the weight, for the kind's second colour by area


def with_seen_colours(found: Mapping[str, tuple[Candidate, ...]], seen: Rendered) -> dict[str, tuple[Candidate, ...]]:
    """Candidates by role with the votes of the rendered page among them."""
    roles = {role: _joined(read, list(_votes(role, seen))) if role in VOTES else read for role, read in found.items()}
    if seen.colours and roles["primary"]:
        first = roles["primary"][0].value
        roles["accent"] = tuple(one for one in roles["accent"] if hue_distance(one.value, first) > SECOND)
    return roles


def _joined(read: tuple[Candidate, ...], votes: list[Candidate]) -> tuple[Candidate, ...]:
    """Votes of both; a colour that was read from pixels takes the digits of the painted one, which are exact."""
    exact = []
    for one in read:
        same = next((vote for vote in votes if hue_distance(vote.value, one.value) < SNAP), None)
        by_pixels = all(source in PIXELS for source in one.source.split(", "))
        exact.append(replace(one, value=same.value) if same and by_pixels else one)
    return joined(tuple(exact), votes, SURE, _same, _together)


def _votes(role: str, seen: Rendered) -> Iterator[Candidate]:
    fits = hued if role == "primary" else FITS[role]
    for kind, weight in VOTES[role].items():
        for place, colour in enumerate(_by_area(kind, seen.colours)[:2]):
            if fits(colour.value):
                yield Candidate(colour.value, SOURCES[kind], weight * RUNNER_UP**place, colour.locator)


def _by_area(kind: str, colours: tuple[SeenColour, ...]) -> list[SeenColour]:
    """The colours of a kind, the one that covers most first; each once, for the first thing that has it."""
    own = sorted((one for one in colours if one.kind == kind and _speaks(one)), key=lambda one: one.value)
    groups = [list(group) for _, group in groupby(own, key=lambda one: one.value)]
    areas = [(sum(one.box[2] * one.box[3] for one in group), group[0]) for group in groups]
    return [first for _, first in sorted(areas, key=lambda area: -area[0])]


def _speaks(colour: SeenColour) -> bool:
    """Whether a colour is the company's choice: no browser's or framework's, and of a button or header no paper."""
    if colour.value in DEFAULTS.get(colour.kind, ()) or is_decoy(colour.value, SOURCES[colour.kind]):
        return False
    return colour.kind not in {"button", "header"} or contrast(colour.value, WHITE) > PALE


def _same(one: str, other: str) -> bool:
    return hue_distance(one, other) < SAME


def _together(read: Candidate, seen: Candidate) -> float:
    """What is painted and what is declared are two sources; a button's rule and the button are one."""
    if seen.source.removeprefix("rendered ") in read.source.split(", "):
        return read.score
    return 1 - (1 - read.score) * (1 - seen.score)
