"""A site that was read again: what it says now beside what the brand holds, and those changes that a person wants."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from templates.brand.brand_file import read_brand_file
from templates.brand.colours.brand_colours import ROLES
from templates.brand.hand_edits import edited_by_hand
from templates.brand.kit import BrandKit
from templates.brand.logos.logo_file import LogoFile
from templates.brand.logos.stored_logos import SLOTS, read_originals
from templates.brand.store import StoredBrand, load_brand, save_brand
from templates.brand.sureness import USER
from templates.brand.texts.font import Font
from templates.brands.library import existing
from templates.generate import remake_brand
from templates.workspace import Workspace

TEXTS = ("name", "legal", "address", "language", "radius")
FONTS = ("heading", "body", "url")


@dataclass(frozen=True)
class Difference:
    """One field: its value now and the one that was found, "" for none; of logos the bytes of their originals."""

    field: str
    old: str
    new: str
    old_picture: bytes = b""
    new_picture: bytes = b""


def refresh_brand(workspace: Workspace, slug: str, kit: BrandKit) -> list[Difference]:
    """Return what ``kit``, an extraction anew, would change in a brand. What a person chose is not among it.

    Fields are name, legal, address, language, radius, the colour roles, font_heading, font_body, font_url,
    ``socials.<network>`` and logo_wide, logo_square, logo_dark. Raises InputError, StorageError.
    """
    brand = load_brand(existing(workspace, slug))
    old, new = _facts(brand), _facts(kit)
    found = [
        Difference(field, old.get(field, ""), new.get(field, ""))
        for field in dict.fromkeys([*old, *new])
        if old.get(field, "") != new.get(field, "")
    ]
    settled = {field for field, rows in brand.evidence.items() if any(row.source == USER for row in rows)}
    settled |= edited_by_hand(read_brand_file(brand.folder)).keys()
    return [one for one in [*_logos(brand, kit), *found] if one.field not in settled]


def apply_refresh(workspace: Workspace, slug: str, kit: BrandKit, fields: Collection[str]) -> list[str]:
    """Take these fields of ``kit`` over, and its candidates for all; make what follows from them.

    Returns the parts that were kept because they were edited by hand. Raises InputError, StorageError.
    """
    folder = existing(workspace, slug)
    save_brand(_merged(load_brand(folder), kit, fields), folder)
    return remake_brand(workspace, slug)


def _facts(of: StoredBrand | BrandKit) -> dict[str, str]:
    """The values of a brand or a kit as text, by field."""
    facts = {name: str(getattr(of, name)) for name in TEXTS}
    facts |= asdict(of.colours)
    facts |= {f"font_{name}": str(getattr(of.font, name)) for name in FONTS}
    return facts | {f"socials.{network}": url for network, url in of.socials.items()}


def _logos(brand: StoredBrand, kit: BrandKit) -> list[Difference]:
    table = read_brand_file(brand.folder).logo
    originals = read_originals(brand.folder, table)
    found = []
    for slot in SLOTS:
        old, new = _data(originals, slot), _data(kit.logo_files, slot)
        if old != new:
            references = (getattr(table, f"reference_{slot}"), getattr(kit, f"logo_{slot}"))
            found.append(Difference(f"logo_{slot}", *references, old, new))
    return found


def _data(files: Mapping[str, LogoFile], slot: str) -> bytes:
    file = files.get(slot)
    return file.data if file else b""


def _merged(brand: StoredBrand, kit: BrandKit, fields: Collection[str]) -> BrandKit:
    """The kit, with the brand's own values in all other fields."""
    values: dict[str, Any] = {"site": brand.site}
    values |= {name: getattr(brand, name) for name in TEXTS if name not in fields}
    values |= {role: getattr(brand.colours, role) for role in ROLES if role not in fields}
    fonts = {name: getattr(kit.font if f"font_{name}" in fields else brand.font, name) for name in FONTS}
    networks = dict.fromkeys([*brand.socials, *kit.socials])
    socials = {name: (kit if f"socials.{name}" in fields else brand).socials.get(name, "") for name in networks}
    originals = read_originals(brand.folder, read_brand_file(brand.folder).logo)
    files = {slot: (kit.logo_files if f"logo_{slot}" in fields else originals).get(slot) for slot in SLOTS}
    values |= {f"logo_{slot}": file.reference if file else "" for slot, file in files.items()}
    return replace(
        kit,
        **values,
        font=Font(**fonts),
        socials={network: url for network, url in socials.items() if url},
        logo_files={slot: file for slot, file in files.items() if file},
    )
