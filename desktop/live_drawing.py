"""The text that the canvas builds: every component marked, and in the whole mail its conditions open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from templates.compile.include import IncludeResolver
from templates.dynamic.whole import Openings, whole_text
from templates.source.inherited import Defaults
from templates.source.marks import Marks, marked_include
from templates.source.parse import parse
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import SourceTree


@dataclass(frozen=True)
class Drawing:
    """What is done to a text before it is built; ``openings`` only where the whole mail is shown."""

    marks: Marks
    openings: Openings | None = None

    def into(self, text: str) -> str:
        """Return ``text`` as it is built."""
        if self.openings is None:
            return self.marks.into(text)
        places = zip(self.marks.places, self.marks.texts, strict=True)
        return apply(text, [*self.openings.edits, *(TextEdit(at, at, mark) for at, mark in places)])

    def after(self, before: str, edits: Sequence[TextEdit]) -> Drawing | None:
        """Return the drawing of the text that ``edits`` make of ``before``; None when they touch more than words."""
        marks = self.marks.after(before, edits)
        if marks is None or self.openings is None:
            return Drawing(marks) if marks else None
        opened = self.openings.after(before, edits)
        return Drawing(marks, opened) if opened else None


class MarkedIncludes:
    """Resolves includes with what they bring marked as the ``mj-include`` of the document that asks for it."""

    def __init__(self, resolve: IncludeResolver, document: str) -> None:
        self._resolve, self._document = resolve, document
        self._ids: dict[str, int] = {}  # of the includes, by their path
        self._owners: dict[str, int] = {}  # the same, by the file that they bring
        self._done: dict[tuple[str, int], str] = {}
        self._said = Defaults({}, {}, {})
        self._whole = False

    def follow(self, tree: SourceTree, said: Defaults, *, whole: bool = False) -> None:
        """Learn which node includes what, what the mail's head says about components, and whether all is shown."""
        if (said, whole) != (self._said, self._whole):
            self._said, self._whole, self._done = said, whole, {}
        self._ids = {node.value("path"): node.id for node in reversed(tree.elements("mj-include"))}

    def __call__(self, path: str, beside: str) -> tuple[str, str]:
        """Resolve like ``Workspace.include``."""
        text, identity = self._resolve(path, beside)
        owner = self._ids.get(path, 0) if beside == self._document else self._owners.get(beside, 0)
        self._owners[identity] = owner
        if (text, owner) not in self._done:
            self._done[text, owner] = self._drawn(text, owner)
        return self._done[text, owner], identity

    def _drawn(self, text: str, owner: int) -> str:
        opened = whole_text(parse(text)) if self._whole else text
        return marked_include(opened, owner, self._said) if owner else opened
