"""The company's colour: who has a vote, and who is not believed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.colour import find_colours
from templates.brand.evidence import Candidate
from templates.brand.reading.css import page_styles
from templates.brand.site import Site

Make = Callable[..., Site]
LOGO = (Candidate("#1d5b4c", "logo fill", 0.5),)
BLACK_LOGO = (Candidate("#111111", "logo fill", 0.65),)


def colours(one: Site, logo: tuple[Candidate, ...] = (), **more: object) -> list[str]:
    """The ranked colours of a site."""
    return [found.value for found in find_colours(one, page_styles(one), logo, **more)]  # type: ignore[arg-type]  # icon and logo_seen pass through


@pytest.mark.parametrize(
    "html",
    [
        '<meta name="theme-color" content="#1d5b4c">',
        '<link rel="mask-icon" href="x.svg" color="#1d5b4c">',
        '<meta name="msapplication-TileColor" content="#1d5b4c">',
        "<style>:root{--brand-color:#1d5b4c}</style>",
        "<style>.button-primary{background:#1d5b4c}</style>",
        "<style>a{color:#1d5b4c}</style>",
        '<header><svg><path fill="#1d5b4c"/></svg></header>',
        '<body><div class="site-header" style="background:#1d5b4c">x</div></body>',
    ],
)
def test_each_source_is_heard(site: Make, html: str) -> None:
    """The head, custom properties, what is painted, and what is drawn."""
    assert colours(site(html)) == ["#1d5b4c"]


@pytest.mark.parametrize(
    "html",
    [
        '<meta name="theme-color" content="#ffffff">',
        '<meta name="msapplication-TileColor" content="#da532c">',
        '<link rel="mask-icon" href="x.svg" color="#5bbad5">',
        "<style>.btn{background:#0d6efd}</style>",
        "<style>.btn-facebook{background:#1877f2} .share-button{background:#3b5998}</style>",
        "<style>:root{--wp--preset--color--primary:#cf2e2e;--bs-primary:#0d6efd}</style>",
        "<style>.btn:hover{background:#123456} .btn-danger{background:#d00000}</style>",
        "<style>p{color:#a83279} .x{background:#a83279} .y{border-color:#a83279}</style>",
    ],
)
def test_decoys_are_not_the_brand(site: Make, html: str) -> None:
    """Generators', frameworks' and networks' colours, hover states, and mere frequency."""
    assert colours(site(html)) == []


def test_the_logo_can_confirm_a_decoy(site: Make) -> None:
    """A company may really have Bootstrap's blue; a black logo proves nothing about Bootstrap's black."""
    blue = '<meta name="theme-color" content="#0d6efd">'
    assert colours(site(blue), (Candidate("#0d6efd", "logo fill", 0.5),)) == ["#0d6efd"]
    found = find_colours(
        one := site('<meta name="theme-color" content="#212529">'),
        page_styles(one),
        (Candidate("#212529", "logo fill", 0.6),),
    )
    assert found[0].source == "logo fill"


def test_at_home_a_networks_colour_is_its_own(site: Make) -> None:
    """The blue of share buttons is nobody's but on the network's own site."""
    html = "<style>.btn-primary{background:#0a66c2}</style>"
    assert colours(site(html)) == []
    assert colours(site(html, "https://www.linkedin.com/")) == ["#0a66c2"]


def test_agreeing_sources_win_and_near_colours_are_one(site: Make) -> None:
    """Two sources a hair apart outvote one; the declared spelling leads the pixels'."""
    one = site('<meta name="theme-color" content="#1d5b4c"><style>:root{--primary:#c24a1f}</style>')
    found = find_colours(one, page_styles(one), (Candidate("#1f5d4e", "logo pixels", 0.4),))
    assert [one.value for one in found] == ["#1d5b4c", "#c24a1f"]
    assert found[0].source == "theme-color, logo pixels"


def test_a_black_company_stays_black(site: Make) -> None:
    """When the logo has no colour, a link's blue is not the brand; a theme colour that somebody declared still is."""
    assert colours(site("<style>a{color:#1155cc}</style>"), BLACK_LOGO)[0] == "#111111"
    assert colours(site('<meta name="theme-color" content="#c24a1f">'), BLACK_LOGO)[0] == "#c24a1f"


def test_a_black_icon_beside_a_black_logo_settles_it(site: Make) -> None:
    """Then a declared colour is some tool's."""
    one = site('<meta name="theme-color" content="#c24a1f">')
    assert colours(one, BLACK_LOGO, icon=(Candidate("#000000", "icon pixels", 0.5),))[0] == "#111111"


def test_the_icon_tells_what_a_black_logo_does_not(site: Make) -> None:
    """A name set in black beside an icon in colour is no black company."""
    icon = (Candidate("#7a3fd0", "icon fill", 0.5),)
    assert colours(site("<p>x</p>"), BLACK_LOGO, icon=icon)[0] == "#7a3fd0"


def test_a_chosen_anthracite_says_more_than_the_default_black(site: Make) -> None:
    """Pure black in the head is what tools write; a certain dark grey was chosen."""

    def score(colour: str) -> float:
        one = site(f'<meta name="theme-color" content="{colour}">')
        return find_colours(one, page_styles(one))[0].score

    assert score("#1e2327") > score("#000000")


def test_a_white_logo_takes_its_headers_colour(site: Make) -> None:
    """A white logo stands on a coloured header, even on a very dark one."""
    html = "<style>.site-header{background:#7a1d2e} .btn{background:#fca311}</style>"
    assert colours(site(html), logo_seen=True)[0] == "#7a1d2e"
    assert colours(site(html))[0] == "#fca311"


def test_nothing_seen_is_no_colour(site: Make) -> None:
    """A page without colours, and one without anything."""
    assert colours(site("<p>x</p>")) == []
    assert colours(site("<style>{{{</style><svg>")) == []
