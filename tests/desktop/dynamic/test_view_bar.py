"""The bar above the canvas says whom the mail is shown for, and its chooser finds segments and contacts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidgetItem, QWidget

from desktop.document import OpenDocument
from desktop.dynamic.view_bar import STEPS, ViewBar
from desktop.dynamic.view_chooser import ViewChooser
from desktop.dynamic.viewing import Viewing
from desktop.live import LiveMailer
from templates.dynamic.view import BY_DATA, WHOLE, Recipient
from templates.files import write_text
from templates.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton
TICK = QPoint(16, 14)


@pytest.fixture
def bar(folder, jobs, qtbot):
    """The bar in a window that has the steps."""
    window = QWidget()
    qtbot.addWidget(window)
    viewing = Viewing(jobs, window)
    made = ViewBar(viewing)
    row = QHBoxLayout(window)
    row.addWidget(made)
    row.addStretch()
    steps = [QAction(window, objectName=name, text=name) for name in STEPS]
    steps[0].triggered.connect(lambda: viewing.step(-1))
    steps[1].triggered.connect(lambda: viewing.step(1))
    made.add_steps(steps)
    document = OpenDocument(Workspace.open(folder), "welcome.en")
    viewing.show_document(document, LiveMailer(document, jobs))
    window.resize(600, 60)
    window.show()
    yield made
    qtbot.waitUntil(lambda: not jobs.running)
    document.close()
    document.deleteLater()


@pytest.fixture
def people(bar, qtbot, tmp_path):
    """Three contacts to choose from, one of them without a name."""
    path = tmp_path / "people.csv"
    write_text(path, "email,firstname,city\nlea@example.com,Léa,Lyon\nmax@example.com,Max,Bonn\n,,Nice\n")
    bar.viewing.choose_file(path)
    qtbot.waitUntil(lambda: bar.viewing.source is not None)
    return bar


def lines(chooser: ViewChooser) -> list[str]:
    return [chooser.list.item(row).text() for row in range(chooser.list.count())]


def line(chooser: ViewChooser, text: str) -> QListWidgetItem:
    (found,) = chooser.list.findItems(text, Qt.MatchFlag.MatchExactly)
    return found


def click(chooser: ViewChooser, text: str, qtbot, at: QPoint | None = None) -> None:
    box = chooser.list.visualItemRect(line(chooser, text))
    qtbot.mouseClick(chooser.list.viewport(), LEFT, pos=box.topLeft() + at if at else box.center())


def test_the_bar_says_what_is_shown(people):
    """The kind, the name, and the place in the row; there are steps only where there is somewhere to go."""
    bar, viewing = people, people.viewing
    shown = []
    for show in (
        viewing.show_by_data,
        viewing.show_whole,
        lambda: viewing.show_segments("loyalty"),
        lambda: viewing.show_segments("loyalty", "travels"),
        viewing.show_segments,
        lambda: viewing.show_contact(0),
        lambda: viewing.show_contact(2),
    ):
        show()
        shown.append((bar.shown.currentText(), bar.place.text() if bar.place.isVisible() else ""))
    assert shown == [
        ("Data set", ""),
        ("Whole mail", ""),
        ("Loyalty programme", "1/4"),
        ("2 segments", "2/4"),
        ("In no segment", "4/4"),
        ("Léa", "1/3"),
        ("Contact", "3/3"),
    ]
    assert bar.shown.accessibleName() == "Whom the mail is shown for: Contact"


def test_a_name_gives_way_where_there_is_no_room(bar, qtbot):
    """The steps stay in sight; the name is painted as far as there is room, and read aloud whole."""
    bar.viewing.show_segments("loyalty")
    usual = bar.sizeHint().width()
    assert bar.minimumSizeHint().width() < usual
    bar.setFixedWidth(bar.minimumSizeHint().width())
    qtbot.waitUntil(lambda: bar.shown.width() < bar.shown.sizeHint().width())
    assert not bar.grab().isNull()
    assert bar.steps[1].geometry().right() < bar.width()
    assert bar.shown.currentText() == "Loyalty programme"
    assert bar.sizeHint().width() == usual


def test_the_steps_go_to_the_neighbours(people, qtbot):
    """By mouse, and back."""
    people.viewing.show_contact(0)
    back, on = people.steps
    qtbot.mouseClick(on, LEFT)
    assert people.viewing.recipient.contact["firstname"] == "Max"
    qtbot.mouseClick(back, LEFT)
    assert people.viewing.recipient.contact["firstname"] == "Léa"


def test_the_chooser_lists_everything(people, qtbot):
    """Two ways, the segments, the contacts, and where other contacts come from; it stands at what is shown."""
    people.viewing.show_contact(1)
    chooser = people.open_chooser()
    assert lines(chooser) == [
        "As the data set says",
        "Whole mail, every condition open",
        "Segments", "Loyalty programme", "Travels this summer", "Lives near the event", "In no segment",
        "Contacts in people.csv", "Léa · Lyon", "Max · Bonn", "Contact 3 · Nice",
        "Another file…",
    ]  # fmt: skip
    assert chooser.list.currentItem().text() == "Max · Bonn"
    click(chooser, "Whole mail, every condition open", qtbot)
    assert people.viewing.recipient == WHOLE


def test_a_few_letters_and_enter(people, qtbot):
    """Beginnings of words find segments and contacts alike; arrows pass over headings."""
    chooser = people.open_chooser()
    qtbot.keyClicks(chooser.field, "lyo")
    assert lines(chooser) == ["Contacts in people.csv", "Léa · Lyon"]
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert people.viewing.recipient.contact["email"] == "lea@example.com"
    chooser = people.open_chooser()
    qtbot.keyClicks(chooser.field, "l")
    assert lines(chooser) == [
        "Segments", "Loyalty programme", "Lives near the event", "Contacts in people.csv", "Léa · Lyon",
    ]  # fmt: skip
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(chooser.field, key)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert people.viewing.recipient == Recipient.in_segments("near_event")


def test_ticks_choose_several_segments(bar, qtbot):
    """A tick adds a segment or takes it away and leaves the list open; the name alone chooses one and closes it."""
    chooser = bar.open_chooser()
    for text, expected in (
        ("Loyalty programme", ("loyalty",)),
        ("Lives near the event", ("loyalty", "near_event")),
        ("Loyalty programme", ("near_event",)),
    ):
        click(chooser, text, qtbot, TICK)
        assert bar.viewing.recipient == Recipient.in_segments(*expected)
        assert chooser.isVisible()
    assert line(chooser, "Lives near the event").checkState() is Qt.CheckState.Checked
    click(chooser, "Travels this summer", qtbot)
    assert bar.viewing.recipient == Recipient.in_segments("travels")
    chooser = bar.open_chooser()
    click(chooser, "In no segment", qtbot)
    assert bar.viewing.recipient == Recipient.in_segments()


def test_without_segments_and_contacts_there_is_a_way_on(bar, folder, qtbot):
    """The first segment is one click away, and so are sample contacts and a file of one's own."""
    write_text(folder / "segments.toml", "segments = []\n")
    opened = []
    action = QAction(bar.window(), objectName="segments.show")
    action.triggered.connect(lambda: opened.append(True))
    chooser = bar.open_chooser()
    assert lines(chooser)[2:] == [
        "Segments", "No segments yet. Make one…", "Contacts", "Use the sample contacts", "Choose a contact file…",
    ]  # fmt: skip
    click(chooser, "No segments yet. Make one…", qtbot)
    bar.show_by_segment()
    assert len(opened) == 2
    bar.show_as_contact()
    chooser = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ViewChooser) and one.isVisible())
    click(chooser, "Use the sample contacts", qtbot)
    qtbot.waitUntil(lambda: bar.viewing.position.count == 60)
    bar.viewing.show_by_data()
    bar.show_as_contact()
    assert bar.viewing.recipient.kind == "contact"


def test_by_segment_begins_with_the_first(bar):
    """The verb needs no chooser when there is a segment."""
    assert bar.viewing.recipient == BY_DATA
    bar.show_by_segment()
    assert bar.viewing.recipient == Recipient.in_segments("loyalty")


def test_a_file_that_cannot_be_read_is_said(bar, tmp_path, qtbot):
    """The document says it, with the place."""
    path = tmp_path / "empty.csv"
    write_text(path, "")
    with qtbot.waitSignal(bar.viewing.document.notified) as said:
        bar.viewing.choose_file(path)
    assert said.args[0] == "error"
    assert "This file is empty." in said.args[1]


def test_the_chooser_dies(bar, dies):
    """A closed chooser is gone."""
    dies(bar.open_chooser)


def test_a_name_is_shown_whole_where_there_is_room(bar):
    """With its icon and the gap between them; a long one too, as far as the bar has room."""
    window = bar.window()
    window.resize(900, 60)
    bar.shown.say("users", "Everybody who lives near the event in Lyon")
    window.layout().activate()
    bar.layout().activate()
    wide = bar.shown.fontMetrics().horizontalAdvance(bar.shown.currentText())
    assert bar.shown.sizeHint().width() < wide
    assert bar.shown.maximumWidth() > wide + bar.shown.iconSize().width()
