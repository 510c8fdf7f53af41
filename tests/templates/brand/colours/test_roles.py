"""Colours by role."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.colours.roles import find_roles, sure_roles
from templates.brand.evidence import Candidate
from templates.brand.logos.logo_file import Choice, LogoFile
from templates.brand.reading.css import page_styles
from templates.brand.site import Site

Make = Callable[..., Site]
NO_LOGO = {"wide": Choice(), "square": Choice()}
TWO_COLOURS = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path fill="#1d5b4c" d="M0 0h60v50H0z"/>'
    b'<path fill="#e2673a" d="M60 0h40v50H60z"/></svg>'
)
BLACK = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50"><path fill="#000000" d="M0 0h50v50H0z"/></svg>'


def logo(data: bytes, reference: str = "https://www.acme.example/logo.svg") -> Choice:
    return Choice(reference, LogoFile(reference, data, "image/svg+xml"))


def sure(one: Site, wide: Choice | None = None, square: Choice | None = None) -> dict[str, str]:
    """The roles of a site that are used."""
    slots = {"wide": wide or Choice(), "square": square or Choice()}
    return sure_roles(find_roles(one, page_styles(one), slots))


def test_each_role_has_its_own_evidence(site: Make) -> None:
    """Buttons, links, text and page by their rules, the accent by the logo."""
    one = site(
        "<style>body{background:#fbf7f0;color:#2a2a2a} a{color:#2f7a66} .btn-primary{background:#174a3e}</style>"
    )
    assert sure(one, logo(TWO_COLOURS)) == {
        "accent": "#e2673a",
        "button": "#174a3e",
        "link": "#2f7a66",
        "background": "#fbf7f0",
        "text": "#2a2a2a",
    }
    assert find_roles(one, page_styles(one), NO_LOGO)["link"][0].locator == "style a"


@pytest.mark.parametrize(
    "css",
    [
        "body{background:#ffffff;color:#000}",
        "body{background:#14213d;color:#ffffff}",
        "body{background:#ff5500;color:#777777}",
        "a{color:#000} a:visited{color:#660099} a{color:#0000ee}",
        ".btn{background:#fafafa} .btn-secondary{background:#00aa00} .btn-ghost{background:#ff00ff}",
        ":root{--secondary:#e2673a}",
    ],
)
def test_a_doubtful_role_is_derived(site: Make, css: str) -> None:
    """White and dark grounds, black and white words, blue links, second buttons, a property without a witness."""
    assert set(sure(site(f"<style>{css}</style><p>x</p>")).values()) == {""}


def test_a_habitual_blue_link_needs_a_second_witness(site: Make) -> None:
    """Most links are blue; one that the sheets name too was chosen."""
    assert sure(site("<style>a{color:#1155cc}</style>"))["link"] == ""
    assert sure(site("<style>a{color:#1155cc} :root{--link-color:#1155cc}</style>"))["link"] == "#1155cc"


def test_what_a_browser_adds_has_to_fit_a_mail_too() -> None:
    """A dark ground is no mail's, however sure it is; nor is an unknown role."""
    assert sure_roles({"background": (Candidate("#101010", "rendered page", 0.9),)})["background"] == ""
    assert sure_roles({})["button"] == ""


def test_a_mask_is_black_for_everybody(site: Make) -> None:
    """The drawing for a pinned tab has to be black, so it does not make a company black."""
    html = '<link rel="mask-icon" href="/mask.svg"><style>.btn-primary{background:#c24a1f}</style><p>x</p>'
    one = site(html)
    slots = {"wide": Choice(), "square": logo(BLACK, "https://www.acme.example/mask.svg")}
    assert find_roles(one, page_styles(one), slots)["primary"][0].value == "#c24a1f"
