"""Comparing two states: text at once, pictures from the pool, and the keys that walk through the differences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.editor.history.compare import CompareView, Side
from desktop.editor.history.compare_dialog import CompareDialog
from desktop.editor.history.difference_view import DifferenceView
from desktop.editor.history.picture_pair import PicturePair
from desktop.editor.history.picture_pane import PicturePane
from renderers.proofs.compare import Band, Compared, Seen
from templates.differences import differences, file_differences
from templates.errors import TemplateError
from templates.snapshot import Snapshot

LINES = [f"line {number}" for number in range(60)]


def seen(height: int) -> Seen:
    return Seen(300, height, bytes(3 * 300 * height))


@pytest.fixture
def pair(qtbot):
    """Two pictures, the second with a section of 200 rows more at row 500."""
    made = PicturePair()
    made.resize(800, 400)
    qtbot.addWidget(made)
    made.show()
    made.show_compared(
        Compared(seen(2000), seen(2200), (Band((500, 500), (500, 700)), Band((1500, 1510), (1700, 1710))))
    )
    return made


@pytest.fixture
def view(qtbot):
    """The text of two changes far apart."""
    made = DifferenceView()
    made.resize(600, 300)
    qtbot.addWidget(made)
    made.show()
    after = [*LINES[:10], "new 🎉 words", *LINES[11:50], *LINES[51:]]
    made.show_files([("template.mjml", differences("\n".join(LINES), "\n".join(after)))])
    return made


@pytest.fixture
def compare(document, jobs, qtbot):
    """The whole view, on two texts of the document."""
    made = CompareView(jobs)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    text = document.text
    before, after = Side("Before", Snapshot(text)), Side("After", Snapshot(f"<!-- new -->\n{text}"))
    made.show_pair(document.workspace, document.name, before, after)
    qtbot.waitUntil(lambda: not jobs.running)
    return made


def test_signs_stand_in_the_text(view):
    """Removed and added are told without colour, and a screen reader reads them too."""
    lines = view.toPlainText().split("\n")
    assert [line for line in lines if line[0] in "+−"] == ["− line 10", "+ new 🎉 words", "− line 50"]
    assert lines[0].startswith("⋯ ")
    assert "7" in lines[0]


def test_lines_have_the_numbers_of_both_texts(view):
    """Beside them, empty on the side where a line is not."""
    lines = view.toPlainText().split("\n")
    assert view.numbers(lines.index("  line 9")) == ("10", "10")
    assert view.numbers(lines.index("− line 10")) == ("11", "")
    assert view.numbers(lines.index("+ new 🎉 words")) == ("", "11")
    assert view.numbers(0) == ("", "")


def test_differences_are_walked_through(view, qtbot):
    """The caret goes to the first line of each; the last is the last."""
    assert (view.count, view.current) == (2, 0)
    with qtbot.waitSignal(view.moved):
        view.go(1)
    assert view.textCursor().block().text() == "− line 50"
    view.go(9)
    assert view.current == 1


def test_all_lines_can_be_shown(view):
    """And the place among the differences stays."""
    view.go(1)
    view.set_all_lines(True)
    assert view.toPlainText().count("\n") == 60
    assert view.textCursor().block().text() == "− line 50"


def test_words_are_marked_where_they_are(view):
    """The marks of a line cover its changed words, emoji counted as the editor counts them."""
    view.show_files([("x", differences("say 🎉 hello you", "say 🎉 goodbye you"))])
    marks = [mark.cursor.selectedText() for mark in view._marks(0) + view._marks(1)]
    assert marks == ["hello", "goodbye"]


def test_files_are_named_when_there_are_several(qtbot):
    """Each under its own name; with one there is nothing to tell apart."""
    view = DifferenceView()
    qtbot.addWidget(view)
    view.show_files(file_differences(Snapshot("a", {"template.txt": "x"}), Snapshot("b", {"template.txt": "y"})))
    assert [line for line in view.toPlainText().split("\n") if line[0] not in "+−"] == ["template.mjml", "template.txt"]


def test_what_belongs_together_stays_at_one_height(pair):
    """Scrolling either picture takes the other along, past what only one of them has."""
    pair.before.pane.go_to(1200)
    assert round(pair.after.pane.row) == 1400
    pair.after.pane.go_to(400)
    assert round(pair.before.pane.row) == 400


def test_each_difference_comes_to_sight_in_both(pair, qtbot):
    """Where one picture has nothing, the place where it would be."""
    pair.go(1)
    assert (round(pair.before.pane.row), round(pair.after.pane.row)) == (1500, 1700)
    assert pair.before.pane.current == 1


def test_a_side_without_a_picture_says_why(pair):
    """The other one is shown."""
    pair.show_compared(Compared(TemplateError("It is broken."), seen(100)))
    assert "It is broken." in pair.before.words.text()
    assert (pair.before.currentIndex(), pair.after.currentIndex()) == (1, 0)
    assert pair.count == 0


def test_a_picture_is_never_enlarged(qtbot):
    """A wide pane shows it at its size, a narrow one all of its width."""
    pane = PicturePane(added=True)
    qtbot.addWidget(pane)
    pane.resize(1000, 300)
    pane.show()
    pane.show_picture(seen(1000), [(10, 20), (30, 30)])
    assert pane.scale == 1
    pane.resize(200, 300)
    qtbot.waitUntil(lambda: pane.scale < 0.6)
    assert not pane.grab().toImage().isNull()


def test_pictures_and_text_of_a_pair(compare, qtbot):
    """Pictures first; the text is ready as well, and each mode has its own tools."""
    qtbot.waitUntil(lambda: compare.pictures.before.currentIndex() == 0)
    assert compare.device.isVisible()
    assert compare.text.count == 1
    compare.as_text.trigger()
    assert compare.text.isVisible()
    assert compare.all_lines.isVisible()
    assert not compare.device.isVisible()
    assert compare.counter.text() == "1 of 1"


def test_f7_walks_round(compare, qtbot):
    """Forwards, and backwards with shift; after the last comes the first."""
    lines = "\n".join(LINES)
    compare.as_text.trigger()
    before, after = Side("Before", Snapshot(lines)), Side("After", Snapshot(lines.replace("0", "zero")))
    compare.show_pair(compare._workspace, "welcome.en", before, after)
    qtbot.waitUntil(lambda: compare.text.count == 6)
    compare.text.setFocus()
    qtbot.keyClick(compare.text, Qt.Key.Key_F7)
    assert compare.counter.text() == "2 of 6"
    for _ in range(2):
        qtbot.keyClick(compare.text, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert compare.counter.text() == "6 of 6"


def test_another_device_takes_other_pictures_once(compare, qtbot, jobs):
    """Going back shows the first ones again without the browser."""
    compare.device.setCurrentIndex(1)
    compare.device.activated.emit(1)
    qtbot.waitUntil(lambda: not jobs.running)
    assert len(compare._taker._done) == 2
    compare.device.setCurrentIndex(0)
    compare.device.activated.emit(0)
    assert not jobs.running
    assert compare.pictures.before.currentIndex() == 0


def test_a_comparison_without_a_pair_says_what_to_do(compare):
    """The tools are gone, they have nothing to work on."""
    compare.show_nothing("history", "Nothing yet", "Do something.")
    assert compare.nothing.isVisible()
    assert not compare.device.isVisible()
    assert not compare.next.isEnabled()


def test_a_comparison_dies_with_its_window(document, jobs, qtbot, dies):
    """Jobs that are under way do not keep it."""
    sides = (Side("Before", Snapshot("a")), Side("After", Snapshot("b")))
    dies(lambda: CompareDialog(jobs, document.workspace, document.name, sides))
    qtbot.waitUntil(lambda: not jobs.running)
