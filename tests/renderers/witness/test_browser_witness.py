"""What a browser sees of a page, and what it makes of it: drawings with cut-outs, colours, fonts, the page as built."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from renderers.witness import browser_witness
from templates.brand.site import Site
from templates.brand.witness import Rendered, SeenLogo, Witness
from templates.errors import Cancelled

pytestmark = pytest.mark.browser

Looks = Callable[..., Rendered]
SPRITE = (
    "<svg xmlns='http://www.w3.org/2000/svg'><symbol id='mark' viewBox='0 0 120 30'>"
    "<path d='M0 0h120v12H0zM0 18h50v12H0z'/></symbol></svg>"
)


def opaque_colours(logo: SeenLogo) -> set[tuple[int, ...]]:
    """The colours of a cut-out where it is not see-through at all."""
    image = Image.open(io.BytesIO(logo.picture)).convert("RGBA")
    return {colour[:3] for count, colour in image.getcolors(1 << 20) if colour[3] == 255 and count > 20}


def corner(logo: SeenLogo) -> int:
    """How opaque the lower right corner of a cut-out is."""
    image = Image.open(io.BytesIO(logo.picture)).convert("RGBA")
    return int(image.getpixel((image.width - 2, image.height - 2))[3])


def test_a_header_built_by_a_script_shows_its_logo(look: Looks) -> None:
    """The picture has its address, a cut-out on nothing, and stands in the page as built."""
    seen = look(
        "<body style='background:#fde'><div id=app></div><script>setTimeout(() => app.innerHTML ="
        "'<header><a href=\"/\"><img class=logo src=logo.svg width=200 height=50></a></header>', 50)</script>"
    )
    logo = seen.logos[0]
    assert (logo.reference, logo.source) == ("https://www.acme.example/logo.svg", "rendered header")
    assert logo.box[2:] == (200, 50)
    assert opaque_colours(logo) == {(0xCC, 0x22, 0x44)}
    assert corner(logo) == 0
    assert "<header>" in seen.html
    with Image.open(io.BytesIO(seen.picture)) as screen:
        assert screen.size == (1280, 800)


def test_a_header_that_a_script_fetches_is_there(look: Looks) -> None:
    """A page may ask its own server for a piece of itself."""
    seen = look(
        "<body><script>fetch('/header.html').then(r => r.text()).then(t => document.body.innerHTML = t)</script>",
        header_html="<header><a href=/ class=logo><img src=logo.svg width=200></a></header>",
    )
    assert seen.logos[0].reference == "https://www.acme.example/logo.svg"


def test_a_logo_in_a_shadow_tree_is_seen(look: Looks) -> None:
    """Web components hide their header from whoever reads the page's text."""
    seen = look(
        "<site-header></site-header><script>customElements.define('site-header', class extends HTMLElement {"
        "connectedCallback() { this.attachShadow({mode: 'open'}).innerHTML ="
        "'<header><a href=/ class=logo><img src=logo.svg width=200 height=50></a></header>' }})</script>"
    )
    assert seen.logos[0].reference == "https://www.acme.example/logo.svg"
    assert opaque_colours(seen.logos[0]) == {(0xCC, 0x22, 0x44)}


@pytest.mark.parametrize("how", ["background", "-webkit-mask-image: url(logo.svg); background-color: #112233; mask"])
def test_a_logo_that_a_sheet_paints_is_seen(look: Looks, how: str) -> None:
    """A background keeps its own colours, a mask has the page's; words under it are not in the cut-out."""
    seen = look(
        "<link rel=stylesheet href=sheet.css><header><a class=logo href=/>Acme Words</a></header>",
        sheet_css=f".logo {{ display: block; width: 200px; height: 50px; color: #00f; {how}-image: url(logo.svg) }}",
    )
    wanted = (0xCC, 0x22, 0x44) if how == "background" else (0x11, 0x22, 0x33)
    assert opaque_colours(seen.logos[0]) == {wanted}
    assert (seen.logos[0].reference != "") == (how == "background")


def test_a_piece_of_a_sprite_has_a_picture_and_no_address(look: Looks) -> None:
    """The whole file is no logo; what is shown of it is."""
    seen = look(
        "<style>.logo{display:block;width:100px;height:20px;background:url(logo.svg) 0 -30px / 200px 50px}</style>"
        "<header><a class=logo href=/></a></header>"
    )
    logo = seen.logos[0]
    assert logo.reference == ""
    with Image.open(io.BytesIO(logo.picture)) as piece:
        assert piece.width / piece.height == pytest.approx(5)
    assert corner(logo) == 0


def test_a_drawing_out_of_an_external_sprite_has_the_pages_colour(look: Looks) -> None:
    """``<use>`` and currentColor are resolved; the drawing is found again in the page as it came."""
    seen = look(
        "<style>header a{color:#0a7a3c}</style><header><a href=/><svg class=logo fill=currentColor width=120 height=30>"
        "<use href='sprite.svg#mark'/></svg></a></header>",
        sprite_svg=SPRITE,
    )
    assert seen.logos[0].reference == "inline-svg:svg.logo"
    assert opaque_colours(seen.logos[0]) == {(0x0A, 0x7A, 0x3C)}


def test_a_drawing_made_by_a_script_has_a_picture_only(look: Looks) -> None:
    """There is no place in the page as it came that one could point at."""
    drawing = "<svg class=logo viewBox='0 0 200 50' width=200><path fill='#123456' d='M0 0h99v9H0zM0 20h9v9z'/></svg>"
    seen = look(f"<header></header><script>document.querySelector('header').innerHTML = `{drawing}`</script>")
    assert seen.logos[0].reference == ""
    assert opaque_colours(seen.logos[0]) == {(0x12, 0x34, 0x56)}


def test_an_object_is_a_logo_too(look: Looks) -> None:
    """An SVG that is embedded as a document of its own is shown, and nothing else is embedded."""
    seen = look(
        "<header><a href=/ class=logo><object type='image/svg+xml' data=logo.svg width=200 height=50></object></a>"
        "</header><object data=page.html width=300 height=300></object>",
        page_html="<body style='background:#0f0'>",
    )
    assert seen.logos[0].reference == "https://www.acme.example/logo.svg"
    assert opaque_colours(seen.logos[0]) == {(0xCC, 0x22, 0x44)}
    with Image.open(io.BytesIO(seen.picture)) as screen:
        assert (0, 255, 0) not in {colour for _, colour in screen.convert("RGB").getcolors(1 << 20)}


PAINTED = """<!doctype html><style>
 body { margin: 0; background: #fff8e8; color: #2b2b2b; font-family: Lato, Verdana, sans-serif }
 header { height: 120px; background: oklch(0.4 0.1 150) }
 h1 { font-family: Bitter, serif; color: #442200 }
 .buy { display: inline-block; padding: 14px 30px; border-radius: 6px; background: #b3261e; color: #fff }
 p a { color: #00695c }
 .cookie-banner { position: fixed; bottom: 0; left: 0; right: 0 }
 .cookie-banner button { background: #5500ff; width: 400px; height: 80px; color: #fff; border-radius: 40px }
</style>
<header></header><h1>Walnut tables</h1><p>Made in a small yard near the <a href=/river>river</a> since 1950.</p>
<a class=buy href=/buy>Order one now</a><a class=buy href=/more>See all tables</a>
<div class=cookie-banner><button>Accept everything</button></div>"""


def test_colours_fonts_and_corners_are_those_that_are_painted(look: Looks) -> None:
    """Header, buttons, links, text and ground; a cookie banner's button is not the company's."""
    seen = look(PAINTED)
    painted = {(one.kind, one.value) for one in seen.colours}
    assert {("button", "#b3261e"), ("link", "#00695c"), ("text", "#2b2b2b"), ("background", "#fff8e8")} <= painted
    assert {("heading", "#442200"), ("header", "#115629")} <= painted
    assert "#5500ff" not in {value for _, value in painted}
    assert dict(seen.fonts) == {"body": "Lato, Verdana, sans-serif", "heading": "Bitter, serif"}
    assert seen.radius == 6
    button = next(one for one in seen.colours if one.kind == "button")
    assert button.locator == "a.buy “Order one now”"
    assert 0 < button.share < 0.02


def test_an_announcement_is_not_the_header(look: Looks) -> None:
    """A coloured line above a white header is no ground that the company chose for its name."""
    seen = look(
        "<body style='margin:0'><div style='background:#14532d;height:40px'>Free delivery until Sunday</div>"
        "<header style='background:#fff;height:120px'><a href=/><img class=logo src=logo.svg width=200></a></header>"
    )
    assert [one.value for one in seen.colours if one.kind == "header"] == ["#ffffff"]


def test_a_page_without_address_is_shown_from_its_folder(look: Looks) -> None:
    """A saved page that does not say where it came from: its logo is a file beside it."""
    seen = look("<header><a href='index.html' class=logo><img src='logo.svg' width=200></a></header>", url="")
    assert seen.logos[0].reference.startswith("file:///")
    assert seen.logos[0].reference.endswith("/logo.svg")


def test_what_is_not_on_the_screen_is_no_logo(look: Looks) -> None:
    """Hidden, beside the screen or far below it: nobody takes it for the company's sign."""
    seen = look(
        "<header><a href=/ hidden><img class=logo src=logo.svg></a>"
        "<a href=/ style='position:absolute;left:-3000px'><img class=logo src=logo.svg></a>"
        "<a href=/ style='opacity:0'><img class=logo src=logo.svg></a>"
        "<a href=/ style='position:absolute;top:3000px'><img class=logo src=logo.svg></a></header>"
    )
    assert seen.logos == ()


def test_a_picture_that_fills_the_screen_is_a_photograph(look: Looks) -> None:
    """Its place in the header makes it no logo."""
    seen = look("<header><a href=/><img class=logo src=logo.svg style='width:1200px;height:500px'></a></header>")
    assert (seen.logos, seen.photos) == ((), ("https://www.acme.example/logo.svg",))


def test_without_a_browser_the_kit_does_without(
    saved: Callable[..., Site], witness: Witness, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The witness says nothing, and the site's warnings say why."""
    monkeypatch.setenv("MAILWRIGHT_BROWSER", str(tmp_path / "none"))
    site = saved("<p>Hi")
    assert witness(site) is None
    assert site.warnings[0].startswith("The page was not looked at in a browser. The settings name the browser")


def test_cancelling_ends_a_look(saved: Callable[..., Site]) -> None:
    """The user does not wait for the page."""
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        browser_witness(stop)(saved("<script>while (true) {}</script>"))
