"""A list of names of which some are ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.models.tick_model import KEY, Tick, TickModel


def test_ticks_come_and_go(qtmodeltester, qtbot):
    """By a click on one, or for several at once; what is ticked is told in the order of the rows."""
    model = TickModel([Tick("a", "First"), Tick("b", "Second", "tip"), Tick("c", "Third")], ["c"])
    qtmodeltester.check(model)
    assert model.chosen == ["c"]
    with qtbot.waitSignal(model.ticked):
        assert model.setData(model.index(0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert model.chosen == ["a", "c"]
    model.tick(["a", "b"], on=False)
    assert model.chosen == ["c"]
    assert model.index(1).data(KEY) == "b"
    assert not model.setData(model.index(0), "x", Qt.ItemDataRole.EditRole)
