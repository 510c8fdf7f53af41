"""The edits that the inspector makes: each one step that can be undone, typing and stepping one step together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from shiboken6 import isValid

from desktop import structure, structure_conditions
from desktop.document import OpenDocument
from desktop.editor.inspector.change import Wanted, edits_for, reset_edits
from desktop.editor.inspector.element_state import element_state
from desktop.editor.inspector.mail_context import MailContext, Target
from desktop.editor.inspector.names import attribute_name
from templates.source import columns
from templates.source.finding import Finding
from templates.source.mail_settings import set_font, set_value
from templates.source.text_edit import TextEdit
from templates.source.tree import Element

ORIGIN = "inspector"
_SIMPLE = re.compile(r"[\w#.%-]+")  # needs no quotes and no escapes


@dataclass(frozen=True)
class Written:
    """A simple value that was written just now, and where: the next step of a drag need not wait for a new tree."""

    document: OpenDocument
    revision: int
    merge: str
    start: int
    end: int
    words: str

    @classmethod
    def by(
        cls, document: OpenDocument, merge: str, edits: Sequence[TextEdit], value: Wanted, words: str
    ) -> Written | None:
        """Return what ``edits`` wrote when that is one simple value; else None."""
        if not merge or len(edits) != 1 or not isinstance(value, str) or not _SIMPLE.fullmatch(value):
            return None
        (edit,) = edits
        behind = next((len(end) for end in ("", '"', "'") if edit.text.endswith(value + end)), None)
        if behind is None:
            return None
        end = edit.start + len(edit.text) - behind
        return cls(document, document.revision, merge, end - len(value), end, words)

    def continues(self, document: OpenDocument, merge: str, value: Wanted) -> bool:
        """Whether ``value`` goes in the place of this one, and nothing else happened to the text."""
        same = self.document is document and self.revision == document.revision and self.merge == merge
        return same and isinstance(value, str) and bool(_SIMPLE.fullmatch(value))


class InspectorEdits(QObject):
    """Edits of the context's target. Looks at the text as it is now, not as it was shown."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context)
        self._context = context
        self._last: Written | None = None

    def change(self, attribute: str, value: Wanted, goes_on: bool) -> None:
        """Give an attribute a value; None takes it away."""
        self._change(self._context.target, attribute, value, goes_on=goes_on)

    def change_late(self, attribute: str, value: Wanted, target: Target) -> None:
        """Give an attribute of what was the target some time ago a value, unless that document is closed by now."""
        if target.document is not None and isValid(target.document):
            self._change(target, attribute, value, goes_on=False)

    def reset(self, attributes: Sequence[str]) -> None:
        """Take attributes away: what is inherited counts again."""
        if found := self._here():
            document, element = found
            words = self.tr("Reset: {name}").format(name=attribute_name(element.name, attributes[0]))
            self._edit(words, reset_edits(document.tree, element, attributes))

    def fix(self, finding: Finding) -> None:
        """Put a finding right, unless the text is another by now."""
        if found := self._here():
            document, element = found
            state = element_state(document.tree, element, self._context.defaults)
            now = (one for row in state.findings.values() for one in row)
            same = next((one for one in now if (one.span, one.code) == (finding.span, finding.code)), None)
            self._edit(self.tr("Fix a problem"), (same.fix if same else None) or ())

    def rename(self, name: str) -> None:
        """Label a section."""
        if found := self._here():
            structure.rename_section(found[0], name, found[1].id)

    def set_layout(self, widths: tuple[float, ...]) -> None:
        """Give a row other columns."""
        if found := self._here():
            self._edit(self.tr("Change the columns"), columns.set_layout(found[0].tree, found[1], widths))

    def set_widths(self, widths: tuple[float, ...]) -> None:
        """Give the columns of a row other widths."""
        if found := self._here():
            edits = columns.resize_columns(found[0].tree, found[1], widths)
            self._edit(self.tr("Resize the columns"), edits, merge=f"{ORIGIN}:{found[1].id}:columns")

    def add_column(self) -> None:
        """Put a column into a row."""
        if found := self._here():
            self._edit(self.tr("Add a column"), columns.add_column(found[0].tree, found[1]))

    def set_mail(self, name: str, attribute: str, value: str | None, goes_on: bool) -> None:
        """Change a setting of the mail."""
        document = self._context.document
        if document is not None:
            edits = set_value(document.tree, name, attribute, value or "")
            merge = f"{ORIGIN}:{name}:{attribute}" if goes_on else ""
            self._edit(self._words(name, attribute), edits, merge=merge)

    def set_font(self, name: str, href: str) -> None:
        """Load a web font, or load it no more."""
        document = self._context.document
        if document is not None:
            self._edit(self.tr("Change the web fonts"), set_font(document.tree, name, href))

    def remove_around(self, level: int, keyword: str) -> None:
        """Take a condition or a loop away; the component stays."""
        if found := self._here():
            verb = structure_conditions.remove_loop if keyword == "for" else structure_conditions.remove_condition
            verb(found[0], found[1].id, level=level)

    def _here(self) -> tuple[OpenDocument, Element] | None:
        document, node_id = self._context.target
        node = document.tree.node(node_id) if document and node_id else None
        return (document, node) if document and isinstance(node, Element) else None

    def _change(self, target: Target, attribute: str, value: Wanted, *, goes_on: bool) -> None:
        document, node_id = target
        if document is None:
            return
        merge = f"{ORIGIN}:{node_id}:{attribute}" if goes_on else ""
        last = self._last
        if goes_on and last is not None and last.continues(document, merge, value):
            edits, words = [TextEdit(last.start, last.end, str(value))], last.words
        else:
            node = document.tree.node(node_id)
            if not isinstance(node, Element):
                return
            inherited = self._context.defaults.inherited(document.tree, node)
            worth = {name: one.value for name, one in inherited.items()}
            edits, words = edits_for(document.tree, node, attribute, value, worth), self._words(node.name, attribute)
        if document.edit(words, edits, origin=ORIGIN, merge=merge):
            self._last = Written.by(document, merge, edits, value, words)

    def _words(self, name: str, attribute: str) -> str:
        return self.tr("Change: {name}").format(name=attribute_name(name, attribute))

    def _edit(self, words: str, edits: Iterable[TextEdit], *, merge: str = "") -> None:
        document = self._context.document
        if document is not None:
            document.edit(words, edits, origin=ORIGIN, merge=merge)
