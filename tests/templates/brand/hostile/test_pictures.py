"""Logos that were made to hurt whoever draws them: scripts, entities, ways out, bombs, and files that lie."""

from __future__ import annotations

import base64
import gzip
import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from templates.brand.kit import BrandKit, extract_brand
from templates.brand.logos import draw_svg, logo_file, raster
from templates.brand.logos.raster import checked_logo, open_picture
from templates.brand.logos.svg import SvgError, sanitised
from templates.errors import InputError, MailwrightError

Files = dict[str, bytes]
Outcomes = dict[str, BrandKit | MailwrightError | str]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 50">'
SHAPES = '<rect x="5" y="5" width="80" height="30" fill="#c02020"/><circle cx="150" cy="25" r="20" fill="#2020c0"/>'
OUTSIDE = "http://127.0.0.1:9/x"


def svg(inside: str, before: str = "") -> bytes:
    return f"{before}{SVG}{inside}{SHAPES}</svg>".encode()


def tower(layers: int) -> bytes:
    """Each layer shows the one below ten times."""
    groups = (f'<g id="u{i}">' + f'<use href="#u{i - 1}"/>' * 10 + "</g>" for i in range(1, layers))
    return f'{SVG}<defs><g id="u0">{SHAPES}</g>{"".join(groups)}</defs><use href="#u{layers - 1}"/></svg>'.encode()


def entities() -> str:
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE svg [<!ENTITY a0 "lol">{laughs}]>'


def drawings(n: int) -> dict[str, bytes]:
    """SVG files; ``n`` times as much of each evil."""
    blur = (
        '<filter id="f" x="-1000" y="-1000" width="9000" height="9000"><feGaussianBlur stdDeviation="9999"/></filter>'
    )
    line = '<path d="M0 0L200 50" stroke="red" stroke-width="20" stroke-dasharray="0.001"/>'
    bomb = base64.b64encode(png(600 * n, 6000)).decode()
    return {
        "entities": svg("<text>&a9;</text>", entities()),
        "long-entity": svg("<text>" + "&a;" * 5000 * n, f'<!DOCTYPE svg [<!ENTITY a "{"x" * 50_000}">]>'),
        "circle": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>'),
        "tower": tower(4 + n),
        "endless": svg("").replace(b"0 0 200 50", b"0 0 1e30 1e29"),
        "nowhere": svg("").replace(b"0 0 200 50", b"0 0 nan inf"),
        "digits": svg("").replace(b"0 0 200 50", b"0 0 " + b"9" * 40_000 * n + b" 9"),
        "commas": svg("").replace(b"0 0 200 50", b" ," * 40_000 * n),
        "width": svg("").replace(b'viewBox="0 0 200 50"', b'width="' + b"1" * 40_000 * n + b'x"'),
        "blur": svg(f'{blur}<g filter="url(#f)">{SHAPES}</g>' * (n // 10)),
        "dashes": svg(line * 10 * n),
        "deep": svg("<g>" * 100_000),
        "deep-enough": svg("<g>" * 200 + "</g>" * 200),
        "shapes": svg('<rect width="1" height="1"/>' * 2000 * n),
        "colours": svg("".join(f'<path d="M{i} 0h9v9z" fill="#{i * 7919 % 0xFFFFFF:06x}"/>' for i in range(2000 * n))),
        "fills": svg(f'<rect fill="{"fill: " * 10_000 * n}"/>'),
        "text": svg(f"<text>{'x' * 1_000 * n}</text>"),
        "picture": svg(f'<image width="9" height="9" href="data:image/png;base64,{bomb}"/>'),
        "nonsense": svg(f'<image width="9" height="9" href="data:image/png;base64,{"A" * 100_000 * n}"/>'),
        "packed": gzip.compress(svg("")),
        "bomb": gzip.compress(b"<svg>" + b" " * 10_000_000 * n),
        "utf-16": svg("").decode().encode("utf-16"),
        "control-characters": svg("\x01\x00"),
        "prefix": b'<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:rect width="5" height="9"/></svg:svg>',
    }


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    width: int, height: int, *, depth: int = 1, channels: int = 1, extra: bytes = b"", pixels: bytes = b""
) -> bytes:
    """A PNG of stripes; ``pixels`` may be any packed data instead."""
    row = b"\0" + b"\x55" * ((width * depth * channels + 7) // 8)
    packer = zlib.compressobj(1)
    stripes = b"".join(packer.compress(row) for _ in range(0 if pixels else height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, {1: 0, 3: 2, 4: 6}[channels], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", pixels or stripes) + chunk(b"IEND", b"")


def ico(data: bytes, offset: int = 22, entries: int = 1) -> bytes:
    entry = struct.pack("<BBBBHHII", 0, 0, 0, 0, 1, 32, len(data), offset)
    return struct.pack("<HHH", 0, 1, entries) + entry * entries + data


def gif(frames: int) -> bytes:
    buffer = io.BytesIO()
    one, two = Image.new("L", (64, 20), 0), Image.new("L", (64, 20), 255)
    one.save(buffer, "GIF", save_all=True, append_images=[two], duration=10)
    data = buffer.getvalue()
    second = data.rindex(b"\x21\xf9\x04")
    return data[:second] + data[second:-1] * frames + b";"


def jpeg(scans: int) -> bytes:
    """A progressive JPEG whose last scan comes again and again, each time over the whole picture."""
    buffer = io.BytesIO()
    Image.new("L", (2000, 2000), 90).save(buffer, "JPEG", progressive=True)
    data = buffer.getvalue()
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * scans + b"\xff\xd9"


def bitmaps(n: int) -> dict[str, bytes]:
    """Pictures of every format that are larger than they look, or not what they say."""
    zeros = zlib.compress(b"\0" * 30_000_000 * n, 9)
    frame = chunk(b"fcTL", struct.pack(">IIIIIHHBB", 0, 300, 80, 0, 0, 1, 1, 0, 0))
    rle = struct.pack("<IiiHHIIiiII", 40, 6000, 6000, 1, 8, 1, 0, 0, 0, 0, 0)
    return {
        "vast": png(100_000, 100_000, pixels=b"x"),
        "36-megapixels": png(6000, 6000, depth=8, channels=4),
        "16-bit": png(300 * n, 3000, depth=16, channels=4),
        "banner": png(18_000, 100 * n),
        "truncated": png(600, 200)[:100],
        "more-pixels-than-said": png(300, 80, pixels=zeros),
        "text": png(300, 80, extra=chunk(b"zTXt", b"a\0\0" + zeros)),
        "profile": png(300, 80, extra=chunk(b"iCCP", b"a\0\0" + zeros)),
        "frames": png(300, 80, extra=chunk(b"acTL", struct.pack(">II", 10_000 * n, 0)) + frame * 10_000 * n),
        "gif": gif(10_000 * n),
        "icon-elsewhere": ico(b"x" * 40, offset=4_000_000_000),
        "icon-large": ico(png(9000, 9000)),
        "icon-entries": ico(b"x" * 40, entries=6000 * n),
        "jpeg": jpeg(2000 * n),
        "bmp": b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + rle + b"\0\2\xff\xff" * 100_000 * n,
    }


def sites(files: dict[str, bytes]) -> dict[str, Files]:
    """For each file a page whose header shows it."""
    top = "<html lang=en><title>Acme</title><link rel=canonical href='https://www.acme.example/'><header>"
    page = f"{top}<a href='/'><img class=logo src=l.png></a></header>".encode()
    return {name: {"index.html": page, "l.png": data} for name, data in files.items()}


@pytest.mark.parametrize("evils", [drawings, bitmaps])
def test_any_logo_is_bounded(
    evils: Callable[[int], dict[str, bytes]],
    scale: int,
    apart: Callable[[dict[str, Files]], Outcomes],
    unsound: Callable[[object], list[str]],
) -> None:
    """Time and memory have an end whatever the logo is; the kit is made without it, or with what can be seen of it."""
    outcomes = apart(sites(evils(scale)))
    assert {name: found for name, outcome in outcomes.items() if (found := unsound(outcome))} == {}
    assert {outcome.name for outcome in outcomes.values() if isinstance(outcome, BrandKit)} == {"Acme"}


def test_a_page_full_of_endless_drawings_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unsound: Callable[[object], list[str]]
) -> None:
    """After two that take too long no further one is tried, in no slot."""
    monkeypatch.setattr(raster, "SECONDS", 0.2)
    monkeypatch.setattr(logo_file, "PATIENCE", 0.3)
    header = "".join(f"<a href='/'><img class=logo src=l{i}.svg></a><link rel=icon href=i{i}.svg>" for i in range(5))
    (tmp_path / "index.html").write_text(f"<html lang=en><title>Acme</title><header>{header}</header>")
    for name in [f"{kind}{i}.svg" for kind in "li" for i in range(5)]:
        (tmp_path / name).write_bytes(tower(7) + name.encode().join((b"<!--", b"-->")))
    kit = extract_brand(str(tmp_path))
    assert unsound(kit) == []
    assert 1 <= sum("takes longer than" in warning for warning in kit.warnings) <= 2


@pytest.mark.parametrize(
    "inside",
    [
        "<script>fetch('http://127.0.0.1/')</script>",
        "<foreignObject><iframe src='file:///etc/passwd'/></foreignObject>",
        "<image href='file:///etc/passwd'/>",
        f"<image xlink:href='{OUTSIDE}'/>",
        f"<image href='#a' xlink:href='{OUTSIDE}'/>",
        f"<use href='{OUTSIDE}#y'/>",
        f"<feImage href='{OUTSIDE}'/>",
        "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>",
    ],
)
def test_nothing_in_an_svg_leads_out(inside: str) -> None:
    """Code, foreign content and references that leave the document are gone before anything is drawn."""
    assert not any(word in sanitised(svg(inside)) for word in ("script", "iframe", "etc", "127.0.0.1", "svg+xml"))
    assert checked_logo(svg(inside)).width > 100


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        f'<!DOCTYPE svg [<!ENTITY % b SYSTEM "{OUTSIDE}.dtd">%b;<!ENTITY a "">]>',
        entities().replace("a9", "a"),
    ],
)
def test_an_entity_brings_nothing_in(before: str) -> None:
    """Neither a file nor a page nor a billion words come out of an entity: such a document is refused, or has none."""
    try:
        drawn = sanitised(svg("<text>&a;</text>", before))
    except SvgError:
        return
    assert "root:" not in drawn
    assert len(drawn) < 2000


def test_entities_that_drawing_programs_write_are_read() -> None:
    """A document may name its own abbreviations."""
    document = svg('<path d="M0 0h9v9z" fill="&red;"/>', '<!DOCTYPE svg [<!ENTITY red "#ff0000">]>')
    assert 'fill="#ff0000"' in sanitised(document)


def test_drawing_stays_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an SVG's style sheet imports or paints with is never asked for, even by the library that draws."""
    import socket

    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *address: asked.append(address))
    style = f'<style>@import "{OUTSIDE}"; rect {{fill: url({OUTSIDE})}}</style>'
    assert draw_svg.draw(sanitised(svg(style)), 100, []).startswith(b"\x89PNG")
    assert asked == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (jpeg(200), "cannot be read"),
        (ico(png(9000, 9000)), "more than 40 million pixels"),
        (png(100_000, 100_000, pixels=b"x"), "more than 40 million pixels"),
        (ico(b"x" * 40, offset=4_000_000_000), "cannot be read"),
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(data: bytes, message: str) -> None:
    """What a file says of itself, and of the pictures inside it, is looked at first."""
    with pytest.raises(InputError, match=message):
        open_picture(data)


def test_a_large_logo_is_made_smaller_at_once() -> None:
    """What is computed of a logo's pixels is computed of few."""
    assert max(checked_logo(png(18_000, 2000)).size) < 4000
