"""Votes for the same colour add up."""

from __future__ import annotations

from templates.brand.colours.clusters import clustered, kin
from templates.brand.evidence import Candidate


def test_what_looks_the_same_is_one_colour() -> None:
    """Two digits apart is one colour, with the sources in the order of their weight; another hue stays another one."""
    found = clustered(
        [
            Candidate("#1d5b4c", "tile", 0.35, "a"),
            Candidate("#1e5c4d", "theme-color", 0.6, "b"),
            Candidate("#c24a1f", "buttons", 0.3),
        ]
    )
    assert [one.value for one in found] == ["#1e5c4d", "#c24a1f"]
    assert found[0].source == "theme-color, tile"
    assert found[0].score == 0.74
    assert found[0].locator == "b"


def test_pixels_follow_a_declared_spelling() -> None:
    """Compression shifts the colours of a bitmap, so a declared one gives the digits whatever its weight."""
    found = clustered([Candidate("#20604f", "logo pixels", 0.6), Candidate("#1d5b4c", "links", 0.2)])
    assert [one.value for one in found] == ["#1d5b4c"]
    assert found[0].score > 0.6


def test_one_source_counts_once() -> None:
    """Ten buttons are one witness."""
    votes = [Candidate("#1d5b4c", "buttons", 0.3) for _ in range(10)]
    assert clustered(votes)[0].score == 0.3


def test_shades_of_one_hue_back_each_other() -> None:
    """A design has its hue in several shades; another hue, or a grey, is no shade."""
    assert kin("#00adef", "#03c1eb")
    assert not kin("#00adef", "#c24a1f")
    assert not kin("#777777", "#888888")
    alone = clustered([Candidate("#00adef", "tile", 0.35)])[0].score
    backed = next(
        one
        for one in clustered([Candidate("#00adef", "tile", 0.35), Candidate("#17d5ff", "variable", 0.5)])
        if one.value == "#00adef"
    )
    assert backed.score > alone
