"""The pictures as an item model."""

from __future__ import annotations

from desktop.proofs.gallery.picture_model import PictureModel


def test_marks_are_told_once_for_neighbours(shown, add_run, qtbot):
    """A run has dozens, and each telling draws cards anew."""
    run = add_run("welcome.en")
    add_run("welcome.fr")
    model: PictureModel = shown().pane.model
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    places = [row.place for row in model.rows]
    model.mark_changed({places[0]: True, places[1]: True, places[2]: False, places[5]: True, (run, 99): True})
    assert told == [(0, 2), (5, 5)]
    assert [bool(row.changed) for row in model.rows] == [True, True, False, False, False, True]
