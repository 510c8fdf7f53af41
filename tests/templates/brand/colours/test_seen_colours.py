"""Painted colours as votes: they confirm, fill and correct, and say nothing that any browser would paint."""

from __future__ import annotations

import pytest

from templates.brand.colours.seen_colours import with_seen_colours
from templates.brand.evidence import Candidate
from templates.brand.witness import Rendered, SeenColour

ROLES = ("primary", "accent", "button", "link", "background", "text")


def seen(*paints: tuple[str, str, int]) -> Rendered:
    """A page on which things of these kinds and colours cover so many square pixels."""
    return Rendered(
        colours=tuple(
            SeenColour(value, kind, area / 1_024_000, (0, 0, area // 10, 10), kind)  # type: ignore[arg-type] # a str
            for kind, value, area in paints
        )
    )


def roles(look: Rendered, **read: Candidate) -> dict[str, tuple[Candidate, ...]]:
    return with_seen_colours({role: (read[role],) if role in read else () for role in ROLES}, look)


def test_every_role_hears_its_own_kind_of_thing() -> None:
    """Buttons, links, text and ground; the largest colour of a kind first."""
    look = seen(
        ("button", "#0f766e", 4000),
        ("button", "#7c3aed", 9000),
        ("link", "#9a3412", 500),
        ("text", "#222222", 9000),
        ("background", "#fdf6ec", 9000),
    )
    found = roles(look)
    assert [one.value for one in found["button"]] == ["#7c3aed", "#0f766e"]
    assert found["button"][0].source == "rendered buttons"
    assert (found["link"][0].value, found["text"][0].value) == ("#9a3412", "#222222")
    assert found["background"][0].value == "#fdf6ec"


@pytest.mark.parametrize(
    ("kind", "value", "role"),
    [
        ("link", "#0000ee", "link"),
        ("text", "#000000", "text"),
        ("background", "#ffffff", "background"),
        ("button", "#efefef", "button"),
        ("header", "#fafafa", "primary"),
        ("header", "#808080", "primary"),
        ("header", "#111827", "primary"),
        ("button", "#0d6efd", "primary"),
    ],
)
def test_what_any_page_shows_is_no_vote(kind: str, value: str, role: str) -> None:
    """Browsers' blue links, paper, grey buttons and frameworks' colours are nobody's."""
    assert roles(seen((kind, value, 9000)))[role] == ()


def test_agreement_adds_up() -> None:
    """What is declared and what is painted are two sources of one colour, near shades too."""
    read = Candidate("#0f766e", "theme-color", 0.6, "meta")
    (one,) = roles(seen(("header", "#0f766d", 9000)), primary=read)["primary"]
    assert (one.value, one.source, one.score) == ("#0f766e", "theme-color, rendered header", 0.72)


def test_a_buttons_rule_and_the_button_are_one_source() -> None:
    """Seeing what was read adds nothing, so that what many things share is not overtaken by one thing seen twice."""
    read = Candidate("#0f766e", "buttons", 0.4, ".btn")
    (one,) = roles(seen(("button", "#0f766e", 9000)), primary=read)["primary"]
    assert (one.source, one.score) == ("buttons, rendered buttons", 0.4)


@pytest.mark.parametrize(("score", "first"), [(0.65, "#0f766e"), (0.2, "#7c3aed")])
def test_only_a_doubtful_first_colour_is_overtaken(score: float, first: str) -> None:
    """A sure one stays, with the other as its alternative."""
    look = seen(("header", "#7c3aed", 9000), ("button", "#7c3aed", 9000))
    found = roles(look, primary=Candidate("#0f766e", "logo fill", score))["primary"]
    assert found[0].value == first
    assert len(found) == 2


def test_a_colour_from_pixels_takes_the_digits_of_the_painted_one() -> None:
    """Compression and scaling shift a logo's colours; a computed one is exact."""
    read = Candidate("#8c1c3c", "logo pixels, icon pixels", 0.7)
    assert roles(seen(("button", "#8a1c3c", 9000)), primary=read)["primary"][0].value == "#8a1c3c"


def test_an_accent_that_became_the_first_colour_goes() -> None:
    """The second colour is another one."""
    look = seen(("header", "#7c3aed", 9000), ("button", "#7c3aed", 9000))
    assert roles(look, accent=Candidate("#7c3aee", "variable", 0.6))["accent"] == ()
    assert roles(Rendered(), accent=Candidate("#7c3aee", "variable", 0.6))["accent"] != ()
