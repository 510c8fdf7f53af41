"""Pages that were made to wear their reader down, or to lead it astray, end in a sound kit or in one clear sentence."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from templates.brand.kit import BrandKit
from templates.errors import InputError, MailwrightError

Files = dict[str, bytes]
Apart = Callable[[dict[str, Files]], dict[str, BrandKit | MailwrightError | str]]
Unsound = Callable[[object], list[str]]

HEAD = '<html lang=en><head><title>Acme</title><link rel=canonical href="https://www.acme.example/">'
LOGO = '<a href="/"><img class=logo src="l.png"></a>'


def page(body: str = "", head: str = "") -> Files:
    return {"index.html": f"{HEAD}{head}</head><body>{body}</body></html>".encode()}


def json_ld(text: str) -> Files:
    return page(head=f'<script type="application/ld+json">{text}</script>')


def faults(outcomes: dict[str, BrandKit | MailwrightError | str], unsound: Unsound) -> dict[str, list[str]]:
    return {name: found for name, outcome in outcomes.items() if (found := unsound(outcome))}


def crowds(n: int) -> dict[str, Files]:
    """Too many of everything; ``n`` times as many."""
    link = '<a href="https://www.facebook.com/p%d">x</a> '
    parts = 2 if n == 1 else 10_000  # each use is a layer to draw
    symbols = "".join(f'<symbol id="s{i}"><path d="M0 0h9v9z"/></symbol>' for i in range(parts))
    uses = "".join(f'<use href="#s{i}"/>' for i in range(parts))
    drawing = '<a href="/"><svg class=logo viewBox="0 0 90 30"><path d="M0 0h%dv30H0z"/></svg></a>'
    pictures = "".join(f'<a href="/"><img class=logo src="logo{i}.png"></a>' for i in range(10_000))
    return {
        "logos": page(f"<header>{pictures}</header>"),
        "drawings": page(f"<header>{''.join(drawing % i for i in range(500 * n))}</header>"),
        "one-in-a-thousand-parts": page(f"<header><a href='/'><svg class=logo>{uses}</svg></a></header><svg>{symbols}"),
        "nested": page("<div class=header>" * 100_000 + "x"),
        "elements": page("<i>x" * 90_000 * n),
        "tables": page("<table><tr><td>" * 10_000 * n),
        "attributes": page(f"<div {' '.join(f'a{i}=1' for i in range(40_000 * n))}>x</div>{LOGO}"),
        "class": page(f'<div class="{"header x" * 30_000 * n}">' + LOGO * 1000 * n),
        "labels": page(
            f'<header><a title="{"logo x " * 500}"><img class=logo alt="{"a b " * 900}" src=l.png>' * 40 * n
        ),
        "profiles": page(f"<footer>{''.join(link % i for i in range(4_000 * n))}</footer>"),
        "profiles-apart": page(f"<footer>{''.join(f'<p>{link % i}</p>' for i in range(3_000 * n))}</footer>"),
        "icons": page(head="".join(f"<link rel=icon sizes={i}x{i} href=i{i}.png>" for i in range(4_000 * n))),
        "names": page(head="".join(f"<meta property=og:site_name content=N{i}>" for i in range(8_000 * n))),
        "title": {"index.html": f"<title>{'Acme | Home - ' * 8_000 * n}</title><body>x".encode()},
        "addresses": page("<footer>" + "<p>12 rue de la Paix, 75002 Paris<br>© 2020 Acme SAS</p>" * 2_000 * n),
        "footer": page("<footer>" + "<div>" * 200 + "12 rue de la Paix 75002 Paris © 2020 Acme SAS " * 2_000 * n),
        "urls": page(
            f"<a href='https://x.com/{'a' * 100_000 * n}'>x</a><img class=logo srcset='{'d 1x, ' * 20_000 * n}'>"
        ),
        "text": page("x " * 900_000 * n),
    }


def baits(n: int) -> dict[str, Files]:
    """What makes a careless pattern take the square of the time."""
    return {
        "copyright": page("<footer>" + "© " * 30_000 * n + "copyright " * 10_000 * n + "</footer>"),
        "spaces": page(
            "<div class=copyright>" + "(c)&nbsp;" * 20_000 * n + "</div>", "<title>a" + " \xa0" * 50_000 * n
        ),
        "legal-form": page(head=f"<meta property=og:site_name content='{' ,S.A.S' * 20_000 * n}'>"),
        "address": page("<address>" + "1" * 90_000 * n + "</address><address>" + "12 rue X 75002 " * 10_000 * n),
        "srcset": page(
            "".join(f"<img class=logo srcset='{bait * 30_000 * n}'>" for bait in ("a", "a ", "a,b", ",", " 1.1"))
        ),
        "comments": page("<!--" * 70_000 * n),
        "script": page("<script>" + "<!--" * 50_000 * n),
        "ampersands": page("&" * 300_000 * n),
        "declarations": {"index.html": b"<meta" * 2000 * n + b"<title>Acme</title>x"},
        "saved-from": {"index.html": b"<!--" * 2000 + b" saved from url=(" + b"1" * 3000 * n + b"<title>Acme</title>x"},
        "white-space": {"index.html": b" " * 300_000 * n + b"<title>Acme</title>x"},
    }


def data(n: int) -> dict[str, Files]:
    """Structured data of every wrong shape and size."""
    company = {"@type": "Organization", "name": "Acme", "logo": "/l.png", "legalName": "Acme SAS", "address": "1 rue X"}
    profiles = [f"https://www.facebook.com/p{i}" for i in range(20_000 * n)]
    return {
        "deep": json_ld("[" * 100_000 + "]" * 100_000),
        "deep-objects": json_ld('{"@type":"Organization","publisher":' * 10_000 + "1" + "}" * 10_000),
        "large": json_ld(json.dumps(company | {"x": "y" * 1_800_000 * n})),
        "companies": json_ld(json.dumps([company] * 5_000 * n)),
        "profiles": json_ld(json.dumps(company | {"sameAs": profiles})),
        "long-profile": json_ld(json.dumps(company | {"sameAs": ["https://www.facebook.com/" + "p" * 900_000]})),
        "duplicates": json_ld('{"@type":"Organization",' + ",".join(['"name":"Acme"'] * 30_000 * n) + "}"),
        "types": json_ld(
            '[{"@type":[1,null,{"a":2}],"name":5},{"@type":"Organization","name":["a"],"logo":[1,{"url":7,"width":"."},'
            '{"url":"a.png","width":"1.2.3","height":"4.5.6"}],"sameAs":{"a":1},"address":[5,{"streetAddress":{"name":7},'
            '"postalCode":75002}],"legalName":{},"publisher":[[],3],"brand":[7],"contactPoint":"x"},7,null,"x",[[]]]'
        ),
        "numbers": json_ld('{"@type":"Organization","logo":{"url":"a.png","width":' + "1" * 5000 + ',"height":1e999}}'),
        "infinity": json_ld('{"@type":"Organization","name":"A","logo":{"url":"a.png","width":NaN,"height":1e999}}'),
        "manifest": page(head="<link rel=manifest href=m.json>")
        | {
            "m.json": json.dumps(
                {
                    "icons": [{"src": f"i{i}.png", "sizes": "99999x99999"} for i in range(5_000 * n)]
                    + [None, {"src": None}]
                }
            ).encode()
        },
        "deep-manifest": page(head="<link rel=manifest href=m.json>") | {"m.json": b"[" * 1_000_000},
        "data-manifest": page(head=f'<link rel=manifest href="data:application/json,{"[" * 1_000_000}">'),
    }


def pictures_inside(n: int) -> dict[str, Files]:
    """Data addresses of many megabytes, wherever a page may have one."""
    address = "data:image/png;base64," + "A" * 1_990_000 * n
    return {
        "img": page(f'<header><a href="/"><img class=logo src="{address}"></a></header>'),
        "lazy": page(f'<header><a href="/"><img class=logo src=x.gif data-src="{address}"></a></header>'),
        "style-attribute": page(f'<div class=logo style="background:url({address})"></div>'),
        "rule": page("<div class=logo></div>", f"<style>.logo{{background:url({address})}}</style>"),
        "sheet": page(head=f'<link rel=stylesheet href="data:text/css,{"a{b:c}" * 100_000 * n}">'),
        "escaped": page(
            f'<header><a href="/"><img class=logo src="data:image/png,{"%00" * 300_000 * n}"></a></header>'
        ),
        "icons": page(
            head="".join(f'<link rel=icon href="data:image/png;base64,{"A" * 1800}{i}">' for i in range(200 * n))
        ),
    }


def ways_out() -> dict[str, Files]:
    """References that lead from a company's page to this computer, or nowhere."""
    drawing = '<header><a href="/"><svg class=logo %s>%s</svg></a></header>'
    return {
        "base-file": page(f"<header>{LOGO}</header>", '<base href="file:///etc/">'),
        "base-data": page(f"<header>{LOGO}</header>", '<base href="data:text/html,x/">'),
        "base-script": page(f"<header>{LOGO}</header>", '<base href="javascript:alert(1)//">'),
        "file": page(f"<header>{LOGO.replace('l.png', 'file:///etc/passwd')}</header><link rel=icon href=file:/etc/x>"),
        "refresh": page(head='<meta http-equiv=refresh content="0;url=/">'),
        "vue": page(drawing % ('@click="x" :class="y" 1a=2', '<path d="M0 0h90v30H0z"/>')),
        "odd-ids": page(drawing % ("", "<use href='#&#1;x'/><use href=\"#it's\"/>")),
        "circle": page(drawing % ("id=a", "<use href='#a'/><use href='#b'/>") + "<svg><symbol id=b><use href='#a'/>"),
    }


@pytest.mark.parametrize("evils", [crowds, baits, data, pictures_inside])
def test_too_much_of_anything_is_bounded(
    evils: Callable[[int], dict[str, Files]], scale: int, apart: Apart, unsound: Unsound
) -> None:
    """Work and memory have an end, and what is found in time is sound."""
    assert faults(apart(evils(scale)), unsound) == {}


def test_a_page_of_the_web_never_leads_to_this_computer(apart: Apart, unsound: Unsound) -> None:
    """``file:`` and ``javascript:`` are no addresses of a logo, and what a parser cannot name harms nobody."""
    outcomes = apart(ways_out())
    assert faults(outcomes, unsound) == {}
    logos = {name: kit.logo_wide + kit.logo_square for name, kit in outcomes.items() if isinstance(kit, BrandKit)}
    assert {name: logo for name, logo in logos.items() if "etc" in logo or "alert" in logo} == {}
    bases = {name: logo for name, logo in logos.items() if name.startswith("base")}
    assert {logo.startswith("https://www.acme.example/l.png") for logo in bases.values()} == {True}


def test_what_is_no_page_is_one_sentence(apart: Apart) -> None:
    """Empty files, files of zeros and pages above the limit are refused by name."""
    outcomes = apart(
        {
            "empty": {"index.html": b""},
            "zeros": {"index.html": b"<title>Ac\0me</title>" + b"\0" * 1000},
            "over": page(f'<img class=logo src="data:image/png;base64,{"A" * 20_100_000}">'),
        }
    )
    assert {name: type(one) for name, one in outcomes.items()} == dict.fromkeys(outcomes, InputError)


BIDI = "\u202eemc\u2066A\u200f"
TEXTS = {
    "controls": page(head="<meta property=og:site_name content='Ac&#1;m\x07e\x1b[31m'>"),
    "turned": page(f"<footer>© 2020 {BIDI} SAS</footer>", f"<meta property=og:site_name content='{BIDI}'>"),
    "half-pairs": json_ld(
        '{"@type":"Organization","name":"Acme \\ud800","legalName":"Acme \\udfff SAS","address":"\\ud800 1 rue X",'
        '"logo":"/l\\ud800.png","sameAs":["https://www.facebook.com/ac\\ud800me","https://www.facebook.com/a%0Ab%22"]}'
    ),
    "escapes": json_ld(
        '{"@type":"Organization","name":"Ac\\u0000m\\u202ee\\u200b\\u0007","legalName":"Acme\\u202e SAS\\u0000",'
        '"address":"1 rue X\\u0000, 75002 Paris\\u2066","logo":"/l\\u0000.png","sameAs":["https://x.com/a%00b"]}'
    ),
    "long": page(head=f"<meta property=og:site_name content='{'A' * 2_000_000}'>"),
    "language": {"index.html": "<html lang='ſk'><title>Acme</title><p>x".encode()},
}  # fmt: skip
ENCODINGS = ("hex", "undefined", "idna", "punycode", "unicode_escape", "utf-7", "zlib", "rot13", "utf-16", "x" * 500)


def test_names_are_clean(apart: Apart, unsound: Unsound) -> None:
    """No control character, no half character and no turned text gets into a kit or onto the disk."""
    assert faults(apart(TEXTS), unsound) == {}


def test_any_declared_encoding_is_survived(apart: Apart, unsound: Unsound) -> None:
    """Python knows encodings that unpack, unescape or raise; a page's label reaches only those of the web."""
    pages = {
        name[:20]: {"index.html": f"<meta charset={name}><title>Acme</title>x".encode() + b"\xff"} for name in ENCODINGS
    }
    pages |= {
        "marked": {"index.html": "<title>Acmé</title><p>x".encode("utf-16")},
        "odd": {"index.html": "<title>Acme</title><p>x".encode("utf-16")[:-1] + b"\xd8"},
    }
    outcomes = apart(pages)
    assert faults(outcomes, unsound) == {}
    assert {type(one) for one in outcomes.values()} == {BrandKit}
