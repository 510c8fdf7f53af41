"""A mail of one's own in a workspace, and the popups on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from desktop.document import OpenDocument
from templates.workspace import Workspace

DATA = """{"products": [{"name": "Lamp", "price": 12.5, "sizes": ["S"]}, {"name": "Chair"}], "tags": ["a"], "code": "X",
"order": {"total": 20, "paid": true, "day": "2026-01-02"}, "odd name": "y"}"""


@pytest.fixture
def open_mail(qapp, folder: Path) -> Iterator[Callable[..., OpenDocument]]:
    """Open sections as the body of a mail; the first one is selected."""
    made: list[OpenDocument] = []

    def make(body: str, *, data: str = DATA, select: str = "mj-section") -> OpenDocument:
        workspace = Workspace.open(folder)
        template = workspace.template("welcome.en")
        template.mjml_path.write_text(f"<mjml><mj-body>{body}</mj-body></mjml>", "utf-8")
        (template.root / "data" / "default.json").write_text(data, "utf-8")
        document = OpenDocument(workspace, "welcome.en")
        made.append(document)
        document.select(document.tree.elements(select)[0].id, "test")
        return document

    yield make
    for document in made:
        document.close()
        document.deleteLater()


@pytest.fixture
def place(qtbot) -> QWidget:
    """What a popup stands over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    widget.show()
    return widget
