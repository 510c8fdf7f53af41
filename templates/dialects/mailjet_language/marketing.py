"""The marketing form: a campaign prints variables; its conditions come from Mailjet's editor, not from the text.

What was refused is left out, and where a condition stood around whole sections, all of them stay: their display
conditions are set in the editor.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from templates.dialects.mailjet_language.names import RECIPIENT
from templates.dialects.mailjet_language.writer import UNSAID_LINKS, Writer
from templates.dialects.neutral import (
    Contact,
    Default,
    Expression,
    For,
    Function,
    If,
    Link,
    Set,
    Text,
    Variable,
)


class MarketingWriter(Writer):
    """Writes one template for a campaign."""

    UNSAID_LINKS: ClassVar[Mapping[str, str]] = {"preferences": UNSAID_LINKS["preferences"]}

    def _printed(self, one: Expression, at: int) -> None:
        text = self._tag(one)
        if text is None:
            return
        before = self._pieces[-1].text if self._pieces and self._pieces[-1].kind == "text" else ""
        if before.endswith("["):
            self.notes.refuse("mailjet.reserved-brackets", at, f"[[[{text}")
            return
        self.put("print", f"[[{text}]]", at)
        self.check_sample(one)

    def _tag(self, one: Expression) -> str | None:
        """Return what stands between the brackets, None when it was refused."""
        if isinstance(one, Function) and one.name == "safe" and len(one.arguments) == 1:
            return self._tag(one.arguments[0])
        inner = one.value if isinstance(one, Default) else one
        if isinstance(inner, Link):
            return "PERMALINK" if inner.name == "view_online" else f"UNSUB_LINK_{self.language[:2].upper()}"
        if isinstance(inner, Contact) and inner.path == ("email",):
            return "EMAIL_TO"
        own = isinstance(inner, Contact) and len(inner.path) == 1 and inner.path[0] in RECIPIENT
        if not isinstance(inner, Variable | Contact) or own:
            self.notes.refuse("mailjet.marketing-expression", one.at, self._words(one.at, "}}"))
            return None
        return self.said(lambda: self.expressions.value(one, markup=self.markup))

    def condition(self, node: If) -> None:
        """Note that the condition goes; keep whole sections, of words those that need no condition."""
        bodies = [branch.body for branch in node.branches]
        sections = all(_is_sections(body) for body in bodies)
        self._refuse_statement("section" if sections else "words", node.at)
        for body in bodies:
            start = len(self._pieces)
            self.body(body)
            if not sections:
                del self._pieces[start:]
        self.body(node.otherwise)

    def loop(self, node: For) -> None:
        """Note that the loop goes, with what is in it."""
        self._refuse_statement("loop", node.at)

    def set(self, node: Set) -> None:
        """Note that the name goes."""
        self._refuse_statement("set", node.at)
        self.scope.dropped.add(node.name)

    def _refuse_statement(self, what: str, at: int) -> None:
        self.notes.refuse(f"mailjet.marketing-{what}", at, self._words(at, "%}", 2))

    def _words(self, at: int, end: str, more: int = 0) -> str:
        text = self._template.source.text
        stop = text.find(end, at)
        return text[at : stop + more if stop >= 0 else at + 40].strip()[:60]


def _is_sections(body: tuple[object, ...]) -> bool:
    """Return whether a body is markup from its first to its last character."""
    texts = [node.text.strip() for node in body if isinstance(node, Text)]
    texts = [text for text in texts if text]
    first, last = (texts[0], texts[-1]) if texts else ("", "")
    return first.startswith("<") and last.endswith(">")
