"""The model against the real Roundcube, where PHP and Roundcube are."""

from __future__ import annotations

import html
import random

import pytest

from tests.client_mails.product import product_mails

TAGS = ("p", "div", "span", "td", "a", "img", "font", "section", "center", "h1", "o:p", "figure", "b")
VALUES = {
    "class": ("a", "a b", " c"),
    "id": ("k",),
    "href": ("https://x.test/", "#k", "rel", "mailto:a@x.test", "tel:1"),
    "src": ("https://x.test/a.png", "rel.png", "data:image/png;base64,AA=="),
    "width": ("10", "100%", ""),
    "title": ('a "b"', "<c>", ""),
    "background": ("https://x.test/b.png", "b.png"),
    "data-x": ("1",),
    "align": ("center",),
}
DECLARATIONS = (
    "color:red",
    "width:10",
    "position:fixed",
    "background:url(https://x.test/a.png) red",
    "background:url(a.png) red",
    "font-family:'A B',serif",
    "content:'a;b'",
    "*zoom:1",
    "margin:0 !important",
    "a:expression(1)",
    "--x:1",
    "",
)
SELECTORS = ("p", "a", ".a", "#k", "*", "body", "td > .b", ":root", "[class~=a]", ".a .b,p:hover", "html")
QUERIES = ("print", "(max-width:600px)", "only screen and (min-width:1px)")


def test_the_recorded_answers_are_still_given(recorded, roundcube):
    """What was recorded is what the real one says."""
    assert [roundcube(each["mail"], each.get("mode", "light")) for each in recorded] == [
        each["washed"] for each in recorded
    ]


def test_made_up_mails_become_what_roundcube_makes_of_them(roundcube, page, ours):
    """Hundreds of mails of random elements, attributes and rules: the same tree each."""
    dice = random.Random(7)
    for number in range(300):
        mail, mode = _mail(dice), "images-off" if number % 5 == 0 else "light"
        assert ours(mail, mode) == page(roundcube(mail, mode)), mail


@pytest.mark.slow
@pytest.mark.parametrize("client", ["roundcube-web", "free-web"])
def test_starters_become_what_roundcube_makes_of_them(client, roundcube, page, ours):
    """Every starter and every mail of the gallery."""
    for name, mail in product_mails().items():
        assert ours(mail, "light", client) == page(roundcube(mail, "light")), name


def _mail(dice: random.Random) -> str:
    sheet = "".join(_rule(dice) for _ in range(dice.randint(0, 3)))
    body = "".join(_element(dice, 3) for _ in range(3))
    return f"<html><head><style>{sheet}</style></head><body{_attributes(dice)}>{body}</body></html>"


def _rule(dice: random.Random) -> str:
    rule = f"{dice.choice(SELECTORS)}{{{_style(dice)}}}"
    return f"@media {dice.choice(QUERIES)}{{{rule}}}" if dice.random() < 0.3 else rule


def _style(dice: random.Random) -> str:
    return ";".join(dice.choices(DECLARATIONS, k=dice.randint(0, 4)))


def _element(dice: random.Random, depth: int) -> str:
    if not depth or dice.random() < 0.2:
        return dice.choice(("text ", "&amp; ", "’", "<!-- c -->", "<br>"))
    # Paragraphs and links hold no blocks, so that both sides read the same tree.
    tag = dice.choice(TAGS)
    inside = "x" if tag in ("p", "a", "h1") else "".join(_element(dice, depth - 1) for _ in range(dice.randint(0, 2)))
    if tag == "img":
        return f"<img{_attributes(dice)}>"
    return f"<div><{tag}{_attributes(dice)}>{inside}</{tag}></div>"


def _attributes(dice: random.Random) -> str:
    found = {name: dice.choice(VALUES[name]) for name in dice.sample(list(VALUES), dice.randint(0, 3))}
    found["style"] = _style(dice)
    return "".join(f' {name}="{html.escape(value)}"' for name, value in found.items())
