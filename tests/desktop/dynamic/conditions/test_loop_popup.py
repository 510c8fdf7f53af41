"""The popup for loops, used as a marketer uses it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.dynamic.conditions.loop_popup import LoopPopup, singular
from desktop.dynamic.conditions.show import show_loop

ONE = '<mj-section css-class="mw-s-one"><mj-column><mj-text>{{ product.name }}</mj-text></mj-column></mj-section>'


@pytest.fixture
def ask(place: QWidget) -> Iterator:
    """``ask(document, level=…)``: the popup for what is selected."""
    popups = []

    def open_(document, level=None) -> LoopPopup:
        made = show_loop(document, document.selected, place, QRect(50, 50, 80, 30), level=level)
        popups.append(made)
        return made

    yield open_
    for popup in filter(isValid, popups):
        popup.close()


def test_a_list_of_the_data_with_a_limit(open_mail, ask, qtbot):
    """The first list is offered with a name; rows and fields are shown; one step that can be undone."""
    document = open_mail(ONE)
    before = document.text
    popup = ask(document)
    assert [popup.items.itemText(at) for at in range(popup.items.count())] == ["products", "tags"]
    assert (popup.items.currentText(), popup.name.text()) == ("products", "product")
    assert popup.fields.text() == "Inside, texts may use product.name, product.price, product.sizes"
    assert popup.notes.who.text.text().replace("(s)", "s") == "2 times with the current data: each product."
    popup.limit.setValue(1)
    assert popup.notes.who.text.text().startswith("1 time")
    assert popup.notes.service.text.text().startswith("Mailjet cannot say this loop")
    qtbot.keyClick(popup.name, Qt.Key.Key_Return)
    assert "{% for product in products[:1] %}" in document.text
    after = document.text
    document.stack.undo()
    assert document.text == before
    document.stack.redo()
    assert document.text == after
    assert not popup.isVisible()


def test_a_loop_is_changed_and_taken_away(open_mail, ask, qtbot):
    """What is there is shown, its test is kept, its name is renamed where it is used."""
    document = open_mail(f"{{% for product in products[:3] if product.price %}}{ONE}{{% endfor %}}")
    popup = ask(document)
    assert (popup.items.currentText(), popup.name.text(), popup.limit.value()) == ("products", "product", 3)
    popup.items.setCurrentText("tags")
    assert popup.name.text() == "product"
    assert popup.fields.text() == "Inside, {{ product }} writes an entry."
    popup.items.setCurrentText("products")
    popup.name.setText("thing")
    popup.limit.setValue(0)
    popup.ok.click()
    assert "{% for thing in products if thing.price %}" in document.text
    assert "{{ thing.name }}" in document.text
    document.select(document.tree.sections()[0].id, "test")
    again = ask(document)
    again.remove.click()
    assert "for" not in document.text
    assert not again.isVisible()


def test_a_list_inside_a_list(open_mail, ask):
    """In a loop, the lists of its entries are offered too."""
    document = open_mail(f"{{% for product in products %}}{ONE}{{% endfor %}}", select="mj-text")
    popup = ask(document)
    assert "product.sizes" in [popup.items.itemText(at) for at in range(popup.items.count())]


def test_what_makes_no_loop_is_not_written(open_mail, ask):
    """Both fields are checked while they are typed; a list that the data lacks is said."""
    document = open_mail(ONE)
    before = document.text
    popup = ask(document)
    for items, name in (("a %}{% if b", "x"), ("a and", "x"), ("offers", "in"), ("offers", "a b"), ("offers", "")):
        popup.items.setCurrentText(items)
        popup.name.setText(name)
        assert not popup.ok.isEnabled(), (items, name)
        assert popup.fault.isVisible()
    popup.name.setText("offer")
    assert popup.ok.isEnabled()
    assert "no list “offers”" in popup.notes.trouble.text.text()
    popup.items.setCurrentText("offers|sort")
    assert popup.notes.trouble.isHidden()
    assert document.text == before


def test_without_lists_it_says_what_to_do(open_mail, ask):
    """The data set has none: the way to the data is offered. Broken data counts as none."""
    for data in ("{}", "{broken"):
        document = open_mail(ONE, data=data)
        popup = ask(document)
        assert popup.fields.text() == "The data set of this template has no list yet."
        assert popup.data.isVisible()
        assert not popup.ok.isEnabled()
        popup.close()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("products", "product"),
        ("order.lines", "line"),
        ("categories", "category"),
        ("classes", "item"),
        ("addresses", "address"),
        ("data", "one_data"),
        ("news", "new"),
        ('vars["items"]', "item"),
        ("as", "one_as"),
        ("", "item"),
    ],
)
def test_the_name_of_one(path: str, name: str) -> None:
    """The list's own name without its plural."""
    assert singular(path) == name
