"""A list of companies to set up: one domain, address or path a line, or a table with a header."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from templates.brand.domain import normalise
from templates.brand.opening.encoding import decoded, is_binary
from templates.brand.opening.sources import local_path, looks_like_path
from templates.errors import InputError, Place
from templates.files import storage_errors

LIST_BYTES = 1_000_000
MOST_COMPANIES = 1_000
#: What the columns of a table are called, in the languages that people write lists in.
COLUMNS = {
    "domain": "source",
    "domaine": "source",
    "source": "source",
    "site": "source",
    "url": "source",
    "website": "source",
    "name": "name",
    "nom": "name",
    "base_url": "base_url",
}


@dataclass(frozen=True)
class Entry:
    """One company: ``line`` is its line in the list (from 1), ``source`` what ``extract_brand`` takes.

    ``key`` tells companies apart: the registrable domain, or the path of a file. ``name`` and ``base_url`` are "" where
    the list leaves them to the page.
    """

    line: int
    source: str
    key: str
    name: str = ""
    base_url: str = ""


@dataclass(frozen=True)
class BatchList:
    """``entries`` can be set up; ``problems`` say with file and line which lines cannot, and why."""

    entries: tuple[Entry, ...]
    problems: tuple[InputError, ...] = ()


def read_list(path: Path) -> BatchList:
    """Read a list: ``#`` begins a comment, empty lines are skipped.

    A first line with a column ``domain`` (or source, site, url) makes it a table, with ``name`` and ``base_url`` where
    they are known; columns are parted by commas, semicolons or tabs. Paths begin where the list lies. A line that
    cannot be used, or names a company that was there before, is a problem and no exception. Raises InputError for what
    is no list, StorageError.
    """
    return list_of(_text(path), path)


def list_of(text: str, path: Path) -> BatchList:
    """The same for a text; ``path`` is the file that it is, or could be. Raises InputError."""
    entries: dict[str, Entry] = {}
    problems: list[InputError] = []
    for line, cells in _rows(text, path):
        try:
            entry = _entry(line, cells, path)
            first = entries.setdefault(entry.key, entry)
            if first is not entry:
                raise InputError("{source} is in line {line} already.", source=entry.source, line=first.line)
            if len(entries) > MOST_COMPANIES:
                raise InputError("A list has at most {most} companies.", advice="Part it.", most=MOST_COMPANIES)
        except InputError as error:
            error.place = Place(str(path), line)
            problems.append(error)
    return BatchList(tuple(entries.values())[:MOST_COMPANIES], tuple(problems))


def _text(path: Path) -> str:
    with storage_errors(path), path.open("rb") as file:
        data = file.read(LIST_BYTES + 1)
    if is_binary(data):
        raise InputError(
            "This file is no list of companies.", advice="Write a text file with one domain a line.", place=path
        )
    if len(data) > LIST_BYTES:
        raise InputError("This file is too large: at most {most} MB are read.", place=path, most=1)
    return decoded(data)


def _rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield the number of each line that says something, and its cells by what they mean."""
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line and not line.startswith("#")]
    if not lines:
        raise InputError("There is no company in this list.", advice="Write one domain a line.", place=path)
    header, delimiter = _header(lines[0][1])
    for number, line in lines[1:] if header else lines:
        cells = _cells(line, delimiter) if header else [line.partition(" #")[0].strip()]
        yield number, dict(zip(header or ["source"], cells, strict=False))


def _header(line: str) -> tuple[list[str], str]:
    """What the columns mean, "" for one that is not known, and what parts them; [] when the line is no header."""
    for delimiter in ",;\t":
        names = [COLUMNS.get(cell.casefold(), "") for cell in _cells(line, delimiter)]
        if "source" in names:
            return names, delimiter
    return [], ","


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:  # a cell longer than any line should be
        return []


def _entry(line: int, cells: Mapping[str, str], path: Path) -> Entry:
    source, base_url = cells.get("source", ""), cells.get("base_url", "")
    if base_url:
        normalise(base_url)
    name = " ".join(cells.get("name", "").split())
    file = local_path(str(path.parent / Path(source).expanduser())) if source else None
    if file is not None:
        return Entry(line, str(file), str(file.resolve()), name, base_url)
    if looks_like_path(source):
        raise InputError("There is no file or folder {path}.", advice="Check the path.", path=source)
    return Entry(line, source, normalise(source).domain, name, base_url)
