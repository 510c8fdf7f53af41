"""A template's files at one moment."""

from __future__ import annotations

from pathlib import Path

from templates.snapshot import Snapshot, read_sides
from templates.template_folder import TemplateFolder


def test_the_sides_are_what_lies_beside_the_text(tmp_path: Path) -> None:
    """Settings, the plain-text part and the data sets; pictures and hidden files are none."""
    (tmp_path / "data").mkdir()
    for name in (
        "template.toml",
        "template.txt",
        "data/default.json",
        "data/.hidden.json",
        "logo.png",
        "template.mjml",
    ):
        (tmp_path / name).write_text(name)
    assert read_sides(TemplateFolder(tmp_path, "x")) == {
        name: name for name in ("template.toml", "template.txt", "data/default.json")
    }


def test_the_same_sides_are_the_same_text() -> None:
    """In whatever order they were read."""
    assert Snapshot("x", {"a": "é", "b": ""}).sides_json == Snapshot("x", {"b": "", "a": "é"}).sides_json
