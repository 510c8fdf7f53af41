"""What each client supports, feature by feature: the table of caniemail.com, and what is newest in it.

Shipped as ``data/caniemail.json`` (MIT, its notice lies beside it); newer data that the user fetched wins. It is read
at the first question, which takes some milliseconds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast

import platformdirs

from templates.errors import InputError
from templates.files import read_text

SHIPPED = Path(__file__).parent / "data" / "caniemail.json"
NOTICE = "Feature support data: caniemail.com, MIT licence, (c) 2019 Rémi Parmentier, data of {date}."
"""Goes with every list of what a client supports; the whole licence lies beside the data."""

Code = Literal["y", "n", "a", "u"]
CODES = ("y", "n", "a", "u")

BORROWED: Mapping[str, str] = {
    "thunderbird/windows": "thunderbird/macos",  # one code base, and few features were tested on Windows
}
"""Columns that are nearly empty, and the one of the same client that fills them up."""

_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?\Z")


@dataclass(frozen=True, slots=True)
class Cell:
    """What was found about one feature in one client.

    ``code`` is y (supported), n (not), a (partly, see the notes) or u (unknown). ``version`` is the client's, or the
    month of the test where clients have no versions; ``date`` the day or month of the test; ``notes`` are numbers of
    the feature's notes.
    """

    code: Code
    version: str = ""
    notes: tuple[str, ...] = ()
    date: str = ""


UNKNOWN = Cell("u")


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of the table: ``tested`` is the day of its last test; ``stats`` are codes by family, platform, version."""

    slug: str
    title: str
    category: str
    url: str
    tested: str
    notes: Mapping[str, str]
    stats: Mapping[str, Mapping[str, Mapping[str, str]]]

    def cell(self, pair: str, version: str = "") -> Cell:
        """Return what is known of ``family/platform``: of ``version`` where it was tested, else of the newest."""
        family, _, platform = pair.partition("/")
        versions = self.stats.get(family, {}).get(platform, {})
        if not versions:
            return UNKNOWN
        newest = version if version in versions else list(versions)[-1]
        code, *notes = versions[newest].split()
        date = newest if _MONTH.match(newest) else self.tested
        return Cell(cast(Code, code), newest, tuple(note.lstrip("#") for note in notes), date)


@dataclass(frozen=True, eq=False)
class Table:
    """The whole table; ``updated`` is the day of the data."""

    updated: str
    features: Mapping[str, Feature]
    _columns: dict[tuple[str, str], Mapping[str, Cell]] = field(default_factory=dict, repr=False)

    def column(self, pair: str, version: str = "") -> Mapping[str, Cell]:
        """Return the cell of every feature for ``family/platform`` (see BORROWED), unknown ones too."""
        key = (pair, version)
        if key not in self._columns:
            cells = {slug: feature.cell(pair, version) for slug, feature in self.features.items()}
            other = BORROWED.get(pair)
            if other:
                lent = self.column(other)
                cells = {slug: lent[slug] if cell.code == "u" else cell for slug, cell in cells.items()}
            self._columns[key] = cells
        return self._columns[key]

    def pairs(self) -> set[str]:
        """Return every ``family/platform`` that something is said about."""
        return {
            f"{family}/{platform}"
            for feature in self.features.values()
            for family, platforms in feature.stats.items()
            for platform, versions in platforms.items()
            if versions
        }

    def known(self) -> int:
        """Return how many newest cells say more than unknown."""
        return sum(each.cell(pair).code != "u" for pair in self.pairs() for each in self.features.values())

    def notice(self) -> str:
        """Return the sentence that says whose data this is and of when."""
        return NOTICE.format(date=self.updated)


def own_file() -> Path:
    """Return where newer data of the user lies; it need not exist."""
    return platformdirs.user_data_path("mailwright", appauthor=False) / "caniemail.json"


def table() -> Table:
    """Return the table in use: the user's newer one, or the shipped one. Raises InputError when it is damaged."""
    own = own_file()
    try:
        return _table(own, own.stat().st_mtime_ns)
    except FileNotFoundError:
        return _table(SHIPPED, 0)


@lru_cache(maxsize=2)
def _table(path: Path, _changed: int) -> Table:
    return read_table(read_text(path), path)


def read_table(text: str, path: Path) -> Table:
    """Return the table of caniemail's JSON. Raises InputError naming the feature that is not as it should be."""
    try:
        document = json.loads(text)
        rows, updated = list(document["data"]), str(document["last_update_date"])[:10]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            "This is no table of caniemail.com.",
            advice="Expected is the file caniemail.json of its npm package or of its site.",
            place=path,
        ) from error
    return Table(updated, {feature.slug: feature for feature in (_feature(row, path) for row in rows)})


def _feature(row: Any, path: Path) -> Feature:
    try:
        return Feature(
            slug=row["slug"],
            title=row["title"].strip(),
            category=row["category"],
            url=row["url"],
            tested="-".join(part.zfill(2) for part in row["last_test_date"].split("-")),
            notes=row["notes_by_num"] or {},
            stats=row["stats"],
        )
    except (KeyError, TypeError, AttributeError) as error:
        slug = row.get("slug", "?") if isinstance(row, dict) else "?"
        raise InputError(
            "The feature {feature} of the caniemail table is not as expected: {missing}.",
            advice="The table may have another form now; the one in use stays.",
            place=path,
            feature=slug,
            missing=str(error),
        ) from error
