"""The cache of compiled sections: bounded, and the least used goes first."""

from __future__ import annotations

import threading

from templates.compile.section_cache import ENTRY_BYTES, SectionCache


def test_the_least_used_goes_first():
    """Reading counts as use."""
    cache = SectionCache(3 * (ENTRY_BYTES + 10))
    for key in "abc":
        cache.put(key, key, ["x" * 10])
    cache.get("a", str)
    cache.put("d", "d", ["x" * 10])
    assert [cache.get(key, str) for key in "abcd"] == ["a", None, "c", "d"]


def test_never_holds_more_than_its_limit():
    """What is too large by itself is not kept; a value that is put again counts once; other scripts weigh more."""
    cache = SectionCache(5_000)
    cache.put("large", "x", ["x" * 5_000])
    assert (cache.get("large", str), cache.size) == (None, 0)
    cache.put("a", "x", ["x"])
    cache.put("a", "x", ["é" * 100])
    assert cache.size == ENTRY_BYTES + 400
    for number in range(100):
        cache.put(number, "x", ["x" * number])
        assert cache.size <= 5_000


def test_a_value_of_another_kind_is_not_there():
    """A key that means something else to somebody else does no harm."""
    cache = SectionCache()
    cache.put("a", 1, [])
    assert cache.get("a", str) is None
    assert cache.made("a", str, lambda: "made", lambda text: [text]) == "made"
    assert cache.made("a", str, lambda: "again", lambda text: [text]) == "made"


def test_what_is_asked_for_again_is_not_postponed_again():
    """Most of it new: postponed. Mostly the same as before: not."""
    cache = SectionCache()
    assert cache.postpone(range(10))
    assert not cache.postpone([*range(9), "new"])
    assert cache.postpone(range(20, 30))


def test_threads_keep_the_books_right():
    """The size is that of what is there, whoever put and dropped it."""
    cache = SectionCache(20 * ENTRY_BYTES)

    def work(start: int) -> None:
        for number in range(500):
            cache.put((start, number % 30), number, [])
            cache.get((start, number % 7), int)

    threads = [threading.Thread(target=work, args=(start,)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = [cache.get((start, number), int) for start in range(4) for number in range(30)]
    assert cache.size == ENTRY_BYTES * sum(value is not None for value in kept) == 20 * ENTRY_BYTES
