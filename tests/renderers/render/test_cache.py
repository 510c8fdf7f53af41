"""Pictures are kept, found again, checked, and thrown away oldest first."""

import os
import sys

import pytest

from renderers.render.cache import KeptPictures, PictureCache
from renderers.render.job import RenderResult
from renderers.render.picture_files import write_picture


def result(key: str, size: int = 1000, media_type: str = "image/jpeg") -> RenderResult:
    """A result whose picture has ``size`` bytes."""
    return RenderResult(key.encode() * (size // len(key)), media_type, 640, 1200, 655, key, cached=False)


@pytest.fixture
def cache(tmp_path):
    """A cache of at most 10 KB in a temporary folder."""
    return PictureCache(tmp_path / "pictures", limit=10_000)


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png"])
def test_what_was_kept_comes_back_whole(cache, media_type):
    """Picture, sizes and the width of the page return, marked as cached."""
    kept = result("ab12", media_type=media_type)
    cache.put(kept)
    found = cache.get("ab12")
    assert found.cached
    assert (found.picture, found.media_type, found.width, found.height, found.content_width) == (
        kept.picture,
        media_type,
        640,
        1200,
        655,
    )


def test_entries_lie_in_folders_by_the_start_of_their_key(cache):
    """The layout on disk is stable, because other programs look there."""
    cache.put(result("ab12"))
    assert (cache.folder / "ab" / "ab12.jpg").is_file()


def test_an_unknown_key_is_nothing(cache):
    """A cache without a folder answers, and makes none."""
    assert cache.get("ab12") is None
    assert not cache.folder.exists()


@pytest.mark.parametrize("name", ["ab12.jpg", "ab12.json"])
@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xd8 cut off", None])
def test_a_damaged_entry_counts_as_absent_and_is_replaced(cache, name, damage):
    """Cut off, emptied or deleted: the picture is taken again and kept again."""
    cache.put(result("ab12"))
    path = cache.folder / "ab" / name
    path.unlink() if damage is None else path.write_bytes(damage)
    assert cache.get("ab12") is None
    cache.put(result("ab12"))
    assert cache.get("ab12") is not None


def test_the_picture_not_looked_at_for_longest_goes_first(cache):
    """Looking at a picture keeps it."""
    for age, key in enumerate(["aa01", "bb02", "cc03"]):
        cache.put(result(key, 3000))
        os.utime(cache.folder / key[:2] / f"{key}.jpg", (1000 + age, 1000 + age))
    assert cache.get("aa01")
    cache.put(result("dd04", 3000))
    assert [key for key in ("aa01", "bb02", "cc03", "dd04") if cache.get(key)] == ["aa01", "cc03", "dd04"]
    assert not (cache.folder / "bb" / "bb02.json").exists()


def test_other_peoples_pictures_never_make_way(tmp_path):
    """Somebody chose a folder for the cache in which photos lie."""
    photo = tmp_path / "fr" / "paris.jpg"
    photo.parent.mkdir()
    photo.write_bytes(bytes(2000))
    os.utime(photo, (1, 1))
    cache = PictureCache(tmp_path, limit=1000)
    for key in ("ab12", "cd34"):
        cache.put(result(key))
    assert photo.exists()


def test_the_limit_holds_for_what_was_there_before(cache):
    """A new process counts what older ones left."""
    for number in range(3):
        cache.put(result(f"a{number}xx", 3000))
    PictureCache(cache.folder, limit=4000).put(result("zz99", 3000))
    assert [path.name for path in cache.folder.glob("??/*.jpg")] == ["zz99.jpg"]


def test_whether_a_picture_is_there_is_told_without_reading_it(cache):
    """A plan asks for hundreds; one that was cut off is not there."""
    cache.put(result("ab12"))
    path = cache.folder / "ab" / "ab12.jpg"
    path.write_bytes(b"x" * path.stat().st_size)
    assert cache.has("ab12")
    path.write_bytes(b"x")
    assert not cache.has("ab12")
    assert not cache.has("cd34")


def test_what_was_found_damaged_is_not_there_any_more(cache):
    """Whoever looked it up knows it for good, and nobody counts on it again."""
    cache.put(result("ab12"))
    path = cache.folder / "ab" / "ab12.jpg"
    path.write_bytes(b"x" * path.stat().st_size)
    assert cache.get("ab12") is None
    assert not cache.has("ab12")


def test_other_processes_pictures_count_after_a_while(cache, monkeypatch):
    """Each counts by itself in between, so that the limit may be passed for some pictures, not for good."""
    monkeypatch.setattr("renderers.render.room._COUNT_AGAIN", 3)
    other = PictureCache(cache.folder, limit=10_000)
    for number in range(3):
        cache.put(result(f"a{number}xx", 2500))
        other.put(result(f"b{number}xx", 2500))
    cache.put(result("zz99", 2500))
    assert sum(path.stat().st_size for path in cache.folder.glob("??/*.jpg")) <= 10_000


def test_what_left_the_cache_may_still_be_saved(cache, tmp_path):
    """The workspace's proofs are looked at too, and never written or removed by a cache."""
    kept = KeptPictures(cache, tmp_path / "proofs")
    write_picture(tmp_path / "proofs", result("ab12"))
    assert (kept.has("ab12"), kept.get("ab12").cached, kept.has("cd34"), kept.get("cd34")) == (True, True, False, None)
    kept.put(result("cd34"))
    assert kept.get("cd34").key == "cd34"
    for number in range(12):
        kept.put(result(f"a{number:02}x", 3000))
    assert [path.name for path in sorted((tmp_path / "proofs").glob("??/*"))] == ["ab12.jpg", "ab12.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="a file in the folder's place")
def test_a_disk_that_refuses_costs_only_the_cache(tmp_path):
    """The picture is there all the same; the run goes on."""
    blocker = tmp_path / "pictures"
    blocker.write_text("not a folder")
    cache = PictureCache(blocker)
    cache.put(result("ab12"))
    assert cache.get("ab12") is None
