"""The way to the selected component can be walked back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.editor.design.breadcrumb import Breadcrumb, way_to
from templates.source.parse import parse

TREE = parse(
    '<mjml><mj-body>{% if a %}<mj-section css-class="mw-s-hero"><mj-column><mj-text>a</mj-text></mj-column>'
    "</mj-section>{% endif %}</mj-body></mjml>"
)


def test_the_way_leads_through_conditions_from_the_mail_inwards():
    """Conditions are no steps; without a selection the mail alone is there."""
    text = TREE.elements("mj-text")[0]
    assert [one.name for one in way_to(TREE, text)] == ["mj-body", "mj-section", "mj-column", "mj-text"]
    assert [one.name for one in way_to(TREE, None)] == ["mj-body"]


def test_each_step_selects_by_mouse_and_key(qtbot):
    """Buttons have names, are reached by Tab, and choose their component."""
    trail = Breadcrumb()
    qtbot.addWidget(trail)
    trail.show_way(TREE, TREE.elements("mj-text")[0])
    assert [button.text() for button in trail.buttons] == ["Mail", "Section · hero", "Column", "Text"]
    assert all(button.accessibleName() and button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in trail.buttons)
    with qtbot.waitSignal(trail.chosen) as chosen:
        qtbot.mouseClick(trail.buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [TREE.elements("mj-section")[0].id]
    with qtbot.waitSignal(trail.chosen) as chosen:
        qtbot.keyClick(trail.buttons[2], Qt.Key.Key_Space)
    assert chosen.args == [TREE.elements("mj-column")[0].id]
