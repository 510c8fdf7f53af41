"""Lines as a reader sees them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.reading.lines import line_parts, text_lines
from templates.brand.reading.page import Page


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>12 rue<br>75002 <span>Paris</span></p>", ["12 rue", "75002 Paris"]),
        ("<div>Acme\n  SAS<p>Mill <b>Lane</b></p>York</div>", ["Acme SAS", "Mill Lane", "York"]),
        ("<div>a<script>x</script><svg><title>y</title></svg> b<style>z</style></div>", ["a b"]),
        ("<div> </div>", []),
    ],
)
def test_lines_break_where_the_page_does(page: Callable[..., Page], html: str, lines: list[str]) -> None:
    """At blocks and breaks, not at the source's line ends or at inline tags; scripts and drawings are silent."""
    assert text_lines(page(html).root) == lines


def test_a_line_has_parts() -> None:
    """Between dots, bars and spaced dashes; a hyphen joins."""
    assert line_parts("Acme SAS – 12 rue X · 75002 Paris | tel 01-02") == [
        "Acme SAS",
        "12 rue X",
        "75002 Paris",
        "tel 01-02",
    ]
