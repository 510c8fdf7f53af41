"""The starters: twenty templates to begin with, one folder each, found by listing this folder.

A starter is one ``template.mjml`` with ``@{slots}`` for its words, the words in ``strings.<language>.toml``, and data
sets in ``data/<name>.<language>.json``. Instantiating one writes an ordinary template into a workspace; no link stays.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from templates.errors import InputError
from templates.files import write_text
from templates.fill import fill
from templates.template_folder import META, MJML, TemplateFolder
from templates.toml_files import read_toml, updated_toml
from templates.workspace import Workspace

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "fr")
DATA_SETS = ("default", "minimal", "long")


class _Card(BaseModel):
    """``starter.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    format: int = 1
    number: int
    kind: str
    purpose: str = ""
    tags: tuple[str, ...] = ()
    title: dict[str, str]
    summary: dict[str, str]


@dataclass(frozen=True)
class Starter:
    """One starter: ``title`` and ``summary`` by language, ``number`` is its place in the set (from 1)."""

    name: str
    number: int
    kind: str
    purpose: str
    tags: tuple[str, ...]
    title: dict[str, str]
    summary: dict[str, str]

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return FOLDER / self.name


@lru_cache(maxsize=1)
def starters() -> tuple[Starter, ...]:
    """All starters, by number."""
    found = []
    for path in FOLDER.glob("*/starter.toml"):
        card = read_toml(path, _Card)
        found.append(
            Starter(path.parent.name, card.number, card.kind, card.purpose, card.tags, card.title, card.summary)
        )
    return tuple(sorted(found, key=lambda starter: starter.number))


def starter(name: str) -> Starter:
    """The starter of that name. Raises InputError."""
    for one in starters():
        if one.name == name:
            return one
    names = ", ".join(one.name for one in starters())
    raise InputError("There is no starter `{name}`.", advice="There are: {names}.", name=name, names=names)


def instantiate(workspace: Workspace, one: Starter, language: str, *, brand: str, name: str = "") -> TemplateFolder:
    """Write a starter as a template of ``workspace``, called ``<starter>.<language>`` unless ``name`` says otherwise.

    ``brand`` is the folder below ``brands/`` whose parts it includes. Raises InputError when there is a template of
    that name or the starter does not speak the language, StorageError when the disk refuses.
    """
    if language not in LANGUAGES:
        raise InputError(
            "The starters speak {known}, not `{language}`.", known=" and ".join(LANGUAGES), language=language
        )
    folder = workspace.root / "templates" / (name or f"{one.name}.{language}")
    if folder.exists():
        raise InputError("There is a template `{name}` already.", advice="Choose another name.", name=folder.name)
    words = _words(one, language, f"brands/{brand}")
    for data_set in DATA_SETS:
        source = one.folder / "data" / f"{data_set}.{language}.json"
        write_text(folder / "data" / f"{data_set}.json", fill(source.read_text("utf-8"), words, name=source.name))
    write_text(folder / META, updated_toml(NEW_META, _meta(one, language, brand), META))
    write_text(folder / MJML, starter_text(one, language, brand))  # last: from now on it is a template
    return TemplateFolder(folder, folder.name)


def starter_text(one: Starter, language: str, brand: str) -> str:
    """Return the text of a starter as ``instantiate`` writes it."""
    text = (one.folder / MJML).read_text("utf-8")
    return fill(text, _words(one, language, f"brands/{brand}"), name=MJML)


NEW_META = """\
# What this template is; the mail itself is template.mjml.
format = 1
kind = ""        # marketing, transactional or legal
purpose = ""
brand = ""       # a folder below brands/
group = ""       # the same mail in other languages has the same group
language = ""
tags = []
notes = ""
starter = ""
starter_version = 1
"""


def _meta(one: Starter, language: str, brand: str) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "purpose": one.purpose,
        "brand": brand,
        "group": one.name,
        "language": language,
        "tags": list(one.tags),
        "notes": one.summary[language],
        "starter": one.name,
    }


def _words(one: Starter, language: str, brand: str) -> dict[str, Any]:
    words = tomllib.loads((one.folder / f"strings.{language}.toml").read_text("utf-8"))
    return {**words, "language": language, "brand": brand}
