"""Lists as tables, as somebody uses a spreadsheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

PRODUCTS = ("var", "products")


@pytest.fixture
def grid(panel):
    """The table of the products."""
    panel.form.go(PRODUCTS)
    return panel.form.rows


def names(said):
    """The names of the products, in their order."""
    return [row.get("name") for row in said(*PRODUCTS)]


def column(grid, name):
    """The number of a column."""
    return [one.name for one in grid.view.rows.columns].index(name)


def go_to(grid, row, name="name"):
    """Make a cell the current one."""
    grid.view.setCurrentIndex(grid.view.rows.index(row, column(grid, name)))


def paste(grid, text):
    """Paste a text from the clipboard."""
    QGuiApplication.clipboard().setText(text)
    grid.do("paste")


def test_three_rows_are_added_and_one_is_moved(grid, said, qtbot) -> None:
    """New rows come behind the current one, which moves with the keys."""
    go_to(grid, 1)
    for _ in range(3):
        grid.add.click()
    assert names(said) == ["Mug", "Bag", None, None, None]
    go_to(grid, 0)
    qtbot.keyClick(grid.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(said) == ["Bag", "Mug", None, None, None]
    assert grid.view.currentIndex().row() == 1


def test_a_cell_is_written(grid, panel, said, qtbot) -> None:
    """Typing in a cell and Enter is one step."""
    go_to(grid, 0)
    grid.view.edit(grid.view.currentIndex())
    editor = grid.view.findChild(QLineEdit, "cell")
    editor.selectAll()
    qtbot.keyClicks(editor, "Cup")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(said) == ["Cup", "Bag"])
    panel.document.stack.undo()
    assert names(said) == ["Mug", "Bag"]
    assert not panel.document.stack.canUndo()


def test_rows_are_duplicated_and_deleted(grid, said, qtbot) -> None:
    """By key; a row that is one of a kind comes back with undo."""
    go_to(grid, 0)
    qtbot.keyClick(grid.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert names(said) == ["Mug", "Mug", "Bag"]
    qtbot.keyClick(grid.view, Qt.Key.Key_Delete)
    assert names(said) == ["Mug", "Bag"]


def test_a_row_is_dragged_by_its_number(grid, said) -> None:
    """The header's move becomes a move of the data, and the header counts from 1 again."""
    grid.view.verticalHeader().moveSection(0, 1)
    assert names(said) == ["Bag", "Mug"]
    assert grid.view.verticalHeader().visualIndex(0) == 0


def test_a_table_from_a_spreadsheet_becomes_rows(grid, said) -> None:
    """With a heading, in whatever order of columns; a column that is new is added."""
    go_to(grid, 0)
    paste(grid, "Price\tName\tColour\n£5\tPen\tred\n£7\tCap\t\n")
    assert names(said) == ["Mug", "Pen", "Cap", "Bag"]
    assert said(*PRODUCTS, 1) == {"price": "£5", "name": "Pen", "Colour": "red"}


def test_a_table_without_heading_goes_by_columns(grid, said) -> None:
    """From the current column on."""
    go_to(grid, 1)
    paste(grid, "Pen\t£5\nCap\t£7")
    assert names(said) == ["Mug", "Bag", "Pen", "Cap"]


def test_one_cell_is_pasted_into_one_cell(grid, said) -> None:
    """A word from anywhere replaces the current cell."""
    go_to(grid, 1)
    paste(grid, "Rucksack, large")
    assert names(said) == ["Mug", "Rucksack, large"]


def test_what_is_copied_is_a_table(grid) -> None:
    """Selected cells go to the clipboard as spreadsheets want them."""
    grid.view.selectAll()
    grid.do("copy")
    assert QGuiApplication.clipboard().text().split("\n")[0].startswith("Mug\t£9")


def test_lists_in_lists_are_opened_and_left(grid, panel, said, qtbot) -> None:
    """Enter opens the inner table, the arrow goes back to the outer one."""
    go_to(grid, 0, "sizes")
    qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    assert grid.crumbs.text() == "Products  ›  1  ›  Sizes"
    go_to(grid, 0, "size")
    grid.do("duplicate")
    assert said(*PRODUCTS, 0, "sizes") == [{"size": "S"}, {"size": "S"}, {"size": "L"}]
    grid.back_button.click()
    assert panel.form.path == PRODUCTS


def test_an_empty_list_says_what_to_do(show, open_data) -> None:
    """A sentence, and the button that adds the first row."""
    panel = show(open_data({"greeting": "a", "offer": {"title": "b"}}))
    panel.form.go(PRODUCTS)
    page = panel.form.rows
    assert page.add_first.isVisible()
    page.add_first.click()
    assert panel.source.written.data["products"] == [{}]


def test_the_model_is_a_model(grid, qtmodeltester) -> None:
    """Views may rely on it."""
    qtmodeltester.check(grid.view.rows)


def test_the_contents_are_a_model(panel, qtmodeltester) -> None:
    """Views may rely on it."""
    qtmodeltester.check(panel.form.contents.contents)


def test_pasted_rows_are_shown_and_counted(grid, panel) -> None:
    """The first of them is current and in view, all are chosen, and it is said how many they are."""
    told: list[str] = []
    panel.document.notified.connect(lambda _level, text: told.append(text))
    go_to(grid, 1)
    paste(grid, "Pen\t£5\nCap\t£7\nHat\t£9")
    assert grid.view.currentIndex().row() == 2
    assert grid.view.chosen_rows() == [2, 3, 4]
    assert grid.view.viewport().rect().intersects(grid.view.visualRect(grid.view.currentIndex()))
    assert len(told) == 1
    assert told[0].startswith("3 row")
