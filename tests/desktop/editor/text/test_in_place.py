"""Writing in a real web view: double click, type beside a chip, undo."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.document import OpenDocument
from desktop.editor.design.panel import DesignPanel
from desktop.live import LiveMailer
from templates.files import write_text
from templates.workspace import Workspace

pytestmark = pytest.mark.webengine

MAIL = """<mjml><mj-body><mj-section><mj-column>
<mj-text>Hi {{ contact.name|default("you") }}, welcome</mj-text>
<mj-button href="https://a.b">Go</mj-button>
<mj-table><tr><td>cell</td></tr></mj-table>
{% for number in [1, 2] %}<mj-text>Turn {{ number }}</mj-text>{% endfor %}
</mj-column></mj-section></mj-body></mjml>
"""
LEFT, NONE, PLAIN = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Writer:
    """Uses the panel as a person who writes does."""

    def __init__(self, panel: DesignPanel, document: OpenDocument, qtbot) -> None:
        self.panel, self.document, self.qtbot = panel, document, qtbot
        self.page = panel.canvas.view.focusProxy()

    def ask(self, code: str) -> object:
        answers: list[object] = []
        self.panel.canvas.run_script(f"JSON.stringify({code})", answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
        return json.loads(str(answers[0])) if answers[0] else None

    def double_click(self, node_id: int) -> None:
        """In the middle of a component; with one time stamp, or the engine counts single clicks."""
        box = f"mw.elements({node_id})[0].getBoundingClientRect()"
        left, top = self.ask(f"(() => {{ const b = {box}; return [b.left + b.width / 2, b.top + b.height / 2] }})()")
        at = QPointF(left, top) * self.panel.canvas.zoom
        kinds = QEvent.Type
        releases = kinds.MouseButtonRelease
        for kind in (kinds.MouseButtonPress, releases, kinds.MouseButtonDblClick, releases):
            event = QMouseEvent(
                kind, at, QPointF(self.page.mapToGlobal(at)), LEFT, NONE if kind == releases else LEFT, PLAIN
            )
            event.setTimestamp(1_000_000)
            QApplication.sendEvent(self.page, event)
        self.qtbot.waitUntil(lambda: self.panel.text.active, timeout=20_000)
        self.until("document.activeElement.isContentEditable")

    def until(self, code: str) -> None:
        self.qtbot.waitUntil(lambda: self.ask(code) is True, timeout=20_000)

    def until_text(self, expected: str) -> None:
        self.qtbot.waitUntil(lambda: expected in self.document.text, timeout=20_000)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.qtbot.keyClick(self.page, key, modifiers)

    def keys(self, text: str) -> None:
        self.qtbot.keyClicks(self.page, text)


@pytest.fixture
def writer(qapp, qtbot, jobs, folder) -> Iterator[Callable[[], Writer]]:
    """The mail above, to be seen in the panel."""
    panel = DesignPanel(jobs)
    qtbot.addWidget(panel, before_close_func=DesignPanel.shut_down)
    panel.resize(760, 700)
    panel.show()
    workspace = Workspace.open(folder)
    write_text(workspace.template("welcome.en").mjml_path, MAIL)
    document = OpenDocument(workspace, "welcome.en")
    live, shown = LiveMailer(document, jobs), []
    panel.shown.connect(shown.append)
    panel.set_document(document, live)
    live.start()
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    yield Writer(panel, document, qtbot)
    document.close()
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)


def test_a_double_click_writes_beside_a_chip(writer):
    """Words typed before a tag are there and nowhere else, the mail follows, undo gives the first bytes."""
    text = writer.document.tree.elements("mj-text")[0].id
    writer.double_click(text)
    assert writer.ask("document.querySelector('.mw-chip').textContent").startswith("name")
    writer.key(Qt.Key.Key_Home, CONTROL)
    for _ in range(3):
        writer.key(Qt.Key.Key_Right)
    writer.keys("dear ")
    writer.until_text('<mj-text>Hi dear {{ contact.name|default("you") }}, welcome</mj-text>')
    writer.key(Qt.Key.Key_Z, CONTROL)
    writer.qtbot.waitUntil(lambda: writer.document.text == MAIL, timeout=20_000)
    writer.until("!document.activeElement.textContent.includes('dear')")
    writer.key(Qt.Key.Key_Y, CONTROL)
    writer.until("document.activeElement.textContent.includes('dear')")
    writer.key(Qt.Key.Key_Delete)
    writer.until_text("<mj-text>Hi dear , welcome</mj-text>")
    writer.key(Qt.Key.Key_Escape)
    writer.qtbot.waitUntil(lambda: not writer.panel.text.active, timeout=20_000)
    writer.until(f"mw.elements({text})[0].textContent.trim() === 'Hi dear , welcome'")
    assert writer.ask("document.querySelectorAll('[contenteditable], [data-mw]').length") == 0


def test_enter_bold_and_the_bar(writer):
    """Enter makes a line, Ctrl+B what is bold, the bar stands by; what is written in is not morphed."""
    text = writer.document.tree.elements("mj-text")[0].id
    writer.double_click(text)
    assert writer.panel.format_bar.isVisible()
    writer.key(Qt.Key.Key_End, CONTROL)
    writer.key(Qt.Key.Key_Return)
    writer.key(Qt.Key.Key_B, CONTROL)
    writer.until("document.activeElement.querySelector('strong') !== null")
    writer.keys("new")
    writer.until_text("welcome<br /><strong>new</strong></mj-text>")
    writer.qtbot.waitUntil(lambda: writer.panel.formatting.is_on("bold"), timeout=20_000)
    writer.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    writer.until("!getSelection().isCollapsed")
    writer.panel.formatting.mark("italic")
    writer.until_text("<strong>ne<em>w</em></strong>")
    writer.key(Qt.Key.Key_Escape)
    writer.qtbot.waitUntil(lambda: not writer.panel.format_bar.isVisible(), timeout=20_000)


def test_a_button_a_table_and_a_loop(writer):
    """Enter ends a button's text; a cell is written in; a loop's source shows once, its other turns stand back."""
    button, table = (writer.document.tree.elements(name)[0].id for name in ("mj-button", "mj-table"))
    writer.double_click(button)
    writer.key(Qt.Key.Key_End, CONTROL)
    writer.keys("!")
    writer.key(Qt.Key.Key_Return)
    writer.until_text(">Go!</mj-button>")
    writer.qtbot.waitUntil(lambda: not writer.panel.text.active, timeout=20_000)
    writer.double_click(table)
    writer.key(Qt.Key.Key_End, CONTROL)
    writer.keys("!")
    writer.until_text("<td>cell!</td>")
    turns = writer.document.tree.elements("mj-text")[1].id
    writer.panel.text.start(turns)
    writer.until("document.activeElement.isContentEditable")
    assert writer.ask(f"mw.elements({turns}).map((one) => one.style.opacity)") == ["", "0.45"]
    assert writer.ask("document.activeElement.textContent") == "Turn number"
    writer.document.replace_text("x", "<mjml><mj-body></mj-body></mjml>")
    assert not writer.panel.text.active


def test_a_text_that_is_not_shown_cannot_be_written_in(writer):
    """A component that the mail leaves out for this recipient has no place to write."""
    document = writer.document
    at = document.text.index("<mj-button")
    hidden = "{% if false %}<mj-text>hidden</mj-text>{% endif %}"
    document.replace_text("x", document.text[:at] + hidden + document.text[at:])
    said: list[str] = []
    document.notified.connect(lambda level, sentence: said.append(level))
    writer.panel.text.start(document.tree.elements("mj-text")[1].id)
    writer.qtbot.waitUntil(lambda: not writer.panel.text.active, timeout=20_000)
    assert said == ["info"]
