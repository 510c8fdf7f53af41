"""An open document with everything that watches over it."""

from __future__ import annotations

import pytest

from desktop.document import OpenDocument
from desktop.editor.history.guard import guard, let_go
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace


@pytest.fixture
def document(qapp, folder, jobs, qtbot):
    """The welcome mail, open and guarded."""
    made = OpenDocument(Workspace.open(folder), "welcome.en")
    guard(made, jobs)
    qtbot.waitUntil(lambda: not jobs.running)
    yield made
    let_go(made)
    made.close()
    qtbot.waitUntil(lambda: not jobs.running)
    made.deleteLater()


@pytest.fixture
def type_in(document):
    """Put something at the beginning of the text."""

    def put(text: str) -> None:
        document.edit("Typing", [TextEdit(0, 0, text)])

    return put
