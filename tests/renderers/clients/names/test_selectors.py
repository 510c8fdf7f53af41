"""Tests of renderers/clients/names/selectors.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.css.sheet import parse_sheet, write_sheet
from renderers.clients.names.selectors import Names, has_chain
from renderers.clients.names.settings import Prefix

OUTLOOK = Prefix(
    prefix="x_",
    scope=".rps_a",
    roots={"body": ".rps_a > div"},
    chain="first",
    unscoped_attributes=("data-ogsc",),
)
YAHOO = Prefix(prefix="yiv1", scope="#yiv1", ampersand=True, attribute_selectors="follow")


def written(css: str, settings: Prefix) -> str:
    return write_sheet(Names(settings).rules(parse_sheet(css)))


def selector(text: str, settings: Prefix) -> str:
    return written(text + "{top:0}", settings).partition(" {")[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (".foo", ".rps_a .x_foo"),
        (".foo.bar", ".rps_a .x_foo.bar"),
        ("td.a.b > #c.d + i", ".rps_a td.x_a.b > #x_c.d + i"),
        (".foo.x_bar", ".rps_a .x_foo.x_bar"),
        ("a:hover, .b", ".rps_a a:hover, .rps_a .x_b"),
        ("*", ".rps_a *"),
        ('[class~="x_foo"]', '.rps_a [class~="x_foo"]'),
        ("body", ".rps_a > div"),
        ("BODY", ".rps_a > div"),
        ("html body.c > p", ".rps_a > div.x_c > p"),
        ("body a", ".rps_a > div a"),
        ("html", ".rps_a html"),
        ("[data-ogsc] .foo", "[data-ogsc] .x_foo"),
        ("div:not(.a.b)::before", ".rps_a div:not(.x_a.b)::before"),
        (":is(.a, .b .c)", ".rps_a :is(.x_a,.x_b .x_c)"),
    ],
)
def test_selectors_as_outlook_on_the_web_rewrites_them(before: str, after: str):
    """The scope stands in front, body is the wrapper's child, and only the first class of a chain is renamed."""
    assert selector(before, OUTLOOK) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (".foo .bar#c", "#yiv1 .yiv1foo .yiv1bar#yiv1c"),
        (".& b", "#yiv1 b"),
        (".&h1", "#yiv1 h1"),
        (".&", "#yiv1"),
        (r".\& .foo", "#yiv1 .yiv1foo"),
        ('[class="a b"] i', '#yiv1 [class="yiv1a yiv1b"] i'),
        ("[id=q]", "#yiv1 [id=yiv1q]"),
        ("[class^=q]", "#yiv1 [class^=q]"),
        ("[title=q]", "#yiv1 [title=q]"),
        ("body", "#yiv1 body"),
    ],
)
def test_selectors_as_yahoo_rewrites_them(before: str, after: str):
    """The wrapper's id is the scope and a name of its own: ``.&``; attribute selectors follow; body finds nothing."""
    assert selector(before, YAHOO) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("._foo", "foo"), (".-foo", "foo"), (".foo__", ".yfoo_"), (".foo_", ".yfoo_"), (".fo-o", ".yfo-o")],
)
def test_signs_at_the_edge_of_a_class_are_garbled(before: str, after: str):
    """Where the client does that: a leading one costs the dot, the last of two trailing underscores goes."""
    settings = Prefix(prefix="y", edge_signs="break")
    assert selector(before, settings) == after
    assert Names(settings).names("_a -b c") == "y_a yc"


@pytest.mark.parametrize(
    ("before", "after"),
    [("[owa] .foo", ".x_foo"), ("a[x]", "ax_[x]"), ("[x]", "[x]"), ("[data-o] .b", "[data-o] .x_b")],
)
def test_attributes_that_older_outlooks_drop(before: str, after: str):
    """``[owa] .foo`` was the way to reach it; ``a[x]`` was broken so that it finds nothing; its own attributes stay."""
    settings = Prefix(
        prefix="x_", leading_attribute="drop", type_with_attribute="break", unscoped_attributes=("data-o",)
    )
    assert selector(before, settings) == after


def test_names_of_the_client_stay():
    """A mail that names its wrapper still finds it."""
    assert selector("#converted-body .a", Prefix(prefix="x_", own_names=("converted-body",))) == "#converted-body .x_a"


def test_rules_in_media_are_rewritten_and_keyframes_are_not():
    """Steps and fonts hold no selectors."""
    css = (
        "@media screen{.a{top:0}} @supports (a:b){@media print{.b{top:0}}} @keyframes k{from{top:0}} @font-face{src:a}"
    )
    html = written(css, YAHOO)
    assert "#yiv1 .yiv1a" in html
    assert "#yiv1 .yiv1b" in html
    assert "{ from {" in html
    assert "@font-face  { src:a; }" in html


@pytest.mark.parametrize(("nested", "inner"), [("", ".b {"), ("scope", "#m .b {")])
def test_nested_rules_get_the_scope_where_the_client_does_that(nested: str, inner: str):
    """It makes them find nothing; elsewhere only their names change."""
    assert written(".a{top:0;.b{left:0}}", Prefix.model_validate({"scope": "#m", "nested": nested})) == (
        f"#m .a {{ top:0; {inner} left:0; }} }}"
    )


def test_an_invalid_list_stays_invalid():
    """A browser drops the whole rule, with a scope as without."""
    assert selector(".a,,b", YAHOO) == "#yiv1 .yiv1a, , #yiv1 b"


def test_chains_are_found_inside_groups():
    """A change is only told where such a rule stands."""
    assert [has_chain(node) for node in parse_sheet(".a.b{} @media x{i#c.d{}} .a .b{} @import 'x';")] == [
        True,
        True,
        False,
        False,
    ]


@given(st.text(alphabet=".#a[]()=\"'~>+* ,:&\\0_-{}@/", max_size=60))
def test_any_text_is_rewritten_without_an_error(text: str):
    """Wrong selectors stay wrong; nothing raises."""
    for settings in (OUTLOOK, YAHOO, Prefix(prefix="x", edge_signs="break", leading_attribute="drop")):
        assert isinstance(written(text + "{top:0}", settings), str)


def test_deep_brackets_do_not_exhaust_the_stack():
    """A selector that nobody wrote stays as it is."""
    deep = "i" + ":not(" * 900 + ".a" + ")" * 900
    assert selector(deep, YAHOO).endswith(deep)
