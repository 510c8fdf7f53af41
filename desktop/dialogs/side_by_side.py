"""The languages of one mail next to each other: at one width, in one colour scheme, scrolled together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.jobs import Jobs
from desktop.models.template_model import language_name
from desktop.panels.canvas import Canvas
from desktop.panels.inbox_row import InboxRow
from desktop.panels.trouble import Trouble
from desktop.web.mail import ShownMail, build_mail
from desktop.widgets import GRID, IconButton, Translated, label, styled
from templates.errors import MailwrightError
from templates.workspace import Workspace

WIDTHS = (320, 375, 600)


class LanguageMail(Translated, QWidget):
    """One language: its name, its line in the inbox, its mail."""

    def __init__(self, name: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._language = name, language
        self.mail: ShownMail | None = None
        self.title, self._folder = label("heading"), label("muted")
        self._folder.setText(name)
        self.inbox, self.canvas, self.trouble = InboxRow(), Canvas(), Trouble()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.trouble)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, 12, 2 * GRID, 4)
        head.setSpacing(GRID)
        head.addWidget(self.title)
        head.addWidget(self._folder)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.inbox)
        column.addWidget(self._stack, 1)
        self.retranslate()

    def show_mail(self, mail: object) -> None:
        """Show what was built."""
        if isinstance(mail, ShownMail):
            self.mail = mail
            self.inbox.show_mail(mail)
            self.canvas.show_mail(mail.page)
            self._stack.setCurrentWidget(self.canvas)

    def show_error(self, error: object) -> None:
        """Say why there is no mail."""
        if isinstance(error, MailwrightError):
            self.trouble.show_error(error)
            self._stack.setCurrentWidget(self.trouble)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.title.setText(language_name(self._language))
        self.canvas.view.setAccessibleName(self.tr("The mail in {language}").format(language=self.title.text()))


class SideBySideDialog(Translated, QDialog):
    """Shows the mails; ``languages`` are pairs of a template and its language."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, languages: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.mails = [LanguageMail(name, language) for name, language in languages]
        self.width_choice = QComboBox()
        for width in WIDTHS:
            self.width_choice.addItem(f"{width} px", width)
        self.width_choice.currentIndexChanged.connect(self._width_chosen)
        self.dark = IconButton("moon")
        self.dark.setCheckable(True)
        self.dark.toggled.connect(self._dark_toggled)
        self._leading = True
        self._lay_out()
        self.retranslate()
        self.width_choice.setCurrentIndex(1)
        for each in self.mails:
            each.canvas.bar.valueChanged.connect(self._scrolled)
            self._build(workspace, jobs, each)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Languages side by side"))
        self.width_choice.setAccessibleName(self.tr("Width of the mails"))
        self.width_choice.setToolTip(self.tr("Width of the mails"))
        self.dark.name(self.tr("Dark mails"))

    def done(self, result: int) -> None:
        """However it is closed: end the web engine in its order."""
        for each in self.mails:
            each.canvas.shut_down()
        super().done(result)

    def _build(self, workspace: Workspace, jobs: Jobs, shown: LanguageMail) -> None:
        name = shown.name
        job = jobs.run(self.tr("Building the mail"), lambda job: build_mail(workspace, name, "default"), quiet=True)
        job.succeeded.connect(shown.show_mail)
        job.failed.connect(shown.show_error)

    def _width_chosen(self) -> None:
        for each in self.mails:
            each.canvas.set_width(self.width_choice.currentData())

    def _dark_toggled(self, dark: bool) -> None:
        for each in self.mails:
            each.canvas.set_scheme("dark" if dark else "light")

    def _scrolled(self, value: int) -> None:
        """The others go as far, in parts of their length: one language takes more room than the other."""
        moved = self.sender()
        if not self._leading:
            return
        self._leading = False
        for each in self.mails:
            bar = each.canvas.bar
            if bar is moved or not bar.maximum():
                continue
            own = next(one.canvas.bar for one in self.mails if one.canvas.bar is moved)
            bar.setValue(round(value / max(1, own.maximum()) * bar.maximum()))
        self._leading = True

    def _lay_out(self) -> None:
        bar = styled(QWidget(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.width_choice)
        row.addWidget(self.dark)
        row.addStretch()
        mails = QHBoxLayout()
        mails.setSpacing(1)
        for each in self.mails:
            mails.addWidget(each, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(mails, 1)
        self.resize(1000, 760)
