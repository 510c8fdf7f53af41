"""A brand kit from a logo file and nothing else: its colours, its shape, and the name that its file has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from templates.brand.brand_kit import BrandKit
from templates.brand.colours.brand_colours import NEUTRAL
from templates.brand.colours.contrast import chromatic
from templates.brand.colours.logo_colour import logo_colours
from templates.brand.colours.oklch import hue_distance
from templates.brand.evidence import Candidate, best_first, chosen
from templates.brand.logos.logo_file import SHAPES, LogoFile, media_type
from templates.brand.logos.raster import MAX_BYTES, checked_logo
from templates.brand.reading.words import words
from templates.brand.texts.font import Font
from templates.files import storage_errors

SOURCE = "logo file"
RADIUS = 8
TWO_COLOURS = 20  # CIEDE2000 from which a logo's second colour is one of its own and no shade
#: What files of logos are called besides the company's name.
FILE_WORDS = words("logo-file-words")
#: A copy's or a version's number, a size in pixels; other numbers belong to names (Studio 54).
VERSION = re.compile(r"v\d+|\d|\d{3,4}|16|24|32|48|64|72|96|\d+x\d+|\d+(?:px|dpi)|\dx", re.I)
PICTURE_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\0\0\x01\0", b"BM")
#: What may stand before the root of an SVG, and how it ends: a declaration, a comment, a document type.
DECORATION = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!", b">"))


def is_picture(file: Path) -> bool:
    """Whether a file's first bytes are those of a picture; its name is never asked. Raises StorageError."""
    with storage_errors(file), file.open("rb") as opened:
        head = opened.read(65536)
    return head.startswith(PICTURE_MAGIC) or head[8:12] in {b"WEBP", b"avif"} or _root(head).startswith(b"<svg")


def kit_of_logo(file: Path) -> BrandKit:
    """The kit of a company of which there is only its logo. Raises InputError for what cannot be one, StorageError."""
    with storage_errors(file), file.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    file = file.resolve()
    logo = LogoFile(str(file), data, media_type(data))
    name = name_of_file(file.stem)
    names = (Candidate(name, "file name", 0.5, str(file)),) if name else ()
    return kit_of_few({"name": names, **logo_fields(logo, slot_of(logo))}, {slot_of(logo): logo})


def slot_of(logo: LogoFile) -> str:
    """The slot that a logo's shape is for: "wide" or "square". Raises InputError for what cannot be a logo."""
    picture = checked_logo(logo.data)
    return "wide" if picture.width / picture.height > SHAPES["square"][1] else "square"


def logo_fields(logo: LogoFile, slot: str) -> dict[str, tuple[Candidate, ...]]:
    """The candidates that a logo gives: itself for its slot, and its colours for two roles."""
    colours = [replace(one, source=SOURCE) for one in logo_colours(logo.data, logo.reference)]
    coloured = best_first(one for one in colours if chromatic(one.value)) or tuple(colours)
    seconds = [one for one in coloured[1:] if hue_distance(one.value, coloured[0].value) > TWO_COLOURS]
    greys = tuple(one for one in colours if one not in coloured)
    return {
        f"logo_{slot}": (Candidate(logo.reference, SOURCE, 0.95, logo.reference),),
        "primary": coloured + greys,
        "accent": tuple(seconds),
    }


def kit_of_few(fields: Mapping[str, tuple[Candidate, ...]], files: Mapping[str, LogoFile]) -> BrandKit:
    """A kit of the fields that are known; all others are empty, as the generator fills them."""
    socials = {field: found for field, found in fields.items() if field.startswith("socials.") and found}
    first = {field: chosen(found) for field, found in fields.items()}
    return BrandKit(
        site=first.get("site", ""),
        name=first.get("name", ""),
        legal=first.get("legal", ""),
        address=first.get("address", ""),
        language=first.get("language") or "en",
        logo_wide=first.get("logo_wide", ""),
        logo_square=first.get("logo_square", ""),
        primary=first.get("primary") or NEUTRAL,
        accent=first.get("accent", ""),
        button=first.get("button", ""),
        font=Font(),
        radius=RADIUS,
        socials={field.removeprefix("socials."): chosen(found) for field, found in socials.items()},
        candidates=dict(fields),
        logo_files=dict(files),
        warnings=(),
    )


def name_of_file(stem: str) -> str:
    """The company's name in a file's: ``acme-logo-rgb`` is Acme; "" when the file says only what it holds."""
    pieces = [piece for piece in re.split(r"[\s_.,()@+-]+", unicodedata.normalize("NFC", stem)) if piece]
    pieces = [piece for place, piece in enumerate(pieces) if not (place and VERSION.fullmatch(piece))]
    kept = [word for piece in pieces for word in _without_kind(piece)]
    return " ".join(word if word != word.lower() else word[0].upper() + word[1:] for word in kept)


def _without_kind(piece: str) -> list[str]:
    """A piece of a file's name without the words for kinds of logos; ``AcmeLogo`` is two words, ``BlueAcorn`` one."""
    parts = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", piece).split()
    kept = [part for part in parts if part.casefold() not in FILE_WORDS]
    return ["".join(kept)] if kept else []


def _root(head: bytes) -> bytes:
    """The text from the root element on: behind the declaration, comments and the document type."""
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    while end := next((end for mark, end in DECORATION if head.startswith(mark)), b""):
        before, _, rest = head.partition(end)
        if end == b">" and b"[" in before:  # a document type with entities of its own
            rest = head.partition(b"]")[2].partition(b">")[2]
        head = rest.lstrip()
    return head
