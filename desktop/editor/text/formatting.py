"""What can be done to the text that is written in: the verbs of the bar, the menu and the keys."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.editor.text.editing import TextEditing
from desktop.editor.text.labels import name_label
from templates.source.chips import meaning
from templates.source.clean_paste import clean_paste, clean_text, has_unsafe_tags
from templates.source.edit import remove_attribute, set_attribute
from templates.source.rich_format import ALIKE, clear, grown_to_word, link_target, set_colour, set_link, toggle
from templates.source.rich_lines import insert, toggle_list
from templates.source.rich_page import Selected
from templates.source.rich_text import ONE_LINE, read
from templates.source.schema import component
from templates.source.tree import Element

_MARKS = {"bold": "strong", "italic": "em", "underline": "u", "strike": "s"}
_LISTS = {"bullets": "ul", "numbers": "ol"}


class Formatting(QObject):
    """Formats the selection of ``text``; whatever is not there while nobody writes does nothing."""

    link_found = Signal(str)
    """Where the link at the caret leads; "" without one."""

    def __init__(self, text: TextEditing) -> None:
        super().__init__(text)
        self.text = text
        text.asked.connect(self._asked)

    # What is so

    def is_on(self, verb: str) -> bool:
        """Whether the words at the caret are bold, a point of a list, aligned …"""
        names = [name for _, name in self.text.caret.path]
        if verb in _MARKS:
            return any(name in ALIKE[_MARKS[verb]] for name in names)
        if verb in _LISTS:
            return next((name for name in reversed(names) if name in _LISTS.values()), "") == _LISTS[verb]
        if verb == "link":
            return "a" in names
        session = self.text.session
        element = session.document.seen_tree.node(session.node_id) if session else None
        return isinstance(element, Element) and element.value("align") == verb

    @property
    def can_align(self) -> bool:
        """Whether the component can be aligned."""
        known = component(self.text.component)
        return known is not None and "align" in known.attributes

    @property
    def can_list(self) -> bool:
        """Whether points may stand in the component."""
        return self.text.active and self.text.component not in ONE_LINE

    # What can be done

    def mark(self, verb: str) -> None:
        """Make the selection bold, italic, underlined or struck through, or take that away.

        Without a selection: the word around the caret, or what is written next.
        """
        self.text.change(self._label(verb), partial(self._marked, _MARKS[verb]))

    def list_(self, verb: str) -> None:
        """Make the lines of the selection a list, or lines again."""
        self.text.change(self._label(verb), lambda selected: toggle_list(selected, _LISTS[verb]))

    def clear(self) -> None:
        """Take the formatting from the selection; links stay."""
        self.text.change(self.tr("Clear formatting"), lambda selected: clear(grown_to_word(selected)))

    def colour(self, value: str) -> None:
        """Give the selection a colour, "" that of its surroundings."""
        self.text.change(self.tr("Text colour"), lambda selected: set_colour(grown_to_word(selected), value))

    def find_link(self) -> None:
        """Look for the link at the caret; ``link_found`` tells."""
        self.text.change("", self._told_link)

    def link(self, target: str) -> None:
        """Make the selection, or the link around the caret, lead to ``target``; "" makes it no link."""
        self.text.change(self.tr("Link") if target else self.tr("Remove the link"), partial(self._linked, target))

    def insert_source(self, source: str, label: str = "") -> None:
        """Put source (a template tag, cleaned HTML, plain characters) in the place of the selection."""
        if self.text.active:
            rich, paragraphs = read(source), self.text.component not in ONE_LINE
            self.text.change(label or self.tr("Insert"), lambda selected: insert(selected, rich, paragraphs=paragraphs))

    def paste(self) -> None:
        """Insert what is on the clipboard, cleaned."""
        data = QGuiApplication.clipboard().mimeData()
        source = _cleaned(data)
        session = self.text.session
        if session is None or not source:
            return
        if has_unsafe_tags(data.text()):
            session.document.notified.emit(
                "info", self.tr("Template tags in what you pasted are now plain words, so that they do nothing.")
            )
        elif data.hasImage() or "<img" in data.html().lower():
            session.document.notified.emit(
                "info", self.tr("Pictures do not go into a text: drop them on the mail instead.")
            )
        self.insert_source(source, self.tr("Paste"))

    def align(self, value: str) -> None:
        """Align the component, or leave that to its classes again."""
        self.text.flush()
        session = self.text.session
        element = session.element if session else None
        if session is None or element is None or not self.can_align:
            return
        tree = session.document.tree
        same = element.value("align") == value
        edits = remove_attribute(tree, element, "align") if same else set_attribute(tree, element, "align", value)
        session.document.edit(self.tr("Alignment"), edits, origin="canvas")
        self.text.changed.emit()

    # Inside

    def _marked(self, name: str, selected: Selected) -> Selected:
        grown = grown_to_word(selected)
        if grown.start == grown.end:
            names = [one for _, one in self.text.caret.path if one in ALIKE[name]]
            self.text.mark(names[-1] if names else name)
            return selected
        done = toggle(grown, name)
        if selected.start != selected.end:
            return done
        at = done.start + selected.start - grown.start
        return replace(done, start=at, end=at)

    def _told_link(self, selected: Selected) -> Selected:
        self.link_found.emit(link_target(selected) or "")
        return selected

    def _linked(self, target: str, selected: Selected) -> Selected:
        grown = grown_to_word(selected)
        if target and grown.start == grown.end and link_target(selected) is None:
            tag = meaning(target).subject if target.startswith("{{") else ""
            shown = read(clean_text(name_label(tag) if tag else re.sub(r"^\w+:(?://)?", "", target)))
            words = insert(selected, shown, paragraphs=False)
            return set_link(replace(words, start=words.start - len(shown.units)), target)
        return set_link(grown if link_target(selected) is None else selected, target)

    def _label(self, verb: str) -> str:
        labels = {
            "bold": self.tr("Bold"),
            "italic": self.tr("Italic"),
            "underline": self.tr("Underline"),
            "strike": self.tr("Strike through"),
            "bullets": self.tr("Bulleted list"),
            "numbers": self.tr("Numbered list"),
        }
        return labels[verb]

    def _asked(self, key: str) -> None:
        if key in _MARKS:
            self.mark(key)
        elif key == "paste":
            self.paste()


def _cleaned(data: QMimeData) -> str:
    if data.hasHtml():
        return clean_paste(data.html())
    return clean_text(data.text()) if data.hasText() else ""
