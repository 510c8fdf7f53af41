"""Going back to a brand as it was."""

from __future__ import annotations

import pytest

from desktop.brand_history import BrandSnapshot
from templates.files import write_bytes, write_text


@pytest.fixture
def brand(tmp_path):
    """A brand's folder with settings, a logo and a part."""
    write_text(tmp_path / "brand.toml", "old")
    write_bytes(tmp_path / "logo-wide.png", b"old")
    write_text(tmp_path / "parts" / "head.mjml", "part")
    return tmp_path


def test_restoring_brings_back_every_byte(brand):
    """Changed files get their old content, new logos go, other files stay."""
    snapshot = BrandSnapshot.take(brand)
    write_text(brand / "brand.toml", "new")
    write_bytes(brand / "logo-square.png", b"new")
    write_text(brand / "parts" / "head.mjml", "edited")
    (brand / "logo-wide.png").unlink()
    snapshot.restore()
    assert (brand / "brand.toml").read_text("utf-8") == "old"
    assert (brand / "logo-wide.png").read_bytes() == b"old"
    assert not (brand / "logo-square.png").exists()
    assert (brand / "parts" / "head.mjml").read_text("utf-8") == "edited"


def test_only_what_the_work_changed_is_taken_back(brand):
    """A file that somebody made or changed afterwards stays; one that the work made goes."""
    snapshot = BrandSnapshot.take(brand)
    write_text(brand / "brand.toml", "new")
    write_bytes(brand / "logo-square.png", b"new")
    change = snapshot.change()
    write_bytes(brand / "logo-print.svg", b"mine")
    write_bytes(brand / "logo-wide.png", b"mine")
    assert change.changed_since() == []
    change.take_back()
    assert (brand / "brand.toml").read_text("utf-8") == "old"
    assert not (brand / "logo-square.png").exists()
    assert {path.name for path in brand.glob("logo-*") if path.read_bytes() == b"mine"} == {
        "logo-print.svg",
        "logo-wide.png",
    }


def test_a_file_that_was_changed_afterwards_is_named(brand):
    """Changed, deleted, or made where the work had deleted one; being as it was before is no change."""
    write_bytes(brand / "candidates" / "a.png", b"old")
    snapshot = BrandSnapshot.take(brand)
    write_text(brand / "brand.toml", "new")
    write_bytes(brand / "logo-wide.png", b"new")
    write_bytes(brand / "logo-dark.png", b"new")
    (brand / "candidates" / "a.png").unlink()
    change = snapshot.change()
    write_text(brand / "brand.toml", "mine")
    write_bytes(brand / "candidates" / "a.png", b"mine")
    write_bytes(brand / "logo-wide.png", b"old")
    (brand / "logo-dark.png").unlink()
    assert change.changed_since() == ["brand.toml", "candidates/a.png"]


def test_a_folder_with_a_logos_name_is_passed_over(brand):
    """It is not part of the brand, and stays."""
    write_bytes(brand / "logo-files" / "print.svg", b"mine")
    snapshot = BrandSnapshot.take(brand)
    write_bytes(brand / "logo-square.png", b"new")
    change = snapshot.change()
    (brand / "logo-square.png").unlink()
    (brand / "logo-square.png").mkdir()
    change.take_back()
    assert (brand / "logo-square.png").is_dir()
    assert (brand / "logo-files" / "print.svg").read_bytes() == b"mine"
