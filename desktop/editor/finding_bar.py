"""Says over the document what was found at the place to which the user was brought, until it is put away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.editor.notice_bar import NoticeBar
from desktop.errors import advice, what
from desktop.jobs import Jobs
from desktop.language import current_language
from templates.errors import MailwrightError


class FindingBar(NoticeBar):
    """Shows one MailwrightError of the document that is shown; another document has none."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, "info", parent)
        self._error: MailwrightError | None = None
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.document_opened)
        self.retranslate()

    def show_error(self, error: MailwrightError) -> None:
        """Say what was found."""
        self._error = error
        self.retranslate()
        self.show()

    def document_opened(self) -> None:
        """Nothing was found in this one."""
        self._error = None
        self.hide()

    def retranslate(self) -> None:
        """Say it in the user's language."""
        self.close_button.setText(self.tr("Close"))
        if self._error is not None:
            language = current_language()
            self.text.setText(f"{what(self._error, language)} {advice(self._error, language)}".rstrip())
