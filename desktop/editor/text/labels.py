"""Template tags in plain words, as the chips say them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.language import QT_TRANSLATE_NOOP
from templates.source.chips import Meaning, meaning

_FORMS = {
    "value": QT_TRANSLATE_NOOP("Chips", "{subject}"),
    "value-or": QT_TRANSLATE_NOOP("Chips", "{subject}, or “{detail}”"),
    "if": QT_TRANSLATE_NOOP("Chips", "if {subject}"),
    "unless": QT_TRANSLATE_NOOP("Chips", "if not {subject}"),
    "elif": QT_TRANSLATE_NOOP("Chips", "or if {subject}"),
    "else": QT_TRANSLATE_NOOP("Chips", "otherwise"),
    "endif": QT_TRANSLATE_NOOP("Chips", "end if"),
    "for": QT_TRANSLATE_NOOP("Chips", "for each {subject} in {detail}"),
    "endfor": QT_TRANSLATE_NOOP("Chips", "end for each"),
    "set": QT_TRANSLATE_NOOP("Chips", "set {subject}"),
    "comment": QT_TRANSLATE_NOOP("Chips", "note: {subject}"),
    "markup": QT_TRANSLATE_NOOP("Chips", "{subject}"),
    "other": QT_TRANSLATE_NOOP("Chips", "{subject}"),
}
_NAMES = {
    "contact.email": QT_TRANSLATE_NOOP("Chips", "e-mail address"),
    "contact.firstname": QT_TRANSLATE_NOOP("Chips", "first name"),
    "contact.lastname": QT_TRANSLATE_NOOP("Chips", "last name"),
    "contact.name": QT_TRANSLATE_NOOP("Chips", "name"),
    "contact.company": QT_TRANSLATE_NOOP("Chips", "company"),
    "contact.city": QT_TRANSLATE_NOOP("Chips", "city"),
    "contact.country": QT_TRANSLATE_NOOP("Chips", "country"),
    "contact.language": QT_TRANSLATE_NOOP("Chips", "language"),
    "contact.birthdate": QT_TRANSLATE_NOOP("Chips", "date of birth"),
    "brand.name": QT_TRANSLATE_NOOP("Chips", "brand name"),
    "brand.site": QT_TRANSLATE_NOOP("Chips", "brand site"),
    "brand.address": QT_TRANSLATE_NOOP("Chips", "brand address"),
    "brand.legal": QT_TRANSLATE_NOOP("Chips", "legal name"),
    "sender.name": QT_TRANSLATE_NOOP("Chips", "sender name"),
    "sender.email": QT_TRANSLATE_NOOP("Chips", "sender address"),
    "links.unsubscribe": QT_TRANSLATE_NOOP("Chips", "unsubscribe link"),
    "links.view_online": QT_TRANSLATE_NOOP("Chips", "link to view online"),
    "links.preferences": QT_TRANSLATE_NOOP("Chips", "preferences link"),
    "today": QT_TRANSLATE_NOOP("Chips", "today"),
    "loop.index": QT_TRANSLATE_NOOP("Chips", "number in the list"),
}
_GROUPS = ("contact.", "segment.", "vars.")  # what a name is of goes without saying here
_LONGEST = 36


def chip_label(source: str) -> str:
    """Return what a chip says for a template tag, a comment or a piece of markup."""
    found = meaning(source)
    return _short(_said(found))


def name_label(path: str) -> str:
    """Return what people call a name of a template: its own words where there are no better ones."""
    if path in _NAMES:
        return QCoreApplication.translate("Chips", _NAMES[path])
    if not path.replace(".", "").replace("_", "").isalnum():
        return path
    for group in _GROUPS:
        path = path.removeprefix(group)
    return path.replace(".", " ").replace("_", " ")


def _said(found: Meaning) -> str:
    pattern = QCoreApplication.translate("Chips", _FORMS[found.form])
    detail = name_label(found.detail) if found.form == "for" else found.detail
    return pattern.format(subject=name_label(found.subject), detail=detail)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
