"""What people call the names in a condition: properties of contacts, segments, variables."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.outline_rows import spelled
from templates.dynamic.rule.path import names_of

_KNOWN = {
    "email": QT_TRANSLATE_NOOP("Properties", "E-mail address"),
    "firstname": QT_TRANSLATE_NOOP("Properties", "First name"),
    "lastname": QT_TRANSLATE_NOOP("Properties", "Last name"),
    "name": QT_TRANSLATE_NOOP("Properties", "Name"),
    "company": QT_TRANSLATE_NOOP("Properties", "Company"),
    "city": QT_TRANSLATE_NOOP("Properties", "City"),
    "country": QT_TRANSLATE_NOOP("Properties", "Country"),
    "language": QT_TRANSLATE_NOOP("Properties", "Language"),
    "birthdate": QT_TRANSLATE_NOOP("Properties", "Birth date"),
    "loyalty": QT_TRANSLATE_NOOP("Properties", "Loyalty"),
    "travels": QT_TRANSLATE_NOOP("Properties", "Travels"),
}


def title_of(path: str, segments: Mapping[str, str]) -> str:
    """Return what people call ``contact.city``, ``segment.loyalty`` or ``order.total``.

    ``segments`` are their titles by id; one that is not among them is said to be unknown.
    """
    first, *rest = names_of(path) or (path,)
    if first == "segment" and len(rest) == 1:
        unknown = QCoreApplication.translate("Properties", QT_TRANSLATE_NOOP("Properties", "unknown segment “{name}”"))
        return segments.get(rest[0]) or unknown.format(name=rest[0])
    if first == "contact" and rest and rest[0] in _KNOWN:
        return QCoreApplication.translate("Properties", _KNOWN[rest[0]])
    return spelled(" ".join(rest if first in {"contact", "vars"} and rest else [first, *rest]))
