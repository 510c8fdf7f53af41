"""Style sheets that were made to wear their reader down end in a sound kit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from templates.brand.kit import BrandKit
from templates.brand.reading.page import parse_page
from templates.brand.site import Site
from templates.errors import MailwrightError

Files = dict[str, bytes]
Outcomes = dict[str, BrandKit | MailwrightError | str]

PAGE = (
    '<html lang=en><head><title>Acme</title><link rel=canonical href="https://www.acme.example/">%s</head><body><header>'
    '<a href="/"><img class=logo src=l.png></a></header><svg class=logo><path d="M0 0h9v9z"/></svg><button class=btn>x'
)
LINK = "<link rel=stylesheet href=%s.css>"
BAD_SELECTORS = (
    ".logo\x01",
    ".logo:not(:not(a))",
    ".logo" + ">a" * 300,
    ".logo" + ".a" * 900,
    ".logo[",
    '.logo[a="',
    ".logo\\",
)


def sheet(css: str | bytes) -> Files:
    return {"index.html": (PAGE % (LINK % "s")).encode(), "s.css": css.encode() if isinstance(css, str) else css}


def crowds(n: int) -> dict[str, Files]:
    """Too many rules, sheets, variables and values; ``n`` times as many."""
    ring = "".join(f'@import "i{i}.css";' for i in range(12))
    many = range(4_000 * n)
    return {
        "rules": sheet(b"a{b:c}" * 20_000 * n),
        "sheets": {"index.html": (PAGE % "".join(LINK % i for i in range(12))).encode()}
        | {f"{i}.css": b".btn{color:red}" * 33_000 * n for i in range(12)},
        "imports": sheet(f'@import "s.css";{ring}') | {f"i{i}.css": ring.encode() for i in range(12)},
        "variables": sheet(":root{" + "".join(f"--brand{i}-color:#{i:06x};" for i in many) + "}"),
        "growing": sheet(":root{--p:" + "var(--q)" * 6000 * n + ";--q:" + "x" * 40_000 * n + ";--primary:var(--p)}"
                         ".btn{background:" + "var(--q)" * 1000 * n + "}"),
        "circle": sheet(":root{--primary:var(--primary) var(--primary);--brand:var(--accent);--accent:var(--brand)}"),
        "buttons": sheet("".join(f".btn{i} .btn{{background:#{i * 37:06x};border-radius:{i}.1.2px}}" for i in many)),
        "headers": sheet("".join(f"header,.a{i} .header{{background:#{i * 37:06x}}}" for i in many)),
        "links": sheet("".join(f"a{{color:#{i * 37:06x}}}" for i in many)),
        "logos": sheet("".join(f".logo{i},.logo{{background:url(a{i}.png)}}" for i in many)),
        "selectors": sheet(".btn," * 80_000 * n + "a{background:red;color:blue}"),
        "fonts": sheet("body{font-family:" + "Abc def," * 20_000 * n + "}h1{font:" + "1px" * 30_000 * n + "}"),
        "attributes": {"index.html": (PAGE % "").encode() + b"<i class=logo style='background:url(a.png)'>" * 5000 * n},
    }  # fmt: skip


def baits(n: int) -> dict[str, Files]:
    """What makes a careless pattern take the square of the time, or more."""
    megabyte = 100_000 * n
    return {
        "braces": sheet("{" * megabyte),
        "pairs": sheet("a{" * megabyte + "}" * megabyte),
        "comments": sheet("/* " * megabyte),
        "letters": sheet(".btn{" + "a" * megabyte + ";background:red}"),
        "dashes": sheet(":root{--" + "a-" * megabyte + ";--x:red}"),
        "blanks": sheet(".btn{a" + " " * megabyte + ";background" + " " * megabyte + ":red}"),
        "strings": sheet(".btn{" + "a:'" * (megabyte + 1) + ";background:red}"),
        "parentheses": sheet(".btn{a:" + "(x" * megabyte + "background:red}"),
        "values": sheet(".btn{" + "a:(" * megabyte + ";background:red}"),
        "nests": sheet(".btn{" + "a:b(c(d)e(f)" * megabyte + "}"),
        "fallbacks": sheet(":root{--primary:" + "var(--q," * megabyte + "}"),
        "addresses": sheet(".logo{background:url(" + " " * megabyte + '"x)}'),
        "open-addresses": sheet(".logo{background:" + "url(" * megabyte + ")" * megabyte + "}"),
        "attribute": {"index.html": f"{PAGE % ''}<i class=logo style='background:{'url(' * megabyte}'>".encode()},
        "import": sheet("@import " + " " * megabyte),
        "import-addresses": sheet("@import url(" * megabyte),
        "media": sheet("@media pri dar " * megabyte + "{a{color:red}}"),
        "font": sheet("body{font:" + "1" * megabyte + "}h1{font:" + "1." * megabyte + "px x}"),
        "numbers": sheet(
            ".btn{border-radius:1.2.3px;width:..px}.logo{width:1.2.3px;height:1..px;background:url(a.png)}"
        ),
        "colours": sheet(".btn{background:rgb(" + "1" * megabyte + ")}a{color:#" + "f" * megabyte + "}"),
        "control-characters": sheet("".join(f"{one}{{background:url(a)}}" for one in BAD_SELECTORS)),
    }


def test_any_style_sheet_is_bounded(
    scale: int, apart: Callable[[dict[str, Files]], Outcomes], unsound: Callable[[object], list[str]]
) -> None:
    """Rules, values and what patterns do with them have an end; the page's own words are still found."""
    outcomes = apart(crowds(scale) | baits(scale))
    assert {name: found for name, outcome in outcomes.items() if (found := unsound(outcome))} == {}
    assert {outcome.name for outcome in outcomes.values() if isinstance(outcome, BrandKit)} == {"Acme"}


def test_a_folder_of_large_sheets_is_not_read_to_its_end(tmp_path: Path) -> None:
    """What a saved page points at has one budget, as on the network."""
    for i in range(20):
        (tmp_path / f"{i}.css").write_bytes(b" " * 1_000_000)
    site = Site(parse_page("<p>x", "https://www.acme.example/"), tmp_path)
    read = [site.get(f"https://www.acme.example/{i}.css", "style") for i in range(20)]
    assert [len(data or b"") for data in read] == [1_000_000] * 15 + [0] * 5


def test_50_mb_beside_a_saved_page_are_not_read(
    apart: Callable[[dict[str, Files]], Outcomes], unsound: Callable[[object], list[str]]
) -> None:
    """A sheet above the limit is as if it were not there."""
    outcomes = apart({"page": sheet(b".btn{background:#0a7}" * 2_400_000)})
    assert unsound(outcomes["page"]) == []
    assert outcomes["page"].button == ""
