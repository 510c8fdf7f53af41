"""Choosing a name: found by a word, with what stands in for it where it is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.merge_tags.names import names_for
from desktop.merge_tags.picker import MergeTagPicker

LOOP = """<mjml><mj-body>
{% for product in products %}<mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section>{% endfor %}
</mj-body></mjml>"""
PRODUCTS = '{"products": [{"name": "Lamp", "price": "£5"}, {"name": "Bag"}], "shop": "Acme"}'


def test_a_name_is_taken_as_its_tag(document, parent, qtbot):
    """A property of the contact with the default that keeps a mail alive without it."""
    picker = MergeTagPicker(names_for(document), parent)
    picker.show()
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.list.currentIndex().row() == 1
    qtbot.keyClicks(picker.field, "firstname")
    picker.list.grab()
    with qtbot.waitSignal(picker.picked) as taken:
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert taken.args == ['{{ contact.firstname|default("") }}']


def test_what_is_written_for_a_missing_value_goes_into_the_tag(document, parent, qtbot):
    """Typed below the list, quotes and all."""
    picker = MergeTagPicker(names_for(document), parent)
    picker.show()
    picker.field.setText("first name")
    qtbot.waitUntil(picker.isActiveWindow)
    qtbot.keyClick(picker.field, Qt.Key.Key_Tab)
    assert picker.missing.hasFocus()
    qtbot.keyClicks(picker.missing, 'dear "friend"')
    with qtbot.waitSignal(picker.picked) as taken:
        qtbot.keyClick(picker.missing, Qt.Key.Key_Return)
    assert taken.args == ["{{ contact.firstname|default('dear \"friend\"') }}"]


def test_what_every_mail_has_needs_nothing_in_its_place(document, parent):
    """The brand and the links of a mail are always there."""
    picker = MergeTagPicker(names_for(document), parent)
    picker.field.setText("unsubscribe link")
    assert not picker.missing.isEnabled()
    picker.field.setText("contact.city")
    assert picker.missing.isEnabled()
    picker.close()


def test_only_what_prints_is_offered(document, parent):
    """No lists, no segments; and nothing found says what to do."""
    paths = {name.path for name in names_for(document, {"items": [1], "price": "5"})}
    assert "price" in paths
    assert "items" not in paths
    assert not any(path.startswith("segment.") for path in paths)
    picker = MergeTagPicker(names_for(document), parent)
    picker.field.setText("qzx")
    assert not picker.nothing.isHidden()
    assert "data set" in picker.nothing.text()
    picker.close()


def test_inside_a_loop_the_fields_of_its_list_come_first(document):
    """With the first item's values; a field that not every item has prints nothing where it is missing."""
    document.replace_text("Loop", LOOP)
    document.set_side("Data", "data/default.json", PRODUCTS)
    text = document.tree.elements("mj-text")[0]
    first, second, *_ = names_for(document, "default", text.id)
    assert (first.path, first.sample, first.tag) == ("product.name", "Lamp", "{{ product.name }}")
    assert second.tag == '{{ product.price|default("") }}'
    assert not any(name.group == "loop" for name in names_for(document))


def test_it_dies(document, parent, dies):
    """Closed, it is gone."""
    dies(lambda: MergeTagPicker(names_for(document), parent))
