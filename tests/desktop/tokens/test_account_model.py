"""The tree of accounts, without a window."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.tokens.account_model import AccountModel
from desktop.tokens.facts import TokenFacts
from renderers.budget.standing import Standing
from renderers.budget.values import Balance

COPY = Qt.DropAction.CopyAction


@pytest.fixture
def model(agency, qapp) -> AccountModel:
    made = AccountModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.show_facts(agency)
    return made


def names(model: AccountModel, parent: QModelIndex) -> list[str]:
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_accounts_stand_below_their_parents(model):
    """As the paths say, at any depth."""
    top = model.index(0, 0)
    assert names(model, QModelIndex()) == ["Agency"]
    assert names(model, top) == ["Acme", "North", "Old"]
    assert names(model, model.index_of("acme")) == ["Shoes"]
    assert model.parent(model.index_of("shoes")) == model.index_of("acme")
    assert not model.index_of("elsewhere").isValid()


def test_accounts_whose_parent_is_out_of_sight_stand_on_top(model, make_facts):
    """A login that may see two sub-accounts sees two trees."""
    model.show_facts(make_facts({"/agency/acme/": ((1, 0, 0), {}), "/agency/north/": ((1, 0, 0), {})}))
    assert names(model, QModelIndex()) == ["Acme", "North"]


def test_other_figures_unfold_nothing(model, agency):
    """Only another set of accounts begins anew; indexes stay good otherwise."""
    kept = model.index_of("shoes")
    first = dataclasses.replace(agency.accounts[0], standing=Standing(Balance(1, 0, 0), 0, 0))
    assert not model.show_facts(dataclasses.replace(agency, accounts=(first, *agency.accounts[1:])))
    assert kept.data() == "Shoes"
    assert "1 left" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.show_facts(TokenFacts(agency.accounts[:2], "agency", is_shared=False))


def test_a_drop_asks_for_a_move(model, qtbot):
    """From the dragged account to the one below the pointer; nothing is removed from the tree."""
    dragged = model.mimeData([model.index_of("acme")])
    with qtbot.waitSignal(model.move_wanted) as asked:
        assert not model.dropMimeData(dragged, COPY, -1, -1, model.index_of("agency"))
    assert asked.args == ["acme", "agency"]
    assert model.canDropMimeData(dragged, COPY, -1, -1, model.index_of("shoes"))
    assert not model.canDropMimeData(dragged, COPY, -1, -1, model.index_of("north"))
    assert not model.canDropMimeData(dragged, COPY, -1, -1, QModelIndex())
    assert not model.canDropMimeData(QMimeData(), COPY, -1, -1, model.index_of("agency"))
