"""``brand.toml``: its shape, and how it is read and changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from templates.brand.texts.font import DEFAULT
from templates.files import read_text, write_text
from templates.toml_files import read_toml, updated_toml

FILE = "brand.toml"
OPENING = "# The brand kit of this company. Edit it by hand or in the window; templates follow.\nformat = 1\n"


class _Table(BaseModel):
    """Keys of later versions, and a user's own, are let be."""

    model_config = ConfigDict(extra="ignore", strict=True)


OPTIONAL_COLOUR = r"^(#[0-9a-fA-F]{6})?$"


class ColourTable(_Table):
    """The colours that everything else is derived from; an empty one is derived itself."""

    primary: str = Field(pattern=r"^#[0-9a-fA-F]{6}$")
    accent: str = Field(default="", pattern=OPTIONAL_COLOUR)
    button: str = Field(default="", pattern=OPTIONAL_COLOUR)
    link: str = Field(default="", pattern=OPTIONAL_COLOUR)
    background: str = Field(default="", pattern=OPTIONAL_COLOUR)
    text: str = Field(default="", pattern=OPTIONAL_COLOUR)


class LogoTable(_Table):
    """Files beside ``brand.toml``, and the CSS size that the wide ones are shown at."""

    wide: str
    wide_dark: str
    square: str
    width: int = Field(gt=0, le=600)
    height: int = Field(gt=0, le=600)
    dark_width: int = Field(gt=0, le=600)
    dark_height: int = Field(gt=0, le=600)
    drawn: bool = False
    original_wide: str = ""
    original_square: str = ""
    original_dark: str = ""
    reference_wide: str = ""
    reference_square: str = ""
    reference_dark: str = ""


class FontTable(_Table):
    """CSS stacks, and the style sheet of a web font."""

    heading: str = DEFAULT
    body: str = DEFAULT
    url: str = ""


class EvidenceRow(_Table):
    """One candidate of one field."""

    value: str
    source: str
    score: float = Field(ge=0, le=1)
    locator: str = ""


class BrandFile(_Table):
    """The whole file."""

    format: Literal[1]
    site: str = ""
    name: str = Field(min_length=1)
    legal: str = ""
    address: str = ""
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}$")
    radius: int = Field(default=8, ge=0, le=40)
    warnings: list[str] = []
    colour: ColourTable
    font: FontTable = FontTable()
    social: dict[str, str] = {}
    logo: LogoTable
    evidence: dict[str, list[EvidenceRow]] = {}
    parts: dict[str, str] = {}
    written: dict[str, str] = {}


def read_brand_file(folder: Path) -> BrandFile:
    """Read and check the file. InputError names the file, the line, the key and what is expected; StorageError."""
    return read_toml(folder / FILE, BrandFile)


def change_brand_file(folder: Path, changes: Mapping[str, Any]) -> None:
    """Set keys (None removes one) and keep comments and all other keys; a new file opens with a comment."""
    path = folder / FILE
    text = read_text(path) if path.exists() else OPENING
    write_text(path, updated_toml(text, changes, str(path)))
