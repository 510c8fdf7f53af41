"""Candidate logos that are kept beside the brand."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from assets import asset
from templates.brand.kit import extract_brand
from templates.brand.logos.candidate_files import (
    FOLDER,
    MOST_BYTES,
    can_fetch,
    fetch_candidate,
    is_inline,
    previews,
    read_candidate,
    thumbnail,
    write_candidates,
)
from templates.brand.logos.logo_file import LogoFile
from templates.brand.opening.fetch import Answer
from templates.brand.store import save_brand
from templates.errors import InputError

SVG = asset("samples", "site", "logo.svg").read_bytes()
URL = "https://acme.example/logo.svg"


class Web:
    """Remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def fetch(self, url: str, kind: str = "page") -> Answer:
        self.asked.append(f"{kind} {url}")
        return Answer(url, SVG)


def test_an_extraction_keeps_what_was_at_hand(tmp_path):
    """Files beside the page are kept as they are; what is not a file any more goes with the next extraction."""
    kit = extract_brand(str(asset("samples", "site")))
    wanted = {row.value for field in ("logo_wide", "logo_square") for row in kit.candidates[field]}
    assert set(kit.candidate_files) == wanted
    save_brand(kit, tmp_path)
    kept = read_candidate(tmp_path, kit.logo_wide)
    assert (kept.reference, kept.data, kept.media_type) == (kit.logo_wide, SVG, "image/svg+xml")
    write_candidates(tmp_path, {URL: LogoFile(URL, SVG, "image/svg+xml")})
    assert len(list((tmp_path / FOLDER).iterdir())) == 1
    assert read_candidate(tmp_path, kit.logo_wide) is None


def test_heavy_candidates_are_not_kept(tmp_path):
    """A brand's folder stays small, whatever a page points at."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "logo.svg").write_bytes(SVG + b"<!--" + b"x" * MOST_BYTES + b"-->")
    (site / "index.html").write_text('<header><a href="/"><img class="logo" src="logo.svg"></a></header>', "utf-8")
    kit = extract_brand(str(site), base_url="https://acme.example/")
    assert kit.candidates["logo_wide"]
    assert kit.candidate_files == {}


def test_a_picture_is_fetched_once(tmp_path):
    """What is kept is not asked for again, and a drawing in the page has no address."""
    web = Web()
    for value in (URL, URL, "inline-svg:svg.logo", "/etc/passwd"):
        fetch_candidate(tmp_path, value, web)
    assert web.asked == [f"image {URL}"]
    assert read_candidate(tmp_path, URL).data == SVG
    assert (can_fetch(URL), can_fetch("inline-svg:svg"), is_inline("inline-svg:svg")) == (True, False, True)


@pytest.mark.parametrize("value", ["../../brand.toml", "/etc/passwd", "https://x.example/../../y", "a\0b"])
def test_no_reference_leads_out_of_the_folder(tmp_path, value):
    """A stranger's reference becomes a name that says nothing."""
    write_candidates(tmp_path / "brand", {value: LogoFile(value, SVG, "image/svg+xml")})
    (path,) = (tmp_path / "brand" / FOLDER).iterdir()
    assert path.name.isalnum()
    assert [each.name for each in tmp_path.iterdir()] == ["brand"]


def test_a_thumbnail_is_small_and_a_logo():
    """Neither side is longer than asked for; what is no picture is refused."""
    with Image.open(io.BytesIO(thumbnail(SVG, 80))) as picture:
        assert max(picture.size) == 80
    with pytest.raises(InputError):
        thumbnail(b"no picture", 80)


def test_previews_are_legible_on_their_grounds():
    """A white logo gets a plate for light mails and stays as it is for dark ones."""
    white = Image.new("RGBA", (200, 60), (0, 0, 0, 0))
    white.paste((255, 255, 255, 255), (20, 20, 60, 40))
    white.paste((255, 255, 255, 255), (90, 20, 180, 40))
    out = io.BytesIO()
    white.save(out, "PNG")
    light, dark = (Image.open(io.BytesIO(data)) for data in previews(out.getvalue(), 160, "#1d5b4c"))
    assert light.getpixel((light.width // 2, 3))[:3] == (29, 91, 76)
    assert dark.getpixel((2, dark.height // 2))[:3] == (255, 255, 255)
