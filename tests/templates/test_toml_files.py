"""TOML that people edit: what is wrong is said in their words, and what they wrote survives a change."""

from __future__ import annotations

import contextlib
import tomllib
from pathlib import Path
from typing import Any, Literal

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from templates.errors import InputError, Place, StorageError
from templates.toml_files import fit, parse_toml, read_toml, unknown_keys, update_toml, updated_toml
from templates.toml_places import key_places


class Sender(BaseModel):
    name: str
    address: str = ""


class Stage(BaseModel):
    use: str
    most: int = Field(0, ge=0)


class Card(BaseModel):
    format: int = 1
    kind: Literal["marketing", "transactional", "legal"]
    sender: Sender = Sender(name="")
    tags: tuple[str, ...] = ()
    stages: list[Stage] = []
    brands: dict[str, Sender] = {}
    scale: float = 1.0
    dark: bool = False
    either: str | Sender = ""


OK = 'kind = "legal"\n'

WRONG = [
    ('# a\nkind = "promo"', 2, '`kind` must be one of marketing, transactional, legal; it is "promo".'),
    ("kind = true", 1, "`kind` must be one of marketing, transactional, legal; it is true."),
    (OK + "[sender]\nname = 3", 3, "`sender.name` must be a text in quotes; it is 3."),
    (OK + "sender.name = 3", 2, "`sender.name` must be a text in quotes; it is 3."),
    (OK + "sender = { name = 3 }", 2, "`sender.name` must be a text in quotes; it is 3."),
    (OK + 'sender = "Ann"', 2, '`sender` must be a table: a line [sender] and its keys below; it is "Ann".'),
    (OK + "sender = [1]", 2, "`sender` must be a table: a line [sender] and its keys below; it is […]."),
    (OK + 'tags = "new"', 2, '`tags` must be a list such as ["one", "two"]; it is "new".'),
    (OK + 'tags = [\n  "new",\n\n  4, # why\n]', 5, "`tags[2]` must be a text in quotes; it is 4."),
    (OK + 'tags = ["a", {b = 1}]', 2, "`tags[2]` must be a text in quotes; it is {…}."),
    (OK + 'stages = ["new"]', 2, '`stages[1]` must be a table: a line [stages[1]] and its keys below; it is "new".'),
    (OK + "brands = 1", 2, "`brands` must be a table: a line [brands] and its keys below; it is 1."),
    (OK + "[[stages]]\nuse = 'a'\n[[stages]]\nuse = 'b'\nmost = 'x'", 6, "`stages[2].most` must be a whole number"),
    (OK + "[[stages]]\nuse = 'a'\nmost = -1", 4, "`stages[1].most` must be 0 or more; it is -1."),
    (OK + "[[stages]]\nuse = 'a'\nmost = 1.5", 4, "`stages[1].most` must be a whole number; it is 1.5."),
    (OK + "[brands.'my shop']\nname = 1", 3, "`brands.my shop.name` must be a text in quotes; it is 1."),
    (OK + "scale = 'big'", 2, '`scale` must be a number; it is "big".'),
    (OK + "dark = 'perhaps'", 2, '`dark` must be true or false; it is "perhaps".'),
    (OK + "scale = 2026-11-21", 2, '`scale` must be a number; it is "2026-11-21".'),
    (OK + "either = 5", 2, "`either` must be a text in quotes; it is 5."),
]

MISSING = [
    ("", None, "`kind` is missing here. Give it one of marketing, transactional, legal."),
    (OK + "[sender]\naddress = 'a@b.example'", 2, '`sender.name` is missing here. Add a line name = "text".'),
    (OK + "[[stages]]\n", 2, '`stages[1].use` is missing here. Add a line use = "text".'),
    ("format = 1\nkimd = 'legal'", 2, "`kind` is missing here. Is `kimd` meant to be `kind`?"),
    (OK + "[sender]\nnane = 'Ann'", 3, "`sender.name` is missing here. Is `nane` meant to be `name`?"),
]


@pytest.mark.parametrize(("text", "line", "said"), WRONG + MISSING)
def test_a_value_that_does_not_fit_names_line_key_and_what_is_expected(text: str, line: int | None, said: str) -> None:
    """The first fault in the order of the file is told, with the place of its key."""
    with pytest.raises(InputError) as caught:
        parse_toml(text, Card, "template.toml")
    error = caught.value
    assert f"{error.what} {error.advice}".startswith(said)
    assert error.place is not None
    assert (error.place.file, error.place.line) == ("template.toml", line)


BROKEN = [
    ("kind", 1, "no `=`"),
    ("a = 1\nkind legal", 2, "no `=`"),
    ("kind = legal", 1, "without quotes"),
    ("kind =", 1, "value is missing"),
    ('kind = "legal\nb = 1', 1, "quote that closes"),
    ("kind = 'legal\nb = 1", 1, "quote that closes"),
    ('kind = "legal', 1, "quote that closes"),
    ('a = 1\nkind = """legal', 2, "quote that closes"),
    ("kind = 1 2", 1, "stands behind the value"),
    ("kind = 1\nkind = 2\nb = 3", 2, "given twice"),
    ("[sender]\n[sender]", 2, "table is given twice"),
    ("[sender\nname = 1", 1, "bracket"),
    ("tags = [1, 2\nkind = 1", 2, "bracket"),
    ("sender = { name = 1", 1, "bracket"),
    ("= 3", 1, "not valid TOML"),
    ('kind = "\\q"', 1, r"not valid TOML \(Unescaped"),
]


@pytest.mark.parametrize(("text", "line", "said"), BROKEN)
def test_broken_toml_is_explained_in_plain_words(text: str, line: int, said: str) -> None:
    """Somebody who never heard of TOML knows which line to mend."""
    with pytest.raises(InputError, match=said) as caught:
        parse_toml(text, Card, "template.toml")
    assert caught.value.place is not None
    assert caught.value.place.line == line


def test_endless_nesting_is_refused() -> None:
    """A hostile file ends in a message, not in a crash."""
    with pytest.raises(InputError, match="too deep"):
        parse_toml("a = " + "[" * 100_000, Card, "template.toml")


def test_a_file_of_a_newer_version_is_not_guessed_at() -> None:
    """Its format number is told, with its line, before anything else is judged."""
    with pytest.raises(InputError, match=r"newer Mailwright .*format 2") as caught:
        parse_toml("# new\nformat = 2\nkind = 7", Card, "template.toml")
    assert caught.value.place == Place("template.toml", 2, 1)


def test_unknown_keys_are_ignored_and_can_be_listed(tmp_path: Path) -> None:
    """A newer version's keys are no fault; one that looks like a known key is asked about."""
    path = tmp_path / "template.toml"
    path.write_text(OK + "mood = 'calm'\n[sender]\nname = 'Ann'\nadress = 'a@b.example'\n")
    assert read_toml(path, Card).sender.address == ""
    found = unknown_keys(path, Card)
    assert [(error.place.line if error.place else 0, error.values["key"], error.advice) for error in found] == [
        (2, "mood", ""),
        (5, "sender.adress", "Is it meant to be `address`?"),
    ]


def test_unknown_keys_of_a_clean_file_are_none(tmp_path: Path) -> None:
    """Nothing is reported where nothing is odd."""
    path = tmp_path / "template.toml"
    path.write_text(OK)
    assert unknown_keys(path, Card) == []


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    """It is the disk's fault, not the text's."""
    with pytest.raises(StorageError, match="does not exist"):
        read_toml(tmp_path / "template.toml", Card)


def test_values_without_a_file_are_fitted_too() -> None:
    """The name given stands where the file would."""
    with pytest.raises(InputError, match="--kind: `kind` must be one of"):
        fit({"kind": "promo"}, Card, "--kind")


EDITED = """\
# Ann's notes
kind = "legal"      # asked by Bob
mood = "calm"

[sender]  # who
name = "Ann"
extra = [1,
  2]  # kept
"""


def test_a_change_keeps_comments_order_and_unknown_keys(tmp_path: Path) -> None:
    """Only the changed values differ in the file."""
    path = tmp_path / "template.toml"
    path.write_text(EDITED)
    update_toml(path, {"kind": "marketing", "sender": {"name": "Bob"}})
    assert path.read_text() == EDITED.replace('"legal"', '"marketing"').replace('name = "Ann"', 'name = "Bob"')


def test_none_removes_a_key_and_tables_are_made(tmp_path: Path) -> None:
    """A mapping goes into its table, new or old; None inside one is left out."""
    path = tmp_path / "template.toml"
    path.write_text(EDITED)
    update_toml(path, {"mood": None, "tags": ("a", "b"), "brands": {"acme": {"name": "Acme", "address": None}}})
    card = read_toml(path, Card)
    assert card.tags == ("a", "b")
    assert card.brands == {"acme": Sender(name="Acme")}
    assert "mood" not in path.read_text()


def test_a_change_that_changes_nothing_leaves_the_file_alone(tmp_path: Path) -> None:
    """No new time stamp for a watcher to wake up on."""
    path = tmp_path / "template.toml"
    path.write_text(EDITED)
    before = path.stat().st_mtime_ns, path.stat().st_ino
    update_toml(path, {"kind": "legal", "sender": {"name": "Ann"}})
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_true_does_not_pass_for_one(tmp_path: Path) -> None:
    """Python thinks them equal; TOML does not."""
    assert updated_toml("a = true\nb = 1\n", {"a": 1, "b": True}, "x") == "a = 1\nb = true\n"


def test_a_damaged_file_is_not_written_over(tmp_path: Path) -> None:
    """What somebody wrote stays, half right as it is."""
    path = tmp_path / "template.toml"
    path.write_text("kind = ")
    with pytest.raises(InputError, match="value is missing"):
        update_toml(path, {"kind": "legal"})
    assert path.read_text() == "kind = "


def test_windows_line_ends_survive_a_change(tmp_path: Path) -> None:
    """A file from Windows does not become half one, half the other."""
    path = tmp_path / "template.toml"
    path.write_bytes(b'# c\r\nkind = "legal"\r\n[sender]\r\nname = "Ann"\r\n')
    update_toml(path, {"kind": "marketing", "sender": {"name": "Bob"}})
    assert path.read_bytes() == b'# c\r\nkind = "marketing"\r\n[sender]\r\nname = "Bob"\r\n'


KEYS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=8)
VALUES = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(2**63), 2**63 - 1),
        st.text(st.characters(codec="utf-8"), max_size=20),
        st.floats(allow_nan=False),
        st.dates(),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=5)


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    found = {path} if path else set()
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return found.union(*(_paths(item, (*path, step)) for step, item in steps))


@given(DOCUMENTS)
def test_every_key_has_a_place(document: dict[str, Any]) -> None:
    """Whatever can stand in a file, the line of each of its keys is known, and no other key is made up."""
    text = tomlkit.dumps(document)
    places = key_places(text)
    assert set(places) == _paths(tomllib.loads(text))
    lines = text.split("\n")
    assert all(1 <= line <= len(lines) and column >= 1 for line, column in places.values())


@given(DOCUMENTS, DOCUMENTS)
def test_a_change_reads_back_as_the_old_values_and_the_new(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Changed keys have their new values, all others their old ones."""

    def merged(before: Any, after: Any) -> Any:
        if isinstance(before, dict) and isinstance(after, dict):
            return before | {key: merged(before.get(key), value) for key, value in after.items()}
        return after

    changed = updated_toml("# first\n" + tomlkit.dumps(old), new, "x")
    assert changed.startswith("# first\n")
    assert tomllib.loads(changed) == merged(old, new)


@given(st.text(st.sampled_from("ab.=[]{}\"'#\\ ,1\n"), max_size=40))
def test_any_text_gives_places_or_a_message(text: str) -> None:
    """Neither the reader nor the search for places trips over a text."""
    key_places(text)
    with contextlib.suppress(InputError):
        parse_toml(text, Card, "x")
