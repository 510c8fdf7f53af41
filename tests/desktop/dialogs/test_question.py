"""Questions before something is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.dialogs.question import DeleteQuestion
from desktop.dialogs.unsaved import UnsavedDialog


@pytest.fixture
def owner(qapp) -> Iterator[QWidget]:
    """What is asked about; a question goes when it is answered."""
    made = QWidget()
    yield made
    made.deleteLater()


@pytest.fixture
def deleting(owner) -> DeleteQuestion:
    """Whether something is to be deleted."""
    made = DeleteQuestion(owner)
    made.retranslate()
    made.open()
    return made


def test_enter_deletes_nothing(deleting, qtbot):
    """What changes nothing is the usual answer, and the coloured one."""
    assert (deleting.cancel.property("primary"), deleting.go.property("primary")) == (True, False)
    with qtbot.waitSignal(deleting.rejected):
        qtbot.keyClick(deleting, Qt.Key.Key_Return)


def test_delete_deletes(deleting, qtbot):
    """By its own button."""
    with qtbot.waitSignal(deleting.accepted):
        deleting.go.click()


def test_enter_saves_what_is_unsaved(owner, qtbot):
    """There the usual answer is the one that keeps the work."""
    asked = UnsavedDialog(["welcome.en", "welcome.fr"], owner)
    asked.open()
    assert asked.more.text() == "welcome.en, welcome.fr"
    with qtbot.waitSignal(asked.decided, check_params_cb=lambda saves: saves):
        qtbot.keyClick(asked, Qt.Key.Key_Return)
