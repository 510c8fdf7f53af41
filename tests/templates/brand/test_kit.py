"""The brand kit of whole pages: the shipped sample, invented companies, and real saved pages."""

from __future__ import annotations

import gzip
import importlib.util
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assets import asset
from templates.brand.kit import extract_brand, kit_of
from templates.brand.opening.fetch import HttpFetcher
from templates.brand.reading.page import parse_page
from templates.brand.site import Site
from templates.errors import Cancelled, InputError

COMPANIES = (
    "header-image",
    "inline-drawing",
    "sprite",
    "no-logo",
    "broken-logo",
    "declared-only",
    "white-on-dark",
    "near-white",
)
TEXTS = ("name", "site", "language", "logo_wide", "logo_square", "primary", "button", "legal", "address")


def test_the_sample_site_gives_its_whole_kit_offline() -> None:
    """Every field of the shipped company is found, from its own files."""
    kit = extract_brand(str(asset("samples", "site")))
    assert (kit.name, kit.site, kit.language) == ("Kettlewren", "https://www.kettlewren.example", "en")
    assert (kit.primary, kit.button, kit.radius) == ("#1d5b4c", "#c24a1f", 8)
    assert kit.logo_wide == "https://www.kettlewren.example/logo.svg"
    assert kit.logo_square == "https://www.kettlewren.example/favicon.svg"
    assert kit.logo_files["wide"].data == asset("samples", "site", "logo.svg").read_bytes()
    assert kit.address == "The Net Loft, 14 Sandgate Steps, Whitby YO22 4QX, United Kingdom"
    assert kit.legal.startswith("Kettlewren Tea Company Ltd. Registered in England and Wales")
    assert kit.font.heading.startswith("Georgia")
    assert dict(kit.socials) == {
        "facebook": "https://www.facebook.com/kettlewrentea",
        "x": "https://x.com/kettlewren",
        "linkedin": "https://www.linkedin.com/company/kettlewren-tea",
    }
    assert kit.warnings == ()


@pytest.mark.parametrize("company", COMPANIES)
def test_each_invented_company_is_read_right(company: str, pages: Path, expected: dict[str, dict[str, Any]]) -> None:
    """Header picture, inline drawing, sprite, no logo, broken logo, data only, white on dark, near-white."""
    kit = extract_brand(str(pages / company))
    wanted = expected[company]
    assert {name: getattr(kit, name) for name in TEXTS} == {name: wanted.get(name, "") for name in TEXTS}
    assert dict(kit.socials) == wanted.get("socials", {})
    assert kit.radius == wanted["radius"]


def test_every_page_of_the_folder_is_expected(pages: Path, expected: dict[str, dict[str, Any]]) -> None:
    """A new company's page is not forgotten."""
    assert {folder.name for folder in pages.iterdir() if folder.is_dir()} == set(expected) == set(COMPANIES)


def test_candidates_say_where_they_were_seen(pages: Path) -> None:
    """Every field has its ranked evidence, and the chosen value is the best of it."""
    kit = extract_brand(str(pages / "header-image"))
    for field in ("name", "logo_wide", "logo_square", "primary", "button", "address", "legal", "language", "socials.x"):
        candidates = kit.candidates[field]
        assert [one.score for one in candidates] == sorted(
            (one.score for one in candidates), reverse=True
        ) or field == "name"
        assert all(one.source and 0 < one.score < 1 for one in candidates), field
    assert kit.candidates["socials.x"][0].value == kit.socials["x"]


def test_a_broken_logo_is_passed_over_and_noted(pages: Path) -> None:
    """The next candidate is taken, and the warning names the broken file."""
    kit = extract_brand(str(pages / "broken-logo"))
    assert kit.logo_files["wide"].reference.endswith("footer-logo.svg")
    assert "broken.svg cannot be used" in kit.warnings[0]


def test_the_same_site_is_read_over_the_network(company, fetcher: Callable[..., HttpFetcher], pages: Path) -> None:
    """A domain gives the kit that its saved folder gives; style sheet, logo and icon are fetched."""
    html = (pages / "header-image" / "index.html").read_bytes().replace(b"https://www.osier-lark.example/", b"/")
    company.page("/", html)
    for name in ("shop.css", "osier-lark-logo.svg", "touch.svg"):
        company.page(f"/files/{name}", (pages / "header-image" / "files" / name).read_bytes())
    steps: list[str] = []
    kit = extract_brand("http://osier-lark.example", fetcher=fetcher(), progress=steps.append)
    assert (kit.name, kit.primary, kit.button) == ("Osier & Lark", "#7a4b1e", "#2f6f4f")
    assert kit.logo_wide == "http://osier-lark.example/files/osier-lark-logo.svg"
    assert set(kit.logo_files) == {"wide", "square"}
    assert len(steps) >= 5
    assert len(company.requests) <= 6


def test_cancelling_ends_the_extraction(pages: Path) -> None:
    """A set event stops before the next step."""
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        extract_brand(str(pages / "no-logo"), cancel=stop)


def test_what_is_no_site_is_refused() -> None:
    """Neither a file nor a domain."""
    with pytest.raises(InputError):
        extract_brand("no domain at all")


def test_every_real_page_gives_a_kit(shared: Path, tmp_path: Path) -> None:
    """All saved pages give a name, a colour and readable candidates, without one exception."""
    data = shared / "data" / "pages"
    for label in json.loads((data / "labels.json").read_text("utf-8"))["pages"]:
        page = tmp_path / f"{label['slug']}.html"
        page.write_bytes(gzip.decompress((data / label["file"]).read_bytes()))
        kit = extract_brand(str(page), base_url=label["url"])
        assert kit.name, label["slug"]
        assert kit.primary.startswith("#"), label["slug"]
        page.unlink()


def test_the_real_pages_are_read_as_well_as_promised(shared: Path) -> None:
    """The scorer's figures stay above what the first version reached."""
    scores = _scores(shared / "data" / "pages")
    assert scores["name"] >= 0.96
    assert scores["logo_wide slot"] >= 0.9
    assert scores["logo_square slot"] >= 0.88
    assert scores["colour dE00<10 @3"] >= 0.55
    assert scores["precision"] >= 0.95
    assert scores["recall"] >= 0.9


def test_importing_the_kit_brings_no_browser_and_no_window() -> None:
    """The extractor loads neither Qt nor Playwright nor, before it fetches, the network's libraries."""
    heavy = "PySide6", "playwright", "httpx", "PIL"
    code = f"import sys, templates.brand.kit; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _scores(data: Path) -> dict[str, float]:
    """Run the shared scorer in this process: share of hits by field."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    tally, socials = score.Tally(), {}
    for label in json.loads((data / "labels.json").read_text("utf-8"))["pages"]:
        html = gzip.decompress((data / label["file"]).read_bytes()).decode("utf-8")
        score.score_page(label, _answer(html, label["url"]), score.Page(html, label["url"]), tally, socials, [])
    right, wrong, missed = socials["core"]
    return {
        **{field: hits / total for field, (hits, total) in tally.items()},
        "precision": right / (right + wrong),
        "recall": right / (right + missed),
    }


def _answer(html: str, url: str) -> dict[str, Any]:
    kit = kit_of(Site(parse_page(html, url)))
    return {
        "name": kit.name,
        "logo_wide": kit.logo_wide,
        "logo_square": kit.logo_square,
        "logo_candidates": [one.value for one in kit.candidates["logo_wide"]],
        "colour_candidates": [one.value for one in kit.candidates["primary"]],
        "socials": dict(kit.socials),
        "language": kit.language,
    }


def test_the_sample_logo_is_drawn_with_paths() -> None:
    """The shipped wordmark needs no font: nothing in it is text."""
    logo = asset("samples", "site", "logo.svg").read_bytes()
    assert b"<text" not in logo
    assert b"<path" in logo


def test_the_shipped_fonts_bring_their_licence() -> None:
    """The fonts are small enough to ship, with the licence beside them."""
    folder = asset("fonts")
    assert "SIL OPEN FONT LICENSE" in (folder / "Inter-OFL.txt").read_text("utf-8")
    assert sum(file.stat().st_size for file in folder.iterdir()) < 1_500_000
