"""Versions of a template for A/B tests: up to ten, each with a letter and a name.

They are plain files in the template's folder, so that they travel with it, and any tool can compare and keep them:
``versions/b.mjml``, ``versions/b.txt`` where it has a plain text of its own, and ``versions/versions.toml`` with the
names. The version that is open is ``template.mjml`` itself: previews and exports show it, and there is no second copy
of it that could be older.

The functions are pure: they read the files through ``side`` and return what to write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from templates.errors import InputError, LimitError
from templates.snapshot import Snapshot
from templates.toml_files import parse_toml, updated_toml

LETTERS = "abcdefghij"
FOLDER = "versions/"
INDEX = f"{FOLDER}versions.toml"
LONGEST_NAME = 60
_TEXT_PART = "template.txt"
_NEW = """\
# Versions for A/B tests. The one that is open is template.mjml itself, the others lie beside this file.
format = 1
open = ""

[names]
"""

ReadSide = Callable[[str], str | None]


@dataclass(frozen=True)
class AbVersion:
    """One version; ``letter`` is ``a`` to ``j``."""

    letter: str
    name: str
    is_open: bool


@dataclass(frozen=True)
class Changed:
    """What to write: the template's text (None: it stays) and other files of it (None: no such file)."""

    text: str | None = None
    sides: Mapping[str, str | None] = field(default_factory=dict)


def _letters_only(value: object) -> object:
    """Whatever else stands there was written by hand, and names no file of ours."""
    return {key: name for key, name in value.items() if key in set(LETTERS)} if isinstance(value, dict) else value


class _Index(BaseModel):
    model_config = ConfigDict(frozen=True)
    format: int = 1
    open: str = ""
    names: Annotated[dict[str, str], BeforeValidator(_letters_only)] = {}


def ab_versions(side: ReadSide) -> tuple[AbVersion, ...]:
    """Return the versions by their letters; none for a template that has no others. Raises InputError, StorageError."""
    names, opened = _index(side).names, _opened(side)
    others = _put_away(side, opened)
    if not others:
        return ()
    return tuple(
        AbVersion(letter, names.get(letter, ""), letter == opened)
        for letter in LETTERS
        if letter == opened or letter in others
    )


def ab_snapshot(side: ReadSide, text: str, letter: str) -> Snapshot:
    """Return a version's text and plain text; ``text`` is the template's. Raises InputError when there is none."""
    if _one(side, letter).is_open:
        found, text_part = text, side(_TEXT_PART)
    else:
        found, text_part = side(_file(letter)) or "", side(_file(letter, "txt"))
    return Snapshot(found, {} if text_part is None else {_TEXT_PART: text_part})


def add_version(side: ReadSide, text: str, name: str, *, first_name: str) -> Changed:
    """Make a copy of what is open the next version, and open it; ``first_name`` names what was there before.

    Raises LimitError for the eleventh.
    """
    opened, others = _opened(side), _put_away(side, _opened(side))
    free = [letter for letter in LETTERS if letter != opened and letter not in others]
    if not free or not opened:
        raise _full()
    names: dict[str, str | None] = {free[0]: _clean(name)}
    if not others:
        names[opened] = _clean(first_name)
    return Changed(None, {**_put_aside(side, text, opened), **_written(side, names, free[0])})


def open_version(side: ReadSide, text: str, letter: str) -> Changed:
    """Put the open version aside and make another one the template's text. Raises InputError."""
    if _one(side, letter).is_open:
        raise _missing(letter)
    before = _opened(side)
    if not before:
        raise _full()
    return Changed(
        side(_file(letter)),
        {
            **_gone(letter),
            **_put_aside(side, text, before),
            _TEXT_PART: side(_file(letter, "txt")),
            **_written(side, {}, letter),
        },
    )


def rename_version(side: ReadSide, letter: str, name: str) -> Changed:
    """Give a version another name. Raises InputError."""
    _one(side, letter)
    return Changed(None, _written(side, {letter: _clean(name)}, _opened(side)))


def delete_version(side: ReadSide, letter: str) -> Changed:
    """Delete a version that is not open; with the last but one the test is over. Raises InputError."""
    if _one(side, letter).is_open:
        raise InputError("This version is open.", advice="Open another one first.")
    if len(ab_versions(side)) <= 2:
        return Changed(None, {**_gone(letter), INDEX: None})
    return Changed(None, {**_gone(letter), **_written(side, {letter: None}, _opened(side))})


def _index(side: ReadSide) -> _Index:
    return parse_toml(side(INDEX) or "", _Index, INDEX)


def _opened(side: ReadSide) -> str:
    """Return the letter of the template's text; "" when ten others lie there and no letter is left for it."""
    named = _index(side).open
    if named in set(LETTERS):
        return named
    return next((letter for letter in LETTERS if side(_file(letter)) is None), "")


def _put_away(side: ReadSide, opened: str) -> list[str]:
    return [letter for letter in LETTERS if letter != opened and side(_file(letter)) is not None]


def _one(side: ReadSide, letter: str) -> AbVersion:
    found = [version for version in ab_versions(side) if version.letter == letter]
    if not found:
        raise _missing(letter)
    return found[0]


def _missing(letter: str) -> InputError:
    return InputError("There is no version {letter}.", advice="Choose another one.", letter=letter.upper())


def _full() -> LimitError:
    return LimitError(
        "A template has at most {most} versions.", advice="Delete one that is not needed any more.", most=len(LETTERS)
    )


def _gone(letter: str) -> dict[str, str | None]:
    return {_file(letter): None, _file(letter, "txt"): None}


def _put_aside(side: ReadSide, text: str, letter: str) -> dict[str, str | None]:
    return {_file(letter): text, _file(letter, "txt"): side(_TEXT_PART)}


def _written(side: ReadSide, names: Mapping[str, str | None], opened: str) -> dict[str, str | None]:
    """The index with other names; what people wrote beside them stays."""
    return {INDEX: updated_toml(side(INDEX) or _NEW, {"open": opened, "names": names}, INDEX)}


def _clean(name: str) -> str:
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        raise InputError("This name is too long: at most {most} characters.", most=LONGEST_NAME)
    return name


def _file(letter: str, ending: str = "mjml") -> str:
    return f"{FOLDER}{letter}.{ending}"
