"""What the approval pane says about answers, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from desktop.language import QT_TRANSLATE_NOOP
from templates.store.answers import Verdict

_VERDICTS: dict[Verdict, str] = {
    "approved": QT_TRANSLATE_NOOP("Approval", "Approved"),
    "changes": QT_TRANSLATE_NOOP("Approval", "Changes wanted"),
    "comment": QT_TRANSLATE_NOOP("Approval", "Comment"),
}
_WHOLE = QT_TRANSLATE_NOOP("Approval", "The mail as a whole")
_NOT_JUDGED = QT_TRANSLATE_NOOP("Approval", "Not judged yet")
_FROM_SHEET = QT_TRANSLATE_NOOP("Approval", "{who} · {when} · from the sheet")
_HERE = QT_TRANSLATE_NOOP("Approval", "{who} · {when}")
SIGNS: dict[Verdict, tuple[str, str]] = {
    "approved": ("circle-check", "success"),
    "changes": ("circle-x", "danger"),
    "comment": ("text-quote", "muted"),
}
"""The icon of a verdict, and the role of its colour."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Approval", text)


def verdict_text(verdict: Verdict | None) -> str:
    """Say where something stands."""
    return _tr(_VERDICTS[verdict] if verdict else _NOT_JUDGED)


def whole_text() -> str:
    """Say what an answer is to that is to no single picture."""
    return _tr(_WHOLE)


def origin_text(who: str, when: str, *, from_sheet: bool) -> str:
    """Say who answered, when and where."""
    return _tr(_FROM_SHEET if from_sheet else _HERE).format(who=who, when=when)


class _Counted(QObject):
    """Sentences with a number in them; each language has its own forms."""

    def answers(self, n: int) -> str:
        """Say how many are new."""
        return self.tr("%n new answer(s)", "", n)


counted = _Counted()
