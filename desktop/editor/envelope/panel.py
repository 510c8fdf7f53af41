"""What is seen before a mail is opened: a line as in an inbox, which unfolds into the fields it is made of."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.document import Change
from desktop.editor.envelope.advice import advice, characters
from desktop.editor.envelope.fields import LineField
from desktop.editor.envelope.row import EnvelopeRow
from desktop.editor.envelope.sender import SenderFields
from desktop.editor.envelope.text_part import TextPartDialog
from desktop.editor.panel import DocumentPanel
from desktop.jobs import Jobs
from desktop.live import Checked, LiveView
from desktop.widgets import GRID, button, styled
from templates.assemble import brand_of
from templates.errors import MailwrightError
from templates.template_folder import META, TEXT


class EnvelopePanel(DocumentPanel):
    """Sender, subject, preheader, and the way to the plain-text part."""

    code_wanted = Signal(int)
    """Something has to be edited in the code: its offset in the text."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bar")
        self._jobs = jobs
        self._brand = ""
        self.row, self.from_fields = EnvelopeRow(), SenderFields()
        self.subject, self.preheader = LineField("mj-title", self), LineField("mj-preview", self)
        self.text_part: QPushButton = button()
        self.fields = QWidget()
        self.fields.hide()
        self._lay_out()
        self.row.toggled.connect(self.fields.setVisible)
        self.text_part.clicked.connect(self.show_text_part)
        for each in (self.subject, self.preheader):
            each.code_wanted.connect(self.code_wanted)
        self.retranslate()

    def unfold(self) -> None:
        """Show the fields, the keyboard in the subject."""
        self.row.toggle.setChecked(True)
        self.subject.edit.setFocus()

    def show_text_part(self) -> TextPartDialog | None:
        """Open the plain-text part."""
        if self.document is None:
            return None
        dialog = TextPartDialog(self.document, self.live, self._jobs, self.window())
        dialog.open()
        return dialog

    def retranslate(self) -> None:
        """Set every text anew."""
        for each in (self.subject, self.preheader):
            each.retranslate()
        self.row.retranslate()
        self.from_fields.retranslate()
        self._name_text_part()
        if self.document is not None:
            self._follow()

    # What happens to the document

    def document_opened(self) -> None:
        """Show another mail's line."""
        for each in (self.subject, self.preheader, self.from_fields):
            each.document = self.document
        self.setEnabled(self.document is not None)
        if self.document is None:
            return
        self._brand = self._brand_name()
        self._follow()
        if self.live is not None and self.live.view is not None:
            self.mail_built(self.live.view)

    def document_edited(self, change: Change) -> None:
        """Nothing yet: the tree follows."""

    def document_parsed(self) -> None:
        """Subject and preheader may be others."""
        self._follow_lines()

    def side_edited(self, name: str) -> None:
        """The sender or the text part is another."""
        if name == META:
            self._brand = self._brand_name()
            self.from_fields.follow(self._brand)
            self._show_line()
        elif name == TEXT:
            self._name_text_part()

    def mail_built(self, view: LiveView) -> None:
        """Show the line as a reader sees it."""
        self.subject.data = self.preheader.data = view.shown.data
        self.subject.show_built(view.mail.subject)
        self.preheader.show_built(view.mail.preheader)
        self._show_line(view.mail.subject, view.mail.preheader)

    def mail_checked(self, checked: Checked) -> None:
        """Nothing: the counters follow the mail."""

    # Inside

    def _follow(self) -> None:
        self.from_fields.follow(self._brand)
        self._name_text_part()
        self._follow_lines()

    def _follow_lines(self) -> None:
        for each in (self.subject, self.preheader):
            each.follow()
        if self.live is None or self.live.view is None:
            self._show_line()

    def _show_line(self, subject: str | None = None, preheader: str | None = None) -> None:
        view = self.live.view if self.live is not None else None
        shown = (view.mail.subject, view.mail.preheader) if view else (self.subject.line.text, self.preheader.line.text)
        subject = shown[0] if subject is None else subject
        preheader = shown[1] if preheader is None else preheader
        self.row.show_mail(self.from_fields.name.text() or self._brand, subject, preheader)
        self._warn(subject, preheader)

    def _warn(self, subject: str, preheader: str) -> None:
        said = []
        for field, text in ((self.subject, subject), (self.preheader, preheader)):
            found = advice(field.name, characters(text))
            if found.level in {"warning", "danger"}:
                said.append(f"{field.caption.text()}: {found.words}")
        self.row.warn("\n".join(said))

    def _name_text_part(self) -> None:
        own = self.document is not None and self.document.side(TEXT) is not None
        self.text_part.setText(self.tr("Plain text (own)…") if own else self.tr("Plain text…"))

    def _brand_name(self) -> str:
        if self.document is None:
            return ""
        try:
            return str(brand_of(self.document.workspace, self.document.folder)["name"])
        except MailwrightError:
            return ""

    def _lay_out(self) -> None:
        grid = QGridLayout(self.fields)
        grid.setContentsMargins(2 * GRID, 0, 2 * GRID, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(GRID)
        for row, field in enumerate((self.subject, self.preheader)):
            buttons = QHBoxLayout()
            buttons.setSpacing(0)
            for each in (field.tags, field.emoji, field.code):
                buttons.addWidget(each)
            grid.addWidget(field.caption, row, 0)
            grid.addWidget(field.edit, row, 1)
            grid.addLayout(buttons, row, 2)
            grid.addWidget(field.counter, row, 3)
        grid.addWidget(self.from_fields.caption, 2, 0)
        grid.addWidget(self.from_fields, 2, 1)
        grid.addWidget(self.text_part, 2, 2, 1, 2)
        grid.addWidget(self.from_fields.fault, 3, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(3, 132)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self.fields)
