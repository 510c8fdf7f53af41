"""The command palette: finding, choosing, remembering."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.dialogs.command_palette import show_palette
from desktop.models.palette_model import FOUND, Entry, PaletteModel, found


def entries(*titles: str) -> list[Entry]:
    return [Entry(title.lower(), title, lambda: None, "Menu", enabled="off" not in title) for title in titles]


def order(query: str, *titles: str, recent: tuple[str, ...] = ()) -> list[str]:
    return [one.entry.title for one in found(query, entries(*titles), recent)]


def test_what_was_used_lately_comes_first():
    """With nothing typed in the order of use, then as in the menus; what cannot be done comes last."""
    assert order("", "Save", "Off off", "Copy", "Paste", recent=("paste", "copy")) == [
        "Paste",
        "Copy",
        "Save",
        "Off off",
    ]


def test_the_better_answer_beats_the_later_use():
    """Among equals the one that was used lately wins."""
    assert order("copy", "Copper way", "Copy", recent=("copper way",))[0] == "Copy"
    assert order("move", "Move up", "Move it", recent=("move it",))[0] == "Move it"


def test_letters_here_and_there_are_no_answer_beside_a_good_one():
    """Only when nothing better is found."""
    assert order("move", "Move up", "Customs of the evening, unloved") == ["Move up"]
    assert order("mov", "Customs of the evening, unloved") == ["Customs of the evening, unloved"]


def test_menus_are_searched_too():
    """Words of the menu count, less than those of the title; scattered letters of it do not."""
    assert order("menu sa", "Save", "Copy") == ["Save"]
    assert order("mnu", "Save") == []


def test_the_model_keeps_to_the_rules(qtmodeltester):
    """Also after a search."""
    model = PaletteModel(entries("Save", "Off off"), ())
    qtmodeltester.check(model, force_py=True)
    model.search("off")
    assert model.rowCount() == 1
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled
    assert model.data(QModelIndex()) is None
    qtmodeltester.check(model, force_py=True)


@pytest.fixture
def palette(opened):
    """The palette over the window with a document, its second section selected."""
    document = opened.open_template("welcome.en")
    document.select(document.tree.sections()[1].id, "test")
    return show_palette(opened)


def test_an_action_is_found_and_done(palette, opened, qtbot):
    """A few letters, Enter; next time it is the first."""
    before = len(opened.document.tree.sections())
    qtbot.keyClicks(palette.field, "dupl edit")
    one = palette.list.currentIndex().data(FOUND)
    assert one.entry.key == "structure.duplicate"
    assert one.entry.shortcut == "Ctrl+D"
    assert one.entry.detail == "Edit"
    palette.grab()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert len(opened.document.tree.sections()) == before + 1
    again = show_palette(opened)
    assert again.list.currentIndex().data(FOUND).entry.key == "structure.duplicate"
    again.close()


def test_templates_and_blocks_are_found(palette, opened, qtbot):
    """A block goes into the mail, a template is opened."""
    text = opened.document.text
    qtbot.keyClicks(palette.field, "insert divider")
    assert palette.list.currentIndex().data(FOUND).entry.key == "block:divider"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert len(opened.document.text) > len(text)
    opened.document.stack.undo()
    other = show_palette(opened)
    qtbot.keyClicks(other.field, "password-reset.en")
    qtbot.keyClick(other.field, Qt.Key.Key_Return)
    assert opened.document.name == "password-reset.en"


def test_the_keyboard_stays_in_the_field(palette, qtbot):
    """The arrows go round; nothing found says so, and what cannot be done now is not done."""
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    rows = [palette.model.index(row) for row in range(palette.model.rowCount())]
    assert palette.list.currentIndex() == [row for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled][-1]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == 8
    qtbot.keyClicks(palette.field, "qqqq")
    assert palette.nothing.isVisibleTo(palette)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.field.setText("redo")
    assert palette.model.rowCount()
    assert not palette.list.currentIndex().isValid()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_a_damaged_memory_is_forgotten(opened, dies):
    """Whatever stands in the settings, the palette opens; closed, it is gone."""
    for kept in (b"{", b"3", b'["a", 7]'):
        opened.preferences.keep_state("palette", kept)
        palette = show_palette(opened)
        assert palette.model.rowCount() > 20
        palette.close()
    dies(lambda: show_palette(opened))
