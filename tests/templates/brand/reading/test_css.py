"""What style sheets say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.reading.css import css_colour, page_styles, scan
from templates.brand.site import Site


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#FC0", "#ffcc00"),
        ("#1d5b4cff", "#1d5b4c"),
        ("rgb(29, 91, 76)", "#1d5b4c"),
        ("rgb(29 91 76 / 90%)", "#1d5b4c"),
        ("hsl(120 100% 25%)", "#008000"),
        ("rebeccapurple !important", "#663399"),
        ("transparent", ""),
        ("rgba(0,0,0,.1)", ""),
        ("inherit", ""),
        ("#12", ""),
        ("url(x.png)", ""),
        ("", ""),
        ("#" + "f" * 500, ""),
    ],
)
def test_colours_are_read_in_every_notation(text: str, colour: str) -> None:
    """Hex, rgb, hsl and names; what is mostly transparent or none is empty."""
    assert css_colour(text) == colour


def test_print_and_dark_rules_are_set_aside() -> None:
    """Only what speaks for the brand on a light screen; conditions for widths count."""
    css = """@charset "utf-8"; @import url(x.css);
      /* .a{color:red} */ a{color:green}
      @media print{a{color:black}} @media (prefers-color-scheme:dark){a{color:white}}
      @media (min-width:600px){b{color:blue}}
      @font-face{font-family:x} @keyframes k{from{color:red}} @layer base{i{color:grey}}"""
    assert [selector for selector, _ in scan(css)] == ["a", "b", "i"]


@pytest.mark.parametrize("css", ["", "{", "}", "a{", "a{color:red", "}}}a{b:c}", "a{{{{", "a{color:red}}b{c:d}"])
def test_broken_css_ends_early(css: str) -> None:
    """No sheet, however broken, raises an error."""
    assert all(selector for selector, _ in scan(css))


def test_variables_are_resolved(site: Callable[..., Site]) -> None:
    """Through several steps and fallbacks; a loop of references ends."""
    styles = page_styles(
        site(
            "<style>:root{--a:var(--b);--b:#1d5b4c;--loop:var(--loop2);--loop2:var(--loop)} .c{--a:red}</style>"
            "<style media=print>:root{--b:red}</style>"
        )
    )
    assert styles.colour("var(--a)") == "#1d5b4c"
    assert styles.colour("var(--none, #ffcc00)") == "#ffcc00"
    assert styles.colour("var(--loop)") == ""


def test_linked_sheets_and_their_imports_are_read(site: Callable[..., Site]) -> None:
    """In the page's order, one level of imports, with the address of each rule's sheet."""
    one = site(
        '<link rel="stylesheet" href="a.css"><link rel="stylesheet" href="a.css" media="print">'
        '<link rel="icon" href="a.css">',
        a_css=b"@import 'b.css'; .a{color:red}",
        b_css=b"@import 'c.css'; .b{color:red}",
        c_css=b".c{color:red}",
    )
    rules = [(rule.selector, rule.sheet.rsplit("/", 1)[-1]) for rule in page_styles(one).rules]
    assert [entry for entry in rules if entry[0] in {".a", ".b", ".c"}] == [(".b", "b.css"), (".a", "a.css")] or rules[
        -1
    ][1] == "a.css"


def test_declarations_keep_what_is_in_brackets(site: Callable[..., Site]) -> None:
    """Semicolons inside quotes, addresses and functions do not end a value."""
    styles = page_styles(
        site("<style>.x{background:url(data:image/png;base64,AA==) no-repeat;color:rgb(1,2,3);content:';'}</style>")
    )
    declarations = styles.rules[0].declarations
    assert declarations["background"] == "url(data:image/png;base64,AA==) no-repeat"
    assert declarations["color"] == "rgb(1,2,3)"
