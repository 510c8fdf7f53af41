"""What belongs to the mail as a whole: shown while no component is selected."""

from __future__ import annotations

from html import unescape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.choice_editor import ChoiceEditor
from desktop.editor.inspector.colour_editor import ColourEditor
from desktop.editor.inspector.fonts_box import FontsBox
from desktop.editor.inspector.group_box import GroupBox
from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.number_editor import NumberEditor
from desktop.editor.inspector.setting_row import SettingRow
from desktop.widgets import GRID, Translated, button, label, rule
from templates.source.mail_settings import content_of
from templates.source.tree import SourceTree

LANGUAGES = {
    "en": "English", "fr": "Français", "de": "Deutsch", "es": "Español", "it": "Italiano", "nl": "Nederlands",
    "pt": "Português", "pl": "Polski", "sv": "Svenska", "da": "Dansk", "nb": "Norsk", "fi": "Suomi", "cs": "Čeština",
    "ar": "العربية", "he": "עברית", "ja": "日本語", "zh": "中文",
}  # fmt: skip
BREAKPOINT = "480px"  # MJML's own


class LanguageEditor(ChoiceEditor):
    """Languages by the names that they give themselves."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context, list(LANGUAGES))

    def word_for(self, option: str) -> str:
        """The language's own name."""
        return LANGUAGES.get(option, option)


class MailForm(Translated, QWidget):
    """Subject and preheader as they are, and the settings of mjml, mj-body and mj-head."""

    wanted = Signal(str, str, object, bool)
    font_wanted = Signal(str, str)
    envelope_wanted = Signal()
    """The user wants to write subject and preheader."""

    def __init__(self, context: MailContext) -> None:
        super().__init__()
        self.context = context
        self.hint = label("muted", wrap=True)
        self.subject, self.preheader = label("", wrap=True), label("muted", wrap=True)
        self.edit_envelope = button()
        self.edit_envelope.clicked.connect(self.envelope_wanted)
        width = NumberEditor(context, ("px",))
        self.rows = {
            "width": SettingRow("mj-body", "width", width, "600px"),
            "background": SettingRow("mj-body", "background-color", ColourEditor(context)),
            "language": SettingRow("mjml", "lang", LanguageEditor(context)),
            "direction": SettingRow("mjml", "dir", ChoiceEditor(context, ("ltr", "rtl")), "auto"),
            "breakpoint": SettingRow("mj-breakpoint", "width", NumberEditor(context, ("px",)), BREAKPOINT),
        }
        for row in self.rows.values():
            row.wanted.connect(self.wanted)
        self.fonts = FontsBox()
        self.fonts.wanted.connect(self.font_wanted)
        self.boxes = [GroupBox() for _ in range(4)]
        self._lay_out()
        self.retranslate()

    def show_mail(self, tree: SourceTree) -> None:
        """Show what the mail says."""
        for row in self.rows.values():
            row.show_setting(tree, self.context.defaults)
        self.subject.setText(unescape(content_of(tree, "mj-title")) or self.tr("No subject yet"))
        self.preheader.setText(unescape(content_of(tree, "mj-preview")) or self.tr("No preheader yet"))
        self.fonts.show_fonts([(one.value("name"), one.value("href")) for one in tree.elements("mj-font")])

    def flush(self) -> None:
        """Say what was typed and not said yet."""
        for row in self.rows.values():
            row.editor.flush()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.hint.setText(self.tr("Click something in the mail or in the outline to edit it."))
        titles = {
            "width": self.tr("Width"),
            "background": self.tr("Background"),
            "language": self.tr("Language"),
            "direction": self.tr("Direction"),
            "breakpoint": self.tr("Phones up to"),
        }
        for name, title in titles.items():
            self.rows[name].set_title(title)
        headings = (self.tr("Subject and preheader"), self.tr("Page"), self.tr("Language"), self.tr("Web fonts"))
        for box, heading in zip(self.boxes, headings, strict=True):
            box.set_title(heading)
        self.edit_envelope.setText(self.tr("Edit…"))
        self.edit_envelope.setToolTip(self.tr("Write them in the row above the mail"))

    def _lay_out(self) -> None:
        words = QWidget()
        text = QVBoxLayout(words)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(2)
        text.addWidget(self.subject)
        text.addWidget(self.preheader)
        row = QHBoxLayout()
        row.addWidget(self.edit_envelope)
        row.addStretch()
        text.addSpacing(GRID - 2)
        text.addLayout(row)
        rows = self.rows
        self.boxes[0].place([(words, False)])
        self.boxes[1].place([(rows["width"], True), (rows["breakpoint"], True), (rows["background"], False)])
        self.boxes[2].place([(rows["language"], True), (rows["direction"], True)])
        self.boxes[3].place([(self.fonts, False)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.hint.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addWidget(self.hint)
        column.addWidget(rule())
        for box in self.boxes:
            column.addWidget(box)
