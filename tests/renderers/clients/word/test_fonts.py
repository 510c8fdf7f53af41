"""Stacks of fonts, and the web fonts of a mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.css.sheet import declaration, parse_declarations, parse_sheet
from renderers.clients.word.colours import colour_in
from renderers.clients.word.fonts import Alternative, alternative, declared, fetched, names, parts


def test_a_stack_is_told_without_quotes():
    """Blanks inside a name stay single."""
    assert names("'Open  Sans', \"A, B\",Arial") == ["Open Sans", "A, B", "Arial"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("bold 12px/1.5 Arial, serif", ("bold 12px/1.5 ", "Arial, serif")),
        ("italic x-large Georgia", ("italic x-large ", "Georgia")),
        ("caption", ("", "")),
        ("1" * 600, ("", "")),
    ],
)
def test_the_stack_of_a_shorthand_is_found(value: str, expected: tuple[str, str]):
    """Behind the size."""
    assert parts(declaration("font", value)) == expected


def test_web_fonts_are_those_declared_and_fetched():
    """With what the mail wants instead."""
    css = (
        "@font-face{font-family:'A B';mso-font-alt:Verdana;mso-generic-font-family:swiss}"
        "@import url(//x/?family=C+D:400|E);"
    )
    assert dict(declared(parse_sheet(css))) == {
        "a b": Alternative("Verdana", "swiss"),
        "c d": Alternative(),
        "e": Alternative(),
    }
    assert [name for name, _ in fetched("https://x/css2?family=F:wght@1&family=G")] == ["f", "g"]
    assert list(fetched("http://[")) == []


def test_an_alternative_may_stand_beside_the_font():
    """Without one both are empty."""
    assert alternative(parse_declarations("mso-font-alt:'A B';color:red")) == Alternative("A B", "")


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("#fff url(a.png)", "#fff"),
        ("url(red.png) no-repeat rgb(1, 2, 3)", "rgb(1, 2, 3)"),
        ("center/cover Tomato", "Tomato"),
        ("url(a.png)", ""),
        ("linear-gradient(red,blue)", ""),
    ],
)
def test_the_colour_of_a_background_is_found(value: str, colour: str):
    """Not one inside a function."""
    assert colour_in(value) == colour


@given(st.text("()ab #,1/", max_size=60))
def test_any_background_is_read(value: str):
    """What is found stands in the text."""
    assert colour_in(value) in value
