"""A code view on a real document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent

from desktop.document import OpenDocument
from desktop.editor.code.panel import CodePanel
from desktop.live import LiveMailer
from templates.workspace import Workspace

MAIL = """<mjml>
  <mj-body>
    <mj-section css-class="mw-s-offer">
      <mj-column>
        <mj-text>Hello {{ contact.firstname }}</mj-text>
        <mj-button href="{{ start_url }}">Go</mj-button>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
"""


def emptied(panel: CodePanel) -> None:
    """Let nothing begin that the end of the test would cut off."""
    panel.set_document(None, None)


@pytest.fixture
def open_text(qapp, jobs, folder, qtbot) -> Iterator[Callable[..., OpenDocument]]:
    """``open_text(text)``: the template ``welcome.en`` with that text, opened."""
    opened: list[OpenDocument] = []

    def make(text: str = MAIL) -> OpenDocument:
        path: Path = folder / "templates" / "welcome.en" / "template.mjml"
        path.write_bytes(text.encode())
        opened.append(OpenDocument(Workspace.open(folder), "welcome.en"))
        return opened[-1]

    yield make
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    for document in opened:
        document.close()
        document.deleteLater()
    # At once: else the garbage collector may find view and document in a job's thread, where timers cannot be stopped.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def panel(open_text, jobs, qtbot) -> CodePanel:
    """A code view that is to be seen."""
    made = CodePanel(jobs)
    qtbot.addWidget(made, before_close_func=emptied)
    made.resize(710, 500)
    made.show()
    return made


@pytest.fixture
def code(panel, open_text, jobs) -> CodePanel:
    """The view with the small mail; nothing is built beside it."""
    panel.set_document(open_text(), None)
    panel.editor.setFocus()
    return panel


@pytest.fixture
def checked(panel, open_text, jobs, qtbot) -> Callable[[str], CodePanel]:
    """``checked(text)``: the view with a text that was checked."""

    def make(text: str) -> CodePanel:
        document = open_text(text)
        live = LiveMailer(document, jobs)
        panel.set_document(document, live)
        with qtbot.waitSignal(live.checked, timeout=20_000):
            live.start()
        return panel

    return make
