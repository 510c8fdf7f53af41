"""Going back to a brand as it was."""

from __future__ import annotations

from desktop.brand_history import BrandSnapshot
from templates.files import write_bytes, write_text


def test_restoring_brings_back_every_byte(tmp_path):
    """Changed files get their old content, new logos go, other files stay."""
    write_text(tmp_path / "brand.toml", "old")
    write_bytes(tmp_path / "logo-wide.png", b"old")
    write_text(tmp_path / "parts" / "head.mjml", "part")
    snapshot = BrandSnapshot.take(tmp_path)
    write_text(tmp_path / "brand.toml", "new")
    write_bytes(tmp_path / "logo-square.png", b"new")
    write_text(tmp_path / "parts" / "head.mjml", "edited")
    (tmp_path / "logo-wide.png").unlink()
    snapshot.restore()
    assert (tmp_path / "brand.toml").read_text("utf-8") == "old"
    assert (tmp_path / "logo-wide.png").read_bytes() == b"old"
    assert not (tmp_path / "logo-square.png").exists()
    assert (tmp_path / "parts" / "head.mjml").read_text("utf-8") == "edited"
