"""What was seen joined to what was read: gaps filled, agreement counted, doubts settled, certainties left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.evidence import Candidate
from templates.brand.extraction import kit_of
from templates.brand.logo import Logos
from templates.brand.logos.logo_file import Choice, LogoFile
from templates.brand.reading.css import Styles, page_styles
from templates.brand.second_look import built_page, chosen_again, seen_styles, with_seen_logos
from templates.brand.site import Site
from templates.brand.texts.font import find_font, find_radius
from templates.brand.witness import Rendered, SeenLogo

Sites = Callable[..., Site]
Pictures = Callable[..., bytes]
HEADER = (20, 10, 300, 80)


def seen_logo(reference: str = "", picture: bytes = b"", score: float = 0.7, box: tuple[int, int, int, int] = HEADER):
    return SeenLogo(reference, "rendered header", score, box, picture)


def test_a_picture_without_address_becomes_a_candidate(site: Sites, picture: Pictures) -> None:
    """Its reference says where it stood, and the site has its bytes at hand; a second one is numbered."""
    page = site("<p>")
    seen = Rendered(logos=(seen_logo(picture=picture()), seen_logo(picture=picture(width=200), score=0.5)))
    logos = with_seen_logos(page, Logos((), ()), seen)
    assert [one.value for one in logos.wide] == ["rendered:header", "rendered:header-2"]
    assert logos.wide[0].locator == "300 × 80 px at 20, 10"
    assert page.get("rendered:header") == picture()
    assert logos.square == ()


def test_a_square_one_fills_the_square_slot_only(site: Sites) -> None:
    """The shape on the screen decides."""
    seen = Rendered(logos=(seen_logo("https://a.example/mark.png", box=(0, 0, 64, 60)),))
    logos = with_seen_logos(site("<p>"), Logos((), ()), seen)
    assert (logos.wide, [one.value for one in logos.square]) == ((), ["https://a.example/mark.png"])


def test_both_witnesses_are_named_and_believed_a_little_more(site: Sites) -> None:
    """The same address by another scheme is the same picture."""
    read = Candidate("http://a.example/logo.svg", "header img", 0.6, "/html/body/header/img")
    seen = Rendered(logos=(seen_logo("https://a.example/logo.svg"),))
    (one,) = with_seen_logos(site("<p>"), Logos((read,), ()), seen).wide
    assert (one.value, one.source, one.score) == (read.value, "header img, rendered header", 0.75)
    assert one.locator == read.locator


@pytest.mark.parametrize(
    ("score", "first"), [(0.55, "https://a.example/read.svg"), (0.35, "https://a.example/seen.svg")]
)
def test_only_a_doubtful_first_one_is_overtaken(site: Sites, score: float, first: str) -> None:
    """What the page says with confidence stays the first."""
    read = Candidate("https://a.example/read.svg", "header img", score)
    seen = Rendered(logos=(seen_logo("https://a.example/seen.svg", score=0.9),))
    assert with_seen_logos(site("<p>"), Logos((read,), ()), seen).wide[0].value == first


def test_what_fills_the_screen_is_no_logo(site: Sites) -> None:
    """A picture that the page names with confidence and shows as a photograph falls behind what looks like a logo."""
    read = (
        Candidate("https://a.example/hero.jpg", "header img", 0.7),
        Candidate("https://a.example/logo.svg", "css background", 0.6),
    )
    logos = with_seen_logos(site("<p>"), Logos(read, ()), Rendered(photos=("https://a.example/hero.jpg",)))
    assert [one.value for one in logos.wide] == ["https://a.example/logo.svg", "https://a.example/hero.jpg"]


def chosen(site: Site, choice: Choice, logos: Logos, seen: Rendered) -> Choice:
    return chosen_again(site, Styles(), {"wide": choice, "square": Choice()}, logos, seen)["wide"]


def test_a_slot_that_is_empty_takes_what_was_seen(site: Sites, picture: Pictures) -> None:
    """The cut-out becomes the logo's file."""
    page, seen = site("<p>"), Rendered(logos=(seen_logo(picture=picture()),))
    choice = chosen(page, Choice(), with_seen_logos(page, Logos((), ()), seen), seen)
    assert (choice.reference, choice.file) == (
        "rendered:header",
        LogoFile("rendered:header", picture(), "image/png"),
    )


def test_a_sure_choice_is_not_made_again(site: Sites, picture: Pictures) -> None:
    """Not even when its bytes could not be had and those of the seen one could."""
    page, seen = site("<p>"), Rendered(logos=(seen_logo(picture=picture()),))
    logos = with_seen_logos(page, Logos((Candidate("https://a.example/logo.svg", "header img", 0.7),), ()), seen)
    assert chosen(page, Choice("https://a.example/logo.svg"), logos, seen) == Choice("https://a.example/logo.svg")


@pytest.mark.parametrize("before", ["", "https://a.example/footer.svg"])
def test_a_file_that_we_cannot_draw_is_taken_as_the_browser_drew_it(
    site: Sites, picture: Pictures, before: str
) -> None:
    """The best candidate keeps its reference and gets the cut-out, in place of a worse one that could be drawn."""
    page = site("<p>")
    seen = Rendered(logos=(seen_logo("https://a.example/odd.svg", picture()),))
    logos = with_seen_logos(page, Logos((Candidate("https://a.example/odd.svg", "header img", 0.7),), ()), seen)
    file = LogoFile(before, b"<svg/>", "image/svg+xml") if before else None
    choice = chosen(page, Choice(before, file), logos, seen)
    assert choice == Choice("https://a.example/odd.svg", LogoFile("https://a.example/odd.svg", picture(), "image/png"))


def test_fonts_and_corners_of_the_sheets_outweigh_the_seen_ones(site: Sites) -> None:
    """Where no rule says it, what was painted is taken; browsers' own Times is nobody's choice."""
    seen = Rendered(fonts={"body": "Lato, sans-serif", "heading": '"Times New Roman"'}, radius=4)
    silent, speaking = (
        site("<p>"),
        site("<style>body{font-family:Verdana} .btn{border-radius:12px}</style>"),
    )
    styles = seen_styles(page_styles(silent), seen)
    assert find_font(silent.page, styles).body.startswith("Lato")
    assert find_font(silent.page, styles).heading.startswith("Lato")
    assert find_radius(styles) == 4
    styles = seen_styles(page_styles(speaking), seen)
    assert find_font(speaking.page, styles).body.startswith("Verdana")
    assert find_radius(styles) == 12


def test_a_kit_hears_its_witness(site: Sites, picture: Pictures) -> None:
    """Profiles of the page that scripts built, the logo's cut-out, and the first screen."""
    html = "<footer><a href='https://www.instagram.com/acme'>Instagram</a></footer>"
    seen = Rendered(logos=(seen_logo(picture=picture()),), html=html, picture=b"\x89PNG")
    steps: list[str] = []
    kit = kit_of(site("<title>Acme</title>"), steps.append, lambda _site: seen)
    assert dict(kit.socials) == {"instagram": "https://www.instagram.com/acme"}
    assert (kit.logo_wide, kit.logo_files["wide"].data) == ("rendered:header", picture())
    assert kit.page_picture == b"\x89PNG"
    assert "Looking at the page in a browser" in steps


def test_a_witness_that_saw_nothing_changes_nothing(site: Sites) -> None:
    """The kit is the one without."""
    html = "<title>Acme</title><header><a href=/><img class=logo src=/logo.png></a></header>"
    assert kit_of(site(html), witness=lambda _site: None) == kit_of(site(html))


def test_without_its_html_the_page_is_the_one_that_came(site: Sites) -> None:
    """A page that grew too long is not parsed again."""
    page = site("<p>").page
    assert built_page(page, Rendered()) is page
    assert built_page(page, Rendered(html="<p>new")).url == page.url
