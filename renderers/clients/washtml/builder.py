"""A tree that is built as it would be written: texts, elements and notes, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from renderers.clients.html.tree import Element, comment, new


class Builder:
    """Builds under ``top``. Texts are joined once: a mail of a million scraps takes no longer than its length."""

    def __init__(self, top: Element) -> None:
        self._open: list[tuple[Element, Element | None]] = []
        self._parent = top
        self._last: Element | None = None
        self._texts: list[str] = []

    def text(self, text: str | None) -> None:
        """Add text."""
        if text:
            self._texts.append(text)

    def note(self, text: str) -> None:
        """Add a comment."""
        self._add(comment(f" {text} "))

    def start(self, tag: str, attributes: Iterable[tuple[str, str]] = ()) -> Element:
        """Open an element."""
        element = new(tag, attributes)
        self._add(element)
        self._open.append((self._parent, element))
        self._parent, self._last = element, None
        return element

    def end(self) -> None:
        """Close the element that was opened last."""
        self.flush()
        self._parent, self._last = self._open.pop()

    def _add(self, element: Element) -> None:
        self.flush()
        self._parent.append(element)
        self._last = element

    def flush(self) -> None:
        """Put the texts that were added where they belong; the last ones wait for that."""
        if not self._texts:
            return
        text = "".join(self._texts)
        self._texts.clear()
        if self._last is None:
            self._parent.text = text
        else:
            self._last.tail = text
