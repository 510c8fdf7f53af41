"""Forms: made from the schema, so that every attribute of every component has an editor of its type."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.editor.inspector.border_editor import BorderEditor
from desktop.editor.inspector.choice_editor import ChoiceEditor, SegmentEditor, SwitchEditor
from desktop.editor.inspector.class_editor import ClassEditor
from desktop.editor.inspector.colour_editor import ColourEditor
from desktop.editor.inspector.font_editor import FontEditor
from desktop.editor.inspector.groups import groups_of
from desktop.editor.inspector.link_editor import LinkEditor
from desktop.editor.inspector.number_editor import NumberEditor
from desktop.editor.inspector.picture_editor import PictureEditor
from desktop.editor.inspector.sides_editor import SidesEditor
from desktop.editor.inspector.text_editor import AltEditor, TextEditor
from templates.source.attribute_type import check
from templates.source.schema import component, components

BODY = [one.name for one in components().values() if one.kind == "body" and one.name != "mj-body"] + ["mj-include"]
OF_KIND = {
    "color": ColourEditor,
    "boolean": SwitchEditor,
    "integer": NumberEditor,
    "enum": (ChoiceEditor, SegmentEditor, SwitchEditor),
    "unit": (NumberEditor, SidesEditor),
    "string": (
        *(AltEditor, BorderEditor, ChoiceEditor, ClassEditor, FontEditor, LinkEditor, PictureEditor, SidesEditor),
        *(SwitchEditor, TextEditor),
    ),
}


def covered(form):
    return {name for row in form.rows.values() for name in row.names}


@pytest.mark.parametrize("name", BODY)
def test_every_attribute_of_every_component_has_an_editor_of_its_type(name, panel, open_mail, row_of):
    """Sides of a padding belong to the padding; nothing else is left out, and looking changes nothing."""
    document = open_mail(f"<{name}></{name}>")
    before = document.text
    row_of(name, "path" if name == "mj-include" else "css-class" if name != "mj-raw" else "position")
    of = component(name)
    assert set(of.attributes) <= covered(panel.form)
    for attribute, row in panel.form.rows.items():
        of_type = of.attributes.get(attribute)
        if of_type is None:  # the words in it
            continue
        assert isinstance(row.editor, OF_KIND[of_type.kind]), attribute
        assert isinstance(row.editor, SidesEditor) == (of_type.most > 1 or attribute.endswith("radius")), attribute
        default = of.defaults.get(attribute)
        if default and check(default, of_type) and not isinstance(row.editor, ChoiceEditor):
            assert row.editor.understands(default), (attribute, default)
    assert document.text == before
    assert document.stack.count() == 0


def test_each_attribute_is_in_one_group():
    """Nothing is asked twice."""
    for name in BODY:
        names = [attribute for group in groups_of(name) for attribute in group.attributes]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ["mj-section", "mj-text", "mj-image", "mj-button", "mj-social-element", "mj-hero"])
def test_every_control_has_a_name_and_is_reached(name, panel, open_mail, row_of):
    """For screen readers, and with Tab."""
    open_mail(f"<{name}></{name}>")
    row_of(name, "css-class")
    panel.form.rows["css-class"].write_as_text()
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(panel) and not widget.focusProxy():
            buddy = [row.title for row in panel.form.rows.values() if row.title.buddy() is widget]
            text = widget.text() if hasattr(widget, "text") else ""
            assert widget.accessibleName() or buddy or text, widget


def test_a_form_is_made_once_and_shown_again(panel, open_mail, row_of):
    """The second component of a kind gets the widgets of the first."""
    document = open_mail('<mj-text color="#111111">a</mj-text><mj-text color="#222222">b</mj-text>')
    row = row_of("mj-text", "color")
    form = panel.form
    assert row.editor.line.text() == "#111111"
    document.select(document.tree.elements("mj-text")[1].id, "test")
    assert panel.form is form
    assert form.rows["color"] is row
    assert row.editor.line.text() == "#222222"


def test_a_fold_stays_as_it_was_for_every_component(panel, open_mail, row_of):
    """Whoever closes "Layout" does not want to see it with the next component either."""
    open_mail("<mj-text>a</mj-text><mj-button>b</mj-button>")
    row_of("mj-text", "padding")
    panel.form.boxes["layout"].head.click()
    document = panel.document
    document.select(document.tree.elements("mj-button")[0].id, "test")
    while not panel.form.is_complete:
        panel.form.build_next()
    assert not panel.form.boxes["layout"].is_open


def test_the_words_of_a_button_are_edited_and_formatted_ones_are_not(panel, open_mail, row_of):
    """Markup belongs into the mail itself; a line of text would lose it."""
    document = open_mail("<mj-button>Go &amp; see {{ name }}</mj-button><mj-button>Go <b>now</b></mj-button>")
    row = row_of("mj-button", "#content")
    assert row.editor.line.text() == "Go & see {{ name }}"
    row.editor.line.say("1 < 2 {{ 'a<b' }}")
    assert "<mj-button>1 &lt; 2 {{ 'a<b' }}</mj-button>" in document.text
    assert row_of("mj-button", "#content", 1).isHidden()


def test_what_depends_on_a_background_picture_comes_with_it(panel, open_mail, row_of):
    """Its size says nothing while there is none."""
    open_mail('<mj-section></mj-section><mj-section background-url="https://a.example/b.png"></mj-section>')
    assert row_of("mj-section", "background-size").isHidden()
    assert not row_of("mj-section", "background-size", 1).isHidden()


def test_tab_goes_from_top_to_bottom(panel, open_mail, row_of, qtbot):
    """Head, columns, visibility, attributes: in the order in which they are seen."""
    open_mail('<mj-section own="x"></mj-section>')
    row_of("mj-section", "css-class")
    rows = [row for row in panel.form.rows.values() if not row.isHidden()]
    qtbot.waitUntil(lambda: all(row.isVisibleTo(panel) for row in rows))  # their groups are shown by the next event
    chain, current = [panel], panel.nextInFocusChain()
    while current is not panel:
        chain.append(current)
        current = current.nextInFocusChain()
    seen = [one for one in chain if one.isVisibleTo(panel) and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    parts = (panel.header, panel.columns, panel.visibility, panel.form)
    order = [next(part for part in parts if part.isAncestorOf(one)) for one in seen]
    assert order == sorted(order, key=parts.index)
    assert len([one for one in seen if panel.form.isAncestorOf(one)]) > len(rows)
