"""Writing in a text component, where it stands in the mail: between the page, which is written in, and the document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.document import Change
from desktop.editor.text.session import Session, session_of
from desktop.editor.text.wire import path_of, pieces, tokens_of
from desktop.errors import explain
from desktop.language import current_language
from desktop.web.bridge import Message
from templates.errors import InputError
from templates.source.rich_page import Selected
from templates.source.rich_text import ONE_LINE, RichText, editable
from templates.source.rich_write import written
from templates.source.tree import Element

if TYPE_CHECKING:  # the panel makes this object
    from desktop.editor.design.panel import DesignPanel

REST_MS = 120  # of typing, before the document follows

Act = Callable[[Selected], Selected]


@dataclass(frozen=True)
class Caret:
    """Where somebody writes: the elements around it (id and name, outermost first); whether words are selected."""

    path: tuple[tuple[int, str], ...] = ()
    selecting: bool = False


class TextEditing(QObject):
    """Starts and ends writing, brings what is written into the document, and the document's changes to the page."""

    changed = Signal()
    """Somebody began or ceased to write, or the caret is among other elements."""
    asked = Signal(str)
    """A key was pressed in the text that is not for the text alone: ``bold``, ``link``, ``bar`` …"""

    def __init__(self, panel: DesignPanel) -> None:
        super().__init__(panel)
        self.panel = panel
        self.caret = Caret()
        self.session: Session | None = None
        self._writing = False  # the change of the document is ours
        self._waiting: list[tuple[str, Act]] = []  # what to do with what the page is about to tell
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.flush)
        self._page = panel.canvas.live_page
        panel.write.connect(self.start)
        panel.bridge.told.connect(self._told)
        self._page.ready.connect(self.finish)

    @property
    def active(self) -> bool:
        """Whether somebody writes."""
        return self.session is not None

    @property
    def component(self) -> str:
        """The kind of component that is written in; "" for none."""
        return self.session.component if self.session else ""

    # Beginning and ending

    def start(self, node_id: int, turn: int = 0, x: float = -1, y: float = -1) -> None:
        """Write in a component, if its content is words; the caret goes to (x, y) of the page, or to the end."""
        self.finish()
        document = self.panel.document
        node = document.tree.node(node_id) if document else None
        if document is None or not isinstance(node, Element) or not editable(node):
            return
        if not document.editable:
            document.notified.emit("warning", self.tr("This template can only be read here."))
            return
        document.select(node_id, "canvas")
        self.session = session_of(document, node)
        document.edited.connect(self._document_edited)
        document.selection_changed.connect(self._selection_moved)
        start = {
            "id": node_id,
            "turn": turn,
            "component": node.name,
            "tokens": self.session.tokens,
            "pieces": pieces(self.session.base.units, self.session.values),
            "label": self.tr("Text of the mail, to be written in"),
            "oneLine": node.name in ONE_LINE,
            "x": x,
            "y": y,
        }
        self._page.call("textStart", start)
        self.panel.canvas.view.setFocus()
        self.changed.emit()

    def finish(self) -> None:
        """Bring the last words into the document and show the mail again."""
        self.flush()
        session, self.session = self.session, None
        if session is None:
            return
        session.document.edited.disconnect(self._document_edited)
        session.document.selection_changed.disconnect(self._selection_moved)
        self.caret = Caret()
        self._rest.stop()
        self._waiting.clear()
        self._page.call("textEnd")
        self.changed.emit()

    # What is written

    def flush(self) -> None:
        """Bring what was written into the document now."""
        session = self.session
        if session is None or not session.dirty:
            return
        session.dirty = False
        try:
            taken = session.taken()
            self._write(session, taken.rich, self.tr("Typing"), f"text:{session.node_id}")
        except InputError as error:
            self._refuse(session, error)
            return
        if taken.lost:
            self._page.call("textDrop", list(taken.lost))
            session.document.notified.emit("info", self.tr("What belonged to the deleted tag went with it."))
        if taken.chips:
            self._page.call("textLoad", session.shown(taken.selected))

    def change(self, label: str, act: Act) -> None:
        """Change what is selected in the page; ``act`` gets what the page holds when it has answered."""
        if self.session is not None:
            self._waiting.append((label, act))
            self._page.call("textAsk", label)

    def focus_text(self) -> None:
        """Give the keyboard back to the text."""
        if self.session is not None:
            self.panel.canvas.view.setFocus()
            self._page.call("textFocus")

    def mark(self, name: str) -> None:
        """Write what comes next in an element ``name``, or no longer."""
        self._page.call("textMark", name)

    def _changed(self, session: Session, label: str, act: Act) -> None:
        try:
            taken = session.taken()
            done = act(taken.selected)
            if done is taken.selected:
                return
            rich = written(done.units, session.base.tail)
            self._write(session, rich, label)
        except InputError as error:
            self._refuse(session, error)
            return
        self._page.call("textLoad", session.shown(Selected(rich.units, done.start, done.end)))
        self.focus_text()

    def _write(self, session: Session, rich: RichText, label: str, merge: str = "") -> None:
        edits = session.edits(rich)
        self._writing = True
        try:
            session.document.edit(label, edits, origin="canvas", merge=merge)
        finally:
            self._writing = False

    def _refuse(self, session: Session, error: InputError) -> None:
        session.document.notified.emit("warning", explain(error, current_language()))
        self._reload(session)

    def _reload(self, session: Session) -> None:
        """Show what the document holds, whatever was written meanwhile."""
        selected = session.read()
        session.revision = -1
        session.dirty = False
        if selected is None:
            self.finish()
        else:
            self._page.call("textLoad", session.shown(selected))

    def _document_edited(self, change: Change) -> None:
        """Somebody else changed the text: undo, the code, the inspector."""
        session = self.session
        if session is None or self._writing:
            return
        if session.is_stale():
            self._reload(session)

    def _selection_moved(self, node_id: int, origin: str) -> None:
        """Whoever selects something else is done with writing here."""
        if self.session is not None and node_id != self.session.node_id:
            self.finish()

    # What the page tells

    def _told(self, message: Message) -> None:
        session = self.session
        if session is None or not message.kind.startswith("text.") or message.integer("id") != session.node_id:
            return
        kind = message.kind.removeprefix("text.")
        if kind in {"input", "answer"}:
            self._hear(session, message, answer=kind == "answer")
        elif kind == "caret":
            caret = Caret(tuple(path_of(message.text("path"))), message.flag("some"))
            if caret != self.caret:
                self.caret = caret
                self.changed.emit()
        elif kind in {"done", "gone"}:
            self.finish()
        elif kind == "missing":
            self.finish()
            text = self.tr("The mail does not show this text now: another recipient or other data may bring it.")
            session.document.notified.emit("info", text)
        elif kind == "key":
            self._key(session, message.text("key"))

    def _hear(self, session: Session, message: Message, *, answer: bool) -> None:
        session.tokens, session.revision = tokens_of(message.text("tokens")), message.integer("revision")
        if not answer:
            session.dirty = True
            self._rest.start()
        elif self._waiting:
            session.dirty = False
            self._changed(session, *self._waiting.pop(0))

    def _key(self, session: Session, key: str) -> None:
        self.flush()
        if key == "undo":
            session.document.stack.undo()
        elif key == "redo":
            session.document.stack.redo()
        else:
            self.asked.emit(key)
