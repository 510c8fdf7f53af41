"""The rows of the list of runs."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.language import set_language
from desktop.proofs.gallery import run_delegate
from templates.store.answers import Answer, keep_answer

NARROW = 200


def test_the_time_of_a_run_is_never_cut(shown, add_run, workspace, monkeypatch):
    """It tells runs apart, so that how they ended stands below it."""
    run_id = add_run("welcome.en", state="running", taken=1, hours_ago=1)
    with workspace.database() as database:
        keep_answer(database, Answer(run_id, None, "changes", "Smaller.", "Ann"))
    set_language("fr")
    window = shown()
    window.tree.choose("welcome.en", run_id)
    room: dict[str, bool] = {}

    def note(painter: QPainter, area: QRect, text: str) -> None:
        room[text] = painter.fontMetrics().horizontalAdvance(text) <= area.width()

    monkeypatch.setattr(run_delegate, "elided", note)
    index, option = window.tree.currentIndex(), QStyleOptionViewItem()
    option.rect = QRect(0, 0, NARROW, 62)
    picture = QPixmap(NARROW, 62)
    painter = QPainter(picture)
    run_delegate.RunDelegate().paint(painter, option, index)
    painter.end()
    assert [fits for text, fits in room.items() if text.startswith(("Aujourd’hui", "Hier"))] == [True]
