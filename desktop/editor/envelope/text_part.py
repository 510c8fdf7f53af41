"""The plain-text part: made from the mail, or written by hand; made anew only after its differences were seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.document import OpenDocument
from desktop.editor.history.difference_view import DifferenceView
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.live import LiveMailer
from desktop.merge_tags.names import names_for
from desktop.merge_tags.picker import MergeTagPicker
from desktop.widgets import GRID, Translated, button, label
from templates.assemble import made_text_part
from templates.differences import differences
from templates.errors import MailwrightError
from templates.template_folder import TEXT


class TextPartDialog(Translated, QDialog):
    """Shows the text part of one document and lets it be written."""

    def __init__(
        self, document: OpenDocument, live: LiveMailer | None, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._jobs = document, jobs
        self._made: str | None = None
        self._job: Job | None = None
        self.heading, self.help, self.fault = label("heading"), label("muted", wrap=True), label("danger", wrap=True)
        self.editor, self.difference = _Editor(document), DifferenceView()
        self.pages = QStackedWidget()
        for page in (self.editor, self.difference):
            self.pages.addWidget(page)
        self._data = live.shown.data if live else "default"
        self.write, self.renew, self.automatic, self.tag = button(), button(), button(), button()
        self.take, self.keep, self.close_button = button(primary=True), button(), button(primary=True)
        for each, does in (
            *((self.write, self.write_by_hand), (self.renew, self.show_differences)),
            *((self.automatic, self.make_automatic), (self.take, self.take_new), (self.keep, self.show_text)),
            *((self.close_button, self.accept), (self.tag, self.choose_tag)),
        ):
            each.clicked.connect(does)
        self.editor.textChanged.connect(self._typed)
        document.side_changed.connect(self._side_changed)
        self._lay_out()
        self.retranslate()
        self.show_text()
        self._make()

    @property
    def is_own(self) -> bool:
        """Whether somebody wrote the text part."""
        return self._document.side(TEXT) is not None

    def write_by_hand(self) -> None:
        """Go on from the text that was made."""
        if self._made is not None:
            self._document.set_side(self.tr("Plain text"), TEXT, self._made)
            self.editor.setFocus()

    def show_differences(self) -> None:
        """Show what would change if the text were made anew."""
        own = self._document.side(TEXT)
        if self._made is not None and own is not None:
            self.difference.show_files([(TEXT, differences(own, self._made))])
            self.pages.setCurrentWidget(self.difference)
            self._enable()

    def take_new(self) -> None:
        """Put the text made from the mail in the place of the own one."""
        if self._made is not None:
            self._document.set_side(self.tr("Plain text made anew"), TEXT, self._made)
        self.show_text()

    def make_automatic(self) -> None:
        """From now on the text follows the mail; a step that can be undone."""
        self._document.set_side(self.tr("Plain text made automatically"), TEXT, None)

    def choose_tag(self) -> MergeTagPicker:
        """Offer what a tag can print, to be put in at the caret."""
        picker = MergeTagPicker(names_for(self._document, self._data), self)
        picker.picked.connect(self._insert)
        picker.show_below(self.tag)
        return picker

    def show_text(self) -> None:
        """Show the text that is sent."""
        self.pages.setCurrentWidget(self.editor)
        own = self._document.side(TEXT)
        text = own if own is not None else self._made or ""
        self.editor.setReadOnly(own is None or not self._document.editable)
        if self.editor.toPlainText() != text:
            self.editor.blockSignals(True)
            self.editor.setPlainText(text)
            self.editor.blockSignals(False)
        self._enable()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Plain text"))
        self.editor.setAccessibleName(self.tr("Plain text"))
        self.difference.setAccessibleName(self.tr("What making it anew would change"))
        self.write.setText(self.tr("Write it by hand"))
        self.renew.setText(self.tr("Make it anew…"))
        self.automatic.setText(self.tr("Back to automatic"))
        self.tag.setText(self.tr("Insert a name…"))
        self.take.setText(self.tr("Take the new text"))
        self.keep.setText(self.tr("Keep mine"))
        self.close_button.setText(self.tr("Close"))
        self._enable()

    def done(self, result: int) -> None:
        """Stop listening; the document lives on."""
        self._document.side_changed.disconnect(self._side_changed)
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    # Inside

    def _insert(self, tag: str) -> None:
        self.editor.insertPlainText(tag)
        self.editor.setFocus()

    def _make(self) -> None:
        workspace, name, text = self._document.workspace, self._document.name, self._document.text
        job = self._jobs.run(
            self.tr("Making the plain text"), lambda job: made_text_part(workspace, name, text), quiet=True
        )
        job.succeeded.connect(self._take_made)
        job.failed.connect(self._failed)
        job.ended.connect(self._job_ended)
        self._job = job

    def _take_made(self, text: object) -> None:
        self._made = str(text)
        self.show_text()

    def _failed(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self.fault.setText(explain(error, current_language()))
            self._enable()

    def _job_ended(self) -> None:
        self._job = None

    def _typed(self) -> None:
        if self.is_own:
            self._document.set_side(self.tr("Plain text"), TEXT, self.editor.toPlainText(), merge="envelope.text")

    def _side_changed(self, name: str) -> None:
        if name == TEXT:
            self.show_text()

    def _enable(self) -> None:
        own, comparing = self.is_own, self.pages.currentWidget() is self.difference
        ready = self._made is not None and self._document.editable
        self.heading.setText(self.tr("Written by hand") if own else self.tr("Made from the mail"))
        self.help.setText(
            self.tr("This text is what is sent beside the HTML. Tags are filled in for each recipient.")
            if own
            else self.tr("It follows every change of the mail. Tags are filled in for each recipient.")
        )
        self.help.setVisible(not comparing)
        same = self._made == self._document.side(TEXT)
        if comparing:
            self.heading.setText(
                self.tr("Making it anew would change nothing") if same else self.tr("What making it anew would change")
            )
        self.fault.setVisible(bool(self.fault.text()))
        for each, shown in (
            *((self.write, not own), (self.renew, own and not comparing), (self.automatic, own and not comparing)),
            (self.tag, own and not comparing and self._document.editable),
            *((self.take, comparing), (self.keep, comparing), (self.close_button, not comparing)),
        ):
            each.setVisible(shown)
        for each in (self.write, self.renew):
            each.setEnabled(ready)
        self.take.setEnabled(ready and not same)
        self.automatic.setEnabled(self._document.editable)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for each in (self.tag, self.write, self.renew, self.automatic):
            buttons.addWidget(each)
        buttons.addStretch()
        for each in (self.keep, self.take, self.close_button):
            buttons.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for words in (self.heading, self.help, self.fault):
            column.addWidget(words)
        column.addWidget(self.pages, 1)
        column.addSpacing(GRID)
        column.addLayout(buttons)
        self.resize(640, 560)


class _Editor(QPlainTextEdit):
    """Plain text without a history of its own: undo and redo are the document's."""

    def __init__(self, document: OpenDocument) -> None:
        super().__init__()
        self._document = document
        self.setObjectName("text")
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a step of the document back or forth."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._document.stack.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._document.stack.redo()
        else:
            super().keyPressEvent(event)
