"""The parts that a brand's templates include."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assets import asset
from templates.brand.kit import extract_brand
from templates.brand.parts import edited_parts, write_parts
from templates.brand.store import save_brand


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample brand with its parts."""
    save_brand(extract_brand(str(asset("samples", "site"))), tmp_path / "brand")
    assert write_parts(tmp_path / "brand") == []
    return tmp_path / "brand"


def test_parts_hold_references_and_no_values(folder: Path) -> None:
    """No name, colour or address of the brand stands in a part: a changed brand changes every mail."""
    for path in (folder / "parts").glob("*.mjml"):
        text = path.read_text("utf-8")
        assert "{{ brand." in text
        assert "Kettlewren" not in text
        assert "@{" not in text
        assert not re.search(r"#1d5b4c|#c24a1f", text, re.IGNORECASE)


def test_what_was_edited_by_hand_is_kept_and_named(folder: Path) -> None:
    """A part changed by a designer survives the next writing; the others are written; a lost part comes back."""
    header, footer = folder / "parts" / "header.mjml", folder / "parts" / "footer-legal.fr.mjml"
    header.write_text("<mj-section />", "utf-8")
    original = footer.read_text("utf-8")
    footer.unlink()
    assert edited_parts(folder) == ["header.mjml"]
    assert write_parts(folder) == ["header.mjml"]
    assert header.read_text("utf-8") == "<mj-section />"
    assert footer.read_text("utf-8") == original


def test_an_older_version_of_a_part_is_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that is as we once wrote it is no hand edit, even when we would write it otherwise today."""
    monkeypatch.setattr("templates.brand.parts._parts", lambda: iter([("header.mjml", "<mj-raw>new</mj-raw>")]))
    assert edited_parts(folder) == []
    assert write_parts(folder) == []
    assert (folder / "parts" / "header.mjml").read_text("utf-8") == "<mj-raw>new</mj-raw>"


@pytest.mark.parametrize(("kind", "leave", "icons"), [("marketing", True, True), ("legal", False, False)])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_kind_has_its_footer(folder: Path, kind: str, leave: bool, icons: bool, language: str) -> None:
    """Marketing footers have the way out, a legal one not even icons."""
    text = (folder / "parts" / f"footer-{kind}.{language}.mjml").read_text("utf-8")
    assert ("{{ links.unsubscribe }}" in text) is leave
    assert ("mj-social" in text) is icons
