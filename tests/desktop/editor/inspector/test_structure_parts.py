"""Label, columns, conditions and loops, and the settings of the mail."""

from __future__ import annotations

from desktop.dynamic.conditions.loop_popup import LoopPopup
from desktop.dynamic.conditions.popup import ConditionPopup

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


def test_conditions_and_loops_around_a_component_are_shown_in_words(panel, open_mail):
    """From the outside in, with what is shown otherwise; a click on that selects it."""
    document = open_mail(
        "{% if segment.loyalty %}{% for product in products[:3] %}<mj-section />{% endfor %}"
        "{% elif segment.gone %}<mj-section />{% else %}<mj-section />{% endif %}"
    )
    shown = []
    for number in range(3):
        select(document, "mj-section", number)
        shown.append(
            [
                (row.title.text(), row.words.words, [one.words for one in row.others if not one.isHidden()])
                for row in panel.visibility.rows
                if not row.isHidden()
            ]
        )
    gone, others = "Unknown segment “gone”", "Alternative: otherwise"
    assert shown == [
        [
            ("Shown if", "Loyalty programme", [f"Alternative: {gone}", others]),
            ("Repeated", "Each product, at most 3", []),
        ],
        [("Shown otherwise, if", gone, ["Alternative: Loyalty programme", others])],
        [("Shown otherwise", "Otherwise", ["Alternative: Loyalty programme", f"Alternative: {gone}"])],
    ]
    panel.visibility.rows[0].others[0].click()
    assert document.selected == document.tree.elements("mj-section")[0].id


def test_conditions_and_loops_are_taken_away(panel, open_mail):
    """The component stays; a condition that others share says so."""
    document = open_mail("{% if a %}<mj-divider />{% for x in xs %}<mj-section />{% endfor %}{% endif %}")
    select(document, "mj-section")
    rows = panel.visibility.rows
    assert rows[0].title.text() == "Shown if (with others)"
    rows[1].remove.click()
    assert "{% if a %}<mj-divider /><mj-section />{% endif %}" in document.text
    rows[0].remove.click()
    assert "<mj-body><mj-divider /><mj-section /></mj-body>" in document.text
    assert not panel.visibility.always.isHidden()
    assert (panel.visibility.show_if.text(), panel.visibility.repeat.text()) == ("Add a condition…", "Repeat for each…")


def test_the_popups_are_opened_from_the_box(panel, open_mail, qtbot):
    """For a new condition, a new loop, and for the ones that are there."""
    document = open_mail("{% if a %}{% for x in xs %}<mj-section />{% endfor %}{% endif %}")
    select(document, "mj-section")
    box = panel.visibility
    assert (box.show_if.text(), box.repeat.text()) == ("Change the condition…", "Change the loop…")
    box.rows[0].words.click()
    box.rows[1].words.click()
    box.show_if.click()
    box.repeat.click()
    conditions, loops = (panel.window().findChildren(kind) for kind in (ConditionPopup, LoopPopup))
    assert [popup.level for popup in conditions] == [1, None]
    assert [popup.loop.items for popup in loops] == ["xs", "xs"]
    for popup in (*conditions, *loops):
        popup.close()


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
