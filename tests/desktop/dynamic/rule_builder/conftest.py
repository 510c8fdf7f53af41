"""Names as a workspace has them, and a way through the builder as people go."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.dynamic.rule_builder.names import BuilderName
from desktop.dynamic.rule_builder.property_picker import PropertyList
from desktop.dynamic.rule_builder.row import RuleRow


@pytest.fixture
def names() -> list[BuilderName]:
    """Properties of every type, and a segment."""
    return [
        BuilderName("contact.city", "City", "string", ("Lyon", "New York", "Paris")),
        BuilderName("contact.age", "Age", "integer"),
        BuilderName("contact.birthdate", "Birth date", "date"),
        BuilderName("contact.loyalty", "Loyalty", "boolean"),
        BuilderName("contact.tags", "Tags", "list", ("vip",)),
        BuilderName("segment.vip", "Very important people", "boolean"),
    ]


@pytest.fixture
def choose_property(qtbot) -> Callable[[RuleRow, str], None]:
    """``choose_property(row, words)``: open the list of a row by the keyboard, search, take the first answer."""

    def choose(row: RuleRow, words: str) -> None:
        QApplication.processEvents()  # a row that was just added opens its list itself
        if row.subject.findChild(PropertyList) is None:
            qtbot.keyClick(row.subject, Qt.Key.Key_Space)
        opened = row.subject.findChild(PropertyList)
        qtbot.keyClicks(opened.field, words)
        qtbot.keyClick(opened.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: row.subject.findChild(PropertyList) is None)

    return choose


@pytest.fixture
def choose_operator(qtbot) -> Callable[[RuleRow, str], None]:
    """``choose_operator(row, operator)``: go to an operator with the arrow keys."""

    def choose(row: RuleRow, operator: str) -> None:
        wanted, now = row.operator.findData(operator), row.operator.currentIndex()
        for _ in range(abs(wanted - now)):
            qtbot.keyClick(row.operator, Qt.Key.Key_Down if wanted > now else Qt.Key.Key_Up)
        assert row.operator.currentData() == operator

    return choose
