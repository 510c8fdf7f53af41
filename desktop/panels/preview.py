"""The preview: the selected template as it arrives, below its line in the inbox."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from desktop.panels.canvas import Canvas
from desktop.panels.inbox_row import InboxRow
from desktop.panels.stage_bar import MailStage, StageBar
from desktop.panels.trouble import Trouble
from desktop.web.mail import ShownMail
from desktop.widgets import GRID, IconLabel, Translated, label, styled
from templates.errors import MailwrightError


class PreviewPanel(MailStage, Translated, QWidget):
    """Shows one template; says which data set it wants it built with."""

    wanted = Signal(str, str)
    """The name of a template and of a data set: please build it."""
    reveal = Signal(str)
    """The user wants to see this template's file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        self.mail: ShownMail | None = None
        self.inbox = InboxRow()
        self.canvas = Canvas()
        self.trouble = Trouble()
        self.trouble.reveal.connect(self._reveal)
        self.data_sets = QComboBox()
        self.data_sets.setProperty("plain", True)
        self.data_sets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.data_sets.activated.connect(self._data_set_chosen)
        self.bar = StageBar(self.canvas)
        self.bar.add_widget(self.data_sets)
        self.zooms = self.bar.zooms
        self._nothing_text = label("muted", wrap=True)
        self._nothing_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for page in (self._nothing(), self.canvas, self.trouble):
            self._stack.addWidget(page)
        self._lay_out()
        self.retranslate()
        self._set_busy(False)

    def ask_for(self, name: str) -> None:
        """Show another template as soon as it is built, with the same data set if it has one of that name."""
        self.name = name
        self._set_busy(bool(name))
        if name:
            self.wanted.emit(name, self.data_sets.currentData() or "default")
        else:
            self.mail = None
            self.inbox.clear()
            self.canvas.clear()
            self._stack.setCurrentIndex(0)

    def show_mail(self, mail: ShownMail) -> None:
        """Show a mail that was built."""
        if mail.template != self.name:
            return
        self.mail = mail
        self._fill_data_sets(mail)
        self._set_busy(False)
        self.inbox.show_mail(mail)
        self.canvas.show_mail(mail.page)
        self._stack.setCurrentWidget(self.canvas)
        self.bar.tell_zoom()

    def show_error(self, name: str, error: MailwrightError) -> None:
        """Say in place why there is no mail."""
        if name != self.name:
            return
        self._set_busy(False)
        self.inbox.clear()
        self.trouble.show_error(error)
        self._stack.setCurrentWidget(self.trouble)

    def retranslate(self) -> None:
        """Set every text anew."""
        self._tell_nothing()
        self.canvas.view.setAccessibleName(self.tr("The mail"))
        self.data_sets.setAccessibleName(self.tr("Data set"))
        self.data_sets.setToolTip(self.tr("The data that fills the template"))
        for place in range(self.data_sets.count()):
            self.data_sets.setItemText(place, self._data_set_name(self.data_sets.itemData(place)))

    def _data_set_name(self, name: str) -> str:
        names = {"default": self.tr("Usual"), "minimal": self.tr("Minimal"), "long": self.tr("Long")}
        return names.get(name, name)

    def _fill_data_sets(self, mail: ShownMail) -> None:
        self.data_sets.clear()
        for name in mail.data_sets or ("default",):
            self.data_sets.addItem(self._data_set_name(name), name)
        self.data_sets.setCurrentIndex(max(0, self.data_sets.findData(mail.data_set)))

    def _data_set_chosen(self) -> None:
        self.ask_for(self.name)

    def _reveal(self) -> None:
        self.reveal.emit(self.name)

    def _tell_nothing(self) -> None:
        waiting, idle = self.tr("Building the mail…"), self.tr("Select a template to see it here.")
        self._nothing_text.setText(waiting if self.name else idle)

    def _set_busy(self, busy: bool) -> None:
        self._tell_nothing()
        self.data_sets.setVisible(self.data_sets.count() > 0)
        self.bar.setEnabled(bool(self.name))
        self.inbox.setEnabled(not busy)

    def _nothing(self) -> QWidget:
        page = styled(QWidget(), "stage")
        column = QVBoxLayout(page)
        column.setSpacing(2 * GRID)
        column.addStretch()
        column.addWidget(IconLabel("mail", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._nothing_text)
        column.addStretch()
        return page

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.inbox)
        column.addWidget(self._stack, 1)
