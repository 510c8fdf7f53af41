"""From a brand kit to a workspace full of branded templates: the first half of the mail's road in one call."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from templates.brand.artwork import write_artwork
from templates.brand.kit import BrandKit
from templates.brand.logos.stored_logos import missing_pngs
from templates.brand.parts import write_parts
from templates.brand.store import load_brand, redraw_logos, save_brand
from templates.starters import LANGUAGES, instantiate, starters
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace

Progress = Callable[[int, int, str], None]
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")  # names that Windows keeps for itself


def slug_of(kit: BrandKit) -> str:
    """The folder name for a brand: its name in plain letters, such as ``fernhill-tools``."""
    return slug_from(kit.name)


def slug_from(name: str) -> str:
    """The folder name for a brand of this name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "brand"
    return f"{slug}-brand" if _DEVICE.fullmatch(slug) else slug


def add_brand(workspace: Workspace, kit: BrandKit, *, slug: str = "") -> str:
    """Write the kit, its logos, pictures and parts into the workspace; return the brand's folder name.

    Raises StorageError when the disk refuses.
    """
    slug = slug or slug_of(kit)
    save_brand(kit, workspace.brand_folder(slug))
    remake_brand(workspace, slug)
    return slug


def remake_brand(workspace: Workspace, slug: str) -> list[str]:
    """Make pictures and parts anew from ``brand.toml``; return the parts that were edited by hand and so kept.

    The logos' PNGs are made again when one of them is gone. Every template that includes the parts follows at its next
    build. Raises StorageError, InputError.
    """
    folder = workspace.brand_folder(slug)
    if missing_pngs(folder):
        redraw_logos(folder)
    write_artwork(folder, load_brand(folder).palettes[0])
    return write_parts(folder)


def add_starters(
    workspace: Workspace, brand: str, *, languages: Sequence[str] = LANGUAGES, on_progress: Progress | None = None
) -> list[TemplateFolder]:
    """Instantiate every starter in every language, except those that are there already; return the new templates.

    ``on_progress(done, total, name)`` is called after each. Raises StorageError.
    """
    wanted = [(one, language) for one in starters() for language in languages]
    there = {template.name for template in workspace.templates()}
    made = []
    for done, (one, language) in enumerate(wanted, 1):
        if f"{one.name}.{language}" not in there:
            made.append(instantiate(workspace, one, language, brand=brand))
        if on_progress:
            on_progress(done, len(wanted), one.title[language])
    return made
