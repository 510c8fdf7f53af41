"""Pictures inside a text are found however it writes them."""

import base64
from urllib.parse import quote

import pytest

from renderers.render.embedded import MOST, embedded_in
from templates.errors import LimitError

PNG = b"\x89PNG\r\n\x1a\n of some bytes"
CODED = base64.b64encode(PNG).decode()
SVG = f"<svg><image href='data:image/png;base64,{CODED}'/></svg>"


@pytest.mark.parametrize(
    "text",
    [
        f"<img src='data:image/png;base64,{CODED}'>",
        f"<img src='data:;base64,{CODED}'>",
        f"<img src='data:text/plain;a=\"b/c\" ; BASE64 ,{CODED}'>",
        f"<img src='da\nta:image/p\tng;ba\nse64,{CODED[:8]}\n{CODED[8:]}'>",
        f"<img src='data:image/png;base64,%{ord(CODED[0]):x}{CODED[1:]}'>",
        f"<img src='d&#97;ta:image/png&semi;base64&comma;&#{ord(CODED[0])};{CODED[1:]}'>",
        f"<style>p{{background:url(data:&#44;base64,{CODED})}}</style>",
        f"<style>p{{background:url(d\\61ta:image/p\\6e g;b\\61se64,{CODED})}}</style>",
        f"<p style='background:url(data:;ba&#92;73 e64,{CODED})'>",
        f"<img src='data:image/png,{quote(PNG)}'>",
        f"<img src='data:image/svg+xml,{SVG}'>",
        f"<img src='data:image/svg+xml,{quote(SVG)}'>",
        f"<img src='data:image/svg+xml;base64,{base64.b64encode(SVG.encode()).decode()}'>",
        f"<img src='data:image/svg+xml;base64,{base64.b64encode(SVG.encode('utf-16')).decode()}'>",
    ],
)
def test_a_picture_is_found(text):
    """By its bytes; types, entities, escapes, white and drawings around it hide nothing."""
    assert any(data.startswith(PNG) for data in embedded_in(text))


@pytest.mark.parametrize(
    "text", ["<p>100 % of it; base 64, they say,BMW", "<img src='data:image/png;base64,%%%=A'>", "\ud800 %5c%"]
)
def test_other_texts_hold_none(text):
    """Nothing that could be decoded."""
    assert not [data for data in embedded_in(text) if data]


def test_the_same_picture_counts_once():
    """However often a mail repeats it, and in however many ways its text is read."""
    small = "".join(
        f"<img src='data:image/gif;base64,{base64.b64encode(f'GIF8{i}'.encode()).decode()}'>" for i in range(900)
    )
    assert len(list(embedded_in(small * 3 + "<a href='?to=a%2525252Fb&amp;c'>"))) == 900


def test_a_link_may_be_coded_several_times():
    """Each service that a link is sent through codes it once more."""
    assert list(embedded_in(f"<a href='https://example.com/?to=a%{'25' * 8}2Fb'>")) == []


@pytest.mark.parametrize(
    "text",
    ["".join(f";base64,{number:08}" for number in range(MOST + 1)), "%" + "25" * 20, ",GIF8" * (MOST + 1)],
)
def test_there_is_an_end(text):
    """To how many there may be, and to drawings in drawings."""
    with pytest.raises(LimitError, match="pictures inside its text, or packs them too deeply"):
        list(embedded_in(text))
