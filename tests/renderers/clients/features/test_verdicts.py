"""What is left of CSS when a client does not know some features."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.change import Change, Evidence
from renderers.clients.css.sheet import write_declarations, write_sheet
from renderers.clients.features.telling import Telling
from renderers.clients.features.verdicts import Verdicts, shown
from renderers.clients.support import table

PIECES = [
    "a",
    ".b",
    "#c",
    ":hover",
    ":not(",
    "@media",
    "@supports",
    "@font-face",
    "@keyframes",
    "@import",
    "/*",
    "*/",
    "url(",
    "width",
    "display",
    "flex",
    "5em",
    "background",
    "red",
    "linear-gradient(",
    "!important",
    "--x",
    "var(--x)",
    "rgba(0,0,0,.5)",
    "(hover)",
    "screen",
    "and",
    "€",
]
CSS = st.lists(st.sampled_from([*PIECES, *"{}()[];:,@!&*\"'\\/<>.#=+~ \n"]), max_size=60).map("".join)


def verdicts(*dead: str, supported: tuple[str, ...] = (), var_stays: bool = False) -> Verdicts:
    """The verdicts of a client that does not know some features."""
    known = {slug: Evidence("a test", "2026-01") for slug in dead}
    return Verdicts(known, Telling(table(), known, denied=known).losses(), supported=supported, var_stays=var_stays)


def style(css: str, *dead: str, supported: tuple[str, ...] = (), var_stays: bool = False) -> str:
    """What is left of a style attribute."""
    return write_declarations(verdicts(*dead, supported=supported, var_stays=var_stays).style(css)[0])


def sheet(css: str, *dead: str) -> str:
    """What is left of a style sheet, on one line."""
    return " ".join(write_sheet(verdicts(*dead).sheet(css)[0]).split())


@pytest.mark.parametrize(
    ("css", "dead", "left"),
    [
        ("color:red;float:left", ["css-float"], "color:red"),
        ("width:5em;width:5px", ["css-unit-em"], "width:5px"),
        ("color:red!important", ["css-important"], "color:red"),
        ("float:left!important", ["css-important", "css-float"], ""),
        ("background:#eee url(a.png) no-repeat 50% / cover", ["css-background-image"], "background:#eee"),
        ("background:url(a.png),rgb(1, 2, 3) none", ["css-background-image"], "background:rgb(1, 2, 3)"),
        ("background:url(a.png)", ["css-background-image"], ""),
        ("background:#eee", ["css-background-image"], "background:#eee"),
        (
            "text-decoration:underline;text-decoration-line:underline",
            ["css-text-decoration"],
            "text-decoration-line:underline",
        ),
        ("--a:red;color:var(--a)", ["css-variables"], ""),
        ("mso-line-height-rule:exactly", ["css-line-height"], "mso-line-height-rule:exactly"),
    ],
)
def test_declarations_that_are_not_known_go(css: str, dead: list[str], left: str) -> None:
    """A value goes with its feature, a background keeps its colour, importance alone is lost alone."""
    assert style(css, *dead) == left


def test_a_gradient_that_is_known_is_no_lost_image() -> None:
    """Where the table knows gradients and not background images, it means images from files."""
    css = "background-image:linear-gradient(red,blue)"
    assert style(css, "css-background-image", supported=("css-linear-gradient",)) == css
    assert style(css, "css-background-image") == ""


def test_var_may_work_where_variables_are_dropped() -> None:
    """Its fallback is then shown."""
    assert style("--a:red;color:var(--a,blue)", "css-variables", var_stays=True) == "color:var(--a,blue)"


@pytest.mark.parametrize(
    ("css", "dead", "left"),
    [
        ("a, b:hover { color:red }", ["css-pseudo-class-hover"], "a { color:red; }"),
        ("b:hover { color:red }", ["css-pseudo-class-hover"], ""),
        ("a, b { color:red }", ["css-selector-grouping"], ""),
        ("a { float:left }", ["css-float"], ""),
        ("a { }", ["css-float"], "a { }"),
        ("@media screen { a { color:red } }", ["css-at-media"], ""),
        ("@media (hover), print { a { color:red } }", ["css-at-media-hover"], "@media print { a { color:red; } }"),
        ("@media (hover) { a { color:red } }", ["css-at-media-hover"], ""),
        ("@media print { a { float:left } }", ["css-float"], "@media print { }"),
        ("@import 'a'; a { color:red }", ["css-at-import"], "a { color:red; }"),
        ("@font-face { font-stretch:50% }", ["css-font-stretch"], "@font-face { font-stretch:50%; }"),
        (
            "@keyframes k { from { float:left; color:red } }",
            ["css-selector-type", "css-float"],
            "@keyframes k { from { color:red; } }",
        ),
        ("a { color:red; b { color:blue } }", ["css-nesting"], "a { color:red; }"),
        ("a { color:red; b:hover { color:blue } }", ["css-pseudo-class-hover"], "a { color:red; }"),
        ("a { @media print { color:red } }", ["css-nesting"], ""),
    ],
)
def test_rules_that_are_not_known_go(css: str, dead: list[str], left: str) -> None:
    """Of a list only what is not known; a rule goes when nothing of it is left."""
    assert sheet(css, *dead) == left


def test_each_loss_is_told_with_its_feature() -> None:
    """The rule is caniemail's, and the sentence names what went."""
    lost = verdicts("css-float").style("float:left")[1]
    assert lost == (
        Change(
            "caniemail.css-float",
            "{code} is removed: {feature} is not supported.",
            Evidence("a test", "2026-01"),
            values={"code": "float:left", "feature": "float"},
        ),
    )


def test_long_css_is_cut_in_sentences() -> None:
    """A sentence is no dump."""
    assert len(shown("a" * 5000)) == 80
    assert shown(" a\n b ") == "a b"


@given(CSS)
def test_any_css_is_filtered_once_and_for_all(css: str) -> None:
    """Nothing raises, and what is left loses nothing more."""
    client = verdicts(*(slug for slug in table().features if slug.startswith("css-") and len(slug) % 2))
    for kept, again in (
        (write_sheet(client.sheet(css)[0]), client.sheet),
        (write_declarations(client.style(css)[0]), client.style),
    ):
        assert again(kept)[1] == ()
