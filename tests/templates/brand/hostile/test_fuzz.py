"""Whatever a page, a style sheet, structured data or an SVG says: a sound kit, or one of our errors."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets import asset
from templates.brand.kit import BrandKit, kit_of
from templates.brand.logos.raster import checked_logo
from templates.brand.opening.fetch import Answer
from templates.brand.reading.page import parse_page
from templates.brand.site import Site
from templates.brand.store import load_brand, save_brand
from templates.errors import FetchError, InputError, MailwrightError

Unsound = Callable[[object], list[str]]
Cuts = list[tuple[str, int, int, str]]

OWN = Path(__file__).parents[1] / "pages"
PAGES = [*sorted(OWN.glob("*/index.html")), asset("samples", "site", "index.html")]
DRAWINGS = [path.read_bytes() for path in sorted(OWN.glob("**/*.svg"))]
SHEETS = [path.read_text("utf-8") for path in sorted(OWN.glob("**/*.css"))]


def listed(words: str) -> list[str]:
    return words.split()


def one_of(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(listed(words))


TAGS = one_of(
    "a header footer nav div img svg use symbol path link meta base title style script p li address small button "
    "picture source h1 input template noscript dialog object"
)
NAMES = one_of(
    "class id href src srcset data-src data-logo-dark alt title rel sizes name property content media type itemprop "
    "itemtype style width height viewBox fill color lang xlink:href aria-label role d http-equiv"
)
VALUES = [
    *listed(
        "logo site-header footer btn brand / # #s home icon apple-touch-icon manifest stylesheet mask-icon canonical"
    ),
    *listed(
        "theme-color og:site_name og:image application/ld+json logo.svg a.png logo-600x60.png #14213d 1.2.3 .. 0 -1"
    ),
    *listed("https://www.facebook.com/acme https://x.com/acme?x=1 https://www.linkedin.com/company/a%20b http://[ //"),
    *listed(
        "https://l.facebook.com/l.php?u=https%3A%2F%2Ffb.com%2Fx https://mastodon.social/@a http://a:99999/ data:,"
    ),
    *listed("file:///etc/passwd javascript:alert(1) data:image/png;base64,AAAA data:text/css,.btn%7Bcolor:red%7D"),
    *listed("url(a.png) background:url('logo.svg') color:#0a7;background:var(--x) 1e999 NaN ſ İ 𝕬𝖈𝖒𝖊 ,"),
    *("https://www.instagram.com/\x01", "rgb(1 2 3 / 0.2)", "9" * 400, "0 0 0 0", "0 0 90 30", "0,0,1e-300,5", " ", ""),
    *("a.png 1.1.1x, b.png 2x", ", ,", "Acme | Home — ACME S.A.S.", "© 2020 Acme SAS, 12 rue de la Paix, 75002 Paris"),
    *("\u202eemcA", "Ac\0me", "RCS Paris 123 456", "&#1;&#xd800;", "btn btn-primary", "Organization"),
]
JUNK = st.one_of(st.sampled_from(VALUES), st.text(max_size=12))
ATTRIBUTE = st.tuples(NAMES, JUNK).map(lambda pair: f' {pair[0]}="{pair[1]}"')
TAG = st.tuples(TAGS, st.lists(ATTRIBUTE, max_size=5)).map(lambda tag: f"<{tag[0]}{''.join(tag[1])}>")

SELECTORS = st.one_of(
    one_of(".btn a header .logo :root body h1 .a:hover * > [x \\ @font-face"), st.just("@media print")
)
PROPERTIES = one_of(
    "color background background-image --brand --primary-color font font-family border-radius width mask"
)
STYLES = one_of(
    "var(--brand) var(--x,var(--brand)) url(logo.svg) linear-gradient(red,#0a7) hsl(1e9deg,1%,2%) calc(1px*/**/2)"
)
DECLARATIONS = st.lists(st.tuples(PROPERTIES, st.one_of(JUNK, STYLES)).map(":".join), max_size=4).map(";".join)
RULE = st.tuples(SELECTORS, DECLARATIONS).map(lambda rule: f"{rule[0]}{{{rule[1]}}}")
CSS = st.lists(st.one_of(RULE, JUNK, st.sampled_from(SHEETS)), max_size=6).map("".join)

KEYS = one_of(
    "@type @graph name logo url sameAs address streetAddress postalCode legalName publisher width height icons src"
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), JUNK),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=12,
).map(json.dumps)
LD = JSON.map(lambda text: f'<script type="application/ld+json">{text}</script>')
STYLE = CSS.map(lambda text: f"<style>{text}</style>")
HTML = st.lists(st.one_of(TAG, TAG, TAG, TAGS.map(lambda tag: f"</{tag}>"), JUNK, LD, STYLE), max_size=40).map("".join)
CUTS = st.lists(
    st.tuples(one_of("flip drop double insert"), st.integers(0, 2**31), st.integers(0, 400), JUNK),
    min_size=1,
    max_size=6,
)
#: What the files are that a page points at.
THINGS = st.lists(
    st.one_of(st.sampled_from(DRAWINGS), CSS.map(lambda css: css.encode("utf-8", "replace")), JSON.map(str.encode)),
    max_size=4,
)


def mutated(data: bytes, cuts: Cuts) -> bytes:
    """``data`` with bytes flipped, dropped, doubled and put in; places wrap around."""
    for kind, place, length, junk in cuts:
        at = place % (len(data) + 1)
        piece = data[at : at + length]
        flipped = bytes(byte ^ (place >> 8 & 255) for byte in piece[:3]) + piece[3:]
        inserted = junk.encode("utf-8", "surrogatepass") + piece
        new = {"flip": flipped, "drop": b"", "double": piece * 2, "insert": inserted}[kind]
        data = data[:at] + new + data[at + length :]
    return data


class Anything:
    """A web on which every address has something, though hardly ever what was asked for."""

    def __init__(self, things: list[bytes]) -> None:
        self.things = things

    def fetch(self, url: str, kind: str = "page") -> Answer:
        if not self.things:
            raise FetchError("{url} answered with status {status}.", url=url[:99], status=404)
        return Answer(url, self.things[len(url) % len(self.things)])


def outcome_of(html: str, things: list[bytes]) -> BrandKit | MailwrightError:
    try:
        return kit_of(Site(parse_page(html, "https://www.acme.example/"), fetcher=Anything(things)))
    except MailwrightError as error:
        return error


def run(count: int, check: Callable[..., None], **values: st.SearchStrategy[object]) -> None:
    """Call ``check`` with so many examples of the values."""
    settings(max_examples=count, suppress_health_check=list(HealthCheck))(given(**values)(check))()


@pytest.fixture
def count(request: pytest.FixtureRequest) -> int:
    """Examples of a test; fifty times as many in the long version."""
    return 1000 if request.config.getoption("--slow") else 20


def test_any_soup_of_tags_gives_a_sound_kit(unsound: Unsound, count: int) -> None:
    """Elements, attributes, rules and structured data that matter here, in any order and with any value."""

    def check(html: str, things: list[bytes]) -> None:
        assert unsound(outcome_of(html, things)) == []

    run(count, check, html=HTML, things=THINGS)


def test_a_damaged_page_gives_a_sound_kit(unsound: Unsound, count: int) -> None:
    """Pages of invented companies with bytes flipped, dropped, doubled and put in."""

    def check(path: Path, cuts: Cuts) -> None:
        html = mutated(path.read_bytes(), cuts).decode("utf-8", "replace")
        assert unsound(outcome_of(html, DRAWINGS[:4])) == []

    run(count, check, path=st.sampled_from(PAGES), cuts=CUTS)


def test_any_style_sheet_gives_a_sound_kit(unsound: Unsound, count: int) -> None:
    """Rules in any order, whole and damaged."""
    html = (
        "<title>Acme</title><link rel=stylesheet href=s.css><header><a class=logo href='/'></a></header><a class=btn>"
    )

    def check(css: str, cuts: Cuts) -> None:
        sheet = css.encode("utf-8", "replace")
        assert unsound(outcome_of(html, [sheet])) == []
        assert unsound(outcome_of(html, [mutated(sheet, cuts)])) == []

    run(count, check, css=CSS, cuts=CUTS)


def test_a_damaged_drawing_is_drawn_or_refused(count: int) -> None:
    """An SVG that somebody's disk or editor broke is a picture or a sentence."""

    def check(data: bytes, cuts: Cuts) -> None:
        try:
            size = checked_logo(mutated(data, cuts)).size
        except InputError:
            return
        assert min(size) >= 2

    run(count, check, data=st.sampled_from(DRAWINGS), cuts=CUTS)


def test_any_kit_survives_the_disk(count: int) -> None:
    """What was found is written, and is read again as the same."""

    def check(html: str, things: list[bytes]) -> None:
        kit = outcome_of(html, things)
        assert isinstance(kit, BrandKit)
        with tempfile.TemporaryDirectory() as folder:
            save_brand(kit, Path(folder))
            brand = load_brand(Path(folder))
        for name in ("colours", "legal", "address", "language", "font", "radius"):
            assert getattr(brand, name) == getattr(kit, name)
        assert dict(brand.socials) == dict(kit.socials)

    run(count // 3, check, html=HTML, things=THINGS)
