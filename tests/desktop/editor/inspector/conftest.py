"""The inspector on a mail of one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from shiboken6 import isValid

from desktop.document import OpenDocument
from desktop.editor.inspector.panel import InspectorPanel
from desktop.jobs import Jobs
from desktop.language import set_language
from renderers.render.pool import RenderPool
from templates.workspace import Workspace


@pytest.fixture(scope="module")
def made_once(qapp) -> Iterator[InspectorPanel]:
    """The panel is made from the schema, which takes its time; the window too makes it once."""
    jobs = Jobs(_no_browser)
    panel = InspectorPanel(jobs)
    panel.resize(304, 900)
    panel.show()
    yield panel
    jobs.shut_down()
    panel.close()
    panel.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _no_browser() -> RenderPool:
    raise AssertionError("the inspector takes no pictures of mails")


@pytest.fixture
def panel(made_once, qtbot) -> Iterator[InspectorPanel]:
    """The panel, shown, without a document."""
    set_language("en")
    made_once.context.folds.clear()
    yield made_once
    qtbot.waitUntil(lambda: not made_once.context.jobs.running)
    made_once.set_document(None, None)


@pytest.fixture
def open_mail(panel, folder, qtbot) -> Iterator[Callable[[str], OpenDocument]]:
    """Open a mail in the panel; a text without <mjml> goes into its body."""
    opened: list[OpenDocument] = []

    def make(text: str) -> OpenDocument:
        if "<mjml" not in text:
            text = f"<mjml><mj-head></mj-head><mj-body>{text}</mj-body></mjml>"
        workspace = Workspace.open(folder)
        workspace.template("welcome.en").mjml_path.write_bytes(text.encode())
        document = OpenDocument(workspace, "welcome.en")
        opened.append(document)
        panel.set_document(document, None)
        return document

    yield make
    panel.set_document(None, None)
    for document in filter(isValid, opened):
        document.close()
        document.deleteLater()


@pytest.fixture
def row_of(panel) -> Callable[..., object]:
    """Select the first component of a name and return the row of one of its attributes, made if need be."""

    def find(name: str, attribute: str, number: int = 0):
        document = panel.document
        found = [one for one in document.tree.elements(name) if document.tree.parent(one).name != "mj-attributes"]
        document.select(found[number].id, "test")
        form = panel.form
        while not form.is_complete:
            form.build_next()
        for box in form.boxes.values():
            if not box.is_open:
                box.head.click()
        return form.rows[attribute]

    return find
