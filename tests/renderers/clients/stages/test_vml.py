"""Tests of renderers/clients/stages/vml.py."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from renderers.clients.change import Change
from renderers.clients.css.sheet import parse_declarations
from renderers.clients.pipeline import client_html
from renderers.clients.stages.vml import MAX_SHAPES, STAGE
from templates.compile.engine import mjml_engine

OUTLOOK = "outlook-windows-96"
PICTURE = "https://x.test/a.png"
RED = (255, 0, 0)
BUTTON = (
    '<!--[if mso]><v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" href="https://x.test/" arcsize="10%" '
    'style="height:40px;v-text-anchor:middle;width:200px;" strokecolor="#1e3650" fillcolor="#556270"><w:anchorlock/>'
    '<center style="color:#ffffff">Show me</center></v:roundrect><![endif]-->'
    '<!--[if !mso]><!--><a href="https://x.test/">Show others</a><!--<![endif]-->'
)
HERO = f"""<mjml><mj-body background-color="#eeeeee">{{}}
<mj-hero mode="fixed-height" height="300px" padding="40px 0" background-width="600px" background-height="300px"
background-url="{PICTURE}" background-color="#2a3448"><mj-text>GO</mj-text></mj-hero>{{}}</mj-body></mjml>"""
SECTION = f"""<mjml><mj-body><mj-section background-url="{PICTURE}" background-color="#aabbcc" {{}}>
<mj-column><mj-text>k</mj-text></mj-column></mj-section></mj-body></mjml>"""
NEXT = "<mj-section><mj-column><mj-text>next</mj-text></mj-column></mj-section>"

Drawn = Callable[..., tuple[str, list[Change]]]


@pytest.fixture
def drawn(through: Callable[..., tuple[str, list[Change]]]) -> Drawn:
    def drawn(html: str, **settings: object) -> tuple[str, list[Change]]:
        return through(STAGE, html, **{"shapes": True, "picture_fills": True, "shifts_tables": True, **settings})

    return drawn


def outlook(html: str, profile: str = OUTLOOK) -> str:
    return client_html(html, profile).html


def mjml(source: str) -> str:
    return mjml_engine().compile(source).html


def test_without_settings_nothing_changes(through: Callable[..., tuple[str, list[Change]]]):
    """Every default means that the client does nothing of this."""
    html, changes = through(STAGE, "<v:rect><v:textbox>k</v:textbox></v:rect>")
    assert "v:rect" in html
    assert not changes


def test_a_bulletproof_button_is_a_link_with_its_look():
    """Size, rounding, outline, colour, text in the middle; the button for the others is not there."""
    html = outlook(BUTTON)
    (button,) = lxml_html.fromstring(html).iter("a")
    style = button.get("style")
    assert button.get("href") == "https://x.test/"
    assert button.text_content().strip() == "Show me"
    look = "width:200px|height:40px|border-radius:4px|border:1px solid #1e3650|background-color:#556270|center"
    assert all(css in style for css in look.split("|"))
    assert not re.search(r"</?[vow]:", html)


def test_a_shape_around_a_link_is_no_link(drawn: Drawn):
    """HTML has no links in links: the inner one stays."""
    html, _ = drawn('<v:rect href="b"><center><a href="a">k</a></center></v:rect>')
    assert html.count("<a ") == 1


def test_elements_that_never_close_hold_nothing(drawn: Drawn):
    """What a parser put into an open ``v:fill`` or ``w:anchorlock`` comes behind it."""
    html, _ = drawn(
        '<v:rect style="width:9px"><v:fill type="tile" src="a.png"><w:anchorlock><v:textbox inset="0,0,0,0"><p>k</p>'
        "</v:textbox></v:rect><p>after</p>"
    )
    assert 'url("a.png")' in html
    assert "<p>k</p></span><p>after</p>" in html


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a<o:p>&nbsp;</o:p>b</p>", "<p>a\N{NO-BREAK SPACE}b</p>"),
        ("<p>a<o:lock v:ext='edit'></o:lock>b</p>", "<p>ab</p>"),
        ("a<o:x>data</o:x>b", "ab"),
        ("a<o:x><b>text</b></o:x>b", "a<b>text</b>b"),
        ("a<v:shapetype><v:stroke></v:stroke><v:path></v:path></v:shapetype>b", "ab"),
        ("a<w:anchorlock></w:anchorlock><w10:wrap></w10:wrap>b", "ab"),
        ("a<v:textbox>k</v:textbox>b", "akb"),
        ("a<vx:y>k</vx:y>b", "a<vx:y>k</vx:y>b"),
    ],
)
def test_what_is_no_drawing_goes_and_text_stays(html: str, left: str, drawn: Drawn):
    """Office's own elements are invisible; what is for people is not lost with them."""
    assert f"<body>{left}</body>" in drawn(html)[0]


def test_the_page_has_its_background(drawn: Drawn):
    """A ``v:background`` colours the body, and no block around it hides that."""
    page = '<v:background fill="t"><v:fill type="tile" src="a.png" color="#7bceeb"></v:fill></v:background>'
    html, (change,) = drawn(f'<div style="background-color:red">{page}<table bgcolor="blue"></table></div>')
    assert 'style="background-color:red;background-color:transparent"' in html
    assert '<table bgcolor="blue">' in html
    assert re.search(r"<body [^>]*background-color:#7bceeb;background-image:url", html)
    assert change.rule == "vml.shapes"


def test_pictures_in_the_line_lines_and_text_boxes(drawn: Drawn):
    """A picture is an ``img`` with its text, a line an edge, a box without a fixed height as high as its text."""
    html, changes = drawn(
        '<v:shape style="width:90px;height:45px" alt="A"><v:imagedata src="p.png"></v:imagedata></v:shape>'
        '<v:line from="0,0" to="30,40" strokecolor="blue"></v:line>'
        '<v:rect style="width:9px;height:5px"><v:textbox style="mso-fit-shape-to-text:true">k</v:textbox></v:rect>'
    )
    (picture,) = lxml_html.fromstring(html).iter("img")
    assert (picture.get("src"), picture.get("alt")) == ("p.png", "A")
    assert "width:90px;height:45px" in picture.get("style")
    assert "width:50px;border-top:1px solid #0000ff;transform-origin:0 0" in html
    assert "height:5px" not in html
    assert [change.values["tag"] for change in changes] == ["v:shape", "v:line", "v:rect"]


def test_tables_in_text_boxes_lose_their_left_padding():
    """From Outlook 2013 on; paragraphs and headings do not, nor do tables outside of VML."""
    cell = '<table><tr><td style="padding:30px"><h2>h</h2><table id="{}"><tr><td>k</td></tr></table></td></tr></table>'
    start, end = '<v:rect style="width:600px"><v:textbox>', "</v:textbox></v:rect>"
    mail = cell.format("free") + f"<!--[if mso]>{start}<![endif]-->{cell.format('boxed')}<!--[if mso]>{end}<![endif]-->"
    shifted = re.compile(r'<table [^>]*id="(\w+)"[^>]*left:-30px')
    assert shifted.findall(outlook(mail)) == ["boxed"]
    assert shifted.findall(outlook(mail, "outlook-windows-2013")) == ["boxed"]
    assert shifted.findall(outlook(mail, "outlook-windows-2010")) == []


@pytest.mark.parametrize(
    ("padding", "paddings"),
    [
        ("padding:0 30px", "0px 60px"),
        ("padding:1px 10px 2px 20px", "0px 30px"),
        ("padding:5px;padding-left:8px", "0px 13px"),
        ("padding-right:9px", "0px 9px"),
    ],
)
def test_a_cell_that_holds_a_table_only_has_its_padding_on_the_right(padding: str, paddings: str, drawn: Drawn):
    """Both sides together, however they are written and whatever blocks stand around the table."""
    cell = f"<td style='{padding}'> <div><table><tbody><tr><td>k</td></tr></tbody></table></div> </td>"
    html, _ = drawn(f"<v:rect><v:textbox><table><tbody><tr>{cell}</tr></tbody></table></v:textbox></v:rect>")
    (declared,) = re.findall(r'<td [^>]*style="([^"]+)"', html)
    sides = {each.name: each.value for each in parse_declarations(declared)}
    assert (sides.get("padding-left", "0"), sides["padding-right"]) == ("0", paddings.split()[1])


def test_windows_mail_shows_the_colour_of_a_fill():
    """It knows no pictures in fills, and says so."""
    result = client_html(mjml(SECTION.format("")), "windows-mail")
    assert f'url("{PICTURE}")' not in result.html
    assert "background-color:#aabbcc" in result.html
    assert "vml.picture_fills" in {change.rule for change in result.changes}


def test_the_colour_behind_a_hero_is_not_read():
    """Outlook shows the picture, which the cell's own background would cover, and nothing where it is missing."""
    html = outlook(mjml(HERO.format("", "")))
    assert "#2a3448" not in html
    assert re.search(r"<img [^>]*z-index:-3", html)


def test_a_background_around_a_hero_covers_it():
    """What lies behind the text lies behind the shading of tables as well."""
    wrapped = mjml(HERO.format('<mj-wrapper background-color="#ffc0cb">', "</mj-wrapper>"))
    said = {change.what for change in client_html(wrapped, OUTLOOK).changes}
    assert "The background of {cover} covers {tag}, which lies behind the text." in said


def test_twice_is_once():
    """What was drawn is left alone when the mail comes by again, by this stage and by those before it."""
    for mail in (BUTTON, mjml(HERO.format("", "")), mjml(SECTION.format('padding="40px"'))):
        once = outlook(mail)
        assert outlook(once) == once


def test_a_bomb_of_shapes_is_not_drawn(drawn: Drawn):
    """Of thousands of shapes only the content stays."""
    html, changes = drawn("<v:rect style='position:absolute;z-index:-1'>k" * (MAX_SHAPES + 1000))
    assert len(changes) == MAX_SHAPES
    assert html.count("k") >= MAX_SHAPES + 1000


_PARTS = st.sampled_from(
    [
        *("<v:rect ", "style='", "width:9px", "position:absolute;z-index:-1;", "'", ">", "/>", "<v:textbox>"),
        *("</v:textbox>", "</v:rect>", "<p>", "k", "<o:p>", "<v:fill type=frame src=a>", "</table>", "<v:background>"),
        *("<table><tr><td style='padding:9px'>", "<v:line from=1 to=x />", "<v:image src=a>", "<a href=x>"),
        "<v:oval href=x>",
    ]
)


@given(st.lists(_PARTS, max_size=40).map("".join))
def test_any_markup_is_drawn(text: str):
    """However broken the markup is, nothing raises, no VML is left, and a second time changes nothing."""
    once = outlook(f"<!DOCTYPE html><div>{text}</div>")  # without one a table may stand in a paragraph
    assert not re.search(r"<[vow]:", once)
    assert outlook(once) == once


@pytest.fixture(scope="module")
def page(browser_path: Path) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 800, "height": 600})
        red = io.BytesIO()
        Image.new("RGB", (1, 1), RED).save(red, "PNG")
        page.route("**/*", lambda route: route.fulfill(body=red.getvalue(), content_type="image/png"))
        yield page
        browser.close()


def _box(page: Page, selector: str) -> tuple[int, ...]:
    found = page.locator(selector).first.bounding_box()
    assert found
    return tuple(round(found[each]) for each in ("x", "y", "width", "height"))


@pytest.mark.browser
def test_a_hero_lies_behind_its_text_and_takes_no_room(page: Page):
    """The picture fills the hero's place, the text stands on it, and what follows comes right behind."""
    page.set_content(outlook(mjml(HERO.format("", NEXT))))
    left, top, width, height = _box(page, "img[data-vml]")
    assert (width, height) == (600, 300)
    _, text_top, _, text_height = _box(page, "text=GO")
    assert top < text_top < text_top + text_height < top + height
    assert _box(page, "text=next")[1] >= top + height
    # The block with the page's colour around it does not hide it.
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        assert picture.convert("RGB").getpixel((left + 5, top + 5)) == RED


@pytest.mark.browser
def test_a_section_s_fill_is_as_large_as_its_text(page: Page):
    """The shape grows with what stands in it, at the width that it says."""
    page.set_content(outlook(mjml(SECTION.format('padding="20px 0"'))))
    _, top, width, height = _box(page, "span[data-vml]")
    _, text_top, _, text_height = _box(page, "text=k")
    assert width == 600
    assert top + 20 <= text_top <= text_top + text_height <= top + height - 20


@pytest.mark.browser
def test_a_button_s_text_is_in_its_middle(page: Page):
    """Both ways."""
    page.set_content(outlook(BUTTON))
    x, y, width, height = _box(page, "a[data-vml]")
    text = page.evaluate(
        "() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('center'));"
        "const box = range.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] }"
    )
    assert (width, height) == (200, 40)
    assert text == pytest.approx([x + width / 2, y + height / 2], abs=1.5)
