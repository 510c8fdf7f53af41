"""Label, columns, conditions and loops, and the settings of the mail."""

from __future__ import annotations

import pytest

ROW = """<mj-section css-class="mw-s-hero">
  <mj-column><mj-text>a</mj-text></mj-column>
  <mj-column><mj-text>b</mj-text></mj-column>
</mj-section>"""


def select(document, name, number=0):
    document.select(document.tree.elements(name)[number].id, "test")


def test_a_section_is_labelled_in_the_head_of_the_panel(panel, open_mail):
    """As a class that other tools pass over; half a name is not written."""
    document = open_mail(ROW)
    select(document, "mj-section")
    label = panel.header.label
    assert (label.text(), panel.header.title.text()) == ("hero", "Section")
    label.say("Été 2")
    assert 'css-class="mw-s-ete-2"' in document.text
    assert label.text() == "ete-2"
    document.stack.undo()
    assert label.text() == "hero"
    select(document, "mj-text")
    assert label.isHidden()


def test_a_layout_is_one_step(panel, open_mail):
    """The drawn buttons show which one there is and make another."""
    document = open_mail(ROW)
    before = document.text
    select(document, "mj-section")
    buttons = {button.widths: button for button in panel.columns.layouts}
    assert [widths for widths, button in buttons.items() if button.isChecked()] == [(50, 50)]
    buttons[(25, 75)].click()
    assert 'width="25%"' in document.text
    assert buttons[(25, 75)].isChecked()
    assert [field.line.text() for field in panel.columns.fields] == ["25", "75"]
    panel.columns.add.click()
    assert document.text.count("<mj-column") == 3
    assert document.stack.count() == 2
    document.stack.undo()
    document.stack.undo()
    assert document.text == before


def test_a_width_is_taken_from_the_column_beside(panel, open_mail):
    """Together they stay as wide as they were."""
    document = open_mail(ROW)
    select(document, "mj-section")
    panel.columns.fields[0].line.say("60")
    assert 'width="60%"' in document.text
    assert 'width="40%"' in document.text
    assert panel.columns.fields[1].line.text() == "40"
    panel.columns.fields[1].line.say("200")
    assert 'width="1%"' in document.text


def test_columns_in_a_condition_keep_their_number(panel, open_mail):
    """The buttons that would change it are off, and a sentence says why."""
    document = open_mail("<mj-section>{% if x %}<mj-column />{% endif %}<mj-column /></mj-section>")
    select(document, "mj-section")
    assert [len(button.widths) for button in panel.columns.layouts if button.isEnabled()] == [2, 2, 2, 2, 2]
    assert not panel.columns.note.isHidden()
    select(document, "mj-column")
    assert panel.columns.isHidden()


def test_conditions_and_loops_around_a_component_are_shown_and_changed(panel, open_mail):
    """From the inside out, each as it is written."""
    document = open_mail(
        "{% if a %}{% for x in xs %}<mj-section />{% endfor %}"
        "{% elif b %}<mj-section />{% else %}<mj-section />{% endif %}"
    )
    box = panel.visibility
    shown = []
    for number in range(3):
        select(document, "mj-section", number)
        rows = [row for row in box.rows if not row.isHidden()]
        shown.append([(row.title.text(), row.line.text()) for row in rows])
    assert shown == [
        [("Repeated for each", "x in xs"), ("Shown only if", "a")],
        [("Shown otherwise, if", "b")],
        [("Shown otherwise", "")],
    ]
    select(document, "mj-section", 0)
    box.rows[0].line.say("y in ys")
    box.rows[1].line.say("a and not c")
    assert document.text.count("{% if a and not c %}{% for y in ys %}") == 1
    box.rows[0].remove.click()
    assert "{% if a and not c %}<mj-section />{% elif b %}" in document.text


@pytest.mark.parametrize("evil", ["x %}<mj-raw>", "{{ x }}", "", "{# x", "a ==", 'a == "'])
def test_a_condition_stays_inside_its_tag(evil, panel, open_mail):
    """What would end the tag, or leave it empty, is not written."""
    document = open_mail("{% if a %}<mj-section />{% endif %}")
    before = document.text
    select(document, "mj-section")
    row = panel.visibility.rows[0]
    row.line.say(evil)
    assert document.text == before
    assert row.line.text() == "a"


def test_a_condition_and_a_loop_are_added(panel, open_mail):
    """With Enter; only what makes a tag."""
    document = open_mail("<mj-section />")
    select(document, "mj-section")
    box = panel.visibility
    box.show_if.click()
    box.line.setText("contact.city == 'Lyon'")
    box.line.returnPressed.emit()
    assert "{% if contact.city == 'Lyon' %}<mj-section />{% endif %}" in document.text
    assert box.line.isHidden()
    box.repeat.click()
    box.line.setText("items")
    box.line.returnPressed.emit()
    assert "for" not in document.text
    box.line.setText("one in items")
    box.line.returnPressed.emit()
    assert "{% for one in items %}<mj-section />{% endfor %}" in document.text


def test_nothing_selected_shows_the_settings_of_the_mail(panel, open_mail):
    """So does the body; without a document a sentence says what to do."""
    document = open_mail('<mjml lang="fr"><mj-head><mj-title>A &amp; B</mj-title></mj-head><mj-body></mj-body></mjml>')
    assert not panel.mail.isHidden()
    assert panel.mail.subject.text() == "A & B"
    assert panel.mail.rows["language"].editor.box.currentText() == "Français"
    assert panel.mail.rows["width"].editor.line.placeholderText() == "600"
    select(document, "mj-body")
    assert not panel.mail.isHidden()
    panel.set_document(None, None)
    assert panel.area.isHidden()
    assert "Open a template" in panel.empty.text()


def test_settings_of_the_mail_are_edited(panel, open_mail):
    """In the element that says them, which is made when it is missing."""
    document = open_mail("<mjml><mj-head></mj-head><mj-body></mj-body></mjml>")
    before = document.text
    rows = panel.mail.rows
    rows["width"].editor.line.say("640")
    rows["breakpoint"].editor.line.say("320")
    box = rows["language"].editor.box
    box.activated.emit(box.findData("de"))
    panel.mail.fonts.name.setText("Inter")
    panel.mail.fonts.address.setText("http://insecure.example")
    assert not panel.mail.fonts.add.isEnabled()
    panel.mail.fonts.address.setText("https://fonts.example/inter")
    panel.mail.fonts.add.click()
    assert document.text == (
        '<mjml lang="de"><mj-head>  <mj-breakpoint width="320px" />'
        '<mj-font name="Inter" href="https://fonts.example/inter" /></mj-head><mj-body width="640px"></mj-body></mjml>'
    ).replace("  <mj-b", "<mj-b")
    panel.mail.fonts.rows[0].removed.emit("Inter")
    assert "mj-font" not in document.text
    while document.stack.canUndo():
        document.stack.undo()
    assert document.text == before


def test_the_subject_is_edited_where_it_is_shown_as_it_arrives(panel, open_mail, qtbot):
    """A button leads there."""
    open_mail("<mjml><mj-body></mj-body></mjml>")
    with qtbot.waitSignal(panel.envelope_wanted):
        panel.mail.edit_envelope.click()
