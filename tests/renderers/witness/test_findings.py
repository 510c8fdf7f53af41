"""The measuring script reports of a hostile page: what it says is taken only in the expected form."""

from __future__ import annotations

import json
from typing import Any

import pytest

from renderers.witness.findings import Finding, read_findings
from renderers.witness.judged import button_radius

LOGO = {
    "mark": 3,
    "kind": "img",
    "url": "https://a.example/l.png",
    "whole": True,
    "box": [1, 2, 30, 40],
    "ground": "#fff",
}
PAINT = {
    "mark": 4,
    "kind": "button",
    "value": "rgb(10, 20, 30)",
    "box": [0, 0, 1280, 80],
    "locator": "a.b",
    "radius": 5.6,
}


def answer(logos: list[Any] = [], colours: list[Any] = [], **more: Any) -> str:  # noqa: B006 - only read
    return json.dumps({"logos": logos, "colours": colours, "fonts": {"body": "Lato"}, "html": "<p>", **more})


def test_a_proper_answer_is_read() -> None:
    """Boxes are whole pixels, colours hex, shares parts of the first screen."""
    found = read_findings(answer([LOGO], [PAINT]))
    assert found.drawings == (Finding(3, "img", "https://a.example/l.png", True, (1, 2, 30, 40)),)
    (paint,) = found.paints
    assert (paint.colour.value, paint.colour.share, paint.radius) == ("#0a141e", 0.1, 5.6)
    assert (dict(found.fonts), found.html) == ({"body": "Lato", "heading": ""}, "<p>")
    assert button_radius(found) == 6


@pytest.mark.parametrize(
    "odd",
    [
        {"box": [0, 0, 1e9, 5]},
        {"box": [0, 0, "9", 5]},
        {"box": [0, 0, 5]},
        {"box": None},
        {"mark": "3"},
        {"kind": "script"},
        {"kind": ["img"]},
    ],
)
def test_an_odd_row_is_left_out(odd: dict[str, Any]) -> None:
    """Its neighbours stay."""
    found = read_findings(answer([{**LOGO, **odd}, LOGO, 7], [{**PAINT, **odd}, PAINT, None]))
    assert (len(found.drawings), len(found.paints)) == (1, 1)


def test_a_colour_that_is_none_is_left_out() -> None:
    """Whatever a page may write into a custom colour."""
    assert read_findings(answer([], [{**PAINT, "value": "url(x)"}])).paints == ()


def test_text_is_cut_and_cleaned() -> None:
    """No control characters, no halves of characters, nothing endless."""
    found = read_findings(answer([], [{**PAINT, "locator": "a\x00\ud800" + "b" * 900}]))
    assert found.paints[0].colour.locator == "a" + "b" * 117


@pytest.mark.parametrize("said", [None, 5, "", "nonsense", "[]", "[" * 13_000_000])
def test_no_answer_is_an_error_that_the_witness_knows(said: object) -> None:
    """A page that does not let itself be measured."""
    with pytest.raises(ValueError, match=r".*"):
        read_findings(said)
