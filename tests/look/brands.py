"""Dress the twenty starters in ten brands that are hard to dress, and draw one sheet a brand: ``brands.py --out DIR``.

Light and dark side by side. The sheets are for the eye: a button that sits tone on tone, a logo that drowns, a word
that no longer fits is seen here before a user sees it.
"""

from __future__ import annotations

import argparse
import io
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from renderers.blocking import run_preview
from renderers.proofs.proof import Proof
from templates.brand.brand_kit import BrandKit
from templates.brand.logos.logo_file import LogoFile
from templates.brand.texts.font import Font
from templates.generate import add_brand, add_starters
from templates.starters import starters
from templates.workspace import Workspace

PLAIN = Font()
SERIF = Font("Georgia, 'Times New Roman', serif", "Georgia, 'Times New Roman', serif")
TREBUCHET = Font("'Trebuchet MS', Verdana, sans-serif", "Verdana, Arial, sans-serif")
WIDTH, TALLEST, GAP = 300, 900, 20  # pixels of a picture on the sheet
COLUMNS = 8


@dataclass(frozen=True)
class Look:
    """A brand: its colours, and its logo as (width, height, colour) of a drawing, or None."""

    name: str
    primary: str
    button: str = ""
    accent: str = ""
    logo: tuple[int, int, str] | None = None
    slot: str = "wide"
    radius: int = 8
    font: Font = PLAIN
    language: str = "en"


LOOKS = (
    Look("Corporate Blue", "#0b3d91", "#0b3d91", logo=(140, 28, "#0b3d91"), radius=4),
    Look("Noir Atelier", "#000000", "#ffffff", logo=(150, 30, "#ffffff"), radius=0, language="fr"),
    Look("Maison Crème", "#f3eadb", logo=(84, 20, "#3b2f2a"), radius=0, font=SERIF, language="fr"),
    Look("Neon Volt", "#c6ff00", logo=(64, 64, "#c6ff00"), slot="square", radius=12),
    Look("Société Générale des Eaux de la Vallée de la Loire", "#00695c", "#00695c", language="fr"),
    Look("Tomate", "#d7263d", "#d7263d", logo=(240, 20, "#d7263d"), radius=12, language="fr"),
    Look("Mustard & Co", "#e0a800", "#e0a800", "#3a2e00", logo=(90, 40, "#3a2e00"), font=TREBUCHET),
    Look("Lavande", "#b79ced", "#7b5cc0", logo=(120, 30, "#7b5cc0"), radius=12, font=SERIF, language="fr"),
    Look("Grey Matter", "#8a8d91", "", logo=(130, 26, "#8a8d91"), radius=4),
    Look("Orange Vif", "#ff6600", "#ff6600", "#003366", logo=(60, 60, "#ff6600"), slot="square"),
)


def kit_of(look: Look) -> BrandKit:
    """What an extraction would have found on the company's site."""
    files = {look.slot: LogoFile("logo.svg", drawing(*look.logo), "image/svg+xml")} if look.logo else {}
    return BrandKit(
        site="https://www.company.example",
        name=look.name,
        legal=f"{look.name} SAS, RCS Tours 123 456 789" if look.language == "fr" else f"{look.name} Ltd",
        address="12 bis rue des Halles, 37000 Tours" if look.language == "fr" else "1 High Street, Leeds LS1 4AP",
        language=look.language,
        logo_wide="logo.svg" if "wide" in files else "",
        logo_square="logo.svg" if "square" in files else "",
        primary=look.primary,
        accent=look.accent,
        button=look.button,
        font=look.font,
        radius=look.radius,
        socials={"facebook": "https://www.facebook.com/company", "instagram": "https://www.instagram.com/company"},
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


def dress(look: Look, root: Path) -> Workspace:
    """A workspace with the twenty in this brand."""
    workspace = Workspace.create(root, name=look.name)
    slug = add_brand(workspace, kit_of(look))
    add_starters(workspace, slug, languages=[look.language])
    return workspace


def sheet(look: Look, proofs: Sequence[Proof]) -> Image.Image:
    """Every starter of a brand, light and dark beside each other."""
    cells = [(proof.shot.template, picture(proof)) for proof in proofs if proof.result]
    rows = [cells[start : start + COLUMNS] for start in range(0, len(cells), COLUMNS)]
    heights = [max(image.height for _, image in row) + 30 for row in rows]
    whole = Image.new("RGB", (COLUMNS * (WIDTH + GAP) + GAP, sum(heights) + GAP * (len(rows) + 1)), "#9aa0a6")
    draw, top = ImageDraw.Draw(whole), GAP
    for row, height in zip(rows, heights, strict=True):
        for column, (name, image) in enumerate(row):
            left = GAP + column * (WIDTH + GAP)
            draw.text((left, top), name, fill="#000000", font_size=16)
            whole.paste(image, (left, top + 26))
        top += height + GAP
    return whole


def picture(proof: Proof) -> Image.Image:
    """The picture of one proof in the sheet's width; what is too tall is cut."""
    assert proof.result is not None
    image = Image.open(io.BytesIO(proof.result.picture)).convert("RGB")
    image = image.resize((WIDTH, round(image.height * WIDTH / image.width)), Image.Resampling.LANCZOS)
    return image.crop((0, 0, WIDTH, min(TALLEST, image.height)))


def main() -> None:
    """Draw the sheets of all brands, or of the ones that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("brands", nargs="*", help="part of a brand's name")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    order = {one.name: one.number for one in starters()}
    for look in LOOKS:
        if wanted.brands and not any(part.lower() in look.name.lower() for part in wanted.brands):
            continue
        with tempfile.TemporaryDirectory() as root:
            os.environ["MAILWRIGHT_CACHE_FOLDER"] = str(Path(root) / "cache")
            workspace = dress(look, Path(root) / "agency")
            names = sorted((one.name for one in workspace.templates()), key=lambda name: order[name.partition(".")[0]])
            proofs = run_preview(workspace, names, profiles=("plain-mobile", "plain-mobile-dark"))
            path = wanted.out / f"{look.name.split()[0].lower()}.png"
            sheet(look, proofs).save(path)
            print(path)


if __name__ == "__main__":
    main()
