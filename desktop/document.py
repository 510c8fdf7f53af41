"""One open template. Its text is the document: every view shows this text, and every change is an edit of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.commands import EditSides, EditText
from desktop.document_files import DocumentFiles
from desktop.errors import explain
from desktop.language import current_language
from templates.errors import MailwrightError
from templates.locks import Held, Holder
from templates.source.parse import parse
from templates.source.reparse import reparse
from templates.source.text_edit import TextEdit, apply, in_one, in_order, replacement
from templates.source.tree import Element, SourceTree
from templates.template_folder import META, TemplateMeta
from templates.toml_files import parse_toml
from templates.workspace import Workspace

SHORT = 20_000  # characters that are parsed in a few milliseconds, at once; longer texts when typing rests


@dataclass(frozen=True)
class Change:
    """What happened to the text: ``edits`` made ``text`` of the text before. ``origin`` is who asked for it."""

    text: str
    edits: tuple[TextEdit, ...]
    origin: str


class OpenDocument(QObject):
    """A template that is being edited. Lives on the GUI thread; trees and texts may go to other threads."""

    edited = Signal(object)
    """A Change: the text is another. The tree may still be that of the text before."""
    parsed = Signal()
    """``seen_tree`` is that of the text again."""
    selection_changed = Signal(int, str)
    """The id of the selected component (0: none), and who selected it."""
    side_changed = Signal(str)
    """Another file of the template has another content; its name."""
    saved = Signal()
    saved_changed = Signal(bool)
    conflict = Signal()
    """Saving found a text on disk that nobody here has seen; nothing was written."""
    notified = Signal(str, str)
    """``info``, ``warning`` or ``error``, and one sentence for the user."""

    def __init__(self, workspace: Workspace, name: str, parent: QObject | None = None) -> None:
        """Open the template ``name`` of the workspace and take its lock. Raises MailwrightError."""
        super().__init__(parent)
        self.workspace, self.name = workspace, name
        self.folder = workspace.template(name)
        self.files = DocumentFiles(self.folder)
        self._lock = workspace.lock(self.folder.mjml_path)
        outcome = self._lock.acquire()
        self.editable = isinstance(outcome, Held)
        self.holder: Holder | None = None if self.editable else outcome.holder
        self.stack = QUndoStack(self)
        self.stack.cleanChanged.connect(self.saved_changed)
        self.revision = 0
        self.selected = 0
        self._text = self.files.text_on_disk
        self._tree = parse(self._text)
        self._unparsed: list[tuple[TextEdit, ...]] = []  # made since the tree, each on the result of those before
        self._lent = 0  # how many of them somebody is making a tree of
        self._select_at: int | None = None

    # The text and its tree

    @property
    def text(self) -> str:
        """The text now."""
        return self._text

    @property
    def tree(self) -> SourceTree:
        """The tree of the text; parsed now if need be. For whoever is about to make an edit."""
        if self._unparsed:
            batches = self.unparsed
            self.adopt(self.parsed_from(self._tree, batches), self._tree, len(batches))
        return self._tree

    @property
    def seen_tree(self) -> SourceTree:
        """The last tree, perhaps that of a text a moment ago. For whoever shows the document."""
        return self._tree

    @property
    def unparsed(self) -> tuple[tuple[TextEdit, ...], ...]:
        """The edits that lead from ``seen_tree`` to the text, batch by batch."""
        self._lent = len(self._unparsed)
        return tuple(self._unparsed)

    @staticmethod
    def parsed_from(tree: SourceTree, batches: Iterable[tuple[TextEdit, ...]]) -> SourceTree:
        """Return the tree after the edits. Pure: for any thread."""
        for batch in batches:
            tree = reparse(tree, batch)
        return tree

    def adopt(self, tree: SourceTree, start: SourceTree, batches: int) -> None:
        """Take ``tree``, made of ``start`` by the first so many batches of ``unparsed``; too late, it is left."""
        if start is not self._tree or not batches:
            return
        self._tree = tree
        del self._unparsed[:batches]
        self._lent = max(0, self._lent - batches)
        if not self._unparsed:
            self._follow_selection()
            self.parsed.emit()

    # Editing

    def edit(
        self, label: str, edits: Iterable[TextEdit], *, origin: str = "", merge: str = "", select: int | None = None
    ) -> bool:
        """Make ``edits`` as one step that can be undone; False when there is nothing to do or nobody may.

        ``merge`` is a key under which typing within a second is one step. ``select`` is an offset in the new text: the
        innermost component there is selected.
        """
        made = tuple(in_order(edits))
        if not made or not self._allowed():
            return False
        self._select_at = select
        self.stack.push(EditText(label, self._text, made, self._apply, origin=origin, merge=merge))
        return True

    def side(self, name: str) -> str | None:
        """Return another file of the template (``template.toml``, ``template.txt``, ``data/….json``) as it is now."""
        return self.files.side(name)

    def set_side(self, label: str, name: str, text: str | None, *, merge: str = "") -> bool:
        """Change another file of the template (None removes it): a step on the same stack, saved with the text."""
        return self.set_sides(label, {name: text}, merge=merge)

    def set_sides(self, label: str, sides: Mapping[str, str | None], *, merge: str = "") -> bool:
        """Change several other files of the template in one step, like ``set_side``."""
        before = {name: self.files.side(name) for name in sides}
        after = {name: text for name, text in sides.items() if text != before[name]}
        if not after or not self._allowed():
            return False
        before = {name: before[name] for name in after}
        self.stack.push(EditSides(label, before, after, self._apply_sides, merge=merge))
        return True

    @property
    def meta(self) -> TemplateMeta:
        """What ``template.toml`` says, unsaved changes included. Raises InputError."""
        return parse_toml(self.side(META) or "", TemplateMeta, f"{self.folder.name}/{META}")

    # Selection

    @property
    def selected_element(self) -> Element | None:
        """The selected component."""
        node = self._tree.node(self.selected) if self.selected else None
        return node if isinstance(node, Element) else None

    def select(self, node_id: int, origin: str) -> None:
        """Select the component of that id; 0, or an id that is none, selects nothing."""
        node = self._tree.node(node_id) if node_id else None
        chosen = node.id if isinstance(node, Element) else 0
        if chosen != self.selected:
            self.selected = chosen
            self.selection_changed.emit(chosen, origin)

    def select_at(self, offset: int, origin: str) -> None:
        """Select the innermost component (not the HTML in one) that holds the character at ``offset``."""
        self.select(self._component_at(offset), origin)

    # Saving

    @property
    def is_clean(self) -> bool:
        """Whether everything is on disk."""
        return self.stack.isClean()

    def save(self, *, over: bool = False) -> bool:
        """Write what changed; False, after saying why, when that is not possible.

        A text that somebody else wrote in the meantime is not overwritten (``conflict``), unless ``over``.
        """
        if not self._allowed():
            return False
        try:
            if not over and self.files.read() not in {self.files.text_on_disk, self._text}:
                self.conflict.emit()
                return False
            self.files.write(self._text)
        except MailwrightError as error:
            self.notified.emit("error", explain(error, current_language()))
            return False
        self.stack.setClean()
        self.saved.emit()
        return True

    def reload(self) -> bool:
        """Take over the text that is on disk now, as a step that can be undone."""
        try:
            text = self.files.read()
        except MailwrightError as error:
            self.notified.emit("error", explain(error, current_language()))
            return False
        self.files.text_on_disk = text
        if self.editable:
            self.replace_text(self.tr("Reload from disk"), text)
        elif edits := tuple(replacement(self._text, 0, len(self._text), text)):
            self._apply(edits, "document")  # whoever only reads follows, and has nothing of their own to go back to
        if not self.files.changed_sides():
            self.stack.setClean()
        return True

    def replace_text(self, label: str, text: str) -> bool:
        """Put another text in the place of the whole: the smallest edit that does it."""
        return self.edit(label, replacement(self._text, 0, len(self._text), text), origin="document")

    def close(self) -> None:
        """Give the lock back. Unsaved changes are the caller's business."""
        self._lock.release()

    # Inside

    def _allowed(self) -> bool:
        if self.editable:
            return True
        holder = self.holder
        text = self.tr("{user} on {host} has this template open: here it can only be read.")
        user, host = (holder.user, holder.host) if holder else ("", "")
        self.notified.emit("warning", text.format(user=user, host=host))
        return False

    def _apply(self, edits: tuple[TextEdit, ...], origin: str) -> None:
        self._text = apply(self._text, edits)
        self.revision += 1
        self._note(edits)
        if origin == "undo" and edits:
            self._select_at = edits[0].start
        self.edited.emit(Change(self._text, edits, origin))
        if len(self._text) <= SHORT:
            _ = self.tree

    def _note(self, edits: tuple[TextEdit, ...]) -> None:
        """Remember what the tree has not seen; typing on in one place is one edit, unless it is being parsed."""
        last = self._unparsed[-1] if len(self._unparsed) > self._lent else ()
        both = in_one(last[0], edits[0]) if len(last) == len(edits) == 1 else None
        if both is None:
            self._unparsed.append(edits)
        else:
            self._unparsed[-1] = (both,)

    def _apply_sides(self, sides: Mapping[str, str | None]) -> None:
        for name, text in sides.items():
            self.files.set_side(name, text)
        for name in sides:
            self.side_changed.emit(name)

    def _follow_selection(self) -> None:
        at, self._select_at = self._select_at, None
        if at is not None and (found := self._component_at(at)):
            self.select(found, "edit")
        elif self.selected and self._tree.node(self.selected) is None:
            self.select(0, "edit")

    def _component_at(self, offset: int) -> int:
        node = self._tree.node_at(offset)
        while node is not None and not (isinstance(node, Element) and node.name.startswith("mj")):
            node = self._tree.parent(node)
        return node.id if node else 0
