"""The blocks of the palette: one file a block, found by listing this folder.

A file is a comment in TOML (what the block is, its words and its sample data in each language) and one section of MJML
with ``@{slots}`` for the words. Inserting a block puts plain MJML into a template; no link stays.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from templates.blocks.component import component_of
from templates.errors import InputError
from templates.fill import fill
from templates.toml_files import fit

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "fr")
#: Where a block stands in the palette; the order is that of a mail and of the work on it.
GROUPS = ("structure", "text", "media", "action", "commerce", "people", "footer")

_OPENING, _CLOSING = "<!-- mailwright block\n", "\n-->\n"
_MONTHS = {
    "en": "January,February,March,April,May,June,July,August,September,October,November,December",
    "fr": "janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre",
}


class _Card(BaseModel):
    """The comment at the beginning of a block's file; every table is by language."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    group: str
    order: int
    title: dict[str, str]
    description: dict[str, str]
    keywords: dict[str, str]
    words: dict[str, dict[str, str]] = {}
    data: dict[str, dict[str, Any]] = {}


@dataclass(frozen=True)
class Block:
    """One block. ``title``, ``description`` and ``keywords`` (for the search) are by language.

    ``mjml`` holds slots: use ``source``. ``order`` is the place in its ``group``.
    """

    id: str
    group: str
    order: int
    title: Mapping[str, str]
    description: Mapping[str, str]
    keywords: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    samples: Mapping[str, Mapping[str, Any]]
    mjml: str

    def source(self, language: str) -> str:
        """The MJML to insert, its words in ``language``; English where the blocks do not speak it."""
        return fill(self.mjml, self.words.get(_spoken(language), {}), name=f"{self.id}.mjml").strip()

    def component(self, language: str) -> str | None:
        """The MJML to put into a column; None for a block that is more than a few components."""
        return component_of(self.source(language))

    def data(self, language: str, *, today: date, brand: str) -> dict[str, Any]:
        """What the block's variables stand for until there is real data: an object of JSON.

        ``brand`` is the folder with the brand's pictures, ``brands/acme``; dates are counted from ``today``: in a
        sample ``@{iso.9}`` is the date in nine days and ``@{day.9}`` the same as people write it.
        """
        spoken = _spoken(language)
        days = {str(number): today + timedelta(days=number) for number in range(61)}
        slots = {
            "brand": brand,
            "iso": {number: day.isoformat() for number, day in days.items()},
            "day": {number: _written(day, spoken) for number, day in days.items()},
        }
        filled: dict[str, Any] = _filled(self.samples.get(spoken, {}), slots, self.id)
        return filled


def _spoken(language: str) -> str:
    return language if language in LANGUAGES else LANGUAGES[0]


def _written(day: date, language: str) -> str:
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {_MONTHS[language].split(',')[day.month - 1]}"


def _filled(value: Any, slots: Mapping[str, object], name: str) -> Any:
    if isinstance(value, str):
        return fill(value, slots, name=f"{name}.mjml")
    if isinstance(value, Mapping):
        return {key: _filled(item, slots, name) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, slots, name) for item in value]
    return value


@lru_cache(maxsize=1)
def blocks() -> tuple[Block, ...]:
    """All blocks in the order of the palette. Raises InputError for a file that is no block."""
    found = [parse_block(path.stem, path.read_text("utf-8")) for path in FOLDER.glob("*.mjml")]
    return tuple(sorted(found, key=lambda block: (GROUPS.index(block.group), block.order, block.id)))


def block(id_: str) -> Block:
    """The block of that id. Raises InputError."""
    found = next((one for one in blocks() if one.id == id_), None)
    if found is None:
        raise InputError("There is no block `{name}`.", name=id_)
    return found


def block_of(source: str) -> tuple[Block, str] | None:
    """Return the block and the language whose ``source`` or ``component`` this is: a drop then knows what it brings."""
    return _by_source().get(source.strip())


def section_of(component: str) -> str | None:
    """Return the whole section of the block whose ``component`` this is; None when it is none."""
    found = block_of(component)
    whole = found[0].source(found[1]) if found else None
    return whole if whole != component.strip() else None


@lru_cache(maxsize=1)
def _by_source() -> dict[str, tuple[Block, str]]:
    found = [(one, language) for one in blocks() for language in reversed(LANGUAGES)]
    components = {part: (one, language) for one, language in found if (part := one.component(language))}
    return components | {one.source(language): (one, language) for one, language in found}


def parse_block(id_: str, text: str) -> Block:
    """Return the block that a file's ``text`` describes. Raises InputError when the comment is missing or wrong."""
    head, closing, mjml = text.partition(_CLOSING)
    if not head.startswith(_OPENING) or not closing:
        raise InputError("The block `{name}` does not begin with its description.", name=id_)
    try:
        document = tomllib.loads(head.removeprefix(_OPENING))
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            "The description of the block `{name}` cannot be read: {reason}.", name=id_, reason=error
        ) from error
    card = fit(document, _Card, f"{id_}.mjml")
    if card.group not in GROUPS:
        raise InputError("The block `{name}` is in no group of the palette.", name=id_)
    return Block(id_, card.group, card.order, card.title, card.description, card.keywords, card.words, card.data, mjml)
