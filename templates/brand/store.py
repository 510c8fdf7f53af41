"""A brand on disk: ``brand.toml`` with its logos beside, and the few values that people change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from templates.brand.brand_file import FILE, BrandFile, LogoTable, change_brand_file, read_brand_file
from templates.brand.colours.brand_colours import ROLES, BrandColours
from templates.brand.colours.contrast import parse_hex
from templates.brand.colours.palette import Palette
from templates.brand.evidence import Candidate
from templates.brand.hand_edits import edited_by_hand, record_of
from templates.brand.logos.candidate_files import LONGEST, write_candidates
from templates.brand.logos.stored_logos import SLOTS, dark_logo, logo_from, read_originals, write_logos
from templates.brand.sureness import USER
from templates.brand.texts.font import Font
from templates.brand.texts.networks import NETWORKS
from templates.brand.texts.typed import checked_profile, checked_text
from templates.errors import InputError
from templates.files import write_bytes

if TYPE_CHECKING:
    from templates.brand.kit import BrandKit
    from templates.brand.logos.logo_file import LogoFile
    from templates.brand.opening.fetch import Fetcher

EVIDENCE_ROWS = 5
PAGE_PICTURE = "page.png"  # the site's first screen, where a browser looked at it
#: Fields and their place in the file.
PLACES = {
    **{name: (name,) for name in ("site", "name", "legal", "address", "language", "radius")},
    **{role: ("colour", role) for role in ROLES},
    "font_heading": ("font", "heading"),
    "font_body": ("font", "body"),
    "font_url": ("font", "url"),
}
LOGOS = {"logo": "wide", "logo_square": "square", "logo_dark": "dark"}
REDRAWN_BY = frozenset({"name", *ROLES, *LOGOS})


@dataclass(frozen=True)
class StoredLogo:
    """Files in the brand's folder, and the CSS size that the wide ones are shown at. ``drawn``: set in type by us.

    ``references`` tells by slot ("wide", "square", "dark") where each logo came from: an address, a path, or the name
    of its file; "" where there is none.
    """

    wide: Path
    wide_dark: Path
    square: Path
    width: int
    height: int
    dark_width: int
    dark_height: int
    drawn: bool
    references: Mapping[str, str]


@dataclass(frozen=True)
class StoredBrand:
    """What ``brand.toml`` says, checked; ``evidence`` holds the candidates by field."""

    folder: Path
    site: str
    name: str
    legal: str
    address: str
    language: str
    colours: BrandColours
    font: Font
    radius: int
    socials: Mapping[str, str]
    logo: StoredLogo
    evidence: Mapping[str, tuple[Candidate, ...]]
    warnings: tuple[str, ...]

    @property
    def palettes(self) -> tuple[Palette, Palette]:
        """The light and the dark palette."""
        return self.colours.palettes

    @property
    def primary(self) -> str:
        """The company's colour, ``#rrggbb``."""
        return self.colours.primary

    @property
    def accent(self) -> str:
        """Its second colour, or ""."""
        return self.colours.accent


def save_brand(kit: BrandKit, folder: Path) -> None:
    """Write a kit into its folder: ``brand.toml``, the logos' originals, and the PNGs made from them.

    Over an older ``brand.toml`` it keeps comments, unknown keys and every value that a person chose. Raises
    StorageError, and InputError when the older file is damaged (it is then left alone).
    """
    old = read_brand_file(folder) if (folder / FILE).exists() else None
    chosen = _chosen(old)
    changes: dict[str, Any] = {}
    values = {field: value for field, value in _values(kit, old).items() if field not in chosen}
    for field, value in values.items():
        _put(changes, field, value)
    changes["written"] = record_of(values)
    stored = read_originals(folder, old.logo) if old else {}
    files = {slot: (stored if f"logo_{slot}" in chosen else kit.logo_files).get(slot) for slot in SLOTS}
    colours = BrandColours(**{**(dict(old.colour) if old else {}), **changes.get("colour", {})})
    name = changes.get("name") or (old.name if old else "")
    changes["warnings"] = list(kit.warnings)
    changes["logo"] = write_logos(folder, name, colours, _present(files))
    changes["evidence"] = {field: chosen.get(field, []) + _rows(rows) for field, rows in kit.candidates.items() if rows}
    write_candidates(folder, kit.candidate_files)
    if kit.page_picture:
        write_bytes(folder / PAGE_PICTURE, kit.page_picture)
    change_brand_file(folder, changes)


def load_brand(folder: Path) -> StoredBrand:
    """Read the brand in ``folder``. A damaged file raises InputError with file, line, key and what is expected."""
    file = read_brand_file(folder)
    return StoredBrand(
        folder=folder,
        site=file.site,
        name=file.name,
        legal=file.legal,
        address=file.address,
        language=file.language,
        colours=BrandColours(**{role: colour.lower() for role, colour in file.colour}),
        font=Font(file.font.heading, file.font.body, file.font.url),
        radius=file.radius,
        socials={network: url for network, url in file.social.items() if url},
        logo=_stored_logo(folder, file.logo),
        evidence={field: tuple(Candidate(**dict(row)) for row in rows) for field, rows in file.evidence.items()},
        warnings=tuple(file.warnings),
    )


def update_brand(folder: Path, *, fetcher: Fetcher | None = None, **changes: Any) -> StoredBrand:
    """Change values as a person does, make the logos again where they depend on it, and return the brand.

    ``changes`` are: name, site, legal, address, language (text); primary, accent, button, link, background, text (a
    colour; "" derives it, but for primary); radius in CSS pixels; font_heading, font_body, font_url; a network such as
    facebook (its profile URL, "" removes it); logo, logo_square and logo_dark (bytes, a LogoFile, a Path, or a path or
    URL as text; "" goes back to a drawn one). Each is remembered as a person's choice, before the candidates that it
    was chosen from. Raises InputError for what is not usable, FetchError, StorageError; then nothing is changed.
    """
    old = read_brand_file(folder)
    files: dict[str, LogoFile | None] = {**read_originals(folder, old.logo)}
    document: dict[str, Any] = {"evidence": {}}
    for name, value in changes.items():
        if name in LOGOS:
            file = files[LOGOS[name]] = (dark_logo if name == "logo_dark" else logo_from)(value, fetcher)
            field, text = f"logo_{LOGOS[name]}", file.reference if file else ""
        else:
            field = f"socials.{name}" if name in NETWORKS else name
            text = str(_put(document, field, _checked(name, value)))
        others = [dict(row) for row in old.evidence.get(field, ()) if row.source != USER]
        document["evidence"][field] = [asdict(Candidate(text, USER, 1.0)), *others]
    if changes.keys() & REDRAWN_BY:
        colours = BrandColours(**{**dict(old.colour), **document.get("colour", {})})
        name = document.get("name", old.name)
        document["logo"] = write_logos(folder, name, colours, _present(files))
    change_brand_file(folder, document)
    return load_brand(folder)


def redraw_logos(folder: Path) -> None:
    """Make the logos' PNGs again from their originals and the brand's values. Raises InputError, StorageError."""
    file = read_brand_file(folder)
    colours = BrandColours(**dict(file.colour))
    change_brand_file(folder, {"logo": write_logos(folder, file.name, colours, read_originals(folder, file.logo))})


def record_hashes(folder: Path, hashes: Mapping[str, str]) -> None:
    """Remember the hash of each generated part, so that one edited by hand is recognised."""
    gone = dict.fromkeys(recorded_hashes(folder).keys() - hashes.keys())
    change_brand_file(folder, {"parts": {**dict(sorted(hashes.items())), **gone}})


def recorded_hashes(folder: Path) -> dict[str, str]:
    """The hashes that ``record_hashes`` wrote; {} for a new brand."""
    return dict(read_brand_file(folder).parts) if (folder / FILE).exists() else {}


def _chosen(file: BrandFile | None) -> dict[str, list[dict[str, Any]]]:
    """Fields whose value a person chose, in a window or by hand in the file, with the row that says so."""
    rows = file.evidence if file else {}
    chosen = {field: [dict(row) for row in candidates if row.source == USER] for field, candidates in rows.items()}
    written = edited_by_hand(file) if file else {}
    by_hand = {field: [asdict(Candidate(value, USER, 1.0))] for field, value in written.items()}
    return {field: row for field, row in chosen.items() if row} | by_hand


def _values(kit: BrandKit, old: BrandFile | None) -> dict[str, Any]:
    """The kit's values by field, in the order in which the file shows them; None for a profile that is gone."""
    values: dict[str, Any] = {
        name: getattr(kit, name) for name in ("site", "name", "legal", "address", "language", "radius")
    }
    values["name"] = kit.name or kit.site.rpartition("/")[2] or "Company"
    values |= asdict(kit.colours)
    values |= {"font_heading": kit.font.heading, "font_body": kit.font.body, "font_url": kit.font.url}
    gone = {f"socials.{network}": None for network in (old.social if old else {})}
    return values | gone | {f"socials.{network}": url for network, url in kit.socials.items()}


def _put(changes: dict[str, Any], field: str, value: Any) -> Any:
    """Put a value where its field stands in the file, and return it."""
    *tables, key = ("social", field.removeprefix("socials.")) if field.startswith("socials.") else PLACES[field]
    for table in tables:
        changes = changes.setdefault(table, {})
    changes[key] = value
    return value


def _checked(name: str, value: Any) -> Any:
    """A person's value, in the form the file holds. Raises InputError."""
    if name not in PLACES and name not in NETWORKS:
        known = ", ".join((*PLACES, *LOGOS, *NETWORKS))
        raise InputError("A brand has no value {name}.", advice="Use one of {known}.", name=name, known=known)
    if name in ROLES:
        return parse_hex(value) if value or name == "primary" else ""
    if name == "radius":
        return _checked_radius(value)
    return checked_profile(value) if name in NETWORKS else checked_text(name, value)


def _checked_radius(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 40:
        raise InputError("The corner radius is a number of pixels from 0 to 40.")
    return value


def _present(files: Mapping[str, LogoFile | None]) -> dict[str, LogoFile]:
    return {slot: file for slot, file in files.items() if file is not None}


def _stored_logo(folder: Path, table: LogoTable) -> StoredLogo:
    """The logos that the file names, which are in its folder whatever path it gives."""
    return StoredLogo(
        wide=folder / Path(table.wide).name,
        wide_dark=folder / Path(table.wide_dark).name,
        square=folder / Path(table.square).name,
        width=table.width,
        height=table.height,
        dark_width=table.dark_width,
        dark_height=table.dark_height,
        drawn=table.drawn,
        references={slot: _reference(table, slot) for slot in SLOTS},
    )


def _reference(table: LogoTable, slot: str) -> str:
    """Where a logo came from; the name of its file where a person gave just that."""
    file: str = getattr(table, f"original_{slot}")
    return (getattr(table, f"reference_{slot}") or file) if file else ""


def _rows(candidates: tuple[Candidate, ...]) -> list[dict[str, Any]]:
    """The best candidates, without those whose value is a whole picture in a data address."""
    rows = [asdict(candidate) for candidate in candidates if len(candidate.value) < LONGEST]
    return rows[:EVIDENCE_ROWS]
