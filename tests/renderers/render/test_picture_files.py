"""Pictures on disk, as the cache and the workspace keep them."""

import pytest

from renderers.render.job import RenderResult
from renderers.render.picture_files import has_picture, read_picture, write_picture

RESULT = RenderResult(b"picture", "image/png", 640, 1200, 655, "ab12", cached=False)


def test_a_picture_comes_back_with_its_facts(tmp_path):
    """From the file that was said."""
    path = write_picture(tmp_path, RESULT)
    assert (path, path.read_bytes()) == (tmp_path / "ab" / "ab12.png", b"picture")
    found = read_picture(tmp_path, "ab12")
    assert (found.picture, found.width, found.height, found.content_width, found.cached) == (
        b"picture",
        640,
        1200,
        655,
        True,
    )


def test_what_is_there_stays(tmp_path):
    """A picture is its key's: nobody writes it twice."""
    path = write_picture(tmp_path, RESULT)
    before = path.stat().st_mtime_ns, path.stat().st_ino
    write_picture(tmp_path, RESULT)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


@pytest.mark.parametrize(
    "facts",
    [
        b"",
        b"[]",
        b"{}",
        b'{"media_type": "text/html", "bytes": 7}',
        b'{"media_type": []}',
        b'{"media_type": "image/png", "bytes": 1e999}',
        b"[" * 100_000,
    ],
    ids=lambda facts: facts[:50].decode(),
)
def test_nonsense_is_no_picture(tmp_path, facts):
    """Whatever stands in the file of facts."""
    write_picture(tmp_path, RESULT)
    (tmp_path / "ab" / "ab12.json").write_bytes(facts)
    assert not has_picture(tmp_path, "ab12")
    assert read_picture(tmp_path, "ab12") is None
