"""Where an inherited value comes from, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.component_names import component_name
from templates.source.inherited import Origin

_SHORT = {
    "default": "",
    "all": QT_TRANSLATE_NOOP("Origins", "mail"),
    "component": QT_TRANSLATE_NOOP("Origins", "mail"),
    "parent": "{name}",
    "class": "{name}",
    "class-child": "{name}",
}
_FULL = {
    "default": QT_TRANSLATE_NOOP("Origins", "MJML's default"),
    "all": QT_TRANSLATE_NOOP("Origins", "default of every component ({name})"),
    "component": QT_TRANSLATE_NOOP("Origins", "default of this component ({name})"),
    "parent": QT_TRANSLATE_NOOP("Origins", "passed on by what it stands in: {name}"),
    "class": QT_TRANSLATE_NOOP("Origins", "class “{name}”"),
    "class-child": QT_TRANSLATE_NOOP("Origins", "class “{name}” around it"),
}


def origin_words(origin: Origin, *, full: bool = False) -> str:
    """Who says it, in a word; ``full`` is a sentence with file and line. MJML's defaults go without saying."""
    name = component_name(origin.name) if origin.kind == "parent" else origin.name
    if not full:
        if _of_brand(origin):
            return QCoreApplication.translate("Origins", QT_TRANSLATE_NOOP("Origins", "brand"))
        return QCoreApplication.translate("Origins", _SHORT[origin.kind]).format(name=name)
    words = QCoreApplication.translate("Origins", _FULL[origin.kind]).format(name=name)
    return f"{words}, {origin.file}:{origin.line}" if origin.file else words


def _of_brand(origin: Origin) -> bool:
    """Whether a part of the brand says it to all such components."""
    return origin.kind in {"all", "component"} and origin.file.startswith("brands/")
