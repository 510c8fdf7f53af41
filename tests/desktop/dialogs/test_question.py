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


def test_a_long_text_is_shown_whole(deleting, qtbot):
    """At whatever width: the window is as high as its words."""
    deleting.question.setText("What is to be deleted has a name that goes on for more than a line of this window")
    deleting.more.setText("\n".join(f"•  place number {number} of many" for number in range(9)))
    for width in (440, 900):
        deleting.resize(width, 50)
        qtbot.waitUntil(lambda: deleting.height() >= deleting.layout().totalHeightForWidth(deleting.width()))
        for each in (deleting.question, deleting.more):
            assert each.height() >= each.heightForWidth(each.width())


def test_enter_saves_what_is_unsaved(owner, qtbot):
    """There the usual answer is the one that keeps the work."""
    asked = UnsavedDialog(["welcome.en", "welcome.fr"], owner)
    asked.open()
    assert asked.more.text() == "welcome.en, welcome.fr"
    with qtbot.waitSignal(asked.decided, check_params_cb=lambda saves: saves):
        qtbot.keyClick(asked, Qt.Key.Key_Return)
