"""Tests of renderers/clients/rules/values.py."""

from __future__ import annotations

import pytest

from renderers.clients.rules.values import (
    Holding,
    holds,
    uses_function,
    uses_unit,
    with_zero,
    without_bang,
    without_commas,
    without_function,
    without_slash,
)


@pytest.mark.parametrize(
    ("holding", "yes", "no"),
    [
        ("negative-number", ["-5px", "0 -.5em", "0 auto -1px"], ["5px", "calc(1px - 2px)", "a-1", "calc(-1px)"]),
        ("several-layers", ["url(a), url(b)", "red,blue"], ["url('a,b')", "rgb(0, 1, 2)", "red"]),
        ("several-functions", ["blur(1px) sepia(2)"], ["blur(1px)", "none"]),
        ("several-words", ["inline flex"], ["inline-flex", "block"]),
        ("slash", ["red url(a) center / cover", "1px/2px"], ["url(a/b)", "url('a/b') red", "calc(1px / 2)"]),
        (
            "spaced-rgb",
            ["rgb(0 128 0)", "1px solid RGB( 0 0 0 / 1)"],
            ["rgb(0, 1, 2)", "rgb( 0 , 1 , 2 )", "rgba(0 1 2)"],
        ),
        ("spaced-rgba", ["rgba(0 128 0)", "rgb(0 128 0 / 1)"], ["rgba(0, 1, 2, .5)", "rgb(0 1 2)"]),
        ("modern-colour", ["lch(1 2 3)", "oklab(0 0 0)"], ["rgb(0, 1, 2)", "lab"]),
        ("alpha-in-rgb", ["rgb(0, 1, 2, .5)"], ["rgb(0, 1, 2)", "rgba(0, 1, 2, .5)"]),
        (
            "colour-name-beyond-css1",
            ["rebeccapurple", "Tomato"],
            ["Red", "#fff", "inherit", "transparent", "rgb(0,0,0)"],
        ),
        ("number-beyond-hundreds", ["450", "1000", "1"], ["400", "900", "bold"]),
        ("unquoted-url", ["url(a)", "red url( a )"], ["url('a')", 'url( "a" )', "none"]),
        ("escape", [r'"\2010"'], ['"-"']),
        ("percentage", ["50%"], ["5px", "url(50%.png)"]),
        ("word-after-bang", ["red !yahoo", "red!"], ["red", "'!' a"]),
        ("word-all", ["all 1s", "color 1s, ALL 2s"], ["color 1s", "all-in 1s"]),
    ],
)
def test_a_value_is_judged(holding: Holding, yes: list[str], no: list[str]):
    """By what it holds, not by how it looks in strings, addresses and functions."""
    assert [value for value in yes + no if holds(value, holding)] == yes


def test_functions_and_units_are_found_as_words():
    """``maximum(`` is not ``max(``, and ``1rem`` in an address is no length."""
    assert [value for value in ("max(1px)", "a MAX(b)", "minmax(c)", "max") if uses_function(value, ("max",))] == [
        "max(1px)",
        "a MAX(b)",
    ]
    assert [
        value
        for value in ("1.5rem", "calc(1px + .5REM)", "1remote", "url(1rem)", "#1rem")
        if uses_unit(value, ("rem",))
    ] == [
        "1.5rem",
        "calc(1px + .5REM)",
    ]


def test_values_are_rewritten():
    """Each as the client writes it."""
    assert with_zero("calc(100vh - 1.5vh) 2px", ("vh",)) == "calc(0px - 0px) 2px"
    assert without_slash("red url(a/b) center / cover no-repeat") == "red url(a/b) center no-repeat"
    assert without_slash("url(a) 0 0/10px auto,url(b)") == "url(a) 0 0,url(b)"
    assert without_commas("url('a,b') , rgb(0,1,2)") == "url('a,b') rgb(0,1,2)"
    assert without_function("square url('a)b') inside", ("url",)) == "square  inside"
    assert [without_bang(value) for value in ("red ! yahoo", "red!a !b", "'!' a")] == ["red", "red", "'!' a"]
