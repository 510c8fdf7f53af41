"""Where somebody answers: to the picture that is selected or to the whole, with a comment or without."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from desktop.dynamic.coverage.words import number_text
from desktop.proofs.approval.words import verdict_text, whole_text
from desktop.widgets import GRID, Translated, button, label, set_role, styled
from templates.store.answers import LONGEST_COMMENT, Verdict

_COMMENT_HEIGHT = 64


class AnswerForm(Translated, QWidget):
    """``answered`` carries what was said; what is written stays until ``clear``."""

    answered = Signal(object, str, object)
    """The Verdict, the comment, and the picture's place or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: int | None = None
        self._picture = ""
        self.to_whole, self.to_picture = _choice(), _choice()
        self._scopes = QButtonGroup(self)
        for each in (self.to_whole, self.to_picture):
            self._scopes.addButton(each)
            each.toggled.connect(self._refresh)
        self.about, self.comment = label("muted", wrap=True), QPlainTextEdit()
        self.comment.setObjectName("lines")
        self.comment.setFixedHeight(_COMMENT_HEIGHT)
        self.comment.setTabChangesFocus(True)
        self.comment.setAcceptDrops(False)  # a file that is dropped on it is for the pane
        self.comment.textChanged.connect(self._refresh)
        self.comment.installEventFilter(self)
        self.approve, self.change, self.say = button(primary=True), button(), button()
        self.approve.clicked.connect(self._approve)
        self.change.clicked.connect(self._change)
        self.say.clicked.connect(self._comment)
        self.to_whole.setChecked(True)
        self._lay_out()
        self.retranslate()

    @property
    def place(self) -> int | None:
        """The picture that an answer would be to; None for the whole."""
        return self._place if self.to_picture.isChecked() else None

    def offer_picture(self, place: int | None, name: str) -> None:
        """This one is selected now; without one only the whole can be answered."""
        self._place, self._picture = place, name
        self.to_picture.setEnabled(place is not None)
        if place is None:
            self.to_whole.setChecked(True)
        self._refresh()

    @property
    def said(self) -> str:
        """What is written."""
        return self.comment.toPlainText().strip()

    def clear(self) -> None:
        """What was written is kept now."""
        self.comment.clear()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.to_whole.setText(self.tr("Whole mail"))
        self.to_picture.setText(self.tr("This picture"))
        self.comment.setPlaceholderText(self.tr("Comment"))
        self.comment.setAccessibleName(self.tr("Comment"))
        self.approve.setText(self.tr("Approve"))
        self.change.setText(verdict_text("changes"))
        self.say.setText(self.tr("Comment only"))
        self.say.setToolTip(self.tr("Without a verdict (Ctrl+Enter)"))
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter sends a comment."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enters and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.say.isEnabled():
                self._comment()
                return True
        return super().eventFilter(watched, event)

    def _refresh(self) -> None:
        too_long = len(self.said) > LONGEST_COMMENT
        about = self._picture if self.to_picture.isChecked() else whole_text()
        shorten = self.tr("Shorten the comment: it may have {most} characters.")
        self.about.setText(shorten.format(most=number_text(LONGEST_COMMENT)) if too_long else about)
        set_role(self.about, "danger" if too_long else "muted")
        self.say.setEnabled(bool(self.said) and not too_long)
        for each in (self.approve, self.change):
            each.setEnabled(not too_long)

    def _approve(self) -> None:
        self._answer("approved")

    def _change(self) -> None:
        self._answer("changes")

    def _comment(self) -> None:
        self._answer("comment")

    def _answer(self, verdict: Verdict) -> None:
        self.answered.emit(verdict, self.said, self.place)

    def _lay_out(self) -> None:
        scopes = styled(QFrame(), "segment")
        row = QHBoxLayout(scopes)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for scope in (self.to_whole, self.to_picture):
            row.addWidget(scope, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for each in (self.approve, self.change):
            buttons.addWidget(each, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(scopes)
        column.addWidget(self.about)
        column.addWidget(self.comment)
        column.addLayout(buttons)
        column.addWidget(self.say)


def _choice() -> QToolButton:
    made = QToolButton()
    made.setCheckable(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    policy = made.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    made.setSizePolicy(policy)
    return made
