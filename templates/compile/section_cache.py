"""What was compiled before, the most recently used of it, up to a number of bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
BYTES = 64 * 2**20
ENTRY_BYTES = 1_000  # the objects around the texts


class SectionCache:
    """Keeps values by key, the ones used last longest. Safe from several threads; one cache may serve many mails."""

    def __init__(self, limit: int = BYTES) -> None:
        """``limit`` is in bytes, as the callers of ``put`` count them."""
        self._limit = limit
        self._entries: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self._size = 0
        self._postponed: frozenset[Hashable] = frozenset()
        self._lock = threading.Lock()

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._size

    def get(self, key: Hashable, kind: type[T]) -> T | None:
        """Return what was put under ``key``, None when it is not, or no longer, there."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            self._entries.move_to_end(key)
        value = entry[0]
        return value if isinstance(value, kind) else None

    def put(self, key: Hashable, value: object, texts: Iterable[str]) -> None:
        """Keep ``value``, which holds ``texts``, and drop what was not used for longest. Too large a value is not kept.

        A text that several entries share counts once for each: the cache may hold less than its limit, never more.
        """
        size = ENTRY_BYTES + sum(_bytes(text) for text in texts)
        with self._lock:
            if key in self._entries:
                self._size -= self._entries.pop(key)[1]
            if size > self._limit:
                return
            self._entries[key] = (value, size)
            self._size += size
            while self._size > self._limit:
                _, (_, dropped) = self._entries.popitem(last=False)
                self._size -= dropped

    def made(self, key: Hashable, kind: type[T], make: Callable[[], T], texts: Callable[[T], Iterable[str]]) -> T:
        """Return what is kept under ``key``, made and kept when it is not there. Two threads may both make it."""
        kept = self.get(key, kind)
        if kept is None:
            kept = make()
            self.put(key, kept, texts(kept))
        return kept

    def postpone(self, missing: Iterable[Hashable]) -> bool:
        """Return whether most of ``missing`` are asked for the first time; then they count as asked for from now on."""
        keys = frozenset(missing)
        with self._lock:
            first = len(keys - self._postponed) * 2 > len(keys)
            if first:
                self._postponed = keys
        return first


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else 4 * len(text)
