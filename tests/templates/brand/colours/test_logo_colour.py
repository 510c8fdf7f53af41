"""The colours of a logo."""

from __future__ import annotations

from collections.abc import Callable

from templates.brand.colours.logo_colour import logo_colours, saturation


def test_a_logos_colours_are_its_fills(picture: Callable[..., bytes]) -> None:
    """A drawing tells its colours exactly, most important first; white does not count."""
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path fill="#1d5b4c" d="M0 0h70v50H0z"/>'
        b'<path style="fill:#e2673a" d="M70 0h20v50H70z"/><path fill="#fff" d="M90 0h10v50H90z"/></svg>'
    )
    found = logo_colours(svg, "logo.svg")
    assert [one.value for one in found] == ["#1d5b4c", "#e2673a"]
    assert found[0].source == "logo fill"
    assert logo_colours(picture(colour="#204080"), "logo.png")[0].source == "logo pixels"
    assert logo_colours(b"no picture", "x") == ()


def test_an_icon_says_a_little_less(picture: Callable[..., bytes]) -> None:
    """It may be a tool's default."""
    logo, icon = (logo_colours(picture(colour="#204080"), "x.png", what)[0] for what in ("logo", "icon"))
    assert icon.source == "icon pixels"
    assert icon.score < logo.score


def test_the_name_in_ink_does_not_outweigh_the_sign_in_colour() -> None:
    """Beside a small sign in colour a long name in near-black is only type."""
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 50"><path fill="#e2673a" d="M0 0h40v50H0z"/>'
        b'<path fill="#2b2d42" d="M60 0h240v50H60z"/></svg>'
    )
    assert logo_colours(svg, "logo.svg")[0].value == "#e2673a"


def test_an_unfilled_inline_drawing_is_not_black() -> None:
    """Inline drawings without a fill get it from the site's sheet, so their black says nothing."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path d="M0 0h70v50H0z"/></svg>'
    assert logo_colours(svg, "inline-svg:svg") == ()
    assert [one.value for one in logo_colours(svg, "logo.svg")] == ["#000000"]


def test_saturation() -> None:
    """Greys have none, pure colours all of it."""
    assert saturation("#777777") == 0
    assert saturation("#ff0000") == 1
