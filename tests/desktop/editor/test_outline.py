"""The outline: its model follows the document by differences, and what is done in it is done to the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from desktop import structure, structure_conditions
from desktop.document import OpenDocument
from desktop.editor.mime import block_data, node_data
from desktop.editor.outline import OutlinePanel
from desktop.live import Checked, LiveView, Shown
from desktop.models.outline_model import ITEM
from templates.compile.live import LiveMail
from templates.source.text_edit import TextEdit
from templates.source.validate import validate
from templates.workspace import Workspace

MAIL = """<mjml>
<mj-head>
  <mj-title>Hello</mj-title>
</mj-head>
<mj-body>
  <mj-section css-class="mw-s-one">
    <mj-column>
      <mj-text>First</mj-text>
      <mj-button href="/">Go</mj-button>
    </mj-column>
  </mj-section>
  {% if segment.vip %}
  <mj-section css-class="mw-s-two">
    <mj-column><mj-text>Second</mj-text></mj-column>
  </mj-section>
  {% endif %}
  <mj-section css-class="mw-s-three">
    <mj-column><mj-image src="a.png" /></mj-column>
  </mj-section>
</mj-body>
</mjml>
"""


@pytest.fixture
def document(folder: Path, qapp):
    """The mail above, open."""
    (folder / "templates/welcome.en/template.mjml").write_text(MAIL, "utf-8")
    made = OpenDocument(Workspace.open(folder), "welcome.en")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def panel(document, jobs, qtbot):
    """The outline of it, shown."""
    made = OutlinePanel(jobs)
    qtbot.addWidget(made)
    made.resize(264, 600)
    made.set_document(document, None)
    made.show()
    return made


def titles(panel: OutlinePanel, parent: QModelIndex | None = None) -> list[str]:
    parent = parent or QModelIndex()
    return [panel.model.index(row, 0, parent).data() for row in range(panel.model.rowCount(parent))]


def index(panel: OutlinePanel, *rows: int) -> QModelIndex:
    found = QModelIndex()
    for row in rows:
        found = panel.model.index(row, 0, found)
    return found


def test_the_model_keeps_to_the_rules(panel, qtmodeltester, document):
    """Qt's own tester finds nothing, before and after edits."""
    qtmodeltester.check(panel.model, force_py=True)
    structure.move_down(document, index(panel, 1).internalId())
    structure.insert_block(document, "<mj-hero><mj-text>New</mj-text></mj-hero>")
    structure.delete(document, index(panel, 1).internalId())
    document.stack.undo()
    qtmodeltester.check(panel.model, force_py=True)


def test_rows_follow_the_document(panel, document):
    """Whatever happens to the text, the rows are those of a fresh model."""
    assert titles(panel) == ["Mail", "One", "Two", "Three", "Settings"]
    structure.move_up(document, index(panel, 3).internalId())
    assert titles(panel) == ["Mail", "One", "Three", "Two", "Settings"]
    structure.duplicate(document, index(panel, 1).internalId())
    assert titles(panel) == ["Mail", "One", "One", "Three", "Two", "Settings"]
    at = document.text.index("First")
    document.edit("Typing", [TextEdit(at, at + 5, "Other words")])
    assert titles(panel, index(panel, 1, 0)) == ["Other words", "Go"]
    while document.stack.canUndo():
        document.stack.undo()
    assert titles(panel) == ["Mail", "One", "Two", "Three", "Settings"]


def test_what_is_open_and_selected_stays_so(panel, document, qtbot):
    """Typing elsewhere and moving the section itself keep it open, selected, and the same row."""
    panel.view.expand(index(panel, 1))
    document.select(index(panel, 1, 0, 1).internalId(), "canvas")
    button = panel.view.currentIndex().internalId()
    resets = []
    panel.model.modelReset.connect(lambda: resets.append(1))
    document.edit("Typing", [TextEdit(document.text.index("Second"), document.text.index("Second"), "x")])
    structure.move_down(document, index(panel, 1).internalId())
    assert not resets
    assert titles(panel) == ["Mail", "Two", "One", "Three", "Settings"]
    assert panel.view.isExpanded(index(panel, 2))
    document.select(button, "canvas")
    assert panel.view.currentIndex().internalId() == button


def test_typing_changes_only_the_row_that_says_it(panel, document):
    """No row comes or goes, and one tells that it is different."""
    changed, structure_changes = [], []
    panel.model.dataChanged.connect(lambda first, last: changed.append(first.data()))
    panel.model.rowsInserted.connect(lambda *_: structure_changes.append(1))
    panel.model.rowsRemoved.connect(lambda *_: structure_changes.append(1))
    at = document.text.index("Second")
    document.edit("Typing", [TextEdit(at, at, "The ")])
    assert not structure_changes
    assert changed[-1] == "The Second" or "The Second" in changed


def test_the_selection_goes_both_ways(panel, document):
    """A click in the tree selects in the document; a selection elsewhere opens the tree."""
    panel.view.setCurrentIndex(index(panel, 2))
    assert document.tree.name_of(document.selected_element) == "two"
    document.select(document.tree.elements("mj-button")[0].id, "canvas")
    assert panel.view.currentIndex().data() == "Go"
    assert panel.view.isExpanded(index(panel, 1))


def test_only_parts_of_the_body_are_moved_and_named(panel):
    """The mail itself and its settings stay where they are."""
    drag, edit = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsEditable
    for row, allowed in ((0, False), (1, True), (4, False)):
        flags = panel.model.flags(index(panel, row))
        assert bool(flags & drag) is bool(flags & edit) is allowed


def drop(panel: OutlinePanel, data: QMimeData, target: QModelIndex, share: float) -> bool:
    """Let ``data`` go over a row, at this share of its height; say whether it was taken."""
    area = panel.view.visualRect(target)
    at = QPointF(area.left() + 40, area.top() + share * area.height())
    args = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    move = QDragMoveEvent(at.toPoint(), *args)
    panel.view.dragMoveEvent(move)
    panel.view.viewport().grab()  # the drop line is painted
    if not move.isAccepted():
        return False
    event = QDropEvent(at, *args)
    panel.view.dropEvent(event)
    return event.isAccepted()


def test_a_section_is_dragged_past_another(panel, document):
    """Dropped above the first section it stands there, its condition with it; one undo brings it back."""
    mime = panel.model.mimeData([index(panel, 2)])
    assert drop(panel, mime, index(panel, 1), 0.05)
    assert titles(panel) == ["Mail", "Two", "One", "Three", "Settings"]
    assert document.text.index("segment.vip") < document.text.index("mw-s-one")
    document.stack.undo()
    assert document.text == MAIL


def test_a_block_is_dropped_from_outside(panel, document):
    """A button of the palette, dropped below a text, stands there without any frame."""
    panel.view.expand(index(panel, 1))
    assert drop(panel, block_data("<mj-button>New</mj-button>"), index(panel, 1, 0, 0), 0.95)
    assert titles(panel, index(panel, 1, 0)) == ["First", "New", "Go"]
    assert "<mj-text>First</mj-text>\n      <mj-button>New</mj-button>\n" in document.text


def test_a_drop_where_mjml_forbids_it_is_refused(panel, document):
    """A section in a text, anything in itself, a broken block, garbage."""
    panel.view.expand(index(panel, 1))
    text = index(panel, 1, 0, 0)
    assert not drop(panel, panel.model.mimeData([index(panel, 2)]), text, 0.5)
    assert not drop(panel, panel.model.mimeData([index(panel, 1)]), text, 0.95)
    assert not drop(panel, block_data("<mj-button>"), text, 0.95)
    assert not drop(panel, node_data(999_999), text, 0.95)
    garbage = QMimeData()
    garbage.setText("<mj-text>x</mj-text>")
    assert not drop(panel, garbage, text, 0.95)
    assert document.text == MAIL


@pytest.mark.parametrize(("row", "expected"), [(0, "New"), (1, "New"), (4, "New"), (-1, "New")])
def test_the_rows_of_mail_and_settings_are_no_neighbours(panel, document, row, expected):
    """At the rim a section goes before the first or behind the last one."""
    data = block_data('<mj-section css-class="mw-s-new"><mj-column /></mj-section>')
    assert panel.model.dropMimeData(data, Qt.DropAction.CopyAction, row, 0, QModelIndex())
    place = 1 if row in {0, 1} else 4
    assert titles(panel)[place] == expected


def test_an_empty_mail_takes_a_section(panel, document):
    """With no section there is still a place."""
    for _ in range(3):
        structure.delete(document, index(panel, 1).internalId())
    assert titles(panel) == ["Mail", "Settings"]
    data = block_data("<mj-section />")
    assert panel.model.dropMimeData(data, Qt.DropAction.CopyAction, 1, 0, QModelIndex())
    assert titles(panel) == ["Mail", "Section", "Settings"]


def test_a_name_is_typed_in_place(panel, document, qtbot):
    """F2 opens a field with the name; what is typed is the label, and Escape changes nothing."""
    panel.view.setCurrentIndex(index(panel, 1))
    panel.rename()
    field = panel.view.findChild(QLineEdit)
    assert field.text() == "One"
    assert field.accessibleName()
    field.setText("Our offer")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: 'css-class="mw-s-our-offer"' in document.text)
    assert titles(panel)[1] == "Our offer"
    document.stack.undo()
    assert document.text == MAIL
    panel.view.setCurrentIndex(index(panel, 0))
    panel.rename()
    assert panel.view.state() != panel.view.State.EditingState


def test_enter_asks_to_write(panel, qtbot):
    """The canvas or the code takes over."""
    panel.view.setCurrentIndex(index(panel, 1, 0, 0))
    with qtbot.waitSignal(panel.edit_text) as asked:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert asked.args == [index(panel, 1, 0, 0).internalId()]


def test_a_title_is_found_by_typing_it(panel, qtbot):
    """Type-ahead, as in every tree."""
    panel.view.setCurrentIndex(index(panel, 0))
    qtbot.keyClicks(panel.view, "th")
    assert panel.view.currentIndex().data() == "Three"


def test_the_filter_shows_what_answers_it(panel, document):
    """A match with what it stands in; new rows are filtered too; nothing typed shows all."""
    panel.search.setText("second")
    shown = [not panel.view.isRowHidden(row, QModelIndex()) for row in range(5)]
    assert shown == [False, False, True, False, False]
    assert panel.view.isExpanded(index(panel, 2))
    structure.duplicate(document, index(panel, 1).internalId())
    assert panel.view.isRowHidden(2, QModelIndex())
    panel.search.setText("picture")
    assert not panel.view.isRowHidden(4, QModelIndex())
    panel.search.clear()
    assert not any(panel.view.isRowHidden(row, QModelIndex()) for row in range(6))


def test_a_filter_that_nothing_answers_says_so_and_ends_with_the_mail(panel, document):
    """An empty outline would look like an empty mail; the next mail is shown whole."""
    panel.search.setText("no such words")
    assert not panel.nothing.isHidden()
    assert panel.nothing.text()
    panel.search.setText("second")
    assert panel.nothing.isHidden()
    panel.set_document(None, None)
    panel.set_document(document, None)
    assert not panel.search.text()
    assert not any(panel.view.isRowHidden(row, QModelIndex()) for row in range(5))


def test_the_mail_says_how_often_each_is_shown(panel, document):
    """Only what has a condition or a loop is counted; copies for Outlook are not."""
    two = index(panel, 2).internalId()
    pieces = (f'<div class="mw-n-{two}">', f'<div class="mw-n-{two}-outlook mw-n-{two}">', "<i>")
    panel.mail_built(LiveView(LiveMail(pieces, "", "", (), ()), {}, 1, Shown()))
    assert index(panel, 2).data(ITEM).count == 2
    assert index(panel, 1).data(ITEM).count is None
    structure_conditions.set_condition(document, "a", document.tree.elements("mj-title")[0].id)
    panel.mail_built(LiveView(LiveMail(("",), "", "", (), ()), {}, 1, Shown()))
    assert index(panel, 4, 0).data(ITEM).count is None
    assert "not shown" in index(panel, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    panel.view.viewport().grab()


def test_problems_are_at_their_rows(panel, document):
    """The component that has the fault is marked, and says so; older findings are not shown."""
    at = document.text.index("<mj-button") + len("<mj-button")
    document.edit("Break", [TextEdit(at, at, ' colour="red"')])
    findings = tuple(validate(document.tree))
    assert findings
    panel.mail_checked(Checked(document.revision - 1, findings))
    button = index(panel, 1, 0, 1)
    assert not button.data(ITEM).problems
    panel.mail_checked(Checked(document.revision, findings))
    assert len(button.data(ITEM).problems) == 1
    assert "1 problem" in button.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "colour" in button.data(Qt.ItemDataRole.ToolTipRole)
    panel.view.expandAll()
    panel.view.viewport().grab()


def test_the_menu_has_the_actions_of_the_window(panel, monkeypatch):
    """By key it opens too, below the row; each entry is the window's own action."""
    shown = []

    class Menu(QMenu):
        def popup(self, at: QPoint) -> None:
            shown.append((self.actions(), at))

    monkeypatch.setattr("desktop.context_menu.QMenu", Menu)
    action = QAction("Delete", panel)
    action.setObjectName("structure.delete")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    panel.view.setCurrentIndex(QModelIndex())
    panel.view.contextMenuEvent(event)
    assert not shown
    panel.view.setCurrentIndex(index(panel, 1))
    panel.view.contextMenuEvent(event)
    ((actions, at),) = shown
    assert action in actions
    assert panel.view.viewport().mapFromGlobal(at).y() > panel.view.visualRect(index(panel, 1)).top()


def test_a_template_that_somebody_else_edits_is_only_shown(panel, document):
    """No drag, no drop, no name."""
    document.editable = False
    panel.document_parsed()
    assert not panel.model.flags(index(panel, 1)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not drop(panel, block_data("<mj-section />"), index(panel, 1), 0.05)


def test_another_document_and_none(panel, document):
    """The rows are those of what is open, and open as they were."""
    panel.view.expand(index(panel, 1))
    panel.set_document(None, None)
    assert panel.model.rowCount() == 0
    panel.set_document(document, None)
    assert len(titles(panel)) == 5
    assert [panel.view.isExpanded(each) for each in (index(panel, 1), index(panel, 1, 0), index(panel, 2))] == [
        *(True, True, False),
    ]


def test_a_tip_shows_the_words_of_a_mail_as_they_are(panel, document):
    """What looks like HTML in them is no HTML of ours."""
    at = document.text.index("First")
    document.edit("Typing", [TextEdit(at, at + 5, "&lt;img src=x&gt; and more")])
    tip = index(panel, 1, 0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt; and more" in tip
    assert "<img" not in tip
