"""A workspace with two brands, small and made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from templates.brand.brand_kit import BrandKit
from templates.brand.colours.palette import Palette
from templates.brand.evidence import Candidate
from templates.brand.logos.logo_file import LogoFile
from templates.brand.texts.font import DEFAULT, Font
from templates.files import write_text
from templates.generate import add_brand
from templates.library import blank_text
from templates.workspace import Workspace

LOGO = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 30" fill="#%s">
<circle cx="15" cy="15" r="15"/><rect x="40" y="5" width="80" height="20"/></svg>"""


def kit(name: str, primary: str, **values: object) -> BrandKit:
    """What an extraction could have found, with a logo in the company's colour."""
    logo = LogoFile("https://logo.example/logo.svg", LOGO % primary[1:].encode(), "image/svg+xml")
    known: dict[str, object] = {
        "site": "https://logo.example",
        "legal": "",
        "address": "1 High Street",
        "language": "en",
        "logo_wide": logo.reference,
        "logo_square": "",
        "accent": "",
        "font": Font(DEFAULT, DEFAULT, ""),
        "radius": 8,
        "socials": {"facebook": f"https://www.facebook.com/{name.lower()}"},
        "candidates": {"primary": (Candidate(primary, "theme-color", 0.9, "meta"),)},
        "logo_files": {"wide": logo},
        "warnings": (),
    }
    return BrandKit(name=name, primary=primary, **{**known, **values})


@pytest.fixture(scope="session")
def make_kit():
    """``make_kit(name, primary, **values)``: a kit without a site."""
    return kit


def _one_picture(folder: Path, light: Palette) -> None:
    """Stands for the artwork: drawing all of it takes seconds and is tested elsewhere."""
    write_text(folder / "art" / "hero-christmas.png", light.primary)


@pytest.fixture(scope="session")
def two_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Brands acme (the default) and bolt; templates sale.en (acme), news.en (no brand named), offer.en (bolt)."""
    root = tmp_path_factory.mktemp("two") / "agency"
    workspace = Workspace.create(root, name="Agency", brand="acme")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("templates.generate.write_artwork", _one_picture)
        add_brand(workspace, kit("Acme", "#1144aa"))
        add_brand(workspace, kit("Bolt", "#b3261e"))
    for name, brand, setting in (("sale", "acme", "acme"), ("news", "acme", ""), ("offer", "bolt", "bolt")):
        folder = root / "templates" / f"{name}.en"
        picture = f'    <mj-section><mj-column><mj-image src="brands/{brand}/art/hero-christmas.png" alt="" />'
        text = blank_text(name, "en", brand).replace(
            "  </mj-body>", f"{picture}</mj-column></mj-section>\n  </mj-body>"
        )
        write_text(folder / "template.mjml", text)
        write_text(folder / "template.toml", f'format = 1\nkind = "marketing"  # a comment\nbrand = "{setting}"\n')
        write_text(folder / "data" / "default.json", f'{{"picture": "brands/{brand}/logo-wide.png"}}\n')
    return root


@pytest.fixture
def two(two_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """That workspace, for this test alone."""
    for module in ("generate", "brands.archive"):
        monkeypatch.setattr(f"templates.{module}.write_artwork", _one_picture)
    return Workspace.open(Path(shutil.copytree(two_made, tmp_path / "agency")))
