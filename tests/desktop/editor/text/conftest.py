"""Writing without a browser: a page that remembers what it was told, a document that is real."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.document import OpenDocument
from desktop.editor.text.editing import TextEditing
from desktop.editor.text.formatting import Formatting
from desktop.web.bridge import Message
from templates.files import write_text
from templates.source.rich_page import to_page
from templates.workspace import Workspace


class Bridge(QObject):
    told = Signal(object)


class LivePage(QObject):
    ready = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, Any]] = []

    def call(self, function: str, *arguments: object) -> None:
        self.calls.append((function, arguments[0] if arguments else None))


class Canvas:
    def __init__(self) -> None:
        self.live_page = LivePage()
        self.view = QWidget()


class Panel(QObject):
    """As much of a DesignPanel as writing needs."""

    write = Signal(int, int, float, float)

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self.document = document
        self.canvas = Canvas()
        self.bridge = Bridge()


class Writer:
    """Somebody who writes in the one text of a mail."""

    def __init__(self, document: OpenDocument) -> None:
        self.document = document
        self.panel = Panel(document)
        self.text = TextEditing(self.panel)
        self.formatting = Formatting(self.text)
        self.said: list[tuple[str, str]] = []
        document.notified.connect(self._notified)
        self.node_id = next(node.id for node in document.tree.walk() if getattr(node, "name", "") in KINDS)
        self.revision = 0

    def _notified(self, level: str, sentence: str) -> None:
        self.said.append((level, sentence))

    @property
    def calls(self) -> list[tuple[str, Any]]:
        return self.panel.canvas.live_page.calls

    def called(self, function: str) -> list[Any]:
        return [argument for name, argument in self.calls if name == function]

    @property
    def content(self) -> str:
        node = self.document.tree.node(self.node_id)
        return self.document.text[slice(*node.content)]

    def start(self) -> None:
        self.panel.write.emit(self.node_id, 0, -1.0, -1.0)

    def tell(self, kind: str, **values: object) -> None:
        self.panel.bridge.told.emit(Message(f"text.{kind}", {"id": self.node_id, **values}))

    def page(self, start: int | None = None, end: int | None = None) -> list[Any]:
        """What the page shows, with a selection from unit to unit; None for neither."""
        assert self.text.session is not None
        units = self.text.session.base.units
        return to_page(units, None if start is None else (start, start if end is None else end))

    def type(self, tokens: list[Any]) -> None:
        """The page holds this now, and typing rests."""
        self.revision += 1
        self.tell("input", revision=self.revision, tokens=json.dumps(tokens))
        self.text.flush()

    def answer(self, start: int, end: int) -> None:
        """The page answers what it was asked: nothing new, and this selection."""
        self.tell("answer", revision=self.revision, tokens=json.dumps(self.page(start, end)))


KINDS = {"mj-text", "mj-button"}


@pytest.fixture
def writer(qapp, folder) -> Iterator[Callable[[str], Writer]]:
    """Open a mail whose body is a text; the returned one has not begun to write."""
    documents: list[OpenDocument] = []

    def open_(component: str) -> Writer:
        workspace = Workspace.open(folder)
        text = f"<mjml><mj-body><mj-section><mj-column>{component}</mj-column></mj-section></mj-body></mjml>\n"
        write_text(workspace.template("welcome.en").mjml_path, text)
        documents.append(OpenDocument(workspace, "welcome.en"))
        return Writer(documents[-1])

    yield open_
    for document in documents:
        document.close()
