"""Emoji: found by a word, taken by a key; what is picked is typed into the field."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.document import OpenDocument
from desktop.editor.envelope.emoji import EmojiPicker
from desktop.editor.envelope.fields import LineField
from desktop.models.emoji import EmojiModel, groups, search, seasons, seasons_from
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
    """A window for the pickers."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_emoji_is_there_once_with_two_names():
    """Some four hundred, each with a name in both languages; the sets of the seasons are among them."""
    every = [one for group in groups() for one in group.emoji]
    assert len(every) > 400
    for values in ([one.characters for one in every], [one.names[0] for one in every], [one.names[1] for one in every]):
        assert len(set(values)) == len(values)
        assert all(values)
    assert all(season.emoji for season in seasons())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("fire", "🔥"), ("cadeau", "🎁"), ("noel sapin", "🎄"), ("santa", "🎅"), ("🚀", "🚀"), ("été", "☀️")],
)
def test_an_emoji_is_found_in_both_languages(text, expected):
    """By its name, by a word, without accents, or by itself."""
    assert expected in [one.characters for one in search(text)][:12]


def test_nothing_is_found_for_nonsense():
    """No letter by letter guessing among so many."""
    assert search("qzx") == []


@pytest.mark.parametrize(
    ("today", "first"),
    [
        *((date(2026, 11, 22), "Black Friday"), (date(2026, 12, 20), "Christmas"), (date(2026, 12, 30), "Christmas")),
        *((date(2027, 1, 5), "New Year"), (date(2026, 6, 25), "Father’s Day"), (date(2026, 8, 20), "Back to school")),
    ],
)
def test_the_season_that_is_near_comes_first(today, first):
    """And stays for some days after."""
    assert seasons_from(today)[0].title("en") == first


def test_the_model_keeps_to_the_rules(qtmodeltester, qapp):
    """Empty and full."""
    model = EmojiModel("fr")
    qtmodeltester.check(model, force_py=True)
    model.show_these(groups()[0].emoji)
    qtmodeltester.check(model, force_py=True)
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "visage souriant"


def test_an_emoji_is_taken_with_the_keyboard(parent, qtbot):
    """Searched and taken with Enter; its name is shown."""
    picker = EmojiPicker(parent, date(2026, 12, 24))
    picker.show()
    assert picker.sets.currentText() == "Christmas"
    assert picker.grid.currentIndex().data() == "🎄"
    assert picker.name.text() == "Christmas tree"
    qtbot.keyClicks(picker.field, "rocket")
    with qtbot.waitSignal(picker.picked) as taken:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert taken.args == ["🚀"]


def test_the_grid_is_walked_with_the_arrows(parent, qtbot):
    """Down into it, along, Enter."""
    picker = EmojiPicker(parent, date(2026, 12, 24))
    picker.show()
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    qtbot.keyClick(picker.grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(picker.picked) as taken:
        qtbot.keyClick(picker.grid, Qt.Key.Key_Return)
    assert taken.args == ["🎅"]


def test_a_set_is_chosen_and_the_rest_follows_it(parent):
    """A season, a group; a search looks through all of them."""
    picker = EmojiPicker(parent, date(2026, 12, 24))
    picker.sets.setCurrentText("Food and drink")
    assert picker.model.index(0).data() == "🍎"
    assert picker.model.rowCount() == sum(len(group.emoji) for group in groups())
    picker.field.setText("qzx")
    assert picker.model.rowCount() == 0
    assert picker.name.text()
    picker.sets.setCurrentText("Objects")
    assert picker.field.text() == ""
    assert picker.model.index(0).data() == "📱"
    picker.close()


def test_what_is_picked_is_typed(document, qtbot, parent):
    """At the caret, into the mail, as a step of its own."""
    field = LineField("mj-title", parent)
    for each in (field.edit, field.emoji, field.tags, field.code, field.counter, field.caption):
        each.setParent(parent)
    field.document = document
    field.follow()
    before = document.text
    field.edit.setCursorPosition(0)
    picker = field.choose_emoji()
    picker.field.setText("rocket")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert field.edit.text().startswith("🚀")
    assert "<mj-title>🚀" in document.text
    other = field.choose_tag()
    other.field.setText("contact.city")
    qtbot.keyClick(other.field, Qt.Key.Key_Return)
    assert '🚀{{ contact.city|default("") }}' in document.text
    while document.stack.canUndo():
        document.stack.undo()
    assert document.text == before


def test_it_dies(parent, dies):
    """Closed, it is gone."""
    dies(lambda: EmojiPicker(parent))
