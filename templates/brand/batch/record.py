"""``batch.json``: what became of each company of a folder, for programs and for the next run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from templates.brand.batch.listing import Entry
from templates.brand.batch.run import Row
from templates.brand.brand_file import FILE as BRAND
from templates.brand.domain import normalise
from templates.brand.doubts import doubtful
from templates.brand.store import StoredBrand, load_brand
from templates.errors import InputError, MailwrightError
from templates.files import write_text
from templates.generate import slug_from
from templates.json_files import read_data

FILE = "batch.json"


class Record:
    """The results of all runs into the folder ``out``, by the companies' keys.

    ``explain`` makes a person's sentence of a failure: it is kept, because a later run shows it too.
    """

    def __init__(self, out: Path, explain: Callable[[MailwrightError], str] = str) -> None:
        self._out, self._explain = out.resolve(), explain  # workspaces say where they are with links followed
        self.companies: dict[str, dict[str, Any]] = _former(out / FILE)

    def folders(self, entries: Sequence[Entry]) -> dict[str, str]:
        """The folder of each company by its key: the one that it had before, else one that no other company has."""
        known = {key: str(row["folder"]) for key, row in self.companies.items()}
        taken = set(known.values())
        for entry in entries:
            if entry.key not in known:
                known[entry.key] = _free(_wanted(entry), taken)
                taken.add(known[entry.key])
        return {entry.key: known[entry.key] for entry in entries}

    def add(self, row: Row, folder: str) -> None:
        """Put a company's result in, and write the file. Raises StorageError."""
        if row.state == "stopped" and row.entry.key in self.companies:
            return  # what an earlier run found is worth more than that this one was stopped
        entry, error = row.entry, row.error
        said: dict[str, Any] = {"key": entry.key, "source": entry.source, "folder": folder, "state": row.state}
        said["error"] = self._failure(error) if error else None
        if row.made is not None:
            brand = row.made.brand_folder
            said |= {"brand": brand.relative_to(self._out).as_posix(), "templates": row.made.templates}
            said |= _values(load_brand(brand))
        self.companies[entry.key] = said
        self._write()

    def refresh(self) -> None:
        """Describe the brands as they are now. Raises StorageError."""
        for row in self.companies.values():
            with suppress(InputError):  # a brand that was damaged by hand: the review says so
                row |= _values(load_brand(self._out / row["brand"])) if row.get("brand") else {}
        self._write()

    def brand_folders(self) -> list[Path]:
        """The brands of all companies that are there, in the order of their folders."""
        brands = [self._out / str(row["brand"]) for row in self._rows() if row.get("brand")]
        return [folder for folder in brands if (folder / BRAND).is_file()]

    def failures(self) -> list[tuple[str, str]]:
        """Each company that could not be set up, and why."""
        return [(str(row["source"]), str(row["error"]["said"])) for row in self._rows() if row.get("error")]

    def _failure(self, error: MailwrightError) -> dict[str, str]:
        kind, said = type(error).__name__, self._explain(error)
        return {"kind": kind, "what": error.what, "advice": error.advice, "said": said}

    def _rows(self) -> list[dict[str, Any]]:
        return sorted(self.companies.values(), key=lambda row: str(row["folder"]))

    def _write(self) -> None:
        document = {"format": 1, "companies": self._rows()}
        write_text(self._out / FILE, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _values(brand: StoredBrand) -> dict[str, Any]:
    return {
        "name": brand.name,
        "site": brand.site,
        "primary": brand.primary,
        "accent": brand.accent,
        "language": brand.language,
        "logo_drawn": brand.logo.drawn,
        "socials": dict(brand.socials),
        "doubts": [{"field": one.field, "reason": one.reason, "value": one.value} for one in doubtful(brand)],
        "warnings": list(brand.warnings),
    }


def _former(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of earlier runs; none when the file is damaged: it is made anew, and the workspaces are what counts."""
    if not path.is_file():
        return {}
    try:
        rows: object = read_data(path).get("companies")
    except InputError:
        return {}
    usable = [row for row in rows if _usable(row)] if isinstance(rows, list) else []
    return {str(row["key"]): dict(row) for row in usable}


def _usable(row: object) -> bool:
    """Whether a row names a company, a plain folder, and a brand in it: people may edit the file."""
    if not isinstance(row, Mapping):
        return False
    folder, brand, error = row.get("folder"), row.get("brand", ""), row.get("error")
    named = all(isinstance(row.get(name), str) for name in ("key", "source", "folder"))
    inside = brand == "" or re.fullmatch(rf"{re.escape(str(folder))}/brands/[\w-]+", str(brand)) is not None
    explained = error is None or (isinstance(error, Mapping) and "said" in error)
    return named and folder == slug_from(str(folder)) and inside and explained


def _wanted(entry: Entry) -> str:
    """A folder that people recognise: the domain's own letters, or what the file or its folder is called."""
    path = Path(entry.key)
    if path.is_absolute():
        return slug_from(path.parent.name if path.stem.lower() == "index" else path.stem)
    return slug_from(normalise(entry.source).shown.replace(".", "-"))


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted[:36].strip('-')}-{number}"  # a slug itself, or the record would not be read again
    return name
