"""The design panel in a real web view: a mail to use, and a hand that uses it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.document import OpenDocument
from desktop.editor.design.panel import DesignPanel
from desktop.live import LiveMailer
from templates.files import write_text
from templates.workspace import Workspace

MAIL = """<mjml><mj-body>
<mj-section>
<mj-column><mj-text>Left words</mj-text></mj-column>
<mj-column><mj-text>Right words</mj-text></mj-column>
</mj-section>
{% for number in [1, 2, 3] %}
<mj-section css-class="mw-s-again"><mj-column><mj-text>Again {{ number }}</mj-text></mj-column></mj-section>
{% endfor %}
</mj-body></mjml>
"""
EITHER = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, NO_BUTTON, PLAIN = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """Uses one panel as a person does."""

    def __init__(self, panel: DesignPanel, qtbot) -> None:
        self.panel, self.qtbot = panel, qtbot
        self.shown: list[int] = []
        panel.shown.connect(self.shown.append)

    @property
    def document(self) -> OpenDocument:
        assert self.panel.document is not None
        return self.panel.document

    @property
    def page(self):
        return self.panel.canvas.view.focusProxy()

    def id(self, name: str, number: int = 0) -> int:
        return self.document.tree.elements(name)[number].id

    def ask(self, code: str) -> object:
        answers: list[object] = []
        self.panel.canvas.run_script(f"JSON.stringify({code})", answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return json.loads(str(answers[0])) if answers[0] else None

    def at(self, node_id: int, turn: int = 0, x: float = 0.5, y: float = 0.5) -> QPoint:
        """A place in one element of a component, in pixels of the view."""
        return self.point(f"mw.elements({node_id})[{turn}]", x, y)

    def point(self, element: str, x: float = 0.5, y: float = 0.5) -> QPoint:
        """The same for any element of the page."""
        box = f"const b = {element}.getBoundingClientRect()"
        left, top = self.ask(f"(() => {{ {box}; return [b.left + {x} * b.width, b.top + {y} * b.height] }})()")
        return (QPointF(left, top) * self.panel.canvas.zoom).toPoint()

    def edited(self, act: Callable[[], object]) -> str:
        """Do something, wait until the canvas shows what came of it; return the text."""
        act()
        self.qtbot.waitUntil(lambda: bool(self.shown) and self.shown[-1] == self.document.revision, timeout=20_000)
        return self.document.text

    def outlines(self) -> list[str]:
        """What is drawn around the selection; what the pointer happens to be over has an outline of its own."""
        shapes = "[...mw.layer.querySelectorAll('.chosen, .also')]"
        return self.ask(f"{shapes}.map((one) => one.className)")

    def drag(self, data: QMimeData, at: QPoint, *, drop: bool = True) -> bool:
        """Carry something over a place of the view; return whether it could be dropped there."""
        canvas = self.panel.canvas
        place = canvas.view.mapTo(canvas, at)
        QApplication.sendEvent(canvas, QDragEnterEvent(place, EITHER, data, LEFT, PLAIN))
        self.ask("1")  # by now the page has said where everything is
        over = QDragMoveEvent(place, EITHER, data, LEFT, PLAIN)
        QApplication.sendEvent(canvas, over)
        if drop:
            QApplication.sendEvent(canvas, QDropEvent(QPointF(place), EITHER, data, LEFT, PLAIN))
        return over.isAccepted()


@pytest.fixture
def open_mail(qapp, qtbot, jobs, folder) -> Iterator[Callable[[str], Hand]]:
    """Open a text in the panel and wait until it is to be seen."""
    panel = DesignPanel(jobs)
    qtbot.addWidget(panel, before_close_func=DesignPanel.shut_down)
    panel.resize(760, 640)
    panel.show()
    documents = []

    def open_(text: str) -> Hand:
        workspace = Workspace.open(folder)
        write_text(workspace.template("welcome.en").mjml_path, text)
        document = OpenDocument(workspace, "welcome.en")
        documents.append(document)
        live, hand = LiveMailer(document, jobs), Hand(panel, qtbot)
        panel.set_document(document, live)
        live.start()
        qtbot.waitUntil(lambda: bool(hand.shown), timeout=20_000)
        return hand

    yield open_
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    for document in documents:
        document.close()
        document.deleteLater()  # left to the garbage collector, its timers could end in a job's thread


@pytest.fixture
def mail() -> str:
    """A mail with a loop."""
    return MAIL


@pytest.fixture
def hand(open_mail) -> Hand:
    return open_mail(MAIL)
