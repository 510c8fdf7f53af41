"""The installed fonts are part of a picture's key."""

from renderers.engines import fonts


def test_a_new_font_changes_the_id(tmp_path, monkeypatch):
    """A picture taken before the font came is not shown afterwards; the same set has the same id."""
    monkeypatch.setattr(fonts, "_font_folders", lambda: [tmp_path])
    (tmp_path / "one.ttf").write_bytes(b"1")
    before = fonts.font_set_id.__wrapped__()
    assert fonts.font_set_id.__wrapped__() == before
    (tmp_path / "two.ttf").write_bytes(b"2")
    assert fonts.font_set_id.__wrapped__() != before
