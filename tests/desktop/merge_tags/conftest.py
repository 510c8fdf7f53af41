"""A document and a window for fields and pickers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from desktop.document import OpenDocument
from templates.workspace import Workspace


@pytest.fixture
def document(folder, qapp):
    """The welcome mail, open."""
    made = OpenDocument(Workspace.open(folder), "welcome.en")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def parent(qtbot):
    """A window for fields and pickers."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made
