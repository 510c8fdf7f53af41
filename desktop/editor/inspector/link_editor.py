"""Where a link leads: a page, an address, a number, or what a template tag says."""

from __future__ import annotations

import re

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.value_editor import LiveChips, QuietCombo, ValueEditor
from desktop.widgets import label

TAGS = ("{{ links.unsubscribe }}", "{{ links.view_online }}", "{{ links.preferences }}")
_SCHEMES = {"mail": "mailto:", "phone": "tel:"}
_KINDS = ("web", "mail", "phone", "tag")
_BARE = re.compile(r"(?!\w+:)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#].*)?", re.IGNORECASE)
_HARMLESS = re.compile(r"(?:https?://|mailto:|tel:|sms:|#|/|\{\{|\{%)", re.IGNORECASE)


def kind_of(href: str) -> str:
    """The kind of a link: web, mail, phone or tag."""
    if "{{" in href or "{%" in href:
        return "tag"
    return next((kind for kind, scheme in _SCHEMES.items() if href.lower().startswith(scheme)), "web")


def completed(address: str) -> str:
    """A typed address with the https:// that was left out."""
    address = address.strip()
    return f"https://{address}" if _BARE.fullmatch(address) else address


class LinkEditor(ValueEditor):
    """A kind, and below it the address or the tag."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context)
        self.kind = QuietCombo()
        for kind in _KINDS:
            self.kind.addItem("", kind)
        self.kind.activated.connect(self._kind_chosen)
        self.line = LiveChips(self._makes_sense)
        self.line.said.connect(self._said)
        self.tags = QuietCombo()
        for tag in TAGS:
            self.tags.addItem("", tag)
        self.tags.activated.connect(self._tag_chosen)
        self.tags.hide()
        self.hint = label("warning", wrap=True)
        self.hint.hide()
        self._shown_kind = "web"
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        kinds = QHBoxLayout()
        kinds.setSpacing(6)
        kinds.addWidget(self.kind, 1)
        kinds.addWidget(self.tags, 1)
        column.addLayout(kinds)
        column.addWidget(self.line)
        column.addWidget(self.hint)

    def understands(self, value: str) -> bool:
        """Any link."""
        return True

    def show_value(self, written: str | None, inherited: str) -> None:
        """Show the link by its kind."""
        value = written or ""
        if value or not self.line.hasFocus():
            self._show_kind(kind_of(value) if value else self._shown_kind if self.kind.hasFocus() else "web")
        self.line.show_text(value.removeprefix(_SCHEMES.get(self._shown_kind, "")))
        self.line.setPlaceholderText(inherited or self._example())
        self.tags.setCurrentIndex(self.tags.findData(value))
        self._show_hint(value)

    def main_control(self) -> QWidget:
        """The line."""
        return self.line

    def chips(self) -> LiveChips:
        """The line."""
        return self.line

    def flush(self) -> None:
        """Say what was typed."""
        self.line.flush()

    def retranslate(self) -> None:
        """Set every text anew."""
        kinds = (self.tr("Web page"), self.tr("E-mail address"), self.tr("Phone number"), self.tr("Template tag"))
        for index, text in enumerate(kinds):
            self.kind.setItemText(index, text)
        tags = (self.tr("Unsubscribe"), self.tr("View online"), self.tr("Preferences"))
        for index, text in enumerate(tags):
            self.tags.setItemText(index, text)
        self.kind.setAccessibleName(self.tr("{name}: kind").format(name=self.name))
        self.tags.setAccessibleName(self.tr("{name}: ready-made tag").format(name=self.name))
        self.tags.setPlaceholderText(self.tr("Ready-made…"))
        self.line.setAccessibleName(self.name)

    def _show_kind(self, kind: str) -> None:
        self._shown_kind = kind
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(_KINDS.index(kind))
        self.tags.setVisible(kind == "tag")
        name = "expression" if kind == "tag" else ""
        if self.line.objectName() != name:
            self.line.setObjectName(name)
            self.line.style().polish(self.line)

    def _example(self) -> str:
        return {"web": "https://", "mail": self.tr("name@example.com"), "phone": "+33 1 23 45 67 89"}.get(
            self._shown_kind, "{{ url }}"
        )

    def _show_hint(self, value: str) -> None:
        wrong = bool(value) and not _HARMLESS.match(value.strip())
        self.hint.setVisible(wrong)
        if wrong:
            self.hint.setText(self.tr("A link begins with https://, mailto: or tel:."))

    def _makes_sense(self, text: str) -> bool:
        return not text or bool(_HARMLESS.match(self._scheme + text))

    @property
    def _scheme(self) -> str:
        return _SCHEMES.get(self._shown_kind, "")

    def _said(self, text: str) -> None:
        text = text.strip()
        if not text:
            self.typed.emit(None)
        elif self._shown_kind == "web":
            self.typed.emit(completed(text))
        elif self._shown_kind == "phone" and "{" not in text:
            self.typed.emit(self._scheme + re.sub(r"[^\d+]", "", text))
        else:
            self.typed.emit(self._scheme + text)

    def _kind_chosen(self) -> None:
        self._show_kind(str(self.kind.currentData()))
        self.line.setPlaceholderText(self._example())
        self.line.show_text("")
        self.line.setFocus()

    def _tag_chosen(self, index: int) -> None:
        self.chosen.emit(self.tags.itemData(index))
