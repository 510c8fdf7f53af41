"""``brand.toml``: its shape, and the words for what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from tomlkit import TOMLDocument
from tomlkit.exceptions import ParseError

from templates.brand.font import DEFAULT
from templates.errors import Place, StorageError
from templates.files import read_text, write_text

FILE = "brand.toml"
FORMAT = 1
Hex = Field(pattern=r"^#[0-9a-fA-F]{6}$")


class _Table(BaseModel):
    """Keys of later versions, and a user's own, are let be."""

    model_config = ConfigDict(extra="allow", strict=True)


class ColourTable(_Table):
    """The two colours that everything else is derived from."""

    primary: str = Hex
    accent: str = Field(default="", pattern=r"^(?:#[0-9a-fA-F]{6})?$")


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
    reference_wide: str = ""
    reference_square: str = ""


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
    colour: ColourTable
    logo: LogoTable
    font: FontTable = FontTable()
    social: dict[str, str] = {}
    warnings: list[str] = []
    evidence: dict[str, list[EvidenceRow]] = {}
    parts: dict[str, str] = {}


def read_brand_file(folder: Path) -> tuple[BrandFile, TOMLDocument]:
    """Read and check the file. Raises StorageError with the file, the line, the key and what is expected there."""
    path = folder / FILE
    text = read_text(path)
    document = _parsed(text, path)
    try:
        return BrandFile.model_validate(document.unwrap()), document
    except ValidationError as error:
        first = error.errors()[0]
        keys = [str(key) for key in first["loc"]]
        raise StorageError(
            "The key {key} is not right: {expected}.",
            advice="Correct it in the file.",
            place=Place(str(path), line_of(text, keys)),
            key=".".join(keys),
            expected=_expected(first["type"], first["msg"], first.get("ctx", {})),
        ) from error


def read_document(folder: Path) -> TOMLDocument:
    """The file with its comments, or a new one with the opening comment. Raises StorageError for broken TOML."""
    path = folder / FILE
    if path.exists():
        return _parsed(read_text(path), path)
    document = tomlkit.document()
    document.add(tomlkit.comment("The brand kit of this company. Edit it by hand or in the window; templates follow."))
    document.add("format", tomlkit.item(FORMAT))
    return document


def write_document(folder: Path, document: TOMLDocument) -> None:
    """Write the file in one step. Raises StorageError."""
    write_text(folder / FILE, tomlkit.dumps(document))


def merge(table: Any, values: Mapping[str, Any]) -> None:
    """Set keys of a TOML table, inner tables too, and leave every other key and comment as it is."""
    for key, value in values.items():
        if isinstance(value, Mapping):
            if not isinstance(table.get(key), Mapping):
                table[key] = tomlkit.table()
            merge(table[key], value)
        elif key not in table or table[key] != value:
            table[key] = _item(value)


def _item(value: Any) -> Any:
    """Lists of tables as one inline table a line: evidence is read more often than it is edited."""
    if not isinstance(value, list):
        return value
    array = tomlkit.array().multiline(bool(value))
    for entry in value:
        if isinstance(entry, Mapping):
            row = tomlkit.inline_table()
            row.update(entry)
            array.append(row)
        else:
            array.append(entry)
    return array


def line_of(text: str, keys: list[str]) -> int | None:
    """The line of a key, or of the table that should have it; None when neither is in the text."""
    table, name = ".".join(key for key in keys[:-1] if not key.isdigit()), keys[-1]
    here, table_line = "", None
    for number, line in enumerate(text.splitlines(), 1):
        if match := re.match(r"\s*\[+\s*([\w.\"-]+)\s*\]+", line):
            here = match[1].replace('"', "")
            table_line = number if here == table else table_line
        elif here == table and re.match(rf"\s*\"?{re.escape(name)}\"?\s*=", line):
            return number
    return table_line


def _parsed(text: str, path: Path) -> TOMLDocument:
    try:
        return tomlkit.parse(text)
    except ParseError as error:
        raise StorageError(
            "This is not valid TOML: {reason}.",
            advice="Correct the line.",
            place=Place(str(path), error.line, error.col),
            reason=re.sub(r" at line \d+ col \d+$", "", str(error)).rstrip("."),
        ) from error


def _expected(kind: str, message: str, context: Mapping[str, Any]) -> str:
    """What should be there, in plain words."""
    pattern = str(context.get("pattern", ""))
    words = {
        "missing": "it is missing",
        "string_type": "a text in quotes is expected",
        "int_type": "a whole number is expected",
        "float_type": "a number is expected",
        "bool_type": "true or false is expected",
        "dict_type": "a table is expected",
        "model_type": "a table is expected",
        "list_type": "a list is expected",
        "string_too_short": "it must not be empty",
        "literal_error": f"{FORMAT} is expected; a newer Mailwright may have written this file",
    }
    if kind == "string_pattern_mismatch":
        return "a colour such as #1d5b4c is expected" if "0-9a-fA-F" in pattern else "a language such as en is expected"
    return words.get(kind) or message[0].lower() + message[1:]
