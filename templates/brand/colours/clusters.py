"""Votes for colours that look the same, whatever their digits, are votes for one colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import prod

from templates.brand.colours.oklch import hue_distance, lch
from templates.brand.colours.weights import KIN
from templates.brand.evidence import Candidate, best_first, clipped

SAME = 5.0  # CIEDE2000 under which two colours are one
SNAP = 6.0  # the same for a colour read from pixels, which compression shifts
MOST_VOTES = 120
MOST_VOTES = 150  # real pages have fewer than a hundred
PIXELS = ("logo pixels", "icon pixels")
#: Two shades of one hue: OKLCH degrees, CIEDE2000, and the chroma from which a hue can be told.
KIN_HUE, KIN_DISTANCE, HUED = 22.0, 24.0, 0.06


def strongest(votes: Iterable[Candidate]) -> list[Candidate]:
    """The best vote of each colour in each source; of very many the best ones."""
    best: dict[tuple[str, str], Candidate] = {}
    for vote in votes:
        key = vote.value, vote.source
        if vote.value and (key not in best or vote.score > best[key].score):
            best[key] = vote
    return sorted(best.values(), key=lambda vote: -vote.score)[:MOST_VOTES]


def clustered(votes: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """One candidate a colour, best first.

    A declared colour gives its spelling, pixels only follow. Independent sources add up as 1 - prod(1 - weight); the
    strongest other shade of the same hue backs a colour too, as designs use their hue in several shades.
    """
    found = [_agreed(group) for group in _groups(strongest(votes))]
    return best_first(_backed(one, found) for one in found)


def _groups(votes: Iterable[Candidate]) -> list[list[Candidate]]:
    groups: list[list[Candidate]] = []
    for vote in sorted(_strongest(votes), key=lambda vote: (vote.source in PIXELS, -vote.score)):
        limit = SNAP if vote.source in PIXELS else SAME
        home = next((group for group in groups if hue_distance(vote.value, group[0].value) < limit), None)
        if home is None:
            groups.append([vote])
        else:
            home.append(vote)
    return groups


def _strongest(votes: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The best vote of each source for each colour, and of those the best: each is compared with each."""
    best: dict[tuple[str, str], Candidate] = {}
    for vote in votes:
        known = best.setdefault((vote.value, vote.source), vote)
        if vote.score > known.score:
            best[vote.value, vote.source] = vote
    return best_first(best.values())[:MOST_VOTES]


def _agreed(group: list[Candidate]) -> Candidate:
    best: dict[str, float] = {}
    for vote in group:
        best[vote.source] = max(vote.score, best.get(vote.source, 0.0))
    sources = ", ".join(sorted(best, key=lambda source: -best[source]))
    return replace(group[0], source=sources, score=1 - prod(1 - min(score, 0.95) for score in best.values()))


def _backed(one: Candidate, all_of_them: list[Candidate]) -> Candidate:
    backing = max((other.score for other in all_of_them if other is not one and kin(one.value, other.value)), default=0)
    return replace(one, score=clipped(1 - (1 - one.score) * (1 - KIN * backing)))


def kin(one: str, other: str) -> bool:
    """Whether two colours are shades of one hue, as a design has them beside each other."""
    (_, chroma, hue), (_, other_chroma, other_hue) = lch(one), lch(other)
    if min(chroma, other_chroma) < HUED:
        return False
    apart = abs(hue - other_hue) % 360
    return min(apart, 360 - apart) < KIN_HUE and hue_distance(one, other) < KIN_DISTANCE
