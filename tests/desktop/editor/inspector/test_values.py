"""What the rows show: written and inherited values, template tags, and what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.language import set_language

HEAD = (
    '<mj-head><mj-attributes><mj-all font-family="Georgia" /><mj-text color="{{ brand.colour.accent }}" />'
    '<mj-class name="note" padding="3px 6px" font-size="19px" /></mj-attributes></mj-head>'
)


def test_inherited_values_are_grey_and_say_where_they_come_from(open_mail, row_of):
    """A class, the mail, the brand's part, MJML itself."""
    open_mail(f'<mjml>{HEAD}<mj-body><mj-text mj-class="note">x</mj-text></mj-body></mjml>')
    size = row_of("mj-text", "font-size")
    assert (size.editor.line.text(), size.editor.line.placeholderText()) == ("", "19")
    assert size.origin.text() == "note"
    assert "class “note”" in size.toolTip()
    assert "templates/welcome.en/template.mjml:1" in size.toolTip()
    assert [line.placeholderText() for line in row_of("mj-text", "padding").editor.lines] == ["3", "6", "3", "6"]
    font = row_of("mj-text", "font-family")
    assert (font.editor.box.currentIndex(), font.editor.box.placeholderText()) == (-1, "Georgia")
    colour = row_of("mj-text", "color")
    assert colour.editor.line.placeholderText() == "Accent"
    assert colour.editor.swatch.colour.name() == colour.context.brand_colours()["accent"]
    weight = row_of("mj-text", "line-height")
    assert weight.origin.isHidden()
    assert "MJML's default" in weight.toolTip()


def test_the_brands_part_is_named(open_mail, row_of, panel):
    """Its values stand in a file that the mail includes."""
    brand = panel.context
    open_mail("<mj-text>x</mj-text>")
    part = f'<mj-include path="{brand.brand["path"]}/parts/head.mjml" />'
    open_mail(f"<mjml><mj-head>{part}</mj-head><mj-body><mj-button>x</mj-button></mj-body></mjml>")
    row = row_of("mj-button", "background-color")
    assert row.origin.text() == "brand"
    assert "/parts/head.mjml:" in row.toolTip()


def test_a_changed_part_is_read_again(open_mail, row_of, panel):
    """When the mail is built anew, what is inherited is too."""
    document = open_mail(
        '<mjml><mj-head><mj-include path="modules/a.mjml" /></mj-head><mj-body><mj-text /></mj-body></mjml>'
    )
    path = document.workspace.root / "modules" / "a.mjml"
    path.parent.mkdir(exist_ok=True)
    path.write_text('<mj-attributes><mj-text font-size="31px" /></mj-attributes>')
    panel.context.refresh()
    assert row_of("mj-text", "font-size").editor.line.placeholderText() == "31"
    assert not panel.context.is_stale()
    path.write_text('<mj-attributes><mj-text font-size="32px" /></mj-attributes>')
    assert panel.context.is_stale()
    panel.mail_built(None)
    assert row_of("mj-text", "font-size").editor.line.placeholderText() == "32"


@pytest.mark.parametrize(
    ("component", "attribute", "value"),
    [
        ("mj-text", "font-size", "{{ size }}px"),
        ("mj-text", "padding", "0 {{ x }}px"),
        ("mj-text", "align", "{% if rtl %}right{% else %}left{% endif %}"),
        ("mj-text", "color", "{{ colour }}"),
        ("mj-section", "full-width", "{{ w }}"),
        ("mj-column", "border", "{{ b }}"),
        ("mj-text", "font-family", "{{ font }}, Arial"),
        ("mj-text", "font-size", "big"),
    ],
)
def test_what_an_editor_does_not_understand_is_shown_as_text_and_never_mangled(
    component, attribute, value, open_mail, row_of, panel
):
    """Template tags above all. As text it can be changed; a plain value brings the editor back."""
    document = open_mail(f'<{component} {attribute}="{value}"></{component}>')
    before = document.text
    row = row_of(component, attribute)
    assert row.shown_editor is row.text
    assert row.text.line.text() == value
    assert row.editor.isHidden()
    panel.flush()
    row.settle()
    assert document.text == before
    row.text.line.say("{{ other }}")
    assert f'{attribute}="{{{{ other }}}}"' in document.text
    row.clear_button.click()
    row.settle()
    assert row.shown_editor is row.editor


def test_a_role_of_the_brand_is_shown_by_its_name(open_mail, row_of):
    """Not as a tag; the tip has that."""
    open_mail('<mj-text color="{{ brand.colour.primary }}">x</mj-text>')
    editor = row_of("mj-text", "color").editor
    assert editor.chip.text() == "Primary"
    assert not editor.chip.isHidden()
    assert editor.line.isHidden()


def test_a_border_in_a_colour_of_the_brand_is_edited_in_parts(open_mail, row_of):
    """The reference stays a reference while the width changes."""
    document = open_mail('<mj-column border="1px solid {{ brand.colour.line }}" />')
    row = row_of("mj-column", "border")
    assert row.shown_editor is row.editor
    row.editor.thickness.line.say("3")
    assert 'border="3px solid {{ brand.colour.line }}"' in document.text
    row.editor.thickness.line.say("0")
    assert 'border="none"' in document.text


def test_a_wrong_value_is_marked_with_its_sentence_and_its_fix(open_mail, row_of):
    """What validation says of the component stands where it can be put right."""
    document = open_mail('<mj-text font-size="16" align="centre">x</mj-text>')
    row = row_of("mj-text", "font-size")
    assert row.problem.words.text().startswith("`16` is no value for font-size.")
    row.problem.fix.click()
    assert 'font-size="16px"' in document.text
    assert row.problem.isHidden()


def test_an_attribute_that_mjml_does_not_know_gets_a_row(open_mail, row_of, panel):
    """With what was probably meant; it goes with its attribute."""
    document = open_mail('<mj-text colour="red" data-x="{{ y }}">x</mj-text>')
    row_of("mj-text", "color")
    strays = {row.attribute: row for row in panel.form.strays}
    assert set(strays) == {"colour", "data-x"}
    strays["colour"].problem.fix.click()
    assert '<mj-text color="red" data-x="{{ y }}">' in document.text
    assert [row.attribute for row in panel.form.strays] == ["data-x"]
    panel.form.strays[0].clear_button.click()
    assert panel.form.stray_box.isHidden()


def test_a_component_in_the_wrong_place_says_so(open_mail, panel):
    """Above its attributes."""
    document = open_mail("<mj-text>x</mj-text>")
    document.select(document.tree.elements("mj-text")[0].id, "test")
    assert "cannot stand in mj-body" in panel.problem.words.text()


def test_the_language_of_the_window_is_followed(open_mail, row_of, panel):
    """Values keep their meaning when their words change."""
    open_mail('<mj-section direction="rtl"></mj-section>')
    row = row_of("mj-section", "direction")
    set_language("fr")
    set_language("en")
    assert row.editor.box.currentData() == "rtl"
    assert row.title.text() == "Order"


def test_a_font_of_ones_own_is_written_as_text(open_mail, row_of):
    """ "Other" turns the list into a line; a stack that is in no list is added to it."""
    document = open_mail("<mj-text>x</mj-text>")
    row = row_of("mj-text", "font-family")
    row.editor.box.activated.emit(row.editor.box.count() - 1)
    assert row.shown_editor is row.text
    row.text.line.say("Comic Neue, cursive")
    assert 'font-family="Comic Neue, cursive"' in document.text
    row.text.line.clearFocus()
    row.settle()
    assert row.shown_editor is row.editor
    assert row.editor.box.currentText() == "Comic Neue"


def test_a_dangerous_link_is_remarked_on(open_mail, row_of):
    """It is written as the person wants it, but not without a word."""
    open_mail('<mj-button href="javascript:alert(1)">x</mj-button>')
    editor = row_of("mj-button", "href").editor
    assert not editor.hint.isHidden()
    assert editor.kind.currentData() == "web"


def test_arrows_go_through_the_colours(open_mail, row_of):
    """The popup is used without a mouse."""
    open_mail('<mj-text color="#123456">x</mj-text>')
    editor = row_of("mj-text", "color").editor
    editor.open_popup()
    popup = editor.popup
    assert [one.property("value") for one in popup.used.buttons] == ["#123456"]
    popup.brand.buttons[0].setFocus()
    QTest.keyClick(popup.brand.buttons[0], Qt.Key.Key_Right)
    assert popup.brand.buttons[1].hasFocus()
    QTest.keyClick(popup.brand.buttons[1], Qt.Key.Key_Escape)
    assert editor.popup is None


def test_an_open_choice_goes_when_something_else_is_selected(open_mail, row_of, panel):
    """Of the same kind or of another one; and at a click elsewhere."""
    document = open_mail("<mj-text>a</mj-text><mj-text>b</mj-text><mj-button>c</mj-button>")
    for name, number in (("mj-text", 1), ("mj-button", 0)):
        editor = row_of("mj-text", "color").editor
        editor.open_popup()
        document.select(document.tree.elements(name)[number].id, "canvas")
        assert editor.popup is None
    editor = row_of("mj-text", "color").editor
    editor.open_popup()
    QTest.mouseClick(editor.popup.line, Qt.MouseButton.LeftButton)
    assert editor.popup is not None
    QTest.mouseClick(panel.header, Qt.MouseButton.LeftButton)
    assert editor.popup is None


def test_a_colour_is_typed_in_the_choice_too(open_mail, row_of):
    """Or taken away."""
    document = open_mail("<mj-text>a</mj-text>")
    editor = row_of("mj-text", "color").editor
    editor.open_popup()
    editor.popup.line.setText("#abcdef")
    editor.popup.line.returnPressed.emit()
    assert 'color="#abcdef"' in document.text
    editor.open_popup()
    editor.popup.none.click()
    assert "color=" not in document.text


def test_a_column_without_a_width_shows_its_share(open_mail, row_of):
    """What MJML gives it; stepping starts from there."""
    document = open_mail("<mj-section><mj-column /><mj-column /><mj-column /></mj-section>")
    editor = row_of("mj-column", "width").editor
    assert editor.line.placeholderText() == "33.33"
    editor.step(1)
    assert 'width="34.33%"' in document.text


def test_networks_have_their_own_names(open_mail, row_of):
    """One that MJML does not know is kept."""
    open_mail(
        '<mj-social-element name="linkedin"></mj-social-element><mj-social-element name="own"></mj-social-element>'
    )
    assert row_of("mj-social-element", "name").editor.box.currentText() == "LinkedIn"
    assert row_of("mj-social-element", "name", 1).editor.box.currentText() == "Own"


def test_a_colour_of_any_spelling_is_shown(open_mail, row_of):
    """Names, short ones, with transparency; what is none has no swatch."""
    found = {}
    for value in ("red", "#0f0", "rgb(0, 0, 255)", "rgba(255, 0, 0, 0.5)", "transparent", "nonsense"):
        open_mail(f'<mj-text color="{value}">a</mj-text>')
        colour = row_of("mj-text", "color").editor.swatch.colour
        found[value] = colour and (colour.name(), round(colour.alphaF(), 1))
    assert found == {
        "red": ("#ff0000", 1.0),
        "#0f0": ("#00ff00", 1.0),
        "rgb(0, 0, 255)": ("#0000ff", 1.0),
        "rgba(255, 0, 0, 0.5)": ("#ff0000", 0.5),
        "transparent": ("#000000", 0.0),
        "nonsense": None,
    }


def test_default_styles_are_edited_like_the_components_they_are_for(open_mail, panel):
    """A class of the head says something about many components: its rows have the editors of theirs."""
    document = open_mail(f"<mjml>{HEAD}<mj-body></mj-body></mjml>")
    document.select(document.tree.elements("mj-class")[0].id, "test")
    rows = {row.attribute: row for row in panel.form.strays}
    assert set(rows) == {"padding", "font-size"}
    assert panel.form.stray_box.head.text() == "Default styles"
    rows["font-size"].editor.line.say("21")
    assert '<mj-class name="note" padding="3px 6px" font-size="21px" />' in document.text
    assert panel.visibility.isHidden()
    assert panel.header.tag.text() == "mj-attributes"


def test_the_editor_that_suits_comes_when_the_field_is_left(open_mail, row_of, panel, qtbot):
    """Not while somebody types: the field would go from under the hands."""
    document = open_mail('<mj-text font-size="12px" color="#112233">x</mj-text>')
    row, other = row_of("mj-text", "font-size"), row_of("mj-text", "color")
    panel.activateWindow()
    row.editor.line.setFocus()
    qtbot.waitUntil(row.editor.line.hasFocus)
    row.editor.line.say("{{ size }}")
    assert 'font-size="{{ size }}"' in document.text
    assert row.shown_editor is row.editor
    other.editor.line.setFocus()
    qtbot.waitUntil(lambda: row.shown_editor is row.text)
    assert row.text.line.text() == "{{ size }}"
