"""The marketing form: square brackets print what they are documented for, and all else is as in a message of the API.

Mailjet's own editor keeps the condition of a section as statements beside it, so a campaign may hold statements. What
it does not know as its own it shows as raw blocks: that is said once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from templates.dialects.finding import Written
from templates.dialects.mailjet_language.names import RECIPIENT
from templates.dialects.mailjet_language.writer import UNSAID_LINKS, Writer
from templates.dialects.neutral import Contact, Default, Expression, Function, Link, Variable


class MarketingWriter(Writer):
    """Writes one template for a campaign."""

    UNSAID_LINKS: ClassVar[Mapping[str, str]] = {"preferences": UNSAID_LINKS["preferences"]}

    def tag(self, one: Expression) -> str:
        """Return the tag that prints ``one``."""
        inside = self._inside(one)
        return super().tag(one) if inside is None else f"[[{inside}]]"

    def whole(self) -> Written:
        """Return what was written, with a word about the first tag that the campaign editor does not know."""
        raw = [piece.at for piece in self._pieces if piece.kind == "statement" or _braced(piece.kind, piece.text)]
        if raw:
            self.notes.warn("mailjet.marketing-statement", min(raw))
        return super().whole()

    def _inside(self, one: Expression) -> str | None:
        """Return what stands between square brackets, None for what they are not documented for."""
        if isinstance(one, Function) and one.name == "safe" and len(one.arguments) == 1:
            return self._inside(one.arguments[0])
        value = one.value if isinstance(one, Default) else one
        if isinstance(value, Link):
            return self._link(value.name)
        if isinstance(value, Contact) and len(value.path) == 1 and value.path[0] in RECIPIENT:
            return "EMAIL_TO" if value.path[0] == "email" else None
        # A bracket before square ones would be read with them; braces print the same.
        beside = bool(self._pieces) and self._pieces[-1].text.endswith("[")
        plain = isinstance(value, Variable | Contact) and not beside
        return self.expressions.value(one, markup=self.markup) if plain else None

    def _link(self, name: str) -> str | None:
        return {"view_online": "PERMALINK", "unsubscribe": f"UNSUB_LINK_{self.language[:2].upper()}"}.get(name)


def _braced(kind: str, text: str) -> bool:
    return kind == "print" and text.startswith("{{")
