"""A hundred thousand entries, of which only what is looked at is read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from desktop.tokens.history_model import COLUMNS, PAGE, HistoryModel
from renderers.budget.values import Entry, Kind

MANY = 100_000
TOP = QModelIndex()


def entry(number: int, kind: Kind = "settle", **values: object) -> Entry:
    """One line of the ledger of acme; what is not said is empty."""
    texts = dict.fromkeys(("expires", "actor", "login", "payer", "other", "reservation", "template", "run"), "")
    texts |= dict.fromkeys(("client", "note", "key", "hash"), "")
    numbers = {"available": 0, "reserved": -1, "spent": 1, "part": 0}
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return Entry(**{"account": "acme", "number": number, "kind": kind, "at": at, **texts, **numbers, **values})


class Book:
    """Answers a model as the ledger would."""

    def __init__(self, model: HistoryModel) -> None:
        self.model, self.asked = model, list[int]()
        model.wanted.connect(self.answer)

    def answer(self, before: int) -> None:
        self.asked.append(before)
        newest = before - 1 if before else MANY
        self.model.take([entry(number) for number in range(newest, max(0, newest - PAGE), -1)], before, {})


@pytest.fixture
def model(qapp) -> HistoryModel:
    made = HistoryModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def test_a_page_is_read_at_a_time(model):
    """Scrolling asks for the next one, from where the last one ended."""
    book = Book(model)
    model.begin()
    assert (model.rowCount(), book.asked) == (PAGE, [0])
    model.fetchMore(TOP)
    model.fetchMore(TOP)
    assert model.rowCount() == 3 * PAGE
    assert book.asked == [0, MANY - PAGE + 1, MANY - 2 * PAGE + 1]
    assert [each.number for each in model.entries] == list(range(MANY, MANY - 3 * PAGE, -1))


def test_nothing_is_asked_twice_at_the_same_time(model):
    """While an answer is under way there is nothing to fetch; when it fails asking again is possible."""
    asked = list[int]()
    model.take([entry(number) for number in range(PAGE, 0, -1)], 0, {})
    model.wanted.connect(asked.append)
    model.fetchMore(TOP)
    model.fetchMore(TOP)
    assert asked == [1]
    model.give_up()
    assert model.canFetchMore(TOP)


def test_the_last_page_is_the_last(model):
    """A page that is not full ends the list, and an empty one changes nothing."""
    model.take([entry(2), entry(1)], 0, {})
    assert not model.canFetchMore(TOP)
    model.take([], 0, {})
    assert model.rowCount() == 0
    assert not model.canFetchMore(TOP)


def test_looking_again_moves_no_row(model, qtbot):
    """The same newest entries leave everything where it is, also what was read below; a new one begins anew."""
    book = Book(model)
    model.begin()
    model.fetchMore(TOP)
    with qtbot.assertNotEmitted(model.modelReset):
        model.repeat()
    assert model.rowCount() == 2 * PAGE
    model.fetchMore(TOP)
    assert book.asked[-1] == MANY - 2 * PAGE + 1
    model.entries[0] = entry(1)
    model.repeat()
    assert model.rowCount() == PAGE


def test_an_answer_to_an_old_question_is_dropped(model):
    """Rows of another filter would not fit below those that are shown."""
    model.take([entry(number) for number in range(900, 900 - PAGE, -1)], 0, {})
    model.take([entry(3)], 4, {})
    assert model.rowCount() == PAGE


def test_cells_say_what_happened(model):
    """Signs for what moves, nothing for what does not; names instead of ids."""
    spent = entry(2, payer="acme", template="welcome.en", client="gmail-web", actor="claire")
    moved = entry(1, "allocate", available=60, reserved=0, spent=0, other="agency", note="For March")
    model.take([spent, moved], 0, {"agency": "Agency"})
    rows = [[model.index(row, column).data() for column in range(1, len(COLUMNS))] for row in (0, 1)]
    assert rows == [
        ["Spent", "", "+1", "welcome.en  ·  Gmail, web", "claire"],
        ["Allocated", "+60", "", "Agency  ·  For March", ""],
    ]
