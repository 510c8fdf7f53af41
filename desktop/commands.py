"""The steps of a document's one undo stack: a change of its text, or of another file of the template."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from PySide6.QtGui import QUndoCommand

from templates.source.text_edit import TextEdit, in_one, invert

MERGE_S = 1.0  # typing goes on in the same step until it rests this long
_TEXT, _SIDE = 1, 2  # Qt merges commands of the same kind

ApplyEdits = Callable[[tuple[TextEdit, ...], str], None]
ApplySides = Callable[[Mapping[str, str | None]], None]


class EditText(QUndoCommand):
    """Text edits, made together. ``apply`` gets edits and who asked; it must not fail."""

    def __init__(
        self, label: str, text: str, edits: tuple[TextEdit, ...], apply: ApplyEdits, *, origin: str, merge: str
    ) -> None:
        """``text`` is the text before; ``merge`` the key under which typing is one step, "" never."""
        super().__init__(label)
        self.edits, self.merge = edits, merge
        self.inverse = tuple(invert(text, edits))
        self._apply, self._origin = apply, origin
        self._at = time.monotonic()

    def id(self) -> int:
        """Steps without a key stay alone."""
        return _TEXT if self.merge else -1

    def redo(self) -> None:
        """Make the edits; the first time on behalf of who asked for them."""
        self._apply(self.edits, self._origin)
        self._origin = "undo"

    def undo(self) -> None:
        """Take them back."""
        self._apply(self.inverse, "undo")

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the next step in when it goes on with the same typing at the same place."""
        if not isinstance(other, EditText) or other.merge != self.merge or other._at - self._at > MERGE_S:
            return False
        if len(self.edits) != 1 or len(other.edits) != 1:
            return False
        forward = in_one(self.edits[0], other.edits[0])
        backward = in_one(other.inverse[0], self.inverse[0])
        if forward is None or backward is None:
            return False
        self.edits, self.inverse, self._at = (forward,), (backward,), other._at
        return True


class EditSides(QUndoCommand):
    """Another content for files beside the text, each before and after; None is no such file."""

    def __init__(
        self,
        label: str,
        before: Mapping[str, str | None],
        after: Mapping[str, str | None],
        apply: ApplySides,
        *,
        merge: str,
    ) -> None:
        """``before`` and ``after`` have the same names; ``merge`` is the key under which typing is one step."""
        super().__init__(label)
        self.before, self.after, self.merge = dict(before), dict(after), merge
        self._apply = apply
        self._at = time.monotonic()

    def id(self) -> int:
        """Steps without a key stay alone."""
        return _SIDE if self.merge else -1

    def redo(self) -> None:
        """Put the new contents there."""
        self._apply(self.after)

    def undo(self) -> None:
        """Put the old contents back."""
        self._apply(self.before)

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the next step in when it goes on with the same typing."""
        if not isinstance(other, EditSides) or other.merge != self.merge or other._at - self._at > MERGE_S:
            return False
        self.before = other.before | self.before
        self.after, self._at = self.after | other.after, other._at
        return True
