"""The twenty starters in six brands that are hard to dress: each mail builds, can be read, and shows its logo."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html as lxml_html
from PIL import Image

from templates.assemble import assemble
from templates.brand.colours.contrast import DARK_GROUND, WHITE, contrast, hex_of, parse_hex
from templates.brand.colours.palette import failing_pairs
from templates.brand.kit import BrandKit
from templates.brand.logos.logo_file import LogoFile
from templates.brand.store import StoredBrand, load_brand
from templates.brand.texts.font import Font
from templates.compile.pipeline import Build
from templates.generate import add_brand, add_starters
from templates.starters import starters
from templates.workspace import Workspace

SHAPE, TEXT = 3.0, 4.5  # WCAG ratios
NIGHT = "#101012"  # the ground of mails that are dark by design
COLOUR = r"(#[0-9a-f]{3,6})\b"


@dataclass(frozen=True)
class Case:
    """A brand: its colours, and its logo as (width, height, colour) of a drawing, or None."""

    primary: str
    accent: str = ""
    logo: tuple[int, int, str] | None = None
    slot: str = "wide"
    radius: int = 8


CASES = {
    "corporate": Case("#0b3d91", "#0b3d91", logo=(140, 28, "#0b3d91"), radius=4),
    "black-page": Case("#000000", "#ffffff", logo=(150, 30, "#ffffff"), radius=12),
    "cream": Case("#f3eadb", logo=(84, 20, "#3b2f2a"), radius=0),
    "no-logo": Case("#00695c", "#00695c"),
    "wordmark": Case("#d7263d", "#d7263d", logo=(240, 20, "#d7263d"), radius=0),
    "neon-square": Case("#c6ff00", logo=(64, 64, "#c6ff00"), slot="square", radius=12),
}


@dataclass(frozen=True)
class Dressed:
    """One brand's workspace, and every starter's English mail by name."""

    workspace: Workspace
    brand: StoredBrand
    mails: Mapping[str, Build]


@pytest.fixture(scope="session", params=CASES)
def dressed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Dressed:
    """The twenty in one of the brands. Read only."""
    case = CASES[request.param]
    root: Path = tmp_path_factory.mktemp(request.param) / "agency"
    workspace = Workspace.create(root, name="Agency", brand=request.param)
    with pytest.MonkeyPatch.context() as patch:  # drawing the artwork takes seconds and is tested elsewhere
        patch.setattr("templates.brand.artwork._drawn", lambda svg, width: svg.encode())
        slug = add_brand(workspace, kit_of(request.param, case))
    add_starters(workspace, slug, languages=("en",))
    mails = {one.name: assemble(workspace, f"{one.name}.en") for one in starters()}
    return Dressed(workspace, load_brand(workspace.brand_folder(slug)), mails)


def kit_of(name: str, case: Case) -> BrandKit:
    """What the engine would have found on the company's site."""
    files = {case.slot: LogoFile("logo.svg", drawing(*case.logo), "image/svg+xml")} if case.logo else {}
    return BrandKit(
        site="https://www.company.example",
        name=name.replace("-", " ").title(),
        legal="Company Ltd",
        address="1 High Street, Leeds",
        language="en",
        logo_wide="logo.svg" if "wide" in files else "",
        logo_square="logo.svg" if "square" in files else "",
        primary=case.primary,
        accent=case.accent,
        font=Font(),
        radius=case.radius,
        socials={"facebook": "https://www.facebook.com/company"},
        candidates={},
        logo_files=files,
        warnings=(),
    )


def drawing(width: int, height: int, colour: str) -> bytes:
    """A logo: a row of stems like the letters of a name, or a full square with a black sign on it."""
    square = (
        f'<rect width="{width}" height="{height}" fill="{colour}"/><path d="M18 16h28v8L30 40h16v8H18v-8l16-16H18z"/>'
    )
    stems = "".join(f"M{x} 0h6v{height}h-6z" for x in range(0, width - 5, 10)) + f"M0 0h{width}v4H0z"
    shapes = square if width == height else f'<path fill="{colour}" d="{stems}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shapes}</svg>'.encode()


def test_every_starter_builds_with_all_its_pictures(dressed: Dressed) -> None:
    """Whatever the brand, each mail builds without a warning, and each picture it names is in the workspace."""
    for name, mail in dressed.mails.items():
        assert mail.warnings == (), name
        assert [path for path in mail.images if not dressed.workspace.file(path).is_file()] == [], name


def test_the_palettes_hold_their_contrasts(dressed: Dressed) -> None:
    """Each role can be read or seen on its grounds, in the light and in the dark scheme."""
    for palette in dressed.brand.palettes:
        assert failing_pairs(palette) == []


def test_every_text_can_be_read_where_it_stands(dressed: Dressed) -> None:
    """Each piece of text has 4.5:1 on the ground it is written on: cards, panels, tiles, badges, buttons, night."""
    for name, mail in dressed.mails.items():
        page = lxml_html.document_fromstring(mail.html)
        for text, colour, ground in written(page.find("body"), "#000000", WHITE):
            assert contrast(colour, ground) >= TEXT, (name, text, colour, ground)


def written(element: lxml_html.HtmlElement, colour: str, ground: str) -> Iterator[tuple[str, str, str]]:
    """Yield (text, colour, ground) of everything below an element, by the styles written on the elements."""
    if not isinstance(element.tag, str):
        return
    style = element.get("style", "").lower()
    if "display:none" in style.replace(" ", ""):
        return
    own = re.search(rf"(?:^|[;\s])color:\s*{COLOUR}", style)
    behind = re.search(rf"background(?:-color)?:\s*{COLOUR}", style) or re.match(COLOUR, element.get("bgcolor", ""))
    colour, ground = parse_hex(own[1]) if own else colour, parse_hex(behind[1]) if behind else ground
    if visible(element.text):
        yield element.text.strip(), colour, ground
    for child in element:
        yield from written(child, colour, ground)
        if visible(child.tail):
            yield child.tail.strip(), colour, ground


def visible(text: str | None) -> bool:
    return bool(text and re.search(r"\w", text))


def test_the_logo_fits_its_place(dressed: Dressed) -> None:
    """The logo is shown at most 200 wide and 56 high, from a PNG of twice that size."""
    logo = dressed.brand.logo
    for path, width, height in (
        (logo.wide, logo.width, logo.height),
        (logo.wide_dark, logo.dark_width, logo.dark_height),
    ):
        assert 0 < width <= 200
        assert 0 < height <= 56
        assert picture(path).size == pytest.approx((2 * width, 2 * height), abs=1)


def test_the_logo_can_be_seen(dressed: Dressed) -> None:
    """A good part of the logo stands out from its ground: the white card, the dark scheme's card, the night."""
    light, dark = dressed.brand.palettes
    logo = dressed.brand.logo
    assert seen(picture(logo.wide), light.surface) > 0.2
    for ground in (dark.surface, DARK_GROUND, NIGHT):
        assert seen(picture(logo.wide_dark), ground) > 0.2


def picture(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes())).convert("RGBA")


def seen(logo: Image.Image, ground: str) -> float:
    """The share of a logo's solid pixels that have the contrast of a shape with the ground."""
    counts = logo.getcolors(logo.width * logo.height) or []
    solid = [(count, hex_of(pixel[:3])) for count, pixel in counts if pixel[3] > 200]
    clear = sum(count for count, colour in solid if contrast(colour, ground) >= SHAPE)
    return clear / sum(count for count, _ in solid)


def test_the_header_shows_the_logo_at_its_size(dressed: Dressed) -> None:
    """Every mail starts with the logo at its width, linked to the site; a mail dark by design with the dark one."""
    logo = dressed.brand.logo
    for name, mail in dressed.mails.items():
        image = lxml_html.document_fromstring(mail.html).find(".//img")
        night = name == "black-friday"
        expected = (logo.wide_dark.name, logo.dark_width) if night else (logo.wide.name, logo.width)
        assert (Path(image.get("src")).name, int(image.get("width"))) == expected, name
        assert image.get("alt") == dressed.brand.name
        assert image.getparent().get("href") == dressed.brand.site


def test_a_wordmark_of_twelve_to_one_keeps_its_shape() -> None:
    """A very wide logo is as wide as it may be, and so a line of text high."""
    from templates.brand.colours.brand_colours import BrandColours
    from templates.brand.logos.logo_png import make_logos

    logos = make_logos("Wordmark", BrandColours("#d7263d"), kit_of("wordmark", CASES["wordmark"]).logo_files)
    assert (logos.width, logos.height) == (200, 17)
    assert not logos.drawn
