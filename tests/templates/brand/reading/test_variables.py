"""Custom properties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.colours.weights import WEIGHTS
from templates.brand.reading.css import page_styles
from templates.brand.reading.variables import ACCENT, variable_colours, variables_for
from templates.brand.site import Site

Make = Callable[..., Site]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("--brand", "brand variable"),
        ("--color-brand", "brand variable"),
        ("--brand-primary", "brand variable"),
        ("--acme-blue", "named variable"),
        ("--colors-acmeRed-500", "named variable"),
        ("--primary", "primary variable"),
        ("--bs-primary", "primary variable"),
        ("--color-primary-500", "primary variable"),
        ("--e-global-color-primary", "primary variable"),
        ("--wp--preset--color--primary", "primary variable"),
        ("--thread-primary-color", "longer variable"),
    ],
)
def test_names_that_mean_the_company(site: Make, name: str, kind: str) -> None:
    """By kind of name; the shorter, the likelier."""
    styles = page_styles(site(f"<style>:root{{{name}:#1d5b4c}}</style>"))
    assert [(one.value, one.score) for one in variable_colours(styles, "acme")] == [("#1d5b4c", WEIGHTS[kind])]


@pytest.mark.parametrize(
    "name", ["--primary-text", "--status-caution-primary", "--swiper-theme-color", "--primary-hover", "--blue", "--x"]
)
def test_names_that_mean_something_else(site: Make, name: str) -> None:
    """States, texts, libraries, and colours without a role."""
    assert list(variable_colours(page_styles(site(f"<style>:root{{{name}:#1d5b4c}}</style>")), "acme")) == []


def test_the_property_that_rules_use_most(site: Make) -> None:
    """Whatever its name; utility classes and greys do not count, and a few uses say nothing."""
    uses = "".join(f".c{number}{{color:var(--moss)}}" for number in range(4))
    utilities = "".join(f".has-sand-{number}{{color:var(--sand)}}" for number in range(9))
    styles = page_styles(
        site(
            f"<style>:root{{--moss:#1d5b4c;--sand:#e2673a;--grey:#777}}{uses}{utilities}p{{color:var(--grey)}}</style>"
        )
    )
    assert [(one.value, one.locator) for one in variable_colours(styles, "")] == [("#1d5b4c", "--moss")]
    few = page_styles(site("<style>:root{--moss:#1d5b4c} a{color:var(--moss)}</style>"))
    assert list(variable_colours(few, "")) == []


def test_roles_have_names_too(site: Make) -> None:
    """The accent's, for one."""
    styles = page_styles(site("<style>:root{--accent-color:#e2673a;--accent-hover:#aa0000}</style>"))
    assert [one.value for one in variables_for(styles, ACCENT, 0.4)] == ["#e2673a"]
