"""Where contacts are looked up one by one: a file today, and behind the same seam whatever holds them later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, Protocol

from templates.dynamic.contact_names import beginnings, searchable
from templates.dynamic.contact_table import ContactTable
from templates.errors import InputError

_SEARCHED = ("email", "firstname", "lastname", "name", "company", "city")


class ContactSource(Protocol):
    """Contacts in an order that stays, counted from 0."""

    @property
    def name(self) -> str:
        """What people call the source."""

    @property
    def count(self) -> int:
        """How many contacts there are."""

    def contact(self, index: int) -> dict[str, Any]:
        """Return the properties of one contact."""

    def search(self, words: str, most: int) -> Sequence[int]:
        """Return the first ``most`` contacts with words that begin with these, whatever their case and accents."""

    def index_of(self, email: str) -> int | None:
        """Return the contact with this e-mail address; None when there is none."""


class TableSource:
    """The contacts of a table. Making it takes a second for 100,000, so not on the GUI thread."""

    def __init__(self, table: ContactTable) -> None:
        self.table = table
        self.name, self.count = table.name, table.count
        columns = [table.columns[name] for name in _SEARCHED if name in table.columns]
        texts = zip(*(_texts(column) for column in columns), strict=True)
        self._words = [searchable(" ".join(words)) for words in texts] if columns else [""] * table.count
        emails = table.columns.get("email", ())
        self._places = {str(email).casefold(): place for place, email in reversed(list(enumerate(emails))) if email}

    def contact(self, index: int) -> dict[str, Any]:
        """Return the properties of one contact."""
        return self.table.contact(index)

    def search(self, words: str, most: int) -> Sequence[int]:
        """Return the first ``most`` contacts with words that begin with these, whatever their case and accents."""
        wanted = beginnings(words)
        found = (place for place, text in enumerate(self._words) if all(word in text for word in wanted))
        return list(islice(found, most))

    def index_of(self, email: str) -> int | None:
        """Return the contact with this e-mail address; None when there is none."""
        return self._places.get(email.strip().casefold())


def contact_title(contact: Mapping[str, Any]) -> str:
    """Return what people call a contact: the name, else the e-mail address; "" for somebody without either."""
    names = [str(contact[name]) for name in ("firstname", "lastname") if contact.get(name)]
    return " ".join(names) or str(contact.get("name") or contact.get("email") or "")


def find_contact(source: ContactSource, email: str) -> dict[str, Any]:
    """Return the properties of the contact with this address. Raises InputError when there is none."""
    place = source.index_of(email)
    if place is None:
        raise InputError(
            "There is no contact with the address `{email}` in {source}.",
            advice="Look at the spelling, or name another file.",
            email=email,
            source=source.name,
        )
    return source.contact(place)


def _texts(column: Sequence[Any]) -> list[str]:
    return ["" if value is None else str(value) for value in column]
