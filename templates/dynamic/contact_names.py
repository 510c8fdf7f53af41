"""From the names that a file has above its columns to names of properties: “E-mail”, “Prénom”, “First name”."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_BREAKS = re.compile(r"\W+")
_OTHER = re.compile(r"[^a-z0-9]+")

# What exports call the properties that a new workspace has, as ``bare`` leaves it.
_SYNONYMS = {
    "email": ("mail", "emailaddress", "courriel", "adresseemail", "adressemail", "adresseelectronique"),
    "firstname": ("prenom", "givenname", "forename"),
    "lastname": ("nom", "surname", "familyname", "nomdefamille"),
    "name": ("fullname", "nomcomplet"),
    "company": ("societe", "entreprise", "organisation", "organization"),
    "city": ("ville", "town"),
    "country": ("pays",),
    "language": ("langue", "locale"),
    "birthdate": ("birthday", "dateofbirth", "datedenaissance", "naissance"),
    "loyalty": ("fidelite",),
    "travels": ("voyage", "voyages"),
}
_MEANT = {word: name for name, words in _SYNONYMS.items() for word in words}


def property_names(headers: Sequence[str], known: Iterable[str] | Mapping[str, object]) -> list[str]:
    """Return a name for each header, all different and fit for ``contact.<name>``.

    A header that is a known property but for case, accents and blanks, or a usual word for one, becomes that property;
    every other one keeps what a name may hold of it.
    """
    spelled = {bare(name): name for name in known}
    names: list[str] = []
    for place, header in enumerate(headers, 1):
        name = _named(header.strip(), spelled, set(names)) or f"column_{place}"
        names.append(_unused(name, set(names)))
    return names


def bare(text: str) -> str:
    """Return ``text`` in lower case, without accents, blanks and signs."""
    return _OTHER.sub("", folded(text))


def folded(text: str) -> str:
    """Return ``text`` in lower case and without accents, as people type who look for it."""
    if not text.isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return text.casefold()


def searchable(text: str) -> str:
    """Return the words of ``text`` folded, a blank before each: what ``beginnings`` are looked for in."""
    return f" {_BREAKS.sub(' ', folded(text))}"


def beginnings(query: str) -> list[str]:
    """Return what has to be in a searchable text for each word of ``query`` to begin one of its words."""
    return [f" {word}" for word in searchable(query).split()]


def _named(header: str, known: Mapping[str, str], taken: set[str]) -> str:
    word = bare(header)
    for meant in (known.get(word), known.get(_MEANT.get(word, ""))):
        if meant and meant not in taken:
            return meant
    if _IDENTIFIER.match(header):
        return header
    name = _OTHER.sub("_", folded(header)).strip("_")
    return f"n{name}" if name[:1].isdigit() else name


def _unused(name: str, taken: set[str]) -> str:
    number, found = 2, name
    while found in taken:
        found, number = f"{name}_{number}", number + 1
    return found
