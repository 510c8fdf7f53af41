"""A brand on disk: ``brand.toml`` with its logos beside, and the few values that people change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from templates.brand.brand_file import LogoTable, merge, read_brand_file, read_document, write_document
from templates.brand.contrast import parse_hex
from templates.brand.evidence import Candidate
from templates.brand.font import Font
from templates.brand.logo_file import LogoFile, media_type
from templates.brand.logo_png import make_logos
from templates.brand.networks import NETWORKS
from templates.brand.palette import Palette, palettes
from templates.brand.raster import checked_logo
from templates.errors import InputError
from templates.files import storage_errors, write_bytes

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

    from templates.brand.fetch import Fetcher
    from templates.brand.kit import BrandKit

USER = "user"  # source of a value that a person chose: no extraction replaces it
SUFFIXES = {"image/svg+xml": "svg", "image/jpeg": "jpg", "image/x-icon": "ico"}
EVIDENCE_ROWS = 5
LONGEST = 2000
TEXTS = ("site", "name", "legal", "address", "language")
#: Fields whose place in the file is not their own name at the top.
TABLES = {
    "primary": "colour/primary",
    "accent": "colour/accent",
    "font_heading": "font/heading",
    "font_body": "font/body",
    "font_url": "font/url",
}
FIELDS = {name: name for name in (*TEXTS, "radius", *TABLES)}
LOGO_FIELDS = {"wide": "logo_wide", "square": "logo_square"}
KNOWN = (*FIELDS, "logo", "logo_square", *NETWORKS)
ROW = {"value", "source", "score", "locator"}


@dataclass(frozen=True)
class StoredLogo:
    """Files in the brand's folder, and the CSS size that the wide ones are shown at. ``drawn``: set in type by us."""

    wide: Path
    wide_dark: Path
    square: Path
    width: int
    height: int
    dark_width: int
    dark_height: int
    drawn: bool


@dataclass(frozen=True)
class StoredBrand:
    """What ``brand.toml`` says, checked; ``evidence`` holds the candidates by field."""

    folder: Path
    site: str
    name: str
    legal: str
    address: str
    language: str
    primary: str
    accent: str
    font: Font
    radius: int
    socials: Mapping[str, str]
    logo: StoredLogo
    evidence: Mapping[str, tuple[Candidate, ...]]
    warnings: tuple[str, ...]

    @property
    def palettes(self) -> tuple[Palette, Palette]:
        """The light and the dark palette."""
        return palettes(self.primary, self.accent)


def save_brand(kit: BrandKit, folder: Path) -> None:
    """Write a kit into its folder: ``brand.toml``, the logos' originals, and the PNGs made from them.

    Over an older ``brand.toml`` it keeps comments, unknown keys and every value that a person chose. Raises StorageError.
    """
    document = read_document(folder)
    chosen = {field for field, rows in document.get("evidence", {}).items() if any(row.get("source") == USER for row in rows)}
    originals = dict(kit.logo_files)
    for slot, file in _originals(folder, document).items():
        if LOGO_FIELDS[slot] in chosen:
            originals[slot] = file
    for field, value in _values(kit).items():
        if field not in chosen:
            merge(document, _nested(field, value))
    merge(document, {"warnings": list(kit.warnings)})
    _write_logos(folder, document, originals)
    merge(document, {"evidence": {field: _rows(rows) for field, rows in kit.candidates.items() if rows and field not in chosen}})
    write_document(folder, document)


def load_brand(folder: Path) -> StoredBrand:
    """Read the brand in ``folder``. A damaged file raises StorageError with file, line, key and what is expected."""
    file, _ = read_brand_file(folder)
    return StoredBrand(
        folder=folder,
        site=file.site,
        name=file.name,
        legal=file.legal,
        address=file.address,
        language=file.language,
        primary=file.colour.primary.lower(),
        accent=file.colour.accent.lower(),
        font=Font(file.font.heading, file.font.body, file.font.url),
        radius=file.radius,
        socials={network: url for network, url in file.social.items() if url},
        logo=_stored_logo(folder, file.logo),
        evidence={field: tuple(Candidate(**row.model_dump(include=ROW)) for row in rows) for field, rows in file.evidence.items()},
        warnings=tuple(file.warnings),
    )


def update_brand(folder: Path, *, fetcher: Fetcher | None = None, **changes: Any) -> StoredBrand:
    """Change values as a person does, make the logos again where they depend on it, and return the brand.

    ``changes`` are: name, site, legal, address, language (text); primary, accent (a colour; accent may be ""); radius (CSS
    pixels); font_heading, font_body, font_url; a network such as facebook (its profile's URL, "" removes it); logo and
    logo_square (bytes, a Path, or a path or URL as text; "" goes back to a drawn one). Each is remembered as a person's
    choice. Raises InputError for a value that is not usable, FetchError, StorageError; then nothing is changed.
    """
    _, document = read_brand_file(folder)
    originals = _originals(folder, document)
    for name, value in changes.items():
        if name in {"logo", "logo_square"}:
            _change_logo(originals, "square" if name == "logo_square" else "wide", value, fetcher)
            field = LOGO_FIELDS["square" if name == "logo_square" else "wide"]
        else:
            field = FIELDS.get(name) or (f"socials.{name}" if name in NETWORKS else "")
            if not field:
                raise InputError("A brand has no value {name}.", advice="Use one of {known}.", name=name, known=", ".join(KNOWN))
            value = _checked(name, value)
            merge(document, _nested(field, value))
        merge(document, {"evidence": {field: [{"value": value if isinstance(value, str) else "", "source": USER, "score": 1.0}]}})
    if changes.keys() & {"name", "primary", "accent", "logo", "logo_square"}:
        _write_logos(folder, document, originals)
    write_document(folder, document)
    return load_brand(folder)


def record_hashes(folder: Path, hashes: Mapping[str, str]) -> None:
    """Remember the hash of each generated part, so that one edited by hand is recognised."""
    document = read_document(folder)
    document["parts"] = dict(sorted(hashes.items()))
    write_document(folder, document)


def recorded_hashes(folder: Path) -> dict[str, str]:
    """The hashes that ``record_hashes`` wrote; {} for a new brand."""
    return {str(name): str(value) for name, value in read_document(folder).get("parts", {}).items()}


def _values(kit: BrandKit) -> dict[str, Any]:
    """The kit's values by field, in the order in which the file shows them."""
    values: dict[str, Any] = {name: getattr(kit, name) for name in TEXTS}
    values["name"] = kit.name or kit.site.rpartition("/")[2] or "Company"
    values |= {"radius": kit.radius, "primary": kit.primary, "accent": kit.accent}
    values |= {"font_heading": kit.font.heading, "font_body": kit.font.body, "font_url": kit.font.url}
    return values | {f"socials.{network}": url for network, url in kit.socials.items()}


def _nested(field: str, value: Any) -> dict[str, Any]:
    """Where a field stands in the file."""
    table, _, key = TABLES.get(field, field).rpartition("/")
    if field.startswith("socials."):
        table, key = "social", field.removeprefix("socials.")
    return {table: {key: value}} if table else {key: value}


def _checked(name: str, value: Any) -> Any:
    """A person's value, in the form the file holds. Raises InputError."""
    if name in {"primary", "accent"}:
        return parse_hex(value) if value or name == "primary" else ""
    if name == "radius":
        if not isinstance(value, int) or not 0 <= value <= 40:
            raise InputError("The corner radius is a number of pixels from 0 to 40.")
        return value
    text = str(value).strip()
    if name == "name" and not text:
        raise InputError("A brand needs a name.")
    if name in NETWORKS and text and not text.startswith(("https://", "http://")):
        raise InputError("{text} is not the address of a profile.", advice="Copy it from the browser, with https://.", text=text)
    return text


def _change_logo(originals: dict[str, LogoFile], slot: str, value: Any, fetcher: Fetcher | None) -> None:
    if value in ("", b"", None):
        originals.pop(slot, None)
        return
    data = bytes(value) if isinstance(value, bytes | bytearray) else _picture(str(value), fetcher)
    checked_logo(data)
    originals[slot] = LogoFile("" if isinstance(value, bytes | bytearray) else str(value), data, media_type(data))


def _picture(source: str, fetcher: Fetcher | None) -> bytes:
    """The bytes of a file or, for a URL, of what is fetched there."""
    if source.startswith(("http://", "https://")):
        from templates.brand.fetch import HttpFetcher  # the network's libraries load only when they are used

        if fetcher is not None:
            return fetcher.fetch(source, "image").data
        with HttpFetcher() as http:
            return http.fetch(source, "image").data
    path = Path(source).expanduser()
    with storage_errors(path):
        return path.read_bytes()


def _originals(folder: Path, document: TOMLDocument) -> dict[str, LogoFile]:
    """The logos' originals that the file names and the folder still has."""
    table = document.get("logo", {})
    names = {slot: str(table.get(f"original_{slot}", "")) for slot in LOGO_FIELDS}
    files = {}
    for slot, name in names.items():
        path = folder / Path(name).name
        if name and path.is_file():
            with storage_errors(path):
                data = path.read_bytes()
            files[slot] = LogoFile(str(table.get(f"reference_{slot}", "")), data, media_type(data))
    return files


def _write_logos(folder: Path, document: TOMLDocument, originals: Mapping[str, LogoFile]) -> None:
    """Make the PNGs, write them and the originals, and note their names and sizes in the document."""
    colours = document["colour"]
    logos = make_logos(str(document["name"]), str(colours["primary"]).lower(), str(colours.get("accent", "")).lower(), originals)
    for name, data in (("logo-wide.png", logos.wide), ("logo-wide-dark.png", logos.wide_dark), ("logo-square.png", logos.square)):
        write_bytes(folder / name, data)
    values: dict[str, Any] = {"wide": "logo-wide.png", "wide_dark": "logo-wide-dark.png", "square": "logo-square.png"}
    values |= {name: getattr(logos, name) for name in ("width", "height", "dark_width", "dark_height", "drawn")}
    for slot in LOGO_FIELDS:
        file = originals.get(slot)
        name = f"logo-{slot}-original.{_suffix(file.media_type)}" if file else ""
        if file:
            write_bytes(folder / name, file.data)
        values |= {f"original_{slot}": name, f"reference_{slot}": file.reference if file else ""}
    merge(document, {"logo": values})


def _suffix(media_type: str) -> str:
    return SUFFIXES.get(media_type) or media_type.rpartition("/")[2]


def _stored_logo(folder: Path, table: LogoTable) -> StoredLogo:
    return StoredLogo(
        wide=folder / table.wide,
        wide_dark=folder / table.wide_dark,
        square=folder / table.square,
        width=table.width,
        height=table.height,
        dark_width=table.dark_width,
        dark_height=table.dark_height,
        drawn=table.drawn,
    )


def _rows(candidates: tuple[Candidate, ...]) -> list[dict[str, Any]]:
    """The best candidates, without those whose value is a whole picture in a data address."""
    rows = [asdict(candidate) for candidate in candidates if len(candidate.value) < LONGEST]
    return rows[:EVIDENCE_ROWS]
