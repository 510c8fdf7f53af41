"""Candidates for the two slots of a logo."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from templates.brand.logo import Logos, find_logos
from templates.brand.logos.logo_file import choose_logo
from templates.brand.logos.logo_png import squared
from templates.brand.logos.pictures import best_of_srcset
from templates.brand.logos.raster import open_picture, png_bytes
from templates.brand.reading.css import page_styles
from templates.brand.site import Site

Make = Callable[..., Site]
AT = "https://www.acme.example/"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h30v30H0zM40 0h50v30H40z"/></svg>'


def logos(one: Site, name: str = "Acme") -> Logos:
    """Both slots of a site."""
    return find_logos(one, page_styles(one), name)


def wide(one: Site) -> list[str]:
    """References for the wide slot, shortened."""
    return [found.value.removeprefix(AT) for found in logos(one).wide]


@pytest.mark.parametrize(
    ("html", "reference"),
    [
        ('<header><a href="/"><img src="a.png" alt="Acme"></a></header>', "a.png"),
        ('<div id="masthead"><img class="site-logo" src="a.png"></div>', "a.png"),
        ('<nav><a href="/en/"><svg class="logo" viewBox="0 0 9 3"></svg></a></nav>', "inline-svg:svg.logo"),
        ('<div class="top"><a class="brand" href="https://acme.example"><img src="a.png"></a></div>', "a.png"),
        ('<header><img class="logo" src="data:image/gif;base64,R0" data-src="a.png"></header>', "a.png"),
        ('<header><img class="logo" src="blank.gif" data-srcset="a.png 2x, b.png 6x"></header>', "a.png"),
        ('<header><a href="/"><picture><source srcset="d.png" media="(prefers-color-scheme: dark)">'
         '<source srcset="a.webp 300w, b.webp 3000w">'
         '<img class="logo"></picture></a></header>', "a.webp"),
        ('<style>.top-bar .logo{background:url("a.png")}</style>'
         '<div class="top-bar"><a class="logo" href="/">Acme</a></div>', "a.png"),
        ('<header><a class="logo" href="/" style="background-image:url(a.png)">Acme</a></header>', "a.png"),
        ('<script type="application/ld+json">{"@type":"Organization",'
         '"logo":{"url":"a.png","width":300,"height":60}}</script>', "a.png"),
        ('<div itemprop="logo"><img src="a.png"></div>', "a.png"),
        ('<meta property="og:logo" content="/a.png">', "a.png"),
        ('<footer><img class="footer-logo" src="a.png" alt="Acme"></footer>', "a.png"),
    ],
)  # fmt: skip
def test_the_wide_logo_is_found_in_every_form(site: Make, html: str, reference: str) -> None:
    """Header pictures, drawings, lazy ones, sets, backgrounds, structured data and at last the footer."""
    assert wide(site(html))[0] == reference


@pytest.mark.parametrize(
    "html",
    [
        '<header><img src="search.svg" class="icon-search"><img src="cart.svg" class="cart"></header>',
        '<header><button><svg class="burger"></svg></button></header>',
        '<section class="clients"><img class="logo" src="other.png"></section>',
        '<article><img class="logo" src="photo.png"></article>',
        '<footer><a href="https://parent.example/"><img class="logo" src="parent.png"></a></footer>',
        '<p><img src="/1x1.gif" width="1" height="1" class="logo-pixel"></p>',
        '<main><img src="team.jpg"></main>',
    ],
)
def test_other_pictures_are_not_chosen(site: Make, html: str) -> None:
    """Icons, customers' and parents' logos, photographs and tracking pixels stay under the threshold."""
    one = site(html)
    assert choose_logo(one, page_styles(one), logos(one).wide, "wide").reference == ""


def test_the_headers_logo_beats_the_rest(site: Make) -> None:
    """Header first, footer later; the preview picture is never chosen by itself."""
    one = site(
        '<meta property="og:image" content="hero.jpg"><header><a href="/"><img class="logo" src="acme-logo.png"></a>'
        '<img src="hero.jpg"></header><footer><img class="logo" src="acme-white.png"></footer>'
    )
    assert wide(one)[:2] == ["acme-logo.png", "acme-white.png"]


def test_a_square_header_picture_goes_to_the_square_slot(site: Make) -> None:
    """The page's sizes and the file's name tell the shape."""
    one = site('<header><a href="/"><img class="logo" src="acme.png" width="40" height="40"></a></header>')
    assert logos(one).wide == ()
    assert logos(one).square[0].value == AT + "acme.png"


def test_icons_fill_the_square_slot(site: Make) -> None:
    """Large before small, drawings before bitmaps, and monochrome ones of the manifest not at all."""
    manifest = {
        "icons": [{"src": "mono.png", "purpose": "monochrome"}, {"src": "m.png", "sizes": "512x512"}, "x", {"src": 3}]
    }
    one = site(
        '<link rel="icon" href="f.ico"><link rel="icon" sizes="32x32" href="s.png">'
        '<link rel="apple-touch-icon" href="t.png"><link rel="mask-icon" href="k.svg">'
        '<link rel="manifest" href="app.json"><meta name="msapplication-TileImage" content="w.png">',
        app_json=json.dumps(manifest).encode(),
    )
    order = [found.value.removeprefix(AT) for found in logos(one).square]
    assert order[:2] == ["t.png", "m.png"]
    assert set(order) >= {"f.ico", "s.png", "k.svg", "w.png"}
    assert "mono.png" not in order
    assert order.index("t.png") < order.index("s.png")


@pytest.mark.parametrize("manifest", [b"", b"not json", b"[]", b'{"icons": 3}', b"[" * 50_000])
def test_a_broken_manifest_is_passed_over(site: Make, manifest: bytes) -> None:
    """What cannot be read has no icons."""
    assert logos(site('<link rel="manifest" href="app.json"><p>x</p>', app_json=manifest)).square == ()


def test_the_first_that_can_be_drawn_is_chosen(site: Make) -> None:
    """Broken and wrongly shaped files are passed over; broken ones are noted."""
    one = site(
        '<header><a href="/"><img class="logo" src="a.svg" alt="Acme"></a></header>'
        '<footer><img class="logo" src="b.svg" alt="Acme"></footer>',
        a_svg=b"<svg",
        b_svg=SVG,
    )
    choice = choose_logo(one, page_styles(one), logos(one).wide, "wide")
    assert choice.file is not None
    assert choice.reference == AT + "b.svg"
    assert "a.svg cannot be used" in one.warnings[0]


def test_a_logo_that_cannot_be_had_is_still_named(site: Make) -> None:
    """Offline the reference is the answer, without bytes."""
    one = site('<header><a href="/"><img class="logo" src="a.png"></a></header>')
    choice = choose_logo(one, page_styles(one), logos(one).wide, "wide")
    assert (choice.reference, choice.file) == (AT + "a.png", None)


def test_agreeing_sources_raise_the_score(site: Make) -> None:
    """The header's picture that structured data names too is surer than alone."""
    header = '<header><img class="logo" src="a.png"></header>'
    data = '<script type="application/ld+json">{"@type":"Organization","logo":"a.png"}</script>'
    alone, both = logos(site(header)).wide[0], logos(site(header + data)).wide[0]
    assert both.score > alone.score
    assert "JSON-LD" in both.source


@pytest.mark.parametrize(
    ("srcset", "best"),
    [
        ("a.png 1x, b.png 2x", "b.png"),
        ("a.png 100w, b.png 700w, c.png 2000w", "b.png"),
        ("c.png 2000w, d.png 3000w", "c.png"),
        ("a.png", "a.png"),
        ("data:image/png;base64,AA== 1x", "data:image/png;base64,AA=="),
        ("", ""),
        (",,,", ""),
    ],
)
def test_the_best_of_a_set_is_what_a_logo_needs(srcset: str, best: str) -> None:
    """The largest up to the need, else the smallest above it."""
    assert best_of_srcset(srcset) == best


@pytest.mark.parametrize(
    ("html", "reference"),
    [
        ('<div class="bar"><a href="/"><img src="a.png"></a><a href="/b">B</a></div><main>x</main>', "a.png"),
        ('<table><tr><td><a href="index.html"><img src="a.png"></a></td></tr></table><h1>Bread</h1>', "a.png"),
        ('<div class="front"><h1><img src="a.png" alt="Acme"></h1></div><h2>Bread</h2>', "a.png"),
        ('<header><img src="a.png" alt="Acme"></header>', "a.png"),
        ('<header><a href="/"><object type="image/svg+xml" data="a.svg"></object></a></header>', "a.svg"),
        ('<header><a href="/"><noscript><img class="logo" src="a.png"></noscript></a></header>', "a.png"),
        ('<header><a class="logo" href="/"><svg viewBox="0 0 90 30"><use href="sprite.svg#logo"/></svg></a></header>',
         "inline-svg:a.logo svg"),
        ('<template shadowrootmode="open"><nav><a href="/"><img src="a.png"></a></nav></template>', "a.png"),
    ],
)  # fmt: skip
def test_headers_are_known_by_their_place_too(site: Make, html: str, reference: str) -> None:
    """Bars of utility classes, tables, title pages, and elements other than ``<img>``."""
    assert wide(site(html))[0] == reference


@pytest.mark.parametrize(
    "html",
    [
        '<header><template><a href="/"><img class="logo" src="a.png"></a></template></header>',
        '<div id="cookie-banner"><a href="/"><img class="logo" src="a.png"></a></div>',
        '<div class="brand-switcher"><a href="https://sister.example/"><img class="logo" src="a.png"></a></div>',
        '<div class="payment-logos"><img src="visa-logo.svg"></div>',
        '<header class="site-branding"><img src="20-years.png" alt="20 years"></header>',
        '<svg class="logo" style="display:none"><symbol id="logo"><path d="M0 0h9v9z"/></symbol></svg>',
        "".join(f'<div class="chapo"><img class="cms_logo" src="{name}.jpg"></div>' for name in "abcdef"),
    ],
)
def test_decoys_are_not_chosen(site: Make, html: str) -> None:
    """Stencils, cookie banners, sister brands, payment marks, awards, symbol stores, a class that all pictures have."""
    one = site(html)
    assert choose_logo(one, page_styles(one), logos(one).wide, "wide").reference == ""


def test_a_mark_beside_the_written_name_is_no_wide_logo(site: Make, picture: Callable[..., bytes]) -> None:
    """The name is text there; where the text is for screen readers only the picture is the whole logo."""
    square = picture(width=120, height=120, border=10)
    drawn = '<header><a class="logo" href="/"><img src="a.png"><span{}>Acme</span></a></header>'
    shown = site(drawn.format(""), a_png=square)
    assert "beside the name" in logos(shown).wide[0].source
    assert choose_logo(shown, page_styles(shown), logos(shown).wide, "wide").reference == ""
    hidden = site(drawn.format(' class="sr-only"'), a_png=square)
    assert "beside the name" not in logos(hidden).wide[0].source


def test_a_favicon_waits_for_something_larger(site: Make, picture: Callable[..., bytes]) -> None:
    """Thirty-two pixels are the square logo only where nothing else is square."""
    html = '<link rel="icon" href="f.png"><header><a href="/"><img class="logo" src="a.png"></a></header>'
    small, large = picture(width=32, height=32, border=1), picture(width=200, height=200)
    one = site(html, f_png=small, a_png=large)
    assert choose_logo(one, page_styles(one), logos(one).square, "square").reference == AT + "a.png"
    alone = site('<link rel="icon" href="g.png">', g_png=small)
    assert choose_logo(alone, page_styles(alone), logos(alone).square, "square").reference == AT + "g.png"


def test_an_icon_is_square_by_its_canvas(site: Make, picture: Callable[..., bytes]) -> None:
    """A wide mark on a square canvas is an icon; a name written on one is a wide logo."""
    html = '<link rel="icon" href="f.png"><header><a href="/"><img class="logo" src="a.png"></a></header>'
    mark = picture(width=200, height=120, border=0)
    one = site(html, f_png=_on_square(mark), a_png=_on_square(picture(width=200, height=40, border=0)))
    assert choose_logo(one, page_styles(one), logos(one).square, "square").reference == AT + "f.png"
    assert choose_logo(one, page_styles(one), logos(one).wide, "wide").reference == AT + "a.png"


def test_offline_the_pages_word_counts_more_than_what_lies_inside(site: Make) -> None:
    """A declared icon that is not saved beside the page is surer than a small drawing in an address."""
    inside = "data:image/svg+xml,%3Csvg viewBox='0 0 9 9'%3E%3Cpath d='M0 0h9v5z'/%3E%3C/svg%3E"
    one = site(f'<link rel="apple-touch-icon" href="t.png"><header><a href="/"><img src="{inside}"></a></header>')
    assert choose_logo(one, page_styles(one), logos(one).square, "square").reference == AT + "t.png"


def test_a_preview_called_a_logo_is_the_last_resort(site: Make) -> None:
    """A photograph never is; a logo in the host's name says nothing."""
    assert [found.value for found in logos(site('<meta property="og:image" content="/brand/g_128.png">')).square] == [
        AT + "brand/g_128.png"
    ]
    for address in ("hero.jpg", "https://logo.cdn.example/hero.jpg", "logo-600x60.png"):
        assert logos(site(f'<meta property="og:image" content="{address}">')).square == ()


def _on_square(data: bytes) -> bytes:
    """The picture in the middle of a transparent square."""
    return png_bytes(squared(open_picture(data)))
