"""What the outline says of a component: a short title, a tip, and the full sentence for screen readers."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QObject

from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.component_names import component_name
from desktop.models.outline_rows import Badge, Row, spelled

_CONTEXT = "Outline"
_DEFAULT = re.compile(r"""\s*\|\s*(?:default|d)\(\s*(?:""|''|none|false|\[\])?\s*(?:,\s*true\s*)?\)""", re.IGNORECASE)
_LAYOUT = frozenset(["mj-section", "mj-wrapper", "mj-column", "mj-group", "mj-hero"])
_GENERIC = frozenset(["mj-body", "mj-head", "mj-column", "mj-group", "mj-social", "mj-navbar", "mj-accordion"])


def title_of(row: Row) -> str:
    """The label of a component, else the beginning of what it says, else what it is."""
    part = row.part
    if part.label:
        return spelled(part.label)
    if part.words and part.name not in _LAYOUT | _GENERIC:
        return part.words
    return component_name(part.name)


def detail_of(row: Row) -> str:
    """What is said in second rank beside the title: the words of a section without a label."""
    part = row.part
    return part.words if part.name in {"mj-section", "mj-wrapper", "mj-hero"} and not part.label else ""


def badge_text(badge: Badge, count: int | None) -> str:
    """What the badge of a condition or a loop shows: its expression, or how often it is repeated now."""
    if badge.kind == "for":
        return str(count) if count is not None else plain_test(badge.test).partition(" in ")[2] or badge.test
    return plain_test(badge.test).removeprefix("segment.") or _tr(QT_TRANSLATE_NOOP("Outline", "else"))


def plain_test(test: str) -> str:
    """Return an expression without the defaults that only guard against what is missing."""
    return _DEFAULT.sub("", test)


def told(row: Row, count: int | None, problems: tuple[str, ...]) -> str:
    """The tip: what it is, when it is shown, what is wrong."""
    lines = [f"{component_name(row.part.name)}: {title_of(row)}"]
    lines += [_when(badge) for badge in row.badges]
    if count == 0:
        lines.append(_tr(QT_TRANSLATE_NOOP("Outline", "not shown with the current data")))
    return "\n".join([*lines, *problems])


def spoken(row: Row, count: int | None, parts: int, problems: tuple[str, ...]) -> str:
    """The whole row as a sentence: ``Section “Offer”, shown if segment.vip, 3 parts``."""
    name, title = component_name(row.part.name), title_of(row)
    named = _tr(QT_TRANSLATE_NOOP("Outline", "{name} “{title}”")).format(name=name, title=title)
    said = [name if name == title else named, *(_when(badge) for badge in row.badges)]
    if count == 0:
        said.append(_tr(QT_TRANSLATE_NOOP("Outline", "not shown with the current data")))
    elif count is not None and any(badge.kind == "for" for badge in row.badges):
        said.append(_COUNTED.times(count))
    if parts:
        said.append(_COUNTED.parts(parts))
    if problems:
        said.append(_COUNTED.problems(len(problems)))
    return ", ".join(said)


class _Counted(QObject):
    """Plurals: lupdate finds them in an object's ``tr`` only."""

    def times(self, count: int) -> str:
        return self.tr("%n time(s) with the current data", "", count)

    def parts(self, count: int) -> str:
        return self.tr("%n part(s)", "", count)

    def problems(self, count: int) -> str:
        return self.tr("%n problem(s)", "", count)


_COUNTED = _Counted()


def _when(badge: Badge) -> str:
    if badge.kind == "for":
        return _tr(QT_TRANSLATE_NOOP("Outline", "repeated for {test}")).format(test=plain_test(badge.test))
    if badge.test:
        return _tr(QT_TRANSLATE_NOOP("Outline", "shown if {test}")).format(test=plain_test(badge.test))
    return _tr(QT_TRANSLATE_NOOP("Outline", "shown otherwise"))


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def can_hold_text(name: str) -> bool:
    """Whether people write in the component ``name``: its content is words."""
    return name in _WRITTEN


_WRITTEN = frozenset(
    [
        *("mj-text", "mj-button", "mj-table", "mj-navbar-link"),
        *("mj-accordion-title", "mj-accordion-text", "mj-social-element"),
    ]
)
